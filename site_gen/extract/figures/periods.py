"""The period of a figure: which of the dates of its sentence is its own."""

from bisect import bisect_left
from itertools import pairwise

from site_gen.extract.figures.clauses import behind_relative, closed_before, closed_behind, leads_away
from site_gen.extract.figures.compared import (
    describes_another,
    limits_before,
    told_before,
)
from site_gen.extract.figures.ended import span_to
from site_gen.extract.figures.other_times import (
    DAY,
    TURNS,
    describes_noun,
    of_another,
    of_the_next,
    of_where_it_led,
)
from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.slots import Around, token_at
from site_gen.extract.figures.stated import said_at
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.records import DateFinding
from site_gen.text.numbers import Tokens

_NEAR = 4
_MONTHS = 12
_FAR = 160
_SENTENCE = 600
_OPENING = 4
_CUT = 80


def period(
    tokens: Tokens, found: Quantity, here: Around, words: Vocabulary, origin: bool, following: Quantity | None
) -> str | None:
    """The calendar date nearest in the clause, the one behind the figure first; None where there is none.

    The day on which somebody said it does not count; for the start of a change (`origin`) only a date
    behind it does. A date that belongs to the `following` figure, or to what this one is held against, is not
    its own.
    """
    start, end = tokens.starts[found.first], tokens.ends[found.last - 1]
    middle = bisect_left(here.date_starts, start)
    best: tuple[int, str] | None = None
    for date in here.dates[max(0, middle - _NEAR) : middle + _NEAR]:
        far = date.evidence.start - end >= _FAR or start - date.evidence.end > _SENTENCE
        if far or date.edtf is None or (date.role != "event" and not _part_of_calendar(tokens, date)):
            continue
        after = date.evidence.start >= end
        if after and of_another(tokens, found, date, words, following, later(date.edtf, here.published)):
            continue
        beyond = following is not None and date.evidence.start >= tokens.ends[following.last - 1]
        if not after and (
            told_before(tokens, date) or limits_before(tokens, found, date) or _turned(tokens, found, date)
        ):
            continue
        if beyond and following is not None and of_the_next(tokens, found, following, date):
            continue
        if (
            (origin and of_where_it_led(tokens, found, date, following, after, beyond))
            or (_said_then(tokens, date, words) and not _to_come(date, here, words))
            or (after and _day_of_news(tokens, found, date, here, words))
            or _founded_then(tokens, date, words)
            or _elsewhere(tokens, found, date, here, words)
            or _within_part(tokens, here, date)
            or _of_forecast(tokens, date, words)
            or (not after and _since_turned(tokens, found, date))
            or describes_another(tokens, date, words)
            or (after and not origin and _past_start(tokens, found, date))
        ):
            continue
        gap = date.evidence.start - end if after else (start - date.evidence.end) * 2 + 20
        if after and _clause_between(tokens, found, date):
            gap += _CUT
        if not after and _introduces(tokens, date, words):
            gap = min(gap, _FAR - 1)
        if gap >= 0 and (best is None or gap < best[0]):
            best = (gap, span_to(tokens, found, date) or date.edtf)
    return best[1] if best and best[0] < _FAR else None


def later(edtf: str | None, published: str | None) -> bool:
    """Whether a date begins after the day (month, year) of publication."""
    if not edtf or not published or not (edtf[:4].isdigit() and published[:4].isdigit()):
        return False
    begins = edtf.split("/")[0].rstrip("~?%")
    if begins[5:7].isdigit() and int(begins[5:7]) > _MONTHS:
        begins = begins[:4]
    size = min(len(begins), len(published))
    return begins[:size] > published[:size]


def same_part(tokens: Tokens, found: Quantity) -> bool:
    """`4.7% in the same quarter of 2030`: of the part of another year that the figure before is of."""
    behind = tokens.low[found.last : found.last + _NEAR + 2]
    at = behind.index("same") if "same" in behind else -1
    return at >= 0 and behind[at + 1 : at + 2] != ["year"] and behind[at + 1 : at + 2] != ["day"]


