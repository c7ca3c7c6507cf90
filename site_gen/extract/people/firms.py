"""The firm of a chief executive who is named without it: the one company that the article is about."""

import re
from collections import Counter
from collections.abc import Iterable

from site_gen.extract.names import UPPER
from site_gen.extract.people.reading import Context, Reading
from site_gen.extract.people.roll import Person

_NAME = re.compile(rf"\b[{UPPER}][\w&-]*(?: (?:& )?[{UPPER}][\w&-]*)*")
_LEAST, _TIMES = 3, 2
"""How often a firm is named at least, and how many times as often as any other name."""


def of_firm(reading: Reading, people: Iterable[Person], context: Context) -> Reading:
    """`Chief executive X said`: of the firm that the article names far more often than any other body."""
    title, sets = reading.title.lower(), context.words.sets
    chair = title in sets["of_boards"] and any(
        f" {word}" in context.text for word in sets["of_a_listed_firm"]
    )
    if not (chair or title in sets["of_firms"]) or reading.status == "former":
        return reading
    name = main_firm(context, people)
    return reading._replace(organization=name) if name and name in context.text[: reading.start] else reading


def main_firm(context: Context, people: Iterable[Person]) -> str:
    """The name most often in the text that is no person's and no place's; empty where none stands out."""
    taken = {word for person in people for word in person.words}
    forms: dict[str, Counter[str]] = {}
    for match in _NAME.finditer(context.text):
        name, key = match.group(), match.group().split(" ", 1)[0]
        if key not in taken and key not in context.words.not_names and match.start() not in context.starts:
            forms.setdefault(key, Counter())[name] += 1
    ranked = sorted(((sum(names.values()), key) for key, names in forms.items()), reverse=True)[:2]
    if not ranked or ranked[0][0] < _LEAST or (len(ranked) > 1 and ranked[1][0] * _TIMES > ranked[0][0]):
        return ""
    key = ranked[0][1]
    if key.lower() in context.words.heads or f" {key.lower()} " in context.text:
        return ""
    return _full(key, forms[key], context.words.bodies)


def _full(key: str, names: Counter[str], bodies: frozenset[str]) -> str:
    """`Hillmark Foods` where it is named so twice, or ends as bodies do; else the word that it is called by."""
    longer = [
        name
        for name, _ in names.most_common()
        if name != key and (_times(name, names) > 1 or name.rsplit(" ", 1)[-1] in bodies)
    ]
    return longer[0] if longer else key


def _times(name: str, names: Counter[str]) -> int:
    """How often a name stands, alone or as the beginning of a longer one: `Hillmark Foods Limited`."""
    return sum(times for other, times in names.items() if other == name or other.startswith(f"{name} "))
