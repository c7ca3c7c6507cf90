"""`data/articles/<id>.txt`: the text that an article's offsets count in."""

from collections.abc import Iterator

from site_gen.export.records import text_path
from site_gen.pages.page import Page, PageKind, RawFile
from site_gen.records import Article
from site_gen.tables import ARTICLES, Reader


def _text(key: str, rows: tuple[Article, ...], story: Reader) -> Iterator[Page]:
    yield Page(text_path(rows[0]), "", RawFile(rows[0].text))


TEXTS: PageKind[Article] = PageKind("text", ARTICLES, _text)
