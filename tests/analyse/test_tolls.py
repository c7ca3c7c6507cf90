"""Tolls of two reports: a later and higher one is news, a lower one is not; one told as of earlier is a series."""

import pytest

from site_gen import analyse, resolve
from site_gen.tables import CONFLICTS
from tests.resolve.engine import tell

FIRST = "ODDA, May 4, 2025 (NTB) - {} in the fire at the Fjordkraft mill in Odda, Mayor Unni Brekke said on Sunday."
SECOND = (
    "OSLO, May {}, 2025 (AFP) - The fire at the Fjordkraft mill in Odda {}, according to Mayor Unni Brekke. "
    "Trains did not run, and schools were shut."
)


@pytest.mark.parametrize(
    ("first", "day", "second", "claims"),
    [
        ("At least 14 people died", 5, "killed 21 people", set()),
        ("Fourteen people died, after earlier officials had said 12", 4, "killed 12 people", set()),
        ("At least 12 people were killed, officials had earlier said 9,", 4, "killed 12 people", set()),
        ("The number of dead was put at 17", 4, "raised the number of dead to 21", set()),
        ("Fourteen people died", 4, "killed nine people", {"Fourteen people", "nine people"}),
        ("The death toll stood at 14", 4, "killed nine people", {"14", "nine people"}),
        ("Fourteen people died", 5, "killed nine people", {"Fourteen people", "nine people"}),
    ],
)
def test_only_a_toll_that_cannot_have_grown_is_a_contradiction(
    first: str, day: int, second: str, claims: set[str]
) -> None:
    texts = {"0.txt": FIRST.format(first), "1.txt": SECOND.format(day, second)}
    memory = tell((*resolve.STAGES, *analyse.STAGES), texts)
    assert {claim.says for conflict in memory.all(CONFLICTS) for claim in conflict.claims} == claims
