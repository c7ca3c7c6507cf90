"""The numbers of a sentence, each with the word behind it: what two reports of one event may have differently."""

import re
from functools import cache
from zlib import crc32

from site_gen.resolve.words import subject

Count = tuple[float, int]
"""A number, and the word behind it as a hash; 0 for a year."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_NOUN = re.compile(r"[ -]([a-z]{1,6})|%")
_MONTH = (
    r"(?:j(?:anuary|une|uly|an\.)|f(?:ebruary|eb\.)|ma(?:rch|y)|a(?:pril|ugust|ug\.)|s(?:eptember|ept\.)"
    r"|o(?:ctober|ct\.)|n(?:ovember|ov\.)|d(?:ecember|ec\.))"
)


def counts(text: str) -> tuple[Count, ...]:
    """The numbers from two on of a sentence in small letters, in digits or words; days of a month left out."""
    found = {}
    for number in _numbers().finditer(text):
        value = _value(number)
        if value > 1:
            year = _YEAR.fullmatch(number.group())
            noun = _NOUN.match(text, number.end())
            found[value, 0 if year or not noun else crc32((noun[1] or "percen").encode())] = True
    return tuple(found)


def _value(number: re.Match[str]) -> float:
    digits = number["digits"]
    if digits:
        plain = digits.replace(",", "")
        return float(plain) if plain.count(".") < 2 else 0.0
    tens, small, ones = (word or "" for word in number.group("tens", "small", "ones"))
    return float(_words().get(tens or ones, 0) + (_words().get(small, 0) if small else 0))


@cache
def _words() -> dict[str, int]:
    words = subject("numbers")
    return {**words["ones"], **words["tens"]}


@cache
def _numbers() -> re.Pattern[str]:
    """What each begins with is looked at first: of the places of a sentence few are left to try them all."""
    ones, tens = ("|".join(subject("numbers")[group]) for group in ("ones", "tens"))
    first = "".join(sorted({word[0] for group in ("ones", "tens") for word in subject("numbers")[group]}))
    return re.compile(
        rf"(?=[\djfmasond{first}])(?:(?<!\w)(?:{_MONTH} \d{{1,2}}\b|\d{{1,2}} {_MONTH}"
        r"|(?<![.,:])(?P<digits>\d+(?:[.,]\d+)*)(?![\w:]*\d)"
        rf"|(?:(?P<tens>{tens})(?:-(?P<small>{ones}))?|(?P<ones>{ones}))\b)"
        rf"|(?<=\w){_MONTH} \d{{1,2}}\b)"
    )
