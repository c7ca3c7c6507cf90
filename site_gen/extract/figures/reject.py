"""Numbers that are no figures: in names, dates, orders, times of day, scores, addresses, laws and lists."""

from site_gen.extract.figures.counted import is_plural
from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.extract.figures.windows import tells_when
from site_gen.text.numbers import Number, Tokens, is_digits

_DAYS = 31
_YEAR = 1000
_DASHES = frozenset("-–—‑")


def no_number(tokens: Tokens, number: Number, words: Vocabulary) -> str:
    """Why the characters round a number make it none, whatever unit follows; empty where they do not."""
    first, last = number.first, number.last
    if tokens.near[first - 1] == "year" and number.value >= _YEAR and number.form == "words":
        return "year"  # `by the year two thousand`
    if not is_digits(tokens.words[first]):
        return _word_in_name(tokens, first, last, words)
    before = tokens.words[first - 1] if first and tokens.glued(first - 1) else ""
    if before in words.not_glued:
        return "part of a name"
    if before and (before[-1].isalpha() or before in "_@#&"):
        return (
            ""
            if (before.upper() in words.symbols or before in words.prefixes or before in words.codes)
            and not _numbers_a_way(tokens, first, last, before, words)
            else "part of a name"
        )
    if before in _DASHES and first > 1 and tokens.glued(first - 2) and tokens.words[first - 2][-1].isalpha():
        led = tokens.low[first - 2] in ("minus", "mid", "sub", "to", "now", "then", "pre", "post")
        return _tail(tokens, last) if led else "part of a name"  # `the mid-1990s`
    if (
        before in _DASHES
        and first > 2
        and tokens.glued(first - 2)
        and tokens.glued(first - 3)
        and tokens.words[first - 3][-1].isalpha()
    ):
        return "part of a name"
    if tokens.near[first - 1] == "per" and tokens.near[last] in _DASHES:
        return "part of a rate"
    if before and before in "./:" and first > 1 and tokens.glued(first - 2):
        return "part of a longer number"
    return _tail(tokens, last)


def _numbers_a_way(tokens: Tokens, first: int, last: int, letter: str, words: Vocabulary) -> bool:
    """`flight N238`, `the R24 road`: a letter that is a currency elsewhere."""
    ways = words.sets["ways"]
    return (
        len(letter) == 1
        and letter.isalpha()
        and (tokens.near[first - 2] in ways or tokens.near[last] in ways)
    )


def _tail(tokens: Tokens, last: int) -> str:
    after = tokens.near[last]
    if not after:
        return ""
    if tokens.glued(last - 1):
        if after == "(" and len(tokens.near[last + 1]) == 1 and tokens.near[last + 1].isalpha():
            return "part of a name"
        if after == ":" and tokens.near[last + 1][:1].isdigit() and tokens.glued(last):
            return "clock time"
        if after in ("st", "nd", "rd", "th"):
            return "ordinal"
        if after[0] == "." and len(after) > 1:
            return "part of a longer number"
        if after in ("s", "'s", "’s"):
            return "decade or name"
    if after in ("am", "pm", "a.m.", "p.m.") or (
        after in ("a", "p") and tokens.low[last : last + 3][1:] == [".", "m"]
    ):
        return "clock time"
    return ""


def _word_in_name(tokens: Tokens, first: int, last: int, words: Vocabulary) -> str:
    word = tokens.words[first]
    if first and word[0].isupper() and not word.isupper() and tokens.words[first - 1] not in '.:"“‘(-–—':
        return "word in a name"
    if first and tokens.low[first - 1] in _DASHES and tokens.glued(first - 1) and tokens.glued(first - 2):
        return "part of a compound"
    return "a pronoun" if tokens.low[first] == "one" and _is_pronoun(tokens, first, last) else ""


def _is_pronoun(tokens: Tokens, first: int, last: int) -> bool:
    """`no one`, `every one of them`, `will one day leave`."""
    before = tokens.near[first - 1]
    some_day = before in ("will", "would", "may", "might", "could", "can", "must", "should", "shall", "to")
    return before in ("no", "every", "any") or (some_day and tokens.near[last] == "day")


def no_figure(tokens: Tokens, found: Quantity, words: Vocabulary, places: set[int]) -> str:
    """Why a number without a unit of measure is no figure; empty where it may be one."""
    number, first, last = found.number, found.first, found.number.last
    before, after = tokens.near[first - 1], tokens.near[last]
    if first == 0 and after in (".", ")") and number.form == "digits" and len(tokens.words[0]) <= 2:
        return "list number"
    if number.form == "digits" and number.scale == 1:
        reason = _digit_reason(tokens, found, words, places)
        if reason:
            return reason
    if found.rule == "share":
        return ""
    if found.noun >= 0 and found.value <= 10 and tokens.near[found.last] in words.says:
        return "speakers"
    round_words = found.number.form == "words" and found.value in (100, 1000, 1_000_000)
    if found.noun >= 0 and round_words and found.unit.rpartition(" ")[2] in words.sets["told_by_hundreds"]:
        return "a way of saying many"
    if found.noun >= 0 and _among_the_largest(tokens, found, words):
        return "one of so many"
    named = found.noun >= 0 and tokens.words[found.last - 1][0].isupper()
    if named and tokens.near[found.last] in words.sets["streets"]:
        return "address"
    return _dashed(tokens, found) or _order(tokens, found, words, before)


