"""Texts as a reader copies them from a web page, menus and all: each line of `pasted.yaml` says what it is.

T title, P paragraph, H heading, I item of a list, C caption, F furniture. The texts were written for these tests.
"""

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from site_gen.config import SiteConfig
from site_gen.engine.build import build
from site_gen.engine.settings import BuildRequest
from site_gen.lexicon import load_lexicon
from site_gen.load import LoadOptions, load_file
from site_gen.records import Article, Source

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("pasted.yaml").read_text("utf-8"))
NAMES = [case["name"] for case in CASES]
OPTIONS = LoadOptions(load_lexicon())
KINDS = {"P": "paragraph", "H": "heading", "I": "item", "C": "caption", "F": "furniture", "T": "title"}
OF_THE_PAGE = frozenset({"articles", "dates", "lineages", "problems"})
"""Kinds of records that may point at a line of the page: the day of publication does."""


class Line(NamedTuple):
    """One line of a paste, and where it stands."""

    kind: str
    words: str
    start: int
    end: int


def pasted(case: dict[str, Any]) -> tuple[str, list[Line]]:
    """The text of a case and its lines."""
    gap = "\n\n" if case.get("blank", True) else "\n"
    text, lines = "", []
    for row in case["lines"].splitlines():
        lines.append(Line(KINDS[row[0]], row[2:], len(text), len(text) + len(row) - 2))
        text += row[2:] + gap
    return text, lines


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_title_day_names_and_agency_are_told_from_the_page(case: dict[str, Any]) -> None:
    article = _read(pasted(case)[0])
    source = article.source
    told = (article.title, article.published.edtf, list(source.authors) if source else [])
    assert told == (case["title"], case.get("date"), case.get("authors", []))
    assert (source.agency if source else "") == case.get("agency", "")


OUTLETS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("outlets.yaml").read_text("utf-8"))
PROSE = (
    "The harbour board of Aalesund met on Tuesday and voted 12 to 3 for the new quay, its chairman said.",
    "Opponents say that the figures are out of date and that the fishing fleet was never asked.",
)


@pytest.mark.parametrize("case", OUTLETS, ids=[case["name"] for case in OUTLETS])
def test_the_outlet_is_told_from_the_lines_around_the_text(case: dict[str, Any]) -> None:
    article = _read("\n\n".join(map(str, (*case["head"], *PROSE, *case.get("tail", ())))))
    source = article.source or Source()
    said = (source.name, source.agency, source.url, list(source.authors))
    expected = [case.get(key, "") for key in ("outlet", "agency", "url")]
    assert said == (*expected, case.get("authors", []))
    assert article.title == case.get("title", "Quay vote passes")


PUBLISHED: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("published.yaml").read_text("utf-8")
)


@pytest.mark.parametrize("case", PUBLISHED, ids=[case["name"] for case in PUBLISHED])
def test_the_day_is_told_from_the_lines_above_the_text(case: dict[str, Any]) -> None:
    article = _read("\n\n".join(map(str, (*case["head"], *PROSE))))
    assert article.published.edtf == case.get("day")


LETTERHEADS: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("letterheads.yaml").read_text("utf-8")
)


@pytest.mark.parametrize("case", LETTERHEADS, ids=[case["name"] for case in LETTERHEADS])
def test_the_headline_stands_below_the_letterhead(case: dict[str, Any]) -> None:
    assert _read("\n\n".join(map(str, (*case["head"], *PROSE)))).title == case["title"]


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_every_line_is_what_it_is(case: dict[str, Any]) -> None:
    text, lines = pasted(case)
    article = _read(text)
    wrong = []
    for line in lines:
        kinds = {
            "title" if block.rule == "title" else block.kind
            for block in article.blocks
            if block.start < line.end and block.end > line.start
        }
        if line.kind not in kinds or (line.kind == "furniture" and kinds != {"furniture"}):
            wrong.append((line.kind, line.words, kinds))
    assert wrong == []


def test_no_line_of_the_page_gives_a_record(tmp_path: Path) -> None:
    content, output = tmp_path / "content", tmp_path / "output"
    content.mkdir()
    for case in CASES:
        (content / f"{case['name'].replace(' ', '-')}.txt").write_text(pasted(case)[0], "utf-8")
    build(BuildRequest(content, output, SiteConfig(content=content, output=output), processes=1))
    records = json.loads((output / "data/records.json").read_bytes())
    ids = {article["path"]: article["id"] for article in records["articles"]}
    page = {
        ids[f"{case['name'].replace(' ', '-')}.txt"]: [
            line for line in pasted(case)[1] if line.kind == "furniture"
        ]
        for case in CASES
    }
    found = [
        (kind, line.words)
        for kind, rows in records.items()
        if isinstance(rows, list) and kind not in OF_THE_PAGE
        for name, start, end in _places(rows)
        for line in page.get(name, ())
        if start >= line.start and end <= line.end
    ]
    assert found == []
    assert len(records["figures"]) > len(CASES)  # the paragraphs do give some


def _read(text: str) -> Article:
    loaded = load_file(text.encode(), "pasted.txt", OPTIONS)
    assert len(loaded.articles) == 1
    return loaded.articles[0]


def _places(value: Any) -> list[tuple[str, int, int]]:
    """All evidence inside a value."""
    if isinstance(value, list):
        return [place for item in value for place in _places(item)]
    if not isinstance(value, dict):
        return []
    here = (
        [(value["article"], value["start"], value["end"])]
        if {"article", "start", "end"} <= value.keys()
        else []
    )
    return here + [place for item in value.values() for place in _places(item)]
