"""A look at the output that begins before the build: what it saw counts only if nobody has published since."""

import os
from collections.abc import Callable

import pytest

from site_gen.engine import listing
from site_gen.engine import memory as memories
from site_gen.engine.build import build
from site_gen.engine.listing import EarlyLook, published_files, sum_of
from site_gen.engine.memory import Memory
from tests.build.conftest import Desk

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork") or len(os.sched_getaffinity(0)) < 2, reason="there is no second processor"
)


@pytest.fixture(autouse=True)
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process of its own, however small the site."""
    monkeypatch.setattr(listing, "_MANY", 0)


def test_it_sees_what_a_look_of_the_build_sees(desk: Desk) -> None:
    desk.build()
    assert EarlyLook(desk.output).files() == published_files(desk.output)


def _published_by_another(desk: Desk) -> None:
    desk.write("loan.txt", "Peru repaid the loan of $250 million to Chile on 4 May 2025.\n")
    desk.build()


def _listed_anew(desk: Desk) -> None:
    other = desk.output / "other"
    other.write_bytes((desk.output / listing.MANIFEST).read_bytes())
    other.replace(desk.output / listing.MANIFEST)


@pytest.mark.parametrize("meanwhile", [_published_by_another, _listed_anew])
def test_it_is_worth_nothing_where_another_build_has_published_since(
    desk: Desk, meanwhile: Callable[[Desk], None]
) -> None:
    desk.build()
    early = EarlyLook(desk.output)
    meanwhile(desk)
    assert early.files() is None


def test_a_look_that_fails_is_made_again_by_the_build(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.build()
    whole = desk.files()
    with monkeypatch.context() as patch:

        def killed(_output: object) -> dict[str, tuple[int, int]]:
            os._exit(9)

        patch.setattr(listing, "_summed", killed)
        early = EarlyLook(desk.output)
    (desk.output / "index.html").unlink()
    build(desk.request(), memory=Memory(early))
    assert desk.files() == whole


def test_a_build_takes_what_was_seen_early(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.build()
    early = EarlyLook(desk.output)
    monkeypatch.setattr(memories, "published_files", lambda _output: pytest.fail("looked again"))
    assert build(desk.request(), memory=Memory(early)).mode == "unchanged"


def _edited(desk: Desk) -> None:
    desk.write("visit.md", "---\ntitle: Nobody visits\ndate: 2025-03-05\n---\n\nNobody came.\n")


def _added(desk: Desk) -> None:
    number = len(list(desk.content.iterdir()))
    desk.write(f"ferry{number}.txt", f"Peru sold {number} ferries to Chile on 4 May 2025.\n")


def _deleted(desk: Desk) -> None:
    min(desk.content.iterdir()).unlink()


def _others_files(desk: Desk) -> None:
    (desk.output / "CNAME").write_text("news.example")
    _added(desk)


def _others_file_gone(desk: Desk) -> None:
    (desk.output / "CNAME").unlink()
    _deleted(desk)


def _mended(desk: Desk) -> None:
    (desk.output / "index.html").write_text("not ours")


_CHANGES = (_edited, _others_files, _added, _mended, _deleted, _others_file_gone)


@pytest.mark.parametrize("early", [True, False], ids=["looked at early", "looked at by the build"])
def test_what_stands_for_the_files_is_kept_up_to_date(desk: Desk, early: bool) -> None:
    desk.build()
    for change in _CHANGES:
        change(desk)
        look = EarlyLook(desk.output) if early else None
        assert build(desk.request(), memory=Memory(look)).mode != "unchanged", change.__name__
        assert EarlyLook(desk.output).sum() == sum_of(published_files(desk.output).items())
        assert _as_summed(desk), change.__name__


def _as_summed(desk: Desk) -> bool:
    """Whether a build that finds nothing changed need not ask which files there are."""
    return _as_left(desk)


def _cut_short(desk: Desk) -> None:
    (desk.output / "index.html").write_bytes(b"")


def _touched(desk: Desk) -> None:
    os.utime(desk.output / "index.html")


def _put_beside(desk: Desk) -> None:
    (desk.output / "articles" / "other.html").write_text("not ours")


def _swapped(desk: Desk) -> None:
    one, other = desk.output / "index.html", desk.output / "search.html"
    one.rename(desk.output / "held")
    other.rename(one)
    (desk.output / "held").rename(other)


@pytest.mark.parametrize("touch", [_cut_short, _touched, _swapped, _put_beside])
def test_what_others_do_to_the_output_is_seen_early(desk: Desk, touch: Callable[[Desk], None]) -> None:
    desk.build()
    whole = desk.files()
    touch(desk)
    assert not _as_left(desk)
    assert {path: raw for path, raw in desk.files().items() if path in whole} == whole


def _as_left(desk: Desk) -> bool:
    memory = Memory(EarlyLook(desk.output))
    build(desk.request(), memory=memory)
    return memory.ours is None


def test_there_is_none_without_a_site_or_for_a_small_one(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert EarlyLook(desk.output).files() is None
    desk.build()
    monkeypatch.setattr(listing, "_MANY", 1_000_000_000)
    assert EarlyLook(desk.output).files() is None


def test_there_is_none_where_no_process_can_be_started(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.build()

    def short() -> int:
        raise BlockingIOError("no process is left")

    monkeypatch.setattr(os, "fork", short)
    early = EarlyLook(desk.output)
    assert early.files() is None
    assert build(desk.request(), memory=Memory(early)).mode == "unchanged"
