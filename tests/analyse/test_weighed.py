"""Figures weighed: what the weights are of, how they are fitted, and what they tell and hold back."""

from math import log

import pytest

from site_gen import analyse, resolve
from site_gen.analyse.conflicts.twice.aligned.align import Likeness
from site_gen.analyse.conflicts.twice.aligned.weights import Candidate, likely, log_odds
from site_gen.resolve.words import subject
from site_gen.tables import CONFLICTS
from tests.analyse.weigh import Example, fitted
from tests.resolve.engine import tell

_NO_LIKENESS = Likeness(0.0, 0.0, 0.0, 0.0, frozenset(), False, False, False)


def test_a_sign_that_is_half_as_likely_to_be_there_where_it_is_none_weighs_its_odds() -> None:
    told = [Example({"sign": 1.0}, True, "s", "", 4000.0), Example({}, True, "s", "", 4000.0)]
    wrong = [Example({"sign": 1.0}, False, "s", "", 1000.0), Example({}, False, "s", "", 4000.0)]
    weights = fitted([*told, *wrong])
    assert weights.signs["sign"] == pytest.approx(log(4), abs=0.05)
    assert weights.base == pytest.approx(0.0, abs=0.05)


def test_a_place_is_told_in_the_likeliest_of_its_pairs_alone() -> None:
    names = ("left", "best", "near", "left near", "likeness", "one sort", "one period")
    strong = dict.fromkeys(names, 1.0)
    found = [
        Candidate(0, 0, _NO_LIKENESS, {**strong, "ratio": 1.0}),
        Candidate(0, 1, _NO_LIKENESS, {**strong, "one force": 1.0}),
        Candidate(1, 2, _NO_LIKENESS, {}),
    ]
    told = [(c.one, c.other) for c in likely("figures", found, lambda side, number: (side, number))]
    assert told == [(0, 1)]


def test_signs_without_a_weight_say_nothing() -> None:
    assert log_odds({"left": 1.0, "unheard of": 5.0}, {"left": 0.5}) == 0.5


def test_what_holds_back_lies_below_what_tells() -> None:
    weights = subject("weights")["figures"]
    assert max(weights["least"].values()) < 0 < weights["sure"]


def test_figures_of_one_thing_in_other_words_contradict_each_other() -> None:
    texts = {
        "0.txt": (
            "POPAYAN, Colombia, March 3, 2031 (Andes Press) - A dam that held back waste of a gold mine broke on"
            " Sunday night above the town of Suarez, killing 14 people and injuring 61, Governor Elena Mosquera"
            " said on Monday.\n\nThe dam belonged to the mining company Orovalle."
        ),
        "1.txt": (
            "4 March 2031\n\nFourteen dead: the mud that came down on Suarez on Sunday after the dam of the Orovalle"
            " mine gave way has left a town in grief. Doctors treated 48 injured people, the governor, Elena"
            " Mosquera, said."
        ),
    }
    memory = tell((*resolve.STAGES, *analyse.STAGES), texts)
    assert [sorted(claim.says for claim in c.claims) for c in memory.all(CONFLICTS)] == [
        ["48 injured people", "61"]
    ]
