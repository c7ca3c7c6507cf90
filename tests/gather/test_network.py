"""Fetching: where it may go, how much it takes, and how it behaves."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from site_gen.cli.commands import site_gen
from site_gen.errors import Problem
from site_gen.gather.memory import Memory
from site_gen.gather.network import Client, Rules
from site_gen.gather.network.client import _as_utf8
from site_gen.gather.network.hosts import is_nowhere, is_public, resolved, target_of
from site_gen.gather.network.rules import AGENT, FetchError
from site_gen.gather.piece import Raw
from tests.gather.desk import written_files
from tests.gather.site import Site, serving


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


def _client(**rules: object) -> Client:
    given = {"allow_private": True, "delay": 0, "seconds": 20, "silence": 10, **rules}
    return Client(Rules(**given), Memory(), "2026-01-02")  # type: ignore[arg-type]


def _code(site: Site, path: str, **rules: object) -> str:
    found = _client(**rules).fetch(site.url + path)
    assert isinstance(found, Problem)
    assert found.path == site.url + path
    return found.code


@pytest.mark.parametrize("path", ["/feed.xml", "/moved", "/packed"])
def test_a_feed_is_fetched_through_redirects_and_packing(site: Site, path: str) -> None:
    found = _client().fetch(site.url + path)
    assert isinstance(found, Raw)
    assert b"Ferry stops in May" in found.data
    assert found.retrieved == "2026-01-02"


@pytest.mark.parametrize(
    ("path", "code"),
    [("/loop", "redirects"), ("/to-file", "address"), ("/bomb", "unpacking or file-size"), ("/cut-short", "cut-short"), ("/huge", "file-size"),
     ("/endless", "file-size"), ("/busy", "http"), ("/login", "http"), ("/nothing", "http")],
)  # fmt: skip
def test_what_cannot_be_taken_is_named(site: Site, path: str, code: str) -> None:
    assert _code(site, path) in code.split(" or ")


def test_a_server_that_drips_is_cut_off(site: Site) -> None:
    assert _code(site, "/drip", seconds=0.4) == "timeout"


def test_a_silent_server_is_given_up() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        found = _client(silence=0.2).fetch(url)
    assert isinstance(found, Problem)
    assert found.code == "timeout"


def test_this_machine_is_not_asked_unless_that_is_allowed(site: Site) -> None:
    before = len(site.asked)
    assert _code(site, "/feed.xml", allow_private=False) == "private-address"
    for name in ("localhost", "127.1", "0x7f000001", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "0"):
        found = _client(allow_private=False).fetch(f"http://{name}:{site.url.rpartition(':')[2]}/feed.xml")
        assert isinstance(found, Problem), name
    assert len(site.asked) == before


def test_a_redirect_to_a_private_network_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    from site_gen.gather.network import hosts

    monkeypatch.setattr(hosts, "is_public", lambda address: address == "127.0.0.1")
    assert _code(site, "/to-private", allow_private=False) == "private-address"


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255",
     "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "::127.0.0.1", "ff02::1", "no"],
)  # fmt: skip
def test_an_address_of_a_private_network_is_one_in_every_form(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822"])
def test_an_address_of_the_open_internet_is_one(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://a.example/", "gopher://a.example/", "http://", "http://user:pw@a.example/", "http://a.example/a b",
     "http://a.example\\@b.example/", "http://a.example:99999/", "javascript:alert(1)", "http://[::1", "http://a.example/\r\nX: y"],
)  # fmt: skip
def test_what_is_no_plain_web_address_is_not_fetched(url: str) -> None:
    with pytest.raises(FetchError):
        target_of(url)


@pytest.mark.parametrize(
    "address",
    ["169.254.169.254", "::ffff:169.254.169.254", "fd00:ec2::254", "224.0.0.1", "0.0.0.0", "fe80::1%eth0"],
)
def test_addresses_without_sites_are_never_fetched(address: str) -> None:
    assert is_nowhere(address)
    with pytest.raises(FetchError, match="never fetched"):
        resolved(
            target_of(f"http://{address if ':' not in address else '[' + address + ']'}/"), allow_private=True
        )


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "::1", "10.0.0.1", "192.168.1.5", "fd12::1", "93.184.216.34"]
)
def test_this_machine_and_its_network_may_be_allowed(address: str) -> None:
    assert not is_nowhere(address)


def test_a_header_names_an_encoding_that_is_ascii_byte_by_byte() -> None:
    words = "港は火曜日に再開した。"
    assert _as_utf8(words.encode("iso2022_jp"), "iso-2022-jp").decode() == words
    assert _as_utf8("Café".encode("latin-1"), "iso-8859-1").decode() == "Café"


def test_requests_say_who_asks_and_wait_between_two_to_one_host(site: Site) -> None:
    waits: list[float] = []
    client = _client(delay=5)
    client.sleep = waits.append
    for _ in range(3):
        client.fetch(site.url + "/feed.xml")
    assert site.asked[-1][1]["User-Agent"] == AGENT
    assert len(waits) == 2
    assert all(4 < wait <= 10 for wait in waits)


def _desk(folder: Path, *feeds: str) -> Path:
    (folder / "content").mkdir()
    lines = "".join(f"  - {url}\n" for url in feeds)
    (folder / "site.yaml").write_text(f"title: Desk\nfeeds:\n{lines}")
    return folder / "content"


def test_fetch_takes_all_feeds_and_one_that_fails_stops_none(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = _desk(tmp_path, site.url + "/nothing", site.url + "/feed.xml")
    monkeypatch.chdir(tmp_path)
    words = ["fetch", "--allow-private", "--delay", "0"]
    done = CliRunner().invoke(site_gen, words, standalone_mode=False)
    assert done.return_value == 1
    assert "/nothing: error[http]: the server answers 404" in done.output
    assert list(written_files(content)) == ["ferry-stops-in-may.md"]
    done = CliRunner().invoke(site_gen, words, standalone_mode=False)
    assert "/feed.xml: not changed since the last time" in done.output
    assert site.asked[-1][1]["If-None-Match"] == '"v1"'


def test_fetch_without_feeds_is_refused_with_how_to_write_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(site_gen, ["fetch"])
    assert "write `feeds:`" in str(done.exception)


def test_a_feed_is_asked_in_full_again_where_its_articles_were_not_written(
    site: Site, tmp_path: Path
) -> None:
    words = ["import", site.url + "/feed.xml", "--allow-private", "--delay", "0", "--into", str(tmp_path)]
    CliRunner().invoke(site_gen, words, standalone_mode=False)
    (tmp_path / "ferry-stops-in-may.md").unlink()
    done = CliRunner().invoke(site_gen, [*words, "--again"], standalone_mode=False)
    assert "1 new" in done.output
