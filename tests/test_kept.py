"""What is kept in the user's cache folder is used again, and never trusted blindly."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jinja2 import DictLoader

from site_gen import kept
from site_gen.lexicon import load_lexicon, packaged_subject
from site_gen.lexicon.load import packaged_lexicon
from site_gen.render.bytecode import KeptTemplates
from site_gen.render.compiled import QuickEnvironment


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    kept._folder.cache_clear()
    packaged_lexicon.cache_clear()
    yield tmp_path / "cache" / "site-gen"
    kept._folder.cache_clear()


def test_what_was_made_is_made_once_for_each_source(folder: Path) -> None:
    made = []

    def make() -> bytes:
        made.append(1)
        return b"made"

    assert [kept.kept("thing", source, make) for source in (b"a", b"a", b"b", b"b")] == [b"made"] * 4
    assert len(made) == 2
    assert len(list(folder.iterdir())) == 1


def test_what_is_made_of_files_is_made_again_when_they_look_otherwise(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "words"
    file.write_bytes(b"one")

    def told() -> bytes:
        return kept.kept_of_files("thing", [file], file.read_bytes)

    assert told() == b"one"
    file.write_bytes(b"two")  # of the same size, within the clock's grain
    assert told() == b"two"
    file.write_bytes(b"three")
    assert told() == b"three"


def test_files_that_have_not_changed_lately_are_not_read(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "words"
    file.write_bytes(b"one")
    monkeypatch.setattr(kept, "GRAIN", 0)
    assert kept.kept_of_files("thing", [file], lambda: b"made") == b"made"
    monkeypatch.setattr(Path, "read_bytes", _reading_only(folder, Path.read_bytes))
    assert kept.kept_of_files("thing", [file], lambda: b"again") == b"made"


def _reading_only(folder: Path, read: Callable[[Path], bytes]) -> Callable[[Path], bytes]:
    def watched(path: Path) -> bytes:
        assert folder in path.parents, path
        return read(path)

    return watched


def test_a_folder_that_others_may_write_is_not_used(folder: Path) -> None:
    folder.mkdir(parents=True)
    folder.chmod(0o777)
    kept.keep("thing", b"a", b"made")
    assert kept.found("thing", b"a") is None
    assert list(folder.iterdir()) == []


def test_without_a_place_all_is_made_anew(folder: Path) -> None:
    folder.parent.write_text("a file where the folder should be")
    assert kept.kept("thing", b"a", lambda: b"made") == b"made"


def test_words_come_back_as_they_were_read(folder: Path) -> None:
    first = load_lexicon()
    packaged_lexicon.cache_clear()
    again = load_lexicon()
    assert again.digest == first.digest
    assert {subject: again[subject] for subject in again} == {subject: first[subject] for subject in first}
    assert [list(again[s]) for s in again] == [list(first[s]) for s in first]


def test_damaged_words_are_read_anew(folder: Path) -> None:
    first = load_lexicon()
    for path in folder.iterdir():
        path.write_bytes(b"\xc1 no MessagePack")
    packaged_lexicon.cache_clear()
    assert load_lexicon()["offices"] == first["offices"]


@pytest.mark.parametrize("damage", [None, b"", b"no bytecode", b"j2"])
def test_templates_are_compiled_once(folder: Path, damage: bytes | None) -> None:
    def shown(source: str) -> str:
        loader = DictLoader({"page": source})
        made = QuickEnvironment(autoescape=True, loader=loader, bytecode_cache=KeptTemplates())
        return made.get_template("page").render(word="a<b")

    assert shown("{{ word }}!") == "a&lt;b!"
    for path in folder.iterdir() if damage is not None else ():
        path.write_bytes(damage or b"")
    assert shown("{{ word }}!") == "a&lt;b!"
    assert shown("{{ word }}?") == "a&lt;b?"
    assert len(list(folder.iterdir())) == 1


def test_a_subject_of_the_lexicon_is_parsed_once_and_again_where_what_was_kept_is_damaged(
    folder: Path,
) -> None:
    packaged_subject.cache_clear()
    first = packaged_subject("analysis")
    (held,) = folder.glob("subject_analysis-*")
    packaged_subject.cache_clear()
    assert packaged_subject("analysis") == first
    held.write_bytes(b"\xc1")
    packaged_subject.cache_clear()
    assert packaged_subject("analysis") == first
