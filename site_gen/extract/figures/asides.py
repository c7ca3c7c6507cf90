"""Figures of an aside: they are not said by who speaks in the sentence, nor planned because something else is."""

from msgspec.structs import replace

from site_gen.extract.figures.slots import Around
from site_gen.extract.figures.spans import Span, span_of
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.records import FigureFinding
from site_gen.text.numbers import Tokens

_FAR = 10


def apart_from_the_rest(
    found: list[FigureFinding], tokens: Tokens, words: Vocabulary, here: Around
) -> list[FigureFinding]:
    """The figures; what followed from the news, what went before it and what an aside adds are told as facts."""
    return [_told(figure, tokens, words, here) for figure in found]


def _told(figure: FigureFinding, tokens: Tokens, words: Vocabulary, here: Around) -> FigureFinding:
    if figure.speaker:
        if figure.speaker.endswith("ly") and figure.speaker.islower():
            figure = replace(figure, speaker="")  # `than previously estimated`
        elif _in_aside(span_of(figure, tokens), tokens):
            figure = replace(figure, speaker="")
    if figure.status == "actual" and figure.unit_kind != "duration":
        figure = _agreed(figure, tokens, words)
    if figure.status == "actual":
        if figure.unit_kind == "money" and _is_announced(span_of(figure, tokens), tokens, words):
            return replace(figure, status="commitment")
        return _spread(figure, tokens, here) if figure.unit_kind != "duration" else figure
    span = span_of(figure, tokens)
    if _followed(span, tokens, words):
        return replace(figure, status="actual", speaker="")
    if figure.unit_kind == "duration" and tokens.near[span.lead - 1] == "after":
        return replace(figure, status="actual")
    whole = tokens.low[max(0, span.lead - 5) : span.lead]
    if whole[-1:] == ["of"] and whole[:2] == ["out", "of"]:
        return replace(figure, status="actual", period=None)
    return _spread(figure, tokens, here)


def _agreed(figure: FigureFinding, tokens: Tokens, words: Vocabulary) -> FigureFinding:
    """`signed a contract to buy 96 guns`: they are to be bought, and not on the day of the signing."""
    span = span_of(figure, tokens)
    verb = tokens.near[span.lead - 1]
    if (
        span.lead < 3
        or tokens.low[span.lead - 2] != "to"
        or not verb.isalpha()
        or verb in ("which", "whom", "the")
    ):
        return figure
    agreed = next(
        (n for n in range(span.lead - 3, max(0, span.lead - _NEAR), -1) if tokens.low[n] in _PAPERS), 0
    )
    if not agreed or any(not word[0].isalnum() for word in tokens.low[agreed : span.lead]):
        return figure
    day = len(figure.period or "") == len("2031-02-05")
    return replace(figure, status="commitment", period=None if day else figure.period)


_NEAR = 7
_PAPERS = frozenset({"agreement", "deal", "contract", "pact", "accord", "treaty", "memorandum"})


def _in_aside(span: Span, tokens: Tokens) -> bool:
    """`In Lund, where 29 people died, the mayor said`: the report tells it, and not the mayor."""
    for at in range(span.lead - 1, max(0, span.lead - _FAR), -1):
        if tokens.low[at] in ("where", "which") and tokens.low[at - 1] == ",":
            return (
                at < _FAR
                and "," in tokens.low[span.last : span.last + _FAR]
                and tokens.low[0] in ("in", "at")
            )
        if not (tokens.low[at].isalnum() or tokens.low[at] in ("-", "'s", "’s")):
            return False
    return False


def _followed(span: Span, tokens: Tokens, words: Vocabulary) -> bool:
    """`cut its forecast, sending its shares down 8%`: what came of it has come."""
    for at in range(span.lead - 1, max(0, span.lead - 8), -1):
        if tokens.low[at] in words.sets["sending"]:
            return tokens.low[at - 1] == ","
        if tokens.low[at] in (",", ";"):
            return False
    return False


def _is_announced(span: Span, tokens: Tokens, words: Vocabulary) -> bool:
    """`announced $8 million in aid`: it is to be given."""
    at = span.lead - 1
    if tokens.near[at] == "of" and tokens.near[at - 1] in words.sets["given_things"]:
        return tokens.near[at - 2] in _ANNOUNCING or tokens.near[at - 3] in _ANNOUNCING
    if tokens.near[at] not in _ANNOUNCING or tokens.near[span.last] != "in":
        return False
    return not words.sets["given_things"].isdisjoint(tokens.low[span.last + 1 : span.last + 5])


_ANNOUNCING = frozenset({"announced", "announces", "announcing", "unveiled"})
_NEXT = frozenset({"next", "coming"})
_YEARS = 30


def _spread(figure: FigureFinding, tokens: Tokens, here: Around) -> FigureFinding:
    """`to spend $5 million over the next four years`: the years in which."""
    published = here.published or ""
    if figure.period or "years" not in tokens.low or not published[:4].isdigit():
        return figure
    span = span_of(figure, tokens)
    for at in range(span.last, min(span.last + _FAR, tokens.size - 3)):
        if tokens.low[at] in ("over", "in", "within") and tokens.low[at + 1] == "the":
            number = _NUMBERS.get(tokens.low[at + 3], 0) or _digits(tokens.low[at + 3])
            if tokens.low[at + 2] in _NEXT and tokens.near[at + 4] == "years" and 0 < number <= _YEARS:
                year = int(published[:4])
                return replace(figure, period=f"{year}/{year + number}")
        if tokens.low[at] in (",", ";"):
            break
    return figure


def _digits(word: str) -> int:
    return int(word) if word.isdigit() and len(word) < 3 else 0


_NUMBERS = {
    word: number
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve".split(), start=2
    )
}
