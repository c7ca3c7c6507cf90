"""What a figure measures where the rule that gave it its unit says so: a fate, a vote, what a number is of."""

from site_gen.extract.figures.counted import is_plural
from site_gen.extract.figures.phrases import ARTICLES, extended, phrase_right, text_of
from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens

_WORDS = 10


def told_by_rule(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray) -> str:
    """What the words that gave a number its unit say of it: a fate, a vote, what a number is of."""
    if found.rule == "noun behind":
        return _left_out(tokens, found, words)
    if found.rule == "people by another word" and tokens.near[found.last - 1] != found.unit:
        return _hurt(tokens, found, words)
    if found.rule == "noun before":
        return found.unit
    if found.rule == "number of things":
        return _numbered(tokens, found, words, mask)
    if found.rule == "votes cast":
        side = tokens.low[found.last : found.last + 2]
        named = side[:1] if side[:1] != ["to"] and side[0].isalpha() else []
        return " ".join(["voted", *(side if side[:1] == ["in"] else named)])
    if found.rule == "number of the dead":
        at = max(n for n in range(found.lead) if tokens.low[n] in ("number", "count"))
        return " ".join(tokens.words[at : at + 3])
    if found.rule != "casualties":
        return ""
    fate, before = (
        fate_of(tokens, found.last, words) or tokens.near[found.last],
        tokens.near[skipped(tokens, found.lead - 1, words)],
    )
    return fate if fate in words.casualties else before if before in words.casualties else ""


def _hurt(tokens: Tokens, found: Quantity, words: Vocabulary) -> str:
    """`injured` of `twelve of the injured`."""
    near = tokens.low[found.number.last : found.number.last + 4]
    return next((word for word in near if word in words.casualties), "")


def sentence_of(tokens: Tokens, found: Quantity, words: Vocabulary) -> str:
    """`sentenced to prison` of `sentenced to 12 years in prison`, `prison` of `faces 20 years in prison`."""
    at = found.last + (tokens.near[found.last] in ("'", "’", "'s", "’s"))
    behind = tokens.low[at : at + 2]
    named = tokens.near[at + 1] in words.sets["terms"]  # `a 12-year prison term`
    place = behind[0] if behind and behind[0] in words.sets["jails"] and not named else ""
    if behind[:1] == ["in"] and len(behind) > 1 and behind[1] in words.sets["jails"]:
        place = behind[1]
    if behind == ["behind", "bars"]:
        place = "behind bars"
    ahead = tokens.low[max(0, found.lead - _FAR) : found.lead]
    verb = next((word for word in reversed(ahead) if word in words.sets["jailing"]), "")
    if not (place or (verb and tokens.near[found.lead - 1] in ("to", "for"))):
        return ""
    if place and verb == "sentenced":
        return f"sentenced to {place}" if place != "behind bars" else "sentenced"
    return place or verb


_FAR = 10


def _left_out(tokens: Tokens, found: Quantity, words: Vocabulary) -> str:
    """`confirmed cases` of `379 confirmed and 47 probable cases`."""
    noun = next((w for w in tokens.words[found.last : found.last + _WORDS] if is_plural(w, words)), "")
    return " ".join([*tokens.words[found.number.last : found.last], noun])


def _numbered(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray) -> str:
    """`number of votes` of `the number of votes in the north to 21`."""
    begin = max(0, found.lead - 14)
    at = begin + tokens.low[begin : found.lead].index("number")
    return " ".join(text_of(tokens, at, phrase_right(tokens, at + 2, words, mask), mask).split()[:_WORDS])


def done_to(tokens: Tokens, found: Quantity, at: int, words: Vocabulary) -> str:
    """`to date, $5 million has been received`: what was done to a figure that is the subject itself."""
    last = found.last + 2 * (tokens.low[found.last : found.last + 2] == ["in", "cash"])
    leads = tokens.near[at] == "," or found.lead == 0
    subject = leads and tokens.near[last] in ("was", "were", "has", "have", "had")
    return fate_of(tokens, last, words) if subject else ""


def counted_anew(tokens: Tokens, found: Quantity, words: Vocabulary) -> str:
    """`killed ten people and wounded about 70 others`, `and left 300 homeless`: what is new of those counted before."""
    if (fate := tokens.near[skipped(tokens, found.lead - 1, words)]) in words.casualties:
        return fate
    if tokens.near[found.lead - 1] in ("another", "further"):
        verb = found.lead - 2 - (tokens.near[found.lead - 2] == "a")
        return tokens.words[verb] if tokens.near[verb].endswith("ed") else ""
    left = tokens.near[found.last] == "left" and tokens.near[found.last + 1]  # `and 300 left homeless`
    return f"left {left}" if left and left.isalpha() else ""


def deed_of(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray) -> str:
    """`streamed out of the funds`: what a figure does that is the subject itself."""
    verb = found.last
    while found.kind == "physical" and tokens.near[verb] in _HELPERS and verb < found.last + 4:
        verb += 1
    done = tokens.near[verb].endswith("ed") or (
        verb > found.last and tokens.near[verb] in words.sets["participles"]
    )
    if found.kind not in ("money", "physical") or not done or tokens.near[verb] in words.sets["no_fates"]:
        return ""
    if found.kind == "physical" and verb == found.last:
        return ""
    end = verb + 1 + (tokens.near[verb + 1] in ("out", "in", "up", "away", "into", "back"))
    more = extended(tokens, end, words, mask)
    return text_of(tokens, verb, more, mask)


