"""The editor's topics: their words are found wherever an article uses them, not only where it speaks of little else."""

import pytest

from site_gen.analyse.listed import listed_places
from site_gen.analyse.tables import TopicEntry
from site_gen.tables import ARTICLES, FINDINGS
from tests.resolve.engine import tell

TEXT = """Port report

The quay of Bergen was empty. Two Ferries lay there, and a third ferry was on its way; the ferry line is old.

Storm-proof walls cost the AIDS fund nothing. It aids nobody, the harbour master said.
"""


@pytest.mark.parametrize(
    ("terms", "words"),
    [
        (("quay",), ["quay"]),
        (("ferry",), ["Ferries"]),
        (("ferries", "ferry line"), ["Ferries"]),
        (("harbour masters",), ["harbour master"]),
        (("storm proof wall",), ["Storm-proof walls"]),
        (("AIDS",), ["AIDS"]),
        (("qua",), []),
        ((" ", ""), []),
    ],
)
def test_words_are_found_whole_in_either_number_once_a_sentence(
    terms: tuple[str, ...], words: list[str]
) -> None:
    story = tell((), {"0.txt": TEXT})
    (article,), (findings,) = story.all(ARTICLES), story.all(FINDINGS)
    found = list(listed_places((TopicEntry("Bergen ports", terms),), article, findings))
    assert [place.exact for _, place in found] == words
    for _, place in found:
        assert article.text[place.start : place.end] == place.exact
