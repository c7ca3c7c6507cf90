"""The nouns of a sentence that tell an event, with whose it is, where or between whom."""

from collections.abc import Iterator

from site_gen.extract.agreements.mention import Clause
from site_gen.extract.agreements.tense import Tense, broken, put_off
from site_gen.extract.agreements.words import Words
from site_gen.extract.events.between import between_end
from site_gen.extract.events.scene import Scene
from site_gen.extract.events.trigger import Trigger, is_hollow, is_target, token_at
from site_gen.extract.events.words import EventWords, Thing

_DETERMINERS = frozenset("a an the his her its their this that more new two three several".split())


_CLAUSE = 14
"""Words that a clause on a noun may have before its verb."""


def find_things(clause: Clause, scene: Scene, words: Words, events: EventWords) -> Iterator[Trigger]:
    """The nouns that tell an event, named ones included."""
    for at in [n for n, key in enumerate(clause.keys) if key in events.nouns]:
        key = clause.keys[at]
        if put_off(clause, at, words) == "":
            continue  # `the summit was called off`
        if key in events.lists["named"] and (named := _named(clause, at, words, events)):
            yield named
        elif key in events.beginnings and (last := _began(clause, at, "began", scene, events)) is not None:
            yield Trigger(
                events.beginnings[key],
                at,
                _first(clause, at),
                last,
                _noun_time(clause, at, events),
                f"noun {key}",
            )
        elif key in events.things and not _ranked(clause, at, events):
            thing = events.things[key]
            slated = _slated(clause, at, scene, events)
            last = _suits(clause, at, thing.needs, scene, events) if slated is None else slated
            if last is not None and not is_hollow(clause, at, events):
                time = _noun_time(clause, at, events) if slated is None else _slated_time(clause, at)
                yield Trigger(
                    _kind(key, thing, scene, events), at, _first(clause, at), last, time, f"noun {key}"
                )


def _ranked(clause: Clause, at: int, events: EventWords) -> bool:
    """`the first hurricane to strike the state since Wilma`: a comparison, and told elsewhere."""
    compared = not events.lists["ranked"].isdisjoint(clause.keys[max(0, at - 3) : at])
    return compared and clause.keys[at + 1 : at + 2] in (["to"], ["since"])


def _kind(key: str, thing: Thing, scene: Scene, events: EventWords) -> str:
    """The noun's kind; a strike of workers is a protest."""
    labour = key == "strike" and scene.speaks_of(events.lists["labour"])
    return events.beginnings[key] if labour else thing.kind


def _slated_time(clause: Clause, at: int) -> Tense:
    """`was set for 3 May` may have been; `is set for 3 May` is to come."""
    return "done" if {"was", "were"} & set(clause.keys[at + 1 : at + _CLAUSE]) else "firm"


def _noun_time(clause: Clause, at: int, events: EventWords) -> Tense:
    end = next((n + 1 for n in range(at, min(at + 10, len(clause.gaps))) if "," in clause.gaps[n]), at + 10)
    keys = clause.keys[max(0, at - 6) : end]
    return "done" if events.lists["coming"].isdisjoint(keys) else "firm"


_BEFORE = frozenset(
    "in on at of during with to by from and after for that as before since until ahead following amid despite under "
    "over about between into through".split()
)
"""Words at which the phrase of a noun begins."""


def _first(clause: Clause, at: int) -> int:
    """The noun with the words that describe it and whose it is."""
    first = at
    while first > 0 and at - first < 8 and clause.joined(first - 1):
        left = clause.tokens[first - 1]
        if left.key in _BEFORE:
            break
        first -= 1
        if left.key in ("a", "an", "the", "this", "that"):
            break
    return first


def _named(clause: Clause, at: int, words: Words, events: EventWords) -> Trigger | None:
    """`the 15th Annual Alpine Summit`, `Harbour Dialogue`: a capitalised run that ends in the head."""
    tokens = clause.tokens
    first = _run_left(clause, at)
    if first == at and clause.keys[at] != "summit":
        return None
    if at + 1 < len(tokens) and clause.joined(at) and tokens[at + 1].cap and not clause.heading:
        return None
    if first == at or (not tokens[at].cap and clause.keys[at] not in events.lists["sure"]):
        return None
    if clause.keys[at] not in events.lists["sure"] and not _framed(clause, first, events):
        return None
    end = at + 1 if at + 1 < len(tokens) and clause.joined(at) and tokens[at + 1].word.isdigit() else at
    name = clause.text[clause.starts[first] : tokens[end].end]
    kind = "summit" if clause.keys[at] in ("summit", "conference", "dialogue", "conclave") else "gathering"
    return Trigger(kind, at, first, end, _noun_time(clause, end, events), "name of an event", _unowned(name))


def _unowned(name: str) -> str:
    return " ".join(name[:-2].split() if name.endswith(("'s", "’s")) else name.split())


