"""The verb to the right of an agreement whose subject it is: `was signed`, `took effect`."""

from collections.abc import Iterator

from site_gen.extract.agreements.mention import Clause, Mention
from site_gen.extract.agreements.step import Step
from site_gen.extract.agreements.tense import (
    Tense,
    awaited,
    broken,
    denied,
    fell_short,
    group_tense,
    words_before,
)
from site_gen.extract.agreements.words import Words

_REACH = 14
_UNDER = frozenset({"under", "per", "by", "with", "through"})
"""`Under the charter, X would be released`: what follows is said of something else."""
_ABOUT = frozenset({"on", "of", "for", "about", "over"})
"""`a declaration on forests, launched by ...`"""


def steps_after(clause: Clause, mention: Mention, words: Words) -> Iterator[Step]:
    """A verb to the right: passive, reduced (`signed in 1998`), or the agreement's own (`took effect`)."""
    if clause.tokens[mention.last].owns or _relative_subject(clause, mention):
        return
    step = _predicate_from(clause, mention, mention.last + 1, words)
    steps = [step] if step else []
    resumed = _behind_aside(clause, mention) or _behind_participle(clause, mention, step)
    if resumed and (step is None or step.at < resumed):
        again = _predicate_from(clause, mention, resumed, words)
        steps += [again] if again and again.at != (step.at if step else -1) else []
    if step and step.at == mention.last + 1 and (main := _main_behind(clause, mention, step.at + 1, words)):
        steps.append(main)
    if listed := _one_of_several(clause, mention, words):
        steps.append(listed)
    if opened := _opened(clause, mention, words):
        steps.append(opened)
    if aside := _in_aside(clause, mention, words):
        steps += [aside] if aside.at not in [s.at for s in steps] else []
    for found in steps:
        if _supposed(clause, mention, found, words):
            continue
        yield found
        yield from _second(clause, mention, found, words)


def _main_behind(clause: Clause, mention: Mention, begin: int, words: Words) -> Step | None:
    """`The truce brokered by Qatar took hold`: the sentence's verb behind a participle that goes with the mention."""
    for at in range(begin, min(begin + _REACH, len(clause.tokens))):
        key = clause.keys[at]
        if clause.gaps[at - 1].strip() or key in words.lists["ends"] or key in ("that", "which"):
            return None
        if key in words.own and any(v.form in ("past", "part") for v in words.own[key]):
            return _own_verb(clause, mention, at, "done", words)
        if key in words.lists["auxiliaries"]:
            return _group(clause, mention, at, words)
    return None


def _supposed(clause: Clause, mention: Mention, step: Step, words: Words) -> bool:
    """`if the pact was signed`, `once the deal is in force`: said under a condition, not as done."""
    ahead = words_before(clause, mention.first)[-5:]
    if not words.lists["supposing"].isdisjoint(ahead):
        return True
    if words.lists["pending"].isdisjoint(ahead):
        return False
    group = clause.keys[mention.last + 1 : step.at + 1]
    return words.lists["past_be"].isdisjoint(group) and (
        not words.lists["auxiliaries"].isdisjoint(group) or group[-1:] == [] or group[-1].endswith("s")
    )


def _one_of_several(clause: Clause, mention: Mention, words: Words) -> Step | None:
    """`a treaty was among five agreements signed by A and B`."""
    at = mention.last + 1
    if clause.keys[at : at + 1] not in (["was"], ["is"], ["were"]) or clause.keys[at + 1 : at + 2] not in (
        ["among"],
        ["one"],
    ):
        return None
    for here in range(at + 2, min(at + 8, len(clause.tokens))):
        if broken(clause, here - 1, ","):
            return None
        verb = next(
            (v for v in words.verbs.get(clause.keys[here], ()) if v.form == "part" and not v.through), None
        )
        if verb and _ends_phrase(clause, here, words):
            return Step(verb.stage, "done", mention.first, here, here)
    return None


