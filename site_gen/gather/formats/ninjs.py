"""ninjs 1 to 3 (IPTC): news items as JSON, one, a list, or a package of them."""

import json
from typing import Any

from site_gen.errors import Problem, problem_at
from site_gen.load.decode import decode
from site_gen.load.feed.entry import Entry
from site_gen.load.refused import Refused

_DATES = (
    "firstcreated",
    "firstCreated",
    "contentcreated",
    "contentCreated",
    "versioncreated",
    "versionCreated",
)
_MOST = 2_000
_FORMS = "JSON Feed and ninjs are read"
_AGAIN = "fetch or export the file again; it may have been cut short"


def ninjs_entries(data: bytes, file: str) -> list[Entry]:
    """The items of a ninjs file."""
    text, _ = decode(data, file)
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        raise Refused(
            problem_at(file, text, error.pos, "json", f"this is no JSON: {error.msg}", _AGAIN)
        ) from None
    except RecursionError:
        raise Refused(Problem(file, 0, 0, "json", "this JSON is nested too deeply", _FORMS)) from None
    items = [item for item in _items(document) if _is_news(item)]
    if not items:
        raise Refused(Problem(file, 0, 0, "json", "this JSON holds no news item", _FORMS))
    return [_entry(item) for item in items[:_MOST]]


def _items(document: Any) -> list[dict[str, Any]]:
    if isinstance(document, list):
        return [item for item in document if isinstance(item, dict)]
    if not isinstance(document, dict):
        return []
    parts = document.get("items") or document.get("associations")
    parts = list(parts.values()) if isinstance(parts, dict) else parts
    packed = (
        [item for item in parts or () if isinstance(item, dict)] if isinstance(parts, list | tuple) else []
    )
    return [document, *packed] if _is_news(document) else packed


def _is_news(item: dict[str, Any]) -> bool:
    pictured = item.get("type") in ("picture", "graphic", "audio", "video")
    return (
        not pictured
        and any(key.startswith(("body", "headline", "bodies")) for key in item)
        and bool(_body(item)[0] or _body(item)[1])
    )


def _entry(item: dict[str, Any]) -> Entry:
    html, words = _body(item)
    return Entry(
        key=_text(item.get("uri")) or _text(item.get("altids")),
        title=_text(item.get("headline")) or _listed(item.get("headlines")) or _text(item.get("title")),
        html=html,
        words="" if html else words,
        summary=_text(item.get("description_text"))
        or _listed(item.get("descriptions"))
        or _text(item.get("slugline")),
        url=_text(item.get("website")) or _text(item.get("canonicalurl")) or _text(item.get("uri")),
        published=next(filter(None, (_text(item.get(key)) for key in _DATES)), ""),
        updated=_text(item.get("versioncreated") or item.get("versionCreated")),
        authors=tuple(_people(item)),
        tags=tuple(_named(item.get("subject") or item.get("subjects"))) + _keywords(item),
        outlet=_text(item.get("copyrightholder") or item.get("copyrightHolder"))
        or next(iter(_named(item.get("infosource") or item.get("infosources"))), "")
        or _text(item.get("provider"))
        or _text(item.get("source")),
        language=_text(item.get("language")),
        basis="metadata",
    )


def _body(item: dict[str, Any]) -> tuple[str, str]:
    """(HTML, plain text)."""
    html = _text(item.get("body_html")) or _text(item.get("body_xhtml"))
    words = _text(item.get("body_text"))
    for body in item.get("bodies") or () if isinstance(item.get("bodies"), list) else ():
        if isinstance(body, dict):
            kind, value = (
                _text(body.get("contentType") or body.get("contenttype") or body.get("role")),
                _text(body.get("value")),
            )
            html, words = (html or value, words) if "html" in kind else (html, words or value)
    return html, words


def _people(item: dict[str, Any]) -> list[str]:
    byline = _text(item.get("byline"))
    if byline:
        from site_gen.load.authors import author_names

        return list(author_names(byline)) or [byline]
    people = item.get("people") or item.get("person") or item.get("creators")
    return _named(
        [p for p in people if isinstance(p, dict) and p.get("rel") == "author"]
        if isinstance(people, list)
        else None
    )


def _named(value: Any) -> list[str]:
    return (
        [name for v in value[:50] if isinstance(v, dict) and (name := _text(v.get("name")))]
        if isinstance(value, list)
        else []
    )


def _keywords(item: dict[str, Any]) -> tuple[str, ...]:
    words = item.get("keywords") or item.get("keyword")
    return tuple(_text(w) for w in words[:50]) if isinstance(words, list) else ()


def _listed(value: Any) -> str:
    """The first value of a list of `{role, value}`."""
    values = value if isinstance(value, list) else []
    return next((found for v in values if isinstance(v, dict) and (found := _text(v.get("value")))), "")


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
