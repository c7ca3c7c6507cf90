"""Whether two figures are of one measure, one time and one deed; and whether they differ at all."""

import re
from functools import cache

from site_gen.analyse.conflicts.numbers_told import has_number, parts_told
from site_gen.analyse.conflicts.one_time import place_in, told_by_day
from site_gen.analyse.conflicts.roles import by_who_pays
from site_gen.analyse.points import known_measures, measure_words
from site_gen.analyse.tables import FigurePoint
from site_gen.resolve.folding import fold
from site_gen.resolve.intervals import days, gap
from site_gen.resolve.words import group_of, word_set

_LOWER = re.compile(r"(?<![\w’'])[a-z]{3,}")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_FELL = re.compile(r"\bf(?:ell|all|allen) (?:ill|sick|asleep|silent|victim|apart|short)\b")
"""No change of a number."""
_STEP = re.compile(
    r"\b(?:(?:raised?|lower(?:ed)?|rose|rise|risen|fell|fall|fallen|grew|grow|grown|increased?|reduced?|cut|lengthened|widened"
    r"|extended|up|down) by|add|adds|added) (?:about |some |nearly |almost |another |a further |an extra )?$"
)
_CHANGED_BY = re.compile(
    r"\b(?:(?:rais|lower|increas|reduc|cut|lift|widen)\w* (?:\w+ ){1,3}|go(?:es)? (?:up|down) |(?:rise|grow|fall)s? )"
    r"by (?:about |some |nearly |almost |up to )?$"
)
_GROWTH = re.compile(r"\b(?:rise|rises|raise|raises|increase|growth|cut|cuts|higher|lower|more|less|fewer)\b")
_THE_END = re.compile(r"\b(?:by|in|at|until|till|before|since|near|towards?|from) the (?:\w+ )?end\b", re.I)
_SLACK = 3
_AHEAD = 45
_CLOSED = 60
"""Days after which nobody is found dead any more."""
_WEEK = 7
_TIMES = 6
_TOLLS = 3
_OPEN = {
    "more": frozenset(
        "at least|over|more than|above|upwards of|no fewer than|exceeding|in excess of|surpassing".split("|")
    ),
    "less": frozenset(
        "up to|under|less than|fewer than|below|at most|nearly|almost|close to|not more than".split("|")
    ),
}


def likeness(a: FigurePoint, b: FigurePoint) -> float:
    """Share of words that measure and sentence have in common; a measure that both speak of counts as shared."""
    if a.of and b.of and set(a.of).isdisjoint(b.of):
        return 0.0
    if _other_heads(a, b):
        return 0.0
    if by_who_pays(a, b):
        return 0.0
    measure = share(a.words, b.words)
    if measure < 0.5 and _keys_of_both(a, b) and not _other_measures(a, b):
        measure = 0.5
    if measure < 0.5 and told_alike(a, b) and (a.near[0] == b.near[0] or not _other_measures(a, b)):
        measure = 0.75 if a.near[0] == b.near[0] else 0.5
    around = share(a.around, b.around)
    return (measure + around) / 2 if measure >= 0.3 else 0.0


def _keys_of_both(a: FigurePoint, b: FigurePoint) -> set[str]:
    """Known measures that both speak of; of money those alone that it can be of (`for the children of the dead`)."""
    tolls = word_set("analysis", "cumulative") if a.unit_kind == "money" else frozenset()
    return {key for key in {*a.keys} & {*b.keys} if key.rpartition("|")[2] not in tolls}


