"""What is done to an agreement: the stage that a verb, a noun or a phrase beside its name gives it, with tense."""

from collections.abc import Iterator
from typing import NamedTuple

from site_gen.extract.agreements.mention import Clause, Mention
from site_gen.extract.agreements.tense import (
    Tense,
    broken,
    denied,
    gap_after,
    group_tense,
    noun_tense,
    tense_of,
)
from site_gen.extract.agreements.words import Words

_REACH = 14


class Step(NamedTuple):
    """A stage as one place of the text gives it: tokens from `first` to `last`, the verb at `at`."""

    stage: str
    tense: Tense
    first: int
    last: int
    at: int


def find_steps(clause: Clause, mention: Mention, others: list[Mention], words: Words) -> Iterator[Step]:
    """All stages that the sentence gives to `mention`; `others` are the sentence's mentions, this one included."""
    found = list(_before(clause, mention, others, words))
    if not _leans_on(clause, mention, others):
        found += _after(clause, mention, words)
    found += _owned(clause, mention, words)
    for step in found:
        if step.tense != "loose" or step.stage not in words.lists["sure_only"]:
            yield step


def stage_name(step: Step) -> str:
    """`signed`, or `to be signed` for what is to come."""
    if step.tense == "done":
        return step.stage
    return _COMING.get(step.stage, f"to be {step.stage}")


_COMING = {"in force": "to enter into force", "expired": "to expire"}


def _leans_on(clause: Clause, mention: Mention, others: list[Mention]) -> bool:
    """`the protocol to the treaty was signed`: what follows is said of the agreement named before."""
    at = mention.first - 1
    while at > 0 and clause.tokens[at].key in ("the", "a", "its", "their", "new"):
        at -= 1
    leans = at > 0 and clause.tokens[at].key in ("of", "to", "under", "within", "from", "on", "for")
    return leans and any(0 < mention.first - other.last <= 5 for other in others)


def _blocks(gap: str, coordinated: bool) -> bool:
    return any(c in gap for c in ".;:()—!?\n") or (not coordinated and "," in gap)


def _before(clause: Clause, mention: Mention, others: list[Mention], words: Words) -> Iterator[Step]:
    """The verb or noun to the left that governs the mention, over other mentions joined by `and`."""
    at, coordinated = mention.first - 1, False
    spans = {m.last: m.first for m in others if m.last < mention.first}
    left = max(0, mention.first - _REACH)
    while at >= left:
        if _blocks(gap_after(clause, at), coordinated):
            return
        if at in spans:
            at, coordinated = spans[at] - 1, True
            continue
        key = clause.tokens[at].key
        if step := _governor(clause, at, mention, words):
            yield step
            return
        if key in words.lists["coordinators"]:
            coordinated = True
        elif key == "with" and at and clause.tokens[at - 1].key in ("along", "together", "coupled"):
            coordinated = True
        elif key in words.lists["breaks"]:
            coordinated = False
            if step := _through(clause, at, mention, words):
                yield step
                return
            if not _phrase_inside(clause, at, mention, words):
                return
        at -= 1


def _through(clause: Clause, at: int, mention: Mention, words: Words) -> Step | None:
    """A verb or noun that governs through the preposition at `at`: `adoption of`, `pulled out of`."""
    far = {"from": 6, "in": 3}.get(clause.tokens[at].key, 2)
    for back in range(1, far + 1):
        governor = at - back
        if governor < 0 or governor >= len(clause.tokens) - 1 or _blocks(gap_after(clause, governor), False):
            return None
        key = clause.tokens[governor].key
        if key in words.nouns or any(v.through for v in words.verbs.get(key, ())):
            return _governor(clause, governor, mention, words) or _taken_out(
                clause, governor, at, mention, words
            )
        if back > 1 and not (
            clause.tokens[governor].cap or key in ("the", "its", "his", "her", "their", "country")
        ):
            return None
    return None


def _taken_out(clause: Clause, governor: int, at: int, mention: Mention, words: Words) -> Step | None:
    """`withdrew the country from the pact`."""
    for verb in words.verbs.get(clause.tokens[governor].key, ()):
        tense = tense_of(clause, governor, verb.form, words) if clause.tokens[at].key in verb.through else ""
        if tense:
            return Step(verb.stage, tense, governor, mention.last, governor)
    return None


