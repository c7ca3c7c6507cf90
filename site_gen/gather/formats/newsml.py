"""NITF, and NewsML-G2 with NITF, XHTML or plain text in it (IPTC)."""

from typing import Any

from site_gen.errors import Problem
from site_gen.gather.formats.xml import first_words, local, parse_xml, words_of
from site_gen.load.authors import author_names
from site_gen.load.feed.entry import Entry
from site_gen.load.refused import Refused

_ITEMS = frozenset({"newsItem"})
_MOST = 2_000


def xml_entries(data: bytes, file: str) -> list[Entry]:
    """The articles of an agency's XML file."""
    root = parse_xml(data, file)
    if local(root.tag) == "nitf":
        return [_nitf(root)]
    items = [e for e in root.iter() if local(e.tag) in _ITEMS][:_MOST]
    entries = [entry for item in items if (entry := _g2(item))]
    if not entries:
        hint = "RSS, Atom, NITF and NewsML-G2 are read"
        raise Refused(Problem(file, 0, 0, "xml", "this XML holds no text of an article", hint))
    return entries


def _nitf(root: Any) -> Entry:
    content = next(root.iter("{*}body.content"), None)
    byline = first_words(root, ".//{*}byline", ".//{*}byttl")
    return Entry(
        key=_attribute(root, "doc-id", "id-string"),
        title=first_words(root, ".//{*}hedline/{*}hl1", ".//{*}hedline", ".//{*}title"),
        html=_markup(content) if content is not None else "",
        summary=first_words(root, ".//{*}abstract"),
        published=_iso(
            _attribute(root, "date.issue", "norm")
            or _attribute(root, "story.date", "norm")
            or _attribute(root, "pubdata", "date.publication")
        ),
        updated="",
        authors=author_names(byline) or ((byline,) if byline else ()),
        tags=tuple(e.get("key", "") for e in root.iter("{*}keyword") if e.get("key")),
        outlet=_attribute(root, "pubdata", "name") or _attribute(root, "doc.copyright", "holder"),
        agency=first_words(root, ".//{*}distributor"),
        url=_attribute(root, "pubdata", "ex-ref"),
        basis="metadata",
    )


def _g2(item: Any) -> Entry | None:
    inline = next((e for e in item.iter("{*}inlineXML", "{*}inlineData")), None)
    if inline is None:
        return None
    nitf = next(inline.iter("{*}nitf"), None)
    inner = _nitf(nitf) if nitf is not None else Entry("", "")
    html = inner.html or (_markup(inline) if local(inline.tag) == "inlineXML" else "")
    meta = "{*}contentMeta"
    return Entry(
        key=item.get("guid", "") or inner.key,
        title=first_words(item, f"{meta}/{{*}}headline", "{*}itemMeta/{*}title") or inner.title,
        html=html,
        words="" if html else words_of(inline),
        summary=first_words(item, f"{meta}/{{*}}description") or inner.summary,
        published=first_words(
            item,
            "{*}itemMeta/{*}firstCreated",
            f"{meta}/{{*}}contentCreated",
            "{*}itemMeta/{*}versionCreated",
        )
        or inner.published,
        updated=first_words(item, f"{meta}/{{*}}contentModified", "{*}itemMeta/{*}versionCreated"),
        authors=author_names(first_words(item, f"{meta}/{{*}}by")) or _creators(item) or inner.authors,
        tags=tuple(filter(None, (first_words(e, "{*}name") for e in item.iterfind(f"{meta}/{{*}}subject"))))
        or inner.tags,
        outlet=first_words(
            item, "{*}itemMeta/{*}provider/{*}name", "{*}rightsInfo/{*}copyrightHolder/{*}name"
        )
        or _literal(item, "{*}itemMeta/{*}provider", "{*}rightsInfo/{*}copyrightHolder")
        or inner.outlet,
        agency=first_words(item, f"{meta}/{{*}}infoSource/{{*}}name") or inner.agency,
        language=next((e.get("tag", "") for e in item.iterfind(f"{meta}/{{*}}language")), ""),
        basis="metadata",
    )


def _literal(item: Any, *paths: str) -> str:
    """The name that an element carries as its `literal`, where it has no name of its own."""
    found = (element.get("literal", "").strip() for path in paths for element in item.iterfind(path))
    return next(filter(None, found), "")


def _creators(item: Any) -> tuple[str, ...]:
    names = (first_words(e, "{*}name") for e in item.iterfind("{*}contentMeta/{*}creator"))
    return tuple(name for name in names if name)


def _attribute(root: Any, tag: str, name: str) -> str:
    return next((e.get(name, "").strip() for e in root.iter(f"{{*}}{tag}") if e.get(name)), "")


def _iso(value: str) -> str:
    """`20250829T101500+0900` as `2025-08-29`; other forms as they are."""
    return f"{value[:4]}-{value[4:6]}-{value[6:8]}" if value[:8].isdigit() else value


def _markup(element: Any) -> str:
    """The inside of an element as HTML: NITF's own names turned into those of HTML, namespaces dropped."""
    from lxml import etree

    names = {"hl2": "h2", "hl1": "h1", "bq": "blockquote", "media-caption": "figcaption", "block": "div"}
    for part in element.iter():
        if isinstance(part.tag, str):
            name = local(part.tag)
            part.tag = names.get(name, name)
    etree.cleanup_namespaces(element)
    return str(etree.tostring(element, encoding="unicode", method="html"))
