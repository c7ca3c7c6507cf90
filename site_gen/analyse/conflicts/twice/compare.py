"""Two reports of one story -> what they tell twice and differently."""

from collections.abc import Iterator

from site_gen.analyse.conflicts.copies import in_one_lineage
from site_gen.analyse.conflicts.stories import same_story
from site_gen.analyse.conflicts.twice.align import Pair
from site_gen.analyse.conflicts.twice.denials import rival_denials
from site_gen.analyse.conflicts.twice.figures import rival_figures
from site_gen.analyse.conflicts.twice.slots import rival_slots
from site_gen.analyse.tables import STORY_NAMES, TELLINGS
from site_gen.resolve.tables import FACTS
from site_gen.tables import Reader, Row

_SEVERAL, _TWO = 3, 2


def compare_tellings(articles: str, _names: tuple[int, ...], reader: Reader) -> Iterator[Row]:
    """The contradictions of two articles, as rivals for the stages that tell them."""
    first, second = articles.split("|")
    one, other = reader.one(TELLINGS, first), reader.one(TELLINGS, second)
    if not one or not other or not one.sentences or not other.sentences:
        return
    if not (same_story(first, second, reader) or _share_names(first, second, reader)):
        return
    copied = in_one_lineage(one.sentences[0].evidence, other.sentences[0].evidence, reader)
    pair = Pair(one, other, copied)
    yield from rival_figures(pair, reader)
    yield from rival_slots(pair)
    yield from rival_denials(pair)


def _share_names(first: str, second: str, reader: Reader) -> bool:
    """Whether two reports have several names in common, and each is at home where the other is, or nowhere."""
    ours, theirs = (set(reader.one(STORY_NAMES, a) or ()) for a in (first, second))
    homes = {facts.home for a in (first, second) if (facts := reader.one(FACTS, a)) and facts.home}
    return len(homes) < _TWO and len(ours & theirs) >= _SEVERAL
