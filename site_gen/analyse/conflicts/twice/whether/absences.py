"""What one report says there was none of, and the other tells of: `no ransom was paid`, `a ransom of two million`.

Only of things of which there is one or none in a matter (`opposites.yaml`, `one_or_none`).
"""

import re
from collections.abc import Iterator
from functools import cache

from site_gen.analyse.conflicts.twice.aligned.align import Pair, weak_stems
from site_gen.analyse.conflicts.twice.aligned.match import by_weight
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.tellings import Slot, Telling, Told
from site_gen.resolve.words import any_of, group_of
from site_gen.tables import Row
from site_gen.text.needed import Phrases, phrases

_ENOUGH, _AHEAD, _REACH = 0.7, 60, 40
"""What the words weigh that both have around the thing; characters that are looked at."""
_NONE = re.compile(
    r"\b(?:no|not one|not an?|not a single|nor an?|nor any|without an?|without any|never an?|never any"
    r"|(?:not|n['’]t|never) \w+ (?:an?|any|one)"
    r"|missing|absent|lacking|(?:lack|absence) of(?: an?| any)?) (?:[a-z-]+ ){0,2}$"
)
_AS_VERB = re.compile(
    r" (?:the|an?|its|his|her|their|them|him|to|\d|two|three|four|five|six|seven|eight|nine|ten|all)\b"
)
_NOUN = re.compile(r"\b(?:the|an?|its|his|her|their|this|that|no|any|one|of|\w+['’]s) (?:[a-z-]+ ){0,2}$")
"""`offers three weeks’ pay` is a deed, and no offer."""
_NOT = re.compile(r"[^.;:,]{0,20}\b(?:not|never)\b|[^.;:,]{0,20}n['’]t\b")


def absence_slots(at: int, told: Told, before: Told | None) -> Iterator[Slot]:
    """A slot for each such thing of a sentence (`there yes`, `there no`), with the stems that stand around it."""
    text, low = told.evidence.exact, told.evidence.exact.lower()
    if len(low) != len(text) or text.endswith("?") or not _things().may_stand(text):
        return
    for found in _things().pattern.finditer(low):
        thing, ahead = _groups()[found.group()], low[max(0, found.start() - _AHEAD) : found.start()]
        none = _NONE.search(ahead[-_REACH:]) is not None
        if _AS_VERB.match(low, found.end()) and not _NOUN.search(ahead):
            continue
        if not none and (_doubted().search(ahead) or _NOT.match(low, found.end())):
            continue
        start = told.evidence.start
        heads = {w.stem for t in (told, before) if t for w in t.words if not w.quoted} - weak_stems()
        side = "no" if none else "yes"
        yield Slot(
            at, f"there {thing}", side, start + found.start(), start + found.end(), tuple(sorted(heads))
        )


def rival_absences(pair: Pair) -> Iterator[Row]:
    """A row for each thing of which one report says there was none."""
    ours, theirs = (_there(t) for t in (pair.one, pair.other))
    for kind in sorted(ours.keys() & theirs.keys()):
        sides = [{s.value for s in slots[kind]} for slots in (ours, theirs)]
        if any(len(side) > 1 for side in sides) or sides[0] == sides[1]:
            continue
        weight, a, b = by_weight(ours[kind], theirs[kind], pair.weight_of_heads)[0]
        if weight >= _ENOUGH:
            yield row_of(_as_denial(a, kind), _as_denial(b, kind), pair, 1.0, "stage")


def _as_denial(slot: Slot, kind: str) -> Slot:
    return slot._replace(kind="not", value=f"{kind.removeprefix('there ')} {slot.value}")


def _there(telling: Telling) -> dict[str, list[Slot]]:
    found: dict[str, list[Slot]] = {}
    for slot in telling.slots:
        if slot.kind.startswith("there "):
            found.setdefault(slot.kind, []).append(slot)
    return found


@cache
def _groups() -> dict[str, str]:
    """Each word for such a thing, and its plural -> the first word of its group."""
    groups = group_of("opposites", "one_or_none")
    return {**{f"{word}s": first for word, first in groups.items()}, **groups}


@cache
def _things() -> Phrases:
    words = sorted(_groups(), key=lambda w: (-len(w), w))
    return phrases("one-or-none", map(re.escape, words), r"\b")


@cache
def _doubted() -> re.Pattern[str]:
    """Words behind which a thing is only possible, wished for or refused."""
    return re.compile(rf"\b(?:{any_of('opposites', 'undone', 'there')})\b[^.;:]*$")
