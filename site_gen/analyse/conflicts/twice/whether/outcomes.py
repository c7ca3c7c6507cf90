"""What one report says a thing came to, and another says it did not, or came to something else."""

import re
from collections.abc import Iterator, Mapping, Set
from functools import cache, partial

from site_gen.analyse.conflicts.twice.aligned.align import Pair, weak_stems
from site_gen.analyse.conflicts.twice.aligned.match import by_weight
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.conflicts.twice.sentences.argued import is_argued
from site_gen.analyse.conflicts.twice.sentences.names_around import named_subject
from site_gen.analyse.conflicts.twice.whether.phrases import outcomes, stands_for
from site_gen.analyse.conflicts.twice.whether.subjects import of_two_bodies, of_two_names
from site_gen.analyse.conflicts.twice.whether.turns import (
    Turn,
    phrases_in,
    places_in,
    turns,
    words_in,
    words_of,
)
from site_gen.analyse.stems import synonym
from site_gen.analyse.tellings import Slot, Telling, Told
from site_gen.resolve.intervals import Days, days, overlap
from site_gen.resolve.words import country_words
from site_gen.tables import Row
from site_gen.text.lists import without
from site_gen.worked_out import worked_out

_LATELY, _ENOUGH, _SURE = 6, 0.7, 2.5
"""What the stems weigh together that both have of the thing."""
_BEFORE, _REACH, _BARE, _SHORT = 12, 130, 2, 3
_STOPS = frozenset('.;:“”"')
_LETTERS = re.compile(r"[^\W\d_]+")
_REST = "|"
"""Between the stems of the thing itself and of what is told with it: `the licence | of the mine`."""
_Tokens = list[tuple[str, int]]


def outcome_slots(at: int, told: Told, before: Told | None = None) -> Iterator[Slot]:
    """A slot for each turn of phrase by which something turned out so; `before`: the sentence ahead."""
    low = told.evidence.exact.lower()
    if len(low) != len(told.evidence.exact):
        return
    words = words_in(low)
    phrases = phrases_in(words)
    if not phrases:
        return
    named = frozenset([word.stem for sentence in (told, before) if sentence for word in sentence.words])
    by_name = any(word.name and not word.quoted for word in told.words)
    found = [*turns(words, phrases, lambda outcome: by_name or _may_be(outcome, named))]
    tokens = [*zip(words, places_in(low, words), strict=True)] if found else []
    for turn in found:
        first, end = tokens[turn.first][1], tokens[turn.last - 1][1] + len(words[turn.last - 1])
        heads = _heads(turn, tokens, told, before)
        if heads[0] != _REST and not is_argued(low, first):
            start, kind = told.evidence.start, f"outcome {turn.outcome}"
            yield Slot(at, kind, turn.side, start + first, start + end, heads, turn.planned)


def _may_be(outcome: str, named: frozenset[str]) -> bool:
    """Whether a thing is named of which an outcome may be told."""
    typed = _typed(outcome)
    return not typed or not typed.isdisjoint(named)


def _heads(turn: Turn, tokens: _Tokens, told: Told, before: Told | None) -> tuple[str, ...]:
    """Stems of what is told of, and behind a mark those of what belongs to it; none where it cannot be told of that.

    Where it is only meant (`they were freed`) those of the sentence ahead.
    """
    typed = _typed(turn.outcome)
    first, last = _within(turn, tokens, bool(typed))
    inner = {tokens[n][0] for n in range(first, last if turn.ahead else min(first + 1, last))}
    meant = words_of("meant_ahead" if turn.ahead else "meant")
    cut = last if turn.ahead else _cut(tokens, first, last)
    thing = _stems(told, tokens, first, cut)
    rest = _occasion(turn, told, tokens) or _stems(told, tokens, *_belonging(tokens, cut, last))
    if turn.bare and turn.ahead:
        thing = thing[-_BARE:]
    if outcomes()[turn.outcome].get("whole"):
        thing = [w.stem for w in told.words]
    elif typed and turn.ahead:
        thing += _stems(told, tokens, turn.first, turn.last)
    if not thing or (not inner.isdisjoint(meant) and not _named_in(told, tokens, first, cut)):
        thing += [w.stem for w in before.words] if before else []
        thing += _stems(told, tokens, 0, turn.first) if inner and inner <= words_of("meant") else []
    if typed and typed.isdisjoint(thing):
        thing = thing if _is_named(told, turn, tokens) else []
    return (*sorted({*thing} - weak_stems()), _REST, *sorted({*rest} - weak_stems()))


