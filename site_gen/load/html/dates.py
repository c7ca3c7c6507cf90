"""When a page was published: its address, JSON-LD, meta elements and marked dates, htmldate, then what it shows.

A. Barbaresi, "htmldate: A Python package to extract publication dates from web pages", JOSS 5 (51), 2020.
"""

import re
from collections.abc import Iterator
from typing import Any

from site_gen.load.days import FIRST_YEAR, LAST_YEAR, Day, read_day

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "og:original_time", "parsely-pub-date",
    "datepublished", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "dc.date.issued",
    "dcterms.created", "dc.date", "dcterms.date", "sailthru.date", "cxenseparse:recs:publishtime", "article.published",
    "displaydate", "date_published", "originalpublicationdate", "date",
)  # fmt: skip
_IN_ADDRESS = re.compile(r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>\d{1,2})[/-](?P<d>\d{1,2})(?=[/-]|$)")
_DATED = re.compile(
    r"(?:^|[\s_-])(?:date|dateline|datetime|published|pubdate|posted|timestamp|post-?meta|byline)(?:$|[\s_-])"
)
_LINES = ("span", "p", "div", "small", "li", "td", "em", "time")
_ARTICLE = frozenset({"article", "main"})
_ASIDE = frozenset({"nav", "aside", "footer"})
_LINE_MOST = 90
_SEVERAL = 2
_SENTENCE = 100
"""Characters of a paragraph; what is longer is prose."""
_WORDS = 8
"""Words of a short sentence."""
_LABEL = re.compile(
    r"(?:first |last )?(?:published|posted|updated|issued|released|filed|dated?)\b", re.IGNORECASE
)
_NUMBER = re.compile(r"\d{1,4}")
_LARGEST = 40_000
"""Elements of a page beyond which htmldate is not asked."""


def day_in(words: str, order: str) -> str:
    """The whole day in a string as EDTF; empty where it names none."""
    day = read_day(words, order) if words else None
    return day.edtf if isinstance(day, Day) and len(day.edtf) == 10 else ""


def page_date(tree: Any, meta: dict[str, str], linked: str, url: str, order: str) -> tuple[str, str, float]:
    """EDTF, where it is from, and how sure that is; `linked` is what the page's JSON-LD says."""
    tree = _without_one_stamp(tree)
    said, origin = _first_day(_stated(tree, meta, linked), order)
    addressed = _in_address(url)
    if addressed and (not said or addressed < said):
        return addressed, "address", 0.9  # what was published again keeps its first address
    if said:
        return said, origin, 1.0
    said, origin = _first_day(_seen(tree), order)
    if said:
        return said, origin, 0.9
    if _by_htmldate(tree, extensive=False) and (found := _by_htmldate(tree, extensive=True)):
        return found, "markup", 0.9
    found = _by_htmldate(_without_prose(tree), extensive=True)
    return (found, "guess", 0.5) if found and not found.endswith("-01-01") else ("", "", 0.0)


def _first_day(candidates: Iterator[tuple[str, str]], order: str) -> tuple[str, str]:
    return next(((day, origin) for words, origin in candidates if (day := day_in(words, order))), ("", ""))


def _stated(tree: Any, meta: dict[str, str], linked: str) -> Iterator[tuple[str, str]]:
    """What is marked as the date of publication."""
    yield linked, "json-ld"
    for name in _PUBLISHED:
        yield meta.get(name, ""), "meta"
    yield _headed(tree), "time"
    marked = [words for element in tree.iter("time", "span", "abbr") if (words := _marked(element))]
    if len({words[:10] for words in marked}) == 1:  # of several days, one is not more the page's than another
        yield marked[0], "time"


def _headed(tree: Any) -> str:
    """The one time in the header that holds the headline."""
    for header in tree.iter("header"):
        times = [time for time in header.iter("time") if time.get("datetime")]
        if len({time.get("datetime") for time in times}) == 1 and len(list(header.iter("h1"))) == 1:
            return _stamp(times[0])
    return ""


