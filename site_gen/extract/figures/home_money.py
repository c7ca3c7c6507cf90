"""Money told without a country (`16 million pesos`): of the country that the report is written in."""

import re
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from site_gen.extract.places import country_of
from site_gen.lexicon import Lexicon
from site_gen.records import FigureFinding
from site_gen.text.document import Document

_WORD = re.compile(r"[a-z]+")
_EVERYWHERE = frozenset({"dollar"})
"""News means the American one."""


def at_home(found: Sequence[FigureFinding], doc: Document, lexicon: Lexicon) -> tuple[FigureFinding, ...]:
    """The figures; an assumed currency is the one of that name in the country of the dateline, where it has one."""
    line = doc.article.dateline
    if line is None or not any(f.currency_assumed for f in found):
        return tuple(found)
    home = country_of(line.country or line.place, lexicon) if line.country or line.place else ""
    known = _of_country(lexicon).get(home, {})
    return tuple(_settled(f, known) if f.currency_assumed else f for f in found)


def _settled(figure: FigureFinding, known: dict[str, str]) -> FigureFinding:
    words = _WORD.findall(figure.evidence.exact.lower())
    code = next(
        (known[form] for word in words for form in (word, word.removesuffix("s")) if form in known), ""
    )
    return replace(figure, unit=code) if code else figure


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
