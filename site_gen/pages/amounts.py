"""Figures that stand alone -> one amount a line: what several articles tell in words of their own is told once."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from msgspec.structs import replace

from site_gen.analyse.headings import reads_as_name, words_in
from site_gen.pages.notes import Link
from site_gen.records import Evidence, Figure
from site_gen.resolve.words import word_set
from site_gen.tables import FIGURES, SENTENCES, Reader

_CUT = re.compile(r"[;:—–]\s|,\s(?!\d)|\s-\s|[()“”\"]")
_BEFORE, _BEHIND = 6, 7
"""Words that a heading shows on either side of a figure."""
_PROMISED = frozenset({"target", "commitment"})
_AMOUNTS = frozenset({"money", "count", "physical"})
_LONG, _SHARED = 6, 2
"""So many words of so many letters in common, and two sentences speak of one thing where the value is the same."""
_SPARSE = 100
"""A lower number may well be that of two things."""


def told_together(story: Reader, figures: Iterable[Figure]) -> list[tuple[Figure, ...]]:
    """Figures by amount, in the order of the first of each.

    Two are one if value, unit and whether it is promised are the same, no two periods are told, and the value is a
    rare one, or they share a word of what is measured beside what is counted, or long words around them.
    """
    found: list[list[Figure]] = []
    by_amount: dict[tuple[object, ...], list[list[Figure]]] = defaultdict(list)
    for figure in figures:
        amount = (figure.value, figure.low, figure.high, figure.unit, figure.unit_kind)
        same = by_amount[(*amount, figure.status in _PROMISED)]
        group = next((g for g in same if all(_one(story, figure, other) for other in g)), None)
        if group is None:
            group = []
            same.append(group)
            found.append(group)
        group.append(figure)
    return [tuple(group) for group in found]


def _one(story: Reader, one: Figure, other: Figure) -> bool:
    if one.period and other.period and one.period != other.period:
        return False
    counted = _words(one.evidence.exact) | _words(other.evidence.exact)
    if _rare(one) or (_words(one.measure) & _words(other.measure)) - counted:
        return True
    a, b = (sentence_of(story, figure.evidence) for figure in (one, other))
    return a == b or len((_words(a, _LONG) & _words(b, _LONG)) - counted) >= _SHARED


def _rare(figure: Figure) -> bool:
    """Whether two things of one story will hardly have this value: `9,400 people`, not `14 people` or `50 percent`."""
    digits = f"{abs(figure.value):.6e}".partition("e")[0].replace(".", "").rstrip("0")
    return figure.unit_kind in _AMOUNTS and abs(figure.value) >= _SPARSE and len(digits) > 1


def _words(text: str, least: int = 4) -> set[str]:
    return {word.casefold().rstrip("s") for word in words_in(text) if len(word) >= least}


def heading(story: Reader, figures: tuple[Figure, ...]) -> str:
    """What an amount is of: the measure that most of its figures have, else the words around it in its sentence."""
    fit = Counter(figure.measure for figure in figures if _fit(story, figure))
    if fit:
        most = max(fit.values())
        title = min((m for m, times in fit.items() if times == most), key=lambda m: (len(m), m))
    else:
        around = _around(story, figures[0])
        hangs = around.partition(" ")[0].casefold() in word_set("telling", "hanging")
        measure = figures[0].measure
        title = (hangs and measure) or around or measure or " ".join(figures[0].evidence.exact.split())
    return title[:1].upper() + title[1:]


def named(story: Reader, links: tuple[Link, ...]) -> tuple[Link, ...]:
    """Links to figures, each with what it is of: `600` alone tells nothing."""
    return tuple(_named(story, link) for link in links)


def _named(story: Reader, link: Link) -> Link:
    figure = story.one(FIGURES, link.id) if link.kind == "figure" and not link.note else None
    return replace(link, note=heading(story, (figure,))) if figure else link


def _fit(story: Reader, figure: Figure) -> bool:
    written = " ".join(figure.evidence.exact.split())
    counted = _words(f"{written} {figure.unit}", 1)
    if _words(figure.measure, 1) <= counted:  # `votes` of `103 votes` asks which
        return False
    return reads_as_name(figure.measure, sentence_of(story, figure.evidence), written)


def _around(story: Reader, figure: Figure) -> str:
    """The clause of a figure, cut to some words on either side."""
    sentence = story.one(SENTENCES, f"{figure.article}#{figure.evidence.sentence}")
    if sentence is None:
        return ""
    start = figure.evidence.start - sentence.start
    end = start + len(figure.evidence.exact)
    text = sentence.reading or sentence.text
    cuts = [m.end() for m in _CUT.finditer(text, 0, start)]
    behind = _CUT.search(text, end)
    before = text[cuts[-1] if cuts else 0 : start].split()
    if before and before[0].casefold() in word_set("telling", "finite"):
        before = text[:start].split()
    after = text[end : behind.start() if behind else len(text)].rstrip(" .!?,").split()
    lead = ["…"] if len(before) > _BEFORE else []
    tail = ["…"] if len(after) > _BEHIND else []
    return " ".join([*lead, *before[-_BEFORE:], *text[start:end].split(), *after[:_BEHIND], *tail])


def sentence_of(story: Reader, evidence: Evidence) -> str:
    """The words of a sentence, any run of spaces as one; empty where it is not known."""
    sentence = story.one(SENTENCES, f"{evidence.article}#{evidence.sentence}")
    return " ".join((sentence.reading or sentence.text).split()) if sentence else ""
