"""Small words on pages: quotations without a comma at their end, and how a day of publication is known."""

from collections.abc import Callable

from bs4 import BeautifulSoup

from tests.build.conftest import Desk
from tests.build.conftest import _away_from_the_repository as _away_from_the_repository
from tests.build.conftest import new_desk as new_desk

PAGE = """<html><head><title>The quay opens - Fjord Times</title><meta name="date" content="2030-05-02"></head>
<body><h1>The quay opens</h1><p>“The quay is ours again,” Mayor Erik Dahl of Bergen said on 1 May 2030 when he opened it
to the public and to all ferries of the town.</p><p>The mayor, who had asked for it for years, thanked the engineers and
the divers who had worked there through the winter and the spring.</p></body></html>"""


def test_a_list_of_quotations_shows_no_comma_before_the_closing_mark(new_desk: Callable[[], Desk]) -> None:
    desk = new_desk()
    desk.write("quay.html", PAGE)
    desk.build()
    for path in ("quotes/index.html", "leaders/erik-dahl.html"):
        said = BeautifulSoup(desk.files()[path].decode(), "html.parser").select_one(".said")
        assert said is not None, path
        assert "The quay is ours again”" in said.text, path


def test_how_a_day_is_known_is_said_in_a_sentence(new_desk: Callable[[], Desk]) -> None:
    desk = new_desk()
    desk.write("quay.html", PAGE)
    desk.build()
    shown = BeautifulSoup(desk.files()["articles/quay.html"].decode(), "html.parser").select_one("#date .say")
    assert shown is not None
    assert " ".join(shown.text.split()).endswith("The page's metadata say so.")
