"""Titles from what is done to somebody: where who does it has no name, or the verb stands behind a paper."""

import re

from site_gen.extract.agreements.mention import Clause
from site_gen.extract.events.polish import tidied
from site_gen.extract.events.restated import restated
from site_gen.extract.events.scene import Scene
from site_gen.extract.events.simple import plural
from site_gen.extract.events.title import title_of
from site_gen.extract.events.trigger import Trigger
from site_gen.extract.events.words import EventWords

_KINDS = frozenset(
    {
        "take-office",
        "resign",
        "decide",
        "sign",
        "acquire",
        "ceasefire",
        "launch",
        "publish",
        "release",
        "accuse",
    }
)
_WHO = frozenset({"it", "they", "he", "she", "we"})
_NAMELESS = "It"
"""The subject that stands for nobody."""
_TOLD = re.compile(
    rf"{_NAMELESS} (?:(?:will|would|has|had|have|is to|are to|also|then|later) )*"
    r"(?P<verb>[a-z-]+) (?P<thing>\S.*)"
)
_WHOM = re.compile(
    r"(?P<thing>[^,]+), whom (?P<who>[^,]+?) (?P<ahead>(?:(?:has|have|had|will) )?)"
    r"(?P<verb>[a-z-]+)(?P<rest>(?: [^,]+)?)"
)
"""`Bo Kim, whom President Lee dismissed in Lima`: the object stands before its verb."""
_GOES_ON = re.compile(r", (?:will|would|has|have|had|was|were|is|are|said|says) ")
"""`whose chief, Ann Lee, met Roe in Lima, will run more trains`: the main clause."""
_BEHIND = re.compile(
    r" (?:as|to|with|in|on|for|from|at|by|after|over|against|during|under|without|between|because|when|while|that) "
)
_PARTS = frozenset({"up", "off", "out", "down", "over", "back"})
_PAPERS = frozenset(
    "agreement deal accord pact treaty contract memorandum protocol convention truce ceasefire charter".split()
)
_OPENERS = frozenset({"the", "a", "an", "its", "their", "his", "her"})
_MOST = 6


def told_title(
    clause: Clause,
    trigger: Trigger,
    extent: tuple[int, int],
    people: tuple[int, ...],
    scene: Scene,
    events: EventWords,
) -> str:
    """The title of a clause; of what was done, where who did it has no name."""
    if paper := _of_paper(clause, trigger, events):
        return paper
    title = restated(title_of(clause, trigger, extent, people, scene, events), clause, trigger, events)
    if ", whom " in title and (whom := _WHOM.fullmatch(title)):
        verb = clause.tokens[trigger.at].word
        return (
            f"{whom['who']} {whom['ahead']}{verb} {whom['thing']}{whom['rest']}"
            if whom["verb"] == verb
            else title
        )
    if "whose" in clause.keys[: trigger.first]:
        title = _GOES_ON.split(title)[0]
    if title.endswith(" signed") and not (_signed(title) or trigger.rule.endswith("by its day")):
        return ""
    if title or not _is_nameless(clause, trigger):
        return title
    told = title_of(clause, trigger, (trigger.first, extent[1]), people, scene, events, _NAMELESS)
    return _undergone(told, trigger, clause, events)


def _signed(title: str) -> bool:
    """`The treaty was signed`, and not `The foreign ministers signed`: nobody knows what."""
    return not {"was", "were", "been", "be", "is", "are"}.isdisjoint(title.split()[-4:-1])


def _is_nameless(clause: Clause, trigger: Trigger) -> bool:
    """Whether a pronoun is the subject of an active verb: `it appointed Ann Lee`."""
    if trigger.kind not in _KINDS or not trigger.rule.startswith(("verb", "stage")):
        return False
    return not _WHO.isdisjoint(clause.keys[max(0, trigger.first - 3) : trigger.first])


def _undergone(told: str, trigger: Trigger, clause: Clause, events: EventWords) -> str:
    """`It appointed Ann Lee as head` is `Ann Lee was appointed as head`; empty where the object has no name either."""
    found = _TOLD.fullmatch(told)
    if found is None or found["verb"] != clause.keys[trigger.at]:
        return ""
    behind = _BEHIND.search(found["thing"])
    thing = found["thing"][: behind.start()] if behind else found["thing"]
    part = _participle(found["verb"], events)
    first = thing.split(" ")[0].strip(",").lower()
    if (
        not part
        or first in events.pronouns
        or first in _PARTS
        or first in events.lists["prepositions"]
        or first == "that"
    ):
        return ""
    many = first not in ("a", "an") and (plural(thing) or " and " in thing)
    be = "will be" if trigger.tense == "firm" else "were" if many else "was"
    rest = found["thing"][behind.start() :] if behind else ""
    return tidied(f"{thing} {be} {part}{rest}", part, events)


def _participle(verb: str, events: EventWords) -> str:
    """The participle of a verb's form that tells a deed; empty for a form that is not known."""
    base = next((deed.base for deed in events.deeds.get(verb, ())), "")
    forms = (
        form for form, deeds in events.deeds.items() for d in deeds if (d.base, d.form) == (base, "part")
    )
    return next(forms, verb if verb.endswith("ed") else "")


def _of_paper(clause: Clause, trigger: Trigger, events: EventWords) -> str:
    """`broke the coalition agreement signed in April`: what the participle behind a paper tells; empty for no such."""
    at = trigger.at
    word = clause.keys[at]
    if not (
        at > 1
        and trigger.rule.startswith("stage")
        and clause.keys[at - 1] in _PAPERS
        and clause.joined(at - 1)
    ):
        return ""
    if not (word.endswith("ed") or word in events.lists["past_forms"]) or clause.keys[at + 1 : at + 2] == [
        "that"
    ]:
        return ""
    begin = next((n for n in range(at - 2, max(-1, at - _MOST), -1) if clause.keys[n] in _OPENERS), -1)
    told = begin > 0 and any(
        k in events.lists["past_forms"]
        or k in events.lists["finite"]
        or (k.endswith("ed") and len(k) > _MOST - 2)
        for k in clause.keys[:begin]
    )
    if not told:
        return ""
    thing = clause.text[clause.starts[begin] : clause.tokens[at - 1].end]
    return f"{thing[:1].upper()}{thing[1:]} was {word}"
