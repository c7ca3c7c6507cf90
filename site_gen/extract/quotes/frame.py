"""A paragraph as its reporter wrote it: words and marks outside the quotations, each quotation one token."""

import re
from bisect import bisect_left, bisect_right

from msgspec import Struct

from site_gen.extract.quotes.marks import Quoted
from site_gen.extract.quotes.words import Words
from site_gen.text.pieces import Pieces

_TOKEN = re.compile(r"[^\W_](?:[^\W_]|[-'’–&/@.](?=[^\W_]))*['’]?|--|[^\w\s]")
_INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]$|(?:[a-z]\.)+[a-z]$")
_STOPS = ".!?…"


def _read(piece: str) -> tuple[tuple[str, str, int, int], ...]:
    """The tokens of what stands between two blanks: as typed, in lower case, from where to where."""
    return tuple([(match[0], match[0].lower(), *match.span()) for match in _TOKEN.finditer(piece)])


def _plain(word: str, marks: str) -> tuple[tuple[str, str, int, int], ...]:
    """A word with the apostrophe behind it, and marks, each a token."""
    if marks[:1] in ("'", "’"):
        word, marks = word + marks[0], marks[1:]
    behind = [(mark, mark, at, at + 1) for at, mark in enumerate(marks, len(word))]
    return ((word, word.lower(), 0, len(word)), *behind)


_TOKENS = Pieces(_read, _plain)


class Frame(Struct, frozen=True):
    """Parallel lists, one entry a token. `quote` is the place in the paragraph's quotations, or -1."""

    text: list[str]
    low: list[str]
    start: list[int]
    end: list[int]
    quote: list[int]
    sentence: list[int]

    def first_of(self, sentence: int) -> int:
        """Index of the first token of a sentence."""
        return bisect_left(self.sentence, sentence)

    def last_of(self, token: int) -> int:
        """Index after the last token of the sentence that holds `token`."""
        return bisect_right(self.sentence, self.sentence[token])


def frame_of(text: str, start: int, end: int, quotes: tuple[Quoted, ...], words: Words) -> Frame:
    """The tokens of a paragraph with the sentence that each belongs to."""
    frame = Frame([], [], [], [], [], [])
    at = start
    for number, quote in enumerate(quotes):
        _add_words(frame, text, at, quote.start)
        _add_quote(frame, quote, number)
        at = quote.end
    _add_words(frame, text, at, end)
    _number_sentences(frame, text, quotes, words)
    return frame


def _add_words(frame: Frame, text: str, start: int, end: int) -> None:
    tokens, lows, starts, ends = frame.text, frame.low, frame.start, frame.end
    for piece in text[start:end].split(" "):
        for token, low, first, last in _TOKENS[piece]:
            tokens.append(token)
            lows.append(low)
            starts.append(start + first)
            ends.append(start + last)
        start += len(piece) + 1
    frame.quote.extend([-1] * (len(frame.text) - len(frame.quote)))


def _add_quote(frame: Frame, quote: Quoted, number: int) -> None:
    frame.text.append("\x01")
    frame.low.append("\x01")
    frame.start.append(quote.start)
    frame.end.append(quote.end)
    frame.quote.append(number)


def _number_sentences(frame: Frame, text: str, quotes: tuple[Quoted, ...], words: Words) -> None:
    number = 0
    for i, token in enumerate(frame.text):
        frame.sentence.append(number)
        if frame.quote[i] >= 0:
            number += _quote_ends_sentence(frame, text, quotes[frame.quote[i]], i, words)
        elif token in _STOPS:
            number += _stop_ends_sentence(frame, i, words)


def _stop_ends_sentence(frame: Frame, i: int, words: Words) -> bool:
    """Whether a full stop is one: not after an abbreviation or an initial, before a capital or nothing."""
    if i + 1 == len(frame.text):
        return True
    if frame.text[i] == "." and i and frame.end[i - 1] == frame.start[i]:
        before = frame.text[i - 1]
        if frame.low[i - 1] in words.abbreviations or (_INITIALS.match(before) and before != "I"):
            return False
    return _may_begin(frame, i + 1) and frame.start[i + 1] > frame.end[i]


def _may_begin(frame: Frame, i: int) -> bool:
    token = frame.text[i]
    return frame.quote[i] >= 0 or token[0].isupper() or token[0].isdigit() or token in "([•*"


def _quote_ends_sentence(frame: Frame, text: str, quote: Quoted, i: int, words: Words) -> bool:
    """Whether a quotation ends its sentence: a stop inside; `?` and `!` unless a speech clause follows."""
    last = text[quote.inner_end - 1] if quote.inner_end > quote.inner else ""
    last = text[quote.inner_end - 2] if last in "'’" and quote.inner_end - quote.inner > 1 else last
    if last not in ".!?…" or i + 1 == len(frame.text):
        return False
    if not _may_begin(frame, i + 1):
        return False
    return last == "." or frame.quote[i + 1] >= 0 or not _verb_near(frame, i + 1, words)


def _verb_near(frame: Frame, i: int, words: Words) -> bool:
    """Whether a speech verb stands within a few words, before any punctuation."""
    for k in range(i, min(i + 9, len(frame.text))):
        if frame.quote[k] >= 0 or not (frame.text[k][0].isalnum() or frame.text[k] in ".()"):
            return False
        if frame.low[k] in words.verbs and k > i:
            return True
    return False