def _phrase_inside(clause: Clause, at: int, mention: Mention, words: Words) -> bool:
    """`signed in Tokyo the pact`, `signed with India a deal`: a short phrase between verb and object; `details of the deal`."""
    tokens = clause.tokens
    if tokens[at].key not in ("in", "with", "at", "on"):
        return False
    begin = at = at + 1
    while at < mention.first and (
        tokens[at].cap or tokens[at].word[0].isdigit() or tokens[at].key in ("and",)
    ):
        at += 1
    return begin < at < mention.first and tokens[at].key in ("a", "an", "the", "its", "their")


def _governor(clause: Clause, at: int, mention: Mention, words: Words) -> Step | None:
    """A stage verb or noun at `at` whose object, through its own preposition, the mention is."""
    key = clause.tokens[at].key
    if key in words.nouns and not clause.tokens[at].owns:
        stage, through = words.nouns[key]
        if _passes(clause, at, mention, through) and _is_noun(clause, at, key, words):
            tense = noun_tense(clause, at, words)
            return Step(stage, tense, at, mention.last, at) if tense else None
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


def _is_noun(clause: Clause, at: int, key: str, words: Words) -> bool:
    return key not in words.verbs or clause.tokens[at + 1].key in ("of", "to", "from", "for")


def _passes(clause: Clause, at: int, mention: Mention, through: tuple[str, ...]) -> bool:
    """Whether one of the prepositions of `through` follows, and then nothing but determiners and adjectives."""
    keys = [t.key for t in clause.tokens[at + 1 : mention.first]]
    return any(keys[: len(p.split())] == p.split() for p in through)


def _direct(clause: Clause, at: int, mention: Mention, words: Words) -> bool:
    """Whether the next word is no preposition: the verb takes the mention as its object."""
    follower = clause.tokens[at + 1].key if at + 1 < mention.first else ""
    return follower not in ("of", "to", "from", "by", "for", "under", "into", "against", "that", "about")


def _after(clause: Clause, mention: Mention, words: Words) -> Iterator[Step]:
    """A verb to the right: passive, reduced (`signed in 1998`), or the agreement's own (`took effect`)."""
    if clause.tokens[mention.last].owns or _relative_subject(clause, mention):
        return
    step = _predicate_from(clause, mention, mention.last + 1, words)
    steps = [step] if step else []
    resumed = _behind_aside(clause, mention)
    if resumed and (step is None or step.at < resumed):
        again = _predicate_from(clause, mention, resumed, words)
        steps += [again] if again and again.at != (step.at if step else -1) else []
    for found in steps:
        yield found
        yield from _second(clause, mention, found, words)


def _relative_subject(clause: Clause, mention: Mention) -> bool:
    """`..., which the pact replaced, ...`: what follows is said of something else."""
    before = [t.key for t in clause.tokens[max(0, mention.first - 2) : mention.first]]
    return "which" in before or "that" in before[-1:]


def _behind_aside(clause: Clause, mention: Mention) -> int:
    """The token behind `, which ...,` or `, a landmark deal ...,`; 0 where the mention has no such aside."""
    at = mention.last + 1
    if at >= len(clause.tokens) or gap_after(clause, at - 1).strip(" \"”’'") not in (",", ")", "),"):
        return 0
    for here in range(at + 1, min(at + 18, len(clause.tokens))):
        gap = gap_after(clause, here - 1)
        if any(c in gap for c in ".;:—!?"):
            return 0
        if "," in gap:
            return here
    return 0


def _predicate_from(clause: Clause, mention: Mention, begin: int, words: Words) -> Step | None:
    tokens, at, commas, first = clause.tokens, begin, 0, True
    while at < len(tokens) and at <= begin + _REACH:
        gap = gap_after(clause, at - 1)
        if any(c in gap for c in ".;:—!?\n") and not (at == begin and gap.startswith(")")):
            return None
        commas += "," in gap
        key = tokens[at].key
        if step := _predicate(clause, mention, at, first, words):
            return step
        if key in words.lists["auxiliaries"] or commas > 2 or _stops(key, first, at - mention.last, words):
            return None
        first = False
        at += 1
    return None


