"""One article's figures and quotes -> small rows that are compared across articles."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Final

from site_gen.analyse.conflicts.tallies import tallies
from site_gen.analyse.heads import OF_SO_MANY, counted, head_of, known_near
from site_gen.analyse.in_sentence import text_before, text_behind
from site_gen.analyse.series_figure import SeriesFigure
from site_gen.analyse.stems import clause_stems
from site_gen.analyse.subjects import article_subjects
from site_gen.analyse.tables import (
    ARTICLE_PLACES,
    FIGURE_POINTS,
    PROMISES,
    QUOTE_POINTS,
    SERIES_FIGURES,
    TERMS,
    VALUE_REFS,
    FigurePoint,
    Promise,
    QuotePoint,
    TermCount,
    ValueRef,
)
from site_gen.records import Evidence, FigureFinding, Findings, Speaker
from site_gen.resolve.agreements.forms import content_words
from site_gen.resolve.folding import digest, fold
from site_gen.resolve.tables import FACTS, Facts
from site_gen.resolve.words import group_of, word_set
from site_gen.tables import Reader, Row
from site_gen.text.letters import all_words

_STEM = 6
_REACH = 50
_ABOUT = 4
_QUOTED = 5
_PART = re.compile(r"\s+of (?:the|them|those|these|its|their|his|her|whom|which|our)\b", re.I)
_OF_THE_WHOLE = re.compile(
    r"(?:^|[;:] |, and )[Oo]f (?:the|its|their|these|those|all) [^,;.]{3,60},? (?:only |about |some |at least )?$"
)
"""`Of the troops in the exercise, 1,100 are ours`."""
_OF_THEM = re.compile(r"\s+of (?:them|these|those)\b")
_ABOARD = re.compile(r"\s+of (?:the|those|its|her|their)\b[^.;,]{0,30}?\b(?:on board|aboard)\b")
"""`killed five of those on board`: of all of them, as any count of those who died there."""
_OF_A_NOUN = re.compile(r"\s+of (?:the|its|their|his|her) ([a-z]+)\b")
_AMONG = re.compile(
    r"\b(?:including|among (?:them|whom|those|these)"
    r"|among the (?:dead|injured|wounded|victims|missing|survivors)(?: were| was)?"
    r"|of (?:them|whom|which|those|these)|of the [a-z]+(?=,)|up from|down from|instead of"
    r"|compared (?:with|to)|rather than)\b(?:\W+[\w-]+){0,2}\W*$",
    re.I,
)
_SOURCES = re.compile(
    r"\b(?:according to|told|told by|say|quoting|citing|accounts? (?:of|by|from))(?: at least)?\s*$", re.I
)
"""Before a count of those by whom something is told."""
_OF = re.compile(r"\s+(?:in|of|worth of)\s+([a-z]{3,})\b")
_NOUN = re.compile(r"(?<![\w-])(?:([a-z]{3,}) )?([A-Za-z]?[a-z]{3,})(?= |$)(?: (?:in|of) ([a-z]{3,})\b)?")
_CLAUSE = re.compile(r";|,(?!\d)|\band (?![A-Z])")
_EARLIER = re.compile(
    r"[\w ]{0,24}?,? ?\(?\b(?:(?:the|a|one) (?:year|month|quarter|week|decade) (?:before|earlier|ago|prior)"
    r"|(?:the )?(?:previous|prior|preceding) (?:year|month|quarter|week|season|term|estimate|figure)"
    r"|(?:in the )?same (?:period|month|quarter) (?:last|a) year)\b",
    re.I,
)

_HAD_BEEN = re.compile(r"\bhad (?:been|stood|remained|lain)(?: at)? (?:about |some |around )?$")
_UNTIL_THEN = re.compile(r"[\w ]{0,20}?\b(?:since|until|before|till|for)\b")
"""`had been 9 percent since May`: what it was before."""
_ITSELF = re.compile(
    r"[\w ]{0,20}? ?\b(?:in|at|on|inside|within) (?:the|its|his|her|their) [\w -]{3,25}? (?:itself|alone|proper)\b"
)
"""`700 jobs in the plant itself`: others may count those elsewhere too."""


def figure_id(article: str, number: int) -> str:
    """Id of the figure at this place of `Findings.figures`."""
    return f"{article}-f{number + 1}"


def quote_id(article: str, number: int) -> str:
    """Id of the quotation at this place of `Findings.quotes`."""
    return f"{article}-q{number + 1}"


def spread_points(key: str, rows: tuple[Findings, ...], reader: Reader) -> Iterator[Row]:
    """Points of one article's figures, quotes and terms."""
    facts = reader.one(FACTS, key)
    for findings in rows if facts else ():
        yield Row(ARTICLE_PLACES, key, codes_of(findings, -1))
        yield from _figures(findings, facts)  # type: ignore[arg-type]
        yield from _quotes(findings, facts)  # type: ignore[arg-type]
        for term in article_subjects(findings):
            yield Row(TERMS, term.key, TermCount(key, term.name, term.times))


