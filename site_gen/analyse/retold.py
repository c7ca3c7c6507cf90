"""One deed told in two phrases: events of one day that reports tell in other words, joined across their blocks.

Within a lineage a rewrite tells what its original tells, so that little in common is enough; two witnesses must share
most of the words that say something. An article that tells both events tells two; other people, places, numbers or
outcomes keep them apart, and so does any doubt.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from site_gen.analyse.conflicts.roles import other_outcomes
from site_gen.analyse.rarity import rarity
from site_gen.analyse.stems import synonym
from site_gen.analyse.tables import LINEAGE_OF
from site_gen.resolve.decisions import decided, has_action
from site_gen.resolve.events.record import united
from site_gen.resolve.folding import fold
from site_gen.resolve.intervals import day_text, days
from site_gen.resolve.tables import EVENT_DRAFTS, FACTS, EventDraft
from site_gen.resolve.words import country_names, word_set
from site_gen.tables import EVENT_IDS, Reader, Row, Table

_WORD = re.compile(r"[^\W\d_]{3,}")
_PLAIN = re.compile(r"(?<![\w’'-])(?:[a-z][\w’'-]+|\d[\d.,]*\d)")
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_LINEAGE, _WITNESSES = 5.0, 12.0
"""How rare what two tellings share must be, taken together: within a lineage, and between witnesses."""
_SHARE = 0.5
_DEED = 1.0
"""How rare at least what they share beside names must be."""
_ONCE = frozenset({"sign", "agree", "adopt", "release", "in-force", "ceasefire", "launch", "disaster"})
"""What a report tells once, and then in detail."""
_AGAIN = {"sign": 0.0, "resign": 2.0}
"""And what needs few words in common within a lineage: `signed the treaty`, `put their names to the text`."""
_BEFORE, _WEEK = 2, 7
"""Days before its report on which what is told as news may have been; days of a stretch that is one date."""
_FIRST = 10_000
_NEVER = float("inf")
_CHAIN = 4
"""An event that was about a day may be one of that day, and that one of a day before."""
_ALONG = 30
"""Events of a day that share a word, more than which tell nothing apart by it."""
_KIN = ({"agree", "sign", "adopt"}, {"disaster", "die", "attack"}, {"vote", "decide"}, {"meet", "summit"})


class EventSpot(Struct, frozen=True, array_like=True):
    """An event as small as it can be compared with others of its day."""

    id: str
    kind: str
    status: str
    own: bool
    """Whether this is the day that it has, and not another on which it may have been."""
    exact: bool
    """Whether that day is stated."""
    settled: bool
    """Whether the editor has decided something about it."""
    people: tuple[str, ...]
    place: str
    articles: tuple[str, ...]
    lineages: tuple[str, ...]
    clause: frozenset[str]
    """Stems of the words that tell it, and of their sentences."""
    plain: frozenset[str]
    """Those of `clause` that are no part of a name."""
    around: frozenset[str]
    """The same of the sentences."""
    whole: frozenset[str]
    says: str
    headline: bool
    """Told in the title of its report alone."""
    papers: tuple[str, ...]
    """Ids of the agreements that it was done to."""


EVENT_SPOTS: Table[EventSpot] = Table("event spots", EventSpot, listed=False)
"""Key: a day or month; the events of it, and those that may be of it."""
EVENT_TWINS: Table[str] = Table("event twins", str, 10, listed=False)
"""Key: id of an event that is told again; row: id of the event that it is."""
EVENT_RETOLD: Table[str] = Table("event retold", str, 10, listed=False)
"""Key: id of an event; rows: ids of events that may be it."""


def spread_spots(_block: str, drafts: tuple[EventDraft, ...], reader: Reader) -> Iterator[Row]:
    """Each event under its day or month; one that is told without a day under those on which it may have been."""
    for draft in drafts:
        if draft.edited or has_action(decided("event", draft.id, reader), "apart"):
            continue
        for spot in (where := _spots_of(draft, reader)):
            yield Row(EVENT_SPOTS, spot, _spot(draft, spot == where[0], reader))


def _spots_of(draft: EventDraft, reader: Reader) -> list[str]:
    """The keys of an event, the day that it has first."""
    date = draft.date or ""
    if _is_stated(date):
        return [date]
    if not date and draft.status == "happened":
        written = sorted(f.published for a in draft.articles if (f := reader.one(FACTS, a)) and f.published)
        date = f"{written[0].rstrip('~')}~" if written else ""
    span = days(date.rstrip("~"))
    if span is None or span.length > _WEEK:
        return []
    first = span.first - _BEFORE if date.endswith("~") else span.first
    return [day_text(n) for n in range(span.last, first - 1, -1)]


def _is_stated(date: str) -> bool:
    """Whether it is a day or a month."""
    return "/" not in date and "~" not in date and len(date) in (7, 10)


def _spot(draft: EventDraft, own: bool, reader: Reader) -> EventSpot:
    sentences = {e.exact for _, _, e in draft.dated}
    clause = {s for e in draft.evidence for s in _said(e.exact)}
    told = max((e.exact for e in draft.evidence), key=len, default=draft.title)
    return EventSpot(
        id=draft.id,
        kind=draft.kind,
        status=draft.status,
        own=own,
        exact=_is_stated(draft.date or ""),
        settled=bool(decided("event", draft.id, reader)),
        people=draft.participants,
        place="" if draft.place in country_names().values() else draft.place,
        articles=draft.articles,
        lineages=tuple(sorted({reader.one(LINEAGE_OF, a) or a for a in draft.articles})),
        clause=frozenset(clause),
        plain=_plain(e.exact for e in draft.evidence),
        around=_plain(sentences),
        whole=frozenset(clause.union(*(_said(text) for text in sentences))),
        says=told,
        headline=not _is_stated(draft.date or "") and all(e.sentence == 0 for e in draft.evidence),
        papers=draft.agreements,
    )


def _plain(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(stem for text in texts for stem in _said(" ".join(_PLAIN.findall(text))))


@lru_cache(maxsize=4096)
def _said(text: str) -> frozenset[str]:
    """Stems and numbers of what says something."""
    stems = {synonym(word) for word in _WORD.findall(text.casefold())} - {""}
    return frozenset(stems.union(_NUMBER.findall(text)))


def join_retold(_day: str, spots: tuple[EventSpot, ...], _reader: Reader) -> Iterator[Row]:
    """Which events of a day are one: each that is told again, with the event that it is."""
    ordered = sorted(spots, key=_rank)
    groups: list[list[EventSpot]] = []
    known: dict[str, list[int]] = defaultdict(list)
    for spot in ordered:
        near = sorted({n for stem in _shelves(spot) for n in known[stem][:_ALONG]})
        fits = [n for n in near if all(_may_be_one(spot, o) for o in groups[n])]
        best = max(fits, key=lambda n: (_likeness(spot, groups[n]), -n), default=-1)
        if best >= 0 and _likeness(spot, groups[best]) > 0:
            target = groups[best][0]
            order = f"{_FIRST - _likeness(spot, groups[best]):09.3f}"
            yield Row(EVENT_TWINS, spot.id, target.id, order)
            yield Row(EVENT_RETOLD, target.id, spot.id, spot.id)
            groups[best].append(spot)
        elif spot.own:
            for stem in _shelves(spot):
                known[stem].append(len(groups))
            groups.append([spot])


def _shelves(spot: EventSpot) -> frozenset[str]:
    """Under what an event is found: its stems, and its kind where that may be enough."""
    return spot.whole | ({spot.kind} & _AGAIN.keys())


def _rank(spot: EventSpot) -> tuple[bool, bool, bool, bool, bool, int, int, str]:
    """The event that stands for the others first: of this very day, no plan, of a known kind, told by most."""
    return (
        not spot.own,
        not spot.exact,
        not spot.settled,
        spot.status == "planned",
        spot.kind == "other",
        -len(spot.lineages),
        -len(spot.articles),
        spot.id,
    )


def _may_be_one(a: EventSpot, b: EventSpot) -> bool:
    """Whether nothing speaks against it."""
    if (a.settled and b.settled) or a.id == b.id or not _of_one_status(a, b):
        return False
    if not set(a.articles).isdisjoint(b.articles) and not _told_anew(a, b):
        return False
    if not _of_one_kind(a, b):
        return False
    if a.people and b.people and set(a.people).isdisjoint(b.people):
        return False
    if a.place and b.place and a.place != b.place:
        return False
    return _first_step(a) == _first_step(b) and not other_outcomes(a.says, b.says)


def _of_one_status(a: EventSpot, b: EventSpot) -> bool:
    """Whether both were, or one was to be on the very day on which the other says that it was."""
    foretold = {a.status, b.status} == {"planned", "happened"} and a.exact and b.exact and a.own and b.own
    return a.status == b.status or (foretold and (a.kind == b.kind or {a.kind, b.kind} in _KIN))


def _told_anew(a: EventSpot, b: EventSpot) -> bool:
    """Whether one is told without a day by a report that has the day: in its headline, or of a deed done once."""
    if a.exact and b.exact:
        return False
    once = a.kind in _ONCE and (not a.papers or not b.papers or a.papers == b.papers)
    return a.kind == b.kind and (once or (a.headline or b.headline))


def _first_step(spot: EventSpot) -> bool:
    """To initial is not to sign."""
    return not word_set("analysis", "first_step").isdisjoint(fold(spot.says).split())


def _of_one_kind(a: EventSpot, b: EventSpot) -> bool:
    """Of what is told by its day alone the kind is not known: the day must be the very one."""
    unknown = "other" in (a.kind, b.kind) and a.exact and b.exact
    return a.kind == b.kind or unknown or any({a.kind, b.kind} <= kin for kin in _KIN)


def _likeness(spot: EventSpot, group: Sequence[EventSpot]) -> float:
    """How much an event has in common with those that are one; 0 for too little."""
    return max(_common(spot, other) for other in group)


def _common(a: EventSpot, b: EventSpot) -> float:
    kin = not set(a.lineages).isdisjoint(b.lineages)
    clause, whole = _weight(a.clause & b.clause), _weight(a.whole & b.whole)
    known = kin and a.exact and b.exact and a.kind == b.kind != "other"
    retold = kin and a.exact and b.exact and _weight(a.around & b.around) >= 2 * _LINEAGE
    if kin and a.kind == b.kind and clause >= _AGAIN.get(a.kind, _NEVER):
        return max(whole, _LINEAGE)
    if not (known or retold) and _weight(a.plain & b.plain) < _DEED:
        return 0.0
    if kin:
        return whole if whole >= _LINEAGE else 0.0
    least = min(_weight(a.clause), _weight(b.clause))
    return clause if clause >= _WITNESSES and clause >= _SHARE * least else 0.0


def _weight(stems: frozenset[str]) -> float:
    return sum(rarity(stem) for stem in sorted(stems))


def event_of(mention: str, reader: Reader) -> str:
    """Id of the event that a mention (`article/number`) tells; empty for none."""
    found = reader.one(EVENT_IDS, mention)
    return final_id(found, reader) if found else ""


def final_id(event: str, reader: Reader) -> str:
    """Id of the event that this one is."""
    for _ in range(_CHAIN):
        other = reader.one(EVENT_TWINS, event)
        if other is None:
            break
        event = other
    return event


def with_retold(draft: EventDraft, reader: Reader) -> EventDraft:
    """An event with all that tells it in other words."""
    for other in dict.fromkeys(reader.rows(EVENT_RETOLD, draft.id)):
        if reader.one(EVENT_TWINS, other) == draft.id:
            for again in reader.rows(EVENT_DRAFTS, other):
                draft = united(draft, with_retold(replace(again, id=other), reader))
    return draft