def _is_named(told: Told, turn: Turn, tokens: _Tokens) -> bool:
    """Whether a name stands right before it: what sort of thing that is the other report may say."""
    first = tokens[turn.first][1]
    ahead = [w for w in told.words if w.at < first]
    return bool(turn.ahead and ahead) and ahead[-1].name


def _named_in(told: Told, tokens: _Tokens, first: int, last: int) -> bool:
    """Whether a name stands there: `its former director, Ann Roth` is nobody else, whatever `its` means."""
    if first >= last:
        return False
    return any(w.name and tokens[first][1] <= w.at <= tokens[last - 1][1] for w in told.words)


def _occasion(turn: Turn, told: Told, tokens: _Tokens) -> list[str]:
    """Stems of the occasion of which it is told, if an outcome is told of one: `skipped the ceremony`."""
    named = outcomes()[turn.outcome].get("occasion")
    if not named:
        return []
    occasions = {synonym(word) for word in stands_for(named)}
    found = _stems(told, tokens, turn.first, _cut(tokens, turn.last, len(tokens)))
    return [stem for stem in found if stem in occasions]


def _cut(tokens: _Tokens, first: int, last: int) -> int:
    """Where the thing behind a phrase ends, and only what belongs to it follows."""
    cuts = words_of("behind")
    return next((n for n in range(first, last) if tokens[n][0] in cuts), last)


def _belonging(tokens: _Tokens, cut: int, last: int) -> tuple[int, int]:
    """Between which words stands what belongs to the thing, if anything does: `of the mine`."""
    if cut >= last or tokens[cut][0] not in words_of("belonging"):
        return last, last
    return cut + 1, _cut(tokens, cut + 1, last)


_AND = frozenset({"and"})


def _within(turn: Turn, tokens: _Tokens, typed: bool) -> tuple[int, int]:
    """Between which words the thing stands."""
    if turn.thing != (0, 0):
        return turn.thing
    if not turn.ahead or not turn.first:
        return _behind(turn, tokens)
    marks = without(words_of("clauses"), _AND)
    sentence, clause = (_behind_last(those, tokens, turn.first) for those in (_STOPS, marks))
    return sentence if typed or turn.first - clause < _SHORT else clause, turn.first


def _behind(turn: Turn, tokens: _Tokens) -> tuple[int, int]:
    """All that follows on it: also where a sentence begins with it (`Behind closed doors the court heard`)."""
    stops = (n for n in range(turn.last, len(tokens)) if tokens[n][0] in _STOPS)
    return turn.last, next(stops, len(tokens))


def _behind_last(marks: Set[str], tokens: _Tokens, end: int) -> int:
    """The place behind the last of some marks before another; 0 where there is none."""
    return next((n for n in range(end, 0, -1) if tokens[n - 1][0] in marks), 0)


def _stems(told: Told, tokens: _Tokens, first: int, last: int) -> list[str]:
    """The stems of the words between two, those that are nearest to the end where there are many."""
    if first >= last:
        return []
    end = tokens[last - 1][1]
    start = max(tokens[first][1], end - _REACH)
    return [w.stem for w in told.words if start <= w.at <= end][-_BEFORE:]


def rival_outcomes(pair: Pair) -> Iterator[Row]:
    """One row for each outcome of which the reports take two sides."""
    ours, theirs = (_by_outcome(t) for t in (pair.one, pair.other))
    for outcome in sorted(ours.keys() & theirs.keys()):
        weight, a, b = by_weight(ours[outcome], theirs[outcome], partial(_told_of_one, outcome, pair))[0]
        if weight:
            told = _as_words(a, b, pair) or (_as_deed(outcome, a), _as_deed(outcome, b))
            yield row_of(*told, pair, 1.0, str(outcomes()[outcome]["kind"]))


def _as_words(a: Slot, b: Slot, pair: Pair) -> tuple[Slot, Slot] | None:
    """The two as words that rule each other out, where they are such: so another comparison tells them as one."""
    ours, theirs = (
        [s for s in t.slots if s.kind.startswith("words ") and x.start < s.end and s.start < x.end]
        for x, t in ((a, pair.one), (b, pair.other))
    )
    found = ((s, t) for s in ours for t in theirs if s.kind == t.kind and s.value != t.value)
    return next(found, None)


def _as_deed(outcome: str, slot: Slot) -> Slot:
    """A slot that says what a plain denial says of the deed, for the same reason."""
    for side, deed in outcomes()[outcome].get("deed", {}).items():
        done = "yes" if slot.value == side else "no"
        return slot._replace(kind="not", value=f"{synonym(deed)} {done}")
    return slot