def _stops(key: str, first: bool, distance: int, words: Words) -> bool:
    """Words behind which the mention is no longer the subject."""
    if key in (
        "said",
        "says",
        "told",
        "after",
        "before",
        "when",
        "while",
        "because",
        "as",
        "but",
        "if",
        "who",
        "since",
        "where",
    ):
        return True
    if key in words.kinds and not first:
        return True
    return key in words.lists["speaks"]


def _predicate(clause: Clause, mention: Mention, at: int, first: bool, words: Words) -> Step | None:
    """The stage if a verb group with the mention as its subject begins at `at`."""
    key = clause.tokens[at].key
    if key in words.lists["auxiliaries"]:
        return _group(clause, mention, at, words)
    if key == "to" and at + 2 < len(clause.tokens) and clause.tokens[at + 1].key == "be":
        verb = next(
            (v for v in words.verbs.get(clause.tokens[at + 2].key, ()) if v.form == "part" and not v.through),
            None,
        )
        return Step(verb.stage, "firm", mention.first, at + 2, at + 2) if verb else None
    own = _own_verb(clause, mention, at, "done", words)
    if own and any(v.form != "base" for v in words.own[key]):
        return own
    return _reduced(clause, mention, at, words)


def _group(clause: Clause, mention: Mention, at: int, words: Words) -> Step | None:
    """Auxiliaries, adverbs, then a participle or the agreement's own verb."""
    keys: list[str] = []
    tokens = clause.tokens
    for here in range(at, min(at + 7, len(tokens))):
        key = tokens[here].key
        if here > at and broken(clause, here - 1, "(),"):
            return None
        passed = key in words.lists["auxiliaries"] or key in words.lists["between"] or key.endswith("ly")
        if not passed or (keys and _state(clause, mention, here, "done", words)):
            return _finish(clause, mention, here, keys, words)
        keys.append(key)
    return None


def _finish(clause: Clause, mention: Mention, at: int, keys: list[str], words: Words) -> Step | None:
    if denied(keys, words):
        return None
    tense = group_tense(keys, words)
    if (step := _own_verb(clause, mention, at, tense, words)) and "being" not in keys:
        return step
    if state := _state(clause, mention, at, tense, words):
        return state
    passive = any(k in ("is", "are", "was", "were", "be", "been", "being", "gets", "got") for k in keys)
    verb = next((v for v in words.verbs.get(clause.tokens[at].key, ()) if v.form == "part"), None)
    if not passive or verb is None:
        return None
    if verb.through and not any(_follows(clause, at, p) for p in verb.through):
        return None
    return Step(verb.stage, tense, mention.first, at, at)


def _follows(clause: Clause, at: int, phrase: str) -> bool:
    parts = phrase.split()
    return [t.key for t in clause.tokens[at + 1 : at + 1 + len(parts)]] == parts


def _own_verb(clause: Clause, mention: Mention, at: int, tense: Tense, words: Words) -> Step | None:
    """`took effect`, `entered into force`, `expired`: what an agreement does itself."""
    for verb in words.own.get(clause.tokens[at].key, ()):
        for phrase in verb.through:
            bare = not phrase and verb.form in ("past", "s", "part", "base") and _ends_phrase(clause, at)
            if (phrase and _follows(clause, at, phrase)) or bare:
                if tense == "done" and verb.form in ("base", "s") and not clause.headline:
                    tense = "firm"
                return Step(verb.stage, tense, mention.first, at + len(phrase.split()), at)
    return None


def _ends_phrase(clause: Clause, at: int) -> bool:
    """Whether no object follows: the end, a comma, a preposition, or a time."""
    if at + 1 >= len(clause.tokens) or not gap_after(clause, at).isspace():
        return True
    return clause.tokens[at + 1].key in _AFTER_VERB or clause.tokens[at + 1].word[0].isdigit()


