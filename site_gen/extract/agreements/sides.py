"""Who is named where in an article: countries, bodies, and people for whom they stand."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from site_gen.extract.agreements.pair import country_pair, home_country, of_the_matter, with_lender
from site_gen.extract.places import country_names
from site_gen.lexicon import Lexicon
from site_gen.records import Party, PersonFinding, PlaceFinding

_LANDS = (" country", " nation", " state", " island", " neighbour", " neighbor")
"""Behind a region they tell of a country that is named elsewhere: `the South American country`."""
_DEFINED = re.compile(r"((?:[A-Z][\w’'-]+ (?:(?:of|for|and|the) ){0,2}){1,6}[A-Z][\w’'-]+) \(([A-Z]{3,7})\)")
"""`Moro Islamic Liberation Front (MILF)`."""


_WORD = r"[A-Z][\w-]+(?:[’'](?!s\b)\w+)*"
_NAME = re.compile(rf"{_WORD}(?: {_WORD})+|(?<=[a-z,] ){_WORD}")
"""A name; a lone word that opens a sentence is none."""


_PART = rf"{_WORD}(?:[’']s?)?"
_BODY = re.compile(
    rf"{_PART}(?: (?:(?:of the|of|for the|for|del|de|do|da) )?{_PART}){{1,5}}(?<![’'])(?<![’']s)"
)
_WHOSE = re.compile(r"(?:[A-Z][\w-]+ ){0,3}[A-Z][\w-]+[’']s ")
"""`Sardo's Centre Union`: whose it is, be it a person or a place."""
_ENDS = (". ", "! ", "? ", ".\n", "\n\n", '." ', ".” ")
_AGREED = re.compile(r" (?:have |had |then |first |both )?(?:agreed|decided|signed|undertook|resolved) ")
_SENTENCES, _FURTHER, _FAR = 3, 12, 1500


class Sides:
    """Who is named where in an article, and the two countries that it is about."""

    __slots__ = (
        "_called",
        "_homes",
        "_longest",
        "_named",
        "_people",
        "_starts",
        "_text",
        "codes",
        "home",
        "known",
        "lent",
        "names",
        "pair",
        "spans",
    )

    def __init__(
        self,
        places: tuple[PlaceFinding, ...],
        people: tuple[PersonFinding, ...],
        lexicon: Lexicon,
        text: str,
    ) -> None:
        codes = self.codes = _codes(lexicon)
        self._text = text
        self.names = country_names(lexicon)
        self.spans: list[tuple[int, int, Party]] = []
        for place in places:
            if party := self._party(place, text):
                self.spans.append((place.evidence.start, place.evidence.end, party))
        self._people = [m.evidence.start for person in people for m in person.mentions]
        self._named = sorted(
            (m.start, m.end) for p in people for m in (f.evidence for f in p.mentions if f.name)
        )
        self._called = {p.name for p in people} | {m.name for p in people for m in p.mentions}
        self._homes = [_home(person, codes, text) for person in people]
        for person, home in zip(people, self._homes, strict=True):
            if home:
                named = [m.evidence for m in person.mentions if m.form != "pronoun"]
                self.spans += [(e.start, e.end, home) for e in named]
        self.spans.sort(key=lambda s: (s[0], s[1]))
        self._starts = [start for start, _, _ in self.spans]
        self._longest = max((end - start for start, end, _ in self.spans), default=0)
        self.known = frozenset(p for _, _, p in self.spans)
        matter = of_the_matter(places, text)
        self.pair, self.home = country_pair(matter, self.names), home_country(matter, self.names)
        lenders = frozenset(lexicon["agreements"]["lenders"])
        self.lent = with_lender(self.home, self.known, lenders)

    def _party(self, place: PlaceFinding, text: str) -> Party | None:
        if place.kind == "region" and "adjective" not in place.rule:
            described = text.startswith(_LANDS, place.evidence.end)
            return None if described else Party(place.name)
        if place.rule == "city":
            return Party(place.name)  # `Lund and Malmo`, where a capital stands for its country
        if place.country:
            return Party(self.names.get(place.country, place.name), place.country)
        return Party(place.name) if place.kind == "body" else None

    def in_full(self, short: str) -> str:
        """The name that the article explains the short form of a body by; the short form itself where it does not."""
        if not (short.isupper() and f"({short})" in self._text):
            return short
        found = next((m for m in _DEFINED.finditer(self._text) if m[2] == short), None)
        initials = "".join(word[0] for word in found[1].split() if word[0].isupper()) if found else ""
        name = found[1].removeprefix("The ") if found and initials.endswith(short) else short
        return " ".join(name.split()[-len(short) :]) if len(initials) > len(short) else name

    def party_named(self, name: str) -> Party:
        """The side that a name means: a country or a body as it is known, else so called."""
        meant = (p for start, end, p in self.spans if name in (p.name, self._text[start:end]))
        return next(meant, None) or Party(self.in_full(name))

    def two_firms(self, before: int) -> list[Party]:
        """The two names of no person and no country that stand most often before an offset: `the two companies`."""
        taken = {*self._starts, *self._people}
        counts = Counter(
            m.group().removeprefix("The ")
            for m in _NAME.finditer(self._text, 0, before)
            if m.start() not in taken
        )
        top = sorted(counts.items(), key=lambda item: -item[1])[:3]
        sure = len(top) > 1 and top[1][1] > 1 and (len(top) < 3 or top[2][1] < top[1][1])
        return [Party(name) for name, _ in top[:2]] if sure else []

    def is_person(self, name: str) -> bool:
        """Whether a name is some person's of the article."""
        return name in self._called

    def two_named(self, before: int, public: frozenset[str] = frozenset()) -> list[Party]:
        """The two bodies named last before an offset: `the two sides`; none where three are as near.

        `public`: how bodies are called that are no political parties; without them the two may stand further back.
        """
        found: dict[str, int] = {}
        end = before
        for _ in range(_FURTHER if public else _SENTENCES):
            begin = max(0, end - _FAR)
            start = max(begin, *(self._text.rfind(stop, begin, max(0, end - 2)) for stop in _ENDS))
            named = self._bodies(start, end)
            found |= {name: at for at, name in named if name.rpartition(" ")[2].lower() not in public}
            if len(found) > 1 or not start:
                break
            end = start
        return [Party(name) for name in sorted(found, key=found.__getitem__)] if len(found) == 2 else []

    def _bodies(self, start: int, end: int) -> Iterator[tuple[int, str]]:
        """Names of two words or more between two offsets that are no person's and no place's, with where they begin."""
        for match in _BODY.finditer(self._text, start, end):
            first, last = match.span()
            whose = _WHOSE.match(self._text, first, last)
            if whose and self._is_taken(first, whose.end() - len("'s ")):
                first = whose.end()
            name = self._text[first:last].removeprefix("The ")
            if " " in name and not self._is_taken(first, last):
                yield first, name

    def _is_taken(self, start: int, end: int) -> bool:
        """Whether a person's name, or a place's and no more, stands between two offsets."""
        near = self._named[
            max(0, bisect_left(self._named, (start, 0)) - 3) : bisect_left(self._named, (end, 0))
        ]
        if any(first < end and start < last for first, last in near):
            return True
        at = bisect_left(self._starts, start)
        return any(last >= end for first, last, _ in self.spans[at : at + 3] if first == start)

    def of_person(self, person: int) -> list[Party]:
        """The country of a person of the article, where it is known."""
        home = self._homes[person]
        return [home] if home else []

    def agreeing(self, start: int, end: int) -> list[Party]:
        """Two countries between two offsets that are joined by `and`, and of which it is said that they agreed."""
        near = self.spans[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        for (_, last, one), (first, stop, other) in pairwise(near):
            joined = self._text[last:first] == " and " and one.code and other.code and one != other
            if joined and _AGREED.match(self._text, stop, stop + 24):
                return [one, other]
        return []

    def within(self, start: int, end: int) -> list[Party]:
        """Parties named between two offsets, in order, each once."""
        near = slice(bisect_left(self._starts, start - self._longest), bisect_left(self._starts, end))
        return list(dict.fromkeys(p for _, e, p in self.spans[near] if start < e))


@cache
def _codes(lexicon: Lexicon) -> Mapping[str, str]:
    return {name: code for code, name in country_names(lexicon).items()}


def _home(person: PersonFinding, codes: Mapping[str, str], text: str) -> Party | None:
    """For whom a person signs: the country, or the body where the only posts told are those of a body."""
    if person.offices and not any(o.jurisdiction for o in person.offices):
        body = next((o.organization for o in person.offices if o.organization), "")
        return Party(_in_full(body, text)) if body and not person.nationality else None
    country = person.nationality or next((o.jurisdiction for o in person.offices if o.jurisdiction), "")
    return Party(country, codes[country]) if country in codes else None


def _in_full(body: str, text: str) -> str:
    """`the Front` is the one Norland Liberation Front that the article names; else as it is."""
    if " " in body:
        return body
    named = re.findall(rf"(?:\b[A-Z][\w’'-]+ )+{re.escape(body)}\b", text)
    full = {re.sub(r"^.*['’]s ", "", name).removeprefix("The ") for name in named} - {body}
    return full.pop() if len(full) == 1 else body if full else _firm_in_full(body, text)


def _firm_in_full(short: str, text: str) -> str:
    """`Norma` is the one Norma Energy that the article calls a company; else as it is."""
    if " " in short or short.isupper() or f" {short} " not in text:
        return short
    named = re.finditer(rf"\b{_FIRM} ({re.escape(short)}(?: [A-Z][\w&-]+)+)", text)
    full = {match[1] for match in named}
    return full.pop() if len(full) == 1 else short


_FIRM = (
    r"(?:company|firm|group|operator|maker|producer|miner|developer|carrier|builder|utility|shipper|lender)"
)
