"""An article ready to be read: its sentences, and evidence for any span of it."""

from bisect import bisect_right
from dataclasses import dataclass

from site_gen.records import Article, Evidence, Span
from site_gen.text.sentences import split_sentences

PROSE = frozenset({"paragraph", "heading", "item", "quote", "cell", "caption"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the prose; `index` is its number in the article, from 0."""

    start: int
    end: int
    block: int
    """Place in `Article.blocks`."""
    index: int


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its sentences, in order."""

    article: Article
    sentences: tuple[Sentence, ...]
    starts: tuple[int, ...]

    @property
    def reading(self) -> str:
        """The text that extractors search; offsets in it are offsets in the article's text."""
        return self.article.reading

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence that holds `offset`; -1 where there is none."""
        at = bisect_right(self.starts, offset) - 1
        return at if at >= 0 and offset < self.sentences[at].end else -1

    def evidence(self, start: int, end: int) -> Evidence:
        """Evidence for a span: its exact words as typed, and its sentence."""
        exact = self.article.text[start:end]
        return Evidence(self.article.id, start, end, exact, self.sentence_at(start))


def read_document(article: Article) -> Document:
    """Split an article's prose into sentences; a heading, a caption and a list item end one."""
    found: list[Sentence] = []
    for number, block in enumerate(article.blocks):
        if block.kind in PROSE:
            for span in split_sentences(article.reading, block.start, block.end):
                found.append(Sentence(span.start, span.end, number, len(found)))
    return Document(article, tuple(found), tuple(s.start for s in found))


def sentence_spans(doc: Document) -> tuple[Span, ...]:
    """The spans of all sentences, for `Findings.sentences`."""
    return tuple(Span(s.start, s.end) for s in doc.sentences)
