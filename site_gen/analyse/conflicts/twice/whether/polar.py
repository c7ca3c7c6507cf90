"""What one report says was so and another says was not, in words of its own: `agreed to free X`, `no agreement on X`.

The lexicon groups the turns of phrase (`opposites.yaml`, `polar`); `{}` stands where the thing that is told of stands.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import Any

from site_gen.analyse.conflicts.twice.aligned.align import Pair, weak_stems
from site_gen.analyse.conflicts.twice.aligned.match import by_weight
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.conflicts.twice.sentences.argued import is_argued
from site_gen.analyse.conflicts.twice.whether.subjects import of_two_bodies, of_two_names
from site_gen.analyse.stems import synonym
from site_gen.analyse.tellings import Slot, Telling, Told, Word
from site_gen.resolve.intervals import days, gap, overlap
from site_gen.resolve.words import any_of, subject, word_set
from site_gen.tables import Row
from site_gen.text.letters import letters_in
from site_gen.text.needed import Needs, Phrases, needed_by_each, needing
from site_gen.text.phrases import any_phrase
from site_gen.worked_out import worked_out

_AHEAD, _SOON, _LONG = 30, 3, 120
_ENOUGH = 0.7
"""What the stems that both objects have weigh together: one that stands in two or three sentences is enough."""
_ONE_DAY = 0.7
_PART = 0.3
_NOT = re.compile(r"(?:\b(?:not|never|nobody|none|no one|neither)|n['’]t) (?:\w+ ){0,2}$")
_NONE = re.compile(r"(?:[^,]{0,30}\b)?(?:no|neither|none of)\b (?!doubt|longer|sooner|fewer|less|more|later)")
"""What begins so is told to be none: `no contract has been signed`."""
_CONDITION = re.compile(r"\b(?:provided|as long as|so long as|on condition that|once)\b[^.;]*$")
"""What stands behind it is not said to be so."""
_FAR = 90
_MEANT = re.compile(r"(?:it|them|this|that|they|these|he|she|there)\b")
_OBJECT, _SUBJECT, _WHOLE = (re.compile(p) for p in (r" [^.;:]{2,160}", r"[^.;:,]{2,90}$", r"[^.;:]{3,120}$"))
_ASIDE = re.compile(r", [^,;.:]{3,80}, $")
_BETWEEN = r"(?P<it>[^.;:,]{3,90}?)"


def polar_slots(at: int, told: Told, before: Told | None = None) -> Iterator[Slot]:
    """A slot for each such turn of phrase, with the stems of what it is told of; `before`: the sentence ahead."""
    low = told.evidence.exact.lower()
    if len(low) != len(told.evidence.exact):
        return
    there = _keys().keys() & letters_in(told.evidence.exact)
    for group in sorted({group for word in there for group in _keys()[word]}):
        denied = [*_slots(at, told, before, group, "no")]
        yield from denied
        no = {stem for slot in denied for stem in slot.heads}
        yield from (s for s in _slots(at, told, before, group, "yes") if no.isdisjoint(s.heads))


def _slots(at: int, told: Told, before: Told | None, group: str, side: str) -> Iterator[Slot]:
    low, start = told.evidence.exact.lower(), told.evidence.start
    for where, told_so in _patterns(group, side):
        for found in told_so.pattern.finditer(low) if told_so.may_stand(told.evidence.exact) else ():
            ahead = low[max(0, found.start() - _AHEAD) : found.start()]
            if _undone().search(ahead) or (side == "yes" and _NOT.search(ahead)):
                continue
            if side == "yes" and _CONDITION.search(low, max(0, found.start() - _FAR), found.start()):
                continue
            if is_argued(low, found.start()):
                continue
            thing = _thing(where, found, low)
            about = _about(told, before, group, thing) - weak_stems()
            if about and _groups()[group].get("signers"):
                about |= {w.stem for w in told.words if w.name and w.at < found.start()}
            if about:
                first, last = start + found.start(), start + found.end()
                told_side = "no" if side == "yes" and _NONE.match(low[slice(*thing)]) else side
                yield Slot(at, f"polar {group}", told_side, first, last, tuple(sorted(about)))


def _thing(where: str, found: re.Match[str], low: str) -> tuple[int, int]:
    """Where the thing stands that it is told of."""
    if where == "around":
        return found.span("it")
    if where == "behind":
        it = _OBJECT.match(low, found.end())
        return it.span() if it else (0, 0)
    if where in ("ahead", "whole"):
        start, end = max(0, found.start() - _LONG), found.start()
        aside = _ASIDE.search(low, start, end)
        end = aside.start() if aside else end  # `the accord, on which all depends, is a draft`
        it = (_WHOLE if where == "whole" else _SUBJECT).search(low[start:end])
        return (start + it.start(), start + it.end()) if it else (0, 0)
    return 0, len(low)


def _about(told: Told, before: Told | None, group: str, span: tuple[int, int]) -> set[str]:
    """Stems of the thing; where it is only meant (`it`, `there is a draft`), those of the sentence ahead."""
    named = bool(_groups()[group].get("names"))
    first, last = span
    if before and _MEANT.match(told.evidence.exact[first:last].strip().lower()):
        both = not _groups()[group].get("signers")  # who signs is no part of what is signed
        return {w.stem for w in before.words if (w.name == named or (w.name and both)) and not _says_so(w)}
    inside = (w for w in told.words if first <= w.at < last and not _says_so(w))
    return {w.stem for w in inside if w.name or not named}


def _says_so(word: Word) -> bool:
    """Whether it is the name of who says it, and not of the thing."""
    return word.name and word.quoted


def rival_polar(pair: Pair) -> Iterator[Row]:
    """One row for each group of which the reports take two sides."""
    ours, theirs = (_by_group(t) for t in (pair.one, pair.other))
    for group in sorted(ours.keys() & theirs.keys()):
        weight, a, b = by_weight(ours[group], theirs[group], partial(_told_of_one, group, pair))[0]
        if weight:
            deed = _groups()[group].get("deed", "")
            if deed:
                a, b = (s._replace(kind="not", value=f"{synonym(deed)} {s.value}") for s in (a, b))
            yield row_of(a, b, pair, 1.0, str(_groups()[group]["kind"]))


def _by_group(telling: Telling) -> Mapping[str, list[Slot]]:
    found: dict[str, list[Slot]] = {}
    for slot in telling.slots:
        if slot.kind.startswith("polar "):
            found.setdefault(slot.kind.partition(" ")[2], []).append(slot)
    return found


def _told_of_one(group: str, pair: Pair, a: Slot, b: Slot) -> float:
    """What their objects have in common; nothing where it may have changed, or either report has both sides of it."""
    if a.value == b.value:
        return 0.0
    if _groups()[group].get("alone"):
        return _at_one_time(a, b, pair)
    shared = frozenset(a.heads) & frozenset(b.heads)
    weight = pair.weight(shared)
    if _groups()[group].get("signers"):
        weight += _of_one_day(a, b, pair) - pair.weight(shared & pair.names()) / 2
    if (
        weight < _groups()[group].get("enough", _ENOUGH)
        or _both(a, pair.one, shared, pair)
        or _both(b, pair.other, shared, pair)
    ):
        return 0.0
    if not all(overlap(x, y) for x in _days(a, pair.one) for y in _days(b, pair.other)):
        return 0.0
    if (
        of_two_names(a.heads, b.heads, pair)
        or _share_one_name(a, b, pair)
        or (_groups()[group].get("by_body") and of_two_bodies(a, b, pair))
    ):
        return 0.0
    if _to_be_done_then(a, pair.one, b, pair.other) or _to_be_done_then(b, pair.other, a, pair.one):
        return 0.0
    most = _groups()[group].get("may_change", -1)
    return 0.0 if most >= 0 and _changed(a, b, pair, most) else weight


def _share_one_name(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether no more than a name is in common of two things that are told: `a hospital in X`, `a school for X`."""
    shared = frozenset(a.heads) & frozenset(b.heads)
    if len(shared) > 1 or not shared <= pair.names():
        return False
    return all(frozenset(s.heads) - pair.names() for s in (a, b))


