"""Where a thing was done that is done once: `signed in Janakpur`, `the handover at Moulhoule`, `signed here`."""

import re
from collections.abc import Iterator
from functools import cache

from site_gen.analyse.conflicts.days import is_caption
from site_gen.analyse.conflicts.papers import on_two_topics
from site_gen.analyse.conflicts.places import is_town
from site_gen.analyse.conflicts.twice.aligned.align import Pair, weak_stems
from site_gen.analyse.conflicts.twice.aligned.match import by_weight
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.conflicts.twice.sentences.deeds import repeated_stems
from site_gen.analyse.stems import synonym
from site_gen.analyse.tellings import Slot, Telling, Told, Word
from site_gen.resolve.article_names import NAME
from site_gen.resolve.folding import fold
from site_gen.resolve.words import any_of, group_of
from site_gen.tables import Row

_HERE = re.compile(r"\bhere\b")
_OTHER = re.compile(
    r"[;:]|, (?:and|but|which|who|while|where|when)\b| (?:who|which|that|while|after|before) "
)
_TO_COME = re.compile(r"\b(?:will|shall|would|to|may|might|could|should) (?:\w+ ){0,2}$")
_ONE_OF = re.compile(r"\b(?:second|third|fourth|fifth|another|latest|worst|deadliest) (?:\w+ ){0,2}$")
"""Before a deed that is told as one of several: `the second serious accident at`."""
_CLEFT = re.compile(
    rf"[^,;.]{{0,20}}\b[Ii]t was (?:in|at) (?:the (?:[A-Z]?[a-z]+ ){{0,2}}of )?(?P<town>{NAME}),? that "
)
_TO_BUILD = re.compile(r"\b(?:will|shall|is to|are to|plans? to|wants? to|is going to) (?:\w+ly )?$")
_THING = re.compile(r"(?:build|erect|construct) (?:an?|the|its|their) ")
_BE = re.compile(r"\b(?:was|were|is|are|be|been|being) (?:\w+ly )?$")
_WILL = re.compile(
    r"[\w’'-]+(?: (?:of|on|between|with|for) [^,;.]{3,60}?)? (?:will|shall|would|is to|are to|is due to|are due to)\b"
)
_CAME_DOWN = re.compile(
    r"\b(?:plane|helicopter|aircraft|airliner|jet|drone|glider|balloon)\b[^,;.]{0,40}? (?:came|went) (?P<down>down)\b"
)
_NO_DEED = re.compile(r"(?:lands?|beg[aiu]n(?:s|ning)?|start(?:s|ed|ing)?)\b")
"""What is a piece of ground or the beginning of anything, and no place where something landed or was launched."""
_OTHER_CEREMONY = re.compile(
    r"\b(?:inaugura\w+|swearing-in|opening|closing|funeral|memorial|awards?|prize|wedding|graduation) $"
)
"""Before a ceremony at which nothing is signed."""
_TO_LAND = re.compile(r"\b(?:to|will|would|could|can|not) $")
_OWNED = re.compile(
    r"(?:['’]s|s['’]) (?:[a-z]+ )?"
    r"(?:neighbou?rhood|house|home|flat|apartment|garden|yard|office|room|street|car|garage|bedroom)\b"
)
"""Behind the name of somebody who lives or works there: `in Ann Low's neighbourhood`."""
_SHORT = {"mt": "mount", "ft": "fort", "st": "saint", "pt": "port"}
_REACH = 60
"""Characters between the deed and its place."""
_SOON = 3
_ENOUGH = 0.7
"""What the words weigh that both have of a thing that was found."""


