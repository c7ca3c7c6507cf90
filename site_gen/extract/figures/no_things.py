"""Measures that name no thing: who says the figure, where it was, `target`; what was told before is meant."""

import re
from collections.abc import Callable, Sequence
from functools import partial

from msgspec.structs import replace

from site_gen.extract.figures.phrases import ARTICLES, nounish, phrase_left, text_of
from site_gen.extract.figures.slots import Around, token_at
from site_gen.extract.figures.spans import Span, span_of
from site_gen.extract.figures.subjects import subject_of
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.records import Change, FigureFinding, PlaceFinding
from site_gen.text.numbers import Tokens

_SETTLEMENT = re.compile(
    r"(?:^| (?:in|of) (?:the |an? )?)(?:[a-z]+ )?(?:city|town|village|port|capital|country|nation|region|province|state"
    r"|district|island|area|community) of (?:people|inhabitants|residents)$"
)
"""`Power demand in the country of people`: how large the place is, no part of what is measured."""
_TWICE = re.compile(r"\b([a-z]+) \1$")
_POINTING = frozenset({"that", "this", "it", "them", "these", "those"})
_FAR = 2
"""Sentences back to the last figure that one may go on from."""


def with_things(
    found: list[FigureFinding],
    tokens: Tokens,
    words: Vocabulary,
    here: Around,
    earlier: FigureFinding | None,
) -> list[FigureFinding]:
    """The figures of a sentence, each with a thing for measure where its own words are none.

    `earlier` is the last figure of the sentences before.
    """
    told: list[FigureFinding] = []
    for figure in found:
        before = told[-1] if told else None
        read = (
            figure if figure.equivalent_of >= 0 else _with_thing(figure, tokens, words, here, before, earlier)
        )
        if figure.equivalent_of >= 0 and before is not None and before.unit_kind == figure.unit_kind:
            read = replace(figure, measure=before.measure, status=before.status)
        told.append(read)
    return told


def _with_thing(
    figure: FigureFinding,
    tokens: Tokens,
    words: Vocabulary,
    here: Around,
    before: FigureFinding | None,
    earlier: FigureFinding | None,
) -> FigureFinding:
    span = partial(span_of, figure, tokens)
    for told in _RULES:
        if read := told(figure, span, tokens, words):
            return read
    if (each := _for_each(figure, span, tokens, words)) is not None:
        again = each.measure or (before.measure if before is not None else figure.measure)
        return replace(each, measure=again)
    if before is not None and _again(figure, before, span, tokens):
        return replace(figure, measure=before.measure)
    known = _known(figure, span, tokens, words, here)
    if known:
        alike = _alike(figure, before, earlier, known == "place")
        return replace(figure, measure=alike) if alike else figure
    return figure


_Where = Callable[[], Span]


def _again(figure: FigureFinding, before: FigureFinding, span: _Where, tokens: Tokens) -> bool:
    """`a range of 40 km, or 54 km with a booster`, `from 3 to 4 million in four years`: of what was told before."""
    if figure.unit_kind == "duration":
        moved = before.change is not None and before.change.from_figure >= 0
        return moved and not figure.measure and tokens.near[span().lead - 1] in ("in", "over", "within")
    alike = figure.unit_kind == before.unit_kind == "physical" and figure.unit == before.unit
    return alike and tokens.near[span().lead - 1] == "or" and figure.measure in before.measure


def _known(figure: FigureFinding, span: _Where, tokens: Tokens, words: Vocabulary, here: Around) -> str:
    """Why a measure names no thing: a bare word, the speaker, a place, a word that points back; empty where it does."""
    low = figure.measure.lower()
    last = low.rpartition(" ")[2]
    if last in words.sets["bare_measures"] and (low == last or low.startswith(_EARLIER)):
        return "" if tokens.near[span().last] == "of" else "bare"  # `95 percent of the total`
    if low and low == figure.speaker.lower():
        return "speaker"
    if figure.unit_kind in ("percent", "money", "physical"):
        if any(p.evidence.exact == figure.measure and _within(p, tokens, words) for p in here.places):
            return "place"
        if low and _points_back(span(), tokens, words):
            return "pointing"
    return ""


def _within(place: PlaceFinding, tokens: Tokens, words: Vocabulary) -> bool:
    """`rose in Seoul before closing at`, `Peru alone has 70 percent`; no `Peru 5 percent`, whose share that is."""
    first, last = token_at(tokens, place.evidence.start), token_at(tokens, place.evidence.end - 1)
    return tokens.near[first - 1] in words.inside or tokens.near[last + 1] == "alone"


_EARLIER = ("earlier ", "previous ", "original ", "own ", "new ", "initial ", "current ")