def _stamp(time: Any) -> str:
    """What an element is stamped with; the words that it shows where these are another day, as after an update."""
    stamp, words = time.get("datetime") or "", _words(time)
    numbers = {number.lstrip("0") for number in _NUMBER.findall(words)}
    return stamp if not numbers or stamp[8:10].lstrip("0") in numbers else words


def _marked(element: Any) -> str:
    """The date in an element that is marked as the one of publication."""
    if "datepublished" not in (element.get("itemprop") or "").lower() and element.get("pubdate") is None:
        return ""
    return element.get("datetime") or element.get("content") or element.get("title") or _words(element)


def _without_one_stamp(tree: Any) -> Any:
    """The page; a copy without its times where they show several days under one stamp: that is when it was made."""
    times = [element for element in tree.iter("time") if element.get("datetime")]
    shown = {day for element in times if (day := day_in(_words(element), "dmy"))}
    if len(shown) < _SEVERAL or len({element.get("datetime")[:10] for element in times}) > 1:
        return tree
    from copy import deepcopy

    copied = deepcopy(tree)
    for element in list(copied.iter("time")):
        element.drop_tree()
    return copied


def _seen(tree: Any) -> Iterator[tuple[str, str]]:
    """What may be the date of publication by where it stands."""
    times = [element for element in tree.iter("time") if element.get("datetime")]
    days = {element.get("datetime")[:10] for element in times}
    if times and (len(days) == 1 or times[0].getparent().tag in ("header", "article")):
        yield _stamp(times[0]), "time"
    for words in _shown(tree):
        yield words, "markup"


def _in_address(url: str) -> str:
    match = _IN_ADDRESS.search(url)
    return day_in(f"{match['y']}-{match['m']}-{match['d']}", "") if match else ""


def _without_prose(tree: Any) -> Any:
    """A copy of the page without its sentences, which tell of other days than its own."""
    from copy import deepcopy

    copied = deepcopy(tree)
    for paragraph in list(copied.iter("p", "blockquote", "li")):
        if _is_prose(_words(paragraph)) and paragraph.getparent() is not None:
            paragraph.drop_tree()
    return copied


def _is_prose(words: str) -> bool:
    """A long paragraph, or a short one that is a sentence and does not say of itself when it was published."""
    if len(words) > _SENTENCE:
        return True
    return words.endswith((".", ".”", '."')) and len(words.split()) >= _WORDS and not _LABEL.match(words)


def _by_htmldate(tree: Any, extensive: bool) -> str:
    """What htmldate finds; it is given a tree, never a string, which it might take for an address to fetch."""
    if sum(1 for _ in tree.iter()) > _LARGEST:
        return ""
    from htmldate import find_date

    bounds: Any = {"min_date": f"{FIRST_YEAR}-01-01", "max_date": f"{LAST_YEAR}-12-31"}  # no clock
    try:
        return find_date(tree, extensive_search=extensive, original_date=True, **bounds) or ""
    except Exception:  # any page may come
        return ""


def _shown(tree: Any) -> Iterator[str]:
    """Short lines under the headline that the page's own markup calls a date; never a sentence of the body."""
    headed = False
    for element in tree.iter(*_LINES, "h1"):
        headed = headed or element.tag == "h1"
        if element.tag == "h1" or not _names_date(element) or not (headed or _within(element, _ARTICLE)):
            continue
        words = _words(element)
        changed = "updat" in words.lower() or "modif" in words.lower()
        if 5 < len(words) <= _LINE_MOST and not changed and not _within(element, _ASIDE):
            yield words


def _names_date(element: Any) -> bool:
    named = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    return element.tag == "time" or bool(named.strip() and _DATED.search(named))


def _within(element: Any, tags: frozenset[str]) -> bool:
    return any(parent.tag in tags for parent in element.iterancestors())


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
