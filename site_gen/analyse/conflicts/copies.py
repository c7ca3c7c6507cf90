"""Two articles that are one witness: a copy may still have a word that its original has not."""

from site_gen.analyse.conflicts.claims import witnesses
from site_gen.analyse.conflicts.measures import share
from site_gen.analyse.stems import stems
from site_gen.records import Evidence
from site_gen.tables import Reader

_ALIKE, _LEAST = 0.55, 4


def one_witness(a: Evidence, b: Evidence, reader: Reader) -> bool:
    """Whether two sentences are of one lineage, and not worded alike enough for a slip of who copied it."""
    return in_one_lineage(a, b, reader) and not _worded_alike(a, b)


def in_one_lineage(a: Evidence, b: Evidence, reader: Reader) -> bool:
    """Whether the two places are in articles that are one witness."""
    return bool(witnesses((a,), reader) & witnesses((b,), reader))


def _worded_alike(a: Evidence, b: Evidence) -> bool:
    ours, theirs = stems(a.exact), stems(b.exact)
    return min(len(ours), len(theirs)) >= _LEAST and share(ours, theirs) >= _ALIKE
