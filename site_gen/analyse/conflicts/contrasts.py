"""Whether the words around two values say that they are of two things: what was asked, and what was given."""

import re
from functools import cache, lru_cache

from site_gen.analyse.in_sentence import InSentence
from site_gen.analyse.tables import FigurePoint
from site_gen.resolve.words import subject, word_set
from site_gen.text.phrases import any_phrase

_REACH = 90
"""Characters around a value whose words are of it."""
_CUT = re.compile(r"[;:.] |, (?:and|but|while|whereas|although) | (?:after|before|when) ")


def told_apart(one: str, other: str) -> bool:
    """Whether two stretches take two sides of a contrast, or one alone speaks of another thing of the kind."""
    (ours, else_here), (theirs, else_there) = _read(one), _read(other)
    if else_here != else_there:
        return True
    if any(len(a) == len(b) == 1 and a != b for a, b in zip(ours, theirs, strict=True)):
        return True
    return in_a_row(one, other)


def days_apart(one: str, other: str) -> bool:
    """The same of two days: whether they are of two steps of one thing, or of another of a row."""
    (ours, _), (theirs, _) = _read(one.lower()), _read(other.lower())
    named = subject("contrasts")["of_days"]
    sides = zip(subject("contrasts")["sides"], ours, theirs, strict=True)
    if any(len(a) == len(b) == 1 and a != b for name, a, b in sides if name in named):
        return True
    return in_a_row(one, other)


def until_and_from(one: str, other: str) -> bool:
    """Whether one says what is so until a time, and the other what is so from then on."""
    ours, theirs = ({m[1].lower(): m[2] for m in _TIMED.finditer(text)} for text in (one, other))
    return any(
        first.get("until") and first.get("until") == second.get("from")
        for first, second in ((ours, theirs), (theirs, ours))
    )


_TIMED = re.compile(
    r"\b([Uu]ntil|[Ff]rom) (?:the (?:end|beginning) of )?((?:[A-Z][a-z]+ )?\d{4}|[A-Z][a-z]+)\b"
)


def in_a_row(one: str, other: str) -> bool:
    """Whether each is of another of a row: `her first-round match`, `her second-round match`."""
    ours, theirs = dict(_NTH.findall(one)), dict(_NTH.findall(other))
    first, second = ({noun: nth for nth, noun in found.items()} for found in (ours, theirs))
    return any(first[noun] != second[noun] for noun in first.keys() & second.keys())


_NTH = re.compile(
    r"\b(first|second|third|fourth|fifth|sixth|final|last)[ -]"
    r"(round|leg|match|game|goal|stage|phase|reading|vote|debate|hearing|trial|batch|report|half|term|ballot|set|day)"
)


def is_demanded(text: str, at: int) -> bool:
    """Whether what stands there is what somebody only asks for: `has demanded a 10-day break`."""
    return _DEMANDED.search(text, max(0, at - 40), at) is not None


_DEMANDED = re.compile(
    r"\b(?:demand(?:s|ed|ing)?|asked for|asks for|asking for|sought|seeks|requested) (?:an?|the)? ?$"
)


def both_are(side: str, one: str, other: str) -> bool:
    """Whether two stretches take one and the same side alone of the contrast that has it."""
    return all(any(sides == {side} for sides in _read(stretch)[0]) for stretch in (one, other))


def around(text: str, first: int, last: int) -> str:
    """The stretch of a sentence that is of a value in it."""
    begin, end = max(0, first - _REACH), last + _REACH
    cuts = [found.end() for found in _CUT.finditer(text, begin, first)]
    behind = _CUT.search(text, last, end)
    return text[cuts[-1] if cuts else begin : behind.start() if behind else end].lower()


def stretch_of(value: InSentence) -> str:
    """The stretch of a figure, or of what a statement says."""
    first = value.evidence.start - value.sentence.start
    return around(value.sentence.exact, first, first + len(value.evidence.exact))


def of_two_roles(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether two figures are of two things by the words around them, or one counts some of the people only."""
    if told_apart(stretch_of(a), stretch_of(b)):
        return True
    return any(apart(*pair) for apart in (_of_some_people, _borne_elsewhere) for pair in ((a, b), (b, a)))


def _borne_elsewhere(here: FigurePoint, there: FigurePoint) -> bool:
    """Whether one is of a place, and a sentence about another begins with the other: `Kaolack had 95 millimetres`."""
    found = _BORNE.match(there.sentence.exact) if here.place else None
    return found is not None and found[1] not in here.sentence.exact and found[1] not in here.place


_BORNE = re.compile(
    r"([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) (?:had|has|got|saw|recorded|reported|counted|received|registered)\b"
)


def _of_some_people(few: FigurePoint, all_of_them: FigurePoint) -> bool:
    """Whether one counts the women, and the other everybody."""
    if few.unit_kind != "count" or few.value >= all_of_them.value:
        return False
    few_of, whole = few.unit.rpartition(" ")[2], all_of_them.unit.rpartition(" ")[2]
    return few_of in word_set("contrasts", "some_people") and whole in word_set("contrasts", "all_people")


@lru_cache(maxsize=256)
def _read(stretch: str) -> tuple[tuple[frozenset[str], ...], bool]:
    """Of each contrast the sides that a stretch takes; and whether it speaks of another thing of the kind."""
    sides = tuple(
        frozenset(side for side, words in contrast if words.search(stretch)) for contrast in _contrasts()
    )
    return sides, _others().search(stretch) is not None


@cache
def _contrasts() -> tuple[tuple[tuple[str, re.Pattern[str]], ...], ...]:
    return tuple(
        tuple((side, _pattern(words)) for side, words in contrast.items())
        for contrast in subject("contrasts")["sides"].values()
    )


@cache
def _others() -> re.Pattern[str]:
    return _pattern(subject("contrasts")["others"])


def _pattern(phrases: list[str]) -> re.Pattern[str]:
    return re.compile(any_phrase(sorted(phrases, key=lambda p: (-len(p), p)), r"(?!\w)"))
