"""A sentence -> its telling words: stems, with what of them is a name, a verb, a denial by itself."""

import re
from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from site_gen.analyse.stems import clause_ends, synonym
from site_gen.analyse.tellings import Word
from site_gen.resolve.article_names import name_number
from site_gen.resolve.words import group_of, subject, word_set
from site_gen.text.phrases import any_phrase

_TOKEN = re.compile(
    r"[^\W\d_]+|(?<![\d.,:])\d+(?:[.,]\d+)*(?=(?: (?:million|billion|per cent|[a-z]{2,})|%|m\b|bn\b))"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SHORT, _SMALL, _NEXT = 3, 13, 30


class Reading(NamedTuple):
    """The words of a sentence, and those that deny by themselves (`unhurt`)."""

    words: tuple[Word, ...]
    denied: tuple[Word, ...]


def read_words(text: str, known: frozenset[int], opened: bool) -> Reading:
    """`known`: names that stand inside sentences of the article; `opened`: the first word of this one is a name."""
    ends, phrases, spelled, denying = clause_ends(text), _phrases_in(text), _spelled(), _denying()
    said = {bisect_right(ends, m.start()) for m in telling_verbs().finditer(text)}
    words: list[Word] = []
    denied, before, skip = [], "", 0
    for found in _TOKEN.finditer(text):
        at, raw = found.start(), found.group()
        if at < skip:
            continue
        low = raw.lower()
        counts = raw[0].isdigit() or low in spelled
        stem = _number(raw, text[found.end() : found.end() + _NEXT]) if counts else ""
        if at in phrases:
            stem, skip = phrases[at]
        elif not stem and len(low) >= _SHORT:
            stem = synonym(low)
        bare = "" if at in phrases else denying.get(low, "")
        if stem:
            named = at > 1 or opened or name_number(raw) in known
            name = named if raw[0].isupper() else _of_a_name(words, text, at)
            verb = not name and (at in phrases or _is_verb(low, before))
            clause = bisect_right(ends, at)
            words.append(Word(bare or stem, at, clause, name, clause in said, verb))
            if bare:
                denied.append(words[-1])
        before = before if low.endswith("ly") else low
    return Reading(tuple(words), tuple(denied))


def _of_a_name(words: list[Word], text: str, at: int) -> bool:
    """Whether a small word goes on with a name: `Ji-seok`."""
    return at > 0 and text[at - 1] == "-" and bool(words) and words[-1].name


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


def _is_verb(word: str, before: str) -> bool:
    """Whether a word looks like a verb: by its ending, by what stands before it, or as a known past form."""
    if word in word_set("synonyms", "past") or (word.endswith("ed") and len(word) > _SHORT + 1):
        return True
    return before in word_set("synonyms", "before_verbs")


def _phrases_in(text: str) -> dict[int, tuple[str, int]]:
    """Where a phrase begins that says one thing: its stem, and where it ends."""
    groups = group_of("synonyms", "phrases")
    return {m.start(): (synonym(groups[m.group()]), m.end()) for m in _phrases().finditer(text.lower())}


@cache
def _phrases() -> re.Pattern[str]:
    longest = sorted(group_of("synonyms", "phrases"), key=lambda w: (-len(w), w))
    return re.compile(any_phrase((p for p in longest if " " in p), r"\b"))


@cache
def _denying() -> dict[str, str]:
    """`unhurt` -> the stem of `hurt`."""
    return {word: synonym(word[2:]) for word in word_set("opposites", "denying")}


@cache
def telling_verbs() -> re.Pattern[str]:
    """By which a clause only says who said it."""
    words = sorted(word_set("opposites", "telling"), key=lambda w: (-len(w), w))
    return re.compile(any_phrase(words, r"\b"))
