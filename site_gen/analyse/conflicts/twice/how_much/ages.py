"""How old somebody is, or was when something was done: `died at the age of 88`, `the 91-year-old conductor`."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import product

from site_gen.analyse.conflicts.twice.aligned.align import Pair
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.stems import synonym
from site_gen.analyse.tellings import Slot, Told
from site_gen.records import Findings
from site_gen.resolve.article_names import CAPITAL
from site_gen.resolve.folding import fold
from site_gen.resolve.people.compare import near_names
from site_gen.resolve.words import subject, word_set
from site_gen.tables import Row
from site_gen.text.letters import letters_in

_NAME = rf"[{CAPITAL}][\w’'-]*\w"
_CUE = re.compile(r"\b(?:age|aged|old|was|is|turned|been|at)\b|, \d\d,")
_TWO_DIGITS = re.compile(r"\d\d")
_DEED = re.compile(r" (?:years old )?(?:when|at the time of) (?P<deed>[^,;.]+)")
_WEEK = 7
_YOUNGEST, _OLDEST = 12, 119


def age_slots(at: int, told: Told, ahead: Told | None, findings: Findings) -> Iterator[Slot]:
    """A slot for each age; `|` parts the person's surname from the deed at which it was the age, if it is told so."""
    text, start = told.evidence.exact, told.evidence.start
    if (letters_in(text).isdisjoint(_tens()) and not _TWO_DIGITS.search(text)) or not _CUE.search(text):
        return
    seen: set[int] = set()
    for pattern in _patterns():
        for found in pattern.finditer(text):
            years = _years(found["age"])
            who = _whose(found, told, ahead, findings)
            if who and years and found.start("age") not in seen:
                seen.add(found.start("age"))
                heads = (who, "|", *_deed(found, told))
                yield Slot(at, "age", str(years), start + found.start(), start + found.end(), heads)


def rival_ages(pair: Pair) -> Iterator[Row]:
    """A row for each person to whom either report gives one age, and the other another."""
    ours, theirs = ([s for s in t.slots if s.kind == "age"] for t in (pair.one, pair.other))
    told: set[str] = set()
    for a, b in product(ours, theirs):
        if a.heads[0] in told or not _one_person(a, b) or not _one_time(a, b):
            continue
        known = [{s.value for s in slots if _one_person(s, a)} for slots in (ours, theirs)]
        apart = abs(int(a.value) - int(b.value))
        if not known[0] & known[1] and apart > (0 if pair.days_apart() <= _WEEK else 1):
            told.add(a.heads[0])
            yield row_of(a._replace(kind="span"), b._replace(kind="span"), pair, 1.0, "value")


def _one_person(a: Slot, b: Slot) -> bool:
    return a.heads[0] == b.heads[0] or near_names(a.heads[0], b.heads[0])


def _one_time(a: Slot, b: Slot) -> bool:
    """Whether both are the age at one deed, or of today, which is that of somebody who has died."""
    deeds = [{*s.heads[2:]} for s in (a, b)]
    if all(deeds):
        return not deeds[0].isdisjoint(deeds[1])
    return not any(deeds) or synonym("died") in deeds[0] | deeds[1]


def _deed(found: re.Match[str], told: Told) -> tuple[str, ...]:
    """Stems of the verbs of the deed at which it was the age; none for one of today."""
    when = _DEED.match(told.evidence.exact, found.end())
    if when:
        first, last = when.span("deed")
    elif found.re is _patterns()[0]:
        first, last = 0, len(told.evidence.exact)
    else:
        return ()
    words = [w for w in told.words if first <= w.at < last and not w.name]
    return tuple(dict.fromkeys(w.stem for w in words if w.verb or w.stem == synonym("died"))) or ("-",)


def _whose(found: re.Match[str], told: Told, ahead: Told | None, findings: Findings) -> str:
    """The surname of the one whose age it is: named before it, behind it, or in the sentence ahead."""
    who = found.groupdict().get("who") or ""
    if who[:1].isupper() and fold(who.split()[0]) not in word_set("speech", "pronouns") | {"the"}:
        return fold(who.split(",")[0].split()[-1])
    here = [] if who else _named_in(told, findings)
    at = told.evidence.start + found.start("age")
    before = [surname for place, surname in here if place < at]
    behind = [surname for place, surname in here if place > at]
    if found.re is _patterns()[1]:
        before, behind = behind[:1], before  # `the 84-year-old conductor Franz Lund`
    there = _named_in(ahead, findings) if ahead else []
    return next(iter((*before[-1:], *behind[:1], *(surname for _, surname in there[-1:]))), "")


def _named_in(told: Told, findings: Findings) -> list[tuple[int, str]]:
    """Where a sentence names people, with their surnames, in order."""
    number = told.evidence.sentence
    return sorted(
        (m.evidence.start, fold(person.surname or person.name).split()[-1])
        for person in findings.people
        for m in person.mentions
        if m.evidence.sentence == number and m.form in ("full", "surname", "honorific") and person.name
    )


def _years(written: str) -> int:
    word = written.lower()
    numbers = subject("numbers")
    tens, _, ones = word.partition("-")
    years = int(word) if word.isdigit() else numbers["tens"].get(tens, 0) + numbers["ones"].get(ones, 0)
    return years if _YOUNGEST <= years <= _OLDEST else 0


@cache
def _tens() -> frozenset[str]:
    """With which an age in words begins."""
    return frozenset(subject("numbers")["tens"])


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    tens = "|".join(subject("numbers")["tens"])
    ones = "|".join(word for word, value in subject("numbers")["ones"].items() if 0 < value < 10)
    age = rf"(?P<age>\d{{2,3}}|(?:{tens})(?:-(?:{ones}))?)(?![\w%]|[.,:]\d)"
    aside = r"(?:, [^;.]{3,90}?,)?"
    return (
        re.compile(
            rf"\b(?:(?:[Aa]t|[Tt]o) the age of|[Aa]ged|[Dd]ied (?:[^,;.]{{1,40}} )?at) {age}(?!-)(?! ?[ap]\.?m)"
        ),
        re.compile(rf"\b{age}(?=[- ]year[- ]old)"),
        re.compile(rf"(?P<who>{_NAME}(?: {_NAME})+), {age}(?=,)"),
        re.compile(
            rf"\b(?P<who>[Hh]e|[Ss]he|[Tt]he [a-z]+|(?:{_NAME} )+?{_NAME}{aside}) (?:was|is|had been|turned|has turned)"
            rf" (?:only |just )?{age}(?= years old\b| when\b| at the time\b|[,;.]|$)"
        ),
    )
