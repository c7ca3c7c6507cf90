"""The day of what happens once to one thing: talks begin, the first power flows, somebody takes office.

Each report words it in its own way, so that the words say little of whether two days are of one deed; but a report
that dates such a thing dates it once.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from site_gen.analyse.conflicts.twice.aligned.align import Pair, weak_stems
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.conflicts.twice.sentences.line import Line
from site_gen.analyse.conflicts.twice.when.dates import exclude_days
from site_gen.analyse.conflicts.twice.when.times import time_slots
from site_gen.analyse.tellings import Slot, Telling, Told
from site_gen.resolve.intervals import days, gap
from site_gen.resolve.words import subject
from site_gen.tables import Row

_REACH = 110
"""Characters between a day and the words that say what was then."""
_MOST = 1100
"""Days between two days of one thing."""
_PLANS = 60
"""Days between two reports of which the later may tell of a later plan."""
_BEGUN = "=begin"
"""The mark of what begins: `on loan since March`."""
_WHO = "@"
"""Marks among a slot's heads the person of whom it is."""
_CUT = re.compile(
    r"[;:]|\. |, (?:and|but|while|when|after|before|which|who)\b| (?:after|before|when|while) "
    r"| and (?:ha[sd]|was|is|will|were|are|have) "
)


class _Sort(NamedTuple):
    """How a sort of milestone is told: see `milestones.yaml`."""

    whole: re.Pattern[str] | None
    deed: re.Pattern[str] | None
    of: re.Pattern[str] | None
    without: re.Pattern[str] | None
    ahead: bool | None
    somebody: bool
    """It is of the person who is named before it."""
    one_of_many: bool
    """A story may tell of several: the clauses must have a thing in common."""

    def may_tell(self, low: str) -> bool:
        """Whether anything of it stands in a sentence."""
        return any(part and part.search(low) for part in (self.whole, self.deed))

    def tells(self, low: str, begin: int, end: int) -> bool:
        """Whether a stretch tells it."""

        def has(part: re.Pattern[str] | None) -> bool:
            return part is not None and part.search(low, begin, end) is not None

        return (has(self.whole) or (has(self.deed) and has(self.of))) and not has(self.without)

    def words_of(self, low: str, begin: int, end: int) -> list[tuple[int, int]]:
        """Where the words stand by which a stretch tells it."""
        parts = (part for part in (self.whole, self.deed, self.of) if part)
        return [m.span() for part in parts for m in part.finditer(low, begin, end)]

    def told_at(self, low: str, begin: int, end: int) -> int:
        """Where a stretch that tells it does so."""
        return min((start for start, _ in self.words_of(low, begin, end)), default=begin)


def milestone_slots(line: Line) -> Iterator[Slot]:
    """The days of a sentence on which something of a sort happened that happens once."""
    text = line.told.evidence.exact
    low = text.lower()
    if not line.dates or len(low) != len(text) or not any(s.may_tell(low) for s in _sorts().values()):
        return
    start = line.told.evidence.start
    for slot in time_slots(line.at, line.told, line.ahead, line.dates, line.findings, line.published):
        if slot.kind == "date":
            begin, end = _clause(low, slot.start - start, slot.end - start)
            for name, sort in _sorts().items():
                if sort.ahead in (None, slot.ahead) and sort.tells(low, begin, end):
                    who = _named_before(line.told, sort.told_at(low, begin, end)) if sort.somebody else ()
                    yield slot._replace(kind=f"milestone {name}", heads=(*slot.heads, _BEGUN, *who))


def _named_before(told: Told, at: int) -> tuple[str, ...]:
    """The last word of the last name before a place, marked as such."""
    return tuple(_WHO + w.stem for w in told.words if w.name and w.at < at and not w.quoted)[-1:]


