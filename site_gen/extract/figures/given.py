"""What a sum is given for: `pays the port $5 million`, `sold the mine for`, `the $5 million she won`, `30% of that`."""

from site_gen.extract.figures.phrases import ARTICLES, extended, nounish, phrase_left, phrase_right, text_of
from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.subjects import MODALS, first_phrase, subject_of
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens

_FAR, _LONGEST = 18, 6
_POINTING = frozenset({"that", "it", "this", "which", "them", "those", "these"})
_BEING = frozenset({"was", "were", "been", "is", "are", "being", "be"})


def given_to(tokens: Tokens, found: Quantity, at: int, words: Vocabulary, mask: bytearray) -> str:
    """`pays the treasury` of `pays the treasury 5 million`: the verb and who has it; `at` is the word before."""
    if found.kind not in ("money", "physical") or at < 1 or mask[at] or not nounish(tokens, at, words):
        return ""
    begin = phrase_left(tokens, at, words, mask)
    for verb in range(at - 1, max(-1, begin - 3, at - _FAR), -1):
        word = tokens.low[verb]
        if word in words.sets["giving"] and tokens.near[verb - 1] not in ARTICLES:
            told = f"{text_of(tokens, verb, at + 1, mask)} {_meant(tokens, found.last, words, mask)}".strip()
            return _by_whom(tokens, verb, told, words, mask)
        aimed = (
            word == "to" and found.kind == "physical"
        )  # `promised to connect 1,500 megawatts of batteries`
        if aimed or (not word.isalpha() and word not in ("-", "'s", "’s", "'", "’")):
            return ""
    return ""


def _by_whom(tokens: Tokens, verb: int, told: str, words: Vocabulary, mask: bytearray) -> str:
    """With who does it ahead, where that is short: `tenant pays the diocese`."""
    at = verb
    while at > 0 and (tokens.near[at - 1] in MODALS or tokens.near[at - 1] in words.sets["adverbs"]):
        at -= 1
    named = at > 0 and nounish(tokens, at - 1, words) and not mask[at - 1]
    who = subject_of(tokens, verb, words, mask, "") if named else ""
    return f"{who} {told}" if 0 < len(who.split()) <= _WHO else told


_WHO = 4


def put_into(tokens: Tokens, found: Quantity, at: int, words: Vocabulary, mask: bytearray) -> str:
    """`put into the port` of `put $5 million into the port`, `took in` of `Orbis took in $5 million`."""
    if found.kind != "money" or at < 0 or mask[at]:
        return ""
    if tokens.low[at] == "in" and tokens.near[at - 1] in words.sets["taking_in"]:
        who = subject_of(tokens, at - 1, words, mask, "")
        taken = text_of(tokens, at - 1, at + 1)
        return f"{who} {taken}".strip() if len(who.split()) <= _LONGEST else taken
    if tokens.low[at].startswith("add") and tokens.near[found.last] == "to":
        end = phrase_right(tokens, found.last + 1, words, mask)
        return f"{tokens.words[at]} {text_of(tokens, found.last, end, mask)}" if end > found.last + 1 else ""
    if tokens.low[at] not in words.sets["putting"] or tokens.near[found.last] not in (
        "into",
        "in",
        "toward",
        "towards",
    ):
        return ""
    end = phrase_right(tokens, found.last + 1, words, mask)
    end += end == found.last + 1 and tokens.near[end] in ("it", "them")
    return f"{tokens.words[at]} {text_of(tokens, found.last, end, mask)}" if end > found.last + 1 else ""


def _meant(tokens: Tokens, at: int, words: Vocabulary, mask: bytearray) -> str:
    """`for the painting`, `up front`: what a gift is for, and when."""
    if tokens.low[at : at + 2] in (["up", "front"], ["in", "advance"]):
        return text_of(tokens, at, at + 2)
    return text_of(tokens, at, extended(tokens, at, words, mask), mask) if tokens.near[at] == "for" else ""


def at_a_price(tokens: Tokens, found: Quantity, at: int, words: Vocabulary, mask: bytearray) -> str:
    """`sold the mill` of `sold the mill near Brno to a rival for $5 million`; `accord` of `the accord provides for`."""
    if found.kind != "money" or at < 1 or tokens.low[at] != "for":
        return ""
    if tokens.low[at - 1] in words.sets["providing"]:
        if tokens.near[at - 2] == ",":
            return first_phrase(tokens, words, mask, at - 1)
        return subject_of(tokens, at - 1, words, mask, "")
    for verb in range(at - 1, max(-1, at - _FAR), -1):
        word = tokens.low[verb]
        if word in (",", ";", ":", "and", "but"):
            return ""
        if word in words.sets["for_a_price"] and tokens.near[verb - 1] not in ARTICLES:
            return _dealt(tokens, verb, at, words, mask)
    return ""


def _dealt(tokens: Tokens, verb: int, price: int, words: Vocabulary, mask: bytearray) -> str:
    """What is bought or sold, with the verb; before it where that is passive."""
    if tokens.near[verb - 1] in _BEING:
        subject = subject_of(tokens, verb, words, mask, "")
        return f"{subject} {tokens.words[verb]}".strip() if len(subject.split()) <= _LONGEST else subject
    end = phrase_right(tokens, verb + 1, words, mask)
    told = text_of(tokens, verb, min(end, price), mask) if verb + 1 < end else ""
    return _by_whom(tokens, verb, told, words, mask) if told else ""


