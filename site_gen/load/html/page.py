"""A saved page to an article."""

import re
from typing import Any

from site_gen.errors import Problem
from site_gen.load.assemble import Stated, article_of, has_prose
from site_gen.load.bounds import refuse_deep_tree
from site_gen.load.dress import dressed
from site_gen.load.extracted import joined
from site_gen.load.headings import without_site
from site_gen.load.html.body import body_blocks
from site_gen.load.html.captions import with_captions
from site_gen.load.html.loose import settled
from site_gen.load.html.metadata import PageData, page_data
from site_gen.load.options import Loaded, LoadOptions, nothing_in
from site_gen.records import Source

_SOFT = re.compile(r"\u00ad|&shy;|&#173;|&#x0*ad;", re.IGNORECASE)
"""Hyphens that show only at the end of a line."""
_UNWRITABLE = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ud800-\\udfff\\ufffe\\uffff]")


def load_page(text: str, path: str, options: LoadOptions) -> Loaded:
    """The article of a saved page; none, with a warning, where it holds no body."""
    text = _SOFT.sub("", text)
    tree = parsed(text)
    if tree is None:
        return Loaded((), (Problem(path, 0, 0, "html", "this page cannot be read as HTML"),))
    refuse_deep_tree(tree, path, options.limits)
    data = page_data(tree, options.date_order)
    if settled(tree):
        text = written(tree)
    blocks = with_captions(body_blocks(text, tree), tree)
    body_text, placed = joined(blocks)
    body = dressed(body_text, placed, options.lexicon, data.title)
    if not has_prose(body):
        return Loaded((), (nothing_in(path, bool(body.blocks)),))
    return Loaded((article_of(body_text, path, "html", body, stated_by(data), options),), ())


def parsed(text: str) -> Any:
    """The tree of a page, or None. Without network, without entities, depth bounded by the parser."""
    from lxml import etree, html

    try:
        parser = html.HTMLParser(encoding="utf-8", remove_pis=True, no_network=True)
        return _writable(html.document_fromstring(text.encode("utf-8", "replace"), parser=parser))
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _writable(tree: Any) -> Any:
    """The tree without characters that a parser lets through but no tree may be given again."""
    for element in tree.iter():
        for name in ("text", "tail"):
            words = getattr(element, name)
            if words and _UNWRITABLE.search(words):
                setattr(element, name, _UNWRITABLE.sub(" ", words))
        if isinstance(element.tag, str):
            for name, value in element.attrib.items():
                if _UNWRITABLE.search(value):
                    element.set(name, _UNWRITABLE.sub(" ", value))
    return tree


def written(tree: Any) -> str:
    """A tree as the markup of a page."""
    from lxml import etree

    return str(etree.tostring(tree, encoding="unicode", method="html"))


def stated_by(data: PageData) -> Stated:
    """A page's own metadata as stated metadata of its article."""
    return Stated(
        title=without_site(data.title),
        date=data.date,
        date_note=data.date_from,
        date_confidence=data.confidence,
        source=Source(name=data.outlet, url=data.url, authors=data.authors),
        summary=data.summary,
        language=data.language,
        tags=data.tags,
        topics=data.topics,
        updated=data.updated,
    )
