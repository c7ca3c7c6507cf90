"""Two reports of one story -> what they tell twice and differently."""

from collections.abc import Iterator

from site_gen.analyse.conflicts.contrasts import until_and_from
from site_gen.analyse.conflicts.copies import in_one_lineage
from site_gen.analyse.conflicts.stories import (
    far_apart,
    names_one_paper,
    of_one_bloc,
    other_papers,
    same_story,
)
from site_gen.analyse.conflicts.twice.aligned.align import Pair
from site_gen.analyse.conflicts.twice.aligned.two import Two
from site_gen.analyse.conflicts.twice.kind import SOON
from site_gen.analyse.conflicts.twice.kinds import FIGURES, KINDS, SUMS, TOLLS
from site_gen.analyse.gist import is_retold, of_one_gist
from site_gen.analyse.tables import STORY_NAMES
from site_gen.analyse.tellings import TELLINGS
from site_gen.records import Evidence
from site_gen.resolve.tables import FACTS
from site_gen.tables import Reader, Row

_IN_WORDS = ("attribution", "force", "stage", "identity", "name")
_OF_FIGURES = ("value", "force")
"""What two sentences whose figures differ are not told to differ in besides: `may ship 240`, `will let in 300`."""
_SEVERAL = 3
"""Names that two reports of one story have in common."""
_MANY, _MOST = 6, 0.15
_NEAR = 4
"""Days between two reports that share a rare name, within which they tell one matter in words of their own."""
_MUCH = 0.2
"""Of the words of the shorter report, how many the other has too, if there are fewer names."""


def compare_tellings(articles: str, _names: tuple[int, ...], reader: Reader) -> Iterator[Row]:
    """The contradictions of two articles, as rivals for the stages that tell them."""
    pair = pair_of(articles, reader)
    if pair is None:
        return
    two = Two(pair, reader)
    figures = [*FIGURES.rivals(two)]
    yield from figures
    for kind in (SUMS, TOLLS):
        yield from kind.rivals(two) if kind.meets(pair) else ()
    if pair.days_apart() <= SOON:
        told = {frozenset((row.value.one.sentence, row.value.other.sentence)) for row in figures}
        yield from (
            row
            for row in _told_once([*_rivals(two)])
            if (row.value.kind not in _OF_FIGURES or _sentences(row) not in told)
            and not _of_two_stretches(row)
        )


def pair_of(articles: str, reader: Reader) -> Pair | None:
    """Two reports, as a key names them, if they tell of one matter."""
    first, second = articles.split("|")
    one, other = reader.one(TELLINGS, first), reader.one(TELLINGS, second)
    if not one or not other or not one.sentences or not other.sentences:
        return None
    pair = Pair(one, other, in_one_lineage(one.sentences[0].evidence, other.sentences[0].evidence, reader))
    return (
        pair
        if same_story(first, second, reader) or _one_matter(pair, reader) or _retold(pair, reader)
        else None
    )


def _retold(pair: Pair, reader: Reader) -> bool:
    """Whether two reports of the same days tell one matter in words of their own, and of no two papers."""
    first, second = pair.one.article, pair.other.article
    near = pair.days_apart(open_as=_NEAR + 1) <= _NEAR
    return near and is_retold(first, second, reader) and not other_papers(first, second, reader)


def _rivals(two: Two) -> Iterator[Row]:
    """Of two sentences that more than one comparison sets against each other, the surest first."""
    for kind in KINDS.values():
        if kind.meets(two.pair):
            yield from kind.rivals(two)


def _told_once(rows: list[Row]) -> Iterator[Row]:
    """Without those by which two sentences contradict each other once more in what is so, and how surely.

    Two days say what came first as well.
    """
    dated = {_sentences(row) for row in rows if row.value.kind == "date"}
    told: set[frozenset[Evidence]] = set()
    ordered: set[frozenset[Evidence]] = set()
    bound: set[Evidence] = set()
    for row in rows:
        there, force = _sentences(row), row.value.kind == "force"
        if (row.value.kind in _IN_WORDS and there in told) or (force and not bound.isdisjoint(there)):
            continue
        if row.value.kind == "value" and there in ordered:
            continue  # how long before is told already
        if force and there in dated:
            continue  # `from 2034`, `could be in 2035`
        if row.value.kind == "order":
            if there in dated:
                continue
            ordered.add(there)
        if row.value.kind != "date":
            told.add(there)
        if force:
            bound |= there
        yield row


def _of_two_stretches(row: Row) -> bool:
    """Whether one says how binding it is until a time, and the other from then on."""
    texts = (claim.places[0].exact for claim in (row.value.one, row.value.other))
    return row.value.kind == "force" and until_and_from(*texts)


def _sentences(row: Row) -> frozenset[Evidence]:
    """The two sentences of a contradiction."""
    return frozenset(claim.places[0] for claim in (row.value.one, row.value.other))


def _one_matter(pair: Pair, reader: Reader) -> bool:
    """Whether two reports share names, and several of them or much of what they say; and are of no two papers."""
    first, second = pair.one.article, pair.other.article
    names = len(_names(first, reader) & _names(second, reader))
    if names < _SEVERAL and not (names and pair.shared() >= _MUCH):
        return False
    one, other = reader.one(FACTS, first), reader.one(FACTS, second)
    if one is None or other is None or not of_one_gist(first, second, reader):
        return False
    if far_apart(one, other, reader) and not (names > _SEVERAL and pair.shared() >= _MUCH):
        return False
    if names >= _MANY and (pair.shared() >= _MOST or names_one_paper(first, second, reader)):
        return True  # so much is told of twice that two papers may be one by two titles
    return of_one_bloc(one, other, reader) or not other_papers(first, second, reader)


def _names(article: str, reader: Reader) -> frozenset[int]:
    found: tuple[int, ...] | None = reader.one(STORY_NAMES, article)
    return frozenset(found or ())
