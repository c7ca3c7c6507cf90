"""The numbers that stand in a figure's sentence beside it: another's value, parts that are counted apart."""

import re
from functools import lru_cache

from site_gen.analyse.tables import FigurePoint
from site_gen.resolve.folding import fold
from site_gen.resolve.words import subject

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def has_number(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether the first one's sentence has the other's number too: then each report knows both."""
    written = _NUMBER.findall(b.evidence.exact)
    wanted = {written[0] if written else "", f"{b.value:g}"} - {""}
    there = _NUMBER.findall(a.sentence.exact)
    if not wanted.isdisjoint(there) or (not written and _has_word(b.value, a)):
        return True
    return bool(written) and _nearly(written[0], there, a.evidence.exact)


def _has_word(value: float, point: FigurePoint) -> bool:
    """Whether a sentence has a small number in letters: `two of the four charges`."""
    words = {word for word, number in subject("numbers")["ones"].items() if number == value > 1}
    return not words.isdisjoint(fold(point.sentence.exact).split())


def _nearly(wanted: str, there: list[str], own: str) -> bool:
    """Whether a sentence has a large number rounded beside its own: `90,000 of which 38,000 came`, and 89,640."""
    value = float(wanted.replace(",", ""))
    others = (float(number.replace(",", "")) for number in there if number not in own)
    return value >= _LARGE and any(abs(other - value) <= _CLOSE * value for other in others)


_LARGE, _CLOSE = 1000, 0.01


@lru_cache(maxsize=64)
def parts_told(sentence: str) -> frozenset[int]:
    """The numbers of those who are counted apart: `91 people, seven of them crew`."""
    ones = subject("numbers")["ones"]
    words = (word for found in _OF_THEM.finditer(sentence) for word in found.groups() if word)
    return frozenset(int(word) if word.isdigit() else ones.get(word.lower(), 0) for word in words) - {0}


_OF_THEM = re.compile(r"\b(\w+) of (?:them|whom|which)\b|\b(?:including|among them) (?:its |the )?(\w+)")
