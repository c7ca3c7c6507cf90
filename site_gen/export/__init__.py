"""Story in, data out: files that other programs read."""

from typing import Any

from site_gen.export import feeds, search
from site_gen.export.addresses import FOR_MACHINES, SITEMAP
from site_gen.export.data.annotations import ANNOTATIONS
from site_gen.export.data.describe import DESCRIPTIONS
from site_gen.export.data.page import DATA_PAGE
from site_gen.export.fragment import FRAGMENTS, Assembly, Family, Listing
from site_gen.export.records import RECORDS
from site_gen.export.records import STAGES as RECORD_STAGES
from site_gen.export.texts import TEXTS
from site_gen.pages.page import PageKind
from site_gen.tables import StageSpec

STAGES: tuple[StageSpec[Any], ...] = (*RECORD_STAGES, *search.STAGES)
ASSEMBLIES: tuple[Assembly, ...] = (RECORDS,)
FAMILIES: tuple[Family, ...] = (search.INDEX,)
LISTINGS: tuple[Listing, ...] = (search.DIRECTORY, SITEMAP)
FILES: tuple[PageKind[Any], ...] = (
    TEXTS,
    *search.FILES,
    *feeds.FILES,
    FOR_MACHINES,
    ANNOTATIONS,
    DESCRIPTIONS,
    DATA_PAGE,
)

__all__ = ["ASSEMBLIES", "FAMILIES", "FILES", "FRAGMENTS", "LISTINGS", "STAGES", "Assembly"]
