"""What a fetch may do, and why it could not be done."""

from msgspec import Struct

from site_gen import __version__

AGENT = f"site-gen/{__version__} (news import; one request at a time)"


class Rules(Struct, frozen=True):
    """Bounds of a fetch."""

    allow_private: bool = False
    """Also addresses of this machine and its network."""
    seconds: float = 60.0
    """For one address, redirects included."""
    silence: float = 20.0
    """Without a byte."""
    bytes: int = 10_000_000
    """After unpacking."""
    ratio: int = 200
    """Unpacked to sent, beyond the first megabyte."""
    redirects: int = 5
    delay: float = 1.0
    """Seconds between two requests to one host."""


class FetchError(Exception):
    """Why an address gave nothing, and how to mend it."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
