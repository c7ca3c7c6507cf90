"""Why it was done or came about: `was put off because the king was ill`, `customers are the reason`.

A sentence tells a cause by a turn of phrase (`opposites.yaml`, `causes`); `E` stands where what came about stands, and
`C` where its cause does. Two reports differ where what came about is one, and the causes have nothing in common.
"""

import re
from collections.abc import Iterator
from functools import cache, partial

from site_gen.analyse.conflicts.twice.aligned.align import Pair, weak_stems
from site_gen.analyse.conflicts.twice.aligned.match import by_weight
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.conflicts.twice.sentences.deeds import with_alike
from site_gen.analyse.stems import synonym
from site_gen.analyse.tellings import Slot, Telling, Told
from site_gen.resolve.words import subject, word_set
from site_gen.tables import Row
from site_gen.text.letters import letters_in
from site_gen.text.needed import Patterns, Phrases, patterns, phrases
from site_gen.text.phrases import begun

_ENOUGH, _FEW, _LEAST = 1.0, 2, 2
"""What the words weigh that both tell of what came about; so few of its words need those of the sentence ahead."""
_NAMED = 3
"""Names that are enough where each report tells one cause."""
_ALIKE = 0.5
"""What it counts that both tell a deed by two words for it."""
_SORT = 0.8
_SHORT = 160
"""Characters of a sentence that only tells a cause."""
_APART = "|"
_REACH = 160
_MEANT = re.compile(r"\b(?:it|this|that|they|which|the reason|the cause|its|their)\b")
_HAD = re.compile(
    r"(?:The |An? )?(?!(?:He|She|They|It|We|I|Police|Officials|Nobody)\b)[A-Z]?[\w’'-]+(?: [\w’'-]+){0,5}? had"
    r" (?!been (?:warned|told|asked|named)|said|told|asked|warned|called|planned|hoped|to)(?P<had>\w+)"
)
"""A short sentence that tells what had been done before."""
_TIMED = re.compile(r"\b(?:before|after|until|since|already|earlier|last|ago|years?|months?|weeks?|days?)\b")
_UNREAL = re.compile(r"\b(?:no|nobody|never|cannot|can|may|must|might|bars?|if|unless)\b")
"""In what is told to have come about: `no driver can be dismissed on economic grounds`."""
_DOUBT = re.compile(
    r"(?:\b(?:not|never|partly|in part|also|maybe|perhaps|possibly|probably|if|whether|unless|simply|may have been"
    r"|might have been|could have been)|n['’]t) (?:\w+ )?$"
)


def cause_slots(at: int, told: Told, before: Told | None) -> Iterator[Slot]:
    """A slot for a cause: stems of what came about, and behind a mark those of the cause."""
    text, low = told.evidence.exact, told.evidence.exact.lower()
    if len(low) != len(text) or text.endswith("?"):
        return
    named = _named_slot(at, told, before)
    if named:
        yield named
        return
    if _cues().isdisjoint(letters_in(text)):
        yield from _untold(at, told, before)
        return
    for first, told_so in _patterns():
        found = told_so.pattern.search(low) if told_so.may_stand(text) else None
        if (
            found is None
            or _in_speech(text, found.start())
            or _DOUBT.search(low, max(0, found.start() - 25), found.start())
        ):
            continue
        ahead, behind = (
            _side(told, found.start() - _REACH, found.start()),
            _side(told, found.end(), found.end() + _REACH),
        )
        effect, cause = (ahead, behind) if first == "effect" else (behind, ahead)
        effect = effect | _side(told, found.start(), found.end())
        around = low[: found.start()] if first == "effect" else low[found.end() :]
        if before and (len(effect) < _FEW or _MEANT.search(around)):
            effect = effect | _side(before, 0, len(before.evidence.exact))
            around += before.evidence.exact
        if effect and cause:
            yield _slot(at, told, found, (effect, cause, around + low[slice(*found.span())]))
            return
    yield from _untold(at, told, before)


