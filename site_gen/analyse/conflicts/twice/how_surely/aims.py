"""What one report has as certain, and the other only as an aim or a hope: `will repay the loan`, `hopes to repay it`.

Both must have one verb, or two that say the same (`opposites.yaml`, `planned_alike`), and what it is done to.
"""

import re
from collections.abc import Iterator
from functools import cache, partial

from site_gen.analyse.conflicts.twice.aligned.align import Pair, weak_stems
from site_gen.analyse.conflicts.twice.aligned.match import by_weight, each_once
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.stems import synonym
from site_gen.analyse.tellings import Slot, Telling, Told
from site_gen.resolve.words import subject, word_set
from site_gen.tables import Row
from site_gen.text.needed import Phrases, needed_words, needing
from site_gen.text.phrases import any_phrase

_ENOUGH, _WITH_NUMBER = 0.9, 0.4
"""What the words weigh that both have besides the verb; with a number or a day in common."""
_NOT = re.compile(r"\b(?:not|never|no|whether|if|unless)\b[^,;.]{0,20}$|n['’]t $")
_TRIES = r"endeavou?r|seek|try|strive|attempt|aim|hope|consider|examine|study|explore|look"
_WILL = (
    r"\b(?:will|shall)(?: \w+ly| also| now| then)?"
    rf" (?P<verb>(?!(?:be|not|have|{_TRIES})\b)[a-z]+|be [a-z]+)\b"
)
_SUM = re.compile(r"\b(?:that|this) (?:sum|amount|money|figure|quantity|number|much)\b")
"""What it is the sentence ahead says."""


@cache
def _seen() -> frozenset[str]:
    """Behind them stands what is wished for, with no verb of its own: `would love to see frigates in the gulf`."""
    return frozenset({f"!{synonym('see')}", f"!{synonym('have')}"})


def aim_slots(at: int, told: Told, before: Told | None = None) -> Iterator[Slot]:
    """A slot for each deed that is told as certain (`will`), and as a wish, with its verb and what it is told of.

    `before`: the sentence ahead, which says what `that sum` is. What is wished stands behind the wish; what will be
    may be told of what stands before it (`the levy will end`).
    """
    text, low = told.evidence.exact, told.evidence.exact.lower()
    if len(low) != len(text) or text.endswith("?"):
        return
    for value, told_so in _patterns():
        for found in told_so.pattern.finditer(low) if told_so.may_stand(text) else ():
            verb = synonym(found["verb"].rpartition(" ")[2])
            if verb and not _NOT.search(low, 0, found.start()):
                first = found.end() if value == "wish" else 0
                heads = {w.stem for w in told.words if not w.quoted and w.at >= first}
                if before and _SUM.search(low):
                    heads |= {w.stem for w in before.words if is_number(w.stem)}
                heads -= {*weak_stems(), verb}
                start = told.evidence.start
                marks = (f"!{_alike().get(verb, verb)}", *sorted(heads))
                yield Slot(at, "aim", value, start + found.start(), start + found.end(), marks)


def rival_aims(pair: Pair) -> Iterator[Row]:
    """A row for each deed that one report has as certain, and the other as a wish."""
    ours, theirs = ([s for s in t.slots if s.kind == "aim"] for t in (pair.one, pair.other))
    for a, b in each_once(by_weight(ours, theirs, partial(_of_one_deed, pair))):
        yield row_of(_as_words(a), _as_words(b), pair, 1.0, "force")


def _as_words(slot: Slot) -> Slot:
    """The slot as the words for an aim or a commitment, by which another comparison may tell the same."""
    return slot._replace(kind="words aim or commitment", value="1" if slot.value == "will" else "0")


def _of_one_deed(pair: Pair, a: Slot, b: Slot) -> float:
    """What the two have in common; nothing if that is too little, or either report tells it both ways."""
    if a.value == b.value:
        return 0.0
    shared = frozenset(a.heads[1:]) & frozenset(b.heads[1:])
    names = pair.names()
    plain = {stem for stem in shared - names if stem[0] != "#"}
    weight = pair.weight(plain) + pair.weight(shared & names) / 2
    counted = any(map(is_number, shared)) or not _days(a, pair.one).isdisjoint(_days(b, pair.other))
    if not plain or weight < (_WITH_NUMBER if counted else _ENOUGH):
        return 0.0
    verbs = {a.heads[0], b.heads[0]}
    of_one = counted and (len(plain) > 1 or not _named(a, pair.one).isdisjoint(_named(b, pair.other)))
    if len(verbs) > 1 and verbs.isdisjoint(_seen()) and not of_one:
        return 0.0
    if _of_two(a, b, pair) or _both(a, pair.one, shared) or _both(b, pair.other, shared):
        return 0.0
    return weight


def is_number(stem: str) -> bool:
    """Whether a stem is a number, with what it counts or without."""
    return stem[0] == "#" or stem[0].isdigit()


def _days(slot: Slot, telling: Telling) -> set[str]:
    return {s.value for s in telling.slots if s.kind == "date" and s.sentence == slot.sentence}


def _of_two(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether somebody is named before the one, and others before the other."""
    ours, theirs = _named(a, pair.one), _named(b, pair.other)
    if not ours.isdisjoint(b.heads) or not theirs.isdisjoint(a.heads):
        return False  # `France will send frigates`, `the minister would love to see French frigates`
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _named(slot: Slot, telling: Telling) -> set[str]:
    told = telling.sentences[slot.sentence]
    return {w.stem for w in told.words if w.name and not w.quoted and w.at < slot.start - told.evidence.start}


def _both(slot: Slot, telling: Telling, shared: frozenset[str]) -> bool:
    return any(
        s.kind == "aim"
        and s.value != slot.value
        and s.heads[0] == slot.heads[0]
        and not shared.isdisjoint(s.heads)
        for s in telling.slots
    )


def alike(verb: str, head: str) -> bool:
    """Whether a verb says the same of a plan as the one with which the heads of a slot begin."""
    return f"!{_alike().get(verb, verb)}" == head


@cache
def _patterns() -> tuple[tuple[str, Phrases], ...]:
    wishes = sorted(subject("opposites")["aimed"], key=lambda w: (-len(w), w))
    wish = rf"{any_phrase(wishes, '')}(?: \w+ly)? (?P<verb>(?!be\b|have\b)[a-z]+|be [a-z]+)\b"
    return (
        ("will", needing(_WILL, needed_words("will", ["will", "shall"]))),
        ("wish", needing(wish, needed_words("aimed", wishes, word_set("analysis", "stop")))),
    )


@cache
def _alike() -> dict[str, str]:
    """The stem of a verb -> that of the first of those that say the same of a plan."""
    groups = subject("opposites")["planned_alike"]
    return {synonym(word): synonym(group[0]) for group in groups for word in group}
