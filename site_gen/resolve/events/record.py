"""A cluster of mentions -> an event: title, date with its reason, status, who, where; a day from what it was in."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from msgspec.structs import replace

from site_gen.records import Evidence, Party
from site_gen.resolve.commonest import commonest
from site_gen.resolve.decisions import corrected, decided, has_action, merged_into
from site_gen.resolve.events.cluster import Cluster, cluster_parts
from site_gen.resolve.folding import digest, slug
from site_gen.resolve.intervals import days, narrowest, precision
from site_gen.resolve.tables import EVENT_BLOCKS, EVENT_DAYS, EVENT_DRAFTS, FACTS, EventDraft, EventPart
from site_gen.resolve.words import subject
from site_gen.tables import EVENT_IDS, Reader, Row

_FRESH = frozenset({"talks", "visit", "deal", "attack", "disaster", "vote", "decide", "office", "business"})


def resolve_events(block: str, parts: tuple[EventPart, ...], reader: Reader) -> Iterator[Row]:
    """Drafts of the events of one block, and which mention tells which event."""
    drafts = [(c, _draft(block, c)) for c in cluster_parts(parts)]
    taken = Counter(d.id for _, d in drafts)
    for cluster, draft in drafts:
        if taken[draft.id] > 1:
            content = min(p.evidence.exact for p in cluster.parts) + (draft.place or "")
            draft = replace(draft, id=f"{draft.id}-{digest(content)}")
        target = merged_into(decided("event", draft.id, reader), "event") or draft.id
        yield Row(EVENT_DRAFTS, target, draft, "" if target == draft.id else draft.id)
        for part in cluster.parts:
            yield Row(EVENT_IDS, part.key, target)


def _draft(block: str, cluster: Cluster) -> EventDraft:
    parts = sorted(cluster.parts, key=lambda p: p.evidence)
    date, basis = _date(parts)
    title, telling = _title(parts)
    status = _status(parts)
    shown = sorted(parts, key=lambda p: (p.status != status, p.date != date))
    made = slug(f"{date or ''} {title}")
    return EventDraft(
        id=made if telling else f"{made}-{digest(block, 2)}",
        block=block,
        title=title,
        kind=commonest(p.kind for p in parts),
        family=parts[0].family,
        date=date,
        date_basis=basis,
        status=status,
        participants=tuple(dict.fromkeys(i for p in parts for i in sorted(p.people))),
        parties=_parties(parts),
        place=commonest(p.place for p in parts if p.place),
        agreements=tuple(sorted({a for p in parts for a in p.agreements})),
        evidence=tuple(dict.fromkeys(e for p in shown for e in (p.evidence, p.date_evidence) if e)),
        articles=tuple(sorted({p.article for p in parts})),
        within=tuple(sorted({p.within for p in parts if p.within})),
        dated=tuple(_dated(parts)),
        ongoing=tuple(sorted({p.article for p in parts if p.ongoing})),
        edited=any(p.edited for p in parts),
        done_in=_done_in(parts),
    )


def _done_in(parts: list[EventPart]) -> tuple[str, ...]:
    done = {p.article for p in parts if p.status != "planned"}
    return tuple(sorted(done)) if any(p.status == "planned" for p in parts) else ()


def _dated(parts: list[EventPart]) -> Iterator[tuple[str, str, Evidence]]:
    for part in parts:
        if part.date and days(part.date):
            yield part.article, part.date, _telling(part)


def _telling(part: EventPart) -> Evidence:
    """The evidence that shows event and date: the sentence, where both stand in it; else the date's words."""
    if part.sentence and (
        part.date_evidence is None or part.date_evidence.sentence == part.evidence.sentence
    ):
        return part.sentence
    return part.date_evidence or part.evidence


def _date(parts: list[EventPart]) -> tuple[str | None, str]:
    """The most exact day; of several that are equally exact the one that most articles give."""
    stated = [p.date for p in parts if p.date]
    best = _commonest(stated, {(p.article, p.date) for p in parts if p.date})
    if best:
        several = sorted({precision(d) for d in stated})
        return best, "stated" if len(
            several
        ) == 1 else f"stated, at different precision ({', '.join(several)})"
    return None, ""


def _commonest(stated: list[str], told: set[tuple[str, str]]) -> str | None:
    best = narrowest(sorted(stated))
    if best is None or precision(best) != "day":
        return best
    equal = Counter(date for _, date in told if precision(date) == "day" and ("~" in date) == ("~" in best))
    return min(equal, key=lambda date: (-equal[date], date))


def _status(parts: list[EventPart]) -> str:
    told = {p.status for p in parts}
    return "happened" if "happened" in told else "reported" if "reported" in told else "planned"