def told_alike(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether most of the words that stand closest to them are the same."""
    return len(set(a.near) & set(b.near)) > 1 and share(a.near, b.near) >= 0.5


def _other_heads(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether sums of money are of two known measures (`losses on loans`, `lent`)."""
    return a.unit_kind == "money" and other_heads(a, b)


def other_heads(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether two figures are of two known measures."""
    known = group_of("analysis", "measures").values()
    return a.head != b.head and a.head in known and b.head in known


def _other_measures(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether each names a known measure of its own, and not the same (`lending rate`, `inflation`)."""
    ours, theirs = known_measures(a.words), known_measures(b.words)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def share(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """Words in common, as a share of the fewer."""
    return len(set(a) & set(b)) / min(len(a), len(b)) if a and b else 0.0


def same_deed(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether two counts of one noun count one thing (votes for a law are none for a speaker).

    Where nothing else in the measures agrees, something that is done must be told of both.
    """
    cumulative = word_set("analysis", "cumulative")
    ours, theirs = set(a.words), set(b.words)
    if a.unit_kind == "count" and (ours ^ theirs) & cumulative:
        return False
    if a.unit_kind != "count" or _tolls(a, b) or len((ours & theirs) - _noun(a)) > (0 if a.unit else 1):
        return True
    return bool(_deeds(a) & _deeds(b))


def _noun(point: FigurePoint) -> frozenset[str]:
    """The counted noun as words of a measure, in both numbers."""
    return frozenset(measure_words(f"{point.unit} {point.unit}s")) if point.unit else frozenset()


def _deeds(point: FigurePoint) -> frozenset[str]:
    """Stems of a sentence's lower-case words, those of the measure and of reporting left out."""
    told = measure_words(" ".join(_LOWER.findall(point.sentence.exact)))
    return frozenset(told) - set(point.words) - word_set("analysis", "reporting")


def comparable(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether two values are of one size (or of the same digits), and neither sentence has the other's number."""
    small, large = sorted((abs(a.value), abs(b.value)))
    most = _TOLLS if _tolls(a, b) else _TIMES
    if large > most * small and f"{small:e}"[:8] != f"{large:e}"[:8]:
        return False
    if _of_a_step(a, b) or _of_a_step(b, a):
        return False
    if _is_step(a) != _is_step(b) or _of_those_left(a) != _of_those_left(b) or _needed(a) != _needed(b):
        return False
    if _of_another(a) != _of_another(b):
        return False
    return not (has_number(a, b) or has_number(b, a))


def _needed(point: FigurePoint) -> bool:
    """Whether it is how many are needed, and not how many there are: `needs the ratification of five states`."""
    ahead = fold(point.sentence.exact[max(0, place_in(point) - _AHEAD) : place_in(point)]).split()
    return point.unit_kind != "physical" and not word_set("analysis", "needed").isdisjoint(ahead)


def _of_another(point: FigurePoint) -> bool:
    """Whether the sentence turns to another of the kind: `That one has 37 pieces`."""
    text = fold(point.sentence.exact)
    cues = tuple(f"{cue} " for cue in word_set("analysis", "of_another"))
    return text.startswith(cues) and not text.startswith("a third of ")


def _tolls(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether they are of what only grows: the dead, what was withdrawn."""
    return a.unit_kind != "physical" and not word_set("analysis", "cumulative").isdisjoint((a.head, b.head))


def _is_step(point: FigurePoint) -> bool:
    """Whether it is the size of a change (`raised by 14 metres`), and not what is there."""
    return point.unit_kind != "percent" and _STEP.search(point.sentence.exact, 0, place_in(point)) is not None


def _of_a_step(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether one share is that by which something changes (`raises pay by 18%`), and the other one that there is."""
    if a.unit_kind != "percent" or b.change or b.unit_kind != "percent":
        return False
    return _CHANGED_BY.search(a.sentence.exact, 0, place_in(a)) is not None and not _GROWTH.search(
        b.sentence.exact
    )


def _of_those_left(point: FigurePoint) -> bool:
    """Whether a count is of those who were left of a whole (`611 patients finished`)."""
    left = word_set("analysis", "of_those_left").intersection(point.near)
    ended = _THE_END.search(point.sentence.exact) is not None  # that is not what finished
    over = point.unit_kind == "count" and point.status == "actual"
    return over and bool(left - {"finish"} if ended else left)


def consistent(a: FigurePoint, b: FigurePoint) -> bool:
    """Rounded, within a range, open towards the other, or the sum of which the other is a part."""
    if a.low is not None and a.high is not None and a.low <= b.value <= a.high:
        return True
    if _to_the_point(a, b):
        return False
    loose = max(_loose(a), _loose(b))
    if b.total and b.total > b.value and abs(a.value - b.total) <= loose * b.total:
        return True
    if a.unit_kind == "count" and a.unit != b.unit and abs(b.value - a.value) in parts_told(a.sentence.exact):
        return True
    if abs(a.value - b.value) <= loose * max(abs(a.value), abs(b.value)) or _rounded(a, b) or _spelled(a, b):
        return True
    if a.qualifier == b.qualifier and a.qualifier in _OPEN["less"]:
        return False
    if a.qualifier in _OPEN["more"]:
        return a.value < b.value <= 1.5 * a.value
    return a.qualifier in _OPEN["less"] and 0.6 * a.value <= b.value < a.value


def _loose(point: FigurePoint) -> float:
    """The part of a value by which another may miss it: `about 30,000` says less than `about 7,600`."""
    if "dozen" in point.evidence.exact:
        return 0.1
    written = _NUMBER.search(point.evidence.exact) if point.approximate else None
    digits = len(written.group().replace(",", "").replace(".", "").strip("0")) if written else 1
    return _ROUGH[min(digits, len(_ROUGH)) - 1] if point.approximate else 0.015


_ROUGH = (0.1, 0.05, 0.02)
"""The same of a value that is told as about so, by how many of its digits are told."""


def _to_the_point(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether both are given with as many decimals, and differ by more than the last of them: 47.9 and 48.6 degrees."""
    if a.approximate or b.approximate or a.qualifier or b.qualifier or a.total or b.total:
        return False
    if a.unit_kind not in ("physical", "percent"):
        return False
    parts = [m.group().partition(".")[2] for p in (a, b) if (m := _NUMBER.search(p.evidence.exact))]
    if len(parts) < 2 or not parts[0] or len(parts[0]) != len(parts[1]):
        return False
    return abs(a.value - b.value) > 1.5 / float(10 ** len(parts[0]))


def _spelled(a: FigurePoint, b: FigurePoint) -> bool:
    """`Three tonnes` is 3.2 tonnes in a word."""
    written = any(c.isdigit() for c in a.evidence.exact)
    return not written and b.value != int(b.value) and round(b.value) == a.value


def _rounded(a: FigurePoint, b: FigurePoint) -> bool:
    """`a` is `b` given with fewer digits, at least two; a decimal point says how many (`10.0` is no 10.25)."""
    written = _NUMBER.search(a.evidence.exact)
    whole, _, part = written.group().partition(".") if written else ("", "", "")
    exact = len(whole.replace(",", "").lstrip("0") + part)
    digits = (exact,) if part and exact > 1 else range(2, 7)
    return any(float(f"{b.value:.{n - 1}e}") == a.value for n in digits)


def grown(a: FigurePoint, b: FigurePoint) -> bool:
    """A count that grows, told on a later day; or one that says itself that it has changed (`rose to`)."""
    larger = max(a, b, key=lambda point: point.value)
    first, second = days(a.published), days(b.published)
    told_back = _ebbs(a, b) and (_tells_back(a, b) or _tells_back(b, a))
    closed = told_back or any(_says(point, "died_at_once") for point in (a, b))
    if _tolls(a, b) and not (closed or _long_over(a, b) or _counted_of_one_day(a, b)):
        if first and second and gap(first, second):
            early, late = (a, b) if first < second else (b, a)
            if late.value > early.value or _ebbs(a, b):
                return True
        if _says(larger, "update_cues"):
            return True
    if (
        not told_back
        and not _one_day(a, b)
        and _days_apart(a, b)
        and (_passing(a) or _passing(b) or _piled_up(a, b))
    ):
        return True
    if _counted_so_far(a, b):
        return True
    return _moved(a, b) or any(_falls_short(point) for point in (a, b)) or _kept(a, b)


def _moved(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether one says that it changed, or how many there are so far, where the reports are of two days."""
    if _one_day(a, b) or _one_week(a, b):
        return False
    later = _days_apart(a, b) and any(_says(point, "so_far") for point in (a, b))
    return later or any(_says(point, "change_cues") for point in (a, b))


def _counted_so_far(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether the smaller is what has been done of it: `29 ships have been given a berth so far`."""
    small, large = sorted((a, b), key=lambda point: point.value)
    cues = word_set("analysis", "so_far")
    told = (any(f" {cue} " in f" {fold(point.sentence.exact)} " for cue in cues) for point in (small, large))
    return small.unit_kind == "count" and not _tolls(a, b) and [*told] == [True, False]


def _one_week(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether reports of one week give it for one and the same time: what it was before is another thing."""
    first, second = days(a.published), days(b.published)
    return bool(a.period and a.period == b.period and first and second) and gap(first, second) <= _WEEK  # type: ignore[arg-type]


def _days_apart(a: FigurePoint, b: FigurePoint) -> bool:
    first, second = days(a.published), days(b.published)
    return not first or not second or gap(first, second) > 0


def _passing(point: FigurePoint) -> bool:
    """Whether it is a count of the hour (`31 ships are waiting`): on another day it is another."""
    return point.unit_kind in ("count", "physical") and _says(point, "of_the_hour")


def _piled_up(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether the later, higher one is what has come together by then (`has burned 19,400 hectares`)."""
    if a.published == b.published:
        return False
    early, late = sorted((a, b), key=lambda point: days(point.published) or days("9999"))  # type: ignore[arg-type,return-value]
    if late.value <= early.value or closed_before(late, early):
        return False
    return any(_perfect().search(p.sentence.exact, 0, place_in(p)) is not None for p in (early, late))


def closed_before(late: FigurePoint, early: FigurePoint) -> bool:
    """Whether the later report counts a stretch that was over when the earlier one was written."""
    counted, written = days(late.period), days(early.published)
    return bool(counted and written) and counted.last < written.first  # type: ignore[union-attr]


@cache
def _perfect() -> re.Pattern[str]:
    words = "|".join(sorted(word_set("analysis", "piled_up")))
    return re.compile(
        rf"\b(?:has|have|had)(?: \w+ly| so far| now| since| also)? (?:{words})\b[^,;:]{{0,40}}(?<! for )$"
    )


def _one_day(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether both are of one and the same day: then `lowered to` tells one step twice."""
    day = days(a.period)
    return day is not None and a.period == b.period and day.length == 1


def _counted_of_one_day(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether both are of one day, and one says that it was counted by then."""
    return _one_day(a, b) and (told_by_day(a) or told_by_day(b))


def _long_over(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether either says when it was, and that was long before both reports: the count of the dead is closed."""
    written = [days(p.published) for p in (a, b)]
    happened = next((span for p in (a, b) if (span := days(p.period)) and span.length == 1), None)
    return happened is not None and all(w is not None and w.first - happened.last > _CLOSED for w in written)


def _ebbs(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether they are of what grows fewer by the day: the missing."""
    return not word_set("analysis", "ebbing").isdisjoint((a.head, b.head))


def _tells_back(late: FigurePoint, early: FigurePoint) -> bool:
    """Whether the later report says how many there were on the day on which the earlier one counted them."""
    counted, written = days(late.period), days(late.published)
    if counted is None or written is None or counted.length != 1 or counted.last >= written.first:
        return False
    return early.published == late.period and early.period in (None, late.period)


def _falls_short(point: FigurePoint) -> bool:
    told = f" {fold(point.sentence.exact)} "
    return any(f" {cue} " in told for cue in word_set("analysis", "promise_cues"))


def _kept(a: FigurePoint, b: FigurePoint) -> bool:
    """What was promised, and what became of it days later."""
    first, second = days(a.published), days(b.published)
    if not first or not second or gap(first, second) <= _SLACK:
        return False
    early, late = (a, b) if first < second else (b, a)
    if set(a.words) & set(b.words) & word_set("analysis", "promises"):
        return False
    return early.status == "commitment" and late.status == "actual"


def _says(point: FigurePoint, cues: str) -> bool:
    """Whether such words stand close to the figure, most of them before it."""
    at = point.evidence.start - point.sentence.start
    near = point.sentence.exact[max(0, at - 70) : at + len(point.evidence.exact) + 25]
    told = f" {_FELL.sub('', fold(near))} "
    return any(f" {cue} " in told for cue in word_set("analysis", cues))