def earned_by(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray) -> str:
    """`she won` of `the $180,000 that she won while doped`: what a clause tells of the sum."""
    at = found.last
    if found.kind != "money" or tokens.near[found.lead - 1] != "the" or tokens.near[found.lead - 2] == "of":
        return ""
    at += tokens.near[at] in ("that", "which")
    bare = at == found.last
    if bare and tokens.near[at] not in words.sets["pronouns"]:
        return ""
    end = at
    while end < tokens.size and end - at < _LONGEST and tokens.low[end].isalpha() and not mask[end]:
        if end > at and tokens.low[end] in words.sets["clause_ends"]:
            end += tokens.low[end] in _PARTICLES and not _goes_on(tokens, end + 1, words)
            break
        end += 1
    told = text_of(tokens, at, end, mask)
    return told if " " in told and words.sets["forecasters"].isdisjoint(told.lower().split()) else ""


_PARTICLES = frozenset({"in", "on"})


def _goes_on(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """Whether a noun follows what may be the end of `put in`."""
    return tokens.near[at].isalnum() and tokens.near[at] not in words.sets["clause_ends"]


def part_of_that(
    tokens: Tokens, found: Quantity, at: int, words: Vocabulary, mask: bytearray, previous: str
) -> str:
    """`state will pay` of `the state will pay 30% of that`; `bill for him` of `the bill is $6m, 35% of it for him`."""
    if found.kind != "percent" or tokens.near[found.last] != "of":
        return ""
    if tokens.near[found.last + 1] not in _POINTING:
        return ""
    behind = found.last + 2
    if at < 0 or not tokens.low[at].isalpha() or tokens.low[at] in ("and", "with"):
        more = extended(tokens, behind, words, mask)
        return f"{previous} {text_of(tokens, behind, more, mask)}".strip() if more > behind else previous
    verb = at
    while verb > 0 and tokens.near[verb - 1] in MODALS:
        verb -= 1
    if verb < 1 or mask[verb - 1] or not nounish(tokens, verb - 1, words):
        return ""
    begin = phrase_left(tokens, verb - 1, words, mask)
    return " ".join(text_of(tokens, begin, at + 1, mask).split()[-_LONGEST:])


def brought_to(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray) -> str:
    """`value of the order` of `would bring the value of the order to $3 billion`."""
    at = found.lead - 1
    if found.kind not in ("money", "percent", "physical") or tokens.near[found.last] == "of":
        return ""
    return object_moved(tokens, at, words, mask, words.sets["bringing"])


def object_moved(
    tokens: Tokens, at: int, words: Vocabulary, mask: bytearray, verbs: frozenset[str] = frozenset()
) -> str:
    """`immigration` of `halve immigration to 250,000 people`: what a verb of change brings `to` a level."""
    who = tokens.low[at - 1 - (tokens.low[at - 1] == "back")] if at > 1 else ""
    level = tokens.low[at] == "to" or (tokens.low[at] == "by" and not verbs)
    if at < _WHO - 1 or not level or who in words.sets["directed"]:
        return ""  # `cut power to 3 million people`
    for verb in range(at - 2, max(-1, at - _FAR), -1):
        word = tokens.low[verb]
        if word in verbs or (not verbs and _moves(word, tokens.low[at], words)):
            begins = not verbs or tokens.near[verb + 1] in ARTICLES
            end = at - (tokens.low[at - 1] in ("up", "down", "back"))
            return text_of(tokens, verb + 1, end, mask) if begins else ""
        if mask[verb] or not (word[0].isalnum() or word in ("'s", "’s", "-")) or word in ("and", "from"):
            break
    return ""


def _moves(word: str, link: str, words: Vocabulary) -> bool:
    """`halve` of `halve immigration to`; before `by` only what goes up or down."""
    moved = word in words.transitive or word in words.sets["halving"]
    return moved and (link == "to" or word in words.up or word in words.down)


def far_from(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray) -> str:
    """`south of the city of Aktobe`, `from the shore`, `off Java`: what a distance is counted from."""
    if found.kind != "physical" or found.unit not in words.sets["distances"]:
        return ""
    at = found.last + 2 * (tokens.low[found.last : found.last + 2] == ["to", "the"])
    if tokens.near[at] not in words.sets["directions"]:
        return ""
    first = at
    while tokens.near[at] in words.sets["directions"] or tokens.near[at] == "of":
        at += 1
    end = phrase_right(tokens, at, words, mask)
    if end > at and tokens.near[end] == "of":
        end = max(end, phrase_right(tokens, end + 1, words, mask))
    return text_of(tokens, first, end, mask) if end > at else ""


def over_plan(tokens: Tokens, found: Quantity, words: Vocabulary) -> str:
    """`over budget` of `reopened late and 38 million pounds over budget`."""
    if found.kind not in ("money", "percent") or tokens.near[found.last] not in (
        "over",
        "above",
        "under",
        "below",
    ):
        return ""
    return text_of(tokens, found.last, found.last + 2) if tokens.near[found.last + 1] == "budget" else ""


def lead_in(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray) -> str:
    """`brewery passes` of `For $2 billion the brewery passes to a rival`; `price` of `As for the price, it is $5`."""
    if tokens.low[:2] == ["as", "for"] and found.kind == "money":
        end = phrase_right(tokens, 2, words, mask)
        return text_of(tokens, 2, end, mask) if tokens.near[end] == "," else ""
    if found.lead != 1 or tokens.low[0] not in ("for", "at"):
        return ""
    at = found.last + (tokens.near[found.last] == ",")
    if tokens.near[at] not in ARTICLES and not tokens.near[at].isalpha():
        return ""
    end = phrase_right(tokens, at, words, mask)
    if end <= at:
        return ""
    verb = tokens.words[end] if tokens.low[0] == "for" and tokens.near[end].isalpha() else ""
    verb = "" if verb.lower() in words.stops else verb
    return f"{text_of(tokens, at, end, mask)} {verb}".strip()
