"""Who did what only one can have done: `designed by X`, `Y opened the line`."""

import re
from collections.abc import Iterator
from functools import cache

from site_gen.analyse.stems import synonym
from site_gen.analyse.tellings import Slot, Told, Word
from site_gen.resolve.words import word_set

_BY = re.compile(r"\w*,? (?:\w+ ){0,2}by (?:the |a |its |their )?(?:[a-z]+ ){0,2}")
_OF = re.compile(r"\w* of (?:the )?(?:[a-z]+ ){0,2}")
_UNDER = re.compile(r"\b(?:with|under|through) (?:the )?$")
_PASSIVE = re.compile(r"\b(?:was|were|been|be|being|is|are|had|has) (?:\w+ly )?$")
_WORD = re.compile(r"[\w’'-]+")
_WHAT = re.compile(r" (?:the|a|an|its|his|her|their) [\w’'-]+")
_RUN = 4
_REACH = 30


def agent_slots(at: int, told: Told) -> Iterator[Slot]:
    """A slot for each such deed whose doer stands in its sentence."""
    text, words = told.evidence.exact, told.words
    for n, word in enumerate(words):
        if word.name or word.stem not in _one_doer() or not _is_listed(text, word):
            continue
        under = _UNDER.search(text, max(0, word.at - _REACH), word.at)
        behind = (_OF if under else _BY).match(text, word.at)
        doer = _names_from(words, n + 1, behind.end()) if behind else []
        if not doer and word.verb and not _PASSIVE.search(text, max(0, word.at - _REACH), word.at):
            doer = _names_before(words, n)
        if any(w.stem != word.stem for w in doer):
            start = told.evidence.start
            first, last = min(word.at, doer[0].at), max(word.at, doer[-1].at)
            end = re.compile(r"[\w’'-]+").match(text, last)
            value = " ".join(sorted({w.stem for w in doer} - {word.stem}))
            yield Slot(at, f"by {word.stem}", value, start + first, start + (end.end() if end else last))


def _is_listed(text: str, word: Word) -> bool:
    """Whether the word itself is such a deed, and no other of its stem (`found`), nor tells what somebody says."""
    raw = _WORD.match(text, word.at)
    if text[: word.at].lower().endswith("first "):
        return True  # `first noticed by a nurse`
    if not raw or raw.group().lower() not in word_set("opposites", "one_doer"):
        return False
    return raw.group().lower() != "wrote" or _WHAT.match(text, raw.end()) is not None


def _names_from(words: tuple[Word, ...], n: int, at: int) -> list[Word]:
    """The run of names that begins at a place of the sentence."""
    run = [w for w in words[n : n + _RUN] if w.at >= at]
    if not run or run[0].at != at or not run[0].name:
        return []
    last = next((i for i, w in enumerate(run) if not w.name or w.clause != run[0].clause), len(run))
    return run[:last]


def _names_before(words: tuple[Word, ...], n: int) -> list[Word]:
    """The names right before a verb, in its clause."""
    run: list[Word] = []
    for word in reversed(words[max(0, n - _RUN) : n]):
        if not word.name or word.clause != words[n].clause:
            break
        run.insert(0, word)
    return run


@cache
def _one_doer() -> frozenset[str]:
    return frozenset(synonym(word) for word in word_set("opposites", "one_doer"))
