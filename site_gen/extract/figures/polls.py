"""What shares of those who were asked or who voted measure: `68% backed the sale`, `half of them children`."""

from site_gen.extract.figures.behind import those_who
from site_gen.extract.figures.fates import done_by, skipped
from site_gen.extract.figures.phrases import extended, phrase_right, text_of
from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens

_HELPERS = frozenset("would will had have has do did does were was are is could may might also still".split())
_DEED = 7


def polled(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray) -> str:
    """What they say, want or do, with who they are where that is told; empty for another figure."""
    if found.kind not in ("percent", "ratio"):
        return ""
    if part := _of_them(tokens, found, words, mask):
        return part
    before = tokens.near[skipped(tokens, found.lead - 1, words)] if found.lead else ""
    if before not in words.sets["before_polled"]:
        return ""
    verb, who = _asked(tokens, found, words, mask)
    verb += (
        tokens.near[verb] == "," and tokens.near[found.lead - 1] == ","
    )  # `just over half, 52 percent, wanted`
    while tokens.near[verb] in _HELPERS or tokens.near[verb] == "not":
        verb += 1
    if who and tokens.near[verb - 1] in _ARE and _is_so(tokens, verb, words):
        return f"{who} {tokens.words[verb]}"
    if tokens.near[verb] not in words.sets["polled"]:
        return _what_they_do(tokens, found, verb, who, words, mask)
    negated = tokens.near[verb - 1] == "not"
    return f"{who} {_deed(tokens, verb - negated, words, mask)}".strip()


def _what_they_do(
    tokens: Tokens, found: Quantity, at: int, who: str, words: Vocabulary, mask: bytearray
) -> str:
    """`homes in risky areas had insurance` of `42 percent of homes in risky areas had insurance`."""
    bare = not who and (found.rule == "share" or tokens.near[found.last] in ("were", "are"))
    while tokens.near[at - 1] in words.sets["helping"]:
        at -= 1  # `one in four has no power`
    if mask[min(at, len(mask) - 1)] or not (bare or found.rule == "share" or tokens.near[found.last] == "of"):
        return ""
    if not (bare or who) or who.startswith("those "):
        return ""
    if bare and tokens.near[at] in ("were", "are"):
        return _deed(tokens, at + 1, words, mask)  # `while 80% were partly closed`
    verb = over_aside(tokens, extended(tokens, at, words, mask))
    if verb > at:
        who = f"{who} {text_of(tokens, at, extended(tokens, at, words, mask), mask)}".strip()
    has = tokens.near[verb] in words.sets["owning"] or tokens.near[verb] in words.sets["lacking"]
    has = has and not tokens.near[verb + 1].endswith(("ed", "en"))
    if has and (end := phrase_right(tokens, verb + 1, words, mask)) > verb + 1:
        return f"{who} {text_of(tokens, verb, extended(tokens, end, words, mask), mask)}".strip()
    told = done_by(tokens, verb, words, mask)
    return f"{who} {told}".strip() if told else ""


def over_aside(tokens: Tokens, at: int) -> int:
    """Behind `, or 300 million people,`, where it stands at a token."""
    if tokens.near[at] != "," or tokens.near[at + 1] != "or":
        return at
    return next((n + 1 for n in range(at + 1, min(at + _ASIDE, tokens.size)) if tokens.low[n] == ","), at)


_ASIDE = 9


def _asked(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray) -> tuple[int, str]:
    """Where the verb of a share begins, and of whom it is: `of voters`, `of those asked`, `one in five voters`."""
    at = found.last
    if found.rule == "share" and tokens.near[at] not in words.sets["polled"]:
        end = phrase_right(tokens, at, words, mask)
        return max(end, at), text_of(tokens, at, end, mask)
    if tokens.near[at] != "of":
        return at, ""
    if tokens.near[at + 1] in ("them", "whom", "these"):
        return at + 2, ""
    if tokens.near[at + 1] == "those":
        who = those_who(tokens, at + 1, words, mask)
        return at + 1 + len(who.split()), who
    end = phrase_right(tokens, at + 1, words, mask)
    who = text_of(tokens, at + 1, end, mask)
    end += 2 * (tokens.near[end] in ("under", "over", "aged") and tokens.near[end + 1].isdecimal())
    return (end, who) if who else (at, "")


def _is_so(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """`overweight` of `43% of adults are overweight.`: a word that ends the clause."""
    plain = tokens.near[at].isalpha() and tokens.near[at] not in words.stops
    return plain and tokens.near[at + 1] in (".", ",", ";", "")


_ARE = frozenset({"are", "is", "were", "was"})


def _deed(tokens: Tokens, at: int, words: Vocabulary, mask: bytearray) -> str:
    """The verb and what follows it in its clause, at most some words."""
    end = at + 1
    while end < min(at + _DEED, tokens.size) and not mask[end]:
        word = tokens.low[end]
        if not (word[0].isalnum() or word in ("'s", "’s", "-")) or word in (
            "and",
            "but",
            "while",
            "compared",
        ):
            break
        end += 1
    return text_of(tokens, at, end, mask)


def _of_them(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray) -> str:
    """`children` of `780,000 people, half of them children, need aid`; `ships` of `half its ships`."""
    if found.kind == "ratio" and tokens.near[found.last] in ("its", "their", "his", "her", "our"):
        return text_of(tokens, found.last, phrase_right(tokens, found.last, words, mask), mask)
    if found.kind == "ratio" and tokens.low[found.last : found.last + 3] == ["of", "it", "for"]:
        return text_of(tokens, found.last + 3, phrase_right(tokens, found.last + 3, words, mask), mask)
    if tokens.low[found.last : found.last + 2] not in (["of", "them"], ["of", "whom"], ["of", "which"]):
        return ""
    end = phrase_right(tokens, found.last + 2, words, mask)
    closed = tokens.near[end] in (",", ".", ";", "", ")", "and")
    return text_of(tokens, found.last + 2, end, mask) if end > found.last + 2 and closed else ""
