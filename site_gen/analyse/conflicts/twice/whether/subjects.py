"""Two words that rule each other out, said of one subject: `The recall was voluntary`, `The recall is mandatory`."""

import re
from collections.abc import Collection
from functools import cache

from site_gen.analyse.conflicts.objects import things_behind
from site_gen.analyse.conflicts.twice.aligned.align import Pair, weak_stems
from site_gen.analyse.conflicts.twice.sentences.deciders import deciders
from site_gen.analyse.stems import synonym
from site_gen.analyse.tellings import Slot, Telling
from site_gen.resolve.words import country_words

_BEGINS = r"(?:^|[.;:,“”\"—–] ?|\b(?:that|said|says|but|and|while|whereas) )"
_BE = r"(?:is|was|are|were|been|be|being|has|had|have|will|would|remains?|remained|became)"
_SUBJECT = re.compile(
    rf"{_BEGINS}(?:the |its |their |this |his |her |our )?((?:[\w’'-]+ ){{0,2}}?[\w’'-]+) ((?:{_BE} )+)?(?:\w+ly )?$",
    re.I,
)
_REACH = 70


def of_one_subject(a: Slot, b: Slot, one: Telling, other: Telling) -> bool:
    """Whether both stand right behind one subject; behind a verb of doing what they are done to must be one as well."""
    ours, theirs = _said_of(a, one), _said_of(b, other)
    if not ours or not theirs or ours[0] != theirs[0]:
        return False
    states = ours[1] and theirs[1]
    return states or not things_behind(_behind(a, one)).isdisjoint(things_behind(_behind(b, other)))


def _said_of(slot: Slot, telling: Telling) -> tuple[tuple[str, ...], bool] | None:
    """The stems of the subject, and whether the word says what it is; None where the clause begins otherwise."""
    sentence = telling.sentences[slot.sentence].evidence
    ahead = sentence.exact[: slot.start - sentence.start][-_REACH:]
    found = _SUBJECT.search(ahead)
    if found is None:
        return None
    stems = tuple(synonym(word) for word in found[1].lower().split())
    return (stems, found[2] is not None) if stems[-1] and stems[-1] not in weak_stems() else None


def _behind(slot: Slot, telling: Telling) -> str:
    sentence = telling.sentences[slot.sentence].evidence
    return sentence.exact[slot.end - sentence.start :]


def of_two_names(one: Collection[str], other: Collection[str], pair: Pair) -> bool:
    """Whether each thing has a name (no country's), and they have none in common: the Kelani dam, the Mahaweli."""
    tellings = (pair.one, pair.other)
    told = (w for t in tellings for sentence in t.sentences for w in sentence.words if w.name)
    known = {w.stem for w in told if not w.quoted} - _countries()  # who only says it is no part of the thing
    ours, theirs = known.intersection(one), known.intersection(other)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


@cache
def _countries() -> frozenset[str]:
    return frozenset(synonym(word) for word in country_words())


def of_two_bodies(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether one body has done it and another has not: the committee has approved, the shareholders have still to."""
    ours, theirs = _body(a, pair.one), _body(b, pair.other)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _body(slot: Slot, telling: Telling) -> frozenset[str]:
    """The first body before a turn of phrase in its clause, or those right behind `by`, `of` or `from`."""
    told = telling.sentences[slot.sentence].evidence
    first, last = slot.start - told.start, slot.end - told.start
    clause = max((m.end() for m in _CLAUSE.finditer(told.exact, 0, first)), default=0)
    ends = (m.end() for m in _WORD.finditer(told.exact, clause, first))
    first_of_all = next((found for end in ends if (found := deciders(told.exact[clause:end]))), None)
    behind = _BY.match(told.exact, last)
    return first_of_all or (deciders(behind[0]) if behind else frozenset())


_WORD = re.compile(r"[\w’'-]+")
_CLAUSE = re.compile(r"[;:—–]|, (?:and|but|while) | (?:but|while) ")
_BY = re.compile(r" (?:(?:by|of|from) )?(?:the )?(?:[\w’'-]+ ){0,2}[\w’'-]+")
