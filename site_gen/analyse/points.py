"""One article's figures and quotes -> small rows that are compared across articles."""

import re
from collections.abc import Iterator

from site_gen.analyse.tables import FIGURE_POINTS, QUOTE_POINTS, TERMS, FigurePoint, QuotePoint, TermCount
from site_gen.records import FigureFinding, Findings
from site_gen.resolve.folding import digest, fold
from site_gen.resolve.tables import FACTS
from site_gen.resolve.words import group_of, word_set
from site_gen.tables import AGREEMENT_IDS, PERSON_IDS, Reader, Row

_STEM = 6
_WORDS = re.compile(r"\w+")


def figure_id(article: str, number: int) -> str:
    """Id of the figure at this place of `Findings.figures`."""
    return f"{article}-f{number + 1}"


def quote_id(article: str, number: int) -> str:
    """Id of the quotation at this place of `Findings.quotes`."""
    return f"{article}-q{number + 1}"


def spread_points(key: str, rows: tuple[Findings, ...], reader: Reader) -> Iterator[Row]:
    """Points of one article's figures, quotes and terms."""
    for findings in rows:
        people = [reader.one(PERSON_IDS, f"{key}/{n}") or "" for n in range(len(findings.people))]
        deals = [reader.one(AGREEMENT_IDS, f"{key}/{n}") or "" for n in range(len(findings.agreements))]
        context = tuple(sorted({i for i in (*people, *deals) if i}))[:16]
        facts = reader.one(FACTS, key)
        published = facts.published if facts else ""
        for n, figure in enumerate(findings.figures):
            if _comparable(figure):
                point = figure_point(figure_id(key, n), figure, published, context)
                yield Row(FIGURE_POINTS, block_of(point), point)
        for n, quote in enumerate(findings.quotes):
            words = fold(quote.evidence.exact)
            if quote.speaker and len(words.split()) > 5:
                who = people[quote.speaker.person] if 0 <= quote.speaker.person < len(people) else ""
                row = QuotePoint(quote_id(key, n), key, quote.evidence, who, quote.speaker.name)
                yield Row(QUOTE_POINTS, digest(words, 8), row)
        for term in findings.terms:
            yield Row(TERMS, term.term, TermCount(key, term.surface, term.count, term.evidence))


def _comparable(figure: FigureFinding) -> bool:
    return bool(figure.measure or figure.unit) and figure.unit_kind != "duration"


def figure_point(key: str, figure: FigureFinding, published: str, context: tuple[str, ...]) -> FigurePoint:
    """A figure reduced to what comparing needs."""
    return FigurePoint(
        id=key, article=figure.evidence.article, published=published, evidence=figure.evidence,
        sentence=figure.sentence, value=figure.value, low=figure.low, high=figure.high, unit=figure.unit,
        unit_kind=figure.unit_kind, approximate=figure.approximate, qualifier=figure.qualifier,
        measure=figure.measure, words=measure_words(f"{figure.measure} {_counted(figure)}"),
        around=measure_words(figure.sentence.exact), period=figure.period, place=figure.place,
        status=figure.status, change=figure.change.direction if figure.change else "",
        equivalent=figure.equivalent_of >= 0, context=context, deadline=figure.deadline,
        currency_assumed=figure.currency_assumed,
    )  # fmt: skip


def _counted(figure: FigureFinding) -> str:
    return figure.unit if figure.unit_kind == "count" else ""


def measure_words(text: str) -> tuple[str, ...]:
    """The stems of the words that say what is measured; words for one measure give one stem."""
    groups = group_of("analysis", "measures")
    stop = word_set("analysis", "stop")
    found = []
    for word in _WORDS.findall(text.casefold()):
        if word in stop or word.isdigit() or len(word) < 3:
            continue
        found.append(groups.get(word, word)[:_STEM])
    return tuple(sorted(set(found)))


def head_of(measure: str, unit: str) -> str:
    """The one word of a measure that names it: the first that a group of measures knows, else the last noun."""
    groups = group_of("analysis", "measures")
    words = [
        w for w in _WORDS.findall(f"{measure} {unit}".casefold()) if w not in word_set("analysis", "stop")
    ]
    known = next((groups[w] for w in words if w in groups), "")
    return known or (words[-1][:_STEM] if words else "")


def block_of(point: FigurePoint) -> str:
    """Unit and head of the measure."""
    counted = point.unit_kind == "count"
    head = head_of(point.measure, point.unit if counted else "")
    return f"{point.unit_kind if counted else point.unit}|{head}"
