"""Whether two articles tell of one matter."""

from site_gen.analyse.gist import of_one_gist
from site_gen.analyse.tables import ARTICLE_PLACES, RARE_NAMES, STORY_NAMES
from site_gen.resolve.intervals import days, gap
from site_gen.resolve.tables import FACTS, KNOWN, Facts, Known
from site_gen.resolve.words import country_codes
from site_gen.tables import Reader

_ENOUGH = 4
_LONG = 8
_WEEK, _FEW = 7, 3
_SEVERAL, _MOST = 4, 0.6
"""Countries that two reports of one bloc have in common, and their part of those that either speaks of."""
_NEAR = 14
"""Days between reports of one matter that speak of other papers."""
_LATER = 130
"""Days between reports of one matter."""
_STEP = 5
"""Days between which two reports may put one step of a paper."""


def same_story(one: str, other: str, reader: Reader) -> bool:
    """Whether two articles name the same, and what tells most of what each is about is in both."""
    if one == other or one_paper(one, other, reader):
        return True
    return named_alike(one, other, reader) and of_one_gist(one, other, reader)


def named_alike(one: str, other: str, reader: Reader) -> bool:
    """Names, people and agreements in common, and one country: enough of them, or most of what the shorter names.

    Articles about two countries each tell of one matter only where they are the same two. Reports of what was done
    to one paper on days that are near always do.
    """
    if one == other:
        return True
    if one_paper(one, other, reader):
        return True
    first, second = reader.one(FACTS, one), reader.one(FACTS, other)
    if first and second and first.pair and second.pair and first.pair != second.pair:
        return False
    ours, theirs = _names(one, reader), _names(other, reader)
    names, least = len(ours & theirs), min(len(ours), len(theirs))
    ids = len(story_ids(one, reader) & story_ids(other, reader))
    if not _other_deeds(one, other, reader) and _rare(ours & theirs, first, second, reader):
        return True
    papers = other_papers(one, other, reader)
    if papers and first and second and _weeks_apart(first, second):
        return False
    if not papers and first and second and _two_countries(first, second, reader):
        return True
    home = bool(first and second and first.home and first.home == second.home)
    apart = bool(first and second and first.home and second.home and not home)
    most = 6 if least < _LONG else 3.5 if ids and not apart else 2
    if ids < 2 and (names * most < least or papers):
        return False
    if names + 2 * ids + home >= _ENOUGH and names + ids:
        return True
    return names + ids + home > 1 and 7 * names >= 2 * least


def one_paper(one: str, other: str, reader: Reader) -> bool:
    """Whether both report steps of one paper, on days that are told and near."""
    first, second = reader.one(KNOWN, one), reader.one(KNOWN, other)
    if not first or not second:
        return False
    told = [(days(x), days(y)) for p, x in _dated(first) for q, y in _dated(second) if p == q]
    return any(a and b and gap(a, b) <= _STEP for a, b in told)


def _dated(known: Known) -> list[tuple[str, str]]:
    return [(paper, day) for paper, _, day in known.done if paper and day]


def _rare(shared: set[int], one: Facts | None, other: Facts | None, reader: Reader) -> bool:
    """Whether two reports share a name that few articles have, and are at home in no two countries.

    Those that are more than a fortnight apart must be at home in one, or have several names in common.
    """
    if not shared or not one or not other or far_apart(one, other, reader):
        return False
    first, second = days(one.published), days(other.published)
    apart = gap(first, second) if first and second else _LATER + 1
    close = len(shared) > 1 or (one.home and one.home == other.home)
    if apart > (_LATER if close else _NEAR):
        return False
    return any(reader.rows(RARE_NAMES, f"{name:x}") for name in sorted(shared))


def far_apart(one: Facts, other: Facts, reader: Reader) -> bool:
    """Whether each is at home in a country of its own, and neither speaks of the other's."""
    if not one.home or not other.home or one.home == other.home:
        return False
    ours, theirs = (_countries(facts.article, reader) for facts in (one, other))
    codes = country_codes()
    return codes.get(one.home, "") not in theirs and codes.get(other.home, "") not in ours


def _two_countries(one: Facts, other: Facts, reader: Reader) -> bool:
    """Whether both speak of the same two or three countries and no others, within a week."""
    places = [_countries(facts.article, reader) for facts in (one, other)]
    first, second = days(one.published), days(other.published)
    if not first or not second or gap(first, second) > _WEEK:
        return False
    return len(places[0] & places[1]) > 1 and max(len(codes) for codes in places) <= _FEW


def of_one_bloc(one: Facts, other: Facts, reader: Reader) -> bool:
    """Whether both speak of mostly the same countries, within a week: one bloc, whatever each calls its pact."""
    places = [_countries(facts.article, reader) for facts in (one, other)]
    first, second = days(one.published), days(other.published)
    if not first or not second or gap(first, second) > _WEEK:
        return False
    shared = len(places[0] & places[1])
    return shared >= _SEVERAL and shared >= _MOST * max(map(len, places))


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


def other_papers(one: str, other: str, reader: Reader) -> bool:
    """Whether each tells of agreements of its own: those that it reports to be done, or else all that it names.

    An older paper that both name beside their own says nothing, nor does one without a name (`a loan deal`).
    """
    first, second = reader.one(KNOWN, one), reader.one(KNOWN, other)
    if not first or not second:
        return False
    ours, theirs = ({*k.agreements} - {*k.unnamed, ""} for k in (first, second))
    if first.done and second.done and ours & theirs:
        return not _one_occasion(first, second)
    return bool(ours and theirs) and not ours & theirs


def names_one_paper(one: str, other: str, reader: Reader) -> bool:
    """Whether both name one agreement in full, and two people besides."""
    first, second = reader.one(KNOWN, one), reader.one(KNOWN, other)
    if not first or not second:
        return False
    papers = ({*k.agreements} - {*k.unnamed, ""} for k in (first, second))
    people = ({*k.people} - {""} for k in (first, second))
    return bool(set.intersection(*papers)) and len(set.intersection(*people)) >= _PEOPLE


_PEOPLE = 2


def _one_occasion(one: Known, other: Known) -> bool:
    """Whether the steps that the two report may be of one occasion: a paper's name with a step on another day is two.

    Of a paper with which both report the same step its days decide, else those of all steps that they report; where
    no day is given, a paper that one has done and the other names is enough.
    """
    pairs = [(p == q, s == t, days(a), days(b)) for p, s, a in one.done for q, t, b in other.done]
    shared = [(step, a, b) for paper, step, a, b in pairs if paper]
    same = [(a, b) for step, a, b in shared if step]
    told = [gap(a, b) for a, b in (same if shared else [(a, b) for _, _, a, b in pairs]) if a and b]
    if not shared and not _names_what_is_done(one, other):
        return False
    return not told or min(told) <= _STEP


def _names_what_is_done(one: Known, other: Known) -> bool:
    done, also = ({paper for paper, _, _ in k.done} for k in (one, other))
    return not (done.isdisjoint(other.agreements) and also.isdisjoint(one.agreements))


def _names(article: str, reader: Reader) -> set[int]:
    found: tuple[int, ...] | None = reader.one(STORY_NAMES, article)
    return set(found or ())


def story_ids(article: str, reader: Reader) -> set[str]:
    """The people and agreements that an article tells of."""
    known = reader.one(KNOWN, article)
    return {i for i in (*known.people, *known.agreements) if i} if known else set()
