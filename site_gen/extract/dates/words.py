"""The words of dates, as classes; and the forms they stand in, as patterns over classes.

A sentence becomes a string with one character a word, each standing for the classes of that word, so that
a form such as `MONTH DAY ,? YEAR` is a regular expression of a few characters over a string of a few dozen:
patterns stay readable, and searching them is cheap and linear.
"""

import re
import sys
from functools import cache, partial
from typing import Any, Final, NamedTuple

from msgspec import Struct
from msgspec.structs import astuple

from site_gen.extract.dates.grammar import Atom, Form, atoms_of, class_of, form_of
from site_gen.lexicon import Lexicon
from site_gen.text.pieces import Pieces
from site_gen.worked_out import worked_out

Draft = tuple[str, str, tuple[Atom, ...]]

_TOKEN: Final = re.compile(
    r"[a-z\u00df-\u024f]+(?:\.(?<=\b[a-z]\.)[a-z]\.(?:[a-z]\.)?)?"  # a word, or `a.m.`
    r"|\d+(?:,\d{3}(?!\d))*(?:[.:]\d+)*(?:[a-z]{1,2}(?![a-z]))?|[^\sa-z\d]"
)
OTHER: Final = "w"
# One character a class, none with a meaning inside of a pattern's brackets; low, as sets of those are cheap.
_ALPHABET: Final = [c for c in map(chr, range(0x21, 0x250)) if c not in r"w\^[]-" and c.isprintable()]
_NUMERALS: Final = (
    (re.compile(r"[12]\d{3}"), "YEAR NUM"),
    (re.compile(r"0\d"), "TWO NUM DAY"),
    (re.compile(r"[12]\d|3[01]"), "TWO NUM DAY"),
    (re.compile(r"[1-9]"), "NUM DAY"),
    (re.compile(r"\d\d"), "TWO NUM"),
    (re.compile(r"(?:[12]?[1-9]|[123]0|31)(?:st|nd|rd|th)"), "DAYTH ORDN"),
    (re.compile(r"\d+(?:st|nd|rd|th)"), "ORDN"),
    (re.compile(r"(?:1\d|20)?\d0s"), "DECADE"),
    (re.compile(r"[012]?\d:[0-5]\d(?:[ap]m)?"), "CLOCK"),
    (re.compile(r"1?\d(?:\.[0-5]\d)?[ap]m"), "CLOCKAM"),
    (re.compile(r"1?\d\.[0-5]\d"), "CLOCKDOT NUM"),
    (re.compile(r"[1-4]q"), "QTOK"),
    (re.compile(r"[12]h"), "HTOK"),
    (re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?"), "NUM"),
)


class Spot(Struct, frozen=True):
    """Where a form stands in a run of words of dates: its number, its first token and the one behind its last."""

    form: int
    first: int
    last: int


Slots = tuple[tuple[str, str, int], ...]
"""Slot, the class that its word is looked up in, and its place among the tokens of the form."""


class Words(Struct, frozen=True):
    """All that is compiled from the lexicon."""

    tokens: Pieces[tuple[tuple[str, int], ...]]
    """What stands between two blanks -> its tokens with their offsets in it."""
    codes: Pieces[str]
    """The same -> one character for each token."""
    values: dict[str, dict[str, str]]
    """Class -> word -> value."""
    forms: tuple[Form, ...]
    any_form: re.Pattern[str]
    """All forms; the number of the group that matched tells which."""
    first: Pieces[Spot | None]
    """A run of words of dates, by their characters -> where its first form stands."""
    slots: tuple[Pieces[Slots], ...]
    """For each form: the characters of the tokens that fit it -> its slots."""
    capital: frozenset[str]


class _Tables(NamedTuple):
    """What of it can be kept from one run of the command to the next."""

    values: dict[str, dict[str, str]]
    codes: dict[str, str]
    """Word -> the character of its classes."""
    numerals: dict[str, str]
    """Classes of a number -> their character."""
    forms: tuple[tuple[Any, ...], ...]
    any_form: str
    capital: frozenset[str]


@cache
def words_of(lexicon: Lexicon) -> Words:
    """What `dates.yaml` says; compiled once a lexicon."""
    tables: tuple[Any, ...] = worked_out("dates", lexicon.digest, lambda: tuple(_tables(lexicon)))
    return _words(_Tables(*tables))


def _tables(lexicon: Lexicon) -> _Tables:
    subject = lexicon["dates"]
    values = {
        kind: {word: str(value) for value, listed in entries.items() for word in str(listed).split()}
        for kind, entries in subject["values"].items()
    }
    macros = subject["macros"]
    drafts = tuple((kind, name, atoms_of(form, macros)) for kind, name, form in subject["forms"])
    classes = _classes_of_words(values, drafts)
    sets = dict.fromkeys([*classes.values(), *(frozenset(names.split()) for _, names in _NUMERALS)])
    chars = dict(zip(sets, _ALPHABET, strict=False))
    members = _members(chars)
    forms = tuple(form_of(*draft, members) for draft in drafts)
    return _Tables(
        values=values,
        codes={word: chars[kinds] for word, kinds in classes.items()},
        numerals={names: chars[frozenset(names.split())] for _, names in _NUMERALS},
        forms=tuple(map(astuple, forms)),
        any_form=_any(forms),
        capital=frozenset(str(subject["capital"]).split()),
    )


def _words(told: _Tables) -> Words:
    codes, numerals, any_form = told.codes, told.numerals, re.compile(told.any_form)
    forms = tuple([Form(*form) for form in told.forms])
    tokens = Pieces(_tokens, _plain)
    return Words(
        tokens=tokens,
        codes=Pieces(
            lambda piece: "".join([codes.get(t) or _numeral(numerals, t) for t, _ in tokens[piece]])
        ),
        values=told.values,
        forms=forms,
        any_form=any_form,
        first=Pieces(partial(first_form, any_form)),
        slots=tuple([Pieces(partial(_slots, form)) for form in forms]),
        capital=told.capital,
    )


def _tokens(piece: str) -> tuple[tuple[str, int], ...]:
    return tuple([(match[0], match.start()) for match in _TOKEN.finditer(piece)])


def _plain(word: str, marks: str) -> tuple[tuple[str, int], ...]:
    """A word and marks, each a token."""
    return ((word, 0), *zip(marks, range(len(word), len(word) + len(marks)), strict=True))


def first_form(any_form: re.Pattern[str], codes: str, start: int = 0, end: int = sys.maxsize) -> Spot | None:
    """Where the first form in `codes[start:end]` stands, counted from `start`."""
    found = any_form.search(codes, start, end)
    return found and Spot((found.lastindex or 1) - 1, found.start() - start, found.end() - start)


def _numeral(numerals: dict[str, str], token: str) -> str:
    """The character of a token that begins with a digit; `OTHER` where it can be no part of a date."""
    classes = next((names for pattern, names in _NUMERALS if pattern.fullmatch(token)), "")
    return numerals.get(classes, OTHER)


def _any(forms: tuple[Form, ...]) -> str:
    """All forms as one pattern. A word that is no date by itself needs another word of dates behind it."""
    singles = "".join(sorted(frozenset().union(*(form.singles for form in forms))))
    each = (f"(?=[{''.join(sorted(form.starts))}]){_bare(form)}()" for form in forms)
    return f"(?:(?=[{singles}])|(?=[^{OTHER}][^{OTHER}]))(?:{'|'.join(each)})"


def _bare(form: Form) -> str:
    return re.sub(r"\(\?P<\w+>(\[[^\]]*\])\)", r"\1", form.source)


def _members(chars: dict[frozenset[str], str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for kinds, char in chars.items():
        for kind in kinds:
            found[kind] = found.get(kind, "") + char
    return found


def _classes_of_words(
    values: dict[str, dict[str, str]], drafts: tuple[Draft, ...]
) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind, entries in values.items():
        for word in entries:
            found.setdefault(word, set()).add(kind)
    for _, _, atoms in drafts:
        for atom in atoms:
            if atom.kind == "word":
                found.setdefault(atom.text, set()).add(class_of(atom))
    return {word: frozenset(kinds) for word, kinds in found.items()}


def _slots(form: Form, codes: str) -> Slots:
    """The slots of a form that the tokens of these characters fit."""
    match = _pattern_of(form).match(codes)
    if match is None:
        return ()
    spots = [(group.split("__")[0], kind, match.start(group)) for group, kind in form.slots]
    return tuple([spot for spot in spots if spot[2] >= 0])


@cache
def _pattern_of(form: Form) -> re.Pattern[str]:
    """The form's own pattern, with its slots as groups; compiled when first used."""
    return re.compile(form.source)
