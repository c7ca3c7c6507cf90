"""Datelines of many agencies, as a table an editor can add to."""

from pathlib import Path

import pytest
import yaml

from site_gen.lexicon import load_lexicon
from site_gen.load.dateline import find_dateline

CASES = yaml.safe_load((Path(__file__).parent / "datelines.yaml").read_text("utf-8"))
LEXICON = load_lexicon()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["line"][:40])
def test_dateline(case: dict[str, object]) -> None:
    line = str(case["line"])
    found = find_dateline(line, 0, len(line), LEXICON)
    if len(case) == 1:
        assert found is None
        return
    assert found is not None
    got = found.dateline
    day = line[slice(*got.date_span)] if got.date_span else ""
    said = {
        "place": got.place,
        "country": got.country,
        "agency": got.agency,
        "day": day,
        "edtf": got.edtf or "",
    }
    assert said == {key: str(case.get(key, "")) for key in said}
    rest = line[got.span.end :].lstrip()
    assert rest.startswith(("The bank", "Envoys", "“We"))
