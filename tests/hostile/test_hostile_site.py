"""Hostile content beside good articles: all are built, the good ones are as without it, nothing runs, nothing leaks.

A choice of cases runs always. All of them, each alone and all together: `SITE_GEN_HOSTILE=all pytest tests/hostile`,
or `python -m tests.hostile.run`.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile.cases import Case, fault_cases, payload_cases
from tests.hostile.desk import SECRET, HostileDesk
from tests.hostile.judge import dangers
from tests.hostile.matrix import attacks
from tests.hostile.matrix import faults as matrix_faults
from tests.hostile.together import faults_together

ALL = os.environ.get("SITE_GEN_HOSTILE") == "all"
FAULTS = list(fault_cases())
_ALONE = (
    "names/slug-good",
    "names/forms",
    "names/bytes",
    "yaml/bomb",
    "encodings/json-surrogate",
    "paths/alias-up",
)
ALONE = [*FAULTS, *payload_cases()] if ALL else [case for case in FAULTS if case.name in _ALONE]
TOGETHER = [
    *(case for case in FAULTS if ALL or not case.name.startswith("sizes/")),
    *payload_cases(1 if ALL else 60),
]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HostileDesk]:
    """One desk for all cases that come alone."""
    before = os.environ.get("HOSTILE_SECRET")
    os.environ["HOSTILE_SECRET"] = SECRET
    yield HostileDesk(tmp_path_factory.mktemp("hostile") / "desk")
    os.environ.pop("HOSTILE_SECRET")
    if before:
        os.environ["HOSTILE_SECRET"] = before


@pytest.mark.parametrize("case", ALONE, ids=lambda case: case.name)
def test_a_hostile_file_alone_costs_nothing_and_is_named(case: Case, desk: HostileDesk) -> None:
    assert desk.faults(case) == []


def test_all_hostile_files_together_cost_nothing_and_are_named(tmp_path: Path) -> None:
    assert faults_together(tmp_path, TOGETHER) == []


def test_no_attack_of_the_matrix_is_alive_in_any_place(tmp_path: Path) -> None:
    """Of some 6,800 every 130th; all of them: `python -m tests.hostile.matrix`."""
    words = attacks()
    assert len(words) > 6_000
    assert matrix_faults(words[:: 8 if ALL else 130], tmp_path) == []


@pytest.mark.parametrize(
    "page",
    [
        "<script>x</script>",
        "<script src='static/search.js'>x</script>",
        "<script src=//evil.example/static/search.js></script>",
        "<script type='application/ld+json'>{</script>",
        "<p onclick=x>",
        "<svg><script>x</script></svg>",
        "<a href='java&#10;script:x'>",
        "<a href='&#1;javascript:x'>",
        "<img src=data:image/svg+xml,x>",
        "<iframe></iframe>",
        "<p style=x>",
        "<meta http-equiv=refresh content=0>",
        "<link href=//evil.example/x>",
    ],
)
def test_the_judge_sees_what_is_dangerous(page: str) -> None:
    assert dangers("a.html", page.encode())


@pytest.mark.parametrize(
    "page",
    [
        "<script src='../static/search.js' defer></script>",
        '<script type=\'application/ld+json\'>{"a": "\\u003c/script"}</script>',
        "<p>&lt;script&gt;x&lt;/script&gt; onclick=x javascript:x</p>",
        "<a href='../a/b.html#c'>",
        "<a href='https://a.example/?q=javascript:x'>",
    ],
)
def test_the_judge_passes_what_is_not(page: str) -> None:
    assert not dangers("a.html", page.encode())
