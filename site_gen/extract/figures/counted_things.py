"""What a counted noun measures: what follows it, what it belongs to, what those who are counted do."""

import re
from itertools import pairwise

from site_gen.extract.figures.counted import is_plural
from site_gen.extract.figures.fates import done_by, fate_of, margin, skipped
from site_gen.extract.figures.given import object_moved
from site_gen.extract.figures.phrases import ARTICLES, extended, nounish, phrase_left, phrase_right, text_of
from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.subjects import MODALS, PRONOUNS, subject_of
from site_gen.extract.figures.verbs import is_verb, lists
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens

_INNER = re.compile(r" (?:with|of|by|for|in|to|from|at) an? ")


def counted_thing(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray) -> str:
    """The noun, what follows it, and what it belongs to: `survey of ... countries`, `Ford ... workers`."""
    last = found.last
    noun = text_of(tokens, found.noun, last)
    if found.rule.endswith("hyphen"):
        end = phrase_right(tokens, last, words, mask)
        return f"{noun} {text_of(tokens, last, end, mask)}" if end > last else noun
    ahead = skipped(tokens, found.lead - 1, words)
    before = tokens.near[ahead]
    if before == "of" and ahead and mask[ahead - 1]:
        whole = text_of(tokens, last, extended(tokens, last, words, mask), mask)
        return f"{noun} {whole}".strip()  # the whole of `28 of the 41 crew died`
    if begin := _whole_of(tokens, ahead, mask):
        return f"{text_of(tokens, begin, ahead + 1)} {noun}"
    if before in words.casualties:
        return f"{before} {noun}"
    if noun in words.sets["persons"] and tokens.near[last] in words.sets["states"]:
        return f"{noun} {tokens.words[last]}"
    tail = fate_of(tokens, last, words) or text_of(tokens, last, extended(tokens, last, words, mask), mask)
    if toll := _toll(tokens, found, words, mask):
        return toll
    head = _owner(tokens, found, words, mask) or margin(tokens, found, words)
    if found.unit == "vote" and tokens.near[last] in ("ahead", "clear", "behind", "short"):
        tail = tokens.words[last]
    if not tail and tokens.low[last : last + 2] == ["out", "of"]:
        tail = text_of(tokens, last, phrase_right(tokens, last + 2, words, mask), mask)
    if not (head or tail) and before != "of":
        tail = done_by(tokens, _over_bracket(tokens, last), words, mask)
    return " ".join(part for part in (head, noun, tail) if part)


def _over_bracket(tokens: Tokens, at: int) -> int:
    """Behind `(14 percent of the total)`, where it stands at a token."""
    if tokens.near[at] != "(":
        return at
    return next((n + 1 for n in range(at + 1, min(at + _BRACKET, tokens.size)) if tokens.low[n] == ")"), at)


_BRACKET = 10


def _whole_of(tokens: Tokens, at: int, mask: bytearray) -> int:
    """Where `Norland's` begins in `80 percent of Norland's 160 million people live in towns`; 0 for none."""
    if tokens.near[at] not in ("'s", "’s"):
        return 0
    begin = at
    while begin > 1 and tokens.words[begin - 1][0].isupper() and not mask[begin - 1]:
        begin -= 1
    return begin if begin < at and tokens.low[begin - 1] == "of" and mask[begin - 2] else 0


def of_them(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray) -> str:
    """`crew` of `three of whom were crew`, `fled` of `and some 210,000 have fled`: what is told of these alone."""
    at = found.last
    if tokens.near[at] == "of" and tokens.near[at + 1] in ("them", "whom", "these", "those"):
        at += 2
        if is_plural(tokens.near[at], words) and tokens.near[at + 1] in (",", ".", "", ";", "and"):
            return tokens.words[at]
        so = tokens.near[at].isalpha() and not (
            tokens.near[at].endswith("ly") or tokens.near[at] in words.stops
        )
        if so and tokens.near[at + 1] in (",", ".", ""):
            return tokens.words[at]  # `112 of them serious`
    return done_by(tokens, at, words, mask)


