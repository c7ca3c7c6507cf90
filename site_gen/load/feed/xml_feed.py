"""RSS and Atom by feedparser, which is given bytes only: a string that looks like an address it would fetch."""

import re
from io import BytesIO
from typing import Any

from site_gen.errors import Problem, problem_at
from site_gen.limits import Limits
from site_gen.load.bounds import refuse_unpacking
from site_gen.load.feed.entry import Entry, articles_of
from site_gen.load.options import Loaded, LoadOptions
from site_gen.load.refused import Refused

_PLACE = re.compile(r"^<unknown>:\d{1,9}:\d{1,9}: ")
"""Of the parser's own; the problem has the place in the file."""
_WHOLE = 1_000
"""Characters of a description that may be an article."""
_SEVERAL = 2
_BREAKS = re.compile(r"</p>|<br ?/?>\s{0,9}<br ?/?>|\n[ \t]{0,9}\n", re.IGNORECASE)
_CUT_OFF = re.compile(
    r"(?:\.\.\.|…|&hellip;|&#8230;|\[…\]|\[&#8230;\])[\]\s]{0,9}(?:<|$)"
    r"|read (?:more|on|the )|continue reading|appeared first on",
    re.IGNORECASE,
)


def load_feed(text: str, path: str, options: LoadOptions) -> Loaded:
    """The articles of an RSS or Atom file. A feed that is not well formed is read as far as it can be."""
    entries, problems = feed_entries(text, path, options.limits)
    if entries is None:
        return Loaded((), problems)
    loaded = articles_of(entries, text, path, options)
    return Loaded(loaded.articles, (*problems, *loaded.problems))


def load_unnamed_feed(text: str, path: str, options: LoadOptions) -> Loaded:
    """The articles of an XML file whose root does not say that it is a feed, where it is one all the same (CDF)."""
    entries, problems = feed_entries(text, path, options.limits)
    if entries:
        loaded = articles_of(entries, text, path, options)
        return Loaded(loaded.articles, (*problems, *loaded.problems))
    hint = "articles are .txt, .md, saved .html pages, RSS, Atom and JSON Feed"
    return Loaded((), (Problem(path, 0, 0, "format", "this XML file is no feed", hint),))


def feed_entries(
    text: str, path: str, limits: Limits | None = None
) -> tuple[list[Entry] | None, tuple[Problem, ...]]:
    """The entries of an RSS or Atom file as written; None, with the reason, where it is no feed."""
    import feedparser

    stream = BytesIO(_declared_as_utf8(text).encode("utf-8", "replace"))
    try:
        refuse_unpacking(text, path, limits or Limits())
        feed = feedparser.parse(stream, sanitize_html=False, resolve_relative_uris=True)
    except Refused as refused:
        return None, (refused.problem,)
    except Exception as error:  # any bytes may come; what feedparser cannot read is no feed
        return None, (Problem(path, 0, 0, "feed", f"this feed cannot be read: {str(error)[:120]}"),)
    if not feed.entries and (feed.bozo or not feed.version):
        return None, (_unreadable(feed, text, path),)
    warning = (_not_well_formed(feed, text, path),) if feed.bozo else ()
    return [_entry(entry, feed.feed) for entry in feed.entries], tuple(w for w in warning if w)


def _declared_as_utf8(text: str) -> str:
    """The text with its XML declaration, which may name the encoding it had, left out."""
    if text.startswith("<?xml") and 0 < (end := text.find("?>")) < 300:
        return text[end + 2 :].lstrip()
    return text.lstrip()


def _entry(entry: Any, feed: Any) -> Entry:
    bodies = [c for c in entry.get("content", ()) if c.get("value")]
    best = max(bodies, key=lambda c: len(c["value"]), default=None)
    summary = entry.get("summary", "") or ""
    body = best["value"] if best else summary
    is_html = _is_html(best or entry.get("summary_detail") or {}, body)
    return Entry(
        key=entry.get("id", "") or entry.get("link", ""),
        title=entry.get("title", "") or "",
        html=body if is_html else "",
        words="" if is_html else body,
        summary=summary if best and summary != body else "",
        url=entry.get("link", "") or "",
        published=entry.get("published", "") or entry.get("created", "") or "",
        updated=dict.get(entry, "updated", "") or "",
        authors=tuple(a.get("name", "") or "" for a in entry.get("authors", ()) if a)
        or (entry.get("author", "") or "",),
        tags=tuple(t.get("label") or t.get("term") or "" for t in entry.get("tags", ())),
        outlet=(entry.get("source") or {}).get("title", "") or feed.get("title", "") or "",
        language=(feed.get("language", "") or "").replace("_", "-")[:12],
        partial=best is None and not _is_whole(body),
    )


def _is_whole(body: str) -> bool:
    """Whether a description is an entire article: several paragraphs, and not cut off at the end."""
    return len(body) >= _WHOLE and len(_BREAKS.findall(body)) > _SEVERAL and not _CUT_OFF.search(body[-200:])


def _is_html(detail: Any, body: str) -> bool:
    return (
        "html" in (detail.get("type") or "")
        or "</" in body
        or "<p" in body
        or "<br" in body
        or "&lt;" in body
    )


def _unreadable(feed: Any, text: str, path: str) -> Problem:
    line = _line_of(feed)
    reason = _PLACE.sub("", str(feed.get("bozo_exception", "") or "no feed was recognised"))[:160]
    if line:
        return problem_at(path, text, _offset(text, line), "feed", f"this feed cannot be read: {reason}")
    return Problem(path, 0, 0, "feed", f"this feed cannot be read: {reason}")


def _not_well_formed(feed: Any, text: str, path: str) -> Problem | None:
    line = _line_of(feed)
    if not line:
        return None
    reason = _PLACE.sub("", str(feed.bozo_exception))[:120]
    message = f"the feed is not well formed ({reason}); it was read as far as possible"
    return problem_at(path, text, _offset(text, line), "feed-malformed", message, severity="warning")


def _line_of(feed: Any) -> int:
    exception = feed.get("bozo_exception")
    getter = getattr(exception, "getLineNumber", None)
    return int(getter() or 0) if getter else 0


def _offset(text: str, line: int) -> int:
    at = 0
    for _ in range(line - 1):
        at = text.find("\n", at) + 1
        if not at:
            return len(text)
    return at
