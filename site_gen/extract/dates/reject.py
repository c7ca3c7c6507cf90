"""Numbers and words that look like dates and are none."""

import re
from functools import cache

from msgspec import Struct

from site_gen.extract.dates.scan import Item
from site_gen.lexicon import Lexicon

_LAST_YEAR = 2100
_NAME = 40
"""Characters of a quoted name before its year."""
_YEAR_LEADS = frozenset(
    {"by", "in", "until", "till", "before", "after", "beyond", "since", "to", "from", "of", "year"}
)
_MONEY = frozenset("$£€¥₹#@")


class Company(Struct, frozen=True):
    """Words beside which a year is no date."""

    after: frozenset[str]
    before: frozenset[str]
    counted: frozenset[str]
    lengths: frozenset[str]
    leads: frozenset[str]
    rates: frozenset[str]
    asides: frozenset[str]
    numbered: frozenset[str]
    targets: frozenset[str]
    papers: frozenset[str]
    """After a weekday, a newspaper's name."""
    day_names: frozenset[str]
    """Before a weekday, what makes a name of both."""
    overnight: frozenset[str]
    """After `overnight`, where that is no time."""
    begins: frozenset[str]
    """Before `in` and a length: what comes then."""
    season_things: frozenset[str]
    """Behind a season: what is of its kind."""
    season_parts: frozenset[str]
    """Before `of` and a season: when in it."""


@cache
def company_of(lexicon: Lexicon) -> Company:
    """The words of the lexicon."""
    subject = lexicon["dates"]
    names = subject["names"]
    return Company(
        frozenset(str(names["after"]).split()),
        frozenset(str(names["before"]).split()),
        *(
            frozenset(str(subject[name]).split())
            for name in (
                "counted",
                "lengths",
                "leads",
                "rates",
                "asides",
                "numbered",
                "targets",
                "papers",
                "day_names",
                "overnight",
                "begins",
                "season_things",
                "season_parts",
            )
        ),
    )


_OWNED = frozenset({"her", "his", "their", "my", "your"})


def why_not(company: Company, item: Item, text: str) -> str:
    """Why the item is no date; empty where it is one."""
    if item.form.kind == "decade" and _word(item, item.first - 1) in _OWNED:
        return "an age"  # `a woman in her 30s`
    if item.form.kind in ("year", "yearrange"):
        return _year(company, item, text)
    if item.form.name in ("month", "season"):
        glued = text[item.start - 1 : item.start].isdigit()  # `reference 1656/02Apr`
        return (
            "part of a number"
            if glued
            else _bare(company, item, text) or "one of a kind" * _one_of_its_kind(item)
        )
    if in_name := _in_name(company, item, text):
        return in_name
    if item.form.kind == "tonight" and _word(item, item.last) in company.overnight:
        return "a kind of loan or rate"
    if no_day := _no_day(item):
        return no_day
    if item.form.kind == "duration":
        return _length(company, item)
    if item.form.name == "rel-unit" and _titled(item, text):
        return "a title"
    if item.form.kind in ("dayrange", "day") and _word(item, item.last) in company.counted:
        return "" if "day-month" in item.form.name else "a count"  # `from 1 June aircraft will patrol`
    return ""


def _no_day(item: Item) -> str:
    if _lasts(item):
        return "a verb"
    if _served(item):
        return "a day of a term"
    return "no day of its own" * (_in_general(item) or _these_days(item) or _one_of_its_kind(item))


_NONE = frozenset({"no", "nobody", "never", "nothing"})


_WILL = frozenset("will would to can could may might should must not shall".split())


def _lasts(item: Item) -> bool:
    """`will last a week`: the verb, and no week that is past."""
    last = item.form.name == "rel-many" and item.line.tokens[item.first] == "last"
    return last and _word(item, item.first - 1) in _WILL


_IN_USE = frozenset({"use", "existence", "circulation", "service", "force"})


def _these_days(item: Item) -> bool:
    """`the machines in use today`: in our time, not on that day."""
    tokens = item.line.tokens
    ahead = tokens[max(0, item.first - 2) : item.first]
    return tokens[item.first] == "today" and len(ahead) > 1 and ahead[0] == "in" and ahead[1] in _IN_USE


