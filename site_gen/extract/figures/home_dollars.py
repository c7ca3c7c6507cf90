"""A bare `$` in a local paper of a country with a dollar of its own: that dollar, as far as it is not told."""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from site_gen.extract.places import country_of
from site_gen.lexicon import Lexicon
from site_gen.records import Article, FigureFinding, PlaceFinding

_LEAST = 3
"""Places at home that a local report names at least."""
_SHARE = 0.75


def local_dollars(
    found: Sequence[FigureFinding], article: Article, places: Sequence[PlaceFinding], lexicon: Lexicon
) -> tuple[FigureFinding, ...]:
    """The figures; American dollars that are only assumed are those of home, in a local paper's report of home.

    Agencies and papers from afar write `A$` and `C$`, and name the country; who writes for readers at home does not.
    """
    bare = [f for f in found if f.unit == "USD" and f.currency_assumed]
    if not bare or any(f.unit != "USD" and f.unit in _local(lexicon).values() for f in found):
        return tuple(found)
    code = _local(lexicon).get(_home(article, places, lexicon), "")
    return tuple(replace(f, unit=code) if code and f in bare else f for f in found)


def _home(article: Article, places: Sequence[PlaceFinding], lexicon: Lexicon) -> str:
    """The country that a local paper's report is from and about; empty where it may be written for others."""
    line, named = article.dateline, Counter(p.country for p in places if p.country)
    if not named or (line is not None and line.agency) or (article.source and article.source.agency):
        return ""
    country, times = named.most_common(1)[0]
    from_afar = line is not None and country_of(line.country or line.place, lexicon) not in ("", country)
    if from_afar or times < _SHARE * named.total():
        return ""
    outlet = article.source.name.split() if article.source else []
    if any(country_of(word, lexicon) == country for word in outlet):
        return country
    untold = all(place.kind != "country" for place in places if place.country == country)
    return country if untold and times >= _LEAST else ""


@cache
def _local(lexicon: Lexicon) -> dict[str, str]:
    """By country: its own dollar, where news there writes `$` for it."""
    return {str(country): str(code) for country, code in lexicon["currencies"]["own_dollars"].items()}