def _slot(at: int, told: Told, found: re.Match[str], sides: tuple[set[str], set[str], str]) -> Slot:
    """`sides`: the stems of what came about and of its cause, and the words that tell what came about."""
    effect, cause, around = sides
    start = told.evidence.start
    marks = (*with_alike(tuple(sorted(effect))), *_sorts_of(around))
    heads = (*marks, _APART, *with_alike(tuple(sorted(cause))))
    return Slot(at, "cause", "cause", start + found.start(), start + found.end(), heads)


def _untold(at: int, told: Told, before: Told | None) -> Iterator[Slot]:
    """A slot for what had been done before what the sentence ahead tells: `Rust had eaten through a cable.`"""
    text = told.evidence.exact
    found = _HAD.match(text)
    if before is None or found is None or len(text) > _SHORT or _TIMED.search(text):
        return
    sorts = set(_sorts_of(before.evidence.exact)) & _own_sentence() - set(_sorts_of(text))
    cause = _side(told, 0, len(text))
    if sorts and cause and not _in_speech(text, found.start()):
        yield _slot(
            at, told, found, (_side(before, 0, len(before.evidence.exact)), cause, before.evidence.exact)
        )


def _sorts_of(text: str) -> tuple[str, ...]:
    """Marks for the sorts of things that a text tells to have come about."""
    low = text.lower()
    return tuple(f"+{name}" for name, words in _sorts().items() if words.search(low))


def _named_slot(at: int, told: Told, before: Told | None) -> Slot | None:
    """The slot of a sentence that names both by one turn: `blames a spark for the fire`, `it was X that closed it`.

    Where the cause is only meant (`that is why`) it is what the clauses or the sentence ahead tell.
    """
    text = told.evidence.exact
    for _, pattern in _turns_of_both().that_may(text):
        found = pattern.search(text.lower())
        if found is None or _in_speech(text, found.start()) or _UNREAL.search(found["effect"]):
            continue
        effect = _side(told, *found.span("effect"))
        cause = _side(told, *found.span("cause")) if found["cause"] else _side(told, 0, found.start())
        if not found["cause"] and before and len(cause) < _LEAST:
            cause = _side(before, 0, len(before.evidence.exact))
        meant, around = found["effect"], found.group().replace(found["cause"], "")
        if before and (not effect or _MEANT.fullmatch(meant.split()[-1])):
            effect |= _side(before, 0, len(before.evidence.exact)) - cause
            around += before.evidence.exact
        if effect and cause:
            return _slot(at, told, found, (effect, cause, around))
    return None


def _in_speech(text: str, at: int) -> bool:
    """Whether somebody says it, or thinks it: `"They lost because nobody came"`."""
    opened = text.count("“", 0, at) > text.count("”", 0, at) or text.count('"', 0, at) % 2 == 1
    return opened or _FIRST.search(text) is not None


_FIRST = re.compile(r"\b(?:I|we|We|our|my)\b")


def _side(told: Told, begin: int, end: int) -> set[str]:
    """The stems between two places, to the nearest mark that ends a clause."""
    return {w.stem for w in told.words if begin <= w.at < end and not w.quoted} - weak_stems() - _own_stems()


def rival_causes(pair: Pair) -> Iterator[Row]:
    """The pair of causes of one thing that have nothing in common."""
    ours, theirs = ([s for s in t.slots if s.kind == "cause"] for t in (pair.one, pair.other))
    for weight, a, b in by_weight(ours, theirs, partial(_of_one_thing, pair))[:1]:
        if weight:
            yield row_of(a, b, pair, 1.0, "identity")


