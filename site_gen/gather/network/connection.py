"""A connection to an address that was checked, which ends by itself when its time is over."""

import http.client
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from site_gen.gather.network.hosts import Target


class _Pinned(http.client.HTTPConnection):
    """Connects to an IP address, whatever the name would resolve to now."""

    def __init__(self, target: Target, address: str, silence: float) -> None:
        super().__init__(target.host, target.port, timeout=silence)
        self._target = target
        self._address = address
        self.wire: socket.socket | None = None
        """The socket, which http.client forgets while an answer is still read from it."""
        self.cut = False

    def connect(self) -> None:
        plain = socket.create_connection((self._address, self._target.port), self.timeout)
        if self._target.scheme == "https":
            context = ssl.create_default_context()
            plain = context.wrap_socket(plain, server_hostname=self._target.host)
        self.sock = self.wire = plain


@contextmanager
def connection(
    target: Target, address: str, silence: float, seconds: float
) -> Iterator[http.client.HTTPConnection]:
    """An open connection; after `seconds` it is cut, so that no server can drip for ever."""
    pinned = _Pinned(target, address, silence)
    watch = threading.Timer(max(0.01, seconds), _cut, (pinned,))
    watch.daemon = True
    watch.start()
    try:
        yield pinned
    finally:
        watch.cancel()
        pinned.close()
    if pinned.cut:  # what was read until then looks like a whole answer
        raise TimeoutError


def _cut(pinned: _Pinned) -> None:
    pinned.cut = True
    if pinned.wire:
        with suppress(OSError):
            pinned.wire.shutdown(socket.SHUT_RDWR)
