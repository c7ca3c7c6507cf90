"""The page that explains the data, the twins of pages, and what makes them complete."""

import json
import re
import sqlite3
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from site_gen.export.data.cells import as_written, harmless, header, lines
from site_gen.export.data.examples import EVIDENCE, explained
from site_gen.export.data.fields import fields_of
from site_gen.export.data.kinds import KINDS
from site_gen.export.data.places import days
from site_gen.export.data.relational import tables
from site_gen.export.data.shapes import EvidenceShape
from site_gen.exports import GROUPS, MOST, chosen
from tests.build.conftest import ARTICLES, Desk
from tests.data.conftest import built


def test_every_published_field_has_its_line() -> None:
    for kind in (*KINDS, None):
        name, shape = (kind.name, kind.shape) if kind else (EVIDENCE, EvidenceShape)
        for field, found in explained(name, shape):
            assert found.doc.endswith((".", "...")), f"{name}.{field} is not explained"


def test_the_page_explains_every_field_that_the_records_have(data: Path) -> None:
    page = BeautifulSoup((data / "index.html").read_bytes(), "html.parser")
    records = json.loads((data / "records.json").read_bytes())
    for kind in KINDS:
        section = page.find(id=f"kind-{kind.name}").parent
        shown = {cell.get_text() for cell in section.select("tbody th code")}
        evidence = {field.shown for field in fields_of(EvidenceShape)}
        have = {name for record in records[kind.name] for name in record}
        assert have - evidence <= {name.removesuffix("[]") for name in shown}, kind.name


def test_examples_are_values_of_this_site(data: Path) -> None:
    page = BeautifulSoup((data / "index.html").read_bytes(), "html.parser")
    records = json.loads((data / "records.json").read_bytes())
    rows = page.find(id="kind-figures").parent.select("tbody tr")
    examples = {row.th.get_text(): row.select("td")[2].get_text() for row in rows}
    assert json.loads(examples["id"]) in {figure["id"] for figure in records["figures"]}
    assert json.loads(examples["period"]) in {figure["period"] for figure in records["figures"]}


def test_the_page_links_every_file_of_the_data(sample: Path) -> None:
    page = (sample / "data/index.html").read_text("utf-8")
    linked = {
        f"data/{href}" if not href.startswith("../") else href[3:]
        for href in re.findall(r'href="([^"#:]+)"', page)
    }
    files = {path.relative_to(sample).as_posix() for path in (sample / "data").rglob("*") if path.is_file()}
    apart = {path for path in files if path.startswith(("data/articles/", "data/annotations/"))}
    assert files - apart - {"data/index.html"} <= linked
    assert linked - {"data/"} <= {path.relative_to(sample).as_posix() for path in sample.rglob("*")}


def test_every_page_has_a_twin_and_says_where_it_is(sample: Path) -> None:
    apart = {"embed", "404.html"}
    pages = [path for path in sample.rglob("*.html") if path.relative_to(sample).parts[0] not in apart]
    assert len(pages) > 50
    for path in pages:
        twin = path.with_suffix(".json")
        shown = json.loads(twin.read_bytes())
        assert shown["page"] == path.relative_to(sample).as_posix()
        soup = BeautifulSoup(path.read_bytes(), "html.parser")
        alternate = soup.find("link", rel="alternate", type="application/json")
        assert (path.parent / alternate["href"]).resolve() == twin.resolve()
        assert any(
            (path.parent / a["href"]).resolve() == twin.resolve() for a in soup.select("footer a[href]")
        )


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("plain", "plain"), ("=1+1", "'=1+1"), ("+7", "'+7"), ("-5 per cent", "'-5 per cent"), ("@here", "'@here"),
        ("\tx", "'\tx"), ("'=x", "''=x"), ("'quoted'", "'quoted'"), ("a=b", "a=b"), ("", ""),
    ],
)  # fmt: skip
def test_cells_that_begin_like_formulas_are_defused_and_can_be_had_back(text: str, cell: str) -> None:
    assert harmless(text) == cell
    assert as_written(cell) == text


