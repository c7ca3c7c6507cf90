"""Figures inside quotation marks: whoever is quoted says them."""

from bisect import bisect_right

from msgspec.structs import replace

from site_gen.records import FigureFinding, QuoteFinding


def said_in_quotes(
    figures: tuple[FigureFinding, ...], quotes: tuple[QuoteFinding, ...]
) -> tuple[FigureFinding, ...]:
    """The figures; one of whom its sentence names no speaker has that of the quotation round it.

    `"..." said Lund. "We paid $34 million"`: the second sentence names nobody.
    """
    named = ((q, q.speaker.name) for q in quotes if q.speaker and q.speaker.name.lower() not in _NOBODY)
    spans = sorted((q.evidence.start, q.evidence.end, name) for q, name in named)
    if not spans or all(figure.speaker for figure in figures):
        return figures
    starts = [span[0] for span in spans]
    return tuple(figure if figure.speaker else _spoken(figure, spans, starts) for figure in figures)


_NOBODY = frozenset({"", "he", "she", "they", "it", "who", "we", "i"})


def _spoken(figure: FigureFinding, spans: list[tuple[int, int, str]], starts: list[int]) -> FigureFinding:
    at = bisect_right(starts, figure.evidence.start) - 1
    if at < 0 or not spans[at][2] or figure.evidence.end > spans[at][1]:
        return figure
    return replace(figure, speaker=spans[at][2])
