"""One measure, two values, told by independent reports."""

import re
from collections.abc import Iterator
from itertools import product

from site_gen.analyse.conflicts.contrasts import both_are, of_two_roles, stretch_of
from site_gen.analyse.conflicts.copies import one_witness
from site_gen.analyse.conflicts.groups import of_one_group
from site_gen.analyse.conflicts.incidents import of_two_incidents
from site_gen.analyse.conflicts.later import counted_as_size, of_another_time
from site_gen.analyse.conflicts.measures import (
    comparable,
    consistent,
    grown,
    likeness,
    same_deed,
    told_alike,
)
from site_gen.analyse.conflicts.one_time import is_planned, same_time
from site_gen.analyse.conflicts.rates import a_year_and_in_all
from site_gen.analyse.conflicts.roles import turned_round
from site_gen.analyse.conflicts.shares import shares_of_others
from site_gen.analyse.conflicts.stories import named_alike, one_paper
from site_gen.analyse.conflicts.unlike import of_two_sorts, of_two_sources
from site_gen.analyse.conflicts.value_pairs import LONG_STORY, point_of, worth_a_look
from site_gen.analyse.in_sentence import text_before
from site_gen.analyse.points import measure_words
from site_gen.analyse.tables import (
    ALIKE,
    ARTICLE_PLACES,
    VALUE_RIVALS,
    FigurePoint,
    ValuePair,
    ValueRef,
    ValueRivals,
)
from site_gen.resolve.folding import fold
from site_gen.resolve.intervals import days, gap
from site_gen.resolve.words import country_words, group_of, word_set
from site_gen.tables import Reader, Row

_US = ("US$", "U.S.$")
_LIKE, _MARGIN = 0.3, 0.02
_TWICE, _LIKE_FAR = 2.0, 0.46
"""How many times the other one value is that needs more in common to be of one thing."""
_STEM = 5
_FAR = 1.5
"""By how much two counts of one noun differ that need more than the noun to be of one thing."""
_MANY = 20
"""A count from here on is hardly another's by chance: under it, the same two numbers may be of two things."""


def find_value_rivals(key: str, rows: tuple[ValuePair, ...], reader: Reader) -> Iterator[Row]:
    """Pairs of figures of two articles that contradict each other."""
    articles = rows[0].one[0].article, rows[0].other[0].article
    if not one_paper(*articles, reader) and not (reader.rows(ALIKE, key) and named_alike(*articles, reader)):
        return
    found: dict[tuple[str, str], ValueRivals] = {}
    for measure, one, other in rows:
        said = {refs[0].article: {ref.value for ref in refs} for refs in (one, other)}
        for a, b in product(one, other):
            if (a.id, b.id) not in found and worth_a_look(measure, a, b, said):
                rivals = _rivals(a, b, (*one, *other), reader)
                if rivals:
                    found[a.id, b.id] = rivals
    for pair in sorted(found):
        yield Row(VALUE_RIVALS, _key(found[pair]), found[pair])


def excluding(a: FigurePoint, b: FigurePoint, reader: Reader) -> bool:
    """Whether two figures of one thing cannot both be so."""
    if a.unit_kind == "percent" and _takes_away(a) != _takes_away(b):
        return False
    return _exclude(a, b) and not told_elsewhere(a, b, reader)


def exclude_as_one_sort(a: FigurePoint, b: FigurePoint, reader: Reader) -> bool:
    """The same of two figures that are known to be of one sort, whatever is counted, and however surely it is told."""
    if not (comparable(a, b) and same_time(a, b) and of_one_group(a, b)):
        return False
    if of_another_time(a, b) or of_two_sorts(a, b) or of_two_roles(a, b) or told_elsewhere(a, b, reader):
        return False
    return not (consistent(a, b) or consistent(b, a) or grown(a, b))


def _takes_away(point: FigurePoint) -> bool:
    """Whether a share is that by which something changes: `a cut of 27 percent`, `will write off 22`."""
    ahead = text_before(point)
    return bool(point.change) or _GIVEN_UP.search(ahead) is not None


_GIVEN_UP = re.compile(
    r"\b(?:writ(?:e|es|ing|ten) (?:off|down)|wrote (?:off|down)|giv(?:e|es|ing|en) up|gave up|forgo|forgoes|forgone"
    r"|waiv(?:e|es|ed|ing)|forgiv(?:e|es|en|ing)|forgave|shed|sheds)"
    r" (?:about |some |nearly |at least |up to |more than )?$"
)


