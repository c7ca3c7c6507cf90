"""Runs of capitalised words, cut into what may be a person's name: titles, places and bodies set apart."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from site_gen.extract.names import UPPER
from site_gen.extract.people.vocabulary import Vocabulary
from site_gen.text.document import PROSE, Document

_SHORT = (
    "Mr Ms Dr Lt St Jr Sr Fr Md Wm Ph",
    "Mrs Gen Col Maj Adm Cdr Sgt Cpl Sen Rep Gov Rev Hon Amb Sec Smt Moh Det Pte Dep",
    "Brig Capt Cmdr Prof Supt Insp Msgr Pres Atty Asst Mohd Sens Reps",
)
_STOPPED = "|".join(rf"(?<=\b(?:{line.replace(' ', '|')})\.)" for line in _SHORT)
_PARTICLE = (
    "van|von|der|den|de|da|di|del|della|la|le|du|dos|das|do|e|y"
    "|bin|bint|ibn|ben|ter|ten|zu|af|abu|ul|ur|ud|al|el"
)
_GOES_ON = (
    rf"\.(?:-?[{UPPER}]\.)*(?:[{UPPER}](?:\b(?![.\w])|[^\W\d_]{{3,}}))?"
    rf"|\w*(?:['’](?!s\b)[^\W\d_]\w+|-\w+)*(?:\.(?:{_STOPPED}))?"
)
"""What may stand behind the first letter of a name."""
_WORD = (
    rf"(?:[{UPPER}](?:{_GOES_ON})"
    rf"|(?:al|el|as|ash|ar|ad|an|az|at|bin|ben)-[{UPPER}]\w+|(?:d|dell|dall)['’][{UPPER}]\w+)"
)
_NICKNAME = rf"[“\"][{UPPER}][\w.]+[”\"] "
_FIRST = (  # one set of characters first: what `re` finds fast
    rf"[{UPPER}abed](?<!\w.)(?:(?<=[{UPPER}])(?:{_GOES_ON})"
    rf"|(?:(?<=a)(?:l|sh|s|r|d|n|z|t)|(?<=e)l|(?<=b)[ie]n)-[{UPPER}]\w+|(?<=d)(?:[ea]ll)?['’][{UPPER}]\w+)"
)
"""The same as `_WORD`, where no letter stands before it."""
_RUN = re.compile(rf"{_FIRST}(?:,? [JS]r\b\.?| (?:{_NICKNAME}|(?:(?:{_PARTICLE}) ){{0,3}}){_WORD})*")
_NEGATION = ("'t", "’t")
_TOKEN = re.compile(r"[^ ,]+")


Places = Mapping[int, tuple[int, bool]]
"""Start of each place: its end, and whether it is a city."""


class Name(NamedTuple):
    """A stretch of text that may be a person's name."""

    start: int
    end: int
    words: tuple[str, ...]
    block: int
    """Start of the block that holds it; nothing before it belongs to the name's context."""
    body: bool = False
    """Stands before a word such as `Corp.`: a body's name."""
    after_body: bool = False
    """Stands after a word such as `Bank` or `Hurricane`."""


def particles_before(start: int, text: str, words: Vocabulary) -> int:
    """Where the particles before a family name begin: at `von` in `von der Leyen`; else `start`."""
    while text[start - 1 : start] == " ":
        word = text[max(0, start - 6) : start - 1].rsplit(" ", 1)[-1]
        if word not in words.leading:
            break
        start -= len(word) + 1
    return start


class _Word(NamedTuple):
    start: int
    end: int
    text: str
    kind: str
    """As in `Vocabulary.kind`; besides, `place` and `city`."""


def names(doc: Document, places: Places, words: Vocabulary) -> Iterator[Name]:
    """Every stretch of name words, in order."""
    text, kind = doc.reading, words.kind
    borne: set[str] = set()
    for block in doc.article.blocks:
        if block.kind not in PROSE:
            continue
        for run in _RUN.finditer(text, block.start, block.end):
            start, group = run.start(), run.group()
            if " " in group:
                run_words = _borne(_words(text, group, start, places, words), borne)
                for name in _cut(run_words, block.start, words):
                    if name.words[-1] in words.surnames and words.is_given(name.words[0]):
                        borne.add(name.words[-1])
                    yield name
            elif start in places or text.startswith(_NEGATION, run.end()) or _in_place(start, text, places):
                continue
            elif kind(group) == "name" or (group in borne and _stands_bare(text, start)):
                yield Name(start, run.end(), (group,), block.start)


def _in_place(start: int, text: str, places: Places) -> bool:
    """The `Tobago` of Trinidad and Tobago: the last word of a place of which the first one stands before `and`."""
    if not text.endswith(" and ", 0, start):
        return False
    first = text.rfind(" ", 0, start - len(" and ")) + 1
    return first in places and places[first][0] > start


