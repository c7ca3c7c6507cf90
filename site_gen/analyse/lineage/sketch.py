"""An article -> its sketch, and the rare traits under which its relatives are sought."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final
from zlib import crc32

from site_gen.analyse.lineage.counts import counts
from site_gen.analyse.lineage.credited import credited_in
from site_gen.analyse.tables import NAMED_IN, RARE_NAMES, SKETCHES, STORY_NAMES, TRAITS, Sketch
from site_gen.records import Article, Findings
from site_gen.resolve.article_names import names
from site_gen.resolve.intervals import day_text, days
from site_gen.resolve.spread import country_pair
from site_gen.resolve.words import word_set
from site_gen.tables import ARTICLES, Reader, Row

_WORD = re.compile(r"[a-z0-9]+")
_FACT = re.compile(r"[A-Z\d](?:(?<=[A-Z])[A-Za-z]{2,}|(?<=\d)[\d.,]*)")  # one set of characters first
_STEM = 6
_TRAITS = 28
_NAMES, _FEW, _SOON = 16, 12, 3
_NEAR = 20
"""Bits by which traits that are stored together may differ."""


class _Stems(dict[str, int]):
    """A number for the stem of a content word; 0 for a word that says nothing. Made once a word."""

    def __missing__(self, word: str) -> int:
        empty = (len(word) < 3 and not word.isdigit()) or word in word_set("analysis", "stop")
        self[word] = number = 0 if empty else crc32(word[:_STEM].encode()) | 1
        return number


_STEMS: Final = _Stems()


def stems(text: str) -> tuple[int, ...]:
    """The content stems of `text`, in order, as numbers."""
    return tuple([number for word in _WORD.findall(text) if (number := _STEMS[word])])


def pairs(sentence: tuple[int, ...]) -> list[int]:
    """Numbers for the pairs of neighbouring stems."""
    return [(a * 31 + b * 17) & 0xFFFFFFFF for a, b in pairwise(sentence)]


def facts(text: str) -> tuple[int, ...]:
    """Numbers for the names inside sentences and the figures of a text: what a rewrite keeps."""
    found = {fact.rstrip(".,") for fact in _FACT.findall(text)}
    return tuple(sorted(crc32(fact.encode()) for fact in found if _STEMS[fact.lower()]))


def sketch_article(key: str, rows: tuple[Findings, ...], reader: Reader) -> Iterator[Row]:
    """The sketch of one article and its traits."""
    article = reader.one(ARTICLES, key)
    for findings in rows if article else ():
        sketch = make_sketch(article, findings)  # type: ignore[arg-type]
        yield Row(SKETCHES, key, sketch)
        named = names(article.reading)  # type: ignore[union-attr]
        yield Row(STORY_NAMES, key, named)
        for name in named[:_NAMES]:
            yield Row(NAMED_IN, f"{name >> _NEAR:x}.{name:x}", key)
        for number in sorted(_months_of_two(article, findings)):  # type: ignore[arg-type]
            yield Row(NAMED_IN, f"{number >> _NEAR:x}.{number:x}", key)
        found = {p for s in sketch.sentences for p in pairs(s)}
        for trait in sorted(found)[:_TRAITS]:
            yield Row(TRAITS, f"{trait >> _NEAR:x}.{trait:x}", key)
        yield Row(TRAITS, sketch.text, key)


def _months_of_two(article: Article, findings: Findings) -> set[int]:
    """A number for the two countries that an article is about, in each month in which another may report it."""
    pair, written = country_pair(findings), days(article.published.edtf or "")
    if not pair or written is None:
        return set()
    between = "|".join(party.code for party in pair)
    months = {day_text(day)[:7] for day in (written.first - _SOON, written.last + _SOON)}
    return {crc32(f"{between} {month}".encode()) for month in months}


def rare_name(key: str, articles: tuple[str, ...], _reader: Reader) -> Iterator[Row]:
    """A name that few articles have: what they tell around it is likely one matter."""
    if len(articles) <= _FEW:
        yield Row(RARE_NAMES, key.rpartition(".")[2], key)


def make_sketch(article: Article, findings: Findings) -> Sketch:
    """Stems of every sentence, and what of them is quoted."""
    text = article.reading.lower()
    told = [(s, t) for span in findings.sentences if len(s := stems(t := text[span.start : span.end])) > 2]
    sentences = tuple(s for s, _ in told)
    quoted = {p for q in findings.quotes for p in pairs(stems(text[q.evidence.start : q.evidence.end]))}
    whole = crc32(repr(sentences).encode())
    return Sketch(
        article.id, f"text {whole:x}", sentences, tuple(sorted(quoted)), article.published.edtf or "",
        _agency(article), article.dateline is not None, len(text), facts(article.reading),
        tuple(counts(t) for _, t in told), credited_in(article.reading),
    )  # fmt: skip


def _agency(article: Article) -> str:
    """The agency that wrote it, by name: who credits `agencies` has it from any of them."""
    signed = (article.source.agency if article.source else "") or (
        article.dateline.agency if article.dateline else ""
    )
    return "" if signed == _UNNAMED else signed


_UNNAMED = "agencies"
