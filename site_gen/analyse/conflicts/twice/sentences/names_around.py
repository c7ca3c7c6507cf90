"""The name that stands before or behind a deed, and whether the deed is told as done."""

import re
from collections.abc import Set
from functools import cache

from site_gen.analyse.tellings import Told, Word
from site_gen.resolve.folding import fold
from site_gen.resolve.words import any_of, country_words, subject, word_set

_RUN, _REACH = 5, 120
"""Words of a name, and characters before a deed that are looked at."""
_BESIDE = r"(?:, (?:who |which )?[^,;:“”\"]{2,90}(?:, [^,;:“”\"]{2,60})?,)?"
_HAVE = r"(?: (?:has|have|had|will|is to|is going to|was to|himself|herself|itself|personally))*"
_BY = re.compile(
    r",? (?:\w+ ){0,2}by (?:the |an? |its |their )?(?:[A-Z][a-z]+ (?=[a-z]))?(?:[a-z][\w’'-]* ){0,4}"
    r"(?:[a-z][^,;]{2,60}, )?(?:[A-Z][\w.-]* ){0,3}"
)
_BEHIND = re.compile(r",? (?:the |an? )?(?:[A-Z][a-z]+ (?=[a-z]))?(?:[a-z][\w-]*,? ){0,3}")
_SMALL = re.compile(r"[\w’'.-]+ (?:(?:of|the|for|de|van|von|al|bin|da|del|[A-Z][\w.-]*) )*")
_BE = re.compile(r"(?:\b(?:was|were|is|are|has|have|had|been|be|being|not|found|declared|ruled) )+$")
_INSIDE = re.compile(r", (?:who|which|whose) [^,;]*$")
_CLOSED = re.compile(r"[\w’'.-]+, ")
"""`X, who stood trial with Y, was`: the name at whose end an aside is closed is no subject."""
_WORD = re.compile(r"[\w’'-]+")


def is_unreal(text: str, at: int) -> bool:
    """Whether words before a deed say that it was not done, or only may be."""
    return _unreal().search(text, max(0, at - _REACH), at) is not None


def name_before(told: Told, at: int) -> list[Word]:
    """The name that is the subject of the phrase that begins there, with or without what is added to it."""
    text = told.evidence.exact
    for n in reversed([n for n, w in enumerate(told.words) if w.name and w.at < at]):
        first = told.words[n].at
        if _between().fullmatch(text, first, at) and not (
            _INSIDE.search(text, 0, first) and _CLOSED.match(text, first, at)
        ):
            return name_at(told, n, -1)
    return []


def share_a_name(one: str, other: str) -> bool:
    """Whether two folded names have a word in common; `al` of `Haidar al-Sarraf` is none."""
    ours, theirs = ({word for word in name.split() if word not in _particles()} for name in (one, other))
    return not ours.isdisjoint(theirs)


@cache
def _particles() -> frozenset[str]:
    return frozenset(fold(str(subject("names")["particles"])).split())


def bare_name(name: str, more: Set[str] = frozenset()) -> str:
    """A name folded, without titles and words of `more` ahead of it; nothing where less than two are left."""
    words = fold(name).split()
    while words and (words[0] in more or words[0] in word_set("held_posts", "titles")):
        words.pop(0)
    return " ".join(words) if len(words) > 1 else ""


def named_subject(told: Told, start: int) -> set[str]:
    """The words of the name before a phrase and its form of `be`; `start`: where the phrase begins in the article."""
    ahead = told.evidence.exact[: start - told.evidence.start]
    be = _BE.search(ahead)
    return {w.stem for w in name_before(told, be.start() if be else len(ahead))}


def name_by(told: Told, at: int, titled: bool = False) -> list[Word]:
    """The name behind a participle and `by`."""
    return _name_behind(told, at, _BY, titled)


def name_behind(told: Told, at: int) -> list[Word]:
    """The name behind a noun."""
    return _name_behind(told, at, _BEHIND)


def _name_behind(told: Told, at: int, shape: re.Pattern[str], titled: bool = False) -> list[Word]:
    between = shape.match(told.evidence.exact, at)
    n = next((n for n, w in enumerate(told.words) if w.name and w.at >= at and not _whence(told, w)), None)
    return (
        name_at(told, n, 1, titled) if between and n is not None and told.words[n].at <= between.end() else []
    )


def _whence(told: Told, word: Word) -> bool:
    """Whether a name only says where somebody is from: `by the Chinese company Sinodyke`."""
    found = _FROM.match(told.evidence.exact, word.at)
    return found is not None and fold(found["whence"]) in country_words()


_FROM = re.compile(r"(?P<whence>[A-Z][a-z]+) (?:[a-z][\w-]* ){1,3}(?:, )?[A-Z]")


def name_at(told: Told, n: int, step: int, titled: bool = False) -> list[Word]:
    """The words of a name from one of its ends on; `titled`: with all names that follow in its clause, and titles."""
    text, found = told.evidence.exact, [n]
    while 0 <= found[-1] + step < len(told.words) and len(found) < _RUN:
        one, other = sorted((told.words[found[-1]], told.words[found[-1] + step]), key=lambda w: w.at)
        together = one.clause == other.clause if titled else _SMALL.fullmatch(text, one.at, other.at)
        if not together or not (one.name and other.name):
            break
        found.append(found[-1] + step)
    return [told.words[m] for m in sorted(found)]


def without_titles(told: Told, name: list[Word]) -> list[Word]:
    """A name from its first word on that is no title; nothing where it has no other."""
    titles = word_set("held_posts", "titles")
    first = next((n for n, w in enumerate(name) if _raw(told, w) not in titles), len(name))
    return name[first:]


def end_of(told: Told, word: Word) -> int:
    """Where a word ends in its sentence."""
    found = _WORD.match(told.evidence.exact, word.at)
    return found.end() if found else word.at


def _raw(told: Told, word: Word) -> str:
    return re.split(r"[^\w-]", told.evidence.exact[word.at :], maxsplit=1)[0].lower()


@cache
def _unreal() -> re.Pattern[str]:
    return re.compile(rf"(?:\b(?:{any_of('opposites', 'undone', 'doers')})|n['’]t) (?:\w+ ){{0,3}}$")


@cache
def _between() -> re.Pattern[str]:
    """From the last word of a name to the phrase: `X, the judge,`, `X is the man who`."""
    cleft = rf"(?: (?:is|was|had been) the (?:{any_of('opposites', 'the_one_who')}))?"
    return re.compile(rf"[\w’'.-]*{_BESIDE}{cleft},?(?: who| which| that)?{_HAVE} (?:\w+ly )?")
