"""Words that have an opposite, of which a sentence takes one side: `resigned`, `was sacked`."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from site_gen.resolve.words import subject
from site_gen.text.needed import Phrases, phrases
from site_gen.text.remembered import SENTENCES

_OF_OTHERS = re.compile(
    r"\b(?:[Oo]thers?|rest|remaining)\b[^,;.]{0,30} $|\b(?:rival|nearby|neighbou?ring|elsewhere|another)\b[^;.]{0,60} $"
)
_OTHERS = ("ther", "rest", "remaining", "rival", "nearby", "neighbo", "elsewhere")  # one of them stands there


def tells_both(text: str) -> bool:
    """`resigned from parliament ten days after he was sacked`: one report of both, which are two deeds of a person."""
    words = (opposite_words()[1][text[start:end].lower()] for start, end in opposites_in(text))
    return len({side for pairs in words for pair, side in pairs if of_whom(pair)}) > 1


def of_whom(pair: str) -> bool:
    """Whether two words tell how somebody lost an office: `who resigned`, `whom they sacked`."""
    return opposite_pairs()[pair]["shared"] in ("who", "whom")


def _is_open(text: str, start: int, end: int) -> bool:
    """Whether a word takes no side: as a month (`on 18 May`), or of what is left open (`decide whether it could`)."""
    if start > 0 and text[start:end] == "May":
        return True
    if text[start:end] == "part of" and _MEMBER.search(text, 0, start):
        return True
    if ("whether " in text or "if " in text) and _WHETHER.search(text, 0, start):
        return True
    return text.endswith(" that ", 0, start) and _ANY.search(text, 0, start) is not None


_MEMBER = re.compile(r"\b(?:was|were|is|are|be|been|being|become|became|as|form|forms|formed|not) $")
"""Before `part of` that says who takes part, and no share: `denied it was part of the truce`."""
_ANY = re.compile(r"\b[Aa]n? [a-z]+ that $")
"""`a deal that only one side has approved`: any such deal."""
_WHETHER = re.compile(r"\b(?:whether|if) [^,;:.]*$")


def of_others(text: str, at: int) -> bool:
    """Whether a deed is told of those who are left, or of another: `the other 16 survived`, `a rival paid`."""
    if not any(sign in text for sign in _OTHERS):
        return False
    return _OF_OTHERS.search(text, 0, at) is not None


@lru_cache(maxsize=SENTENCES)
def opposites_in(text: str) -> tuple[tuple[int, int], ...]:
    """Where words that have an opposite stand in a sentence, and take its side."""
    words = opposite_words()[0]
    found = (m.span() for m in words.pattern.finditer(text.lower())) if words.may_stand(text) else ()
    return tuple([span for span in found if not _is_open(text, *span)])


@cache
def opposite_words() -> tuple[Phrases, Mapping[str, list[tuple[str, int]]]]:
    """All words that have an opposite; each with its pairs and its side of them."""
    sides: dict[str, list[tuple[str, int]]] = {}
    for pair, told in opposite_pairs().items():
        for side, words in enumerate(told["sides"]):
            for word in words:
                sides.setdefault(word, []).append((pair, side))
    longest = sorted(sides, key=lambda w: (-len(w), w))
    return phrases("opposites", map(re.escape, longest), r"(?![\w-])", r"\w-"), sides


def opposite_pairs() -> Mapping[str, Any]:
    """The pairs of words that rule each other out."""
    pairs: Mapping[str, Any] = subject("opposites")["pairs"]
    return pairs


@cache
def by_person() -> frozenset[str]:
    """Kinds of statements for which one person must be meant: `who resigned` and `whom they sacked`."""
    return frozenset(
        f"words {name}"
        for name, told in opposite_pairs().items()
        if told["shared"] in ("who", "whom", "person")
    )
