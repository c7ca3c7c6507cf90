"""Two sentences on papers of two sorts, which are not one paper: a memorandum of understanding, a forces agreement."""

import re
from functools import cache

from site_gen.analyse.stems import synonym
from site_gen.resolve.folding import fold
from site_gen.resolve.words import word_set

_OF_ANY = frozenset("a an the of new old present".split())


def of_two_papers(one: str, other: str) -> bool:
    """Whether the papers of each are of a sort that the other has not, and some of a kind that no other word means."""
    titles = _titles(one), _titles(other)
    if all(titles) and titles[0].isdisjoint(titles[1]):
        return True
    ours, theirs = _sorts(one), _sorts(other)
    own = word_set("analysis", "own_kinds")
    strict = bool((ours ^ theirs) & own)
    return (strict and bool(ours and theirs) and ours.isdisjoint(theirs)) or on_two_topics(one, other)


def on_two_topics(one: str, other: str) -> bool:
    """Whether the papers of each are on something else: `an agreement on hospitals`, `an agreement on schools`."""
    ours, theirs = _topics(one), _topics(other)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _topics(text: str) -> frozenset[str]:
    return frozenset(synonym(word) for word in _on().findall(text)) - {""}


def _titles(text: str) -> frozenset[str]:
    """The kinds of the papers that a sentence names by title: a Housing Act is no Housing Compact."""
    return frozenset(found.lower() for found in _title().findall(text))


@cache
def _title() -> re.Pattern[str]:
    kinds = (
        word_set("analysis", "loose_kinds")
        | word_set("analysis", "own_kinds")
        | word_set("analysis", "titled")
    )
    return re.compile(rf"\b(?:[A-Z][\w’'-]+ )+({'|'.join(sorted(kind.capitalize() for kind in kinds))})\b")


def _sorts(text: str) -> frozenset[str]:
    """The words that tell what sort of papers a sentence is on."""
    words = (word for found in _paper().findall(text) for word in fold(found).split())
    return frozenset(words) - _OF_ANY - word_set("analysis", "loose_kinds")


@cache
def _on() -> re.Pattern[str]:
    kinds = "|".join(sorted(word_set("analysis", "loose_kinds") | word_set("analysis", "own_kinds")))
    return re.compile(
        rf"\b(?:an?|another) (?:[a-z-]+ )?(?:{kinds}) (?:on|for|about) (?:the |an? )?([a-z]{{4,}})\b", re.I
    )


@cache
def _paper() -> re.Pattern[str]:
    kinds = "|".join(sorted(word_set("analysis", "loose_kinds") | word_set("analysis", "own_kinds")))
    return re.compile(rf"\b(?:an?|another|the|their|its) ((?:[a-z-]+ ){{0,4}}?(?:{kinds}))\b")
