"""Titles that are no clauses yet: the thing with a participle behind it, the thing before `which`."""

import re

from site_gen.extract.agreements.mention import Clause
from site_gen.extract.events.antecedent import thing_before
from site_gen.extract.events.polish import LONG
from site_gen.extract.events.simple import plural
from site_gen.extract.events.trigger import Trigger
from site_gen.extract.events.words import EventWords
from site_gen.text.lists import joined

_ASIDE = re.compile(r"(?:Following|After|Amid|Despite|During|Under|With|Before) (?P<thing>\S.*)")
_PARTICIPLE = ("ed", "en", "un", "wn", "ld", "nt", "de", "ck")
_NAME = 8
"""Words that who did it may have."""
_OPENERS = frozenset({"the", "a", "an"})
_PAPERS = frozenset(
    "agreement agreements deal deals accord accords pact pacts treaty treaties contract contracts memorandum protocol "
    "convention truce ceasefire charter statement communique declaration bill law decree".split()
)


_TEXTS = _PAPERS | frozenset(
    "survey poll report study review index census analysis letter minutes figures data video".split()
)


def restated(title: str, clause: Clause, trigger: Trigger, events: EventWords) -> str:
    """The title as a clause; as it is, where it is one."""
    if not title or not trigger.rule.startswith(("verb", "stage")):
        return title
    if whom := _which_was(clause, trigger, title, events):
        return whom
    verb = clause.tokens[trigger.at].word
    if not verb.endswith(_PARTICIPLE):
        return title
    return _aside(title, verb) or _paper(title, verb) or title


_DECIDED = re.compile(
    r"(?P<who>[^,;]+?) (?:have |has |had )?(?:decided|agreed|promised|pledged|vowed|planned|resolved|undertook) to "
    r"(?P<what>[a-z]\S*(?: .*)?)"
)


def to_come(title: str, status: str) -> str:
    """`The parties decided to begin talks`, where the day is that of the talks: `The parties are to begin talks`."""
    found = _DECIDED.fullmatch(title) if status == "planned" and " to " in title else None
    if found is None or "that" in found["who"].split():
        return title
    many = plural(found["who"]) or " and " in found["who"]
    return f"{found['who']} {'are' if many else 'is'} to {found['what']}"


def _aside(title: str, verb: str) -> str:
    """`Following talks brokered by Lee` is `Talks were brokered by Lee`."""
    led = _ASIDE.fullmatch(title)
    thing, found, rest = led["thing"].partition(f" {verb} by ") if led else ("", "", "")
    return f"{thing[:1].upper()}{thing[1:]} {_be(thing)} {verb} by {rest}" if found and thing else ""


def _paper(title: str, verb: str) -> str:
    """`The treaty signed` is `The treaty was signed`."""
    thing, found, rest = title.partition(f" {verb}")
    words = thing.lower().split()
    if not found or rest or len(words) > _NAME or not words or words[0] not in _OPENERS:
        return ""
    named = words[-1] in (_TEXTS if verb in ("published", "released") else _PAPERS)
    return f"{thing} {_be(thing)} {verb}" if named else ""


def _be(thing: str) -> str:
    return "were" if plural(thing) else "was"


def _which_was(clause: Clause, trigger: Trigger, title: str, events: EventWords) -> str:
    """`the bill, which President Lee signed` is `President Lee signed the bill`."""
    at = trigger.first - 1
    while at >= 0 and trigger.first - at <= _NAME and clause.tokens[at].cap and clause.joined(at):
        at -= 1
    named = 0 < at < trigger.first - 1 and clause.keys[at] in ("which", "that")
    last = clause.tokens[trigger.last].word
    if not named or not title.endswith(f" {last}") or clause.gaps[at - 1].strip() not in ("", ","):
        return ""
    thing = thing_before(clause, at, events)
    thing = f"{thing[:1].lower()}{thing[1:]}" if thing[:1] in "TA" and " " in thing else thing
    who = clause.text[clause.starts[at + 1] : clause.tokens[trigger.last].end]
    return f"{who} {thing}" if thing else ""


_THING = re.compile(
    r"\b(?P<thing>(?:the|an?|its|their)(?: [\w’'-]+){1,3})(?<! day)(?<! week)(?<! month)(?<! year)(?<! time)(?<! way)"
    r",? (?:that|which) $"
)


def done_to(clause: Clause, first: int, events: EventWords) -> str:
    """`the minutes that the bank published`: what was done to stands before the relative."""
    if clause.keys[first] not in events.pronouns and (opening := _opening_thing(clause, first, events)):
        return opening
    start = clause.starts[first]
    ahead = _THING.search(clause.text, max(0, start - LONG), start)
    return ahead["thing"] if ahead and clause.keys[first] not in events.pronouns else ""


def _opening_thing(clause: Clause, first: int, events: EventWords) -> str:
    """`A letter of intent on mackerel, which the two firms signed`: all that opens the sentence before `which`."""
    at = first - 1
    if not 1 < at <= _NAME or clause.keys[at] != "which" or clause.keys[0] not in _OPENERS:
        return ""
    plain = all(clause.joined(n) for n in range(at - 1)) and "," in clause.gaps[at - 1]
    verbs = joined(events.lists["past_forms"], events.lists["finite"])
    told = any(key in verbs or key.endswith("ed") for key in clause.keys[:at])
    thing = clause.text[clause.starts[0] : clause.tokens[at - 1].end]
    return "" if told or not plain else thing[:1].lower() + thing[1:]
