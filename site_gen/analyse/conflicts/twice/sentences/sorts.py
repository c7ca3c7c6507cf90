"""Sorts of what a report tells once, and the clause in which a day or a figure is told to be of one."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from site_gen.analyse.stems import synonym
from site_gen.analyse.tellings import Telling, Word
from site_gen.resolve.words import subject, word_set
from site_gen.text.needed import Patterns, patterns

_REACH = 110
"""Characters between a day or figure and the words that say what it is of."""
_CUT = re.compile(
    r";|:|\. |, (?:and|but|while|after|before|which|who)\b|, when (?!the |it )"
    r"| (?:after|before|while) | when (?!the |it )| and (?:ha[sd]|was|is|will|were|are|have) "
)
"""Each begins with a mark or a blank of its own: so places are skipped."""


class Sort(NamedTuple):
    """How a sort is told: see `told_once.yaml`."""

    whole: re.Pattern[str] | None
    deed: re.Pattern[str] | None
    of: re.Pattern[str] | None
    without: re.Pattern[str] | None
    several: bool
    """A story may tell of more than one."""
    more: dict[str, Any]
    """What else the lexicon says of it."""

    def tells(self, low: str, begin: int, end: int, ahead: str = "") -> bool:
        """Whether a stretch tells it; `ahead`: where what it is of may stand as well, as `it` is told of."""
        if not (self.whole and self.whole.search(low, begin, end)) and not (
            self.deed and self.deed.search(low, begin, end) and self._is_of(low, begin, end, ahead)
        ):
            return False
        return self.without is None or self.without.search(low, begin, end) is None

    def _is_of(self, low: str, begin: int, end: int, ahead: str) -> bool:
        if self.of is None or self.of.search(low, begin, end):
            return True
        return ahead != "" and self.of.search(ahead) is not None

    def words_of(self, low: str, begin: int, end: int) -> list[tuple[int, int]]:
        """Where the words stand by which a stretch tells it."""
        parts = (part for part in (self.whole, self.deed, self.of) if part)
        return [m.span() for part in parts for m in part.finditer(low, begin, end)]


def points_back(text: str) -> bool:
    """Whether a sentence tells of what the one ahead names: `It begins on Monday`, `when the increase takes effect`."""
    return _POINTS_BACK.search(text) is not None


_POINTS_BACK = re.compile(
    r"^(?:It|They|That|This|These|Those|He|She)\b|\bthe (?:increase|rise|change|measure|reform|cut|new rate)\b"
)


def clause_around(low: str, first: int, last: int) -> tuple[int, int]:
    """The stretch around a place that nothing parts from it."""
    cuts = [m.end() for m in _CUT.finditer(low, max(0, first - _REACH), first)]
    behind = _CUT.search(low, last, last + _REACH)
    begin = cuts[-1] if cuts else max(0, first - _REACH)
    return begin, behind.start() if behind else min(len(low), last + _REACH)


class Named(NamedTuple):
    """The names in a clause."""

    names: frozenset[str]
    places: frozenset[str]
    """Those behind `in`, `at` or `near`."""
    known: frozenset[str]
    """All that its report names."""


def of_two_names(ours: Named, theirs: Named) -> bool:
    """Whether two clauses name others, of whom neither report has the other's; or each is in a place of its own."""
    unknown = ours.names - theirs.known, theirs.names - ours.known
    if all(unknown) and ours.names.isdisjoint(theirs.names):
        return True
    there = ours.places - theirs.known, theirs.places - ours.known
    return all(there)


def named(text: str, words: Iterable[Word], telling: Telling) -> Named:
    """Whom and what words of a sentence name, days and months left out."""
    names = frozenset(w.stem for w in words if w.name) - _days()
    spans = [m.span(1) for m in _PLACE.finditer(text)]
    places = frozenset(w.stem for w in words if w.name and any(a <= w.at < b for a, b in spans)) - _days()
    known = frozenset(w.stem for told in telling.sentences for w in told.words if w.name)
    return Named(names, places, known)


_PLACE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear) ((?:[A-Z][\w’'-]+ ?)+)")


@cache
def _days() -> frozenset[str]:
    return frozenset(synonym(word) for word in word_set("opposites", "time"))


@cache
def sorts(part: str) -> dict[str, Sort]:
    """The sorts of `days` or of `figures`, by name."""
    return {name: _sort(said) for name, said in subject("told_once")[part].items()}


def sorts_in(part: str, text: str, stretch: str) -> Iterator[tuple[str, Sort]]:
    """The sorts that a stretch of a sentence may tell, by the words of both: at its end a word may be cut off."""
    known, cues = sorts(part), _cues(part)
    here = {name for name, _ in cues.that_may(stretch)}
    return ((name, known[name]) for name, _ in cues.that_may(text) if name in here) if here else iter(())


@cache
def _cues(part: str) -> Patterns:
    """What tells of each sort that it may be told: its words, or those of its deed."""
    told = {
        name: (*said.get("whole", ()), *said.get("deed", ()))
        for name, said in subject("told_once")[part].items()
    }
    marked = [(name, rf"\b(?:{'|'.join(phrases)})(?!\w)") for name, phrases in told.items() if phrases]
    return patterns(f"sorts-{part}", marked, word_set("analysis", "stop"))


def _sort(said: dict[str, Any]) -> Sort:
    whole, deed, of, without = (_pattern(said.get(part)) for part in ("whole", "deed", "of", "not"))
    return Sort(whole, deed, of, without, said.get("several", False), said)


def _pattern(phrases: list[str] | None) -> re.Pattern[str] | None:
    return re.compile(rf"\b(?:{'|'.join(phrases)})(?!\w)") if phrases else None
