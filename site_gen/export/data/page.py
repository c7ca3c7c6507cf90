"""`data/index.html`: every file of the data, and every field explained with an example from this site."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from site_gen.export.data.describe import METADATA, PACKAGE, SCHEMA
from site_gen.export.data.examples import EVIDENCE, explained
from site_gen.export.data.explain import class_doc
from site_gen.export.data.fields import Field
from site_gen.export.data.forms import forms
from site_gen.export.data.kinds import KINDS
from site_gen.export.data.package import CELLS
from site_gen.export.data.relational import tables
from site_gen.export.data.shapes import EvidenceShape
from site_gen.export.records import PATH
from site_gen.pages import urls
from site_gen.pages.notes import Notes
from site_gen.pages.page import Page, PageKind
from site_gen.pages.parts import Head, crumbs, plural
from site_gen.tables import EXPORTED, Exported, Reader

_TITLES = {
    "jsonl": ("JSON Lines", "One record a line, for programs that read a stream."),
    "csv": ("CSV tables", "For spreadsheets and statistics; types, units and keys are in the data package. "),
    "sqlite": ("SQLite", "All tables with keys and a full-text table; opens in Datasette with its metadata."),
    "citations": ("Citations", "Every article and record to cite."),
    "annotations": ("Web Annotations", "Everything found in each article, as annotations on its text."),
    "calendar": ("Calendar", "Events that have a day, some days or a month."),
    "popolo": ("Popolo", "People with their names and offices, for civic tools."),
    "rdf": ("RDF", "Records in schema.org terms; PROV says from which sentence and article each comes."),
    "twins": (
        "JSON of every page",
        "Each page says at its foot where it is: the same address, ending in .json.",
    ),
    "parquet": ("Parquet", "The tables for DuckDB, pandas, Polars, Spark."),
}
_TYPES = {str: "text", int: "whole number", float: "number", bool: "true or false"}


class FileView(Struct, frozen=True):
    """One file."""

    href: str
    """Relative address."""
    name: str
    """File name."""
    about: str
    """What it holds."""


class FormView(Struct, frozen=True):
    """The files of one form."""

    id: str
    """Name of the form in `exports`."""
    title: str
    """What it is called."""
    about: str
    """What it is for."""
    files: tuple[FileView, ...]
    """All of them; none where there is one for each article or page."""


class FieldView(Struct, frozen=True):
    """One field of a record."""

    name: str
    """`published.edtf`: `edtf` inside `published`; `offices[].title`: `title` of each of the `offices`."""
    type: str
    """In words."""
    about: str
    """What it means."""
    example: str
    """A value it has on this site, as JSON; empty where no record looked at has one."""


class KindView(Struct, frozen=True):
    """One kind of record."""

    id: str
    """Its key in `records.json`."""
    about: str
    """What a record is."""
    count: int
    """How many there are; -1 for evidence, which is part of records."""
    fields: tuple[FieldView, ...]
    """All fields."""


class DataView(Struct, frozen=True):
    """The page of the data."""

    head: Head
    """Title and way here."""
    forms: tuple[FormView, ...]
    """All forms that this site has."""
    left_out: tuple[str, ...]
    """Forms that it does not have."""
    kinds: tuple[KindView, ...]
    """Evidence first, then every kind of record."""


def _data_page(_key: str, rows: tuple[Exported, ...], story: Reader) -> Iterator[Page]:
    exported = rows[0]
    total = sum(count for _, count in exported.counts)
    notes = Notes(story, urls.DATA)
    head = Head("Data", f"{total:,} records with their evidence, in open forms, with every field explained.", "more",
                crumbs(notes))  # fmt: skip
    shown = {(kind, name): value for kind, name, value in exported.examples}
    counts = dict(exported.counts)
    kinds = [_kind(EVIDENCE, EvidenceShape, -1, shown)]
    kinds += [_kind(kind.name, kind.shape, counts.get(kind.name, 0), shown) for kind in KINDS]
    left_out = tuple(_TITLES[group][0] for group in exported.left_out)
    yield Page(urls.DATA, "data.html", DataView(head, tuple(_forms(exported)), left_out, tuple(kinds)))


def _forms(exported: Exported) -> Iterator[FormView]:
    json = (
        _file(PATH, "All records in one file."),
        _file(SCHEMA, "Its JSON Schema: what every field may hold."),
    )
    yield FormView(
        "records", "JSON", "Fields are only ever added: what reads it now can read it later.", json
    )
    for group in exported.groups:
        title, about = _TITLES[group]
        listed = [_file(form.path, form.doc) for form in forms() if form.group == group]
        if group == "jsonl":
            counts = dict(exported.counts)
            told = [plural(counts.get(kind.name, 0), kind.one, kind.name) for kind in KINDS]
            listed = [replace(file, about=f"{many}.") for file, many in zip(listed, told, strict=True)]
        elif group == "csv":
            about += CELLS
            listed.insert(0, _file(PACKAGE, "Data Package: types, units, primary and foreign keys."))
        elif group == "sqlite":
            listed = [
                _file("data/records.db", "The database."),
                _file(
                    METADATA, "Titles, descriptions and ready queries: datasette records.db -m metadata.json"
                ),
            ]
        elif group == "parquet":
            listed = [_file(f"data/parquet/{t.name}.parquet", t.doc) for t in tables()]
        yield FormView(group, title, about, tuple(listed))


def _file(path: str, about: str) -> FileView:
    return FileView("../" + path, path.rsplit("/", 1)[-1], about)


def _kind(id: str, shape: type, count: int, shown: dict[tuple[str, str], str]) -> KindView:
    fields = (FieldView(name, _type(f), f.doc, shown.get((id, name), "")) for name, f in explained(id, shape))
    return KindView(id, class_doc(shape), count, tuple(fields))


def _type(field: Field) -> str:
    if field.choices:
        told = "one of: " + ", ".join(field.choices)
    elif field.type in _TYPES:
        told = _TYPES[field.type] + (f" ({field.unit})" if field.unit else "")
    else:
        told = "evidence" if field.type is EvidenceShape else "object"
    told = f"list: {told}" if field.many else told
    return f"{told}; id in {field.ref}" if field.ref else told


DATA_PAGE: PageKind[Exported] = PageKind("data", EXPORTED, _data_page)
