"""JSON Feed 1.0 and 1.1 (jsonfeed.org), which feedparser does not read."""

import json
from typing import Any

from site_gen.errors import Problem, problem_at
from site_gen.load.feed.entry import Entry, articles_of
from site_gen.load.options import Loaded, LoadOptions


def load_json_feed(text: str, path: str, options: LoadOptions) -> Loaded:
    """The articles of a JSON Feed file."""
    entries, problems = json_entries(text, path)
    return Loaded((), problems) if entries is None else articles_of(entries, text, path, options)


def json_entries(text: str, path: str) -> tuple[list[Entry] | None, tuple[Problem, ...]]:
    """The entries of a JSON Feed file as written; None, with the reason, where it is none."""
    try:
        feed = json.loads(text, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        return None, (problem_at(path, text, error.pos, "feed", f"this is no JSON: {error.msg}"),)
    except RecursionError:
        return None, (problem_at(path, text, 0, "feed", "this JSON is nested too deeply"),)
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        return None, (problem_at(path, text, 0, "feed", "this JSON Feed has no list of items"),)
    return [_entry(item, feed) for item in items if isinstance(item, dict)], ()


def _entry(item: dict[str, Any], feed: dict[str, Any]) -> Entry:
    html, words, summary = (_text(item.get(key)) for key in ("content_html", "content_text", "summary"))
    return Entry(
        key=_text(item.get("id")) or _text(item.get("url")),
        title=_text(item.get("title")),
        html=html,
        words="" if html else words or summary,
        summary=summary,
        url=_text(item.get("url")) or _text(item.get("external_url")),
        published=_text(item.get("date_published")),
        updated=_text(item.get("date_modified")),
        authors=_authors(item) or _authors(feed),
        tags=tuple(_text(tag) for tag in _list(item.get("tags"))),
        outlet=_text(feed.get("title")),
        language=_text(item.get("language")) or _text(feed.get("language")),
        partial=not html and not words,
    )


def _authors(item: dict[str, Any]) -> tuple[str, ...]:
    people = _list(item.get("authors")) or [item.get("author")]
    return tuple(_text(person.get("name")) for person in people if isinstance(person, dict))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: Any) -> str:
    """A string as characters: JSON may spell halves of surrogate pairs, which no file can hold."""
    return (
        value.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if isinstance(value, str) else ""
    )
