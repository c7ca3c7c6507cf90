"""A contradiction with its sentences in, what it is about out: a sentence of one side, a blank where the sides differ.

`Jobs`, with 150 and 90 on the two sides, asks `of what?`; `The yard will cut … of its jobs` does not.
"""

import re
from collections.abc import Callable, Iterator

from site_gen.analyse.conflicts.excerpt import BREAK
from site_gen.records import Claim, Evidence
from site_gen.resolve.words import subject, word_set

BLANK = "…"
_SAID = frozenset({"Value", "Date", "Stage", "Force", "Identity", "Order"})
"""What is about something that a sentence says."""
_LONGEST = 26
"""Words of a sentence that is told from its beginning."""
_FEW = 4
"""Words of a name that asks `of what?`."""
_LEAST, _GOOD, _AHEAD, _BEHIND = 3, 9, 14, 9
"""Words around a blank: at least, in the best of sentences, before it and behind it."""
_LINK = re.compile(r"^(?:and|but|or|who|which|that|whose|where|when|while|as|so|yet|if|than|by)\b", re.I)
_LOOSE = re.compile(
    r"(?: (?:on|in|at|by|of|from|to|for|with|after|before|when|since|until|than|that|which|who|and|or|but|as"
    r"|the|a|an|his|her|its|their|is|was|are|were|be|been|have|has|had|will|up|\d+))+$",
    re.I,
)
"""What a sentence that is cut short may not end with."""
_END = " .,!?’”\"'"


def named(about: str, claims: tuple[Claim, ...], of_figures: bool) -> str:
    """`about`, or a sentence with a blank in place of what it says of a value, where that tells more.

    What has no number on any side is no question of a figure but of whether it is so. A clause that hangs in the
    air (`was dismissed on Tuesday`) is told from the beginning of its sentence.
    """
    label, colon, told = about.partition(": ")
    if not colon or label not in _SAID:
        return about
    if label == "Date":
        return f"{label}: {_dated(told, claims)}"
    if label != "Value":
        return f"{label}: {_from_its_beginning(_once(told), claims)}"
    if not of_figures and not any(_counts(c.says) for c in claims):
        return f"Stage: {_from_its_beginning(told, claims)}"
    if not (of_figures or len(told.split()) < _FEW):
        return about
    best = min({text for c in claims for text in _blanked(c, _with_blank)}, key=_rank, default="")
    if not best:
        return about
    first, _, rest = best.partition(" ")
    if not _refers(first) or told.isupper() or told in best:
        return f"{label}: {best}"
    return f"{label}: {told}: {first.lower()} {rest}"


def _once(told: str) -> str:
    """`four boats, boats` once."""
    first, comma, rest = told.partition(", ")
    return first if comma and set(rest.casefold().split()) <= set(first.casefold().split()) else told


def _from_its_beginning(told: str, claims: tuple[Claim, ...]) -> str:
    if not told[:1].islower():
        return told
    words = told.removesuffix(f" {BLANK}")
    wholes = (_up_to(place.exact, words) for side in claims for place in side.evidence)
    found = next((whole for whole in wholes if whole and len(whole.split()) <= _LONGEST), "")
    return found + told[len(words) :] if found else told


def _up_to(text: str, words: str) -> str:
    """A sentence from its beginning to the end of the words, or of the quotation that they stand in."""
    at = text.find(words)
    end = at + len(words)
    if text.count('"', 0, end) % 2:
        end = text.find('"', end) + 1
    return " ".join(text[:end].split()) if at > 0 else ""


def _dated(told: str, claims: tuple[Claim, ...]) -> str:
    """A clause that hangs in the air as the whole sentence, a blank where its day stood."""
    if not told[:1].islower():
        return told
    wholes = [text for side in claims for text in _blanked(side, _in_full)]
    fit = [text for text in wholes if text[:1].isupper() and len(text.split()) <= _LONGEST]
    return min(fit, key=_rank, default=told)


def _counts(says: str) -> bool:
    """Whether a number stands in it, in digits or in words."""
    words = {word.casefold() for word in re.findall(r"[^\W\d_]+", says)}
    numbers = subject("numbers")
    return any(c.isdigit() for c in says) or not words.isdisjoint(
        {word for part in ("ones", "tens", "scales", "fractions") for word in numbers[part]} - _ARTICLES
    )


_ARTICLES = frozenset({"a", "an"})


def _blanked(side: Claim, shown: Callable[[str, int, int], str]) -> Iterator[str]:
    for whole in side.evidence:
        at = whole.exact.find(side.says)
        spans = [(p.start - whole.start, p.end - whole.start) for p in side.evidence if holds(whole, p)]
        spans += [(at, at + len(side.says))] if at >= 0 and not spans else []
        for start, end in spans:
            if len((text := shown(whole.exact, start, end)).split()) > _LEAST:
                yield text


def holds(whole: Evidence, place: Evidence) -> bool:
    """Whether a place is a part of another, and not all of it."""
    wider = whole.end - whole.start > place.end - place.start
    return whole.article == place.article and whole.start <= place.start and place.end <= whole.end and wider


def _in_full(text: str, start: int, end: int) -> str:
    """All of a sentence, a blank in the place of a stretch."""
    return " ".join(f"{text[:start]}{BLANK}{text[end:]}".split()).rstrip(_END)


def _with_blank(text: str, start: int, end: int) -> str:
    """The clause around a stretch, a blank in its place."""
    ahead = BREAK.split(text[:start])[-1].split()
    behind = BREAK.split(text[end:])[0].split()
    lead = [BLANK] if len(ahead) > _AHEAD else []
    tail = " ".join(behind[:_BEHIND]).rstrip(_END)
    tail = _LOOSE.sub("", f" {tail}") if len(behind) > _BEHIND else f" {tail}"
    return " ".join([*lead, *ahead[-_AHEAD:], BLANK + tail]).strip()


def _refers(word: str) -> bool:
    return word.casefold() in word_set("telling", "refers")


def _rank(text: str) -> tuple[bool, bool, bool, int, str]:
    """A sentence from its beginning first, one that names what it is about, one of middling length."""
    words = text.split()
    loose = _LINK.match(text) is not None or words[0] == BLANK
    return loose, _refers(words[0]), not text[:1].isupper(), abs(len(words) - _GOOD), text
