"""The words of a sentence that tell an event: verbs with what they are done to, and nouns with whose they are."""

from collections.abc import Iterator
from typing import NamedTuple

from site_gen.extract.agreements.mention import Clause
from site_gen.extract.agreements.tense import Tense, broken, gap_after, group_tense, tense_of
from site_gen.extract.agreements.words import Words
from site_gen.extract.events.scene import Actor, Scene, window
from site_gen.extract.events.words import Deed, EventWords

_BE = frozenset({"was", "were", "been", "being", "be", "is", "are", "got"})
_DETERMINERS = frozenset("a an the his her its their this that more new two three several".split())


class Trigger(NamedTuple):
    """Words that tell an event: tokens `first` to `last`, the verb or noun at `at`."""

    kind: str
    at: int
    first: int
    last: int
    tense: Tense
    rule: str
    name: str = ""


def find_deeds(clause: Clause, scene: Scene, words: Words, events: EventWords) -> Iterator[Trigger]:
    """The verbs that tell an event."""
    for at, token in enumerate(clause.tokens):
        if token.key not in events.deeds or (token.cap and at and not clause.heading):
            continue
        for deed in events.deeds[token.key]:
            if found := _deed(clause, at, deed, scene, words, events):
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
    if passive and not deed.passive or _hollow(clause, at, events):
        return None
    last = _object(clause, at, deed, passive, scene, events)
    if last is None or not _has_subject(clause, at, scene, events, passive):
        return None
    tense = _passive_tense(clause, at, words) if passive else tense_of(clause, at, deed.form, words)
    return Trigger(deed.kind, at, at, last, tense, f"verb {deed.base}") if tense in ("done", "firm") else None


def _is_passive(clause: Clause, at: int) -> bool:
    keys = [t.key for t in clause.tokens[max(0, at - 3) : at]]
    return not _BE.isdisjoint(keys) and not {"to", "has", "have", "had"} & set(keys[-1:])


def _passive_tense(clause: Clause, at: int, words: Words) -> Tense:
    return group_tense([t.key for t in clause.tokens[max(0, at - 4) : at] if t.key != "to" or True], words)


def _hollow(clause: Clause, at: int, events: EventWords) -> bool:
    """Whether a word before takes the event back (`refused to meet`, `could attack`)."""
    for left in range(at - 1, max(-1, at - 5), -1):
        if broken(clause, left, ",("):
            return False
        key = clause.tokens[left].key
        if key in events.lists["hollow"] or key.endswith(("n't", "n’t")):
            return True
    return False


def _has_subject(clause: Clause, at: int, scene: Scene, events: EventWords, passive: bool) -> bool:
    """Whether somebody does it, or has it done: the word before the verb is a name, a pronoun or a collective."""
    head = at - 1
    while head >= 0 and (clause.tokens[head].key in _VERBAL or clause.tokens[head].key.endswith("ly")):
        head -= 1
    if head < 0:
        return False
    low, _ = window(clause, at, at)
    if "," in gap_after(clause, head) or clause.tokens[head].key in ("who", "which"):
        return bool(scene.between(clause.tokens[low].start, clause.tokens[head].end))
    token = clause.tokens[head]
    known = events.lists["collective"] | events.lists["pronouns"]
    return passive or token.cap or token.key in known or _chief(clause, head, low, known)


_VERBAL = frozenset(
    "has have had was were been be being is are will would also then to not first later and both all jointly set due "
    "expected scheduled agreed since already just".split()
)


def _chief(clause: Clause, at: int, low: int, known: frozenset[str]) -> bool:
    """A head noun some words back: `lawmakers from both camps`, `a group of farmers`, `the central bank on Monday`."""
    return any(
        clause.tokens[n].key in known or (clause.tokens[n].cap and n > low)
        for n in range(max(low, at - 4), at)
    )


def _object(
    clause: Clause, at: int, deed: Deed, passive: bool, scene: Scene, events: EventWords
) -> int | None:
    """Last token of what the verb is done to; None where it is not what the verb needs."""
    through, _, target = deed.needs.rpartition(" ")
    if passive and deed.needs in events.objects:
        ahead = {t.key for t in clause.tokens[max(0, at - 10) : at]}
        return at if ahead & events.objects[deed.needs] else None
    if passive and deed.needs in ("any", "actor"):
        return at
    if deed.needs == "tally":
        return at + 1 if at + 1 < len(clause.tokens) and clause.tokens[at + 1].word[0].isdigit() else None
    if deed.needs in ("none", "any"):
        return _plain_object(clause, at, deed.needs)
    if target in ("actor", "place"):
        return _actor_object(clause, at, through, target, scene, events)
    if deed.needs in events.objects:
        return _noun_object(clause, at, events.objects[deed.needs])
    parts = deed.needs.split()
    return at + len(parts) if [t.key for t in clause.tokens[at + 1 : at + 1 + len(parts)]] == parts else None


