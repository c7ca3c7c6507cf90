"""Dates that name their place in the calendar: days, months, seasons, quarters, years, decades, centuries."""

from site_gen.extract.dates.anchor import until_now, year_of_month
from site_gen.extract.dates.calendar import SEASONS, When, exists, month_named, shifted, within
from site_gen.extract.dates.meaning import Meaning, Question, dated, ranged, unresolved


def day(asked: Question) -> Meaning | None:
    """`Nov. 23, 2025`, `the 20th of May`, `2025-11-23`, `3/4/2025` where only one order is possible."""
    slots = asked.item.slots
    if "mm" in slots:
        return exact_day(int(slots["year"]), int(slots["mm"]), int(slots["dd"]), "")
    if "n1" in slots:
        return _numeric(slots["n1"], slots["n2"], int(slots["year"]))
    month, number = int(slots["month"]), _number(slots.get("day") or slots.get("dayth", "0"))
    year, anchor = year_of(asked, month, number)
    time = _time(slots)
    if year is None:
        return unresolved(f"XXXX-{month:02d}-{number:02d}{time}")
    return exact_day(year, month, number, time, anchor)


def exact_day(year: int, month: int, number: int, time: str, anchor: When | None = None) -> Meaning | None:
    if not 1 <= month <= 12 or not 1 <= number <= 31:
        return None
    return dated(When(year, "D", month, number, time), anchor)


def _numeric(first: str, second: str, year: int) -> Meaning | None:
    if not (first.isdigit() and second.isdigit()):
        return None
    one, two = int(first), int(second)
    if one > 12 or one == two:
        return exact_day(year, two, one, "")
    return exact_day(year, one, two, "") if two > 12 else dated(When(year, "Y"))


def _number(text: str) -> int:
    return int(text.rstrip("stndrh"))


def _time(slots: dict[str, str]) -> str:
    return slots.get("at", "T" + slots["tod"] if "tod" in slots else "")


def year_of(asked: Question, month: int, number: int) -> tuple[int | None, When | None]:
    """The year of a month: stated, `of that year`, or from what is in reach."""
    slots = asked.item.slots
    if "year" in slots or "bc" in slots:
        return _stated(slots), None
    if asked.has("year") and not asked.has("new"):  # `New Year's Eve` names no year
        base = _year_in(asked)
        return (base.year, base) if base else (None, None)
    reach, at = asked.reach, asked.item.first
    if until_now(asked.item.line.tokens, at):
        reach = reach._replace(told=None) if reach.published else reach
    return year_of_month(reach, month, number, asked.tense, asked.item.line.number)


def _stated(slots: dict[str, str]) -> int:
    year = int(slots.get("year") or slots["bc"].replace(",", ""))
    return 1 - year if slots.get("era") == "BC" else year


def _year_in(asked: Question) -> When | None:
    """The year of `that year`, `last year`, `the following year`, `the year`."""
    slots, reach = asked.item.slots, asked.reach
    if "same" in slots or "prev" in slots or "foll" in slots:
        base = within_year(reach.then())
    else:
        base = within_year(reach.now() if asked.has("the") else reach.present())
    step = next((int(slots[k]) for k in ("last", "prev", "next", "foll") if k in slots), 0)
    return shifted(base, step, "Y") if base else None


def within_year(base: When | None) -> When | None:
    """The year that `base` lies in."""
    return within(base, "Y") if base else None


def month(asked: Question) -> Meaning | None:
    """`March 2024`, `March of that year`, `March`."""
    number = int(asked.item.slots["month"])
    year, anchor = year_of(asked, number, 0)
    if year is None:
        return unresolved(f"XXXX-{number:02d}")
    return dated(When(year, "M", number), anchor)


def season(asked: Question) -> Meaning | None:
    """`the summer of 2024`, `spring`."""
    slots = asked.item.slots
    place = SEASONS.index(slots["season"]) + 1
    year, anchor = year_of(asked, (3, 6, 9, 12)[place - 1], 0)
    if year is None:
        return unresolved(f"XXXX-{slots['season']}")
    return dated(When(year, "S", place), anchor)