def _parties(parts: list[EventPart]) -> tuple[Party, ...]:
    return _by_name(p for part in parts for p in part.parties)


def _by_name(parties: Iterable[Party]) -> tuple[Party, ...]:
    found = {p.name: p for p in parties}
    return tuple(found[name] for name in sorted(found))


def _title(parts: list[EventPart]) -> tuple[str, bool]:
    """A title, and whether it is made of what the event is (and so tells it apart) or only of its first words."""
    fullest = max(parts, key=lambda p: (len(p.name), len(p.people), len(p.agreement_names), p.evidence.exact))
    kind = commonest(p.kind for p in parts)
    verb = subject("analysis")["titles"].get(kind, "")
    place = commonest(p.place for p in parts if p.place)
    if fullest.name:
        return fullest.name, True
    family = parts[0].family
    people = max((p.names for p in parts), key=lambda n: (len(n), n))
    if family == "talks" and len(people) > 1:
        return " meets ".join(people[:2]) + (f" in {place}" if place else ""), True
    if family == "visit" and people and place:
        return f"{people[0]} {verb or 'visits'} {place}", True
    if told := _step(parts):
        return told, True
    clause = _bare_noun(_clause(parts), place or commonest(p.home for p in parts if p.home))
    if family == "office" and people and verb and not clause:
        return f"{people[0]} {verb}", True
    return (clause, True) if clause else (_bare(kind, place, parts), False)


def _step(parts: list[EventPart]) -> str:
    """The agreement with its stage's own verb."""
    deal = commonest(p.agreement_names[0] for p in parts if p.agreement_names)
    stage = _stage(parts)
    if not deal or not stage:
        return ""
    words = subject("events")
    whole = words["stage_titles"].get(stage, stage)
    own = [p for p in parts if p.stage == stage]
    if stage in words["by_whom"] and (told := _clause(own)):
        return told
    if fuller := _clause([p for p in own if _says_more(p.title, deal, stage)]):
        return fuller
    if whole.rpartition(" ")[2] in words["trailing"]:
        return _clause([p for p in parts if p.stage == stage])
    return f"{deal} {whole}"


def _says_more(told: str, deal: str, stage: str) -> bool:
    """`The two firms signed a letter of intent` for `Letter of intent signed`: who, of a paper without a name."""
    who, verb, what = told.lower().partition(f" {stage} ")
    plain = len(told) <= _SHORT and deal[1:].islower() and "between" not in deal and bool(verb)
    noun = deal.lower().split()[-1] in what.split()[:_NEAR]
    return plain and noun and not {"it", "they", "was", "were", "which", "that"} & set(who.split())


_NEAR, _SHORT = 9, 125
"""Words behind the verb among which the paper is named; letters of a title that says who."""


def _bare_noun(title: str, where: str) -> str:
    """`The coup` is a coup in Peru, which the reports name most."""
    article, _, noun = title.partition(" ")
    bare = article in ("The", "A", "An") and noun.isalpha() and noun.islower()
    return f"{noun.capitalize()} in {where}" if bare and where else title


def _stage(parts: list[EventPart]) -> str:
    """The stage that most tell: what was done before what was to be, signed before what leads to it."""
    told = [p.stage for p in parts if p.stage]
    done = [stage for stage in told if not stage.startswith("to ")]
    return "signed" if "signed" in done else commonest(done or told)


def _clause(parts: list[EventPart]) -> str:
    """The title that tells most: of a contest who won it, not a side's seats; near 60 characters."""
    done = [p for p in parts if p.title and p.status != "planned"]
    told = Counter(p.title for p in done or parts if p.title)
    small = set(subject("events")["small_wins"])

    def rank(title: str) -> tuple[bool, bool, int, int, str]:
        keys = title.lower().split()
        lesser = not small.isdisjoint(keys) and "most" not in keys
        return lesser, "least" in keys, abs(len(title) - 60), -told[title], title

    return min(told, key=rank, default="")


def _bare(kind: str, place: str, parts: list[EventPart]) -> str:
    """What kind of event it was, and where, or by whom; its first words where neither is known."""
    noun = subject("events")["bare_titles"].get(kind, "")
    if noun and place:
        return f"{noun} in {place}"
    if parts[0].family in ("attack", "disaster", "death"):
        return _words(parts)  # who tells of it was not hurt
    sides = list(dict.fromkeys(n.name for p in parts for n in p.parties))[:2]
    who = list(dict.fromkeys(n for p in parts for n in p.names))[:2] or sides
    if noun and who:
        return f"{noun}: {' and '.join(who)}"
    return _words(parts)


