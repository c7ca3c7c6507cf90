"""The published folder: exchanged whole, nobody else's files touched, dangerous places refused."""

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.engine import publish
from site_gen.errors import UsageError


def _folder(path: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(text)
    path.mkdir(exist_ok=True)
    return path


def test_exchange_replaces_the_folder_in_one_step(tmp_path: Path) -> None:
    output = _folder(tmp_path / "out", {"old.html": "old"})
    staging = _folder(tmp_path / "new", {"new.html": "new"})
    assert publish.exchange(staging, output) in {"exchange", "file by file"}
    assert (output / "new.html").read_text() == "new"


def test_file_by_file_removes_only_what_the_manifest_lists(tmp_path: Path) -> None:
    manifest = publish.manifest_text({"ours.html": b"\0" * 16}).decode()
    output = _folder(tmp_path / "out", {"ours.html": "x", "theirs.txt": "y", publish.MANIFEST: manifest})
    staging = _folder(tmp_path / "new", {"index.html": "new", publish.MANIFEST: "site-gen manifest 1\n"})
    publish._file_by_file(staging, output)
    assert sorted(p.name for p in output.iterdir()) == [publish.MANIFEST, "index.html", "theirs.txt"]


def test_file_by_file_works_where_the_output_is_on_another_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = os.replace

    def across(source: Path, target: Path) -> None:
        if "new" in Path(source).parts:
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        rename(source, target)

    monkeypatch.setattr(publish.os, "replace", across)
    output = _folder(tmp_path / "out", {"index.html": "old"})
    staging = _folder(tmp_path / "new", {"index.html": "new", "a/b.html": "page"})
    publish._file_by_file(staging, output)
    assert (output / "index.html").read_text() == "new"
    assert sorted(path.name for path in output.rglob("*.*")) == ["b.html", "index.html"]


def test_links_share_the_bytes_of_unchanged_pages(tmp_path: Path) -> None:
    output = _folder(tmp_path / "out", {"a/b.html": "page"})
    (tmp_path / "new").mkdir()
    publish.link_files(output, tmp_path / "new", ["a/b.html"])
    assert (tmp_path / "new/a/b.html").stat().st_ino == (output / "a/b.html").stat().st_ino


def test_manifest_reads_back(tmp_path: Path) -> None:
    digests = {"index.html": b"\1" * 16, "a b/é.html": b"\2" * 16}
    (tmp_path / publish.MANIFEST).write_bytes(publish.manifest_text(digests))
    assert publish.read_manifest(tmp_path) == digests


@pytest.mark.parametrize(
    ("output", "content"),
    [("content", "content"), ("content/site", "content"), (".", "content"), ("site", "site/articles")],
)
def test_output_that_is_holds_or_lies_in_the_content_is_refused(
    tmp_path: Path, output: str, content: str
) -> None:
    (tmp_path / content).mkdir(parents=True)
    with pytest.raises(UsageError, match="refused as output"):
        publish.check_output(tmp_path / output, tmp_path / content, adopt=False)


def test_the_home_folder_and_the_root_are_refused(tmp_path: Path) -> None:
    for precious in (Path.home(), Path("/")):
        with pytest.raises(UsageError, match="refused as output"):
            publish.check_output(precious, tmp_path / "content", adopt=True)


def test_a_folder_of_foreign_files_is_refused_unless_adopted(tmp_path: Path) -> None:
    output = _folder(tmp_path / "out", {"thesis.doc": "mine"})
    with pytest.raises(UsageError, match=r"thesis\.doc"):
        publish.check_output(output, tmp_path / "content", adopt=False)
    publish.check_output(output, tmp_path / "content", adopt=True)


def test_a_folder_with_nothing_but_a_placeholder_is_free(tmp_path: Path) -> None:
    publish.check_output(_folder(tmp_path / "out", {".gitkeep": ""}), tmp_path / "content", adopt=False)


PATHS = st.dictionaries(
    st.text(st.characters(codec="utf-8", exclude_characters="\n"), min_size=1, max_size=9),
    st.binary(min_size=16, max_size=16),
    max_size=9,
)


@given(PATHS, PATHS, st.sets(st.integers(0, 8)))
def test_a_manifest_that_is_changed_is_the_one_that_would_be_made_anew(
    before: dict[str, bytes], changed: dict[str, bytes], lost: set[int]
) -> None:
    gone = {path for n, path in enumerate(sorted(before)) if n in lost} - changed.keys()
    after = {path: digest for path, digest in (before | changed).items() if path not in gone}
    raw = publish.changed_manifest(publish.manifest_text(before), changed, gone)
    assert raw == publish.manifest_text(after)
