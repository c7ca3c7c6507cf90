"""The search index keeps up with edits by writing only the files that hold a touched word."""

from tests.build.conftest import ARTICLES, Desk


def _stamps(desk: Desk) -> dict[str, tuple[int, int]]:
    folder = desk.output / "search"
    return {path.name: (path.stat().st_mtime_ns, path.stat().st_ino) for path in folder.iterdir()}


def test_a_new_word_for_an_old_one_writes_the_files_of_both_and_the_article(desk: Desk) -> None:
    desk.write("loan.txt", ARTICLES["loan.txt"] + "\nThe crane is painted zinc.\n")
    desk.build()
    before = _stamps(desk)
    desk.write("loan.txt", ARTICLES["loan.txt"] + "\nThe crane is painted quartz.\n")
    desk.build()
    after = _stamps(desk)
    touched = {name for name in before | after if before.get(name) != after.get(name)}
    sentences = {name for name in touched if name.startswith("t-")}
    assert len(sentences) == 1
    assert touched - sentences == {"w-zi.js", "w-qu.js", "files.js"}
    assert ("w-zi.js" in after, "w-qu.js" in after) == (False, True)


def test_an_edit_outside_the_text_touches_no_words(desk: Desk) -> None:
    desk.build()
    before = _stamps(desk)
    desk.write("visit.md", ARTICLES["visit.md"].replace("date: 2025-03-05", "date: 2025-03-06"))
    desk.build()
    touched = {name for name, stamp in _stamps(desk).items() if before.get(name) != stamp}
    assert not {name for name in touched if name == "files.js"}
    assert len(touched) < len(before) / 3


def test_a_file_of_the_index_that_was_tampered_with_is_mended(desk: Desk) -> None:
    desk.build()
    clean = desk.files()
    (desk.output / "search" / "w-ki.js").unlink(missing_ok=True)
    (desk.output / "search" / "files.js").write_text("nonsense")
    desk.build()
    assert desk.files() == clean


def test_the_index_is_gone_with_the_last_article(desk: Desk) -> None:
    desk.build()
    for name in ARTICLES:
        (desk.content / name).unlink()
    desk.build()
    assert [path for path in desk.files() if path.startswith("search/")] == ["search/files.js"]