def _figures(findings: Findings, facts: Facts) -> Iterator[Row]:
    about, pair = _about(findings), ";".join(party.name for party in facts.pair)
    places: dict[int, set[str]] = {}
    for place in findings.places:
        if place.country:
            places.setdefault(place.evidence.sentence, set()).add(place.country)
    for n, figure in enumerate(findings.figures):
        if _comparable(figure):
            codes = tuple(sorted(places.get(figure.evidence.sentence, ())))
            point = figure_point(figure_id(facts.article, n), figure, facts.published, codes)
            scope = _scope(figure, findings) if len(codes) > 1 else codes
            point = point._replace(scope=scope, total=_total(figure, findings))
            yield Row(SERIES_FIGURES, block_of(point), series_figure(point, figure))
            point = _in_percent(point)
            yield Row(FIGURE_POINTS, point.article, point)
            ref = ValueRef(point.id, point.article, point.value, point.published, about, pair)
            for key in point.keys:
                yield Row(VALUE_REFS, key, ref)
            if figure.status in ("target", "commitment") and not _is_stake(figure):
                promise = Promise(point.id, point.article, figure.status, point.published)
                yield Row(PROMISES, f"{figure.value:g} {figure.unit}", promise)


def _in_percent(point: FigurePoint) -> FigurePoint:
    """A third is some 33 percent; any other figure as it is."""
    if point.unit_kind != "ratio" or not 0 < point.value < 1:
        return point
    keys = tuple(f"percent|{key.partition('|')[2]}" for key in point.keys)
    value = round(100 * point.value, 1)
    return point._replace(
        value=value, low=None, high=None, unit="percent", unit_kind="percent", approximate=True, keys=keys
    )


def _total(figure: FigureFinding, findings: Findings) -> float:
    """The sum of a sentence's figures of one unit, where there are several."""
    there = [
        f.value
        for f in findings.figures
        if f.sentence == figure.sentence and f.unit == figure.unit and f.equivalent_of < 0
    ]
    return sum(there) if len(there) > 1 else 0.0


def _scope(figure: FigureFinding, findings: Findings) -> tuple[str, ...]:
    """Countries of the places in a figure's clause, else of the last place before it, else of all in its sentence."""
    sentence, at = figure.sentence, figure.evidence.start - figure.sentence.start
    cuts = [0, *(m.end() for m in _CLAUSE.finditer(sentence.exact)), len(sentence.exact)]
    first = max(cut for cut in cuts if cut <= at) + sentence.start
    last = min(cut for cut in cuts if cut > at) + sentence.start
    there = [p for p in findings.places if p.country and p.evidence.sentence == figure.evidence.sentence]
    inside = [p.country for p in there if first <= p.evidence.start < last]
    before = [p.country for p in there if p.evidence.start < figure.evidence.start][-1:]
    return tuple(sorted({*(inside or before or [p.country for p in there])}))


def _about(findings: Findings) -> tuple[str, ...]:
    """The surnames and agreements that an article names most, as other articles would write them too."""
    named = [(len(p.mentions), fold(p.surname or p.name)) for p in findings.people]
    named += [(len(a.mentions), " ".join(sorted(content_words(a.name)))) for a in findings.agreements]
    ranked = sorted((-times, name) for times, name in named if name)
    return tuple(dict.fromkeys(name for _, name in ranked))[:_ABOUT]


def codes_of(findings: Findings, sentence: int) -> tuple[str, ...]:
    """Countries of the places in one sentence, or in all where it is negative."""
    inside = (p for p in findings.places if p.country and sentence in (-1, p.evidence.sentence))
    return tuple(sorted({p.country for p in inside}))


def _quotes(findings: Findings, facts: Facts) -> Iterator[Row]:
    for n, quote in enumerate(findings.quotes):
        words = fold(quote.evidence.exact)
        if quote.speaker and len(words.split()) > _QUOTED:
            row = QuotePoint(
                quote_id(facts.article, n), facts.article, facts.published, facts.home,
                quote.evidence, quote.speaker.person, quote.speaker.name, quote.speaker.evidence,
                _is_open(quote.speaker, quote.evidence, findings),
            )  # fmt: skip
            yield Row(QUOTE_POINTS, digest(words, 8), row)


