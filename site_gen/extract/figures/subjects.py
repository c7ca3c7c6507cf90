"""Who or what a verb beside a figure is told of: the noun phrase before it, over its helpers and asides."""

import re

from site_gen.extract.figures.counted import is_plural
from site_gen.extract.figures.deductions import before_deduction
from site_gen.extract.figures.listed import spent_by
from site_gen.extract.figures.phrases import ARTICLES, extended, nounish, phrase_left, phrase_right, text_of
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens

PRONOUNS = frozenset("it he she they we i you who which that".split())
MODALS = frozenset(
    "to will would could can may might should must not also has have had be been was were is are".split()
)
_RELATIVE = ("that", "which", "who")
_STEPS = frozenset(["up", "down", "higher", "lower"])
_BEING = frozenset("is are was were be been being remains remained".split())


def has_subject(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """`cost` right before the figure, with a noun before it that can be its subject."""
    before = at - 1 - (at > 1 and tokens.low[at - 1] in words.sets["adverbs"])
    named = before >= 0 and tokens.low[before] not in ARTICLES and nounish(tokens, before, words)
    return named and not _ends_phrase(tokens, at, words)


def _ends_phrase(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """`range` of `the driving range`: a noun that looks like a verb, behind a noun in the singular and an article."""
    word = tokens.low[at]
    if word not in words.also_nouns or word.endswith("s") or is_plural(tokens.words[at - 1], words):
        return False
    return not ARTICLES.isdisjoint(tokens.low[max(0, at - 3) : at - 1])


def subject_of(tokens: Tokens, at: int, words: Vocabulary, mask: bytearray, previous: str) -> str:
    """The noun phrase before a verb, over its helpers; of the sentence where the verb has none of its own."""
    far = max(-1, at - 40)
    at, bound = _begun(tokens, at, words)
    if tokens.near[at - 1] in ("and", "but"):
        return _carried_on(tokens, at, words, mask, previous)
    at -= 1
    while at > far:
        word = tokens.low[at]
        if word == "it" and tokens.low[at + 1 : at + 3] and _expletive(tokens, at):
            return previous
        if _is_object(tokens, at, words) or _aside_opens(tokens, at):
            at -= 2
            continue
        if passed := _passed_over(tokens, at, words):
            at -= passed
            if tokens.low[at] == "and":  # `plans 90 beds and expects to hire 240 nurses`
                return _carried_on(tokens, at + 1, words, mask, previous)
            continue
        if word in PRONOUNS and word not in _RELATIVE:
            return _antecedent(tokens, at, words, mask) or previous or first_phrase(tokens, words, mask, at)
        if word in (";", ":", "—", "“", '"') or (word == "," and bound):
            return previous or first_phrase(tokens, words, mask)
        if (
            not mask[at]
            and word not in _NOBODY
            and word not in words.sets["since_when"]
            and nounish(tokens, at, words)
            and not (word in words.status and tokens.near[at - 1] in MODALS)
        ):
            return _phrase_that_ends(tokens, at, words, mask, previous)
        at -= 1
    return previous


def _passed_over(tokens: Tokens, at: int, words: Vocabulary) -> int:
    """How many tokens back over `in full`, or over `expects` of `expects to hire`; 0 for none."""
    if tokens.low[at] in words.sets["manners"] and tokens.near[at - 1] == "in":
        return 2
    told = tokens.low[at] in words.status or tokens.low[at] in words.sets["needing"]
    return 1 if told and tokens.near[at + 1] == "to" else 0


def _phrase_that_ends(tokens: Tokens, at: int, words: Vocabulary, mask: bytearray, previous: str) -> str:
    """The subject whose last noun is a token, with what it belongs to."""
    begin = _described(tokens, phrase_left(tokens, at, words, mask), words, mask)
    begin = spent_by(tokens, _over_last(tokens, begin, words, mask), words, mask)
    begin = _over_number(tokens, _over_count(tokens, begin, words, mask), words)
    begin, end = before_deduction(tokens, begin, words, mask), at + 1
    if (before := _before_names(tokens, begin, at, words, mask))[1]:
        return text_of(tokens, *before, mask)
    if (over := _over_relative(tokens, begin, words, mask)) < begin:
        begin, end = over, next(n for n in range(over, at) if tokens.low[n] in _TELLS)
    phrase = text_of(tokens, _behind_verb(tokens, begin, at, words), end, mask)
    return _pointed(tokens, begin, phrase, previous) or phrase or previous


def _carried_on(tokens: Tokens, at: int, words: Vocabulary, mask: bytearray, previous: str) -> str:
    """The subject that a second verb goes on with: the first of its clause; `previous` where that is a pronoun."""
    if tokens.low[0] in ("it", "they", "he", "she", "we"):
        return previous
    ends = range(at - 1, max(0, at - 40), -1)
    begin = next((n + 1 for n in ends if _opens_clause(tokens, n, words)), 0)
    return first_phrase(tokens, words, mask, at, begin)


def _opens_clause(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """A colon, or `that` of `a study found that the port would bring 900 jobs and add 2% to output`."""
    if tokens.low[at] in (":", ";"):
        return not tokens.glued(at)
    told = tokens.near[at - 1]
    return tokens.low[at] == "that" and (told in words.says or told in words.sets["before_that"])


def _pointed(tokens: Tokens, begin: int, phrase: str, previous: str) -> str:
    """`Sales in China` of `Sales in Europe fell 13%; those in China rose 5%`."""
    begin -= tokens.near[begin - 1] in ARTICLES
    pointing = tokens.near[begin - 2] in ("those", "that") and tokens.near[begin - 1] in _WHERE
    if not pointing or not previous:
        return ""
    return f"{_LINKED.split(previous, maxsplit=1)[0]} {tokens.low[begin - 1]} {phrase}"


_WHERE = frozenset({"in", "of", "from", "to", "for", "by", "at", "on"})
_LINKED = re.compile(r" (?:of|in|for|on|from|to|by|at) ")
_NOBODY = frozenset(
    {"someone", "somebody", "anyone", "anybody", "everyone", "everybody", "nobody", "something"}
)


def _behind_verb(tokens: Tokens, begin: int, at: int, words: Vocabulary) -> int:
    """`the tool to curb inflation, which exceeded 6%`: what moved stands behind the verb."""
    acted = tokens.near[begin - 1] == "to" and begin < at and tokens.low[begin] in words.sets["acting_on"]
    return begin + acted


def _aside_opens(tokens: Tokens, at: int) -> bool:
    """`inflation — which reached 6% —`: the dash before a relative."""
    return tokens.low[at] in ("which", "who") and tokens.near[at - 1] in ("—", "–")


def _over_relative(tokens: Tokens, begin: int, words: Vocabulary, mask: bytearray) -> int:
    """`visitors who toured the country stood at 5`: the subject is what the relative tells of."""
    for at in range(begin - 1, max(0, begin - 8), -1):
        word = tokens.low[at]
        if not word.isalpha():
            break
        told = word == "that" and tokens.low[at + 1].endswith("ed") and tokens.near[at - 1] not in words.says
        if told or word in ("who", "which") or (word == "left" and tokens.low[at + 1] in _LEFT):
            named = nounish(tokens, at - 1, words) and not mask[at - 1]
            return phrase_left(tokens, at - 1, words, mask) if named else begin
    return begin


_TELLS = frozenset({"who", "which", "left", "that"})
_LEFT = frozenset({"without", "homeless", "jobless", "stranded", "behind", "with"})
"""Behind `left`: `families left without a home`."""


def _over_count(tokens: Tokens, begin: int, words: Vocabulary, mask: bytearray) -> int:
    """`Traffic at the country's 22 airports`: what stands before the place of a counted noun is the subject."""
    at = begin - 1
    if (over := _over_date(tokens, begin, words, mask)) < begin:
        return over
    if at < 1 or not mask[at]:
        return begin
    while at > max(0, begin - 7) and (
        mask[at]
        or tokens.low[at] not in words.breaks
        or tokens.low[at] in ARTICLES
        or (mask[at + 1] and tokens.low[at] in words.qualifiers)
    ):
        at -= 1
    linked = at > 0 and tokens.low[at] in ("at", "in", "of", "on", "for", "across", "among")
    return phrase_left(tokens, at - 1, words, mask) if linked and nounish(tokens, at - 1, words) else begin


def _before_names(tokens: Tokens, begin: int, at: int, words: Vocabulary, mask: bytearray) -> tuple[int, int]:
    """`The toll of floods in Peru, Nepal and Kenya rose`: what stands before a list of places; (0, 0) for none.

    `begin` and `at` are the first and last token of the end of the list.
    """
    first = begin
    while (
        first > 2
        and tokens.low[first - 1] == ","
        and tokens.words[first][0].isupper()
        and not mask[first - 2]
    ):
        if not tokens.words[first - 2][0].isupper():
            break
        first = phrase_left(tokens, first - 2, words, mask)
    listed = range(first, begin) if "and" in tokens.low[begin:at] else range(0)
    cut = next((n for n in listed if tokens.low[n] in ("in", "across")), 0)
    cut = cut or next((n for n in listed if tokens.low[n] in ("of", "from")), 0)
    return (first, cut) if cut > first and tokens.words[begin][0].isupper() else (0, 0)


def _over_last(tokens: Tokens, begin: int, words: Vocabulary, mask: bytearray) -> int:
    """`Turnout at the last election was 62%`: what stands before the one that is told by its place in time."""
    at = begin - 1
    if at < 3 or tokens.low[at] not in _IN_TIME or tokens.low[at - 1] not in ("the", "its", "their"):
        return begin
    linked = tokens.low[at - 2] in ("at", "in", "of", "from", "for") and not mask[at - 3]
    return phrase_left(tokens, at - 3, words, mask) if linked and nounish(tokens, at - 3, words) else begin


_IN_TIME = frozenset({"last", "next", "previous", "past", "latest", "same"})


def _over_number(tokens: Tokens, begin: int, words: Vocabulary) -> int:
    """`the number of people diagnosed as obese or overweight`: what is counted is the number."""
    for at in range(begin - 1, max(-1, begin - _NUMBERED), -1):
        word = tokens.low[at]
        if word in _NUMBERS and tokens.low[at + 1] == "of":
            return at
        if (
            not word.isalpha()
            or word in words.have
            or word in words.copulas
            or word in ("that", "which", "who")
        ):
            return begin
    return begin


_NUMBERED = 12
_NUMBERS = frozenset({"number", "share", "proportion", "percentage"})


def _over_date(tokens: Tokens, begin: int, words: Vocabulary, mask: bytearray) -> int:
    """`Trade in 2030 between the two states grew`: a time stands between the subject and what goes on with it."""
    at = begin
    while at > 1 and tokens.low[at] not in _JOINS and begin - at < 3:
        at -= 1
    if tokens.low[at] not in _JOINS or at < 3 or not mask[at - 1]:
        return begin
    at -= 1
    while at > 0 and mask[at]:
        at -= 1
    named = at > 0 and tokens.low[at] in ("in", "for", "of", "during") and nounish(tokens, at - 1, words)
    return phrase_left(tokens, at - 1, words, mask) if named and not mask[at - 1] else begin


_JOINS = frozenset({"between", "with", "from", "at", "among", "by"})


def _described(tokens: Tokens, begin: int, words: Vocabulary, mask: bytearray) -> int:
    """`Expenses related to the fund are ...`: the noun before a participle, where a preposition stands behind that."""
    at = begin if tokens.low[begin] == "to" else begin - 1
    while at > 0 and tokens.low[at] in ARTICLES:
        at -= 1
    if at < 2 or tokens.low[at] not in ("to", "by", "for", "from", "with", "in", "on") or mask[at - 1]:
        return begin
    part = tokens.low[at - 1]
    if not part.endswith("ed") or nounish(tokens, at - 1, words) or not nounish(tokens, at - 2, words):
        return begin
    return begin if mask[at - 2] else phrase_left(tokens, at - 2, words, mask)


def _begun(tokens: Tokens, at: int, words: Vocabulary) -> tuple[int, bool]:
    """Back over the helpers of a verb; and whether its subject stands within the same commas."""
    while tokens.near[at - 1] in words.sets["adverbs"] and tokens.near[at - 2] in MODALS:
        at -= 2
    at = _over_aside(tokens, at)
    bound = tokens.low[at].endswith("ing") or tokens.near[at - 1] in ("having", "and")
    if tokens.near[at - 1] == "having" and tokens.near[at - 2] != ",":
        at = _main_verb(tokens, at - 1, words)
    helped = at
    while tokens.near[at - 1] in MODALS or _prospect(tokens, at - 1, words):
        at -= 1
    return (_over_who(tokens, at) if at < helped else at), bound


def _is_object(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """`it` of `the voltage across it`, `track` of `on track to`: governed by the preposition before it."""
    word = tokens.low[at]
    if word in ("track", "course", "pace"):
        return tokens.near[at - 1] == "on"
    object_like = word in PRONOUNS and word not in _RELATIVE
    return object_like and tokens.near[at - 1] in words.sets["before_objects"]


def mover_at(tokens: Tokens, at: int, words: Vocabulary, mask: bytearray) -> str:
    """`Tarn Group` of `the biggest losers were Tarn Group, down 8%, and Ulm, down 2%`: whose step is told."""
    if at < 0 or mask[at] or not tokens.words[at][0].isupper() or tokens.low[at + 2] not in _STEPS:
        return ""
    begin = phrase_left(tokens, at, words, mask)
    names = [word for word in tokens.words[begin : at + 1] if word.isalpha()]
    before = tokens.near[begin - 1]
    if not all(word[0].isupper() or word in ("and", "of", "the") for word in names):
        return ""
    listed = (
        before in (",", "and", "with")
        and begin > 1
        and (any(mask[max(0, begin - 3) : begin]) or len(names) > 1)
    )
    return text_of(tokens, begin, at + 1, mask) if before in _BEING or before == "by" or listed else ""


def _prospect(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """`set` of `fares are set to rise`."""
    told = tokens.near[at] in words.sets["prospects"] and tokens.near[at + 1] == "to"
    return told and tokens.near[at - 1] in _BEING


def _main_verb(tokens: Tokens, at: int, words: Vocabulary) -> int:
    """`the gap hit its highest level having risen by 3%`: the verb whose subject did both; `at` where none is seen."""
    for where in range(at - 1, max(0, at - 20), -1):
        word = tokens.low[where]
        if word in (",", ";"):
            break
        if (word in words.copulas or word in words.up or word in words.down) and has_subject(
            tokens, where, words
        ):
            return where
    return at


def _expletive(tokens: Tokens, at: int) -> bool:
    """`it will take three days`: the pronoun means nothing."""
    return any(word in ("take", "takes", "took") for word in tokens.low[at + 1 : at + 4])


def _antecedent(tokens: Tokens, at: int, words: Vocabulary, mask: bytearray) -> str:
    """Whom a pronoun means: who `said it ...`, or the noun of `the power it will buy`."""
    end = at - 1 if tokens.near[at - 1] in words.says else at
    if end < 1 or mask[end - 1] or not nounish(tokens, end - 1, words):
        return ""
    return text_of(tokens, phrase_left(tokens, end - 1, words, mask), end, mask)


def _over_aside(tokens: Tokens, at: int) -> int:
    """Back over `, last year's worst sector,` or `, which is made of carbon,` right before a verb."""
    if tokens.near[at - 1] != ",":
        return at
    commas = [where for where in range(max(1, at - 24), at - 1) if tokens.low[where] == ","]
    listed = next((where for where in commas if tokens.near[where + 1] in _LISTING), -1)
    return max(listed, 0) + 1 if listed > 0 else commas[-1] + 1 if commas else at


_LISTING = frozenset({"mostly", "mainly", "largely", "chiefly", "including", "primarily", "notably", "among"})
"""What opens an aside that holds commas: `exports, mostly tea, coffee and flowers, came to`."""


def _over_who(tokens: Tokens, at: int) -> int:
    """Back over `, who is abroad,` right before the helpers of a verb."""
    opened = _over_aside(tokens, at)
    return opened if tokens.near[opened] in _ASIDES else at


_ASIDES = frozenset(
    {
        "who",
        "which",
        "where",
        "whose",
        "whom",
        "under",
        "with",
        "like",
        "including",
        "along",
        "alongside",
        "among",
    }
)
"""What opens an aside between a subject and its verb: `the firm, under its new owner, has bought`."""


_LED = frozenset("in at on for after since over during with by from so to".split())


def first_phrase(tokens: Tokens, words: Vocabulary, mask: bytearray, limit: int = 60, begin: int = 0) -> str:
    """The sentence's first noun phrase that no preposition governs, most often its subject."""
    at, limit = begin, min(limit, begin + 60, tokens.size)
    while at < limit:
        word = tokens.low[at]
        if mask[at] or word in ("'s", "’s"):
            at += 1
            continue
        if word in words.stops and word not in ARTICLES:
            skip = phrase_right(tokens, at + 1, words, mask) if word in _LED else at + 1
            skip = next((n for n in range(at + 1, skip) if mask[n]), skip)
            at = max(skip, at + 1)
            continue
        end = _before_plan(tokens, at, phrase_right(tokens, at, words, mask), words, mask)
        if end > at and nounish(tokens, end - 1, words):
            return text_of(
                tokens, at, extended(tokens, end, words, mask) if tokens.near[end] == "of" else end, mask
            )
        at = max(end, at + 1)
    return ""


def _before_plan(tokens: Tokens, at: int, end: int, words: Vocabulary, mask: bytearray) -> int:
    """Before `plans` of `The board plans 90 beds`: a verb that looks like a noun, right before a figure."""
    verbs = (n for n in range(at + 1, end) if tokens.low[n] in words.also_nouns and any(mask[n + 1 : n + 2]))
    return next((n for n in verbs if nounish(tokens, n - 1, words)), end)
