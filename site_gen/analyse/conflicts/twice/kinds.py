"""Every kind of thing that two reports may tell differently: how a sentence is read for it, how two are compared.

To add a kind, write a module in the package of its question, and a line here.
"""

from collections.abc import Iterable, Iterator

from site_gen.analyse.conflicts.twice.aligned.placed import Placed, rival_slots
from site_gen.analyse.conflicts.twice.aligned.two import Two
from site_gen.analyse.conflicts.twice.how_much.ages import age_slots, rival_ages
from site_gen.analyse.conflicts.twice.how_much.ballots import ballot_slots, rival_ballots
from site_gen.analyse.conflicts.twice.how_much.figures import rival_figures
from site_gen.analyse.conflicts.twice.how_much.parts import part_slots, rival_parts
from site_gen.analyse.conflicts.twice.how_much.portions import portion_slots, rival_portions
from site_gen.analyse.conflicts.twice.how_much.sums import rival_sums
from site_gen.analyse.conflicts.twice.how_much.tolls import rival_tolls
from site_gen.analyse.conflicts.twice.how_surely.aims import aim_slots, rival_aims
from site_gen.analyse.conflicts.twice.how_surely.bound import bound_slots, rival_bonds, rival_freedoms
from site_gen.analyse.conflicts.twice.how_surely.claimed import claimed_slots, rival_claims
from site_gen.analyse.conflicts.twice.how_surely.hedges import rival_hedges
from site_gen.analyse.conflicts.twice.kind import Kind, alone, behind, of_pair, with_reader
from site_gen.analyse.conflicts.twice.sentences.line import Line
from site_gen.analyse.conflicts.twice.when.dated_orders import rival_dated_orders
from site_gen.analyse.conflicts.twice.when.dates import (
    day_told_too,
    deeds_alike,
    exclude_days,
    may_be_one_day,
)
from site_gen.analyse.conflicts.twice.when.hours import exclude_hours, hour_slots, one_hour
from site_gen.analyse.conflicts.twice.when.leads import rival_leads
from site_gen.analyse.conflicts.twice.when.lone_hours import rival_lone_hours
from site_gen.analyse.conflicts.twice.when.milestones import milestone_slots, rival_milestones
from site_gen.analyse.conflicts.twice.when.nth import nth_slots
from site_gen.analyse.conflicts.twice.when.one_day import one_day
from site_gen.analyse.conflicts.twice.when.onsets import onset_slots, rival_onsets
from site_gen.analyse.conflicts.twice.when.orders import order_slots, rival_orders
from site_gen.analyse.conflicts.twice.when.plans import rival_plans
from site_gen.analyse.conflicts.twice.when.spans import exclude_spans, one_long_thing, span_told_too
from site_gen.analyse.conflicts.twice.when.times import time_slots
from site_gen.analyse.conflicts.twice.where.routes import rival_routes, route_slots
from site_gen.analyse.conflicts.twice.where.seats import rival_seats, seat_slots
from site_gen.analyse.conflicts.twice.where.venues import rival_venues, venue_slots
from site_gen.analyse.conflicts.twice.where.whereabouts import rival_places, where_slots
from site_gen.analyse.conflicts.twice.whether.absences import absence_slots, rival_absences
from site_gen.analyse.conflicts.twice.whether.causes import cause_slots, rival_causes
from site_gen.analyse.conflicts.twice.whether.denials import rival_denials
from site_gen.analyse.conflicts.twice.whether.newness import novelty_slots, rival_novelties
from site_gen.analyse.conflicts.twice.whether.opposed import (
    both_sides,
    conflict_of,
    exclude_words,
    said_of_one,
)
from site_gen.analyse.conflicts.twice.whether.outcomes import outcome_slots, rival_outcomes
from site_gen.analyse.conflicts.twice.whether.polar import polar_slots, rival_polar
from site_gen.analyse.conflicts.twice.whether.votes import rival_votes, vote_slots
from site_gen.analyse.conflicts.twice.whether.worded import worded_slots
from site_gen.analyse.conflicts.twice.who.appointed import appointed_slots, rival_appointments
from site_gen.analyse.conflicts.twice.who.called import called_slots, rival_titles
from site_gen.analyse.conflicts.twice.who.deputies import deputy_slots, rival_deputies
from site_gen.analyse.conflicts.twice.who.doers import doer_slots
from site_gen.analyse.conflicts.twice.who.posts import post_slots
from site_gen.analyse.conflicts.twice.who.rival_doers import one_deed, other_doers, rival_doers
from site_gen.analyse.conflicts.twice.who.rival_posts import rival_posts
from site_gen.analyse.conflicts.twice.who.signers import signer_slots
from site_gen.analyse.conflicts.twice.who.sole import sole_slots
from site_gen.analyse.tellings import Slot
from site_gen.resolve.intervals import days
from site_gen.tables import Row


