"""What a minister is for: one title in two word orders, and several remits of one office."""

import re
from functools import lru_cache

from site_gen.extract.names import UPPER
from site_gen.extract.people.casing import title_case
from site_gen.extract.people.reading import Reading

_TURNED = re.compile(
    r"((?:deputy |first |acting )?)(minister|commissioner|secretary) (?:of|for) (?:the )?(.+)"
)
_NOT_TURNED = ("state", "state for", "the state", "defense staff", "staff", "war")
_REMIT = rf"(?:the )?[{UPPER}][\w-]+(?: [{UPPER}][\w-]+)?"
_SEVERAL = re.compile(
    rf"\b(?:[Tt]he |[Ii]ts |[Tt]heir )?((?:[Dd]eputy |[Ff]irst )?(?:[Mm]inister|[Cc]ommissioner) (?:of|for)"
    rf" {_REMIT}(?:, {_REMIT})*,? (?:and|&) (?:(?:of|for) )?{_REMIT})$"
)


@lru_cache(maxsize=4096)
def turned(title: str) -> str:
    """A title in lower case with what it is for ahead: `Minister for Foreign Trade` is a `foreign trade minister`."""
    low = title.lower()
    found = _TURNED.fullmatch(low)
    if found is None or found[3].startswith(_NOT_TURNED):
        return low
    return f"{found[1]}{found[3]} {found[2]}"


def several_remits(begin: int, stop: int, text: str) -> Reading | None:
    """`the Minister for Trade, Industry and Tourism`, ending at `stop`: one office, though commas stand in it."""
    found = _SEVERAL.search(text, begin, stop)
    if found is None:
        return None
    title = title_case(found[1].split())
    return Reading(title, "", "", "current", found.start(), stop, definite=True)
