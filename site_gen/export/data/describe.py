"""The files that describe the data: the JSON Schema, `datapackage.json`, `metadata.json` for Datasette."""

from collections.abc import Iterator

from site_gen.export.data.package import metadata_text, package_text
from site_gen.export.data.schema import schema_text
from site_gen.pages.page import Page, PageKind, RawFile
from site_gen.tables import EXPORTED, SITE, Exported, Reader

SCHEMA = "data/records.schema.json"
PACKAGE = "data/datapackage.json"
METADATA = "data/metadata.json"


def _descriptions(_key: str, rows: tuple[Exported, ...], story: Reader) -> Iterator[Page]:
    site = story.one(SITE, "site")
    if site is None:
        return
    groups = rows[0].groups
    yield Page(SCHEMA, "", RawFile(schema_text(site.base_url)))
    if "csv" in groups:
        yield Page(PACKAGE, "", RawFile(package_text(site)))
    if "sqlite" in groups:
        yield Page(METADATA, "", RawFile(metadata_text(site)))


DESCRIPTIONS: PageKind[Exported] = PageKind("descriptions of the data", EXPORTED, _descriptions)
