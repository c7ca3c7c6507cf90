"""Titles without an article that a comma or a dash parts from the name: `Party treasurer, X,`, `Works Minister – X`."""

import re

from site_gen.extract.people.reading import Context, Reading
from site_gen.extract.people.runs import Name
from site_gen.extract.people.titles import lead_to

_DASH = re.compile(r" [–—-] $")
_SHORT_FORM = re.compile(r" \([A-Z][A-Za-z.&-]{1,9}\)$")
_BRACKET = 14
_CLOSED = (", ", ",”", ',"', ",’")
_REACH = 90
_CHUNK = re.compile(r"(?:^|[.!?:;“\"\n] ?)([^.!?:;“”\"\n]+), $")


def before_bracket(stop: int, text: str) -> int:
    """Where a phrase ends before its short form: `the head of the Water Agency (WA)`."""
    short = _SHORT_FORM.search(text, max(0, stop - _BRACKET), stop)
    return short.start() if short else stop


def read_apart(name: Name, start: int, context: Context) -> tuple[Reading, ...]:
    """The offices of a whole name behind a dash, or between two commas; `start`: where a form of address begins."""
    text = context.text
    if len(name.words) < 2 and start == name.start:
        return ()
    dash = _DASH.search(text, max(0, start - 3), start)
    between = text.startswith(", ", start - 2) and text[name.end : name.end + 2] in _CLOSED
    if not (dash or between) or context.headline:
        return ()
    stop = before_bracket(dash.start() if dash else start - 2, text)
    readings = lead_to(stop, name, context)
    if not readings or any(reading.role or _has_person(reading, context) for reading in readings):
        return ()
    return readings if _tells(readings, bool(dash), context) and opens(readings[0].start, context) else ()


def _tells(readings: tuple[Reading, ...], dashed: bool, context: Context) -> bool:
    """Whether the office says whose it is, or stands in capitals; a dash parts sentences too: there it has to."""
    head = context.text[readings[-1].start : readings[-1].end].rsplit(" ", 1)[-1]
    owned = any(reading.organization or reading.jurisdiction for reading in readings)
    capital = head[:1].isupper()
    owned = owned or readings[0].marked  # `then director-general, X,`
    return capital and not readings[0].definite if dashed else capital or owned


def _has_person(reading: Reading, context: Context) -> bool:
    """`former president of Serbia Ann Lee, envoy to Lima, X`: the first office has a holder of its own."""
    said = reading.organization.split(" ")
    return any(context.words.is_given(word) for word in said[1:]) and said[-1] not in context.words.bodies


def opens(start: int, context: Context) -> bool:
    """Whether the office belongs to nobody named before it (`X, Works Minister, Y, ...`)."""
    text = context.text
    if not text.endswith(", ", 0, start):
        return True
    chunk = _CHUNK.search(text, max(0, start - _REACH), start)
    if chunk is None:
        return False
    said = chunk.group(1).split()
    words = context.words
    opener = bool(said) and (said[0] in words.not_names or said[0].endswith("ing"))
    return opener and not any(words.is_given(word) for word in said[1:])
