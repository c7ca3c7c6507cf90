"""An article ready to be read: its sentences, and evidence for any span of it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain

from msgspec import Struct

from site_gen.records import Article, Evidence, Span
from site_gen.text.pieces import Pieces
from site_gen.text.sentences import split_sentences

PROSE = frozenset({"paragraph", "heading", "item", "quote", "cell", "caption"})


class Sentence(Struct, frozen=True):
    """A sentence of the prose; `index` is its number in the article, from 0."""

    start: int
    end: int
    block: int
    """Place in `Article.blocks`."""
    index: int


class Document(Struct, frozen=True):
    """An article with its sentences, in order."""

    article: Article
    sentences: tuple[Sentence, ...]
    starts: tuple[int, ...]
    reading: str
    """The text that extractors search; offsets in it are offsets in the article's text."""
    low: str
    """The reading in lower case, character for character, with straight apostrophes."""
    words: tuple[frozenset[str], ...]
    """The words of each sentence, in lower case: what tells at a glance that a rule has nothing to do there."""

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence that holds `offset`; -1 where there is none."""
        at = bisect_right(self.starts, offset) - 1
        return at if at >= 0 and offset < self.sentences[at].end else -1

    def holding(self, words: frozenset[str]) -> Iterator[Sentence]:
        """The sentences that hold one of `words` (lower case), in order."""
        return (s for s, held in zip(self.sentences, self.words, strict=True) if not words.isdisjoint(held))

    def held(self) -> frozenset[str]:
        """All its words, in lower case."""
        return frozenset().union(*self.words)

    def evidence(self, start: int, end: int) -> Evidence:
        """Evidence for a span: its exact words as typed, and its sentence."""
        exact = self.article.text[start:end]
        return Evidence(self.article.id, start, end, exact, self.sentence_at(start))


def read_document(article: Article) -> Document:
    """Split an article's prose into sentences; a heading, a caption and a list item end one."""
    found: list[Sentence] = []
    for number, block in enumerate(article.blocks):
        if block.kind in PROSE:
            for start, end in split_sentences(article.reading, block.start, block.end):
                found.append(Sentence(start, end, number, len(found)))
    low = lowered(article.reading)
    words = tuple([_words(low[s.start : s.end]) for s in found])
    starts = tuple([s.start for s in found])
    return Document(article, tuple(found), starts, article.reading, low, words)


def _words(sentence: str) -> frozenset[str]:
    return frozenset(chain.from_iterable([_WORDS[piece] for piece in sentence.split(" ")]))


_WORD = re.compile(r"\w+")
_WORDS = Pieces(lambda piece: tuple(_WORD.findall(piece)), lambda word, marks: (word,))


def lowered(text: str) -> str:
    """`text` in lower case, character for character, with typographic apostrophes made straight."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return low.replace("’", "'").replace("‘", "'")


def sentence_spans(doc: Document) -> tuple[Span, ...]:
    """The spans of all sentences, for `Findings.sentences`."""
    return tuple(Span(s.start, s.end) for s in doc.sentences)
