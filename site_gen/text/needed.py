"""Words of which one stands in whatever a list of phrases finds: a sentence without any need not be searched.

They are worked out of the phrases, and kept from run to run. That leans on the parser of `re`, which is not public:
where it is not as expected, no words are given, and every sentence is searched.
"""

import importlib
import re
import sys
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from site_gen.kept import kept
from site_gen.text.letters import letters_in
from site_gen.text.phrases import any_phrase

_OPEN = "\0"
"""Stands for what is not told letter by letter; a word that touches it may go on."""
_WHOLE = re.compile(rf"(?<![a-z{_OPEN}])[a-z]+(?![a-z{_OPEN}])")
_BEGUN = re.compile(r"([a-zA-Z])\(\?<!(?:\\w|\[\\w\])\1\)")
"""The beginning of a word as `any_phrase` writes it."""
_ODD = "ſıİK"
"""Letters that are `s`, `i` and `k` where capitals count as small letters."""
_MOST = 20_000
"""Forms of one phrase, at most."""
_FEW = 4
"""Characters of a class that are told one by one."""


class Phrases(NamedTuple):
    """A pattern for many phrases, and the words that it needs; none where that is not sure."""

    pattern: re.Pattern[str]
    words: frozenset[str]
    any_case: bool = False

    def may_stand(self, text: str) -> bool:
        """Whether a sentence holds such a word: its pattern finds nothing where it does not."""
        if not self.words or not self.words.isdisjoint(letters_in(text)):
            return True
        return self.any_case and any(letter in text for letter in _ODD)

    def search(self, text: str) -> re.Match[str] | None:
        """The first phrase of a sentence."""
        return self.pattern.search(text) if self.may_stand(text) else None


class Patterns(NamedTuple):
    """Several patterns, each with a mark of its own, and which of them may find something."""

    marked: tuple[tuple[str, re.Pattern[str]], ...]
    by_word: dict[str, list[int]]
    """The needed words, each with the numbers of the patterns that need one like it."""
    always: list[int]
    """The numbers of those for which no such words are sure."""

    def that_may(self, text: str) -> Iterator[tuple[str, re.Pattern[str]]]:
        """Those that may find something in a sentence, in their order."""
        there = self.by_word.keys() & letters_in(text)
        if not there:
            return (self.marked[n] for n in self.always)
        numbers = {n for word in there for n in self.by_word[word]}
        return (self.marked[n] for n in sorted(numbers.union(self.always)))


def patterns(name: str, marked: Iterable[tuple[str, str]], common: Collection[str] = ()) -> Patterns:
    """The patterns of some sources, each behind its mark."""
    listed = list(marked)
    by_word: dict[str, list[int]] = {}
    always = []
    for number, words in enumerate(needed_by_each(name, [source for _, source in listed], common)):
        for word in sorted(words):
            by_word.setdefault(word, []).append(number)
        if not words:
            always.append(number)
    return Patterns(tuple((mark, re.compile(source)) for mark, source in listed), by_word, always)


def phrases(
    name: str,
    listed: Iterable[str],
    after: str,
    before: str = r"\w",
    any_case: bool = False,
    common: Collection[str] = (),
) -> Phrases:
    """What finds any of some phrases, each of whole words; `after`, `before` and `any_case` as for `any_phrase`.

    `name`: under which the needed words are kept; `common`: words by which no phrase is told.
    """
    told = list(listed)
    return Phrases(
        re.compile(any_phrase(told, after, before, any_case)), needed_words(name, told, common), any_case
    )


def needed_words(name: str, told: list[str], common: Collection[str] = ()) -> frozenset[str]:
    """Words of which one stands in whatever one of the phrases matches; none where that is not sure."""
    each = needed_by_each(name, [rf"\b(?:{phrase})\b" for phrase in told], common)
    return frozenset().union(*each) if all(each) else frozenset()


def needed_by_each(name: str, told: list[str], common: Collection[str] = ()) -> list[frozenset[str]]:
    """The same for each of some patterns by itself. They may begin and end inside of a word."""
    source = msgspec.msgpack.encode((_how(frozenset(common)), told))

    def made() -> bytes:
        return msgspec.msgpack.encode([sorted(_needed(phrase, common)) for phrase in told])

    try:
        return msgspec.msgpack.decode(kept(f"needed-{name}", source, made), type=list[frozenset[str]])
    except msgspec.DecodeError:  # what was kept is damaged
        return msgspec.msgpack.decode(made(), type=list[frozenset[str]])


@cache
def _how(common: frozenset[str]) -> bytes:
    """Stands for how words are worked out."""
    return msgspec.msgpack.encode((sys.version, sorted(common), Path(__file__).read_bytes()))


def _needed(phrase: str, common: Collection[str]) -> set[str]:
    try:
        plain = _BEGUN.sub(r"\\b\1", phrase)
        forms = _forms(importlib.import_module("re._parser").parse(plain))
    except Exception:  # what is not public may be anything
        return set()
    words = [_WHOLE.findall(f"{_OPEN}{form.lower()}{_OPEN}") for form in forms]
    return (
        {max(w, key=lambda word: (word not in common, len(word), word)) for w in words}
        if all(words)
        else set()
    )


def _forms(tree: Any) -> list[str]:
    """All that a phrase may look like; raises where that is too much."""
    parts = [list(dict.fromkeys(_part(str(kind), told))) for kind, told in tree]
    size = 1
    for part in parts:
        size *= len(part)
    if size > _MOST:
        raise ValueError("too many forms")
    return ["".join(form) for form in product(*parts)]


def _part(kind: str, told: Any) -> Iterator[str]:
    if kind == "LITERAL":
        yield chr(told)
    elif kind == "IN" and len(told) <= _FEW and all(str(sort) == "LITERAL" for sort, _ in told):
        yield from (chr(letter) for _, letter in told)
    elif kind == "BRANCH":
        for branch in told[1]:
            yield from _forms(branch)
    elif kind == "SUBPATTERN":
        yield from _forms(told[3])
    elif kind in ("MAX_REPEAT", "MIN_REPEAT") and told[:2] == (0, 1):
        yield from ("", *_forms(told[2]))
    else:
        yield {"AT": " ", "ASSERT": "", "ASSERT_NOT": ""}.get(kind, _OPEN)
