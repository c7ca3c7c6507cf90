"""The words that tell people from other capitalised words, compiled from a lexicon."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, Literal

from msgspec import Struct

from site_gen.lexicon import Lexicon
from site_gen.worked_out import worked_out

_COMPOUND = ("ed", "born", "style", "era", "owned", "run", "wide", "like", "led", "speaking", "friendly")
"""`London-based`, `Harvard-educated`."""
_LETTERS = str.maketrans("łøıđŁØĐ’", "loidLOD'")

Status = Literal["current", "former", "elect", "acting"]
Gender = Literal["m", "f", ""]


class Vocabulary(Struct, frozen=True):
    """Words by what they do beside a name. Lower case, except those of names and organisations."""

    heads: frozenset[str]
    roles: frozenset[str]
    modifiers: frozenset[str]
    portfolios: frozenset[str]
    short: Mapping[str, str]
    called: Mapping[str, list[str]]
    """Other words for an office."""
    status: Mapping[str, Status]
    honorifics: frozenset[str]
    suffixes: frozenset[str]
    address: Mapping[str, Gender]
    state_titles: frozenset[str]
    person_verbs: frozenset[str]
    speech_verbs: frozenset[str]
    taking: tuple[str, ...]
    heading: Mapping[str, str]
    given: Mapping[str, Gender]
    surnames_first: frozenset[str]
    japanese: frozenset[str]
    particles: frozenset[str]
    generations: frozenset[str]
    not_names: frozenset[str]
    bodies: frozenset[str]
    body_names: frozenset[str]
    body_full: Mapping[str, str]
    weak_address: frozenset[str]
    body_openers: frozenset[str]
    surnames: frozenset[str]
    """Family names that are words of bodies, titles or sentences too."""
    middle_names: frozenset[str]
    """Words of faiths and peoples that also stand between a given name and a family name."""
    joining: frozenset[str]
    """First halves of a name: what follows belongs to it, whatever else it names (`Abdul Fatah`)."""
    capital_particles: frozenset[str]
    leading: frozenset[str]
    """Particles with which a family name alone may begin."""
    nicknames: Mapping[str, frozenset[int]]
    """Groups of short and long forms by each of their names."""
    plurals: Mapping[str, str]
    sets: Mapping[str, frozenset[str]]
    """The small ones, by name."""
    led_by: re.Pattern[str]
    plain_body: re.Pattern[str]
    own_body: re.Pattern[str]
    """The same behind its owner, with a word or two of its own: `marine institute`."""
    town_body: re.Pattern[str]
    """What stands in lower case behind a town, or a name, and is a body: ` art museum`."""
    kinds: dict[str, str]
    """What `kind` has answered."""

    def kind(self, text: str) -> str:
        """What a capitalised word is: name, title, part (of a name), generation, stop, body or capitals."""
        known = self.kinds.get(text)
        if known is None:
            known = self.kinds[text] = self._kind(text)
        return known

    def _kind(self, text: str) -> str:
        plain = text.rstrip(".")
        low = plain.lower()
        if is_compound(plain):
            return "stop"
        if self.is_given(plain) or (len(plain) == 1 and text.endswith(".") and plain.isupper()):
            return "name"
        if plain in self.honorifics or plain in self.short or low in self.heads:
            return "title"
        if self._bent_title(low):
            return "title"
        if plain in self.particles:
            return "part"
        if plain in self.generations and len(plain) > 1:
            return "generation"
        if plain in self.not_names:
            return "stop"
        if low in self.modifiers or low in self.status or low in self.roles:
            return "title"
        if plain in self.bodies:
            return "body"
        return "capitals" if len(plain) > 1 and plain.isupper() and "." not in text else "name"

    def _bent_title(self, low: str) -> bool:
        """`ministers`, `workers`, `minister-designate`."""
        head, _, ending = low.rpartition("-")
        return (low.endswith("s") and (low[:-1] in self.heads or low[:-1] in self.roles)) or (
            ending in ("designate", "elect") and head in self.heads
        )

    def is_given(self, word: str) -> bool:
        """Whether a word, or the first part of a double one, is a given name; diacritics may be left out."""
        return word in self.given or (not word.islower() and word.partition("-")[0] in self.given)


def is_compound(word: str) -> bool:
    """`London-based`; `Marlow-Fried` is a name."""
    return "-" in word and word.endswith(_COMPOUND) and word.rpartition("-")[2][0].islower()


@lru_cache(maxsize=8192)
def unaccented(word: str) -> str:
    """A word without diacritics."""
    if word.isascii():
        return word
    plain = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return plain.translate(_LETTERS)


@cache
def vocabulary(lexicon: Lexicon) -> Vocabulary:
    """The compiled words of a lexicon."""
    tables = worked_out("people", lexicon.digest, lambda: _tables(lexicon))
    kinds = ("led_by", "plain_bodies", "houses")
    led_by, plain_bodies, houses = (_either(tables["sets"][name]) for name in kinds)
    return Vocabulary(
        **tables,
        led_by=re.compile(rf"\b(?:{led_by}) by $"),
        plain_body=re.compile(
            r"(?:the|this) (?:(?:country|nation|state|group|company|firm|club|party|bank"
            r"|region|valley|city|town|village|island|port|parliament|assembly|council|ministry|government|university"
            r"|hospital|union|county|district|province|army|navy|police|court|agency|commission)['’]s )?"
            r"(?:(?:local|national|main) (?=[a-z]+s['’] ))?"
            rf"((?:[a-z]+(?:-[a-z]+)? ){{0,2}}(?:[a-z]+s['’] |[a-z]*(?:men|people|children)['’]s )?"
            rf"(?:{plain_bodies}))\b(?!['’]s )"
        ),
        own_body=re.compile(
            rf"((?:(?!of |and |for |in )[a-z]+(?:-[a-z]+)? ){{1,3}}(?:{plain_bodies}))\b(?!['’]s )"
        ),
        town_body=re.compile(
            rf" (?:(?!(?:of|and|for|in|on|at|to|has|had|is|was) )[a-z]+(?:-[a-z]+|s['’])? ){{0,2}}"
            rf"(?:{houses})\b(?!['’]s |-)"
        ),
        kinds={},
    )


def _tables(lexicon: Lexicon) -> dict[str, Any]:
    """What of it can be kept from one run of the command to the next."""
    offices, names, bodies = lexicon["offices"], lexicon["names"], lexicon["organisations"]
    status: dict[str, Status] = {}
    for kind in ("current", "former", "elect", "acting"):
        status |= dict.fromkeys((word.lower() for word in _listed(offices["status"][kind])), kind)
    given: dict[str, Gender] = {}
    for gender, line in names["given"].items():
        for name in line.split():
            for written in dict.fromkeys((name, unaccented(name))):
                given[written] = "" if written in given or gender == "any" else gender
    heads = frozenset(_listed(offices["heads"]))
    sets = {name: frozenset(_listed(line)) for name, line in offices["sets"].items()}
    return {
        "heads": heads,
        "roles": frozenset(_listed(offices["roles"])) - heads,
        "modifiers": frozenset(_listed(offices["modifiers"])) - frozenset(status),
        "portfolios": frozenset(word.lower() for word in _listed(offices["portfolios"])),
        "short": offices["short"],
        "called": offices["called"],
        "status": status,
        "honorifics": frozenset(_listed(offices["honorifics"])),
        "suffixes": frozenset(_listed(offices["honorific_suffixes"])),
        "address": _address(offices),
        "state_titles": frozenset(_listed(offices["state_titles"])),
        "person_verbs": frozenset(_listed(offices["person_verbs"])),
        "speech_verbs": frozenset(_listed(offices["speech_verbs"])),
        "taking": tuple(_listed(offices["taking_office"])),
        "heading": _heading(offices),
        "given": given,
        "surnames_first": frozenset(names["surnames_first"].split()),
        "japanese": frozenset(names["japanese_surnames"].split()),
        "particles": frozenset(names["particles"].split()),
        "generations": frozenset(names["generations"].split()),
        "not_names": frozenset(names["not_names"].split()),
        "bodies": frozenset(_listed(bodies["words"])),
        "body_names": frozenset(_listed(bodies["names"])),
        "body_full": bodies["full"],
        "weak_address": frozenset(_listed(offices["weak_address"])),
        "body_openers": frozenset(_listed(bodies["openers"])),
        "surnames": frozenset(names["surnames"].split()),
        "middle_names": frozenset(names["middle_names"].split()),
        "joining": frozenset(names["joining"].split()),
        "capital_particles": frozenset(names["capital_particles"].split()),
        "leading": frozenset(names["leading_particles"].split()),
        "nicknames": _nicknames(lexicon["names_variants"]) if "names_variants" in lexicon else {},
        "plurals": offices["plurals"],
        "sets": sets,
    }


def _listed(line: str) -> list[str]:
    return [word for part in line.split(",") if (word := part.strip())]


def _either(words: frozenset[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-word.count(" "), word)))


def _address(offices: Mapping[str, str]) -> dict[str, Gender]:
    found: dict[str, Gender] = dict.fromkeys((w.lower() for w in _listed(offices["female_address"])), "f")
    found |= dict.fromkeys((w.lower() for w in _listed(offices["male_address"])), "m")
    return found


def _nicknames(variants: Mapping[str, list[list[str]]]) -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for number, group in enumerate(variants.get("nicknames", [])):
        for name in group:
            found[name] = found.get(name, frozenset()) | {number}
    return found


def _heading(offices: Mapping[str, object]) -> dict[str, str]:
    titles = offices["heading_titles"]
    assert isinstance(titles, dict)
    return {str(verb): str(title) for verb, title in titles.items()}


_FIRMS = frozenset("Corp Inc Co Ltd Bros Cos St".split())


def is_abbreviation(text: str, dot: int, words: Vocabulary) -> bool:
    """Whether a full stop ends a short form, and no sentence."""
    at = dot
    while at > 0 and (text[at - 1].isalpha() or text[at - 1] == "."):
        at -= 1
    word = text[at:dot]
    short = word in words.short and not (word.isupper() and len(word) > 1)  # `was ousted as CEO. Ann Lee`
    return short or word in words.honorifics or word in _FIRMS or len(word) == 1 or "." in word


def without_head(name: str, words: Vocabulary) -> str:
    """A body's name without the office behind it: `Norma` of `Norma Chief Executive Ann Lee`."""
    said = name.split(" ")
    ends = (n for n, word in enumerate(said) if n and (word.lower() in words.heads or word in _FIRST_OF_TWO))
    return " ".join(said[: next(ends, len(said))])


_FIRST_OF_TWO = frozenset({"Chief", "Managing"})
"""The first words of a firm's offices, which no body ends with."""
