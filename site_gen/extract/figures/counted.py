"""The noun that a bare number counts: `12 people`, `500,000 two-way exchanges`, `an 11-member council`."""

from site_gen.extract.figures.models import model_end, model_name
from site_gen.extract.figures.quantities import Quantity, rate
from site_gen.extract.figures.vocabulary import Unit, Vocabulary
from site_gen.text.numbers import Tokens

_DASHES = ("-", "–", "‑")
_LONGEST = 6


def count_noun(tokens: Tokens, found: Quantity, words: Vocabulary) -> Quantity | None:
    """`found` with the noun it counts as its unit; None where no noun follows."""
    at = found.last
    suffix = _suffix(tokens, at)
    if suffix:
        at += 1 + (tokens.low[at] in _DASHES)
        found = found._replace(direction=suffix, qualifier=tokens.low[at - 1])
    elif tokens.near[at] in _DASHES and tokens.glued(at - 1) and tokens.glued(at):
        return _hyphened(tokens, found, words)
    if found.number.form in ("vague", "fraction") and tokens.near[at] == "of":
        at += 1
        at += tokens.near[at] in ("the", "its", "their", "his", "her", "our", "all")
    apart = tokens.near[found.lead - 1] not in words.casualties and not tokens.near[at + 1].isalpha()
    if tokens.near[at] == "others" and apart:
        return None
    at += tokens.near[at] in ("more", "additional", "further", "extra", "most", "other")
    if tokens.near[at] == "times":
        return found._replace(last=at + 1, unit="time", noun=at, rule="counted noun")
    if _acronym(tokens, at, found) and phrase_end(tokens, at, words) <= at + 1:
        return found._replace(last=at + 1, unit=tokens.low[at], noun=at, rule="counted acronym")
    if shared := _two_kinds(tokens, found, at, words):
        return shared
    if (model := model_end(tokens, at)) > at:
        unit = model_name(tokens, at, model)
        return found._replace(last=model, unit=unit, noun=at, rule="counted model")
    last = phrase_end(tokens, at, words, singular=found.value == 1)
    if last <= at:
        return _sharing(tokens, found, at, words)
    unit, kind = _unit(tokens, found, at, last, words)
    last, per = rate(tokens, last, words) if kind == "count" else (last, "")
    unit = f"{unit} per {per}" if per else unit
    high = found.number.high
    low = found.value if high else found.low
    return found._replace(
        last=last,
        unit=unit,
        kind=kind,
        noun=at,
        low=low,
        high=high or found.high,
        rule=f"counted noun{', vague' if high else ''}",
    )


def _sharing(tokens: Tokens, found: Quantity, at: int, words: Vocabulary) -> Quantity | None:
    """`47 African, 16 Caribbean and 15 Pacific countries`: the noun stands behind the last of the numbers."""
    here = at
    for _ in range(_LONGEST):
        if here + 2 >= tokens.size or not tokens.words[here][0].isupper():
            return None
        joint = here + 1 + (tokens.low[here + 1] == "," and tokens.low[here + 2] == "and")
        number = tokens.near[joint + 1]
        if tokens.low[joint] not in (",", "and") or not (number.isdigit() or number in words.numbers.starts):
            return None
        here = joint + 2
        last = phrase_end(tokens, here, words)
        if last > here + 1:
            noun = singular([tokens.low[at], *tokens.low[here + 1 : last]], words)
            return found._replace(last=at + 1, unit=noun, noun=at, rule="counted noun")
    return None


def _two_kinds(tokens: Tokens, found: Quantity, at: int, words: Vocabulary) -> Quantity | None:
    """`21 US and Filipino hostages`: of two kinds, which `and` joins."""
    names = tokens.words[at : at + 3]
    if len(names) < 3 or names[1] != "and" or not (names[0][0].isupper() and names[2][0].isupper()):
        return None
    last = phrase_end(tokens, at + 3, words)
    if last <= at + 3:
        return None
    noun = singular(list(tokens.low[at + 3 : last]), words)
    return found._replace(last=last, unit=noun, noun=at, rule="counted noun")


