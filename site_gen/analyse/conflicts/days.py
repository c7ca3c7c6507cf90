"""The dates of one article, each with what is told to have happened on it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

from site_gen.analyse.points import codes_of, measure_words
from site_gen.analyse.tables import DAY_POINTS, DayPoint
from site_gen.records import Article, DateFinding, Evidence, Findings
from site_gen.resolve.agreements.forms import content_words
from site_gen.resolve.article_names import CAPITAL, name_number, names
from site_gen.resolve.folding import fold, skeleton
from site_gen.resolve.intervals import day_text, days
from site_gen.resolve.spread import country_pair
from site_gen.resolve.words import subject, word_set
from site_gen.tables import ARTICLES, Reader, Row
from site_gen.text.phrases import any_phrase

_NAME = re.compile(rf"[{CAPITAL}](?:[\w'’-]*[^\W\d_{CAPITAL}'’-]\w*|(?<=[A-Z])[A-Z]{{2,}})")
_OPEN = re.compile(r"\b(?:by|until|till|before|after|since|from|between|to|through)\s+(?:the\s+)?$")
_CLAUSE = re.compile(r"\b(?:that|which|who|whose|to|after|before|once|until)\b")
"""Behind a date, what begins another clause: `raced on Tuesday to find`, `resumed on Thursday after they signed`."""
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would)\b|\b(?!need|speed|indeed)[a-z]{2,}ed\b")
_DIGIT = re.compile(r"\d")
_RELATIVE = re.compile(r"\b(?:after|before|later|earlier|ago)\b", re.I)
_NOMINAL = re.compile(
    r"(?<!gave )(?<!give )(?<!gives )(?<!got )(?<!won )(?<!granted )(?<!received )"
    r"\b(?:the|a|an|its|their|his|her|this|that|of)\s+$"
)
DAY_LIMIT = 31
"""Days of the longest stretch that a deed's date may leave open."""
_NEAR = 14
_COMMA, _BEHIND, _REACH, _THING = 25, 15, 140, 40
_WITH_CAUSE = frozenset({"die", "begin"})
"""`A fire broke out on Tuesday`, `killed by the quake on Tuesday`: the day is the cause's too."""


@cache
def _deeds() -> tuple[re.Pattern[str], Mapping[str, str]]:
    groups = {word: deed for deed, words in subject("analysis")["deeds"].items() for word in words}
    longest = sorted(groups, key=lambda w: (-len(w), w))
    return re.compile(any_phrase(map(re.escape, longest), r"(?![\w-])", r"\w-")), groups


def spread_days(key: str, rows: tuple[Findings, ...], reader: Reader) -> Iterator[Row]:
    """The points of one article, in the blocks of their deed and month (and the next month, where that is near)."""
    article = reader.one(ARTICLES, key)
    for findings in rows if article else ():
        points = list(_points(article, findings))  # type: ignore[arg-type]
        told = Counter(p.deed for p in points)
        for point in points:
            row = point._replace(alone=told[point.deed] == 1)
            for month in _months(point.date):
                yield Row(DAY_POINTS, f"{point.deed}|{month}", row)


def _months(date: str) -> list[str]:
    span = days(date)
    if span is None:
        return []
    return sorted({day_text(span.first)[:7], day_text(span.last + _NEAR)[:7]})


def _points(article: Article, findings: Findings) -> Iterator[DayPoint]:
    known = frozenset(names(article.reading))
    pair = tuple(party.name for party in country_pair(findings))
    for date in findings.dates:
        span = days(date.edtf) if date.role == "event" and date.edtf and "~" not in date.edtf else None
        sentence = sentence_at(date.evidence.sentence, article, findings)
        if span is None or span.length > DAY_LIMIT or sentence is None or not date.edtf or "/" in date.edtf:
            continue
        if _RELATIVE.search(date.evidence.exact) or in_speech(date, findings):
            continue
        deeds = dated_deeds(date, sentence, findings)
        who = _people(sentence.sentence, findings) if deeds else ()
        where = codes_of(findings, sentence.sentence) if deeds else ()
        for deed in deeds:
            yield DayPoint(
                article.id, article.published.edtf or "", date.edtf, deed, proper_names(sentence.exact, known),
                who, where, pair, measure_words(sentence.exact), date.tense > 0, False, date.evidence, sentence,
                deals_in(sentence.sentence, findings),
            )  # fmt: skip


