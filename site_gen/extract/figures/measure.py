"""What a figure measures, in the text's own words: a counted noun, a phrase beside it, a subject."""

from site_gen.extract.figures.antecedent import moved_in_clause
from site_gen.extract.figures.behind import phrase_behind
from site_gen.extract.figures.fates import done_to, fate_of, skipped, told_by_rule
from site_gen.extract.figures.phrases import (
    ARTICLES,
    extended,
    is_time,
    nounish,
    phrase_left,
    phrase_right,
    text_of,
)
from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens

_WORDS = 10
_LEVELS = frozenset(["at", "to", "by", "from", "of", "between", "with", "than", "as"])
_PRONOUNS = frozenset("it he she they we i you who which that".split())
_MODALS = frozenset(
    "to will would could can may might should must not also has have had be been was were is are".split()
)


def measure(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray, previous: str) -> str:
    """At most about ten words; empty where nothing says it.

    `mask` marks the tokens of figures and dates, `previous` is the measure of the figure before it.
    """
    if found.noun >= 0 and found.unit not in words.sets["generic"]:
        return _short(_counted(tokens, found, words, mask))
    if found.rule == "counted before" and previous:
        return previous
    if told := told_by_rule(tokens, found, words, mask):
        return told
    if found.kind in ("percent", "physical") and tokens.near[found.last] == "of":
        return _short(_share_of(tokens, found, words, mask, previous))
    if tokens.near[found.last] in words.change_nouns and found.kind in ("percent", "money", "physical"):
        return _short(_changed(tokens, found, words, mask, previous))
    at = skipped(tokens, found.lead - 1, words)
    total = tokens.near[at - 1] in words.sets["sums"] and tokens.near[found.last] == "of"
    if tokens.near[at] == "of" and at > 0 and not total and tokens.near[found.lead - 1] not in ARTICLES:
        told = _before(tokens, found, words, mask, "")
        if told:
            return _short(told)
    return _short(phrase_behind(tokens, found, words, mask) or _before(tokens, found, words, mask, previous))


def _changed(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray, previous: str) -> str:
    """What rose or fell in `a 7% increase in rents`, `a 5% drop`."""
    if tokens.near[found.last + 1] in ("in", "of", "on", "for", "to"):
        end = phrase_right(tokens, found.last + 2, words, mask)
        if end > found.last + 2 and not is_time(tokens.low[end - 1], words):
            return text_of(tokens, found.last + 2, extended(tokens, end, words, mask), mask)
    return previous or _before(tokens, found, words, mask, "") or _first(tokens, words, mask)


def _short(phrase: str) -> str:
    return " ".join(phrase.split()[:_WORDS])


def _counted(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray) -> str:
    """The noun, what follows it, and what it belongs to: `survey of ... countries`, `Ford ... workers`."""
    last = found.last
    noun = text_of(tokens, found.noun, last)
    if found.rule.endswith("hyphen"):
        end = phrase_right(tokens, last, words, mask)
        return f"{noun} {text_of(tokens, last, end, mask)}" if end > last else noun
    before = tokens.near[skipped(tokens, found.lead - 1, words)]
    if before in words.casualties:
        return f"{before} {noun}"
    tail = fate_of(tokens, last, words) or text_of(tokens, last, extended(tokens, last, words, mask), mask)
    if noun == "people" and (toll := _toll(tokens, found, words, mask)):
        return toll
    head = _owner(tokens, found, words, mask)
    return " ".join(part for part in (head, noun, tail) if part)


def _toll(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray) -> str:
    """`the death toll rose to 381 people`, `a population of 400,000 people`: what the people make up."""
    at = skipped(tokens, found.lead - 1, words)
    if at < 1 or mask[at - 1]:
        return ""
    if tokens.low[at] == "of" and tokens.low[at - 1] in words.sets["bodies_of_people"]:
        return tokens.words[at - 1]
    moved = tokens.low[at - 1] in words.up or tokens.low[at - 1] in words.down
    return _subject(tokens, at - 1, words, mask, "") if tokens.low[at] == "to" and moved else ""


def _owner(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray) -> str:
    at = skipped(tokens, found.lead - 1, words)
    if at < 0:
        return ""
    if (
        tokens.low[at] in ("of", "on", "in", "for", "at", "against")
        and at
        and nounish(tokens, at - 1, words)
        and not mask[at - 1]
    ):
        begin = phrase_left(tokens, at - 1, words, mask)
        return text_of(tokens, begin, at + 1, mask) if at - begin <= 5 else ""
    if not _is_verb(tokens, at, words):
        return ""
    subject = _subject(tokens, at, words, mask, "")
    if tokens.low[at] in words.sets["owning"] or tokens.low[at] in words.copulas:
        return subject
    return f"{subject} {tokens.words[at]}" if subject and len(subject.split()) <= 5 else tokens.words[at]


