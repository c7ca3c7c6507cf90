"""Who did what only one can have done: `designed by X`, `Y opened the line`."""

import re
from collections.abc import Iterator
from functools import cache

from site_gen.analyse.stems import synonym
from site_gen.analyse.tellings import Slot, Told, Word
from site_gen.resolve.words import subject, word_set

_BY = re.compile(r"\w*,? (?:\w+ ){0,2}by (?:the |a |its |their )?(?:[a-z]+ ){0,2}")
_OF = re.compile(r"\w* of (?:the )?(?:[a-z]+ ){0,2}")
_UNDER = re.compile(r"\b(?:with|under|through) (?:the )?$")
_PASSIVE = re.compile(r"\b(?:was|were|been|be|being|is|are|had|has) (?:\w+ly )?$")
_UNREAL = re.compile(r"\b(?:would|could|might|should|may|never|not)\b[^,;.]{0,20}$|n['’]t [^,;.]{0,20}$")
_WORD = re.compile(r"[\w’'-]+")
_WHAT = re.compile(r" (?:the|a|an|its|his|her|their) [\w’'-]+")
_FIRST = re.compile(
    r"[Ff](?<!\w[Ff])irst to (?P<deed>see|notice|spot|discover|detect)\b[^.;,]{0,60}? (?:was|were) (?:the )?(?=[A-Z])"
)
_CONTRACT = re.compile(
    r"[Cc](?<!\w[Cc])ontract (?:for|to) (?:the |an? )?(?P<deed>[a-z]+)\b[^.;]{0,40}?"
    r" (?:went|was awarded|was given|has gone) to (?:the )?(?=[A-Z])"
)
_SOMEBODY = re.compile(r"\b(?P<deed>[a-z]+) by (?:an?|the) [a-z][^,;.]{2,80}, (?=[A-Z][\w’-]+ [A-Z])")
_AS_NOUN = re.compile(
    r"(?P<who>(?:[A-Z][\w’'-]*\s)*[A-Z][\w’'-]*)(?:, [^.;]{2,60},)?"
    r" (?:was|is|had been|acted as) (?:the |a )?(?:[a-z]+ )?"
    r"(?P<deed>[a-z-]+) (?:of|behind|between)"
)
_RUN = 4
_REACH = 30


def agent_slots(at: int, told: Told) -> Iterator[Slot]:
    """A slot for each such deed whose doer stands in its sentence."""
    text, words = told.evidence.exact, told.words
    yield from _told_otherwise(at, told)
    yield from _as_nouns(at, told)
    for n, word in enumerate(words):
        if word.name or word.stem not in _one_doer() or not _is_listed(text, word):
            continue
        if _UNREAL.search(text, max(0, word.at - _REACH), word.at):
            continue
        under = _UNDER.search(text, max(0, word.at - _REACH), word.at)
        behind = (_OF if under else _BY).match(text, word.at)
        doer = _names_from(words, n + 1, behind.end()) if behind else []
        if not doer and word.verb and not _PASSIVE.search(text, max(0, word.at - _REACH), word.at):
            doer = _names_before(words, n)
        if any(w.stem != word.stem for w in doer):
            start = told.evidence.start
            first, last = min(word.at, doer[0].at), max(word.at, doer[-1].at)
            end = _WORD.match(text, last)
            value = " ".join(sorted({w.stem for w in doer} - {word.stem}))
            yield Slot(at, f"by {word.stem}", value, start + first, start + (end.end() if end else last))


def _told_otherwise(at: int, told: Told) -> Iterator[Slot]:
    """`The first to see it was X`, `the contract for the rebuilding went to X`, `found by a technician, X`."""
    text = told.evidence.exact
    for pattern in (_FIRST, _CONTRACT, _SOMEBODY) if " by " in text else (_FIRST, _CONTRACT):
        found = pattern.search(text)
        deed = "discovered" if found and pattern is _FIRST else found["deed"].lower() if found else ""
        doer = (
            _names_behind(told.words, found.end())
            if found and deed in word_set("opposites", "one_doer")
            else []
        )
        if found and doer:
            last = _WORD.match(text, doer[-1].at)
            start, end = told.evidence.start, last.end() if last else doer[-1].at
            value = " ".join(sorted({w.stem for w in doer}))
            yield Slot(at, f"by {synonym(deed)}", value, start + found.start(), start + end)


def _as_nouns(at: int, told: Told) -> Iterator[Slot]:
    """`X was the architect of the deal`: the noun says what X did."""
    deeds: dict[str, str] = subject("opposites")["doer_nouns"]
    for found in _AS_NOUN.finditer(told.evidence.exact):
        deed = deeds.get(found["deed"], "")
        names = [w for w in told.words if found.start("who") <= w.at < found.end("who") and w.name]
        if deed and names:
            start = told.evidence.start
            value = " ".join(sorted({w.stem for w in names}))
            yield Slot(at, f"by {synonym(deed)}", value, start + found.start(), start + found.end("deed"))


def _names_behind(words: tuple[Word, ...], at: int) -> list[Word]:
    """The run of names that begins close behind a place of the sentence."""
    n = next((n for n, w in enumerate(words) if w.at >= at), None)
    return _names_from(words, n, words[n].at) if n is not None and words[n].at - at < _REACH else []


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
