"""A record's page as something to cite: as of which content, on what evidence, as BibTeX, in a frame."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from hashlib import blake2b
from typing import Any

import msgspec

from site_gen.export.data.cite import Item, bibtex
from site_gen.pages import urls
from site_gen.pages.articles import ArticleView
from site_gen.pages.embeds import frame
from site_gen.pages.notes import Proof
from site_gen.tables import SiteInfo

_KNOWN = ("stated", "dateline", "editor")
"""How a day of publication must be known to stand in a citation."""
_KINDS = {
    "articles": "article",
    "leaders": "leader",
    "agreements": "agreement",
    "events": "event",
    "figures": "series",
    "quotes": "quotes",
    "topics": "topic",
}


@dataclass(frozen=True, slots=True)
class Citation:
    """What the cite box of a page shows."""

    mark: str
    """Stands for the content of the record with its evidence; another content has another."""
    url: str
    """The page's own address, whole where the site knows its own."""
    sentences: int
    """Sentences that the page cites."""
    sources: tuple[str, ...]
    """Articles that they stand in."""
    bibtex: str
    """As an entry of BibTeX."""
    frame: str
    """The element that embeds it; empty where it cannot be embedded or the site does not know its address."""
    embed: str
    """The form of the page for a frame, as seen from the page; empty where it has none."""


def citation(view: Any, title: str, path: str, site: SiteInfo) -> Citation:
    """How to cite the page at `path` that shows `view`."""
    proofs = {(proof.href, proof.exact): proof for proof in _proofs(view)}.values()
    url = site.base_url + path
    folder, _, name = path.removesuffix(".html").rpartition("/")
    mark = content_mark(view)
    item = _article(view) or {
        "author": [{"literal": site.author}] if site.author else [],
        "container-title": site.title,
    }
    item |= {
        "id": f"{_KINDS.get(folder, folder)}/{name}",
        "type": item.get("type", "webpage"),
        "title": title,
        "URL": item.get("URL") or (url if site.base_url else ""),
        "language": site.language,
        "note": f"as of content {mark}",
    }
    small = urls.embed(path)
    return Citation(
        mark,
        url,
        len({proof.href for proof in proofs}),
        tuple(dict.fromkeys(proof.article for proof in proofs)),
        bibtex(item).strip(),
        frame(title, path, 400, site.base_url) if small and site.base_url else "",
        urls.root(path) + small if small else "",
    )


def _article(view: Any) -> Item:
    """What an article says of itself; empty for a view of anything else."""
    if not isinstance(view, ArticleView):
        return {}
    day = re.match(r"(\d{4})(?:-(\d\d))?", view.published.date) if view.published.basis in _KNOWN else None
    return {
        "type": "article-newspaper",
        "author": [{"literal": name} for name in view.cite.authors.split(", ") if name],
        "container-title": view.cite.source,
        "URL": view.cite.url,
        "issued": {"date-parts": [[int(part) for part in day.groups() if part]]} if day else {},
    }


def content_mark(view: Any) -> str:
    """Ten hexadecimal digits that stand for all that a view says, its neighbours in the navigation aside."""
    told = [getattr(view, field.name) for field in fields(view) if field.name != "head"]
    return blake2b(msgspec.json.encode(told), digest_size=5).hexdigest()


def _proofs(value: Any) -> Iterator[Proof]:
    if isinstance(value, Proof):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _proofs(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _proofs(getattr(value, field.name))
