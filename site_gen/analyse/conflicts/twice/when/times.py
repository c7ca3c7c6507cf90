"""The dates and lengths of time of a sentence, each with the deed that it belongs to."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from site_gen.analyse.conflicts.days import in_speech, is_caption
from site_gen.analyse.conflicts.opposite_words import of_others
from site_gen.analyse.conflicts.statements import counted_back, times_a_number
from site_gen.analyse.conflicts.twice.sentences.deeds import deed_stems, with_alike
from site_gen.analyse.conflicts.twice.sentences.durations import from_now_on
from site_gen.analyse.conflicts.twice.sentences.words import telling_verbs, tells_who_said
from site_gen.analyse.conflicts.twice.when.beginnings import exists_since
from site_gen.analyse.conflicts.twice.when.dated_deeds import LATE, THAT, heads_of, mute_words
from site_gen.analyse.stems import synonym
from site_gen.analyse.tellings import Slot, Told
from site_gen.records import DateFinding, Findings
from site_gen.resolve.intervals import days
from site_gen.resolve.words import any_of

_DATING = re.compile(
    r"(?:That|It|This|All (?:this|that)|The day|The date|It all)"
    r" (?:was|is|happened|took place|came|will be|would be|had been|is to be)"
    r"(?: only| already| late| early)?(?: on| in)?(?: the (?:night|evening|morning|afternoon) of)? "
)
_DECIDED = re.compile(
    r"[^;:]{0,90}?\b(?:(?:took|made|reached) (?:the|that|this) decision"
    r"|[Tt]he decision (?:was|had been) (?:taken|made|reached)) (?:on |in )?"
)
_STILL = re.compile(
    r"(?!,? when\b)(?: \w+)?,? [^,;.]{0,60}\b(?:was|were|is|are|had|has|have|remained) still\b"
)
_STILL_AT = re.compile(r"\b(?:was|were|is|are|had|has|have|remained) still\b[^,;.]{0,60}$")
_COUNTED_BY = re.compile(r"\b(?:[Bb]y|[Aa]s of|[Uu]p to) (?:(?:early|late|the) )?$")
_BY = 24
"""More characters than those words have."""
_HAD_AHEAD = re.compile(r"\b(?:had|have|has) (?!to\b)[^,;.]{0,60}$")
_HAD = re.compile(r"(?: \w+)?,? [^;.]{0,60}\b(?:had|have|has|were|was)\b")
_RANGE = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")
_NUMBERED = re.compile(r"\d")
_BETWEEN = re.compile(r" ?(?:[\w’-]+ ){0,4}(?:on|late|early|in|at|a)? ?(?:the )?")
_COMPARED = re.compile(
    r"\b(?:than|against|compared (?:with|to))\b[^,;.]{0,30}$"
    r"|\bfrom (?:(?:an?|the|its|their|about|some|around|nearly|over|just) )?"
    r"(?:(?=[^,;.]{0,24}\d)[^,;.]{0,24} |[a-z]+ )?"
    r"(?:in|of|on|at)? ?(?:the |early |late |mid-)?$"
)
_AGAINST = ("than", "against", "compared", "from")
"""One of them stands where that pattern matches."""
_EARLIER = re.compile(r"\bsince (?:the|a) [^,;.]{0,20}$")
_PASSIVE = re.compile(r"\b(?:was|were|been) (?:\w+ly )?$")


def time_slots(
    at: int,
    told: Told,
    before: Told | None,
    dates: Sequence[DateFinding],
    findings: Findings,
    published: str,
) -> Iterator[Slot]:
    """Days, months, years, and lengths of time; not those by which something is only compared, or said.

    `before`: the sentence ahead, which tells the deed where this one only says when it was.
    """
    sentence = told.evidence
    tells_no_day = sentence.exact.endswith("?") or is_caption(sentence.exact)
    for date in () if tells_no_day else dates:
        first, last = date.evidence.start - sentence.start, date.evidence.end - sentence.start
        kind, value = _read(date, sentence.exact[:first])
        ahead = kind == "date" and _ahead(value, date.tense > 0, published)
        from_then = ahead and sentence.exact.lower().endswith(("from ", "from the "), 0, first)
        if not kind or in_speech(date, findings) or (_is_compared(sentence.exact, first) and not from_then):
            continue
        if kind == "date" and _is_a_state(sentence.exact, first, last):
            continue
        if kind == "date" and of_others(sentence.exact, first):
            continue  # `in nearby Oak Harbor, teachers walked out last fall`
        if kind == "span" and (
            _EARLIER.search(sentence.exact, max(0, first - LATE), first)
            or (counted_back(sentence.exact[:last]) and not from_now_on(sentence.exact, first))
        ):
            continue
        heads = () if _said_then(told, first) else heads_of(told, first, last)
        if kind == "date" and before and _only_dates(sentence.exact, first, last):
            heads = with_alike((*_deeds_of(before), *heads))
        yield Slot(at, kind, value, date.evidence.start, date.evidence.end, heads, ahead)


def _is_a_state(text: str, first: int, last: int) -> bool:
    """Whether a day is that of a count or of what goes on: `by Monday 37 had been treated`, `was still`."""
    still = "still" in text and (_STILL.match(text, last) or _STILL_AT.search(text, 0, first))
    if still or text[first:last].lower() == "overnight":
        return True
    if not _COUNTED_BY.search(text, max(0, first - _BY), first):
        return False
    return _HAD.match(text, last) is not None or _HAD_AHEAD.search(text, 0, first) is not None


def _only_dates(text: str, first: int, last: int) -> bool:
    """Whether a sentence only says when it was: `That was on 11 May`, `The decision was taken on 11 May`.

    `It was on 11 May that it burst` says what.
    """
    dating = _DATING.fullmatch(text, 0, first) or ("decision" in text and _DECIDED.fullmatch(text, 0, first))
    return bool(dating) and not THAT.match(text, last)


def with_its_deed(told: Told, before: Told | None, dates: Sequence[DateFinding]) -> Told:
    """A sentence that only says when it was, with the words of the one ahead, which says what; any other as it is."""
    text, start = told.evidence.exact, told.evidence.start
    spans = ((date.evidence.start - start, date.evidence.end - start) for date in dates)
    if not before or not any(_only_dates(text, *span) for span in spans):
        return told
    deed = (word._replace(at=0, clause=0) for word in before.words if not word.quoted)
    return told._replace(words=(*deed, *told.words))


def _deeds_of(told: Told) -> tuple[str, ...]:
    """Stems of the verbs of a sentence, and of its nouns that tell a deed."""
    found = [w.stem for w in told.words if not w.name and not w.quoted and (w.verb or w.stem in deed_stems())]
    mute, happen = mute_words(), synonym("happen")
    return tuple(stem for stem in dict.fromkeys(found) if stem not in mute and stem != happen)


def _is_compared(text: str, first: int) -> bool:
    """Whether a time only stands for what was then: `up from May`; not `no later than May`, `with effect from May`."""
    late = max(0, first - LATE)
    if text.endswith(" from ", 0, first) and (
        _starting().search(text, 0, first) or exists_since(text, first)
    ):
        return False  # `will be paid from 1 June`, `dates from 1994`
    if not any(text.find(sign, late, first) >= 0 for sign in _AGAINST):
        return False
    return _COMPARED.search(text, late, first) is not None and _bounding().search(text, late, first) is None


@cache
def _starting() -> re.Pattern[str]:
    """`will be paid from`, `runs from`: the day is that of the deed; not `is to rise from`."""
    verbs, changes = any_of("opposites", "starts_from"), any_of("opposites", "changes_from")
    to_come = r"(?:will|shall|is to|are to|must|can|may)"
    return re.compile(
        rf"\b(?:{to_come} (?:\w+ly )?(?:be )?(?!(?:{changes})\w*\b)\w+|(?:{verbs})s?)\b"
        r"(?:[^,.;]|\.\d){0,60} from $"
    )


@cache
def _bounding() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of('opposites', 'bounding')})\b[^,;.]{{0,20}}$", re.I)


def _read(date: DateFinding, before: str) -> tuple[str, str]:
    """Kind and value; nothing where it is vague, or how long it took for a number."""
    if date.role == "duration":
        return ("", "") if times_a_number(before) else ("span", date.timex.value)
    plain = date.role == "event" and date.edtf and not set("/~") & set(date.edtf)
    if plain or (
        date.role == "event" and _RANGE.fullmatch(date.edtf or "") and _NUMBERED.search(date.evidence.exact)
    ):
        return (
            "date",
            date.edtf or "",
        )  # `from 21 to 24 September`: some days are others than those of `28 to 30`
    return "", ""


def _ahead(value: str, told_so: bool, published: str) -> bool:
    """Whether a date is later than the report; where that is open, whether it is told so."""
    day, written = days(value), days(published)
    if day is None or written is None:
        return told_so
    return day.first > written.last or (told_so and day.last >= written.first)


def _said_then(told: Told, first: int) -> bool:
    """Whether a time is only that of saying it: `the company said on Monday`; not `said the lights went out on`."""
    text = told.evidence.exact
    return tells_who_said(text) and any(
        _BETWEEN.fullmatch(text, m.end(), first)
        and not _PASSIVE.search(text, 0, m.start())
        and not any(w.verb and m.end() <= w.at < first for w in told.words)
        for m in telling_verbs().finditer(text, max(0, first - LATE), first)
    )
