"""`he` and `she`, where one person alone can be meant."""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator

from msgspec import Struct

from site_gen.extract.people.roll import Mention, Person
from site_gen.extract.people.vocabulary import Gender
from site_gen.text.document import PROSE, Document

_PRONOUN = re.compile(r"\b([Hh]e|[Ss]he)\b(?!/)")
_OWN = re.compile(
    r"\b(?:s?he|h(?:im|er)self|his(?= [a-z])"
    r"|her(?= (?!(?:[a-z]{1,4}|after|before|about|because|under|while|where)\b)[a-z]))\b"
)
"""What tells of a person named before it in the sentence whether it is a man: `she`, `his party`, but not `met her`."""
_HE_SHE = frozenset({"he", "she"})
_MARK = re.compile(r"[\"“”]|``|''")
_SUBJECT_REACH = 60
_MOST = 40
"""How many mentions of one sentence are looked at."""


class _Scene(Struct, frozen=True):
    people: list[Person]
    named: list[tuple[int, int]]
    """Start of every mention outside quotation marks, with the number of its person; sorted."""
    doc: Document


def bind_pronouns(people: list[Person], doc: Document) -> None:
    """Give each pronoun of the reporter's own words to the one person that it can mean."""
    pronouns = list(_pronouns(doc))
    if not pronouns:
        return
    marks = _quoted(doc)
    named = sorted(
        (m.start, i) for i, p in enumerate(people) for m in p.mentions if not _inside(m.start, marks)
    )
    scene = _Scene(people, named, doc)
    _settle_genders(scene, marks)
    for start, end in pronouns:
        if _inside(start, marks):
            continue
        number = _antecedent(start, "f" if end - start == 3 else "m", scene)
        if number >= 0:
            people[number].add(Mention(start, end, "pronoun", ""))
            insort(named, (start, number))


def _settle_genders(scene: _Scene, marks: list[int]) -> None:
    """Give people whose names tell no gender that of all pronouns behind them in sentences that name nobody else."""
    if all(person.gender for person in scene.people):
        return
    told: dict[int, set[Gender]] = {}
    for block in scene.doc.article.blocks:
        if block.kind in PROSE:
            for match in _OWN.finditer(scene.doc.reading, block.start, block.end):
                number = -1 if _inside(match.start(), marks) else _alone(match.start(), scene)
                if number >= 0 and not scene.people[number].gender:
                    told.setdefault(number, set()).add(_gender_of(match.group()))
    for number, genders in told.items():
        if len(genders) == 1:
            scene.people[number].gender = genders.pop()


def _gender_of(pronoun: str) -> Gender:
    return "f" if pronoun.startswith(("she", "her")) else "m"


def _alone(at: int, scene: _Scene) -> int:
    """The only person named in a sentence up to a place, who opens it; -1 for none."""
    sentence = scene.doc.sentence_at(at)
    if sentence < 0:
        return -1
    here = scene.doc.sentences[sentence]
    people = {number for _, number in _within(here.start, here.end, scene)}
    before = _within(here.start, at, scene)
    opens = bool(before) and before[0][0] - here.start < _SUBJECT_REACH
    return before[0][1] if len(people) == 1 and opens else -1


def _pronouns(doc: Document) -> Iterator[tuple[int, int]]:
    held = {sentence.block for sentence in doc.holding(_HE_SHE)}
    for number, block in enumerate(doc.article.blocks):
        if number in held and block.kind in PROSE:
            yield from (match.span() for match in _PRONOUN.finditer(doc.reading, block.start, block.end))


def _quoted(doc: Document) -> list[int]:
    """Where quoted words begin and end, in turn: each block begins outside."""
    edges: list[int] = []
    for block in doc.article.blocks:
        for match in _MARK.finditer(doc.reading, block.start, block.end):
            opened = len(edges) % 2 == 1
            if match.group() in ('"', "''") or (match.group() in ("“", "``")) != opened:
                edges.append(match.start())
        if len(edges) % 2:
            edges.append(block.end)
    return edges


def _inside(at: int, edges: list[int]) -> bool:
    return bisect_right(edges, at) % 2 == 1


def _antecedent(start: int, gender: Gender, scene: _Scene) -> int:
    sentence = scene.doc.sentence_at(start)
    if sentence < 0:
        return -1
    here = _within(scene.doc.sentences[sentence].start, start, scene)
    if here:
        return _only(here, gender, scene)
    for back in (1, 2):
        if sentence - back < 0:
            return -1
        before = scene.doc.sentences[sentence - back]
        there = _within(before.start, before.end, scene)
        if there:
            only = _only(there, gender, scene)
            only = only if only >= 0 else _surely_she(there, gender, scene)
            return only if only >= 0 else _subject(there, before.start, gender, scene)
    return -1


def _within(begin: int, end: int, scene: _Scene) -> list[tuple[int, int]]:
    first = bisect_left(scene.named, (begin, -1))
    return scene.named[first : min(bisect_left(scene.named, (end, -1)), first + _MOST)]


def _only(there: list[tuple[int, int]], gender: Gender, scene: _Scene) -> int:
    fits = {number for _, number in there if scene.people[number].gender in ("", gender)}
    return fits.pop() if len(fits) == 1 else -1


def _surely_she(there: list[tuple[int, int]], gender: Gender, scene: _Scene) -> int:
    """The only woman named, where nothing tells the gender of the others; -1 for none: most in office are men."""
    women = {number for _, number in there if scene.people[number].gender == "f"}
    return women.pop() if gender == "f" and len(women) == 1 else -1


def _subject(there: list[tuple[int, int]], begin: int, gender: Gender, scene: _Scene) -> int:
    """The first named of a sentence, if near its beginning and not ruled out; who `, but` turns to goes before."""
    for at, number in there[1:]:
        if scene.doc.reading.startswith(", but ", at - 6) and scene.people[number].gender in ("", gender):
            return number
    at, number = there[0]
    fits = at - begin < _SUBJECT_REACH and scene.people[number].gender in ("", gender)
    return number if fits else -1
