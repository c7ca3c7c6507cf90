"""How two agreements of one sentence stand to each other."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from site_gen.extract.agreements.mention import Clause, Mention

_GAPS: tuple[tuple[str, str, bool], ...] = (
    # type, what must end (or fill) the words between the first and the second agreement, and whether it reads backwards
    ("upgrades", r"\b(?:upgrad(?:es?|ed|ing)(?: (?:to|of|from|on))?|upgrade to|updat(?:es?|ing)(?: (?:to|of))?|builds? (?:up)?on|building (?:up)?on|elevat(?:es?|ing)|expand(?:s|ing)(?: on)?)$", False),
    ("upgrades", r"\b(?:upgraded|elevated|raised) (?:in)?to$", True),
    ("supersedes", r"\b(?:replac(?:es|ed|ing|e)|supersed(?:es|ed|ing|e)|successor to|replacement (?:for|of)|succeed(?:s|ed|ing)?|supplant(?:s|ed)?|in place of|instead of)$", False),
    ("supersedes", r"\b(?:replaced|superseded|succeeded) (?:by|with)$", True),
    ("part of", r"\b(?:part of|annexe?d? to|component of|pillar of|chapter of|protocol to|supplement(?:s|ing)?(?: to)?|attached to)$", False),
    ("under", r"\b(?:under|within|in line with the terms of|pursuant to|in the framework of|under the terms of|under the umbrella of|concluded under|signed under|provided for in)$", False),
)  # fmt: skip
_DETERMINER = re.compile(
    r"[\s,\"“”'‘’]*(?:\b(?:the|its|their|a|an|existing|earlier|previous|old|original|current|so-called|broader|wider|landmark|ageing|aging|current|outdated)\b[\s\"“”'‘’]*){0,4}$"
)
_CUE = re.compile(r"upgrad|updat|build|elevat|rais|expand|replac|supersed|succe|supplant|place of|instead|part of|annex|component|pillar|chapter|protocol|supplement|attached|under|within|terms|pursuant|framework|provided")  # fmt: skip
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE), back) for kind, pattern, back in _GAPS)


class Relating(NamedTuple):
    """A relation between two mentions of a sentence, with the words that say so."""

    type: str
    source: Mention
    target: Mention
    start: int
    end: int


_REPLACED = re.compile(r"\breplac(?:e|es|ed|ing)\s+(?:\w+\s+){0,3}$")


def find_relations(clause: Clause, mentions: list[Mention]) -> Iterator[Relating]:
    """All relations between neighbouring mentions of one sentence."""
    for left, right in zip(mentions, mentions[1:], strict=False):
        gap = clause.text[left.end : right.start]
        if len(gap) > 160 or "." in gap.rstrip(". "):
            continue
        if gap.split()[:1] == ["with"]:
            if _REPLACED.search(clause.text[max(0, left.start - 60) : left.start]):
                yield Relating("supersedes", right, left, left.start, right.end)
            continue
        if gap.split() in ([",", "which", "the"], [",", "which"]) and clause.text[
            right.end : right.end + 12
        ].startswith((" replaced", " supersede")):
            yield Relating("supersedes", right, left, left.start, right.end + 9)
            continue
        if not _CUE.search(gap):
            continue
        words = gap[: (_DETERMINER.search(gap) or re.search("$", gap)).start()]  # type: ignore[union-attr]
        for kind, pattern, back in _COMPILED:
            if pattern.search(words):
                source, target = (right, left) if back else (left, right)
                yield Relating(kind, source, target, left.start, right.end)
                break
