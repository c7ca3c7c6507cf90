"""The people and bodies of an article as those who may speak: names with their mentions, and where those stand."""

import re
from bisect import bisect_left

from msgspec import Struct, field

from site_gen.extract.quotes.words import Words
from site_gen.records import PersonFinding, Speaker
from site_gen.text.document import Document

_CAPITAL = r"[A-ZÀ-ÖØ-ÞŁŚŠŽČĐİ](?:\.(?=[ A-Z])|[\w'’-]*)"
_PARTICLE = "de|da|dos|di|du|van|von|der|den|la|le|al|el|bin|ibn|ben|ter"
NAME_RUN = re.compile(rf"{_CAPITAL}(?: (?:(?:{_PARTICLE}) ){{0,2}}{_CAPITAL}){{0,6}}")
_BACK = 3000
"""How far back the name of a body is looked for."""


class Name(Struct, frozen=True):
    """A place that names a person."""

    start: int
    end: int
    name: str
    person: int


class Register(Struct):
    """The document's named people by place, and who spoke last."""

    doc: Document
    people: tuple[PersonFinding, ...]
    words: Words
    names: list[Name]
    starts: list[int]
    pronouns: dict[int, int]
    full: dict[str, str] | None = None
    """Surname to full name, made when it is first needed."""
    last: Speaker | None = None
    quoted: list[tuple[int, int]] = field(default_factory=list)


def register_of(doc: Document, people: tuple[PersonFinding, ...], words: Words) -> Register:
    """All mentions of `people`; where there are none, runs of capitalised words that look like names."""
    names: list[Name] = []
    pronouns: dict[int, int] = {}
    for index, person in enumerate(people):
        for mention in person.mentions:
            at = mention.evidence
            if mention.form == "pronoun":
                pronouns[at.start] = index
            else:
                names.append(Name(at.start, at.end, person.name, index))
    register = Register(doc, people, words, names, [], pronouns)
    if not names:
        register.names = _own_names(register)
    register.names.sort(key=lambda n: (n.start, n.end))
    register.starts = [n.start for n in register.names]
    return register


def paragraph_of(register: Register, at: int) -> int:
    """Where the paragraph begins that holds a place."""
    number = register.doc.sentence_at(at)
    return register.doc.article.blocks[register.doc.sentences[number].block].start if number >= 0 else at


def names_inside(register: Register, start: int, end: int) -> list[Name]:
    """Mentions that touch a span; those that begin a little before it count too."""
    at = bisect_left(register.starts, start)
    while at > 0 and register.names[at - 1].end > start:
        at -= 1
    found = []
    while at < len(register.names) and register.names[at].start < end:
        found.append(register.names[at])
        at += 1
    return found


def body_in(register: Register, name: str, start: int) -> str:
    """`the ministry` as the one body of the text so far whose name holds that word: `Ministry of Commerce`."""
    word = name.capitalize()
    if name not in register.words.bodies or word not in register.doc.reading:
        return name
    pattern = rf"(?:[A-Z][\w-]+ ){{0,3}}{word}\b(?: of(?: [A-Z][\w-]+| and(?= [A-Z])){{1,6}})?"
    found = {
        m.group()
        for m in re.compile(pattern).finditer(register.doc.reading, max(0, start - _BACK), start)
        if " " in m.group()
    }
    return found.pop() if len(found) == 1 else name


def untitled(run: list[str], words: Words) -> list[str]:
    """The words after the last title; none where a title ends the run."""
    last = max((i for i, word in enumerate(run) if is_title(word, words)), default=-1)
    run = run[last + 1 :]
    return run[1:] if len(run) > 1 and run[0].lower() in words.determiners else run


def is_title(word: str, words: Words) -> bool:
    low = word.lower().rstrip(".")
    return low in words.titles or (len(low) > 1 and low in words.abbreviations and low not in ("jr", "sr"))


def full_names(register: Register) -> dict[str, str]:
    """Surname to the first full name that ends in it, for runs of two words and more."""
    if register.full is None:
        register.full = {}
        for match in NAME_RUN.finditer(register.doc.reading):
            run = person_name(match.group(), register.words) if " " in match.group() else []
            if run:
                register.full.setdefault(run[-1], " ".join(run))
    return register.full


def person_name(words_as_typed: str, words: Words) -> list[str]:
    """The words of a run that can be a person's full name; none where a body, a time or a title ends it."""
    run = untitled([_unowned(word) for word in words_as_typed.split()], words)
    lows = [word.lower() for word in run]
    return (
        run if 2 <= len(run) <= 4 and not any(w in words.bodies or w in words.temporal for w in lows) else []
    )


def _unowned(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word.rstrip("'’")


def _own_names(register: Register) -> list[Name]:
    """Every run that ends in the surname of a full name of the document."""
    full = full_names(register)
    runs = ((m, _unowned(m.group().rpartition(" ")[2])) for m in NAME_RUN.finditer(register.doc.reading))
    return [Name(m.start(), m.end(), full[last], -1) for m, last in runs if last in full]


def in_quotation(register: Register, at: int) -> bool:
    place = bisect_left(register.quoted, (at + 1, 0)) - 1
    return place >= 0 and register.quoted[place][0] <= at < register.quoted[place][1]
