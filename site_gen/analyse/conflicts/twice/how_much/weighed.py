"""Figures of two reports, weighed: which are likely of one thing, and which that seem so are hardly."""

from collections.abc import Iterator

from site_gen.analyse.conflicts.twice.aligned.align import Pair
from site_gen.analyse.conflicts.twice.aligned.weights import Candidate, likely, log_odds
from site_gen.analyse.conflicts.twice.how_much.signs import Sides, candidates, sides_of
from site_gen.analyse.tables import ValueRivals
from site_gen.analyse.tellings import TELLINGS
from site_gen.resolve.words import subject
from site_gen.tables import Reader


def weighed_figures(pair: Pair, sides: Sides, reader: Reader) -> Iterator[Candidate]:
    """Figures that cannot both be so and are likely of one thing, the likeliest first, each once."""
    return likely("figures", candidates(pair, sides, reader), lambda side, number: (side, number))


def hardly_of_one(rivals: ValueRivals, reader: Reader) -> bool:
    """Whether so much speaks against two figures being of one thing that they are not told; false where all is open.

    More must speak against it where both name one measure, or a report has few sentences to tell one thing from
    another. Nothing holds back two of a sort that a story has one of.
    """
    sides = rivals.one, rivals.other
    tellings = [reader.one(TELLINGS, p.article) for p in sides]
    if not tellings[0] or not tellings[1]:
        return False
    pair = Pair(tellings[0], tellings[1])
    told = sides_of(pair, reader)
    places = [
        next((n for n, p in enumerate(s.points) if p.id == x.id), -1)
        for s, x in zip(told, sides, strict=True)
    ]
    found = next((c for c in candidates(pair, told, reader) if [c.one, c.other] == places), None)
    if found is None or "one sort" in found.signs:
        return False
    weights = subject("weights")["figures"]
    plain = found.signs.get("measure") == 1 or "short" in found.signs
    odds = weights["base"] + log_odds(found.signs, weights["signs"])
    return bool(odds < weights["least"]["plain" if plain else "usual"])
