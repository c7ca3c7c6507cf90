"""Embargo and expiry: what a build for a day publishes, and that nothing of the rest gets out."""

import subprocess
import sys
from collections.abc import Callable

import pytest

from site_gen.engine.build import BuildReport
from tests.build.conftest import ARTICLES, Desk

SECRET = "Marguerite Ollivander"
BODY = f"Finance Minister {SECRET} of Norway signed the Svalbard Fuel Agreement in Oslo on 2 May 2025.\n"


def _article(**keys: str) -> str:
    lines = "".join(f"{key}: {value}\n" for key, value in keys.items())
    return f"---\ntitle: {SECRET} signs\ndate: 2025-05-02\n{lines}---\n\n{BODY}"


def _build(desk: Desk, day: str = "") -> BuildReport:
    (desk.folder / "site.yaml").write_text(f"day: {day}\n" if day else "title: The story so far\n", "utf-8")
    return desk.build()


def _codes(report: BuildReport) -> list[tuple[str, str, str]]:
    return [(problem.path, problem.code, problem.severity) for problem in report.problems]


@pytest.mark.parametrize(
    ("keys", "day", "published", "code"),
    [
        ({"embargo": "2025-05-03"}, "", False, "embargo"),
        ({"embargo": "2025-05-03"}, "2025-05-02", False, "embargo"),
        ({"embargo": "2025-05-03"}, "2025-05-03", True, ""),
        ({"embargo": "2025-05"}, "2025-04-30", False, "embargo"),
        ({"embargo": "2025-05"}, "2025-05-01", True, ""),
        ({"embargo": "2025-05-03 00:01"}, "2025-05-03", True, ""),
        ({"embargo": "2025-05-03T14:00"}, "2025-05-03", False, "embargo"),
        ({"embargo": "2025-05-03T14:00"}, "2025-05-04", True, "embargo-time"),
        ({"expires": "2025-06-30"}, "", True, "expiry-open"),
        ({"expires": "2025-06-30"}, "2025-06-30", True, ""),
        ({"expires": "2025-06-30"}, "2025-07-01", False, "expired"),
        ({"expires": "2025-06"}, "2025-06-30", True, ""),
        ({"embargo": "2025-05-03", "expires": "2025-06-30"}, "2025-07-01", False, "expired"),
        ({"embargo": "2025-05-03", "expires": "2025-06-30"}, "", False, "embargo"),
    ],
)
def test_the_day_of_a_build_decides(
    new_desk: Callable[[], Desk], keys: dict[str, str], day: str, published: bool, code: str
) -> None:
    desk = new_desk()
    desk.write("loan.txt", ARTICLES["loan.txt"])
    desk.write("deal.md", _article(**keys))
    report = _build(desk, day)
    assert (report.articles == 2) is published
    assert not code or code in [found for path, found, _ in _codes(report) if path == "deal.md"]
    assert code or not _codes(report)


@pytest.mark.parametrize(
    "keys", [{"embargo": "2031-01-01"}, {"expires": "2025-05-02", "odd": "x"}, {"draft": "true"}]
)
def test_nothing_of_a_withheld_article_is_published(
    desk: Desk, new_desk: Callable[[], Desk], keys: dict[str, str]
) -> None:
    """Neither on a page nor in a twin, a feed, the search index or the list of problems."""
    without = new_desk()
    for name, text in ARTICLES.items():
        without.write(name, text)
    _build(without, "2026-01-01")
    desk.write("deal.md", _article(**keys))
    _build(desk, "2026-01-01")
    assert desk.files() == without.files()


def test_a_withheld_article_claims_no_address(desk: Desk, new_desk: Callable[[], Desk]) -> None:
    desk.write("deal.md", _article(slug="visit", embargo="2031-01-01"))
    assert _codes(_build(desk, "2026-01-01")) == [("deal.md", "embargo", "note")]


def test_from_day_to_day_the_site_is_what_a_clean_build_makes(
    desk: Desk, new_desk: Callable[[], Desk]
) -> None:
    desk.write("deal.md", _article(embargo="2025-05-03", expires="2025-06-30"))
    desk.write("plan.md", _article(embargo="2025-06-01").replace("Svalbard", "Bear Island"))
    for day in ("", "2025-05-02", "2025-05-03", "2025-06-01", "2025-07-01", "2025-05-10", ""):
        report = _build(desk, day)
        clean = new_desk()
        for path in desk.content.iterdir():
            clean.write(path.name, path.read_text("utf-8"))
        assert _codes(_build(clean, day)) == _codes(report)
        assert desk.files() == clean.files(), day


def test_another_day_alone_reads_no_other_file(desk: Desk) -> None:
    desk.write("deal.md", _article(embargo="2025-05-03"))
    _build(desk, "2025-05-01")
    assert _build(desk, "2025-05-02").written == 0
    assert _build(desk, "2025-05-03").written > 0


def test_the_day_is_said_on_the_command_line(desk: Desk) -> None:
    desk.write("deal.md", _article(embargo="2025-05-03"))

    def run(*words: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-m", "site_gen", *words],
            cwd=desk.folder,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    assert "build with `--day 2025-05-03` or later" in run("build")[1]
    assert "4 articles" in run("build", "--day", "today")[1]
    assert "embargo until 2025-05-03" in run("check", "--day", "2025-05-02")[1]
    code, told = run("build", "--day", "3 May")
    assert code == 2
    assert "--day: '3 May' is no day; write it as YYYY-MM-DD, or `today`" in told