def _suffix(tokens: Tokens, at: int) -> str:
    """What `1,200+`, `20,000-plus` and `30-odd` say of how exact they are."""
    word = tokens.near[at + 1] if tokens.near[at] in _DASHES else tokens.near[at]
    if not tokens.glued(at - 1) or word not in ("plus", "+", "odd"):
        return ""
    return "approximate" if word == "odd" else "more"


def _acronym(tokens: Tokens, at: int, found: Quantity) -> bool:
    """`0.5 WAR`: a decimal and capitals."""
    word = tokens.words[at] if at < len(tokens.words) else ""
    return (
        2 <= len(word) <= 5 and word.isupper() and word.isalpha() and "." in tokens.words[found.number.first]
    )


def _unit(tokens: Tokens, found: Quantity, at: int, last: int, words: Vocabulary) -> tuple[str, str]:
    if found.number.form == "fraction":
        return "", "ratio"
    known = words.units.get(tokens.low[last - 1])
    lower = tokens.words[last - 1].islower() and len(tokens.low[last - 1]) > 3
    if last - at > 1 and known and known[-1][1].kind in ("duration", "physical") and lower:
        unit: Unit = known[-1][1]
        return unit.name, unit.kind
    return singular(_unsplit(tokens, at, last), words), "count"


def _unsplit(tokens: Tokens, at: int, last: int) -> list[str]:
    """The words with what stands together: `k2`, `tank`."""
    found: list[str] = []
    inside = [n for n in range(at, last) if _short_form(tokens, n)]
    for where in range(at, last):
        if any(n <= where <= n + 2 for n in inside):
            continue
        glued = where > at and tokens.glued(where - 1)
        numbered = tokens.low[where] in _DASHES and tokens.near[where + 1].isdecimal()  # `F-16 jets`
        glued = glued and (tokens.low[where].isdecimal() or numbered)
        found[-1:] = [found[-1] + tokens.low[where]] if glued else [*found[-1:], tokens.low[where]]
    return found


def phrase_end(tokens: Tokens, at: int, words: Vocabulary, singular: bool = False) -> int:
    """Where the noun phrase that begins at a token ends: behind its last plural; `at` where there is none."""
    end, where, limit = at, at, min(at + _LONGEST, len(tokens.low))
    while where < limit:
        word = tokens.low[where]
        if where > at and word in _DASHES and tokens.glued(where) and tokens.glued(where - 1):
            where += 1
            continue
        if where > at and _suspended(tokens, where):
            where += 2
            limit = min(limit + 2, len(tokens.low))
            continue
        hyphened = tokens.near[where + 1] in _DASHES and tokens.glued(where)
        if end > at and not singular and not _goes_before(tokens, end - 1, words):
            break
        if _passes(tokens, where, at, words):
            where += 1
            continue
        if where > at and _short_form(tokens, where):
            where += 3
            limit = min(limit + 3, len(tokens.low))
            continue
        if not word[0].isalpha() or (
            word in words.count_breaks and not hyphened and not (where == at and _third_s(word, words))
        ):
            break
        if word in words.numbers.starts and not hyphened:
            break
        if (singular or is_plural(tokens.words[where], words)) and not hyphened:
            end = where + 1
        where += 1
    return end


def _suspended(tokens: Tokens, where: int) -> bool:
    """The hyphen of `low- and middle-income families`."""
    joint = tokens.near[where + 1] in ("and", "or") and tokens.glued(where - 1) and not tokens.glued(where)
    return tokens.low[where] in _DASHES and joint


