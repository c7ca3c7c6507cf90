"""Where the words of a document stand in one of the forms of dates."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from site_gen.extract.dates.grammar import Form
from site_gen.extract.dates.words import Words
from site_gen.text.document import Document


class Line(NamedTuple):
    """The words of one sentence."""

    number: int
    """Index of the sentence."""
    tokens: list[str]
    codes: str
    """One character a token."""
    starts: list[int]
    """Where each token begins in the text."""
    first: re.Match[str]
    """Where in `codes` the first form stands."""


class Item(NamedTuple):
    """Words of a line that fit a form."""

    line: Line
    form: Form
    first: int
    last: int
    """Tokens `first` to `last`, half open."""
    slots: dict[str, str]
    at: dict[str, int]
    """Slot -> its token."""
    ends: tuple["Item", ...] = ()
    """The two dates of a range that was joined from them."""

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.line.starts[self.first]

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.line.starts[self.last - 1] + len(self.line.tokens[self.last - 1])


def lines_of(doc: Document, words: Words) -> Iterator[Line]:
    """The sentences that hold a form of dates, in order."""
    for sentence in doc.sentences:
        pieces = doc.low[sentence.start : sentence.end].split(" ")
        codes = "".join([words.pieces[piece].codes for piece in pieces])
        if (near := words.gate.search(codes)) and (first := words.any_form.search(codes, near.start())):
            tokens, starts = _placed(words, pieces, sentence.start)
            yield Line(sentence.index, tokens, codes, starts, first)


def _placed(words: Words, pieces: list[str], start: int) -> tuple[list[str], list[int]]:
    """The tokens of a sentence that begins at `start`, and where each begins."""
    tokens: list[str] = []
    starts: list[int] = []
    for piece in pieces:
        for token, at in words.pieces[piece].tokens:
            tokens.append(token)
            starts.append(start + at)
        start += len(piece) + 1
    return tokens, starts


def items_of(words: Words, line: Line, text: str) -> Iterator[Item]:
    """The parts of a line that fit a form, from left to right, none over another."""
    found: re.Match[str] | None = line.first
    while found:
        item = _item(words, line, found)
        fits = _capitals(words, item, text)
        if fits:
            yield item
        found = words.any_form.search(line.codes, found.end() if fits else found.start() + 1)


def _item(words: Words, line: Line, found: re.Match[str]) -> Item:
    number, (first, last) = (found.lastindex or 1) - 1, found.span()
    slots: dict[str, str] = {}
    places: dict[str, int] = {}
    for name, kind, at in words.slots[number][line.codes[first:last]]:
        token = line.tokens[first + at]
        slots[name] = words.values.get(kind, {}).get(token, token)
        places[name] = first + at
    return Item(line, words.forms[number], first, last - (line.tokens[last - 1] == ","), slots, places)


def _capitals(words: Words, item: Item, text: str) -> bool:
    """Whether names of months and days that are also other words begin with a capital."""
    if _NAMED.isdisjoint(item.slots):
        return True
    return all(
        text[item.line.starts[i]].isupper()
        for i in range(item.first, item.last)
        if item.line.tokens[i] in words.capital
    )


_NAMED = frozenset({"month", "weekday", "wdab", "month2", "season"})
