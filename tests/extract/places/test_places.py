"""Places by sentence: what is found, and what only looks like a place."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.extract.places import find_places
from site_gen.lexicon import Lexicon, load_lexicon
from site_gen.load.prose import prose_article
from site_gen.records import PlaceFinding, Rejection
from site_gen.text.document import read_document

CASES = yaml.safe_load((Path(__file__).parent / "places.yaml").read_text(encoding="utf-8"))


@cache
def words() -> Lexicon:
    return load_lexicon()


def places_in(text: str, notes: list[Rejection] | None = None) -> tuple[PlaceFinding, ...]:
    return find_places(read_document(prose_article(text)), words(), [] if notes is None else notes)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_sentence_yields_its_places(case: dict[str, Any]) -> None:
    found = [f"{p.evidence.exact}={p.name}/{p.kind}/{p.country}" for p in places_in(case["text"])]
    assert found == case["places"]


def test_refused_name_is_noted_with_its_reason() -> None:
    notes: list[Rejection] = []
    places_in("The Washington Post wrote about it.", notes)
    assert [(note.evidence.exact, note.extractor) for note in notes] == [("Washington", "places")]
    assert "Post" in notes[0].reason


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Japan", "U.S.", "Nice", "in ", ", ", " ", "\n\n", "’s ", "São Paulo", "-", "x"])
    )
)
def test_evidence_is_exact_and_places_do_not_overlap(pieces: list[str]) -> None:
    text = "".join(pieces)
    reached = 0
    for place in places_in(text):
        assert place.evidence.exact == text[place.evidence.start : place.evidence.end]
        assert place.evidence.start >= reached
        reached = place.evidence.end
