"""What is fuzzed: bytes in, nothing out, an exception where a promise is broken.

The promises: no bytes raise, every span lies in the text and says what stands there, what is rendered is harmless,
what is written can be read again.
"""

import io
import json
import zipfile
from collections.abc import Callable
from functools import cache

from site_gen.decisions import read_decisions
from site_gen.extract import extract
from site_gen.gather.piece import Raw
from site_gen.gather.read import read_raw
from site_gen.gather.writing import written
from site_gen.journal import read_journal
from site_gen.lexicon import load_lexicon
from site_gen.load import Loaded, LoadOptions, article_id, load_file
from site_gen.load.markdown.render import rendered
from site_gen.records import Evidence
from site_gen.site_yaml import settings_in
from tests.hostile.judge import dangers


def text(data: bytes) -> None:
    """A pasted text, and all that is found in it."""
    _read(data, "a.txt", everything=True)


def markdown(data: bytes) -> None:
    """A Markdown article, and all that is found in it."""
    _read(data, "a.md", everything=True)


def front_matter(data: bytes) -> None:
    """Front matter of any kind and form above a sound article."""
    _read(b"+++\n" + data + b"\n+++\n\nThe council of Lima met on 4 May 2024.\n", "a.md")
    _read(b"Title: A\n" + data + b"\n\nThe council of Lima met on 4 May 2024.\n", "a.md")
    _read(b"---\n" + data + b"\n---\n\nThe council of Lima met on 4 May 2024.\n", "a.md", everything=True)


def page(data: bytes) -> None:
    """A saved page."""
    _read(data, "a.html")


def feed(data: bytes) -> None:
    """RSS, Atom or RDF."""
    _read(data, "a.xml")


def json_feed(data: bytes) -> None:
    """A JSON Feed: whole, and with odd items in a sound one."""
    _read(data, "a.json")
    items = b'{"version": "https://jsonfeed.org/version/1.1", "title": "Wire", "items": [' + data + b"]}"
    _read(items, "a.json")


def mail(data: bytes) -> None:
    """A message."""
    _gather(data, "a.eml")
    _gather(b"From: a@example.org\nSubject: Port\nMIME-Version: 1.0\n" + data, "a.eml")


def web_archive(data: bytes) -> None:
    """A page saved as one file."""
    _gather(data, "a.mhtml")


def word(data: bytes) -> None:
    """A Word document: a damaged archive, and a sound one with an odd document in it."""
    _gather(b"PK\x03\x04" + data, "a.docx")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", data)
    _gather(packed.getvalue(), "a.docx")


def ninjs(data: bytes) -> None:
    """A news item as JSON."""
    _gather(data, "a.ninjs")
    _gather(b'{"uri": "x", "headline": "Port", "bodies": ' + data + b"}", "a.ninjs")


def newsml(data: bytes) -> None:
    """NITF and NewsML-G2."""
    _gather(b"<nitf>" + data, "a.xml")
    _gather(b"<newsItem>" + data + b"</newsItem>", "a.xml")


def decisions(data: bytes) -> None:
    """The editor's decisions."""
    read_decisions(data, "decisions.yaml")


def settings(data: bytes) -> None:
    """The text of site.yaml."""
    _, problems = settings_in(data.decode("utf-8", "replace"), "site.yaml")
    assert all(problem.message and problem.line >= 0 for problem in problems)


def journal(data: bytes) -> None:
    """The journal of changes."""
    read_journal(data)


def markup(data: bytes) -> None:
    """What Markdown is rendered to, as loaders hand it on."""
    try:
        html = rendered(data.decode("utf-8", "replace"))
    except RecursionError:
        return
    if live := [found for found in dangers("a.html", html.encode()) if "<a " not in found]:
        raise AssertionError(live)


def names(data: bytes) -> None:
    """Addresses of articles."""
    name = article_id(data.decode("utf-8", "replace") + ".txt")
    assert 0 < len(name) <= 80, name
    assert name.isascii(), name
    assert name.replace("-", "").isalnum(), name
    assert name == name.lower(), name


TARGETS: dict[str, Callable[[bytes], None]] = {
    target.__name__.replace("_", "-"): target
    for target in (
        text, markdown, front_matter, page, feed, json_feed, mail, web_archive, word, ninjs, newsml, decisions,
        settings, journal, markup, names,
    )
}  # fmt: skip
"""By the name on the command line."""


@cache
def _options() -> LoadOptions:
    return LoadOptions(load_lexicon())


def _read(data: bytes, name: str, everything: bool = False) -> None:
    loaded = load_file(data, name, _options())
    assert loaded.articles or loaded.problems, "neither an article nor a problem"
    _sound(loaded)
    for article in loaded.articles if everything else ():
        findings = extract(article, _options().lexicon)
        for found in (*findings.dates, *findings.figures, *findings.quotes, *findings.events):
            _stands(found.evidence, article.text)


def _gather(data: bytes, name: str) -> None:
    """Read as an import does, written, and read again as a build does: the article is the same."""
    found = read_raw(Raw(name, data, name), _options())
    _sound(Loaded(tuple(piece.article for piece in found.pieces), found.problems))
    for piece in found.pieces[:5]:
        again = load_file(written(piece, "2024-05-08").encode(), "a.md", _options())
        _sound(again)
        assert not [p for p in again.problems if p.severity == "error" and p.code != "line-length"], (
            again.problems
        )
        for article in again.articles if not piece.verbatim else ():
            told = piece.article.title if piece.article.title_basis == "stated" else article.title
            assert article.title == told, (article.title, told)
            assert article.url == piece.article.url, (article.url, piece.article.url)


def _sound(loaded: Loaded) -> None:
    for article in loaded.articles:
        assert len(article.reading) == len(article.text)
        assert article.title.isprintable(), article.title
        assert not article.url or article.url.startswith(("http://", "https://")), article.url
        at = 0
        for block in article.blocks:
            assert at <= block.start < block.end <= len(article.text), block
            at = block.end
        json.dumps(article.text).encode("utf-8")
        article.text.encode("utf-8")
        if article.published.evidence:
            _stands(article.published.evidence, article.text)
    assert all(problem.message and problem.line >= 0 for problem in loaded.problems)


def _stands(evidence: Evidence, text: str) -> None:
    assert text[evidence.start : evidence.end] == evidence.exact, evidence
