"""Articles and records as things to cite: CSL-JSON, and BibTeX and RIS made from it."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from site_gen.export.data.places import address, days, iri
from site_gen.tables import SiteInfo

Item = dict[str, Any]
"""One entry of CSL-JSON."""

CITED = (
    "articles", "leaders", "people", "agreements", "figures", "series", "quotes", "events", "topics", "conflicts",
)  # fmt: skip
_TITLES: Mapping[str, Callable[[Any], str]] = {
    "articles": lambda r: r.title,
    "leaders": lambda r: r.name,
    "people": lambda r: r.name,
    "agreements": lambda r: r.name,
    "figures": lambda r: f"{' '.join(r.measure.split()) or r.unit}: {' '.join(r.exact.split())}",
    "series": lambda r: r.title,
    "quotes": lambda r: " ".join(r.exact.split()),
    "events": lambda r: r.title,
    "topics": lambda r: r.name,
    "conflicts": lambda r: r.about,
}
_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_TEX = re.compile(r"[\\{}$&%#_~^]")
_encode = msgspec.json.Encoder().encode


def citing(site: SiteInfo) -> Callable[[str, Any], Item]:
    """`csl` for a site, which remembers the last record: three files ask for each in turn."""
    last: list[Any] = [None, None]

    def item(kind: str, record: Any) -> Item:
        if last[0] is not record:
            last[:] = record, csl(kind, record, site)
        found: Item = last[1]
        return found

    return item


def csl(kind: str, record: Any, site: SiteInfo) -> Item:
    """A record as CSL-JSON; an article as the article, anything else as its page on this site."""
    item = _article(record, site) if kind == "articles" else _record(kind, record, site)
    return {name: value for name, value in item.items() if value}


def csl_text(item: Item) -> str:
    """As one line of JSON."""
    return _encode(item).decode()


def bibtex(item: Item) -> str:
    """As an entry of BibTeX."""
    article = item["type"] == "article-newspaper"
    names = [n.get("literal", "") for n in item.get("author", ())]
    year, month = _year_month(item)
    fields = {
        "author": " and ".join(f"{{{_tex(name)}}}" for name in names),
        "title": f"{{{_tex(item['title'])}}}",
        "journal" if article else "howpublished": _tex(item.get("container-title", "")),
        "year": year,
        "month": month,
        "url": item.get("URL", "").replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C"),
        "language": item.get("language", ""),
        "note": _tex(item.get("note", "")),
    }
    lines = "".join(f",\n  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@{'article' if article else 'misc'}{{{_key(item['id'])}{lines}\n}}\n\n"


def ris(item: Item) -> str:
    """As an entry of RIS."""
    article = item["type"] == "article-newspaper"
    parts = [str(n) for n in item.get("issued", {}).get("date-parts", [[]])[0]]
    lines = [
        ("TY", "NEWS" if article else "ELEC"),
        *(("AU", name.get("literal", "")) for name in item.get("author", ())),
        ("TI", item["title"]),
        ("T2", item.get("container-title", "")),
        ("PY", parts[0] if parts else ""),
        ("DA", "/".join(part.zfill(2) for part in parts) if parts else ""),
        ("UR", item.get("URL", "")),
        ("LA", item.get("language", "")),
        ("N1", item.get("note", "")),
        ("ID", item["id"]),
        ("ER", ""),
    ]
    told = (f"{tag}  - {' '.join(value.split())}" for tag, value in lines if value or tag == "ER")
    return "\r\n".join(told) + "\r\n\r\n"


def _article(record: Any, site: SiteInfo) -> Item:
    source = record.source
    outlet = (source.name or source.agency) if source else ""
    return {
        "id": f"article/{record.id}",
        "type": "article-newspaper",
        "title": record.title,
        "author": [{"literal": name} for name in (source.authors if source else ()) if name],
        "container-title": outlet,
        "issued": _issued(record.published.edtf),
        "URL": record.url or (source.url if source else "") or _url("articles", record, site),
        "language": record.language,
        "note": _published_note(record.published),
    }


def _record(kind: str, record: Any, site: SiteInfo) -> Item:
    one = address(kind, record).split("/")[0].removesuffix(".html").split("#")[0]
    told = f"{_singular(kind)}/{record.id}"
    evidence = getattr(record, "article", "")
    return {
        "id": told,
        "type": "webpage",
        "title": _TITLES[kind](record) or record.id,
        "author": [{"literal": site.author}] if site.author else [],
        "container-title": site.title,
        "genre": f"{_singular(kind)} in {one}",
        "URL": _url(kind, record, site),
        "language": site.language,
        "note": f"Read from article {evidence}." if evidence else "",
    }


def _singular(kind: str) -> str:
    return {"people": "person", "series": "series"}.get(kind, kind.removesuffix("s"))


def _url(kind: str, record: Any, site: SiteInfo) -> str:
    return site.base_url + iri(address(kind, record))


def _issued(edtf: str | None) -> Item:
    """CSL takes plain dates only: what is uncertain is `circa`, a range has two ends."""
    found = days(edtf)
    if found is None:
        return {}
    ends = [_parts(found.first)]
    if found.last != found.first:
        ends.append(_parts(found.last))
    return {"date-parts": ends, **({} if found.sure else {"circa": True})}


def _parts(end: tuple[int, int, int]) -> list[int]:
    return [part for part in end if part]


def _published_note(published: Any) -> str:
    if published.basis in ("stated", "editor") or not published.edtf:
        return "" if published.edtf else "Date of publication not stated."
    return f"Date of publication inferred ({published.basis}): {published.edtf}."


def _year_month(item: Item) -> tuple[str, str]:
    parts = item.get("issued", {}).get("date-parts", [[]])[0]
    return (f"{parts[0]:04d}" if parts else "", str(parts[1]) if len(parts) > 1 else "")


def _key(id: str) -> str:
    """A key that BibTeX takes: ASCII letters, digits and hyphens, a colon after the kind."""
    plain = unicodedata.normalize("NFKD", id).replace("/", ":")
    return re.sub(
        r"[^A-Za-z0-9:.-]", lambda m: f"_{ord(m.group()):x}" if ord(m.group()) > 127 else "-", plain
    )


def _tex(text: str) -> str:
    return _TEX.sub(lambda m: _SPECIAL[m.group()], " ".join(text.split()))


__all__ = ["CITED", "Item", "bibtex", "csl", "csl_text", "ris"]
