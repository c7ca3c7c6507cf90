"""A number with its unit: money by symbol, code and word, percent, durations, physical units, rates."""

from typing import NamedTuple

from msgspec import Struct

from site_gen.extract.figures.vocabulary import Unit, Vocabulary, at_phrase
from site_gen.text.numbers import Number, Tokens, is_digits, read_number


class Quantity(NamedTuple):
    """A number with its unit, as tokens `first` up to, not including, `last`."""

    first: int
    last: int
    number: Number
    value: float
    unit: str = ""
    kind: str = "count"
    assumed: bool = False
    per: str = ""
    low: float | None = None
    high: float | None = None
    rule: str = "bare number"
    direction: str = ""
    """more, less, approximate: what the qualifier says."""
    qualifier: str = ""
    lead: int = -1
    """First token of the qualifier, or `first`."""
    noun: int = -1
    """First token of the counted noun phrase."""
    joined: str = ""
    """`to` for `from A to B`, where the sentence may tell a change rather than a range."""


_CENTS = 2


class _Sign(Struct, frozen=True):
    code: str
    assumed: bool
    first: int
    millions: bool = False


def read_quantity(
    tokens: Tokens, at: int, words: Vocabulary, known: Number | None = None, floor: int = 0
) -> Quantity | None:
    """The quantity whose number begins at a token; unit and kind stay empty for a bare number.

    `known` is the number, where it was read before; tokens before `floor` belong to another quantity.
    """
    minus = _minus(tokens, at)
    sign = _left_sign(tokens, minus, words)
    if (sign.first if sign else minus) < floor:
        minus, sign = at, None
    millions = sign is not None or _millions_of(tokens, at, words)
    number = known if known and not millions else read_number(tokens, at, words.numbers, doubtful=millions)
    if number is None:
        return None
    negative = minus < at and tokens.low[minus] not in ("+", "plus")
    if sign is None and minus == at:
        inner = _minus_inside(tokens, at)
        sign, negative = (_left_sign(tokens, inner, words), True) if floor < inner < at else (None, negative)
    value = -number.value if negative else number.value
    first = min(minus, number.first) if negative or minus < at else number.first
    if sign:
        return _money_left(tokens, number, value, sign, words)
    return _unit_right(tokens, number, value, first, words)


def _minus(tokens: Tokens, at: int) -> int:
    """The token where a sign before the number begins; `at` where there is none."""
    before = tokens.near[at - 1]
    if before == "minus" and tokens.near[at - 2] == "or":
        return at
    added = (
        before == "plus"
        and tokens.near[at - 2][:1].isalnum()
        and tokens.near[at - 2] not in ("of", "to", "at", "a")
    )
    if before in ("minus", "plus") and at > 0 and not added:
        return at - 1
    if before in ("-", "–") and tokens.near[at - 2] == "minus":
        return at - 2
    free = at < 2 or not tokens.glued(at - 2) or tokens.words[at - 2] in ("(", "$", "“", '"')
    if before in ("-", "−", "–", "+") and tokens.glued(at - 1) and free and is_digits(tokens.words[at]):
        return at - 1
    return at


def _minus_inside(tokens: Tokens, at: int) -> int:
    return at - 1 if tokens.near[at - 1] == "-" and tokens.near[at - 2].endswith("$") else at


