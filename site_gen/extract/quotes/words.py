"""The lexicon's words of speech, made ready: every verb form, and the sets that bound a speaker's name."""

from functools import cache
from typing import Any

from msgspec import Struct

from site_gen.lexicon import Lexicon


class Words(Struct, frozen=True):
    """All in lower case."""

    verbs: dict[str, str]
    """Form to base form, of verbs that report speech and of those that judge."""
    participles: frozenset[str]
    ambiguous: frozenset[str]
    inverting: frozenset[str]
    nouns: frozenset[str]
    auxiliaries: frozenset[str]
    passive: frozenset[str]
    borders: frozenset[str]
    inside: frozenset[str]
    prepositions: frozenset[str]
    openers: frozenset[str]
    determiners: frozenset[str]
    pronouns: frozenset[str]
    speakers: frozenset[str]
    bodies: frozenset[str]
    readers: frozenset[str]
    titles: frozenset[str]
    abbreviations: frozenset[str]
    temporal: frozenset[str]
    naming: frozenset[str]
    works: frozenset[str]
    small: frozenset[str]
    loose: frozenset[str]
    known: tuple[str, ...]
    ly_nouns: frozenset[str]
    citing: frozenset[str]
    deeds: frozenset[str]
    """Past forms that no noun has."""
    chiefs: frozenset[str]
    """In capitals."""
    cues: frozenset[str]
    """Words by which somebody is told to say something."""


@cache
def words_of(lexicon: Lexicon) -> Words:
    """The words of `speech.yaml`."""
    speech: dict[str, Any] = lexicon["speech"]
    verbs, participles = _forms({**speech["judging"], **speech["verbs"]})
    sets = {name: frozenset(speech[name]) for name in _SETS}
    idioms = ("according", "put", "puts")
    cues = frozenset([*verbs, *idioms]).union(sets["citing"], sets["inverting"], sets["nouns"])
    return Words(verbs=verbs, participles=participles, known=tuple(speech["known"]), cues=cues, **sets)


_SETS = (
    "ambiguous",
    "inverting",
    "nouns",
    "auxiliaries",
    "passive",
    "borders",
    "inside",
    "prepositions",
    "openers",
    "determiners",
    "pronouns",
    "speakers",
    "bodies",
    "readers",
    "titles",
    "abbreviations",
    "temporal",
    "naming",
    "works",
    "small",
    "loose",
    "ly_nouns",
    "citing",
    "deeds",
    "chiefs",
)


def _forms(verbs: dict[str, list[str]]) -> tuple[dict[str, str], frozenset[str]]:
    """Every form of every verb with its base, and the forms in -ing."""
    forms = {form: base for base, irregular in verbs.items() for form in (irregular or _regular(base))}
    bases = {base: base for base in verbs}
    return {**bases, **forms}, frozenset(form for form in forms if form.endswith("ing"))


def _regular(base: str) -> tuple[str, str, str]:
    if base.endswith("e"):
        return base + "s", base + "d", base[:-1] + "ing"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x")) else "s")
    return third, base + "ed", base + "ing"
