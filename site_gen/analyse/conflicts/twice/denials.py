"""What one report says was not, and the other says was."""

import re
from collections.abc import Iterator
from functools import cache

from site_gen.analyse.conflicts.twice.align import Likeness, Pair
from site_gen.analyse.conflicts.twice.match import Place, best_of
from site_gen.analyse.conflicts.twice.row import row_of
from site_gen.analyse.stems import synonym
from site_gen.analyse.tables import Slot, Telling
from site_gen.resolve.intervals import days, gap
from site_gen.resolve.words import group_of, subject
from site_gen.tables import Row

_NEAR, _SCORE, _SHARE = 0.6, 2.0, 0.5
_AHEAD = 45
_DEFINITE = re.compile(r"\b(?:did|was|were|had|never|nothing)\b|n['’]t\b", re.I)
_WORD = re.compile(r"[\w’'-]+")
_SOON = 2


def rival_denials(pair: Pair) -> Iterator[Row]:
    """Rows of the denials of either report that the other contradicts."""
    for turn in (pair, pair.turned()) if not pair.copied else ():
        for slot in turn.one.slots:
            if slot.kind == "not":
                yield from _against(slot, turn)


def _against(slot: Slot, pair: Pair) -> Iterator[Row]:
    told = [s for s in _asserted(slot.value, pair.other)]
    place = (slot.sentence, slot.start, slot.end)
    found = best_of(pair, place, [(s.sentence, s.start, s.end) for s in told])
    if found is None:
        return
    other, like = told[found[0]], found[1]
    if slot.value in like.words and _told_alike(slot, like) and _at_one_time(slot, other, pair):
        no, yes = (s._replace(value=f"{slot.value} {how}") for s, how in ((slot, "no"), (other, "yes")))
        yield row_of(no, yes, pair, like.share, "stage")


def _told_alike(slot: Slot, like: Likeness) -> bool:
    """Whether denial and claim are of one thing: much in common, or most of a short sentence, or who did it."""
    if like.close < _NEAR:
        return False
    known = slot.value in _deniable()
    short = like.share >= _SHARE and (known or len(like.words) > 1)
    return like.score >= _SCORE or short or (known and like.subject)


@cache
def _deniable() -> frozenset[str]:
    """Stems of deeds of which a report is sure that they were done, or were not."""
    return frozenset(synonym(word) for word in group_of("opposites", "deniable"))


def _asserted(stem: str, telling: Telling) -> Iterator[Slot]:
    denied = {(s.sentence, s.value) for s in telling.slots if s.kind == "not"}
    for number, told in enumerate(telling.sentences):
        if (number, stem) in denied:
            continue
        for word in told.words:
            if word.stem == stem:
                start = told.evidence.start + word.at
                found = _WORD.match(told.evidence.exact, word.at)
                yield Slot(number, "not", "", start, start + len(found.group() if found else stem))


def _at_one_time(denial: Slot, told: Slot, pair: Pair) -> bool:
    """Whether nothing may have changed between the two; what is only planned or possible contradicts nothing."""
    no, yes = (_ahead(x, s) for x, s in ((pair.one, denial), (pair.other, told)))
    if bool(_unreal().search(no)) != bool(_unreal().search(yes)):
        return False
    first, second = days(pair.one.published), days(pair.other.published)
    if not first or not second or gap(first, second) <= _SOON or second.first < first.first:
        return True
    return _DEFINITE.search(no) is not None or _done_before(told, pair)


def _done_before(told: Slot, pair: Pair) -> bool:
    """Whether the deed is dated before the report by which it was not done."""
    written = days(pair.one.published)
    dated = (days(s.value) for s in pair.other.slots if s.kind == "date" and s.sentence == told.sentence)
    return written is not None and any(day.length == 1 and day.last < written.first for day in dated if day)


def _ahead(telling: Telling, slot: Slot) -> str:
    sentence = telling.sentences[slot.sentence].evidence
    return sentence.exact[max(0, slot.start - sentence.start - _AHEAD) : slot.end - sentence.start].lower()


@cache
def _unreal() -> re.Pattern[str]:
    words = sorted(subject("opposites")["unreal"], key=lambda w: (-len(w), w))
    return re.compile(r"(?<![\w-])(?:" + "|".join(words) + r")(?![\w-])")
