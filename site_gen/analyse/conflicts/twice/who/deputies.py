"""Who acted for a body: `Corvane's chief operating officer, X`, in a sentence on a signing; `signed for Y`."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import product

from site_gen.analyse.conflicts.papers import of_two_papers
from site_gen.analyse.conflicts.twice.aligned.align import Pair, weak_stems
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.conflicts.twice.sentences.names_around import share_a_name
from site_gen.analyse.stems import synonym
from site_gen.analyse.tellings import Slot, Telling, Told
from site_gen.records import Findings, PersonFinding
from site_gen.resolve.folding import fold
from site_gen.resolve.intervals import days, gap
from site_gen.resolve.words import any_of, country_by_word, subject
from site_gen.tables import Row

_ALIKE = 0.4
_REACH = 120
"""Characters between a name and the deed."""
_SOON = 45
"""Days between two reports of which each may mean one government."""
_IT = re.compile(r"\w (?:it|this|them) (?:for|on)\b|(?:signed|sealed) (?:for|on)\b")
_REPRESENTED = re.compile(
    r"\b(?P<body>[A-Z][\w’'-]+(?: (?:of )?[A-Z][\w’'-]+){0,3}) (?:was|were) represented (?:there )?by\b"
)
_MEANT = frozenset({"its", "their", "his", "her", "a", "an", "both", "each", "all", "this", "that"})


def deputy_slots(at: int, told: Told, findings: Findings) -> Iterator[Slot]:
    """A slot for the one person whom a sentence has act for a body."""
    deed = next((w.stem for w in told.words if w.verb and w.stem in _deeds()), "")
    if not deed or _undone().search(told.evidence.exact.lower()):
        return
    yield from _signed_for(at, told, findings)
    acting: dict[frozenset[str], list[Slot]] = {}
    for person in findings.people:
        here = [m.evidence for m in person.mentions if m.evidence.sentence == told.evidence.sentence]
        for body in sorted(_bodies(person), key=sorted) if here and " " in person.name else ():
            heads = tuple(sorted(body))
            slot = Slot(at, f"deputy {deed}", fold(person.name), here[0].start, here[0].end, heads)
            acting.setdefault(body, []).append(slot)
    yield from (slots[0] for slots in acting.values() if len(slots) == 1)


def _signed_for(at: int, told: Told, findings: Findings) -> Iterator[Slot]:
    """A slot for each person who is told to have signed for somebody: `X signed it on behalf of the army`."""
    text, start = told.evidence.exact, told.evidence.start
    here = [
        (m.evidence.start - start, person.name, m.evidence.end - start)
        for person in findings.people
        for m in person.mentions
        if m.evidence.sentence == told.evidence.sentence and " " in person.name
    ]
    for found in _REPRESENTED.finditer(text):
        behind = [person for person in here if found.end() <= person[0] < found.end() + _REACH]
        if behind:
            _, name, end = min(behind)
            heads = tuple(sorted(fold(found["body"]).split()))
            yield Slot(at, "deputy for", fold(name), start + found.start(), start + end, heads)
    for found in _acted_for().finditer(text):
        begin, behalf = found.start() - _REACH, found.start("body")
        before = [person for person in here if begin <= person[0] < behalf]
        body = fold(found["body"]).split()
        for side in _sides(body) if before and body and body[0] not in _MEANT else ():
            first, name, _ = max(before)
            begin = min(first, found.start())
            yield Slot(at, "deputy for", fold(name), start + begin, start + found.end(), side)


def _sides(body: list[str]) -> Iterator[tuple[str, ...]]:
    """The words of a side; of `the Thai government` also the country's."""
    yield tuple(sorted(body))
    country = country_by_word().get(body[0], "") if len(body) > 1 and body[-1] == "government" else ""
    if country:
        yield tuple(sorted(fold(country).split()))


@cache
def _acted_for() -> re.Pattern[str]:
    deeds, behalf = (any_of("opposites", "signed_for", part) for part in ("deeds", "behalf"))
    return re.compile(
        rf"\b(?:{deeds})\b[^,.;]{{0,60}}? (?:{behalf}) (?:the )?"
        r"(?P<body>[\w’'-]+(?: (?:of (?:the )?)?[A-Z][\w’'-]+){0,4}(?: [a-z]+(?=[,.;]| and ))?)"
    )


@cache
def _undone() -> re.Pattern[str]:
    words = any_of("opposites", "undone", "signed")
    return re.compile(
        rf"\b(?:{words}) (?:\w+ ){{0,2}}(?:sign|be signed|signed|signing|represent)\b|n['’]t (?:\w+ )?sign\b"
    )


@cache
def _deeds() -> frozenset[str]:
    return frozenset(synonym(word) for word in subject("opposites")["acting"])


def _bodies(person: PersonFinding) -> frozenset[frozenset[str]]:
    """The words of each body that somebody holds an office of."""
    named = (office.organization for office in person.offices if office.status == "current")
    return frozenset(frozenset(fold(name).split()) for name in named if name)


