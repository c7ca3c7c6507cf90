"""Places of a document by a table of names; the words beside a name decide where it may be something else."""

import re
from functools import cache

from site_gen.extract.names import UPPER, capitalised_words
from site_gen.extract.places.context import cues, refusal
from site_gen.extract.places.gazetteer import Gazetteer, Place, country_names, gazetteer, names_in
from site_gen.lexicon import Lexicon
from site_gen.records import PlaceFinding, Rejection
from site_gen.text.document import Document


def find_places(doc: Document, lexicon: Lexicon, notes: list[Rejection]) -> tuple[PlaceFinding, ...]:
    """All places, in order; a demonym (`Japanese`) is a mention of its country."""
    text, index, words = doc.reading, gazetteer(lexicon), cues(lexicon)
    found: list[PlaceFinding] = []
    home, reached = _home(doc.article.text, index), 0
    for word in capitalised_words(text):
        start = word.start()
        if start < reached or word.group() not in index:
            continue
        hit = _longest(text, start, word.group(), index)
        if hit is None:
            continue
        reached, place = hit
        namesake = place.kind == "city" and home.endswith(f" {place.name}")
        reason = "short for a longer name" if namesake else refusal(text, start, reached, place, words)
        if reason:
            notes.append(Rejection("places", doc.evidence(start, reached), reason))
        elif place.kind:
            found.append(_finding(doc, start, reached, _settled(place, text, lexicon)))
    return tuple(found)


def _home(text: str, index: Gazetteer) -> str:
    """Where a report is signed, as far as no table knows the place: `By Ann Lee, Villa de la Nueva Roma`.

    The report says `Roma` of it, and does not mean the other town of that name.
    """
    signed = _SIGNED.search(text, 0, _HEAD)
    if signed is None or any(name == signed[1] for name, _ in index.get(signed[1].split(" ")[0], ())):
        return ""
    return signed[1]


_SIGNED = re.compile(
    rf"B(?<![^\n].)y [^\n,]{{3,60}}, "
    rf"([{UPPER}]\w+(?: (?:(?:de|del|la|las|los|el|do|da|di|the|of) ){{0,2}}[{UPPER}]\w+){{1,5}})$",
    re.MULTILINE,
)
_HEAD = 600


def _longest(text: str, start: int, first: str, index: Gazetteer) -> tuple[int, Place] | None:
    for name, place in index[first]:
        end = start + len(name)
        if text.startswith(name, start) and not text[end : end + 1].isalnum():
            return end, place
    return None


def _finding(doc: Document, start: int, end: int, place: Place) -> PlaceFinding:
    kind = place.kind or "region"
    return PlaceFinding(doc.evidence(start, end), place.name, kind, place.code, place.rule)


def _settled(place: Place, text: str, lexicon: Lexicon) -> Place:
    """One of two places of a name, by the words of the article."""
    choices = _choices(lexicon).get(place.name)
    if choices is None or place.rule != "name":
        return place
    for code, signs in choices:
        if any(sign in text for sign in signs):
            if country_names(lexicon)[code] == place.name:
                return place
            return Place(place.name, "region", code, "region")
    return place


@cache
def _choices(lexicon: Lexicon) -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    table = lexicon["countries"]["ambiguous"]
    return {
        name: tuple((code, tuple(names_in(line))) for code, line in by.items()) for name, by in table.items()
    }
