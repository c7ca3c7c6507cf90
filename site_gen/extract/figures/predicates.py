"""What a figure measures that is the subject itself: `900 litres were pouring in`, `Of the grant $6 million goes`."""

from site_gen.extract.figures.phrases import extended, is_time, phrase_right, text_of
from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens

_KINDS = frozenset({"money", "physical", "percent"})
_SHORT, _HELPED = 8, 5
_GOING = frozenset({"go", "goes", "went"})
_POINTING = frozenset({"that", "this", "which", "it", "these", "those"})


def told_of_itself(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray) -> str:
    """The predicate of a figure that opens its clause, behind the sum of which it is part."""
    if found.kind not in _KINDS and found.number.scale == 1:
        return ""
    if tokens.near[found.last] in ("is", "was") and tokens.near[found.last + 1] == "what":
        return _what(tokens, found.last + 2, words, mask)
    if found.kind == "percent" and not _part_at(tokens, found):
        return ""
    part = _part_at(tokens, found)
    if not part and not _opens_clause(tokens, found.lead - 1, words, mask):
        return ""
    if not part and tokens.near[found.last] in _GOING and tokens.near[found.last + 1] == "to":
        return ""
    told = predicate(tokens, found.last, words, mask)
    if not told or not part:
        return told
    whole = text_of(tokens, part, phrase_right(tokens, part, words, mask), mask)
    return told if not whole or whole.lower() in _POINTING else f"{whole} {told}"


def _what(tokens: Tokens, at: int, words: Vocabulary, mask: bytearray) -> str:
    """`bridge cost` of `$3 billion is what the bridge will cost`."""
    end = phrase_right(tokens, at, words, mask)
    verb = max(end, extended(tokens, end, words, mask))
    while tokens.near[verb] in words.sets["helping"]:
        verb += 1
    told = tokens.words[verb] if end > at and tokens.near[verb].isalpha() else ""
    end -= end > at + 1 and tokens.low[end - 1] == "to"
    return f"{text_of(tokens, at, end, mask)} {told}".strip()


def _part_at(tokens: Tokens, found: Quantity) -> int:
    """Where the sum begins of which a figure is told to be part: `Of the grant`, `of which`; 0 for none."""
    before = tokens.near[found.lead - 1]
    if before == "which" and tokens.near[found.lead - 2] == "of":
        return found.lead - 1
    return 1 if tokens.low[0] == "of" and 1 < found.lead <= _SHORT + 2 else 0


def _opens_clause(tokens: Tokens, at: int, words: Vocabulary, mask: bytearray) -> bool:
    """Whether nothing but a time, a mark or a conjunction stands right before a figure."""
    if at >= 0 and tokens.low[at] == "the":
        at -= 1
    if at < 0 or mask[at] or tokens.low[at] in words.sets["clause_openers"]:
        return True
    return is_time(tokens.low[at], words) or tokens.low[at] in ("end", "outset", "start")


def predicate(tokens: Tokens, at: int, words: Vocabulary, mask: bytearray) -> str:
    """`pouring into the mine` of `were pouring into the mine`, `black` of `are black`, `left the port`."""
    verb = at
    while verb < at + _HELPED and (
        tokens.near[verb] in words.sets["helping"] or tokens.near[verb] in words.sets["adverbs"]
    ):
        if tokens.near[verb] == "had" and tokens.near[verb - 1] == "be":
            break
        verb += 1
    word = tokens.near[verb]
    if not word.isalpha() or word in words.sets["no_fates"] or mask[verb]:
        return ""
    if verb == at and not _is_deed(word, words):
        return ""
    if word.endswith("ed") and tokens.near[verb + 1] in ("from", "by"):
        return tokens.words[verb]
    return text_of(tokens, verb, _end(tokens, verb + 1, words, mask), mask)


def _is_deed(word: str, words: Vocabulary) -> bool:
    return word in words.sets["deeds"] or word in words.sets["flowing"]


def _end(tokens: Tokens, at: int, words: Vocabulary, mask: bytearray) -> int:
    """Behind what a verb does: its object or a place, over particles; at most some words."""
    last = at
    while at < tokens.size and at - last < 1 + _SHORT and not mask[at]:
        word = tokens.low[at]
        if word in words.sets["leading_on"]:
            at += 1
            continue
        end = phrase_right(tokens, at, words, mask)
        if end <= at or is_time(tokens.low[end - 1], words):
            break
        if tokens.near[end] == "of":
            end = max(end, phrase_right(tokens, end + 1, words, mask))
        return min(end, last + _SHORT)
    return max(last, at if at > last and tokens.low[at - 1] in words.sets["particles_of_place"] else last)