def _plain_object(clause: Clause, at: int, needs: str) -> int | None:
    if needs == "none":
        return at
    if at + 1 >= len(clause.tokens) or broken(clause, at, ","):
        return None
    return at + 1


def _actor_object(
    clause: Clause, at: int, through: str, target: str, scene: Scene, events: EventWords
) -> int | None:
    tokens = clause.tokens
    begin = at + 1
    if through:
        if begin >= len(tokens) or tokens[begin].key != through:
            return None
        begin += 1
    reach = min(len(tokens), begin + 7)
    for here in range(begin, reach):
        if broken(clause, here - 1, ","):
            return None
        if (
            tokens[here].key in ("in", "at", "on", "to", "for", "that", "by", "from", "as", "with")
            and here > begin - 1
            and not through
        ):
            return None
        hits = [a for a in scene.between(tokens[here].start, tokens[here].end) if _is(a, target)]
        if hits:
            return _token_at(clause, hits[0].end, here)
        if target == "actor" and tokens[here].key in events.lists["collective"]:
            return here
    return None


def _is(actor: Actor, target: str) -> bool:
    if target == "actor":
        return True
    return actor.place is not None and actor.place.kind != "body" and "adjective" not in actor.place.rule


def _token_at(clause: Clause, end: int, least: int) -> int:
    last = least
    while last + 1 < len(clause.tokens) and clause.tokens[last + 1].start < end:
        last += 1
    return last


def _noun_object(clause: Clause, at: int, nouns: frozenset[str]) -> int | None:
    tokens = clause.tokens
    for here in range(at + 1, min(len(tokens), at + 8)):
        gap = gap_after(clause, here - 1)
        if any(c in gap for c in ".;:—(") and not (gap == ". " and len(tokens[here - 1].word) < 5):
            return None
        if tokens[here].key in nouns:
            return here
        if tokens[here].key in (
            "that",
            "which",
            "by",
            "who",
            "and",
            "to",
            "from",
            "after",
            "with",
            "for",
            "on",
            "in",
        ):
            return None
    return None


def find_things(clause: Clause, scene: Scene, words: Words, events: EventWords) -> Iterator[Trigger]:
    """The nouns that tell an event, named ones included."""
    for at, token in enumerate(clause.tokens):
        if token.key in events.lists["named"] and (named := _named(clause, at, words, events)):
            yield named
        elif token.key in events.things:
            thing = events.things[token.key]
            if (last := _suits(clause, at, thing.needs, scene, events)) is not None and not _hollow(
                clause, at, events
            ):
                yield Trigger(
                    thing.kind, at, _first(clause, at), last, _noun_time(clause, at), f"noun {token.key}"
                )


def _noun_time(clause: Clause, at: int) -> Tense:
    keys = [t.key for t in clause.tokens[max(0, at - 6) : at + 10]]
    ahead = {
        "upcoming",
        "scheduled",
        "planned",
        "forthcoming",
        "ahead",
        "will",
        "next",
        "due",
        "slated",
        "expected",
        "forward",
    } & set(keys)
    return "firm" if ahead else "done"


def _first(clause: Clause, at: int) -> int:
    """The noun with the words that describe it and whose it is."""
    first = at
    while first > 0 and at - first < 8 and clause.joined(first - 1):
        left = clause.tokens[first - 1]
        if left.key in (
            "in",
            "on",
            "at",
            "of",
            "during",
            "with",
            "to",
            "by",
            "from",
            "and",
            "after",
            "for",
            "that",
            "as",
        ):
            break
        first -= 1
        if left.key in ("a", "an", "the", "this", "that"):
            break
    return first


def _named(clause: Clause, at: int, words: Words, events: EventWords) -> Trigger | None:
    """`the 15th Annual Alpine Summit`, `Harbour Dialogue`: a capitalised run that ends in the head."""
    tokens = clause.tokens
    first = _run_left(clause, at)
    if first == at and not (tokens[at].key == "summit"):
        return None
    if at + 1 < len(tokens) and clause.joined(at) and tokens[at + 1].cap and not clause.heading:
        return None
    if first == at or (not tokens[at].cap and tokens[at].key not in events.lists["sure"]):
        return None
    if tokens[at].key not in events.lists["sure"] and not _framed(clause, first, events):
        return None
    end = at + 1 if at + 1 < len(tokens) and clause.joined(at) and tokens[at + 1].word.isdigit() else at
    name = clause.text[tokens[first].start : tokens[end].end]
    kind = "summit" if tokens[at].key in ("summit", "conference", "dialogue", "conclave") else "gathering"
    return Trigger(kind, at, first, end, _noun_time(clause, end), "name of an event", _unowned(name))


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
    keys = [t.key for t in clause.tokens[max(0, first - 4) : first]]
    return any(
        k
        in (
            "during",
            "at",
            "sidelines",
            "margins",
            "attend",
            "attended",
            "attending",
            "hosted",
            "hosts",
            "host",
        )
        for k in keys
    )


