"""Every file that is made of all records, in one list."""

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

import msgspec

from site_gen.export.data.calendar import calendar
from site_gen.export.data.cells import header, lines
from site_gen.export.data.cite import CITED, Item, bibtex, citing, csl_text, ris
from site_gen.export.data.form import Form, Items, Lines
from site_gen.export.data.kinds import KINDS
from site_gen.export.data.popolo import Popolo
from site_gen.export.data.relational import TableShape, parts, tables
from site_gen.export.data.timeline import TIMELINE_HEADER, timeline_line
from site_gen.export.data.turtle import KINDS as RDF_KINDS
from site_gen.export.data.turtle import Turtle
from site_gen.tables import SiteInfo

_encode = msgspec.json.Encoder().encode


@cache
def forms() -> tuple[Form, ...]:
    """All of them, by path."""
    return (
        *(_json_lines(kind.name) for kind in KINDS),
        *(_csv(table) for table in tables()),
        _cited("citations.json", _csl, "Every article and record to cite, as CSL-JSON (Zotero, Pandoc)."),
        _cited("citations.bib", _bibtex, "The same as BibTeX (LaTeX)."),
        _cited("citations.ris", _ris, "The same as RIS (EndNote, Mendeley)."),
        Form(
            "calendar",
            "timeline.ics",
            ("events",),
            calendar,
            "Events that have a day, some days or a month, for a calendar.",
        ),
        Form(
            "calendar",
            "timeline.csv",
            ("events",),
            lambda site: Lines(lambda _kind, event: timeline_line(event, site), TIMELINE_HEADER),
            "Events, one a row, with where each is told: the timeline as a table.",
        ),
        Form(
            "popolo",
            "data/popolo.json",
            ("leaders", "people"),
            Popolo,
            "People and their offices, as Popolo.",
        ),
        Form(
            "rdf",
            "data/records.ttl",
            RDF_KINDS,
            Turtle,
            "Records and where they come from, as RDF (Turtle, PROV).",
        ),
    )


def _json_lines(kind: str) -> Form:
    def make(_site: SiteInfo) -> Lines:
        return Lines(lambda _kind, record: _encode(record).decode() + "\n")

    return Form("jsonl", f"data/{kind}.jsonl", (kind,), make, f"One line of JSON for each of the {kind}.")


def _csv(table: TableShape) -> Form:
    kinds = {
        kind: part for kind, listed in parts().items() for part in listed if part.table.name == table.name
    }

    def text(kind: str, record: Any) -> str:
        return "".join(lines(kinds[kind].rows(record)))

    def make(_site: SiteInfo) -> Lines:
        return Lines(text, header(table))

    return Form("csv", f"data/{table.name}.csv", tuple(kinds), make, table.doc)


def _cited(name: str, write: Callable[[SiteInfo], Any], doc: str) -> Form:
    return Form("citations", f"data/{name}", CITED, write, doc)


@lru_cache(maxsize=1)
def _citing(site: SiteInfo) -> Callable[[str, Any], Item]:
    """One for the three files of a site."""
    return citing(site)


def _csl(site: SiteInfo) -> Items:
    item = _citing(site)
    return Items(lambda kind, record: [csl_text(item(kind, record))])


def _bibtex(site: SiteInfo) -> Lines:
    item = _citing(site)
    return Lines(lambda kind, record: bibtex(item(kind, record)))


def _ris(site: SiteInfo) -> Lines:
    item = _citing(site)
    return Lines(lambda kind, record: ris(item(kind, record)))
