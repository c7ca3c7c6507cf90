"""How much a word tells of what a report is about: the rarer it is in English, the more."""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from math import exp, log

from site_gen.analyse.stems import synonym
from site_gen.resolve.words import subject
from site_gen.worked_out import worked_out

_BILLION = 9
_UNLISTED = 3.7
"""The Zipf class of what is in no class."""
_REPORT = 300
"""Words of a short report."""
_WIDTH = 0.125
"""Half of a class: its words are taken to stand in its middle."""


def rarity(stem: str) -> float:
    """Of a stem (`stems.synonym`): the negative logarithm of the chance that a short report of anything has it.

    About 0.3 for a word such as `make`, 3 for `treaty`, and 6.4 for one that is in no class (inverse document
    frequency, Spärck Jones 1972, with the frequencies of `lexicon/common_words.yaml`).
    """
    return _rarities().get(stem, _RARE)


def is_unlisted(stem: str) -> bool:
    """Whether a stem is of no listed word: such a word is rare, or a name."""
    return bool(stem) and stem not in _rarities()


def _of_uses(uses: float) -> float:
    """`uses`: of one word, as a share of all."""
    return -log(1 - exp(-_REPORT * uses))


_RARE = round(_of_uses(10 ** (_UNLISTED - _BILLION)), 3)


@cache
def _rarities() -> Mapping[str, float]:
    """By stem: the uses of all words that have it are taken together.

    Kept from one run to the next: seven thousand stems are more than an edited article has.
    """
    return worked_out("rarities", "", _counted)


def _counted() -> dict[str, float]:
    uses: Counter[str] = Counter()
    for floor, words in subject("common_words")["classes"].items():
        each = 10 ** (float(floor) + _WIDTH - _BILLION)
        for word in words.split():
            uses[synonym(word)] += each  # type: ignore[assignment]
    return {stem: round(_of_uses(share), 3) for stem, share in uses.items()}
