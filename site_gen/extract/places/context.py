"""Whether the words beside a place's name leave it a place: people and newspapers bear such names too."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from site_gen.extract.places.gazetteer import Place, names_in
from site_gen.lexicon import Lexicon

_BEFORE = re.compile(r"[^\W\d_][\w'’.-]*\Z")
_AFTER = re.compile(r" ([^\W\d_]\w*(?:-\w+)?)")


class Cues(NamedTuple):
    """The words that decide."""

    tails: frozenset[str]
    city_tails: frozenset[str]
    of_heads: tuple[str, ...]
    prepositions: frozenset[str]
    given: frozenset[str]
    """Given names: `Paris Hilton`, `Jack London`."""
    languages: frozenset[str]
    """Words before which an adjective is a language: `English edition`."""
    titles: frozenset[str]
    """Words of offices, which follow a place as nothing of its name: `Israel Prime Minister`."""


@cache
def cues(lexicon: Lexicon) -> Cues:
    """The deciding words of a lexicon."""
    bodies, places = lexicon["organisations"], lexicon["countries"]
    given = lexicon["names"]["given"] if "names" in lexicon else {}
    return Cues(
        tails=frozenset(names_in(bodies["tails"])),
        city_tails=frozenset(names_in(bodies["city_tails"])),
        of_heads=tuple(f"{head} of " for head in names_in(bodies["of_heads"])),
        prepositions=frozenset(names_in(places["prepositions"])),
        given=frozenset(name for line in given.values() for name in line.split()),
        languages=frozenset(names_in(places["languages"])),
        titles=_titles(lexicon["offices"]) if "offices" in lexicon else frozenset(),
    )


def _titles(offices: Mapping[str, str]) -> frozenset[str]:
    return frozenset(word for key in ("heads", "modifiers") for word in names_in(offices[key]))


def refusal(text: str, start: int, end: int, place: Place, words: Cues) -> str:
    """Why the name at `text[start:end]` is no place; empty where it is one."""
    before = text[max(0, start - 40) : start]
    after = text[end : end + 30]
    for reason in (
        _thing(before, after, place, words),
        _money(after),
        _person(before, after, text[start:end], place, words),
    ):
        if reason:
            return reason
    return _unsupported(before, after, words) if place.weak and place.kind != "country" else ""


def _thing(before: str, after: str, place: Place, words: Cues) -> str:
    """Part of the name of a body, a newspaper or an agreement."""
    tail = _AFTER.match(after)
    if tail and tail.group(1).lower() in words.languages:
        return "a language"
    if tail and place.kind in ("country", "city", "region") and tail.group(1) in words.tails:
        return f"part of a name that ends in {tail.group(1)}"
    if tail and place.kind == "city" and tail.group(1) in words.city_tails:
        return f"part of a name that ends in {tail.group(1)}"
    if before.endswith(" of ") and before.endswith(words.of_heads):
        return "part of a name with of"
    if before.endswith((" Air ", "Agence ")) or before == "Air " or after.startswith(("'s Cup", "’s Cup")):
        return "part of a name"
    return ""


def _money(after: str) -> str:
    return "a currency" if after.startswith(("$", "£")) else ""


def _person(before: str, after: str, name: str, place: Place, words: Cues) -> str:
    """A given name before a surname, or a surname after a given name."""
    if place.kind == "body" or place.rule in ("adjective", "phrase"):
        return ""
    follower = _AFTER.match(after)
    if follower and follower.group(1).lower() in words.titles:
        return ""
    if (
        follower
        and follower.group(1)[0].isupper()
        and (name in words.given or place.weak)
        and (place.code != "US" or place.kind == "city")
    ):
        return "a given name before a surname"
    given = _word_before(before)
    if given in _PARTICLES:
        given = _word_before(before[: -len(given) - 1])
    if _is_given(given, place, words):
        return "a surname after a given name"
    return ""


_PARTICLES = frozenset({"dos", "das", "do", "da", "von", "van"})
"""Between a given name and a family name that is a place's too: `Jose dos Santos`."""


def _word_before(before: str) -> str:
    """The last word of a stretch that ends in a blank behind it; empty where none does."""
    leader = _BEFORE.search(before[:-1].rpartition(" ")[2]) if before.endswith(" ") else None
    return leader.group() if leader else ""


def _is_given(word: str, place: Place, words: Cues) -> bool:
    initial = place.kind != "country" and len(word) == 2 and word[0].isupper() and word[1] == "."
    return initial or word.rstrip(".’'") in words.given


def _unsupported(before: str, after: str, words: Cues) -> str:
    if _word_before(before) in words.prepositions:
        return ""
    opens_line = not before.strip() and after.startswith((",", " (", " ["))
    if opens_line or before.endswith(("- ", "– ", "capital ", "city of ")):
        return ""
    return "an ambiguous name without a preposition of place"
