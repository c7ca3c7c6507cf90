"""Plug-ins: what they add is on the site, what fails in one is named and costs nothing else, a changed one rebuilds."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs
from msgspec.structs import replace

from site_gen.cli.extract import read_articles
from site_gen.engine.build import BuildReport, build
from site_gen.errors import UsageError
from site_gen.lexicon import Lexicon
from site_gen.load import Loaded, LoadOptions, load_file
from site_gen.pages.page import Page, PageKind, RawFile
from site_gen.plugins import FoundPlugin, Loader, Plugin, find_plugins, load_toolbox
from site_gen.records import Article, Findings, Span
from site_gen.tables import ARTICLES, SITE, Reader, Row, StageSpec, Table
from tests.build.conftest import Desk

sys.path.append(str(Path(__file__).parents[1] / "plugin"))
PLEDGE = "\n\nThe port of Bergen pledged 90 million kroner for new cranes by 2031, on the #harbour-works.\n"
SPOKEN = (
    "1\n00:00:01,000 --> 00:00:04,000\nGovernor Ingrid Solvang visited the port on 6 March 2025.\n\n"
    "2\n00:00:05,000 --> 00:00:09,000\nShe met Mayor Erik Dahl there.\n"
)


def _build(
    desk: Desk, plugin: Plugin | Callable[[], Plugin], digest: bytes = b"1", jobs: int = 1
) -> BuildReport:
    load = plugin if callable(plugin) else lambda: plugin
    request = replace(desk.request(), plugins=(FoundPlugin("extra", digest, load),), processes=jobs)
    return build(request)


def _deadlines() -> Plugin:
    from desk_deadlines import PLUGIN

    assert isinstance(PLUGIN, Plugin)
    return PLUGIN


def test_a_plug_in_adds_a_page_a_file_a_format_findings_and_a_filter(desk: Desk) -> None:
    desk.write("pledge.txt", " date 2025-03-06 " + PLEDGE.strip())
    desk.write("spoken.srt", SPOKEN)
    (desk.folder / "templates").mkdir()
    (desk.folder / "templates/leader.html").write_text(
        '{% extends "default/leader.html" %}{% block kind %}page {{ view.name|initials }}{% endblock %}'
    )
    report = _build(desk, _deadlines)
    assert report.problems == ()
    files = desk.files()
    page = files["deadlines.html"].decode()
    assert "2031" in page
    assert 'class="ev"' in page, "its facts have evidence like all others"
    assert b"2031,90000000.0,NOK," in files["data/deadlines.csv"]
    assert b"Erik Dahl" in files["articles/spoken.html"]
    assert b"-->" not in files["articles/spoken.html"]
    assert b'<body class="page I. S."' in files["leaders/ingrid-solvang.html"]
    assert _build(desk, _deadlines).mode == "unchanged"
    clean = {**files}
    desk.write("pledge.txt", " date 2025-03-06 " + PLEDGE.strip().replace("2031", "2032"))
    _build(desk, _deadlines)
    assert b"2032,90000000.0" in desk.files()["data/deadlines.csv"]
    desk.write("pledge.txt", " date 2025-03-06 " + PLEDGE.strip())
    _build(desk, _deadlines)
    assert desk.files() == clean


def test_worker_processes_have_the_plug_in_too(desk: Desk) -> None:
    for number in range(70):
        desk.write(f"spoken-{number}.srt", SPOKEN)
    assert _build(desk, _deadlines, jobs=2).problems == ()
    assert b"Erik Dahl" in desk.files()["articles/spoken-69.html"]


def test_without_the_plug_in_its_files_are_gone(desk: Desk) -> None:
    desk.write("spoken.srt", SPOKEN)
    _build(desk, _deadlines)
    desk.build()
    assert not {"deadlines.html", "data/deadlines.csv", "articles/spoken.html"} & desk.files().keys()


def test_changed_code_of_a_plug_in_builds_anew(desk: Desk) -> None:
    def says(word: str) -> Plugin:
        def files(_key: str, _rows: tuple[Any, ...], _story: Reader) -> Iterable[Page]:
            yield Page("data/word.txt", "", RawFile(word))

        return Plugin(exports=(PageKind("word", SITE, files),))

    _build(desk, says("one"), b"1")
    _build(desk, says("two"), b"1")
    assert desk.files()["data/word.txt"] == b"one", "the digest stands for the code"
    _build(desk, says("two"), b"2")
    assert desk.files()["data/word.txt"] == b"two"


def _fails(*_: Any) -> Any:
    raise ZeroDivisionError("no luck")


def _foreign_evidence(article: Article, found: Findings, _lexicon: Lexicon) -> Findings:
    said = [structs.replace(date.evidence, exact="never said") for date in found.dates]
    dates = tuple(structs.replace(date, evidence=e) for date, e in zip(found.dates, said, strict=True))
    return structs.replace(found, dates=dates)


def _no_head(_key: str, _rows: tuple[Any, ...], _story: Reader) -> Iterable[Page]:
    yield Page("bare.html", "leader.html", Span(0, 1))


def _at(path: str) -> Callable[..., Iterable[Page]]:
    return lambda *_: [Page(path, "", RawFile("mine"))]


def _broken() -> Plugin:
    raise ImportError("no module named 'lost'")


NOTES: Table[str] = Table("notes of the plug-in", str)
BAD = {
    "import": _broken,
    "no plugin": lambda: "PLUGIN",
    "lambda": Plugin(filters=(("f", lambda text: text),)),
    "loader": Plugin(loaders=(Loader((".txt",), _fails),)),
    "extractor": Plugin(extractors=(_fails,)),
    "evidence": Plugin(extractors=(_foreign_evidence,)),
    "stage": Plugin(stages=(StageSpec("count", ARTICLES, _fails),)),
    "our table": Plugin(stages=(StageSpec("count", ARTICLES, lambda key, *_: [Row(ARTICLES, key, None)]),)),
    "page": Plugin(pages=(PageKind("bare", SITE, _fails),)),
    "view": Plugin(pages=(PageKind("bare", SITE, _no_head),)),
    "address taken": Plugin(exports=(PageKind("bare", SITE, _at("index.html")),)),
    "address outside": Plugin(exports=(PageKind("bare", SITE, _at("../mine.txt")),)),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_what_fails_in_a_plug_in_is_named_and_costs_nothing_else(desk: Desk, case: str) -> None:
    plugin: Any = BAD[case]
    report = _build(desk, plugin)
    told = [problem for problem in report.problems if problem.code == "plugin"]
    assert told
    assert all("plug-in 'extra'" in problem.message for problem in told)
    files = desk.files()
    assert ("articles/loan.html" in files) == (case != "loader"), "its files alone are left out"
    assert b"Solvang" in files["leaders/ingrid-solvang.html"]
    assert files["index.html"] != b"mine"
    assert "bare.html" not in files
    again = _build(desk, plugin)
    assert (again.mode, again.problems) == ("unchanged", report.problems)


def test_a_stage_of_a_plug_in_feeds_its_page(desk: Desk) -> None:
    def count(key: str, rows: tuple[Article, ...], _story: Reader) -> Iterable[Row]:
        yield Row(NOTES, "all", f"{key}: {len(rows[0].text)}")

    def page(_key: str, rows: tuple[str, ...], _story: Reader) -> Iterable[Page]:
        yield Page("data/lengths.txt", "", RawFile("\n".join(rows)))

    plugin = Plugin(
        stages=(StageSpec("count", ARTICLES, count),), exports=(PageKind("lengths", NOTES, page),)
    )
    _build(desk, plugin)
    assert desk.files()["data/lengths.txt"].count(b"\n") == 2
    (desk.content / "loan.txt").unlink()
    _build(desk, plugin)
    assert desk.files()["data/lengths.txt"].count(b"\n") == 1


def test_a_plug_in_that_is_wanted_and_not_installed_is_refused() -> None:
    with pytest.raises(UsageError, match="there is no plug-in 'lost'"):
        find_plugins(("lost",))
    assert find_plugins(()) == ()


def test_the_toolbox_is_a_value(desk: Desk) -> None:
    found = FoundPlugin("extra", b"1", _deadlines)
    assert load_toolbox((found,)) == load_toolbox((found,))
    assert load_toolbox(()).suffixes == ()


def _endless(raw: bytes, path: str, options: LoadOptions) -> Loaded:
    while raw.startswith(b"endless"):
        pass
    return load_file(raw, path.replace(".slow", ".txt"), options)


def test_a_file_that_takes_too_long_is_named_with_the_bound_and_costs_nothing_else(desk: Desk) -> None:
    desk.write("a.slow", "endless")
    desk.write("b.slow", "Mayor Erik Dahl of Bergen spoke on 6 March 2025.\n")
    (desk.folder / "site.yaml").write_text("limits: {seconds: 1}\n", "utf-8")
    report = _build(desk, Plugin(loaders=(Loader((".slow",), _endless),)))
    assert [(p.path, p.code) for p in report.problems] == [("a.slow", "too-slow")]
    assert "seconds" in report.problems[0].message
    assert "limits.seconds" in report.problems[0].hint
    assert report.articles == 4


def test_what_a_plug_in_reads_can_be_extracted_and_explained(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.write("deep/spoken.srt", SPOKEN)
    monkeypatch.chdir(desk.folder)
    found = (FoundPlugin("extra", b"1", _deadlines),)
    monkeypatch.setattr("site_gen.plugins.find_plugins", lambda _wanted=None: found)
    articles, problems = read_articles(Path("content/deep/spoken.srt"))
    assert not problems
    assert [article.path for article, _, _ in articles] == ["deep/spoken.srt"]
    assert "Erik Dahl" in {person.name for _, findings, _ in articles for person in findings.people}