def where_slots(at: int, told: Told, dateline: str, to_come: bool) -> Iterator[Slot]:
    """A slot for each such deed whose town stands behind it in its clause.

    `dateline`: the town that `here` means; `to_come`: the days of the sentence are later than the report.
    """
    text, start = told.evidence.exact, told.evidence.start
    if is_caption(text):
        return
    seen: set[str] = set()
    known, down = _known(), _CAME_DOWN.search(text) if "down" in text else None
    for word in told.words:
        fell = down is not None and word.at == down.start("down")
        deed = synonym("crash") if fell else known.get(word.stem, "")
        if word.name or not deed or deed in seen or _ONE_OF.search(text, 0, word.at):
            continue
        if _OTHER_CEREMONY.search(text, 0, word.at):
            continue
        if _NO_DEED.match(text, word.at) and not _TO_LAND.search(text, 0, word.at):
            continue
        found = _place(text, word, dateline)
        if found and not (word.stem in _to_a_thing() and " by " in text[word.at : found[1]]):
            town, first, last = found
            to_build = (
                _TO_BUILD.search(text, 0, word.at) is not None and _THING.match(text, word.at) is not None
            )
            if deed in _made() and not _BE.search(text, 0, word.at) and not to_build:
                continue  # `made landfall at`, `built up in`
            seen.add(deed)
            heads = () if word.stem in _deeds() else _thing(told, word, first if to_build else 0)
            ahead = found[1] > word.at and bool(
                to_come or _TO_COME.search(text, 0, word.at) or _WILL.match(text, word.at)
            )
            if deed in _to_come().values() and not ahead:
                continue
            yield Slot(at, f"where {deed}", _in_full(town), start + first, start + last, heads, ahead)


def _in_full(town: str) -> str:
    """A town's name, with what is cut short: `Mt Gambier`."""
    first, space, rest = fold(town).partition(" ")
    return f"{_SHORT.get(first, first)}{space}{rest}"


def _thing(told: Told, deed: Word, place: int = 0) -> tuple[str, ...]:
    """Stems of the words before the deed, to which it is done: `Their van was found`; with more, one word may do.
    Where there is nothing but a name, that: `Ann Low was arrested`.

    `place`: where the place begins up to which they stand behind it (`will build a clinic in Lund`).
    """
    first, last = (deed.at + 1, place) if place else (0, deed.at)
    inside = [w for w in told.words if first <= w.at < last]
    stems = {w.stem for w in inside if not w.name} - weak_stems()
    return tuple(sorted(stems or {w.stem for w in inside if w.name}))


def _place(text: str, word: Word, dateline: str) -> tuple[str, int, int] | None:
    met = _met().search(text, 0, word.at) or _CLEFT.match(text)
    if met and met.end() <= word.at and is_town(met["town"]):
        return met["town"], *met.span("town")  # `met in Lund to sign it`, `it was in Lund that`
    at, first = _patterns()
    opened = first.match(text)
    if opened and opened.end() <= word.at and is_town(opened["town"]):
        return opened["town"], *opened.span("town")
    before = _right_before().search(text, 0, word.at)
    if before and is_town(before["town"]):
        return before["town"], *before.span("town")  # `a bakery in Lund blew up`
    cut = _OTHER.search(text, word.at)
    end = min(cut.start() if cut else len(text), word.at + _REACH)
    for found in at.finditer(text, word.at, len(text)):
        if found.start() < end and is_town(found["town"]) and not _OWNED.match(text, found.end() - 2):
            return found["town"], *found.span("town")
    here = _HERE.search(text, word.at, end)
    return (dateline, *here.span()) if here and dateline else None


def rival_places(pair: Pair) -> Iterator[Row]:
    """A row for each deed that each report puts in one place, and the other report in one that the first knows not."""
    for kind in sorted({s.kind for s in pair.one.slots if s.kind.startswith("where ")}):
        ours, theirs = ([s for s in t.slots if s.kind == kind] for t in (pair.one, pair.other))
        if kind.removeprefix("where ") in _to_a_thing().values():
            yield from _of_one_thing(ours, theirs, pair)
            continue
        if len({s.value for s in ours}) != 1 or len({s.value for s in theirs}) != 1:
            continue
        a, b = ours[0], theirs[0]
        deed = kind.removeprefix("where ")
        if deed in repeated_stems() and pair.days_apart() > _SOON:
            continue  # one blast after another
        if a.ahead != b.ahead:
            continue  # what is still to be done, in another town, is told of as not done yet
        known = _knows(pair.one, b.value, deed) or _knows(pair.other, a.value, deed)
        of_two = on_two_topics(
            *(t.sentences[s.sentence].evidence.exact for s, t in ((a, pair.one), (b, pair.other)))
        )
        if a.value != b.value and not (known or of_two or _at_two_hours(a, b, pair)):
            yield row_of(a, b, pair, 1.0, "place")


