"""All articles' parts of one agreement -> the record: name, parties, stages in order, relations."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from msgspec.structs import replace

from site_gen.records import Agreement, AgreementRelation, Evidence, NameForm, Party, Stage
from site_gen.resolve.agreements.forms import content_words, name_words, party_name, spans_of, years_of
from site_gen.resolve.agreements.life import latest
from site_gen.resolve.agreements.titles import title_of
from site_gen.resolve.agreements.twins import blocks_of
from site_gen.resolve.commonest import commonest
from site_gen.resolve.decisions import corrected, decided, has_action, noted
from site_gen.resolve.folding import fold
from site_gen.resolve.intervals import days, earliest
from site_gen.resolve.tables import (
    AGREEMENT_DRAFTS,
    AGREEMENT_OCCASIONS,
    AGREEMENT_TWINS,
    EVENT_DAYS,
    AgreementPart,
    AgreementSummary,
)
from site_gen.resolve.words import subject
from site_gen.tables import AGREEMENTS, CARDS, EVENT_IDS, Card, Reader, Row


def summarise(key: str, parts: tuple[AgreementPart, ...], reader: Reader) -> Iterator[Row]:
    """A row into the blocks of its parties and the year of its first stages: what its twins are sought by."""
    name = _name(key, parts)
    parties = tuple(sorted({fold(p.name) for part in parts for p in part.parties}))
    stages = [s for s in dated_stages(parts, reader) if s.date]
    dates = tuple(sorted({s.date for s in stages if s.date}, key=lambda d: (earliest(d), d)))
    if not parties or not dates or not content_words(name):
        return
    first = [m for part in parts for m in part.agreement.mentions[:2]]
    draft = reader.one(AGREEMENT_DRAFTS, key)
    summary = AgreementSummary(
        key, name, parts[0].agreement.kind, parties, years_of(name), spans_of(name), dates,
        tuple(sorted(first)[:4]), tuple(sorted({part.article for part in parts})), draft.people if draft else (),
    )  # fmt: skip
    for block in blocks_of(summary):
        yield Row(AGREEMENT_OCCASIONS, block, summary)


def _name(key: str, parts: Iterable[AgreementPart]) -> str:
    counted = Counter(part.agreement.name for part in parts)
    return min(counted, key=lambda n: (" " not in n, n.islower(), -counted[n], -len(n), n))


def assemble_agreement(key: str, parts: tuple[AgreementPart, ...], reader: Reader) -> Iterator[Row]:
    """The record of one agreement, and the card that links to it show."""
    decisions = decided("agreement", key, reader)
    if has_action(decisions, "hide"):
        return
    draft = reader.one(AGREEMENT_DRAFTS, key)
    stages = merge_stages(dated_stages(parts, reader))
    parties = _parties(parts)
    name = title_of(draft.name if draft else "", [part.agreement for part in parts], parties)
    record = Agreement(
        id=key,
        name=corrected(decisions, "name", corrected(decisions, "title", name)),
        kind=_kind(parts),
        acronym=commonest(part.agreement.acronym for part in parts if part.agreement.acronym),
        variants=_variants(parts),
        parties=parties,
        stages=stages,
        relations=(*_relations(key, parts), *_twins(key, reader)),
        mentions=tuple(sorted({m for part in parts for m in part.agreement.mentions})),
        basis="editor" if decisions or any(p.agreement.rule == "editor" for p in parts) else "extracted",
        note=noted(decisions),
    )
    yield Row(AGREEMENTS, key, record)
    last = latest(stages)
    yield Row(
        CARDS,
        f"agreement/{key}",
        Card(
            "agreement",
            key,
            record.name,
            last.stage if last else record.kind,
            (last.date or "") if last else "",
        ),
    )


def _kind(parts: Iterable[AgreementPart]) -> str:
    """The commonest kind of paper that reports give it; `document` says none."""
    told = [part.agreement.kind for part in parts]
    return commonest([kind for kind in told if kind != "document"] or told)


def _parties(parts: Iterable[AgreementPart]) -> tuple[Party, ...]:
    stated: dict[str, Party] = {}
    inferred: dict[str, Party] = {}
    for part in parts:
        for party in part.agreement.parties:
            stated.setdefault(fold(party_name(party)), replace(party, name=party_name(party)))
        for party in part.parties:
            inferred.setdefault(fold(party_name(party)), replace(party, name=party_name(party)))
    chosen = (
        stated
        if len(stated) > 1
        else {**inferred, **stated}
        if len(stated | inferred) <= 2
        else stated or inferred
    )
    return tuple(chosen[key] for key in sorted(chosen) if not _shortened(key, chosen))


def _shortened(key: str, chosen: Mapping[str, Party]) -> bool:
    """Whether one other body's name goes on from this one: `Corvane` beside Corvane Semiconductor."""
    longer = [k for k, p in chosen.items() if not p.code and k.startswith(f"{key} ")]
    return not chosen[key].code and len(longer) == 1


