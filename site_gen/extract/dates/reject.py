"""Numbers and words that look like dates and are none."""

from functools import cache
from typing import NamedTuple

from site_gen.extract.dates.scan import Item
from site_gen.lexicon import Lexicon

_MONEY = frozenset("$£€¥₹#@")


class Company(NamedTuple):
    """Words beside which a year is no date."""

    after: frozenset[str]
    before: frozenset[str]
    counted: frozenset[str]


@cache
def company_of(lexicon: Lexicon) -> Company:
    """The words of the lexicon."""
    subject = lexicon["dates"]
    names = subject["names"]
    return Company(
        frozenset(str(names["after"]).split()),
        frozenset(str(names["before"]).split()),
        frozenset(str(subject["counted"]).split()),
    )


def why_not(company: Company, item: Item, text: str) -> str:
    """Why the item is no date; empty where it is one."""
    if item.form.kind in ("year", "yearrange"):
        return _year(company, item, text)
    if item.form.name == "month":
        return _month(item, text)
    if item.form.kind in ("duration", "offset") and _is_age(item):
        return "an age"
    if item.form.name == "plural" and _word(item, item.first - 1) not in (
        "for",
        "in",
        "over",
        "within",
        "after",
    ):
        return "a bare unit"
    if item.form.kind in ("dayrange", "day") and _word(item, item.last) in company.counted:
        return "a count"
    return ""


def _word(item: Item, at: int) -> str:
    return item.line.tokens[at] if 0 <= at < len(item.line.tokens) else ""


def _is_age(item: Item) -> bool:
    return _word(item, item.last) == "old" or (
        _word(item, item.last) == "-" and _word(item, item.last + 1) == "old"
    )


def _capital(item: Item, at: int, text: str) -> bool:
    spans = item.line.spans
    return 0 <= at < len(spans) and text[spans[at][0]].isupper()


def _year(company: Company, item: Item, text: str) -> str:
    before, after = _word(item, item.first - 1), _word(item, item.last)
    if before in _MONEY or _glued(item, text):
        return "part of a number"
    if after in company.counted:
        return "a count"
    if before in company.before and (_capital(item, item.first - 1, text) or before in ("no", "number")):
        return "a number in a name"
    if any(
        _word(item, at) in company.after and _capital(item, at, text) for at in (item.last, item.last + 1)
    ):
        return "a year in a name"
    return ""


def _glued(item: Item, text: str) -> bool:
    """Whether the digits go on to either side, as in a telephone number or a product's name."""
    before, after = text[max(0, item.start - 2) : item.start], text[item.end : item.end + 2]
    if before[-1:] in ("/", "_", ".", "-") and before[:1].isalnum() and len(before) > 1:
        return before[-1] != "-" or before[0].isdigit()
    return after[:1] in ("-", "/") and after[1:].isdigit()


def _month(item: Item, text: str) -> str:
    """A bare month is a date after a preposition, or where no name goes on."""
    before = _word(item, item.first - 1)
    if _word(item, item.first) == "may" and not before and _word(item, item.last) not in (",", "'"):
        return "a modal verb"
    if _capital(item, item.last, text) and not before.isalpha():
        return "a given name"
    return ""
