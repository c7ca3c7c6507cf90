"""One article -> its sentences as stems, and the slots that another report of the same may fill otherwise."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from site_gen.analyse.conflicts.days import in_speech, sentence_at
from site_gen.analyse.conflicts.statements import opposite_pairs, opposite_words, times_a_number
from site_gen.analyse.lineage.sketch import name_number, names
from site_gen.analyse.stems import clause_ends, placed_stems, synonym
from site_gen.analyse.tables import TELLINGS, Slot, Telling, Told, Word
from site_gen.records import Article, DateFinding, Evidence, Findings
from site_gen.analyse.conflicts.twice.heads import heads
from site_gen.resolve.intervals import days
from site_gen.resolve.words import subject, word_set
from site_gen.tables import ARTICLES, Reader, Row

_NEAR = 2
"""Words behind `no` that it may deny; behind `not` it is one."""
_WORD = re.compile(r"[^\W\d_]+(?:['’]t)?")
_BEFORE = re.compile(r"([A-Za-z]+)(?: \w+ly)? $")
_BETWEEN = re.compile(r" ?(?:\w+ ){0,2}(?:on|late|early|in|at|a)? ?(?:the )?")
_COMPARED = re.compile(r"\b(?:from|than|against|compared (?:with|to)|since)\b[^,;.]{0,30}$")
_SHORT, _LATE = 4, 40
_STOPS = re.compile(r"[,;:.()–—]| but | who | which | that ")


def tell(key: str, rows: tuple[Findings, ...], reader: Reader) -> Iterator[Row]:
    """The telling of one article."""
    article = reader.one(ARTICLES, key)
    for findings in rows if article else ():
        yield Row(TELLINGS, key, _telling(article, findings))  # type: ignore[arg-type]


def _telling(article: Article, findings: Findings) -> Telling:
    told: list[Told] = []
    slots: list[Slot] = []
    dates: dict[int, list[DateFinding]] = {}
    for date in findings.dates:
        dates.setdefault(date.evidence.sentence, []).append(date)
    known = frozenset(names(article.reading))
    starts = _named_at(findings)
    for number in range(len(findings.sentences)):
        sentence = sentence_at(number, article, findings)
        if sentence is None:
            continue
        at = len(told)
        words = _words(sentence.exact, known, sentence.start in starts)
        told.append(Told(sentence, words))
        for slot in _times(at, sentence, dates.get(number, ()), findings):
            first, last = slot.start - sentence.start, slot.end - sentence.start
            of = () if _said_then(sentence.exact, first) else heads(words, first, last)
            slots.append(slot._replace(heads=of, ahead=_ahead(slot, article)))
        slots += _worded(at, sentence)
    return Telling(article.id, article.published.edtf or "", tuple(told), tuple(slots))


def _named_at(findings: Findings) -> frozenset[int]:
    """Where people and places are named."""
    people = (m.evidence.start for p in findings.people for m in p.mentions if m.form not in ("pronoun", "title"))
    return frozenset([*people, *(p.evidence.start for p in findings.places)])


def _words(text: str, known: frozenset[int], opened: bool) -> tuple[Word, ...]:
    """The words of a sentence; `opened`: its first word is a name."""
    ends = clause_ends(text)
    found = [(stem, at, bisect_right(ends, at)) for stem, at in placed_stems(text)]
    said = {bisect_right(ends, m.start()) for m in _said().finditer(text)}
    named = {at for _, at, _ in found if text[at].isupper() and (at > 1 or opened or _is_name(text, at, known))}
    return tuple(
        [
            Word(stem, at, clause, at in named, clause in said, at not in named and _is_verb(text, at))
            for stem, at, clause in found
        ]
    )


def _is_verb(text: str, at: int) -> bool:
    """Whether a word looks like a verb: by its ending, by what stands before it, or as a known past form."""
    found = _WORD.match(text, at)
    word = found.group().lower() if found else ""
    if word in word_set("synonyms", "past") or (word.endswith("ed") and len(word) > _SHORT):
        return True
    before = _BEFORE.search(text, max(0, at - 20), at)
    return before is not None and before[1].lower() in word_set("synonyms", "before_verbs")


def _said_then(text: str, first: int) -> bool:
    """Whether a time is only that of saying it: `the company said on Monday`."""
    return any(_BETWEEN.fullmatch(text, m.end(), first) for m in _said().finditer(text, max(0, first - _LATE), first))


def _is_name(text: str, at: int, known: frozenset[int]) -> bool:
    """Whether a sentence's first word is a name inside another sentence too."""
    found = _WORD.match(text, at)
    return found is not None and name_number(found.group()) in known


