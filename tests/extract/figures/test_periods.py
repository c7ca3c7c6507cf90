"""The period of a figure is its own, not that of an aside."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from site_gen.extract import extract
from site_gen.lexicon import load_lexicon
from site_gen.load.prose import prose_article

CASES = yaml.safe_load((Path(__file__).parent / "periods.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_period(case: dict[str, str | None]) -> None:
    findings = extract(prose_article(str(case["text"])), load_lexicon())
    assert [figure.period for figure in findings.figures] == [case["period"]]


SEVERAL = yaml.safe_load((Path(__file__).parent / "periods_of_several.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", SEVERAL, ids=lambda case: case["text"][:40])
def test_each_of_several_figures_has_its_own_period(case: dict[str, Any]) -> None:
    findings = extract(prose_article(str(case["text"])), load_lexicon())
    assert [[f.value, f.period, f.measure, f.status] for f in findings.figures] == case["figures"]
