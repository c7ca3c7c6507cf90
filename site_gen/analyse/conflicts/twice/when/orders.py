"""Which of two deeds came first: `X after Y`, `X before Y`, `X when Y was still a draft`, `Y the next day`."""

import re
from collections.abc import Iterator
from functools import cache, partial
from typing import NamedTuple

from site_gen.analyse.conflicts.twice.aligned.align import Pair, weak_stems
from site_gen.analyse.conflicts.twice.aligned.match import by_weight
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.conflicts.twice.sentences.deeds import repeated_stems, with_alike
from site_gen.analyse.stems import synonym
from site_gen.analyse.tellings import Slot, Told
from site_gen.resolve.words import subject, word_set
from site_gen.tables import Row
from site_gen.text.needed import Patterns, patterns
from site_gen.text.phrases import begun

_END = re.compile(r"[,;:.()–—]| but | while ")
_ASIDE = re.compile(
    r", (?:(?:[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,3}|\d+)|(?:who|which|whose) [^,;:.]{3,60}), (?!and\b|but\b|said|says)"
)
_FIRST = re.compile(r"[\w’'-]+|$")
_PRONOUN = re.compile(r"\b(?:it|they|he|she|him|her|them|this|did so)\b")
_TOLD_OF = re.compile(
    r"\b(?:was|were|been) (?:only |not )?(?:told|warned|notified|informed|advised|ordered)\b"
)
"""To be told something is a deed, too; who only says something tells another one."""
_POINTED = re.compile(r"(?:that|this) (?P<noun>[a-z]+)(?=[.,;]|$)")
_DOES = re.compile(r" (?:had |has |have )?(?:\w+ed|met|sat|found|heard|gave|took|let|sent)\b")
"""Behind `the court`: before it decided is a deed, before the court is a place."""
_THAN = re.compile(r"\bthan\b[^,;:.]{0,40}$")
_APART = "|"
_LATER = frozenset({"after", "already", "then"})
_SHORT = 3
"""Words of a deed that says little without what its pronoun means: `they resumed`."""
_EACH, _BOTH, _HALF = 0.3, 1.4, 0.5
_PART = 0.15
"""The part of what is told of a deed that both must have."""
_ALIKE = 0.5
"""What it weighs that both tell of a deed in words of one group, and share no word of it."""
_SEVERAL = 3
"""Names that are enough in common where one of them tells nothing else."""
_ONE = 1.0
"""What the words of each deed weigh that both reports have, and those of the two together."""


class _Parts(NamedTuple):
    """Stretches of a sentence: the deed that is told, and the one it is told to be before or after."""

    told: tuple[tuple[int, int], ...]
    other: tuple[int, int]


def order_slots(at: int, told: Told, before: Told | None) -> Iterator[Slot]:
    """A slot for each such pair of deeds: stems of the first, and of the second."""
    low, start = told.evidence.exact.lower(), told.evidence.start
    if len(low) != len(told.evidence.exact) or _is_title(told):
        return
    for sort, pattern in _patterns().that_may(told.evidence.exact):
        for found in pattern.finditer(low):
            pair = _deeds(sort, found, told, before) if _tells_a_deed(low, found) else None
            if pair and all(pair):
                heads = (*sorted(pair[0]), _APART, *sorted(pair[1]))
                yield Slot(at, "sequence", sort, start + found.start(), start + found.end(), heads)


def _is_title(told: Told) -> bool:
    """`The new budget, twelve weeks after the vote`: a heading that says how long it is, and no deed."""
    return not (
        told.evidence.exact.rstrip("”\"’')] ").endswith((".", "!", ":")) or any(w.verb for w in told.words)
    )


def _tells_a_deed(low: str, found: re.Match[str]) -> bool:
    """Whether a deed stands behind the words, and no day or court: `before May`, `before the judge`."""
    ahead = low[: found.start()].split()[-1:]
    behind = _FIRST.search(low, found.start("it"))
    if not behind or not word_set("opposites", "no_order").isdisjoint(ahead):
        return False
    if _THAN.search(low, 0, found.start()):
        return False  # `dearer than it was before the flood`
    word = behind.group()
    pointed = _POINTED.match(low, behind.start())
    if pointed and pointed["noun"] not in word_set("opposites", "time"):
        return True  # `ahead of that review`
    if (
        [word] == ahead
        or word in word_set("opposites", "no_deed")
        or word in word_set("opposites", "time")
        or word[:1].isdigit()
    ):
        return False
    return not any(
        low.startswith(words, behind.start()) and not _DOES.match(low, behind.start() + len(words))
        for words in word_set("opposites", "no_deed")
        if " " in words
    )


def _deeds(
    sort: str, found: re.Match[str], told: Told, before: Told | None
) -> tuple[frozenset[str], frozenset[str]] | None:
    """Stems of the first deed and of the second."""
    low = told.evidence.exact.lower()
    if sort in ("then", "earlier"):
        whole = _stems(told, before if sort == "then" else None, ((0, len(low)),))
        ahead = _stems(before, None, ((0, len(before.evidence.exact)),)) if before else frozenset()
        return (ahead, whole) if sort == "then" else (whole, ahead)
    if sort == "first":
        return _stems(told, None, ((0, found.end()),)), frozenset({"*"})
    parts = _parts(low, found, told)
    main, other = _stems(told, before, parts.told), _stems(told, before, (parts.other,))
    return (other, main) if sort in ("after", "already") else (main, other)


