"""Lines of the page rather than of the article, told by anchored patterns of the lexicon. Never a sentence."""

import re
from functools import cache
from typing import Any

from msgspec import Struct

from site_gen.lexicon import Lexicon
from site_gen.load.lines import folded

_SHORT = 160
"""Characters of a line of the page, where its rule names no other bound."""
_DECORATION = " .:…!*•·∙|»«›‹>→←↓↑▼▲+-–—_[]()"

_BARS = re.compile(r" ?[|·•›»] ?| [/>–—-] ")


class Furniture(Struct, frozen=True):
    """The patterns, ready to be tried on lines."""

    lines: dict[str, str]
    """Folded line -> rule."""
    starts: dict[str, tuple[tuple[str, str, dict[str, Any]], ...]]
    """First word -> (beginning, rule, bounds)."""
    patterns: tuple[tuple[str, int, dict[str, Any]], ...]
    """(rule, most characters, pattern)."""
    hints: tuple[tuple[str, tuple[int, ...]], ...]
    """Each piece of text of which a pattern needs one or another, with the numbers of those patterns."""
    long: tuple[tuple[str, tuple[int, ...]], ...]
    """The same of those that lines of more than `_SHORT` characters may match."""
    lists: frozenset[str]
    """Rules whose lines open a list of links."""
    longest: int


@cache
def furniture_of(lexicon: Lexicon) -> Furniture:
    """The furniture of a lexicon, compiled once."""
    rules = lexicon["furniture"]
    starts: dict[str, list[tuple[str, str, dict[str, Any]]]] = {}
    for rule in rules:
        for start in rule.get("starts", ()):
            starts.setdefault(_first(start["with"]), []).append((start["with"], rule["rule"], start))
    patterns = tuple(
        (rule["rule"], rule.get("most", _SHORT), pattern)
        for rule in rules
        for pattern in rule.get("patterns", ())
    )
    return Furniture(
        lines={_bare(line): rule["rule"] for rule in rules for line in rule.get("lines", ())},
        starts={word: tuple(entries) for word, entries in starts.items()},
        patterns=patterns,
        hints=_hints(patterns, 0),
        long=_hints(patterns, _SHORT),
        lists=frozenset(rule["rule"] for rule in rules if rule.get("list")),
        longest=max(rule.get("most", 300) for rule in rules),
    )


def _hints(
    patterns: tuple[tuple[str, int, dict[str, Any]], ...], least: int
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Of patterns for lines of more than `least` characters."""
    found: dict[str, list[int]] = {}
    for number, (_, most, pattern) in enumerate(patterns):
        for hint in pattern["has"] if most > least else ():
            found.setdefault(hint, []).append(number)
    return tuple((hint, tuple(numbers)) for hint, numbers in found.items())


def furniture_rule(line: str, known: Furniture) -> str:
    """The rule that sets `line` apart, or an empty string for a line of the article."""
    if len(line) > known.longest:
        return ""
    plain = _once(folded(line))
    return (
        known.lines.get(plain)
        or known.lines.get(_bare(plain))
        or _by_start(plain, known)
        or _by_pattern(line, plain, known)
        or _by_parts(plain, known)
    )


def _once(plain: str) -> str:
    """`skip to contentskip to content`: a line that the page has twice, said once."""
    half = len(plain) // 2
    return plain[:half] if half > 3 and plain == plain[:half] * 2 else plain


def _by_start(plain: str, known: Furniture) -> str:
    for beginning, rule, bounds in known.starts.get(_first(plain), ()):
        if plain.startswith(beginning) and len(plain) <= bounds["most"] and _needed(plain, bounds):
            return rule
    return ""


def _by_pattern(line: str, plain: str, known: Furniture) -> str:
    hints = known.hints if len(plain) <= _SHORT else known.long
    for number in sorted({number for hint, numbers in hints if hint in plain for number in numbers}):
        rule, most, pattern = known.patterns[number]
        if (
            len(plain) <= most
            and _needed(plain, pattern)
            and _compiled(pattern["match"]).fullmatch(plain)
            and _cased(line, pattern)
        ):
            return rule
    return ""


def _by_parts(plain: str, known: Furniture) -> str:
    """`Subscribe | Log in`: a line whose parts are each a line of the page."""
    parts = _BARS.split(plain) if len(plain) <= _SHORT else []
    if len(parts) < 2:
        return ""
    rules = [known.lines.get(_bare(part)) or _by_pattern(part, part, known) for part in parts]
    return rules[0] if rules[0] and all(rules) else ""


def _needed(plain: str, bounds: dict[str, Any]) -> bool:
    needs = bounds.get("needs", ())
    if "digit" in needs:
        return any(c.isdigit() for c in plain)
    return not needs or any(word in plain for word in needs)


def _cased(line: str, pattern: dict[str, Any]) -> bool:
    """Where the pattern asks for it: every word but the small ones is capitalised, and no sentence ends the line."""
    if pattern.get("case") != "capitals":
        return True
    words = re.findall(r"[^\W\d_]+", re.sub(r"@\w+", "", line))[1:]
    return (
        bool(words)
        and all(w[0].isupper() or w.lower() in _SMALL for w in words)
        and not line.endswith((".", "?"))
    )


_SMALL = frozenset(
    {"and", "by", "of", "in", "the", "for", "at", "de", "van", "von", "der", "al", "bin", "da", "la"}
)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _first(words: str) -> str:
    return words.split(" ", 1)[0].rstrip(":|")


def _bare(line: str) -> str:
    return line.strip(_DECORATION) or line