def test_a_table_is_written_with_its_header_and_plain_values() -> None:
    assert header(next(t for t in tables() if t.name == "events_parties")) == "event,n,name,code\n"
    assert list(lines([("a", 1, 'say "hi", now', None), ("=b", True, -2.5, "")])) == [
        'a,1,"say ""hi"", now",\n',
        "'=b,true,-2.5,\n",
    ]


@pytest.mark.parametrize(
    ("edtf", "first", "last", "sure"),
    [
        ("2025-08-29", (2025, 8, 29), (2025, 8, 29), True),
        ("2025-08~", (2025, 8, 0), (2025, 8, 0), False),
        ("2023/2024", (2023, 0, 0), (2024, 0, 0), True),
        ("2025-08-29/2025-08-30", (2025, 8, 29), (2025, 8, 30), True),
    ],
)
def test_days_of_dates(edtf: str, first: tuple[int, ...], last: tuple[int, ...], sure: bool) -> None:
    assert days(edtf) == (first, last, sure)


@pytest.mark.parametrize(
    "edtf", ["", "201X", "2025-08-29/..", "[2025, 2026]", "2025-13", "2025-02-30", "2025-21", "0000"]
)
def test_no_days_are_made_up(edtf: str) -> None:
    assert days(edtf) is None


def test_forms_are_chosen_by_the_setting_and_the_number_of_records() -> None:
    every = tuple(name for name in GROUPS if name != "parquet")
    assert chosen(("auto",), MOST) == every
    assert "sqlite" not in chosen(("auto",), MOST + 1)
    assert chosen(("all",), MOST + 1) == every
    assert chosen(("auto", "sqlite"), MOST + 1) >= ("sqlite",)
    assert chosen(("csv", "parquet"), 1) == ("csv", "parquet")
    assert chosen(("none",), 1) == ()


def test_two_builds_of_the_sample_give_the_same_bytes(sample: Path, tmp_path: Path) -> None:
    again = built(tmp_path, (sample.parent / "site.yaml").read_text("utf-8"))
    for path in (*(sample / "data").rglob("*"), sample / "timeline.ics", sample / "timeline.json"):
        if path.is_file():
            assert path.read_bytes() == (again / path.relative_to(sample)).read_bytes(), path


def test_forms_follow_the_setting_and_leave_nothing_behind(desk: Desk) -> None:
    settings = desk.folder / "site.yaml"
    settings.write_text("exports: [csv, twins]\n")
    desk.build()
    first = desk.files()
    assert {"data/figures.csv", "data/datapackage.json", "index.json"} <= first.keys()
    assert not {"data/records.db", "data/records.ttl", "timeline.ics"} & first.keys()
    settings.write_text("exports: [sqlite]\n")
    desk.build()
    second = desk.files()
    assert "data/records.db" in second
    assert not {"data/figures.csv", "data/datapackage.json", "index.json"} & second.keys()
    settings.write_text("exports: [csv, twins]\n")
    desk.build()
    assert desk.files() == first


def test_what_an_editor_hides_leaves_no_key_dangling(sample: Path, tmp_path: Path) -> None:
    hidden = {"leader": "leaders", "event": "events", "agreement": "agreements"}
    records = json.loads((sample / "data/records.json").read_bytes())
    lines = [
        f"- hide: {one}/{record['id']}\n" for one, kind in hidden.items() for record in records[kind][:2]
    ]
    (tmp_path / "decisions.yaml").write_text("".join(lines))
    site = built(tmp_path, "exports: [sqlite]\n")
    db = sqlite3.connect(f"file:{site}/data/records.db?mode=ro", uri=True)
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert db.execute("SELECT count(*) FROM leaders").fetchone() == (len(records["leaders"]) - 2,)
    db.close()


def test_data_after_an_edit_is_that_of_a_clean_build(desk: Desk) -> None:
    desk.build()
    desk.write("visit.md", ARTICLES["visit.md"].replace("4.5 million", "4.7 million"))
    desk.build()
    edited = desk.files()
    assert b"4700000.0" in edited["data/figures.csv"]
    desk.build(clean=True)
    assert desk.files() == edited


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk with three articles."""
    monkeypatch.chdir(tmp_path)
    made = Desk(tmp_path / "desk")
    for name, text in ARTICLES.items():
        made.write(name, text)
    return made
