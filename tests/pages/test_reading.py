"""What a reader is spared: names in small letters, lists told twice, links to nothing, words of the machine."""

from collections.abc import Callable

from bs4 import BeautifulSoup, Tag

from tests.build.conftest import Desk
from tests.build.conftest import _away_from_the_repository as _away_from_the_repository
from tests.build.conftest import new_desk as new_desk

WIRE = """Skip to main content

Ports of Norway sign pact

BERGEN, May 2, 2030 (Reuters) - Prime Minister Erik Dahl of Norway signed the Bergen Harbour Pact on Thursday.

Danish Prime Minister Karin Moe praised it. The new quay will cost 40 million kroner.

“The quay is ours again,” Dahl said.

The pact is backed by the World Bank, and by the port of Aarhus, which took 40 ships a week.

Suggested Topics:
"""
LATER = """Danish parliament votes on pact

COPENHAGEN, June 9, 2030 (Reuters) - Denmark's parliament ratified the Bergen Harbour Pact on Friday.

Prime Minister Karin Moe said that the harbour of Bergen had waited for it.
"""


def _desk(new_desk: Callable[[], Desk]) -> Callable[[str], Tag]:
    desk = new_desk()
    desk.write("b-first.txt", WIRE)
    desk.write("a-later.txt", LATER)
    desk.build()
    files = desk.files()

    def main(path: str) -> Tag:
        found = BeautifulSoup(files[path].decode(), "html.parser").main
        assert found is not None
        return found

    return main


def _texts(page: Tag, selector: str) -> list[str]:
    return [" ".join(found.text.split()) for found in page.select(selector)]


def test_the_page_of_a_place_has_its_name_as_a_heading(new_desk: Callable[[], Desk]) -> None:
    main = _desk(new_desk)
    places = main("places/index.html").select("a.place")
    assert places
    for link in places:
        assert _texts(main(str(link["href"]).removeprefix("../")), "h1") == [link.text]


def test_a_wire_report_is_cited_by_its_agency(new_desk: Callable[[], Desk]) -> None:
    main = _desk(new_desk)
    assert _texts(main("articles/index.html"), ".brief .dim")[0] == "Reuters · 9 June 2030"
    assert not any("Outlet not named" in text for text in _texts(main("sources.html"), ".member"))


def test_evidence_is_listed_by_the_date_of_its_articles(new_desk: Callable[[], Desk]) -> None:
    main = _desk(new_desk)
    assert [link["href"] for link in main("leaders/karin-moe.html").select(".mentions .what a")] == [
        "../articles/b-first.html",
        "../articles/a-later.html",
    ]


def test_lines_set_apart_say_why_in_words(new_desk: Callable[[], Desk]) -> None:
    main = _desk(new_desk)
    assert _texts(main("articles/b-first.html"), ".furniture .dim")[0] == "page navigation"


def test_a_quotation_found_in_an_article_stands_in_marks(new_desk: Callable[[], Desk]) -> None:
    main = _desk(new_desk)
    (found,) = _texts(main("articles/b-first.html"), "h3.quote + ul li")
    assert found.startswith("“The quay is ours again” Erik Dahl")


def test_of_a_figure_only_what_is_told_is_listed(new_desk: Callable[[], Desk]) -> None:
    main = _desk(new_desk)
    terms = _texts(main("figures/of-b-first.html"), "dt")
    assert terms.count("As written") > 0
    assert "What" not in terms
    assert not any("not told" in text for text in _texts(main("figures/of-b-first.html"), "dd"))


def test_events_of_one_name_are_told_apart_by_their_dates_in_the_list_of_everything(
    new_desk: Callable[[], Desk],
) -> None:
    main = _desk(new_desk)
    (line,) = (
        text for text in _texts(main("a-z.html"), ".links li") if text.startswith("Bergen Harbour Pact r")
    )
    assert line.endswith("7 June 2030")


def test_every_link_of_the_relations_leads_to_a_page(new_desk: Callable[[], Desk]) -> None:
    desk = new_desk()
    desk.write(
        "deal.txt",
        "Govt seals pact with Norway\n\nPrime Minister Erik Dahl of Norway signed the Bergen Pact.",
    )
    desk.build()
    files = desk.files()
    page = BeautifulSoup(files["relations.html"].decode(), "html.parser").main
    assert page is not None
    links = [str(a["href"]).partition("#")[0] for a in page.select("td a.r, th a.r")]
    assert [link for link in links if link not in files] == []


TABLED = """---
title: The quay opens
date: 2030-05-02
---

# The quay opens

Mayor Erik Dahl of Bergen opened the “quay” on 1 May 2030. “It was a long winter for all of us,” Dahl said.

| Part | Cost |
|------|------|
| Quay | 40 million kroner |
"""


def _tabled(new_desk: Callable[[], Desk]) -> Tag:
    desk = new_desk()
    desk.write("quay.md", TABLED)
    desk.build()
    found = BeautifulSoup(desk.files()["articles/quay.html"].decode(), "html.parser").main
    assert found is not None
    return found


def test_a_title_that_the_text_repeats_is_shown_once(new_desk: Callable[[], Desk]) -> None:
    page = _tabled(new_desk)
    assert [" ".join(h.text.split()) for h in page.find_all(["h1", "h2"])][:2] == [
        "The quay opens",
        "When it was published",
    ]


def test_the_rows_of_an_articles_table_have_names_of_their_own(new_desk: Callable[[], Desk]) -> None:
    labels = [row["aria-label"] for row in _tabled(new_desk).select(".block [role=region]")]
    assert len(labels) == len(set(labels)) == 2


def test_the_list_of_everything_leaves_out_contradictions_which_have_no_names(
    new_desk: Callable[[], Desk],
) -> None:
    desk = new_desk()
    for name, day in (("one", 9), ("two", 10)):
        desk.write(
            f"{name}.txt", f"{name} reports\n\nPeru and Chile signed the Tacna Rail Pact on {day} June 2031."
        )
    desk.build()
    told = BeautifulSoup(desk.files()["conflicts.html"].decode(), "html.parser")
    assert told.select("section.conflict")
    page = BeautifulSoup(desk.files()["a-z.html"].decode(), "html.parser")
    assert page.select("a.r.event")
    assert not page.select("a.r.conflict")


def test_a_list_of_figures_says_of_each_what_it_is_of(new_desk: Callable[[], Desk]) -> None:
    desk = new_desk()
    desk.write("../site.yaml", "topics:\n  - name: Quays\n    terms: [quay]\n")
    desk.write(
        "quay.txt",
        "Quay opens\n\nThe quay will employ 850 workers, of whom 600 will be Danish, Erik Dahl said.",
    )
    desk.write("later.txt", "Quay stands\n\nThe quay of Bergen stood through the winter, Erik Dahl said.")
    desk.build()
    page = BeautifulSoup(desk.files()["topics/quays.html"].decode(), "html.parser")
    lines = page.select("#figures li")
    assert len(lines) == 2
    assert all(line.select_one(".dim") for line in lines)
