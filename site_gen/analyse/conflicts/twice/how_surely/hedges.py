"""A figure that one report gives as the claim or estimate of a named party, and another flatly as a fact."""

import re
from collections.abc import Iterator
from functools import cache

from site_gen.analyse.conflicts.twice.aligned.align import Pair
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.conflicts.twice.how_surely.paragraphs import is_sourced, paragraph_of
from site_gen.analyse.tables import FIGURE_POINTS, STORY_NAMES, FigurePoint
from site_gen.analyse.tellings import Slot, Telling
from site_gen.records import Evidence
from site_gen.resolve.article_names import CAPITAL, name_number
from site_gen.resolve.words import subject
from site_gen.tables import Reader, Row

_LIKE, _LEAST = 1.2, 10.0
_NAME = re.compile(rf"[{CAPITAL}][\w’'-]+")
_NAMED = 80
_RECKONER = re.compile(rf"([{CAPITAL}][\w’-]+) (estimate[sd]?|reckon(?:s|ed)?)\b")
_HEDGES = ("parties", "claims", "doubts")
_END = re.compile(r"[.!?]['\"”’]?$")


def rival_hedges(pair: Pair, reader: Reader) -> Iterator[Row]:
    """A row for each value that one report only passes on, and the other, which names nobody, tells as a fact."""
    for turn in (pair, pair.turned()):
        told: set[tuple[float, str]] = set()
        ours, theirs = (reader.rows(FIGURE_POINTS, t.article) for t in (turn.one, turn.other))
        flat = {(p.value, p.unit): p for p in theirs if p.status == "actual" and p.value >= _LEAST}
        for a in ours:
            b = flat.get((a.value, a.unit))
            if b and (a.value, a.unit) not in told and _rivals(a, b, turn, reader):
                told.add((a.value, a.unit))
                yield _row(a, b, turn)


def _rivals(a: FigurePoint, b: FigurePoint, pair: Pair, reader: Reader) -> bool:
    """Whether the first is hedged, the second is not, and both are of one thing."""
    source = _source(a, reader)
    if (
        source is None
        or _hedged(b)
        or is_sourced(b.sentence, reader)
        or (b.approximate and not a.approximate)
        or a.change != b.change
    ):
        return False
    known = reader.one(STORY_NAMES, b.article) or ()
    if any(name_number(name) in known for name in source):
        return False
    places = [_place(p, t) for p, t in ((a, pair.one), (b, pair.other))]
    if None in places:
        return False
    like = pair.likeness(*places)  # type: ignore[arg-type]
    return not like.apart and like.score >= _LIKE


def _source(point: FigurePoint, reader: Reader) -> tuple[str, ...] | None:
    """Names that stand for the party whose claim a figure is alone; None where it is no claim."""
    text = point.sentence.exact
    party, claimed = _pattern("parties").search(text), _pattern("claims").search(text)
    doubted = _pattern("doubts").search(f"{text} {_next(point.sentence, reader)}")
    cited = _pattern("cited", re.I).search(text)
    if party and cited:
        verb = _pattern("cited", re.I).search(text, party.end())
        last = verb.start() if verb else party.start() + _NAMED
        return tuple(_NAME.findall(text[party.start() : last][:_NAMED]))
    return () if claimed or (cited and doubted) else _reckoner(text)


def _reckoner(text: str) -> tuple[str, ...] | None:
    """Whose estimate it is, if it is somebody's who has a name and is no authority: `Rootwatch estimates`."""
    found = _RECKONER.search(text)
    if not found or _pattern("official", re.I).search(text):
        return None
    return (found[1],)


def _next(sentence: Evidence, reader: Reader) -> str:
    """What stands behind a sentence in its paragraph."""
    return paragraph_of(sentence, reader).partition(sentence.exact)[2][:120]


def _hedged(point: FigurePoint) -> bool:
    text = point.sentence.exact
    return any(_pattern(part).search(text) for part in _HEDGES) or not _END.search(text)


def _place(point: FigurePoint, telling: Telling) -> tuple[int, int, int] | None:
    for number, told in enumerate(telling.sentences):
        if told.evidence.sentence == point.sentence.sentence:
            return number, point.evidence.start, point.evidence.end
    return None


def _row(a: FigurePoint, b: FigurePoint, pair: Pair) -> Row:
    slots = []
    for how, point, telling in (("claimed", a, pair.one), ("flat", b, pair.other)):
        number, first, last = _place(point, telling) or (0, 0, 0)
        slots.append(Slot(number, "hedge", f"{point.value:g} {point.unit} {how}", first, last))
    return row_of(slots[0], slots[1], pair, 1.0, "force")


@cache
def _pattern(part: str, flags: int = 0) -> re.Pattern[str]:
    words = sorted(subject("opposites")["hedges"][part], key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(words)})(?!\w)", flags)
