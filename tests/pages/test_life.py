"""The parts of an agreement's life."""

from types import SimpleNamespace

import pytest

from site_gen.lexicon.load import load_lexicon
from site_gen.resolve.agreements.life import LIFE, latest, part_of_life


def test_every_stage_that_is_read_has_its_part() -> None:
    stages = load_lexicon()["stages"]
    known = {*stages["verbs"].values(), *(g["stage"] for g in stages["governed"].values())}
    assert known
    assert not {stage for stage in known if part_of_life(stage) == len(LIFE) - 1}
    assert [LIFE[part_of_life(s)] for s in ("to be signed", "signed", "cancelled", "withdrawn from")] == [
        "Announced or planned",
        "Agreed",
        "Suspended or ended",
        "Suspended or ended",
    ]


@pytest.mark.parametrize(
    ("told", "reached"),
    [
        ("", ""),
        ("announced 2030-01-02, signed 2030-02-03", "signed"),
        ("signed 2030-02-03, to be ratified 2030-05-01", "signed"),
        ("to be signed 2030-02-03", "to be signed"),
        ("announced 2030-01-02, suspended 2030-01-04, declared", "suspended"),
        ("announced 2030-01-02, signed", "signed"),
        ("suspended 2030-01-04, reinstated 2030-02-01, suspended", "reinstated"),
        ("greeted", "greeted"),
    ],
)
def test_the_latest_stage_is_what_an_agreement_has_reached(told: str, reached: str) -> None:
    stages = []
    for step in filter(None, told.split(", ")):
        words = step.split(" ")
        date = words.pop() if words[-1][0].isdigit() else None
        stages.append(SimpleNamespace(stage=" ".join(words), date=date))
    last = latest(stages)
    assert (last.stage if last else "") == reached
