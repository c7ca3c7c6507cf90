"""A plug-in of site-gen: a page and a file of everything that is due, subtitles as articles, hashtags as topics."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from site_gen.lexicon import Lexicon
from site_gen.load import Loaded, LoadOptions, load_file
from site_gen.pages.notes import Link, Notes, Proof
from site_gen.pages.page import Page, PageKind, RawFile
from site_gen.pages.parts import Head, crumbs
from site_gen.plugins import Loader, Plugin
from site_gen.records import Article, Evidence, Figure, Findings, TermFinding
from site_gen.tables import FIGURES, SITE, Reader, SiteInfo

PATH = "deadlines.html"
_CUE = re.compile(r"^(\d+|\d\d:\d\d:\d\d,\d{3} --> .*)$\n?", re.M)
_HASHTAG = re.compile(r"#([a-z][a-z-]{2,40})\b")


@dataclass(frozen=True, slots=True)
class Deadline:
    """One figure that is due."""

    date: str
    """EDTF of the day, month or year."""
    what: Link
    """The figure, on its page."""
    proof: Proof
    """The sentence that promises it."""


@dataclass(frozen=True, slots=True)
class DeadlinesView:
    """All that the template of the page may read."""

    head: Head
    """Title and way here: every page has one."""
    deadlines: tuple[Deadline, ...]
    """By date."""


def deadlines_page(_key: str, _rows: tuple[SiteInfo, ...], story: Reader) -> Iterator[Page]:
    """The page of everything that is due; run again when a figure that it read changed."""
    notes = Notes(story, PATH)
    due = tuple(
        Deadline(figure.deadline or "", notes.link("figure", figure.id), notes.proof(figure.evidence))
        for figure in _due(story)
    )
    head = Head("Deadlines", f"{len(due)} figures that are due.", "figures", crumbs(notes))
    yield Page(PATH, "deadlines.html", DeadlinesView(head, due))


def deadlines_table(_key: str, _rows: tuple[SiteInfo, ...], story: Reader) -> Iterator[Page]:
    """The same as a file."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(("due", "value", "unit", "figure"))
    table.writerows((figure.deadline, figure.value, figure.unit, figure.id) for figure in _due(story))
    yield Page("data/deadlines.csv", "", RawFile(text.getvalue()))


def load_subtitles(raw: bytes, path: str, options: LoadOptions) -> Loaded:
    """Subtitles as an article: its text is what is spoken, without numbers and times."""
    spoken = _CUE.sub("", raw.decode("utf-8", "replace").replace("\r", ""))
    loaded = load_file(spoken.encode(), path, options)
    return replace(loaded, articles=tuple(replace(a, offsets="extracted") for a in loaded.articles))


def find_hashtags(article: Article, found: Findings, _lexicon: Lexicon) -> Findings:
    """Hashtags as terms that may become topics, each with its place in the text."""
    terms = []
    for match in _HASHTAG.finditer(article.reading):
        sentence = next((n for n, s in enumerate(found.sentences) if s.start <= match.start() < s.end), -1)
        exact = article.text[match.start(1) : match.end(1)]
        place = Evidence(article.id, match.start(1), match.end(1), exact, sentence)
        terms.append(TermFinding(exact.replace("-", " "), exact, 1, place))
    return replace(found, terms=(*found.terms, *terms))


def initials(name: str) -> str:
    """`Karin Moe` -> `K. M.`; in a template: `{{ view.name|initials }}`."""
    return " ".join(f"{word[0]}." for word in name.split())


def _due(story: Reader) -> list[Figure]:
    figures = (story.one(FIGURES, id) for id in story.keys(FIGURES))
    return sorted((f for f in figures if f and f.deadline), key=lambda f: (f.deadline or "", f.id))


PLUGIN = Plugin(
    loaders=(Loader((".srt",), load_subtitles),),
    extractors=(find_hashtags,),
    pages=(PageKind("deadlines", SITE, deadlines_page),),
    exports=(PageKind("table of deadlines", SITE, deadlines_table),),
    filters=(("initials", initials),),
    templates=Path(__file__).parent / "templates",
)
