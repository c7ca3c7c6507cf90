"""What a verb is done to: the noun, the person, the post or the words behind it that it needs to tell an event."""

from site_gen.extract.agreements.mention import Clause
from site_gen.extract.agreements.tense import broken
from site_gen.extract.events.scene import Scene
from site_gen.extract.events.trigger import is_target, token_at
from site_gen.extract.events.words import NEAR, Deed, EventWords

_STOPS = frozenset(".;:—(")
_NEVER_IN = frozenset("in at on to for that by from as with of under".split())


def object_of(
    clause: Clause, at: int, deed: Deed, passive: bool, scene: Scene, events: EventWords
) -> int | None:
    """Last token of what the verb is done to; None where it is not what the verb needs."""
    if not passive and deed.needs in events.objects and deed.needs not in _SEEN:
        last = _noun_object(clause, at, events.objects[deed.needs], events)
        return None if deed.base == "call" and last is not None and _is_judged(clause, last) else last
    through, _, target = deed.needs.rpartition(" ")
    if passive and deed.needs in events.objects:
        begin = max(
            (n for n in range(max(0, at - 10), at) if clause.keys[n] in _BEGINS), default=max(0, at - 10)
        )
        return at if events.objects[deed.needs].intersection(clause.keys[begin:at]) else None
    if passive and deed.needs in ("any", "actor", "person"):
        return at
    if deed.needs == "tally":
        return at + 1 if at + 1 < len(clause.tokens) and clause.tokens[at + 1].word[0].isdigit() else None
    if deed.needs in _SEEN:
        return _SEEN[deed.needs](clause, at, scene, events)
    if deed.needs in ("none", "any"):
        return _plain_object(clause, at, deed.needs)
    if through == "far":
        return _far_object(clause, at, events.objects[target])
    if through and target in events.objects:
        near = clause.keys[at + 1] if at + 1 < len(clause.tokens) else ""
        return _noun_object(clause, at + 1, events.objects[target], events) if near == through else None
    if target in ("actor", "place", "person"):
        return _actor_object(clause, at, through, target, scene, events)
    return _words_behind(clause, at, deed.needs)


def _is_judged(clause: Clause, last: int) -> bool:
    """`called the vote a farce`: what it is said to be, and no call."""
    quoted = clause.gaps[last].strip()[:1] in ('"', "“") if last < len(clause.gaps) else False
    return bool(quoted) or clause.keys[last + 1 : last + 2] in (["a"], ["an"], ["the"])


def _words_behind(clause: Clause, at: int, needs: str) -> int | None:
    """The last of the very words that must follow; `clashed in Lagos with` is `clashed with`."""
    if needs == "with" and clause.keys[at + 1 : at + 2] in (["in"], ["on"], ["outside"], ["near"]):
        return next(
            (n for n in range(at + 2, min(at + 7, len(clause.keys))) if clause.keys[n] == "with"), None
        )
    parts = needs.split()
    keys = clause.keys[at + 1 : at + 2 + len(parts)]
    return (
        at + len(parts)
        if keys[: len(parts)] == parts and (keys[-1:] != ["of"] or parts[-1] in _WITH_OF)
        else None
    )


def _far_object(clause: Clause, at: int, nouns: frozenset[str]) -> int | None:
    """`dismissed his brother Ivan from the post`: a noun behind `from`, in the same clause."""
    led = False
    for here in range(at + 1, min(len(clause.tokens), at + 11)):
        if broken(clause, here - 1, ",("):
            return None
        led = led or clause.keys[here] == "from"
        if led and clause.keys[here] in nouns:
            return here
    return None


def _going(clause: Clause, at: int, scene: Scene, events: EventWords) -> int | None:
    """`announced in May that she would step down`."""
    keys = clause.keys[at + 1 : at + 14]
    if "would" not in keys and "will" not in keys:
        return None
    for n, key in enumerate(keys[:-1]):
        if key in ("would", "will") and n and (keys[n - 1] in ("he", "she") or clause.tokens[at + n].cap):
            told = [p for p in events.objects["going"] if keys[n + 1 : n + 1 + len(p.split())] == p.split()]
            last = at + 1 + n + len(told[0].split()) if told else 0
            return last if last and clause.keys[last + 1 : last + 2] not in (["if"], ["unless"]) else None
    return None


def _bare(clause: Clause, at: int, scene: Scene, events: EventWords) -> int | None:
    """A verb without an object, before a time or the clause's end."""
    if at + 1 == len(clause.tokens) or not clause.joined(at):
        return at
    day = scene.times(clause.tokens[at].end, clause.tokens[at].end + 14)
    return at if day or clause.keys[at + 1] in ("late", "early", "shortly", "hours", "after") else None


def _over_bare(clause: Clause, at: int, scene: Scene, events: EventWords) -> int | None:
    """`will take over on 1 July`."""
    return _bare(clause, at + 1, scene, events) if clause.keys[at + 1 : at + 2] == ["over"] else None


