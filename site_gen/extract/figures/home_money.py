"""Money told without a country (`16 million pesos`): of the one where the report is written, or that it speaks of."""

import re
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from site_gen.extract.places import country_of
from site_gen.lexicon import Lexicon
from site_gen.records import FigureFinding
from site_gen.text.document import Document

_WORD = re.compile(r"[a-z]+")
_NAME = re.compile(r"[A-Z][\w’'-]*[^\W_](?: [A-Z][\w’'-]*[^\W_])*(?=['’]s\b|\b)")
_EVERYWHERE = frozenset({"dollar"})
"""News means the American one."""


def at_home(found: Sequence[FigureFinding], doc: Document, lexicon: Lexicon) -> tuple[FigureFinding, ...]:
    """The figures; an assumed currency is the one of that name in the country of the dateline, else of the sentence."""
    if not any(f.currency_assumed for f in found):
        return tuple(found)
    line = doc.article.dateline
    home = country_of(line.country or line.place, lexicon) if line and (line.country or line.place) else ""
    return tuple(_settled(f, home, lexicon) if f.currency_assumed else f for f in found)


def _settled(figure: FigureFinding, home: str, lexicon: Lexicon) -> FigureFinding:
    words = _WORD.findall(figure.evidence.exact.lower())
    forms = [form for word in words for form in (word, word.removesuffix("s"))]
    for country in (home, *_named(figure, lexicon)):
        known = _of_country(lexicon).get(country, {})
        if code := next((known[form] for form in forms if form in known), ""):
            return replace(figure, unit=code)
    return figure


def _named(figure: FigureFinding, lexicon: Lexicon) -> list[str]:
    """The one country with a currency of its own that the sentence names; none where it names several."""
    countries = {country_of(name, lexicon) for name in _NAME.findall(figure.sentence.exact)} - {""}
    return sorted(countries & _of_country(lexicon).keys()) if len(countries) == 1 else []


@cache
def _of_country(lexicon: Lexicon) -> dict[str, dict[str, str]]:
    """By country: the code that each name of a currency has there."""
    found: dict[str, dict[str, str]] = {}
    for word, codes in lexicon["currencies"]["adjectives"].items():
        for adjective, code in codes.items() if word not in _EVERYWHERE else ():
            country = country_of(str(adjective).title(), lexicon)
            if country:
                found.setdefault(country, {})[str(word)] = str(code)
    return found
