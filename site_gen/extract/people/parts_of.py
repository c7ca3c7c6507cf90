"""What stands between an office and its body: `of the hospital's board`, `of the Africa desk at`, `for Asia at`."""

import re

from msgspec import Struct

from site_gen.extract.people.body_names import PROPER
from site_gen.extract.people.vocabulary import Vocabulary
from site_gen.text.lists import joined

_BOARD = re.compile(
    rf"of (?:the |its )?(?:(?P<noun>[a-z]+)|(?P<body>{PROPER}?))(?:['’]s|(?<=s)['’])"
    r" (?P<board>(?:(?:supervisory|management|executive|governing|advisory) )?board)\b(?! (?:member|meeting))"
)
_DESK = re.compile(
    r" (?:desk|programme|program|division|team|bureau|unit|section|department|operations|office|branch|chapter"
    r"|region)\b"
)
_AT = re.compile(r" (?:at|with|of) (?=(?:the )?[A-Z])")
_LONG = 70


class Board(Struct, frozen=True):
    """A body's board, of which somebody is the chairman."""

    name: str
    body: str
    end: int


def inner_part(start: int, head: str, text: str, words: Vocabulary) -> Board | None:
    """The board or the division of which somebody is the head, at the word `of`."""
    board = _board_of(start, text, words)
    return board or (_division_of(start, text) if head.lower() in words.sets["remitted"] else None)


def _board_of(start: int, text: str, words: Vocabulary) -> Board | None:
    """`of the hospital's board`, `of Norma's supervisory board`."""
    found = _BOARD.match(text, start, start + _LONG)
    if found is None:
        return None
    noun = found.group("noun")
    known = joined(*(words.sets[kind] for kind in ("plain_bodies", "headed_things", "firms")))
    if noun and noun not in known:
        return None
    return Board(found.group("board"), noun or found.group("body"), found.end())


def remit_end(end: int, text: str, placed: bool) -> int:
    """Where what an office is for ends, if behind the place at `end` a desk or the office's body stands; else -1.

    `placed`: it is a place that the lists know; `the Lund branch of the Union` is of one that they do not know.
    """
    desk = _DESK.match(text, end)
    end = desk.end() if desk else end
    of_body = bool(_AT.match(text, end))
    return end if (placed and (desk or of_body)) or (desk and of_body) else -1


_DIVISION = re.compile(
    rf"of (?:the |its )?(?:(?:[a-z]+|(?P<body>{PROPER}?))['’]s )?"
    r"(?P<desk>(?:(?!(?:of|for|and|in|at)\b)[a-z-]+ ){1,3}(?:division|directorate|branch|section|desk|wing|squad))\b"
)


def _division_of(start: int, text: str) -> Board | None:
    """`of the department's civil rights division`: a part in lower case, with the body where it is named before it."""
    found = _DIVISION.match(text, start, start + _LONG)
    return Board(found.group("desk"), found.group("body") or "", found.end()) if found else None


_OWNED_DESK = re.compile(rf"({PROPER})['’]s ({PROPER})")


def desk_of(body: str, end: int, text: str) -> Board | None:
    """`Crisis Monitor's Africa desk`: the desk, and whose it is."""
    owned, desk = _OWNED_DESK.fullmatch(body), _DESK.match(text, end)
    if owned is None or desk is None:
        return None
    return Board(f"{owned.group(2)}{desk.group()}", owned.group(1), desk.end())
