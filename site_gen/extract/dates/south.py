"""`This summer` in a report from where it is summer in January."""

from typing import Final

from site_gen.extract.dates.calendar import When, month_of
from site_gen.extract.dates.meaning import Meaning, Question, ranged
from site_gen.extract.places import country_of
from site_gen.lexicon import Lexicon
from site_gen.text.document import Document

_OPENS: Final = (9, 12, 3, 6)
"""The month in which spring, summer, autumn and winter begin south of the equator."""
_LONG: Final = 3


def is_southern(doc: Document, lexicon: Lexicon) -> bool:
    """Whether the dateline names a country that lies there."""
    line = doc.article.dateline
    code = country_of(line.country or line.place, lexicon) if line else ""
    return code in str(lexicon["dates"]["southern"]).split()


def southern_season(asked: Question, base: When, season: int, step: int) -> Meaning | None:
    """The months of `this`, `last` or `next` season (from 1, spring); None where the month of now is not known."""
    month = month_of(base)
    if month is None:
        return None
    now = base.year * 12 + month - 1
    first = _nearest(now, _OPENS[season - 1] - 1, asked.tense if step == 0 else step)
    if first <= now < first + _LONG:
        first += 12 * step
    last = first + _LONG - 1
    months = ranged(When(first // 12, "M", first % 12 + 1), When(last // 12, "M", last % 12 + 1), base)
    return months._replace(until=None)


def _nearest(now: int, opens: int, way: int) -> int:
    """The first month of the season that is now, or of the next one in a direction (-1 back); the nearer one for 0."""
    back = now - (now - opens) % 12
    if now < back + _LONG or way < 0:
        return back
    return back + 12 if way > 0 or back + 12 - now <= now - back else back
