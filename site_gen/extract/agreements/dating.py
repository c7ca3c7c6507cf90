"""The date that belongs to some words of a sentence: the nearest one that no other deed stands before."""

import datetime
import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from msgspec.structs import replace

from site_gen.extract.dates.steps import step_of, stepped
from site_gen.records import DateFinding

_FAR, _FAR_BEHIND = 90, 240
"""Characters between a date and its deed; behind a date that opens the sentence a long subject may stand."""
_LATE = 24
_OPENING = re.compile(
    r"(?:^|\n\s*|[.!?][”\"’]?\s+)(?:(?:Late|Early) )?(?:On|In|Late|Early|Last|At)?(?: the [a-z]+ of)? ?$"
)
_CLAUSE_LONG = 80
"""Characters from `two days after` to the words that it dates."""
_CLOSED = re.compile(r"[,;:]\s|(?<![A-Z])[.]\s")
_ENDS = re.compile(r"(?<![A-Z])[.!?][”\"’]?\s|\n")
_STOPS = frozenset(";:—(")
_JOINS = re.compile(
    r"^ (?:and|but|is|are|has|have|had|was|were|will) |\b(?:and|but) (?:is|are|has|have|had|was|were)\b"
)
_CLAUSE = re.compile(r"\b(?:that|which) (?:began|started|ended|broke|ran|lasted|was|were|had|has|took)\b")
_NOUN = re.compile(r" [a-z]{4,}")
_TURN = re.compile(
    r"\b(?:after|before|when|while|because|once|since"
    r"|as(?! a result| (?:[\w’'-]+ ){1,10}(?:on|in|since) $| (?:[a-z’'-]+ ){1,4}$)) (?:[\w’'-]+ ){2}"
)
_SHARED = re.compile(
    r"\b(?:from|with|to|by|for|of|in) (?:which|whom) (?:it|they|he|she) [a-z]+ (?:in|on|back in)? ?$"
)
"""`with the Front, from which it split in 1978`: the day of another deed."""
_OF_ASIDE = re.compile(r", (?:who|whose|whom) ")
"""`was signed by Lee, who took office last Thursday, and Roe`: the day of the aside."""
_AFTER = re.compile(
    r"(?<!day)(?<!week)(?<!month)(?<!year)(?<!hour)(?<!days)(?<!weeks)(?<!months)(?<!years)(?<!hours)"
    r" (?:after|since|because) "
)
_STEP_AFTER = re.compile(r"^,? (?:[a-z]+ )?[\w-]+ (?:days?|weeks?|months?|years?) (?:after|before) ")
_ADJECTIVE = re.compile(r"-(?:quarter|half)$", re.IGNORECASE)
"""`third-quarter earnings`: the time of what it describes."""
_PURPOSE = re.compile(r"[a-z] to (?!be\b)[a-z]{3,} ")
_ASIDE = re.compile(r"\([^()]{0,40}\)")


