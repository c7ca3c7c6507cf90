"""Where a body is to sit or a thing to stand: one place in each report."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from site_gen.analyse.conflicts.days import is_caption
from site_gen.analyse.conflicts.places import is_town
from site_gen.analyse.conflicts.twice.aligned.align import Pair
from site_gen.analyse.conflicts.twice.aligned.match import by_weight
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.tellings import Slot, Telling, Told
from site_gen.resolve.article_names import NAME
from site_gen.resolve.folding import fold
from site_gen.resolve.words import any_of, group_of, subject
from site_gen.tables import Row
from site_gen.text.letters import letters_in

_TOWN = re.compile(rf"\b(?:in|at|to|for|near|outside|chosen|picked|chose) ({NAME})")
_LIKE = 0.5


def seat_slots(at: int, told: Told, ahead: Told | None = None) -> Iterator[Slot]:
    """The town of a seat, a plant or a show (`seat court`); `ahead`: the sentence that says where `there` is."""
    text, start = told.evidence.exact, told.evidence.start
    nouns = _nouns()
    if nouns.keys().isdisjoint(letters_in(text)) or is_caption(text):
        return
    for found in (*_seat().finditer(text), *_chosen().finditer(text)):
        where, noun = _told_in(found)
        town = (
            found[where] or _there(text[: found.start()]) or (_there(ahead.evidence.exact) if ahead else "")
        )
        if town and is_town(town):
            kind = f"seat {nouns[noun.lower()]}"
            yield Slot(at, kind, fold(town), start + found.start(where), start + found.end(where))


def _told_in(found: re.Match[str]) -> tuple[str, str]:
    """The group of the town, or of `there`, and the noun."""
    if found.groupdict().get("picked"):
        return "picked", found["built"]
    return "town" if found["town"] else "there", found["noun"]


def _there(text: str) -> str:
    """The one town that a text names behind `in`, `to` or `for`."""
    found = {name for name in _TOWN.findall(text) if is_town(name)}
    return found.pop() if len(found) == 1 else ""


def rival_seats(pair: Pair) -> Iterator[Row]:
    """A row for each seat of which either report has one town, and another than the other."""
    for kind in sorted({s.kind for s in pair.one.slots if s.kind.startswith("seat ")}):
        ours, theirs = ([s for s in t.slots if s.kind == kind] for t in (pair.one, pair.other))
        if len({s.value for s in ours}) != 1 or len({s.value for s in theirs}) != 1:
            continue
        near, a, b = by_weight(ours, theirs, pair.nearness)[0]
        if near >= _LIKE and not (_names(pair.one, b, kind) or _names(pair.other, a, kind)):
            yield row_of(a, b, pair, 1.0, "place")


def _names(telling: Telling, rival: Slot, kind: str) -> bool:
    """Whether a sentence about such a seat names the other's town too: `may also go to Lund`."""
    nouns = {noun for noun, first in _nouns().items() if kind == f"seat {first}"}
    return any(
        rival.value in fold(told.evidence.exact) and not nouns.isdisjoint(letters_in(told.evidence.exact))
        for told in telling.sentences
    )


def _nouns() -> Mapping[str, str]:
    return group_of("opposites", "seats")


@cache
def _chosen() -> re.Pattern[str]:
    """`Lund has been chosen as the seat of`, `Lund gets the factory`."""
    nouns = "|".join(sorted(_nouns(), key=lambda w: (-len(w), w)))
    return re.compile(
        rf"(?P<town>{NAME})(?:, [^,;.]{{3,60}},)? (?:(?:has been|was|is|will be|is to be)"
        r" (?:(?:chosen|picked|selected|named|proposed) )?(?:as |to be )?|gets|will get|will host|is to host|wins"
        rf"|has won) ?(?:the|its|home to the) (?:[a-z]+ ){{0,2}}(?P<noun>(?i:{nouns}))\b(?P<there>)"
        rf"|(?:choice|decision) (?:has |had )?(?:fell|fallen) on (?P<picked>{NAME}), where the (?P<built>{nouns})\b"
    )


@cache
def _seat() -> re.Pattern[str]:
    nouns = "|".join(sorted(_nouns(), key=lambda w: (-len(w), w)))
    verbs = "|".join(subject("opposites")["seated"])
    return re.compile(
        rf"\b(?P<noun>(?i:{nouns}))\b(?:(?: (?:[\w’'-]+|\d[\d,.]*\d)){{0,7}}?,?(?: that| which)? (?:{verbs}))?"
        r"(?: for [a-z]+(?: [a-z]+){0,2})?(?: \w+ly| for good| on show| on an? \w+)?"
        r" (?:(?P<there>there)\b|(?:in|at|near|outside) "
        rf"(?:the (?:{any_of('opposites', 'towns')}) of )?"
        rf"(?P<town>{NAME}))"
    )
