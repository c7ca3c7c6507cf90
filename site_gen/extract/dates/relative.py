"""Dates told from another date: `yesterday`, `last month`, `on Tuesday`, `two weeks later`."""

from datetime import timedelta
from itertools import pairwise
from typing import Final

from site_gen.extract.dates.anchor import Reach
from site_gen.extract.dates.calendar import (
    SEASONS,
    When,
    day_of,
    month_of,
    on,
    shifted,
    timex_year,
    within,
)
from site_gen.extract.dates.lengths import amount, length_value
from site_gen.extract.dates.meaning import Meaning, Question, dated, unresolved
from site_gen.extract.dates.south import southern_season
from site_gen.extract.dates.words import OTHER

_NOWHERE: Final = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "K": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX"}
_ROUGHLY: Final = frozenset(
    {"more", "less", "fewer", "nearly", "almost", "about", "over", "some", "around", "at"}
)
_STEPS: Final = ("last", "prev", "next", "foll", "this", "same")


def step_of(slots: dict[str, str]) -> int:
    """-1 for last, 1 for next, 0 for this and that."""
    return next((int(slots[name]) for name in _STEPS if name in slots), 0)


def base_of(asked: Question) -> When | None:
    """What it counts from: the story for `the next`, `previous` and `that`, otherwise the present."""
    slots, reach = asked.item.slots, asked.reach
    told = any(name in slots for name in ("prev", "foll", "same")) or ("next" in slots and _the_next(asked))
    if any(name in slots for name in ("last", "next", "this", "deictic", "weekday")) and not told:
        return reach.present()
    if not told:
        return reach.now()
    return reach.then(slots.get("unit", "D" if "weekday" in slots or "tod" in slots else "Y"))


def _the_next(asked: Question) -> bool:
    """`the next year` goes on from what was told; `the end of next year` is that of the year to come."""
    said = asked.item.line.tokens[asked.item.first : asked.item.last]
    return any(one == "the" and two != "end" for one, two in pairwise(said)) and ["of", "next"] not in [
        list(pair) for pair in pairwise(said)
    ]


_OPENING = 3
"""Sentences, the title among them, with which a report tells its news."""


def weekday(asked: Question) -> Meaning | None:
    """`on Tuesday`, `last Friday night`, `the following Monday`.

    The news `on Tuesday` with which a report of Monday opens is of the next day: it was that already where it happened.
    """
    slots = asked.item.slots
    base = day_of(found) if (found := base_of(asked)) else None
    number, time = int(slots["weekday"]), _time(slots)
    if base is None:
        return unresolved(f"XXXX-WXX-{number}{time}", "TIME" if time else "DATE")
    ahead = (number - base.isoweekday()) % 7
    step = step_of(slots)
    if asked.has("week"):
        monday = base + timedelta(days=7 * step + 1 - base.isoweekday())
        return dated(on(monday + timedelta(days=number - 1))._replace(time=time), found)
    just = "this" not in slots or asked.tense < 0  # `approved this Wednesday`
    if step < 0 or (step == 0 and asked.tense <= 0 and not asked.reach.story and just):
        elsewhere = ahead == 1 and step == 0 and asked.item.line.number <= _OPENING
        ahead -= 7 if (ahead and not elsewhere) or step < 0 else 0
    elif step > 0 and ahead == 0:
        ahead = 7
    return dated(on(base + timedelta(days=ahead))._replace(time=time), found)


def _time(slots: dict[str, str]) -> str:
    return slots.get("at", "T" + slots["tod"] if "tod" in slots else "")


def deictic(asked: Question) -> Meaning | None:
    """`today`, `last month`, `this summer`, `next March`, `the end of the year`, `the weekend`."""
    slots = asked.item.slots
    if asked.item.form.name == "unit-of-last-year":
        return _a_year_before(asked, slots.get("unit") or _length_told(asked))
    base = base_of(asked)
    if "deictic" in slots:
        further = -1 if asked.has("before") else 1 if asked.has("after") else 0
        return _from_day(asked, int(slots["deictic"]) + further)
    if "month" in slots:
        return _named(asked, base, "M", int(slots["month"]))
    if "season" in slots:
        return _season(asked, base, SEASONS.index(slots["season"]) + 1)
    if "unit" in slots:
        return _unit(asked, base, slots["unit"])
    if "weekend" in slots:
        return _weekend(asked)
    return _from_day(asked, step_of(slots))