def _is_open(speaker: Speaker, quote: Evidence, findings: Findings) -> bool:
    """Whether a pronoun may mean another: its own sentence and the one before name him not, or somebody else too."""
    if fold(speaker.evidence.exact) not in word_set("speech", "pronouns"):
        return False
    near = range(quote.sentence - 1, speaker.evidence.sentence + 1)
    there = {
        n
        for n, person in enumerate(findings.people)
        for mention in person.mentions
        if mention.evidence.sentence in near and mention.evidence.start < quote.start
    }
    return there != {speaker.person}


def _comparable(figure: FigureFinding) -> bool:
    """Whether another report could contradict it: no duration, no part of a whole, no earlier value."""
    if figure.unit_kind == "duration" or not (figure.measure or figure.unit) or figure.qualifier in _MARGINS:
        return False
    behind = text_behind(figure)
    ahead = text_before(figure)
    if "had " in ahead and _HAD_BEEN.search(ahead) and _UNTIL_THEN.match(behind):
        return False
    if figure.unit_kind == "count" and _SOURCES.search(ahead):
        return False
    return not (
        _in_tally(figure) or _part_of(figure, ahead, behind) or _EARLIER.match(behind) or _AMONG.search(ahead)
    )


_MARGINS: Final = frozenset({"plus or minus"})
"""Before how far a value may be off."""


@cache
def _held() -> re.Pattern[str]:
    words = "|".join(sorted(word_set("analysis", "stakes"), key=lambda w: (-len(w), w)))
    return re.compile(rf"\b(?:{words}) (?:(?:a|the|its|his|her|their|about|some|up|to|over) )*$", re.I)


def _is_stake(figure: FigureFinding) -> bool:
    """Whether it is a share that is bought, sold or held: its size is no aim, whatever becomes of the deal."""
    ahead = text_before(figure)
    return figure.unit_kind == "percent" and _held().search(ahead) is not None


def _part_of(figure: FigureFinding, ahead: str, behind: str) -> bool:
    """`19 of the dead`; no part are `460,000 doses of the vaccine`, `patients of the hospital`, nor a share held."""
    if figure.unit_kind in ("percent", "ratio"):
        return figure.unit_kind == "ratio" and _OF_THEM.match(behind) is not None
    if _ITSELF.match(behind):
        return True
    named = ("portions", "belonging")
    portion = figure.unit_kind == "count" and any(figure.unit in word_set("analysis", n) for n in named)
    toll = _OF_THEM.match(behind) is not None and head_of(figure) in word_set("analysis", "of_people")
    whole = portion or toll or _of_all(figure, behind)
    if _OF_THE_WHOLE.search(ahead) and not toll:
        return True
    return not whole and _PART.match(behind) is not None


def _of_all(figure: FigureFinding, behind: str) -> bool:
    """Whether it is what became of all: `killed five of those on board`, `28 of the 41 passengers died`.

    So are `will cut 1,900 of its 8,400 jobs`, `34 of its passengers were hurt`.
    """
    if _ABOARD.match(behind) or OF_SO_MANY.match(behind):
        return True
    of, head = _OF_A_NOUN.match(behind), head_of(figure)
    return of is not None and head in word_set("analysis", "of_people") and not _is_fate(of[1])


def _is_fate(noun: str) -> bool:
    """Whether a noun itself is what became of people: of `12 of the dead` it is a part that is counted."""
    return group_of("analysis", "measures").get(noun, "") in word_set("analysis", "of_people")


def _in_tally(figure: FigureFinding) -> bool:
    """Whether it is one side of a vote, which is compared as a whole."""
    start = figure.evidence.start - figure.sentence.start
    end = start + len(figure.evidence.exact)
    return any(first < end and start < last for _, first, last in tallies(figure.sentence.exact))


def figure_point(key: str, figure: FigureFinding, published: str, places: tuple[str, ...]) -> FigurePoint:
    """A figure reduced to what comparing needs."""
    head, near = head_of(figure), _near_words(figure)
    return FigurePoint(
        id=key, article=figure.evidence.article, published=published, evidence=figure.evidence,
        sentence=figure.sentence, value=figure.value, low=figure.low, high=figure.high, unit=figure.unit,
        unit_kind=figure.unit_kind, approximate=figure.approximate, qualifier=figure.qualifier,
        measure=figure.measure, words=measure_words(f"{figure.measure} {counted(figure)} {head}"),
        around=measure_words(figure.sentence.exact), period=figure.period, place=figure.place,
        status="actual" if _is_stake(figure) else figure.status,
        change=figure.change.direction if figure.change else "",
        equivalent=figure.equivalent_of >= 0, deadline=figure.deadline,
        currency_assumed=figure.currency_assumed, head=head, keys=keys_of(figure, head, near),
        places=places, near=near, of=_measured(figure),
    )  # fmt: skip