def _left_sign(tokens: Tokens, at: int, words: Vocabulary) -> _Sign | None:
    """Money before the number: `$`, `US$`, `Rs`, `USD`, `C $`."""
    if at < 1:
        return None
    word = tokens.words[at - 1]
    code = words.symbols.get(word.upper().replace(" ", "").replace("U.S.", "US"))
    if code:
        first = at - 1
        own = (
            words.symbols.get((tokens.words[at - 2] + word).upper().replace("U.S.", "US")) if at > 1 else None
        )
        if own and word == "$" and tokens.words[at - 2] not in ("S", "a", "A"):
            code, first, word = own, at - 2, "own"
        return _Sign(code, word in words.assumed, first)
    if word in words.codes or word in words.million_codes:
        return _Sign(words.million_codes.get(word, word), False, at - 1, word in words.million_codes)
    close = tokens.glued(at - 1) or word in (
        "Rs",
        "Rs.",
        "RM",
        "Rp",
        "Tk",
        "RMB",
        "Rmb",
        "Dh",
        "Dhs",
        "KSh",
        "Ksh",
        "Php",
        "Sh",
        "Shs",
    )
    if (
        word in words.prefixes
        and close
        and (at < 2 or not tokens.glued(at - 2) or tokens.words[at - 2] in '(“"‘[/')
    ):
        quarter = word == "Q" and tokens.words[at] in ("1", "2", "3", "4")
        return None if quarter else _Sign(words.prefixes[word], word in words.assumed, at - 1)
    if word == "." and tokens.near[at - 2] in ("rs", "tk", "sh", "shs", "ksh"):
        return _Sign(words.prefixes[tokens.words[at - 2].capitalize()], True, at - 2)
    if word == "=" and tokens.words[at - 2 : at - 1] == ["Y"]:
        return _Sign("JPY", False, at - 2)
    return _Sign("USD", True, at - 1) if word == "dollar" else None


