"""What was asked for of late, held as long as there is room."""

from typing import Generic, TypeVar

V = TypeVar("V")


class Recent(Generic[V]):
    """Values by number: `room` bytes of the latest at least, and twice as many at most."""

    __slots__ = ("_before", "_held", "_latest", "_room")

    def __init__(self, room: int) -> None:
        self._room = room
        self._held = 0
        self._latest: dict[int, tuple[V, int]] = {}
        self._before: dict[int, tuple[V, int]] = {}
        """What was held when there was no more room the last time; what is asked for again stays."""

    def get(self, number: int) -> V | None:
        """The value of a number, if it is still held."""
        found = self._latest.get(number)
        if found is None:
            found = self._before.pop(number, None)
            if found is None:
                return None
            self.put(number, *found)
        return found[0]

    def put(self, number: int, value: V, size: int) -> None:
        """Hold a value of so many bytes."""
        self._held += size
        if self._held > self._room:
            self._before, self._latest, self._held = self._latest, {}, size
        self._latest[number] = (value, size)

    def forget(self) -> None:
        """Let go of all."""
        self._latest, self._before, self._held = {}, {}, 0