def rivals_row(a: FigurePoint, b: FigurePoint, weight: float) -> Row:
    """Two figures that contradict each other, as a row for the stage that tells them."""
    a, b = sorted((a, b), key=lambda p: (p.value, p.id))
    rivals = ValueRivals(round(weight, 4), a, b)
    return Row(VALUE_RIVALS, _key(rivals), rivals)


def _rivals(
    one: ValueRef, other: ValueRef, group: tuple[ValueRef, ...], reader: Reader
) -> ValueRivals | None:
    a, b = point_of(one, reader), point_of(other, reader)
    if a is None or b is None or not _contradict(a, b):
        return None
    if (not same_deed(a, b) and not _only_ones(a, b, group)) or _by_the_noun_alone(a, b):
        return None
    if told_elsewhere(a, b, reader) or one_witness(a.sentence, b.sentence, reader):
        return None
    if _better(a, b, group, reader) or _better(b, a, group, reader):
        return None
    a, b = sorted((a, b), key=lambda p: (p.value, p.id))
    return ValueRivals(round(likeness(a, b), 4), a, b)


def _better(a: FigurePoint, b: FigurePoint, group: tuple[ValueRef, ...], reader: Reader) -> bool:
    """Whether the other's article has a figure of this unit that is more like the first one."""
    found = (point_of(ref, reader) for ref in group if ref.article == b.article and ref.id != b.id)
    most = likeness(a, b) + _MARGIN
    return any(likeness(a, c) > most for c in found if c and _same_unit(a, c) and comparable(a, c))