def _borne(run: list[_Word], borne: set[str]) -> list[_Word]:
    """`Later Lynch`, `Minister Lynch`: a family name of somebody, behind a word that is no part of a name."""
    if len(run) < 2 or run[-1].text not in borne or run[-1].kind != "body":
        return run
    before = run[-2]
    bears = before.kind in ("stop", "title") and before.text not in ("The", "A", "An")
    return [*run[:-1], run[-1]._replace(kind="name")] if bears else run


def _stands_bare(text: str, start: int) -> bool:
    """`Lynch said`, behind Loretta Lynch: a word of bodies that somebody bears, and no `the Bank`."""
    return not text.endswith(("the ", "The ", " a ", " an "), max(0, start - 4), start)


def _words(whole: str, run: str, offset: int, places: Places, words: Vocabulary) -> list[_Word]:
    found: list[_Word] = []
    reached, city = _begun_before(whole, offset, places), False
    for match in _TOKEN.finditer(run):
        start, text = offset + match.start(), match.group()
        end = start + len(text)
        if text[0] in '“"':
            continue
        if start in places:
            reached, city = places[start]
        if start < reached or ("-" in text and any(at in places for at in _inner_starts(text, start))):
            found.append(_Word(start, end, text, "city" if city else "place"))
            continue
        kind = words.kind(text)
        if text in _IN_PAIRS and _is_address(whole, start, end, words):
            kind = "title"
        if kind == "stop" and found and found[-1].text == "Thi" and text.isalpha():
            kind = "name"  # `Le Thi Thu Ha`
        if kind == "stop" and not found and _behind_office(whole, start, words) and " " in run:
            kind = "name"
        if kind == "stop" and text in words.surnames_first and _in_sentence(whole[start - 2 : start - 1]):
            kind = "name"
        if (
            kind == "title"
            and text in words.short
            and found
            and _is_rank_no_more(whole, end, found[-1], words)
        ):
            kind = "name"
        found.append(_Word(start, end, text, "stop" if whole.startswith(_NEGATION, end) else kind))
    return found


def _begun_before(whole: str, start: int, places: Places) -> int:
    """Where the place ends that begins before a run: `Republic of Norland`; 0 for none."""
    if not whole.endswith(" of ", 0, start):
        return 0
    ends = (places[at][0] for at in range(max(0, start - _PLACE), start) if at in places)
    return max(ends, default=0)


_PLACE = 34


def _in_sentence(before: str) -> bool:
    """Whether a capital behind this sign is no sentence's first: `Vietnam's minister, Do Huu Lam, signed`."""
    return before == "," or before.islower()


def _behind_office(whole: str, start: int, words: Vocabulary) -> bool:
    """`party leader Given Banda`: a capital right behind an office in lower case opens a name, whatever the word."""
    left = whole[max(0, start - 20) : start - 1].rsplit(" ", 1)[-1] if whole[start - 1 : start] == " " else ""
    return left.islower() and (left in words.heads or left in words.roles)


def _is_rank_no_more(whole: str, end: int, before: _Word, words: Vocabulary) -> bool:
    """`Irena Maj,`: a short form of a rank behind a given name, where no name follows, is a family name."""
    behind = whole[end : end + 2]
    free = behind[:1] != "." and not behind.strip()[:1].isupper()
    return free and before.kind == "name" and words.is_given(before.text)


_IN_PAIRS = frozenset({"Tan", "Sri", "Puan"})


def _is_address(whole: str, start: int, end: int, words: Vocabulary) -> bool:
    """`Tan Sri Muhyiddin`: both words are a form of address."""
    pairs = words.sets["address_pairs"]
    before = f"{whole[max(0, start - 6) : start - 1].rsplit(' ', 1)[-1]} {whole[start:end]}"
    behind = f"{whole[start:end]} {whole[end + 1 : end + 6].split(' ', 1)[0]}"
    return before in pairs or behind in pairs


def _inner_starts(text: str, start: int) -> Iterator[int]:
    yield from (start + at + 1 for at, letter in enumerate(text) if letter == "-")


def _cut(run: list[_Word], block: int, words: Vocabulary) -> Iterator[Name]:
    """The name stretches of a run; what stands before a title or a body's word is no person."""
    held: list[_Word] = []
    for at, word in enumerate(run):
        if _belongs(run, at, held, words):
            held.append(word)
        elif (
            held
            and word.kind == "title"
            and held[-1].text in words.surnames_first
            and word.text.rstrip(".") == "Sen"
        ):
            yield _name([*held, word._replace(end=word.start + 3, text="Sen")], block)
            held = []
        else:
            if held:
                yield _name(held[:1] if word.kind == "title" else held, block, word.kind == "body")
            held = []
    if held:
        first = run.index(held[0])
        after_body = first > 0 and run[first - 1].text in words.bodies
        yield _name(held, block)._replace(after_body=after_body)


