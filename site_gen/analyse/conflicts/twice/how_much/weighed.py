"""Figures of two reports, weighed: which are likely of one thing, and which that seem so are hardly."""

from collections.abc import Iterator

from site_gen.analyse.conflicts.twice.aligned.align import Pair
from site_gen.analyse.conflicts.twice.aligned.weights import Candidate, likely, log_odds
from site_gen.analyse.conflicts.twice.how_much.signs import Sides, candidates, side_of
from site_gen.analyse.tables import FIGURE_POINTS, ValueRivals
from site_gen.analyse.tellings import TELLINGS
from site_gen.resolve.words import subject
from site_gen.tables import Reader


def weighed_figures(pair: Pair, sides: Sides, reader: Reader) -> Iterator[Candidate]:
    """Figures that cannot both be so and are likely of one thing, the likeliest first, each once."""
    return likely("figures", candidates(pair, sides, reader), lambda side, number: (side, number))


def hardly_of_one(rivals: ValueRivals, reader: Reader) -> bool:
    """Whether more speaks against two figures being of one thing than for it; false where nothing is known of one."""
    sides = rivals.one, rivals.other
    tellings = [reader.one(TELLINGS, p.article) for p in sides]
    if not tellings[0] or not tellings[1]:
        return False
    pair = Pair(tellings[0], tellings[1])
    told = Sides(*(side_of(t, reader.rows(FIGURE_POINTS, t.article)) for t in (pair.one, pair.other)))
    places = [
        next((n for n, p in enumerate(s.points) if p.id == x.id), -1)
        for s, x in zip(told, sides, strict=True)
    ]
    weights = subject("weights")["figures"]
    for found in candidates(pair, told, reader):
        if [found.one, found.other] == places:
            odds = weights["base"] + log_odds(found.signs, weights["signs"])
            return "one sort" not in found.signs and bool(odds < weights["least"])
    return False