def _opened(clause: Clause, mention: Mention, words: Words) -> Step | None:
    """`Signed in May, the Lima Pact ...`: a participle that opens the sentence and ends at the comma before it."""
    first = mention.first - (mention.first > 0 and clause.keys[mention.first - 1] == "the")
    if not 0 < first < 12 or clause.gaps[first - 1].strip() != ",":
        return None
    if any("," in gap for gap in clause.gaps[: first - 1]):
        return None
    verb = next((v for v in words.verbs.get(clause.keys[0], ()) if v.form == "part" and not v.through), None)
    return Step(verb.stage, "done", mention.first, 0, 0) if verb else None


def _in_aside(clause: Clause, mention: Mention, words: Words) -> Step | None:
    """`the Lima Pact, a 12-page text initialled in May, ...`: a participle within the aside."""
    tokens, at = clause.tokens, mention.last + 1
    begins = at < len(tokens) and clause.gaps[at - 1].strip() == ","
    if not begins or clause.keys[at] not in ("a", "an", "the"):
        return None
    for here in range(at + 1, min(at + 9, len(tokens))):
        token = tokens[here]
        if clause.gaps[here - 1].strip() or token.cap or token.key in words.lists["breaks"]:
            return None
        verb = next((v for v in words.verbs.get(token.key, ()) if v.form == "part" and not v.through), None)
        if verb and here > at + 1 and _ends_phrase(clause, here, words):
            return Step(verb.stage, "done", mention.first, here, here)
    return None


def _relative_subject(clause: Clause, mention: Mention) -> bool:
    """`..., which the pact replaced, ...`: what follows is said of something else."""
    before = clause.keys[max(0, mention.first - 2) : mention.first]
    if "which" in before and clause.keys[mention.first - 3 : mention.first - 2][:1] in _AT_WHICH:
        return False
    return "which" in before or "that" in before[-1:]


_AT_WHICH = (["for"], ["at"], ["during"], ["after"])
"""`for which a declaration was signed`: the agreement is the subject all the same."""


def _behind_aside(clause: Clause, mention: Mention) -> int:
    """The token behind `, which ...,` or `, a landmark deal ...,`; 0 where the mention has no such aside."""
    at = mention.last + 1
    if at >= len(clause.tokens) or clause.gaps[at - 1].strip(" \"”’'") not in (",", ")", "),"):
        return 0
    if not _UNDER.isdisjoint(words_before(clause, mention.first)[-2:]):
        return 0
    for here in range(at + 1, min(at + 18, len(clause.tokens))):
        gap = clause.gaps[here - 1]
        if any(c in gap for c in ".;:—!?"):
            return 0
        if "," in gap:
            return here
    return 0


def _behind_participle(clause: Clause, mention: Mention, step: Step | None) -> int:
    """The token behind `, signed in May, ` of `the treaty on the border, signed in May, enters into force`; else 0."""
    if step is None or step.at <= mention.last + 1 or clause.gaps[step.at - 1].strip() != ",":
        return 0
    for here in range(step.at + 1, min(step.at + _REACH, len(clause.tokens))):
        gap = clause.gaps[here - 1].strip()
        if gap:
            return here if gap == "," else 0
    return 0


def _predicate_from(clause: Clause, mention: Mention, begin: int, words: Words) -> Step | None:
    tokens, at, commas, first = clause.tokens, begin, 0, True
    while at < len(tokens) and at <= begin + _REACH:
        gap = clause.gaps[at - 1]
        if gap != " " and any(c in gap for c in ".;:—!?\n") and not (at == begin and gap.startswith(")")):
            return None
        commas += "," in gap
        key = clause.keys[at]
        if key == "one" and clause.keys[at + 1 : at + 2] in (["that"], ["which"]):
            return None  # `which follows one that expired`
        if step := _predicate(clause, mention, at, first, words):
            return step
        if key in words.lists["auxiliaries"] or commas > 2 or _stops(key, first, at - mention.last, words):
            return None
        first = False
        at += 1
    return None


def _stops(key: str, first: bool, distance: int, words: Words) -> bool:
    """Words behind which the mention is no longer the subject."""
    if key in words.lists["ends"]:
        return True
    if key in words.kinds and not first and key not in words.lists["mere_subjects"]:
        return True
    return key in words.lists["speaks"]


