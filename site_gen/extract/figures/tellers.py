"""Who tells a figure where no name stands right before the verb: a name with an aside, behind the verb, a document."""

from collections.abc import Callable

from site_gen.extract.figures.phrases import text_of
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens

_FARTHEST = 14
Namer = Callable[[Tokens, int, Vocabulary], str]
"""The name before, or behind, a token."""


def with_aside(tokens: Tokens, at: int, words: Vocabulary, name_before: Namer) -> str:
    """`Ana Lund` of `Ana Lund, who runs the port, told`, `the envoy, Ana Lund, said`; the verb stands at `at`."""
    opened = _comma(tokens, at - 2)
    if not opened or any(word[0].isdigit() for word in tokens.words[opened:at]):
        return ""  # `the fund, whose members hold 58 percent, said`: no figure of theirs
    outer, inner = name_before(tokens, opened, words), tokens.words[opened + 1 : at - 1]
    named = outer.split()
    if _is_name(inner) and not (len(named) > 1 and _is_name(named)):
        return text_of(tokens, opened + 1, at - 1)
    if not _is_name(named) and (further := _comma(tokens, opened - 1)):
        before = name_before(tokens, further, words)
        if len(before.split()) > 1 and _is_name(before.split()):
            return before
    return outer if _is_name(named[-1:]) else ""


def _comma(tokens: Tokens, at: int) -> int:
    """The comma at or before a token, with nothing that ends a clause between; 0 for none."""
    marks = (n for n in range(at, max(0, at - _FARTHEST), -1) if tokens.low[n] in (",", ";", '"', "”"))
    opened = next(marks, 0)
    return opened if opened and tokens.low[opened] == "," else 0


def behind_verb(tokens: Tokens, at: int, words: Vocabulary, name_after: Namer) -> str:
    """`Ana Lund` of `rose 5%, said Ana Lund, the minister`; `at` is the verb behind a comma."""
    after = tokens.words[at + 1 : at + 2]
    named = bool(after) and (after[0][0].isupper() or tokens.low[at + 1] in words.articles)
    timed = tokens.near[at + 1] in words.sets["weekdays"] or tokens.near[at + 1] in words.sets["months"]
    if not named or timed or tokens.low[at] != "said":
        return ""
    name = name_after(tokens, at + 1, words)
    end = (
        at
        + 1
        + (tokens.low[at + 1] in words.articles)
        + len(name.replace("-", " - ").replace("'s", " 's").replace(".", " .").split())
    )
    return (_named_behind(tokens, end, name) or name) if tokens.near[end] in _CLOSED else ""


def _named_behind(tokens: Tokens, at: int, name: str) -> str:
    """`Ana Lund` of `said the commission's spokeswoman, Ana Lund.`"""
    if tokens.near[at] != "," or not name or _is_name(name.split()[-1:]):
        return ""
    end = at + 1
    while end < tokens.size and _is_name(tokens.words[end : end + 1]) and tokens.low[end] != ".":
        end += 1
    return text_of(tokens, at + 1, end) if end > at + 2 and tokens.near[end] in (",", ".", "") else ""


_CLOSED = frozenset({",", ".", "", ";", "who", "in", "on", "at", "of", "from"})


def document(tokens: Tokens, at: int, words: Vocabulary, name_before: Namer) -> str:
    """`study by the university` of `a study by the university found`, `customs data` of `customs data showed`."""
    told = tokens.low[at] in words.sets["shown"] and tokens.near[at + 1] not in ("by", "in")
    name = name_before(tokens, at, words) if told else ""
    known = not words.sets["documents"].isdisjoint(name.lower().split())
    return name if known and not any(letter.isdigit() for letter in name) else ""


def _is_name(parts: list[str]) -> bool:
    return bool(parts) and all(
        part[0].isupper() or part in (".", "-", "'s", "’s", "de", "van") for part in parts
    )
