"""Events that are an agreement's stages: signed, adopted, released, in force, left."""

from bisect import bisect_right

from site_gen.extract.agreements.mention import Clause
from site_gen.extract.agreements.words import Words
from site_gen.extract.events.trigger import Trigger
from site_gen.extract.events.words import EventWords
from site_gen.records import AgreementFinding, Stage

_PLANS = frozenset({"sign", "adopt", "announce", "vote", "launch", "in-force", "withdraw", "expire"})


def stage_sentences(agreements: tuple[AgreementFinding, ...]) -> dict[int, list[tuple[int, Stage]]]:
    """The stages with the place of their agreement, by sentence."""
    found: dict[int, list[tuple[int, Stage]]] = {}
    for number, agreement in enumerate(agreements):
        for stage in agreement.stages:
            found.setdefault(stage.evidence.sentence, []).append((number, stage))
    return found


def stage_triggers(
    clause: Clause,
    stages: list[tuple[int, Stage]],
    agreements: tuple[AgreementFinding, ...],
    words: Words,
    events: EventWords,
) -> list[tuple[Trigger, tuple[int, ...]]]:
    """One trigger for every deed, with the agreements it was done to: one verb may have signed two."""
    starts = clause.starts
    found: dict[tuple[str, int], tuple[Trigger, tuple[int, ...]]] = {}
    for number, stage in sorted(stages, key=lambda s: (s[1].evidence.start, s[1].evidence.end)):
        planned = stage.stage.startswith("to ")
        name = stage.stage.removeprefix("to be ").removeprefix("to ")
        kind = _kind(name, agreements[number].kind, events)
        first = bisect_right(starts, stage.evidence.start) - 1
        upgrade = name in ("upgraded", "elevated") and clause.keys[first] in words.nouns
        side = name == "brokered" and any(n == number and s is not stage for n, s in stages)
        if not kind or upgrade or side or (planned and kind not in _PLANS):
            continue
        last = bisect_right(starts, stage.evidence.end - 1) - 1
        at = first if _active(clause, first, words) else last
        trigger, numbers = found.get((kind, first), (None, ()))
        made = Trigger(
            kind,
            at,
            first,
            max(last, trigger.last if trigger else 0),
            "firm" if planned else "done",
            f"stage {stage.stage}",
        )
        found[kind, first] = (made, (*numbers, number) if number not in numbers else numbers)
    return list(found.values())


def _active(clause: Clause, first: int, words: Words) -> bool:
    """Whether the evidence begins with the verb or noun, and not with the agreement."""
    key = clause.keys[first]
    return not clause.tokens[first].cap and (key in words.verbs or key in words.nouns)


def _kind(stage: str, agreement: str, events: EventWords) -> str:
    if agreement in ("ceasefire", "truce", "armistice") and stage in events.lists["ceasefire"]:
        return "ceasefire"
    return events.stages.get(stage, "")