def _of_one_thing(pair: Pair, a: Slot, b: Slot) -> float:
    """What came about by both accounts; nothing where the causes may be one, or a report gives the other's as well."""
    (effect, cause), (result, reason) = _sides(a), _sides(b)
    shared = effect & result
    sorts = {stem for stem in shared if stem[0] == "+"}
    names, marks = shared & pair.names(), {stem for stem in shared if stem[0] == "="}
    plain = {stem for stem in shared - names if stem[0] not in "#=+"}
    weight = pair.weight(plain) + pair.weight(names) / 2 + _ALIKE * len(marks)
    told = plain or (marks and names) or (len(names) >= _NAMED and _is_only(a, b, pair))
    if len(plain | marks | names) < _FEW or not told or weight < _ENOUGH:
        weight = _of_one_sort(sorts, plain | names, (a, b), pair)
    known = _known(reason - effect, a, pair.one) or _known(cause - result, b, pair.other)
    if not (cause.isdisjoint(_strife()) or reason.isdisjoint(_strife())):
        return 0.0  # `recent acts of violence`, `the attacks`
    both = cause & reason
    one = {stem for stem in both if stem[0] != "="} if weight == _SORT else both
    return 0.0 if known or one else weight


def _of_one_sort(
    sorts: set[str], shared: frozenset[str] | set[str], both: tuple[Slot, Slot], pair: Pair
) -> float:
    """What it weighs that both tell the one cause of one sort of thing; with no word in common only if there is one."""
    alone = {f"+{name}" for name, said in subject("opposites")["came_about"].items() if said.get("alone")}
    told = sorts if shared else sorts & alone
    others = (s for t in (pair.one, pair.other) for s in t.slots if s.kind == "cause" and s not in both)
    return _SORT if told and all(told.isdisjoint(_sides(s)[0]) for s in others) else 0.0


def _is_only(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether neither report tells another cause."""
    return all(s in (a, b) for t in (pair.one, pair.other) for s in t.slots if s.kind == "cause")


def _known(cause: frozenset[str], slot: Slot, telling: Telling) -> bool:
    """Whether the report tells most of a cause somewhere near its own."""
    near = telling.sentences[max(0, slot.sentence - 1) : slot.sentence + 2]
    told = {w.stem for sentence in near for w in sentence.words}
    plain = {stem for stem in cause if stem[0] not in "#=+"}
    return bool(plain) and 2 * len(plain & told) >= len(plain)


def _sides(slot: Slot) -> tuple[frozenset[str], frozenset[str]]:
    at = slot.heads.index(_APART)
    return frozenset(slot.heads[:at]), frozenset(slot.heads[at + 1 :])


@cache
def _patterns() -> tuple[tuple[str, Phrases], ...]:
    """What stands before the words, and the words."""
    told, common = subject("opposites")["causes"], word_set("analysis", "stop")
    longest = ((first, sorted(told[first], key=lambda w: (-len(w), w))) for first in ("effect", "cause"))
    return tuple((first, phrases(f"causes-{first}", words, r"\b", common=common)) for first, words in longest)


@cache
def _turns_of_both() -> Patterns:
    """What names what came about (`effect`) and its cause; this is left out (`(?P<cause>)`) where it is only meant."""
    marked = [("both", begun(turn)) for turn in subject("opposites")["causes"]["both"]]
    return patterns("causes", marked, word_set("analysis", "stop"))


@cache
def _sorts() -> dict[str, re.Pattern[str]]:
    """Patterns for what came about, by its sort."""
    told = subject("opposites")["came_about"]
    return {name: re.compile(rf"\b(?:{'|'.join(said['words'])})(?!\w)") for name, said in told.items()}


@cache
def _own_sentence() -> frozenset[str]:
    """The sorts whose cause may stand in a sentence of its own."""
    return frozenset(
        f"+{name}" for name, said in subject("opposites")["came_about"].items() if said["untold"]
    )


@cache
def _strife() -> frozenset[str]:
    """Stems of words for fighting, of which two reports use others for one thing."""
    return frozenset(synonym(word) for word in word_set("opposites", "strife"))


@cache
def _cues() -> frozenset[str]:
    return word_set("opposites", "cause_words")


@cache
def _own_stems() -> frozenset[str]:
    """Stems of the words that only tell a cause."""
    return frozenset(synonym(word) for word in subject("opposites")["cause_words"])
