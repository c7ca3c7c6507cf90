"""The dates and lengths of time of a sentence, each with the deed that it belongs to."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from site_gen.analyse.conflicts.days import in_speech, is_caption
from site_gen.analyse.conflicts.opposite_words import of_others
from site_gen.analyse.conflicts.statements import counted_back, times_a_number
from site_gen.analyse.conflicts.twice.sentences.deeds import deed_stems, with_alike
from site_gen.analyse.conflicts.twice.sentences.durations import from_now_on
from site_gen.analyse.conflicts.twice.sentences.words import telling_verbs, tells_who_said
from site_gen.analyse.conflicts.twice.when.beginnings import ahead_of, begun_then, exists_since
from site_gen.analyse.stems import synonym
from site_gen.analyse.tellings import Slot, Told, Word
from site_gen.records import DateFinding, Findings
from site_gen.resolve.intervals import days
from site_gen.resolve.words import any_of, word_set
from site_gen.text.needed import Phrases, needed_words, needing
from site_gen.text.phrases import any_phrase

_FAR = 7
"""Words between a verb and its time, at most."""
_LATE, _SOON = 40, 30
_OPENINGS = (", but ", ", and ", "; ", ": ", " but ")
_CLEFT, _THAT = re.compile(r"\b[Ii]t was [^,;.]{0,40}$"), re.compile(r"[^,;.]{0,30} that ")
_DONE_BEFORE = re.compile(r"\b(?:was|were|is|are|had|has|have|will|would|did)\b")
_CLOSED = re.compile(
    r"[;:]|, (?:and|but|which|who|while|where|when)\b| (?:who|which|while|after|before|because) |, [a-z]+ing\b"
)
_DATING = re.compile(
    r"(?:That|It|This|All (?:this|that)|The day|The date|It all)"
    r" (?:was|is|happened|took place|came|will be|would be|had been|is to be)"
    r"(?: only| already| late| early)?(?: on| in)?(?: the (?:night|evening|morning|afternoon) of)? "
)
_DECIDED = re.compile(
    r"[^;:]{0,90}?\b(?:(?:took|made|reached) (?:the|that|this) decision"
    r"|[Tt]he decision (?:was|had been) (?:taken|made|reached)) (?:on |in )?"
)
_RIGHT_BEHIND, _RIGHT = 2, 14
_WAITING = re.compile(r"\bwait\w* (?:until|till) (?:\w+ )?$")
_FOR_TO = re.compile(r" for [^,;.]{3,60}? to ")
_STILL = re.compile(
    r"(?!,? when\b)(?: \w+)?,? [^,;.]{0,60}\b(?:was|were|is|are|had|has|have|remained) still\b"
)
_STILL_AT = re.compile(r"\b(?:was|were|is|are|had|has|have|remained) still\b[^,;.]{0,60}$")
_COUNTED_BY = re.compile(r"\b(?:[Bb]y|[Aa]s of|[Uu]p to) (?:(?:early|late|the) )?$")
_BY = 24
"""More characters than those words have."""
_HAD_AHEAD = re.compile(r"\b(?:had|have|has) (?!to\b)[^,;.]{0,60}$")
_HAD = re.compile(r"(?: \w+)?,? [^;.]{0,60}\b(?:had|have|has|were|was)\b")
_UNTIL = re.compile(r"\buntil (?:\w+ )?$")
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
_BEGUN = re.compile(
    r"\b(?:start|begin|commence)\w* (?:to )?\w+\b[^,;.]*$|\b(?:started|began) (?:to \w+|\w+ing)\b[^,;.]*$"
)
_GOING_ON = re.compile(r"\b(?:has|have|had) been \w+ing [^.;]{0,90}\bsince (?:the |early |late |mid-)?$")
_EARLIER = re.compile(r"\bsince (?:the|a) [^,;.]{0,20}$")
_PASSIVE = re.compile(r"\b(?:was|were|been) (?:\w+ly )?$")
_DAY = r"(?:day|date|night|morning|afternoon|evening)"
_DAY_OF = re.compile(rf"\b{_DAY} of [^,;.]{{0,30}}$")
_WHEN = re.compile(rf",? (?:when|on which|the (?:very )?{_DAY}(?: on which| when| that|(?P<of> of)))\b")
_BEGINS = re.compile(r" (?:the|its|their) [^,;.]{3,40}? (?:begins?|starts?)\b")
"""`from 25 November, when the seamen's strike begins`."""
_RELATIVE = re.compile(
    r"\b(?P<noun>[a-z]+),? (?:that|which) (?:has |had |have )?"
    r"(?:began|begun|started|broke out|ended|closed|opened|finished) (?:only |early |late )?(?:on|in|at)? ?(?:the )?$"
)
_DEED_REACH = 50
_OTHER_SUBJECT = re.compile(any_phrase("who which that but while where".split(), r"\b", more=(";", ":")))


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
            _EARLIER.search(sentence.exact, max(0, first - _LATE), first)
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
    return bool(dating) and not _THAT.match(text, last)


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
    mute, happen = _mute(), synonym("happen")
    return tuple(stem for stem in dict.fromkeys(found) if stem not in mute and stem != happen)


def _is_compared(text: str, first: int) -> bool:
    """Whether a time only stands for what was then: `up from May`; not `no later than May`, `with effect from May`."""
    late = max(0, first - _LATE)
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
def _first_of() -> re.Pattern[str]:
    """`the first cargo`: with it something begins."""
    return re.compile(rf"\b[Ff]irst (?:\w+ )?(?:{any_of('opposites', 'first_of')})\b")


def _begins_then(text: str, first: int) -> bool:
    """Whether the first of something comes on a day, or is to come: `are to fly their first patrol on`.

    What has gone on since a day began on it: `have been negotiating since May`.
    """
    late = max(0, first - 2 * _LATE)
    if text.find("irst ", max(0, late - _LATE), first) >= 0 and (
        _first_of().search(text, late, first) or _FIRST_TO_COME.search(text, max(0, late - _LATE), first)
    ):
        return True
    return _GOING_ON.search(text, 0, first) is not None


_FIRST_TO_COME = re.compile(
    r"\b(?:will|is to|are to|due to|expected to)\b[^,;.]{0,60} first "
    r"(?!time|half|quarter|week|day|month|year|round|place|lady|minister|phase|and)[a-z]+\b[^,;.]{0,30}$"
)
_GOES_ON = re.compile(
    r"\b(?:work(?:s|ed|ing)?|runs?|operates?|produces?|lasts?|continues?|go on|goes on)"
    r" (?:there |on |in [a-z]+ )?(?:until|till) (?:the end of )?$"
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
        for m in telling_verbs().finditer(text, max(0, first - _LATE), first)
    )


def heads_of(told: Told, first: int, last: int) -> tuple[str, ...]:
    """Stems of the verb before a time, or right behind it; of the word before it, and of nouns that tell a deed."""
    words = [w for w in told.words if not w.stem.startswith("#")]
    at = bisect_left([w.at for w in words], first)
    near = words[max(0, at - _FAR) : at]
    far = near[0].at if near else first
    parted = [m.start() for m in _OTHER_SUBJECT.finditer(told.evidence.exact, far, first)][-1:]
    ahead = [w for w in near if not parted or w.at > parted[0]]
    plain = [w for w in ahead if not w.name]
    behind = [w for w in words[at : at + 3] if w.at >= last and not w.name and w.clause == _clause(words, at)]
    if (
        not any(w.verb for w in ahead)
        and words[at : at + 1]
        and words[at].verb
        and words[at].at - last <= _RIGHT_BEHIND
    ):
        behind = [words[at]]  # `the owner, Han Ji-seok, today signed`
    described = _deed_behind(told, words, last) or _waited_for(told, words, first, last)
    if described:
        return with_alike(described)
    opened = _verb_behind(told, words, first, last)
    if opened:
        behind, ahead, plain = [opened], [], []
    verbs = [w.stem for w in reversed(plain) if w.verb][:1] or [w.stem for w in behind if w.verb][:1]
    things = plain[max((n for n, w in enumerate(plain) if w.verb), default=-1) + 1 :]
    if verbs[:1] == [synonym("happen")] or not verbs or verbs[0] in _mute():
        things = [
            w for w in plain if w.clause == plain[-1].clause
        ]  # `the inspection took place in May`, `the opening is set for May`
    verbs = _told_besides(told.evidence.exact, first, verbs)
    once = _announced_once()
    if once.may_stand(told.evidence.exact) and once.pattern.search(told.evidence.exact[:first].lower()):
        verbs = [synonym("published")]  # `announced the final result of the election on Monday`
    found = [*verbs, *(w.stem for w in plain[-1:]), *(w.stem for w in things if w.stem in deed_stems())]
    found += [*_antecedent(told.evidence.exact, first), *begun_then(told.evidence.exact, first, last)]
    return with_alike(tuple(stem for stem in dict.fromkeys(found) if stem not in _mute()))


def _told_besides(text: str, first: int, verbs: list[str]) -> list[str]:
    """Stems of verbs, with those of deeds that are only told by what there is up to a time, or from it on."""
    if _UNTIL.search(text, max(0, first - _RIGHT), first) and {*verbs} & _shut():
        verbs = [synonym("resume"), *verbs]  # closed until Friday: open again on Friday
    verbs = [*ahead_of(text, first), *verbs]
    if _BEGUN.search(text, max(0, first - _LATE), first):
        verbs = [*verbs, synonym("begin")]  # `start to roll`
    if _begins_then(text, first):
        verbs = [*verbs, synonym("begin")]  # the first cargo leaves: it begins
    if _GOES_ON.search(text, max(0, first - 2 * _LATE), first):
        verbs = [*verbs, synonym("end")]  # they work until Friday: that is the end
    return verbs


def _deed_behind(told: Told, words: Sequence[Word], last: int) -> tuple[str, ...]:
    """Stems of the deed that is told behind its day: `on 9 December, when the pond burst`, `the day of the check`."""
    text = told.evidence.exact
    found = _WHEN.match(text, last)
    begins = _BEGINS.match(text, found.end()) if found else None
    if not found or not (_DAY_OF.search(text, 0, last) or "the" in found.group() or begins):
        return ()
    cut = _CLOSED.search(text, found.end())
    end = cut.start() if cut else len(text)
    inside = [w for w in words if found.end() <= w.at < end and not w.name and w.stem not in _mute()]
    if found["of"]:
        return tuple(w.stem for w in inside if w.at - found.end() <= _DEED_REACH and w.stem in deed_stems())[
            :1
        ]
    if begins:
        return (*(w.stem for w in inside if w.at < begins.end()), synonym("begin"))
    return tuple(w.stem for w in inside if w.verb)[:1]


def _waited_for(told: Told, words: Sequence[Word], first: int, last: int) -> tuple[str, ...]:
    """Stems of what is to come on the day until which somebody waits: `must wait until May for it to take effect`."""
    text = told.evidence.exact
    behind = _FOR_TO.match(text, last) if _WAITING.search(text, 0, first) else None
    if not behind:
        return ()
    return tuple(w.stem for w in words if behind.end() <= w.at <= behind.end() + _SOON and w.verb)[:2]


def _antecedent(text: str, first: int) -> list[str]:
    """The stem of the deed of which a relative clause gives the day: `a strike that began on 24 February`."""
    start = max(0, first - _DEED_REACH)
    if text.find("that ", start, first) < 0 and text.find("which ", start, first) < 0:
        return []
    found = _RELATIVE.search(text, start, first)
    stem = synonym(found["noun"]) if found else ""
    return [stem] if stem else []


def _verb_behind(told: Told, words: Sequence[Word], first: int, last: int) -> Word | None:
    """The verb behind a time that opens its clause: `but late on Tuesday the two signed`, `it was on Sunday that`."""
    text = told.evidence.exact
    start = max(text.rfind(mark, 0, first) for mark in _OPENINGS)
    cleft = text.find("t was ", 0, first) >= 0 and _CLEFT.search(text[:first]) is not None
    opened = cleft and _THAT.match(text, last) is not None
    if not opened and not cleft and text.startswith(",", last):
        main = _main_verb(text, words, first, last)
        if main:
            return main
    if not opened and (
        _DONE_BEFORE.search(text[max(start, 0) : first]) or not (start > 0 or _begins(text, first))
    ):
        return None
    cut = _CLOSED.search(text, last)
    end = cut.start() if cut else len(text)
    found = [w for w in words if last <= w.at < end and w.verb and not w.name and w.stem not in _mute()]
    return found[0] if found and (opened or not any(w.verb for w in words if start < w.at < first)) else None


def _main_verb(text: str, words: Sequence[Word], first: int, last: int) -> Word | None:
    """The verb of a sentence that opens with its time: `On Monday, X, the minister, and Y, who leads Z, signed`."""
    if first > _OPENING or not _OPENED.match(text) or any(w.verb and w.at < first for w in words):
        return None
    asides = [(m.start(), m.end()) for m in _ASIDE.finditer(text, last)]
    cut = _CUT_OFF.search(text, last)
    end = cut.start() if cut else len(text)
    found = (w for w in words if last <= w.at < end and w.verb and not w.name and w.stem not in _mute())
    return next((w for w in found if not any(begin <= w.at < close for begin, close in asides)), None)


_OPENING = 60
"""Characters ahead of a time that a sentence opens with, at most."""
_OPENED = re.compile(
    r"(?:At|On|In|Late|Early|By|Just|Shortly|Under|From|Outside|Inside|Near|Behind|Before|Around|Not|This|Last|Yesterday|Today)\b"
)
_ASIDE, _CUT_OFF = re.compile(r"\b(?:who|which|whose|where|whom)\b[^,;:]*(?:,|$)"), re.compile(r"[;:]")


def _begins(text: str, first: int) -> bool:
    """Whether a time stands at the beginning of its sentence."""
    return first < _SOON and "," not in text[:first]


def _clause(words: Sequence[Word], at: int) -> int:
    return words[at - 1].clause if at else 0


@cache
def _announced_once() -> Phrases:
    """A verb and what is announced once, up to its day."""
    verbs, things = (any_of("opposites", "announced_once", part) for part in ("verbs", "things"))
    source = rf"\b(?:{verbs}) (?:the|its|their) (?:\w+ ){{0,2}}(?:{things})\b[^,;.]{{0,60}}$"
    return needing(source, needed_words("announced_once", [things]))


@cache
def _shut() -> frozenset[str]:
    return frozenset(synonym(word) for word in word_set("opposites", "shut"))


@cache
def _mute() -> frozenset[str]:
    return frozenset(synonym(word) for word in word_set("synonyms", "mute")) | {"", "until"}