def _read_placed(line: Line) -> Iterator[Slot]:
    for slot in time_slots(line.at, line.told, line.ahead, line.dates, line.findings, line.published):
        yield slot
        yield from milestone_slots(slot, line)
    yield from nth_slots(line.at, line.told)
    yield from hour_slots(line.at, line.told)
    yield from worded_slots(line.at, line.told.evidence, line.reading)


def _read_posts(line: Line) -> Iterator[Slot]:
    ahead = line.ahead.evidence.exact if line.ahead else ""
    yield from post_slots(line.at, line.told, ahead)
    yield from sole_slots(line.at, line.told, ahead)


def _read_deputies(line: Line) -> Iterable[Slot]:
    yield from deputy_slots(line.at, line.told, line.findings)
    yield from signer_slots(line.at, line.told, line.ahead, line.findings)


def _read_called(line: Line) -> Iterable[Slot]:
    return called_slots(line.at, line.told, line.published)


def _read_portions(line: Line) -> Iterable[Slot]:
    return portion_slots(line.at, line.told, line.figures)


def _read_ages(line: Line) -> Iterable[Slot]:
    return age_slots(line.at, line.told, line.ahead, line.findings)


def _read_where(line: Line) -> Iterable[Slot]:
    return where_slots(line.at, line.told, line.dateline, _is_ahead(line))


def _is_ahead(line: Line) -> bool:
    """Whether the only days of a sentence are later than the report."""
    written = days(line.published)
    told = [span for date in line.dates if date.role == "event" and date.edtf and (span := days(date.edtf))]
    return written is not None and bool(told) and all(span.first > written.last for span in told)


def _placed(two: Two) -> Iterable[Row]:
    return rival_slots(two.pair, PLACED)


def _denials(two: Two) -> Iterable[Row]:
    return rival_denials(two.pair, two.one_paper)


# fmt: off
PLACED: dict[str, Placed] = {
    "by": Placed("who did what one alone does", "identity", other_doers, one_deed),
    "date": Placed(
        "the day of a deed", "date", exclude_days, one_day, may_be_one_day, day_told_too,
        besides=deeds_alike, renamed=True,
    ),
    "hour": Placed("the hour of a deed", "date", exclude_hours, one_hour),
    "span": Placed("a length of time", "value", exclude_spans, one_long_thing, told_too=span_told_too),
    "words": Placed("one of two opposites", conflict_of, exclude_words, said_of_one, both_sides=both_sides, once=True),
}
"""The slots of which each is put beside the one that stands in its place in the other report."""

FIGURES = Kind("a figure of one thing", rivals=with_reader(rival_figures), copied=True)
SUMS = Kind("a figure of a sort of which there is one", rivals=with_reader(rival_sums), days=30)
TOLLS = Kind("the dead of one accident", rivals=with_reader(rival_tolls), days=3)

