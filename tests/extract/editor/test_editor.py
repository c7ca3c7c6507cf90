"""What an editor wrote into front matter wins over what is found in the text."""

from pathlib import Path

from site_gen.extract import extract
from site_gen.lexicon import load_lexicon
from site_gen.load import LoadOptions, load_file
from site_gen.records import Article, Findings, Rejection

LEXICON = load_lexicon()
RAW = (Path(__file__).parent / "port.md").read_bytes()


def _read(raw: bytes) -> tuple[Article, Findings, list[Rejection]]:
    (article,) = load_file(raw, "port.md", LoadOptions(LEXICON)).articles
    notes: list[Rejection] = []
    return article, extract(article, LEXICON, notes), notes


def test_leaders_are_added_renamed_and_removed() -> None:
    _, found, _ = _read(RAW)
    offices = {p.name: [(o.title, o.jurisdiction) for o in p.offices] for p in found.people}
    assert offices == {
        "Ada Lind": [("Transport Minister", "Norway")],
        "Rosa Quill": [("Harbour Minister", "Norway")],
    }
    assert {p.rule for p in found.people} == {"editor"}


def test_an_agreement_has_the_parties_and_stages_that_the_editor_gives() -> None:
    _, found, _ = _read(RAW)
    (pact,) = [a for a in found.agreements if a.name == "Oslo Port Pact"]
    assert [p.name for p in pact.parties] == ["Norway", "Denmark"]
    assert [(s.stage, s.date) for s in pact.stages] == [("signed", "2025-03-13")]


def test_figures_are_corrected_taken_out_and_added() -> None:
    _, found, _ = _read(RAW)
    assert [(f.value, f.unit, f.measure) for f in found.figures] == [
        (41_000_000, "USD", "dredging"),
        (7, "berth", "new berths"),
    ]


def test_a_quotation_gets_the_speaker_and_an_event_its_day() -> None:
    _, found, _ = _read(RAW)
    (quote,) = found.quotes
    assert quote.speaker is not None
    assert found.people[quote.speaker.person].name == "Ada Lind"
    assert ("First ferry sails", "2025-06-01", "planned") in {
        (e.title, e.date, e.status) for e in found.events
    }


def test_evidence_is_exact_and_of_the_front_matter_where_the_text_says_nothing() -> None:
    article, found, _ = _read(RAW)
    added = next(p for p in found.people if p.name == "Rosa Quill").mentions[0].evidence
    assert "Rosa Quill" in added.exact
    for evidence in (*(f.evidence for f in found.figures), added, *(e.evidence for e in found.events)):
        assert evidence.exact == article.text[evidence.start : evidence.end]


def test_an_entry_that_matches_nothing_is_named_with_its_line() -> None:
    _, _, notes = _read(RAW.replace(b"remove: [Karl Berg]", b"remove: [Karl Borg]"))
    told = [n for n in notes if n.extractor == "editor"]
    assert [n.reason for n in told] == ["no leader is called so here"]
    assert "Karl Borg" in told[0].evidence.exact or "remove" in told[0].evidence.exact
    assert not [n for n in _read(RAW)[2] if n.extractor == "editor"]


def test_without_overrides_nothing_changes() -> None:
    plain = RAW[RAW.index(b"---\nTransport") + 4 :]
    _, found, _ = _read(b"---\ntitle: Port pact signed\ndate: 2025-03-14\n---\n" + plain)
    assert {p.name for p in found.people} == {"Ada Lindt", "Karl Berg"}


QUOTED = """---
title: A pact for the port
date: 2025-03-14
quotes:
  remove: ["a fine day"]
  add: [{text: "nobody asked the dockers", speaker: Karl Berg}]
  rename: {Ada Lindt: Ada Lind}
---
"The tide has turned," Ada Lindt said. "It is a fine day," Karl Berg said.
Above the gate stood: nobody asked the dockers.
"""


def test_quotations_are_added_and_removed_and_their_speakers_renamed() -> None:
    _, found, _ = _read(QUOTED.encode())
    told = {q.evidence.exact.strip('"“”,'): q.speaker and q.speaker.name for q in found.quotes}
    assert told == {"The tide has turned": "Ada Lind", "nobody asked the dockers": "Karl Berg"}
