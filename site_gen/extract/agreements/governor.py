"""The verb or noun to the left of an agreement that governs it: `signed the pact`, `adoption of it`."""

import re
from collections.abc import Iterator

from site_gen.extract.agreements.mention import Clause, Mention
from site_gen.extract.agreements.step import Step
from site_gen.extract.agreements.tense import noun_tense, tense_of
from site_gen.extract.agreements.words import Words

_REACH = 14
_SUM = re.compile(r"\s?\([$£€¥₹]?|\)\s|\s?[$£€¥₹]")
_TURNS = frozenset({"since", "that", "which", "after", "before", "when", "while", "because", "until"})


def _blocks(gap: str, coordinated: bool) -> bool:
    """Whether a mark between two words cuts them off; a sum in brackets (`$50bn (£28.8bn)`) does not."""
    if _SUM.fullmatch(gap):
        return False
    return any(c in gap for c in ".;:()—!?\n") or (not coordinated and "," in gap)


def steps_before(clause: Clause, mention: Mention, others: list[Mention], words: Words) -> Iterator[Step]:
    """The verb or noun to the left that governs the mention, over other mentions joined by `and`."""
    at, coordinated, joined = mention.first - 1, False, 0
    spans = {m.last: m.first for m in others if m.last < mention.first}
    left = max(0, mention.first - _REACH)
    while at >= left:
        if _blocks(clause.gaps[at], coordinated):
            return
        if at in spans:
            at, coordinated = spans[at] - 1, True
            continue
        key = clause.keys[at]
        if step := _governor(clause, at, mention, words):
            yield step
            return
        if key in words.lists["coordinators"] or _along_with(clause, at):
            coordinated, joined = True, joined or at
        elif key in words.lists["breaks"]:
            if at < joined and at - 1 in spans:
                at = spans[at - 1] - 1  # `signed a deal on X and a pact`
                continue
            coordinated = False
            if step := _through(clause, at, mention, words):
                yield step
                return
            if not _phrase_inside(clause, at, mention, words):
                return
        at -= 1


def _along_with(clause: Clause, at: int) -> bool:
    """`signed a pact along with a protocol`: both were signed."""
    return clause.keys[at] == "with" and clause.keys[max(0, at - 1)] in (
        "along",
        "together",
        "coupled",
    )


def _through(clause: Clause, at: int, mention: Mention, words: Words) -> Step | None:
    """A verb or noun that governs through the preposition at `at`: `adoption of`, `pulled out of`."""
    if clause.keys[at] in _TURNS:
        return None  # `dockers end strike after pay deal`
    far = {"from": 6, "in": 3, "to": 3, "under": 3, "of": 3}.get(clause.keys[at], 2)
    far += 3 * _is_name(clause, at - 1)
    for back in range(1, far + 1):
        governor = at - back
        if governor < 0 or governor >= len(clause.tokens) - 1 or _blocks(clause.gaps[governor], False):
            return None
        key = clause.keys[governor]
        through = any(v.through for v in words.verbs.get(key, ()))
        if through or (key in words.nouns and (back == 1 or key not in words.verbs)):
            return _governor(clause, governor, mention, words) or _taken_out(
                clause, governor, at, mention, words
            )
        if not (back < 2 or clause.tokens[governor].cap or key in _CARRIED or _is_name(clause, at - 1)):
            return None
    return None


def _is_name(clause: Clause, at: int) -> bool:
    """`put the group's name to`, `put his signature under`: whoever's name it is."""
    return clause.keys[at] in _NAMES and clause.keys[at + 1] in ("to", "under")


_NAMES = frozenset({"name", "names", "signature", "signatures"})


_CARRIED = frozenset(
    "the its his her their country name names signature signatures into force effect".split()
)


def _taken_out(clause: Clause, governor: int, at: int, mention: Mention, words: Words) -> Step | None:
    """`withdrew the country from the pact`."""
    for verb in words.verbs.get(clause.keys[governor], ()):
        tense = tense_of(clause, governor, verb.form, words) if clause.keys[at] in verb.through else ""
        if tense:
            return Step(verb.stage, tense, governor, mention.last, governor)
    return None


