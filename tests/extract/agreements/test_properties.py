"""What holds for any text: exact spans, no exceptions, linear time, the same answer twice."""

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.extract.agreements import Cast, find_agreements
from site_gen.extract.events import find_events
from site_gen.extract.places import find_places
from site_gen.lexicon.load import load_lexicon
from site_gen.load.prose import prose_article
from site_gen.records import AgreementFinding, EventFinding
from site_gen.text.document import read_document
from tests.growth import assert_time_grows_no_faster

LEXICON = load_lexicon()
WORDS = st.sampled_from(
    "the The a Treaty treaty Rome Joint Declaration of on and signed was , . ( ) “ ” ’s ' which 2035 Peru "
    "Chad's agreement deal MoU memorandum understanding will be ratified by between with It Summit visit "
    "met to held İstanbul "
    "— in force START II resolution 1701 Lee-Kim truce adopted during".split()
)


def both(text: str) -> tuple[tuple[AgreementFinding, ...], tuple[EventFinding, ...]]:
    doc = read_document(prose_article(text))
    places = find_places(doc, LEXICON, [])
    cast = Cast(doc, LEXICON, places, ())
    agreements = find_agreements(cast, (), [])
    return agreements, find_events(cast, (), agreements, ())


@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=120))
@settings(max_examples=150, deadline=None)
def test_spans_are_exact_and_links_point_inside(text: str) -> None:
    agreements, events = both(text)
    spans = [e for a in agreements for e in (*a.mentions, *(s.evidence for s in a.stages))]
    for evidence in (*spans, *(e.evidence for e in events)):
        assert evidence.exact == text[evidence.start : evidence.end]
        assert evidence.exact.strip()
    assert all(0 <= r.target < len(agreements) for a in agreements for r in a.relations)
    assert all(
        -1 <= e.within < len(events) and all(0 <= n < len(agreements) for n in e.agreements) for e in events
    )
    assert both(text) == (agreements, events)


@pytest.mark.parametrize(
    "piece",
    [
        "Treaty of the Joint Treaty and Treaty on Treaty ",
        "signed the pact, ",
        "agreement which was to be ",
        "Lee met ",
    ],
)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    assert_time_grows_no_faster(
        lambda pieces: partial(both, piece * pieces), 300, times=4, at_most=10, slack=0.05
    )