def _suits(clause: Clause, at: int, needs: str, scene: Scene, events: EventWords) -> int | None:
    """Last token of what must stand beside the noun; None where it does not."""
    check = {
        "place": _to_place, "actors": _with_actors, "some": _some, "outlet": _outlet,
        "struck": _struck, "wrecked": _struck, "dated": _dated,
    }[needs]  # fmt: skip
    return check(clause, at, needs, scene, events)


def _to_place(clause: Clause, at: int, needs: str, scene: Scene, events: EventWords) -> int | None:
    """`visit to Lima`, `visit of Peru`, `Peru visit`."""
    tokens = clause.tokens
    if at + 1 < len(tokens) and tokens[at + 1].key in ("to", "of", "in"):
        for here in range(at + 2, min(at + 6, len(tokens))):
            hits = [a for a in scene.between(tokens[here].start, tokens[here].end) if _is(a, "place")]
            if hits:
                return _token_at(clause, hits[0].end, here)
            if tokens[here].cap or broken(clause, here - 1, ","):
                break
    if at and clause.joined(at - 1) and not tokens[at - 1].owns:
        hits = [a for a in scene.between(tokens[at - 1].start, tokens[at - 1].end) if _is(a, "place")]
        return at if hits else None
    return None


def _with_actors(clause: Clause, at: int, needs: str, scene: Scene, events: EventWords) -> int | None:
    """`meeting with Lee`, `talks between Lee and Diaz`, `the Lee-Diaz meeting`."""
    tokens = clause.tokens
    for here in range(at + 1, min(at + 6, len(tokens))):
        if broken(clause, here - 1, ","):
            break
        if tokens[here].key in ("with", "between"):
            found = scene.between(tokens[here].end, tokens[min(here + 9, len(tokens) - 1)].end)
            return _token_at(clause, found[0].end, here) if found else None
    if tokens[at].key == "talks" or not at:
        return None
    return (
        at
        if "–" in tokens[at - 1].word
        and tokens[at - 1].cap
        or "-" in tokens[at - 1].word
        and tokens[at - 1].cap
        else None
    )


def _some(clause: Clause, at: int, needs: str, scene: Scene, events: EventWords) -> int | None:
    """A summit: between some, or somewhere."""
    if (last := _with_actors(clause, at, needs, scene, events)) is not None:
        return last
    tokens = clause.tokens
    if at + 2 < len(tokens) and tokens[at + 1].key in ("in", "at", "hosted", "of"):
        found = scene.between(tokens[at + 1].end, tokens[min(at + 4, len(tokens) - 1)].end)
        return _token_at(clause, found[0].end, at) if found else None
    return None


def _outlet(clause: Clause, at: int, needs: str, scene: Scene, events: EventWords) -> int | None:
    """`an interview with Corriere`: somebody's, to a paper."""
    tokens = clause.tokens
    if at + 1 < len(tokens) and tokens[at + 1].key in ("to", "with", "in", "on", "for", "published"):
        for here in range(at + 2, min(at + 8, len(tokens))):
            if broken(clause, here - 1, ","):
                return None
            if tokens[here].cap and not (scene.between(tokens[here].start, tokens[here].end) and here + 1 < len(tokens) and not tokens[here + 1].cap and tokens[here + 1].key in ("publication", "newspaper", "daily", "broadcaster")):  # fmt: skip
                return here
    return None


def _struck(clause: Clause, at: int, needs: str, scene: Scene, events: EventWords) -> int | None:
    """A disaster and what it did."""
    for here in range(at + 1, min(at + 12, len(clause.tokens))):
        if broken(clause, here - 1):
            return None
        if clause.tokens[here].key in events.lists[needs]:
            return here
    return None


def _dated(clause: Clause, at: int, needs: str, scene: Scene, events: EventWords) -> int | None:
    """Nouns that need a date close by, and somewhere or somebody."""
    low, high = clause.tokens[max(0, at - 5)], clause.tokens[min(at + 7, len(clause.tokens) - 1)]
    if clause.tokens[at].key in ("death", "resignation", "inauguration", "assassination") and not _somebodys(
        clause, at
    ):
        return None
    dates = scene.calendar.between(low.start, high.end)
    behind = [d for d in dates if d.evidence.start >= clause.tokens[at].end]
    if not behind or not scene.between(low.start, high.end):
        return None
    return _token_at(clause, behind[0].evidence.end, at)


def _somebodys(clause: Clause, at: int) -> bool:
    """`the death of Rossi`, `Rossi's death`."""
    owned = at > 0 and (clause.tokens[at - 1].owns or clause.tokens[at - 1].key in ("his", "her", "their"))
    return owned or (at + 1 < len(clause.tokens) and clause.tokens[at + 1].key == "of")
