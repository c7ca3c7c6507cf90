"""The page of changes: old beside new, why, links only to what is still there, months for many."""

from collections import defaultdict
from typing import Any

from site_gen.pages.changes import ChangesView, changes_pages, latest_day
from site_gen.pages.notes import Notes
from site_gen.pages.page import Page
from site_gen.tables import CARDS, CHANGES, Card, ChangeEntry, FieldChange, SiteInfo, Table


class Rows:
    """A reader over a few rows."""

    def __init__(self, *entries: ChangeEntry) -> None:
        self._rows: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
        for entry in entries:
            self._rows[CHANGES.name][entry.day].append(entry)
        for card in (Card("leader", "ama", "Ama Owusu"), Card("article", "port", "A port")):
            self._rows[CARDS.name][f"{card.kind}/{card.id}"].append(card)

    def rows(self, table: Table[Any], key: str) -> tuple[Any, ...]:
        """All rows of a key."""
        return tuple(self._rows[table.name].get(key, ()))

    def one(self, table: Table[Any], key: str) -> Any:
        """The first row of a key."""
        return next(iter(self.rows(table, key)), None)

    def keys(self, table: Table[Any]) -> tuple[str, ...]:
        """All keys."""
        return tuple(sorted(self._rows[table.name]))

    def count(self, table: Table[Any]) -> int:
        """How many keys a table has."""
        return len(self.keys(table))


def _pages(*entries: ChangeEntry) -> list[Page]:
    return list(changes_pages("site", (SiteInfo("Story"),), Rows(*entries)))


def _view(page: Page) -> ChangesView:
    assert isinstance(page.view, ChangesView)
    return page.view


OFFICE = ChangeEntry(
    "2025-03-02",
    "leader/ama",
    "changed",
    "Ama Owusu",
    (FieldChange("offices", "Minister", "President"), FieldChange("content", "a1", "b2")),
    "article edited: port",
)
GONE = ChangeEntry("2025-03-05", "event/fire", "removed", "Fire", (), "no article says it any more")


def test_old_and_new_values_stand_together_with_the_article_that_changed_them() -> None:
    line = _view(_pages(OFFICE)[0]).days[0].lines[0]
    assert line.fields == (FieldChange("offices", "Minister", "President"),)
    assert (line.why, line.cause and line.cause.href) == ("article edited", "articles/port.html")
    assert line.link.href == "leaders/ama.html"


def test_what_is_gone_is_named_without_a_link() -> None:
    line = _view(_pages(GONE)[0]).days[0].lines[0]
    assert (line.link.title, line.link.href, line.cause) == ("Fire", "", None)


def test_records_are_called_as_on_their_pages_and_an_article_that_is_gone_by_its_title() -> None:
    day, why = "2025-03-05", "article added: quay"
    value = (FieldChange("unit", "", "percent"), FieldChange("value", "", "62"))
    entries = [
        ChangeEntry(day, "article/quay", "removed", "The quay", (), ""),
        ChangeEntry(day, "conflict/c1", "added", "Date: the vote", (), why),
        ChangeEntry(day, "figure/quay-f1", "added", "turnout", value, why),
        ChangeEntry(day, "figure/quay-f2", "added", "", (), why),
    ]
    _, conflict, figure, bare = _view(_pages(*entries)[0]).days[0].lines
    assert (conflict.link.title, conflict.why) == ("When was it? The vote", "article added: The quay")
    assert figure.link.title == "62 percent: turnout"
    assert bare.link.title == "quay-f2"


def test_the_latest_day_comes_first_and_is_counted() -> None:
    days = _view(_pages(OFFICE, GONE)[0]).days
    assert [(day.day, day.added, day.changed, day.removed) for day in days] == [
        ("2025-03-05", 0, 0, 1),
        ("2025-03-02", 0, 1, 0),
    ]


def test_without_changes_the_page_says_so() -> None:
    (page,) = _pages()
    assert _view(page).days == ()
    assert "No change" in _view(page).head.description
    assert latest_day(Notes(Rows(), "index.html")) is None


def test_many_changes_are_all_on_pages_by_month() -> None:
    def entry(month: int, n: int) -> ChangeEntry:
        return ChangeEntry(
            f"2025-{month:02d}-01", f"event/e{month}-{n}", "added", f"Event {n}", (), "article added"
        )

    entries = [entry(month, n) for month in (1, 2, 3) for n in range(200)]
    first, *months = _pages(*entries)
    assert [day.day for day in _view(first).days] == ["2025-03-01"]
    assert [shelf.href for shelf in _view(first).shelves] == [page.path for page in months]
    assert sum(len(day.lines) for page in months for day in _view(page).days) == len(entries)


def test_what_was_only_read_with_an_article_comes_behind_the_articles() -> None:
    day = "2025-03-07"
    read = ChangeEntry(day, "event/fire", "added", "Fire", (), "article added: port")
    port = ChangeEntry(day, "article/port", "added", "A port", (), "article added")
    gone = ChangeEntry(day, "event/flood", "removed", "Flood", (), "no article says it any more")
    (found,) = _view(_pages(read, port, gone)[0]).days
    assert [line.link.title for line in found.lines] == ["A port", "Flood", "Fire"]
    assert found.read == 2