def _in_general(item: Item) -> bool:
    """`"Nobody will wake up poorer tomorrow"`: what somebody says will not be, from one day to the next."""
    tokens = item.line.tokens
    if tokens[item.first] != "tomorrow" or item.last - item.first > 1:
        return False
    said = next((n for n in range(item.first - 1, -1, -1) if tokens[n] in ('"', "“")), -1)
    return said >= 0 and not _NONE.isdisjoint(tokens[said : item.first])


def _in_name(company: Company, item: Item, text: str) -> str:
    """`the Sunday Herald`, `Super Tuesday`, `future-oriented`, a capital in mid-sentence."""
    behind = _capital(item, item.last, text) and _word(item, item.last) in company.papers
    if item.form.kind == "weekday" and behind:
        return "a newspaper's name"
    before = _capital(item, item.first - 1, text) and _word(item, item.first - 1) in company.day_names
    if item.form.kind == "weekday" and before:
        return "the name of a day"
    if "easter" in item.slots and not _is_feast(item, text):
        return "a word of a name"
    if item.form.name == "future" and text[item.end : item.end + 1] in ("-", "‑"):
        return "part of a compound"
    capital = item.form.name in ("adverb", "today") and item.first and _capital(item, item.first, text)
    named = capital and (item.form.name == "adverb" or _capital(item, item.first - 1, text))
    return "a word of a name" if named else ""


def _is_feast(item: Item, text: str) -> bool:
    """`on Good Friday`; not `the Good Friday Agreement`, `a good Friday`."""
    behind = _capital(item, item.last, text) and not _word(item, item.last - 1).isdigit()
    return not behind and _capital(item, item.first, text)


def _word(item: Item, at: int) -> str:
    return item.line.tokens[at] if 0 <= at < len(item.line.tokens) else ""


def _capital(item: Item, at: int, text: str) -> bool:
    return 0 <= at < len(item.line.tokens) and text[item.line.starts[at]].isupper()


_PHONE = re.compile(
    r"(?:\+|\(0|\b0)[\d()/-]*(?: [\d()/-]+)* $|\b(?:[Tt]el|[Pp]hone|[Ff]ax)\.?:? (?:[\d()+/-]+ )*$"
)
"""`+370 5 219 1100`: the rest of a number to call stands before it."""


def _year(company: Company, item: Item, text: str) -> str:
    before, after = _word(item, item.first - 1), _word(item, item.last)
    if before in _MONEY or _glued(item, text) or _is_dialled(text[max(0, item.start - 20) : item.start]):
        return "part of a number"
    summed = before == "of" and _word(item, item.first - 2) == "total"  # `a total of 1312 operations`
    if summed or after in company.counted or (_odd(item) and _plural(after) and before not in company.leads):
        return "a count"
    if before in company.numbered or (before in company.before and _capital(item, item.first - 1, text)):
        return "a number in a name"
    if before in (".", ",", ":") and _word(item, item.first - 2) in company.numbered:
        return "a number in a name"
    if _far(item) and before not in _YEAR_LEADS:
        return "a number"
    if text[item.end : item.end + 1] in ("”", '"') and _ends_name(item, text):
        return "a year in a name"
    if any(
        _word(item, at) in company.after and _capital(item, at, text) for at in (item.last, item.last + 1)
    ):
        return "a year in a name"
    return ""


def _is_dialled(ahead: str) -> bool:
    """Whether what stands before is the beginning of a number to call."""
    return ahead[-2:-1] in _BEFORE_DIALLED and _PHONE.search(ahead) is not None


_BEFORE_DIALLED = frozenset("0123456789()+/-.:lex")
"""What may stand before the last blank of `_PHONE`."""


def _ends_name(item: Item, text: str) -> bool:
    """`the “Harbour 2031” programme`: a quoted name of a few words with capitals."""
    begin = max(text.rfind(mark, max(0, item.start - _NAME), item.start) for mark in ("“", '"'))
    words = text[begin + 1 : item.start].split() if begin >= 0 else []
    return bool(words) and all(word[0].isupper() for word in words)


def _odd(item: Item) -> bool:
    """Whether a year is so far off that a number of things is as likely."""
    digits = item.slots.get("year", "")
    return digits.isdigit() and not 1800 <= int(digits) <= 2060


def _far(item: Item) -> bool:
    digits = item.slots.get("year", "")
    return digits.isdigit() and int(digits) > _LAST_YEAR


