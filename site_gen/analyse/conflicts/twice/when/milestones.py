"""The day of what happens once to one thing: talks begin, the first power flows, somebody takes office.

Each report words it in its own way, so that the words say little of whether two days are of one deed; but a report
that dates such a thing dates it once.
"""

import re
from collections.abc import Iterator

from site_gen.analyse.conflicts.twice.aligned.align import Pair, weak_stems
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.conflicts.twice.sentences.line import Line
from site_gen.analyse.conflicts.twice.sentences.sorts import (
    Named,
    Sort,
    clause_around,
    named,
    of_two_names,
    points_back,
    sorts,
    sorts_in,
)
from site_gen.analyse.conflicts.twice.when.dates import exclude_days
from site_gen.analyse.tellings import Slot, Telling, Told
from site_gen.resolve.intervals import days, gap
from site_gen.tables import Row

_MOST = 1100
"""Days between two days of one thing."""
_PLANS = 60
"""Days between two reports of which the later may tell of a later plan."""
_BEGUN = "=begin"
"""The mark of what begins: `on loan since March`."""
_THAT = re.compile(r"\bthat\b")
"""Between a day and what was done: it is the day of saying so: `a statement of Friday that talks will begin`."""
_WHO = "@"
"""Marks among a slot's heads the person of whom it is."""


def milestone_slots(slot: Slot, line: Line) -> Iterator[Slot]:
    """The sorts of what happens once of which a day of a sentence is: a slot for each."""
    text = line.told.evidence.exact
    low = text.lower()
    if slot.kind != "date" or len(low) != len(text):
        return
    start = line.told.evidence.start
    begin, end = clause_around(low, slot.start - start, slot.end - start)
    ahead = line.ahead.evidence.exact.lower() if line.ahead and points_back(text) else ""
    for name, sort in sorts_in("days", text, low[begin:end]):
        if sort.more.get("ahead") in (None, slot.ahead) and sort.tells(low, begin, end, ahead):
            if _THAT.search(low, slot.end - start, max(slot.end - start, _told_at(sort, low, begin, end))):
                continue
            somebody = sort.more.get("somebody")
            who = _named_before(line.told, _told_at(sort, low, begin, end)) if somebody else ()
            yield slot._replace(kind=f"milestone {name}", heads=(*slot.heads, _BEGUN, *who))


def _told_at(sort: Sort, low: str, begin: int, end: int) -> int:
    """Where a stretch says of what sort it is."""
    return min((start for start, _ in sort.words_of(low, begin, end)), default=begin)


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
    sort = sorts("days")[a.kind.partition(" ")[2]]
    (words, ours), (others, theirs) = (_around(s, t, sort) for s, t in ((a, pair.one), (b, pair.other)))
    return of_two_names(ours, theirs) or (sort.several and words.isdisjoint(others))


def _around(slot: Slot, telling: Telling, sort: Sort) -> tuple[frozenset[str], Named]:
    """What a day's clause says besides its sort, and whom it names, or else its sentence ahead of the day.

    With the sentence before it, where it begins with a pronoun.
    """
    told = telling.sentences[slot.sentence]
    at, text = slot.start - told.evidence.start, told.evidence.exact
    begin, end = clause_around(text.lower(), at, slot.end - told.evidence.start)
    own = sort.words_of(text.lower(), begin, end)
    inside = [w for w in told.words if begin <= w.at < end and not any(x <= w.at < y for x, y in own)]
    names = [w for w in inside if w.name] or [w for w in told.words if w.name and w.at < at]
    plain = [w for w in inside if not w.name and w.stem[0] != "#"]
    if slot.sentence and points_back(text):
        plain += [w for w in telling.sentences[slot.sentence - 1].words if not w.name]
    return frozenset(w.stem for w in plain) - weak_stems(), named(text, names, telling)


def _by_sort(telling: Telling) -> dict[str, list[Slot]]:
    found: dict[str, list[Slot]] = {}
    for slot in telling.slots:
        if slot.kind.startswith("milestone "):
            found.setdefault(slot.kind.partition(" ")[2], []).append(slot)
    return found