def _predicate(clause: Clause, mention: Mention, at: int, first: bool, words: Words) -> Step | None:
    """The stage if a verb group with the mention as its subject begins at `at`."""
    key = clause.keys[at]
    if key in words.lists["auxiliaries"]:
        return _group(clause, mention, at, words)
    if key == "to" and at + 2 < len(clause.tokens) and clause.keys[at - 1 : at + 2 : 2] == ["had", "be"]:
        return None
    if key == "to" and at + 2 < len(clause.tokens) and clause.keys[at + 1] == "be":
        verb = next(
            (v for v in words.verbs.get(clause.keys[at + 2], ()) if v.form == "part" and not v.through),
            None,
        )
        return Step(verb.stage, "firm", mention.first, at + 2, at + 2) if verb else None
    own = None if fell_short(clause, at, words) else _own_verb(clause, mention, at, "done", words)
    if own and any(v.form != "base" for v in words.own[key]):
        return own
    return _reduced(clause, mention, at, words)


def _group(clause: Clause, mention: Mention, at: int, words: Words) -> Step | None:
    """Auxiliaries, adverbs, then a participle or the agreement's own verb."""
    keys: list[str] = []
    tokens = clause.tokens
    for here in range(at, min(at + 7, len(tokens))):
        key = clause.keys[here]
        if here > at and broken(clause, here - 1, "(),"):
            return None
        passed = key in words.lists["auxiliaries"] or key in words.lists["between"] or tokens[here].adverb
        if not passed or (keys and _state(clause, mention, here, "done", words)):
            return _finish(clause, mention, here, keys, words)
        keys.append(key)
    return None


def _finish(clause: Clause, mention: Mention, at: int, keys: list[str], words: Words) -> Step | None:
    if denied(keys, words) or fell_short(clause, at, words) or {"had", "to"} <= set(keys):
        return None
    tense = "firm" if awaited(clause, at) else group_tense(keys, words)
    if (step := _own_verb(clause, mention, at, tense, words)) and "being" not in keys:
        return step
    if state := _state(clause, mention, at, tense, words):
        return state
    passive = any(k in ("is", "are", "was", "were", "be", "been", "being", "gets", "got") for k in keys)
    verb = next((v for v in words.verbs.get(clause.keys[at], ()) if v.form == "part"), None)
    if not passive or verb is None:
        return None
    if verb.through and not any(_follows(clause, at, p) for p in verb.through):
        return None
    return Step(verb.stage, tense, mention.first, at, at)


def _follows(clause: Clause, at: int, phrase: str) -> bool:
    parts = phrase.split()
    return clause.keys[at + 1 : at + 1 + len(parts)] == parts


def _own_verb(clause: Clause, mention: Mention, at: int, tense: Tense, words: Words) -> Step | None:
    """`took effect`, `entered into force`, `expired`: what an agreement does itself."""
    for verb in words.own.get(clause.keys[at], ()):
        for phrase in verb.through:
            bare = (
                not phrase
                and verb.form in ("past", "s", "part", "base")
                and _ends_phrase(clause, at, words)
                and clause.keys[at + 3 : at + 4] != ["of"]  # `ends four decades of war`
            )
            if (phrase and _follows(clause, at, phrase)) or bare:
                if tense == "done" and verb.form in ("base", "s") and not clause.headline:
                    tense = "firm"
                return Step(verb.stage, tense, mention.first, at + len(phrase.split()), at)
    return None


def _ends_phrase(clause: Clause, at: int, words: Words) -> bool:
    """Whether no object follows: the end, a comma, a preposition, or a time."""
    if at + 1 >= len(clause.tokens) or not clause.gaps[at].isspace():
        return True
    if clause.keys[at + 1] in ("a", "an"):
        return _time_follows(clause, at)  # and not `the accord, which ended a strike`
    return clause.keys[at + 1] in words.lists["after_verb"] or clause.tokens[at + 1].word[0].isdigit()


def _state(clause: Clause, mention: Mention, at: int, tense: Tense, words: Words) -> Step | None:
    for phrase, stage in words.states.items():
        parts = phrase.split()
        if clause.keys[at : at + len(parts)] == parts:
            return Step(stage, tense, mention.first, at + len(parts) - 1, at)
    return None


