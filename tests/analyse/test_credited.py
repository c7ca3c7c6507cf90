"""Whom an article says it has something from, and what that makes of two reports alike."""

import pytest

from site_gen.analyse.lineage.compare import Likeness
from site_gen.analyse.lineage.credited import credited_in, is_credited

CASES = {
    "An understanding was reached on 5 June, NPA reports.": "npa",
    "It was signed on Friday, the Norland Press Agency reported.": "npa",
    "So he said at the forum, as reported by NPA. Lee answered later.": "npa",
    "It says so, writes the agency Tarn Wire, which has read the document.": "tarn wire",
    "The harbour board reports a loss.": "",
    "Nobody knows, NPA or not.": "",
}


@pytest.mark.parametrize("text", CASES)
def test_an_agency_is_credited_by_name_or_initials(text: str) -> None:
    known = frozenset({"npa", "tarn wire"})
    found = {agency for agency in known if is_credited(frozenset({agency}), credited_in(text))}
    assert found == ({CASES[text]} - {""})


def test_free_retelling_is_a_rewrite_where_it_credits_the_agency() -> None:
    told = Likeness(0.08, 0.37, 0.85, 0.68, 0.56, 13, figures=0.73, counted=11, agreed=6, quoted=2)
    assert told.relation == ""
    assert told._replace(credited=True).relation == "rewrite"
    assert told._replace(credited=True, figures=0.4).relation == ""
    assert told._replace(credited=True, clashes=1).relation == ""
