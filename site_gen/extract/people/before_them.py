"""Who had an office before another, told behind the name: `X, her predecessor,`, `X, who held the post before her`."""

import re

from site_gen.extract.people.reading import Reading

_KIN = re.compile(
    r", (?:(?P<whose>(?:his|her|its|[\w-]+['’]s) (?:immediate |late |long-serving )?(?P<kin>predecessor|successor))"
    r"|(?P<of>the predecessor of [A-Z][\w-]+))(?=[,.;:)]| (?:and|who)\b)"
)
_POST = r"(?:post|job|office|position|portfolio|ministry|chair|role|seat|department|top job)"
_BEFORE = re.compile(
    r", who (?:had )?(?:"
    rf"(?:held|occupied|ran|led|had|filled) (?:the|that|this) (?:same )?(?:[A-Za-z]+ )?{_POST} "
    r"(?:[a-z]+ ){0,3}?(?=before )(?P<before>before (?:him|her|[A-Z][\w-]+))"
    r"|(?P<preceded>preceded (?:him|her|[A-Z][\w-]+)))(?=[,.;:)]| (?:and|in|until)\b)"
)
_LONG = 90


def before_them(end: int, text: str) -> Reading | None:
    """The relation to a holder of the office, which `settle_kin` makes an office; None where nothing tells it."""
    if not text.startswith(", ", end):
        return None
    if kin := _KIN.match(text, end, end + _LONG):
        title = (kin.group("kin") or "predecessor").capitalize()
        return _told(title, kin.start() + len(", "), kin.end())
    if before := _BEFORE.match(text, end, end + _LONG):
        part = "before" if before.group("before") else "preceded"
        return _told("Predecessor", *before.span(part))
    return None


def _told(title: str, start: int, end: int) -> Reading:
    return Reading(title, "", "", "former", start, end, True, True, True)
