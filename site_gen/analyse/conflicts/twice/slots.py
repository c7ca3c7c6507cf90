"""Days, times and words of two reports that stand in one place of one story and exclude each other."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from site_gen.analyse.conflicts.roles import other_outcomes
from site_gen.analyse.conflicts.statements import opposite_pairs
from site_gen.analyse.conflicts.twice.aligned.align import Pair, weak_stems
from site_gen.analyse.conflicts.twice.aligned.judge import one_day, one_thing
from site_gen.analyse.conflicts.twice.aligned.match import Match, matches, places_of
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.conflicts.twice.sentences.words import telling_verbs
from site_gen.analyse.conflicts.twice.when.hours import hours_apart, of_two_zones
from site_gen.analyse.conflicts.twice.whether.subjects import of_one_subject
from site_gen.analyse.tellings import Slot, Telling, Word
from site_gen.resolve.folding import fold
from site_gen.resolve.intervals import days, gap, overlap
from site_gen.resolve.words import word_set
from site_gen.tables import Row

_DURATION = re.compile(r"P(T?)(\d+(?:\.\d+)?)([YMWDHS])$")
_DAYS = {"Y": 365.25, "M": 30.44, "W": 7.0, "D": 1.0, "TH": 1 / 24, "TM": 1 / 1440, "TS": 1 / 86400}
_VALUE = re.compile(r"\d[\d.,]*(?= ?(?:%|per ?cent|million|billion|trillion|thousand))")
_KINDS = {"date": "date", "hour": "date", "span": "value", "by": "identity"}
_COMPARED = {*_KINDS, "words"}
"""First words of the kinds of slots that are compared here."""
_DOERS, _ALIKE_HOUR, _HOUR = 0.7, 1.5, 50
_SAME, _SAME_CLOSE = 2.2, 1.5
"""What two places have in common that are of one deed, whatever it is called."""
_YEARS_AGO = 700
_PAST = re.compile(r"\b(?:after|ending|ended|ends|following|since|past|previous) (?:\w+ )?$", re.I)
_WOULD = re.compile(r"\bwould (?!have\b)[^;:]*$")
_FOLLOWING, _SURE_WORD = 4, 1.0
_ROUND, _WEEK, _A_YEAR, _ALIKE = 0.02, 7, 366, 0.5


def rival_slots(pair: Pair, promised: bool) -> Iterator[Row]:
    """Rows of the slots that cannot both be so; `promised`: the force of promises is compared elsewhere."""
    ours, theirs = _by_kind(pair.one), _by_kind(pair.other)
    told: set[tuple[int, int, str]] = set()
    left = {"words aim or commitment"} if promised else set()
    for kind in sorted(k for k in (ours.keys() & theirs.keys()) - left if k.partition(" ")[0] in _COMPARED):
        mine, others = ours[kind], theirs[kind]

        def fits(n: int, m: int, mine: list[Slot] = mine, others: list[Slot] = others) -> bool:
            a, b = mine[n], others[m]
            return a.kind != "date" or (a.ahead == b.ahead and _one_head(a, b))

        for match in _matches(pair, mine, others, fits):
            a, b = mine[match.one], others[match.other]
            if _said(a, others) or _said(b, mine) or _beside(a, b, others) or _beside(b, a, mine):
                continue
            if _kind(kind) == "stage" and _apart(pair) > _WEEK and match.like.share < _ALIKE:
                continue
            if _worded_again(a, b, told) or _has_both_sides(a, mine) or _has_both_sides(b, others):
                continue
            if _exclude(a, b, pair) and _one_thing(a, b, match, pair):
                told.add((a.sentence, b.sentence, _kind(kind)))
                yield row_of(a, b, pair, match.like.share, _kind(kind))


def _worded_again(a: Slot, b: Slot, told: set[tuple[int, int, str]]) -> bool:
    """Whether the two sentences contradict each other by another pair of words of that kind: it is told once."""
    return a.kind.startswith("words ") and (a.sentence, b.sentence, _kind(a.kind)) in told


def _has_both_sides(slot: Slot, its: list[Slot]) -> bool:
    """Whether its sentence has the opposite word too: `every one of them could walk`."""
    return slot.kind.startswith("words ") and any(
        s.sentence == slot.sentence and s.value != slot.value for s in its
    )


def _matches(
    pair: Pair, mine: list[Slot], others: list[Slot], fits: Callable[[int, int], bool]
) -> Iterator[Match]:
    """Slots that are each other's best; then days of what is to come under other names.

    Of these nearly all else must be the same.
    """
    done: set[tuple[int, int]] = set()
    ours, theirs = places_of(mine), places_of(others)
    for match in matches(pair, ours, theirs, fits):
        done |= {(0, match.one), (1, match.other)}
        yield match
    if mine[0].kind != "date":
        return
    for match in matches(pair, ours, theirs):
        alike = match.like.score >= _SAME and match.like.close >= _SAME_CLOSE
        if (
            alike
            and mine[match.one].ahead
            and others[match.other].ahead
            and done.isdisjoint(((0, match.one), (1, match.other)))
        ):
            yield match


def _one_head(a: Slot, b: Slot) -> bool:
    return not set(a.heads).isdisjoint(b.heads)


def _said(slot: Slot, others: list[Slot]) -> bool:
    """Whether the other report has it too, of the same deed."""
    return slot.kind in ("date", "span") and any(s.value == slot.value and _one_head(s, slot) for s in others)


def _beside(slot: Slot, rival: Slot, others: list[Slot]) -> bool:
    """Whether the rival's sentence has that date too, whatever for."""
    return slot.kind == "date" and any(s.value == slot.value and s.sentence == rival.sentence for s in others)


