"""Money told without a country (`16 million pesos`): of the one that the article itself says, best sign first.

A report that has named the currency in full (`12 billion Danish crowns`) goes on without the country. Else it is the
money of the country where the report is written, of the one that the sentence names, of the one with such a currency
that the article names most. Where two are named alike, in the sentence or in
the article, it stays what news without a country means by the word.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from msgspec.structs import replace

from site_gen.extract.places import country_of
from site_gen.lexicon import Lexicon
from site_gen.records import FigureFinding, PlaceFinding
from site_gen.text.document import Document

_WORD = re.compile(r"[a-z]+")
_EVERYWHERE = frozenset({"dollar"})
"""News means the American one."""
_CFA = frozenset({"XAF", "XOF"})
_SIGNS = {"rs": "rupee"}
"""Signs that several countries have for the money of one name."""


def at_home(
    found: Sequence[FigureFinding], doc: Document, places: Sequence[PlaceFinding], lexicon: Lexicon
) -> tuple[FigureFinding, ...]:
    """The figures; a currency whose country is not told is that of the article."""
    shared = lexicon["currencies"]["adjectives"]
    if not any(
        f.unit in shared if f.unit_kind == "count" else _is_open(f, lexicon) or _letter(f, lexicon)
        for f in found
    ):
        return tuple(found)
    line = doc.article.dateline
    home = country_of(line.country or line.place, lexicon) if line and (line.country or line.place) else ""
    named, here = Counter(p.country for p in places if p.country), _by_sentence(places)
    whole = Counter(p.country for p in places if p.country and p.kind == "country" and p.rule == "name")
    full = _Full(found, lexicon)
    settled: list[FigureFinding | None] = []
    near: Mapping[str, int]
    for figure in found:
        if letter := _letter(figure, lexicon):
            near = here.get(figure.evidence.sentence, {})
            settled.append(_by_letter(figure, letter, ({home: 1}, near, named), lexicon))
        elif not _is_open(figure, lexicon):
            full.read(figure)
            settled.append(full.small(figure))
        elif code := full.of(figure):
            settled.append(replace(figure, unit=code))
        else:
            near = here.get(figure.evidence.sentence, {})
            settled.append(_settled(figure, ({home: 1}, near, named, whole), named, lexicon))
    return tuple(_kept(settled))


def _kept(settled: Sequence[FigureFinding | None]) -> Iterator[FigureFinding]:
    """Those that are left, each that restates another with its new place."""
    places = {n: place for place, n in enumerate(n for n, figure in enumerate(settled) if figure)}
    for figure in settled:
        if figure and figure.equivalent_of >= 0:
            figure = replace(figure, equivalent_of=places.get(figure.equivalent_of, -1))
        if figure:
            yield figure


def _letter(figure: FigureFinding, lexicon: Lexicon) -> str:
    """The letter before the number that stands for the money of several countries; empty for none."""
    told = figure.evidence.exact
    letter = told[:1]
    close = figure.unit_kind == "money" and letter in lexicon["currencies"]["letters"]
    return letter if close and told[1:2].isdigit() else ""


def _by_letter(
    figure: FigureFinding, letter: str, told: Sequence[Mapping[str, int]], lexicon: Lexicon
) -> FigureFinding | None:
    """The figure in the money of the country that the best sign names; none where the letter alone is no money."""
    known = lexicon["currencies"]["letters"][letter]
    for countries in told:
        most = max((n for country, n in countries.items() if country in known), default=0)
        first = [country for country in known if most and countries.get(country) == most]
        if len(first) == 1:
            return replace(figure, unit=known[first[0]])
    return None if letter in lexicon["currencies"]["letters_at_home"] else figure


class _Full:
    """The currencies that the article has told in full, as far as it is read; and those of the amounts it has."""

    def __init__(self, found: Sequence[FigureFinding], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._last: dict[str, str] = {}
        self._amounts = {
            (f.value, self._key(f)): f.unit
            for f in found
            if f.unit_kind == "money" and self._key(f) and not _is_open(f, lexicon)
        }

    def read(self, figure: FigureFinding) -> None:
        """Take a figure that says whose its money is."""
        if figure.unit_kind == "money" and (key := self._key(figure)) not in ("", "$"):
            self._last[key] = figure.unit

    def small(self, figure: FigureFinding) -> FigureFinding:
        """`80 crowns` where crowns were told to be Norwegian ones: money, however little."""
        code = self._last.get(figure.unit, "") if figure.unit_kind == "count" else ""
        return replace(figure, unit=code, unit_kind="money", rule="money word") if code else figure

    def of(self, figure: FigureFinding) -> str:
        """What the word meant last, or what the same amount is elsewhere; empty where neither is told."""
        key = self._key(figure)
        return self._last.get(key, "") or self._amounts.get((figure.value, key), "")

    def _key(self, figure: FigureFinding) -> str:
        word = _word(figure, self._lexicon)
        if word in _EVERYWHERE:
            return ""
        return word or ("$" if "$" in figure.evidence.exact else "")


def _by_sentence(places: Sequence[PlaceFinding]) -> dict[int, Counter[str]]:
    found: dict[int, Counter[str]] = {}
    for place in places:
        if place.country:
            found.setdefault(place.evidence.sentence, Counter())[place.country] += 1
    return found


def _is_open(figure: FigureFinding, lexicon: Lexicon) -> bool:
    """Whether the word is of several currencies and stands alone."""
    if figure.currency_assumed or figure.unit_kind != "money":
        return figure.currency_assumed
    codes = _codes(figure, lexicon)
    return len(set(codes.values())) > 1 and (_is_cfa(figure) or not _says_whose(figure, codes))


def _is_cfa(figure: FigureFinding) -> bool:
    """`CFA francs`: of two unions of countries, each with its own."""
    return " cfa " in f" {figure.evidence.exact.lower()} " and "african" not in figure.evidence.exact.lower()


def _says_whose(figure: FigureFinding, codes: dict[str, str]) -> bool:
    said = f" {figure.evidence.exact.lower()} "
    return any(f" {adjective} " in said for adjective in codes)


def _word(figure: FigureFinding, lexicon: Lexicon) -> str:
    """The name of the currency that a figure is told in, in the singular; empty for a sign or a code."""
    return _word_in(figure.evidence.exact, lexicon)


@lru_cache(maxsize=256)
def _word_in(told: str, lexicon: Lexicon) -> str:
    shared = lexicon["currencies"]["adjectives"]
    words = _WORD.findall(told.lower())
    return next((form for word in words for form in (word, word.removesuffix("s")) if form in shared), "")


def _sign(figure: FigureFinding) -> str:
    """The name of the currency that a short form before the number means."""
    return _SIGNS.get(next(iter(_WORD.findall(figure.evidence.exact.lower())), ""), "")


def _codes(figure: FigureFinding, lexicon: Lexicon) -> dict[str, str]:
    """By adjective: the currencies that a figure's word may mean."""
    word = _word(figure, lexicon)
    return {} if word in _EVERYWHERE else lexicon["currencies"]["adjectives"].get(word, {})