def _to_be_done_then(no: Slot, ours: Telling, yes: Slot, theirs: Telling) -> bool:
    """Whether the one has it still to be done on the day on which the other has it done: it was, in between."""
    if no.value != "no":
        return False
    plans = [days(s.value) for s in ours.slots if s.kind == "date" and s.ahead and s.sentence == no.sentence]
    return any(overlap(plan, day) for plan in plans if plan for day in _days(yes, theirs))


def _of_one_day(a: Slot, b: Slot, pair: Pair) -> float:
    """What it counts that both sentences name one day, as two texts are hardly signed on it."""
    ours, theirs = _days(a, pair.one), _days(b, pair.other)
    return _ONE_DAY if ours and ours == theirs else 0.0


def _at_one_time(a: Slot, b: Slot, pair: Pair) -> float:
    """Of what may be told of any accident: whether both are of one day, and each report takes one side."""
    sides = ((a, pair.one), (b, pair.other))
    if any(s.kind == x.kind and s.value != x.value for x, telling in sides for s in telling.slots):
        return 0.0
    told = [_days(Slot(n, "", "", 0, 0), t) for x, t in sides for n in (x.sentence - 1, x.sentence)]
    ours, theirs = told[0] + told[1], told[2] + told[3]
    if ours and theirs:
        return float(any(overlap(x, y) for x in ours for y in theirs))
    written = [days(telling.published) for _, telling in sides]
    near = all(day is not None and gap(day, w) <= _SOON for w in written if w for day in ours + theirs)
    return float(near and all(written) and pair.days_apart() <= _SOON)


