"""Slots of two reports that stand in one place of one story and exclude each other."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from site_gen.analyse.conflicts.twice.aligned.align import Pair
from site_gen.analyse.conflicts.twice.aligned.lone import of_two_deeds, tells_deed
from site_gen.analyse.conflicts.twice.aligned.match import Match, matches, places_of
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.tellings import Slot, Telling
from site_gen.tables import Row

_SAME, _SAME_CLOSE = 2.2, 1.5
"""What two places have in common that are of one deed, whatever it is called."""


def _any_two(a: Slot, b: Slot) -> bool:
    return True


def _nothing(a: Slot, b: Slot) -> float:
    return 0.0


def _is_free(slot: Slot, rival: Slot, others: list[Slot]) -> bool:
    return False


def _is_one_sided(slot: Slot, its: list[Slot]) -> bool:
    return False


class Placed(NamedTuple):
    """How the slots of one kind are compared place by place."""

    says: str
    conflict: str | Callable[[str], str]
    """The kind of contradiction, or what tells it by the kind of slot."""
    exclude: Callable[[Slot, Slot, Pair], bool]
    """Whether the two cannot both be so."""
    one_thing: Callable[[Slot, Slot, Match, Pair], bool]
    """Whether the places, which are each other's best, speak of one thing."""
    fits: Callable[[Slot, Slot], bool] = _any_two
    """Whether the two may be each other's best at all."""
    told_too: Callable[[Slot, Slot, list[Slot]], bool] = _is_free
    """Whether among the slots of the other report, of which one is the rival, is this one as well."""
    both_sides: Callable[[Slot, list[Slot]], bool] = _is_one_sided
    """Whether its own report has the opposite beside it."""
    besides: Callable[[Slot, Slot], float] = _nothing
    """What two have in common besides words."""
    renamed: bool = False
    """What is to come may have another name in the other report."""
    once: bool = False
    """Two sentences that contradict each other by two such slots do so once."""


def rival_slots(pair: Pair, kinds: Mapping[str, Placed]) -> Iterator[Row]:
    """Rows of the slots that cannot both be so; `kinds`: by the first word of the slot's."""
    ours, theirs = _by_kind(pair.one, kinds), _by_kind(pair.other, kinds)
    told: set[tuple[int, int, str]] = set()
    for kind in sorted(ours.keys() & theirs.keys()):
        how = kinds[kind.partition(" ")[0]]
        mine, others = ours[kind], theirs[kind]
        conflict = how.conflict if isinstance(how.conflict, str) else how.conflict(kind)
        for match in _matches(pair, mine, others, how):
            a, b = mine[match.one], others[match.other]
            key = (a.sentence, b.sentence, conflict)
            if (how.once and key in told) or how.told_too(a, b, others) or how.told_too(b, a, mine):
                continue
            if how.both_sides(a, mine) or how.both_sides(b, others):
                continue
            if how.exclude(a, b, pair) and how.one_thing(a, b, match, pair):
                told.add(key)
                yield row_of(a, b, pair, match.like.share, conflict)


def _matches(pair: Pair, mine: list[Slot], others: list[Slot], how: Placed) -> Iterator[Match]:
    """Slots that are each other's best; then those of what is to come under other names.

    Of these nearly all else must be the same.
    """
    done: set[tuple[int, int]] = set()
    ours, theirs = places_of(mine), places_of(others)

    def fits(n: int, m: int) -> bool:
        return how.fits(mine[n], others[m])

    for match in matches(pair, ours, theirs, fits, lambda n, m: how.besides(mine[n], others[m])):
        done |= {(0, match.one), (1, match.other)}
        yield match
    for match in matches(pair, ours, theirs) if how.renamed else ():
        alike = match.like.score >= _SAME and match.like.close >= _SAME_CLOSE
        to_come = mine[match.one].ahead and others[match.other].ahead
        of_one = alike and to_come and tells_deed(mine[match.one], others[match.other], pair)
        if (
            of_one
            and not of_two_deeds(mine[match.one], others[match.other], pair)
            and done.isdisjoint(((0, match.one), (1, match.other)))
        ):
            yield match


def _by_kind(telling: Telling, kinds: Mapping[str, Placed]) -> dict[str, list[Slot]]:
    found: dict[str, list[Slot]] = defaultdict(list)
    for slot in telling.slots:
        if slot.kind.partition(" ")[0] in kinds:
            found[slot.kind].append(slot)
    return found