_LAST_OF = frozenset({"quarter-year", "quarter-of-year"})
"""Forms in which a quarter without a number is the final one."""


def quarter(asked: Question) -> Meaning | None:
    """`the third quarter of 2024`, `Q3`, `the year-earlier quarter`, `the quarter`."""
    slots = asked.item.slots
    if asked.item.form.name in _LAST_OF and "ord" not in slots:
        slots = {**slots, "ord": "4"}
    if asked.item.form.name == "month-quarter":
        return _to_month(asked)
    if asked.has("fy"):
        return _fiscal_quarter(slots)
    if ("year" in slots or "yy" in slots) and not asked.has("earlier"):
        return _quarter_of(slots, _full_year(slots))
    if asked.has("earlier") or asked.has("ago"):
        return _year_before(asked)
    number = _quarter_number(slots)
    if ended := _ended(asked):
        return dated(ended)
    if number == 0:
        return _same_quarter(asked)
    year = _year_in(asked) if asked.has("year") else None
    return dated(When(year.year, "Q", number)) if year else _bare_quarter(asked, number)


def _full_year(slots: dict[str, str]) -> int:
    return int(slots["year"]) if "year" in slots else 2000 + int(slots["yy"])


def _to_month(asked: Question) -> Meaning | None:
    """`the September quarter`: the three months that end with it, as Australians count."""
    slots = asked.item.slots
    number = int(slots["month"])
    year, anchor = (int(slots["year"]), None) if "year" in slots else year_of(asked, number, 0)
    return dated(When(year, "Q", (number + 2) // 3), anchor) if year else unresolved("XXXX-QX")


def _quarter_of(slots: dict[str, str], year: int) -> Meaning | None:
    number = _quarter_number(slots)
    return dated(When(year, "Q", number)) if 1 <= number <= 4 else None


def _fiscal_quarter(slots: dict[str, str]) -> Meaning:
    """`Q2 FY26`: which months those are depends on the country, so the calendar names the fiscal year alone."""
    last = _full_year(slots)
    value = f"{last:04d}-Q{_quarter_number(slots) or 'X'}"
    return Meaning("DATE", value, f"{last - 1:04d}/{last:04d}", when=When(last, "Y"))


def _quarter_number(slots: dict[str, str]) -> int:
    text = slots.get("ord") or slots.get("q") or slots.get("qtok", "0")
    digits = text.rstrip("q")
    return int(digits) if digits.isdigit() and int(digits) <= 4 else 0


def _year_before(asked: Question) -> Meaning | None:
    base = asked.reach.quarter
    if base is None:
        return dated(shifted(base_year, -1, "Y")) if (base_year := within_year(asked.reach.now())) else None
    number = _quarter_number(asked.item.slots) or base.part
    found = dated(When(base.year - 1, "Q", number), base)
    return found and _still(found)


def _still(found: Meaning) -> Meaning:
    """The date, without moving the story: a comparison is made in passing."""
    return found._replace(when=None)


def _ended(asked: Question) -> When | None:
    """The quarter of the calendar in which `the quarter ended Sept. 30` ended, a few days late or not."""
    line, at = asked.item.line, asked.item.last
    if line.tokens[at : at + 1] not in (["ended"], ["ending"]) or asked.reach.story:
        return None
    behind = [token for token in line.tokens[at + 1 : at + 8] if token not in (".", ",", "on", "in")]
    month = month_named(behind[0]) if behind else 0
    if not month:
        return None
    day, year = _day_and_year(behind[1:3])
    if year is None:
        year, _ = year_of_month(asked.reach, month, day, -1, line.number)
    late = 0 < day <= _SLACK and month % 3 == 1
    return (year and shifted(When(year, "Q", (month - 1) // 3 + 1), -1 if late else 0, "Q")) or None


_SLACK = 7


def _day_and_year(tokens: list[str]) -> tuple[int, int | None]:
    """The numbers behind a month: 0 for no day, None for no year."""
    numbers = [int(token) for token in tokens if token.isdecimal()]
    day = next((number for number in numbers if number <= _LONGEST_MONTH), 0)
    return day, next((number for number in numbers if number > _LONGEST_MONTH), None)


_LONGEST_MONTH = 31


def _same_quarter(asked: Question) -> Meaning | None:
    reach = asked.reach
    here = (
        within(reach.published, "Q")
        if reach.published and (asked.has("this") or asked.has("current"))
        else None
    )
    if here:
        return dated(here, reach.published)
    if reach.quarter and not asked.has("latest"):
        return dated(reach.quarter, reach.quarter)
    base = within(now, "Q") if (now := reach.now()) else None
    return dated(shifted(base, -1 if asked.tense <= 0 else 0, "Q"), now) if base else None


def _bare_quarter(asked: Question, number: int) -> Meaning | None:
    if not 1 <= number <= 4:
        return None
    now = asked.reach.now()
    base = within(now, "Q") if now else None
    if base is None:
        return dated(When(now.year, "Q", number), now) if now else unresolved(f"XXXX-Q{number}")
    later = number > base.part and not (asked.tense > 0 or asked.reach.story)
    near = later and number - base.part == 1 and asked.tense == 0
    return dated(When(base.year - (1 if later and not near else 0), "Q", number), now)


def half(asked: Question) -> Meaning | None:
    """`the first half of 2024`, `H1 2025`, `the latter half of the 1980s`."""
    slots = asked.item.slots
    if "decade" in slots:
        return decade(asked)
    number = int((slots.get("ord") or slots.get("h") or slots.get("htok", "2"))[:1])
    year = _full_year(slots) if "year" in slots or "yy" in slots else _year_number(asked)
    return dated(When(year, "H", number)) if year is not None and 1 <= number <= 2 else None


def _year_number(asked: Question) -> int | None:
    base = _year_in(asked)
    return base.year if base else None


def year(asked: Question) -> Meaning | None:
    """`2024`, `late 2024`, `490 BC`, `circa 1620`."""
    slots = asked.item.slots
    when = When(_stated(slots), "Y")
    return dated(when._replace(about=asked.has("circa") or asked.has("ca")))


def decade(asked: Question) -> Meaning | None:
    """`the 1990s`, `the '80s`, `the eighties`, `the 470s BC`."""
    slots = asked.item.slots
    if "decadeword" in slots:
        return dated(When(1900 + int(slots["decadeword"]), "E"))
    digits = slots["decade"].rstrip("s")
    first = int(digits) if len(digits) > 2 else (1900 if int(digits) >= 30 else 2000) + int(digits)
    return dated(When(-first - 9 if slots.get("era") == "BC" else first, "E"))


def century(asked: Question) -> Meaning | None:
    """`the 19th century`, `the fourth century BC`."""
    slots = asked.item.slots
    number = _number(slots.get("ord") or slots["ordn"])
    if not 1 <= number <= 30:
        return None
    if slots.get("era") == "BC":
        last = f"-{number * 100 - 100:04d}" if number > 1 else "0000"
        return Meaning("DATE", f"BC{number - 1:02d}", f"-{number * 100 - 1:04d}/{last}")
    return dated(When((number - 1) * 100, "C"))


def fiscal(asked: Question) -> Meaning | None:
    """`FY25`, `fiscal 2024-25`, `the financial year ending March 2024`."""
    slots = asked.item.slots
    if "ending" in slots:
        return _ending(int(slots["month"]), int(slots["ending"]))
    if asked.item.form.name in ("fiscal-rel", "fiscal-alone"):
        return _fiscal_by_now(asked)
    first, last = _fiscal_years(slots, asked.reach.opens)
    opens = asked.reach.opens
    value = f"{first if opens or 'two' in slots or 'year2' in slots else last:04d}"
    return Meaning("DATE", value, f"{first:04d}/{last:04d}", when=When(first if opens else last, "Y"))


def _ending(month: int, year: int) -> Meaning:
    last = When(year, "M", month)
    first = shifted(last, -11, "M") or last
    found = ranged(first, last)
    return Meaning("DATE", f"{year:04d}", found.edtf, when=last)


def _fiscal_by_now(asked: Question) -> Meaning | None:
    """`last fiscal year`, `the current fiscal`: from April to March, as most countries that say so count."""
    step = next((int(asked.item.slots[k]) for k in _RELATIONS if k in asked.item.slots), None)
    base = asked.reach.now()
    if step is None and asked.has("ended"):
        step = -1
    if base is None or (step is None and asked.item.form.name == "fiscal-rel"):
        return unresolved("XXXX") if step is not None else None
    month = within(base, "M")
    first = base.year + (step or 0) - (month is not None and month.part < _APRIL)
    return Meaning("DATE", f"{first:04d}", f"{first:04d}/{first + 1:04d}", anchor=base)


_RELATIONS = ("last", "prev", "next", "foll", "this", "same")
_APRIL = 4


def _fiscal_years(slots: dict[str, str], opens: bool) -> tuple[int, int]:
    """First and last calendar year; one of one number is named after the year it ends in, or `opens` in."""
    if "short" in slots:
        year = 2000 + int(slots["short"])
        return (year, year + 1) if "two" in slots else (year - 1, year)
    year = int(slots["year"])
    return (year, year + 1) if opens or "two" in slots or "year2" in slots else (year - 1, year)


def day_range(asked: Question) -> Meaning | None:
    """`29-30 August`, `March 3 to 5, 2024`, `January to April 20`."""
    slots = asked.item.slots
    if "month2" in slots:
        return _month_to_day(asked)
    month, first = int(slots["month"]), _number(slots.get("day") or slots.get("dayth", "0"))
    last = _number(slots["day2"])
    year, anchor = year_of(asked, month, first)
    if year is None or not 1 <= first < last <= 31:
        return None
    ends = When(year, "D", month, first), When(year, "D", month, last)
    return ranged(*ends, anchor) if exists(ends[1]) else None


def _month_to_day(asked: Question) -> Meaning | None:
    first, last, number = (int(asked.item.slots[slot]) for slot in ("month", "month2", "day2"))
    year, anchor = year_of(asked, last, number)
    if year is None or not exists(end := When(year, "D", last, number)):
        return None
    return ranged(When(year - (first > last), "M", first), end, anchor)


def month_range(asked: Question) -> Meaning | None:
    """`March-May 2024`, `November to January 2025`, `Jan-Apr`."""
    slots = asked.item.slots
    first, last = int(slots["month"]), int(slots["month2"])
    if "year" in slots:
        year = int(slots["year"])
        return ranged(When(year - (first > last), "M", first), When(year, "M", last))
    begun, anchor = year_of(asked, first, 0)
    if begun is None:
        return None
    begun -= _not_over(asked, begun + (first > last), last)
    return ranged(When(begun, "M", first), When(begun + (first > last), "M", last), anchor)


def _not_over(asked: Question, year: int, month: int) -> bool:
    """`From January to November the port handled 18 tonnes`, told in March: what is told as past is over."""
    now = asked.reach.published
    if asked.tense >= 0 or now is None or now.unit not in "MD" or asked.reach.story:
        return False
    return year == now.year and month > now.part


def year_range(asked: Question) -> Meaning | None:
    """`2019-2022`, `2023-24` (a fiscal or school year as often as two years)."""
    slots = asked.item.slots
    if "era" in slots:
        return _bc_range(slots)
    first = int(slots["year"])
    last = int(slots["year2"]) if "year2" in slots else _last_year(first, int(slots["two"]))
    if last is None:
        month = int(slots["two"])
        return dated(When(first, "M", month)) if 1 <= month <= 12 else None
    if first >= last:
        return None
    found = ranged(When(first, "Y"), When(last, "Y"))
    return found._replace(until=None) if "two" in slots and last == first + 1 else found


def _bc_range(slots: dict[str, str]) -> Meaning | None:
    first, last = (int(slots.get(a) or slots.get(b, "0")) for a, b in (("bc", "year"), ("bc2", "year2")))
    if slots["era"] == "BC":
        first, last = 1 - first, 1 - last
    return ranged(When(first, "Y"), When(last, "Y")) if first < last else None


def _last_year(first: int, two: int) -> int | None:
    last = first // 100 * 100 + two
    if first % 100 == 99 and two == 0:
        return first + 1
    return last if last > first else None
