"""Headings without markup, and a title where none is given."""

import re

_SMALL = frozenset(
    "a an and as at but by for from in into nor of off on onto or over per the to up via vs with amid after before "
    "under than its is are be".split()
)
_WORD = re.compile(r"[^\W_][\w'’.&-]*")
_CLAUSE = re.compile(r"(?:,|;|:|\s[–—-]|—)\s")
_SUBORDINATE = frozenset(
    "after although amid as at because before by days despite during following for hours if in minutes months on since "
    "though under unless until weeks when while with years".split()
)
_SITE = re.compile(r"\s[|–—-]\s(?:[A-Z0-9][\w.&'’]*\s?){1,4}$")
_CHAIN = re.compile(r"\s+(?:[|»›>·•–—-]|::|/)\s+")
_ARROW = re.compile(r"\s(?:[»›>·•]|::)\s")
_SECTION = 3
_SPOKEN = tuple(f"{stop}{mark}" for stop in ".," for mark in "\"”’'")
"""How a line of speech ends."""
TITLE_MOST = 90


def looks_like_heading(line: str, words_most: int = 16, most: int = 120) -> bool:
    """Short, begins like a heading and has no stop at its end."""
    words = _WORD.findall(line)
    return (
        0 < len(words) <= words_most
        and len(line) <= most
        and not line.endswith((".", ",", ";", ":", "!", "…", "-", "–", "—", "_", *_SPOKEN))
        and (line[0].isupper() or line[0].isdigit() or line[0] in "'\"‘“")
        and not _open_quote(line)
    )


def in_title_case(line: str) -> bool:
    """Whether all longer words begin with a capital."""
    words = [w for w in _WORD.findall(line) if w.lower() not in _SMALL and not w[0].isdigit()]
    return bool(words) and sum(w[0].isupper() for w in words) >= 0.8 * len(words)


def derived_title(sentence: str) -> str:
    """A title out of an article's first sentence: cut at the end of a clause, at most `TITLE_MOST` characters."""
    words = re.sub(r"\s+", " ", sentence).strip()
    if len(words) <= TITLE_MOST:
        return words.rstrip(".")
    cut = words[: TITLE_MOST + 1]
    clauses = [m.start() for m in _CLAUSE.finditer(cut) if m.start() >= 35]
    if words.split(" ", 1)[0].lower() in _SUBORDINATE:
        clauses = clauses[1:]
    if clauses:
        return cut[: clauses[-1]].rstrip(" ,;:–—-")
    words_left = cut[:TITLE_MOST].split(" ")[:-1] or [cut[:TITLE_MOST]]
    while len(words_left) > 4 and words_left[-1].lower() in _SMALL:
        words_left.pop()
    return " ".join(words_left).rstrip(" ,;:–—-") + "…"


def without_site(title: str) -> str:
    """A page's title without the names of the outlet and its sections beside it."""
    start, end = headline_in(title)
    return title[start:end]


def headline_in(title: str) -> tuple[int, int]:
    """Where the headline stands in a page's title: before ` | Outlet`, or as the long part of a chain."""
    parts = _parts(title)
    long = [part for part in parts if len(_WORD.findall(title[slice(*part)])) > _SECTION]
    if len(parts) > 2 or (len(parts) == 2 and _ARROW.search(title)):
        return long[0] if len(long) == 1 else (0, len(title))
    match = _SITE.search(title) if " | " in title else None
    return (0, len(title[: match.start()].rstrip())) if match and match.start() > 15 else (0, len(title))


def is_chain(title: str) -> bool:
    """Whether a line is nothing but an outlet and its sections: `The Tribune - News - Coast`."""
    parts = _parts(title)
    return len(parts) > 2 and all(len(_WORD.findall(title[slice(*part)])) <= _SECTION for part in parts)


def _parts(title: str) -> list[tuple[int, int]]:
    found, at = [], 0
    for match in _CHAIN.finditer(title):
        found.append((at, match.start()))
        at = match.end()
    return [*found, (at, len(title))]


def _open_quote(line: str) -> bool:
    return line.count("“") != line.count("”") or line.count('"') % 2 == 1
