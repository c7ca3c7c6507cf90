"""The bodies that decide which a stretch of text names."""

import re

from site_gen.resolve.folding import fold
from site_gen.resolve.words import group_of, word_set

_HOUSE = re.compile(r"\b(lower|upper) (?:house|chamber)\b")
"""Each of the two takes its own votes."""


def deciders(text: str) -> frozenset[str]:
    """The bodies that are named there, each by the first of the words for it."""
    groups, known = group_of("opposites", "deciders"), word_set("analysis", "bodies")
    text = fold(text)
    houses = {found[1] for found in _HOUSE.finditer(text)}
    words = (word for word in _HOUSE.sub(" ", text).split() if word in groups or word in known)
    return frozenset(groups.get(word, word) for word in words) | houses
