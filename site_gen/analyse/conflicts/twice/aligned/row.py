"""Two slots that exclude each other -> a row for the stage that tells rivals."""

from site_gen.analyse.conflicts.excerpt import Place, clause, matter
from site_gen.analyse.conflicts.twice.aligned.align import Pair
from site_gen.analyse.tables import RIVALS, RivalClaim, Rivals
from site_gen.analyse.tellings import Slot, Telling
from site_gen.records import Evidence
from site_gen.tables import Row


def row_of(a: Slot, b: Slot, pair: Pair, weight: float, kind: str) -> Row:
    """The two as one date, value, stage or other conflict."""
    told = sorted(
        (_claim(s, x) for s, x in ((a, pair.one), (b, pair.other))), key=lambda c: (c.value, c.articles)
    )
    about = matter(kind, [_place(s, x) for s, x in ((a, pair.one), (b, pair.other))])
    rivals = Rivals(about, weight, told[0], told[1], kind)
    return Row(RIVALS, f"{kind} {told[0].value} {told[1].value}", rivals)


def _place(slot: Slot, telling: Telling) -> Place:
    sentence = telling.sentences[slot.sentence].evidence
    return Place(sentence.exact, slot.start - sentence.start, slot.end - sentence.start)


def _claim(slot: Slot, telling: Telling) -> RivalClaim:
    sentence = telling.sentences[slot.sentence].evidence
    first, last = slot.start - sentence.start, slot.end - sentence.start
    exact = sentence.exact[first:last]
    place = Evidence(sentence.article, slot.start, slot.end, exact, sentence.sentence)
    says = slot.value if slot.kind == "date" else " ".join(exact.split())
    if slot.kind not in ("date", "span"):
        says = clause(sentence.exact, first, last)
    value = (
        slot.value
        if slot.kind in ("date", "span", "not")
        else f"{slot.kind.removeprefix('words ')} {slot.value}"
    )
    return RivalClaim(value, (sentence.article,), (sentence, place), "", says)