def _points_back(span: Span, tokens: Tokens, words: Vocabulary) -> bool:
    """`plans to raise that to 5 percent`."""
    at = span.lead - 1
    if at < 2 or tokens.low[at] not in ("to", "by") or tokens.low[at - 1] not in _POINTING:
        return False
    verb = tokens.low[at - 2]
    return verb in words.up or verb in words.down or verb in words.sets["bringing"]


def _alike(
    figure: FigureFinding, before: FigureFinding | None, earlier: FigureFinding | None, anything: bool
) -> str:
    """What the figure before in the same unit measures; within the sentence of any unit where `anything` will do."""
    if before is not None and before.measure != figure.measure and (anything or before.unit == figure.unit):
        return before.measure
    if before is not None or earlier is None or earlier.unit != figure.unit or earlier.per != figure.per:
        return ""
    near = figure.evidence.sentence - earlier.evidence.sentence <= _FAR
    return earlier.measure if near else ""


def _of_settlement(
    figure: FigureFinding, span: _Where, tokens: Tokens, words: Vocabulary
) -> FigureFinding | None:
    """`Lima, a city of 11 million people`: people, there."""
    if not figure.measure.endswith((" people", " inhabitants", " residents")):
        return None
    cut = _SETTLEMENT.search(figure.measure)
    if cut is None:
        return None
    if cut.start() and figure.unit != "people":
        return replace(figure, measure=figure.measure[: cut.start()])
    people = figure.measure.rpartition(" ")[2]
    return replace(figure, measure=people, place=_apposed(span().lead, tokens) or figure.place)


def _apposed(lead: int, tokens: Tokens) -> str:
    """`Lima` of `Lima, a city of`: the name before the comma; empty for none."""
    comma = next((n for n in range(lead - 1, max(0, lead - 6), -1) if tokens.low[n] == ","), 0)
    first = comma
    while first > 0 and tokens.words[first - 1][0].isupper() and comma - first < 4:
        first -= 1
    return text_of(tokens, first, comma) if comma > first and tokens.near[comma + 1] in ARTICLES else ""


def _said_twice(
    figure: FigureFinding, span: _Where, tokens: Tokens, words: Vocabulary
) -> FigureFinding | None:
    """`Some of the ropes are only 20 metres thick`: the subject, and how it is measured."""
    cut = _TWICE.search(figure.measure)
    if cut is None:
        return None
    at = span().lead - 1
    while at > 0 and tokens.low[at] in words.emphasis | {"only", "just", "now"}:
        at -= 1
    mask = bytearray(tokens.size)
    subject = subject_of(tokens, at, words, mask, "") if at > 0 and tokens.low[at] in words.copulas else ""
    return replace(
        figure, measure=f"{subject or figure.measure[: cut.start()].strip()} {cut.group(1)}".strip()
    )


def _accounts(figure: FigureFinding, span: _Where, tokens: Tokens, words: Vocabulary) -> FigureFinding | None:
    """`The roof would account for $5 million of that`: the roof."""
    if figure.measure not in words.sets["accounting"]:
        return None
    at = span().lead - 2
    if at < 1 or tokens.low[at] not in words.sets["accounting"]:
        return None
    subject = subject_of(tokens, at, words, bytearray(tokens.size), "")
    return replace(figure, measure=subject) if subject else None


def _of_a_length(
    figure: FigureFinding, span: _Where, tokens: Tokens, words: Vocabulary
) -> FigureFinding | None:
    """`The gun has a range of 40 km`: its range. `A line of 128 km from the farm`: the line."""
    if figure.unit_kind != "physical":
        return None
    at = span().lead - 2
    if at < 0 or tokens.near[at + 1] != "of" or not nounish(tokens, at, words):
        return None
    noun = tokens.low[at]
    if figure.measure.startswith(("from ", "to ", "in ", "at ")):
        begin = phrase_left(tokens, at, words, bytearray(tokens.size))
        begin = next((n for n in range(at, begin, -1) if tokens.low[n - 1] in ARTICLES), begin)
        return replace(figure, measure=text_of(tokens, begin, at + 1))
    sized = noun in words.sets["sizes"] and noun not in figure.measure.lower().split()
    return replace(figure, measure=f"{figure.measure} {noun}".strip()) if sized else None


