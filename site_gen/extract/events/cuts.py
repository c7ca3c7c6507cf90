"""What is cut from a title because the event has its date: days and hours, with the words that lead to them."""

import re

from site_gen.extract.agreements.mention import Clause
from site_gen.extract.events.scene import Scene
from site_gen.extract.events.words import EventWords

_EFFECT = re.compile(r",? (?:with effect from|effective(?: from| on)?) ?$")
"""Before the day: `rises with effect from 1 April`."""
_AT_HOUR = re.compile(r" (?:(?:just|shortly|soon) (?:before|after)|at|around|about)(?: (?:around|about))? $")
"""Before the hour: `broke out at 4 a.m.`"""
_FROM = re.compile(r"(?:From|As of|Since|Until|Come) ")
"""Before a date that opens the sentence."""
_HYPHENS = ("-", "‑")
_PLANNED = frozenset({"planned", "scheduled", "slated", "set"})


def date_cuts(
    clause: Clause, extent: tuple[int, int], scene: Scene, events: EventWords
) -> list[tuple[int, int]]:
    """What is cut: dates with their preposition; from `in Monday's strike` on, all."""
    start, end = clause.starts[extent[0]], clause.tokens[extent[1]].end
    cuts: list[tuple[int, int]] = []
    for first, stop in scene.times(start, end):
        bare = clause.text[first].isdigit() and first != start
        begin = _begin(clause.text, start, first, events)
        led = begin < first
        if not led and clause.text[start:first].endswith((" for ", " for the ")):
            continue  # `approved the budget for fiscal 2031 by 12 votes`
        if clause.text[stop : stop + 2] in ("'s", "’s") or clause.text[stop - 2 : stop] in ("'s", "’s"):
            cuts.append((begin, end if led else stop + 2))
        elif (led or not bare) and clause.text[stop : stop + 1] not in _HYPHENS:
            cuts.append((begin, stop))
    return _joined_cuts(clause.text, cuts)


def _begin(text: str, start: int, first: int, events: EventWords) -> int:
    """Where the words begin that lead to a date at `first`."""
    begin = first
    for _ in range(_led(text, start, begin, events)):
        begin = text.rfind(text[start:begin].split()[-1], start, begin)
    clock = _AT_HOUR.search(text, max(start, begin - 20), begin) if text[first].isdigit() else None
    if begin == first and clock:
        return clock.start() + 1
    if begin == first and _FROM.fullmatch(text, start, begin):
        return start
    effect = _EFFECT.search(text, max(start, begin - 24), begin)
    return effect.start() if effect else begin


def _led(text: str, start: int, begin: int, events: EventWords) -> int:
    """How many words lead to a date."""
    words = text[max(start, begin - 16) : begin].split()
    led = 0
    while words and (words[-1].lower() in events.lists["dating"] or _planned_for(words, text[start:begin])):
        if _of_verb(words, led, events):
            break  # `switched on in May`, `sworn in tomorrow`
        led += 1
        if words.pop().lower() == "on":  # `sworn in on Monday`
            return led + (bool(words) and words[-1].lower() in ("late", "early"))
    return led


def _of_verb(words: list[str], led: int, events: EventWords) -> bool:
    """Whether the last word belongs to the verb before it, where the day has a word of its own or needs none."""
    pair = " ".join(words[-2:]).lower()
    return pair in events.lists["phrasal"] and (led > 0 or pair == "sworn in")


def _planned_for(words: list[str], ahead: str) -> bool:
    """`a strike planned at the mine for` Monday, and not `a budget for 2031`."""
    return words[-1] == "for" and not _PLANNED.isdisjoint(ahead.split())


def _joined_cuts(text: str, cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """`on Thursday night or Friday`: two dates and what joins them."""
    joined: list[tuple[int, int]] = []
    for begin, stop in cuts:
        if joined and text[joined[-1][1] : begin].strip() in ("or", "and", "to", "through"):
            begin = joined.pop()[0]
        joined.append((begin, stop))
    return joined
