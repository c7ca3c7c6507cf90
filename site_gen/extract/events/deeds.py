"""The verbs of a sentence that tell an event, with who does it and what it is done to."""

from collections.abc import Iterator
from itertools import pairwise

from site_gen.extract.agreements.mention import Clause
from site_gen.extract.agreements.tense import Tense, awaited, fell_short, group_tense, tense_of
from site_gen.extract.agreements.words import Words
from site_gen.extract.events.doers import describes, has_subject, of_many, thing_ahead
from site_gen.extract.events.objects import object_of
from site_gen.extract.events.scene import Scene
from site_gen.extract.events.trigger import Trigger, is_hollow
from site_gen.extract.events.words import NEAR, Deed, EventWords, may_be
from site_gen.text.lists import without

_NOTHING: frozenset[str] = frozenset()
_OF_THINGS = frozenset({"in-force"})
"""Kinds of which the subject is no doer: a law takes effect."""
_MONEY = frozenset("$€£¥₹")
_NO = 5
"""Words from `no` to its verb: `no appeal had been filed`."""
_HOLDERS = frozenset(
    {"founder", "leader", "president", "premier", "chairman", "chief", "head", "boss", "minister"}
)
_APART, _WITH = 6, frozenset({"on", "in", "from", "with", "aboard"})
_GOVERN = frozenset({"to", "of", "with", "for", "from"})
_BE = frozenset({"was", "were", "been", "being", "be", "is", "are", "got"})


def find_deeds(clause: Clause, scene: Scene, words: Words, events: EventWords) -> Iterator[Trigger]:
    """The verbs that tell an event."""
    for at in [n for n, key in enumerate(clause.keys) if key in events.deeds]:
        if clause.tokens[at].cap and at and not clause.heading:
            continue
        behind = clause.keys[at + 1 : at + NEAR]
        for deed in events.deeds[clause.keys[at]]:
            if may_be(deed, behind, events) and (found := _deed(clause, at, deed, scene, words, events)):
                yield found
                break


def _deed(
    clause: Clause, at: int, deed: Deed, scene: Scene, words: Words, events: EventWords
) -> Trigger | None:
    passive = deed.form == "part" and _is_passive(clause, at)
    if deed.form == "ing" or (
        deed.form == "part" and not passive and deed.base in ("swear",) and not clause.heading
    ):
        return None
    if (passive and not deed.passive) or (not passive and _reduced(clause, at, deed, words)):
        return None
    last = object_of(clause, at, deed, passive, scene, events)
    if last is None or is_hollow(clause, at, events) or _is_noun(clause, at, deed, events):
        return None
    if not _able(clause, at, deed, passive, scene, events):
        return None
    if not (
        thing_ahead(clause, at)
        if deed.kind in _OF_THINGS
        else has_subject(clause, at, scene, events, passive)
    ):
        return None
    tense = _passive_tense(clause, at, words) if passive else tense_of(clause, at, deed.form, words)
    timed = deed.form == "s" or (deed.form == "base" and of_many(clause, at))
    if not tense and timed and _ahead(clause, last, scene):
        tense = "firm"
    if (passive and fell_short(clause, at, words)) or _of_a_war(clause, at, deed, events):
        return None
    if tense == "firm" and (_put_off(clause, at, events) or (passive and _for_it_to_be(clause, at))):
        return None
    if tense not in ("done", "firm"):
        return None
    return Trigger(_kind(clause, deed, scene, events), at, at, last, tense, f"verb {deed.base}")


def _reduced(clause: Clause, at: int, deed: Deed, words: Words) -> bool:
    """`the jets acquired from Lund`, `loyal to ousted President Lee`: a participle behind or before its noun.

    And `an accord to free captives`: what it says.
    """
    if at > 1 and clause.keys[at - 1] == "to" and clause.keys[at - 2] in words.heads:
        return True
    if at and clause.keys[at - 1] in _GOVERN and clause.keys[at] == f"{deed.base.removesuffix('e')}ed":
        return True
    return deed.needs == "any" and deed.passive and clause.keys[at + 1 : at + 2] in (["from"], ["by"])


def _of_a_war(clause: Clause, at: int, deed: Deed, events: EventWords) -> bool:
    """`the war has killed 3,000 people`, `600 have been killed in the fighting`: a count to date and no deed.

    Nor has who `acquired €8 billion in fines` bought something.
    """
    if deed.base == "acquire" and clause.text[clause.tokens[at].end :][1:2] in _MONEY:
        return True
    ahead = clause.keys[max(0, at - 16) : at]
    if deed.kind == "die" and not {"has", "have"}.isdisjoint(ahead[-3:]) and "since" in clause.keys[at:]:
        return True  # `140 people have died since October`
    if deed.base not in events.lists["harm"] or {"has", "have"}.isdisjoint(ahead[-3:]):
        return False
    behind = clause.keys[at + 1 : at + 14]
    return not events.lists["wars"].isdisjoint((*ahead, *behind))


def _put_off(clause: Clause, at: int, events: EventWords) -> bool:
    """`a meeting to vote on the bill was postponed`."""
    behind = clause.keys[at + 1 : at + 24]
    return any(a in _BE and b in events.lists["put_off"] for a, b in pairwise(behind))