def rival_milestones(pair: Pair) -> Iterator[Row]:
    """A row for two days of one sort of thing, if each report has one such day."""
    ours, theirs = (_by_sort(t) for t in (pair.one, pair.other))
    for sort in sorted(ours.keys() & theirs.keys()):
        if len({s.value for s in ours[sort]}) == len({s.value for s in theirs[sort]}) == 1:
            a, b = ours[sort][0], theirs[sort][0]
            if _of_one(a, b, pair) and exclude_days(a, b, pair):
                yield row_of(a._replace(kind="date"), b._replace(kind="date"), pair, 1.0, "date")


def _of_one(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether two days can be of one thing: near in time, and not of two that are named."""
    first, second = days(a.value), days(b.value)
    if not first or not second or gap(first, second) > _MOST:
        return False
    if a.ahead and pair.days_apart() > _PLANS:
        return False
    ours, theirs = ({head for head in s.heads if head[0] == _WHO} for s in (a, b))
    if ours and theirs and ours.isdisjoint(theirs):
        return False
    like = pair.likeness((a.sentence, a.start, a.end), (b.sentence, b.start, b.end))
    return not like.apart and not _of_two(a, b, pair)


def _of_two(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether each clause names what the other report knows nothing of; or they have nothing in common, and must."""
    sort = _sorts()[a.kind.partition(" ")[2]]
    (words, names), (others, named) = (_around(s, t, sort) for s, t in ((a, pair.one), (b, pair.other)))
    if names and named and names.isdisjoint(named):
        known = [_all_names(t) for t in (pair.one, pair.other)]
        if names - known[1] and named - known[0]:
            return True
    return sort.one_of_many and words.isdisjoint(others)


def _around(slot: Slot, telling: Telling, sort: _Sort) -> tuple[frozenset[str], frozenset[str]]:
    """What a day's clause says besides its sort, and whom it names, or else its sentence ahead of the day.

    With the sentence before it, where it begins with a pronoun.
    """
    told = telling.sentences[slot.sentence]
    at, low = slot.start - told.evidence.start, told.evidence.exact.lower()
    begin, end = _clause(low, at, slot.end - told.evidence.start)
    own = sort.words_of(low, begin, end)
    inside = [w for w in told.words if begin <= w.at < end and not any(x <= w.at < y for x, y in own)]
    if slot.sentence and _PRONOUN.match(told.evidence.exact):
        inside += telling.sentences[slot.sentence - 1].words
    names = [w for w in inside if w.name] or [w for w in told.words if w.name and w.at < at]
    plain = frozenset(w.stem for w in inside if not w.name and w.stem[0] != "#")
    return plain - weak_stems(), frozenset(w.stem for w in names)


def _all_names(telling: Telling) -> frozenset[str]:
    return frozenset(w.stem for told in telling.sentences for w in told.words if w.name)


_PRONOUN = re.compile(r"(?:It|They|That|This|These|Those|He|She)\b")


def _clause(low: str, first: int, last: int) -> tuple[int, int]:
    """The stretch around a day that nothing parts from it."""
    cuts = [m.end() for m in _CUT.finditer(low, max(0, first - _REACH), first)]
    behind = _CUT.search(low, last, last + _REACH)
    return cuts[-1] if cuts else max(0, first - _REACH), behind.start() if behind else min(
        len(low), last + _REACH
    )


def _by_sort(telling: Telling) -> dict[str, list[Slot]]:
    found: dict[str, list[Slot]] = {}
    for slot in telling.slots:
        if slot.kind.startswith("milestone "):
            found.setdefault(slot.kind.partition(" ")[2], []).append(slot)
    return found


@cache
def _sorts() -> dict[str, _Sort]:
    def read(sort: dict[str, Any]) -> _Sort:
        whole, deed, of, without = (_pattern(sort.get(part)) for part in ("whole", "deed", "of", "not"))
        return _Sort(
            whole,
            deed,
            of,
            without,
            sort.get("ahead"),
            sort.get("somebody", False),
            sort.get("several", False),
        )

    return {name: read(sort) for name, sort in subject("milestones").items()}


def _pattern(phrases: list[str] | None) -> re.Pattern[str] | None:
    return re.compile(rf"\b(?:{'|'.join(phrases)})(?!\w)") if phrases else None