@cache
def _life() -> dict[str, int]:
    return {stage: n for n, stage in enumerate(subject("analysis")["stages"])}


def stage_order(stage: str) -> int:
    """Place of a stage in the life of an agreement; an unknown one stands in the middle."""
    life = _life()
    return life.get(stage, len(life) // 2)


def dated_stages(parts: Iterable[AgreementPart], reader: Reader) -> Iterator[Stage]:
    """The stages of all articles; one without a date takes that of the event that tells it.

    Not the day that the article gives to another stage: `signed` and `launched in 2029` may be told as one event.
    """
    for part in parts:
        for stage, event in zip(part.agreement.stages, part.told_in, strict=True):
            known = reader.one(EVENT_IDS, event) if event and not stage.date else None
            day = reader.one(EVENT_DAYS, known) if known else None
            others = {s.date for s in part.agreement.stages if s.stage != stage.stage and s.date}
            own = day and not any(day.startswith(other) for other in others) and _fits(stage, day, part)
            yield replace(stage, date=day) if own else stage


def _fits(stage: Stage, day: str, part: AgreementPart) -> bool:
    """Whether an event's day may be a stage's: no day of the report for what is to come, none behind it for a deed."""
    if stage.stage.startswith("to "):
        return not day.endswith("~")
    told = days(part.published)
    return told is None or earliest(day) <= told.last


def merge_stages(stages: Iterable[Stage]) -> tuple[Stage, ...]:
    """Stages in order of date, then of the life of an agreement, each with its own evidence."""
    return tuple(
        sorted(set(stages), key=lambda s: (earliest(s.date), stage_order(s.stage), s.stage, s.evidence))
    )


def _variants(parts: Iterable[AgreementPart]) -> tuple[NameForm, ...]:
    counted: Counter[str] = Counter()
    for part in parts:
        for mention in part.agreement.mentions:
            counted[" ".join(mention.exact.split())] += 1
    full = max((part.agreement.name for part in parts), key=len, default="")
    words = set(name_words(full))
    forms = (
        NameForm(text, "full" if words <= set(name_words(text)) else "title", n)
        for text, n in counted.items()
    )
    return tuple(sorted(forms, key=lambda f: (-f.count, f.name)))


def _relations(key: str, parts: Iterable[AgreementPart]) -> Iterator[AgreementRelation]:
    found: dict[tuple[str, str], set[Evidence]] = {}
    for part in parts:
        for kind, target, evidence in part.relations:
            if target != key:
                found.setdefault((kind, target), set()).add(evidence)
    for kind, target in sorted(found):
        yield AgreementRelation(kind, target, tuple(sorted(found[kind, target])))  # type: ignore[arg-type]


def _twins(key: str, reader: Reader) -> Iterator[AgreementRelation]:
    for twin in reader.rows(AGREEMENT_TWINS, key):
        yield AgreementRelation("possibly same", twin.id, twin.evidence, twin.reason)
