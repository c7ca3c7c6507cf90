"""Whether two articles tell of one matter."""

from site_gen.analyse.tables import STORY_NAMES
from site_gen.resolve.tables import FACTS, KNOWN
from site_gen.tables import Reader

_ENOUGH = 4


def same_story(one: str, other: str, reader: Reader) -> bool:
    """Names, people and agreements in common, and one country: enough of them, or most of what the shorter names."""
    if one == other:
        return True
    ours, theirs = _names(one, reader), _names(other, reader)
    names, least = len(ours & theirs), min(len(ours), len(theirs))
    ids = len(_ids(one, reader) & _ids(other, reader))
    first, second = reader.one(FACTS, one), reader.one(FACTS, other)
    home = bool(first and second and first.home and first.home == second.home)
    if names + 2 * ids + home >= _ENOUGH and names + ids:
        return True
    return names + ids + home > 1 and names * 3 >= least


def _names(article: str, reader: Reader) -> set[int]:
    found: tuple[int, ...] | None = reader.one(STORY_NAMES, article)
    return set(found or ())


def _ids(article: str, reader: Reader) -> set[str]:
    known = reader.one(KNOWN, article)
    return {i for i in (*known.people, *known.agreements) if i} if known else set()
