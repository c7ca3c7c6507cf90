"""What was asked for of late stays, whatever else is held; the rest goes when there is no more room."""

from site_gen.engine.recent import Recent


def test_what_is_asked_for_again_stays() -> None:
    held: Recent[str] = Recent(100)
    held.put(0, "asked for", 30)
    for number in range(1, 50):
        held.put(number, "not asked for", 30)
        assert held.get(0) == "asked for"
    assert held.get(10) is None


def test_no_more_is_held_than_twice_the_room() -> None:
    held: Recent[int] = Recent(100)
    for number in range(100):
        held.put(number, number, 20)
    assert sum(held.get(number) is not None for number in range(100)) <= 10


def test_all_can_be_let_go() -> None:
    held: Recent[int] = Recent(100)
    held.put(1, 1, 20)
    held.forget()
    assert held.get(1) is None