def _of_one_thing(ours: list[Slot], theirs: list[Slot], pair: Pair) -> Iterator[Row]:
    """A row for the two places at which one thing is told to have been found, of those that have most in common."""
    for weight, a, b in by_weight(ours, theirs, pair.weight_of_heads)[:1]:
        if (
            (weight >= _ENOUGH or a.heads == b.heads != ())
            and a.value != b.value
            and not _at_two_hours(a, b, pair)
            and not any(a.value == x.value or b.value == y.value for x in theirs for y in ours)
        ):
            yield row_of(a, b, pair, 1.0, "place")


def _at_two_hours(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether each sentence has an hour of its own: `in Malmo the curfew begins at ten`."""
    ours, theirs = (
        {s.value for s in t.slots if s.kind == "hour" and s.sentence == x.sentence}
        for x, t in ((a, pair.one), (b, pair.other))
    )
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _knows(telling: Telling, town: str, deed: str) -> bool:
    """Whether a sentence of the report names the town beside such a deed."""
    return any(
        town in fold(told.evidence.exact) and any(_deeds().get(w.stem) == deed for w in told.words)
        for told in telling.sentences
    )


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A place, and one with which a sentence begins."""
    kind = rf"(?:[A-Z]?[a-z]+ )?(?:{any_of('opposites', 'towns')})(?: of)? "
    town = rf"(?:the )?(?:{kind})?(?P<town>{NAME})"
    inside = r"(?:(?:in|at) the (?:[A-Z]?[a-z’'-]+ ){1,3}(?:in|of|at|near) )"
    """`in the Winter Palace in Lund`, `at the airport of Lund`."""
    at = rf"\b(?:{inside}|(?:in|at|off|outside|near|close to|not far from) ){town}"
    return re.compile(at), re.compile(
        rf"(?:In|At|Outside|Near|Close to|Not far from) (?:[^,]{{0,60}}? (?:in|of|at) )?{town}(?:, | (?=[a-z]))"
    )


@cache
def _right_before() -> re.Pattern[str]:
    """A place right before what was done there."""
    return re.compile(
        rf"\b[a-z]+ (?:in|at|near|outside) (?P<town>{NAME}) (?:(?:was|were|has|had)(?: been)? )?$"
    )


@cache
def _made() -> frozenset[str]:
    """What is told of a thing only where it is done to it: `was made at Lund`."""
    return frozenset(synonym(word) for word in ("made", "built"))


@cache
def _met() -> re.Pattern[str]:
    words = any_of("opposites", "met_to_sign")
    return re.compile(rf"\b(?:{words}) (?:in|at|to) (?P<town>{NAME})(?: on [A-Z][a-z]+)? to $")


@cache
def _to_a_thing() -> dict[str, str]:
    """The same of what is done to many things."""
    return {synonym(w): synonym(first) for w, first in group_of("opposites", "done_to_a_thing").items()}


@cache
def _known() -> dict[str, str]:
    """All of them."""
    return {**_to_come(), **_to_a_thing(), **_deeds()}


@cache
def _to_come() -> dict[str, str]:
    """The same of what is held often: only what is still to be held has one place."""
    groups = group_of("opposites", "to_be_at_one_place")
    return {synonym(word): f"{synonym(first)}ing" for word, first in groups.items()}


@cache
def _deeds() -> dict[str, str]:
    """The stem of each word for such a deed -> the deed."""
    groups = group_of("opposites", "done_at_one_place")
    return {synonym(word): synonym(first) for word, first in groups.items()}