@cache
def _said() -> re.Pattern[str]:
    words = sorted(word_set("opposites", "telling"), key=lambda w: (-len(w), w))
    return re.compile(r"\b(?:" + "|".join(words) + r")\b")


def _times(
    at: int, sentence: Evidence, dates: tuple[DateFinding, ...] | list[DateFinding], findings: Findings
) -> Iterator[Slot]:
    """Days, months, years, and lengths of time."""
    for date in dates:
        ahead = sentence.exact[: date.evidence.start - sentence.start]
        if in_speech(date, findings) or _COMPARED.search(ahead) or not date.edtf and date.role != "duration":
            continue
        if date.role == "duration" and not times_a_number(ahead):
            yield Slot(at, "span", date.timex.value, date.evidence.start, date.evidence.end)
        elif date.role == "event" and date.edtf and "/" not in date.edtf and "~" not in date.edtf:
            yield Slot(at, "date", date.edtf, date.evidence.start, date.evidence.end, (), date.tense > 0)


def _ahead(slot: Slot, article: Article) -> bool:
    """Whether a date is later than the report; where that is open, whether it is told so."""
    told, written = days(slot.value), days(article.published.edtf)
    if slot.kind != "date" or told is None or written is None:
        return slot.ahead
    return told.first > written.last or (slot.ahead and told.last >= written.first)


def _worded(at: int, sentence: Evidence) -> Iterator[Slot]:
    """Words that have an opposite, and what is denied."""
    low = sentence.exact.lower()
    if len(low) != len(sentence.exact):
        return
    pattern, sides = opposite_words()
    for found in pattern.finditer(low):
        for pair, side in sides[found.group()]:
            if opposite_pairs()[pair]["shared"] != "order":
                yield Slot(at, f"words {pair}", str(side), sentence.start + found.start(), sentence.start + found.end())
    yield from _denied(at, low, sentence.start)


def _denied(at: int, low: str, start: int) -> Iterator[Slot]:
    """The words that a sentence says of what was not, or of what there was none."""
    for found in _denials().finditer(low):
        yield from _done_to_nothing(at, low, found, start)
        cut = _STOPS.search(low, found.end())
        end = cut.start() if cut else len(low)
        most = _NEAR if found.group() in word_set("opposites", "denied_nouns") else 1
        for stem, place in placed_stems(low[found.end() : end])[:most]:
            if stem not in _undeniable():
                first = found.end() + place
                yield Slot(at, "not", stem, start + found.start(), start + first + len(_WORD.match(low, first).group()))


def _done_to_nothing(at: int, low: str, found: re.Match[str], start: int) -> Iterator[Slot]:
    """`paid nothing`: the deed stands right before."""
    before = _BEFORE.search(low, max(0, found.start() - 25), found.start())
    if found.group() in ("nothing", "nobody", "no one") and before and (stem := synonym(before[1])):
        yield Slot(at, "not", stem, start + before.start(1), start + found.end())


@cache
def _denials() -> re.Pattern[str]:
    words = sorted(subject("opposites")["negations"], key=lambda w: (-len(w), w))
    return re.compile(r"(?<![\w-])(?:" + "|".join(words) + r")(?![\w-])|n['’]t(?!\w)")


@cache
def _undeniable() -> frozenset[str]:
    return frozenset(synonym(word) for word in word_set("opposites", "undeniable"))