def _phrase_inside(clause: Clause, at: int, mention: Mention, words: Words) -> bool:
    """`signed in Tokyo the pact`, `signed with India a deal`: a short phrase before the object."""
    tokens = clause.tokens
    if clause.keys[at] == "of":
        return not words.lists["pieces"].isdisjoint(clause.keys[max(0, at - 2) : at])
    if clause.keys[at] not in ("in", "with", "at", "on"):
        return False
    begin = at = at + 1
    while at < mention.first and (
        tokens[at].cap or tokens[at].word[0].isdigit() or clause.keys[at] in ("and",)
    ):
        at += 1
    return begin < at < mention.first and clause.keys[at] in ("a", "an", "the", "its", "their")


def _governor(clause: Clause, at: int, mention: Mention, words: Words) -> Step | None:
    """A stage verb or noun at `at` whose object, through its own preposition, the mention is."""
    key = clause.keys[at]
    if key in words.nouns and not clause.tokens[at].owns:
        stage, through = words.nouns[key]
        if _passes(clause, at, mention, through) and _is_noun(clause, at, key, words):
            tense = noun_tense(clause, at, words)
            if tense == "done" and _to_come(clause, mention.last, words):
                tense = "firm"  # `announcement of the treaty is likely to be made soon`
            return Step(stage, tense, at, mention.last, at) if tense else None
    if clause.keys[max(0, at - 1)] in ("a", "an", "last"):
        return None  # `to have a signed deal`, `strikes last ditch deal`: what it would be, and no deed
    for verb in words.verbs.get(key, ()):
        if verb.through and not _passes(clause, at, mention, verb.through):
            continue
        if not verb.through and not _direct(clause, at, mention, words):
            continue
        tense = tense_of(clause, at, verb.form, words)
        if tense and (tense == "done" or verb.stage != "violated"):
            return Step(verb.stage, tense, at, mention.last, at)
        return None
    return None


def _to_come(clause: Clause, last: int, words: Words) -> bool:
    """Whether the verb right behind a mention says that the deed is still to come."""
    begin = last + 1
    if clause.gaps[last].strip() == ",":  # `of the treaty, according to the sources, is likely`
        begin = (
            next((n for n in range(last + 2, min(last + 9, len(clause.gaps))) if "," in clause.gaps[n]), last)
            + 1
        )
    behind = clause.keys[begin : begin + 3]
    be = behind[:1] in (["is"], ["are"]) and not words.lists["planning"].isdisjoint(behind[1:2])
    modal = behind[:1] in (["will"], ["would"], ["may"], ["could"], ["might"], ["should"])
    return be or (modal and not words.lists["occurring"].isdisjoint(behind[1:]))


def _is_noun(clause: Clause, at: int, key: str, words: Words) -> bool:
    return key not in words.verbs or clause.keys[at + 1] in ("of", "to", "from", "for")


def _passes(clause: Clause, at: int, mention: Mention, through: tuple[str, ...]) -> bool:
    """Whether one of the prepositions of `through` follows the governor."""
    keys = clause.keys[at + 1 : mention.first]
    passed = any(keys[: len(p.split())] == p.split() for p in through) or _named(clause, at, mention, through)
    return passed and _TURNS.isdisjoint(keys)


def _named(clause: Clause, at: int, mention: Mention, through: tuple[str, ...]) -> bool:
    """`put the group's name to`: the name that somebody else has."""
    if "his name to" not in through:
        return False
    near = range(at + 1, min(at + 7, mention.first))
    return any(_is_name(clause, here) and clause.tokens[here - 1].owns for here in near)


def _direct(clause: Clause, at: int, mention: Mention, words: Words) -> bool:
    """Whether the next word is no preposition: the verb takes the mention as its object."""
    follower = clause.keys[at + 1] if at + 1 < mention.first else ""
    return follower not in ("of", "to", "from", "by", "for", "under", "into", "against", "that", "about")