def _millions_of(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """`14m euros`: a short scale between a number and the name of a currency."""
    for here in (at + 1, at + 2, at + 3):
        word = tokens.near[here]
        if word in words.numbers.doubtful:
            return tokens.glued(here - 1) and bool(at_phrase(words.money, tokens.low, here + 1))
        if not (word[:1].isdigit() or word in (".", ",")):
            return False
    return False


def _money_left(tokens: Tokens, number: Number, value: float, sign: _Sign, words: Vocabulary) -> Quantity:
    last, code, assumed = number.last, sign.code, sign.assumed
    if sign.millions:
        value *= 1e6
    if code == "USD" and tokens.near[last] in words.dollars:
        code, assumed, last = words.dollars[tokens.near[last]], False, last + 1
    elif code == "USD" and tokens.near[last] in ("dollar", "dollars") and not tokens.glued(last):
        last += 1
    last, per = rate(tokens, last, words)
    return Quantity(
        sign.first, last, number, value, code, "money", assumed, per, rule="money sign", lead=sign.first
    )


def _unit_right(
    tokens: Tokens, number: Number, value: float, first: int, words: Vocabulary
) -> Quantity | None:
    at = number.last + (number.form == "vague" and tokens.near[number.last] == "of")
    closing = tokens.near[at] in ("(", "{") and tokens.near[at + 2] in (")", "}")
    if number.form == "fraction":
        at = _past_of_a(tokens, at)
        if point := _part_of_point(tokens, number, value, first, at):
            return point
    dash = tokens.near[at] in ("-", "–", "‑") and tokens.glued(at) and tokens.glued(at - 1)
    where = at + 1 if closing or dash else at
    return (
        _money_right(tokens, number, value, first, where, words)
        or _measured(tokens, number, value, first, where, words)
        or Quantity(
            first,
            number.last,
            number,
            value,
            kind="ratio" if number.form == "fraction" else "count",
            lead=first,
        )
    )


def _part_of_point(tokens: Tokens, number: Number, value: float, first: int, at: int) -> Quantity | None:
    """`a quarter point`, `half-point cut`: parts of a point are of a percentage point."""
    at += tokens.near[at] in ("-", "–") and tokens.glued(at)
    if tokens.near[at] not in ("point", "percentage-point") or value >= 1:
        return None
    return Quantity(
        first, at + 1, number, value, "percentage point", "percent", rule="part of a point", lead=first
    )


def _past_of_a(tokens: Tokens, at: int) -> int:
    """Over `of a` in `a quarter of a percentage point`, `a` in `half a mile`."""
    at += tokens.near[at] == "of"
    return at + (tokens.near[at] in ("a", "an", "one"))


def _money_right(
    tokens: Tokens, number: Number, value: float, first: int, at: int, words: Vocabulary
) -> Quantity | None:
    if at >= len(tokens.low):
        return None
    found = at_phrase(words.money, tokens.low, at)
    if found:
        length, (code, assumed, doubtful, factor) = found
        few = doubtful and number.scale < 1000 and number.value < 1000 and not _pence(tokens, at)
        if _weight(tokens, at, words):
            return None
        if few and not _priced(tokens, first, at + length, words):
            return None
        return _money_word(tokens, number, value, first, at + length, (code, assumed, factor), words)
    word = tokens.words[at]
    code = words.million_codes.get(word) or (word if word in words.codes else words.symbols.get(word.upper()))
    code = code or (word.upper() if word in ("usd", "eur", "gbp", "inr", "jpy") else None)
    if not code or (word.upper() in words.symbols and not _trails(tokens, at)):
        return None
    last = at + 1
    factor = 1e6 if word in words.million_codes else float(words.numbers.scales.get(tokens.near[last], 1))
    last += factor > 1 and word not in words.million_codes
    last, value = _hundredths(tokens, last, value, words)
    last, per = rate(tokens, last, words)
    return Quantity(
        first, last, number, value * factor, code, "money", word == "$", per, rule="money code", lead=first
    )


def _priced(tokens: Tokens, first: int, last: int, words: Vocabulary) -> bool:
    """Whether a word such as `pounds` is money here: paid, or by the hour."""
    if not tokens.low[last - 1].startswith("pound") and _coined(tokens, first, last, words):
        return True
    paid = not words.sets["paying"].isdisjoint(tokens.low[max(0, first - 4) : first])
    return paid or rate(tokens, last, words)[1] in ("hour", "day", "week", "month", "year", "person")


def _coined(tokens: Tokens, first: int, last: int, words: Vocabulary) -> bool:
    """`1.34 crowns per kilowatt-hour`, `87.40 crowns`: by any measure, or told to the hundredth."""
    whole, point, part = tokens.words[first].partition(".")
    cents = bool(whole and point) and len(part) == _CENTS and first + 1 == last - 1
    return cents or bool(rate(tokens, last, words)[1])


def _weight(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """`6,000 pounds of rice`, `a 4,000-pound satellite`: of what is no money, or before a thing."""
    if tokens.low[at] not in ("pound", "pounds"):
        return False
    hyphened = tokens.near[at - 1] in ("-", "–", "‑") and tokens.low[at] == "pound"
    if not hyphened and tokens.near[at + 1] != "of":
        return False
    following = tokens.low[at + 1 : at + 6]
    return words.sets["money_things"].isdisjoint(following)


def _pence(tokens: Tokens, at: int) -> bool:
    return tokens.low[at] == "p" and tokens.low[at + 1 : at + 3] != [".", "m"]


def _trails(tokens: Tokens, at: int) -> bool:
    """Whether the symbol belongs to the number before it rather than to the next one."""
    return tokens.glued(at - 1) or not tokens.glued(at) or not is_digits(tokens.near[at + 1] or "x")


def _money_word(
    tokens: Tokens,
    number: Number,
    value: float,
    first: int,
    last: int,
    money: tuple[str, bool, float],
    words: Vocabulary,
) -> Quantity:
    code, assumed, factor = money
    value = round(value * factor, 6) if factor != 1 else value
    if factor == 1 and tokens.near[last] == "and" and tokens.near[last + 1] in words.numbers.starts:
        cents = read_number(tokens, last + 1, words.numbers)
        if cents and tokens.near[cents.last] in ("cents", "pence", "cent"):
            value, last = value + cents.value / 100, cents.last + 1
    last, value = _hundredths(tokens, last, value, words) if factor == 1 else (last, value)
    last, per = rate(tokens, last, words)
    return Quantity(first, last, number, value, code, "money", assumed, per, rule="money word", lead=first)


def _hundredths(tokens: Tokens, at: int, value: float, words: Vocabulary) -> tuple[int, float]:
    """`15 dollars 50`: two digits after the word, before anything that could count them."""
    word = tokens.near[at]
    if value != int(value) or abs(value) > 1e9:
        return at, value
    if len(word) == 2 and word.isdecimal():
        return (at + 1, value + int(word) / 100) if _closes(tokens, at + 1, words) else (at, value)
    spelled = read_number(tokens, at, words.numbers) if word in words.numbers.tens else None
    fits = spelled is not None and spelled.value < 100 and _closes(tokens, spelled.last, words)
    return (spelled.last, value + spelled.value / 100) if spelled and fits else (at, value)


def _closes(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """Whether nothing follows that the number before could count."""
    after = tokens.near[at]
    if tokens.glued(at - 1) and after[:1].isalnum():
        return False
    return (not after[:1].isalnum() or after in words.stops) and after not in ("%", "-", "$", "€", "£")


def _measured(
    tokens: Tokens, number: Number, value: float, first: int, at: int, words: Vocabulary
) -> Quantity | None:
    if tokens.near[at] in words.sets["measure_systems"] and _physical(tokens, at + 1, words):
        at += 1
    cased = at < len(tokens.words) and tokens.words[at] in words.short and not tokens.words[at].islower()
    found = None if cased else at_phrase(words.units, tokens.low, at)
    unit = found[1] if found else _short(tokens, number, at, words)
    if unit is None:
        return None
    last = at + (found[0] if found else 1)
    last += tokens.near[last] in (")", "}") and tokens.near[at - 1] in ("(", "{") and at > number.last
    name, per = unit.name, ""
    if unit.kind == "physical":
        last, per = rate(tokens, last, words)
        name = f"{name} per {per}" if per else name
    return Quantity(first, last, number, value, name, unit.kind, rule=f"{unit.kind} unit", lead=first)


def _physical(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """Whether a unit of measure begins at a token."""
    found = at_phrase(words.units, tokens.low, at)
    return found is not None and found[1].kind == "physical"


def _short(tokens: Tokens, number: Number, at: int, words: Vocabulary) -> Unit | None:
    """`48m`, `5 W`: one or two letters beside digits, in the right case."""
    if at >= len(tokens.words) or number.form != "digits":
        return None
    word = tokens.words[at]
    if word == '"' and tokens.low[max(0, at - 60) : at].count('"') % 2:
        return None
    name = words.short.get(word)
    loose = (
        word in ("m", "g", "W", "V", "MB", "Nm", "L", "l", "kWp", "MWp")
        or tokens.near[at + 1] in words.dimensions
    )
    loose = loose or (word in ("C", "F") and tokens.near[at + 1] in ("", ".", ",", ")"))
    if (
        not name
        or not (tokens.glued(at - 1) or loose)
        or (tokens.glued(at) and tokens.near[at + 1][:1].isalnum())
    ):
        return None
    if tokens.near[at + 1] == "." and word in ("a", "A", "p"):
        return None
    return Unit(name, "duration" if name in ("second", "hour", "year", "day") else "physical")


def rate(tokens: Tokens, at: int, words: Vocabulary) -> tuple[int, str]:
    """`per barrel`, `a day`, `/kg`, `-a-share`: where it ends and the unit it names."""
    where, word = at, tokens.near[at]
    dash = word in ("-", "–") and tokens.near[at + 1] in ("a", "an", "per")
    if dash:
        where, word = at + 1, tokens.near[at + 1]
    if word in words.often:
        return at + 1, words.often[word]
    if word not in ("per", "a", "an", "each", "every", "/"):
        return at, ""
    where += 1 + (tokens.near[where + 1] in ("-", "–"))
    found = at_phrase(words.per, tokens.low, where)
    if (
        found is None
        and word == "per"
        and tokens.near[where] in ("$", "£", "€")
        and is_digits(tokens.near[where + 1])
    ):
        return where + 2, "".join(tokens.words[where : where + 2])
    if found is None or (word in ("a", "an") and tokens.low[where] in ("s", "m", "h", "d", "g", "l")):
        return at, ""
    after = tokens.near[where + found[0]]
    if word != "per" and after in ("earlier", "ago", "later", "before", "after"):
        return at, ""
    if after == "from" and tokens.near[where + found[0] + 1] == "now":
        return at, ""
    return where + found[0], found[1]
