"""Two series never share an address, however alike their measures are named."""

from site_gen.analyse.series import compare_figures
from site_gen.analyse.tables import SeriesFigure
from site_gen.tables import SERIES
from tests.resolve.engine import Memory


def _point(number: int, period: str, *words: str) -> SeriesFigure:
    return SeriesFigure(
        f"a-f{number}", "a", float(number), "flight", "count", "flights", words, period, "", "actual", False, False,
    )  # fmt: skip


def test_figures_of_one_name_told_beside_other_measures_are_series_of_their_own() -> None:
    plain = [_point(n, f"203{n}", "flight") for n in (1, 2)]
    aid = [_point(n, f"203{n}", "aid", "flight") for n in (3, 4)]
    rows = compare_figures("", (*plain, *aid), Memory())
    ids = [row.key for row in rows if row.table is SERIES]
    assert ids == ["flights-flight-aid", "flights-flight"]
