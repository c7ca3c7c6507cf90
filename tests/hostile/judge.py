"""What a published file does in a browser, by an HTML5 parser: everything that could run, load or lead astray."""

import csv
import io
import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any
from xml.etree import ElementTree

import html5lib

BANNED = frozenset(
    "iframe frame frameset object embed applet portal style animate set use foreignobject math template "
    "marquee dialog video audio source track isindex xss noscript textarea".split()
)
_SCHEME = re.compile(r"[\x00-\x20]*([a-zA-Z][a-zA-Z0-9+.\-\x00-\x20]*):")
_ADDRESSES = frozenset({"href", "src", "action", "formaction", "data", "poster", "background", "cite", "ping", "srcset",
                        "xlink:href", "manifest", "codebase", "longdesc"})  # fmt: skip
_SAFE = frozenset({"http", "https", "mailto"})


def dangers(path: str, raw: bytes) -> list[str]:
    """What is dangerous in a published file; empty where nothing is."""
    if path.endswith(".html"):
        return list(_in_page(raw))
    if path.endswith((".atom", ".rss", ".xml", ".svg")):
        return list(_in_feed(raw))
    if path.endswith((".json", ".jsonld", ".geojson")):
        try:
            return list(_in_json(json.loads(raw)))
        except ValueError as error:
            return [f"no JSON: {error}"]
    if path.endswith(".csv"):
        rows = csv.reader(io.StringIO(raw.decode("utf-8", "replace"), newline=""))
        return [f"a formula: {cell[:20]}" for row in rows for cell in row if cell[:1] in tuple("=+@\t\r")][:1]
    return []


def _in_page(raw: bytes) -> Iterator[str]:
    tree = html5lib.parse(raw.decode("utf-8", "replace"), treebuilder="etree", namespaceHTMLElements=False)
    for element in tree.iter():
        if isinstance(element.tag, str):
            yield from _in_element(element)


def _in_element(element: Any) -> Iterator[str]:
    tag = element.tag.rpartition("}")[2].lower()
    if tag in BANNED:
        yield f"<{tag}>"
    if tag == "base" and element.get("href") is not None:
        yield f"<base href={element.get('href')}>"
    if tag == "script":
        yield from _in_script(element)
    if tag == "meta":
        yield from _in_meta(element)
    for name, value in element.attrib.items():
        name = str(name).rpartition("}")[2].lower()
        if name.startswith("on") or name in ("style", "srcdoc"):
            yield f"<{tag} {name}={value[:40]}>"
        elif name in _ADDRESSES and not _is_safe(value):
            yield f"<{tag} {name}={value[:60]}>"


def _in_meta(element: Any) -> Iterator[str]:
    """A redirect may lead to another page of the site: that is what an article's earlier address does."""
    kind, content = (element.get("http-equiv") or "").lower(), element.get("content") or ""
    inside = re.fullmatch(r"0; ?url=[\w./#-]+", content) and "//" not in content
    if kind not in ("", "content-security-policy") and not (kind == "refresh" and inside):
        yield f"<meta http-equiv={kind} content={content[:60]}>"


def _in_script(element: Any) -> Iterator[str]:
    if element.get("type") == "application/ld+json":
        try:
            json.loads(element.text or "")
        except ValueError as error:
            yield f"JSON-LD that is none: {error}"
    elif not re.fullmatch(r"(?:\.\./)*static/[a-z-]+\.js", element.get("src") or "") or element.text:
        yield f"<script src={element.get('src')}>{(element.text or '')[:40]}"


def _is_safe(value: str) -> bool:
    match = _SCHEME.match(value)
    if not match:
        return not value.lstrip().startswith(("//", "\\\\", "/\\"))
    return re.sub(r"[\x00-\x20]", "", match[1]).lower() in _SAFE


def _in_feed(raw: bytes) -> Iterator[str]:
    try:
        tree = ElementTree.fromstring(raw)
    except ElementTree.ParseError as error:
        yield f"no XML: {error}"
        return
    for element in tree.iter():
        tag = element.tag.rpartition("}")[2].lower()
        href = (
            element.get("href")
            or element.get("url")
            or (element.text if tag in ("link", "uri", "comments") else "")
        )
        if href and not _is_safe(href.strip()):
            yield f"feed <{tag}>: {href[:60]}"
        kind = element.get("type", "")
        if element.text and (kind == "html" or tag in ("encoded", "description")):
            yield from _in_fragment(element.text)


def _in_json(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, item in value.items():
            yield from _in_json(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from _in_json(item, key)
    elif isinstance(value, str) and key == "content_html":
        yield from _in_fragment(value)
    elif isinstance(value, str) and key in ("url", "external_url", "href", "image") and not _is_safe(value):
        yield f"JSON {key}: {value[:60]}"


def _in_fragment(html: str) -> Iterator[str]:
    if "<" in html:
        for found in _in_page(html.encode("utf-8", "replace")):
            yield f"in a feed's HTML: {found}"


def plain_text(raw: bytes) -> str:
    """The words of a page."""
    return unescape(re.sub(r"<[^>]*>", "", raw.decode("utf-8", "replace")))
