"""The story is the same whatever the order and the names of its articles; without one, only what it told is missing."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
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
    """The articles of three stories at a time, each under a name that tells its story."""
    found = [list(read_story(path).files.values()) for path in sorted(STORIES.glob("*.txt"))]
    named = [
        [(f"s{story:02d}{n:02d}x.txt", text) for n, text in enumerate(files)]
        for story, files in enumerate(found)
    ]
    return tuple([file for files in named[at : at + 3] for file in files] for at in range(0, len(named), 3))


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


def _bare(records: Records, names: Mapping[str, str]) -> set[str]:
    """Records without the order of what is in them, articles under other names."""
    table = {new.removesuffix(".txt"): old.removesuffix(".txt") for old, new in names.items()}
    renamed = re.compile("|".join(table))

    def plain(value: Any) -> str:
        if isinstance(value, dict):
            return repr(sorted((key, plain(part)) for key, part in value.items()))
        if isinstance(value, (list, tuple)):
            return repr(sorted(plain(part) for part in value))
        return renamed.sub(lambda m: table[m.group()], repr(value)) if table else repr(value)

    return {
        repr((table_name, plain(key), sorted(plain(msgspec.msgpack.decode(row)) for row in rows)))
        for (table_name, key), rows in records.items()
    }


@settings(max_examples=4, deadline=None, phases=[Phase.generate])
@given(st.data())
def test_the_order_in_which_articles_come_changes_nothing(data: st.DataObject) -> None:
    files = data.draw(st.sampled_from(_stories()))
    assert _told(data.draw(st.permutations(files))) == _told(files)


@settings(max_examples=4, deadline=None, phases=[Phase.generate])
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


@settings(max_examples=4, deadline=None, phases=[Phase.generate])
@given(st.data())
def test_the_names_of_articles_change_nothing_but_the_order_of_equals(data: st.DataObject) -> None:
    files = data.draw(st.sampled_from(_stories()))
    paths = [path for path, _ in files]
    names = dict(zip(paths, data.draw(st.permutations([f"t{path[1:]}" for path in paths])), strict=True))
    renamed = _bare(_told((names[path], text) for path, text in files), names)
    assert renamed == _bare(_told(files), {})


@pytest.mark.parametrize("number", range(len(_stories())))
def test_without_an_article_the_other_stories_are_as_they_were(number: int) -> None:
    files = _stories()[number]
    whole = _told(files)
    for path in {article_id(path)[:3]: path for path, _ in files}.values():
        without = _told(file for file in files if file[0] != path)
        story = article_id(path)[:3].encode()
        for place, rows in whole.items():
            if place[0] not in ("refs", "relations", "topics") and not any(story in row for row in rows):
                assert without.get(place) == rows, f"{place} changed without {path}"
