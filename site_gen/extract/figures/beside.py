"""What figures of one sentence tell of each other: part and whole, `respectively`, how often."""

from msgspec.structs import replace

from site_gen.extract.figures.spans import Span, span_of
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.records import FigureFinding
from site_gen.text.numbers import Tokens

_REACH = 9
_OFTEN = frozenset({"every", "each", "per"})
_TIMES = frozenset({"day", "week", "month", "year", "hour", "night", "minute", "second"})
_AUX = frozenset({"was", "were", "are", "is", "had", "have", "has", "been", "remained", "remain", "stayed"})
_NO_STATE = frozenset({"said", "told", "been", "expected", "asked", "surveyed", "polled"})


def told_together(found: list[FigureFinding], tokens: Tokens, words: Vocabulary) -> list[FigureFinding]:
    """The figures, with what only the others of their sentence tell."""
    told = [_died(_so_far(_often(figure, tokens), tokens), tokens) for figure in found]
    if len(told) > 1:
        told = _listed(_parts(told, tokens), tokens)
        told = _prices(_also(told, tokens), tokens)
        if "respectively" in tokens.low:
            told = _in_turn(told, tokens)
    return told


def _parts(found: list[FigureFinding], tokens: Tokens) -> list[FigureFinding]:
    """`14 of the city's 19 clinics had closed`: the part did; the whole is the city's clinics."""
    told = list(found)
    for n in range(len(told) - 1):
        part, whole = told[n], told[n + 1]
        if part.unit_kind != "count" or part.unit != whole.unit or part.measure == "":
            continue
        one, two = span_of(part, tokens), span_of(whole, tokens)
        if not _is_part(tokens.low[one.last : two.lead]):
            continue
        state = _state(tokens, two.last)
        if not state:
            continue
        noun = tokens.words[two.last - 1]
        owner = part.measure if not part.measure.endswith(state) else whole.measure.removesuffix(f" {state}")
        told[n] = replace(part, measure=f"{noun} {state}")
        told[n + 1] = replace(whole, measure=owner or noun)
    return told


def _listed(found: list[FigureFinding], tokens: Tokens) -> list[FigureFinding]:
    """`20 men, 11 women and two children have died`: what the last of them did, the others did."""
    told = list(found)
    for n in range(len(told) - 1, 0, -1):
        one, two = told[n - 1], told[n]
        noun, _, deed = two.measure.rpartition(" ")
        if (
            not noun
            or not deed.islower()
            or one.unit_kind != "count"
            or two.unit_kind != "count"
            or " " in one.measure
        ):
            continue
        before, here = span_of(one, tokens), span_of(two, tokens)
        joined = tokens.low[before.last : here.lead] in ([","], ["and"], [",", "and"])
        plain = (
            one.measure.lower() == tokens.near[before.last - 1] and noun.lower() == tokens.near[here.last - 1]
        )
        if joined and plain and deed in tokens.words[here.last : here.last + _DEED]:
            told[n - 1] = replace(one, measure=f"{one.measure} {deed}")
    return told


_DEED = 5


def _is_part(between: list[str]) -> bool:
    """`of`, `of the city's`, `of its`: what stands between a part and its whole."""
    if between[:1] != ["of"] or len(between) > _OWNER:
        return False
    return len(between) == 1 or between[-1] in (
        "the",
        "its",
        "their",
        "his",
        "her",
        "'s",
        "’s",
        "'",
        "’",
        "all",
    )


_OWNER = 6


def _state(tokens: Tokens, at: int) -> str:
    """`closed` of `had closed`, `shut` of `were shut`; empty where something else follows."""
    begin = at
    while at < tokens.size and tokens.low[at] in _AUX:
        at += 1
    word = tokens.near[at]
    ends = word.endswith(("ed", "en", "wn")) or word in ("shut", "open", "empty", "dry", "lost", "hit", "cut")
    return tokens.words[at] if at > begin and ends and word not in _NO_STATE else ""


