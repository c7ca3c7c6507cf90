"""Rows of the comparison of aligned sentences: an article as words and slots, and which articles are compared."""

from typing import NamedTuple

from msgspec import Struct

from site_gen.records import Evidence
from site_gen.tables import Table


class Slot(NamedTuple):
    """What a sentence says in a place where another report of the same may have something else."""

    sentence: int
    """Its place among the sentences of the telling."""
    kind: str
    """`date`, `span`, `not`, `words ...`: only slots of one kind are compared."""
    value: str
    start: int
    end: int
    heads: tuple[str, ...] = ()
    """Of a time: stems of the verb that it belongs to, and of the word right before it."""
    ahead: bool = False
    """Of a date: told as still to come."""


class Word(NamedTuple):
    """A word of a sentence that says something."""

    stem: str
    at: int
    """Where it begins in the sentence."""
    clause: int
    """The number of its clause."""
    name: bool
    quoted: bool
    """In a clause that only says who said it."""
    verb: bool
    """It looks like a verb."""


class Told(NamedTuple):
    """A sentence as far as finding its like in another report needs."""

    evidence: Evidence
    words: tuple[Word, ...]


class Telling(Struct, frozen=True, array_like=True):
    """All sentences of one article with their slots."""

    article: str
    published: str
    sentences: tuple[Told, ...]
    slots: tuple[Slot, ...]


TELLINGS: Table[Telling] = Table("tellings", Telling, listed=False)
"""Key: article id."""
TOLD_TWICE: Table[int] = Table("told twice", int, "|", listed=False)
"""Key: two article ids, the smaller first; rows: the rare names that both have."""