def _words(parts: list[EventPart]) -> str:
    text = min((_undated(p) for p in parts), key=lambda t: (abs(len(t) - 60), t))
    text = re.sub(r"^[^\w\"“‘']+|[\s,;:–—-]+$", "", text)
    return text[:1].upper() + (text[1:] if len(text) <= 100 else text[1:100].rsplit(" ", 1)[0] + " …")


def _undated(part: EventPart) -> str:
    """The words of a part without the day that the event has."""
    text = " ".join(part.evidence.exact.split())
    day = " ".join(part.date_evidence.exact.split()) if part.date_evidence else ""
    led = r",?(?: (?:on|in|by|since|for|late|early))* ?(?<![\w’'-])"
    return re.sub(rf"{led}{re.escape(day)}(?![\w’'-])", "", text) if day else text


def settle_events(key: str, drafts: tuple[EventDraft, ...], reader: Reader) -> Iterator[Row]:
    """Undated events take the date of what they were part of, or of the report that tells them as news."""
    decisions = decided("event", key, reader)
    if has_action(decisions, "hide"):
        return
    draft = next((d for d in drafts if d.id == key), drafts[0])
    for other in drafts:
        draft = draft if other is draft else united(draft, other)
    if draft.date is None:
        date, basis = _inherited(key, draft, reader) or _of_the_day(draft, reader) or (None, "")
        draft = replace(draft, date=date, date_basis=basis)
    title = corrected(decisions, "title", draft.title)
    date = corrected(decisions, "date", draft.date or "") or None
    note = " ".join(d.value for d in decisions if d.action == "note")
    if date:
        yield Row(EVENT_DAYS, key, date)
    yield Row(EVENT_BLOCKS, draft.block, replace(draft, id=key, title=title, date=date, note=note))


def united(a: EventDraft, b: EventDraft) -> EventDraft:
    """The first, with what the second adds."""
    return replace(
        a,
        date=narrowest(sorted(d for d in (a.date, b.date) if d)),
        participants=tuple(dict.fromkeys(a.participants + b.participants)),
        agreements=tuple(sorted({*a.agreements, *b.agreements})),
        parties=_by_name((*b.parties, *a.parties)),
        place=a.place or b.place,
        evidence=tuple(dict.fromkeys(a.evidence + b.evidence)),
        articles=tuple(sorted({*a.articles, *b.articles})),
        within=tuple(sorted({*a.within, *b.within})),
        dated=a.dated + b.dated,
    )


def _inherited(key: str, draft: EventDraft, reader: Reader) -> tuple[str, str] | None:
    for mention in draft.within:
        outer = reader.one(EVENT_IDS, mention)
        if outer is None or outer == key:
            continue
        for around in reader.rows(EVENT_DRAFTS, outer):
            if around.date:
                return around.date, f"during: {around.title}"
    return None


@cache
def _sum() -> re.Pattern[str]:
    words = subject("analysis")["adding_up"]
    fates, stretches = "|".join(words["fates"]), "|".join(words["stretches"])
    return re.compile(rf"\b(?:have|has|had) been (?:{fates})\b|\b(?:{stretches})\b")


def adds_up(draft: EventDraft) -> bool:
    """`have been killed`, `killed in the initial attack`: what happened over time or before, and not that day."""
    return bool(draft.evidence) and all(_sum().search(e.exact) for e in draft.evidence)


def _was_before(draft: EventDraft) -> bool:
    """Told as over before what is the news: `after floods had killed scores`, `Lee, who ordered it`."""
    return bool(draft.evidence) and all(_BEFORE.search(e.exact) for e in draft.evidence)


_BEFORE = re.compile(r" had |, (?:who|which) (?!has\b|have\b|is\b|are\b)[^,]*$|\bsucceeded [A-Z]")


def _opens_reports(draft: EventDraft) -> bool:
    """Told in the perfect in the first sentences of reports: the news of that day, whatever its kind."""
    return bool(draft.evidence) and all(
        0 <= e.sentence <= _FIRST and not {"has", "have"}.isdisjoint(e.exact.split()) for e in draft.evidence
    )


_FIRST = 3
"""Sentences with which a report opens, its headline among them."""


def _of_the_day(draft: EventDraft, reader: Reader) -> tuple[str, str] | None:
    """For news told without a date in a dated report: about the day of the report."""
    if draft.family not in _FRESH and not _opens_reports(draft):
        return None
    if draft.status != "happened" or adds_up(draft) or _was_before(draft):
        return None
    facts = [
        f
        for a in draft.done_in or draft.articles
        if (f := reader.one(FACTS, a)) and f.basis in ("stated", "dateline", "editor")
    ]
    dates = sorted(
        {f.published for f in facts if f.kind in ("report", "agency") and precision(f.published) == "day"}
    )
    if not dates:
        return None
    return f"{dates[0].rstrip('~')}~", "told as news in a report of that day"
