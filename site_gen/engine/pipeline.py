"""The whole data flow in one place: stages, then pages; and the rows that settings contribute."""

from collections.abc import Iterator
from typing import Any

from site_gen import analyse, export, resolve
from site_gen.engine.settings import BuildRequest
from site_gen.pages import PAGES as SITE_PAGES
from site_gen.pages.page import PageKind
from site_gen.tables import SITE, Row, StageSpec

STAGES: tuple[StageSpec[Any], ...] = (*resolve.STAGES, *analyse.STAGES, *export.STAGES)
assert len({stage.name for stage in STAGES}) == len(STAGES), "two stages of one name"

PAGES: tuple[PageKind[Any], ...] = (*SITE_PAGES, *export.FILES)


def settings_rows(request: BuildRequest) -> Iterator[Row]:
    """What site.yaml and decisions.yaml say, as input of the stages."""
    yield Row(SITE, "site", request.config.site)