def _has_lasted(
    figure: FigureFinding, span: _Where, tokens: Tokens, words: Vocabulary
) -> FigureFinding | None:
    """`a dispute that has run for six years`: the dispute."""
    if figure.unit_kind != "duration" or figure.measure not in words.sets["lasting_verbs"]:
        return None
    at = span().lead - 1
    while at > 0 and (tokens.low[at] in ("for", "on") or tokens.low[at] in words.sets["lasting_verbs"]):
        at -= 1
    while at > 0 and tokens.low[at] in words.have:
        at -= 1
    if at < 1 or tokens.low[at] not in ("that", "which") or not nounish(tokens, at - 1, words):
        return None
    begin = phrase_left(tokens, at - 1, words, bytearray(tokens.size))
    return replace(figure, measure=text_of(tokens, begin, at))


def _sought(figure: FigureFinding, span: _Where, tokens: Tokens, words: Vocabulary) -> FigureFinding | None:
    """`Prosecutors had sought 11 years`: what they did about them."""
    if figure.unit_kind != "duration" or not figure.measure or figure.status != "target":
        return None
    verb = tokens.near[span().lead - 1]
    return replace(figure, measure=f"{figure.measure} {verb}") if verb in words.sets["sought"] else None


def _short_form(
    figure: FigureFinding, span: _Where, tokens: Tokens, words: Vocabulary
) -> FigureFinding | None:
    """`growth in gross domestic product (GDP) of 2%`: what the short form in brackets stands behind."""
    if not (figure.measure.isupper() and figure.measure.isalpha()):
        return None
    low = figure.measure.lower()
    at = next((n for n in range(2, span().lead) if tokens.low[n] == low and tokens.low[n - 1] == "("), 0)
    if not at or tokens.near[at + 1] != ")" or not nounish(tokens, at - 2, words):
        return None
    return replace(
        figure, measure=text_of(tokens, phrase_left(tokens, at - 2, words, bytearray(tokens.size)), at - 1)
    )


def _for_each(figure: FigureFinding, span: _Where, tokens: Tokens, words: Vocabulary) -> FigureFinding | None:
    """`$3 billion, or 310 dollars for each citizen`: the same sum, for each; `_alike` has what it is."""
    if figure.unit_kind != "money" or figure.per:
        return None
    here = span()
    each, noun = tokens.near[here.last + 1], tokens.near[here.last + 2]
    if tokens.near[here.last] not in ("for", "to") or each not in ("each", "every") or not noun.isalpha():
        return None
    second = tokens.near[here.last + 3]
    if second.isalpha() and second not in words.breaks and not second.endswith("ed"):
        noun = f"{noun} {second}"  # `for each bereaved family`
    led = tokens.near[here.lead - 1]
    measure = (
        figure.measure
        if figure.measure != noun or led == "of"
        else ""
        if led == "or"
        else f"{led} to each {noun}"
    )
    return replace(figure, per=noun, measure=measure)


def _in_favour(
    figure: FigureFinding, span: _Where, tokens: Tokens, words: Vocabulary
) -> FigureFinding | None:
    """`57 per cent in favour`."""
    if figure.measure not in ("favour", "favor") or tokens.near[span().last] != "in":
        return None
    return replace(figure, measure=f"in {figure.measure}")


def _of_its_value(
    figure: FigureFinding, span: _Where, tokens: Tokens, words: Vocabulary
) -> FigureFinding | None:
    """`Shares in Norma have lost a quarter of their value`: the shares, which fell."""
    if figure.unit_kind not in ("ratio", "percent") or figure.measure not in ("value", "worth"):
        return None
    at = span().lead - 1
    if at < 1 or tokens.low[at] not in words.sets["losing_money"]:
        return None
    subject = subject_of(tokens, at, words, bytearray(tokens.size), "")
    change = figure.change or Change("down", -1)
    return replace(figure, measure=subject, change=change) if subject else None


def _cleared(figure: FigureFinding, span: _Where, tokens: Tokens, words: Vocabulary) -> FigureFinding | None:
    """`survey of residents carried`, `centres with a total of beds`: without what is left of a phrase that was cut."""
    cut = _LEFT_OVER.search(figure.measure)
    if cut is None:
        return None
    rest = cut.group("rest") or cut.group("last") or ""
    return replace(figure, measure=rest or figure.measure[: cut.start()])


_LEFT_OVER = re.compile(
    r" (?:carried|conducted|with a total(?: of (?P<rest>[a-z -]+))?)$"
    r"| of (?:from|at|in) .*? (?=[a-z-]+$)(?<= )(?P<last>[a-z-]+)$"
)


_Rule = Callable[[FigureFinding, _Where, Tokens, Vocabulary], FigureFinding | None]
_RULES: Sequence[_Rule] = (
    _of_settlement,
    _said_twice,
    _accounts,
    _of_a_length,
    _has_lasted,
    _sought,
    _short_form,
    _in_favour,
    _of_its_value,
    _cleared,
)
"""Each gives the figure with a better measure, or None where it does not apply."""
