"""Firms that a text tells by what they are to a thing: `the operator, Calwen Lines,`, `built by Orsk Marine`."""

import re
from functools import cache, lru_cache

from site_gen.extract.people.reading import Context
from site_gen.extract.people.runs import Name
from site_gen.extract.people.surnames import family_first
from site_gen.extract.people.vocabulary import Vocabulary

_LONG = 60
_NEARBY = 5000
_WHOSE = r"(?:\b(?:[Tt]he|[Ii]ts|[Tt]heir|an?)|[\w][’']s?)"
_MIDDLE = r"(?: [a-z][a-z-]+){0,3}"
_OF = r"(?: of [^,.;:()\n]{3,40})?"


def is_firm_by_role(name: Name, context: Context) -> bool:
    """Whether a name of several words, that nothing shows to be a person's, is the operator, the maker or the like.

    An owner or a builder may be a person: not where the article calls him by his surname, or says `he`.
    """
    words = context.words
    if len(name.words) > 1 and _of_firms(name, context):
        return True
    if len(name.words) < 2 or words.is_given(name.words[0]) or family_first(name.words, words):
        return False
    if name.words[0].endswith("."):
        return False
    if _told(name, context, words, "firm_roles"):
        return not _by_surname(name, context.text)
    return _told(name, context, words, "owner_roles") and not (
        _by_surname(name, context.text) or _called_he(name, context.text)
    )


def _of_firms(name: Name, context: Context) -> bool:
    """`Two firms, Kerr Works and Norma, bid`: the first of several that a plural tells to be firms."""
    ahead = context.text[max(name.block, name.start - _CRAFT_LONG) : name.start]
    noun = ahead[:-2].rsplit(" ", 1)[-1] if ahead.endswith(", ") else ""
    if not noun.endswith("s"):
        return False
    known = noun[:-1] in context.words.sets["firms"] or noun[:-3] + "y" in context.words.sets["firms"]
    return known and context.text.startswith((" and ", ", "), name.end)


def is_craft(name: Name, context: Context) -> bool:
    """`the tanker Amber Tide`, `the Cook Islands-flagged Amber Tide`: a ship, whatever its name begins with."""
    word = (
        context.text[max(name.block, name.start - _CRAFT_LONG) : name.start]
        .removesuffix(" ")
        .rsplit(" ", 1)[-1]
    )
    known = word in context.words.sets["craft"] or word.endswith(("-flagged", "-registered"))
    known = known or (
        len(name.words) > 1
        and word in ("the", "The")
        and _DOES.match(context.text, name.end) is not None
        and any(f" {craft}" in context.text for craft in context.words.sets["craft"])
    )
    return known and len(name.words) < _CREW and context.text[name.start - 1 : name.start] == " "


_CRAFT_LONG, _CREW = 30, 4
_DOES = re.compile(r"[,.;:)]| (?:was|is|has|had|will|sank|sailed|left|belongs|belonged|which|that)\b")
"""Behind `The Amber Tide`, in an article that speaks of a ship."""


def _told(name: Name, context: Context, words: Vocabulary, roles: str) -> bool:
    before, behind = _shapes(words.sets[roles])
    ahead = context.text[max(name.block, name.start - _LONG) : name.start]
    owned = roles == "owner_roles" and _OWNED.search(ahead) is not None
    return owned or bool(before.search(ahead) or behind.match(context.text, name.end, name.end + _LONG))


@cache
def _shapes(roles: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    nouns = "|".join(sorted(roles))
    before = re.compile(rf"{_WHOSE}{_MIDDLE} (?:{nouns}){_OF}, $")
    return before, re.compile(rf", (?:the|its|their|an?){_MIDDLE} (?:{nouns})\b(?!['’])")


def _by_surname(name: Name, text: str) -> bool:
    """Whether the last word of the name stands alone nearby, as a person's does (a firm goes by its first)."""
    ahead = f"{name.words[-2]} "
    near = max(0, name.start - _NEARBY), name.end + _NEARBY
    return any(
        not text.endswith(ahead, 0, match.start()) for match in _alone(name.words[-1]).finditer(text, *near)
    )


@lru_cache(maxsize=256)
def _alone(word: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(word)}\b(?! [A-Z])")


def _called_he(name: Name, text: str) -> bool:
    """Whether the sentence or the next says `he` or `she`."""
    stop = text.find(". ", text.find(". ", name.end) + 1)
    return _PERSON.search(text, name.end, stop if stop > 0 else len(text)) is not None


_OWNED = re.compile(r"\b(?:owned|operated|built|manufactured) by $")
_PERSON = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|himself|herself)\b")