class Calendar:
    """The calendar dates of an article, by place."""

    __slots__ = ("_dates", "_lengths", "_saying", "_starts", "_written")

    def __init__(
        self,
        text: str,
        dates: tuple[DateFinding, ...],
        saying: tuple[re.Pattern[str], re.Pattern[str]],
        names: Sequence[tuple[int, int]] = (),
        written: str = "",
    ) -> None:
        """`saying`: a verb of saying before its date, and behind it; `names`: spans of agreements; `written`: the day.

        A year inside a name, or right before it, is part of it.
        """
        ends = {start for start, _ in names}
        kept = [d for d in dates if d.edtf and d.role == "event" and d.evidence.end + 1 not in ends]
        kept = [d for d in kept if "-" not in d.evidence.exact or not _ADJECTIVE.search(d.evidence.exact)]
        behind = {end + len(" of ") for _, end in names}
        kept = [
            d
            for d in kept
            if d.evidence.start not in behind or not text.startswith("of ", d.evidence.start - 3)
        ]
        spans = sorted(names)
        reached = list(accumulate([end for _, end in spans], max))
        kept = [d for d in kept if not _inside(spans, reached, d.evidence.start)]
        begins = {d.evidence.start for d in kept}
        kept = [d for d in kept if d.evidence.exact != "overnight" or d.evidence.end + 1 not in begins]
        kept.sort(key=lambda d: d.evidence.start)
        self._dates = kept
        self._saying = saying
        self._written = written
        self._starts = [d.evidence.start for d in kept]
        self._lengths = [d for d in dates if d.role == "duration" and step_of(d)]

    def between(self, start: int, end: int) -> list[DateFinding]:
        """The dates that begin between two offsets."""
        return self._dates[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def near(
        self,
        text: str,
        span: tuple[int, int],
        sentence: tuple[int, int],
        deeds: Sequence[int] = (),
        lasting: bool = False,
        done: bool = False,
        coming: bool = False,
    ) -> DateFinding | None:
        """The date that the words at `span` lean on, in their sentence; `deeds`: offsets of other verbs.

        `lasting`: the words tell a state, so `since` a date says when it began; `done`: they tell what was done,
        so a day after the report is of something else; `coming`: what is to be done, so a day before the report
        that stands ahead of them is of something else.
        """
        start, end = span
        if (told_from := self._told_from(text, start)) is not None:
            return told_from
        best: tuple[int, DateFinding] | None = None
        for date in self.between(*sentence):
            distance = _distance(text, start, end, date, deeds)
            if (
                distance < 0
                or _said_then(text, start, date, self._saying)
                or _bound_only(text, date, lasting)
                or (date.evidence.start >= end and _told_behind(text, end, date, self._saying[0]))
                or _of_budget(text, date)
                or _aimed_at(text, end, date)
                or (done and is_ahead(date.edtf, self._written))
                or (coming and date.evidence.end <= start and lies_before(date.edtf, self._written))
            ):
                continue
            if _describes(text, date) or _deadline(text, date):
                distance += _FAR
            if best is None or distance < best[0]:
                best = (distance, date)
        return best[1] if best else self._about(text, start) if done else None

    def _length(self, text: str, start: int) -> DateFinding | None:
        """The `two days after` that opens the clause of the words at `start`."""
        for length in self._lengths:
            between = text[length.evidence.end : start] if length.evidence.end < start else ""
            if between and len(between) <= _CLAUSE_LONG and not _CLOSED.search(between):
                return length
        return None

    def _told_from(self, text: str, start: int) -> DateFinding | None:
        """The day of `on Friday, two days after the pact was signed`, told from the day before it in its sentence."""
        if (length := self._length(text, start)) is None:
            return None
        far = max(0, start - _FAR_BEHIND)
        begin = max((m.end() for m in _ENDS.finditer(text, far, length.evidence.start)), default=far)
        base = [d for d in self.between(begin, length.evidence.start) if not _bound_only(text, d, False)]
        return stepped(base[-1], length, step_of(length)) if base else None

    def _about(self, text: str, start: int) -> DateFinding | None:
        """`returns two years after he resigned`: told from about the day of the report."""
        length = self._length(text, start)
        if length is None or length.timex.value.endswith("D"):
            return None  # days are too short for that
        about = stepped(replace(length, edtf=self._written), length, step_of(length))
        return replace(about, edtf=f"{about.edtf}~") if about else None


def lies_after(edtf: str | None, written: str | None) -> bool:
    """Whether a date lies wholly after the day, month or year that a report is of (both EDTF; none lies nowhere)."""
    day, written = (edtf or "").partition("/")[0].rstrip("~?%"), written or ""
    known = day[:4].isdigit() and written[:4].isdigit() and "/" not in written
    exact = min(len(day), len(written))
    return known and day[:exact] > written[:exact]


def lies_before(edtf: str | None, written: str | None) -> bool:
    """Whether a date lies wholly before the day, month or year that a report is of."""
    day, written = (edtf or "").rpartition("/")[2].rstrip("~?%"), written or ""
    known = day[:4].isdigit() and written[:4].isdigit() and "/" not in written
    exact = min(len(day), len(written))
    return known and day[:exact] < written[:exact]


def is_ahead(edtf: str | None, written: str | None) -> bool:
    """Whether what was done then cannot have been done when the report was written.

    The day after may: a report of Monday's evening tells what was Tuesday where it happened.
    """
    return lies_after(edtf, written) and _next_day(written or "") != edtf


def _next_day(day: str) -> str:
    try:
        return (datetime.date.fromisoformat(day) + datetime.timedelta(days=1)).isoformat()
    except ValueError:
        return ""


def _inside(spans: list[tuple[int, int]], reached: list[int], at: int) -> bool:
    """Whether an offset lies in one of some spans; `reached`: how far each and those before it go."""
    last = bisect_left(spans, (at + 1, 0)) - 1
    return last >= 0 and at < reached[last]


def _said_then(
    text: str, start: int, date: DateFinding, saying: tuple[re.Pattern[str], re.Pattern[str]]
) -> bool:
    """`said on Tuesday that the deal was signed`, `on Tuesday said it had signed the deal`: the day of saying."""
    if date.evidence.end >= start:
        return False
    said_before, said_next = saying
    if said_next.match(text, date.evidence.end, start):
        return True
    between = text[date.evidence.end : start]
    return between.startswith((" that ", " they had ", " it had ", " he had ", " she had ")) and bool(
        said_before.search(text, max(0, date.evidence.start - 24), date.evidence.start)
    )


_PUT_OFF = re.compile(r"\b(?:postponed|rescheduled|delayed|moved|deferred|pushed back)\b[^.;]*$")


def _told_behind(text: str, end: int, date: DateFinding, saying: re.Pattern[str]) -> bool:
    """`the boat capsized off Lund, officials said on Thursday`: the day of saying, behind the comma."""
    return ", " in text[end : date.evidence.start] and bool(
        saying.search(text, max(end, date.evidence.start - 24), date.evidence.start)
    )


_MEANT = re.compile(r" (?:[a-z]+ )?[Bb]udgets?\b")


def _of_budget(text: str, date: DateFinding) -> bool:
    """`a budget for 2031`, `the 2031 budget`, `a plan for the 2031-2034 period`: years that something is meant for."""
    if text.endswith("for the ", 0, date.evidence.start) and text.startswith(" period", date.evidence.end):
        return True
    if len(date.edtf or "") != 4:
        return False
    if _OF_YEAR.search(text, max(0, date.evidence.start - 40), date.evidence.start) and _describes(
        text, date
    ):
        return True
    return text.endswith("for ", 0, date.evidence.start) or bool(_MEANT.match(text, date.evidence.end))


_OF_YEAR = re.compile(r"\b(?:of|from|by|after|over|between) the $")
"""Before the year of another thing: `the victims of the 2025 fire`."""


def _deadline(text: str, date: DateFinding) -> bool:
    """`by the end of the year`: when something is to be done; any other date of the clause says when it was."""
    before = text[max(0, date.evidence.start - 4) : date.evidence.start].split()
    return before[-1:] == ["by"] or date.evidence.exact.lower().startswith("by ")


def _aimed_at(text: str, end: int, date: DateFinding) -> bool:
    """`adopted a deal to triple aid by 2035`: the day of the purpose."""
    return _deadline(text, date) and bool(_PURPOSE.search(text, end, max(end, date.evidence.start)))


def _describes(text: str, date: DateFinding) -> bool:
    """`the March 8 vote`: the day of another thing."""
    behind = text[date.evidence.end : date.evidence.end + 12]
    if "quarter" in date.evidence.exact and behind.startswith(
        (" results", " earnings", " profit", " figures")
    ):
        return True
    return text.endswith("the ", 0, date.evidence.start) and bool(_NOUN.match(behind))


def _bound_only(text: str, date: DateFinding, lasting: bool) -> bool:
    """A date behind `since` or `until`, or `to` (`moved the vote to 3 July`), bounds something and dates nothing."""
    before = text[max(0, date.evidence.start - 12) : date.evidence.start].split()
    if before[-1:] == ["from"] and _PUT_OFF.search(
        text, max(0, date.evidence.start - 80), date.evidence.start
    ):
        return True
    timed = before[-1:] == ["after"] and "T" in date.timex.value  # `shortly after 5 a.m. on Tuesday`
    return (
        bool(before)
        and not timed
        and (
            before[-1].lower() in ("until", "before", "after", "to")
            or (before[-1].lower() == "since" and not lasting)
        )
    )


def _distance(text: str, start: int, end: int, date: DateFinding, deeds: Sequence[int]) -> int:
    """Characters between the words and the date; -1 where something stands between them."""
    left, right = date.evidence.start, date.evidence.end
    if start <= left < end:
        return 0
    low, high = (end, left) if left >= end else (right, start)
    gap = text[low:high]
    if "(" in gap:
        gap = _ASIDE.sub("", gap)
    opens = _OPENING.search(text, max(0, left - _LATE), left)
    far = _FAR_BEHIND if low == right and opens else _FAR
    if len(gap) > far or not _STOPS.isdisjoint(gap) or any(low <= deed < high for deed in deeds):
        return -1
    if left >= end and (opened := _OF_ASIDE.search(gap)) and "," not in gap[opened.end() :]:
        return -1
    if left >= end and (_TURN.search(gap) or _CLAUSE.search(gap) or _SHARED.search(gap)):
        return -1
    if low == right and not opens and _STEP_AFTER.search(gap):
        return -1  # `began in April, a month after Lee had resigned`
    if low == right and (turn := _AFTER.search(gap)) and "," not in gap[turn.start() :]:
        return -1  # `suspended the search on Thursday for men who vanished after their boat capsized`
    taken = (
        low == right
        and ("," in gap or _JOINS.search(gap))
        and "where" not in gap
        and any(left - 60 <= deed < left for deed in deeds)
    )
    if taken:
        return -1
    return len(gap) if left >= end else len(gap) + 20
