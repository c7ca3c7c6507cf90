"""Two reports that are compared, and what else is known of both."""

from functools import cached_property

from site_gen.analyse.conflicts.twice.aligned.align import Pair
from site_gen.resolve.tables import KNOWN
from site_gen.tables import Reader


class Two:
    """Two reports of one story."""

    def __init__(self, pair: Pair, reader: Reader) -> None:
        self.pair, self.reader = pair, reader

    @cached_property
    def one_paper(self) -> bool:
        """Whether both name one agreement: its steps are compared from its record."""
        ours, theirs = (self.reader.one(KNOWN, t.article) for t in (self.pair.one, self.pair.other))
        return bool(ours and theirs) and not {*ours.agreements, ""}.isdisjoint({*theirs.agreements} - {""})  # type: ignore[union-attr]
