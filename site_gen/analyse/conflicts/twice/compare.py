"""Two reports of one story -> what they tell twice and differently."""

from collections.abc import Iterator

from site_gen.analyse.conflicts.copies import in_one_lineage
from site_gen.analyse.conflicts.forces import promised_alike
from site_gen.analyse.conflicts.stories import far_apart, other_papers, same_story
from site_gen.analyse.conflicts.twice.aligned.align import Pair
from site_gen.analyse.conflicts.twice.how_much.figures import SOON, rival_figures
from site_gen.analyse.conflicts.twice.how_much.portions import rival_portions
from site_gen.analyse.conflicts.twice.how_much.tolls import rival_tolls
from site_gen.analyse.conflicts.twice.how_surely.bound import rival_bonds
from site_gen.analyse.conflicts.twice.how_surely.claimed import rival_claims
from site_gen.analyse.conflicts.twice.how_surely.hedges import rival_hedges
from site_gen.analyse.conflicts.twice.slots import rival_slots
from site_gen.analyse.conflicts.twice.when.leads import rival_leads
from site_gen.analyse.conflicts.twice.when.orders import rival_orders
from site_gen.analyse.conflicts.twice.where.seats import rival_seats
from site_gen.analyse.conflicts.twice.where.whereabouts import rival_places
from site_gen.analyse.conflicts.twice.whether.absences import rival_absences
from site_gen.analyse.conflicts.twice.whether.denials import rival_denials
from site_gen.analyse.conflicts.twice.whether.newness import rival_novelties
from site_gen.analyse.conflicts.twice.whether.outcomes import rival_outcomes
from site_gen.analyse.conflicts.twice.whether.polar import rival_polar
from site_gen.analyse.conflicts.twice.whether.votes import rival_votes
from site_gen.analyse.conflicts.twice.who.deputies import rival_deputies
from site_gen.analyse.conflicts.twice.who.doers import rival_doers
from site_gen.analyse.conflicts.twice.who.rival_posts import rival_posts
from site_gen.analyse.gist import of_one_gist
from site_gen.analyse.tables import STORY_NAMES
from site_gen.analyse.tellings import TELLINGS
from site_gen.records import Evidence
from site_gen.resolve.tables import FACTS, KNOWN
from site_gen.tables import Reader, Row

_IN_WORDS = ("attribution", "force", "stage", "identity", "name")
_SEVERAL = 3
"""Names that two reports of one story have in common."""
_MANY, _MOST = 7, 0.33
_MUCH = 0.2
"""Of the words of the shorter report, how many the other has too, if there are fewer names."""


def compare_tellings(articles: str, _names: tuple[int, ...], reader: Reader) -> Iterator[Row]:
    """The contradictions of two articles, as rivals for the stages that tell them."""
    first, second = articles.split("|")
    one, other = reader.one(TELLINGS, first), reader.one(TELLINGS, second)
    if not one or not other or not one.sentences or not other.sentences:
        return
    copied = in_one_lineage(one.sentences[0].evidence, other.sentences[0].evidence, reader)
    pair = Pair(one, other, copied)
    if not (same_story(first, second, reader) or _one_matter(pair, reader)):
        return
    figures = [*rival_figures(pair, reader)]
    yield from figures
    yield from rival_tolls(pair, reader)
    if pair.days_apart() <= SOON:
        told = {frozenset((row.value.one.sentence, row.value.other.sentence)) for row in figures}
        yield from (
            row
            for row in _told_once(_rivals(pair, first, second, reader))
            if row.value.kind != "value" or _sentences(row) not in told
        )


def _rivals(pair: Pair, first: str, second: str, reader: Reader) -> Iterator[Row]:
    """Of two sentences that more than one comparison sets against each other, the surest first."""
    promised = promised_alike(first, second, reader)
    yield from rival_orders(pair)
    yield from rival_claims(pair, reader)
    yield from rival_bonds(pair) if not promised else ()
    yield from rival_polar(pair)
    yield from rival_outcomes(pair)
    yield from rival_slots(pair, promised)
    yield from rival_leads(pair)
    yield from rival_posts(pair)
    yield from rival_deputies(pair)
    yield from rival_doers(pair)
    yield from rival_seats(pair)
    yield from rival_portions(pair)
    yield from rival_places(pair)
    yield from rival_votes(pair)
    yield from rival_novelties(pair)
    yield from rival_hedges(pair, reader)
    yield from rival_absences(pair)
    yield from rival_denials(pair, _one_paper(first, second, reader))


def _told_once(rows: Iterator[Row]) -> Iterator[Row]:
    """Without those by which two sentences contradict each other once more in what is so, and how surely."""
    told: set[frozenset[Evidence]] = set()
    ordered: set[frozenset[Evidence]] = set()
    bound: set[Evidence] = set()
    for row in rows:
        there, force = _sentences(row), row.value.kind == "force"
        if (row.value.kind in _IN_WORDS and there in told) or (force and not bound.isdisjoint(there)):
            continue
        if row.value.kind == "date" and there in ordered:
            continue  # what came first is told already
        if row.value.kind == "order":
            ordered.add(there)
        if row.value.kind != "date":
            told.add(there)
        if force:
            bound |= there
        yield row


def _sentences(row: Row) -> frozenset[Evidence]:
    """The two sentences of a contradiction."""
    return frozenset(claim.places[0] for claim in (row.value.one, row.value.other))


def _one_paper(first: str, second: str, reader: Reader) -> bool:
    """Whether both name one agreement: its steps are compared from its record."""
    ours, theirs = (reader.one(KNOWN, a) for a in (first, second))
    return bool(ours and theirs) and not {*ours.agreements, ""}.isdisjoint({*theirs.agreements} - {""})  # type: ignore[union-attr]


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
    if names >= _MANY and pair.shared() >= _MOST:
        return True  # so much is told of twice that two papers may be one by two titles
    return not other_papers(first, second, reader)


def _names(article: str, reader: Reader) -> frozenset[int]:
    found: tuple[int, ...] | None = reader.one(STORY_NAMES, article)
    return frozenset(found or ())