def series_figure(point: FigurePoint, figure: FigureFinding) -> SeriesFigure:
    """What a series needs of a figure."""
    return SeriesFigure(
        point.id, point.article, point.value, point.unit, point.unit_kind, point.measure, point.words,
        point.period, point.place, point.status, point.equivalent, point.currency_assumed, figure.per,
        _is_step(figure),
    )  # fmt: skip


def _is_step(figure: FigureFinding) -> bool:
    """`rose 4%`, `down 6%`; neither `rose to 4%` nor one rate that is held against another."""
    ahead = text_before(figure).split()
    level = bool(ahead) and ahead[-1].lower() in word_set("analysis", "to_levels")
    change = figure.change if figure.unit == "percent" and not level else None
    return change is not None and change.direction in ("up", "down") and change.from_figure < 0


@lru_cache(maxsize=4096)
def measure_words(text: str) -> tuple[str, ...]:
    """The stems of the words that say what is measured; words for one measure give one stem."""
    found = {_STEMS[word] for word in all_words(text.casefold())}
    found.discard("")
    return tuple(sorted(found))


class _Stems(dict[str, str]):
    """The stem of a word; nothing for a word that says nothing. Made once a word."""

    def __missing__(self, word: str) -> str:
        groups = group_of("analysis", "measures")
        mute = word.isdigit() or len(word) < 3 or word in word_set("analysis", "stop")
        self[word] = stem = "" if mute else (groups.get(word) or groups.get(f"{word}s") or word)[:_STEM]
        return stem


_STEMS: Final = _Stems()


def known_measures(words: Iterable[str]) -> frozenset[str]:
    """Those of `measure_words` that a group of measures stands for."""
    return _measure_stems() & frozenset(words)


@cache
def _measure_stems() -> frozenset[str]:
    return frozenset(name[:_STEM] for name in group_of("analysis", "measures").values())


def _near_words(figure: FigureFinding) -> tuple[str, ...]:
    start = figure.evidence.start - figure.sentence.start
    before, after = clause_stems(figure.sentence.exact, start, start + len(figure.evidence.exact))
    return tuple(dict.fromkeys(before[:4] + after[:2]))


def _measured(figure: FigureFinding) -> tuple[str, ...]:
    """Stems of what is measured: `steel exports`, `trade in steel`, `tonnes of steel`; not words of any measure."""
    sentence, groups = figure.sentence.exact, group_of("analysis", "measures")
    start = figure.evidence.start - figure.sentence.start
    end = start + len(figure.evidence.exact)
    found = [m[1] for m in [_OF.match(sentence[end:])] if m]
    for before, noun, behind in _NOUN.findall(sentence[max(0, start - 2 * _REACH) : start]):
        if groups.get(noun.lower(), "") in word_set("analysis", "of_what"):
            found += [before, behind]
    plain = word_set("analysis", "of_any_measure")
    return tuple(sorted({stem for word in found if word not in plain for stem in measure_words(word)}))


def keys_of(point: FigureFinding, head: str, near: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Unit, with the head, the counted noun, the known measures around the figure and the nearest words."""
    kind = "count" if point.unit_kind == "count" else point.unit.partition(" per ")[0]
    kind = "DOLLAR" if kind.lower() in word_set("analysis", "dollars") else kind
    nouns = (
        measure_words(point.measure)[:3] if point.unit_kind == "physical" else measure_words(counted(point))
    )
    return tuple(
        sorted(
            {f"{kind}|{word}" for word in (head[:_STEM], *nouns, *_near_measures(point), *near[:2]) if word}
        )
    )


def _near_measures(point: FigureFinding) -> tuple[str, ...]:
    """The three known measures that stand closest to the figure in its sentence."""
    found = sorted((far, measure[:_STEM]) for far, _, measure in known_near(point, 2 * _REACH))
    return tuple(dict.fromkeys(word for _, word in found))[:3]


def block_of(point: FigurePoint) -> str:
    """Unit and head of the measure."""
    return f"{point.unit_kind if point.unit_kind == 'count' else point.unit}|{point.head}"