def _is_verb(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    word, before = tokens.low[at], tokens.near[at - 1]
    if word in words.also_nouns or word in words.change_nouns:
        return before in _MODALS or before in _PRONOUNS
    if (
        word in words.copulas
        or word in words.have
        or word in words.up
        or word in words.down
        or word in words.status
    ):
        return True
    if not word.isalpha():
        return False
    ending = word.endswith(("ed", "ing")) and (not nounish(tokens, at, words) or before in (",", "and", ""))
    return ending or before in (
        "to",
        "will",
        "would",
        "could",
        "can",
        "may",
        "might",
        "should",
        "must",
        "who",
        "which",
        "they",
        "he",
        "she",
        "it",
    )


def _share_of(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray, previous: str) -> str:
    """`Defence spending of GDP`: the subject too, where a verb says that it comes to a share of something."""
    whole = phrase_behind(tokens, found, words, mask)
    at = skipped(tokens, found.lead - 1, words)
    named = (
        whole and at > 0 and tokens.low[at] == "of" and nounish(tokens, at - 1, words) and not mask[at - 1]
    )
    if named and not _sums(tokens, at - 1, words):
        return f"{text_of(tokens, phrase_left(tokens, at - 1, words, mask), at, mask)} of {whole}"
    at -= at >= 0 and tokens.low[at] in ("to", "at", "by", "for")
    if at < 0 or not (
        tokens.low[at] in words.copulas or tokens.low[at] in words.up or tokens.low[at] in words.down
    ):
        return whole
    subject = _before(tokens, found, words, mask, previous)
    return f"{subject} of {whole}" if subject and whole and len(subject.split()) <= 5 else whole or subject


def _before(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray, previous: str) -> str:
    at = skipped(tokens, found.lead - 1, words)
    if found.kind == "duration" and tokens.near[at] in words.sets["spans"]:
        return ""
    own = (not previous and done_to(tokens, found, at, words)) or moved_in_clause(tokens, at, words, mask)
    if own:
        return own
    if at >= 0 and tokens.low[at] in ("(", ",", "or", ";", "and") and previous:
        return previous
    if previous and _left_out(tokens, at, mask):
        return previous
    if at >= 0 and not mask[at] and tokens.low[at] in words.copulas and _verb_here(tokens, at, words):
        return _said(tokens, found, at, words, mask, previous)
    if tokens.near[at] == ":" and at > 0:
        return _first(tokens, words, mask, at) or previous
    at = _governor(tokens, at, words, mask)
    if at < 0:
        return previous
    if not nounish(tokens, at, words) or _is_verb(tokens, at, words):
        return _said(tokens, found, at, words, mask, previous)
    head = text_of(tokens, phrase_left(tokens, at, words, mask), at + 1, mask)
    if tokens.near[at + 1] != "of" or len(head.split()) > 5:
        return head
    tail = text_of(tokens, found.last, extended(tokens, found.last, words, mask), mask)
    return f"{head} {tail}" if tail else head


def _left_out(tokens: Tokens, at: int, mask: bytearray) -> bool:
    """`and for 2023 to 3%`: only the time is new, what is measured was said before."""
    if at < 3 or tokens.low[at] not in ("to", "at", "by") or not mask[at - 1]:
        return False
    at -= 1
    while at > 0 and mask[at]:
        at -= 1
    return tokens.low[at] in ("for", "in") and tokens.near[at - 1] in ("and", ",", "but")


def _governor(tokens: Tokens, at: int, words: Vocabulary, mask: bytearray) -> int:
    """Back over prepositions, times, other figures and `total of` to the noun or verb the figure hangs on."""
    for _ in range(8):
        if at < 0:
            break
        word = tokens.low[at]
        if is_time(word, words):
            at = _over_time(tokens, at, words)
        elif (
            word in _LEVELS
            or mask[at]
            or word in words.same
            or (word in words.sets["sums"] and not _is_verb(tokens, at, words))
        ):
            at = skipped(tokens, at - 1, words)
        else:
            break
    return at


def _verb_here(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """`cost` right before the figure, with a noun before it that can be its subject."""
    return at > 0 and tokens.low[at - 1] not in ARTICLES and nounish(tokens, at - 1, words)


def _sums(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """`total` in `a total of 5`: only how the figure was put together."""
    return tokens.low[at] in words.sets["sums"] and not _is_verb(tokens, at, words)


def _over_time(tokens: Tokens, at: int, words: Vocabulary) -> int:
    """Back over `in March`, `year-on-year`, `last month`."""
    while at >= 0 and (tokens.low[at] in words.sets["time_links"] or is_time(tokens.low[at], words)):
        at -= 1
    return at


def _said(tokens: Tokens, found: Quantity, at: int, words: Vocabulary, mask: bytearray, previous: str) -> str:
    """Subject of the verb at a token; with the verb and its purpose where it tells of doing."""
    if mask[at] and previous:
        return previous
    aside = tokens.low[at] in ("up", "down", "higher", "lower") or tokens.low[at].endswith("ing")
    aside = at > 0 and tokens.low[at - 1] in (",", "(") and aside
    subject = (
        previous or _first(tokens, words, mask) if aside else _subject(tokens, at, words, mask, previous)
    )
    word = tokens.low[at]
    if subject and subject.split()[-1].lower() in words.sets["forecasters"]:
        return previous
    known = (
        word in words.copulas
        or word in words.up
        or word in words.down
        or word in words.stops
        or not word.isalpha()
    )
    if known or found.kind in ("duration", "physical") or not _is_verb(tokens, at, words):
        return subject
    purpose = text_of(tokens, found.last, extended(tokens, found.last, words, mask), mask)
    if tokens.near[at - 1] in ("was", "were", "been", "is", "are", "being", "be"):
        return subject or word
    head = subject if len(subject.split()) <= 4 else ""
    return " ".join(part for part in (head, tokens.words[at], purpose) if part)


def _subject(tokens: Tokens, at: int, words: Vocabulary, mask: bytearray, previous: str) -> str:
    """The noun phrase before a verb, over its helpers; of the sentence where the verb has none of its own."""
    far = max(-1, at - 40)
    while tokens.near[at - 1] in words.sets["adverbs"] and tokens.near[at - 2] in _MODALS:
        at -= 2
    at = _over_aside(tokens, at)
    bound = tokens.low[at].endswith("ing") or tokens.near[at - 1] in ("having", "and")
    while tokens.near[at - 1] in _MODALS:
        at -= 1
    if tokens.near[at - 1] == "and":
        return _first(tokens, words, mask, at)
    at -= 1
    while at > far:
        word = tokens.low[at]
        if word == "it" and tokens.low[at + 1 : at + 3] and _expletive(tokens, at):
            return previous
        if word in _PRONOUNS and word not in ("that", "which", "who"):
            return _antecedent(tokens, at, words, mask) or previous or _first(tokens, words, mask, at)
        if word in ("track", "course", "pace") and tokens.near[at - 1] == "on":
            at -= 2
            continue
        if word in (";", ":", "—", "“", '"') or (word == "," and bound):
            return previous or _first(tokens, words, mask)
        if (
            not mask[at]
            and nounish(tokens, at, words)
            and not (word in words.status and tokens.near[at - 1] in _MODALS)
        ):
            phrase = text_of(tokens, phrase_left(tokens, at, words, mask), at + 1, mask)
            return phrase if phrase else previous
        at -= 1
    return previous


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
    for where in range(at - 2, max(0, at - 16), -1):
        if tokens.low[where] == ",":
            return where + 1
    return at


def _first(tokens: Tokens, words: Vocabulary, mask: bytearray, limit: int = 60) -> str:
    """The sentence's first noun phrase that no preposition governs, most often its subject."""
    at, limit = 0, min(limit, 60, tokens.size)
    while at < limit:
        word = tokens.low[at]
        if mask[at]:
            at += 1
            continue
        if word in words.stops and word not in ARTICLES:
            skip = (
                phrase_right(tokens, at + 1, words, mask)
                if word
                in (
                    "in",
                    "at",
                    "on",
                    "for",
                    "after",
                    "since",
                    "over",
                    "during",
                    "with",
                    "by",
                    "from",
                    "so",
                    "to",
                )
                else at + 1
            )
            at = max(skip, at + 1)
            continue
        end = phrase_right(tokens, at, words, mask)
        if end > at and nounish(tokens, end - 1, words):
            return text_of(
                tokens, at, extended(tokens, end, words, mask) if tokens.near[end] == "of" else end, mask
            )
        at = max(end, at + 1)
    return ""
