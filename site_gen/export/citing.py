"""A record's page as something to cite: as of which content, on what evidence, as BibTeX, in a frame."""

import re
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from typing import Any, get_args, get_type_hints

import msgspec
from msgspec import Struct

from site_gen.export.data.cite import Item, bibtex
from site_gen.pages import urls
from site_gen.pages.articles import ArticleView
from site_gen.pages.embeds import frame
from site_gen.pages.notes import Proof
from site_gen.records.fields import field_names
from site_gen.tables import SiteInfo

_encode = msgspec.json.Encoder().encode
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
    "conflicts": "conflict",
}


class Citation(Struct, frozen=True):
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
        "note": f"content version {mark}",
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
    kind: Any = type(view)
    told = [getattr(view, name) for name in _told(kind)]
    return blake2b(_encode(told), digest_size=5).hexdigest()


@cache
def _told(kind: Any) -> tuple[str, ...]:
    return tuple(name for name in field_names(kind) if name != "head")


def _proofs(value: Any) -> Iterator[Proof]:
    """All evidence in a view, in order."""
    kind: Any = type(value)
    if kind is Proof:
        yield value
    elif kind is tuple:
        for item in value:
            yield from _proofs(item)
    else:
        for name in _evidenced(kind):
            yield from _proofs(getattr(value, name))


@cache
def _evidenced(kind: Any) -> tuple[str, ...]:
    """Fields of a view, or of a part of one, that may hold evidence."""
    return _holding(kind, frozenset())


def _holding(kind: Any, inside: frozenset[Any]) -> tuple[str, ...]:
    if not field_names(kind) or kind in inside:
        return ()
    try:
        hints = get_type_hints(kind)
    except (NameError, TypeError):  # a plug-in's view whose types are not to be had: look everywhere
        hints = {}
    inside |= {kind}
    return tuple(name for name in field_names(kind) if _may_hold(hints.get(name, Any), inside))


def _may_hold(hint: Any, inside: frozenset[type[Any]]) -> bool:
    """Whether a value of a type may hold evidence."""
    if hint is Proof or hint is Any:
        return True
    return bool(_holding(hint, inside)) or any(_may_hold(part, inside) for part in get_args(hint))
