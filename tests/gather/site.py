"""A small web server on this machine that misbehaves on request."""

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Coast News</title><item><guid>https://c.example/1</guid>
<title>Ferry stops in May</title><description>The ferry stops in May, the mayor said on Tuesday.</description></item>
</channel></rss>"""


@dataclass
class Site:
    """Where the server is, and what it was asked."""

    url: str
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)


class _Handler(BaseHTTPRequestHandler):
    site: Site
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """One path for each kind of answer."""
        self.site.asked.append((self.path, dict(self.headers)))
        getattr(
            self, "_" + self.path.strip("/").partition("?")[0].replace("-", "_").replace(".", "_"), self._none
        )()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""

    def _say(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        given = {"Content_Length": str(len(body)), "Content_Type": "text/xml", **headers}
        for name, value in given.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def _none(self) -> None:
        self._say(404)

    def _feed_xml(self) -> None:
        if self.headers.get("If-None-Match") == '"v1"':
            self._say(304)
        else:
            self._say(200, FEED, ETag='"v1"', Last_Modified="Tue, 04 Mar 2025 10:00:00 GMT")

    def _moved(self) -> None:
        self._say(302, Location="/feed.xml")

    def _loop(self) -> None:
        self._say(302, Location="/loop")

    def _to_private(self) -> None:
        self._say(302, Location="http://10.0.0.1/secret")

    def _to_file(self) -> None:
        self._say(302, Location="file:///etc/passwd")

    def _packed(self) -> None:
        self._say(200, gzip.compress(FEED), Content_Encoding="gzip")

    def _bomb(self) -> None:
        self._say(200, gzip.compress(b"<rss>" + b" " * 60_000_000), Content_Encoding="gzip")

    def _cut_short(self) -> None:
        self._say(200, gzip.compress(FEED)[:-12], Content_Encoding="gzip")

    def _huge(self) -> None:
        self._say(200, b"x", Content_Length="99999999999")
        self.close_connection = True

    def _endless(self) -> None:
        self.send_response(200)
        self.send_header("Connection", "close")
        self.end_headers()
        try:
            for _ in range(400):
                self.wfile.write(b" " * 65_536)
        except OSError:
            pass
        self.close_connection = True

    def _drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(200):
                self.wfile.write(b" ")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            pass
        self.close_connection = True

    def _busy(self) -> None:
        self._say(429, Retry_After="120")

    def _login(self) -> None:
        self._say(401)

    def _page(self) -> None:
        self._say(200, b"<!doctype html><html><body><nav>Home</nav></body></html>", Content_Type="text/html")


@contextmanager
def serving() -> Iterator[Site]:
    """The server, until the block ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    site = Site(f"http://127.0.0.1:{server.server_address[1]}")
    _Handler.site = site
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