def rival_deputies(pair: Pair) -> Iterator[Row]:
    """A row for each body for which the two reports have two people act, of whom neither says that both did."""
    ours, theirs = ([s for s in t.slots if s.kind.startswith("deputy ")] for t in (pair.one, pair.other))
    for a, b in product(ours, theirs):
        if (
            a.kind == b.kind
            and _one_body(a, b)
            and not _of_two_lands(a, ours, b, theirs, pair)
            and _two_people(a, b, pair)
            and _one_deed(a, b, pair)
        ):
            yield row_of(a, b, pair, 1.0, "identity")


def _of_two_lands(a: Slot, ours: list[Slot], b: Slot, theirs: list[Slot], pair: Pair) -> bool:
    """Whether each signed for a government, and is told besides to have signed for another country than the other."""
    if "government" not in {*a.heads} & {*b.heads}:
        return False
    if pair.days_apart() > _SOON:
        return True  # whose government is not told
    lands = [
        {s.heads for s in slots if s.value == x.value and s.sentence == x.sentence and s.heads in _lands()}
        for x, slots in ((a, ours), (b, theirs))
    ]
    return all(lands) and lands[0].isdisjoint(lands[1])


@cache
def _lands() -> frozenset[tuple[str, ...]]:
    """The words of each country's name, as heads."""
    return frozenset(tuple(sorted(fold(name).split())) for name in country_by_word().values())


def _one_body(a: Slot, b: Slot) -> bool:
    """Whether one name is the other, or its short form."""
    return {*a.heads} <= {*b.heads} or {*b.heads} <= {*a.heads}


def _two_people(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether they have no name in common, and neither acts in the other's sentence or the one behind it."""
    if share_a_name(a.value, b.value):
        return False
    if _acts(a.value, pair.other) or _acts(b.value, pair.one):
        return False
    return not (_tells_of(b.value, a, pair.one) or _tells_of(a.value, b, pair.other))


def _acts(name: str, telling: Telling) -> bool:
    return any(s.kind.startswith("deputy ") and s.value == name for s in telling.slots)


def _tells_of(name: str, slot: Slot, telling: Telling) -> bool:
    there = fold(telling.sentences[slot.sentence].evidence.exact)
    return name.split()[-1] in there.split()


def _one_deed(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether the sentences share enough words besides the deed."""
    like = pair.likeness((a.sentence, a.start, a.end), (b.sentence, b.start, b.end))
    shared = [
        {w.stem for w in t.sentences[s.sentence].words if not w.name} - weak_stems()
        for s, t in ((a, pair.one), (b, pair.other))
    ]
    if of_two_papers(*(t.sentences[s.sentence].evidence.exact for s, t in ((a, pair.one), (b, pair.other)))):
        return False
    if a.kind == "deputy for" and (_others_too(a, b, pair) or _weeks_apart(a, b, pair)):
        return False
    if a.kind == "deputy for" and any(_meant(s, t) for s, t in ((a, pair.one), (b, pair.other))):
        return True
    least = 1 if a.kind == "deputy for" else 2
    return like.share >= _ALIKE or len(shared[0] & shared[1]) > least or _one_other(a, b, pair)


_WEEK = 7


def _weeks_apart(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether both sentences have a day for one deed, and it is done weeks apart: another paper."""
    ours, theirs = (
        [
            (set(s.heads), span)
            for s in t.slots
            if s.kind == "date" and s.sentence == x.sentence and (span := days(s.value))
        ]
        for x, t in ((a, pair.one), (b, pair.other))
    )
    gaps = [gap(x, y) for one, x in ours for other, y in theirs if one & other]
    return bool(gaps) and min(gaps) > _WEEK


def _others_too(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether other people sign for the other side as well: then it is another paper."""
    ours, theirs = (
        [s.value for s in t.slots if s.kind == x.kind and s.sentence == x.sentence and s.value != x.value]
        for x, t in ((a, pair.one), (b, pair.other))
    )
    return bool(ours and theirs) and not any(share_a_name(x, y) for x in ours for y in theirs)


def _meant(slot: Slot, telling: Telling) -> bool:
    """Whether it says only by a pronoun what was signed, or nothing: what is told of before."""
    if slot.ahead:
        return True
    told = telling.sentences[slot.sentence].evidence
    return _IT.search(told.exact, slot.start - told.start, slot.end - told.start) is not None


def _one_other(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether both sentences name somebody beside them: who signed for the other side."""
    ours, theirs = (
        {w.stem for w in t.sentences[s.sentence].words if w.name} for s, t in ((a, pair.one), (b, pair.other))
    )
    own = {synonym(word) for slot in (a, b) for word in (*slot.heads, *slot.value.split())}
    return len((ours & theirs) - own) > 1
