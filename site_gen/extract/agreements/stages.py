"""What is done to an agreement: the stages that the words beside its name give it."""

from collections.abc import Iterator

from site_gen.extract.agreements.governor import steps_before
from site_gen.extract.agreements.mention import Clause, Mention
from site_gen.extract.agreements.predicate import steps_after
from site_gen.extract.agreements.step import Step
from site_gen.extract.agreements.tense import noun_tense
from site_gen.extract.agreements.tokens import Token
from site_gen.extract.agreements.words import Words


def find_steps(clause: Clause, mention: Mention, others: list[Mention], words: Words) -> Iterator[Step]:
    """All stages that the sentence gives to `mention`; `others` are those before it, nearest last."""
    if mention.first and clause.keys[mention.first - 1] in words.lists["none_of"]:
        return  # `no agreement has been signed`
    if _did_without(clause, mention):
        return
    found = list(steps_before(clause, mention, others, words))
    if not (_leans_on(clause, mention, others) or _of_detail(clause, mention, words)):
        found += steps_after(clause, mention, words)
    found += _owned(clause, mention, words)
    for step in found:
        if step.tense != "loose" or step.stage not in words.lists["sure_only"]:
            yield step


def _did_without(clause: Clause, mention: Mention) -> bool:
    """`ended without a truce being agreed`: there is none; `without the deal signed in May` there is one."""
    at = mention.first - 1
    while at > 0 and clause.keys[at] in _OPENS_NONE:
        at -= 1
    if at < 0 or clause.keys[at] != "without":
        return False
    behind = clause.keys[mention.last + 1 : mention.last + 2]
    return clause.keys[at + 1] != "the" or behind in (["being"], ["having"])


_OPENS_NONE = frozenset({"a", "an", "any", "the", "new", "such", "final", "formal", "lasting", "permanent"})


def stage_name(step: Step) -> str:
    """`signed`, or `to be signed` for what is to come."""
    if step.tense == "done":
        return step.stage
    return _COMING.get(step.stage, f"to be {step.stage}")


def state_of(steps: list[Step], clause: Clause, first: int) -> str:
    """`signed`, or `pending` for what is told to be unsigned yet: `only initialled`, `is to be signed`; else empty."""
    signed = [s for s in steps if s.stage == "signed"]
    if any(s.tense == "done" for s in signed):
        return "signed"
    only = any(
        s.stage == "initialled" and "only" in clause.keys[max(0, s.at - 2) : max(s.at, first)] for s in steps
    )
    return "pending" if only or any(s.tense == "firm" for s in signed) else ""


_RELATING = frozenset({"builds on", "build on", "built on", "building on", "based on", "expands on"})
"""Sets one agreement against another: what follows the second is said of it."""
_COMING = {"in force": "to be in force", "expired": "to expire"}


def _leans_on(clause: Clause, mention: Mention, others: list[Mention]) -> bool:
    """`the protocol to the treaty was signed`: what follows is said of the agreement named before."""
    at = mention.first - 1
    while at > 0 and clause.keys[at] in ("the", "a", "its", "their", "new"):
        at -= 1
    before = [other for other in others if other.last < mention.first]
    if before and clause.text.startswith(",", mention.end):
        between = clause.text[before[-1].end : mention.start]
        if ", which" in between or ", that" in between:
            return True
    leans = at > 0 and clause.keys[at] in ("of", "to", "under", "within", "from", "on", "for")
    if leans and f"{clause.keys[at - 1]} {clause.keys[at]}" in _RELATING:
        return False
    return leans and any(0 < mention.first - other.last <= 5 for other in others)


def _of_detail(clause: Clause, mention: Mention, words: Words) -> bool:
    """`details of the ceasefire will be agreed`: what follows is said of the details."""
    at = mention.first - 1
    while at > 0 and clause.keys[at] in ("the", "a", "its", "their", "new", "this"):
        at -= 1
    return at > 0 and clause.keys[at] in ("of", "for") and clause.keys[at - 1] in words.lists["details"]


def _owned(clause: Clause, mention: Mention, words: Words) -> Iterator[Step]:
    """`the treaty's ratification`, `the deal signing`."""
    tokens, at = clause.tokens, mention.last + 1
    if not tokens[mention.last].owns or at >= len(tokens) or clause.keys[at] not in words.nouns:
        return
    if tense := noun_tense(clause, mention.first, words):
        yield Step(words.nouns[clause.keys[at]][0], tense, mention.first, at, at)


def done_by(clause: Clause, step: Step, words: Words) -> str:
    """`by the Senate` behind the participle."""
    tokens, at = clause.tokens, step.at + 1
    if at + 1 >= len(tokens) or clause.keys[at] != "by":
        return ""
    end = at + 1
    while end < min(len(tokens), at + 7) and _names_whom(tokens[end], words) and not _quoted(clause, end):
        end += 1
    while end > at + 1 and clause.keys[end - 1] in ("the", "of", "and", "both", "'s"):
        end -= 1
    return clause.text[clause.starts[at + 1] : tokens[end - 1].end] if end > at + 1 else ""


def _quoted(clause: Clause, at: int) -> bool:
    """Whether a quotation ends before a token: `ratified by parliament," Lee said`."""
    return bool({'"', "”"} & set(clause.gaps[at - 1]))


def _names_whom(token: Token, words: Words) -> bool:
    return token.key not in words.lists["dates"] and (token.cap or token.key in words.lists["chambers"])
