"""`No new taxes are introduced`, and a report of the same that tells of a new one."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import product

from site_gen.analyse.conflicts.twice.aligned.align import Pair
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.tellings import Slot, Told
from site_gen.resolve.words import any_of, group_of
from site_gen.tables import Row

_NONE = re.compile(
    r"\b(?:no|without|nor any|or any) (?:new|additional) (?P<noun>[a-z]+)"
    r"(?= (?:is|are|was|were|will be|has been|have been) \w+|[,.;]|$)"
)
_SIGNS = ("new", "not ", "first of its kind", "brought in", "brings in", "introduc", "impos", "create")
"""One of them stands where anything is told of as new or not."""
_NEW = (
    re.compile(
        r"\b(?:the only|a|an|another|the first|one|two|three|\w+ly) (?:entirely |wholly |brand-)?new (?P<noun>[a-z]+)\b"
    ),
    re.compile(
        r"\b(?P<noun>[a-z]+) (?:that|which) (?:had|has|did|does) not (?:previously |before )?exist\w*"
    ),
    re.compile(
        r"\b(?:brought in|brings in|introduced|introduces|imposed|imposes|created|creates)"
        r" (?:a|an) (?:[a-z-]+ ){0,2}?(?P<noun>[a-z]+)(?= (?:of|on)\b)"
    ),
    re.compile(r"\b(?P<noun>[a-z]+)\b[^.;]{0,40}, the first of its kind"),
)


def novelty_slots(at: int, told: Told) -> Iterator[Slot]:
    """What a sentence says there is none of that is new (`new no`), and what it says is new (`new yes`)."""
    text = told.evidence.exact.lower()
    if not any(sign in text for sign in _SIGNS) or not _cue().search(text) or _unreal().search(text):
        return
    start = told.evidence.start
    for kind, patterns in (("new no", (_NONE,)), ("new yes", _NEW)):
        for pattern in patterns:
            for found in pattern.finditer(text):
                noun = _noun(found["noun"])
                if noun:
                    yield Slot(at, kind, noun, start + found.start(), start + found.end())


@cache
def _cue() -> re.Pattern[str]:
    return re.compile(
        r"\bnew\b|\bnot (?:\w+ )?exist|\bfirst of its kind|\b(?:brought|brings) in\b|\bintroduc|\bimpos|\bcreate"
    )


@cache
def _unreal() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of('opposites', 'undone', 'new')})\b")


def _noun(word: str) -> str:
    """The first of its group, of the nouns that are told of as new or not."""
    groups = group_of("opposites", "novelties")
    return groups.get(word, groups.get(word.removesuffix("s"), ""))


def rival_novelties(pair: Pair) -> Iterator[Row]:
    """One row for each kind of thing that one report says there is none of."""
    for turn in (pair, pair.turned()):
        none = [s for s in turn.one.slots if s.kind == "new no"]
        new = [s for s in turn.other.slots if s.kind == "new yes"]
        told: set[str] = set()
        for a, b in product(none, new):
            if a.value == b.value and a.value not in told:
                told.add(a.value)
                yield row_of(a, b, turn, 1.0, "value")