def _one_thing(a: Slot, b: Slot, match: Match, pair: Pair) -> bool:
    if a.kind.startswith("by "):
        return match.like.score >= _DOERS
    if a.kind == "date":
        return one_day(a, b, match, pair)
    if a.kind == "hour":
        return _one_hour(a, b, match, pair)
    how = a.kind.partition(" ")[0]
    if how == "words" and _of_other_things(*(_behind(s, t) for s, t in ((a, pair.one), (b, pair.other)))):
        return False
    if how == "words" and of_one_subject(a, b, pair.one, pair.other):
        return True
    return one_thing(how, *_sizes(a, b), match) or _of_what_follows(a, b, match, pair)


def _of_what_follows(a: Slot, b: Slot, match: Match, pair: Pair) -> bool:
    """Whether right behind both words stands what they are said of: `north of Ijevan`, `ordered them to negotiate`."""
    how, _, of = a.kind.partition(" ")
    if how != "words" or opposite_pairs()[of]["shared"] != "after":
        return False
    ours, theirs = (_behind(s, t) for s, t in ((a, pair.one), (b, pair.other)))
    first = ours[:1] == theirs[:1] != [] and ours[0].name
    plain = {w.stem for w in ours if not w.name} & {w.stem for w in theirs if not w.name} - weak_stems()
    return first or (match.only and pair.weight(plain) >= _SURE_WORD and not match.like.apart)


def _of_other_things(ours: list[Word], theirs: list[Word]) -> bool:
    """`promised to raise their partnership`, `aims to raise investment`: one deed, done to two things."""
    if not ours or not theirs or ours[0].stem != theirs[0].stem or ours[0].name:
        return False
    after = [{w.stem for w in side[1:]} for side in (ours, theirs)]
    return all(after) and after[0].isdisjoint(after[1])


def _behind(slot: Slot, telling: Telling) -> list[Word]:
    told = telling.sentences[slot.sentence]
    end = slot.end - told.evidence.start
    return [w for w in told.words if w.at >= end][:_FOLLOWING]


def _one_hour(a: Slot, b: Slot, match: Match, pair: Pair) -> bool:
    """Whether two hours are of one deed: its verb is one, or stands in the sentence of the other."""
    if match.like.apart or match.like.close < _ALIKE:
        return False
    if _one_head(a, b):
        return match.like.score >= _DOERS
    told = [{w.stem for w in t.sentences[s.sentence].words} for s, t in ((a, pair.one), (b, pair.other))]
    meant = {*a.heads[:1]} & told[1] | {*b.heads[:1]} & told[0]
    return bool(meant) and match.like.score >= _ALIKE_HOUR


def _sizes(a: Slot, b: Slot) -> tuple[float, float]:
    """How long two spans are; of other slots nothing."""
    return (length_of(a.value), length_of(b.value)) if a.kind == "span" else (0.0, 0.0)


def _kind(kind: str) -> str:
    how, _, of = kind.partition(" ")
    return str(opposite_pairs()[of]["kind"]) if how == "words" else _KINDS[how]


def _by_kind(telling: Telling) -> dict[str, list[Slot]]:
    found: dict[str, list[Slot]] = defaultdict(list)
    for slot in telling.slots:
        found[slot.kind].append(slot)
    return found


def _exclude(a: Slot, b: Slot, pair: Pair) -> bool:
    texts = [x.sentences[s.sentence].evidence.exact for x, s in ((pair.one, a), (pair.other, b))]
    if a.kind in ("date", "span") and _offered(texts[0]) != _offered(texts[1]):
        return False
    if a.kind == "date":
        first, second = days(a.value), days(b.value)
        if first is None or second is None or overlap(first, second) or other_outcomes(*texts):
            return False
        if "X" in a.value + b.value and gap(first, second) <= _A_YEAR:
            return False  # `the end of the decade`, `2030`
        if (max(first.length, second.length) > 1 and _other_values(*texts)) or of_two_zones(*texts):
            return False
        return not (any(map(_moved, texts)) or _each_its_own(a, b, pair))
    if a.kind == "hour":
        return hours_apart(a.value, b.value) >= _HOUR and _one_date(a, b, pair)
    if a.kind == "span" and any(
        of(a, pair.one) != of(b, pair.other) for of in (_counted_on, is_over, _would_be)
    ):
        return False
    if a.kind == "span":
        one, other = length_of(a.value), length_of(b.value)
        return bool(one and other) and not (
            _grown(one, other, _coarse(a, b), pair) or any(map(_moved, texts)) or _added(a, b, pair)
        )
    if a.kind.startswith("by "):
        return _other_doers(a, b, pair)
    return a.value != b.value


