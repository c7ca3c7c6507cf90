"""Citing, embedding, and addresses that stay: marks of content, frames without script, pages at former addresses."""

import json
import re

import bibtexparser
import pytest
from lxml import html

from site_gen.pages.moved import alias_path
from tests.build.conftest import Desk

BASE = "https://news.example/story/"
AGREEMENT = "agreements/accra-fisheries-agreement.html"
EMBEDS = (
    "embed/timeline.html",
    "embed/agreements/accra-fisheries-agreement.html",
    "embed/quotes/ama-owusu.html",
)


@pytest.fixture
def addressed(desk: Desk) -> Desk:
    (desk.folder / "site.yaml").write_text(f"base_url: {BASE}\ntitle: Ports and pacts\nauthor: The desk\n")
    desk.build()
    return desk


def _mark(desk: Desk, path: str) -> str:
    found = re.search(r"content version <code>([0-9a-f]{10})</code>", desk.files()[path].decode())
    assert found
    return found[1]


def test_a_citation_names_the_content_and_not_the_time(addressed: Desk) -> None:
    before = _mark(addressed, AGREEMENT)
    addressed.build(clean=True)
    assert _mark(addressed, AGREEMENT) == before, "the same content has the same mark"
    addressed.write("more.txt", " date 2025-03-10 Ghana ratified the Accra Fisheries Agreement on Monday.\n")
    addressed.build()
    assert _mark(addressed, AGREEMENT) != before


def test_bibtex_of_a_record_is_read_by_another_program(addressed: Desk) -> None:
    page = html.fromstring(addressed.files()[AGREEMENT].decode())
    text = page.xpath('//*[@id="cite"]//pre')[0].text
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks
    fields = library.entries[0].fields_dict
    assert "Accra Fisheries Agreement" in fields["title"].value
    assert fields["url"].value == BASE + AGREEMENT
    assert _mark(addressed, AGREEMENT) in fields["note"].value


def test_an_article_is_cited_as_itself_with_its_outlet(addressed: Desk) -> None:
    page = html.fromstring(addressed.files()["articles/loan.html"].decode())
    entry = bibtexparser.parse_string(page.xpath('//*[@id="cite"]//pre')[0].text).entries[0]
    assert entry.entry_type == "article"
    assert entry.fields_dict["journal"].value == "NordWire"
    assert _mark(addressed, "articles/loan.html") in entry.fields_dict["note"].value


@pytest.mark.parametrize("path", EMBEDS)
def test_embeds_have_no_script_and_their_links_lead_to_the_site(addressed: Desk, path: str) -> None:
    files = addressed.files()
    page = html.fromstring(files[path].decode())
    assert not page.xpath("//script | //style | //@style | //iframe | //form")
    assert page.xpath("//base/@target") == ["_top"]
    for href in page.xpath("//a/@href | //link[@rel='stylesheet']/@href"):
        depth = path.count("/")
        address = href.partition("#")[0]
        assert not address or (address.startswith("../" * depth) and address[3 * depth :] in files), href
    assert page.xpath("//a[@class='ev']"), "every fact has its evidence"


@pytest.mark.parametrize("path", EMBEDS)
def test_pages_name_their_oembed_which_frames_the_embed(addressed: Desk, path: str) -> None:
    files = addressed.files()
    page = html.fromstring(files[path.removeprefix("embed/")].decode())
    (link,) = page.xpath("//link[@type='application/json+oembed']/@href")
    answer = json.loads(files[link.removeprefix(BASE)])
    assert (answer["version"], answer["type"]) == ("1.0", "rich")
    frame = html.fromstring(answer["html"])
    assert frame.tag == "iframe"
    assert frame.get("src") == BASE + path
    assert frame.get("title")
    assert (int(frame.get("width")), int(frame.get("height"))) == (answer["width"], answer["height"])


def test_without_an_address_there_is_no_oembed(desk: Desk) -> None:
    desk.build()
    files = desk.files()
    assert "embed/timeline.html" in files
    assert not [path for path in files if path.startswith("embed/") and path.endswith(".json")]
    assert b"oembed" not in files["timeline.html"]


