"""What the builds have come to, for pages that wait to hear of it."""

import json
import threading


class News:
    """The number of the last build that changed the site, and what is wrong now. Safe in any thread."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._edition = 0
        self._problems: list[str] = []
        self._known: list[str] = []
        self._turn = 0
        self.closed = False

    @property
    def edition(self) -> int:
        """The number of the last build that changed the site."""
        return self._edition

    def fresh(self, problems: list[str]) -> list[str]:
        """Those of a build's problems that the build before did not have."""
        known, self._known = self._known, problems
        return [problem for problem in problems if problem not in known]

    def built(self, changed: bool, problems: list[str]) -> None:
        """A build ended; `problems` kept articles out."""
        self._tell(1 if changed else 0, problems)

    def failed(self, problems: list[str]) -> None:
        """A build published nothing."""
        self._tell(0, problems)

    def close(self) -> None:
        """Let everybody who waits go."""
        with self._changed:
            self.closed = True
            self._changed.notify_all()

    def wait(self, turn: int, timeout: float) -> tuple[int, str]:
        """The news after `turn`, as (turn, JSON); waits for it at most `timeout` seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._turn != turn or self.closed, timeout)
            return self._turn, json.dumps({"edition": self._edition, "problems": self._problems})

    def _tell(self, editions: int, problems: list[str]) -> None:
        with self._changed:
            self._edition += editions
            self._problems = problems
            self._turn += 1
            self._changed.notify_all()
