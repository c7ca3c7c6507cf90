"""Where a sentence turns: what stands before tells nothing of the status of a figure behind."""

from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens


def finite(word: str, words: Vocabulary) -> bool:
    return (
        word in words.copulas
        or word in words.have
        or word in words.up
        or word in words.down
        or word.endswith("ed")
    )


def told_anew(tokens: Tokens, at: int) -> bool:
    """`and has received`, `, and the state has bought`: a clause of its own begins with the word at a token."""
    named = tokens.words[at + 1][:1].isupper() if at + 1 < tokens.size else False
    ahead = tokens.low[at + 1 : at + (5 if tokens.near[at - 1] == "," else 4 if named else 2)]
    return any(word in ("has", "have", "had", "was", "were", "is", "are") for word in ahead)


def done_since(tokens: Tokens, at: int, found: Quantity, words: Vocabulary) -> bool:
    """`Japan offered $10 million, and the Union released $2 million`: the figure's own verb tells what was done."""
    verb = found.lead - 1
    word = tokens.near[verb]
    done = word in words.sets["settling"] or (word.endswith("ed") and word not in words.status)
    return done and verb > at and tokens.near[verb - 1] not in _HELPED


_HELPED = frozenset("to will would could may might can must should have has had be been being".split())


def told_after(tokens: Tokens, at: int, found: Quantity, words: Vocabulary) -> bool:
    """`will be seen as a letdown after a rival showed 95%`: a clause of its own, which tells what was.

    So does `beat an estimate of $3, as sales rose 5%`.
    """
    if tokens.low[at] != "after":
        return tokens.near[at - 1] == "," and _past(tokens, at, found, words)
    return tokens.near[at - 1] == "," or any(finite(word, words) for word in tokens.low[at + 1 : found.lead])


def _past(tokens: Tokens, at: int, found: Quantity, words: Vocabulary) -> bool:
    """Whether the first verb between two tokens tells what was: `rose`, `jumped`, `were`."""
    for word in tokens.low[at + 1 : found.lead]:
        moved = (word in words.up or word in words.down) and word not in _AROUND
        if word in _STATES or moved or word in words.status:
            return not (word in words.status or word in words.change_nouns or word in _BASE)
    return False


_STATES = frozenset({"was", "were", "has", "have", "had"})
_BASE = frozenset({"grow", "rising", "falling", "growing", "dropping"})
_AROUND = frozenset({"lower", "higher", "up", "down"})
CLAUSES = frozenset({"after", "as", "while"})


def other_phrase(tokens: Tokens, at: int) -> bool:
    """`commitment to peace, and his 40 ships`, `hopes that have lifted shares by 5%`: another phrase begins."""
    word, after = tokens.low[at], tokens.near[at + 1]
    if word == "and":
        return tokens.near[at - 1] == "," and after in ("his", "her", "their")
    if word in _CLOSING:
        return tokens.near[at - 1] in (",", ".", "?", "!")
    return word == "that" and after in ("have", "has") and tokens.near[at + 2] != "been"


_CLOSING = frozenset(['"', "”", "''"])
PHRASES = _CLOSING | {"and", "that"}
"""Behind a comma or a stop: a quotation ends, and what it says is no word of who tells."""