def in_year(part: str | None, year: str) -> str:
    """`2031-01/2031-03` in `2030`: `2030-01/2030-03`; the year where the part is a year or unknown."""
    if not part or len(year) != _YEAR or len(part) <= _YEAR or not year.isdigit():
        return year
    begin, _, end = part.partition("/")
    if end and end[:_YEAR] != begin[:_YEAR]:
        return year
    return f"{year}{begin[_YEAR:]}" + (f"/{year}{end[_YEAR:]}" if end else "")


_YEAR = len("2026")


def _clause_between(tokens: Tokens, found: Quantity, date: DateFinding) -> bool:
    """`to 252, and the change for August`: another clause begins between the figure and a date."""
    between = tokens.low[found.last : token_at(tokens, date.evidence.start)]
    return any(one == "," and two in ("and", "while", "but") for one, two in pairwise(between))


def _past_start(tokens: Tokens, found: Quantity, date: DateFinding) -> bool:
    """`was $394, up 3% from $383 in September 2022`: the date of where a change began is not that of where it led."""
    between = tokens.low[found.last : token_at(tokens, date.evidence.start)]
    starts = [n for n, word in enumerate(between) if word in _HELD]
    return bool(starts) and any(word[:1].isdigit() for word in between[starts[-1] :])


_HELD = frozenset({"from", "against", "versus", "after", "compared"})


def _turned(tokens: Tokens, found: Quantity, date: DateFinding) -> bool:
    """`was 38% in May, while the peso lost 70% since March`: another clause, with a time of its own."""
    at = token_at(tokens, date.evidence.end - 1) + 1
    turn = tokens.low[at : found.first]
    turned = "while" in turn or "whereas" in turn or any(pair == (",", "as") for pair in pairwise(turn))
    return turned and at > _OPENING + 2


def _of_forecast(tokens: Tokens, date: DateFinding, words: Vocabulary) -> bool:
    """`its February forecast of 5.1%`: when it was foretold, and not for when."""
    after = tokens.near[token_at(tokens, date.evidence.end - 1) + 1]
    return len(date.edtf or "") == _MONTH and after in words.sets["foretold"] and after != "target"


_MONTH = len("2026-02")


def _since_turned(tokens: Tokens, found: Quantity, date: DateFinding) -> bool:
    """`grew by 6% in April, but banks still charge 15%`: what holds now has not the time of the clause before."""
    at = token_at(tokens, date.evidence.end - 1) + 1
    clause = tokens.low[at : found.last + 1]
    turn = next((n for n, (one, two) in enumerate(pairwise(clause)) if one == "," and two in TURNS), -1)
    if turn < 0 or token_at(tokens, date.evidence.start) < _OPENING:
        return False
    return clause[turn + 2 : turn + 3] == ["that"] or not _PRESENT.isdisjoint(clause[turn:])


_PRESENT = frozenset(
    {"is", "are", "has", "have", "still", "now", "will", "may", "could", "might", "can", "plans"}
)


def _within_part(tokens: Tokens, here: Around, date: DateFinding) -> bool:
    """`2024` of `the first nine months of 2024`: the year of a part that is told before."""
    at = token_at(tokens, date.evidence.start) - 1
    at -= tokens.near[at] in ("in", "on") and tokens.near[at - 1] in ("ended", "ending")
    if tokens.near[at] not in ("of", "to", "through", "ended", "ending"):
        return False
    ends = tokens.ends[at - 1] if at > 0 else -1
    return any(d.evidence.end == ends and d.role == "duration" and d.edtf for d in here.dates)


def _part_of_calendar(tokens: Tokens, date: DateFinding) -> bool:
    """`the first nine months of 2024`, `the three months to July`: a length that names its dates."""
    after = tokens.near[token_at(tokens, date.evidence.end - 1) + 1]
    return date.role == "duration" and after in ("of", "to", "through", "ended", "ending")