_AFTER_VERB = frozenset(
    [
        "in",
        "on",
        "at",
        "by",
        "last",
        "this",
        "next",
        "between",
        "during",
        "after",
        "before",
        "under",
        "with",
        "amid",
        "earlier",
        "later",
        "early",
        "late",
        "today",
        "yesterday",
        "tomorrow",
        "following",
        "more",
        "just",
        "only",
        "when",
        "while",
        "a",
        "among",
        "as",
        "and",
        "within",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "over",
        "through",
        "to",
        "since",
        "decades",
        "years",
        "months",
        "weeks",
        "days",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "ten",
        "for",
    ]
)


def _state(clause: Clause, mention: Mention, at: int, tense: Tense, words: Words) -> Step | None:
    for phrase, stage in words.states.items():
        parts = phrase.split()
        if [t.key for t in clause.tokens[at : at + len(parts)]] == parts:
            return Step(stage, tense, mention.first, at + len(parts) - 1, at)
    return None


def _reduced(clause: Clause, mention: Mention, at: int, words: Words) -> Step | None:
    """`the pact signed in Rome`, `the deal, which Paris ratified in May`: a participle that takes no object."""
    verb = next((v for v in words.verbs.get(clause.tokens[at].key, ()) if v.form in ("part", "past")), None)
    if (
        verb is None
        or not _ends_phrase(clause, at)
        or (verb.through and not any(_follows(clause, at, p) for p in verb.through))
    ):
        return None
    distance = at - mention.last
    relative = distance > 1 and any(t.key in ("that", "which") for t in clause.tokens[mention.last + 1 : at])
    subject = distance <= 5 and all(t.cap or t.key in ("and", "has", "have", "had", "the", "both", "first", "formally", "recently", "jointly", "they", "it", "he", "she", "which", "that", "leaders", "two", "countries", "sides") for t in clause.tokens[mention.last + 1 : at])  # fmt: skip
    if distance > 1 and not (subject or (relative and distance <= 6)):
        return None
    if clause.tokens[at + 1].key in ("a", "to") if at + 1 < len(clause.tokens) else False:
        if not _time_follows(clause, at):
            return None
    return Step(verb.stage, "done", mention.first, at, at)


def _time_follows(clause: Clause, at: int) -> bool:
    """`a decade ago`, `a year earlier`."""
    keys = [t.key for t in clause.tokens[at + 1 : at + 6]]
    return any(k in ("ago", "earlier", "prior", "before", "later") for k in keys)


def _second(clause: Clause, mention: Mention, step: Step, words: Words) -> Iterator[Step]:
    """`was signed in May and ratified in June`, `... and has since been approved`: a second verb joined to the first."""
    tokens = clause.tokens
    for at in range(step.at + 1, min(step.at + 24, len(tokens) - 1)):
        if broken(clause, at - 1, "("):
            return
        if tokens[at].key not in ("and", "but", "then"):
            continue
        here = at + 1 + (tokens[at + 1].key.endswith("ly") or tokens[at + 1].key in ("later", "then"))
        if here < len(tokens) and (found := _joined(clause, mention, here, step, words)):
            yield found._replace(first=min(found.at, here))
            return


def _joined(clause: Clause, mention: Mention, at: int, step: Step, words: Words) -> Step | None:
    if clause.tokens[at].key in words.lists["auxiliaries"]:
        return _group(clause, mention, at, words)
    verb = next(
        (v for v in words.verbs.get(clause.tokens[at].key, ()) if v.form == "part" and not v.through), None
    )
    if verb and _ends_phrase(clause, at):
        return Step(verb.stage, step.tense, at, at, at)
    return _own_verb(clause, mention, at, step.tense, words)


def _owned(clause: Clause, mention: Mention, words: Words) -> Iterator[Step]:
    """`the treaty's ratification`, `the deal signing`."""
    tokens, at = clause.tokens, mention.last + 1
    if not tokens[mention.last].owns or at >= len(tokens) or tokens[at].key not in words.nouns:
        return
    if tense := noun_tense(clause, mention.first, words):
        yield Step(words.nouns[tokens[at].key][0], tense, mention.first, at, at)
