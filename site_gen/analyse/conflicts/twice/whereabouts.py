"""Where a thing was done that is done once: `signed in Janakpur`, `the handover at Moulhoule`, `signed here`."""

import re
from collections.abc import Iterator
from functools import cache

from site_gen.analyse.conflicts.places import is_town
from site_gen.analyse.conflicts.twice.align import Pair
from site_gen.analyse.conflicts.twice.row import row_of
from site_gen.analyse.stems import synonym
from site_gen.analyse.tellings import Slot, Telling, Told, Word
from site_gen.resolve.article_names import CAPITAL
from site_gen.resolve.folding import fold
from site_gen.resolve.words import group_of
from site_gen.tables import Row

_NAME = rf"[{CAPITAL}][\w’'-]*\w(?: [{CAPITAL}][\w’'-]*\w)?"
_KIND = r"(?:[A-Z]?[a-z]+ )?(?:city|town|port|capital|village|border post|resort|suburb)(?: of)? "
_AT = re.compile(rf"\b(?:in|at|outside|near) (?:the )?(?:{_KIND})?(?P<town>{_NAME})")
_HERE = re.compile(r"\bhere\b")
_OTHER = re.compile(
    r"[;:]|, (?:and|but|which|who|while|where|when)\b| (?:who|which|that|while|after|before) "
)
_FIRST = re.compile(
    rf"(?:In|At|Outside|Near) (?:[^,]{{0,60}}? (?:in|of|at) )?(?:the )?(?:{_KIND})?(?P<town>{_NAME}), "
)
"""A place with which a sentence begins."""
_REACH = 60
"""Characters between the deed and its place."""
_NEAR = 45


def where_slots(at: int, told: Told, dateline: str) -> Iterator[Slot]:
    """A slot for each such deed whose town stands behind it in its clause; `dateline`: the town that `here` means."""
    text, start = told.evidence.exact, told.evidence.start
    seen: set[str] = set()
    for word in told.words:
        deed = _deeds().get(word.stem, "")
        if word.name or not deed or deed in seen:
            continue
        found = _place(text, word, dateline)
        if found:
            town, first, last = found
            seen.add(deed)
            yield Slot(at, f"where {deed}", fold(town), start + first, start + last)


def _place(text: str, word: Word, dateline: str) -> tuple[str, int, int] | None:
    opened = _FIRST.match(text)
    if opened and opened.end() <= word.at and is_town(opened["town"]):
        return opened["town"], *opened.span("town")
    cut = _OTHER.search(text, word.at)
    end = min(cut.start() if cut else len(text), word.at + _REACH)
    for found in _AT.finditer(text, word.at, len(text)):
        if found.start() < end and is_town(found["town"]):
            return found["town"], *found.span("town")
    here = _HERE.search(text, word.at, end)
    return (dateline, *here.span()) if here and dateline else None


def rival_places(pair: Pair) -> Iterator[Row]:
    """A row for each deed that each report puts in one place, and the other report in one that the first knows not."""
    if pair.copied or pair.days_apart() > _NEAR:
        return
    for kind in sorted({s.kind for s in pair.one.slots if s.kind.startswith("where ")}):
        ours, theirs = ([s for s in t.slots if s.kind == kind] for t in (pair.one, pair.other))
        if len({s.value for s in ours}) != 1 or len({s.value for s in theirs}) != 1:
            continue
        a, b = ours[0], theirs[0]
        deed = kind.removeprefix("where ")
        known = _knows(pair.one, b.value, deed) or _knows(pair.other, a.value, deed)
        if a.value != b.value and not known:
            yield row_of(a, b, pair, 1.0, "place")


def _knows(telling: Telling, town: str, deed: str) -> bool:
    """Whether a sentence of the report names the town beside such a deed."""
    return any(
        town in fold(told.evidence.exact) and any(_deeds().get(w.stem) == deed for w in told.words)
        for told in telling.sentences
    )


@cache
def _deeds() -> dict[str, str]:
    """The stem of each word for such a deed -> the deed."""
    groups = group_of("opposites", "done_at_one_place")
    return {synonym(word): synonym(first) for word, first in groups.items()}
