"""Whether two articles tell of one matter."""

from site_gen.analyse.tables import ARTICLE_PLACES, RARE_NAMES, STORY_NAMES
from site_gen.resolve.intervals import days, gap
from site_gen.resolve.tables import FACTS, KNOWN, Facts, Known
from site_gen.tables import Reader

_ENOUGH = 4
_LONG = 8
_WEEK, _FEW = 7, 3
_NEAR = 14
"""Days between reports of one matter that speak of other papers."""
_STEP = 5
"""Days between which two reports may put one step of a paper."""


def same_story(one: str, other: str, reader: Reader) -> bool:
    """Names, people and agreements in common, and one country: enough of them, or most of what the shorter names.

    Articles about two countries each tell of one matter only where they are the same two.
    """
    if one == other:
        return True
    first, second = reader.one(FACTS, one), reader.one(FACTS, other)
    if first and second and first.pair and second.pair and first.pair != second.pair:
        return False
    ours, theirs = _names(one, reader), _names(other, reader)
    names, least = len(ours & theirs), min(len(ours), len(theirs))
    ids = len(story_ids(one, reader) & story_ids(other, reader))
    if not _other_deeds(one, other, reader) and _rare(ours & theirs, first, second, reader):
        return True
    papers = _other_papers(one, other, reader)
    if papers and first and second and _weeks_apart(first, second):
        return False
    if not papers and first and second and _two_countries(first, second, reader):
        return True
    home = bool(first and second and first.home and first.home == second.home)
    apart = bool(first and second and first.home and second.home and not home)
    most = 6 if least < _LONG else 3 if ids and not apart else 2
    if ids < 2 and (names * most < least or papers):
        return False
    if names + 2 * ids + home >= _ENOUGH and names + ids:
        return True
    return names + ids + home > 1 and names * 3 >= least


def _rare(shared: set[int], one: Facts | None, other: Facts | None, reader: Reader) -> bool:
    """Whether two reports of a fortnight share a name that few articles have, and are at home in no two countries."""
    if not shared or not one or not other or (one.home and other.home and one.home != other.home):
        return False
    first, second = days(one.published), days(other.published)
    if not first or not second or gap(first, second) > _NEAR:
        return False
    return any(reader.rows(RARE_NAMES, f"{name:x}") for name in sorted(shared))


def _two_countries(one: Facts, other: Facts, reader: Reader) -> bool:
    """Whether both speak of the same two or three countries and no others, within a week."""
    places = [_countries(facts.article, reader) for facts in (one, other)]
    first, second = days(one.published), days(other.published)
    if not first or not second or gap(first, second) > _WEEK:
        return False
    return len(places[0] & places[1]) > 1 and max(len(codes) for codes in places) <= _FEW


def _countries(article: str, reader: Reader) -> set[str]:
    found: tuple[str, ...] | None = reader.one(ARTICLE_PLACES, article)
    return set(found or ())


def _weeks_apart(one: Facts, other: Facts) -> bool:
    first, second = days(one.published), days(other.published)
    return bool(first and second) and gap(first, second) > _NEAR  # type: ignore[arg-type]


def _other_deeds(one: str, other: str, reader: Reader) -> bool:
    """Whether each reports agreements of its own to be done."""
    first, second = reader.one(KNOWN, one), reader.one(KNOWN, other)
    both = first and second and first.done and second.done
    return bool(both) and set(first.done).isdisjoint(second.done)  # type: ignore[union-attr]


def _other_papers(one: str, other: str, reader: Reader) -> bool:
    """Whether each tells of agreements of its own: those that it reports to be done, or else all that it names.

    An older paper that both name beside their own says nothing.
    """
    first, second = reader.one(KNOWN, one), reader.one(KNOWN, other)
    if not first or not second:
        return False
    if first.done and second.done:
        return not _one_paper(first, second)
    ours, theirs = ({a for a in k.agreements if a} for k in (first, second))
    return bool(ours and theirs) and not ours & theirs


def _one_paper(one: Known, other: Known) -> bool:
    """Whether something was done with one paper: its name again with a step on another day (a yearly one) is two."""
    if {key for key, _, _ in one.done}.isdisjoint(key for key, _, _ in other.done):
        return False
    steps = [(days(a), days(b)) for p, s, a in one.done for q, t, b in other.done if (p, s) == (q, t)]
    told = [gap(a, b) for a, b in steps if a and b]
    return not told or min(told) <= _STEP


def _names(article: str, reader: Reader) -> set[int]:
    found: tuple[int, ...] | None = reader.one(STORY_NAMES, article)
    return set(found or ())


def story_ids(article: str, reader: Reader) -> set[str]:
    """The people and agreements that an article tells of."""
    known = reader.one(KNOWN, article)
    return {i for i in (*known.people, *known.agreements) if i} if known else set()