def _belongs(run: list[_Word], at: int, held: list[_Word], words: Vocabulary) -> bool:
    """Whether the word at `at` goes on or begins a name."""
    kind = run[at].kind
    if kind in ("name", "part", "generation"):
        return bool(held) or kind == "name"
    if kind == "capitals":
        return _initials(run, at, held, words)
    if held and held[-1].text in words.joining:
        return True
    if held:
        return kind != "place" and (_inside(run, at, held, words) or _is_surname(run, at, held, words))
    followed = at + 1 < len(run) and run[at + 1].kind == "name"
    if kind == "body" and followed and run[at].text in words.surnames_first:
        return _SYLLABLES.fullmatch(run[at + 1].text) is not None
    if kind == "stop":
        return followed and at > 0 and run[at - 1].kind == "title" and 1 < len(run[at].text) <= 4
    return kind == "city" and followed and not _whole_behind(run, at, words)


_SYLLABLES = re.compile(rf"[{UPPER}][a-z]+-[a-z]+")
"""`Park Jin-woo`: a given name of two syllables, behind a family name that is a word of bodies too."""


def _whole_behind(run: list[_Word], at: int, words: Vocabulary) -> bool:
    """`Kyiv Mykola Danko`: behind the city stands a whole name."""
    behind = run[at + 1 : at + 3]
    return len(behind) == 2 and words.is_given(behind[0].text) and behind[1].kind == "name"


def _inside(run: list[_Word], at: int, held: list[_Word], words: Vocabulary) -> bool:
    """`Mohammed Shia al-Sudani`, `Nguyen Van Hung`: a word of faiths or peoples, or of a town, inside a whole name."""
    if at + 1 == len(run) or run[at + 1].kind not in ("name", "part"):
        return False
    if run[at].kind == "city":
        return len(held) == 1 and held[0].text in words.surnames_first
    return run[at].text in words.middle_names and words.is_given(held[-1].text)


_SURNAME = 4
"""Letters of the shortest family name in capitals that is told from a short form."""


def _initials(run: list[_Word], at: int, held: list[_Word], words: Vocabulary) -> bool:
    """`JD Vance`: two capitals before a name; `Mr. IWAYA Takeshi`, `Emmanuel MACRON`: a family name in capitals."""
    if held:
        return (
            at == len(run) - 1 and len(run[at].text) >= _SURNAME and all(words.is_given(w.text) for w in held)
        )
    titled = len(run[at].text) == 2 or (
        len(run[at].text) >= _SURNAME and at > 0 and run[at - 1].kind == "title"
    )
    return titled and at + 1 < len(run) and run[at + 1].kind == "name"


def _is_surname(run: list[_Word], at: int, held: list[_Word], words: Vocabulary) -> bool:
    """`Tim Bishop`: another kind of word as the last of a run, after given names alone."""
    text = run[at].text
    if text in words.weak_address:
        return True
    last = at == len(run) - 1 or (at == len(run) - 2 and run[-1].kind == "generation")
    if last and len(held) > 1 and _is_initial(held[-1].text) and words.is_given(held[0].text):
        return True  # `James A. Baker III`
    if _named_for_a_trade(run, at, held, words):
        return True
    if not last or not (text in words.surnames or run[at].kind == "city"):
        return False
    return all(words.is_given(w.text) or w.text.endswith(".") for w in held)


def _is_initial(text: str) -> bool:
    return len(text) == 2 and text[1] == "."


def _named_for_a_trade(run: list[_Word], at: int, held: list[_Word], words: Vocabulary) -> bool:
    """`Chief Executive Paul Fireman`: behind a title and one given name, what else is a trade is a family name."""
    if at < len(run) - 1 or len(held) != 1 or not words.is_given(held[0].text):
        return False
    titled = at > 1 and run[at - 2].kind == "title"
    if titled and run[at].kind == "body":
        return True  # `Gov. Nathan Deal`
    return titled and run[at].text.lower() in words.roles and run[at].text.lower() not in words.heads


def _name(held: list[_Word], block: int, body: bool = False) -> Name:
    while held and held[-1].kind == "part":
        held.pop()
    typed = tuple(word.text for word in held)
    return Name(held[0].start, held[-1].end, _uncapitalled(typed, held), block, body)


def _uncapitalled(typed: tuple[str, ...], held: list[_Word]) -> tuple[str, ...]:
    """`IWAYA Takeshi` is Takeshi Iwaya: capitals say which name is the family's."""
    if len(held) != 2 or "capitals" not in (held[0].kind, held[1].kind):
        return typed
    given, family = (typed[1], typed[0]) if held[0].kind == "capitals" else typed
    return (given, family.title()) if len(family) >= _SURNAME else typed