def in_speech(date: DateFinding, findings: Findings) -> bool:
    """Whether somebody says it of the day of speaking (`"we waited for this morning"`): which day that was is open."""
    at = date.evidence.start
    return not _DIGIT.search(date.evidence.exact) and any(
        q.evidence.start <= at < q.evidence.end for q in findings.quotes
    )


def _people(sentence: int, findings: Findings) -> tuple[str, ...]:
    """The people whom a sentence names."""
    there = (
        person.surname or person.name
        for person in findings.people
        if any(m.evidence.sentence == sentence and m.form != "pronoun" for m in person.mentions)
    )
    return tuple(sorted({skeleton(name) for name in there}))


def deals_in(sentence: int, findings: Findings) -> tuple[tuple[str, ...], ...]:
    """The telling words of each agreement that a sentence names in full, sorted: a set has another order each time."""
    there = (a for a in findings.agreements if any(m.sentence == sentence for m in a.mentions))
    told = (tuple(sorted(content_words(a.name))) for a in there if not a.generic)
    return tuple(words for words in told if words)


def sentence_at(number: int, article: Article, findings: Findings) -> Evidence | None:
    """One sentence; None where there is none, or one too long to be read as one."""
    if not 0 <= number < len(findings.sentences):
        return None
    start, end = findings.sentences[number]
    if end - start > 600:
        return None
    return Evidence(article.id, start, end, article.text[start:end], number)


_SINCE = re.compile(r"\b(?:after|since|following|anniversary)\b")
"""Between a day and a deed: `on Monday, a week after the quake` is no day of the quake."""
_OF_PICTURE = re.compile(
    r", (?:mon|tues|wednes|thurs|fri|satur|sun)day, \w{3,9}\.? \d{1,2}, \d{4}, (?:near|in|at|outside|during) "
)
_HAD_BEEN = re.compile(r"\b(?:it|he|she|they|which|who) had (?:\w+ly |already |first )?$")
_DONE_BEFORE = re.compile(r"\b(?:because|as|since|after) [^,;.]{3,60} had \w+")
_MAIN_VERB = re.compile(r", (?:was|were|is|are|has|had|have|will|would) (?:\w+ly )?\w+")


def dated_deeds(date: DateFinding, sentence: Evidence, findings: Findings) -> tuple[str, ...]:
    """What the date is the date of: the deed of the event that has it, else the nearest; of deaths also the cause."""
    pattern, groups = _deeds()
    text = sentence.exact.lower()
    start, end = date.evidence.start - sentence.start, date.evidence.end - sentence.start
    low, high = _told(date, sentence, findings)
    if is_caption(text):
        return ()
    others, said = _other_dates(date, sentence, findings), _of_saying().search(text, 0, start) is not None
    found = sorted(
        (_distance(text, m.start(), m.end(), start, end), groups[m.group()])
        for m in pattern.finditer(text, low, high)
        if (m.end() <= start or m.start() >= end)
        and not _of_another_verb(m.group(), text[m.end() : start])
        and not any(m.end() <= other < start for other in others)
        and not (said and m.start() >= end and _is_beside_saying(text, end, m))
        and not (
            m.start() >= end and any(cut.search(text, end, m.start()) for cut in (_CLAUSE, _SINCE, _HAD_BEEN))
        )
    )
    nearest = found[0][1] if found and found[0][0] < _REACH and not _OPEN.search(text[:start]) else ""
    causes = (
        [deed for _, deed in found if deed in subject("analysis")["causes"]] if nearest in _WITH_CAUSE else []
    )
    return tuple(dict.fromkeys([nearest, *causes])) if nearest not in subject("analysis")["mute"] else ()


def _is_beside_saying(text: str, end: int, deed: re.Match[str]) -> bool:
    """Whether a deed behind a day of saying is only a thing, or far off: `said Wednesday it was ending a truce`."""
    return deed.start() - end > _SAID_FAR or _THING_SAID.search(text, end, deed.start()) is not None