def _both(slot: Slot, telling: Telling, shared: frozenset[str], pair: Pair) -> bool:
    """Whether the report takes the other side as well, of a good part of what both reports tell of."""
    least = pair.weight(shared) * _PART
    return any(
        s.kind == slot.kind and s.value != slot.value and pair.weight(shared.intersection(s.heads)) >= least
        for s in telling.slots
    )


def _changed(a: Slot, b: Slot, pair: Pair, most: int) -> bool:
    """Whether what was not yet so for the one may have become so for the other, more than so many days later."""
    sides = ((a, pair.one), (b, pair.other))
    told = {slot.value: days(t.published) for slot, t in sides}
    yes, no = told["yes"], told["no"]
    if not yes or not no:
        return most == 0
    done = [day for slot, t in sides if slot.value == "yes" for day in _days(slot, t)]
    return yes.first > no.first and gap(yes, no) > most and not any(day.last < no.first for day in done)


def _days(slot: Slot, telling: Telling) -> list[Any]:
    """The days of its sentence; of what is not so, none that is to come: `is a draft, to be signed on Friday`.

    A day on which it was only said tells no deed.
    """
    here = (s for s in telling.slots if s.kind == "date" and s.sentence == slot.sentence and s.heads)
    found = (days(s.value) for s in here if slot.value != "no" or not s.ahead)
    return [day for day in found if day and day.length == 1]


def _groups() -> Mapping[str, Any]:
    groups: Mapping[str, Any] = subject("opposites")["polar"]
    return groups


@cache
def _undone() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of('opposites', 'undone', 'polar')}) (?:\w+ ){{0,3}}$")


@cache
def _keys() -> dict[str, tuple[str, ...]]:
    """The words of which one stands in each turn of phrase -> their groups."""
    found: dict[str, tuple[str, ...]] = {}
    for group, told in _groups().items():
        for word in told["words"]:
            found[word] = (*found.get(word, ()), group)
    return found


@cache
def _patterns(group: str, side: str) -> tuple[tuple[str, Phrases], ...]:
    """Where the thing stands, and the phrases: one pattern for all before it, for all behind it, one each around it."""
    made = _sources()[f"{group} {side}"]
    return tuple((where, needing(shape, needs)) for where, shape, needs in made)


@cache
def _sources() -> dict[str, list[tuple[str, str, Needs]]]:
    """By group and side: the patterns, each with the words of which one stands in whatever it finds."""
    return worked_out("polar", "", _with_words)


def _with_words() -> dict[str, list[tuple[str, str, Needs]]]:
    shapes = [
        (f"{g} {side}", *shape) for g in _groups() for side in ("no", "yes") for shape in _shapes(g, side)
    ]
    needed = needed_by_each("polar", [shape for _, _, shape in shapes], word_set("analysis", "stop"))
    found: dict[str, list[tuple[str, str, Needs]]] = {key: [] for key, _, _ in shapes}
    for (key, where, shape), needs in zip(shapes, needed, strict=True):
        found[key].append((where, shape, needs))
    return found


def _shapes(group: str, side: str) -> list[tuple[str, str]]:
    phrases = sorted(_groups()[group][side], key=lambda p: (-len(p), p))
    whole = "whole" if _groups()[group].get("whole") else "ahead"
    sorts = {
        "behind": [p.removesuffix(" {}") for p in phrases if p.endswith(" {}")],
        whole: [p.removeprefix("{} ") for p in phrases if p.startswith("{} ")],
        "alone": [p for p in phrases if "{}" not in p],
    }
    made = [(where, any_phrase(words, r"\b")) for where, words in sorts.items() if words]
    made += [("around", rf"\b{p.replace('{}', _BETWEEN)}\b") for p in phrases if " {} " in p]
    return made
