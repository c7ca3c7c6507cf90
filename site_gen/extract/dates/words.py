"""The words of dates, as classes; and the forms they stand in, as patterns over classes.

A sentence becomes a string with one character a word, each standing for the classes of that word, so that
a form such as `MONTH DAY ,? YEAR` is a regular expression of a few characters over a string of a few dozen:
patterns stay readable, and searching them is cheap and linear.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from site_gen.lexicon import Lexicon

TOKEN: Final = re.compile(
    r"[a-z]\.[a-z]\.(?:[a-z]\.)?|[a-z\u00df-\u024f]+"
    r"|\d+(?:,\d{3}(?!\d))*(?:[.:]\d+)*(?:[a-z]{1,2}(?![a-z]))?|[^\sa-z\d]"
)
OTHER: Final = "w"
_ITEM: Final = re.compile(r"([A-Z]+)(?::(\w+))?|([^\W\d_]+)(?::(\w+))?|([()?|])|(\S)")
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


class Form(NamedTuple):
    """One order of words: what kind of time it tells, its name, and its pattern over classes."""

    kind: str
    name: str
    source: str
    slots: tuple[tuple[str, str], ...]
    """Group in the pattern, class that its word is looked up in."""


class Words(NamedTuple):
    """All that is compiled from the lexicon."""

    codes: dict[str, str]
    """Word -> its character."""
    values: dict[str, dict[str, str]]
    """Class -> word -> value."""
    forms: tuple[Form, ...]
    any_form: re.Pattern[str]
    """All forms; the number of the group that matched tells which."""
    triggers: frozenset[str]
    """Characters that a date can begin with."""
    capital: frozenset[str]
    numerals: dict[str, str]
    """Classes of a numeral -> its character."""


@cache
def words_of(lexicon: Lexicon) -> Words:
    """Compile `dates.yaml`; once a lexicon."""
    subject = lexicon["dates"]
    values = {
        kind: {word: str(value) for value, listed in entries.items() for word in str(listed).split()}
        for kind, entries in subject["values"].items()
    }
    forms = [_Draft(kind, name, _expanded(form, subject["macros"])) for kind, name, form in subject["forms"]]
    return _compiled(values, forms, frozenset(str(subject["capital"]).split()))


class _Draft(NamedTuple):
    kind: str
    name: str
    items: tuple[tuple[str, ...], ...]


def _expanded(form: str, macros: dict[str, str]) -> tuple[tuple[str, ...], ...]:
    for _ in range(2):
        for name, text in macros.items():
            form = re.sub(rf"\b{name}\b", lambda _, text=text: f"({text})", form)  # type: ignore[misc]
    return tuple(match.groups("") for match in _ITEM.finditer(form))


def _compiled(values: dict[str, dict[str, str]], drafts: list[_Draft], capital: frozenset[str]) -> Words:
    classes = _classes_of_words(values, drafts)
    sets = dict.fromkeys([*classes.values(), *(frozenset(names.split()) for _, names in _NUMERALS)])
    chars = {kinds: chr(0xE000 + i) for i, kinds in enumerate(sets)}
    forms = tuple(_form(draft, chars) for draft in drafts)
    plain = "|".join(re.sub(r"\?P<\w+>", "?:", form.source) + "()" for form in forms)
    return Words(
        codes={word: chars[kinds] for word, kinds in classes.items()},
        values=values,
        forms=forms,
        any_form=re.compile(f"(?!{OTHER})(?:{plain})"),
        triggers=frozenset(chars.values()),
        capital=capital,
        numerals={names: chars[frozenset(names.split())] for _, names in _NUMERALS},
    )


def _classes_of_words(values: dict[str, dict[str, str]], drafts: list[_Draft]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind, entries in values.items():
        for word in entries:
            found.setdefault(word, set()).add(kind)
    for draft in drafts:
        for _, _, literal, _, mark, sign in draft.items:
            if (literal or sign) and not mark:
                found.setdefault(literal or sign, set()).add("=" + (literal or sign))
    return {word: frozenset(kinds) for word, kinds in found.items()}


def _form(draft: _Draft, chars: dict[frozenset[str], str]) -> Form:
    parts: list[str] = []
    slots: dict[str, str] = {}
    for kind, slot, literal, literal_slot, mark, sign in draft.items:
        if mark:
            parts.append("(?:" if mark == "(" else mark)
            continue
        wanted = kind or "=" + (literal or sign)
        name = slot or literal_slot or kind.lower()
        members = "".join(char for kinds, char in chars.items() if wanted in kinds)
        group = f"{name}__{sum(1 for s in slots if s.split('__')[0] == name)}" if name else ""
        if name:
            slots[group] = wanted
        parts.append(f"(?P<{group}>[{members}])" if name else f"[{members}]")
    return Form(draft.kind, draft.name, "".join(parts), tuple(slots.items()))


def numeral_classes(token: str) -> str:
    """The classes of a token that begins with a digit; empty where it can be no part of a date."""
    return next((names for pattern, names in _NUMERALS if pattern.fullmatch(token)), "")


@cache
def pattern_of(form: Form) -> re.Pattern[str]:
    """The form's own pattern, with its slots as groups; compiled when first used."""
    return re.compile(form.source)


def slots_of(
    words: Words, form: Form, match: re.Match[str], tokens: list[str]
) -> Iterator[tuple[str, int, str]]:
    """Slot, its token, and the value of the word there: by the lexicon, or the word itself for numerals."""
    for group, kind in form.slots:
        at = match.start(group)
        if at >= 0:
            yield group.split("__")[0], at, words.values.get(kind, {}).get(tokens[at], tokens[at])
