"""A title in the simple past: `The bank had raised its rate` is `The bank raised its rate`."""

import re

from site_gen.extract.events.words import EventWords

_HAD = re.compile(r"(?P<who>\S.*?) had (?P<not>not |never )?(?P<verb>[a-z-]+)(?![\w'’])")
_MANY = re.compile(
    r"\b(?:and|\d+|two|three|four|five|six|seven|eight|nine|ten|both|several|people|police)\b", re.I
)
_CLAUSES = frozenset(
    "that who which whom whose where when what how why if because after before as while".split()
)
_OF = re.compile(r" (?:of|on|with|for|between|in|at|to|from|by|against) ")


def plural(noun: str) -> bool:
    """Whether a noun's phrase is of many, by its head: `two samples`, `the members of the board`."""
    head = _OF.split(noun)[0]
    return (head.endswith("s") and not head.endswith(("ss", "us", "is"))) or bool(_MANY.search(head))


def simply(title: str, events: EventWords) -> str:
    """The title without its first `had`, where the participle behind it has a past that is known."""
    found = _HAD.match(title)
    if found is None or found["not"] or not _CLAUSES.isdisjoint(found["who"].split()):
        return title
    verb = found["verb"]
    past = ("were" if plural(found["who"]) else "was") if verb == "been" else _past(verb, events)
    return f"{found['who']} {past}{title[found.end() :]}" if past else title


def _past(participle: str, events: EventWords) -> str:
    known = events.simple.get(participle, "")
    same = participle.endswith("ed") or participle in events.lists["past_forms"]
    return known or (participle if same else "")