def _reduced(clause: Clause, mention: Mention, at: int, words: Words) -> Step | None:
    """`the pact signed in Rome`, `the deal, which Paris ratified`: a participle that takes no object."""
    verb = next((v for v in words.verbs.get(clause.keys[at], ()) if v.form in ("part", "past")), None)
    if (
        verb is None
        or not _ends_phrase(clause, at, words)
        or (verb.through and not any(_follows(clause, at, p) for p in verb.through))
    ):
        return None
    distance = at - mention.last
    relative = distance > 1 and any(t.key in ("that", "which") for t in clause.tokens[mention.last + 1 : at])
    between = clause.tokens[mention.last + 1 : at]
    subject = distance <= 5 and all(t.cap or t.key in words.lists["subjects"] for t in between)
    about = distance <= 5 and between[:1] and between[0].key in _ABOUT and "," in clause.gaps[at - 1]
    if distance > 1 and not (
        subject or about or _behind_side(clause, mention.last + 1, at, words) or (relative and distance <= 6)
    ):
        return None
    behind = clause.keys[at + 1] if at + 1 < len(clause.tokens) else ""
    if behind in ("a", "to") and not _time_follows(clause, at):
        return None
    return Step(verb.stage, "done", mention.first, at, at)


_SIDE = 8
"""Words that the other side has at most between an agreement and a participle."""


def _behind_side(clause: Clause, begin: int, at: int, words: Words) -> bool:
    """`a pact with India, signed in May`, `signed last month`: the other side stands between it and the participle."""
    side = clause.tokens[begin + 1 : at]
    if not 0 < len(side) <= _SIDE or clause.keys[begin] != "with":
        return False
    if clause.gaps[at - 1].strip() != "," and not _when_follows(clause, at, words):
        return False
    inside = clause.gaps[begin : at - 1]
    return not any(gap.strip() for gap in inside) and all(
        t.cap or t.key in ("the", "of", "and") for t in side
    )


def _when_follows(clause: Clause, at: int, words: Words) -> bool:
    """`signed in May`, `signed last month`: right behind a participle that has no comma before it."""
    behind = clause.keys[at + 1 : at + 3]
    timed = bool(behind) and behind[0] in ("earlier", "last", "this", "in", "on")
    if not timed or behind[0] not in ("in", "on"):
        return timed
    return bool(behind[1:]) and (behind[1] in ("may", *words.lists["dates"]) or behind[1].isdigit())


def _time_follows(clause: Clause, at: int) -> bool:
    """`a decade ago`, `a year earlier`."""
    keys = clause.keys[at + 1 : at + 6]
    return any(k in ("ago", "earlier", "prior", "before", "later") for k in keys)


def _second(clause: Clause, mention: Mention, step: Step, words: Words) -> Iterator[Step]:
    """`was signed in May and ratified in June`: a second verb joined to the first."""
    tokens = clause.tokens
    for at in range(step.at + 1, min(step.at + 24, len(tokens) - 1)):
        if broken(clause, at - 1, "("):
            return
        if "," in clause.gaps[at - 1] and (listed := _in_series(clause, at, step, words)):
            yield listed
            continue
        if clause.keys[at] not in ("and", "but", "then"):
            continue
        here = at + 1 + (tokens[at + 1].adverb or clause.keys[at + 1] in ("later", "then"))
        if here < len(tokens) and (found := _joined(clause, mention, here, step, words)):
            yield found._replace(first=min(found.at, here))
            return


def _in_series(clause: Clause, at: int, step: Step, words: Words) -> Step | None:
    """`was initialled in May, signed in June and ...`: the second of three."""
    if "which" in clause.keys[step.at : at]:
        return None
    known = words.verbs.get(clause.keys[at], ())
    verb = next((v for v in known if v.form == "part" and not v.through), None)
    if verb is None or verb.stage == step.stage or not _ends_phrase(clause, at, words):
        return None
    return Step(verb.stage, step.tense, at, at, at)


def _joined(clause: Clause, mention: Mention, at: int, step: Step, words: Words) -> Step | None:
    if clause.keys[at] in words.lists["auxiliaries"]:
        return _group(clause, mention, at, words)
    verb = next((v for v in words.verbs.get(clause.keys[at], ()) if v.form == "part" and not v.through), None)
    if verb and _ends_phrase(clause, at, words):
        return Step(verb.stage, step.tense, at, at, at)
    return _own_verb(clause, mention, at, step.tense, words)