KINDS: dict[str, Kind] = {
    "sequence": Kind("which of two deeds came first", behind(order_slots), of_pair(rival_orders)),
    "order by days": Kind("which came first, by the days of both", rivals=of_pair(rival_dated_orders)),
    "claimed": Kind("somebody's claim, or a fact", read_all=claimed_slots, rivals=with_reader(rival_claims), days=45),
    "bound": Kind("whether anybody is bound to it", read_all=bound_slots, rivals=of_pair(rival_bonds)),
    "aim": Kind("whether it will be done, or is only wished", behind(aim_slots), of_pair(rival_aims), days=45),
    "left": Kind("what will be done, and binds nobody", rivals=of_pair(rival_freedoms), days=45),
    "polar": Kind("turns of phrase that say it is so, or not", behind(polar_slots), of_pair(rival_polar)),
    "outcome": Kind("how it turned out", behind(outcome_slots), of_pair(rival_outcomes), days=14),
    "placed": Kind("what stands in one place of both: see PLACED", _read_placed, _placed, copied=True),
    "milestone": Kind("the day of what happens once", rivals=of_pair(rival_milestones)),
    "onset": Kind("the hour at which it struck, burst or went out", alone(onset_slots), of_pair(rival_onsets)),
    "plan": Kind("the one day to come with which a report begins", rivals=of_pair(rival_plans), days=3),
    "struck": Kind("the one hour with which a report begins", rivals=of_pair(rival_lone_hours), days=3),
    "lead": Kind("the length of time with which a report begins", rivals=of_pair(rival_leads), days=3),
    "post": Kind("who holds a post, or plays a part that there is one of", _read_posts, of_pair(rival_posts), days=45),
    "appointed": Kind("who was appointed to what", behind(appointed_slots), of_pair(rival_appointments), days=14),
    "called": Kind("what a new paper or body is called", _read_called, of_pair(rival_titles), days=60),
    "deputy": Kind("who signed for a body", _read_deputies, of_pair(rival_deputies), days=120),
    "doer": Kind("who did it, in whatever phrase", behind(doer_slots), of_pair(rival_doers), days=14),
    "age": Kind("how old somebody is", _read_ages, of_pair(rival_ages)),
    "ballot": Kind("how a vote went", behind(ballot_slots), of_pair(rival_ballots), days=60, copied=True),
    "part": Kind("what part of a sum is whose", alone(part_slots), of_pair(rival_parts), days=21),
    "seat": Kind("in which town a body or a thing is to be", behind(seat_slots), of_pair(rival_seats), days=60),
    "portion": Kind("what share of a whole somebody gets", _read_portions, of_pair(rival_portions), days=30),
    "route": Kind("from where to where a journey went", alone(route_slots), of_pair(rival_routes), days=7),
    "where": Kind("in which town it was done", _read_where, of_pair(rival_places), days=45),
    "venue": Kind("the one town with which a report begins", venue_slots, of_pair(rival_venues), days=3),
    "unity": Kind("whether a vote was unanimous", alone(vote_slots), of_pair(rival_votes), days=7, dated=True),
    "cause": Kind("why it came about", behind(cause_slots), of_pair(rival_causes), days=130, dated=True),
    "new": Kind("whether anything is new", alone(novelty_slots), of_pair(rival_novelties), days=21, dated=True),
    "hedge": Kind("a figure that is only claimed", rivals=with_reader(rival_hedges), days=45, dated=True),
    "there": Kind("what there was none of", behind(absence_slots), of_pair(rival_absences), days=7),
    "not": Kind("what is denied", rivals=_denials),
}
# fmt: on
"""By the first word of their slots' kind; of two sentences that several set against each other, the surest first."""

READERS = tuple(kind.read for kind in KINDS.values() if kind.read)
"""What reads each sentence, in the order of the kinds."""
READERS_OF_ALL = tuple(kind.read_all for kind in KINDS.values() if kind.read_all)
