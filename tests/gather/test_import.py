"""Importing: what is written, what is written again, and what is left alone."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from site_gen.cli.commands import site_gen
from tests.gather.desk import bring, read_back, written_files

PAGE = """<!doctype html><html lang="en"><head><title>Harbour gets a crane | Coast News</title>
<meta property="og:site_name" content="Coast News"><link rel="canonical" href="https://coast.example/crane">
<meta property="article:published_time" content="2025-03-04T22:10:00-08:00"></head><body><article>
<h1>Harbour gets a crane</h1><p>The port of Vigo took delivery of its largest crane on Tuesday, the harbour master said.
It can lift 1,200 tonnes, twice as much as the old one, and will serve the wind yard.</p>
<h2>Old one goes</h2><p>The crane it replaces was built in 1974. It will be taken apart by June, and the steel sold,
the yard's owner told reporters who had come to see the ship arrive.</p>
<ul><li>Lift: 1,200 tonnes</li><li>Height: 145 metres</li></ul>
<blockquote><p>We have waited nine years for this day and for this ship.</p></blockquote></article></body></html>"""
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Coast News</title><link>https://coast.example/</link>
<item><guid isPermaLink="false">77</guid><title>Ferry &amp; bridge</title><link>https://coast.example/ferry</link>
<pubDate>Tue, 04 Mar 2025 23:30:00 -0800</pubDate><description>The ferry stops in May, the mayor said.</description>
</item></channel></rss>"""


def test_a_page_becomes_a_file_that_reads_back_as_it_was(tmp_path: Path) -> None:
    report = bring(tmp_path, PAGE, "page.html")
    assert [outcome for outcome, _ in report.files] == ["new"]
    name, text = next(iter(written_files(tmp_path).items()))
    assert name == "harbour-gets-a-crane.md"
    loaded = read_back(tmp_path, name)
    article = loaded.articles[0]
    assert loaded.problems == ()
    assert (article.title, article.published.edtf) == ("Harbour gets a crane", "2025-03-04")
    assert article.source
    assert (article.source.name, article.source.url) == ("Coast News", "https://coast.example/crane")
    assert "date_basis: meta" in text
    kinds = [(b.kind, article.text[b.start : b.end][:12]) for b in article.blocks]
    assert ("heading", "Old one goes") in kinds
    assert ("item", "Lift: 1,200 ") in kinds
    assert ("quote", "We have wait") in kinds


def test_a_summary_is_called_one_and_keeps_the_day_as_written(tmp_path: Path) -> None:
    bring(tmp_path, FEED, "feed.xml")
    text = written_files(tmp_path)["ferry-bridge.md"]
    assert "completeness: summary" in text
    assert "date: 2025-03-04\ndate_basis: feed" in text
    assert read_back(tmp_path, "ferry-bridge.md").articles[0].completeness == "summary"


def test_importing_again_changes_nothing(tmp_path: Path) -> None:
    for data, file in ((PAGE, "page.html"), (FEED, "feed.xml")):
        bring(tmp_path, data, file)
    before = written_files(tmp_path)
    for data, file in ((PAGE, "other-name.html"), (FEED, "copy.rss")):
        assert [outcome for outcome, _ in bring(tmp_path, data, file).files] == ["unchanged"]
    assert written_files(tmp_path) == before


def test_the_day_of_retrieval_alone_is_no_change(tmp_path: Path) -> None:
    bring(tmp_path, PAGE, "page.html", url="https://coast.example/crane")
    name, text = next(iter(written_files(tmp_path).items()))
    assert "retrieved: 2026-01-02" in text
    (tmp_path / name).write_text(text)
    assert (
        bring(tmp_path, PAGE, "page.html", url="https://coast.example/crane?utm_source=x").count("unchanged")
        == 1
    )


def test_a_changed_article_is_updated_in_place(tmp_path: Path) -> None:
    bring(tmp_path, PAGE, "page.html")
    report = bring(
        tmp_path, PAGE.replace("1,200", "1,300").replace("gets a crane", "gets its crane"), "page.html"
    )
    assert report.count("updated") == 1
    files = written_files(tmp_path)
    assert list(files) == ["harbour-gets-a-crane.md"]
    assert "1,300 tonnes" in files["harbour-gets-a-crane.md"]


def test_a_page_without_an_address_is_known_by_headline_and_day(tmp_path: Path) -> None:
    page = PAGE.replace('<link rel="canonical" href="https://coast.example/crane">', "")
    bring(tmp_path, page, "page.html")
    assert bring(tmp_path, page.replace("1,200", "1,300"), "page.html").count("updated") == 1


