"""Nouns that are agreements only with what they are on: `a declaration on forests`, `a contract to buy ferries`."""

from site_gen.extract.agreements.mention import Clause
from site_gen.extract.agreements.words import Words

_ABOUT = frozenset({"declaration", "charter", "framework", "communique", "communiqué"})
"""Documents that a subject makes one of some weight, as `joint` does."""


def says_on_what(clause: Clause, key: str, last: int, words: Words) -> bool:
    """Whether what follows the noun `key`, whose last word is at `last`, makes it an agreement."""
    if key == "contract":
        return _to_trade(clause, last, words)
    if key == "settlement":
        return _of_quarrel(clause, last, words)
    if key == "pledge":
        behind = clause.keys[last + 1 : last + 3]
        return len(behind) == 2 and behind[0] == "of" and behind[1] in words.qualified[key]
    return key in _ABOUT and _on_subject(clause, last)


def _on_subject(clause: Clause, last: int) -> bool:
    """`a declaration on forests`, and not `on Monday`."""
    behind = clause.tokens[last + 1 : last + 3]
    return len(behind) == 2 and behind[0].key == "on" and behind[1].word.isalpha() and not behind[1].cap


def _to_trade(clause: Clause, last: int, words: Words) -> bool:
    """`a contract to supply gas`, `for the sale of the shipyard`; not `a contract to play`."""
    behind = clause.keys[last + 1 : last + 5]
    if behind[:1] == ["to"]:
        return behind[1:2] != [] and behind[1] in words.lists["trading"]
    return behind[:2] == ["for", "the"] and not words.lists["traded"].isdisjoint(behind[2:])


def _of_quarrel(clause: Clause, last: int, words: Words) -> bool:
    """`reached a settlement`, `agreed to a settlement with Peru`; not `approved the settlement` of houses."""
    verbs = words.lists["settling"].intersection(clause.keys[max(0, last - 4) : last])
    made = any(clause.keys[last - 1] != "the" or verb.startswith("sign") for verb in verbs)
    behind = clause.keys[last + 1 : last + 2]
    return made or (
        behind != [] and behind[0] in words.lists["settled"] and clause.keys[last - 1] in ("a", "the")
    )


def is_signed(clause: Clause, key: str, first: int, last: int, words: Words) -> bool:
    """Whether a paper is signed, or reached: `signed a 30-year concession`, `the contract was signed`."""
    if key not in words.lists["signed_only"]:
        return False
    near = clause.keys[max(0, first - _AHEAD) : first] + clause.keys[last + 1 : last + 1 + _BEHIND]
    verbs = words.lists[
        "signing" if key == "settlement" else "papers_signed"
    ]  # troops reach a settlement too
    return not verbs.isdisjoint(near)


_AHEAD, _BEHIND = 10, 9
"""Words between which a paper and the signing of it are told."""