_SAID_FAR = 40
_THING_SAID = re.compile(r"\b(?:an?|the|its|their|his|her) (?:[a-z-]+ )?$")


@cache
def _of_saying() -> re.Pattern[str]:
    """A word of saying right before a day."""
    words = sorted(word_set("opposites", "telling"), key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(words)})(?: late| early)?(?: on)? $")


def is_caption(text: str) -> bool:
    """Whether a sentence is that of a picture: `..., Sunday, Sept. 15, 2024, near the factory`."""
    low = text.lower()
    return "day, " in low and _OF_PICTURE.search(low) is not None


def _other_dates(date: DateFinding, sentence: Evidence, findings: Findings) -> list[int]:
    """Where the other days of the sentence stand: what is done before such a day is done on it."""
    ahead = (
        d
        for d in findings.dates
        if sentence.start <= d.evidence.start and d.evidence.end < date.evidence.start
    )
    return [d.evidence.start - sentence.start for d in ahead if d.role == "event" and d.edtf]


def _of_another_verb(deed: str, between: str) -> bool:
    """Whether the date is that of a verb behind: `the fire was put out on Monday` is no day of the fire.

    Nor is it of a clause that a comma closes: `the captain of a ferry that sank, killing 14, was charged on Monday`;
    nor of what had been done before: `it gave way because a lorry had hit a pillar in April`.
    """
    if _MAIN_VERB.search(between) or _DONE_BEFORE.search(between):
        return True
    if deed not in word_set("analysis", "deed_nouns"):
        return False
    verbs = _FINITE.findall(between)
    return bool(verbs) and word_set("analysis", "happening").isdisjoint(re.findall(r"[a-z]+", between))


def deeds_with_ends(text: str) -> Iterator[tuple[str, int]]:
    """The deeds that a text has words of, each with where the word ends."""
    pattern, groups = _deeds()
    low = text.lower()
    return (
        ((groups[m.group()], m.end()) for m in pattern.finditer(low)) if len(low) == len(text) else iter(())
    )


def _told(date: DateFinding, sentence: Evidence, findings: Findings) -> tuple[int, int]:
    """The stretch of the sentence in which the deed must stand."""
    for event in findings.events:
        if event.evidence.sentence == date.evidence.sentence and event.date_evidence == date.evidence:
            return max(0, event.evidence.start - sentence.start), event.evidence.end - sentence.start
    return 0, sentence.end - sentence.start


def deeds_in(text: str) -> frozenset[str]:
    """The groups of deeds that a text has words of."""
    pattern, groups = _deeds()
    return frozenset(groups[m.group()] for m in pattern.finditer(text.lower()))


def _distance(text: str, first: int, last: int, start: int, end: int) -> int:
    """Characters between word and date; farther where a comma parts them, the date comes first, or the word is a thing.

    `Approved the takeover on Monday` tells of an approval.
    """
    between = text[last:start] if last <= start else text[end:first]
    thing = _THING if _NOMINAL.search(text, max(0, first - 16), first) else 0
    commas = sum(between.count(mark) for mark in ",;:")
    return thing + len(between) + _COMMA * commas + (0 if last <= start else _BEHIND)


@cache
def _plain() -> frozenset[str]:
    kinds = word_set("analysis", "agreement_kinds")
    return word_set("analysis", "no_names") | word_set("analysis", "stop") | kinds | _office_words()


def _office_words() -> frozenset[str]:
    offices = subject("offices")
    listed = " ".join(str(offices[part]) for part in ("heads", "roles", "modifiers", "portfolios"))
    return frozenset(fold(listed).split())


def proper_names(text: str, known: frozenset[int]) -> tuple[str, ...]:
    """The names of a sentence; its first word only where the article has it inside a sentence too."""
    found = [(m.start(), m.group().lower()) for m in _NAME.finditer(text)]
    first = len(text) - len(text.lstrip("\"“‘' "))
    return tuple(sorted({n for at, n in found if at > first or name_number(n) in known} - _plain()))
