"""What a report is about: the words that tell most of it, and how much two reports have in common."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from math import log, sqrt

from site_gen.analyse.rarity import rarity
from site_gen.analyse.tables import ALIKE, GISTS
from site_gen.analyse.tellings import Telling
from site_gen.tables import Reader, Row

_WORDS = 100
_LEAST, _SURE, _IN_COMMON = 0.18, 0.24, 0.105
"""The least likeness of reports of one matter; that from which on nothing else is asked; and the part of their rare
words that others have in common, however often they use them. Reports of one long story that tell of two weeks of it
repeat the same names, and have few other words in common. Measured: of 390 pairs that contradict each other none has
less, and one in five of 119 real ones that only seem to."""
_RETOLD, _RETOLD_IN_COMMON = 0.14, 0.08
"""The same of reports written within days of each other. Measured with what else is asked of them (`compare.py`): of 69
pairs of one story that nothing links, 19 have as much, and of 757 pairs of two, most of them undated, 8."""
_FULL = 40
"""Words of a report long enough for that; of a shorter one less is asked."""


def gist(stems: Iterable[str]) -> dict[str, float]:
    """The words of a report, each with its weight: how rare it is, and how often it stands there.

    Weights are those of a vector of length 1 (tf-idf: Salton and Buckley 1988, with the logarithm of the count).
    """
    counted = Counter(stem for stem in stems if stem[0] != "#")
    weights = {stem: (1 + log(times)) * rarity(stem) for stem, times in counted.items()}
    most = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:_WORDS]
    length = sqrt(sum(weight * weight for _, weight in most)) or 1.0
    return {stem: round(weight / length, 4) for stem, weight in most}


def likeness(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """What two reports have in common, 0 to 1: the cosine of their words."""
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other.get(stem, 0.0) for stem, weight in one.items())


def in_common(one: Iterable[str], other: Iterable[str]) -> float:
    """Of the rare words that two reports use most, the part that both have, 0 to 1, however often they use them.

    Jaccard's measure, each word weighed by its rarity.
    """
    ours, theirs = frozenset(one), frozenset(other)
    shared, total = ours & theirs, ours | theirs
    return sum(map(rarity, sorted(shared))) / (sum(map(rarity, sorted(total))) or 1.0)


def gist_rows(telling: Telling) -> Iterator[Row]:
    """The row of one article."""
    stems = (word.stem for told in telling.sentences for word in told.words)
    yield Row(GISTS, telling.article, gist(stems))


def pair_gists(articles: str, _rows: tuple[object, ...], reader: Reader) -> Iterator[Row]:
    """A row for two articles that may be of one matter.

    A stage of its own: what an article is about changes with every word, whether two are of one matter hardly ever.
    """
    one, other = articles.split("|")
    if of_one_gist(one, other, reader):
        yield Row(ALIKE, articles, True)


def of_one_gist(one: str, other: str, reader: Reader) -> bool:
    """Whether two articles have enough in common to be of one matter; true where nothing is known of one."""
    ours, theirs = reader.one(GISTS, one), reader.one(GISTS, other)
    if not ours or not theirs:
        return True
    like = _of_full_length(ours, theirs)
    return like >= _SURE or (like >= _LEAST and in_common(ours, theirs) >= _IN_COMMON)


def is_retold(one: str, other: str, reader: Reader) -> bool:
    """Whether two articles of the same days may tell one matter, each in words of its own: less in common is enough."""
    ours, theirs = reader.one(GISTS, one), reader.one(GISTS, other)
    if not ours or not theirs:
        return False
    return _of_full_length(ours, theirs) >= _RETOLD and in_common(ours, theirs) >= _RETOLD_IN_COMMON


def _of_full_length(ours: Mapping[str, float], theirs: Mapping[str, float]) -> float:
    """The likeness of two reports, as if neither were short."""
    return likeness(ours, theirs) / min(1.0, min(len(ours), len(theirs)) / _FULL)
