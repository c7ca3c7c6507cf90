"""One pattern for many phrases, by the letter with which each begins: so the engine skips what begins no phrase.

A boundary at the beginning of a pattern has the engine try every phrase at every place of a text.
"""

import re
from collections.abc import Iterable, Iterator

_PIECE = re.compile(r"\\.|\[\^?[^\]]*\]|\(|\)|\||[^\\\[()|]+")
"""An escape, a class of characters, what opens, parts or closes a group, or anything else."""
_PLAIN = re.compile(r"[a-z](?![?*+{])")


def any_phrase(
    phrases: Iterable[str], after: str, before: str = r"\w", any_case: bool = False, more: Iterable[str] = ()
) -> str:
    """The source of a pattern that finds any of `phrases`, which may be patterns; of two that match the first.

    None of the characters `before` stands ahead of it; `after`: what must follow. `any_case`: capitals count as
    small letters. `more`: patterns beginning with a letter that need neither.
    """
    listed = [*phrases]
    told = [told for phrase in listed for told in _written_out(phrase)]
    if not all(map(_PLAIN.match, told)):
        begin = r"\b" if before == r"\w" else rf"(?<![{before}])"
        source = "|".join([rf"{begin}(?:{'|'.join(listed)}){after}", *more])
        return f"(?i:{source})" if any_case else f"(?:{source})"
    by_letter: dict[str, list[str]] = {}
    for phrase in told:
        by_letter.setdefault(phrase[0], []).append(phrase[1:])
    rest = "(?i:{})" if any_case else "(?:{})"
    branches = [
        rf"{first}(?<![{before}]{first}){rest.format('|'.join(ends))}{after}"
        for letter, ends in by_letter.items()
        for first in ((letter, letter.upper()) if any_case else letter)
    ]
    return f"(?:{'|'.join([*branches, *more])})"


def begun(phrase: str) -> str:
    """The source of a pattern that finds one phrase where a word begins; its groups may have names."""
    first = phrase[0]
    return rf"{first}(?<!\w{first}){phrase[1:]}" if _PLAIN.match(phrase) else rf"\b{phrase}"


def _written_out(phrase: str) -> Iterable[str]:
    """A phrase, or several, of which each begins with no choice."""
    return _opened(f"(?:{phrase})") if "|" in phrase or phrase.startswith("(") else [phrase]


def _opened(phrase: str) -> Iterator[str]:
    """A phrase that begins with a choice of words, which may be left out, written out in the order of its choices."""
    if not phrase.startswith("(?:"):
        yield phrase
        return
    choices, rest = _choices(phrase)
    if rest[:1] in ("*", "+", "{") or rest[:2] == "??":
        yield phrase
        return
    optional = rest.startswith("?")
    for choice in choices + [""] * optional:
        yield from _opened(choice + rest[optional:])


def _choices(phrase: str) -> tuple[list[str], str]:
    """What a group at the beginning of a phrase lets choose from, and what follows the group."""
    choices, depth = [""], 1
    for piece in _PIECE.finditer(phrase, len("(?:")):
        told = piece.group()
        depth += (told == "(") - (told == ")")
        if not depth:
            return choices, phrase[piece.end() :]
        if told == "|" and depth == 1:
            choices.append("")
        else:
            choices[-1] += told
    raise ValueError(f"a group is not closed: {phrase}")
