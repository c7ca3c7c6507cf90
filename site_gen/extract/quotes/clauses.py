"""Speech clauses of a paragraph: every verb (or noun) of saying outside the quotations, with its subject."""

from typing import NamedTuple

from site_gen.extract.quotes.frame import Frame
from site_gen.extract.quotes.subjects import (
    Phrase,
    is_adverb,
    phrase_after,
    phrase_before,
    phrase_of,
    plain,
    possessive,
    sentence_subject,
)
from site_gen.extract.quotes.words import Words

_LOOSE = frozenset("all both many some most several few those others one two three".split())


class Clause(NamedTuple):
    """A verb or noun of saying at token `at`; the phrase that says it; the token after the clause's core."""

    at: int
    subject: Phrase
    verb: str


def clauses_of(frame: Frame, words: Words) -> list[Clause]:
    """All clauses whose subject is found, in order of their verbs."""
    found: list[Clause] = []
    for i, low in enumerate(frame.low):
        if low in words.verbs:
            if not _is_verb(frame, i, words):
                continue
            subject = _subject(frame, i, found, words)
        elif low == "according" and frame.low[i + 1 : i + 2] == ["to"]:
            subject = phrase_after(frame, i + 2, frame.last_of(i), words)
        elif low in words.nouns and i:
            subject = _possessor(frame, i, words)
        else:
            continue
        if subject:
            found.append(Clause(i, subject, low))
    return found


def _is_verb(frame: Frame, i: int, words: Words) -> bool:
    """Whether a form that may be one is a verb here."""
    low, before = frame.low[i], frame.low[i - 1] if i else ""
    if not frame.text[i][0].islower():
        return False
    if before in words.determiners and not (before in _LOOSE and low not in words.ambiguous):
        return False
    if possessive(before) and plain(before) not in words.pronouns:
        return False
    return low not in words.ambiguous or _used_as_verb(frame, i, before, words)


def _used_as_verb(frame: Frame, i: int, before: str, words: Words) -> bool:
    if plain(before) in words.pronouns or before in ("has", "had", "have", "to"):
        return True
    if i + 1 >= len(frame.text):
        return True
    return (
        frame.quote[i + 1] >= 0
        or frame.low[i + 1] in ("that", ",", ":")
        or (i > 0 and frame.quote[i - 1] >= 0)
    )


def _subject(frame: Frame, i: int, earlier: list[Clause], words: Words) -> Phrase | None:
    """The subject of the verb at `i`, to its left."""
    first = frame.first_of(frame.sentence[i])
    if i > first and frame.low[i - 1] == "as":
        return _quoted_as(frame, i, first, words)
    j, passive = _over_adverbs(frame, i - 1, first, words)
    if passive and frame.low[i] not in words.participles:
        return _agent(frame, i, words)
    if j < first or frame.quote[j] >= 0:
        return _control(frame, i, first, earlier, words) if frame.low[i] in words.participles else None
    low = frame.low[j]
    if low in ("who", "which", "that"):
        return _antecedent(frame, j, first, words)
    if low == ",":
        bare = frame.low[i] in words.participles or (j + 1 < i and frame.low[j + 1] in ("and", "but"))
        return _control(frame, i, first, earlier, words) if bare else _before_comma(frame, i, j, first, words)
    controlled = low in (
        "to",
        "and",
        "or",
        "but",
        "by",
        "in",
        "after",
        "before",
        "while",
        "when",
        "without",
        "then",
    )
    if controlled or (frame.low[i] in words.participles and not passive and plain(low) == low):
        return _control(frame, i, first, earlier, words)
    return phrase_before(frame, j + 1, first, words)


def _over_adverbs(frame: Frame, j: int, first: int, words: Words) -> tuple[int, bool]:
    """Leftwards over adverbs and auxiliaries, also between commas; whether a form of `be` was among them."""
    passive = False
    while j >= first and frame.quote[j] < 0:
        if is_adverb(frame.low[j], words):
            passive = passive or frame.low[j] in words.passive
        elif not (
            frame.low[j] == ","
            and j - 2 >= first
            and is_adverb(frame.low[j - 1], words)
            and frame.low[j - 2] == ","
        ):
            break
        j -= 1
    return j, passive


def _quoted_as(frame: Frame, i: int, first: int, words: Words) -> Phrase | None:
    """`the minister was quoted as saying`, `quoted the minister as saying`."""
    for k in range(i - 2, max(first, i - 14) - 1, -1):
        if frame.low[k] in ("quoted", "cited", "quotes", "cites", "quoting", "citing"):
            if k < i - 2 and frame.low[k + 1] != "by":
                return phrase_after(frame, k + 1, i - 1, words)
            j, _ = _over_adverbs(frame, k - 1, first, words)
            return phrase_before(frame, j + 1, first, words) if j >= first else None
    return None


def _agent(frame: Frame, i: int, words: Words) -> Phrase | None:
    """The doer of a passive: `was described by the minister as`."""
    stop = min(frame.last_of(i), i + 8)
    for k in range(i + 1, stop):
        if frame.low[k] == "by":
            return phrase_after(frame, k + 1, frame.last_of(i), words)
    return None


def _control(frame: Frame, i: int, first: int, earlier: list[Clause], words: Words) -> Phrase | None:
    """The subject of the clause before in the same sentence, else the sentence's own."""
    if earlier and earlier[-1].at >= first:
        return earlier[-1].subject
    return sentence_subject(frame, first, i, words)


def _antecedent(frame: Frame, j: int, first: int, words: Words) -> Phrase | None:
    """The noun phrase that a relative pronoun at `j` refers to."""
    end = j - 1 if j > first and frame.low[j - 1] == "," else j
    return phrase_before(frame, end, first, words) if end > first else None


def _before_comma(frame: Frame, i: int, j: int, first: int, words: Words) -> Phrase | None:
    """The subject of a verb that follows a comma: an apposition stands between."""
    after_quote = j
    while after_quote > first and frame.quote[after_quote - 1] < 0:
        after_quote -= 1
    return sentence_subject(frame, max(first, after_quote), j, words) or (
        sentence_subject(frame, first, i, words) if after_quote > first else None
    )


def _possessor(frame: Frame, i: int, words: Words) -> Phrase | None:
    """Who owns a word of saying: `the minister's claim`, `her promise`."""
    first = frame.first_of(frame.sentence[i])
    for k in range(i - 1, max(first, i - 3) - 1, -1):
        low = frame.low[k]
        if low in ("his", "her", "their", "its", "my", "our"):
            return phrase_of(frame, k, k + 1)
        if possessive(low):
            return phrase_before(frame, k + 1, first, words)
        if not frame.text[k][0].isalpha() or low in words.prepositions:
            return None
    return None