def _by_outcome(telling: Telling) -> Mapping[str, list[Slot]]:
    found: dict[str, list[Slot]] = {}
    for slot in telling.slots:
        if slot.kind.startswith("outcome "):
            found.setdefault(slot.kind.partition(" ")[2], []).append(slot)
    return found


def _exclude(a: Slot, b: Slot) -> bool:
    """Whether both cannot be so: two sides, or one side and its denial; what is planned may still be otherwise."""
    sides = [slot.value.removeprefix("not ").removeprefix("yet ") for slot in (a, b)]
    denied = [slot.value.startswith("not ") for slot in (a, b)]
    apart = denied[0] != denied[1] and sides[0] == sides[1] if any(denied) else sides[0] != sides[1]
    outcome = a.kind.partition(" ")[2]
    if not apart or a.ahead == b.ahead or not outcomes()[outcome].get("goes_on"):
        return apart
    planned, other = (a, b) if a.ahead else (b, a)
    return planned.value.startswith("not ") or _place(outcome, planned.value) < _place(outcome, other.value)


def _told_of_one(outcome: str, pair: Pair, a: Slot, b: Slot) -> float:
    """What their things have in common; nothing where it may have changed, or a report has both sides of it."""
    if not _exclude(a, b):
        return 0.0
    thing = _things(a) & _things(b)
    shared = frozenset(a.heads) & frozenset(b.heads) - {_REST}
    typed = _typed(outcome)
    weight = pair.weight(shared) + (1.0 if typed & thing else 0.0)
    if not thing and _of_one_belonging(typed, a, b, pair):
        return 0.0 if _of_two_times(a, b, pair) or _changed(outcome, a, b, pair) else 1.0
    if weight < _ENOUGH or not thing or (typed and not _of_such(typed, a, b, pair)):
        return 0.0
    if (shared <= typed and _named_otherwise(a, b, pair)) or _of_two_subjects(a, b, pair):
        return 0.0
    if not outcomes()[outcome].get("whole") and of_two_names(_things(a), _things(b), pair):
        return 0.0
    if outcomes()[outcome].get("by_body") and of_two_bodies(a, b, pair):
        return 0.0
    sure = weight >= _SURE and "occasion" not in outcomes()[outcome]
    if (not sure and _of_others(a, b, pair)) or _of_two_times(a, b, pair):
        return 0.0
    if _both(a, pair.one, thing) or _both(b, pair.other, thing) or _changed(outcome, a, b, pair):
        return 0.0
    return weight