def test_what_an_editor_changed_is_kept(tmp_path: Path) -> None:
    bring(tmp_path, PAGE, "page.html")
    file = tmp_path / "harbour-gets-a-crane.md"
    edited = file.read_text().replace("largest crane", "biggest crane")
    file.write_text(edited)
    assert bring(tmp_path, PAGE.replace("1,200", "1,300"), "page.html").count("kept") == 1
    assert file.read_text() == edited


def test_a_file_that_an_editor_moved_is_found_there(tmp_path: Path) -> None:
    bring(tmp_path, PAGE, "page.html")
    (tmp_path / "2025").mkdir()
    (tmp_path / "harbour-gets-a-crane.md").rename(tmp_path / "2025/crane.md")
    assert bring(tmp_path, PAGE.replace("1,200", "1,300"), "page.html").count("updated") == 1
    assert "1,300" in (tmp_path / "2025/crane.md").read_text()


def test_what_an_editor_deleted_stays_away_until_it_is_asked_for(tmp_path: Path) -> None:
    bring(tmp_path, PAGE, "page.html")
    (tmp_path / "harbour-gets-a-crane.md").unlink()
    assert bring(tmp_path, PAGE, "page.html").count("deleted") == 1
    assert bring(tmp_path, PAGE, "page.html", again=True).count("new") == 1


def test_a_summary_never_replaces_the_whole_article(tmp_path: Path) -> None:
    bring(tmp_path, FEED, "feed.xml")
    page = PAGE.replace("coast.example/crane", "coast.example/ferry")
    assert bring(tmp_path, page, "page.html").count("updated") == 1
    assert bring(tmp_path, FEED, "feed.xml").count("summary") == 1
    text = written_files(tmp_path)["ferry-bridge.md"]
    assert "completeness" not in text


@pytest.mark.parametrize(
    "title",
    ["../../etc/passwd", "CON", "nul", "a" * 400, "日本語の見出し", "...", "/absolute/path", "C:\\x\\y", "x\u202ey",
     "é" * 300, "-rf", "~", "a/b\\c:d*e?f", "\u2028", "lpt1.txt"],
)  # fmt: skip
def test_no_title_leads_out_of_the_folder(title: str, tmp_path: Path) -> None:
    inner = tmp_path / "in"
    inner.mkdir()
    feed = FEED.replace("Ferry &amp; bridge", title)
    report = bring(inner, feed, "feed.xml")
    assert report.count("new") == 1
    assert {p.name for p in tmp_path.iterdir()} == {"in"}
    name = next(iter(written_files(inner)))
    assert len(name.encode()) < 100
    assert name.isascii()
    assert name.partition(".")[0] not in ("con", "nul", "lpt1", "")


def test_two_articles_with_one_title_get_two_files(tmp_path: Path) -> None:
    bring(tmp_path, FEED, "feed.xml")
    bring(tmp_path, FEED.replace(">77<", ">78<").replace("/ferry", "/ferry2"), "feed.xml")
    assert len(written_files(tmp_path)) == 2


def test_entries_that_share_one_guid_are_still_two(tmp_path: Path) -> None:
    item = FEED[FEED.index("<item>") : FEED.index("</item>") + 7]
    feed = FEED.replace(
        "</channel>", item.replace("Ferry", "Train").replace("/ferry", "/train") + "</channel>"
    )
    assert bring(tmp_path, feed, "feed.xml").count("new") == 2
    assert bring(tmp_path, feed, "feed.xml").count("unchanged") == 2


def test_a_link_in_the_folder_is_not_written_through(tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text("mine")
    inner = tmp_path / "in"
    inner.mkdir()
    (inner / "harbour-gets-a-crane.md").symlink_to(outside)
    bring(inner, PAGE, "page.html")
    assert outside.read_text() == "mine"


def test_markdown_is_kept_word_for_word(tmp_path: Path) -> None:
    source = (
        "---\ntitle: Mine\nleaders:\n  remove: [Ann Lee]\n---\n\nAnn *Lee* opened the bridge on 4 May 2024.\n"
    )
    bring(tmp_path, source, "mine.md")
    text = written_files(tmp_path)["mine.md"]
    assert text.replace("import:\n", "").startswith("---\ntitle: Mine\nleaders:\n  remove: [Ann Lee]\n")
    assert text.endswith("\nAnn *Lee* opened the bridge on 4 May 2024.\n")
    assert bring(tmp_path, text, "again.md").count("unchanged") == 1


def test_the_command_reports_each_source_and_its_exit_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "saved").mkdir()
    (tmp_path / "saved/page.html").write_text(PAGE)
    (tmp_path / "saved/broken.docx").write_bytes(b"PK\x03\x04 nothing")
    done = CliRunner().invoke(site_gen, ["import", "saved", "-"], input=FEED, standalone_mode=False)
    assert done.return_value == 1
    assert "saved/page.html: 1 new" in done.output
    assert "standard input: 1 new" in done.output
    assert "saved/broken.docx: error[docx]" in done.output
    assert sorted(written_files(tmp_path / "content")) == ["ferry-bridge.md", "harbour-gets-a-crane.md"]
    done = CliRunner().invoke(site_gen, ["import", "saved/page.html"], standalone_mode=False)
    assert done.return_value == 0
    assert "1 as before" in done.output


