"""What a clause behind a name, or behind what somebody is, tells of an office that is over."""

import re

from site_gen.extract.people.phrase import read_phrase
from site_gen.extract.people.reading import Context, Reading

_WAS = re.compile(
    r",? (?:who )?(?:also |once |later |previously |formerly |then )?"
    r"(?:was|had been|served as|served|worked as|acted as) (?:the |an? |its |his |her |their )?(?=[A-Za-z])"
)
_OVER = re.compile(
    r",? (?:(?:from|between) (?:[A-Z][a-z]+ )?\d{4}|(?:until|till) (?:[A-Z][a-z]+ )?\d{4}"
    r"|(?:until|till) (?:(?:last|this|late|early) )?(?:[A-Z][a-z]+day|[A-Z][a-z]{2,8}\b|week|month|year|recently)"
    r"|(?:in|under) (?:the |an? )?(?:[a-z]+ )?(?:[A-Z][\w’'-]+ ){1,3}(?:government|administration|cabinet|presidency)\b"
    r"|under (?:the )?(?:former |then[- ]|late )?(?:president|prime minister|premier|chancellor|[A-Z])"
    r"|in the (?:early |late |mid-)?(?:1[89]|20)\d0s\b"
    r"|for (?:nearly |almost |over |more than )?[\w-]+ (?:years|decades)\b)"
)
_LONG = 90
_ENDED = re.compile(
    r" (?:at the time|at that time|back then)(?=[,.;)])"
    r"| (?:until|till) (?!(?:a|the|his|her|its|their) (?:new|successor|replacement|permanent))"
)
"""`interior minister until Monday`: no longer."""


def ended(reading: Reading, context: Context) -> Reading:
    """An office behind which the text says until when it was held."""
    over = _ENDED.match(context.text, reading.end)
    return reading._replace(status="former", marked=True) if over else reading


def served(end: int, context: Context) -> Reading | None:
    """The office that somebody had, where the clause says when, or under whom; None where it says neither."""
    been = _WAS.match(context.text, end, end + 40)
    over = _OVER.search(context.text, been.end(), been.end() + _LONG) if been else None
    reading = read_phrase(been.end(), over.start(), context) if been and over else None
    if reading is None or over is None or reading.role or reading.end != over.start():
        return None
    return reading._replace(status="former", marked=True)
