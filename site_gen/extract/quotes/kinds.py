"""Whether quoted words can be speech by their form: titles, names, single words and markup are none."""

import re

from site_gen.extract.quotes.marks import Quoted
from site_gen.extract.quotes.words import Words

_WORD = re.compile(r"[^\W_](?:[\w.,'’&/-]*\w)?")
_TURN = re.compile(r"\(?[A-Z][A-Z .'’-]{2,30}(?:\.?\)|:)")
TOO_SHORT = "too short for a quotation"
_GOES_ON = 60
_WORKS_LONGEST = 8
"""Words that the name of a work may have; longer ones are quotations from it."""


def rejection(text: str, quote: Quoted, start: int, end: int, words: Words) -> str:
    """Why the stretch is no quotation of speech, or an empty string. `start` and `end` bound its paragraph.

    One or two words are never one: they are terms and scare quotes far more often than speech.
    """
    inside = _WORD.findall(text, quote.inner, quote.inner_end)
    if len(inside) < 3:
        return TOO_SHORT
    if not quote.closed and is_turn(text, quote.inner):
        return "a turn of a transcript"
    spoken = stands_free(text, quote, start) and _speech_follows(text, quote, end, words)
    if _titled(inside, words) and not spoken:
        return "capitalised like a title"
    if _named(text, quote, start, inside, words) and not spoken:
        return "a name or a term, not speech"
    return ""


def goes_on(text: str, before: Quoted, quote: Quoted) -> bool:
    """`"We sell beans," Lee said. "That ends."`: a short sentence right behind one that somebody has said."""
    between = text[before.end : quote.start]
    whole = text[quote.inner : quote.inner + 1].isupper() and text[quote.inner_end - 1] in ".!?"
    tells = between.endswith((". ", ", ")) and between.count(" ") > 0 and len(between) <= _GOES_ON
    single = " " not in text[quote.inner : quote.inner_end]
    return whole and tells and not single and text[before.inner_end - 1] in ",?!"


def is_turn(text: str, at: int) -> bool:
    """Whether `MINISTER: ...` or `(CROSSTALK)` begins here: a transcript, which closes no turn."""
    return bool(_TURN.match(text, at))


def stands_free(text: str, quote: Quoted, start: int) -> bool:
    """Whether the stretch can be an utterance of its own: begins a sentence or follows a comma or a colon."""
    before = text[start : quote.start].rstrip()[-1:]
    first = text[quote.inner : quote.inner + 1]
    return before in ("", ".", "!", "?", ":", ",", "”", '"', "’", "—", "–") and (
        first.isupper() or not first.isalpha()
    )


def _speech_follows(text: str, quote: Quoted, end: int, words: Words) -> bool:
    """Whether a verb of saying follows within a few words, the stretch ending as an utterance does."""
    outside = text[quote.end : min(end, quote.end + 1)]
    if text[quote.inner_end - 1] not in ",.!?…—" and outside != ",":
        return False
    tail = re.split(r"[.;:\"“]", text[quote.end : min(end, quote.end + 60)].lstrip(" ,"), maxsplit=1)[0]
    return any(word in words.verbs for word in _WORD.findall(tail.lower())[:5])


def _titled(inside: list[str], words: Words) -> bool:
    """Every word but the small ones capitalised or a number, and more than one of them, or a single one."""
    longer = [word for word in inside if word not in words.small]
    if not longer or not _raised(inside[0]):
        return False
    return all(_raised(word) for word in longer) and (len(longer) > 1 or len(inside) == 1)


def _raised(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit()


def _named(text: str, quote: Quoted, start: int, inside: list[str], words: Words) -> bool:
    """Whether the words before the stretch announce a title or a term."""
    before = text[max(start, quote.start - 40) : quote.start].lower().rstrip(" ,")
    if before.endswith(words.known):
        return True
    last = before.split()[-1:]
    if not last or len(inside) > _WORKS_LONGEST:
        return False
    return last[0] in words.naming or (last[0] in words.works and inside[0][0].isupper())
