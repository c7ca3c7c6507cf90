"""Words of which one stands in whatever a list of phrases finds: a sentence without any need not be searched.

Of a phrase of several words the rarest, and one more that stands beside it. They are worked out of the phrases, and
kept from run to run. That leans on the parser of `re`, which is not public: where it is not as expected, no words are
given, and every sentence is searched.
"""

import importlib
import re
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
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
_MOST = 50_000
"""Forms of one phrase, at most."""
_FEW = 4
"""Characters of a class that are told one by one."""


Needs = dict[str, list[str]]
"""The words of which one is needed, each with those of which another must stand beside it; with none it is enough."""


class Phrases(NamedTuple):
    """A pattern for many phrases, and the words that it needs; none where that is not sure."""

    pattern: re.Pattern[str]
    words: frozenset[str]
    beside: Mapping[str, list[str]]
    any_case: bool = False

    def may_stand(self, text: str) -> bool:
        """Whether a sentence holds such words: its pattern finds nothing where it does not."""
        there = letters_in(text)
        if not self.words.isdisjoint(there):
            for word in self.words & there:
                beside = self.beside[word]
                if not beside or not there.isdisjoint(beside):
                    return True
        return not self.words or (self.any_case and any(letter in text for letter in _ODD))

    def search(self, text: str) -> re.Match[str] | None:
        """The first phrase of a sentence."""
        return self.pattern.search(text) if self.may_stand(text) else None


class Patterns(NamedTuple):
    """Several patterns, each with a mark of its own, and which of them may find something."""

    marked: tuple[tuple[str, re.Pattern[str]], ...]
    by_word: dict[str, list[tuple[int, list[str]]]]
    """The needed words, each with the numbers of the patterns that need one like it, and what they need beside it."""
    always: list[int]
    """The numbers of those for which no such words are sure."""

    def that_may(self, text: str) -> Iterator[tuple[str, re.Pattern[str]]]:
        """Those that may find something in a sentence, in their order."""
        there = letters_in(text)
        known = self.by_word.keys() & there
        if not known:
            return (self.marked[n] for n in self.always)
        told = (needs for word in known for needs in self.by_word[word])
        numbers = {n for n, beside in told if not beside or not there.isdisjoint(beside)}
        return (self.marked[n] for n in sorted(numbers.union(self.always)))


def patterns(name: str, marked: Iterable[tuple[str, str]], common: Collection[str] = ()) -> Patterns:
    """The patterns of some sources, each behind its mark."""
    listed = list(marked)
    by_word: dict[str, list[tuple[int, list[str]]]] = {}
    always = []
    for number, needs in enumerate(needed_by_each(name, [source for _, source in listed], common)):
        for word, beside in needs.items():
            by_word.setdefault(word, []).append((number, beside))
        if not needs:
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
    return needing(any_phrase(told, after, before, any_case), needed_words(name, told, common), any_case)


def needing(source: str, needs: Needs, any_case: bool = False) -> Phrases:
    """A pattern of which it is known what it needs."""
    return Phrases(re.compile(source), frozenset(needs), needs, any_case)


def needed_words(name: str, told: list[str], common: Collection[str] = ()) -> Needs:
    """Words of which one stands in whatever one of the phrases matches; none where that is not sure."""
    each = needed_by_each(name, [rf"\b(?:{phrase})\b" for phrase in told], common)
    return _together((word, beside) for needs in each for word, beside in needs.items()) if all(each) else {}


def needed_by_each(name: str, told: list[str], common: Collection[str] = ()) -> list[Needs]:
    """The same for each of some patterns by itself. They may begin and end inside of a word."""
    source = msgspec.msgpack.encode((_how(frozenset(common)), told))

    def made() -> bytes:
        return msgspec.msgpack.encode([_needed(phrase, common) for phrase in told])

    try:
        return msgspec.msgpack.decode(kept(f"needed-{name}", source, made), type=list[Needs])
    except msgspec.DecodeError:  # what was kept is damaged
        return msgspec.msgpack.decode(made(), type=list[Needs])


@cache
def _how(common: frozenset[str]) -> bytes:
    """Stands for how words are worked out."""
    return msgspec.msgpack.encode((sys.version, sorted(common), Path(__file__).read_bytes()))


def _needed(phrase: str, common: Collection[str]) -> Needs:
    try:
        plain = _BEGUN.sub(r"\\b\1", phrase)
        forms = _forms(importlib.import_module("re._parser").parse(plain))
    except Exception:  # what is not public may be anything
        return {}
    told = [{*_WHOLE.findall(f"{_OPEN}{form.lower()}{_OPEN}")} for form in forms]
    if not all(told):
        return {}
    by_rarity = (
        sorted(words, key=lambda word: (word not in common, len(word), word), reverse=True) for words in told
    )
    return _together((words[0], words[1:2]) for words in by_rarity)


def _together(each: Iterable[tuple[str, list[str]]]) -> Needs:
    """What the forms of a phrase need, or several phrases: a word that is enough for one of them is for all."""
    found: dict[str, set[str]] = {}
    enough: set[str] = set()
    for word, beside in each:
        found.setdefault(word, set()).update(beside)
        if not beside:
            enough.add(word)
    return {word: [] if word in enough else sorted(found[word]) for word in sorted(found)}


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
