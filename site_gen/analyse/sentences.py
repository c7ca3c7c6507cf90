"""Findings in, sentences out, each a row of its own: what evidence elsewhere is shown with."""

from collections.abc import Iterator

from site_gen.records import Findings
from site_gen.tables import ARTICLES, SENTENCES, Reader, Row, SentenceText


def spread_sentences(key: str, rows: tuple[Findings, ...], story: Reader) -> Iterator[Row]:
    """Every sentence of an article."""
    article = story.one(ARTICLES, key)
    if article is None:
        return
    for index, (start, end) in enumerate(rows[0].sentences):
        text, reading = article.text[start:end], article.reading[start:end]
        sentence = SentenceText(start, text, "" if text == reading else reading)
        yield Row(SENTENCES, f"{key}#{index}", sentence)
