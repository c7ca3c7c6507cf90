"""Agreements of single sentences: the table `rules.yaml`."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from site_gen.extract.agreements import Cast, find_agreements
from site_gen.extract.dates import find_dates
from site_gen.extract.people import find_people
from site_gen.extract.places import find_places
from site_gen.lexicon.load import load_lexicon
from site_gen.load.prose import prose_article
from site_gen.records import Rejection
from site_gen.text.document import read_document

RULES = yaml.safe_load((Path(__file__).parent / "rules.yaml").read_text())


@pytest.mark.parametrize("rule", RULES, ids=[r["text"][:40] for r in RULES])
def test_sentence_gives_its_agreements(rule: dict[str, Any]) -> None:
    lexicon = load_lexicon()
    doc = read_document(prose_article(rule["text"]))
    dates, places = find_dates(doc, lexicon, []), find_places(doc, lexicon, [])
    people = find_people(doc, lexicon, dates, places, [])
    found = find_agreements(Cast(doc, lexicon, places, people), dates, [])
    told = [
        [a.name, [f"{s.stage} {s.date or ''}".strip() for s in a.stages], [p.name for p in a.parties]]
        for a in found
    ]
    assert told == rule["found"]


def test_what_was_left_is_said_with_the_reason() -> None:
    notes: list[Rejection] = []
    doc = read_document(prose_article("Critics want a treaty. The deal is far off."))
    find_agreements(Cast(doc, load_lexicon(), (), ()), (), notes)
    assert [(n.evidence.exact, bool(n.reason)) for n in notes] == [("treaty", True), ("deal", True)]
