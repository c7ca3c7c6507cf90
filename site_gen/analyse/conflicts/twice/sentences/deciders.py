"""The bodies that decide which a stretch of text names."""

from site_gen.resolve.folding import fold
from site_gen.resolve.words import group_of, word_set


def deciders(text: str) -> frozenset[str]:
    """The bodies that are named there, each by the first of the words for it."""
    groups, known = group_of("opposites", "deciders"), word_set("analysis", "bodies")
    return frozenset(groups.get(word, word) for word in fold(text).split() if word in groups or word in known)
