"""The person that a speaker's words mean: a mention of the people found, else the nearest name."""

import re

from site_gen.extract.quotes.meant import whom_meant
from site_gen.extract.quotes.register import (
    NAME_RUN,
    Name,
    Register,
    body_in,
    full_names,
    in_quotation,
    is_title,
    names_inside,
    paragraph_of,
    untitled,
)
from site_gen.records import Speaker

_OWNED = re.compile(r"^(?:['’]s?)\s")
_RELATED = re.compile(r"\b(?:for|of|to|from|with|at|in|on|by)\b|['’]s\b|s['’]\s", re.IGNORECASE)
_OWNER = re.compile(r"(?:['’]s|s['’]) (?:[\w-]+ ){0,3}$")
_LED = re.compile(r"\b(?:for|of|to|from|with|at|in|on|by)\b", re.IGNORECASE)


def speaker_at(register: Register, start: int, end: int) -> Speaker:
    """The speaker whom the words from `start` to `end` name."""
    end = _without_document(register, start, end)
    low = register.doc.reading[start:end].lower()
    if low in register.words.pronouns or low in ("his", "her", "their", "its", "my", "our"):
        name, person = whom_meant(register, start, low)
    else:
        name, person = (
            _apposed(register, start, end) or _described(register, start) or _named(register, start, end)
        )
        if person < 0 and (alone := _titled_alone(register, start, end)):
            name, person = alone.name, alone.person
    return Speaker(name, person, register.doc.evidence(start, end))


def _titled_alone(register: Register, start: int, end: int) -> Name | None:
    """`Ann Lee was not amused. "It is late," the former minister said`: the one person whom the paragraph has named."""
    text = register.doc.reading
    words = text[start:end].split(" ")
    if (
        words[0].lower() != "the"
        or not text[start + 1 : end].islower()
        or words[-1] not in register.words.titles
    ):
        return None
    named = {
        n.person: n
        for n in names_inside(register, paragraph_of(register, start), start)
        if not in_quotation(register, n.start)
    }
    alone = named.popitem()[1] if len(named) == 1 else None
    if alone is None or alone.person < 0:
        return None
    held = [office.title.lower() for office in register.people[alone.person].offices]
    return alone if not held or any(title.endswith(words[-1]) for title in held) else None


def _apposed(register: Register, start: int, end: int) -> tuple[str, int] | None:
    """`said Northwind CEO, Ann Lee`, `said one of them, Ann Lee,`: whom the words behind the comma name.

    The phrase ends in a title, or is of those of whom the one behind the comma is one.
    """
    text = register.doc.reading
    if not text.startswith(", ", end):
        return None
    last = text[start:end].rpartition(" ")[2]
    named = next((n for n in names_inside(register, end + 2, end + 3) if n.start == end + 2), None)
    titled = is_title(last, register.words) or last in register.words.chiefs
    return (
        (named.name, named.person) if named and (titled or _is_one(register, start, end, named.end)) else None
    )


def _is_one(register: Register, start: int, end: int, behind: int) -> bool:
    """Whether a phrase in lower case goes before a name that a comma or a stop ends: `one of them, Ann Lee, 58`."""
    text = register.doc.reading
    return bool(_ONE.match(text, start, end)) and text[behind : behind + 1] in (",", ".", ";", "")


_ONE = re.compile(r"(?:one of (?:them|those|these|the [a-z]+)|another(?: [a-z]+)?|an? [a-z]+(?: [a-z]+)?)$")


def _described(register: Register, start: int) -> tuple[str, int] | None:
    """`Ann Lee, chairman of the board said`: whom an office in lower case, with no comma behind it, stands beside."""
    text = register.doc.reading
    if not text.endswith(", ", 0, start) or not text[start : start + 1].islower():
        return None
    first = text[start : start + 24].split(" ")[0].strip(",")
    if not (is_title(first, register.words) or first in register.words.speakers):
        return None
    names = names_inside(register, max(0, start - 60), start - 2)
    return next(((n.name, n.person) for n in names if n.end == start - 2), None)


def _without_document(register: Register, start: int, end: int) -> int:
    """`the ministry's statement`: who wrote it speaks."""
    head, _, last = register.doc.reading[start:end].rpartition(" ")
    if last.lower() not in register.words.readers or not head.endswith(("'s", "’s")):
        return end
    return start + len(head) - 2


def _named(register: Register, start: int, end: int) -> tuple[str, int]:
    """The mention inside the phrase that is its head, else the phrase's own capitalised words."""
    text = register.doc.reading
    for mention in names_inside(register, start, end):
        before = text[start : max(start, mention.start)]
        if _serves(register, mention.end, end):
            continue
        if mention.end == end and _OWNER.search(before) and not _LED.search(before):
            return mention.name, mention.person  # `the unit's Colonel Ann Lee`
        if _RELATED.search(before) or _OWNED.match(text[mention.end : end]):
            continue
        return mention.name, mention.person
    return _spelled(register, start, end), -1


def _serves(register: Register, after: int, end: int) -> bool:
    """Whether a name only says whose the speaker is: `Solvang spokesman Per Dahl`."""
    role, _, name = register.doc.reading[after:end].removeprefix(" ").partition(" ")
    known = role.partition("-")[0] in register.words.speakers  # also `spokesman-turned-rival`
    return role.islower() and known and name[:1].isupper()


def _spelled(register: Register, start: int, end: int) -> str:
    """The phrase as a name: titles and articles off, a surname completed from the document."""
    text = register.doc.reading[start:end]
    if _RELATED.search(text) or not text.rpartition(" ")[2][:1].isupper():
        return body_in(register, _bare(text), start)
    runs = [m.group() for m in NAME_RUN.finditer(text)]
    words = untitled(runs[-1].split(), register.words) if runs else []
    if not words or (words[-1].lower().rstrip(".") in register.words.bodies):
        return _bare(text)
    name = " ".join(words)
    return full_names(register).get(name, name)


def _bare(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"^(?:the|a|an)\s+", "", text.strip(), flags=re.IGNORECASE))
