"""Stems of the words near a stretch of a sentence: what tells whether two reports speak of one thing."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from site_gen.resolve.words import group_of, subject, word_set
from site_gen.text.letters import long_words
from site_gen.worked_out import worked_out

_CUT = re.compile(
    r";|:|—|–|, |and (?<!\wand )(?!\w+ (?:of|in)\b)|but\b(?<!\wbut)|that\b(?<!\wthat)"
    r"|which\b(?<!\wwhich)|who\b(?<!\wwho)|while\b(?<!\wwhile)|where\b(?<!\wwhere)"
)
"""Each begins with a letter or mark of its own, and looks behind for what stands before it: so places are skipped."""
_ENDING = re.compile(r"(?:ation|ments?|ions?|ings?|ers?|ed|es|s|e|y|al)$")
_VOWELS = "aeiou"
_DOUBLING = re.compile(r"[^aeiou][aeiou][^aeiouwxy]$")
"""The end of a word whose last letter is written twice before an ending: `stop`, `submit`."""
_STEM = 6
_AHEAD, _BEHIND = 90, 70


def clause_stems(text: str, first: int, last: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Stems of the clause before and behind a stretch of a sentence, the nearest first."""
    start = max(0, first - _AHEAD)
    cuts = [m.end() for m in _CUT.finditer(text, start, first)]
    before = text[cuts[-1] if cuts else start : first]
    behind = _CUT.search(text, last, last + _BEHIND)
    after = text[last : behind.start() if behind else last + _BEHIND]
    return tuple(reversed(stems(before))), stems(after)


@lru_cache(maxsize=4096)
def stems(text: str) -> tuple[str, ...]:
    """Stems of the words that say something, in order; words that say one thing of a deed give one stem."""
    return tuple(dict.fromkeys([stem for word in long_words(text.casefold()) if (stem := _stem(word))]))


def clause_ends(text: str) -> tuple[int, ...]:
    """Where the clauses of a sentence end, its own end included."""
    return (*(m.start() for m in _CUT.finditer(text)), len(text))


@lru_cache(maxsize=65536)
def synonym(word: str) -> str:
    """The stem of a word, or the first word of its group of synonyms; nothing for one that says nothing."""
    if word in _mute() or word in word_set("synonyms", "units"):
        return ""
    return _synonyms().get(word) or _ending(word)


def _forms(word: str) -> tuple[str, ...]:
    """The forms that end in -s, -ed and -ing, as a regular word has them."""
    if word.endswith("e"):
        return f"{word}s", f"{word}d", f"{word[:-1]}ing"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing"
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return f"{word}es", f"{word}ed", f"{word}ing"
    doubled = f"{word}{word[-1]}" if _DOUBLING.search(word) else word
    return f"{word}s", f"{word}ed", f"{word}ing", f"{doubled}ed", f"{doubled}ing"


def with_states(words: Iterable[str]) -> set[str]:
    """Stems, and for a capital or a people those of the state that is meant: `Paris mediated`, `French envoys`."""
    found = set(words)
    return found.union(*(_state_stems().get(stem, ()) for stem in found))


@cache
def _state_stems() -> Mapping[str, frozenset[str]]:
    """The stem of a capital, or of a one-word name of a state or its people -> those of all its names."""
    found: dict[str, frozenset[str]] = {}
    for line in subject("countries")["countries"].values():
        name, *others = line.replace("~", "").split(";")
        known = [w.strip() for part in (name, *others[1:3]) for w in part.split(",") if w.strip()]
        single = frozenset(synonym(w.lower()) for w in known if " " not in w)
        of_name = frozenset(synonym(w.lower()) for w in name.split() if w[0].isupper() and w not in _SIDES)
        for stem in single:
            found.setdefault(stem, single | of_name)
    return found


_SIDES = frozenset(
    {"South", "North", "United", "Republic", "New", "Democratic", "Central", "States", "Islands"}
)


@cache
def _mute() -> frozenset[str]:
    return word_set("analysis", "stop") | _numerals() | word_set("opposites", "time")


@cache
def _synonyms() -> Mapping[str, str]:
    return worked_out("synonyms", "", _grouped)


def _grouped() -> dict[str, str]:
    """Words and their plain forms -> the first word of their group; a form in two is that of the word it is."""
    groups = group_of("synonyms", "groups")
    formed = {form: first for word, first in groups.items() for form in _forms(word)}
    exact = {word: groups.get(first, first) for word, first in group_of("synonyms", "exact").items()}
    plural = {f"{word}s": first for word, first in exact.items()}
    return {**formed, **plural, **exact, **groups}


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    if word in _mute():
        return ""
    first = _alike().get(word) or _alike().get(_ending(word))
    return first or _ending(word)


def _ending(word: str) -> str:
    short = word[:_STEM]
    bare = _ENDING.sub("", word)[:_STEM] if len(word) > 4 else short
    return bare if len(bare) > 2 else short


@cache
def _alike() -> Mapping[str, str]:
    groups = group_of("opposites", "alike")
    return {**{_ending(word): first for word, first in groups.items()}, **groups}


@cache
def _numerals() -> frozenset[str]:
    words = subject("numbers")
    return frozenset([*words["ones"], *words["tens"], *words["scales"]])