def _among_the_largest(tokens: Tokens, found: Quantity, words: Vocabulary) -> bool:
    """`one of the nation's 10 largest banks`: a rank, and no count."""
    first = tokens.near[found.number.last]
    ranked = first in words.sets["ranked"] or (len(first) > 5 and first.endswith("est"))
    ahead = tokens.low[max(0, found.first - 6) : found.first]
    return ranked and ("one" in ahead or "among" in ahead) and ("of" in ahead or "among" in ahead)


def passing(tokens: Tokens, found: Quantity, words: Vocabulary) -> str:
    """Why a quantity tells nothing of its own: a rate of exchange, a length that only places or names something."""
    if found.kind in ("money", "physical") and "=" in (tokens.near[found.last], tokens.near[found.lead - 1]):
        return "rate of exchange"
    if found.value == 0 and found.number.form == "words" and _is_zero_something(tokens, found, words):
        return "part of a name"
    if found.kind != "duration":
        return ""
    after = tokens.near[found.last]
    if after in words.sets["told_from"]:
        return "a relative date"
    if after in words.sets["named_by_length"] and tokens.near[found.last - 2] in _DASHES:
        return "a length in a name"
    if tells_when(tokens, found, words):
        return "a stretch of time told as a period"
    at = found.lead - 1
    before = tokens.low[max(0, at - 5) : at]
    ranked = any(word in words.sets["ranked"] or (len(word) > 5 and word.endswith("est")) for word in before)
    return "since when it is the first" if tokens.near[at] == "in" and ranked else ""


def _is_zero_something(tokens: Tokens, found: Quantity, words: Vocabulary) -> bool:
    """`zero emission buses`, `zero-tolerance policies`: of which kind, and no count."""
    at = found.number.last
    at += tokens.near[at] in _DASHES
    return tokens.near[at] in words.sets["of_zero"] and found.last > at + 1


def _of_a_day(tokens: Tokens, last: int, typed: str, words: Vocabulary) -> bool:
    """`It was 6.40 on Monday morning`: an hour with its minutes before a day of the week."""
    hour, _, minutes = typed.partition(".")
    told = hour.isdigit() and len(hour) < _YEAR_LENGTH and len(minutes) == _MINUTES and minutes.isdigit()
    timed = (
        told
        and int(hour) < _DAY
        and int(minutes) < _HOUR
        and tokens.low[max(0, last - 3) : last - 1] == _IT_WAS
    )
    return timed and tokens.near[last] == "on" and tokens.near[last + 1] in words.sets["weekdays"]


_IT_WAS = ["it", "was"]
_YEAR_LENGTH, _MINUTES, _DAY, _HOUR = 3, 2, 24, 60


def _digit_reason(tokens: Tokens, found: Quantity, words: Vocabulary, places: set[int]) -> str:
    first, last = found.first, found.number.last
    before, after, typed = tokens.near[first - 1], tokens.near[last], tokens.words[found.number.first]
    if (after in words.sets["clock"] and after != "hrs") or _of_a_day(tokens, last, typed, words):
        return "clock time"
    if before == "." and tokens.near[first - 2] in words.sets["months"]:
        return "date"
    if (
        (before in words.sets["months"] and (found.value <= _DAYS or len(typed) == 4))
        or (after in words.sets["months"] and (after != "may" or tokens.words[last] == "May"))
        or (after == "of" and tokens.near[last + 1] in words.sets["months"])
    ):
        return "date"
    if (
        len(typed) == 4
        and typed.isdigit()
        and _like_year(tokens, found, before)
        and not _surely_counted(tokens, found)
    ):
        return "year"
    named = _named(tokens, first, words, places) and not _counted_there(tokens, found, words)
    if (named and not found.qualifier) or _jet(tokens, found, words):
        return "number of a name"
    if _postal(tokens, first, last, typed):
        return "number of an address"
    if after and tokens.words[last][0].isupper() and not _counts_names(tokens, found, last, words):
        return "number in a name"
    if tokens.glued(last - 1) and after.isalpha() and after != "m":
        named = found.noun == last and tokens.words[last].isupper()  # `32BJ Service Employees`
        if found.last <= last + 1 or named:
            return "part of a name"
    return "score" if after in _DASHES and tokens.near[last + 1][:1].isdigit() else ""


def _postal(tokens: Tokens, first: int, last: int, typed: str) -> bool:
    """`rue Verte 175, 1048 Brussels`: behind the number of a house, before a town."""
    housed = tokens.near[first - 1] == "," and tokens.near[first - 2].isdigit()
    town = tokens.words[last][:1].isupper() if last < len(tokens.words) else False
    return housed and town and typed.isdigit() and 4 <= len(typed) <= 6