def _left_on(clause: Clause, at: int, scene: Scene, events: EventWords) -> int | None:
    """`left on 3 May`, for no place."""
    behind = clause.tokens[at + 1 : at + 7]
    keys = [t.key for t in behind]
    dated = keys[:1] in (["on"], ["in"]) and scene.times(behind[0].end, behind[0].end + 3)
    return at if dated and "for" not in keys and "to" not in keys else None


def _post(clause: Clause, at: int, scene: Scene, events: EventWords) -> int | None:
    """`became finance minister`, `was named the new minister of energy`: an office right behind the verb.

    Not `made him finance minister`, of which nobody knows whom it tells.
    """
    if clause.keys[at + 1 : at + 2] in (["him"], ["her"], ["them"]):
        return None
    for here in range(at + 1, min(len(clause.tokens), at + 7)):
        if broken(clause, here - 1, ",(") or clause.keys[here] in _OFFICE_STOPS:
            return None
        if clause.keys[here] in events.objects["officers"] and not clause.tokens[here].owns:
            return here
    return None


def _to_do(clause: Clause, at: int, scene: Scene, events: EventWords) -> int | None:
    """`agreed to reopen the border`, `agreed on Friday to reopen it`."""
    if clause.keys[at + 1 : at + 2] == ["to"]:
        return at + 1
    day = scene.calendar.between(clause.tokens[at].end, clause.tokens[at].end + 8)
    behind = [n for n in range(at + 2, min(len(clause.tokens), at + 7)) if clause.keys[n] == "to"]
    if not day or not behind or clause.starts[behind[0]] > day[0].evidence.end + 2:
        return None
    return behind[0]


_OFFICE_STOPS = frozenset("in on at by to from with after that who which and for of".split())


def _as_post(clause: Clause, at: int, scene: Scene, events: EventWords) -> int | None:
    """`confirmed Ann Lee as ambassador`, `was confirmed as ambassador`."""
    for here in range(at + 1, min(len(clause.tokens), at + 9)):
        if broken(clause, here - 1, ",("):
            return None
        if clause.keys[here] == "as":
            return _post(clause, here, scene, events)
    return None


_WITH_OF = frozenset({"guilty", "winner", "elected"})
"""`found guilty of fraud`, `declared winner of the vote`: what follows tells no other thing."""
_BEGINS = frozenset({"before", "after", "when", "while", "because", "until"})
"""Words at which the subject of a passive begins anew: `told in the report before he was released`."""

_SEEN = {
    "going": _going,
    "bare": _bare,
    "over bare": _over_bare,
    "date": _left_on,
    "post": _post,
    "as post": _as_post,
    "doing": _to_do,
}


def _plain_object(clause: Clause, at: int, needs: str) -> int | None:
    if needs == "none":
        return at
    if at + 1 >= len(clause.tokens) or broken(clause, at, ","):
        return None
    return None if clause.keys[at + 1] in ("out", "off", "back", "away") else at + 1  # `stormed out`


def _actor_object(
    clause: Clause, at: int, through: str, target: str, scene: Scene, events: EventWords
) -> int | None:
    tokens = clause.tokens
    begin = at + 1
    if through:
        if begin >= len(tokens) or clause.keys[begin] != through:
            return None
        begin += 1
    reach = min(len(tokens), begin + 7)
    for here in range(begin, reach):
        if broken(clause, here - 1, ",") and not (target == "person" and _apposed(clause, at, here, scene)):
            return None
        if clause.keys[here] in _NEVER_IN and here > begin - 1 and not through:
            return None
        hits = [a for a in scene.between(clause.starts[here], tokens[here].end) if is_target(a, target)]
        if hits:
            last = token_at(clause, hits[0].end, here)
            return None if target == "person" and tokens[last].owns else last
        if target == "actor" and clause.keys[here] in events.lists["collective"]:
            return here
    return None


def _apposed(clause: Clause, at: int, here: int, scene: Scene) -> bool:
    """`named a general, Ann Lee, president`: the person behind the first comma."""
    if (
        clause.keys[at + 1] not in ("a", "an", "the", "his", "her", "its", "their")
        or clause.gaps[here - 1] != ", "
    ):
        return False
    named = any(
        a.person >= 0 and a.start == clause.starts[here]
        for a in scene.between(clause.starts[here], clause.tokens[here].end)
    )
    return named and all(clause.joined(n) for n in range(at, here - 1))


def _noun_object(clause: Clause, at: int, nouns: frozenset[str], events: EventWords) -> int | None:
    tokens = clause.tokens
    if nouns.isdisjoint(clause.keys[at + 1 : at + NEAR]):
        return None
    for here in range(at + 1, min(len(tokens), at + NEAR)):
        gap = clause.gaps[here - 1]
        if not _STOPS.isdisjoint(gap) and not (gap == ". " and len(tokens[here - 1].word) < 5):
            return None
        heard = clause.keys[here] == "hearing" and "".join(clause.keys[here + 1 : here + 2]).endswith("s")
        if clause.keys[here] in nouns and clause.keys[here - 1] not in events.lists["press"] and not heard:
            return here
        if clause.keys[here] in events.lists["object_ends"]:
            return None
    return None
