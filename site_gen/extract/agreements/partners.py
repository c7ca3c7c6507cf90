"""With whom a mention says that an agreement is: two of one kind, with two countries, are two agreements."""

from collections.abc import Mapping

from site_gen.extract.agreements.mention import Clause, Mention

_REACH = 7
"""Words behind an agreement within which `with` tells the other side: `the pact that Peru signed in May with Chile`."""


def of_other_partners(mention: Mention, known: list[Mention], clauses: Mapping[int, Clause]) -> bool:
    """`the water pact with Chile` behind `the water pact with Peru`: none of those that an article has gathered."""
    here = _partners(mention, clauses[mention.sentence])
    if not here:
        return False
    there = [found for m in known if (found := _partners(m, clauses[m.sentence]))]
    return bool(there) and all(here.isdisjoint(found) for found in there)


def _partners(mention: Mention, clause: Clause) -> frozenset[str]:
    """The countries behind `with`; none where the clause ends before it, or names a town."""
    for at in range(mention.last + 1, min(mention.last + _REACH, len(clause.tokens) - 1)):
        if clause.gaps[at - 1].strip(" \"”’'"):
            return frozenset()
        if clause.keys[at] == "with":
            return _countries(clause, at + 1)
    return frozenset()


def _countries(clause: Clause, at: int) -> frozenset[str]:
    found: set[str] = set()
    while at < len(clause.tokens) and (clause.keys[at] in ("the", "and", "both") or clause.place_of(at)):
        if clause.is_city(at):
            return frozenset()
        found |= {clause.place_of(at)} - {""}
        at += 1
        if clause.gaps[at - 1].strip() not in ("", ","):
            break
    return frozenset(found)
