"""The parts of an agreement's life."""

from site_gen.lexicon.load import load_lexicon
from site_gen.pages.life import LIFE, part_of_life


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
