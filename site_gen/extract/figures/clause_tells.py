"""What a figure measures by the build of its clause: `asked for $5 million`, `the fee that it pays at $5`."""

from msgspec.structs import replace

from site_gen.extract.figures.phrases import ARTICLES, extended, nounish, phrase_left, phrase_right, text_of
from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.verbs import is_verb
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.records import FigureFinding
from site_gen.text.numbers import Tokens

_BACK, _NEAR = 12, 4
_OF_IT = [["of", "it"], ["of", "which"]]
_NO_VERBS = frozenset("of in on at for with from to and or by than that which as".split())


def told_by_clause(tokens: Tokens, found: Quantity, at: int, words: Vocabulary, mask: bytearray) -> str:
    """The first that tells; `at` is the word before the figure and its qualifier. Empty where none does."""
    return (
        _asked_for(tokens, found, at, words)
        or _at_a_rate(tokens, found, at, words, mask)
        or _land(tokens, found, words, mask)
        or _apposed(tokens, found, at, words, mask)
        or _lead_in(tokens, found, words, mask)
        or _of_it(tokens, found, words, mask)
    )


def _asked_for(tokens: Tokens, found: Quantity, at: int, words: Vocabulary) -> str:
    """`asked for` of `presented the bill and asked for $5 million`."""
    asked = found.kind == "money" and at > 0 and tokens.low[at] == "for"
    asked = asked and "where" not in tokens.low[max(0, at - _BACK) : at]  # `where its rivals ask for $8`
    return text_of(tokens, at - 1, at + 1) if asked and tokens.low[at - 1] in words.sets["seeking"] else ""


def _at_a_rate(tokens: Tokens, found: Quantity, at: int, words: Vocabulary, mask: bytearray) -> str:
    """`fee` of `keep the fee that the state pays at $5 a visit`: what the clause is about, and not who pays."""
    if found.kind != "money" or at < _NEAR or tokens.low[at] != "at" or not is_verb(tokens, at - 1, words):
        return ""
    clause = range(at - 2, max(1, at - _BACK), -1)
    that = next((n for n in clause if tokens.low[n] in ("that", "which") or not tokens.low[n].isalpha()), 0)
    if not that or not tokens.low[that].isalpha() or not nounish(tokens, that - 1, words) or mask[that - 1]:
        return ""
    return text_of(tokens, phrase_left(tokens, that - 1, words, mask), that, mask)


def _land(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray) -> str:
    """`take over the hectares by the river` of `to take over the 31 hectares by the river`: the land itself."""
    owner = tokens.near[found.lead - 1]
    if found.unit not in words.sets["areas"] or owner not in ARTICLES or owner in ("a", "an"):
        return ""
    if nounish(tokens, found.last, words):
        return ""  # `the 15-hectare park`
    verb = found.lead - 2
    verb -= tokens.near[verb] in words.sets["particles_of_place"]
    done = verb >= 0 and tokens.low[verb].isalpha() and tokens.low[verb] not in _NO_VERBS
    begin = verb if done and not mask[verb] else found.lead - 1
    end = found.last
    if tokens.near[end] in ("at", "in", "by", "near", "on", "of", "outside"):
        end = max(end, phrase_right(tokens, end + 1, words, mask))
    parts = (
        text_of(tokens, begin, found.lead - 1),
        tokens.words[found.last - 1],
        text_of(tokens, found.last, end),
    )
    return " ".join(part for part in parts if part)


def _apposed(tokens: Tokens, found: Quantity, at: int, words: Vocabulary, mask: bytearray) -> str:
    """`profit on the trade` of `Another 6 million, the profit on the trade, goes to the state`."""
    if found.kind != "money" or at > 0 or tokens.near[found.last] != ",":
        return ""
    begin = found.last + 1
    if tokens.near[begin] not in ARTICLES:
        return ""
    end = phrase_right(tokens, begin, words, mask)
    end = max(end, extended(tokens, end, words, mask)) if end > begin else begin
    return text_of(tokens, begin, end, mask) if end > begin + 1 and tokens.near[end] == "," else ""


def _lead_in(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray) -> str:
    """`plant` of `At 640 megawatts and $712 million, the plant is the largest`."""
    if found.lead > _NEAR + 1 or tokens.low[0] not in ("at", "with") or not found.lead:
        return ""
    if not all(mask[n] or tokens.low[n] == "and" for n in range(1, found.lead)):
        return ""
    at = found.last
    while at < tokens.size and (mask[at] or (tokens.low[at] == "and" and any(mask[at + 1 : at + 2]))):
        at += 1
    if tokens.near[at] != "," or tokens.near[at + 1] not in ARTICLES:
        return ""
    end = phrase_right(tokens, at + 1, words, mask)
    return text_of(tokens, at + 1, end, mask)


def _of_it(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray) -> str:
    """`gas` of `Ships will bring the gas from Qatar, 95 million cubic feet of it a day`: the object before."""
    if found.kind != "physical" or tokens.low[found.last : found.last + 2] not in _OF_IT:
        return ""
    for at in range(found.lead - 1, max(0, found.lead - _BACK), -1):
        led = tokens.near[at - 1] not in _NO_VERBS  # not `from the terminal`
        if tokens.low[at] in ("the", "its", "their", "some") and led and not mask[at]:
            return text_of(tokens, at, phrase_right(tokens, at, words, mask), mask)
    return ""


def by_their_verbs(found: list[FigureFinding], tokens: Tokens, words: Vocabulary) -> list[FigureFinding]:
    """The figures; what nothing else tells has the verb before it: `covers 5 million tonnes`, `cost the state $5`."""
    return [f if f.measure or f.unit_kind not in _KINDS else _by_verb(f, tokens, words) for f in found]


_KINDS = frozenset({"money", "physical", "percent"})


def _by_verb(figure: FigureFinding, tokens: Tokens, words: Vocabulary) -> FigureFinding:
    first = next((n for n, start in enumerate(tokens.starts) if start >= figure.evidence.start), 0)
    last = first - len(figure.qualifier.split())
    for at in range(last - 1, max(-1, last - _NEAR), -1):
        word = tokens.low[at]
        if not word.isalpha():
            return figure
        given = word in words.sets["costing"] or word in words.sets["giving"]
        done = (
            at == last - 1 and is_verb(tokens, at, words) and word not in words.copulas | words.status.keys()
        )
        if given or (done and not word.endswith("ing")):
            return replace(figure, measure=text_of(tokens, at, last))
    return figure
