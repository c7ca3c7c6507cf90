"""Where sentences begin and end."""

import re
from collections.abc import Iterator
from typing import Final

from site_gen.records import Span
from site_gen.text.abbreviations import COUNTED, OPEN, STARTERS, TITLES

_STOP: Final = re.compile(
    r"[.!?…\s](?:"  # one set of characters first: what `re` finds fast
    r"(?=[•▪●◦‣]\s)(?<=\s)"  # space before an item
    r"|(?<! )(?:"
    r"(?<=[.!?…])(?:"
    r"(?<![.!?…].)[.!?…]*+[\"'”’»)\]]*+(?=\s)"  # a stop, what closes after it, and space
    r"|(?<=[a-z]{2}[.!?])[\"”’]?(?=[“‘\"]?[A-Z][a-z]{0,20}[\s,])"  # the space was lost in pasting
    r")|(?<=\n)(?:[ \t\r]*+\n|(?=[ \t]*+(?:[-*•–]|\d{1,3}[.)])\s))"  # paragraphs, items on lines
    r"))",
    re.DOTALL,
)
_NEXT: Final = re.compile(r"\s+([\"'“‘«(\[¿¡$€£¥₹@#]*)([\w.'’-]{0,20})")
_WORD_BEFORE: Final = re.compile(r"[^\s(\[\"“‘'’/—–]*\Z")
_BRAND: Final = re.compile(r"[a-z]{1,3}-?[A-Z]")
_INITIALS: Final = re.compile(r"(?:[A-Za-z]\.-?)*[A-Za-z]")
_LABEL: Final = re.compile(r"\s*[(\[]?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})\Z")


def split_sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """Spans of the sentences of `text[start:end]`, without surrounding space; they cover all its words.

    One pass over the stops, each decided by the words around it; time is linear in the text.
    """
    begin = start
    for match in _STOP.finditer(text, start, end):
        if text[match.start()] in ".!?…" and not _ends(text, begin, match, end):
            continue
        yield from _trimmed(text, begin, match.end())
        begin = match.end()
    yield from _trimmed(text, begin, end)


def _ends(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    after = _NEXT.match(text, match.end(), end)
    if after is None:
        return True
    opener, word = after.groups()
    if not opener and not _capital(word):
        return False
    mark = match.group()
    if opener and word[:1].islower() and (mark[0] == "…" or mark[:3] == "..." or opener[0] in "(["):
        return False
    return mark[0] != "." or mark[1:2] == "." or _full_stop(text, begin, match, word)


def _capital(word: str) -> bool:
    first = word[:1]
    return (first != "" and not first.islower() and first not in ".'’-") or bool(_BRAND.match(word))


def _full_stop(text: str, begin: int, match: re.Match[str], after: str) -> bool:
    at = match.start()
    found = _WORD_BEFORE.search(text, max(begin, at - 16), at)
    word = found.group() if found else ""
    closed = len(match.group()) > 1
    if not closed and at - begin < 6 and _LABEL.match(text, begin, at):
        return False
    if closed and match.group()[1] not in ")]":
        return True
    return _after_word(word.rpartition("-")[2] if word not in TITLES else word, after)


def _after_word(word: str, after: str) -> bool:
    """Whether a full stop after `word` ends the sentence, given the word that follows."""
    if word in TITLES:
        return False
    if word in COUNTED and after[:1].isdigit():
        return False
    if word in OPEN or (word and (len(word) == 1 or "." in word) and _INITIALS.fullmatch(word)):
        return word not in ("e.g", "i.e") and after.partition("'")[0].partition("’")[0] in STARTERS
    return True


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)