def _glued(item: Item, text: str) -> bool:
    """Whether the digits go on to either side, as in a telephone number or a product's name."""
    before, after = text[max(0, item.start - 2) : item.start], text[item.end : item.end + 2]
    if before[-1:] in ("/", "_", ".", "-") and before[:1].isalnum() and len(before) > 1:
        return before[-1] != "-" or before[0].isdigit()
    return (after[:1] in ("-", "/") and after[1:].isdigit()) or (before[-1:] != "'" and after[:1].isalpha())


def _one_of_its_kind(item: Item) -> bool:
    """`a quiet summer`, `an odd autumn`, `a poor Christmas`: one of a kind, and no time of a year that is told."""
    tokens, first = item.line.tokens, item.first
    if not ({"season", "holiday"} & set(item.slots)) or item.last - first > 1 or first < 2:
        return False
    described = tokens[first - 1].isalpha() and tokens[first - 1] not in _WHICH
    return described and tokens[first - 2] in ("a", "an")


_WHICH = frozenset("last next this early late mid previous following coming past".split())


def _served(item: Item) -> bool:
    """`his last day in office`, `the last day of the talks`: counted within something, and no day of the calendar."""
    words = item.line.tokens[item.first : item.last]
    return words[-2:] == ["last", "day"] and _word(item, item.last) in ("in", "of", "as", "on", "for", "to")


def _bare(company: Company, item: Item, text: str) -> str:
    """A month or a season alone, whose name is also another word, or the name of a person or a march."""
    first, before, after = item.line.tokens[item.first], _word(item, item.first - 1), _word(item, item.last)
    name = item.line.tokens[item.last - 1]
    if (
        name in ("may", "march", "fall")
        and first == name
        and before not in company.leads
        and not _month_named(item, text, before)
    ):
        return "another word"
    if name in ("march", "fall") and (after in ("to", "of", "on") or before in ("to", "and")):
        return "another word"
    linked = before in ("and", "or") or before not in company.leads
    if linked and _capital(item, item.last, text) and "month" in item.slots:
        return "a given name"
    if "season" not in item.slots:
        return ""
    if _capital(item, item.last - 1, text) and _named(item, text):
        return "a name"
    return "one of a kind" if _of_a_season(company, item) else ""


_LIKENED = frozenset({"a", "though", "like"})


def _of_a_season(company: Company, item: Item) -> bool:
    """`winter tyres`, `no fear of the autumn`, `in the spring of her life`: a kind or an image, and no time."""
    after = _word(item, item.last)
    if after == "-" or after in company.season_things:
        return True
    if after == "of" and _word(item, item.last + 1) in _OWNED:
        return True
    if item.last - item.first == 1 and _word(item, item.first - 1) in _LIKENED:
        return True
    at = item.first - 1 - (_word(item, item.first - 1) == "the")
    return _word(item, at) == "of" and at > 0 and _word(item, at - 1) not in company.season_parts


def _month_named(item: Item, text: str, before: str) -> bool:
    """`a May forecast`: a capital after an article."""
    return before in ("a", "its", "their", "his", "her") and _capital(item, item.first, text)


def _named(item: Item, text: str) -> bool:
    return _capital(item, item.last, text) or (item.first > 1 and _capital(item, item.first - 1, text))


def _length(company: Company, item: Item) -> str:
    """Why a length of time is none: an age, a fraction, a rate, a bare plural."""
    before, after = _word(item, item.first - 1), _word(item, item.last)
    if after == "old" or (after == "-" and _word(item, item.last + 1) == "old"):
        return "an age"
    if "Q" in (item.slots.get("unit"), item.slots.get("units")) and _of_point(item):
        return "a fraction"
    if after == "of" and "Q" in (item.slots.get("unit"), item.slots.get("units")):
        return "a fraction"
    if item.form.name == "plural" and before not in company.lengths and before != "after":
        return "a bare unit"
    article = item.line.tokens[item.first] in ("a", "an")
    if article and (before in company.rates or before[:1].isdigit() or _plural(before)):
        return "a rate"
    return ""


def _of_point(item: Item) -> bool:
    """`a quarter point`, `a quarter-percentage-point cut`."""
    after = _word(item, item.last)
    return (_word(item, item.last + 1) if after == "-" else after) in ("point", "percentage", "percent")


def _plural(word: str) -> bool:
    return len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us"))


def _titled(item: Item, text: str) -> bool:
    """Whether each word has a capital, in the midst of a sentence: the name of a programme or a book."""
    return item.first > 0 and all(_capital(item, at, text) for at in range(item.first, item.last))
