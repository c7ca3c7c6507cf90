"""One value told as an aim and as a commitment."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from site_gen.analyse.conflicts.claims import claim, conflict_rows
from site_gen.analyse.conflicts.measures import share
from site_gen.analyse.conflicts.one_time import same_time
from site_gen.analyse.conflicts.stories import same_story, story_ids
from site_gen.analyse.conflicts.value_pairs import point_of
from site_gen.analyse.in_sentence import text_before
from site_gen.analyse.tables import FigurePoint, Promise
from site_gen.records import Evidence
from site_gen.resolve.intervals import days, gap
from site_gen.resolve.words import subject, word_set
from site_gen.tables import Reader, Row

_STORY = 60
_ALONG = 40
"""Commitments of one value that are compared with an aim, at most."""
_YEAR = 366
"""Days of the longest stretch that a date of publication may leave open."""


def find_force_conflicts(_key: str, promises: tuple[Promise, ...], reader: Reader) -> Iterator[Row]:
    """One value told as an aim and as a commitment; rows: the promises of one value and unit."""
    pair = next(
        (
            (a, b)
            for one, other in _near(promises)
            if (found := _pair(one, other, reader))
            for a, b in [found]
        ),
        None,
    )
    if pair:
        told = [p for p in (point_of(one, reader) for one in promises) if p]
        aims = [p for p in told if p.status == "target"]
        bound = [p for p in told if p.status == "commitment"]
        yield from _force(pair, aims, bound, reader)


def _near(promises: tuple[Promise, ...]) -> Iterator[tuple[Promise, Promise]]:
    """Pairs of an aim and a commitment of about one time, by the id of the aim and then of the commitment."""
    bound = sorted((_days(p), p) for p in promises if p.status == "commitment")
    undated = [p for (first, _), p in bound if not first][:_ALONG]
    for aim in promises:
        if aim.status == "target":
            first, last = _days(aim)
            if not first:
                near = [p for _, p in bound[:_ALONG]]
            else:
                at = bisect_left(bound, ((first - _STORY - _YEAR, 0),))
                end = bisect_left(bound, ((last + _STORY + 1, 0),))
                close = (p for (_, until), p in bound[at:end] if until >= first - _STORY)
                near = [*undated, *islice(close, _ALONG)]
            yield from ((aim, p) for p in sorted(near, key=lambda p: p.id))


def _days(promise: Promise) -> tuple[int, int]:
    """First and last day on which the article may have been published; 0 where that is not known."""
    span = days(promise.published)
    return (span.first, span.last) if span else (0, 0)


def _pair(one: Promise, other: Promise, reader: Reader) -> tuple[FigurePoint, FigurePoint] | None:
    if not _same_story(one, other, reader):
        return None
    a, b = point_of(one, reader), point_of(other, reader)
    return (a, b) if a and b and _same_promise(a, b) else None


def _is_price(point: FigurePoint) -> bool:
    """Whether it is what something is bought for: then the aim is the purchase, and not the sum."""
    ahead = text_before(point).lower()
    bought = word_set("analysis", "of_sale").intersection(re.findall(r"[a-z]+", ahead))
    return point.unit_kind == "money" and ahead.endswith(" for ") and bool(bought)


def _is_aimed_at(point: FigurePoint) -> bool:
    """Whether its sentence says that it is an aim, and not only that it is to come: `is to help with 25,000 tonnes`."""
    aims = subject("figures")["status"]["target"]
    words = re.findall(r"[a-z]+", _UNWANTED.sub(" ", point.sentence.exact.lower()))
    return not frozenset(aims).isdisjoint(words) and _DUTY.search(point.sentence.exact) is None


_UNWANTED = re.compile(
    r"(?:\bnot|\bnever|\bno|n['’]t) (?:\w+ly )?(?:want|wish|intend|plan|aim|seek|hope)\w*\b"
)
"""`does not want to go beyond 4 percent` is a limit."""
_DUTY = re.compile(r"\b(?:must|shall|obliged to|obligated to|required to)\b")
"""`must let in 120 observers` is no aim."""


def _is_headline(point: FigurePoint) -> bool:
    """A headline is short: `target $20 bn trade` for what the text says was pledged."""
    return not point.sentence.exact.rstrip("”\"’')] ").endswith((".", "!", "?", ";", ":", "…"))


def _same_promise(a: FigurePoint, b: FigurePoint) -> bool:
    if _is_price(a) or _is_price(b) or _is_headline(a) or _is_headline(b) or not _is_aimed_at(a):
        return False
    if not same_time(a, b):
        return share(a.around, b.around) >= 0.25 and share(a.near, b.near) >= 0.6
    return (a.article == b.article and a.unit_kind == "money") or share(a.around, b.around) >= 0.2


def _same_story(a: Promise, b: Promise, reader: Reader) -> bool:
    """Reports of one time that name the same people or agreements; nothing known speaks for neither."""
    first, second = days(a.published), days(b.published)
    if first and second and gap(first, second) > _STORY:
        return False
    ours, theirs = story_ids(a.article, reader), story_ids(b.article, reader)
    if not ours or not theirs or not ours.isdisjoint(theirs):
        return True
    return same_story(a.article, b.article, reader)


def _force(
    pair: tuple[FigurePoint, FigurePoint], aims: list[FigurePoint], bound: list[FigurePoint], reader: Reader
) -> Iterator[Row]:
    claims = (
        claim(f"an aim: {pair[0].evidence.exact}", _places(pair[0], aims), reader),
        claim(f"a commitment: {pair[1].evidence.exact}", _places(pair[1], bound), reader),
    )
    about = f"Force: {pair[0].evidence.exact}, {pair[0].measure}".strip(", ")
    reading = "An aim may have hardened into a promise in the telling."
    subjects = (f"figure/{pair[0].id}", f"figure/{pair[1].id}")
    yield from conflict_rows("force", about, claims, reading, subjects, reader)


def _places(first: FigurePoint, rest: list[FigurePoint]) -> list[Evidence]:
    return [
        place for p in [first, *(r for r in rest if r is not first)] for place in (p.evidence, p.sentence)
    ]
