"""The person that a speaker's words mean: a mention of the people found, else the nearest name."""

import re
from bisect import bisect_left

from msgspec import Struct, field

from site_gen.extract.quotes.words import Words
from site_gen.records import PersonFinding, Speaker
from site_gen.text.document import Document

_CAPITAL = r"[A-ZÀ-ÖØ-ÞŁŚŠŽČĐİ](?:\.(?=[ A-Z])|[\w'’-]*)"
_PARTICLE = "de|da|dos|di|du|van|von|der|den|la|le|al|el|bin|ibn|ben|ter"
_RUN = re.compile(rf"{_CAPITAL}(?: (?:(?:{_PARTICLE}) ){{0,2}}{_CAPITAL}){{0,6}}")
_BACK = 3000
"""How far back the name of a body is looked for."""
_MANY = re.compile(r"\b(?:[Tt]he|[Bb]oth|[Tt]wo|[Tt]hree) ((?:[A-Za-z]+ ){0,2}[a-z]+s)\b(?= [a-z])(?! of\b)")
"""Several people as a subject: `the leaders said`, `the two ministers agreed`."""
_OWNED = re.compile(r"^(?:['’]s?)\s")
_RELATED = re.compile(r"\b(?:for|of|to|from|with|at|in|on|by)\b|['’]s\b|s['’]\s", re.IGNORECASE)


_OWNER = re.compile(r"(?:['’]s|s['’]) (?:[\w-]+ ){0,3}$")
_LED = re.compile(r"\b(?:for|of|to|from|with|at|in|on|by)\b", re.IGNORECASE)


class Name(Struct, frozen=True):
    """A place that names a person."""

    start: int
    end: int
    name: str
    person: int


_OPENS = re.compile(
    r"(?:(?:The|A|An|That) )?([A-Z][\w&'’-]*(?: (?:(?:of|for|and|the) )*[A-Z][\w&'’-]*){0,7}"
    r"|(?<=The )[a-z]+(?: [a-z]+)?)(?= (?:\(|[a-z])|,)"
)
"""What opens a sentence and can be a body: a capitalised run, or `The central bank`."""


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


def speaker_at(register: Register, start: int, end: int) -> Speaker:
    """The speaker whom the words from `start` to `end` name."""
    end = _without_document(register, start, end)
    low = register.doc.reading[start:end].lower()
    if low in register.words.pronouns or low in ("his", "her", "their", "its", "my", "our"):
        name, person = _meant(register, start, low)
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
        for n in _inside(register, _paragraph(register, start), start)
        if not _in_quotation(register, n.start)
    }
    alone = named.popitem()[1] if len(named) == 1 else None
    if alone is None or alone.person < 0:
        return None
    held = [office.title.lower() for office in register.people[alone.person].offices]
    return alone if not held or any(title.endswith(words[-1]) for title in held) else None


def _paragraph(register: Register, at: int) -> int:
    """Where the paragraph begins that holds a place."""
    number = register.doc.sentence_at(at)
    return register.doc.article.blocks[register.doc.sentences[number].block].start if number >= 0 else at


def _apposed(register: Register, start: int, end: int) -> tuple[str, int] | None:
    """`said Northwind CEO, Ann Lee`, `said one of them, Ann Lee,`: whom the words behind the comma name.

    The phrase ends in a title, or is of those of whom the one behind the comma is one.
    """
    text = register.doc.reading
    if not text.startswith(", ", end):
        return None
    last = text[start:end].rpartition(" ")[2]
    named = next((n for n in _inside(register, end + 2, end + 3) if n.start == end + 2), None)
    titled = _is_title(last, register.words) or last in register.words.chiefs
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
    if not (_is_title(first, register.words) or first in register.words.speakers):
        return None
    names = _inside(register, max(0, start - 60), start - 2)
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
    for mention in _inside(register, start, end):
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


def _inside(register: Register, start: int, end: int) -> list[Name]:
    """Mentions that touch a span; those that begin a little before it count too."""
    at = bisect_left(register.starts, start)
    while at > 0 and register.names[at - 1].end > start:
        at -= 1
    found = []
    while at < len(register.names) and register.names[at].start < end:
        found.append(register.names[at])
        at += 1
    return found


def _spelled(register: Register, start: int, end: int) -> str:
    """The phrase as a name: titles and articles off, a surname completed from the document."""
    text = register.doc.reading[start:end]
    if _RELATED.search(text) or not text.rpartition(" ")[2][:1].isupper():
        return _body(register, _bare(text), start)
    runs = [m.group() for m in _RUN.finditer(text)]
    words = _untitled(runs[-1].split(), register.words) if runs else []
    if not words or (words[-1].lower().rstrip(".") in register.words.bodies):
        return _bare(text)
    name = " ".join(words)
    return _full_names(register).get(name, name)


