"""What the other extractors found around a figure, and its deadline."""

from bisect import bisect_left, bisect_right

from msgspec import Struct

from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.records import AgreementFinding, DateFinding, PersonFinding, PlaceFinding
from site_gen.text.document import Sentence
from site_gen.text.numbers import Tokens


class Around(Struct, frozen=True):
    """What the other extractors found in one sentence."""

    dates: tuple[DateFinding, ...]
    date_starts: list[int]
    places: tuple[PlaceFinding, ...]
    place_starts: list[int]
    names: list[tuple[int, int]]
    """Spans of names of agreements."""
    published: str | None = None
    voices: dict[int, str] = {}
    """Whom the pronouns mean, by where they begin."""


class Found(Struct, frozen=True):
    """What the other extractors found in the article, in order, ready to be looked up by place."""

    dates: tuple[DateFinding, ...]
    date_starts: list[int]
    places: tuple[PlaceFinding, ...]
    place_starts: list[int]
    names: list[tuple[int, int]]
    published: str | None
    """EDTF of the day of publication."""
    voices: dict[int, str]


def gather(
    dates: tuple[DateFinding, ...],
    places: tuple[PlaceFinding, ...],
    agreements: tuple[AgreementFinding, ...],
    published: str | None,
    people: tuple[PersonFinding, ...] = (),
) -> Found:
    """Everything sorted by place."""
    dates = tuple(sorted(dates, key=lambda date: date.evidence.start))
    places = tuple(sorted(places, key=lambda place: place.evidence.start))
    names = sorted((m.start, m.end) for agreement in agreements for m in agreement.mentions)
    date_starts, place_starts = [d.evidence.start for d in dates], [p.evidence.start for p in places]
    voices = {m.evidence.start: p.name for p in people for m in p.mentions if m.form == "pronoun"}
    return Found(dates, date_starts, places, place_starts, names, published, voices)


def around(found: Found, sentence: Sentence) -> Around:
    """What begins inside a sentence."""
    start, end = sentence.start, sentence.end
    dates = slice(bisect_left(found.date_starts, start), bisect_left(found.date_starts, end))
    places = slice(bisect_left(found.place_starts, start), bisect_left(found.place_starts, end))
    names = slice(bisect_left(found.names, (start, 0)), bisect_left(found.names, (end, 0)))
    return Around(
        found.dates[dates],
        found.date_starts[dates],
        found.places[places],
        found.place_starts[places],
        found.names[names],
        found.published,
        found.voices,
    )


def deadline(tokens: Tokens, here: Around, words: Vocabulary) -> str | None:
    """The date after `by`, `until`, `before` in the sentence."""
    for date in here.dates:
        if date.edtf and date.role == "event":
            first = date.evidence.exact.split(" ")[0].lower()
            if (
                first in words.deadline
                or tokens.near[token_at(tokens, date.evidence.start) - 1] in words.deadline
            ):
                return date.edtf
    return None


def token_at(tokens: Tokens, offset: int) -> int:
    """The token that an offset of the article lies in."""
    return bisect_right(tokens.starts, offset) - 1
