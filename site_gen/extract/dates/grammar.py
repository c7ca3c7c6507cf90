"""The notation of the lexicon's forms (`MONTH DAY ,? YEAR`), as patterns over one character a word.

Capitals name a class of words, small letters and signs a word itself; `?`, `|` and brackets mean what they do
in a regular expression; `CLASS:name` names a slot.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from msgspec import Struct

_ITEM: Final = re.compile(r"([A-Z]+)(?::(\w+))?|([^\W\d_]+)|([()?|])|(\S)")


class Form(Struct, frozen=True):
    """One order of words: what kind of time it tells, its name, and its pattern over classes."""

    kind: str
    name: str
    source: str
    slots: tuple[tuple[str, str], ...]
    """Group in the pattern, class that its word is looked up in."""
    starts: frozenset[str]
    """Characters that it can begin with."""
    singles: frozenset[str]
    """Characters that are the whole of it."""


class Atom(Struct, frozen=True):
    """One sign of a form."""

    kind: str
    """`class`, `word` or `mark`."""
    text: str
    slot: str


class _Reach(NamedTuple):
    """What a part of a form can begin with, be the whole of, and whether it can be nothing."""

    starts: frozenset[str]
    singles: frozenset[str]
    empty: bool


_NOTHING: Final = _Reach(frozenset(), frozenset(), True)


def atoms_of(form: str, macros: Mapping[str, str]) -> tuple[Atom, ...]:
    """The signs of a form, its macros replaced by what they stand for."""
    for _ in range(2):
        for name, text in macros.items():
            if name in form:
                form = re.sub(rf"\b{name}\b", f"({text})", form)
    return tuple(_atom(*match.groups("")) for match in _ITEM.finditer(form))


def _atom(kind: str, slot: str, word: str, mark: str, sign: str) -> Atom:
    if kind:
        return Atom("class", kind, slot or kind.lower())
    return Atom("mark", mark, "") if mark else Atom("word", word or sign, "")


def form_of(kind: str, name: str, atoms: tuple[Atom, ...], members: Mapping[str, str]) -> Form:
    """A form compiled to the characters of its classes; `members`: class or word -> its characters."""
    parts: list[str] = []
    slots: dict[str, str] = {}
    for atom in atoms:
        if atom.kind == "mark":
            parts.append("(?:" if atom.text == "(" else atom.text)
            continue
        chars = f"[{members[class_of(atom)]}]"
        if atom.slot:
            group = f"{atom.slot}__{len(slots)}"
            slots[group] = atom.text
            chars = f"(?P<{group}>{chars})"
        parts.append(chars)
    reach = _alternatives(iter(atoms), members)
    return Form(kind, name, "".join(parts), tuple(slots.items()), reach.starts, reach.singles)


def class_of(atom: Atom) -> str:
    """The name of the class of words that an atom stands for."""
    return atom.text if atom.kind == "class" else "=" + atom.text


def _alternatives(atoms: Iterator[Atom], members: Mapping[str, str]) -> _Reach:
    """Reach of everything up to the closing bracket."""
    done, before, last = [], _NOTHING, _NOTHING
    for atom in atoms:
        if atom.text == "?" and atom.kind == "mark":
            last = last._replace(empty=True)
            continue
        before, last = _then(before, last), _NOTHING
        if atom.kind != "mark":
            chars = frozenset(members[class_of(atom)])
            last = _Reach(chars, chars, False)
        elif atom.text == "(":
            last = _alternatives(atoms, members)
        elif atom.text == "|":
            done.append(before)
            before = _NOTHING
        else:
            break
    return _either([*done, _then(before, last)])


def _then(first: _Reach, second: _Reach) -> _Reach:
    none: frozenset[str] = frozenset()
    return _Reach(
        first.starts | (second.starts if first.empty else none),
        (first.singles if second.empty else none) | (second.singles if first.empty else none),
        first.empty and second.empty,
    )


def _either(reaches: list[_Reach]) -> _Reach:
    return _Reach(
        frozenset().union(*(reach.starts for reach in reaches)),
        frozenset().union(*(reach.singles for reach in reaches)),
        any(reach.empty for reach in reaches),
    )
