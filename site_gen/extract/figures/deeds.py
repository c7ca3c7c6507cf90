"""What a sum measures that a verb with its particle tells: `set aside`, `paid out`, `lost`; and `at` its highest."""

from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.subjects import MODALS, PRONOUNS, subject_of
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens

SHORT = 4
"""Words of a subject that is told with its verb."""
_FAR = 14
_BEING = frozenset({"was", "were", "is", "are", "remained", "remains"})


def at_its_peak(tokens: Tokens, at: int, words: Vocabulary, mask: bytearray) -> str:
    """`Support` of `Support was highest in Denmark, at 77%`; `at` is the word before the figure."""
    if at < SHORT or tokens.low[at] != "at" or tokens.low[at - 1] != ",":
        return ""
    for verb in range(at - 2, max(0, at - _FAR), -1):
        if tokens.low[verb] in _BEING and tokens.near[verb + 1].endswith("est"):
            return subject_of(tokens, verb, words, mask, "")
        if tokens.low[verb] in (",", ";"):
            break
    return ""


def deed_at(tokens: Tokens, found: Quantity, at: int, words: Vocabulary) -> tuple[str, int]:
    """`paid out` of `paid out $5 million`, `lost` of `lost $5 million`: a deed that is told, and where its verb is."""
    if at < 1 or found.kind != "money":
        return "", at
    if tokens.low[at] in words.sets["losing_money"] and tokens.near[found.last] != "of":
        return tokens.words[at], at
    particle = tokens.low[at] in words.sets["particles_of_paying"]
    paid = particle and tokens.low[at - 1] in words.sets["paying_out"]
    return (f"{tokens.words[at - 1]} {tokens.words[at]}", at - 1) if paid else ("", at)


def done(tokens: Tokens, at: int, deed: str, words: Vocabulary, mask: bytearray, previous: str) -> str:
    """What somebody does, with who does it where that is named shortly."""
    alone = deed.endswith("back") or by_pronoun(tokens, at)
    subject = "" if alone else subject_of(tokens, at, words, mask, previous)
    if not 0 < len(subject.split()) <= SHORT or subject == previous:
        return deed
    return f"{subject} {deed}"


def by_pronoun(tokens: Tokens, at: int) -> bool:
    """`it would spend`: whether nobody but a pronoun stands before a verb."""
    while tokens.near[at - 1] in MODALS and tokens.near[at - 1] != "to":
        at -= 1
    return tokens.near[at - 1] in PRONOUNS and tokens.near[at - 1] not in ("which", "who", "that")
