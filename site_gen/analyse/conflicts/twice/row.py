"""Two slots that exclude each other -> a row for the stage that tells rivals."""

import re
from textwrap import shorten

from site_gen.analyse.conflicts.twice.align import Pair
from site_gen.analyse.tables import DAY_RIVALS, DayClaim, DayRivals
from site_gen.analyse.tellings import Slot, Telling
from site_gen.records import Evidence
from site_gen.tables import Row

_BREAK = re.compile(r',(?!\d)|[;:()“”"]')
_AHEAD, _BEHIND = 6, 8


def row_of(a: Slot, b: Slot, pair: Pair, weight: float, kind: str) -> Row:
    """The two as one date, value, stage or other conflict."""
    told = sorted(
        (_claim(s, x) for s, x in ((a, pair.one), (b, pair.other))), key=lambda c: (c.date, c.articles)
    )
    sentences = (x.sentences[s.sentence].evidence.exact for s, x in ((a, pair.one), (b, pair.other)))
    about = " ".join(min(sentences, key=lambda t: (len(t), t)).split())
    rivals = DayRivals(shorten(about, 90, placeholder=" …"), weight, told[0], told[1], kind)
    return Row(DAY_RIVALS, f"{kind} {told[0].date} {told[1].date}", rivals)


def _claim(slot: Slot, telling: Telling) -> DayClaim:
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
    return DayClaim(value, (sentence.article,), (sentence, place), "", says)


def clause(text: str, start: int, end: int) -> str:
    """A stretch with the words around it, as far as the clause or a few words."""
    ahead = _BREAK.split(text[:start])[-1].split()
    behind = _BREAK.split(text[end:])[0].split()
    before, after = ahead[-_AHEAD:], behind[:_BEHIND]
    told = " ".join([*before, text[start:end], *after]).rstrip('.”"')
    left, right = "… " * (len(ahead) > _AHEAD), " …" * (len(behind) > _BEHIND)
    return f"{left}{' '.join(told.split())}{right}"
