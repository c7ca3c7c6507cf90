"""`site-gen new`: what it makes works at once, teaches nothing untrue, and never takes the place of anything."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from site_gen.cli.commands import site_gen
from site_gen.decisions import ACTIONS, read_decisions
from site_gen.engine.build import BuildReport, build
from site_gen.engine.settings import BuildRequest
from site_gen.errors import UsageError
from site_gen.lexicon import load_lexicon
from site_gen.load import LoadOptions, load_file
from site_gen.site_yaml import load_config, read_settings
from site_gen.starter import article_text, site_files

COMMENTED = re.compile(r"^#(?=[^ ]|  )", re.M)
"""The `#` before an example; that of a sentence is followed by one space."""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _new(*words: str) -> Result:
    return CliRunner().invoke(site_gen, ["new", *words], standalone_mode=True)


def _build() -> BuildReport:
    config = load_config()
    return build(BuildRequest(config.content, config.output, config, processes=1))


def test_a_new_site_builds_with_every_kind_of_record_and_no_problem(here: Path) -> None:
    assert _new("site").exit_code == 0
    report = _build()
    assert report.problems == ()
    kinds = ("leaders", "agreements", "events", "figures", "quotes")
    assert all(report.counts.get(kind) for kind in kinds), report.counts
    assert "answered our questions in writing" in (here / "output/leaders/karin-moe.html").read_text("utf-8")


def test_a_new_theme_shows_its_block_and_its_colours(here: Path) -> None:
    assert _new("site").exit_code == 0
    assert _new("theme").exit_code == 0
    assert _build().problems == ()
    page = (here / "output/leaders/karin-moe.html").read_text("utf-8")
    assert 'href="../static/theme.css"' in page
    assert page.index("static/site.css") < page.index("static/theme.css"), "the site's own file wins"
    assert "Looks of our own" in page
    assert "how this was made" in page, "what is not overridden stays"
    assert "--brand" in (here / "output/static/theme.css").read_text("utf-8")


def test_nothing_that_is_there_is_overwritten(here: Path) -> None:
    (here / "site.yaml").write_text("title: Mine\n")
    refused = _new("site")
    assert isinstance(refused.exception, UsageError)
    assert "site.yaml" in str(refused.exception)
    assert [path.name for path in here.iterdir()] == ["site.yaml"], "nothing else is written either"
    assert (here / "site.yaml").read_text() == "title: Mine\n"


def test_a_new_article_is_named_by_its_title_and_read_without_trouble(here: Path) -> None:
    assert _new("article", 'Rates: "higher", says the bank', "--date", "3 May 2025").exit_code == 0
    path = here / "content/rates-higher-says-the-bank.md"
    loaded = load_file(path.read_bytes(), path.name, LoadOptions(load_lexicon()))
    assert not loaded.problems
    assert loaded.articles[0].title == 'Rates: "higher", says the bank'
    assert loaded.articles[0].published.edtf == "2025-05-03"
    assert isinstance(_new("article", 'Rates: "higher", says the bank').exception, UsageError)


def test_a_date_that_is_none_is_refused(here: Path) -> None:
    refused = _new("article", "Rates", "--date", "31 February 2025")
    assert isinstance(refused.exception, UsageError)
    assert not (here / "content").exists()


def test_every_commented_key_of_an_article_is_read_as_it_stands() -> None:
    text = COMMENTED.sub("", article_text("Ferry").replace("#draft: true", ""))
    assert "\nleaders:\n  add:\n" in text
    loaded = load_file(text.encode(), "ferry.md", LoadOptions(load_lexicon()))
    assert not loaded.problems, loaded.problems
    assert loaded.articles[0].id == "ferry-opens"
    assert {override.kind for override in loaded.articles[0].overrides} == {"leader", "agreement", "event"}


def test_every_commented_decision_and_setting_is_read_as_it_stands(tmp_path: Path) -> None:
    texts = dict(site_files())
    text = COMMENTED.sub("", texts["decisions.yaml"])
    decisions, problems = read_decisions(text.encode(), "decisions.yaml")
    assert not problems
    assert {decision.action for decision in decisions} == set(ACTIONS)
    settings = tmp_path / "site.yaml"
    settings.write_text(COMMENTED.sub("", texts["site.yaml"]))
    found, problems = read_settings(settings)
    assert not problems
    assert {"title", "base_url", "licence", "topics"} <= found.keys()
