"""The two countries that an article is about: who only looks on, mediates or lends a town is none of them."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from site_gen.records import Party, PlaceFinding

_BYSTANDER = re.compile(
    r"[ -](?:[A-Z][\w.]{1,14}[ -])?(?:senior |top |state department |foreign ministry )*"
    r"(?:officials?|diplomats?|sources?|mediators?|mediation|media|news|city|capital|town|port|resort"
    r"|state department|(?:backed|brokered|mediated|led)\b)",
    re.IGNORECASE,
)
"""Behind a country that tells or mediates, or where a town lies: `US officials said`, `the Saudi city of Jeddah`."""


_BETWEEN = r"(?:mediat|broker|facilitat)"
_MEDIATES = re.compile(
    rf"(?:['’]s?)?,? (?:which |who )?(?:has |had |have |also |long )*(?:been )?"
    rf"{_BETWEEN}(?:ed|es|s|ing|ion|or|ors)\b(?! by)"
    rf"|['’]s? (?:chief |foreign |lead )?(?:mediator|go-between)|, (?:a |the )?(?:mediator|go-between)\b"
)
_STANDS_BETWEEN = ("mediat", "broker", "facilitat", "go-between", "the work of ")
"""One of them stands in an article where any of the two patterns matches."""
_MEDIATED = re.compile(rf"\b{_BETWEEN}(?:ed|ion) (?:by|of) (?:the )?$|\b(?:is|was) the work of $")
"""What makes a country one between the others, wherever the article names it."""


_HOST = re.compile(
    r"\b(?:(?:hosted|brokered|mediated|sponsored|facilitated|overseen|guaranteed|chaired|witnessed|attended) by"
    r"|presence of|auspices of|mediation (?:by|of)"
    r"|(?:accord|deal|pact|talks|agreement|treaty|summit|meeting|negotiations) in)"
    r" (?:the )?(?:[A-Z][\w’']{1,20}(?:,| and) ){0,2}$"
)
"""Before a country that looks on or mediates."""


def home_country(matter: Sequence[PlaceFinding], names: Mapping[str, str]) -> Party | None:
    """The one country that `the government` is of: named far more often than any other; None where none is."""
    top = Counter(p.country for p in matter).most_common(2)
    if not top or (len(top) > 1 and top[1][1] * 2 > top[0][1]):
        return None
    return Party(names.get(top[0][0], top[0][0]), top[0][0])


def of_the_matter(places: tuple[PlaceFinding, ...], text: str) -> list[PlaceFinding]:
    """Countries and towns that do not only look on, or stand between the others."""
    told = any(words in text for words in _STANDS_BETWEEN)
    between = {p.country for p in places if p.country and _is_between(p, text)} if told else ()
    return [
        p
        for p in places
        if p.country
        and p.country not in between
        and p.kind in ("country", "city")
        and not _BYSTANDER.match(text, p.evidence.end)
        and not _is_host(text, p.evidence.start)
    ]


def _is_host(text: str, start: int) -> bool:
    """Whether the country there looks on or mediates; of most the word right before tells that it does not."""
    last = text[max(0, start - _WORD) : start].rstrip().rpartition(" ")[2]
    may_be = last in _BEFORE_HOST or last.endswith(",")
    return may_be and _HOST.search(text, max(0, start - 70), start) is not None


_WORD = 24
_BEFORE_HOST = frozenset({"by", "of", "in", "the", "and"})


def _is_between(place: PlaceFinding, text: str) -> bool:
    start, end = place.evidence.start, place.evidence.end
    return bool(_MEDIATES.match(text, end, end + 50) or _MEDIATED.search(text, max(0, start - 24), start))


def country_pair(matter: Sequence[PlaceFinding], names: Mapping[str, str]) -> tuple[Party, ...]:
    """The two countries named far more often than any other, and together or alone; empty for no such two."""
    named = [place for place in matter if place.kind == "country"]
    counts = Counter(p.country for p in named)
    first = {p.country: n for n, p in reversed(list(enumerate(named)))}
    top = sorted(counts.items(), key=lambda item: (-item[1], first[item[0]]))
    if len(top) < 2 or top[1][1] < 2 or (len(top) > 2 and top[2][1] * 2 > top[1][1]):
        return ()
    pair = sorted((top[0][0], top[1][0]), key=first.__getitem__)
    if len(top) > 2 and not set.intersection(
        *({p.evidence.sentence for p in named if p.country == code} for code in pair)
    ):
        return ()
    return tuple(Party(names.get(code, code), code) for code in pair)


def with_lender(home: Party | None, known: frozenset[Party], lenders: frozenset[str]) -> tuple[Party, ...]:
    """The country and the one lender to states that an article is about: who makes `the loan deal`."""
    named = [party for party in sorted(known, key=lambda p: p.name) if party.name in lenders]
    return (home, named[0]) if home and len(named) == 1 else ()