def test_a_source_that_is_not_there_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE)
    done = CliRunner().invoke(
        site_gen, ["import", str(tmp_path / "page.html"), "nowhere.html", "--into", str(tmp_path / "c")]
    )
    assert done.exit_code == 1
    assert "nowhere.html: there is no such file" in str(done.exception)
    assert not (tmp_path / "c").exists()


def test_an_agencys_name_of_an_item_is_its_identity(tmp_path: Path) -> None:
    item = '{"uri": "urn:agency:7", "headline": "Ferry stops", "body_text": "The ferry stops in May, the mayor said."}'
    bring(tmp_path, item, "item.json")
    assert "id: urn:agency:7" in written_files(tmp_path)["ferry-stops.md"]
    assert bring(tmp_path, item.replace("Ferry stops", "Ferry goes on"), "item.json").count("updated") == 1


def test_an_empty_source_is_refused(tmp_path: Path) -> None:
    done = CliRunner().invoke(site_gen, ["import", "", "--into", str(tmp_path)], standalone_mode=False)
    assert done.exception
    assert "an empty SOURCE" in str(done.exception)


@pytest.mark.parametrize(
    "matter",
    ['+++\ntitle = "Ferry stops"\ndate = 2024-05-03\n+++\n', "Title: Ferry stops\nDate: 2024-05-03\n"],
)
def test_front_matter_of_another_form_is_written_as_ours(matter: str, tmp_path: Path) -> None:
    bring(tmp_path, f"{matter}\nThe ferry stops in May, the mayor said.\n", "a.md")
    text = written_files(tmp_path)["ferry-stops.md"]
    assert text.startswith("---\n")
    article = read_back(tmp_path, "ferry-stops.md").articles[0]
    assert (article.title, article.published.edtf) == ("Ferry stops", "2024-05-03")
    assert (
        bring(tmp_path, f"{matter}\nThe ferry stops in June, the mayor said.\n", "a.md").count("updated") == 1
    )


def test_what_is_no_article_of_a_folder_is_named_and_addresses_without_a_beginning_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "letter.pdf").write_bytes(b"%PDF-1.4")
    (tmp_path / "in" / "picture.jpg").write_bytes(b"x")
    done = CliRunner().invoke(site_gen, ["import", "in", "--into", "c"], standalone_mode=False)
    assert done.return_value == 0
    assert "in/letter.pdf: warning[not-read]: .pdf files are not read" in done.output
    assert "picture" not in done.output
    done = CliRunner().invoke(site_gen, ["import", "paper.example/story", "--into", "c"])
    assert "addresses begin with https://" in str(done.exception)


LINKS = "".join(f"<li><a href=/{n}>The ferry of pier {n} sails again</a></li>" for n in range(30))
FRONT = "<html><head><title>Coast</title>{}</head><body><main><h1>News</h1><ul>{}</ul></main></body></html>"


@pytest.mark.parametrize(
    ("head", "hint"),
    [
        (
            '<link rel=alternate type="application/rss+xml" href="/feed?a&amp;b">',
            "https://coast.example/feed?a&b",
        ),
        ('<link href="javascript:alert(1)" type="application/atom+xml">', "the address of an article"),
        ("", "the address of an article"),
    ],
)
def test_a_page_of_links_is_no_article_and_its_feed_is_named(head: str, hint: str, tmp_path: Path) -> None:
    report = bring(tmp_path, FRONT.format(head, LINKS), "a.html", url="https://coast.example/")
    assert [p.code for p in report.problems] == ["front-page"]
    assert hint in report.problems[0].hint
    assert written_files(tmp_path) == {}


def test_a_page_of_links_with_one_sentence_is_an_article(tmp_path: Path) -> None:
    told = f"{LINKS}<p>The council of Lima met on Tuesday and voted for the bridge, its mayor said.</p>"
    assert bring(tmp_path, FRONT.format("", told), "a.html").count("new") == 1
