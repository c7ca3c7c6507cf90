"""HTTP for one machine: published files alone, GET and HEAD alone, and a stream of news for open pages."""

import errno
import mimetypes
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from site_gen.engine.listing import MANIFEST
from site_gen.engine.publish import read_manifest
from site_gen.errors import UsageError
from site_gen.serve.news import News

NEWS = "/-/news"
SCRIPT = "/-/reload.js"
_TAG = f'<script src="{SCRIPT}" data-edition="%d" defer></script>'.encode()
_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; script-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'"
)
_WAITING = b"<!doctype html><title>site-gen</title><p>The first build is under way. This page follows it.</p>"


class Published:
    """Which files the site has now: only these are ever opened."""

    def __init__(self, output: Path) -> None:
        self.output = output
        self._stamp: object = None
        self._paths: frozenset[str] = frozenset()

    def find(self, path: str) -> Path | None:
        """The file for a request path; None where the site has no such file."""
        self._refresh()
        wanted = path.lstrip("/")
        for name in (wanted, f"{wanted}index.html" if wanted.endswith("/") or not wanted else ""):
            if name and name in self._paths:
                return self.output / name
        return None

    def _refresh(self) -> None:
        try:
            info = (self.output / MANIFEST).stat()
        except OSError:
            return
        stamp = (info.st_mtime_ns, info.st_ino, info.st_size)
        if stamp != self._stamp:
            self._stamp, self._paths = stamp, frozenset(read_manifest(self.output))


class DeskServer(ThreadingHTTPServer):
    """The server with what its handlers share."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], output: Path, news: News) -> None:
        super().__init__(address, Handler)
        self.published = Published(output)
        self.news = news
        names = {"localhost", "127.0.0.1", "[::1]", address[0]}
        self.hosts = {f"{name}:{self.server_port}" for name in names}

    def handle_error(self, request: object, client_address: object) -> None:
        """A visitor who hangs up is no fault of ours."""


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: DeskServer
    protocol_version = "HTTP/1.1"
    timeout = 30
    """Seconds that a visitor may take over a request: one who sends nothing holds no thread for longer."""

    def do_GET(self) -> None:
        """Answer with the file, or with the news."""
        self._answer(body=True)

    def do_HEAD(self) -> None:
        """Answer without the body."""
        self._answer(body=False)

    def log_message(self, format: str, *args: object) -> None:
        """Keep the terminal for builds."""

    def _answer(self, body: bool) -> None:
        if self.headers.get("Host", "") not in self.server.hosts:
            self._send(HTTPStatus.MISDIRECTED_REQUEST, b"This server answers to its own name only.", body)
            return
        try:
            path = unquote(urlsplit(self.path).path, errors="replace")
        except ValueError:
            self._send(HTTPStatus.BAD_REQUEST, b"This is no address.", body)
            return
        if path == NEWS and body:
            self._stream()
        elif path == SCRIPT:
            self._send(HTTPStatus.OK, script(), body, "text/javascript")
        else:
            self._file(path, body)

    def _file(self, path: str, body: bool) -> None:
        edition, status = self.server.news.edition, HTTPStatus.OK
        found = self.server.published.find(path)
        if found is None:
            status, found = HTTPStatus.NOT_FOUND, self.server.published.find("/404.html")
        try:
            raw = found.read_bytes() if found else _WAITING
        except OSError:
            raw, status = _WAITING, HTTPStatus.NOT_FOUND
        kind = mimetypes.guess_type(found.name)[0] if found else "text/html"
        if kind == "text/html":
            raw = with_reload(raw, edition)
        self._send(status, raw, body, kind or "application/octet-stream")

    def _send(self, status: HTTPStatus, raw: bytes, body: bool, kind: str = "text/plain") -> None:
        self.send_response(status)
        charset = "; charset=utf-8" if kind.startswith("text/") or kind.endswith(("json", "xml")) else ""
        self.send_header("Content-Type", kind + charset)
        self.send_header("Content-Length", str(len(raw)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Content-Security-Policy", _POLICY)
        self.end_headers()
        if body:
            self.wfile.write(raw)

    def _stream(self) -> None:
        """Server-sent events: a line for every build, and one every few seconds to keep the line open."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        turn = -1
        while not self.server.news.closed:
            turn, text = self.server.news.wait(turn, timeout=5)
            self.wfile.write(f"data: {text}\n\n".encode())
            self.wfile.flush()


def script() -> bytes:
    """The script that open pages follow builds with."""
    return (Path(__file__).parent / "reload.js").read_bytes()


def with_reload(page: bytes, edition: int) -> bytes:
    """A page with the script added, which is told of what edition the page is at least: a build that ends before the
    script listens is not missed. The page's own policy gives way to the header's."""
    head, found, rest = page.partition(b"</head>")
    if not found:
        return page + _TAG % edition
    return head.replace(b"Content-Security-Policy", b"X-Policy-While-Served") + _TAG % edition + found + rest


def start_server(output: Path, host: str, port: int, news: News) -> DeskServer:
    """Serve `output` from a thread of its own; a port of 0 takes any free one."""
    try:
        server = DeskServer((host, port), output, news)
    except OSError as error:
        raise UsageError(_not_listening(host, port, error)) from None
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
    return server


def _not_listening(host: str, port: int, error: OSError) -> str:
    """Why the server cannot listen there, and what to do."""
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is in use, perhaps by another `site-gen serve`: stop that, or choose one with --port"
    if error.errno in (errno.EACCES, errno.EPERM):
        return f"port {port} may not be used by you: choose one above 1023 with --port"
    return f"cannot listen on '{host}' ({error.strerror or error}): --host is an address of this machine, as 127.0.0.1"
