"""The same words put into two mouths."""

from collections.abc import Iterator

from site_gen.analyse.conflicts.claims import claim, conflict_rows
from site_gen.analyse.conflicts.stories import same_story
from site_gen.analyse.tables import QuotePoint
from site_gen.resolve.folding import fold
from site_gen.resolve.intervals import days, gap
from site_gen.resolve.people.forms import name_tokens
from site_gen.resolve.tables import KNOWN
from site_gen.tables import Reader, Row

_MOST = 3
_NEAR = 31


def _one_occasion(a: QuotePoint, b: QuotePoint, reader: Reader) -> bool:
    """Reports of about one time and one story, of which no two people are told to have said the same on purpose."""
    first, second = days(a.published), days(b.published)
    near = not first or not second or gap(first, second) <= _NEAR
    home = not a.home or not b.home or a.home == b.home
    return a.article != b.article and near and (home or same_story(a.article, b.article, reader))


def _id(point: QuotePoint, reader: Reader) -> str:
    """Id of the person, or nothing where the speaker is nobody's."""
    known = reader.one(KNOWN, point.article) if point.person >= 0 else None
    return known.people[point.person] if known else ""


def _named(point: QuotePoint) -> bool:
    """Whether a name stands for the speaker; whom `he` means is too open for a contradiction."""
    known = point.person >= 0 or point.speaker_name.rpartition(" ")[2][:1].isupper()
    return known and not point.meant


def _may_be_one(a: str, b: str) -> bool:
    """Whether one name has all words of the other, initials left out: `Maria T. Salas`, `Maria Salas`."""
    ours, theirs = ({w for w in name_tokens(name) if len(w) > 1} for name in (a, b))
    return ours <= theirs or theirs <= ours


def find_quote_conflicts(_words: str, points: tuple[QuotePoint, ...], reader: Reader) -> Iterator[Row]:
    """A quotation with two speakers in two articles; `a resident` may be the one whom the other names,
    and `No resident` is nobody."""
    speakers: dict[str, list[QuotePoint]] = {}
    named = [point for point in points if _named(point)]
    ids = {fold(p.speaker_name): found for p in named if (found := _id(p, reader))}
    for point in named:
        name = fold(point.speaker_name)
        speakers.setdefault(_id(point, reader) or ids.get(name, name), []).append(point)
    if len(speakers) < 2 or len(speakers) > _MOST or len({p.article for p in points}) < 2:
        return
    known = sorted(speakers, key=lambda s: (-len(speakers[s]), s))[:2]
    if _may_be_one(*(speakers[s][0].speaker_name for s in known)) or not any(
        _one_occasion(a, b, reader) for a in speakers[known[0]] for b in speakers[known[1]]
    ):
        return
    claims = tuple(
        claim(
            speakers[s][0].speaker_name,
            (e for p in speakers[s] for e in (p.evidence, p.speaker_evidence)),
            reader,
        )
        for s in known
    )
    subjects = tuple(f"quote/{p.id}" for s in known for p in speakers[s][:1])
    yield from conflict_rows(
        "attribution", f"Speaker: {points[0].evidence.exact[:60]}", claims,
        "The same words are put into two mouths.", subjects, reader,
    )  # fmt: skip
