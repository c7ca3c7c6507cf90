"""The story is the same whatever the order and the names of its articles; without one, only what it told is missing."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from site_gen import analyse, resolve
from site_gen.engine.codec import encode, number
from site_gen.engine.flow import Flow
from site_gen.engine.local import local_rows
from site_gen.engine.shelves import Group, groups, table_values
from site_gen.engine.store import Store, open_store
from site_gen.extract import extract
from site_gen.lexicon import load_lexicon
from site_gen.load import article_id, load_file
from site_gen.load.options import LoadOptions
from site_gen.tables import (
    AGREEMENTS,
    CARDS,
    CONFLICTS,
    DATED,
    EVENTS,
    FIGURES,
    LEADERS,
    LINEAGES,
    MARKS,
    QUOTES,
    REFS,
    RELATIONS,
    SERIES,
    TOPICS,
)
from tests.analyse.story import read_story

STORIES = Path(__file__).parents[1] / "analyse/stories"
STAGES = (*resolve.STAGES, *analyse.STAGES)
TABLES = (
    LEADERS, AGREEMENTS, EVENTS, FIGURES, QUOTES, CONFLICTS, SERIES, TOPICS,
    LINEAGES, DATED, RELATIONS, REFS, CARDS, MARKS,
)  # fmt: skip
Records = dict[tuple[str, str], list[bytes]]


Files = list[tuple[str, str]]


@cache
def _stories() -> tuple[Files, ...]:
    """The articles of two stories at a time, each under a name that tells its story."""
    found = [list(read_story(path).files.values()) for path in sorted(STORIES.glob("*.txt"))]
    named = [
        [(f"s{story:02d}{n:02d}x.txt", text) for n, text in enumerate(files)]
        for story, files in enumerate(found)
    ]
    return tuple([file for files in named[at : at + 2] for file in files] for at in range(0, len(named), 2))


@cache
def _rows(path: str, text: str) -> list[Group]:
    lexicon = load_lexicon()
    loaded = load_file(text.encode(), path, LoadOptions(lexicon))
    return groups(row for one in loaded.articles for row in local_rows(one, extract(one, lexicon)))


def _put(store: Store, files: Iterable[tuple[str, str]], gone: Iterable[str] = ()) -> Flow:
    flow = Flow(store)
    for path, text in files:
        flow.replace_packed(number("file", path), _rows(path, text))
    for path in gone:
        flow.replace(number("file", path), ())
    flow.run(STAGES)
    store.commit()
    return flow


def _records(store: Store) -> Records:
    found: Records = {}
    for table in TABLES:
        for key, value in table_values(store, table):
            found.setdefault((table.name, key), []).append(encode(value))
    return {place: sorted(rows) for place, rows in found.items()}


def _told(files: Iterable[tuple[str, str]]) -> Records:
    store = open_store(None, b"1")
    _put(store, files)
    return _records(store)


def _gist(store: Store, names: Mapping[str, str]) -> list[str]:
    """What the story says, articles by their first names."""
    first = {article_id(new): article_id(old) for old, new in names.items()}
    told: list[object] = []
    told += [("leader", r.name, r.leader, len(r.mentions)) for _, r in table_values(store, LEADERS)]
    told += [
        ("agreement", r.name, [(s.stage, s.date) for s in r.stages], len(r.mentions))
        for _, r in table_values(store, AGREEMENTS)
    ]
    told += [
        ("event", r.title, r.date, r.status, sorted(first.get(a, a) for a in r.articles))
        for _, r in table_values(store, EVENTS)
    ]
    told += [("series", r.title, r.unit, len(r.points)) for _, r in table_values(store, SERIES)]
    told += [
        ("lineage", sorted(first.get(a, a) for a in r.articles)) for _, r in table_values(store, LINEAGES)
    ]
    told += [
        ("conflict", r.kind, sorted(c.says for c in r.claims)) for _, r in table_values(store, CONFLICTS)
    ]
    told += [("day", first.get(k, k), r.published.edtf) for k, r in table_values(store, DATED)]
    return sorted(map(repr, told))


@settings(max_examples=2, deadline=None, phases=[Phase.generate])
@given(st.data())
def test_the_order_in_which_articles_come_changes_nothing(data: st.DataObject) -> None:
    files = data.draw(st.sampled_from(_stories()))
    assert _told(data.draw(st.permutations(files))) == _told(files)


@settings(max_examples=2, deadline=None, phases=[Phase.generate])
@given(st.data())
def test_articles_taken_out_and_put_back_change_nothing(data: st.DataObject) -> None:
    files = dict(data.draw(st.sampled_from(_stories())))
    gone = data.draw(st.sets(st.sampled_from(sorted(files)), min_size=1))
    store = open_store(None, b"1")
    _put(store, files.items())
    _put(store, (), gone)
    assert _records(store) == _told((path, text) for path, text in files.items() if path not in gone)
    _put(store, ((path, files[path]) for path in sorted(gone)))
    assert _records(store) == _told(files.items())


@settings(max_examples=2, deadline=None, phases=[Phase.generate])
@given(st.data())
def test_the_names_of_articles_change_nothing_that_is_told(data: st.DataObject) -> None:
    files = data.draw(st.sampled_from(_stories()))
    paths = [path for path, _ in files]
    names = dict(zip(paths, data.draw(st.permutations([f"t{path[1:]}" for path in paths])), strict=True))
    renamed, plain = open_store(None, b"1"), open_store(None, b"1")
    _put(renamed, ((names[path], text) for path, text in files))
    _put(plain, files)
    assert _gist(renamed, names) == _gist(plain, {})


@pytest.mark.parametrize("number", range(0, len(_stories()), 2))
def test_without_an_article_the_other_stories_are_as_they_were(number: int) -> None:
    files = _stories()[number]
    whole = _told(files)
    for path in {article_id(path)[:3]: path for path, _ in files}.values():
        without = _told(file for file in files if file[0] != path)
        story = article_id(path)[:3].encode()
        for place, rows in whole.items():
            if place[0] not in ("cards", "refs", "relations", "topics") and not any(
                story in row for row in rows
            ):
                assert without.get(place) == rows, f"{place} changed without {path}"