def _of_one_belonging(typed: frozenset[str], a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether two nouns for such a thing have one thing that belongs to them: `the purchase of`, `its order for`."""
    ours, theirs = _things(a), _things(b)
    both = bool(ours and theirs) and ours <= typed and theirs <= typed
    return both and pair.weight(_rest(a) & _rest(b)) >= _ENOUGH


def _rest(slot: Slot) -> frozenset[str]:
    return frozenset(slot.heads[slot.heads.index(_REST) + 1 :])


def _of_such(typed: frozenset[str], a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether both are told of such a thing: one may give its name alone (`Varuna crashed`)."""
    thing = _things(a) & _things(b)
    if not typed.isdisjoint(thing):
        return True
    return not typed.isdisjoint(_things(a) | _things(b)) and not thing.isdisjoint(pair.names())


def _of_two_subjects(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether each has a name right before it, and they have no word in common: two men, one of them guilty."""
    if not outcomes()[a.kind.partition(" ")[2]].get("of_one_person"):
        return False
    ours, theirs = (
        named_subject(t.sentences[s.sentence], s.start) for s, t in ((a, pair.one), (b, pair.other))
    )
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _named_otherwise(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether the one has another noun than the other, which has a name: `the contract`, `the Basin Accord`."""
    nouns, names = [], []
    for slot, telling in ((a, pair.one), (b, pair.other)):
        told = telling.sentences[slot.sentence]
        kinds = _typed(slot.kind.partition(" ")[2])
        nouns.append({_noun(told.evidence.exact, w.at) for w in told.words if w.stem in kinds})
        names.append(_names(slot, telling))
    return bool(names[0]) != bool(names[1]) and all(nouns) and nouns[0].isdisjoint(nouns[1])


def _noun(text: str, at: int) -> str:
    found = _LETTERS.match(text, at)
    return found.group().lower() if found else ""


def _of_others(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether each is told of another: by its names, how many they are, or what belongs to them."""
    ours, theirs = (
        _names(s, t) - _typed(s.kind.partition(" ")[2]) for s, t in ((a, pair.one), (b, pair.other))
    )
    counts = [{stem for stem in _things(s) if stem[0] == "#"} for s in (a, b)]
    rests = [{*s.heads[s.heads.index(_REST) + 1 :]} for s in (a, b)]
    return any(all(x) and x[0].isdisjoint(x[1]) for x in ((ours, theirs), counts, rests))


def _names(slot: Slot, telling: Telling) -> frozenset[str]:
    """The names of its sentence, but for those of countries and of who says it."""
    told = telling.sentences[slot.sentence]
    return frozenset(w.stem for w in told.words if w.name and not w.quoted) - _countries()


@cache
def _countries() -> frozenset[str]:
    return frozenset(synonym(word) for word in country_words())


def _of_two_times(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether their sentences name other days, or one alone names a time long past."""
    ours, theirs = (_days(s, t) for s, t in ((a, pair.one), (b, pair.other)))
    if ours and theirs:
        return not all(overlap(x, y) for x in ours for y in theirs if x.length == y.length == 1)
    written = days((pair.one if ours else pair.other).published)
    return written is not None and any(day.last < written.first - _LATELY for day in (*ours, *theirs))


def _things(slot: Slot) -> frozenset[str]:
    return frozenset(slot.heads[: slot.heads.index(_REST)])


def _both(slot: Slot, telling: Telling, thing: frozenset[str]) -> bool:
    return any(
        s.kind == slot.kind and _exclude(s, slot) and not thing.isdisjoint(_things(s)) for s in telling.slots
    )


def _changed(outcome: str, a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether a later report may tell of a later state: sides of what goes on stand in their order."""
    if outcomes()[outcome].get("by_the_day") and pair.days_apart() > 0:
        return True  # who advances, or is at large, on one day may not be so on the next
    for_now = any(s.value.startswith("not yet ") for s in (a, b))
    if not for_now and not outcomes()[outcome].get("goes_on"):
        return False
    (_, first), (late, second) = sorted(
        ((a, pair.one), (b, pair.other)), key=lambda s: _place(outcome, s[0].value)
    )
    then, now = days(first.published), days(second.published)
    if not then or not now:
        return True
    done = any(day.last < then.first for day in _days(late, second) if day.length == 1)
    return now.first > then.last and not done


def _place(outcome: str, side: str) -> float:
    """How far things have gone; what is not so yet comes before."""
    order = [*outcomes()[outcome]["sides"]]
    bare = side.removeprefix("not ").removeprefix("yet ")
    return order.index(bare) - (0.5 if bare != side else 0.0)


def _days(slot: Slot, telling: Telling) -> list[Days]:
    """The days of its sentence; not of an aside to a name: `Ann Roth, who was mayor until 2022, was acquitted`.

    The day until which it is so is no day of it: `will be kept up until Friday`.
    """
    told = telling.sentences[slot.sentence].evidence
    here = (s for s in telling.slots if s.kind == "date" and s.sentence == slot.sentence)
    found = (
        days(s.value)
        for s in here
        if not _in_an_aside(s, slot, told.exact, told.start)
        and not _UNTIL.search(told.exact, 0, s.start - told.start)
    )
    return [day for day in found if day]


def _in_an_aside(date: Slot, slot: Slot, text: str, start: int) -> bool:
    if date.start > slot.end:
        return _ASIDE.search(text[slot.end - start : date.start - start]) is not None
    if date.end > slot.start or not _ASIDE.search(text, 0, date.start - start):
        return False
    return "," in text[date.end - start : slot.start - start]


_UNTIL = re.compile(r"\b(?:until|till)(?: at least)?(?: the end of)? $")
_ASIDE = re.compile(r", (?:who|which|whose) [^,;:]*$")


def _typed(outcome: str) -> frozenset[str]:
    """Stems of the things of which an outcome is told, if it is told of such alone."""
    return _things_of_outcomes()[outcome]


@cache
def _things_of_outcomes() -> Mapping[str, frozenset[str]]:
    return worked_out("outcome_things", "", _stemmed)


def _stemmed() -> dict[str, frozenset[str]]:
    words = {outcome: told.get("of", ()) for outcome, told in outcomes().items()}
    return {outcome: frozenset(map(synonym, of)) - {""} for outcome, of in words.items()}
