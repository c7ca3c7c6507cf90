"""`search/t-<id>.js`: an article's title and sentences, from which the search cuts its excerpts."""

from collections.abc import Iterator

import msgspec

from site_gen.export.search.words import short_id
from site_gen.pages import urls
from site_gen.pages.notes import shown
from site_gen.pages.page import Page, PageKind, RawFile
from site_gen.records import Article
from site_gen.tables import ARTICLES, CARDS, FINDINGS, Reader


def _sentences(key: str, rows: tuple[Article, ...], story: Reader) -> Iterator[Page]:
    article, findings, card = rows[0], story.one(FINDINGS, key), story.one(CARDS, f"article/{key}")
    name = short_id(article.id)
    entry = {
        "u": urls.record("article", article.id),
        "t": article.title or article.id,
        "n": card.subtitle if card else "",
        "d": card.date if card else "",
        "s": [shown(article, span).strip() for span in findings.sentences] if findings else [],
    }
    text = f"siteSearch.text({msgspec.json.encode(name).decode()},{msgspec.json.encode(entry).decode()})\n"
    yield Page(f"search/t-{name}.js", "", RawFile(text))


SENTENCES: PageKind[Article] = PageKind("search: sentences", ARTICLES, _sentences)
