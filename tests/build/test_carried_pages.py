"""Pages cross to workers unharmed: what a worker renders is what was made."""

import pickle
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from site_gen.engine import making
from site_gen.engine.codec import decodable
from site_gen.engine.pageflow import DuePage
from site_gen.engine.reading import ReadFile
from site_gen.engine.shelves import groups
from site_gen.pages.page import Page
from site_gen.tables import CARDS, REFS, SENTENCES, Card, Ref, Row, SentenceText
from tests.build.conftest import Desk


def test_every_page_of_a_site_comes_out_of_its_crossing_as_it_went_in(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    met: set[str] = set()
    render = making.render_pages

    def watched(job: Any, pages: Sequence[Any]) -> Any:
        for due, *_ in pages:
            crossed = pickle.loads(pickle.dumps(due))
            assert crossed == due
            assert repr(crossed) == repr(due)
            met.add(type(due.page.view).__name__)
        return render(job, pages)

    monkeypatch.setattr(making, "render_pages", watched)
    desk.build()
    assert len(met) > 15


def test_a_file_that_a_worker_has_read_comes_out_of_its_crossing_as_it_went_in() -> None:
    alone = Row(CARDS, "event/a", Card("event", "a", "Talks open"))
    beside = [Row(SENTENCES, f"a#{n}", SentenceText(n, "Talks open.")) for n in range(2)]
    ordered = [Row(REFS, "leader/x", Ref("article", name), name) for name in "ab"]
    for rows in ([], [alone], [alone, *beside, *ordered]):
        read = ReadFile("a.md", b"digest", tuple(groups(rows)))
        assert pickle.loads(pickle.dumps(read)) == read


@dataclass(frozen=True, slots=True)
class _Left:
    side: str


@dataclass(frozen=True, slots=True)
class _Right:
    side: str


@dataclass(frozen=True, slots=True)
class _Either:
    turn: _Left | _Right


def test_a_view_that_messagepack_cannot_tell_apart_crosses_all_the_same() -> None:
    assert not decodable(_Either)
    due = DuePage("a.html", 1, b"", Page("a.html", "a.html", _Either(_Right("r"))), "", "a.json")
    assert pickle.loads(pickle.dumps(due)) == due