def _run_left(clause: Clause, at: int) -> int:
    first = at
    while first > 0 and clause.joined(first - 1):
        left = clause.tokens[first - 1]
        inner = left.owns and left.key.endswith("s")
        if not (left.cap or left.word[0].isdigit()) or (left.owns and not inner) or left.key in _DETERMINERS:
            break
        if left.key in ("at", "on", "during", "in", "under", "after", "before", "since", "while", "earlier"):
            break
        first -= 1
    return first


def _framed(clause: Clause, first: int, events: EventWords) -> bool:
    keys = clause.keys[max(0, first - 4) : first]
    return not events.lists["gathered"].isdisjoint(keys)


def _suits(clause: Clause, at: int, needs: str, scene: Scene, events: EventWords) -> int | None:
    """Last token of what must stand beside the noun; None where it does not."""
    return _CHECKS[needs](clause, at, needs, scene, events)


def _slated(clause: Clause, at: int, scene: Scene, events: EventWords) -> int | None:
    """`the next hearing is scheduled for 3 May`: any event's noun with a day set for it."""
    tokens = clause.tokens
    if (following := _next(clause, at, scene)) is not None:
        return following
    verb = _past_clause(clause, at) if at + 3 < len(tokens) else len(tokens)
    if verb + 2 >= len(tokens) or clause.keys[verb] not in ("is", "are", "was", "were", "will"):
        return None
    if events.lists["slated"].isdisjoint(clause.keys[verb + 1 : verb + 5]):
        return None
    behind = scene.calendar.between(clause.starts[verb + 1], tokens[min(verb + 8, len(tokens) - 1)].end)
    return token_at(clause, behind[0].evidence.end, at) if behind else None


def _next(clause: Clause, at: int, scene: Scene) -> int | None:
    """`its next meeting on July 27`, `the next hearing is on May 3`, `will be in June`: the day right behind."""
    if "next" not in clause.keys[max(0, at - 3) : at] or not clause.joined(at - 1):
        return None
    here = at + 1
    while here < len(clause.tokens) and clause.keys[here] in ("is", "will", "be", ",", "set", "for"):
        here += 1
    if clause.keys[here : here + 1] not in (["on"], ["in"]) or here + 1 >= len(clause.tokens):
        return None
    days = scene.calendar.between(clause.starts[here + 1], clause.starts[here + 1] + 1)
    days = days or scene.calendar.between(clause.starts[here], clause.starts[here] + 1)
    return token_at(clause, days[0].evidence.end, at) if days else None


def _past_clause(clause: Clause, at: int) -> int:
    """The token behind a noun, or behind the clause on it: `a strike that would shut down schools is set for`."""
    if clause.keys[at + 1] != "that":
        return at + 1
    for here in range(at + 3, min(at + _CLAUSE, len(clause.tokens))):
        if broken(clause, here - 1, ","):
            break
        if clause.keys[here] in ("is", "are") and clause.keys[here - 1] != "that":
            return here
    return at + 1


def _began(clause: Clause, at: int, needs: str, scene: Scene, events: EventWords) -> int | None:
    """`the war, which began in April 2019`."""
    tokens = clause.tokens
    for here in range(at + 1, min(at + 4, len(tokens))):
        if clause.keys[here] in events.lists["begun"]:
            behind = scene.calendar.between(tokens[here].end, tokens[min(here + 5, len(tokens) - 1)].end)
            return token_at(clause, behind[0].evidence.end, here) if behind else None
    return None


def _to_place(clause: Clause, at: int, needs: str, scene: Scene, events: EventWords) -> int | None:
    """`visit to Lima`, `visit of Peru`, `Peru visit`."""
    tokens = clause.tokens
    if tokens[at].cap and at and not clause.heading and clause.keys[at + 1 : at + 2] == ["of"]:
        return None  # `won the Tour of Peru`
    if at + 1 < len(tokens) and clause.keys[at + 1] in ("to", "of", "in"):
        for here in range(at + 2, min(at + 6, len(tokens))):
            hits = [a for a in scene.between(clause.starts[here], tokens[here].end) if is_target(a, "place")]
            if hits:
                return token_at(clause, hits[0].end, here)
            if tokens[here].cap or broken(clause, here - 1, ","):
                break
    if at and clause.joined(at - 1) and not tokens[at - 1].owns:
        hits = [a for a in scene.between(clause.starts[at - 1], tokens[at - 1].end) if is_target(a, "place")]
        return at if hits else None
    return None


def _with_actors(clause: Clause, at: int, needs: str, scene: Scene, events: EventWords) -> int | None:
    """`meeting with Lee`, `talks between Lee and Diaz`, `the Lee-Diaz meeting`."""
    tokens = clause.tokens
    for here in range(at + 1, min(at + 6, len(tokens))):
        if broken(clause, here - 1, ","):
            break
        if clause.keys[here] in ("with", "between"):
            found = scene.between(tokens[here].end, tokens[min(here + 9, len(tokens) - 1)].end)
            both = between_end(clause, at, events) if clause.keys[here] == "between" else -1
            return max(token_at(clause, found[0].end, here), both) if found else None
    if clause.keys[at] == "talks" or not at:
        return None
    return (
        at
        if ("–" in tokens[at - 1].word and tokens[at - 1].cap)
        or ("-" in tokens[at - 1].word and tokens[at - 1].cap)
        else None
    )