def _body(register: Register, name: str, start: int) -> str:
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


def _bare(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"^(?:the|a|an)\s+", "", text.strip(), flags=re.IGNORECASE))


def _untitled(run: list[str], words: Words) -> list[str]:
    """The words after the last title; none where a title ends the run."""
    last = max((i for i, word in enumerate(run) if _is_title(word, words)), default=-1)
    run = run[last + 1 :]
    return run[1:] if len(run) > 1 and run[0].lower() in words.determiners else run


def _is_title(word: str, words: Words) -> bool:
    low = word.lower().rstrip(".")
    return low in words.titles or (len(low) > 1 and low in words.abbreviations and low not in ("jr", "sr"))


def _full_names(register: Register) -> dict[str, str]:
    """Surname to the first full name that ends in it, for runs of two words and more."""
    if register.full is None:
        register.full = {}
        for match in _RUN.finditer(register.doc.reading):
            run = _person_name(match.group(), register.words) if " " in match.group() else []
            if run:
                register.full.setdefault(run[-1], " ".join(run))
    return register.full


def _person_name(words_as_typed: str, words: Words) -> list[str]:
    """The words of a run that can be a person's full name; none where a body, a time or a title ends it."""
    run = _untitled([_unowned(word) for word in words_as_typed.split()], words)
    lows = [word.lower() for word in run]
    return (
        run if 2 <= len(run) <= 4 and not any(w in words.bodies or w in words.temporal for w in lows) else []
    )


def _unowned(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word.rstrip("'’")


def _own_names(register: Register) -> list[Name]:
    """Every run that ends in the surname of a full name of the document."""
    full = _full_names(register)
    runs = ((m, _unowned(m.group().rpartition(" ")[2])) for m in _RUN.finditer(register.doc.reading))
    return [Name(m.start(), m.end(), full[last], -1) for m, last in runs if last in full]


def _meant(register: Register, start: int, low: str) -> tuple[str, int]:
    """Whom a pronoun means."""
    if start in register.pronouns:
        index = register.pronouns[start]
        return register.people[index].name, index
    if low not in ("he", "she", "his", "her"):
        return _body_before(register, low, start)
    near = _nearest(register, start)
    if near is not None:
        return near.name, near.person
    if register.last is not None:
        return register.last.name, register.last.person
    return _stranger(register, start) or low, -1


def _stranger(register: Register, at: int) -> str:
    """Whom `she` means where nobody known is named: the one run of capitals in the paragraph that can be a name."""
    runs = _RUN.finditer(register.doc.reading, _paragraph(register, at), at)
    found = {
        " ".join(run)
        for m in runs
        if " " in m.group()
        and not _in_quotation(register, m.start())
        and (run := _person_name(m.group(), register.words))
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
        if found and not _in_quotation(register, start):
            name = found.group(1)
            if found.group(1).endswith(("'s", "’s")):
                continue
            person = any(known.person >= 0 for known in _inside(register, start, found.end()))
            if not person and _can_be_body(name, register.words):
                return _body(register, name, start) if name.islower() else name
    return ""


def _can_be_body(name: str, words: Words) -> bool:
    """A noun for a body, a name that holds one, an acronym, or a name of several words."""
    parts = [word.lower() for word in name.split()]
    if name.islower():
        return parts[-1] in words.bodies
    known = not words.bodies.isdisjoint(parts) or (name.isupper() and len(name) > 1)
    return known or (len(parts) > 1 and parts[0] not in words.determiners)


def _nearest(register: Register, at: int) -> Name | Speaker | None:
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
            for name in _inside(register, sentence.start, min(sentence.end, at))
            if name.start >= sentence.start and not _in_quotation(register, name.start)
        ]
        if named:
            return next((n for n in named[1:] if _turned_to(register, n.start)), named[0])
    return None


def _turned_to(register: Register, at: int) -> bool:
    """`A slipped away, but Norland's minister, B, did stop`: the sentence ends with B."""
    return register.doc.reading.startswith(", but ", at - 6)


def _in_quotation(register: Register, at: int) -> bool:
    place = bisect_left(register.quoted, (at + 1, 0)) - 1
    return place >= 0 and register.quoted[place][0] <= at < register.quoted[place][1]
