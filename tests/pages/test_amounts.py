"""Figures that stand alone: what several articles tell is one line, with a heading that reads."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from site_gen.pages.figures import Amount
from site_gen.render.amounts import in_words
from tests.build.conftest import Desk
from tests.build.conftest import new_desk as new_desk

CASES = yaml.safe_load((Path(__file__).parent / "amounts.yaml").read_text(encoding="utf-8"))


def lines(desk: Desk) -> list[tuple[str, str, int]]:
    view = json.loads(desk.files()["figures/index.json"])["view"]
    found = [line for _, group in view["groups"] for line in group]
    return sorted(
        (line["link"]["title"], in_words(Amount(**line["amount"])), line["count"]) for line in found
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_one_amount_is_one_line(case: dict[str, Any], new_desk: Callable[[], Desk]) -> None:
    desk = new_desk()
    for number, text in enumerate(case["articles"], start=1):
        head = f"---\ntitle: Report {number}\ndate: 2031-05-0{number}\n---\n\n"
        desk.write(f"report-{number}.md", f"{head}{text}\n")
    desk.build()
    assert lines(desk) == sorted(tuple(line) for line in case["lines"])


def test_an_amount_cites_each_of_its_articles(new_desk: Callable[[], Desk]) -> None:
    desk = new_desk()
    for number in (1, 2, 3):
        head = f"---\ntitle: Report {number}\ndate: 2031-05-0{number}\n---\n\n"
        desk.write(f"report-{number}.md", f"{head}The flood took {9400:,} lives.\n")
    desk.build()
    (line,) = json.loads(desk.files()["figures/index.json"])["view"]["groups"][0][1]
    assert line["count"] == 3
    assert len({proof["article"] for proof in line["proofs"]}) == 3