def _parts(low: str, found: re.Match[str], told: Told) -> _Parts:
    """Stretches of the part of the sentence that stands between semicolons."""
    last = _end(low, found.end(), told)
    if found.groupdict().get("then") is not None:
        last = found.start("then")
    start, close = low.rfind(";", 0, found.start()) + 1, low.find(";", last)
    if _PRONOUN.match(low, start + 1):
        start = 0
    rest = (start, found.start("it")), (last, len(low) if close < 0 else close)
    return _Parts(rest, (found.start("it"), last))


def _end(low: str, first: int, told: Told) -> int:
    """Where the deed ends that begins there; an aside to who does it is no end: `before the envoy, Ann Roth, came`."""
    end = _END.search(low, first)
    aside = _ASIDE.match(told.evidence.exact, end.start()) if end else None
    if aside and not any(w.verb for w in told.words if first <= w.at < aside.start()):
        end = _END.search(low, aside.end())
    return end.start() if end else len(low)


def _stems(told: Told, before: Told | None, spans: tuple[tuple[int, int], ...]) -> frozenset[str]:
    """Stems of what stands in these places; where a pronoun stands there, also those of the sentence ahead."""
    low = told.evidence.exact.lower()
    told_of = _TOLD_OF.search(low) is not None
    found = {w.stem for w in told.words if any(a <= w.at < b for a, b in spans) and (told_of or not w.quoted)}
    if before and 0 < len(found) <= _SHORT and any(_PRONOUN.search(low, a, b) for a, b in spans):
        found |= {w.stem for w in before.words}
    return frozenset(stem for stem in found - weak_stems() - _marks() if not stem.startswith("#"))


def rival_orders(pair: Pair) -> Iterator[Row]:
    """The pair of deeds that most surely has two orders."""
    ours, theirs = ([s for s in t.slots if s.kind == "sequence"] for t in (pair.one, pair.other))
    for weight, a, b in by_weight(ours, theirs, partial(_turned, pair))[:1]:
        if not weight:
            break
        turned = int(a.value in _LATER and b.value not in _LATER)
        a, b = (
            s._replace(kind="words before or after", value=str(n)) for s, n in ((a, turned), (b, 1 - turned))
        )
        yield row_of(a, b, pair, 1.0, "order")


def _turned(pair: Pair, a: Slot, b: Slot) -> float:
    """What both say of the two deeds, if in another order; nothing otherwise."""
    first, second = sides_of(a)
    one, other = sides_of(b)
    if "*" in second and "*" in other:
        return 0.0
    names = pair.names()
    least = _BOTH if "*" not in second | other else _EACH + _ONE
    if not (_shares_a_deed(a, first, other, pair) and _shares_a_deed(a, second, one, pair)):
        return 0.0
    across = [_weigh(first, other, pair), _weigh(second, one, pair)]
    along = [_weigh(first - names, one - second, pair), _weigh(second - names, other - first, pair)]
    if min(across) < _EACH or sum(across) < least or sum(along) > _HALF * sum(across):
        return 0.0
    return sum(across)


def _shares_a_deed(slot: Slot, ours: frozenset[str], theirs: frozenset[str], pair: Pair) -> bool:
    """Whether more than a name is in common, as one person does many deeds; and no small part of what is told."""
    names = {
        w.stem
        for told in pair.one.sentences[max(0, slot.sentence - 1) : slot.sentence + 1]
        for w in told.words
        if w.name
    }
    if "*" in ours | theirs:
        return True
    if _common(ours, theirs) <= names and _alike(ours, theirs):
        return True
    if len(_common(ours, theirs)) >= _SEVERAL and (ours <= names or theirs <= names):
        return True  # `once Ann Low was in Amman` tells no more than names
    shared, least = _common(ours, theirs), min(pair.weight(ours), pair.weight(theirs))
    return bool(shared - names - repeated_stems()) and pair.weight(shared) >= _PART * least


def _weigh(ours: frozenset[str], theirs: frozenset[str], pair: Pair) -> float:
    if "*" in ours | theirs:
        return _EACH
    shared = _common(ours, theirs)
    return pair.weight(shared) if shared or not _alike(ours, theirs) else _ALIKE


def _common(ours: frozenset[str], theirs: frozenset[str]) -> frozenset[str]:
    """What both have, one of them perhaps in the plural."""
    one, other = ({stem for stem in x if f"{stem}s" in y} for x, y in ((ours, theirs), (theirs, ours)))
    return (ours & theirs) | one | other


def _alike(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether both have a deed that is told in place of the other's: `the dam burst`, `before it broke`."""
    one, other = ({stem for stem in with_alike(tuple(x)) if stem[:1] == "="} for x in (ours, theirs))
    return not one.isdisjoint(other)


def sides_of(slot: Slot) -> tuple[frozenset[str], frozenset[str]]:
    """Stems of the deed that came first, and of the other."""
    at = slot.heads.index(_APART)
    return frozenset(slot.heads[:at]), frozenset(slot.heads[at + 1 :])


@cache
def _marks() -> frozenset[str]:
    """Stems of words that only say when: `already`."""
    return frozenset(synonym(word) for word in word_set("opposites", "order_marks"))


@cache
def _patterns() -> Patterns:
    """Each with which deed comes first."""
    groups = subject("opposites")["orders"]
    marked = [(sort, begun(phrase)) for sort, phrases in groups.items() for phrase in phrases]
    return patterns("orders", marked, word_set("analysis", "stop"))
