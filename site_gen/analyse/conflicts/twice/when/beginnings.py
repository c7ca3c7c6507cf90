"""Deeds that are only told by what there is from a time on or up to it: `there has been a league since 1994`."""

import re

from site_gen.analyse.stems import synonym

_REACH, _GUEST = 80, 120
_SINCE = re.compile(r"\b[Ss]ince (?:\w+ )?$")
_THERE_IS = re.compile(r",? (?:there (?:has|have|had) been|[^,;.]{3,60} (?:has|have) had) an? ")
_EXISTS = re.compile(
    r"\b(?:dat(?:es?|ed|ing) (?:back )?(?:from|to)|goes back to|go back to"
    r"|(?:(?:has|have|had) (?:existed|been in existence|been in place|had an? [^,;.]{3,50})"
    r"|[Tt]here (?:has|have|had) been an? (?P<what>[a-z]+)[^,;.]{0,50}) since) (?:the year |early |late )?$"
)
_IN_OFFICE = re.compile(
    r"\b(?:has|have|had) (?:led|headed|run|chaired|been (?:the |its |their )?(?:[a-z-]+ )?"
    r"(?:heads?|chiefs?|presidents?|directors?|mayor|governor|chair(?:man|woman)?|leader|commander|ambassador|speaker"
    r"|editor|coach|chancellor|premier|secretary|minister|chief executive))\b[^,;.]{0,60} since (?:early |late )?$"
)
"""What somebody took over then."""
_FROM_THEN = re.compile(r"From (?:the )?")
_RULED = re.compile(r",? (?:nobody|no one|no [a-z]+|[^,;.]{0,50}?(?:must|may|shall|will))\b")
"""`From 1 March nobody may open an account`: a rule is in force from then on."""
_HAVE_UNTIL = re.compile(r"\b(?:ha(?:ve|s|d)|given|gets?) (?:time )?(?:until|till|up to) (?:\w+ )?$")
_VISITED = re.compile(
    r"\b(?:invited|invites|expects?|awaits?|(?:will|is to) (?:receive|welcome|host))\b [^;:.]*?"
    r"\b[A-Z][\w’'-]+,? [^;:.]{0,40}?(?:on|for|from) $"
)


def exists_since(text: str, first: int) -> bool:
    """Whether words before a time say that a thing is there since then: `dates from`."""
    return _EXISTS.search(text, max(0, first - _REACH), first) is not None


def begun_then(text: str, first: int, last: int) -> list[str]:
    """Stems of what began at a time, or was taken over, as what there is since tells."""
    start = max(0, first - _REACH)
    since = text.find("ince ", start, first) >= 0
    if since and _IN_OFFICE.search(text, start, first):
        return [synonym("overtake"), synonym("begin")]
    if _FROM_THEN.fullmatch(text, 0, first) and _RULED.match(text, last):
        return [synonym("inforce"), synonym("begin")]
    there = (
        since and _SINCE.search(text, start, first) is not None and _THERE_IS.match(text, last) is not None
    )
    found = _EXISTS.search(text, start, first)
    what = [synonym(found["what"])] if found and found["what"] else []
    return [*what, synonym("founded"), synonym("begin")] if there or found else []


def _has_until(text: str, first: int) -> bool:
    """Whether somebody has until then."""
    told = text.find("til", 0, first) >= 0 or text.find("up to", 0, first) >= 0
    return told and _HAVE_UNTIL.search(text, 0, first) is not None


def ahead_of(text: str, first: int) -> list[str]:
    """Stems of what is to come at a time: they have until Friday to accept, Seoul expects President Solis on Friday."""
    found = [synonym("expire"), synonym("deadline")] if _has_until(text, first) else []
    return [*found, synonym("visit")] if _VISITED.search(text, max(0, first - _GUEST), first) else found
