"""One article -> its sentences as stems, and the slots that another report of the same may fill otherwise."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from site_gen.analyse.conflicts.days import sentence_at
from site_gen.analyse.conflicts.twice.kinds import READERS, READERS_OF_ALL
from site_gen.analyse.conflicts.twice.sentences.line import Line
from site_gen.analyse.conflicts.twice.sentences.words import read_words
from site_gen.analyse.conflicts.twice.when.times import with_its_deed
from site_gen.analyse.gist import gist_rows
from site_gen.analyse.rarity import is_unlisted
from site_gen.analyse.stems import synonym
from site_gen.analyse.tellings import TELLINGS, Slot, Telling, Told
from site_gen.records import Article, DateFinding, FigureFinding, Findings
from site_gen.resolve.article_names import names
from site_gen.tables import ARTICLES, Reader, Row

_APPOSED = re.compile(
    r"(?!\w+(?:ly|day|ver|rst|nd|ter), )[A-Z][\w’-]+, an? [^,;.]{3,50}, (?:has|have|is|was|will|[a-z]+(?:s|ed)) "
)
"""`Veidekraft, a Norwegian builder, has won`: a name with which a sentence begins."""


class _Read(NamedTuple):
    """An article and its sentences, as they are read for slots."""

    article: Article
    sentences: list[Told]
    lines: list[Line]


def tell(key: str, rows: tuple[Findings, ...], reader: Reader) -> Iterable[Row]:
    """The telling of one article."""
    return tell_each([(key, rows, reader)])[0]


def tell_each(asked: Sequence[tuple[str, tuple[Findings, ...], Reader]]) -> list[list[Row]]:
    """The tellings of several articles, each by itself."""
    read = [
        [_read(article, findings) for findings in rows] if (article := reader.one(ARTICLES, key)) else []
        for key, rows, reader in asked
    ]
    slots = _slots([line for ones in read for one in ones for line in one.lines])
    return [[row for one in ones for row in _rows(one, slots)] for ones in read]


def _read(article: Article, findings: Findings) -> _Read:
    sentences: list[Told] = []
    lines: list[Line] = []
    for line in _lines(article, findings, sentences):
        lines.append(line)
        sentences.append(with_its_deed(line.told, line.ahead, line.dates))
    return _Read(article, sentences, lines)


def _rows(read: _Read, slots: Iterator[list[Slot]]) -> Iterator[Row]:
    """The rows of one article, which takes those of its own sentences from all slots."""
    own = list(chain.from_iterable(islice(slots, len(read.lines))))
    for read_all in READERS_OF_ALL:
        own += read_all(read.sentences)
    article = read.article
    telling = Telling(article.id, article.published.edtf or "", tuple(read.sentences), tuple(own))
    yield Row(TELLINGS, article.id, telling)
    yield from gist_rows(telling)


def _slots(lines: Sequence[Line]) -> Iterator[list[Slot]]:
    """The slots of each sentence in turn. One reader reads them all, as its words are at hand then, before the next."""
    found: list[list[Slot]] = [[] for _ in lines]
    for read in READERS:
        for line, slots in zip(lines, found, strict=True):
            slots += read(line)
    return iter(found)


def _lines(article: Article, findings: Findings, read: Sequence[Told]) -> Iterator[Line]:
    """Each sentence of an article; `read`: those ahead of it."""
    dates: dict[int, list[DateFinding]] = defaultdict(list)
    for date in findings.dates:
        dates[date.evidence.sentence].append(date)
    figures: dict[int, list[FigureFinding]] = defaultdict(list)
    for figure in findings.figures:
        figures[figure.evidence.sentence].append(figure)
    known, starts = frozenset(names(article.reading)), _named_at(findings)
    published = article.published.edtf or ""
    dateline = article.dateline.place if article.dateline else ""
    for number in range(len(findings.sentences)):
        evidence = sentence_at(number, article, findings)
        if evidence is None:
            continue
        opened = (
            evidence.start in starts
            or _APPOSED.match(evidence.exact) is not None
            or _opens_with_a_name(evidence.exact)
        )
        reading = read_words(evidence.exact, known, opened)
        told, ahead = Told(evidence, reading.words), read[-1] if read else None
        there = dates.get(number, ()), figures.get(number, ())
        yield Line(len(read), told, ahead, reading, *there, findings, published, dateline)


def _opens_with_a_name(text: str) -> bool:
    """Whether the first word is in no list of common words, and looks like no plural or adverb: `Varuna crashed`."""
    found = _FIRST.match(text)
    return found is not None and is_unlisted(synonym(found[1].lower()))


_FIRST = re.compile(r"([A-Z][^\W\d_]{3,}(?<!s)(?<!ly)(?<!ing)(?<!ed))(?=['’ ])")


def _named_at(findings: Findings) -> frozenset[int]:
    """Where people and places are named."""
    plain = ("pronoun", "title")
    people = (m.evidence.start for p in findings.people for m in p.mentions if m.form not in plain)
    return frozenset([*people, *(p.evidence.start for p in findings.places)])
