"""Whatever words a record holds, every form of the data can be read again, and says the same words."""

import csv
import io
from types import SimpleNamespace
from xml.etree import ElementTree

import bibtexparser
import icalendar
import rdflib
import rispy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_gen.export.data import calendar, cells, cite, turtle
from site_gen.export.feeds.entries import Entry
from site_gen.export.feeds.formats import Feed, atom, rss
from site_gen.tables import SiteInfo

SITE = SiteInfo("Bridges", "", "https://news.example/", "en", "", "", "0")
PIECES = st.sampled_from(
    ["=1+1", "+", "-2", "@x", "\t", "\r\n", "\n", '"', "'", ",", ";", "\\", "{", "}", "%", "$", "&amp;", "<b>", "]]>",
     "</script>", "END:VEVENT", "\nER  - ", "@book{x,", '""" .', "^^", "é", "東京", "\u2028", "\u202e", "\x00", "\x0b",
     "\x1b", "\U0001f600", "a b"]
)  # fmt: skip
LETTERS = st.characters(exclude_categories=["Cs"])
WORDS = st.lists(PIECES | st.text(LETTERS, max_size=8), max_size=8).map("".join)
often = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _plain(words: str) -> str:
    """Words without spaces and control characters: those may be told in another way, or left out."""
    return "".join(c for c in words if c.isprintable() and not c.isspace())


@given(words=WORDS)
@often
def test_csv(words: str) -> None:
    text = "a\n" + "".join(cells.lines([(words, "end")]))
    _, row = csv.reader(io.StringIO(text, newline=""))
    assert row[1] == "end"
    assert cells.as_written(row[0]) == words
    assert row[0][:1] not in tuple("=+-@\t\r")


@given(words=WORDS.filter(_plain))
@often
def test_calendar(words: str) -> None:
    event = SimpleNamespace(
        id="vote", title=words, date="2024-05-04", date_basis="stated", status="happened", place=words, kind="meet",
        evidence=[SimpleNamespace(exact=words)], articles=["a"],
    )  # fmt: skip
    text = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{calendar.entry(event, SITE)}END:VCALENDAR\r\n"
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    (read,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert _plain(str(read["SUMMARY"])) == _plain(words)


@given(words=WORDS.filter(_plain))
@often
def test_citations(words: str) -> None:
    item = {"id": "article/vote", "type": "article-newspaper", "title": words, "author": [{"literal": words}],
            "container-title": words, "note": words}  # fmt: skip
    library = bibtexparser.parse_string(cite.bibtex(item))
    assert [entry.key for entry in library.entries] == ["article:vote"]
    assert not library.failed_blocks
    (read,) = rispy.loads(cite.ris(item))
    assert _plain(read["title"]) == _plain(words)


@given(words=WORDS)
@often
def test_feeds(words: str) -> None:
    entry = Entry("event", "events/vote.html", words, words, "2024-05-04", True)
    feed = Feed(SITE, words, words, "feed.atom", "index.html", [entry])
    for made in (atom(feed), rss(feed)):
        titles = [e.text or "" for e in ElementTree.fromstring(made).iter() if e.tag.endswith("title")]
        assert {_plain(title) for title in titles} == {_plain(words)}


@given(words=WORDS)
@often
def test_rdf(words: str) -> None:
    graph = rdflib.Graph().parse(data=f"<x:a> <x:b> {turtle._text(words)} .", format="turtle")
    ((_, _, said),) = graph
    assert str(said) == words
