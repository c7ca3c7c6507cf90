"""Whom a noun or a pronoun means that is told to say something: `the company`, `he`, `they`."""

import re

from site_gen.extract.quotes.register import (
    NAME_RUN,
    Name,
    Register,
    body_in,
    in_quotation,
    names_inside,
    paragraph_of,
    person_name,
)
from site_gen.extract.quotes.words import Words
from site_gen.records import Speaker

_MANY = re.compile(r"\b(?:[Tt]he|[Bb]oth|[Tt]wo|[Tt]hree) ((?:[A-Za-z]+ ){0,2}[a-z]+s)\b(?= [a-z])(?! of\b)")
"""Several people as a subject: `the leaders said`, `the two ministers agreed`."""
_OPENS = re.compile(
    r"(?:(?:The|A|An|That) )?([A-Z][\w&'’-]*(?: (?:(?:of|for|and|the) )*[A-Z][\w&'’-]*){0,7}"
    r"|(?<=The )[a-z]+(?: [a-z]+)?)(?= (?:\(|[a-z])|,)"
)
"""What opens a sentence and can be a body: a capitalised run, or `The central bank`."""


def whom_meant(register: Register, start: int, low: str) -> tuple[str, int]:
    """Whom a pronoun means."""
    if start in register.pronouns:
        index = register.pronouns[start]
        return register.people[index].name, index
    if low not in ("he", "she", "his", "her"):
        return _body_before(register, low, start)
    near = nearest_before(register, start)
    if near is not None:
        return near.name, near.person
    if register.last is not None:
        return register.last.name, register.last.person
    return _stranger(register, start) or low, -1


def _stranger(register: Register, at: int) -> str:
    """Whom `she` means where nobody known is named: the one run of capitals in the paragraph that can be a name."""
    runs = NAME_RUN.finditer(register.doc.reading, paragraph_of(register, at), at)
    found = {
        " ".join(run)
        for m in runs
        if " " in m.group()
        and not in_quotation(register, m.start())
        and (run := person_name(m.group(), register.words))
    }
    return found.pop() if len(found) == 1 else ""


def _body_before(register: Register, low: str, at: int) -> tuple[str, int]:
    """Whom `it` or `they` means: who spoke last, else what a sentence before is about; `they` are never one person."""
    many, last = low in ("they", "their"), register.last
    if not many and low not in ("it", "its"):
        return low, -1
    told = many and _many_before(register, at)
    if told:
        return told, -1
    if last and last.name not in register.words.pronouns and not (many and _one_person(last, register)):
        return last.name, last.person
    return (low if many else _subject_body(register, at) or low), -1


def _one_person(speaker: Speaker, register: Register) -> bool:
    """Whether a speaker is a person, not a body or several."""
    name = speaker.name
    many = name.islower() or name.isupper() or not register.words.bodies.isdisjoint(name.lower().split())
    return speaker.person >= 0 or not many


def _many_before(register: Register, at: int) -> str:
    """Those of whom there are several that speak or act in a sentence before: `the leaders said`; empty for none."""
    here = register.doc.sentence_at(at)
    for index in range(here, max(-1, here - 3), -1):
        sentence = register.doc.sentences[index]
        for found in _MANY.finditer(register.doc.reading, sentence.start, min(sentence.end, at)):
            plural = found.group(1).rpartition(" ")[2].lower()
            if plural.removesuffix("s") in register.words.speakers and plural in register.words.speakers:
                return found.group(1)
        if index < here and register.last and register.last.evidence.start >= sentence.start:
            break
    return ""


def _subject_body(register: Register, at: int) -> str:
    """The body that opens the sentence at an offset or one of the three before it; empty for none."""
    here = register.doc.sentence_at(at)
    for index in range(here, max(-1, here - 4), -1):
        start = register.doc.sentences[index].start
        found = _OPENS.match(register.doc.reading, start, min(register.doc.sentences[index].end, at))
        if found and not in_quotation(register, start):
            name = found.group(1)
            if found.group(1).endswith(("'s", "’s")):
                continue
            person = any(known.person >= 0 for known in names_inside(register, start, found.end()))
            if not person and _can_be_body(name, register.words):
                return body_in(register, name, start) if name.islower() else name
    return ""


def _can_be_body(name: str, words: Words) -> bool:
    """A noun for a body, a name that holds one, an acronym, or a name of several words."""
    parts = [word.lower() for word in name.split()]
    if name.islower():
        return parts[-1] in words.bodies
    known = not words.bodies.isdisjoint(parts) or (name.isupper() and len(name) > 1)
    return known or (len(parts) > 1 and parts[0] not in words.determiners)


def nearest_before(register: Register, at: int) -> Name | Speaker | None:
    """The first name of the nearest sentence that has one; the last speaker where that is nearer."""
    sentences = register.doc.sentences
    here = register.doc.sentence_at(at)
    last = register.last
    for index in range(here, max(-1, here - 5), -1):
        sentence = sentences[index]
        if last is not None and last.evidence.start >= sentence.start and last.evidence.start < at:
            return last
        named = [
            name
            for name in names_inside(register, sentence.start, min(sentence.end, at))
            if name.start >= sentence.start and not in_quotation(register, name.start)
        ]
        if named:
            return next((n for n in named[1:] if _turned_to(register, n.start)), named[0])
    return None


def _turned_to(register: Register, at: int) -> bool:
    """`A slipped away, but Norland's minister, B, did stop`: the sentence ends with B."""
    return register.doc.reading.startswith(", but ", at - 6)
