"""The deeds that a sentence tells, without words that only look like one."""

from site_gen.extract.agreements.mention import Clause
from site_gen.extract.agreements.words import Words
from site_gen.extract.events.deeds import find_deeds
from site_gen.extract.events.relative import told_with
from site_gen.extract.events.scene import Scene
from site_gen.extract.events.steps import stage_triggers
from site_gen.extract.events.things import find_things
from site_gen.extract.events.trigger import Trigger
from site_gen.extract.events.words import EventWords
from site_gen.records import (
    AgreementFinding,
    Stage,
)

_TWINS = ({"meet", "summit"}, {"disaster", "attack"}, {"sign", "agree"})
_LASTING = frozenset({"fight", "trial"})
"""What began is told by the reporter, and argued about by those who are quoted."""
_VOTE = 8
"""Words between a vote and what it decides."""
Told = tuple[Trigger, tuple[int, ...]]


def deeds_told(
    clause: Clause,
    stages: list[tuple[int, Stage]],
    agreements: tuple[AgreementFinding, ...],
    spoken: tuple[tuple[int, int], ...],
    scene: Scene,
    words: Words,
    events: EventWords,
) -> list[Told]:
    """The sentence's triggers in order, each deed once; verbs inside a quotation tell nothing."""
    told: list[Told] = stage_triggers(clause, stages, agreements, words, events) if stages else []
    deeds = [
        t
        for t in find_deeds(clause, scene, words, events)
        if not (is_spoken(clause, t, spoken) or _is_month(clause, t, scene))
    ]
    things = [
        t
        for t in find_things(clause, scene, words, events)
        if not (t.kind in _LASTING and is_spoken(clause, t, spoken))
    ]
    if not (told or deeds or things):
        return []
    things = [t for t in things if not any(_nearer(other, t) for other in things)]
    first = [t for t in things if t.name or t.kind == "disaster"]
    for trigger in (*first, *deeds, *(t for t in things if t not in first)):
        if not any(_covers(known, trigger) for known, _ in told):
            told.append((trigger, ()))
    hits = any(t.kind in ("attack", "disaster") and t.rule == "verb hit" for t, _ in told)
    told = [t for t in told if not (hits and t[0].kind == "die") and not _asked(clause, t[0])]
    told = [t for t in told if not _to_succeed(clause, t[0], [v for v, _ in told])]
    told = [t for t in told if not _voted_for(clause, t[0], [v for v, _ in told])]
    told = [t for t in told if not _aim_of_paper(clause, t[0], [v for v, _ in told])]
    told = [t for t in told if not told_with(clause, t[0], [v for v, _ in told], events)]
    told.sort(key=lambda t: (t[0].first, t[0].last))
    starts = {t.at: t for t, _ in told}
    agreed = [t for t, _ in told if t.rule == "verb agree" and t.last + 1 in starts]
    over = {t.at if starts[t.last + 1].rule.startswith("stage") else t.last + 1 for t in agreed}
    return [t for t in told if t[0].at not in over]


def _nearer(other: Trigger, trigger: Trigger) -> bool:
    """`the closure of the mine after a dam burst`: what burst is the dam."""
    return other.kind == trigger.kind == "disaster" and other.last == trigger.last and other.at > trigger.at


def _voted_for(clause: Clause, trigger: Trigger, others: list[Trigger]) -> bool:
    """`voted on Monday to approve the sale`: what a vote has decided is told by the vote."""
    if trigger.first == 0 or clause.keys[trigger.first - 1] != "to":
        return False
    votes = [v for v in others if v.rule == "verb vote" and 0 < trigger.first - v.at < _VOTE]
    return any(all(clause.joined(n) for n in range(v.at, trigger.first - 1)) for v in votes)


def _aim_of_paper(clause: Clause, trigger: Trigger, others: list[Trigger]) -> bool:
    """`signed an agreement on Saturday to end the strike`: what it is for is not told as done or sure."""
    at = trigger.first - 1
    if at < 1 or clause.keys[at] != "to" or not trigger.rule.startswith("verb"):
        return False
    ahead = [v for v in others if v.rule in _SIGNS and v.last < at]
    near = ahead and at - ahead[-1].last < _VOTE and all(clause.joined(n) for n in range(ahead[-1].last, at))
    return bool(near) and _PAPERS.intersection(clause.keys[ahead[-1].first : at]) != frozenset()


_SIGNS = frozenset({"stage signed", "verb sign"})
_PAPERS = frozenset({"agreement", "deal", "accord", "pact", "memorandum", "treaty", "contract"})


def _to_succeed(clause: Clause, trigger: Trigger, others: list[Trigger]) -> bool:
    """`appointed Ann Lee to succeed Bob Roth`: told by the appointment."""
    aimed = trigger.rule == "verb succeed" and trigger.first > 0 and clause.keys[trigger.first - 1] == "to"
    return aimed and any(v.kind == "take-office" and v.at < trigger.at for v in others)


def _asked(clause: Clause, trigger: Trigger) -> bool:
    """`to find out why the plane crashed`: what is asked for is not told."""
    for left in range(trigger.first - 1, max(-1, trigger.first - 6), -1):
        if clause.gaps[left] != " ":
            return False
        if clause.keys[left] in ("why", "whether", "how") and left:
            return True
    return False


def _is_month(clause: Clause, trigger: Trigger, scene: Scene) -> bool:
    """`10 March 2031` in a line of names: nobody marched."""
    start, begin = clause.starts[trigger.at], clause.starts[0]
    return clause.tokens[trigger.at].cap and any(
        d.evidence.start <= start < d.evidence.end for d in scene.calendar.between(begin, start)
    )


def is_spoken(clause: Clause, trigger: Trigger, spoken: tuple[tuple[int, int], ...]) -> bool:
    at = clause.starts[trigger.at]
    return any(start <= at < end for start, end in spoken)


def _covers(known: Trigger, new: Trigger) -> bool:
    """Whether two triggers are one deed: `held talks` and `talks with`, `signed` and the treaty's stage."""
    overlap = known.first <= new.last and new.first <= known.last
    return overlap and (known.kind == new.kind or known.at == new.at or {known.kind, new.kind} in _TWINS)