def _in_turn(found: list[FigureFinding], tokens: Tokens) -> list[FigureFinding]:
    """`9 cases and 5 deaths were reported, up 37% and 27% respectively`: each share is of its own."""
    told = list(found)
    at = tokens.low.index("respectively")
    ahead = [n for n, figure in enumerate(told) if span_of(figure, tokens).last <= at]
    if len(ahead) != 4 or at - span_of(told[ahead[-1]], tokens).last > 2:
        return told
    first, second, one, two = ahead
    if told[one].unit != told[two].unit or told[one].unit == told[first].unit:
        return told
    shift = told[one].change or told[two].change
    told[one] = replace(told[one], measure=told[first].measure, change=shift, period=told[first].period)
    told[two] = replace(told[two], measure=told[second].measure, change=shift, period=told[second].period)
    return told


def _prices(found: list[FigureFinding], tokens: Tokens) -> list[FigureFinding]:
    """`will pay 7 cents per kilowatt-hour for water power and 6 cents for wind`: per kilowatt-hour too."""
    told = list(found)
    for n in range(1, len(told)):
        one, two = told[n - 1], told[n]
        if not one.per or two.per or (one.unit, two.unit_kind) != (two.unit, "money") or not _near(one, two):
            continue
        before, here = span_of(one, tokens), span_of(two, tokens)
        between = tokens.low[before.last : here.lead]
        if between[:1] == ["for"] and between[-1:] == ["and"] and tokens.near[here.last] == "for":
            told[n] = replace(two, per=one.per)
    return told


def _near(one: FigureFinding, two: FigureFinding) -> bool:
    """Whether two sums can be prices of one kind."""
    return bool(one.value) and 0.1 <= two.value / one.value <= 10


def _also(found: list[FigureFinding], tokens: Tokens) -> list[FigureFinding]:
    """`40 trees will be felled and 120 planted`, `and another 90 would follow`: the same, with their own verb."""
    told = list(found)
    for n in range(1, len(told)):
        before, figure = told[n - 1], told[n]
        if figure.rule != "counted before" or figure.unit != before.unit:
            continue
        after = tokens.near[span_of(figure, tokens).last]
        if after in ("would", "will", "could", "may", "might"):
            told[n] = replace(figure, measure=before.measure)
        elif after.endswith("ed") and figure.measure == before.measure and figure.measure.endswith("ed"):
            told[n] = replace(figure, measure=f"{before.measure.rpartition(' ')[0]} {after}".strip())
    return told


def _died(figure: FigureFinding, tokens: Tokens) -> FigureFinding:
    """`Since the truce began 11 have died`: died."""
    if figure.unit != "people" or "people" in figure.measure or figure.measure.endswith("ed"):
        return figure
    last = span_of(figure, tokens).last
    verb = tokens.near[last + 1] if tokens.near[last] in ("have", "has", "had") else ""
    return (
        replace(figure, measure=verb)
        if verb in ("died", "fled", "drowned", "returned", "vanished")
        else figure
    )


def _so_far(figure: FigureFinding, tokens: Tokens) -> FigureFinding:
    """`Warsaw has so far ordered 460.`: ordered."""
    if figure.rule != "counted before" or figure.measure != figure.unit:
        return figure
    verb = tokens.near[span_of(figure, tokens).lead - 1]
    return replace(figure, measure=verb) if verb.endswith("ed") else figure


def _often(figure: FigureFinding, tokens: Tokens) -> FigureFinding:
    """`9,000 people cross there every day`: people per day."""
    if figure.unit_kind not in ("count", "money") or figure.per or " per " in figure.unit or not figure.unit:
        return figure
    if _TIMES.isdisjoint(tokens.low):
        return figure
    time = _time_behind(span_of(figure, tokens), tokens)
    if not time:
        return figure
    return replace(figure, per=time)


def _time_behind(span: Span, tokens: Tokens) -> str:
    """`day` of `every day` in the same clause; empty for none, and for `a year earlier`."""
    for at in range(span.last, min(span.last + _REACH, tokens.size - 1)):
        word = tokens.low[at]
        if word in _OFTEN and tokens.low[at + 1] in _TIMES:
            return tokens.low[at + 1]
        if not word[0].isalpha() or word in (
            "that",
            "which",
            "who",
            "and",
            "but",
            "while",
            "after",
            "before",
        ):
            return ""
    return ""
