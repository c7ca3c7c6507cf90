"""Tables in, what describes them out: `datapackage.json` for the CSV files, `metadata.json` for Datasette."""

from typing import Any

import msgspec

from site_gen.export.data.relational import Column, TableShape, tables
from site_gen.tables import SiteInfo

_QUERIES = {
    "figures_by_period": {
        "title": "Figures by period",
        "sql": "select period, measure, value, unit, status, exact, article from figures "
        "where period is not null order by period, measure, value",
    },
    "in_office": {
        "title": "Who is in office",
        "sql": "select people.name, people_offices.title, people_offices.jurisdiction, people_offices.organization, "
        "people_offices.as_of from people_offices join people on people.id = people_offices.person "
        "where people_offices.status = 'current' order by people.name",
    },
    "steps_of_agreements": {
        "title": "Steps of agreements",
        "sql": "select agreements.name, agreements_stages.stage, agreements_stages.date, "
        "agreements_stages.evidence_exact from agreements_stages "
        "join agreements on agreements.id = agreements_stages.agreement "
        "order by agreements.name, agreements_stages.n",
    },
    "full_text": {
        "title": "Full text of titles, names, quotations and sentences",
        "sql": "select kind, id, title, snippet(search, 3, '[', ']', '…', 20) as words from search "
        "where search match :words order by rank limit 100",
    },
}


def package_text(site: SiteInfo) -> str:
    """`datapackage.json`."""
    licence = site.licence
    package: dict[str, Any] = {
        "name": "records",
        "title": site.title,
        "description": "All records of the site with their evidence, one table a file. " + CELLS,
        **({"homepage": site.base_url} if site.base_url else {}),
        **({"licenses": [{"name": "custom", "title": licence}]} if licence else {}),
        "profile": "tabular-data-package",
        "resources": [_resource(table) for table in tables()],
    }
    return _text(package)


CELLS = (
    "A cell whose text begins with =, +, -, @, a tab or a carriage return (after any apostrophes) has one "
    "apostrophe put in front, so that no spreadsheet runs it; take that one away to have the text as it was."
)


def metadata_text(site: SiteInfo) -> str:
    """`metadata.json`, as Datasette reads it."""
    shown = {
        table.name: {
            "description": table.doc,
            "columns": {column.name: column.doc for column in table.columns},
            **({"sort": table.key[0]} if len(table.key) == 1 else {}),
        }
        for table in tables()
    }
    whole = {
        "title": site.title,
        "description": "All records of the site, with the words that they were read from.",
        **({"source": site.title, "source_url": site.base_url} if site.base_url else {}),
        **({"license": site.licence} if site.licence else {}),
        "databases": {"records": {"tables": shown, "queries": _QUERIES}},
    }
    return _text(whole)


def _resource(table: TableShape) -> dict[str, Any]:
    keys = [
        {"fields": column.name, "reference": {"resource": _itself(table, column), "fields": "id"}}
        for column in table.columns
        if column.ref
    ]
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": table.doc,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "missingValues": [""],
            **({"primaryKey": list(table.key)} if table.key else {}),
            **({"foreignKeys": keys} if keys else {}),
        },
    }


def _itself(table: TableShape, column: Column) -> str:
    """A table that points at itself is named by the empty string."""
    return "" if column.ref == table.name else column.ref


def _field(column: Column) -> dict[str, Any]:
    rules = {"enum": list(column.choices)} if column.choices else {}
    return {
        "name": column.name,
        "type": column.type,
        "description": column.doc,
        **({"unit": column.unit} if column.unit else {}),
        **({"constraints": rules} if rules else {}),
    }


def _text(value: Any) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=1).decode() + "\n"