def done_by(tokens: Tokens, at: int, words: Vocabulary, mask: bytearray) -> str:
    """`died of malaria` of `12 people died of malaria`, `aboard` of `21 people, three of them crew, were aboard`."""
    if tokens.near[at] == "," and tokens.near[at + 1] in _ASIDES:
        closed = next((n for n in range(at + 1, min(at + _WORDS, tokens.size)) if tokens.low[n] == ","), -1)
        at = closed + 1 if closed > 0 else at
    begin = at
    while tokens.near[at] in _HELPERS or tokens.near[at] in _ADVERBS:
        at += 1
    if tokens.near[at] == "no" and begin < at:
        return text_of(tokens, at - 1, phrase_right(tokens, at + 1, words, mask), mask)
    at += begin < at and tokens.near[at] == "to" and tokens.near[at + 1] == "be"
    while tokens.near[at] in _HELPERS:
        at += 1
    if "not" in tokens.low[begin:at] and at < tokens.size:
        return text_of(tokens, begin + tokens.low[begin:at].index("not"), at + 1, mask)
    word = tokens.near[at]
    helped = begin < at and tokens.near[at - 1] in _HELPERS | _ADVERBS
    if helped and word == "in":
        return text_of(tokens, at, phrase_right(tokens, at + 1, words, mask), mask)
    told = word in words.sets["deeds"] or (helped and word.isalpha() and word not in words.stops)
    told = told and word not in words.numbers.starts  # `will have one map`
    if not told or word in words.sets["no_fates"] or mask[at] or (word.endswith("ing") and not helped):
        return ""
    end = at + 1 + (tokens.near[at + 1] in words.sets["leading_out"])
    parted = word.endswith("ly") and helped  # `partially closed`
    if (parted or word in ("remain", "remained", "stay", "stayed")) and tokens.near[end].isalpha():
        end += 1  # `remained open`, `remain under orders to leave`
    if (tokens.near[end].isalpha() and tokens.near[end] not in words.breaks) or tokens.near[end] in ARTICLES:
        end = max(end, phrase_right(tokens, end, words, mask))
    end = extended(tokens, end, words, mask)
    return " ".join(text_of(tokens, at, end, mask).split()[:_DEED])


def fined(tokens: Tokens, found: Quantity, at: int, words: Vocabulary) -> str:
    """`firm fined` of `fined the firm, Norvik, $5 million`; `at` is the comma before the sum."""
    if found.kind != "money" or at < 1 or tokens.low[at] != ",":
        return ""
    for verb in range(at - 2, max(-1, at - _WORDS), -1):
        if tokens.low[verb] in words.sets["fining"] and tokens.near[verb - 1] not in ARTICLES:
            whom = text_of(tokens, verb + 1, tokens.low.index(",", verb))
            return f"{whom} {tokens.words[verb]}" if whom else ""
    return ""


def margin(tokens: Tokens, found: Quantity, words: Vocabulary) -> str:
    """`beat` of `beat him by a mere 61 votes`."""
    at = skipped(tokens, found.lead - 1, words)
    if tokens.near[at] != "by":
        return ""
    return next(
        (w for w in reversed(tokens.words[max(0, at - 4) : at]) if w.lower() in words.sets["contests"]), ""
    )


_ASIDES = frozenset(
    {
        "among",
        "including",
        "most",
        "many",
        "some",
        "all",
        "mostly",
        "mainly",
        "half",
        "or",
        "about",
        "nearly",
        "almost",
    }
)
_HELPERS = frozenset("were was have had has been are is be being will would may might could can".split())
_ADVERBS = frozenset("also still now already since so not".split())
_DEED = 6


def fate_of(tokens: Tokens, at: int, words: Vocabulary) -> str:
    """`killed` of `12 people were killed`."""
    while tokens.near[at] in (
        "were",
        "was",
        "have",
        "had",
        "has",
        "been",
        "are",
        "being",
        "reported",
        "confirmed",
        "also",
    ):
        at += 1
    word = tokens.near[at]
    if word in words.sets["no_fates"]:
        return ""
    return (
        word if word in ("dead", "missing", "left", "hurt") or (word.endswith("ed") and len(word) > 4) else ""
    )


def skipped(tokens: Tokens, at: int, words: Vocabulary) -> int:
    """Back over what describes a figure and names nothing."""
    low = tokens.low
    while at >= 0:
        word = low[at]
        if (
            (word in words.emphasis and not _heads(tokens, at))
            or word in ARTICLES
            or word in words.sets["standing"]
            or word.endswith("ly")
        ):
            at -= 1
        elif at < 3 or low[at - 1] != "-":
            break
        elif _compound(tokens, at):
            at -= 3
        elif _than_hoped(tokens, at):
            at -= 5
        else:
            break
    return at


def _heads(tokens: Tokens, at: int) -> bool:
    """`record of`, `net of`: a noun here."""
    return tokens.low[at] in ("record", "net") and tokens.near[at + 1] == "of"


def _than_hoped(tokens: Tokens, at: int) -> bool:
    """`lower-than-expected` of `rose a lower-than-expected 5.2%`."""
    return (
        at > 4
        and tokens.low[at - 3 : at] == ["-", "than", "-"]
        and all(tokens.glued(n) for n in range(at - 4, at))
    )


def _compound(tokens: Tokens, at: int) -> bool:
    """`eye-popping` of `an eye-popping $1.6 billion`."""
    if at < 3 or not tokens.low[at].endswith("ing") or tokens.low[at - 1] != "-":
        return False
    return tokens.glued(at - 1) and tokens.glued(at - 2) and tokens.low[at - 3] in ("a", "an")
