"""Two series never share an address, however alike their measures are named; and what is worked out from one."""

from msgspec.structs import replace

from site_gen.analyse.series import compare_figures
from site_gen.analyse.series_figure import SeriesFigure
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


def _derived(*told: tuple[str, float, str]) -> list[tuple[str | None, float, str]]:
    points = [
        replace(_point(n, period, "flight"), value=value, status=status)
        for n, (period, value, status) in enumerate(told)
    ]
    rows = compare_figures("", tuple(points), Memory())
    return [(p.period, p.value, p.formula) for row in rows if row.table is SERIES for p in row.value.derived]


def test_growth_is_worked_out_from_year_to_year_and_on_average_with_its_formula() -> None:
    found = _derived(("2030", 100, "actual"), ("2031", 110, "actual"), ("2032", 121, "actual"))
    assert [(period, value) for period, value, _ in found] == [
        ("2031", 10.0), ("2032", 10.0), ("2030/2032", 10.0),
    ]  # fmt: skip
    assert found[0][2] == "(110 / 100 - 1) x 100, per cent, 2030 to 2031"
    assert found[2][2] == "((121 / 100) ^ (1 / 2) - 1) x 100, per cent a year, 2030 to 2032"


def test_nothing_is_worked_out_from_targets_two_values_of_a_year_or_periods_of_two_lengths() -> None:
    assert not _derived(("2030", 100, "actual"), ("2031", 150, "target"))
    assert not _derived(("2030", 100, "actual"), ("2030", 90, "actual"), ("2031", 110, "actual"))
    assert not _derived(("2030", 100, "actual"), ("2031-05", 110, "actual"))
    assert [
        p for p, _, _ in _derived(("2030", 0, "actual"), ("2031", 5, "actual"), ("2033", 7, "actual"))
    ] == ["2033"]


def _rows(*points: SeriesFigure) -> list[tuple[str, tuple[str, ...]]]:
    rows = compare_figures("", points, Memory())
    return [(row.value.title, row.value.notes) for row in rows if row.table is SERIES]


def test_growth_is_worked_out_between_periods_of_one_length_and_never_of_shares() -> None:
    assert _derived(("2030/2031", 100, "actual"), ("2031-07/2031-09", 30, "actual")) == []
    shares = [replace(_point(n, f"203{n}", "debt"), unit="percent", unit_kind="percent") for n in (1, 2)]
    rows = compare_figures("", tuple(shares), Memory())
    assert [row.value.derived for row in rows if row.table is SERIES] == [()]


def test_sums_by_the_share_and_steps_stand_in_series_of_their_own() -> None:
    whole = [_point(n, f"203{n}", "income") for n in (1, 2)]
    by_share = [replace(_point(n, f"203{n}", "income"), per="share") for n in (3, 4)]
    steps = [replace(_point(n, f"203{n}", "income"), step=True) for n in (5, 6)]
    assert len(_rows(*whole, *by_share, *steps)) == 3


def test_people_of_whom_nothing_is_told_make_no_series() -> None:
    people = [replace(_point(n, f"203{n}", "people"), unit="people", measure="people") for n in (1, 2)]
    assert _rows(*people) == []


def test_notes_tell_forecasts_from_targets() -> None:
    def note(status: str) -> tuple[str, ...]:
        second = replace(_point(2, "2032", "flight"), status=status)
        return _rows(_point(1, "2031", "flight"), second)[0][1]

    assert note("estimate") == ("Forecasts stand beside actual values.",)
    assert note("target") == ("Targets stand beside actual values.",)
