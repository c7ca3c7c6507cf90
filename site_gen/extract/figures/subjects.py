"""Who or what a verb beside a figure is told of: the noun phrase before it, over its helpers and asides."""

from site_gen.extract.figures.counted import is_plural
from site_gen.extract.figures.phrase_end import phrase_that_ends
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
            return phrase_that_ends(tokens, at, words, mask, previous)
        at -= 1
    return previous


def _passed_over(tokens: Tokens, at: int, words: Vocabulary) -> int:
    """How many tokens back over `in full`, or over `expects` of `expects to hire`; 0 for none."""
    if tokens.low[at] in words.sets["manners"] and tokens.near[at - 1] == "in":
        return 2
    told = tokens.low[at] in words.status or tokens.low[at] in words.sets["needing"]
    return 1 if told and tokens.near[at + 1] == "to" else 0


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


_NOBODY = frozenset(
    {"someone", "somebody", "anyone", "anybody", "everyone", "everybody", "nobody", "something"}
)


def _aside_opens(tokens: Tokens, at: int) -> bool:
    """`inflation — which reached 6% —`: the dash before a relative."""
    return tokens.low[at] in ("which", "who") and tokens.near[at - 1] in ("—", "–")


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