def _one_date(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether the sentences of two hours name no two days."""
    found = [
        [days(s.value) for s in t.slots if s.kind == "date" and s.sentence == x.sentence]
        for x, t in ((a, pair.one), (b, pair.other))
    ]
    return all(overlap(x, y) for x in found[0] for y in found[1] if x and y)


def _other_values(one: str, other: str) -> bool:
    """Whether each gives values of its own (`73% at the end of 2024`, `78% at the end of 2025`): those of two times."""
    ours, theirs = (set(_VALUE.findall(text)) for text in (one, other))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _counted_on(slot: Slot, telling: Telling) -> bool:
    """Whether a length counts from another: `the following two years`."""
    told = telling.sentences[slot.sentence].evidence
    words = fold(told.exact[slot.start - told.start : slot.end - told.start]).split()
    return not word_set("opposites", "counted_on").isdisjoint(words)


def _would_be(slot: Slot, telling: Telling) -> bool:
    """Whether it is what a bill or a plan would bring; in what somebody said, `would` is `will`."""
    sentence = telling.sentences[slot.sentence].evidence
    told = _WOULD.search(sentence.exact[: slot.start - sentence.start]) is not None
    return told and telling_verbs().search(sentence.exact) is None


def is_over(slot: Slot, telling: Telling) -> bool:
    """Whether a length of time is one that has passed: `after eight months of haggling`."""
    sentence = telling.sentences[slot.sentence].evidence
    return _PAST.search(sentence.exact[: slot.start - sentence.start]) is not None


def _other_doers(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether two doers have no name in common, and neither stands in the other's sentence."""
    ours, theirs = set(a.value.split()), set(b.value.split())
    there, here = (
        frozenset(w.stem for w in x.sentences[s.sentence].words) for x, s in ((pair.one, a), (pair.other, b))
    )
    if _of_old(a, pair.one) != _of_old(b, pair.other):
        return False
    return ours.isdisjoint(theirs) and ours.isdisjoint(here) and theirs.isdisjoint(there)


def _of_old(slot: Slot, telling: Telling) -> bool:
    """Whether its sentence tells of years ago."""
    written = days(telling.published)
    there = (days(s.value) for s in telling.slots if s.kind == "date" and s.sentence == slot.sentence)
    return written is not None and any(gap(day, written) > _YEARS_AGO for day in there if day)


def _each_its_own(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether two reports of different weeks each tell of a weekday: these are hardly days of one deed."""
    said = (
        x.sentences[s.sentence].evidence.exact[s.start - x.sentences[s.sentence].evidence.start :][
            : s.end - s.start
        ]
        for x, s in ((pair.one, a), (pair.other, b))
    )
    return _apart(pair) >= _WEEK and not any(c.isdigit() for text in said for c in text)


def _grown(one: float, other: float, coarse: float, pair: Pair) -> bool:
    """Whether two lengths are one, rounded to weeks, months or years, or what a later report has longer went on."""
    loose = max(_ROUND * max(one, other), coarse)
    first, second = days(pair.one.published), days(pair.other.published)
    later = second.first - first.first if first and second else 0
    if max(one, other) < 1:
        return abs(one - other) <= loose
    return abs(one - other) <= loose or 0 < (other - one) * (1 if later > 0 else -1) <= abs(later) + loose


def _coarse(a: Slot, b: Slot) -> float:
    """Half the longer unit of two that differ: `two months` may be 53 days."""
    units = {_unit(slot.value) for slot in (a, b)}
    return max(units) / 2 if len(units) > 1 else 0.0


def _apart(pair: Pair) -> int:
    """Days between the reports; more than a week where that is open."""
    first, second = days(pair.one.published), days(pair.other.published)
    return gap(first, second) if first and second else _WEEK + 1


def _added(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether one sentence has the other's length too, or in its parts."""
    for slot, telling, other in ((a, pair.one, b), (b, pair.other, a)):
        there = [
            length_of(s.value) for s in telling.slots if s.kind == "span" and s.sentence == slot.sentence
        ]
        if length_of(other.value) in (*there, sum(there)):
            return True
    return False


def _offered(text: str) -> bool:
    """Whether it tells of a bid, which is no fact."""
    return not word_set("opposites", "bids").isdisjoint(fold(text).split())


def _moved(text: str) -> bool:
    told = f" {fold(text)} "
    return any(f" {cue} " in told for cue in word_set("opposites", "moved"))


def length_of(value: str) -> float:
    """Days of a TIMEX3 duration; 0 where it cannot be told."""
    found = _DURATION.match(value)
    return float(found[2]) * _unit(value) if found else 0.0


def _unit(value: str) -> float:
    """Days of the unit of a TIMEX3 duration; 0 where there is none."""
    found = _DURATION.match(value)
    return _DAYS.get(found[1] + found[3], 0.0) if found else 0.0