def test_only_embeds_may_be_framed(addressed: Desk) -> None:
    """By the rules of hosts that join the policies of all rules which match."""
    rules: dict[str, str] = {}
    for line in addressed.files()["_headers"].decode().splitlines():
        if not line.startswith(" "):
            rule = line
        elif "frame-ancestors" in line:
            rules[rule] = line.rpartition("frame-ancestors ")[2]
    for path in addressed.files():
        if path.endswith(".html"):
            told = {rules[rule] for rule in rules if _matches(rule, f"/{path}")}
            assert told == ({"*"} if path.startswith("embed/") else {"'none'"}), path


def _matches(rule: str, path: str) -> bool:
    return path.startswith(rule[:-1]) if rule.endswith("*") else rule == path


@pytest.mark.parametrize(
    ("alias", "path"),
    [
        ("old-name", "articles/old-name.html"),
        ("Old Name.html", "articles/old-name.html"),
        ("/2019/03/old.html", "2019/03/old.html"),
        ("/2019/old/", "2019/old/index.html"),
        ("/2019/old", "2019/old/index.html"),
        ("../../etc/passwd", ""),
        ("/.site-gen-manifest", ""),
        ("a\\b", ""),
        ("/", ""),
        ("", ""),
    ],
)
def test_an_alias_stays_below_the_site(alias: str, path: str) -> None:
    assert alias_path(alias) == path


def _leads(desk: Desk, path: str) -> str:
    page = html.fromstring(desk.files()[path].decode())
    (told,) = page.xpath("//meta[@http-equiv='refresh']/@content")
    href = told.partition("url=")[2]
    assert page.xpath("//main//a/@href") == [href]
    return str(href)


def test_aliases_of_an_article_lead_to_it(desk: Desk) -> None:
    aliases = "[solvang-tour, /2025/tour/, index, loan, /leaders/x.html]"
    text = f"---\ntitle: Solvang in Oslo\naliases: {aliases}\n---\n\nGovernor Ingrid Solvang spoke in Oslo.\n"
    desk.write("tour.md", text)
    desk.build()
    assert _leads(desk, "articles/solvang-tour.html") == "../articles/tour.html"
    assert _leads(desk, "2025/tour/index.html") == "../../articles/tour.html"
    files = desk.files()
    assert b"refresh" not in files["articles/loan.html"], "an article that is there wins"
    assert b"refresh" not in files["articles/index.html"]
    assert "leaders/x.html" not in files
    (desk.content / "loan.txt").unlink()
    desk.build()
    assert _leads(desk, "articles/loan.html") == "../articles/tour.html"
    incremental = desk.files()
    desk.build(clean=True)
    assert desk.files() == incremental


def test_a_merged_person_is_found_at_the_old_address(desk: Desk) -> None:
    desk.write(
        "again.txt", " date 2025-03-11 Inga Solvang, governor of the bank, spoke in Oslo on Tuesday.\n"
    )
    desk.build()
    assert "leaders/inga-solvang.html" in desk.files()
    decisions = desk.folder / "decisions.yaml"
    decisions.write_text("- merge: leader/inga-solvang\n  into: leader/ingrid-solvang\n")
    report = desk.build()
    assert report.problems == ()
    assert _leads(desk, "leaders/inga-solvang.html") == "../leaders/ingrid-solvang.html"
    decisions.unlink()
    desk.build()
    assert b"refresh" not in desk.files()["leaders/inga-solvang.html"]


def test_the_sitemap_lists_neither_embeds_nor_former_addresses(addressed: Desk) -> None:
    addressed.write(
        "tour.md", "---\ntitle: Tour\naliases: [solvang-tour]\n---\n\nGovernor Ingrid Solvang spoke.\n"
    )
    addressed.build()
    listed = addressed.files()["sitemap.xml"].decode()
    assert "articles/tour.html" in listed
    assert "solvang-tour" not in listed
    assert "embed/" not in listed
