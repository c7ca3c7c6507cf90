"""Where the words of a document stand in one of the forms of dates."""

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from msgspec import Struct

from site_gen.extract.dates.grammar import Form
from site_gen.extract.dates.words import OTHER, Spot, Words, first_form
from site_gen.text.document import Document

_RUN = re.compile(f"[^{OTHER}]+")
_LONG = 40
"""Longest run that is remembered."""


class Line(Struct, frozen=True):
    """The words of one sentence."""

    number: int
    """Index of the sentence."""
    tokens: list[str]
    starts: list[int]
    """Where each token begins in the text."""
    codes: str
    """One character a token."""


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
        codes = "".join([words.codes[piece] for piece in pieces])
        for run in _RUN.finditer(codes):
            if _first(words, codes, *run.span()):
                yield Line(sentence.index, *_placed(words, pieces, sentence.start), codes)
                break


def _first(words: Words, codes: str, start: int, end: int) -> Spot | None:
    """Where the first form of a run of words of dates stands, counted from `start`."""
    if end - start > _LONG:
        return first_form(words.any_form, codes, start, end)
    return words.first[codes[start:end]]


def _placed(words: Words, pieces: list[str], start: int) -> tuple[list[str], list[int]]:
    """The tokens of a sentence that begins at `start`, and where each begins."""
    held = [words.tokens[piece] for piece in pieces]
    begins = accumulate([len(piece) + 1 for piece in pieces], initial=start)
    tokens = [token for there in held for token, _ in there]
    return tokens, [begin + at for begin, there in zip(begins, held, strict=False) for _, at in there]


def items_of(words: Words, line: Line, text: str) -> Iterator[Item]:
    """The parts of a line that fit a form, from left to right, none over another."""
    for run in _RUN.finditer(line.codes):
        at, end = run.span()
        while found := _first(words, line.codes, at, end):
            item = _item(words, line, found.form, at + found.first, at + found.last)
            fits = _capitals(words, item, text)
            if fits:
                yield item
            at += found.last if fits else found.first + 1


def _item(words: Words, line: Line, number: int, first: int, last: int) -> Item:
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
