"""Story in, data out: files that other programs read."""

from typing import Any

from site_gen.export.fragment import FRAGMENTS, Assembly
from site_gen.export.records import RECORDS
from site_gen.export.records import STAGES as RECORD_STAGES
from site_gen.export.texts import TEXTS
from site_gen.pages.page import PageKind
from site_gen.tables import StageSpec

STAGES: tuple[StageSpec[Any], ...] = RECORD_STAGES
ASSEMBLIES: tuple[Assembly, ...] = (RECORDS,)
FILES: tuple[PageKind[Any], ...] = (TEXTS,)

__all__ = ["ASSEMBLIES", "FILES", "FRAGMENTS", "STAGES", "Assembly"]
