"""One polite client for a whole import: one request at a time, a pause between two to one host."""

import http.client
import ssl
import time
from collections.abc import Callable
from urllib.parse import urljoin, urlsplit

from msgspec import Struct, field

from site_gen.errors import Problem
from site_gen.gather.memory import Memory
from site_gen.gather.network.connection import connection
from site_gen.gather.network.hosts import Target, resolved, target_of
from site_gen.gather.network.rules import AGENT, FetchError, Rules
from site_gen.gather.network.unpack import body_of
from site_gen.gather.piece import Raw

_MOVED = frozenset({301, 302, 303, 307, 308})
_HINTS = {
    401: "the page wants a login: save it with a browser and import the file",
    403: "the site refuses programs: save the page with a browser and import the file",
    404: "is the address spelt right? the page may have moved",
    410: "the page was taken down; take it out of site.yaml",
    429: "too many requests: try again later",
}
_TYPES = {
    "text/html": "html", "application/xhtml+xml": "html", "application/rss+xml": "xml", "application/atom+xml": "xml",
    "application/xml": "xml", "text/xml": "xml", "application/feed+json": "json", "application/json": "json",
    "text/plain": "txt", "text/markdown": "md", "message/rfc822": "eml", "multipart/related": "mhtml",
}  # fmt: skip
_ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, text/html;q=0.9, application/xml;q=0.9,"
    " */*;q=0.5"
)


class Client(Struct):
    """Fetches addresses; what the servers say of their versions goes into `memory`."""

    rules: Rules
    memory: Memory
    today: str
    """The day that is noted as the one of retrieval, YYYY-MM-DD."""
    conditional: bool = True
    """Ask only for what changed."""
    sleep: Callable[[float], None] = time.sleep
    last: dict[str, float] = field(default_factory=dict)
    """Host -> when it was last asked."""
    pending: dict[str, dict[str, str]] = field(default_factory=dict)
    """Address -> validators, to be remembered once the articles are written."""

    def fetch(self, url: str, outlet: str = "") -> Raw | Problem | None:
        """The bytes at an address; None where they are as they were the last time; a problem where there are none."""
        try:
            return self._fetch(url, outlet)
        except FetchError as error:
            return Problem(url, 0, 0, error.code, error.message, error.hint)
        except ssl.SSLError as error:
            reason = getattr(error, "verify_message", "") or error.reason or "failed"
            return Problem(url, 0, 0, "certificate", f"no safe connection: {reason}", "is the address right?")
        except TimeoutError:
            hint = "try again later"
            return Problem(url, 0, 0, "timeout", f"no answer within {self.rules.silence:g} seconds", hint)
        except (OSError, http.client.HTTPException, ValueError) as error:
            reason = str(error)[:120] or type(error).__name__
            return Problem(url, 0, 0, "network", f"the connection failed: {reason}", "try again later")

    def keep(self, url: str) -> None:
        """Remember the version of an address, now that its articles are written."""
        if url in self.pending:
            self.memory.validators[url] = self.pending.pop(url)

    def _fetch(self, url: str, outlet: str) -> Raw | None:
        deadline = time.monotonic() + self.rules.seconds
        at = url
        for _ in range(self.rules.redirects + 1):
            target = target_of(at)
            moved = self._ask(target, url, at, deadline, outlet)
            if not isinstance(moved, str):
                return moved
            at = urljoin(at, moved)
        raise FetchError("redirects", f"more than {self.rules.redirects} redirects", "give the last address")

    def _ask(self, target: Target, url: str, at: str, deadline: float, outlet: str) -> Raw | str | None:
        """The answer of one address, or where it sends us."""
        address = resolved(target, self.rules.allow_private)
        self._wait(target.host)
        left = deadline - time.monotonic()
        try:
            with connection(target, address, min(self.rules.silence, max(0.1, left)), left) as line:
                line.request("GET", target.path, headers=self._headers(target, url))
                answer = line.getresponse()
                return self._answered(answer, url, at, outlet)
        except (OSError, http.client.HTTPException) as error:
            if time.monotonic() >= deadline - 0.05 and not isinstance(error, ssl.SSLError):
                message = f"the answer took longer than {self.rules.seconds:g} seconds"
                raise FetchError("timeout", message, "try again later") from None
            raise

    def _answered(self, answer: http.client.HTTPResponse, url: str, at: str, outlet: str) -> Raw | str | None:
        if answer.status in _MOVED and (where := answer.headers.get("Location")):
            return where
        if answer.status == 304:
            return None
        if answer.status != 200:
            hint = _HINTS.get(answer.status, "try again later" if answer.status >= 500 else "")
            if answer.status in _MOVED:
                hint = "it does not say where the page is now: open it in a browser and give the address shown there"
            again = answer.headers.get("Retry-After", "")
            hint += f"; the server says: after {again[:40]}" if again else ""
            raise FetchError(
                "http", f"the server answers {answer.status} {answer.reason[:60]}".rstrip(), hint
            )
        data = body_of(answer, self.rules)
        said = {
            "etag": answer.headers.get("ETag") or "",
            "modified": answer.headers.get("Last-Modified") or "",
        }
        if kept := {k: v[:500] for k, v in said.items() if v}:
            self.pending[url] = kept
        charset = answer.headers.get_content_charset() or ""
        name = _file_name(at, answer.headers.get_content_type())
        return Raw(url, _as_utf8(data, charset), name, at, self.today, outlet)

    def _headers(self, target: Target, url: str) -> dict[str, str]:
        known = self.memory.validators.get(url, {}) if self.conditional else {}
        conditions = {"If-None-Match": known.get("etag", ""), "If-Modified-Since": known.get("modified", "")}
        return {
            "Host": target.netloc,
            "User-Agent": AGENT,
            "Accept": _ACCEPT,
            "Accept-Encoding": "gzip, deflate",
            "Connection": "close",
            **{name: value for name, value in conditions.items() if value and value.isprintable()},
        }

    def _wait(self, host: str) -> None:
        """Not sooner than `delay` seconds after the last request to the host."""
        now = time.monotonic()
        due = self.last.get(host, now - self.rules.delay) + self.rules.delay
        if due > now:
            self.sleep(due - now)
        self.last[host] = max(now, due)


def _file_name(url: str, kind: str) -> str:
    """A name whose suffix says what the server calls it; the content is looked at first all the same."""
    stem = urlsplit(url).path.rstrip("/").rpartition("/")[2] or "page"
    suffix = _TYPES.get(kind)
    return f"{stem.rpartition('.')[0] or stem}.{suffix}" if suffix else stem


_WESTERN = dict.fromkeys(("iso-8859-1", "latin-1", "latin1", "iso8859-1"), "windows-1252")
"""What browsers read where a page says so."""


def _as_utf8(data: bytes, charset: str) -> bytes:
    """Bytes in an encoding that only the answer's header names, as UTF-8."""
    if charset in ("", "utf-8", "utf8", "us-ascii"):
        return data
    try:
        data.decode("utf-8")
        if not (charset.startswith("iso-2022-") and b"\x1b" in data):  # which is ASCII byte by byte
            return data
    except UnicodeDecodeError:
        pass
    try:
        return data.decode(_WESTERN.get(charset, charset)).encode("utf-8")
    except (UnicodeError, LookupError):
        return data
