"""Who put a name to a paper, and for which side: a country, a government, a body; `For Norland it was X who signed`.

A signer's side is that of the office in which the article has the person; the words of the sentence itself go before.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from site_gen.analyse.conflicts.twice.sentences.words import telling_verbs
from site_gen.analyse.tellings import Slot, Told
from site_gen.records import Findings, PersonFinding
from site_gen.resolve.folding import fold
from site_gen.resolve.words import any_of, word_set
from site_gen.text.needed import Phrases, phrases

_REACH, _FEW = 160, 4
"""Characters between a signer and the deed; signers of one sentence at most."""
_CLAUSE = re.compile(r"[;:]|, (?:while|but|whereas) ")
_STOP = re.compile(
    r"[;.]| (?:at|on|during|before|after|while|as|when|with|under) |, in | in (?:the )?presence "
)
_BY = re.compile(r"[^;.]{0,70}? by |(?<=signature) of |(?<=signatures) of ")
_NOT_WHO = re.compile(r"\b(?:of|with|from|to|by|against|for|presence of|host) $")
_FOR = re.compile(
    r"(?:\b(?:For|On behalf of)|; (?:for|on behalf of)) (?:the )?"
    r"(?P<body>[A-Z][\w’'-]+(?: (?:of )?[A-Z][\w’'-]+){0,3}|government|state|ministry|union|company|rebels),? "
    r"(?=it was |the |its |[A-Z])"
)
_FOR_BY = re.compile(
    r"\b(?:for|on behalf of) (?:the )?(?P<body>[A-Z][\w’'-]+(?: (?:of )?[A-Z][\w’'-]+){0,3}|government|state|ministry)"
    r" by (?:the |its )?(?:[\w-]+ ){0,5}$"
)
"""`was signed for Norland by Minister X`."""
_DID_SO = re.compile(r"\b(?:did so|did it|did the same|followed suit)\b")
_PASSIVE = re.compile(r"\b(?:was|were|been|is|being) (?:\w+ly )?$")
_NOTHING = re.compile(r"\s*(?:(?:it|them|this)\b|(?:for|on|in|at)\b|[.,;]|$)")
"""Behind the deed, where the sentence does not say what is signed."""


class _Signer(NamedTuple):
    """A person in a sentence on a signing."""

    person: PersonFinding
    start: int
    end: int


def signer_slots(at: int, told: Told, before: Told | None, findings: Findings) -> Iterator[Slot]:
    """A slot for each side for which a sentence has one person sign; `ahead`: it does not say what.

    `before`: the sentence ahead, which tells the deed of `for Norland the minister, X, did so`.
    """
    text, offset = told.evidence.exact, told.evidence.start
    deed = _deed().search(text)
    if deed is None and before and _deed().search(before.evidence.exact):
        deed = _DID_SO.search(text)
    if deed is None or _undone().search(text[: deed.end()].lower()):
        return
    signers = _signers(text, deed, _people(told, findings))
    sides = [
        (side, signer) for signer in signers[:_FEW] for side in sorted(_sides(signer, text, deed.start()))
    ]
    times = Counter(side for side, _ in sides)
    for side, signer in sides:
        if times[side] == 1:
            passive = _PASSIVE.search(text, 0, deed.start()) is not None
            name, bare = (
                fold(signer.person.name),
                not passive and _NOTHING.match(text, deed.end()) is not None,
            )
            end = offset + max(deed.end(), signer.end)
            yield Slot(at, "deputy for", name, offset + min(signer.start, deed.start()), end, side, bare)


def _people(told: Told, findings: Findings) -> list[_Signer]:
    """Everybody whom the sentence names, in order."""
    number, offset = told.evidence.sentence, told.evidence.start
    found = [
        _Signer(person, m.evidence.start - offset, m.evidence.end - offset)
        for person in findings.people
        for m in person.mentions
        if m.evidence.sentence == number and m.form in ("full", "surname", "honorific") and " " in person.name
    ]
    return sorted(found, key=lambda signer: signer.start)


def _signers(text: str, deed: re.Match[str], people: list[_Signer]) -> list[_Signer]:
    """Those named before the deed in its clause; of `signed by X and Y`, those behind `by`."""
    by = _BY.match(text, deed.end())
    if by and any(signer.start >= by.end() - 1 for signer in people):
        behind = [signer for signer in people if signer.start >= by.end() - 1]
        return [s for n, s in enumerate(behind) if not _parted(text, by.end(), behind[:n], s)]
    begin = max((m.end() for m in _CLAUSE.finditer(text, 0, deed.start())), default=0)
    return [
        s
        for s in people
        if begin <= s.start < deed.start()
        and deed.start() - s.start <= _REACH
        and not _NOT_WHO.search(text, 0, s.start)
        and not telling_verbs().search(text, s.end, deed.start())
    ]


def _parted(text: str, begin: int, before: list[_Signer], signer: _Signer) -> bool:
    """Whether the list of signers is over: `by X and Y at the end of a visit by Z`."""
    return bool(before) and _STOP.search(text, before[-1].end, signer.start) is not None


def _sides(signer: _Signer, text: str, deed: int) -> set[tuple[str, ...]]:
    """The words of each side for which somebody may sign: what the sentence says, else offices."""
    opened = [m for m in _FOR.finditer(text, 0, deed) if m.end() <= signer.start <= m.end() + _REACH]
    by = _FOR_BY.search(text, deed, signer.start)
    if opened or by:
        return {tuple(sorted(fold((opened[-1] if opened else by)["body"]).split()))}  # type: ignore[index]
    found: set[tuple[str, ...]] = set()
    for office in (o for o in signer.person.offices if o.status in ("current", "acting")):
        found |= {
            tuple(sorted(fold(name).split())) for name in (office.organization, office.jurisdiction) if name
        }
        if office.title.split(" ")[-1].lower() in word_set("opposites", "of_government"):
            found.add(("government",))
    return found


@cache
def _deed() -> Phrases:
    deeds = any_of("opposites", "signed_for", "deeds")
    told = [
        rf"(?:{deeds})\b(?: (?:to|under|on)\b)?",
        r"(?:put|wrote|set|affixed) (?:the )?[\w’' -]{2,40}? (?:names?|signatures?)(?: \w+| on \w+)? (?:to|under|on)\b",
        r"(?:bears?|bore|carries|carried) the signatures?",
        r"took up the pen\b",
    ]
    return phrases("signing", told, "", common=word_set("analysis", "stop"))


@cache
def _undone() -> re.Pattern[str]:
    words = any_of("opposites", "undone", "signed")
    return re.compile(rf"\b(?:{words}) (?:\w+ ){{0,2}}(?:be )?\w+$|n['’]t (?:\w+ )?sign|\bto be signed$")
