"""The words of the deeds that a point in time tells of: in `On Monday it closed` those of the closing."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from site_gen.analyse.conflicts.twice.sentences.deeds import deed_stems, with_alike
from site_gen.analyse.conflicts.twice.when.beginnings import ahead_of, begun_then
from site_gen.analyse.stems import synonym
from site_gen.analyse.tellings import Told, Word
from site_gen.resolve.words import any_of, word_set
from site_gen.text.needed import Phrases, needed_words, needing
from site_gen.text.phrases import any_phrase

_FAR = 7
"""Words between a verb and its time, at most."""
LATE, _SOON = 40, 30
_OPENINGS = (", but ", ", and ", "; ", ": ", " but ")
_CLEFT, THAT = re.compile(r"\b[Ii]t was [^,;.]{0,40}$"), re.compile(r"[^,;.]{0,30} that ")
_DONE_BEFORE = re.compile(r"\b(?:was|were|is|are|had|has|have|will|would|did)\b")
_CLOSED = re.compile(
    r"[;:]|, (?:and|but|which|who|while|where|when)\b| (?:who|which|while|after|before|because) |, [a-z]+ing\b"
)
_RIGHT_BEHIND, _RIGHT = 2, 14
_WAITING = re.compile(r"\bwait\w* (?:until|till) (?:\w+ )?$")
_FOR_TO = re.compile(r" for [^,;.]{3,60}? to ")
_UNTIL = re.compile(r"\buntil (?:\w+ )?$")
_BEGUN = re.compile(
    r"\b(?:start|begin|commence)\w* (?:to )?\w+\b[^,;.]*$|\b(?:started|began) (?:to \w+|\w+ing)\b[^,;.]*$"
)
_GOING_ON = re.compile(r"\b(?:has|have|had) been \w+ing [^.;]{0,90}\bsince (?:the |early |late |mid-)?$")
_DAY = r"(?:day|date|night|morning|afternoon|evening)"
_DAY_OF = re.compile(rf"\b{_DAY} of [^,;.]{{0,30}}$")
_WHEN = re.compile(rf",? (?:when|on which|the (?:very )?{_DAY}(?: on which| when| that|(?P<of> of)))\b")
_BEGINS = re.compile(r" (?:the|its|their) [^,;.]{3,40}? (?:begins?|starts?)\b")
"""`from 25 November, when the seamen's strike begins`."""
_RELATIVE = re.compile(
    r"\b(?P<noun>[a-z]+),? (?:that|which) (?:has |had |have )?"
    r"(?:began|begun|started|broke out|ended|closed|opened|finished) (?:only |early |late )?(?:on|in|at)? ?(?:the )?$"
)
_DEED_REACH = 50
_OTHER_SUBJECT = re.compile(any_phrase("who which that but while where".split(), r"\b", more=(";", ":")))


@cache
def _first_of() -> re.Pattern[str]:
    """`the first cargo`: with it something begins."""
    return re.compile(rf"\b[Ff]irst (?:\w+ )?(?:{any_of('opposites', 'first_of')})\b")


def _begins_then(text: str, first: int) -> bool:
    """Whether the first of something comes on a day, or is to come: `are to fly their first patrol on`.

    What has gone on since a day began on it: `have been negotiating since May`.
    """
    late = max(0, first - 2 * LATE)
    if text.find("irst ", max(0, late - LATE), first) >= 0 and (
        _first_of().search(text, late, first) or _FIRST_TO_COME.search(text, max(0, late - LATE), first)
    ):
        return True
    return _GOING_ON.search(text, 0, first) is not None


_FIRST_TO_COME = re.compile(
    r"\b(?:will|is to|are to|due to|expected to)\b[^,;.]{0,60} first "
    r"(?!time|half|quarter|week|day|month|year|round|place|lady|minister|phase|and)[a-z]+\b[^,;.]{0,30}$"
)
_GOES_ON = re.compile(
    r"\b(?:work(?:s|ed|ing)?|runs?|operates?|produces?|lasts?|continues?|go on|goes on)"
    r" (?:there |on |in [a-z]+ )?(?:until|till) (?:the end of )?$"
)


def heads_of(told: Told, first: int, last: int) -> tuple[str, ...]:
    """Stems of the verb before a time, or right behind it; of the word before it, and of nouns that tell a deed."""
    words = [w for w in told.words if not w.stem.startswith("#")]
    at = bisect_left([w.at for w in words], first)
    near = words[max(0, at - _FAR) : at]
    far = near[0].at if near else first
    parted = [m.start() for m in _OTHER_SUBJECT.finditer(told.evidence.exact, far, first)][-1:]
    ahead = [w for w in near if not parted or w.at > parted[0]]
    plain = [w for w in ahead if not w.name]
    behind = [w for w in words[at : at + 3] if w.at >= last and not w.name and w.clause == _clause(words, at)]
    if (
        not any(w.verb for w in ahead)
        and words[at : at + 1]
        and words[at].verb
        and words[at].at - last <= _RIGHT_BEHIND
    ):
        behind = [words[at]]  # `the owner, Han Ji-seok, today signed`
    described = _deed_behind(told, words, last) or _waited_for(told, words, first, last)
    if described:
        return with_alike(described)
    opened = _verb_behind(told, words, first, last)
    if opened:
        behind, ahead, plain = [opened], [], []
    verbs = [w.stem for w in reversed(plain) if w.verb][:1] or [w.stem for w in behind if w.verb][:1]
    things = plain[max((n for n, w in enumerate(plain) if w.verb), default=-1) + 1 :]
    if verbs[:1] == [synonym("happen")] or not verbs or verbs[0] in mute_words():
        things = [
            w for w in plain if w.clause == plain[-1].clause
        ]  # `the inspection took place in May`, `the opening is set for May`
    verbs = _told_besides(told.evidence.exact, first, verbs)
    once = _announced_once()
    if once.may_stand(told.evidence.exact) and once.pattern.search(told.evidence.exact[:first].lower()):
        verbs = [synonym("published")]  # `announced the final result of the election on Monday`
    found = [*verbs, *(w.stem for w in plain[-1:]), *(w.stem for w in things if w.stem in deed_stems())]
    found += [*_antecedent(told.evidence.exact, first), *begun_then(told.evidence.exact, first, last)]
    return with_alike(tuple(stem for stem in dict.fromkeys(found) if stem not in mute_words()))


def _told_besides(text: str, first: int, verbs: list[str]) -> list[str]:
    """Stems of verbs, with those of deeds that are only told by what there is up to a time, or from it on."""
    if _UNTIL.search(text, max(0, first - _RIGHT), first) and {*verbs} & _shut():
        verbs = [synonym("resume"), *verbs]  # closed until Friday: open again on Friday
    verbs = [*ahead_of(text, first), *verbs]
    if _BEGUN.search(text, max(0, first - LATE), first):
        verbs = [*verbs, synonym("begin")]  # `start to roll`
    if _begins_then(text, first):
        verbs = [*verbs, synonym("begin")]  # the first cargo leaves: it begins
    if _GOES_ON.search(text, max(0, first - 2 * LATE), first):
        verbs = [*verbs, synonym("end")]  # they work until Friday: that is the end
    return verbs


def _deed_behind(told: Told, words: Sequence[Word], last: int) -> tuple[str, ...]:
    """Stems of the deed that is told behind its day: `on 9 December, when the pond burst`, `the day of the check`."""
    text = told.evidence.exact
    found = _WHEN.match(text, last)
    begins = _BEGINS.match(text, found.end()) if found else None
    if not found or not (_DAY_OF.search(text, 0, last) or "the" in found.group() or begins):
        return ()
    cut = _CLOSED.search(text, found.end())
    end = cut.start() if cut else len(text)
    inside = [w for w in words if found.end() <= w.at < end and not w.name and w.stem not in mute_words()]
    if found["of"]:
        return tuple(w.stem for w in inside if w.at - found.end() <= _DEED_REACH and w.stem in deed_stems())[
            :1
        ]
    if begins:
        return (*(w.stem for w in inside if w.at < begins.end()), synonym("begin"))
    return tuple(w.stem for w in inside if w.verb)[:1]


def _waited_for(told: Told, words: Sequence[Word], first: int, last: int) -> tuple[str, ...]:
    """Stems of what is to come on the day until which somebody waits: `must wait until May for it to take effect`."""
    text = told.evidence.exact
    behind = _FOR_TO.match(text, last) if _WAITING.search(text, 0, first) else None
    if not behind:
        return ()
    return tuple(w.stem for w in words if behind.end() <= w.at <= behind.end() + _SOON and w.verb)[:2]


def _antecedent(text: str, first: int) -> list[str]:
    """The stem of the deed of which a relative clause gives the day: `a strike that began on 24 February`."""
    start = max(0, first - _DEED_REACH)
    if text.find("that ", start, first) < 0 and text.find("which ", start, first) < 0:
        return []
    found = _RELATIVE.search(text, start, first)
    stem = synonym(found["noun"]) if found else ""
    return [stem] if stem else []


def _verb_behind(told: Told, words: Sequence[Word], first: int, last: int) -> Word | None:
    """The verb behind a time that opens its clause: `but late on Tuesday the two signed`, `it was on Sunday that`."""
    text = told.evidence.exact
    start = max(text.rfind(mark, 0, first) for mark in _OPENINGS)
    cleft = text.find("t was ", 0, first) >= 0 and _CLEFT.search(text[:first]) is not None
    opened = cleft and THAT.match(text, last) is not None
    if not opened and not cleft and text.startswith(",", last):
        main = _main_verb(text, words, first, last)
        if main:
            return main
    if not opened and (
        _DONE_BEFORE.search(text[max(start, 0) : first]) or not (start > 0 or _begins(text, first))
    ):
        return None
    cut = _CLOSED.search(text, last)
    end = cut.start() if cut else len(text)
    found = [w for w in words if last <= w.at < end and w.verb and not w.name and w.stem not in mute_words()]
    return found[0] if found and (opened or not any(w.verb for w in words if start < w.at < first)) else None


def _main_verb(text: str, words: Sequence[Word], first: int, last: int) -> Word | None:
    """The verb of a sentence that opens with its time: `On Monday, X, the minister, and Y, who leads Z, signed`."""
    if first > _OPENING or not _OPENED.match(text) or any(w.verb and w.at < first for w in words):
        return None
    asides = [(m.start(), m.end()) for m in _ASIDE.finditer(text, last)]
    cut = _CUT_OFF.search(text, last)
    end = cut.start() if cut else len(text)
    found = (w for w in words if last <= w.at < end and w.verb and not w.name and w.stem not in mute_words())
    return next((w for w in found if not any(begin <= w.at < close for begin, close in asides)), None)


_OPENING = 60
"""Characters ahead of a time that a sentence opens with, at most."""
_OPENED = re.compile(
    r"(?:At|On|In|Late|Early|By|Just|Shortly|Under|From|Outside|Inside|Near|Behind|Before|Around|Not|This|Last|Yesterday|Today)\b"
)
_ASIDE, _CUT_OFF = re.compile(r"\b(?:who|which|whose|where|whom)\b[^,;:]*(?:,|$)"), re.compile(r"[;:]")


def _begins(text: str, first: int) -> bool:
    """Whether a time stands at the beginning of its sentence."""
    return first < _SOON and "," not in text[:first]


def _clause(words: Sequence[Word], at: int) -> int:
    return words[at - 1].clause if at else 0


@cache
def _announced_once() -> Phrases:
    """A verb and what is announced once, up to its day."""
    verbs, things = (any_of("opposites", "announced_once", part) for part in ("verbs", "things"))
    source = rf"\b(?:{verbs}) (?:the|its|their) (?:\w+ ){{0,2}}(?:{things})\b[^,;.]{{0,60}}$"
    return needing(source, needed_words("announced_once", [things]))


@cache
def _shut() -> frozenset[str]:
    return frozenset(synonym(word) for word in word_set("opposites", "shut"))


@cache
def mute_words() -> frozenset[str]:
    return frozenset(synonym(word) for word in word_set("synonyms", "mute")) | {"", "until"}
