"""An agreement of long ago without a name, recalled in one clause, is the story's past and no record."""

import pytest

from site_gen.extract import extract
from site_gen.lexicon import load_lexicon
from site_gen.load import LoadOptions, load_file

CASES = {
    "Oman brokered a truce in 2010 and left.": [],
    "Oman brokered a truce in 2033 and left.": ["Truce"],
    "Oman brokered the Salalah Truce in 2010 and left.": ["Salalah Truce"],
}


@pytest.mark.parametrize("told", CASES)
def test_what_was_agreed_long_ago_in_passing_is_no_record(told: str) -> None:
    lexicon = load_lexicon()
    text = f"LIMA, May 4, 2034 (Reuters) - Peru and Chile clashed on the ridge again. {told}"
    article = load_file(text.encode(), "report.txt", LoadOptions(lexicon)).articles[0]
    assert [a.name for a in extract(article, lexicon, []).agreements] == CASES[told]
