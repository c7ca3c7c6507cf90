"""What is worked out of words is used again only for the same words and the same code, and only undamaged."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from site_gen import kept, sources, worked_out
from site_gen.analyse import rarity, stems
from site_gen.analyse.conflicts.twice.whether import outcomes, phrases
from site_gen.extract.dates.words import words_of
from site_gen.extract.events.words import read_event_words
from site_gen.extract.figures.vocabulary import vocabulary as words_of_figures
from site_gen.extract.people.vocabulary import vocabulary as words_of_people
from site_gen.extract.places.gazetteer import gazetteer
from site_gen.lexicon import load_lexicon

_OF_A_LEXICON: tuple[Any, ...] = (words_of, gazetteer, words_of_people, words_of_figures, read_event_words)
_OF_OURS: tuple[Any, ...] = (
    phrases.first_words,
    phrases.outcome_words,
    outcomes._things_of_outcomes,
    stems._synonyms,
    rarity._rarities,
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    kept._folder.cache_clear()
    yield tmp_path / "cache" / "site-gen"
    kept._folder.cache_clear()


def _table(made: list[str], words: str = "some words") -> dict[str, frozenset[str]]:
    def make() -> dict[str, frozenset[str]]:
        made.append(words)
        return {"told": frozenset(words.split())}

    return worked_out.worked_out("table", words, make)


def test_a_table_is_worked_out_once() -> None:
    made: list[str] = []
    assert _table(made) == _table(made) == {"told": {"some", "words"}}
    assert made == ["some words"]


def test_tables_of_sites_with_words_of_their_own_stand_side_by_side(folder: Path) -> None:
    made: list[str] = []
    for words in ("one", "two", "one", "two"):
        assert _table(made, words) == {"told": {words}}
    assert made == ["one", "two"]
    for words in ("three", "four", "five"):
        _table(made, words)
    assert len(list(folder.glob("table-*"))) == 3


def test_other_code_works_it_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    _table(made)
    monkeypatch.setattr(worked_out, "own_digest", lambda: b"other code")
    _table(made)
    assert len(made) == 2


@pytest.mark.parametrize("damage", [b"", b"short", b"\0" * 40])
def test_a_damaged_table_is_worked_out_again_and_mended(folder: Path, damage: bytes) -> None:
    made: list[str] = []
    first = _table(made)
    (held,) = folder.glob("table-*")
    for raw in (damage, held.read_bytes()[:-1], held.read_bytes()[:-1] + b"!"):
        held.write_bytes(raw)
        assert _table(made) == first
    assert len(made) == 4
    assert _table(made) == first
    assert len(made) == 4


@pytest.mark.parametrize("name", ["code.py", "words.yaml"])
def test_our_digest_changes_with_every_file_of_code_and_words(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "package" / "part" / name
    file.parent.mkdir(parents=True)
    monkeypatch.setattr(sources, "PACKAGE", tmp_path / "package")
    found = set()
    for text in ("one", "two", "two three"):
        file.write_text(text)
        sources.own_digest.cache_clear()
        found.add(sources.own_digest())
    file.with_name(f"other-{name}").write_text("two three")
    os.utime(file)
    sources.own_digest.cache_clear()
    found.add(sources.own_digest())
    sources.own_digest.cache_clear()
    assert len(found) == 4


@pytest.mark.parametrize("make", _OF_A_LEXICON)
def test_words_of_a_lexicon_are_the_same_kept_and_made(make: Any) -> None:
    _same_kept_and_made(lambda: make(load_lexicon()), make)


@pytest.mark.parametrize("make", _OF_OURS)
def test_our_words_are_the_same_kept_and_made(make: Any) -> None:
    _same_kept_and_made(make, make)


def _same_kept_and_made(read: Callable[[], Any], cached: Any) -> None:
    cached.cache_clear()
    made = _plain(read())
    cached.cache_clear()
    assert _plain(read()) == made
    cached.cache_clear()


def _plain(told: Any) -> Any:
    """A value that can be compared with another."""
    return dict(told) if isinstance(told, worked_out.Packed) else told
