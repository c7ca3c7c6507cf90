"""A contradiction with its sentences in, what it is about out: a sentence of one side, a blank where the sides differ.

`Jobs`, with 150 and 90 on the two sides, asks `of what?`; `The yard will cut … of its jobs` does not.
"""

import re
from collections.abc import Iterator

from site_gen.analyse.conflicts.excerpt import BREAK
from site_gen.records import Claim, Evidence
from site_gen.resolve.words import subject, word_set

BLANK = "…"
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

    What has no number on any side is no question of a figure but of whether it is so.
    """
    label, colon, told = about.partition(": ")
    if label != "Value" or not colon:
        return about
    if not of_figures and not any(_counts(c.says) for c in claims):
        return f"Stage: {told}"
    if not (of_figures or len(told.split()) < _FEW):
        return about
    best = min({text for c in claims for text in _blanked(c)}, key=_rank, default="")
    if not best:
        return about
    first, _, rest = best.partition(" ")
    if not _refers(first) or told.isupper() or told in best:
        return f"{label}: {best}"
    return f"{label}: {told}: {first.lower()} {rest}"


def _counts(says: str) -> bool:
    """Whether a number stands in it, in digits or in words."""
    words = {word.casefold() for word in re.findall(r"[^\W\d_]+", says)}
    numbers = subject("numbers")
    return any(c.isdigit() for c in says) or not words.isdisjoint(
        {word for part in ("ones", "tens", "scales", "fractions") for word in numbers[part]} - _ARTICLES
    )


_ARTICLES = frozenset({"a", "an"})


def _blanked(side: Claim) -> Iterator[str]:
    for whole in side.evidence:
        at = whole.exact.find(side.says)
        spans = [(p.start - whole.start, p.end - whole.start) for p in side.evidence if _holds(whole, p)]
        spans += [(at, at + len(side.says))] if at >= 0 and not spans else []
        for start, end in spans:
            if len((text := _with_blank(whole.exact, start, end)).split()) > _LEAST:
                yield text


def _holds(whole: Evidence, place: Evidence) -> bool:
    wider = whole.end - whole.start > place.end - place.start
    return whole.article == place.article and whole.start <= place.start and place.end <= whole.end and wider


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