def _called(clause: Clause, at: int, needs: str, scene: Scene, events: EventWords) -> int | None:
    """`a phone call with Lee`, `made a telephone call to Lee`: somebody is called, or two are named."""
    held = clause.keys[at] == "conversation" and clause.keys[at + 1 : at + 2] == ["with"]
    if not at or not (held or clause.keys[at - 1] in events.lists["lines"]):
        return None
    tokens = clause.tokens
    for here in range(at + 1, min(at + 6, len(tokens))):
        if broken(clause, here - 1, ","):
            return None
        if clause.keys[here] in ("with", "between", "to"):
            found = scene.between(tokens[here].end, tokens[min(here + 12, len(tokens) - 1)].end)
            people = [a for a in found if a.person >= 0] or list(found)
            return token_at(clause, people[0].end, here) if people else None
    return None


def _some(clause: Clause, at: int, needs: str, scene: Scene, events: EventWords) -> int | None:
    """A summit: between some, or somewhere."""
    if (last := _with_actors(clause, at, needs, scene, events)) is not None:
        return last
    tokens = clause.tokens
    if at + 2 < len(tokens) and clause.keys[at + 1] in ("in", "at", "hosted", "of"):
        found = scene.between(tokens[at + 1].end, tokens[min(at + 4, len(tokens) - 1)].end)
        return token_at(clause, found[0].end, at) if found else None
    return None


def _outlet(clause: Clause, at: int, needs: str, scene: Scene, events: EventWords) -> int | None:
    """`an interview with Corriere`: somebody's, to a paper."""
    tokens = clause.tokens
    if at + 1 < len(tokens) and clause.keys[at + 1] in ("to", "with", "in", "on", "for", "published"):
        for here in range(at + 2, min(at + 8, len(tokens))):
            if broken(clause, here - 1, ","):
                return None
            if clause.keys[at + 1] == "in" and tokens[here].cap and clause.place_of(here):
                return None
            if tokens[here].cap and not _of_outlet(clause, here, events):
                return _run_end(clause, here)
    return None


def _run_end(clause: Clause, at: int) -> int:
    while at + 1 < len(clause.tokens) and clause.joined(at) and clause.tokens[at + 1].cap:
        at += 1
    return at


def _of_outlet(clause: Clause, at: int, events: EventWords) -> bool:
    """`the Italian newspaper`: an adjective before the paper itself."""
    return at + 1 < len(clause.tokens) and clause.keys[at + 1] in events.lists["outlets"]


def _struck(clause: Clause, at: int, needs: str, scene: Scene, events: EventWords) -> int | None:
    """A disaster and what it did."""
    for here in range(at + 1, min(at + 12, len(clause.tokens))):
        if broken(clause, here - 1) or clause.keys[here] in ("why", "whether"):
            return None
        if clause.keys[here] in events.lists[needs]:
            return here
        if " ".join(clause.keys[here : here + 2]) in events.lists[needs] and _itself(clause, at, here):
            return here + 1
    return None


def _itself(clause: Clause, at: int, verb: int) -> bool:
    """Whether the noun is what goes down: `the tanker Vega went down`, but not `the ship owner's sales went down`."""
    behind = clause.tokens[at + 1]
    apart = not clause.joined(at) or behind.key in _BEHIND_CRAFT
    owned = any(t.owns for t in clause.tokens[at:verb]) or not _OF.isdisjoint(
        clause.keys[max(0, at - 2) : at]
    )
    return (at + 1 == verb or apart or behind.cap) and not owned


_OF = frozenset({"of", "for", "per"})
_BEHIND_CRAFT = frozenset(
    {"with", "carrying", "that", "which", "from", "also", "later", "then", "had", "has", "near"}
)


def _dated(clause: Clause, at: int, needs: str, scene: Scene, events: EventWords) -> int | None:
    """Nouns that need a date close by, and somewhere or somebody."""
    low, high = clause.tokens[max(0, at - 5)], clause.tokens[min(at + 7, len(clause.tokens) - 1)]
    if clause.keys[at] in events.lists["owned"] and not _somebodys(clause, at):
        return None
    dates = scene.calendar.between(low.start, high.end)
    behind = [d for d in dates if d.evidence.start >= clause.tokens[at].end]
    if not behind or not scene.between(low.start, high.end):
        return None
    return token_at(clause, behind[0].evidence.end, at)


def _somebodys(clause: Clause, at: int) -> bool:
    """`the death of Rossi`, `Rossi's death`."""
    owned = at > 0 and (clause.tokens[at - 1].owns or clause.keys[at - 1] in ("his", "her", "their"))
    return owned or (at + 1 < len(clause.tokens) and clause.keys[at + 1] == "of")


_CHECKS = {
    "began": _began, "called": _called,
    "place": _to_place, "actors": _with_actors, "some": _some, "outlet": _outlet,
    "struck": _struck, "wrecked": _struck, "dated": _dated,
}  # fmt: skip
"""What must stand beside a noun, by what the lexicon says that it needs."""
