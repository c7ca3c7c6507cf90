"""From where to where a journey went: `left Lund for Oslo`, `on its way from Malmo to Oslo`."""

from collections.abc import Iterator
from functools import cache

from site_gen.analyse.conflicts.places import is_town
from site_gen.analyse.conflicts.twice.aligned.align import Pair
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.tellings import Slot, Telling, Told
from site_gen.resolve.article_names import NAME
from site_gen.resolve.folding import fold
from site_gen.resolve.words import any_of, word_set
from site_gen.tables import Row
from site_gen.text.needed import Patterns, patterns


def route_slots(at: int, told: Told) -> Iterator[Slot]:
    """A slot for the journey of a sentence: where it ended as value, and where it began as its head."""
    text, start = told.evidence.exact, told.evidence.start
    found = next((pattern.search(text) for _, pattern in _route().that_may(text)), None)
    if found and is_town(found["town"]) and is_town(found["to"]):
        first, last = found.span()
        yield Slot(at, "route", fold(found["to"]), start + first, start + last, (fold(found["town"]),))


def rival_routes(pair: Pair) -> Iterator[Row]:
    """A row where each report tells of one journey, and the two have one end in common and not the other."""
    ours, theirs = ([s for s in t.slots if s.kind == "route"] for t in (pair.one, pair.other))
    if any(len({(s.value, s.heads) for s in slots}) != 1 for slots in (ours, theirs)):
        return
    a, b = ours[0], theirs[0]
    if (a.value == b.value) == (a.heads == b.heads):
        return
    if a.value == b.value and not (names_town(pair.one, b.heads[0]) or names_town(pair.other, a.heads[0])):
        yield row_of(a._replace(value=a.heads[0]), b._replace(value=b.heads[0]), pair, 1.0, "place")
    elif a.value != b.value and not (names_town(pair.one, b.value) or names_town(pair.other, a.value)):
        yield row_of(a, b, pair, 1.0, "place")


def names_town(telling: Telling, town: str) -> bool:
    """Whether the report has the other's town at all: then the journey may have stopped there."""
    return any(town in fold(told.evidence.exact) for told in telling.sentences)


@cache
def _route() -> Patterns:
    route = (
        rf"\b(?:{any_of('opposites', 'journeys', 'from')}) (?:the port of |the town of )?(?P<town>{NAME})"
        rf" (?:{any_of('opposites', 'journeys', 'to')}) (?:the port of |the town of )?(?P<to>{NAME})"
    )
    return patterns("routes", [("", route)], word_set("analysis", "stop"))
