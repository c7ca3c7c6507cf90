"""Figures of dated reports: what is to come is no fact, and every figure keeps its own day and place."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from site_gen.extract import extract
from site_gen.lexicon import load_lexicon
from site_gen.load import LoadOptions, load_file
from site_gen.records import FigureFinding
from tests.extract.figures.test_figures import said

CASES = yaml.safe_load((Path(__file__).parent / "reports.yaml").read_text(encoding="utf-8"))
LEXICON = load_lexicon()


def figures(text: str) -> tuple[FigureFinding, ...]:
    report = f"TARMA, March 2, 2031 (Hill News) - {text}\n"
    article = load_file(report.encode(), "report.txt", LoadOptions(LEXICON)).articles[0]
    return extract(article, LEXICON, []).figures


@pytest.mark.parametrize(
    "case", [case for group in CASES.values() for case in group], ids=lambda case: case["text"][:60]
)
def test_report_yields_its_figures(case: dict[str, Any]) -> None:
    found = figures(case["text"])
    assert len(found) == len(case["figures"]), [f.evidence.exact for f in found]
    for figure, wanted in zip(found, case["figures"], strict=True):
        assert {field: said(figure, field) for field in wanted} == wanted
