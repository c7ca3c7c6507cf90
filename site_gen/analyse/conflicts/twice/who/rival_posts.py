"""One post of one body, told with two holders, or with two first names of one holder."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import product

from site_gen.analyse.conflicts.names import transliterated
from site_gen.analyse.conflicts.twice.aligned.align import Pair
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.conflicts.twice.who.sole import is_given, is_sole
from site_gen.analyse.tellings import Slot, Telling
from site_gen.resolve.folding import fold
from site_gen.resolve.people.compare import given_fit, near_names
from site_gen.resolve.words import subject
from site_gen.tables import Row

_PLAIN = frozenset(
    ("the", "a", "an", "its", "their", "this", "that", "of", "his", "her", "our", "each", "and", "to", "by")
)


def rival_posts(pair: Pair) -> Iterator[Row]:
    """A row for each post that the two reports give to two people."""
    ours, theirs = ([s for s in t.slots if s.kind.startswith("post ")] for t in (pair.one, pair.other))
    told: set[tuple[str, str, str]] = set()
    for a, b in product(ours, theirs):
        key = (a.kind, a.value, b.value)
        if key in told or a.kind != b.kind or not (is_sole(a, pair.one) and is_sole(b, pair.other)):
            continue
        if _one_body(a, b, pair) and _other_holder(a, b, pair):
            told.add(key)
            surname = a.value.split()[-1] == b.value.split()[-1]
            yield row_of(a, b, pair, 1.0, "name" if surname else "identity")


def _one_body(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether the words of one body are words of the other; a bare noun means the only such body of its report."""
    ours, theirs = set(a.heads), set(b.heads)
    if not (ours <= theirs or theirs <= ours):
        return False
    if ours == theirs:
        return True
    telling, bare, full = (pair.one, ours, theirs) if ours < theirs else (pair.other, theirs, ours)
    return not bare <= _nouns() or all(_no_other(noun, full, telling) for noun in bare)


def _no_other(noun: str, full: set[str], telling: Telling) -> bool:
    """Whether a report names no body of that noun with another word before it: `the finance committee`."""
    said = (
        word
        for told in telling.sentences
        for word in re.findall(rf"([\w’-]+) {re.escape(noun)}\b", told.evidence.exact.lower())
    )
    return all(word in _PLAIN or fold(word) in full for word in said)


@cache
def _nouns() -> frozenset[str]:
    return frozenset(word for noun in subject("held_posts")["bodies"] for word in noun.split())


def _other_holder(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether the names are of two, and neither report names the other's holder, unless both say who gets it."""
    ours, theirs = a.value.split(), b.value.split()
    if set(ours) <= set(theirs) or set(theirs) <= set(ours) or given_fit(*map(_given, (a, b))):
        return False
    if [*map(transliterated, ours)] == [*map(transliterated, theirs)]:
        return False
    if ours[-1] != theirs[-1] and near_names(ours[-1], theirs[-1]):
        return False
    if is_given(a):
        return True  # each says who gets it, whoever else is named
    return not _names(pair.one, theirs, ours) and not _names(pair.other, ours, theirs)


def _given(slot: Slot) -> str:
    """All but the last name, where the two may share it."""
    return slot.value.rpartition(" ")[0]


def _names(telling: Telling, holder: list[str], own: list[str]) -> bool:
    """Whether a report has what tells one holder from its own."""
    names = {
        fold(told.evidence.exact[w.at :].split()[0])
        for told in telling.sentences
        for w in told.words
        if w.name
    }
    telltale = [word for word in holder if word not in own]
    return any(word in names for word in telltale)
