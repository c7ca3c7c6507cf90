"""The desk server: what it answers, what it refuses, and that open pages hear of every build."""

import http.client
import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_gen.engine.build import BuildReport, Timings
from site_gen.engine.memory import Memory
from site_gen.engine.settings import BuildRequest
from site_gen.errors import Problem
from site_gen.serve import serve
from site_gen.serve.desk import _summary
from site_gen.site_yaml import load_config

NOTE = "Mayor Ana Ruiz of Lima opened the new bridge on 4 May 2024.\n"


def test_what_a_build_did_is_counted_in_english() -> None:
    problem = Problem("content/a.md", 1, 1, "yaml", "a quotation mark is not closed")
    one = BuildReport(1, {}, 1, 1, 0, "exchange", (problem,), 0.25, Timings())
    assert _summary(one) == "1 file written, 0 removed in 250 ms, 1 problem"
    two = BuildReport(1, {}, 1, 2, 0, "exchange", (problem, problem), 0.25, Timings())
    assert _summary(two) == "2 files written, 0 removed in 250 ms, 2 problems"


class Running:
    """A server at work on a small desk."""

    def __init__(self, folder: Path, note: str = NOTE) -> None:
        self.folder = folder
        self.said: list[str] = []
        self._stop = threading.Event()
        (folder / "content").mkdir(parents=True)
        (folder / "content/note.txt").write_text(note)
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        self.until(lambda: len(self.said) > 1)
        self.port = int(self.said[0].split("127.0.0.1:")[1].split("/")[0])

    def request(self) -> BuildRequest:
        config = load_config(None, content=self.folder / "content", output=self.folder / "site")
        return BuildRequest(config.content, config.output, config, processes=1)

    def get(self, path: str, method: str = "GET", host: str = "") -> tuple[int, bytes]:
        """Status and body of one request, the path sent as it is."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        line.putrequest(method, path, skip_host=True)
        line.putheader("Host", host or f"127.0.0.1:{self.port}")
        line.endheaders()
        answer = line.getresponse()
        body = answer.read()
        line.close()
        return answer.status, body

    def until(self, true: object, seconds: float = 60) -> None:
        """Wait for something to become true."""
        deadline = time.monotonic() + seconds
        while not true():  # type: ignore[operator]
            assert time.monotonic() < deadline, self.said
            time.sleep(0.02)

    def close(self) -> None:
        self._stop.set()
        self._thread.join(5)
        assert not self._thread.is_alive()

    def _serve(self) -> None:
        serve(self.request, 0, "127.0.0.1", self.said.append, self._stop)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Running]:
    monkeypatch.chdir(tmp_path)
    running = Running(tmp_path / "desk")
    yield running
    running.close()


def test_pages_are_served_with_the_script_that_follows_builds(desk: Running) -> None:
    status, body = desk.get("/")
    assert status == 200
    assert b'src="/-/reload.js"' in body
    assert desk.get("/articles/note.html")[0] == 200
    assert desk.get("/-/reload.js")[0] == 200
    assert b"/-/reload.js" not in (desk.folder / "site/index.html").read_bytes(), "only while served"


@pytest.mark.parametrize(
    "path",
    [
        "/../content/note.txt",
        "/..%2fcontent%2fnote.txt",
        "/%2e%2e/content/note.txt",
        "//etc/passwd",
        "/articles/..%5c..%5csite.yaml",
        "/.site-gen-manifest",
        "/index.html%00.txt",
        "/nowhere.html",
    ],
)
def test_only_published_files_are_served(desk: Running, path: str) -> None:
    status, body = desk.get(path)
    assert status == 404
    assert b"root:" not in body
    assert NOTE.encode() not in body


def test_other_names_of_this_machine_are_refused(desk: Running) -> None:
    assert desk.get("/", host="evil.example")[0] == 421
    assert desk.get("/", host=f"localhost:{desk.port}")[0] == 200


def test_only_reading_is_possible(desk: Running) -> None:
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        assert desk.get("/", method=method)[0] == 501
    assert desk.get("/", method="HEAD") == (200, b"")


def test_an_edit_is_built_and_open_pages_hear_of_it(desk: Running) -> None:
    line = http.client.HTTPConnection("127.0.0.1", desk.port, timeout=20)
    line.request("GET", "/-/news")
    news = line.getresponse()
    first = _event(news)
    desk.until(lambda: "written" in desk.said[1])
    time.sleep(0.3)  # the watcher is set up after the first build
    (desk.folder / "content/note.txt").write_text(NOTE.replace("bridge", "harbour"))
    while _event(news)["edition"] == first["edition"]:
        pass
    assert b"harbour" in desk.get("/articles/note.html")[1]
    line.close()


def test_a_broken_article_is_shown_and_the_last_good_site_stays(desk: Running) -> None:
    time.sleep(0.3)
    (desk.folder / "content/broken.md").write_text("---\ntitle: [Bridge\n---\n\nText.\n")
    line = http.client.HTTPConnection("127.0.0.1", desk.port, timeout=20)
    line.request("GET", "/-/news")
    news = line.getresponse()
    while not (event := _event(news))["problems"]:
        pass
    assert "broken.md:2:" in event["problems"][0]
    assert desk.get("/articles/note.html")[0] == 200
    line.close()


def test_a_page_knows_of_what_edition_it_is(desk: Running) -> None:
    """So that a build between the page and its first news is not missed."""
    assert b'data-edition="1"' in desk.get("/articles/note.html")[1]
    time.sleep(0.3)
    (desk.folder / "content/note.txt").write_text(NOTE.replace("bridge", "harbour"))
    desk.until(lambda: b'data-edition="2"' in desk.get("/articles/note.html")[1])
    assert b"harbour" in desk.get("/articles/note.html")[1]


def test_a_fault_of_ours_is_told_and_the_server_goes_on(
    desk: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_request: BuildRequest, memory: Memory) -> BuildReport:
        raise ZeroDivisionError("no good reason")

    monkeypatch.setattr("site_gen.serve.desk.build", broken)
    time.sleep(0.3)
    (desk.folder / "content/other.txt").write_text(NOTE)
    desk.until(lambda: "ZeroDivisionError: no good reason" in desk.said[-1])
    assert desk.get("/articles/note.html")[0] == 200


def _event(news: http.client.HTTPResponse) -> dict[str, object]:
    """The next server-sent event."""
    while not (line := news.readline()).startswith(b"data:"):
        assert line, "the stream ended"
    return json.loads(line[5:])  # type: ignore[no-any-return]


def test_decisions_that_come_later_are_built(desk: Running) -> None:
    before = len(desk.said)
    (desk.folder / "decisions.yaml").write_text("- hide: leader/nobody\n")
    desk.until(lambda: any("1 problem" in said for said in desk.said[before:]))


def test_an_address_that_is_none_gets_an_answer_and_the_server_goes_on(desk: Running) -> None:
    assert desk.get("http://[/")[0] == 400
    assert desk.get("/index.html")[0] == 200
