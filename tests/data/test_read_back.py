"""Each form of the data read back by a program that is not ours, with the same records in it."""

import asyncio
import csv
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.data.conftest import BASE

SCHEMAS = Path(__file__).parent / "schemas"
CITED = "articles leaders people agreements figures series quotes events topics conflicts".split()


@pytest.fixture(scope="module")
def records(data: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((data / "records.json").read_bytes())
    return found


def evidence_of(value: Any) -> list[tuple[str, int, int, str]]:
    """Every evidence anywhere in some records."""
    if isinstance(value, list):
        return [found for item in value for found in evidence_of(item)]
    if not isinstance(value, dict):
        return []
    own = [(value["article"], value["start"], value["end"], value["exact"])] if "exact" in value else []
    return own + evidence_of(list(value.values()))


def test_records_fit_their_published_schema(data: Path, records: dict[str, Any]) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((data / "records.schema.json").read_bytes())
    validator = jsonschema.Draft202012Validator
    validator.check_schema(schema)
    assert [error.message for error in validator(schema).iter_errors(records)] == []
    broken = {**records, "figures": [{**records["figures"][0], "status": "dreamt"}]}
    assert list(validator(schema).iter_errors(broken))


def test_json_lines_are_the_records_one_a_line(data: Path, records: dict[str, Any]) -> None:
    for kind, listed in records.items():
        if kind != "schema":
            lines = (data / f"{kind}.jsonl").read_text("utf-8").splitlines()
            assert [json.loads(line) for line in lines] == listed, kind


def test_frictionless_finds_no_fault_in_the_tables(data: Path, records: dict[str, Any]) -> None:
    frictionless = pytest.importorskip("frictionless")
    with frictionless.system.use_context(trusted=True):
        report = frictionless.validate(str(data / "datapackage.json"))
        assert report.valid, report.flatten(["task", "rowNumber", "message"])
        package = frictionless.Package(str(data / "datapackage.json"))
        rows = {row["id"]: row for row in package.get_resource("figures").read_rows()}
    assert {f["id"]: f["value"] for f in records["figures"]} == {
        id: float(r["value"]) for id, r in rows.items()
    }
    assert {f["id"]: f["exact"] for f in records["figures"]} == {id: r["exact"] for id, r in rows.items()}


def test_sqlite_has_every_record_and_no_dangling_key(data: Path, records: dict[str, Any]) -> None:
    db = sqlite3.connect(f"file:{data}/records.db?mode=ro", uri=True)
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    for kind in (
        "articles",
        "dates",
        "agreements",
        "figures",
        "quotes",
        "events",
        "topics",
        "conflicts",
        "leaders",
    ):
        assert db.execute(f"SELECT count(*) FROM {kind}").fetchone() == (len(records[kind]),), kind
    found = db.execute("SELECT kind, id FROM search WHERE search MATCH 'modi'").fetchall()
    assert ("leaders", "narendra-modi") in found
    db.close()


def test_datasette_answers_a_query_over_figures_by_period(data: Path, records: dict[str, Any]) -> None:
    datasette = pytest.importorskip("datasette.app")
    metadata = json.loads((data / "metadata.json").read_bytes())
    served = datasette.Datasette([str(data / "records.db")], metadata=metadata)

    async def get(path: str) -> Any:
        answer = await served.client.get(path)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def ask() -> tuple[Any, Any, Any]:
        sql = "select period, sum(value) as total from figures where unit = 'USD' group by period order by period"
        return (
            await get(f"/records.json?_shape=array&sql={sql.replace(' ', '+')}"),
            await get("/records/figures_by_period.json?_shape=array"),
            await get("/records/full_text.json?_shape=array&words=visa"),
        )

    sums, by_period, found = asyncio.run(ask())
    expected: dict[str | None, float] = {}
    for figure in records["figures"]:
        if figure["unit"] == "USD":
            expected[figure["period"]] = expected.get(figure["period"], 0) + figure["value"]
    assert {row["period"]: row["total"] for row in sums} == expected
    assert len(by_period) == sum(figure["period"] is not None for figure in records["figures"])
    assert found


def test_parquet_holds_the_same_rows_as_csv(data: Path, records: dict[str, Any]) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(data / "parquet/figures.parquet").to_pylist()
    assert [(row["id"], row["value"]) for row in table] == [(f["id"], f["value"]) for f in records["figures"]]


def test_citeproc_sets_a_citation_of_every_article_and_record(data: Path, records: dict[str, Any]) -> None:
    pytest.importorskip("citeproc")
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON

    items = json.loads((data / "citations.json").read_bytes())
    assert len(items) == sum(len(records[kind]) for kind in CITED)
    assert len({item["id"] for item in items}) == len(items)
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"].lower())]))
    told = [str(entry) for entry in bibliography.bibliography()]
    assert len(told) == len(items)
    assert any("Harbour Wire" in entry for entry in told)


def test_citations_fit_the_schema_of_csl(data: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((SCHEMAS / "csl.json").read_bytes())
    jsonschema.validate(json.loads((data / "citations.json").read_bytes()), schema)


def test_bibtexparser_and_rispy_read_what_csl_says(data: Path) -> None:
    bibtexparser = pytest.importorskip("bibtexparser")
    rispy = pytest.importorskip("rispy")
    items = json.loads((data / "citations.json").read_bytes())
    library = bibtexparser.parse_file(str(data / "citations.bib"))
    assert library.failed_blocks == []
    assert [entry["url"] for entry in library.entries] == [item["URL"] for item in items]
    with (data / "citations.ris").open(encoding="utf-8") as file:
        entries = rispy.load(file)
    assert [entry["title"] for entry in entries] == [item["title"] for item in items]
    assert [entry["id"] for entry in entries] == [item["id"] for item in items]


def test_icalendar_reads_every_event_that_is_dated_closer_than_a_year(
    sample: Path, records: dict[str, Any]
) -> None:
    icalendar = pytest.importorskip("icalendar")
    raw = (sample / "timeline.ics").read_bytes()
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    entries = icalendar.Calendar.from_ical(raw).walk("VEVENT")
    dated = {e["id"]: e for e in records["events"] if e["date"] and len(e["date"].split("/")[0]) >= 7}
    assert {str(entry["uid"]).split("@")[0] for entry in entries} == set(dated)
    for entry in entries:
        event = dated[str(entry["uid"]).split("@")[0]]
        assert entry["dtstart"].dt < entry["dtend"].dt
        assert entry["dtstart"].dt.isoformat().startswith(event["date"][:7])
        assert (str(entry["status"]) == "CONFIRMED") <= (event["status"] == "happened")


def test_the_timeline_names_its_twins_and_its_table_has_every_event(
    sample: Path, records: dict[str, Any]
) -> None:
    page = (sample / "timeline.html").read_text("utf-8")
    for twin in ("timeline.ics", "timeline.csv", "timeline.json", "timeline.atom"):
        assert (sample / twin).is_file()
        assert page.count(f'href="{twin}"') >= 2, twin
    with (sample / "timeline.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["title"] for row in rows] == [event["title"] for event in records["events"]]
    assert [row["date"] or None for row in rows] == [event["date"] for event in records["events"]]


def test_popolo_fits_its_schema_and_dates_offices(data: Path, records: dict[str, Any]) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    found = json.loads((data / "popolo.json").read_bytes())
    jsonschema.validate(found, json.loads((SCHEMAS / "popolo.json").read_bytes()))
    assert [p["id"] for p in found["persons"]] == [p["id"] for p in records["leaders"] + records["people"]]
    bodies = {body["id"] for body in found["organizations"]}
    assert all(
        m.get("organization_id", next(iter(bodies))) in bodies
        for p in found["persons"]
        for m in p["memberships"]
    )


def test_rdf_leads_from_claim_to_sentence_to_article(data: Path, records: dict[str, Any]) -> None:
    rdflib = pytest.importorskip("rdflib")
    pyshacl = pytest.importorskip("pyshacl")
    graph = rdflib.Graph().parse(data / "records.ttl", format="turtle")
    conforms, _, told = pyshacl.validate(
        graph, shacl_graph=str(SCHEMAS / "prov.ttl"), shacl_graph_format="turtle"
    )
    assert conforms, told
    query = """
        PREFIX schema: <https://schema.org/> PREFIX prov: <http://www.w3.org/ns/prov#>
        SELECT ?quote ?article WHERE { ?quote a schema:Quotation ; prov:wasDerivedFrom/prov:wasDerivedFrom ?article }
    """
    found = {(str(row.quote).rsplit("#", 1)[1], str(row.article)) for row in graph.query(query)}  # type: ignore[union-attr]
    assert found >= {
        (q["id"], f"{BASE}articles/{q['article']}.html") for q in records["quotes"] if q["speaker"]
    }


def test_annotations_find_the_words_of_every_evidence(data: Path, records: dict[str, Any]) -> None:
    anchorpoint = pytest.importorskip("anchorpoint.textselectors")
    wanted = set(evidence_of(records))
    found = set()
    for article in records["articles"]:
        text = (data / f"articles/{article['id']}.txt").read_bytes().decode()
        page = json.loads((data / f"annotations/{article['id']}.json").read_bytes())
        for item in page["items"]:
            assert item["target"]["source"] == f"{BASE}data/articles/{article['id']}.txt"
            quote, position = item["target"]["selector"]
            where = anchorpoint.TextPositionSelector(start=position["start"], end=position["end"])
            assert text[where.start : where.end] == quote["exact"]
            selector = anchorpoint.TextQuoteSelector(**{k: quote[k] for k in ("exact", "prefix", "suffix")})
            again = selector.as_position(text)
            assert again is not None
            assert text[again.start : again.end].strip() == quote["exact"].strip()
            found.add((article["id"], position["start"], position["end"], quote["exact"]))
    assert wanted <= found, sorted(wanted - found)[:3]


def test_feedparser_reads_the_feed_of_the_timeline(sample: Path) -> None:
    feedparser = pytest.importorskip("feedparser")
    feed = feedparser.parse((sample / "timeline.atom").read_bytes())
    assert not feed.bozo
    assert feed.entries
    assert all(entry.link.startswith(f"{BASE}events/") for entry in feed.entries)
