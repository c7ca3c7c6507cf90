"""The journal of the story's records: what an edit changed, with old and new value, and why."""

from site_gen.engine.record import record_changes
from site_gen.journal import differences, journal_lines, last_state, read_journal
from tests.build.conftest import ARTICLES, Desk


def _record(desk: Desk, day: str) -> int:
    desk.build()
    return record_changes(desk.request(), day)


def _entries(desk: Desk, day: str) -> list[tuple[str, str, str, tuple[tuple[str, str, str], ...]]]:
    entries, problems = read_journal((desk.folder / "changes.jsonl").read_bytes())
    assert not problems
    return [
        (e.record, e.change, e.why, tuple((f.field, f.old, f.new) for f in e.fields))
        for e in entries
        if e.day == day
    ]


def test_first_record_adds_everything_and_the_second_nothing(desk: Desk) -> None:
    assert _record(desk, "2025-03-10") > 5
    assert all(change == "added" for _, change, _, _ in _entries(desk, "2025-03-10"))
    assert _record(desk, "2025-03-11") == 0


def test_an_edited_value_is_told_with_old_and_new_and_the_article(desk: Desk) -> None:
    _record(desk, "2025-03-10")
    desk.write("visit.md", ARTICLES["visit.md"].replace("4.5 million", "4.6 million"))
    _record(desk, "2025-03-11")
    told = {
        (field, old, new, why)
        for _, _, why, fields in _entries(desk, "2025-03-11")
        for field, old, new in fields
    }
    assert ("value", "4500000", "4600000", "article edited: visit") in told


def test_a_removed_article_is_told_with_what_it_alone_said(desk: Desk) -> None:
    _record(desk, "2025-03-10")
    (desk.content / "treaty.txt").unlink()
    _record(desk, "2025-03-11")
    removed = {record: why for record, change, why, _ in _entries(desk, "2025-03-11") if change == "removed"}
    assert removed["article/treaty"] == "article removed"
    assert any(record.startswith("agreement/") for record in removed)


def test_a_plain_build_never_writes_the_journal(desk: Desk) -> None:
    desk.build()
    assert not (desk.folder / "changes.jsonl").exists()


def test_the_same_content_and_journal_give_the_same_bytes(desk: Desk) -> None:
    _record(desk, "2025-03-10")
    desk.build()
    before = desk.files()
    desk.build(clean=True)
    assert desk.files() == before


def test_entries_lead_from_one_state_to_the_other() -> None:
    old = {"leader/a": {"title": "A", "offices": "Mayor"}, "article/x": {"content": "1"}}
    new = {"leader/b": {"title": "B"}, "leader/a": {"title": "A"}, "article/x": {"content": "2"}}
    first = differences({}, old, {}, "2025-01-01")
    then = differences(old, new, {"leader/b": ("x",)}, "2025-01-02")
    entries, problems = read_journal((journal_lines(first) + journal_lines(then)).encode())
    assert (last_state(entries), problems) == (new, ())
    assert {entry.record: entry.why for entry in then}["leader/b"] == "article edited: x"


def test_a_damaged_line_is_named_and_the_rest_is_read() -> None:
    good = journal_lines(differences({}, {"leader/a": {"title": "A"}}, {}, "2025-01-01"))
    entries, problems = read_journal((good + "{half a line\n" + good).encode())
    assert len(entries) == 2
    assert [(problem.line, problem.code) for problem in problems] == [(2, "journal")]
