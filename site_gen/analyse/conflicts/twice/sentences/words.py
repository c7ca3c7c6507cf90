"""A sentence -> its telling words: stems, with what of them is a name, a verb, a denial by itself."""

import re
from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from site_gen.analyse.stems import clause_ends, synonym
from site_gen.analyse.tellings import Word
from site_gen.resolve.article_names import name_number
from site_gen.resolve.words import group_of, subject, word_set
from site_gen.text.needed import Phrases, phrases
from site_gen.text.pieces import Pieces

_TOKEN = re.compile(
    r"[^\W\d_]+|(?<![\d.,:])\d+(?:[.,]\d+)*"
    r"(?=(?: (?:(?:[A-Z][a-z]{2,}(?:ese|an|ish|ch|i) )?[a-z]{2,})|%|m\b|bn\b))"
)
"""A number counts where something is counted: `61 objects`, `140 Beninese objects`."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_THING = r"(?! (?:an?|the|its|his|her|their|all|some|two|three|\d+)\b)"
_SHORT, _SMALL, _NEXT = 3, 13, 30


class Reading(NamedTuple):
    """The words of a sentence, and those that deny by themselves (`unhurt`)."""

    words: tuple[Word, ...]
    denied: tuple[Word, ...]


def read_words(text: str, known: frozenset[int], opened: bool) -> Reading:
    """`known`: names that stand inside sentences of the article; `opened`: the first word of this one is a name."""
    ends, whole = clause_ends(text), _phrases_in(text)
    verbs = _telling_verbs()
    said = (
        {bisect_right(ends, m.start()) for m in verbs.pattern.finditer(text)} if verbs.may_stand(text) else ()
    )
    words: list[Word] = []
    denied, governed, skip = [], False, 0
    for found in _TOKEN.finditer(text):
        at, raw = found.start(), found[0]
        if at < skip:
            continue
        stem, counts, bare, capital, past, governs, adverb, plural = _TOKENS[raw]
        phrase = at in whole
        if phrase:
            (stem, skip), bare = whole[at], ""
        elif counts:
            stem = _number(raw, text[found.end() : found.end() + _NEXT]) or stem
        if stem:
            named = capital and (at > 1 or opened or name_number(raw) in known)
            name = named if capital else text[at - 1] == "-" and _of_a_name(words, at)
            verb = not name and (phrase or past or (governed and not plural))
            clause = bisect_right(ends, at)
            words.append(_new(Word, (bare or stem, at, clause, name, clause in said, verb)))
            if bare:
                denied.append(words[-1])
        governed = governed if adverb else governs
    return Reading(tuple(words), tuple(denied))


class _Token(NamedTuple):
    """What a word by itself tells."""

    stem: str
    counts: bool
    """A number, in digits or letters."""
    denies: str
    """For `unhurt` the stem of `hurt`."""
    capital: bool
    past: bool
    """Looks like a verb by its ending, or is a known past form."""
    governs: bool
    """What stands behind it is a verb."""
    adverb: bool
    plural: bool
    """Ends as no infinitive does: `opened to lorries`."""


def _read(raw: str) -> _Token:
    low = raw.lower()
    return _Token(
        synonym(low) if len(low) >= _SHORT else "",
        raw[0].isdigit() or low in _spelled(),
        _denying().get(low, ""),
        raw[0].isupper(),
        low in word_set("synonyms", "past") or (low.endswith("ed") and len(low) > _SHORT + 1),
        low in word_set("synonyms", "before_verbs"),
        low.endswith("ly"),
        low.endswith("s") and not low.endswith(("ss", "us")),
    )


_TOKENS = Pieces(_read)
_new = tuple.__new__


def _of_a_name(words: list[Word], at: int) -> bool:
    """Whether a small word behind a dash goes on with a name: `Ji-seok`."""
    return at > 0 and bool(words) and words[-1].name


def _number(word: str, behind: str) -> str:
    """A number from two on, in digits or letters, and a small one with what it counts; nothing for any other word."""
    if word[0].isdigit():
        plain = word.replace(",", "")
        value = 0.0 if _YEAR.fullmatch(plain) or plain.count(".") > 1 else float(plain)
    else:
        value = _spelled().get(word.lower(), 0)
    if value <= 1:
        return ""
    if value >= _SMALL:
        return f"#{value:g}"
    noun = _TOKEN.search(behind)
    counted = synonym(noun.group().lower()) if noun else ""
    return f"#{value:g}{counted}" if counted else ""


@cache
def _spelled() -> dict[str, int]:
    words = subject("numbers")
    return {**words["ones"], **words["tens"]}


def _phrases_in(text: str) -> dict[int, tuple[str, int]]:
    """Where a phrase begins that says one thing: its stem, and where it ends."""
    if not _phrases().may_stand(text):
        return {}
    groups = group_of("synonyms", "phrases")
    return {
        m.start(): (synonym(groups[m.group()]), m.end()) for m in _phrases().pattern.finditer(text.lower())
    }


@cache
def _phrases() -> Phrases:
    longest = sorted(group_of("synonyms", "phrases"), key=lambda w: (-len(w), w))
    common = word_set("analysis", "stop")
    return phrases("synonyms", (p for p in longest if " " in p), r"\b", common=common)


@cache
def _denying() -> dict[str, str]:
    """`unhurt` -> the stem of `hurt`."""
    return {word: synonym(word[2:]) for word in word_set("opposites", "denying")}


@cache
def _telling_verbs() -> Phrases:
    words = sorted(word_set("opposites", "telling"), key=lambda w: (-len(w), w))
    alone = word_set("opposites", "telling_of")
    return phrases("telling", (f"{w}{_NO_THING}" if w in alone else w for w in words), r"\b")


def tells_who_said(text: str) -> bool:
    """Whether a sentence may hold one of them."""
    return _telling_verbs().may_stand(text)


def telling_verbs() -> re.Pattern[str]:
    """By which a clause only says who said it."""
    return _telling_verbs().pattern
