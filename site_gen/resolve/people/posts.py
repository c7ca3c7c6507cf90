"""Posts that one person holds at a time: who held one when, by the days of the reports, and who followed whom."""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise

from site_gen.records import Evidence, Office
from site_gen.resolve.folding import fold
from site_gen.resolve.intervals import Days, days
from site_gen.resolve.people.compare import near_names
from site_gen.resolve.people.forms import is_post, name_tokens, office_key, title_family
from site_gen.resolve.people.terms import merge_offices, told_at
from site_gen.resolve.tables import HOLDINGS, POST_ENDS, Holding, PersonPart, PostEnd, Seen
from site_gen.resolve.words import subject, word_set
from site_gen.tables import Reader, Row

_KEPT = 4
"""First and last places that are kept of each holder."""
_MOST = 24
"""Holders above which a post is none that one person holds at a time."""
_SURE = 14
"""Days between the last report of one holder and the first of the next that make them reports of two times."""
_MONTH = 31
_FRESH = re.compile(r"\b(?:new|newly|incoming|just|freshly)\b", re.I)


def held_by_one(office: Office) -> bool:
    """Whether the office is one that one person holds at a time, and it is told of which country or body."""
    words, family = set(fold(office.title).split()), title_family(office.title)
    listed = subject("analysis")["one_holder"]
    if words & set(listed["several"]) and family == fold(office.title):
        return False
    body = fold(office.organization)
    if not office.jurisdiction:
        return bool(body) and family in listed["bodies"] and body not in word_set("analysis", "any_body")
    portfolio = len(words) > 1 and not words.isdisjoint(listed["portfolios"])
    return family in listed["countries"] or portfolio


def spread_holdings(key: str, parts: tuple[PersonPart, ...], _reader: Reader) -> Iterator[Row]:
    """The person under each post that one holds at a time, with the first and the last places that tell so."""
    for office in merge_offices(parts):
        if held_by_one(office):
            seen = sorted(set(_seen(office, parts)), key=lambda s: (days(s.day), s.article, s.evidence))
            kept = seen if len(seen) <= 2 * _KEPT else [*seen[:_KEPT], *seen[-_KEPT:]]
            name = max((p.person.name for p in parts), key=lambda n: (len(n.split()), n))
            fresh = bool(seen) and _FRESH.search(seen[0].evidence.exact) is not None
            row = Holding(key, name, tuple(kept), office.start or "", office.end or "", fresh)
            yield Row(HOLDINGS, office_key(office), row)


def _seen(office: Office, parts: Iterable[PersonPart]) -> Iterator[Seen]:
    family, place = title_family(office.title), fold(office.jurisdiction or office.organization)
    for part in parts:
        for told in part.person.offices:
            where = fold(told.jurisdiction or told.organization)
            if title_family(told.title) != family or where not in ("", place) or not is_post(told):
                continue
            time = told_at(part.published, told) if told.status == "current" else None
            span = days(time[0]) if time else None
            if time and span and span.length <= _MONTH and told.evidence:
                yield Seen(time[0], part.article, min(told.evidence))


def find_post_ends(post: str, holders: tuple[Holding, ...], _reader: Reader) -> Iterator[Row]:
    """For each holder the day by which the next one holds it, or others who are told to hold it at the same time."""
    known = sorted(_told(holders), key=lambda item: (item[1], item[0].id)) if len(holders) <= _MOST else []
    shared = [(a, b) for (a, s), (b, t) in combinations(known, 2) if _same_time(a, s, b, t)]
    for a, b in shared:
        if not _one_name(a, b):
            yield Row(POST_ENDS, a.id, PostEnd(post, b.id, "", (_last(a, b), b.seen[0].evidence)))
            yield Row(POST_ENDS, b.id, PostEnd(post, a.id, "", (b.seen[0].evidence, _last(a, b))))
    open_ones = {holder.id for pair in shared for holder in pair}
    for (a, span), (b, _) in pairwise(known):
        if not a.end and a.id not in open_ones and not _one_name(a, b):
            evidence = (a.seen[-1].evidence, b.seen[0].evidence)
            yield Row(POST_ENDS, a.id, PostEnd(post, b.id, _by(b, span), evidence))


def _told(holders: Iterable[Holding]) -> Iterator[tuple[Holding, Days]]:
    """Each with the days on which it is told to hold the post; articles that tell of two holders say nothing."""
    told: dict[str, set[str]] = {}
    for holder in holders:
        for place in holder.seen:
            told.setdefault(place.article, set()).add(holder.id)
    for holder in holders:
        seen = tuple(s for s in holder.seen if len(told[s.article]) == 1)
        spans = [span for s in seen if (span := days(s.day))]
        if spans:
            lone = Holding(holder.id, holder.name, seen, holder.start, holder.end, holder.fresh)
            yield lone, Days(min(s.first for s in spans), max(s.last for s in spans))


def _same_time(a: Holding, one: Days, b: Holding, other: Days) -> bool:
    """Whether the reports leave it open that they held it one after the other; `one` begins first."""
    if other.first <= one.last:
        return True
    starts, ends = days(b.start), days(a.end)
    told = b.fresh or (starts and one.last <= starts.last) or (ends and ends.first <= other.first)
    return not told and other.first - one.last <= _SURE


def _by(holder: Holding, before: Days) -> str:
    """The day on which the next one took office, where that is told and fits; else the first on which it is held."""
    start = days(holder.start)
    return holder.start if start and start.last >= before.last else holder.seen[0].day


def _last(a: Holding, b: Holding) -> Evidence:
    """The place about `a` that is nearest in time to the first about `b`."""
    first = days(b.seen[0].day) or Days(0, 0)
    return min(a.seen, key=lambda s: (abs((days(s.day) or first).first - first.first), s.article)).evidence


def _one_name(a: Holding, b: Holding) -> bool:
    """Whether the two names have a word in common, or nearly so: they may be one person."""
    return any(x == y or near_names(x, y) for x in name_tokens(a.name) for y in name_tokens(b.name))
