"""The names in a byline: `By Ann Lee and Bo Holm, Paris` names two people and a place."""

import re
from functools import cache

from site_gen.lexicon import Lexicon

_BY = re.compile(
    r"(?:(?:written|reported|edited|posted|story|words|published)\s+)?by:?\s+(?=\S)", re.IGNORECASE
)
_HANDLE = re.compile(r"\s?@\w{1,40}|^[^|]{2,50}\|\s?(?=[Bb]y\b)")
"""What stands beside the names: an account, or the outlet before a bar."""
_WHEN = re.compile(r"\|[^|\d]{0,20}\d.*$", re.DOTALL)
"""A day after a bar, and all behind it."""
_PARTS = re.compile(r"\s*(?:(?P<comma>,)|;|\||&|\band\b)\s*")
_PLACED = re.compile(r"\s+(?:in|at|for|from|IN|AT|FOR|FROM)\s+(?:the )?[A-Z].*$")
_OUTLET = re.compile(
    r"(?:\b(?:News|NEWS|Online|TV|Media|Network|Radio|Agencies|Associated Press|Herald|Tribune|Gazette)|^[A-Z]{2,5})$"
)
_CAPITALS = re.compile(r"^([A-Z][A-Z.'’-]*(?: [A-Z][A-Z.'’-]+){1,3}) [A-Z][a-z].*$", re.DOTALL)
"""`ANN LEE Associated Press`: a name in capitals, and where its bearer works."""
_LATER = re.compile(r"\b(?:Press|Post|Times|Standard|Journal|Mail|Courier)$")
"""What stands after a name so is where it was published."""
_BESIDE = re.compile(r"^(?P<before>[^|·•/\d]{3,80}?)\s?[|·•/]|\bby (?P<after>[A-Z][^|·•\d]{2,80})")
_DESK = re.compile(
    r"\b(?:desk|staff|bureau|newsroom|agenc(?:y|ies)|correspondents?|reporters?|editors?|team|service|updated"
    r"|published|posted|\d{1,4})\b",
    re.IGNORECASE,
)
_PERSON = re.compile(r"[A-Z][\w.'’-]{0,24}(?: [\w.'’-]{1,25}){1,4}")
_MOST = 60


def author_names(byline: str) -> tuple[str, ...]:
    """The people of a byline, in order; no place, rank, desk or date that stands beside them."""
    byline = _HANDLE.sub("", byline)
    match = _BY.match(byline)
    rest = _WHEN.sub("", byline[match.end() :] if match else byline)
    found: list[str] = []
    at, comma = 0, False
    for split in [*_PARTS.finditer(rest), None]:
        name = _PLACED.sub("", rest[at : split.start() if split else len(rest)]).strip(" .")
        name = _CAPITALS.sub(r"\1", name)
        name = name.title() if name.isupper() and " " in name else name
        beside = found and (_LATER.search(name) or (comma and " " not in name))
        if _is_name(name) and not beside:
            found.append(name)
        if split:
            at, comma = split.end(), bool(split["comma"])
    return tuple(dict.fromkeys(found))


def names_beside_day(line: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The people of a line that says when, too: `Ana Ruiz | 4 May 2031`, `4 May 2031 by Ana Ruiz`."""
    match = _BESIDE.search(line)
    names = author_names(match["before"] or match["after"] or "") if match else ()
    return tuple(name for name in names if is_person(name, lexicon))


def is_person(name: str, lexicon: Lexicon) -> bool:
    """Whether capitalised words that stand alone name a person: no word of an outlet or a body is among them."""
    if not _PERSON.fullmatch(name):
        return False
    words = name.split()
    given, others = _known(lexicon)
    return words[0] in given or not others.intersection(words)


def is_given(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a known given name."""
    return word in _known(lexicon)[0]


@cache
def _known(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """(Given names, words that no name ends with.)"""
    given = " ".join(lexicon["names"]["given"].values()).split() if "names" in lexicon else ()
    tails = lexicon["organisations"]["tails"].split(", ") if "organisations" in lexicon else ()
    return frozenset(given), frozenset((*lexicon["agencies"]["outlet_words"].split(), *tails))


def _is_name(name: str) -> bool:
    return not _OUTLET.search(name) and (
        2 < len(name) < _MOST and "/" not in name and any(map(str.isalpha, name)) and not _DESK.search(name)
    )