def _settled(
    figure: FigureFinding, told: Sequence[Mapping[str, int]], named: Mapping[str, int], lexicon: Lexicon
) -> FigureFinding:
    """The money of the country that the best sign names: of several, the one named most."""
    sign = _sign(figure)
    known = _of_countries(_word(figure, lexicon) or sign, lexicon)
    if _is_cfa(figure):
        known = {country: code for country, code in known.items() if code in _CFA}
    if sign and any(known.get(country) == figure.unit for country in named):
        return figure  # `Rs 5 crore` in an Indian agency's report from a neighbour
    for countries in told:
        counts = {code: n for code, n in countries.items() if code in known}
        if counts:
            most = max(counts.values())
            first = [code for code, n in counts.items() if n == most]
            if len(first) == 1 or countries is not named:
                return replace(figure, unit=known[first[0]]) if len(first) == 1 else figure
    return figure


@cache
def _of_countries(word: str, lexicon: Lexicon) -> dict[str, str]:
    """By country: the code that the name of a currency has there."""
    codes = lexicon["currencies"]["adjectives"].get(word, {}) if word not in _EVERYWHERE else {}
    countries = {country_of(str(adjective).title(), lexicon): str(code) for adjective, code in codes.items()}
    return {country: code for country, code in countries.items() if country}
