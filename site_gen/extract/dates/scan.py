"""Where the words of a document stand in one of the forms of dates."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from site_gen.extract.dates.grammar import Form
from site_gen.extract.dates.words import OTHER, TOKEN, Words, numeral_classes, pattern_of, slots_of
from site_gen.text.document import Document


class Line(NamedTuple):
    """The words of one sentence."""

    number: int
    """Index of the sentence."""
    tokens: list[str]
    codes: str
    """One character a token."""
    found: list[re.Match[str]]
    """Where each token stands."""
    first: re.Match[str]
    """Where in `codes` the first form stands."""

    def at(self, place: int) -> int:
        """Where a token begins in the text."""
        return self.found[place].start()


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
        return self.line.at(self.first)

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.line.found[self.last - 1].end()


def lines_of(doc: Document, words: Words) -> Iterator[Line]:
    """The sentences that hold a form of dates, in order."""
    for sentence in doc.sentences:
        found = list(TOKEN.finditer(doc.low, sentence.start, sentence.end))
        tokens = [match[0] for match in found]
        codes = coded(words, tokens)
        if first := words.any_form.search(codes):
            yield Line(sentence.index, tokens, codes, found, first)


def coded(words: Words, tokens: list[str]) -> str:
    """One character a token: its classes."""
    get = words.codes.get
    return "".join([get(token) or (_numeral(words, token) if token < "a" else OTHER) for token in tokens])


def _numeral(words: Words, token: str) -> str:
    return words.numerals.get(numeral_classes(token), OTHER)


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
    form = words.forms[(found.lastindex or 1) - 1]
    match = pattern_of(form).match(line.codes, found.start(), found.end())
    filled = list(slots_of(words, form, match, line.tokens)) if match else []
    slots = {name: value for name, _, value in filled}
    end = found.end() - (line.tokens[found.end() - 1] == ",")
    return Item(line, form, found.start(), end, slots, {name: at for name, at, _ in filled})


def _capitals(words: Words, item: Item, text: str) -> bool:
    """Whether names of months and days that are also other words begin with a capital."""
    if not item.slots.keys() & {"month", "weekday", "wdab", "month2", "season"}:
        return True
    return all(
        text[item.line.at(i)].isupper()
        for i in range(item.first, item.last)
        if item.line.tokens[i] in words.capital
    )
