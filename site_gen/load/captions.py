"""Captions and credits of pictures: set apart from the paragraphs, but read."""

import re
from functools import cache

from site_gen.lexicon import Lexicon

_OPENING = re.compile(
    r"(?:In this (?:image|photo|photograph|picture|file photo|file image|handout|screengrab|combination)\b"
    r"|(?:FILE|HANDOUT)(?: PHOTO| IMAGE)?\s?[-–—:]|File (?:photo|image|picture)[:\s]"
    r"|(?:Image|Photo|Picture|Photograph)(?: caption| source| credit)?\s?[:,]\s?(?=[A-Z(])"
    r"|\(?(?:Image|Photo) (?:credit|courtesy|by)\b)"
)
_OUTLET = re.compile(r"\s\|\s(?:[A-Z0-9][\w.&'’-]{0,20} ?){1,4}$")
_SLASHED = re.compile(
    r"\s(?:AP Photo|AP|REUTERS|Reuters|AFP|EPA|EPA-EFE|POOL|Pool)/[A-Z][\w .'’/-]{2,50}\)?(?:, opens new tab)?$"
)
_SAID = re.compile(
    r"^(?!.*\b(?:by|courtesy|credit|via)\b)"
    r".*(?:[a-z]{3}[.!?]$|\b(?:is|are|was|were|has|have|had|be|been|will|would|can|could|did|does|said|says)\b)"
)
"""Words of a sentence, as brackets around a remark hold them."""
_BY = re.compile(
    r"(?:(?<=[.!?\"”’)]) )(?:Photo(?:graph)?|Image|Picture|Video|File photo) by [A-Z][\w.'’-]{0,20}"
    r"(?: [A-Z][\w.'’-]{0,20}){0,4}(?:\s?[/|,]\s?[A-Z][\w .&/-]{1,40})?$"
)
_FOR = re.compile(r"[A-Z][\w.'’-]{0,20}(?: [A-Z][\w.'’-]{0,20}){1,3} for (?:[Tt]he )?[A-Z][\w.'’& -]{1,40}")
"""`(A. Writer for the Courier)`, after a sentence."""
_BESIDE = re.compile(
    r"(?<=[.!?] )[A-Z][\w.'’-]{0,20}(?: [A-Z][\w.'’-]{0,20}){1,2} / [A-Z][\w.'’&-]{0,20}(?: [A-Z][\w.'’&-]{0,20}){0,4}$"
)
"""`A. Writer / Valley Radio`, after a sentence."""
_AHEAD = re.compile(
    r"[A-Z][\w.'’-]{0,20}(?: [A-Z][\w.'’-]{0,20}){1,3} / (?:[A-Z][\w.'’&-]{0,20}(?: [A-Z][\w.'’&-]{0,20}){0,3} / )?"
    r"(?:AP|AFP|EPA|NPR|CNN|BBC|Reuters|Getty Images|Bloomberg|ANI|PTI)\s"
)
"""`A. Writer / AP / AP ` before the caption."""
_COUNTED = re.compile(r"\[\d{1,2}\s?(?:/|of)\s?\d{1,2}\]\s{0,3}")
"""`[1/2]` before the caption of a picture among several."""
_MOST = 500
_REACH = 140
"""Characters at the end of a line in which the longest credit stands."""


def caption_rule(line: str) -> str:
    """The rule that makes a line a caption (`opening`, `credit`), or an empty string."""
    if len(line) > _MOST:
        return ""
    opening = _OPENING.match(line) or _AHEAD.match(line) or _COUNTED.match(line)
    return "caption-opening" if opening else ""


def credit_end(line: str) -> int:
    """Where the caption begins behind the credit that opens `line`; 0 where none does."""
    match = _AHEAD.match(line) or _COUNTED.match(line)
    return match.end() if match else 0


def credit_start(line: str, lexicon: Lexicon) -> int:
    """Where the credits at the end of `line` begin (`(PMO via PTI Photo) | Outlet`); its length if there are none."""
    at = len(line)
    if at > _MOST:
        return at
    while True:
        before = _one_credit(line[:at], lexicon, at < len(line))
        if before < 0:
            return at
        at = before
    return at


def _one_credit(line: str, lexicon: Lexicon, more: bool) -> int:
    """Start of the last credit in `line`, space before it included; -1 where it ends in none.

    With `more` (credits follow), any capitals in brackets are one, too.
    """
    end = line[-_REACH:]
    outlet = _OUTLET.search(line, max(0, len(line) - 90)) if "|" in end else None
    if outlet:
        return outlet.start()
    if line.endswith((")", "]")):
        return _bracketed(line, lexicon, more)
    labelled = (
        _labels(lexicon).search(line, max(0, len(line) - 90))
        or ("/" in end and _SLASHED.search(line, max(0, len(line) - 70)))
        or (" by " in end and _BY.search(line, max(0, len(line) - 110)))
        or (" / " in end and _BESIDE.search(line, max(0, len(line) - _REACH)))
    )
    return len(line[: labelled.start()].rstrip()) if labelled else -1


def _bracketed(line: str, lexicon: Lexicon, more: bool) -> int:
    opened = line.rfind("(" if line.endswith(")") else "[")
    inner = line[opened + 1 : -1] if opened >= 0 else ""
    if not inner or len(inner) > 90 or _SAID.search(inner):
        return -1
    hired = _FOR.fullmatch(inner) and line[:opened].rstrip().endswith((".", "!", "?"))
    if not (hired or _inner(lexicon).search(inner) or (more and inner.isupper())):
        return -1
    return len(line[:opened].rstrip())


@cache
def _inner(lexicon: Lexicon) -> re.Pattern[str]:
    """Words that make a bracket a credit. An agency alone is none: `(ANI)` ends a report, too."""
    words = "|".join(re.escape(word) for word in lexicon["agencies"]["pictures"])
    return re.compile(
        rf"\b(?:[Pp]hoto|PHOTO|[Ii]mage|[Pp]icture|[Pp]ic|[Vv]ideo grab|{words})s?\b|\bvia [A-Z]|/[A-Z]"
    )


@cache
def _labels(lexicon: Lexicon) -> re.Pattern[str]:
    """`Photo: A. Writer`, `Credit: ...` and the names of picture agencies at the end of a line."""
    names = "|".join(re.escape(word) for word in lexicon["agencies"]["pictures"] if len(word) > 7)
    person = r"(?:[A-Z][\w.'’-]{0,20}(?: [A-Z][\w.'’-]{0,20}){0,3}\s?/\s?)?"
    label = r"(?:Photo(?:graph)?|PHOTO|IMAGE|Image|Picture|Credit|(?:Photo|Image) credit|Source|Pic)"
    return re.compile(
        rf"(?:(?:^|(?<=[.!?\"”’)] )|(?<=[|/–—-] )){label}(?: credit| by| courtesy)?\s?:\s?[\w .,'’&/|()-]{{2,60}}"
        rf"|(?:(?<=[.!?|–—-] )|^){person}(?:{names})"
        r"|(?<=[.!?] )\((?:Courtesy|Handout|File|File photo|Contributed|Supplied)\)\.?)$"
    )