def _season(asked: Question, base: When | None, number: int) -> Meaning | None:
    """`this summer`: in a report from south of the equator, its months there."""
    south = (
        southern_season(asked, base, number, step_of(asked.item.slots))
        if base and asked.reach.south
        else None
    )
    return south or _named(asked, base, "S", number)


def _length_told(asked: Question) -> str:
    """`in the third quarter from the same period last year`: as long as what its sentence tells before, else a year."""
    last = asked.reach.last
    told = last is not None and asked.reach.at == asked.item.line.number and last.unit in "QM"
    return last.unit if last and told else "Y"


def _a_year_before(asked: Question, unit: str) -> Meaning | None:
    """`the same month last year`: of the month told last, where the report can be about that; else of the report's."""
    published, told = asked.reach.published, asked.reach.last
    if unit == "Q" and asked.reach.quarter:
        told = asked.reach.quarter
    base = published or told
    if published and told and told.unit == unit and 0 <= published.year - told.year <= 1:
        base = told
    here = within(base, unit) if base else None
    if base is None or here is None:
        return dated(When(base.year - 1, "Y"), base) if base else unresolved(_NOWHERE.get(unit, "XXXX"))
    return dated(here._replace(year=here.year - 1), base)


def _from_day(asked: Question, step: int) -> Meaning | None:
    base = base_of(asked)
    when = shifted(base, step, "D") if base else None
    time = _time(asked.item.slots)
    return dated(when._replace(time=time), base) if when else unresolved("XXXX-XX-XX" + time)


def _named(asked: Question, base: When | None, unit: str, index: int) -> Meaning | None:
    """`last March`: the last before now; `next March`: the first after; `this March`: of this year."""
    here = within(base, unit) if base else None
    if base and index == 4 and unit == "S" and step_of(asked.item.slots) == 0 and (month_of(base) or 12) <= 3:
        return dated(When(base.year - 1, "S", 4), base)
    if base is None:
        return unresolved(f"XXXX-{SEASONS[index - 1]}" if unit == "S" else f"XXXX-{index:02d}")
    step = step_of(asked.item.slots)
    if here is None or step == 0:
        return dated(When(base.year, unit, index), base)
    if step < 0:
        return dated(When(here.year - (index >= here.part), unit, index), base)
    return dated(When(here.year + (index <= here.part), unit, index), base)


def _unit(asked: Question, base: When | None, unit: str) -> Meaning | None:
    if base is None:
        return unresolved(_NOWHERE.get(unit, "XXXX"))
    if unit == "F":
        return None
    step = step_of(asked.item.slots)
    if unit == "K":
        return _weekend(asked)
    found = shifted(base, step, unit)
    if found is None:
        return unresolved(
            {"D": f"{timex_year(base.year)}-XX-XX", "W": f"{timex_year(base.year)}-WXX"}.get(unit, "XXXX-XX")
        )
    time = _time(asked.item.slots)
    meant = dated(found._replace(time=time) if found.unit == "D" else found, base)
    return _in_passing(meant) if unit == "Q" and "prev" in asked.item.slots else meant


def _weekend(asked: Question) -> Meaning | None:
    if asked.item.slots.get("weekend", "K") != "K":
        return None
    base = base_of(asked)
    day = day_of(base) if base else None
    if base is None or day is None:
        return unresolved("XXXX-WXX-WE")
    step = step_of(asked.item.slots)
    if step == 0 and asked.tense <= 0 and day.isoweekday() < 6 and "this" not in asked.item.slots:
        step = -1
    return dated(shifted(base, step, "K"), base)


def tonight(asked: Question) -> Meaning | None:
    """`tonight`, `overnight`."""
    return _in_passing(_from_day_at(asked.reach, "TNI"))


def _from_day_at(reach: Reach, time: str) -> Meaning | None:
    now = reach.present()
    when = shifted(now, 0, "D") if now else None
    return dated(when._replace(time=time), now) if when else unresolved("XXXX-XX-XX" + time, "TIME")


def clock(asked: Question) -> Meaning | None:
    """`at 7:15 p.m.`, of the day that the story has reached: a time of day, which names no calendar date."""
    then = asked.reach.then("D")
    when = shifted(then, 0, "D") if then else None
    if when is None and (then := asked.reach.present("D")):
        when = then
    time = asked.item.slots.get("at", "")
    if not time:
        return None
    found = dated(when._replace(time=time), then) if when else None
    return found._replace(edtf=None) if found else unresolved("XXXX-XX-XX" + time, "TIME")


