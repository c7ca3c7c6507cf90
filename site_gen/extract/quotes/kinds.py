"""Whether quoted words can be speech by their form: titles, names, single words and markup are none."""

import re

from site_gen.extract.quotes.marks import Quoted
from site_gen.extract.quotes.words import Words

_WORD = re.compile(r"[^\W_](?:[\w.,'’&/-]*\w)?")
_SPOKEN = re.compile(r"^\s*[,—–-]?\s*(?:[\w.'’-]+\s+){0,5}?([a-z]+)\b")
_SMALL = 4
"""Words shorter than this need no capital in a title."""


def rejection(text: str, quote: Quoted, start: int, end: int, words: Words) -> str:
    """Why the stretch is no quotation of speech, or an empty string. `start` and `end` bound its paragraph."""
    inside = _WORD.findall(text, quote.inner, quote.inner_end)
    if not inside:
        return "nothing but marks"
    free = stands_free(text, quote, start)
    spoken = free and _speech_follows(text, quote, end, words)
    if _titled(inside) and not spoken and not (free and len(inside) == 1):
        return "capitalised like a title"
    if _named(text, quote, start, words) and not spoken:
        return "a name or a term, not speech"
    if len(inside) < 3 and not (free and (spoken or _led_in(text, quote, start))):
        return "too short for a quotation"
    return ""


def stands_free(text: str, quote: Quoted, start: int) -> bool:
    """Whether the stretch can be an utterance of its own: begins a sentence or follows a comma or a colon."""
    before = text[start : quote.start].rstrip()[-1:]
    first = text[quote.inner : quote.inner + 1]
    return before in ("", ".", "!", "?", ":", ",", "”", '"', "’", "—", "–") and (
        first.isupper() or not first.isalpha()
    )


def _led_in(text: str, quote: Quoted, start: int) -> bool:
    """`He said: "..."`, with an end of its own."""
    return text[start : quote.start].rstrip()[-1:] in (":", ",") and text[quote.inner_end - 1] in ".!?"


def _speech_follows(text: str, quote: Quoted, end: int, words: Words) -> bool:
    """Whether a verb of saying follows within a few words, the stretch ending as an utterance does."""
    outside = text[quote.end : min(end, quote.end + 1)]
    if text[quote.inner_end - 1] not in ",.!?…—" and outside != ",":
        return False
    tail = re.split(r"[.;:\"“]", text[quote.end : min(end, quote.end + 60)].lstrip(" ,"), maxsplit=1)[0]
    return any(word in words.verbs for word in _WORD.findall(tail.lower())[:5])


def _titled(inside: list[str]) -> bool:
    """Every longer word capitalised or a number, and more than one of them, or a single capitalised word."""
    longer = [word for word in inside if len(word) >= _SMALL or not word.islower()]
    if not longer or not inside[0][0].isupper() and not inside[0][0].isdigit():
        return False
    raised = sum(word[0].isupper() or word[0].isdigit() for word in longer)
    return raised == len(longer) and (len(longer) > 1 or len(inside) == 1)


def _named(text: str, quote: Quoted, start: int, words: Words) -> bool:
    """Whether the words before the stretch announce a title or a term."""
    before = text[max(start, quote.start - 40) : quote.start].lower().rstrip(" ,:")
    if before.endswith(words.known):
        return True
    last = _WORD.findall(before)[-1:]
    return bool(last) and last[0] in words.naming
