"""Words that tell a deed, and those that are told in place of each other."""

from functools import cache

from site_gen.analyse.stems import stems, synonym
from site_gen.resolve.words import group_of, subject, word_set


def with_alike(stems: tuple[str, ...]) -> tuple[str, ...]:
    """Stems of deeds, and behind them a mark for each group of deeds that are told in place of each other."""
    marks = (mark for stem in stems for mark in _alike().get(stem, ()))
    return (*stems, *dict.fromkeys(marks))


@cache
def _alike() -> dict[str, tuple[str, ...]]:
    """The stem of a deed -> marks of its groups."""
    found: dict[str, tuple[str, ...]] = {}
    for group in subject("opposites")["told_alike"]:
        for stem in {synonym(word) for word in group} - {""}:
            found[stem] = (*found.get(stem, ()), f"={group[0]}")
    return found


@cache
def deed_stems() -> frozenset[str]:
    """Stems of words that tell a deed, as verbs or as nouns."""
    listed = [word for words in subject("analysis")["deeds"].values() for word in words if " " not in word]
    also = (*group_of("opposites", "deniable"), *word_set("opposites", "done_once"))
    return frozenset(synonym(word) for word in (*listed, *also))


@cache
def repeated_stems() -> frozenset[str]:
    """Stems of what is done again and again in one story, and of those who do it: one blow comes after another."""
    words = word_set("opposites", "again_and_again")
    return frozenset(stem for word in words for stem in (synonym(word), *stems(word)))
