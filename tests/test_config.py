"""`site.yaml`: defaults, types, and messages with a place."""

from pathlib import Path

import pytest
from msgspec.structs import fields

from site_gen import config
from site_gen.config import Feed, Limits, SiteConfig, TopicWords
from site_gen.errors import UsageError
from site_gen.site_yaml import load_config


def _config(folder: Path, text: str) -> SiteConfig:
    (folder / "site.yaml").write_text(text, "utf-8")
    return load_config(folder / "site.yaml")


def test_no_file_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_config() == SiteConfig()


def test_settings_are_typed(tmp_path: Path) -> None:
    text = """
title: "Talks: the record"
language: no
base_url: https://news.example/talks
date_order: dmy
topics: [Trade, {name: Defence, terms: [navy, army]}]
feeds:
  - https://a.example/feed.xml
  - {name: B, url: "https://b.example/rss"}
limits: {file_bytes: 2_000_000}
"""
    found = _config(tmp_path, text)
    assert found.title == "Talks: the record"
    assert found.language == "no"
    assert found.base_url == "https://news.example/talks/"
    assert found.date_order == "dmy"
    assert found.topics == (TopicWords("Trade"), TopicWords("Defence", ("navy", "army")))
    assert found.feeds == (Feed("https://a.example/feed.xml"), Feed("https://b.example/rss", "B"))
    assert found.limits == Limits(file_bytes=2_000_000)


def test_folders_are_relative_to_the_file_and_arguments_win(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("content: news\noutput: public\n", "utf-8")
    found = load_config(tmp_path / "site.yaml", output=Path("elsewhere"))
    assert found.content == tmp_path / "news"
    assert found.output == Path("elsewhere")


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("titel: A", "1:1", "did you mean 'title'?"),
        ("title: [\n", "1:8", "this `[` is not closed"),
        ("title: A\nlimits:\n  file_byte: 3\n", "3:3", "did you mean 'file_bytes'?"),
        ("limits: {entries: many}", "1:19", "'many' is not a whole number"),
        ("date_order: ymd", "1:13", "one of: dmy, mdy"),
        ("title: [a]", "1:8", "a text is expected"),
        ("title: A: B", "1:9", 'title: "A: B"'),
        ("feeds: [ftp://a.example]", "1:9", "begins with https://"),
        ("topics:\n  - terms: [a]\n", "2:5", "a topic needs a name"),
        ("- a\n- b\n", "1:1", "name: value"),
        ("title: A\ntitle: B\n", "2:1", "stands here twice"),
        ("base_url: news.example", "", "must begin with https://"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(tmp_path: Path, text: str, place: str, words: str) -> None:
    with pytest.raises(UsageError) as caught:
        _config(tmp_path, text)
    assert words in str(caught.value)
    assert f"site.yaml:{place}" in str(caught.value) or not place


def test_every_bad_entry_of_a_list_and_every_unreadable_line_is_named_in_one_run(tmp_path: Path) -> None:
    text = """title: A: B
feeds:
  - https://a.example/rss
  - name: no address
  - ftp://b.example
topics: [{terms: [a]}, Trade, {name: B, term: c}]
tagline: @all
"""
    with pytest.raises(UsageError) as caught:
        _config(tmp_path, text)
    places = [line.split(": ")[0] for line in str(caught.value).splitlines() if "error[" in line]
    named = [place.rpartition("site.yaml:")[2] for place in places]
    assert named == ["1:9", "4:5", "5:5", "6:10", "6:41", "7:10"]


def test_a_file_that_is_named_must_exist(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        load_config(tmp_path / "none.yaml")


@pytest.mark.parametrize("kind", [SiteConfig, Limits, TopicWords, Feed])
def test_every_setting_is_documented_where_it_is_declared(kind: type) -> None:
    source = Path(config.__file__).read_text("utf-8") + Path(_module_file(Limits)).read_text("utf-8")
    for one in fields(kind):
        after = source.split(f"    {one.name}: ", 1)[1].split("\n", 2)[1]
        assert after.strip().startswith('"""'), f"{kind.__name__}.{one.name} has no docstring"


def _module_file(kind: type) -> str:
    import sys

    return str(sys.modules[kind.__module__].__file__)
