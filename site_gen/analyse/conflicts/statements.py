"""What one article says that another may say otherwise: bounds in time, tallies, words with an opposite, denials."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from msgspec import Struct

from site_gen.analyse.conflicts.days import DAY_LIMIT, dated_deeds, in_speech, proper_names, sentence_at
from site_gen.analyse.conflicts.opposite_words import (
    by_person,
    of_others,
    of_whom,
    opposite_pairs,
    opposite_words,
    opposites_in,
    tells_both,
)
from site_gen.analyse.conflicts.places import towns
from site_gen.analyse.conflicts.twice.when.moved import moved
from site_gen.analyse.stems import clause_stems, stems
from site_gen.analyse.tables import STATEMENT_REFS, STATEMENTS, Statement, StatementRef
from site_gen.records import Article, DateFinding, Evidence, Findings
from site_gen.resolve.article_names import names
from site_gen.resolve.folding import fold
from site_gen.resolve.intervals import days
from site_gen.resolve.spread import country_pair
from site_gen.resolve.words import group_of, subject, word_set
from site_gen.tables import ARTICLES, Reader, Row
from site_gen.text.needed import Phrases, phrases

_COUNTED = re.compile(r"\d\W?(?: [a-z]+| [a-z]+illion [a-z]+)? (?:in|for|during) $")
_NUMBER = re.compile(r"\d[\d.,]*\d")
_DIGITS = re.compile(r"\d+")
_SHARES = re.compile(r"\d[\d.,]*(?= ?(?:%|per ?cent\b))|\b(?:[Hh]alf|thirds?|quarters?)(?= of\b)")
_LAST = re.compile(r"\b(?:was|were|been) last \w+ (?:in|on) (?:early |late |the \w+ of )?$", re.I)
_NEVER_SINCE = re.compile(r"\b(?:not|never|n['’]t) been \w+ since (?:early |late |the \w+ of )?$", re.I)
_PAST = re.compile(r"\b(?:never \w+ed$|did not|didn['’]t|were not|was not|weren['’]t|wasn['’]t)")
_PASSIVE = re.compile(r"\b(?:was|were|been|be|being)\b(?= *(?:\w+ly )?(?:\w+$|$))")
_SPAN = re.compile(
    r"\b(?:(?:hour|day|week|month|year|minute)s?|shortly|soon|long|right|immediately|moments) $"
)
"""Before `after` and `before`: how long after, and in no order to anything else."""
_BEHIND_TERM = re.compile(r"(?: [a-z][\w-]*){1,3}")
_BEFORE_TERM = re.compile(
    r"\b[a-z-]+(?: (?:runs?|ran|lasts?|holds?|will|would|to|is|was|valid|run|last|hold))* (?:of|for) $"
)
_OF_LATE = re.compile(r"\b(?:last|past|next|coming|few|several|many|some) (?:[\w-]+ )?[\w-]+$", re.I)
_WORDS = re.compile(r"[a-z’']+")
_SAID, _TERM = 100, 40
"""More characters than words of saying have, up to the day of it; those behind a length of time up to its noun."""
_KEYS, _CLAUSE = 5, 8


class _Slot(Struct, frozen=True):
    kind: str
    value: str
    start: int
    end: int


def spread_statements(key: str, rows: tuple[Findings, ...], reader: Reader) -> Iterator[Row]:
    """The statements of one article; and what stands for them in the blocks of the words that stand near."""
    article = reader.one(ARTICLES, key)
    for findings in rows if article else ():
        for statement, ref in _statements(article, findings):  # type: ignore[arg-type]
            yield Row(STATEMENTS, key, statement)
            for word in _keys(ref):
                yield Row(STATEMENT_REFS, f"{ref.kind}|{word}", ref, ref.value)


def _keys(ref: StatementRef) -> list[str]:
    """The stems near it."""
    if ref.kind.startswith("where"):
        return [""]
    if ref.kind.startswith("deed") and ref.names and not done_alone(ref.kind):
        return [*ref.names[:_KEYS], *sorted(parts_of(ref))]
    if ref.kind in by_person():
        return list(ref.names[: 2 * _KEYS])
    return sorted({*(ref.near[:_KEYS] or ref.around[:_KEYS]), *deeds_of(ref)})


def done_alone(kind: str) -> bool:
    """Whether the deed is done to nothing (`the sirens sounded`)."""
    return kind.removeprefix("deed ") in word_set("opposites", "alone")


def parts_of(ref: StatementRef) -> frozenset[str]:
    """The parts that are played right before it: the driver, the suspect."""
    return _part_stems().intersection(ref.before[:3])


@cache
def _part_stems() -> frozenset[str]:
    return frozenset(stem for word in word_set("opposites", "parts") for stem in stems(word))


def deeds_of(ref: StatementRef) -> frozenset[str]:
    """The words of its clause that are known to tell a deed."""
    return frozenset(ref.before[:_CLAUSE]) & _deed_words()


@cache
def _deed_words() -> frozenset[str]:
    return frozenset(group_of("opposites", "alike").values())


def _statements(article: Article, findings: Findings) -> Iterator[tuple[Statement, StatementRef]]:
    known = frozenset(names(article.reading))
    pair = tuple(party.name for party in country_pair(findings))
    place, count = (article.id, article.published.edtf or ""), 0
    dates: dict[int, list[DateFinding]] = {}
    for date in findings.dates:
        dates.setdefault(date.evidence.sentence, []).append(date)
    told = [sentence for sentence in sentences(article, findings) if sentence is not None]
    for sentence, slots in zip(told, _slots(told, dates, findings), strict=True):
        if not slots:
            continue
        said, around = proper_names(sentence.exact, known), stems(sentence.exact)
        for slot in slots:
            before, after = clause_stems(sentence.exact, slot.start, slot.end)
            before = tuple(w for w in before if w != slot.kind.partition(" ")[2])
            named = _others(said, slot) or _meant(sentence.sentence, slot, findings)
            words = (slot.kind, slot.value, before, after, around, named)
            figures, cues = _figures(slot, sentence.exact), _cues(slot, sentence.exact)
            ref = StatementRef(place[0], count, place[1], *words, pair, figures, cues)
            yield Statement(count, slot.kind, slot.value, named, _part(sentence, slot), sentence), ref
            count += 1


def _slots(
    told: Sequence[Evidence], dates: Mapping[int, Sequence[DateFinding]], findings: Findings
) -> list[list[_Slot]]:
    """Those of each sentence; `dates`: those of each. All are read for one thing before the next: that is faster."""
    found = [[*_dated(dates.get(sentence.sentence, ()), sentence, findings)] for sentence in told]
    for sentence, slots in zip(told, found, strict=True):
        slots += _worded(sentence.exact)
    for sentence, slots in zip(told, found, strict=True):
        there = towns(dates.get(sentence.sentence, ()), sentence, findings)
        slots += [_Slot(f"where {of}", name, start, end) for of, name, start, end in there]
    return found


def _figures(slot: _Slot, sentence: str) -> tuple[str, ...]:
    """Numbers of the sentence, for what is said in words or denied, and for lengths of time; shares, for when by."""
    if slot.kind == "when by":
        return _numbers_in(sentence, _SHARES)
    if not slot.kind.startswith(("words", "deed", "span", "term")):
        return ()
    return _numbers_in(sentence, _DIGITS if slot.kind.startswith(("span", "term")) else _NUMBER)


@lru_cache(maxsize=64)
def _numbers_in(sentence: str, pattern: re.Pattern[str]) -> tuple[str, ...]:
    return tuple(sorted(set(pattern.findall(sentence))))


def _cues(slot: _Slot, sentence: str) -> tuple[str, ...]:
    if slot.kind.startswith(("when", "span", "term")):
        return ("moved",) if moved(sentence) else ()
    told = sentence[slot.start : slot.end]
    be = _PASSIVE.search(told) or _PASSIVE.search(sentence, max(0, slot.start - 20), slot.start)
    found = {"never": "never" in told, "past": _PAST.search(told), "passive": be}
    return tuple(cue for cue, there in found.items() if there)


def _others(names: tuple[str, ...], slot: _Slot) -> tuple[str, ...]:
    """The names of a sentence; of a place where something was done, those beside it."""
    return tuple(n for n in names if n not in slot.value.split()) if slot.kind.startswith("where") else names


def _meant(number: int, slot: _Slot, findings: Findings) -> tuple[str, ...]:
    """Whom the pronouns of a sentence without names mean, where a person must be meant."""
    if slot.kind not in by_person():
        return ()
    people = (
        person.surname or person.name
        for person in findings.people
        if any(m.evidence.sentence == number and m.form == "pronoun" for m in person.mentions)
    )
    return tuple(sorted({word for name in people for word in fold(name).split()}))


def sentences(article: Article, findings: Findings) -> Iterator[Evidence | None]:
    """The sentences as evidence; None for one that is too long to be any."""
    for number in range(len(findings.sentences)):
        yield sentence_at(number, article, findings)


def _part(sentence: Evidence, slot: _Slot) -> Evidence:
    start, end = sentence.start + slot.start, sentence.start + slot.end
    return Evidence(sentence.article, start, end, sentence.exact[slot.start : slot.end], sentence.sentence)


@cache
def _bounds() -> Mapping[str, str]:
    return {word: how for how, words in subject("opposites")["bounds"].items() for word in words}


@cache
def _bound_pattern() -> re.Pattern[str]:
    longest = sorted(_bounds(), key=lambda w: (-len(w), w))
    return re.compile(
        r"\b(" + "|".join(longest) + r")(?: the| the end of| end| late| early| \w+day)?,?\s+$", re.I
    )


def _dated(dates: Sequence[DateFinding], sentence: Evidence, findings: Findings) -> Iterator[_Slot]:
    """Dates that bound what is told (`by 2027`, `since May`), years, and lengths of time."""
    for date in dates:
        if not sentence.start <= date.evidence.start < sentence.end:
            continue
        if in_speech(date, findings):
            continue
        start, end = date.evidence.start - sentence.start, date.evidence.end - sentence.start
        if date.role == "duration" and counted_back(sentence.exact[:end]):
            continue
        termed = _termed(date, sentence.exact[:start], sentence.exact[end : end + _TERM])
        if termed:
            yield _Slot(f"term {termed}", date.timex.value, start, end)
            continue
        found = _bound_pattern().search(sentence.exact[max(0, start - 40) : start])
        how = _bounds()[found[1].lower()] if found else ""
        how = _begun(how, sentence.exact[:start])
        plain = not how and (_COUNTED.search(sentence.exact[:start]) or _said_then(sentence.exact[:start]))
        value = "" if plain else _value(date, how)
        if value and not _day_of_a_deed(date, sentence, findings, how):
            yield _Slot(f"{'span' if date.role == 'duration' else 'when'} {how}".strip(), value, start, end)


def _said_then(ahead: str) -> bool:
    """Whether a day is only that on which something was said: `the union said on Monday`."""
    return _of_saying().search(ahead, max(0, len(ahead) - _SAID)) is not None


@cache
def _of_saying() -> re.Pattern[str]:
    words = sorted(word_set("opposites", "telling"), key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(words)})(?: reporters| journalists)?(?: late| early)?(?: on| in)? $")


def times_a_number(ahead: str) -> bool:
    """Whether a length of time belongs to a number: `sold 40 in`."""
    return _COUNTED.search(ahead) is not None


def counted_back(told: str) -> bool:
    """Whether a length of time, with which the words end, is counted from now, or has no number: `a few years`."""
    return _OF_LATE.search(" ".join(told.rsplit(" ", 3)[-3:])) is not None  # it has three words at most


def _termed(date: DateFinding, ahead: str, behind: str) -> str:
    """What a length of time is the term of: `three-year wage agreement`, `lease of 30 years`; or nothing."""
    if date.role != "duration":
        return ""
    groups = group_of("opposites", "termed")
    found = _BEHIND_TERM.match(behind) if "-" in date.evidence.exact else _BEFORE_TERM.search(ahead)
    return next((groups[w] for w in found.group().split() if w in groups), "") if found else ""


def _begun(how: str, ahead: str) -> str:
    """`last` for `was last seen in`, `not seen since`; nothing for `available from`, which is as `available in`."""
    if how == "" and "last " in ahead.lower() and _LAST.search(ahead):
        return "last"
    if how == "since" and _NEVER_SINCE.search(ahead):
        return "last"
    words = _WORDS.findall(ahead.lower()) if how == "since" else []
    return "" if words[-2:-1] and words[-2] in word_set("opposites", "beginnings") else how


def _value(date: DateFinding, how: str) -> str:
    if date.role == "duration":
        return date.timex.value if how in ("within", "for") else ""
    if date.role != "event" or not date.edtf or "~" in date.edtf or "/" in date.edtf:
        return ""
    span = days(date.edtf)
    return date.edtf if span and span.length <= 400 and how not in ("within",) else ""


def _day_of_a_deed(date: DateFinding, sentence: Evidence, findings: Findings, how: str) -> bool:
    """Whether the comparison of days looks at it already."""
    span = days(date.edtf)
    if how in ("by", "since") or span is None or span.length > DAY_LIMIT:
        return False
    return bool(dated_deeds(date, sentence, findings))


def _worded(text: str) -> Iterator[_Slot]:
    low = text.lower()
    if len(low) != len(text):
        return  # `İzmir`: places in one are none in the other
    sides, both = opposite_words()[1], tells_both(text)
    for start, end in opposites_in(text):
        if _SPAN.search(low, max(0, start - 20), start):
            continue
        for pair, side in sides[low[start:end]]:
            if opposite_pairs()[pair]["shared"] == "before" and of_others(low, start):
                continue
            if both and of_whom(pair):
                continue
            yield _Slot(f"words {pair}", str(side), start, end)
    if _deed_words_known().may_stand(text):
        yield from _deeds(low)


@cache
def _deed_words_known() -> Phrases:
    words = sorted(group_of("opposites", "deniable"), key=lambda w: (-len(w), w))
    return phrases("deniable", words, r"(?![\w-])", r"\w-")


@cache
def _denial() -> re.Pattern[str]:
    words = [w for w in subject("opposites")["denials"] if w != "n't"]
    return re.compile(
        r"(?:\b(?:no \w+(?= (?:had|has|have|was|were|been))|"
        + "|".join(words)
        + r")|n['’]t)(?:\s+(?:yet|been|be|ever|even|to|any|the|have|has|had|did|was|were))*\s+(?:\w+\s+)?$"
    )


_WANTED = re.compile(
    r"\b(?:demand|call(?:s|ed)? for|ask(?:s|ed)? for|urg|request)(?:s|ed|es|ing)? (?:the |an? |its |their )?$"
)
"""Before a deed that is only asked for: `has demanded the arrest of 36 men`."""


def _deeds(low: str) -> Iterator[_Slot]:
    """What was done, or was not: `has never ratified`. Of what `was last inspected` the dates are compared."""
    groups = group_of("opposites", "deniable")
    for found in _deed_words_known().pattern.finditer(low):
        if low.endswith("last ", 0, found.start()):
            continue
        if _WANTED.search(low, max(0, found.start() - 40), found.start()):
            continue
        denied = _denial().search(low[max(0, found.start() - 40) : found.start()])
        start = found.start() - len(denied.group()) if denied else found.start()
        yield _Slot(f"deed {groups[found.group()]}", "no" if denied else "yes", start, found.end())