def _jet(tokens: Tokens, found: Quantity, words: Vocabulary) -> bool:
    """`the 777 aircraft`: a number that airliners go by."""
    known = tokens.words[found.number.first] in words.sets["airliners"]
    return known and not words.sets["aircraft"].isdisjoint(tokens.low[found.number.last : found.last])


def _like_year(tokens: Tokens, found: Quantity, before: str) -> bool:
    if 1900 <= found.value <= 2100:
        return True
    return 1000 <= found.value < 1900 and before in (
        "in",
        "since",
        "from",
        "until",
        "between",
        "and",
        "to",
        "of",
        "by",
    )


def _surely_counted(tokens: Tokens, found: Quantity) -> bool:
    if found.noun != found.number.last or tokens.near[found.first - 1] in (
        "in",
        "since",
        "by",
        "until",
        "for",
    ):
        return False
    summed = tokens.low[max(0, found.first - 2) : found.first] == ["total", "of"]
    return summed or bool(found.qualifier) or tokens.near[found.last - 1] in ("people", "soldiers", "troops")


def _named(tokens: Tokens, first: int, words: Vocabulary, places: set[int]) -> bool:
    """Whether the word before names what the number belongs to (`Boeing 737`, `Resolution 1701`)."""
    if first < 1:
        return False
    word, low = tokens.words[first - 1], tokens.low[first - 1]
    if not word[0].isupper() or tokens.ends[first - 1] in places:
        return False
    if low in words.sets["months"] and "," in tokens.words[first]:
        return False  # `Since June 3,120 people have fallen ill`
    if first > 1 or low in words.designators:
        return low not in words.stops and low not in words.emphasis and not low.endswith("day")
    return not (
        low in words.stops or low in words.emphasis or low in words.qualifiers or low.endswith(("ly", "ing"))
    )


def _counted_there(tokens: Tokens, found: Quantity, words: Vocabulary) -> bool:
    """`In Seraing 720 people`: the name says where, and nouns are counted."""
    at = found.first - 1
    if found.noun < 0 or not tokens.words[found.noun].islower() or tokens.low[at] in words.designators:
        return False
    while at > 0 and tokens.words[at][0].isupper():
        at -= 1
    there = tokens.low[at] in words.sets["counted_there"] and tokens.words[at + 1][0].isupper()
    return there and is_plural(tokens.low[found.noun], words)


def _counts_names(tokens: Tokens, found: Quantity, last: int, words: Vocabulary) -> bool:
    """`12 Americans`, `50 Indian soldiers`: capitals that can be counted, of a number that is no year."""
    if found.noun < 0:
        return found.noun < 0 and tokens.low[last] in words.stops
    if found.rule == "counted model":
        return True
    return (
        found.last - 1 == last
        or tokens.words[found.last - 1][0].islower()
        or is_plural(tokens.words[found.last - 1], words)
    )


def _dashed(tokens: Tokens, found: Quantity) -> str:
    first, last = found.first, found.number.last
    dash = tokens.near[first - 1] in _DASHES and tokens.glued(first - 1) and tokens.glued(first - 2)
    if dash and tokens.near[first - 2][:1].isalnum():
        return "score or compound"
    if found.noun < 0 and tokens.near[last] in _DASHES and tokens.glued(last - 1) and tokens.glued(last):
        return "compound adjective"
    return ""


def _order(tokens: Tokens, found: Quantity, words: Vocabulary, before: str) -> str:
    digits = found.number.form == "digits"
    if before == "." and tokens.near[found.first - 2] in ("no", "nos", "art", "sec", "p", "vol"):
        return "number of an order"
    if before in words.designators and found.number.scale == 1:
        soft = before in words.soft_designators or not digits
        if not soft or found.noun < 0:
            return "number of an order"
    if found.value == 1 and found.number.form == "words" and not _counts_one(tokens, found, words):
        return "one"
    if found.noun >= 0 and _anaphor(tokens, found, words):
        return "points back"
    return ""


def _counts_one(tokens: Tokens, found: Quantity, words: Vocabulary) -> bool:
    """`only one seat`, `killed one`, `one count of fraud`: a count, not a pronoun or an article."""
    at = found.number.last
    if tokens.near[at] in ("count", "charge", "case") or tokens.near[at] in (
        "dead",
        "killed",
        "wounded",
        "injured",
        "missing",
    ):
        return True
    if tokens.near[found.first - 1] in ("killing", "killed", "wounding", "injuring", "injured"):
        return True
    return found.noun >= 0 and tokens.near[found.first - 1] in ("just", "only", "least", "exactly")


def _anaphor(tokens: Tokens, found: Quantity, words: Vocabulary) -> bool:
    pointed = tokens.near[found.first - 1] in (
        "the",
        "these",
        "those",
        "both",
        "their",
        "our",
        "its",
        "between",
    )
    if found.number.form != "words" or tokens.low[found.last - 1] not in words.anaphors:
        return False
    return found.value <= 5 if pointed else found.value == 2 and found.last == found.noun + 1