def _toll(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray) -> str:
    """`the death toll rose to 381 people`, `a population of 400,000 people`: what the people make up."""
    at = skipped(tokens, found.lead - 1, words)
    if at < 1 or mask[at - 1]:
        return ""
    if tokens.low[at] == "of" and tokens.low[at - 1] in words.sets["bodies_of_people"]:
        return tokens.words[at - 1] if found.unit == "people" else ""
    if told := object_moved(tokens, at, words, mask):
        return told
    moved = tokens.low[at - 1] in words.up or tokens.low[at - 1] in words.down
    return subject_of(tokens, at - 1, words, mask, "") if tokens.low[at] == "to" and moved else ""


def _owner(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray) -> str:
    at = skipped(tokens, found.lead - 1, words)
    if at < 0 or mask[at]:
        return ""
    led = tokens.low[at] in ("of", "on", "in", "for", "at", "against")
    if (
        (led or (tokens.low[at] == "to" and tokens.near[at - 1] in words.sets["directed"]))
        and at
        and nounish(tokens, at - 1, words)
        and not mask[at - 1]
    ):
        begin = phrase_left(tokens, at - 1, words, mask)
        return text_of(tokens, begin, at + 1, mask) if at - begin <= 5 else ""
    if tokens.low[at] in ("said", "says"):
        return ""  # `She said 500 people were there`
    if tokens.low[at] == "down" and tokens.near[at - 1] in words.sets["felling"]:
        return ""  # `bringing down dozens of houses`
    if (
        not is_verb(tokens, at, words)
        or lists(tokens, found, at, words)
        or tokens.low[at] in ("left", "leaving")
    ):
        return ""
    employed = found.unit in words.sets["persons"] and tokens.low[at] in words.employers
    has = not employed and (tokens.low[at] in words.sets["owning"] or tokens.low[at] in words.copulas)
    apart = tokens.near[at - 1] == "," and not tokens.low[at].endswith("ing")
    if apart or (not has and _no_subject(tokens, at, words, mask)):
        return (
            "" if has or tokens.low[at] in _NO_DEEDS or tokens.low[at] in words.status else tokens.words[at]
        )
    if any(
        one == "there" != two and two != "," for one, two in pairwise(tokens.low[max(0, at - 3) : at + 1])
    ):
        return ""  # `In Norland there were 56 cases`
    subject = subject_of(tokens, at, words, mask, "")
    if tokens.near[at - 1] in ("that", "which", "who"):
        subject = _INNER.split(subject)[-1]  # `the closure of a mill that employs 300 people`
    if has:
        return subject
    return f"{subject} {tokens.words[at]}" if subject and len(subject.split()) <= 5 else tokens.words[at]


_NO_DEEDS = frozenset({"by", "to", "which", "whom", "as", "and", "in", "than"})


def _no_subject(tokens: Tokens, at: int, words: Vocabulary, mask: bytearray) -> bool:
    """`aid to feed 300 people`, `said it would cut 600 jobs`: a purpose, or told of a pronoun."""
    before = at - 1
    while tokens.near[before] in MODALS and tokens.near[before] not in ("to", "have", "has", "had"):
        before -= 1
    if tokens.near[before] in PRONOUNS:
        teller = before - 2 if tokens.near[before - 1] in words.says else -1  # `Norvik said it would cut`
        meant = teller >= 0 and not mask[teller] and nounish(tokens, teller, words)
        return tokens.near[before] not in ("which", "who", "that") and not meant
    return tokens.near[at - 1] == "to" and not (
        tokens.near[at - 2] in words.sets["minded"] or _told_to(tokens, at - 2, words, mask)
    )


def _told_to(tokens: Tokens, at: int, words: Vocabulary, mask: bytearray) -> bool:
    """`rebels` of `obliges the rebels to free 43 captives`."""
    if at < 1 or mask[at] or not nounish(tokens, at, words):
        return False
    verb = phrase_left(tokens, at, words, mask) - 1
    verb -= tokens.near[verb] in ARTICLES
    return tokens.near[verb] in words.sets["ordering"]