def _for_it_to_be(clause: Clause, at: int) -> bool:
    """`for a motion to be passed, it needs nine votes`: a condition."""
    ahead = clause.keys[max(0, at - 10) : at]
    if ahead[-2:] != ["to", "be"] or "for" not in ahead:
        return False
    between = ahead[len(ahead) - ahead[::-1].index("for") : -2]
    return _BE.isdisjoint(between) and not any(w.endswith("ed") or w in ("set", "due") for w in between)


def _kind(clause: Clause, deed: Deed, scene: Scene, events: EventWords) -> str:
    """`were injured` is an attack, a disaster or a death by what else the article speaks of."""
    if deed.base in events.lists["harm"] and not events.lists["calamities"].isdisjoint(clause.keys):
        return "disaster" if events.lists["violence"].isdisjoint(clause.keys) else deed.kind
    if deed.base not in events.lists["harm"]:
        return deed.kind
    struck = scene.speaks_of(events.lists["calamities"])
    helped = events.lists["helping"] if struck else _NOTHING  # troops come to the aid of the flooded
    if scene.speaks_of(without(events.lists["violence"], helped)):
        return deed.kind
    return "disaster" if struck else "die"


def _ahead(clause: Clause, last: int, scene: Scene) -> bool:
    """`presents the budget on 25 September`: the present of a timetable, with a day after the report's."""
    written = scene.doc.article.published.edtf or ""
    behind = clause.tokens[last]
    near = scene.calendar.between(behind.start, behind.end + 40)
    day = next((d.edtf for d in near if d.edtf and len(d.edtf) == 10), "")
    return bool(day) and len(written) == 10 and written[0].isdigit() and day >= written


def _able(clause: Clause, at: int, deed: Deed, passive: bool, scene: Scene, events: EventWords) -> bool:
    """Whether the subject does such things: a court rules, a force attacks; `is elected` tells nothing."""
    ahead = clause.keys[max(0, at - 9) : at]
    if not events.lists["nobody"].isdisjoint(ahead) or (passive and "no" in ahead[-_NO:]):
        return False
    if passive:
        present = not {"is", "are"}.isdisjoint(ahead[-3:]) and {
            "to",
            "being",
            "been",
            "set",
            "due",
        }.isdisjoint(ahead[-3:])
        return clause.headline or not present
    if deed.base == "end" and deed.needs == "bare":
        return not events.lists["ending"].isdisjoint(ahead)
    if deed.base == "hit":
        return not events.lists["armed"].isdisjoint(ahead[-1:])
    if deed.base == "rule":
        return not events.lists["courts"].isdisjoint(ahead)
    return deed.base not in events.lists["forceful"] or _force(clause, at, scene, events)


def _force(clause: Clause, at: int, scene: Scene, events: EventWords) -> bool:
    """The word before the verb is a force, a country or a name that is no person's."""
    head = at - 1
    while head >= 0 and (clause.keys[head] in events.lists["verbal"] or clause.tokens[head].adverb):
        head -= 1
    if head < 0:
        return False
    token = clause.tokens[head]
    apart = [n for n in range(head - 1, max(0, head - _APART), -1) if clause.keys[n] in _WITH]
    if apart and clause.keys[apart[-1] - 1] in events.lists["collective"]:
        return True  # `Gunmen on motorbikes attacked the post`
    people = [
        a for a in scene.between(max(0, token.start - 40), token.end) if a.person >= 0 and a.end >= token.end
    ]
    return not people and (token.cap or token.key in events.lists["collective"])


def _is_noun(clause: Clause, at: int, deed: Deed, events: EventWords) -> bool:
    """`visited the injured in hospital`, `his detained ministers`, `in order to`."""
    if clause.keys[max(0, at - 1) : at + 2] == ["in", "order", "to"]:
        return True
    if deed.form not in ("part", "past") or not at:
        return False
    owned = clause.tokens[at - 1].owns or clause.keys[at - 1] in ("his", "her", "its", "their")
    described = (
        owned and at + 1 < len(clause.tokens) and clause.joined(at) and clause.keys[at + 1].endswith("s")
    )
    if owned and at + 1 < len(clause.tokens) and clause.keys[at + 1] in _HOLDERS:
        return True  # `the party's jailed founder`
    if deed.form == "part" and describes(clause, at, events):
        return True
    return described or clause.keys[at - 1] in ("the", "those", "all")


def _is_passive(clause: Clause, at: int) -> bool:
    keys = clause.keys[max(0, at - 3) : at]
    return not _BE.isdisjoint(keys) and not {"to", "has", "have", "had"} & set(keys[-1:])


def _passive_tense(clause: Clause, at: int, words: Words) -> Tense:
    if awaited(clause, at):
        return "firm"
    begin = max([n + 1 for n in range(max(0, at - 4), at) if "," in clause.gaps[n]], default=max(0, at - 4))
    keys = [t.key for t in clause.tokens[begin:at] if t.word != "May"]
    if keys[-3:-1] == ["to", "have"] and keys[-4:-3] not in (["expected"], ["due"], ["set"]):
        return "done"  # `were thought to have been hurt`
    return group_tense(keys, words)