def _introduces(tokens: Tokens, date: DateFinding, words: Vocabulary) -> bool:
    """`From January to April, ...`, `said that in May, ...`, `Third-quarter sales ...`: of all the clause."""
    first, last = token_at(tokens, date.evidence.start), token_at(tokens, date.evidence.end - 1)
    opens = first < _OPENING or "that" in tokens.low[max(0, first - 2) : first]
    led = first == 0 and "/" in (date.edtf or "") and describes_noun(tokens, date, words)
    return led or (opens and tokens.near[last + 1] == ",")


def _elsewhere(tokens: Tokens, found: Quantity, date: DateFinding, here: Around, words: Vocabulary) -> bool:
    """Whether a date is of another clause than the figure."""
    at, last = token_at(tokens, date.evidence.start), token_at(tokens, date.evidence.end - 1) + 1
    if tokens.near[at - 1] in ("of", "in") and tokens.near[at - 2] in ("that", "those", "than"):
        return True
    if (
        at < found.first
        and tokens.near[at - 1] == "from"
        and last == found.lead - 1
        and tokens.low[last] == "to"
    ):
        return True  # `rose 61 percent from last year to $15.7 billion`
    if at < found.first:
        return closed_before(tokens, at, last, found.first, words)
    away = later(date.edtf, here.published) and leads_away(tokens, found.last, at, words)
    return (
        away
        or behind_relative(tokens, found.last, at, words)
        or closed_behind(tokens, found.lead, found.last, at, words)
    )


def _day_of_news(tokens: Tokens, found: Quantity, date: DateFinding, here: Around, words: Vocabulary) -> bool:
    """`cut its forecast for growth next year to 1.4% on Thursday`: a longer time stands right before the figure."""
    if (
        found.kind == "count"
        or len(date.edtf or "") != DAY
        or words.sets["weekdays"].isdisjoint(date.evidence.exact.lower().split())
    ):
        return False
    for other in here.dates:
        last = token_at(tokens, other.evidence.end - 1) + 1
        if other.edtf and other.role == "event" and 0 <= found.lead - last <= _LED:
            return len(other.edtf) != DAY and all(word in _LEADS for word in tokens.low[last : found.lead])
    return False


_LED = 3
_LEADS = frozenset({"to", "at", "of", "was", "is", "by", "from"})


def _said_then(tokens: Tokens, date: DateFinding, words: Vocabulary) -> bool:
    if describes_noun(tokens, date, words):
        return False
    at = token_at(tokens, date.evidence.start) - 1
    if tokens.near[at] in words.not_period or date.evidence.exact.split(" ")[0].lower() in words.not_period:
        return True
    at -= tokens.near[at] in ("on", "in", "late", "early")
    if tokens.low[:2] == ["according", "to"] and at < _HEAD and "," not in tokens.low[:at]:
        return True  # `According to officials on Sunday, 29 people died`
    told = tokens.near[at] == "found" and tokens.near[at - 1] not in ("was", "were", "been", "be", "are")
    told = told and tokens.near[at + 1] == "on"  # `an inquiry found on Wednesday`
    passive = tokens.near[at] in ("reported", "confirmed") and tokens.near[at - 1] in (
        "was",
        "were",
        "been",
        "are",
    )
    return told or tokens.near[at] == "reporters" or (not passive and said_at(tokens, at, words))


_HEAD = 9


def _to_come(date: DateFinding, here: Around, words: Vocabulary) -> bool:
    """Whether a time cannot be that of what was said; `announced on Monday` is, whatever it tells of."""
    return later(date.edtf, here.published) and date.evidence.exact.lower() not in words.sets["weekdays"]


def _founded_then(tokens: Tokens, date: DateFinding, words: Vocabulary) -> bool:
    """`The group, founded in 1964, has 5,800 fighters`: the day of an aside about the thing, not of the figure."""
    at = token_at(tokens, date.evidence.start) - 1
    at -= tokens.near[at] in ("on", "in", "late", "early")
    last = tokens.near[at]
    founded = last in words.sets["founding"] or f"{tokens.near[at - 1]} {last}" in words.sets["founding"]
    return founded and tokens.near[token_at(tokens, date.evidence.end - 1) + 1] not in ("with", "at", "to")
