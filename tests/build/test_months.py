"""A dateline without a year takes it from the other articles, and is read again when they change."""

import json
from pathlib import Path

from tests.build.conftest import Desk

_YEARLESS = "OSLO, May 9 (Reuters) - Rain fell. Farmers in the valley were glad of it and went out to look.\n"
_DATED = (
    "---\ntitle: Floods\ndate: {day}\n---\n\nThe river rose in the valley, and farmers left their houses.\n"
)


def _published(desk: Desk) -> str | None:
    records = json.loads(desk.files()["data/records.json"])
    (rain,) = (one for one in records["articles"] if one["id"] == "rain")
    found: str | None = rain["published"]["edtf"]
    return found


def test_the_year_follows_the_other_articles_as_in_a_clean_build(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk")
    desk.write("rain.txt", _YEARLESS)
    desk.build()
    assert _published(desk) is None
    for number, day in enumerate(("2031-05-12", "2034-05-02")):
        desk.write("flood.md", _DATED.format(day=day))
        desk.build()
        assert _published(desk) == f"{day[:4]}-05-09"
        clean = Desk(tmp_path / f"clean{number}")
        clean.write("flood.md", _DATED.format(day=day))
        clean.write("rain.txt", _YEARLESS)
        clean.build()
        assert clean.files() == desk.files()
    (desk.content / "flood.md").unlink()
    desk.build()
    assert _published(desk) is None