def _contradict(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether the figures themselves rule each other out, whatever the articles are about."""
    if not _exclude(a, b):
        return False
    if _long_ago(a, b) and not (told_alike(a, b) or set(a.of) & set(b.of)):
        return False
    return likeness(a, b) >= (_LIKE_FAR if max(a.value, b.value) > _TWICE * min(a.value, b.value) else _LIKE)


def one_unit(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether two figures may be of one thing, as far as their units tell."""
    return a.unit_kind == b.unit_kind and _same_unit(a, b)


def _exclude(a: FigurePoint, b: FigurePoint) -> bool:
    if not (one_unit(a, b) and comparable(a, b) and same_force(a, b) and same_time(a, b)):
        return False
    if a_year_and_in_all(a, b):
        return False
    if turned_round(a.sentence.exact, b.sentence.exact) or shares_of_others(a, b):
        return False
    if a.place and b.place and a.place != b.place and not set(a.keys) & set(b.keys):
        return False
    if not of_one_group(a, b) or of_another_time(a, b) or counted_as_size(a, b) or of_two_sorts(a, b):
        return False
    return not (consistent(a, b) or consistent(b, a) or grown(a, b) or of_two_roles(a, b))


def _long_ago(a: FigurePoint, b: FigurePoint) -> bool:
    first, second = days(a.published), days(b.published)
    return bool(first and second) and gap(first, second) > LONG_STORY  # type: ignore[arg-type]


def _same_unit(a: FigurePoint, b: FigurePoint) -> bool:
    if a.unit_kind == "physical":
        return a.unit.partition(" per ")[0] == b.unit.partition(" per ")[0]
    if a.currency_assumed != b.currency_assumed and any(p.evidence.exact.startswith(_US) for p in (a, b)):
        return False  # who writes US$ has another dollar in mind
    return a.unit == b.unit or _one_dollar(a, b) or (a.unit_kind == "count" and _one_noun(a.unit, b.unit))


def _one_dollar(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether one has a bare dollar sign, which may be the other's dollar."""
    return {a.unit.lower(), b.unit.lower()} <= word_set("analysis", "dollars") and (
        a.currency_assumed or b.currency_assumed
    )


def _one_noun(a: str, b: str) -> bool:
    """Whether two counted nouns may be one: soldiers are no civilians."""
    alike = group_of("synonyms", "counted_alike")
    if a in alike and alike[a] == alike.get(b):
        return True
    if are_people_by_origin(a, b):
        return True
    anywhere, groups = word_set("analysis", "counted_anywhere"), group_of("analysis", "measures")
    if a in anywhere or b in anywhere:
        return True
    if a[:_STEM] == b[:_STEM] or _one_head(a, b):
        return True
    a, b = (g if g in groups else f"{g}s" for g in (a, b))
    return a in groups and (groups[a] == groups.get(b) or groups[a] in word_set("analysis", "cumulative"))


def are_people_by_origin(a: str, b: str) -> bool:
    """Whether one unit is people by where they are from, the other by what they are: `Guineans`, `migrants`."""
    units = {a, b} - country_words()
    return len(units) == 1 and units <= word_set("contrasts", "people_by_origin")


def _one_head(a: str, b: str) -> bool:
    """`leader` and `african leader`; two nouns with adjectives of their own (`finnish diplomat`) are two."""
    (first, _, one), (second, _, other) = a.rpartition(" "), b.rpartition(" ")
    return one == other and (first == second or not first or not second)


def same_force(a: FigurePoint, b: FigurePoint) -> bool:
    """An aim is no fact, but may be what is promised; what is promised and what is reported may be one sum as well."""
    if _of_what_was(a, b) or _of_what_was(b, a) or _is_asked(a) != _is_asked(b):
        return False
    if "target" in (a.status, b.status):
        either = "commitment" in (a.status, b.status)
        imposed = any(is_planned(p) or _is_imposed(p) for p in (a, b))
        return a.status == b.status or either or imposed or both_are("asked", stretch_of(a), stretch_of(b))
    return True


def _is_asked(point: FigurePoint) -> bool:
    """Whether it is what somebody asks for: another may have given less."""
    return _ASKED.search(text_before(point)) is not None


_ASKED = re.compile(
    r"\b(?:asks?|asked|asking|appeals?|appealed|applied|begs?|begged|petitioned) (?:(?!to\b)[\w’'-]+ ){0,6}for"
    r" (?:about |some |up to |another |a loan of )?$"
)


def _is_imposed(point: FigurePoint) -> bool:
    """Whether it is what somebody has to pay, which is no aim: `must pay 120 million euros`."""
    return _IMPOSED.search(text_before(point)) is not None


_IMPOSED = re.compile(
    r"\b(?:must|ha[sd] to|have to|is to|are to|(?:ordered|told|sentenced|made) (?:[\w’'-]+ ){0,4}to|will have to)"
    r" (?:now )?(?:pay|repay|hand over|pay back)\b[^,;:.]*$"
)


def _of_what_was(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether one is of a time over when it was told, and the other is to come: bought last year, to be delivered."""
    told, written = days(a.period), days(a.published)
    over = told is not None and written is not None and told.last < written.first - _MONTH
    return over and a.status == "actual" and b.status in ("commitment", "target") and a.period != b.period


_MONTH = 30


def told_elsewhere(a: FigurePoint, b: FigurePoint, reader: Reader) -> bool:
    """Whether each sentence names a country that the other article does not know, or one does and they share none.

    Two sentences that name the same people or bodies may name two countries.
    """
    if of_two_sources(a, b, reader) or of_two_incidents(a, b, reader):
        return True
    if not (a.places and b.places) or _name_the_same(a, b):
        return False
    foreign = _foreign(a, b, reader), _foreign(b, a, reader)
    return all(foreign) or (any(foreign) and set(a.places).isdisjoint(b.places))


def _name_the_same(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether the sentences have several words of names in common that are no countries’; two are but one speaker."""
    ours, theirs = (set(_NAMED.findall(p.sentence.exact)) for p in (a, b))
    return sum(fold(name) not in country_words() for name in ours & theirs) >= _SEVERAL


_NAMED = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]+")
_SEVERAL = 4


def _foreign(point: FigurePoint, other: FigurePoint, reader: Reader) -> bool:
    known = reader.one(ARTICLE_PLACES, other.article) or ()
    return any(place not in known for place in point.places)


def _by_the_noun_alone(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether two counts, far apart, share only the noun, and something else is told of one of them."""
    if a.unit_kind != "count" or max(a.value, b.value) <= _FAR * min(a.value, b.value):
        return False
    nouns = {*measure_words(f"{a.unit} {a.unit}s {b.unit} {b.unit}s")}
    told = [({*p.near} | {*p.words}) - nouns for p in (a, b)]
    return {*a.words} & {*b.words} <= nouns and any(told) and told[0].isdisjoint(told[1])


def _only_ones(a: FigurePoint, b: FigurePoint, group: tuple[ValueRef, ...]) -> bool:
    """Whether each article has no other count of a noun that says what is counted."""
    known = a.head == b.head and a.head in group_of("analysis", "measures").values()
    if not known and (not _one_head(a.unit, b.unit) or a.unit in word_set("analysis", "counted_anywhere")):
        return False
    return all(sum(ref.article == p.article for ref in group) == 1 for p in (a, b))


def _key(rivals: ValueRivals) -> str:
    count = rivals.one.unit_kind == "count"
    unit = ("count" if rivals.one.value >= _MANY else rivals.one.head) if count else rivals.one.unit
    return f"{unit} {rivals.one.value:.1e} {rivals.other.value:.1e}"
