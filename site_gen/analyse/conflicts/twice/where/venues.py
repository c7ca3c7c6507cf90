"""In which town it was, for two reports that begin with one town each and tell of one day."""

import re
from collections.abc import Iterator
from functools import cache

from site_gen.analyse.conflicts.days import is_caption
from site_gen.analyse.conflicts.places import is_town
from site_gen.analyse.conflicts.twice.aligned.align import Pair
from site_gen.analyse.conflicts.twice.aligned.lone import LEAD, lone, of_one_lead
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.conflicts.twice.sentences.line import Line
from site_gen.analyse.conflicts.twice.where.routes import names_town
from site_gen.analyse.tellings import Slot, Telling
from site_gen.resolve.article_names import CAPITAL
from site_gen.resolve.folding import fold
from site_gen.resolve.words import any_of
from site_gen.tables import Row

_NAME = rf"[{CAPITAL}][\w’'-]*[^\W\d_{CAPITAL}](?: [{CAPITAL}][\w’'-]*\w)?"
_OF_OTHERS = re.compile(
    r"[’']s?\b| (?:[a-z]+ )?(?:said|says|told)\b| (?:is|are|remains?|looks?|lies?) (?!to\b|due\b)(?!\w+ed\b)"
)
"""Behind a name that is no town where it happened: `in Meyer's office`, `at Nordbank said`, `Ama is empty`."""


def venue_slots(line: Line) -> Iterator[Slot]:
    """A slot for each town in which, off which or to which a sentence of the lead has something."""
    text, start = line.told.evidence.exact, line.told.evidence.start
    if line.at >= LEAD or is_caption(text):
        return
    home, people = fold(line.dateline), _people(line)
    for found in _at().finditer(text):
        town, (first, last) = fold(found["town"]), found.span("town")
        if town == home or not is_town(found["town"]) or _OF_OTHERS.match(text, last):
            continue
        if people.isdisjoint(town.split()):
            yield Slot(line.at, "venue", town, start + first, start + last)


def _people(line: Line) -> frozenset[str]:
    return frozenset(word for person in line.findings.people for word in fold(person.name).split())


def rival_venues(pair: Pair) -> Iterator[Row]:
    """A row where each lead has one town, which the other report does not know, and both sentences have one day."""
    a, b = lone(pair.one, _is_venue), lone(pair.other, _is_venue)
    if not a or not b or _days(a, pair.one).isdisjoint(_days(b, pair.other)):
        return
    if not (names_town(pair.one, b.value) or names_town(pair.other, a.value)) and of_one_lead(a, b, pair):
        yield row_of(a._replace(kind="span"), b._replace(kind="span"), pair, 0.5, "place")


def _is_venue(slot: Slot) -> bool:
    return slot.kind == "venue"


def _days(slot: Slot, telling: Telling) -> frozenset[str]:
    """The days of its sentence and of those beside it."""
    return frozenset(
        s.value for s in telling.slots if s.kind == "date" and abs(s.sentence - slot.sentence) <= 1
    )


@cache
def _at() -> re.Pattern[str]:
    kind = rf"(?:the )?(?:(?:[A-Z]?[a-z]+ )?(?:{any_of('opposites', 'towns')})(?: of)? )?"
    verbs = r"(?:invit(?:es|ed)|summoned|called|gives?|gave|given|award(?:s|ed)?|goes|gone|went|moved?|moves)"
    given = rf"{verbs}\b[^,.;:]{{0,50}} to"
    at = rf"(?:[Ii]n|[Aa]t|[Oo]ff|[Nn]ear|[Oo]utside|[Cc]lose to|to(?= [^,;.]{{3,40}}, where\b)|{given})"
    return re.compile(rf"\b{at} {kind}(?P<town>{_NAME})")
