"""What the editor decided holds whatever is added to, cut from or taken away beside an article."""

from site_gen import analyse, resolve
from site_gen.records import Event, Leader
from site_gen.tables import DECISIONS, EVENTS, LEADERS, Decision, Row
from tests.resolve.engine import Memory, tell

STAGES = (*resolve.STAGES, *analyse.STAGES)
RIGA = (
    "RIGA, March 3, 2021 (Reuters) - Prime Minister Anna Berzina of Latvia met Karl Tamm, Estonia's prime minister, "
    "in Riga on Tuesday. They spoke of a railway. Adviser Ivo Kalns said it was late."
)
CAIRO = (
    "CAIRO, May 9, 2023 (AFP) - Minister Anne Berzina of Latvia visited Egypt on Monday. Her stay was brief."
)
EDITED = "RIGA, March 3, 2021 (Reuters) - Snow fell in Riga. " + RIGA.partition(" - ")[2].replace(
    "They spoke of a railway.", "They spoke for an hour, and had fish."
)
DECISIONS_MADE = (
    Decision("merge", "leader/anne-berzina", other="leader/anna-berzina"),
    Decision("not-leader", "leader/ivo-kalns"),
    Decision("correct", "leader/karl-tamm", field="name", value="Kārl Tamm"),
)


def _told(texts: dict[str, str], *decisions: Decision) -> Memory:
    return tell(STAGES, texts, [Row(DECISIONS, d.target, d) for d in decisions])


def _people(memory: Memory) -> dict[str, Leader]:
    return {leader.id: leader for leader in memory.all(LEADERS)}


def test_merged_demoted_and_corrected_people_stay_so_when_their_article_is_edited() -> None:
    for riga in (RIGA, EDITED):
        found = _people(_told({"a.txt": riga, "b.txt": CAIRO}, *DECISIONS_MADE))
        assert "anne-berzina" not in found
        assert {m.evidence.article for m in found["anna-berzina"].mentions} == {"a", "b"}
        assert not found["ivo-kalns"].leader
        assert found["karl-tamm"].name == "Kārl Tamm"


def test_people_whom_the_editor_keeps_apart_stay_two_when_their_article_is_edited() -> None:
    one = "RIGA, March 4, 2021 (AFP) - Latvia's prime minister, Anna Berzina, opened a bridge on Wednesday."
    other = (
        "RIGA, March 5, 2021 (AP) - Latvia's prime minister, Anna Maria Berzina, closed a bridge on Thursday."
    )
    apart = Decision("apart", "leader/anna-berzina", other="leader/anna-maria-berzina")
    for added in ("", " Snow fell."):
        texts = {"a.txt": one + added, "b.txt": other}
        assert len(_people(_told(texts))) == 1
        assert (
            len(
                _people(
                    _told(
                        texts,
                        apart,
                        Decision("apart", "leader/anna-maria-berzina", other="leader/anna-berzina"),
                    )
                )
            )
            == 2
        )


def test_events_of_the_other_articles_are_as_they_were_when_one_is_taken_away() -> None:
    def events(*names: str) -> dict[str, Event]:
        texts = {"a.txt": RIGA, "b.txt": CAIRO}
        return {e.id: e for e in _told({name: texts[name] for name in names}).all(EVENTS)}

    both, left = events("a.txt", "b.txt"), events("a.txt")
    assert left
    assert {key: both[key] for key in left} == left
    assert all(set(both[key].articles) == {"b"} for key in set(both) - set(left))
