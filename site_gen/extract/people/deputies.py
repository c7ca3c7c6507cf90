"""`The mayor said no. Her deputy, X, agreed`: whose deputy somebody is, from the office named last before."""

import re

from site_gen.extract.people.casing import title_case
from site_gen.extract.people.reading import Context
from site_gen.extract.people.roll import Person

_WHOSE = re.compile(r"\b(?:[Hh]er|[Hh]is|[Tt]heir) deputy\b")
_OFFICE = re.compile(r"\b[Tt]he ((?:[a-z]+ )?)([a-z]+(?:-[a-z]+)?)\b")
_BACK = 200


def settle_deputies(people: list[Person], context: Context) -> None:
    """Give a bare `deputy` the office that he or she is the deputy of, where the text has it right before."""
    for person in people:
        for number, told in enumerate(person.readings):
            if told.title != "Deputy" or told.organization or told.jurisdiction:
                continue
            whose = _WHOSE.search(context.text, max(0, told.start - 6), told.end + 4)
            if whose and (office := _office_before(whose.start(), context)):
                person.readings[number] = told._replace(
                    title=f"Deputy {title_case(office.split())}", role=False
                )


def _office_before(at: int, context: Context) -> str:
    """The last office that stands behind `the`: `governor`, `prime minister`; empty for none."""
    words = context.words
    for match in reversed(list(_OFFICE.finditer(context.text, max(0, at - _BACK), at))):
        ahead, head = match.group(1).strip(), match.group(2)
        if head in words.heads and head not in words.sets["vague"] and head != "deputy":
            return f"{ahead} {head}" if f"{ahead} {head}" in words.state_titles else head
        if ahead in words.heads and ahead not in words.sets["vague"] and ahead != "deputy":
            return ahead
    return ""
