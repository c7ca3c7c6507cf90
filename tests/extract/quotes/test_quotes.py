"""Quotations and their speakers: cases as data, and what holds for any text."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.extract.quotes import find_quotes
from site_gen.lexicon import Lexicon, load_lexicon
from site_gen.load.prose import prose_article
from site_gen.records import (
    Evidence,
    PersonFinding,
    PersonMention,
    QuoteFinding,
    Rejection,
)
from site_gen.text.document import Document, read_document
from tests.growth import assert_time_grows_no_faster

CASES = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))
PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "'",
        "‘",
        "’",
        "«",
        "»",
        "``",
        "''",
        " ",
        ". ",
        ", ",
        "\n\n",
        "he said",
        "Ana Ruiz told them",
        "water",
    ]
)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def document(text: str) -> Document:
    return read_document(prose_article(text))


def found_in(text: str, lexicon: Lexicon) -> tuple[QuoteFinding, ...]:
    return find_quotes(document(text), lexicon, (), [])


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_case(case: dict, lexicon: Lexicon) -> None:
    found = found_in(case["text"], lexicon)
    assert [
        got.evidence.exact[: len(want["begins"])] for got, want in zip(found, case["quotes"], strict=False)
    ] == [want["begins"] for want in case["quotes"]]
    assert len(found) == len(case["quotes"]), [q.evidence.exact for q in found]
    for got, want in zip(found, case["quotes"], strict=True):
        assert got.speaker is not None
        assert got.speaker.evidence.exact == want["says"]
        if want["says"] not in ("he", "she"):
            assert got.speaker.name.lower() == bare(want.get("name", want["says"])).lower()
        elif "name" in want:
            assert got.speaker.name == want["name"]
        assert got.verb == want.get("verb", got.verb)
        assert got.addressee == want.get("to", got.addressee)
        assert got.partial == want.get("partial", got.partial)
        assert got.closed == want.get("closed", got.closed)
        assert got.evidence.exact.endswith(want.get("ends", ""))


def bare(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if first.lower() in ("the", "a", "an") else name


def test_left_stretches_are_noted_with_a_reason(lexicon: Lexicon) -> None:
    notes: list[Rejection] = []
    find_quotes(document('They opened the “Lake Road Museum” and called it "home".'), lexicon, (), notes)
    assert [(note.evidence.exact, note.reason) for note in notes] == [
        ("“Lake Road Museum”", "capitalised like a title"),
        ('"home"', "too short for a quotation"),
    ]


def person(doc: Document, name: str, *mentions: tuple[str, str]) -> PersonFinding:
    def at(exact: str) -> Evidence:
        start = doc.reading.index(exact)
        return doc.evidence(start, start + len(exact))

    forms = tuple(PersonMention(at(exact), form, exact) for exact, form in mentions)  # type: ignore[arg-type]
    return PersonFinding(name, name.split()[-1], name.split()[0], True, (), forms)


def test_a_speaker_is_the_person_of_that_mention(lexicon: Lexicon) -> None:
    doc = document('"The road is open again," the interior minister said. Vera Pohl signed nothing.')
    people = (person(doc, "Vera Pohl", ("the interior minister", "title"), ("Vera Pohl", "full")),)
    (quote,) = find_quotes(doc, lexicon, people, [])
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.person) == ("Vera Pohl", 0)
    assert quote.speaker.evidence.exact == "the interior minister"


def test_a_pronoun_is_the_person_it_was_found_to_mean(lexicon: Lexicon) -> None:
    doc = document('Ben Obi met Vera Pohl. "The road is open again," she said.')
    people = (
        person(doc, "Ben Obi", ("Ben Obi", "full")),
        person(doc, "Vera Pohl", ("Vera Pohl", "full"), ("she", "pronoun")),
    )
    (quote,) = find_quotes(doc, lexicon, people, [])
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.person) == ("Vera Pohl", 1)


def test_a_name_behind_the_plural_that_owns_it_is_that_person(lexicon: Lexicon) -> None:
    doc = document('"The road is open again," the Coral Islands\' Vera Pohl said.')
    (quote,) = find_quotes(doc, lexicon, (person(doc, "Vera Pohl", ("Vera Pohl", "full")),), [])
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.person) == ("Vera Pohl", 0)


@pytest.mark.parametrize("who", ["a spokesman for Vera Pohl", "Vera Pohl's lawyer"])
def test_who_speaks_for_a_person_is_not_that_person(who: str, lexicon: Lexicon) -> None:
    doc = document(f'"The road is open again," {who} said.')
    (quote,) = find_quotes(doc, lexicon, (person(doc, "Vera Pohl", ("Vera Pohl", "full")),), [])
    assert quote.speaker is not None
    assert quote.speaker.person == -1
    assert quote.speaker.evidence.exact == who


def test_a_heading_is_not_searched(lexicon: Lexicon) -> None:
    from msgspec.structs import replace

    article = prose_article("Mayor: “We will not pay the fine”\n\nThe city said nothing more.")
    heading = replace(article.blocks[0], kind="heading", level=1)
    doc = read_document(replace(article, blocks=(heading, *article.blocks[1:])))
    assert find_quotes(doc, lexicon, (), []) == ()


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=120))
def test_spans_are_exact_and_in_order_for_any_text(text: str) -> None:
    doc = document(text)
    found = find_quotes(doc, _LEXICON, (), [])
    for quote in found:
        assert quote.evidence.exact == text[quote.evidence.start : quote.evidence.end]
        if quote.speaker:
            at = quote.speaker.evidence
            assert at.exact == text[at.start : at.end] != ""
    ends = [0, *(q.evidence.end for q in found)]
    assert all(q.evidence.start >= end for q, end in zip(found, ends, strict=False))


_LEXICON = load_lexicon()


@pytest.mark.parametrize(
    "piece", ['"a b c, he said. ', "“", "‘a b", "said Ana Ruiz, ", "“a b c” and ", "who said, "]
)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    def prepared(size: int) -> Callable[[], object]:
        doc = document(piece * (size // len(piece)))
        return lambda: find_quotes(doc, _LEXICON, (), [])

    assert_time_grows_no_faster(prepared, 20_000, times=2, at_most=3.5, slack=0.02)
