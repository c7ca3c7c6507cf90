"""One report's telling of an agreement: when, and beside which names; and whether two tell one story."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from site_gen.records import AgreementFinding, Article
from site_gen.resolve.article_names import names
from site_gen.resolve.intervals import Days, day_text, days, gap
from site_gen.resolve.tables import Facts, Telling

_NAMES = 40
"""Names kept of an article, those with the lowest numbers: two articles keep the same ones of what they share."""
_BLOCKS = 16
_SHELVES = 4
"""Into how many the blocks of a month are put: few, as an agreement lies in many of its blocks."""
_SOON = 15
"""Days around a report whose months are those of its blocks: those of two within a month share one."""
_ENOUGH, _PART = 3, 4
"""Names that two reports of one story share at least, and which part of those of the shorter."""
_NEAR = 31
"""Days between two reports of one story, and between what each tells."""


def telling_of(
    found: AgreementFinding, occasion: str, facts: Facts, article: Article | None
) -> tuple[Telling, ...]:
    """How an article tells an agreement; nothing where it names too little, or says not when."""
    named = names(article.reading)[:_NAMES] if article else ()
    when = occasion or _made(found) or facts.occasion
    return (Telling(when, facts.published, named),) if len(named) >= _ENOUGH and when else ()


def mark_of(article: Article) -> str:
    """A short mark made of the names that stand in an article; empty where it names too little."""
    named = names(article.reading)
    return f"{named[0]:08x}"[-4:] if len(named) >= _ENOUGH else ""


def _made(found: AgreementFinding) -> str:
    """The last day on which something is told to have been done to it."""
    done = [s.date for s in found.stages if s.date and not s.stage.startswith("to ")]
    return max(done, default="")


def blocks_of_story(tellings: Iterable[Telling]) -> list[str]:
    """The blocks in which the reports of a story meet: a name and the month."""
    found: dict[str, None] = {}
    for told in tellings:
        for month in _months(days(told.published) or days(told.when)):
            found |= dict.fromkeys(f"{month}.{name % _SHELVES}~{name:x}" for name in told.names[:_BLOCKS])
    return list(found)


def _months(told: Days | None) -> list[str]:
    if told is None or told.length > _NEAR:
        return []
    return sorted({day_text(day)[:7] for day in (told.first - _SOON, told.last + _SOON)})


class Told(NamedTuple):
    """A telling made ready to be set against many."""

    names: frozenset[int]
    when: Days | None
    published: Days | None


def made_ready(tellings: Iterable[Telling]) -> list[Told]:
    """Tellings of one agreement, to be set against those of others."""
    return [Told(frozenset(one.names), days(one.when), days(one.published)) for one in tellings]


def of_one_story(ours: Iterable[Told], theirs: Iterable[Told]) -> bool:
    """Whether some report of the one and some of the other tell one story."""
    return any(_alike(a, b) for a in ours for b in theirs)


def told_beside_the_same(ours: Iterable[Telling], theirs: Iterable[Telling]) -> bool:
    """Whether some report of the one and some of the other name much the same, whenever they were written."""
    return any(_share_names({*a.names}, {*b.names}) for a in ours for b in theirs)


def _share_names(ours: AbstractSet[int], theirs: AbstractSet[int]) -> bool:
    shared = len(ours & theirs)
    return shared >= _ENOUGH and shared * _PART >= min(len(ours), len(theirs))


def _alike(a: Told, b: Told) -> bool:
    return _share_names(a.names, b.names) and _near(a.when, b.when) and _near(a.published, b.published)


def _near(one: Days | None, other: Days | None) -> bool:
    return one is None or other is None or gap(one, other) <= _NEAR


def kept(tellings: Iterable[Telling], most: int = 6) -> Iterator[Telling]:
    """A few of them, the same in whatever order they come."""
    yield from sorted(set(tellings))[:most]
