"""The time at which a text says that an office was held."""

import re
from collections.abc import Mapping

from msgspec.structs import replace

from site_gen.records import Article, DateFinding, Office

_BEGUN = re.compile(
    r"\b(?:(?:took|takes|assumed) (?:office|charge|power)|(?:was |were )?sworn in|took over|became"
    r"|(?:was )?inaugurated)"
    r"(?: as)?(?: its| the| a| an| his| her| their)? $"
)
_THEN = re.compile(r",? (?:on |in |in late |in early )?$")
_CLAUSE = re.compile(r"\b(?:who|whom|whose|which|where|since|until|till|before|after)\b")
"""`blamed General X, who broke with Y last year`: a day in a clause of its own says nothing of the office before it."""
_SOURCE = re.compile(r"\baccording to (?:the |[^,.;\n]{3,40}, (?:the )?)?$")
"""Before who tells it: the day is of what is told."""
_NEAR = 64
_BOUND = re.compile(r"\b(?:since|until|till|before|after)(?: (?:early|late|mid))? $")
_Day = tuple[str, int]
"""A date, and where it stands."""
_DIGITS = re.compile(r"\d{4}(?:-\d\d){0,2}")


def with_times(
    offices: tuple[Office, ...], dates: tuple[DateFinding, ...], past: Mapping[int, set[_Day]], text: str
) -> tuple[Office, ...]:
    """Offices with `as_of` from the one date of the sentence that names them, where there is just one.

    `past`: those of each sentence, as `not_to_come` gives them. `took office as governor on 3 May` says when it began.
    """
    return tuple(_dated(_begun(office, dates, text), past, text) for office in offices)


def not_to_come(dates: tuple[DateFinding, ...], article: Article) -> dict[int, set[_Day]]:
    """The dates of each sentence that are not still to come on the day of publication.

    Those that are say nothing of who holds an office.
    """
    published = article.published.edtf or ""
    by_sentence: dict[int, set[_Day]] = {}
    for date in dates:
        bound = _BOUND.search(article.reading, max(0, date.evidence.start - 16), date.evidence.start)
        if date.edtf and date.role == "event" and not (bound or _to_come(date.edtf, published)):
            by_sentence.setdefault(date.evidence.sentence, set()).add((date.edtf, date.evidence.start))
    return by_sentence


def _begun(office: Office, dates: tuple[DateFinding, ...], text: str) -> Office:
    told = {
        date.edtf
        for evidence in office.evidence
        if _BEGUN.search(text, max(0, evidence.start - 40), evidence.start)
        for date in dates
        if date.edtf and date.role == "event" and 0 < date.evidence.start - evidence.end < 14
        if _THEN.match(text[evidence.end : date.evidence.start])
    }
    return replace(office, start=told.pop()) if len(told) == 1 else office


def _to_come(edtf: str, published: str) -> bool:
    """Whether a date begins after the day of publication, as far as both are told."""
    told = _DIGITS.match(edtf.partition("/")[0])
    known = _DIGITS.match(published.rpartition("/")[2])
    if not told or not known:
        return False
    length = min(len(told.group()), len(known.group()))
    return told.group()[:length] > known.group()[:length]


def _dated(office: Office, by_sentence: Mapping[int, set[_Day]], text: str) -> Office:
    """A former office is dated only by `then`: `then-President X said in 2015`."""
    spans = [e for e in office.evidence if office.status != "former" or e.exact.lower().startswith("then")]
    spans = [e for e in spans if not _SOURCE.search(text, max(0, e.start - _NEAR), e.start)]
    told = [
        {
            edtf
            for edtf, at in by_sentence.get(e.sentence, ())
            if not _CLAUSE.search(text, e.end, max(e.end, at))
        }
        for e in spans
    ]
    sure = {next(iter(dates)) for dates in told if len(dates) == 1}
    return replace(office, as_of=sure.pop()) if len(sure) == 1 else office