def offset(asked: Question) -> Meaning | None:
    """`two weeks ago`, `a decade prior`, `three days later`, `the day before`."""
    slots = asked.item.slots
    if "near" in slots:
        return _neighbour(asked)
    if "weekday" in slots:
        return weekday(asked)
    step = -1 if "ago" in slots or "back" in slots else 1
    now = "ago" in slots or asked.has("now") or _from_the_report(asked)
    base = asked.reach.now() if now else asked.reach.then(_exactness(slots))
    number = amount(asked)
    unit = slots.get("unit") or slots.get("units")
    if asked.item.form.name == "many-ago" and (asked.has("before") or asked.has("after")) and _goes_on(asked):
        return Meaning("DURATION", length_value(asked), None, "duration")
    if unit is None:
        return Meaning("DURATION", length_value(asked), None, "duration")
    if number is None or number != int(number):
        return _vague(step)
    if "ago" in slots and asked.reach.story and unit not in "EC" and number < 10:
        return _vague(step)
    return _counted(asked, base, step * int(number), unit)


_AGAINST: Final = frozenset({"than", "from", "on", "against", "below", "above"})
_BACK: Final = frozenset({"that", "this", "it", "they", "those", "these", "which"})


def _from_the_report(asked: Question) -> bool:
    """`7 percent more than a year earlier`, in a sentence without a date: the year before the report's.

    Another sentence's year is meant where the sentence points back to it: `That was 7 percent more`.
    """
    line, reach = asked.item.line, asked.reach
    if reach.published is None or reach.at == line.number or asked.item.first < 2:
        return False
    compared = line.tokens[asked.item.first - 1] in _AGAINST
    return compared and _BACK.isdisjoint(line.tokens[:2])


def _vague(step: int) -> Meaning:
    return Meaning("DATE", "PAST_REF" if step < 0 else "FUTURE_REF", None, "vague")


def _exactness(slots: dict[str, str]) -> str:
    unit = slots.get("unit") or slots.get("units") or "Y"
    return unit if unit in "DWMQ" else "Y"


def _counted(asked: Question, base: When | None, count: int, unit: str) -> Meaning | None:
    if unit == "F":
        count, unit = count * 2, "W"
    quarter = _quarter_told(asked)
    if unit == "Y" and count == -1 and quarter and not asked.reach.story:
        return _in_passing(dated(When(quarter.year - 1, "Q", quarter.part), quarter))
    if base is None:
        return Meaning("DURATION", length_value(asked), None, "duration")
    when = shifted(base, count, unit)
    if when is None:
        return unresolved(f"{timex_year(base.year)}-XX-XX" if unit == "D" else "XXXX")
    about = unit in "EC" or (unit == "Y" and abs(count) >= 10 and count % 5 == 0)
    if unit == "E":
        when = When(base.year + 10 * count, "Y")
    found = dated(when._replace(about=about), base)
    return _in_passing(found) if count < 0 else found


def _quarter_told(asked: Question) -> When | None:
    """The quarter that a report is about: none to come, and no other time told since in the same sentence."""
    reach = asked.reach
    quarter, last = reach.quarter, reach.last
    if quarter is None or (reach.published and quarter.year > reach.published.year):
        return None
    since = last is not None and last.unit in "YM" and last != quarter
    here = reach.at == asked.item.line.number
    month = "ago" in asked.item.slots and last is not None and last.unit == "M"
    return None if since and (here or month) else quarter


def _in_passing(found: Meaning | None) -> Meaning | None:
    return found and found._replace(when=None)


def _neighbour(asked: Question) -> Meaning | None:
    """`the day before`, `the night before`, `the year after`."""
    slots = asked.item.slots
    base = asked.reach.then("D")
    step = 1 if asked.has("after") else -1
    near = slots["near"]
    unit = near if len(near) == 1 else "D"
    when = shifted(base, step, unit) if base else None
    if when is None:
        return None
    return dated(when._replace(time=near if len(near) > 1 else ""), base)


def _goes_on(asked: Question) -> bool:
    """Whether `three days before` is followed by what it was before."""
    line, last = asked.item.line, asked.item.last
    opens = line.tokens[last : last + 1] in (["a"], ["an"], ["the"], ["his"], ["her"], ["its"], ["their"])
    counted = (
        line.tokens[last][:1].isdigit() or line.tokens[last] in _ROUGHLY if line.tokens[last:] else False
    )
    return not asked.reach.story and (opens or counted or line.codes[last : last + 1] == OTHER)
