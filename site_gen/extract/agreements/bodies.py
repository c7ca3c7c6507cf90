"""Bodies whose names hold an `and` or a possessive: the Dock and Terminal Workers' Union is one side, not three."""

from collections.abc import Callable

from site_gen.extract.agreements.mention import Clause
from site_gen.extract.agreements.words import Words
from site_gen.text.lists import joined

_PLURALS = ("men", "people", "children")
_LEFT, _RIGHT = 4, 6
"""Words of such a name before and behind its `and`, at most."""


def bodies_in(
    clause: Clause, first: int, last: int, words: Words, is_known: Callable[[int, int], bool]
) -> dict[int, int]:
    """First token -> last token of each such name between two tokens.

    `is_known`: whether a place or a person stands between two offsets; such a name ends where it ends.
    """
    found: dict[int, int] = {}
    at = first
    while at <= last:
        if clause.tokens[at].cap and (end := _end_of_body(clause, at, last, words, is_known)):
            found[at] = end
            at = end
        at += 1
    return found


def _end_of_body(
    clause: Clause, at: int, last: int, words: Words, is_known: Callable[[int, int], bool]
) -> int:
    """The last token of the name that begins at `at`, where it holds an `and` or a possessive; else 0."""
    joint = at + 1
    while joint <= last and joint - at < _LEFT and _goes_on(clause, joint):
        joint += 1
    left = range(at, joint)
    if any(_owns_as_many(clause, n) for n in left):
        end = _tail(clause, at, joint - 1, words)
        return _with_country(clause, end, last) if end and clause.keys[end] == "bank" else end
    if joint > last or not clause.joined(joint - 1) or clause.keys[joint] != "and":
        return 0
    definite = at > 0 and clause.keys[at - 1] == "the" and clause.joined(at - 1)
    if not definite or is_known(clause.starts[at], clause.tokens[joint - 1].end):
        return 0
    if any(clause.tokens[n].word.isupper() or clause.keys[n] in words.lists["body_tails"] for n in left):
        return 0
    alone = clause.text.count(f" {clause.tokens[at].word}") > clause.text.count(
        clause.text[clause.starts[at] : clause.tokens[joint].end]
    )
    return 0 if alone else _tail(clause, joint, last, words)


def _owns_as_many(clause: Clause, at: int) -> bool:
    """Whether the word is a plural that owns what follows: the `Teachers` of `Teachers' Union`."""
    token = clause.tokens[at]
    plural = token.key == token.word.lower() or token.key.endswith(_PLURALS)
    return token.owns and token.word.endswith("s") and plural


def _goes_on(clause: Clause, at: int) -> bool:
    return clause.tokens[at].cap and clause.joined(at - 1) and clause.keys[at] != "and"


_BANK = frozenset({"bank"})


def _tail(clause: Clause, at: int, last: int, words: Words) -> int:
    """The token that says what kind of body it is, in the run of capitals behind `at`; 0 for none."""
    end = at
    while end < last and end - at < _RIGHT and _goes_on(clause, end + 1):
        end += 1
    return end if end > at and clause.keys[end] in joined(words.lists["body_tails"], _BANK) else 0


def _with_country(clause: Clause, end: int, last: int) -> int:
    """The last token of `People's Bank of Norland`."""
    if end + 2 > last or clause.keys[end + 1] != "of":
        return end
    end += 2
    while end < last and _goes_on(clause, end + 1):
        end += 1
    return end
