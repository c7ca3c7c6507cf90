"""Our `dataclass` against the standard one: the same values, made with less to do."""

import copy
import dataclasses
import pickle
from typing import Any

import pytest

from site_gen import values


def _declared(make: Any, **options: Any) -> Any:
    class Thing:
        """A value."""

        name: str
        size: int = 3

    return make(Thing, frozen=True, slots=True, **options)


OURS, STANDARD = _declared(values.dataclass, order=True), _declared(dataclasses.dataclass, order=True)


@values.dataclass(frozen=True, slots=True)
class Kept:
    """A value that can be found by its name, as pickling needs."""

    name: str
    size: int = 3


@pytest.mark.parametrize(
    "told",
    [
        lambda make: repr(make("a")),
        lambda make: make("a") == make("a", size=3),
        lambda make: make("a") == make("b"),
        lambda make: make("a") == ("a", 3),
        lambda make: hash(make("a")) == hash(("a", 3)),
        lambda make: make("a", 1) < make("a", 2) <= make("b"),
        lambda make: sorted([make("b"), make("a", 2), make("a", 1)])[0].size,
        lambda make: repr(dataclasses.replace(make("a"), size=9)),
        lambda make: dataclasses.asdict(make("a")),
        lambda make: [f.name for f in dataclasses.fields(make)],
        lambda make: dataclasses.is_dataclass(make),
        lambda make: make.__match_args__,
        lambda make: make.__slots__,
        lambda make: repr(copy.copy(make("a"))),
    ],
)
def test_a_value_behaves_as_that_of_a_standard_dataclass(told: Any) -> None:
    assert told(OURS) == told(STANDARD)


@pytest.mark.parametrize(
    ("broken", "error"),
    [
        (lambda make: make(), TypeError),
        (lambda make: make("a", colour="red"), TypeError),
        (lambda make: setattr(make("a"), "name", "b"), dataclasses.FrozenInstanceError),
        (lambda make: delattr(make("a"), "name"), dataclasses.FrozenInstanceError),
        (lambda make: make("a") < 3, TypeError),
    ],
)
def test_what_a_standard_dataclass_refuses_is_refused(broken: Any, error: type[Exception]) -> None:
    for make in (OURS, STANDARD):
        with pytest.raises(error):
            broken(make)


def test_a_value_survives_pickling() -> None:
    assert pickle.loads(pickle.dumps(Kept("a", 7))) == Kept("a", 7)


def test_a_class_that_asks_for_more_is_left_to_the_standard_one() -> None:
    class Listing:
        items: list[str] = dataclasses.field(default_factory=list)

    made: Any = values.dataclass(Listing, frozen=True, slots=True)  # type: ignore[call-overload]
    assert made().items == []
