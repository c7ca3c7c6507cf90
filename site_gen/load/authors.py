"""The names in a byline: `By Ann Lee and Bo Holm, Paris` names two people and a place."""

import re

_BY = re.compile(
    r"(?:(?:written|reported|edited|posted|story|words|published)\s+)?by:?\s+(?=\S)", re.IGNORECASE
)
_PARTS = re.compile(r"\s*(?:(?P<comma>,)|;|\||&|\band\b)\s*")
_PLACED = re.compile(r"\s+(?:in|at|for|from)\s+[A-Z].*$")
_DESK = re.compile(
    r"\b(?:desk|staff|bureau|newsroom|agenc(?:y|ies)|correspondents?|reporters?|editors?|team|service|updated"
    r"|published|posted|\d{1,4})\b",
    re.IGNORECASE,
)
_MOST = 60


def author_names(byline: str) -> tuple[str, ...]:
    """The people of a byline, in order; no place, rank, desk or date that stands beside them."""
    match = _BY.match(byline)
    rest = byline[match.end() :] if match else byline
    found: list[str] = []
    at, comma = 0, False
    for split in [*_PARTS.finditer(rest), None]:
        name = _PLACED.sub("", rest[at : split.start() if split else len(rest)]).strip(" .")
        if _is_name(name) and not (comma and " " not in name and found):
            found.append(name)
        if split:
            at, comma = split.end(), bool(split["comma"])
    return tuple(dict.fromkeys(found))


def _is_name(name: str) -> bool:
    return (
        2 < len(name) < _MOST and "/" not in name and any(map(str.isalpha, name)) and not _DESK.search(name)
    )
