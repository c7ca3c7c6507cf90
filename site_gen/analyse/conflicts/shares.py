"""Whether two figures are shares of one whole that two hold, or were counted in two ways: then both may be so."""

import re

from site_gen.analyse.conflicts.roles import other_outcomes
from site_gen.analyse.in_sentence import text_behind
from site_gen.analyse.stems import synonym
from site_gen.analyse.tables import FigurePoint
from site_gen.resolve.folding import fold
from site_gen.resolve.words import country_words, word_set

_NAME = re.compile(r"(?<![\w’'])[A-Z][\w-]*")
_SHARE = re.compile(r"\d[\d.,]*\s?(?:%|per ?cent\b|seats\b|votes\b)")
_OTHER = re.compile(r".*\b(?:with|against|behind|(?<!more )(?<!less )than|ahead of)\b", re.S)
"""What stands before such a word is of somebody else."""
_BEHIND = 60
_REACH = 120
"""Characters before a share within which its holder is named."""


def shares_of_others(a: FigurePoint, b: FigurePoint) -> bool:
    """`The Greens won 22%` and `the Liberals 18%`; the same share by a poll and by the count; two votes."""
    if a.unit == b.unit == "percent" and _of_two_wholes(a, b):
        return True
    if a.unit != b.unit or not (_may_be_share(a) and (_shared_out(a) or _shared_out(b))):
        return False
    if _progress(a) != _progress(b):
        return True
    if other_outcomes(a.sentence.exact, b.sentence.exact):
        return True
    ours, theirs = _holders(a), _holders(b)
    return bool(ours and theirs and ours.isdisjoint(theirs)) or _polled(a) != _polled(b)


def _of_two_wholes(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether they are parts of two groups of people: `a third of the workers`, `half of the women`."""
    wholes = [_WHOLE.match(p.sentence.exact, p.evidence.start - p.sentence.start) for p in (a, b)]
    nouns = [found[1] for found in wholes if found and found[1] in word_set("synonyms", "persons")]
    return len(nouns) == 2 and synonym(nouns[0]) != synonym(nouns[1])


_WHOLE = re.compile(r"(?:[\w.,%-]+ )??(?:\w+ )??(?:\w+ )??of (?:the |all |its )([a-z]+)\b")


def _may_be_share(point: FigurePoint) -> bool:
    return point.unit_kind == "percent" or point.unit in word_set("analysis", "shared_counts")


def _shared_out(point: FigurePoint) -> bool:
    """Whether the sentence tells of a vote, a market, a company's shares."""
    return not word_set("analysis", "shared_out").isdisjoint(fold(point.sentence.exact).split())


def _holders(point: FigurePoint) -> set[str]:
    """The words of names between the figure before and this one, without those of countries and posts."""
    at = point.evidence.start - point.sentence.start
    ahead = point.sentence.exact[max(0, at - _REACH) : at]
    before = list(_SHARE.finditer(ahead))
    told = ahead[before[-1].end() :] if before else ahead
    return _names(_OTHER.sub("", told)) or _names(told)


def _names(told: str) -> set[str]:
    words = {word for name in _NAME.findall(told) for word in fold(name.replace("-", " ")).split()}
    return words - country_words() - word_set("analysis", "no_holders")


def _progress(point: FigurePoint) -> bool:
    """Whether it is the share that has been counted: `98 percent of polling stations`."""
    behind = fold(text_behind(point)[:_BEHIND])
    return any(
        behind.startswith((cue, f"of {cue}", f"of the {cue}")) for cue in word_set("analysis", "progress")
    )


def _polled(point: FigurePoint) -> bool:
    """Whether people were asked, and no votes counted."""
    told = f" {fold(point.sentence.exact)} "
    return any(f" {cue} " in told for cue in word_set("analysis", "polled"))
