"""Stages that rule each other out, and two names for what may be one agreement."""

from collections.abc import Iterator
from functools import cache

from site_gen.analyse.conflicts.claims import claim, conflict_rows, witnesses
from site_gen.records import Agreement, Stage
from site_gen.resolve.intervals import days, gap, overlap
from site_gen.resolve.tables import FACTS
from site_gen.resolve.words import subject
from site_gen.tables import AGREEMENTS, Reader, Row

_NEAR = 4
"""Days."""


@cache
def _excluding() -> frozenset[tuple[str, str]]:
    listed = [tuple(pair) for pair in subject("analysis")["excluding"]]
    return frozenset(listed) | frozenset((b, a) for a, b in listed)


def find_agreement_conflicts(key: str, rows: tuple[Agreement, ...], reader: Reader) -> Iterator[Row]:
    """Stage conflicts of one agreement, and its possible twins (told once a pair)."""
    agreement = rows[0]
    yield from _stage_conflicts(agreement, reader)
    for relation in agreement.relations:
        twin = reader.one(AGREEMENTS, relation.target) if relation.type == "possibly same" else None
        if twin and key < twin.id:
            yield from _identity(agreement, twin, relation.reason, reader)


def _stage_conflicts(agreement: Agreement, reader: Reader) -> Iterator[Row]:
    stages = sorted(agreement.stages, key=lambda s: s.stage.startswith("to "))
    done: set[frozenset[str]] = set()
    told: set[frozenset[str]] = set()
    for n, a in enumerate(stages):
        for b in stages[n + 1 :]:
            names = frozenset((a.stage, b.stage))
            both = frozenset(witnesses((a.evidence, b.evidence), reader))
            if (a.stage, b.stage) not in _excluding() or names in done:
                continue
            if both not in told and not _told_done(a, b, stages) and _clash(a, b, reader):
                done.add(names)
                told.add(both)
                yield from _stage_conflict(agreement, a.stage, b.stage, reader)


def _told_done(a: Stage, b: Stage, stages: list[Stage]) -> bool:
    """Whether the article by which one is to come has the other too: `planned for May, it was signed on Monday`."""
    for pending, done in ((a, b), (b, a)):
        if pending.stage.startswith("to ") and any(
            s.stage == done.stage and s.evidence.article == pending.evidence.article for s in stages
        ):
            return True
    return False


def _clash(a: Stage, b: Stage, reader: Reader) -> bool:
    """Told by independent reports of about one day: neither is the later state of affairs."""
    if witnesses((a.evidence,), reader) & witnesses((b.evidence,), reader):
        return False
    if a.stage.startswith("to ") or b.stage.startswith("to "):
        return _pending_later(a, b, reader) or _pending_later(b, a, reader)
    return _one_day(a, b, reader)


def _published(stage: Stage, reader: Reader) -> str:
    facts = reader.one(FACTS, stage.evidence.article)
    return facts.published if facts else ""


def _pending_later(pending: Stage, done: Stage, reader: Reader) -> bool:
    """Still to come in a report published after the day on which another has it done.

    That other must give the day itself, or be no younger than the first.
    """
    if not pending.stage.startswith("to ") or done.stage.startswith("to "):
        return False
    written, told = days(_published(pending, reader)), days(_published(done, reader))
    due = days(pending.date)
    if due and written and due.last < written.first:
        return False  # `met on Monday to sign it`
    day = days(done.date) or told
    if not written or not day or written.first <= day.last:
        return False
    return day.length == 1 and (told is None or gap(told, written) <= _NEAR)


def _one_day(a: Stage, b: Stage, reader: Reader) -> bool:
    """The same day is given for both, or both are news of about one day."""
    first, second = days(a.date), days(b.date)
    if first and second:
        return overlap(first, second) and max(first.length, second.length) <= _NEAR
    written = [days(_published(s, reader)) for s in (a, b)]
    known = [d for d in (first, second) if d]
    near = all(written) and gap(written[0], written[1]) <= _NEAR  # type: ignore[arg-type]
    return near and all(gap(d, w) <= _NEAR for d in known for w in written if w)


def _stage_conflict(agreement: Agreement, one: str, other: str, reader: Reader) -> Iterator[Row]:
    claims = tuple(
        claim(s, (st.evidence for st in agreement.stages if st.stage == s), reader) for s in (one, other)
    )
    yield from conflict_rows(
        "stage", f"Stage: {agreement.name}", claims,
        "One report may be early, or take an announcement for the act.", (f"agreement/{agreement.id}",), reader,
    )  # fmt: skip


def _identity(a: Agreement, b: Agreement, reason: str, reader: Reader) -> Iterator[Row]:
    claims = tuple(
        claim(x.name, sorted(x.mentions, key=lambda e: (-len(e.exact), e)), reader) for x in (a, b)
    )
    yield from conflict_rows(
        "identity", f"One or two: {a.name}; {b.name}", claims,
        f"Two names that may be one agreement: {reason}.", (f"agreement/{a.id}", f"agreement/{b.id}"), reader,
    )  # fmt: skip
