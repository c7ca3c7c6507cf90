"""The words that the joins need, read once from the lexicon and indexed."""

from collections.abc import Mapping
from functools import cache

from site_gen.lexicon import packaged_subject
from site_gen.resolve.folding import fold

subject = packaged_subject
"""The content of one file of words."""


@cache
def group_of(file: str, part: str) -> Mapping[str, str]:
    """For a list of groups: each folded word to the first of its group."""
    return {fold(word): fold(group[0]) for group in reversed(subject(file)[part]) for word in group}


@cache
def word_set(file: str, part: str) -> frozenset[str]:
    """For a list of words: the folded words."""
    return frozenset(fold(str(word)) for word in subject(file)[part])


@cache
def any_of(file: str, *path: str) -> str:
    """The phrases of a list, which may be patterns, as the choices of a pattern, the longest first."""
    return "|".join(longest_first(file, *path))


def longest_first(file: str, *path: str) -> list[str]:
    """The phrases of a list, the longest first."""
    listed = subject(file)
    for part in path:
        listed = listed[part]
    return sorted(listed, key=lambda w: (-len(w), w))


@cache
def family_of(kind: str) -> str:
    """The family of a kind of event; `other` for an unknown one."""
    for family, kinds in subject("analysis")["families"].items():
        if kind in kinds:
            return str(family)
    return "other"


def family_with(kind: str, names_agreement: bool) -> str:
    """The family of a kind; a step that names an agreement belongs to the agreement."""
    if names_agreement and kind in subject("analysis")["deal_kinds"]:
        return "deal"
    family = family_of(kind)
    return "other" if family == "deal" else family


def window(family: str) -> int:
    """Days by which two reports of one event of this family may miss each other."""
    windows = subject("analysis")["windows"]
    return int(windows.get(family, windows["other"]))


@cache
def country_words() -> frozenset[str]:
    """The folded single words of countries' names and demonyms."""
    words: set[str] = set()
    for line in subject("countries")["countries"].values():
        for part in line.split(";")[:3]:
            for name in part.replace("~", "").split(","):
                words.update(fold(name).split())
    return frozenset(
        words - {"and", "of", "the", "new", "united", "south", "north", "east", "west", "central"}
    )


@cache
def country_by_word() -> Mapping[str, str]:
    """Folded names and demonyms of one word to the country's English short name."""
    found: dict[str, str] = {}
    for line in subject("countries")["countries"].values():
        fields = line.split(";")
        for name in ",".join(fields[:3]).replace("~", "").split(","):
            if fold(name) and " " not in fold(name):
                found.setdefault(fold(name), fields[0])
    return found


@cache
def country_codes() -> Mapping[str, str]:
    """English short name to code (ISO 3166 alpha-2)."""
    return {name: code for code, name in country_names().items()}


@cache
def country_names() -> Mapping[str, str]:
    """Code (ISO 3166 alpha-2) to English short name."""
    return {code: line.split(";")[0] for code, line in subject("countries")["countries"].items()}