def _goes_before(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """Whether a plural stands before another noun: `12 Chinese companies`."""
    if tokens.low[at] in words.compound_plurals:
        return True
    if not tokens.words[at][0].isupper():
        return False
    if not is_plural(tokens.near[at + 1], words):
        described = tokens.near[at + 1].islower() and tokens.near[at + 1] not in words.count_breaks
        return described and tokens.near[at + 2].islower() and is_plural(tokens.near[at + 2], words)
    named = (
        tokens.words[at + 1].islower() and tokens.near[at + 1] not in words.count_breaks
    )  # `12 Hamas offices`
    return named or words.plurals.get(tokens.low[at]) == tokens.low[at]


def _short_form(tokens: Tokens, at: int) -> bool:
    """`(NiV)` of `19 Nipah virus (NiV) cases`."""
    inner = tokens.words[at + 1] if at + 2 < tokens.size else ""
    if not 1 < len(inner) <= _LONGEST or inner.islower():
        return False
    return tokens.low[at] == "(" and tokens.low[at + 2] == ")"


def _third_s(word: str, words: Vocabulary) -> bool:
    """A word in s right behind a number (`11 counts`) is a noun, whatever verb it could be."""
    return word[-1] == "s" and is_plural(word, words)


def _passes(tokens: Tokens, where: int, at: int, words: Vocabulary) -> bool:
    """Passed over: `digital and physical sales`, `recorded songs`, `737 Max jets`."""
    word, after = tokens.low[where], tokens.near[where + 1]
    if where > at and tokens.glued(where - 1) and tokens.low[where - 1][-1].isdigit():
        return True
    if word == "and":
        return (
            where > at
            and after.isalpha()
            and after not in words.count_breaks
            and after not in words.numbers.starts
            and is_plural(tokens.near[where + 2], words)
        )
    if tokens.glued(where) and after[:1].isdigit() and word.isalpha():
        return where > at
    if word[0].isdigit() and where > at and tokens.glued(where - 1):
        return True
    if word[0].isdigit():
        return (
            (where > at or len(word) == 3)
            and tokens.words[where + 1 : where + 2] != []
            and tokens.words[where + 1][0].isupper()
        )
    if where == at and word in words.sets["frequencies"]:
        return after.isalpha() and after not in words.count_breaks  # `24 daily slots`
    if where == at and word == "working":
        return after in ("days", "hours")
    return where == at and (word in ("paid", "unpaid") or (word.endswith("ed") and is_plural(after, words)))


def is_plural(word: str, words: Vocabulary) -> bool:
    """Whether a word looks like a plural noun."""
    low = word.lower()
    if len(word) > 2 and word[:-1].isupper() and word[-1] == "s":
        return True
    if low in words.plurals:
        return True
    return (
        len(low) > 3
        and low[-1] == "s"
        and not low.endswith(("ss", "us", "is", "ous"))
        and low not in words.not_plural
    )


def singular(phrase: list[str], words: Vocabulary) -> str:
    """The words with the last one in the singular, spaced as in a dictionary."""
    last = phrase[-1]
    if last in words.plurals:
        last = words.plurals[last]
    elif last.endswith("ies") and len(last) > 4:
        last = f"{last[:-3]}y"
    elif last.endswith(("shes", "ches", "xes", "sses", "zzes")):
        last = last[:-2]
    elif last.endswith("s") and not last.endswith("ss") and last not in words.not_plural:
        last = last[:-1]
    joined = " ".join([*phrase[:-1], last])
    joined = joined.replace(" - and ", "- and ").replace(" - or ", "- or ")
    return joined.replace(" - ", "-").replace(" ’", "’").replace(" '", "'")


def _hyphened(tokens: Tokens, found: Quantity, words: Vocabulary) -> Quantity | None:
    word = tokens.near[found.last + 1]
    if word not in words.hyphen_counts or found.value == 1 or word in words.hyphen_never:
        return None
    return found._replace(last=found.last + 2, unit=word, noun=found.last + 1, rule="counted noun, hyphen")
