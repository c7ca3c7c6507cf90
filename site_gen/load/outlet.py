"""Where a pasted text was published, as the lines around it say: beside the title, under the day, at the end.

Only lines set apart as the page's are read, never prose, and only names that look like an outlet's are taken.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from site_gen.lexicon import Lexicon
from site_gen.load.authors import is_person
from site_gen.load.dateline import known_agency
from site_gen.load.days import Day, read_day
from site_gen.records import Block

_NAME = re.compile(
    r"[A-Z0-9][\w.'’&-]{0,24}(?: (?:[A-Z0-9&][\w.'’&-]{0,24}|of|the|and|on|for|de|la|el|le|al)){0,5}"
)
_RIGHTS = re.compile(r"\.?,? ?all rights (?:are )?reserved\.?(?: to)?", re.IGNORECASE)
_YEARS = r"(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?,?\s{0,2})?"
_HOLDER = re.compile(
    rf"(?:©|\([Cc]\)|[Cc]opyright|COPYRIGHT)[\s:©]{{0,4}}(?:\([Cc]\)\s?)?{_YEARS}(?:by )?(?P<name>{_NAME.pattern})"
)
_AFTER_RIGHTS = re.compile(rf"\. {{1,3}}(?P<name>{_NAME.pattern})")
_FIRM = re.compile(
    r",? (?:Ltd|Limited|Inc|LLC|LLP|plc|PLC|GmbH|Pvt|Corp|Corporation|Co|Company|S\.?A)\b\.?(?: Ltd\b\.?)?$"
)
_FIRM_ENDS = re.compile(r"(.{3,60}? (?:Ltd|Limited|Inc|LLC|LLP|plc|PLC|GmbH|Pvt|Corp))\. (?=[A-Z])")
"""`(c) Demerara Chronicle Ltd. Subscribe`: another sentence begins."""
_SOURCE = re.compile(r"^\(?(?:source|via|from):\s{0,3}(?P<name>[^\n]{2,80}?)\)?\.?$", re.IGNORECASE)
_ORIGIN = re.compile(
    r"(?:originally|first) (?:published|appeared|posted) (?:on|in|by|at) (?P<name>(?:[Tt]he )?[A-Z][^.,;\n]{1,60})"
)
_STAFF = re.compile(r" (?:Staff|Desk|Bureau|Newsroom|Team|Correspondents?|Reporters?|Editors?|Web Desk)$")
_CAPITALS = re.compile(r"^[A-Z][A-Z.'’-]*(?: [A-Z][A-Z.'’-]+){1,3} (?=[A-Z][a-z])")
_BY = re.compile(r"(?:[^|]{2,50}\|\s?)?(?:(?:written|reported|posted|words|story) )?by:?\s+", re.IGNORECASE)
_PAGE = re.compile(r"(?:source:\s{0,3})?(?P<url>https?://[^\s<>\"']{4,500})", re.IGNORECASE)
_HOST = re.compile(
    r"(?:https?://)?(?:www\.)?(?P<host>(?:[\w-]{1,63}\.){1,5}[a-z]{2,12})(?:/\S*)?", re.IGNORECASE
)
_OTHERS = re.compile(r",? and (?:news )?agencies$|(?:,| and| with)? (?:other )?agencies$", re.IGNORECASE)
_YEAR_END = re.compile(r",? (?:19|20)\d\d$")
_BARS = re.compile(r"\s*[|·•]\s*|\s[–—-]\s")
_EDGES = " |·•–—-:,."
_MOST = 60


class Outlet(Struct, frozen=True):
    """What the page's lines say of where it is from; empty where they say nothing."""

    name: str = ""
    url: str = ""
    agency: str = ""


def outlet_of(text: str, blocks: Sequence[Block], lexicon: Lexicon) -> Outlet:
    """The outlet, the page's address, and the agency of the byline; the surest line wins."""
    lines = [(b.rule, text[b.start : b.end], n) for n, b in enumerate(blocks) if b.kind == "furniture"]
    prose = [n for n, b in enumerate(blocks) if b.kind in ("paragraph", "quote", "item")]
    first, last = (prose[0], prose[-1]) if prose else (len(blocks), -1)
    head = [(rule, line) for rule, line, n in lines if n < first]
    tail = [(rule, line) for rule, line, n in lines if n > last]
    signed = [name for rule, line in head for name in _beside_writer(rule, line)]
    agency = next((found for name in signed if (found := known_agency(name, lexicon))), "")
    placed = (*_at_title(head), *_told(head, tail, _ORIGIN), *_with_agencies(head, tail))
    named = (*signed, *_beside_day(head, lexicon), *_told(head, tail, _SOURCE))
    name = next((clean for words in named if (clean := _as_outlet(_STAFF.sub("", words), lexicon))), "")
    name = next((words for words in placed if _is_name(words)), "") or name
    name = name or next((words for words in _holders(head, tail) if _is_name(words)), "")
    return Outlet(name or _confirmed(head, tail, lexicon), _address(head), agency)


def _beside_writer(rule: str, line: str) -> Iterator[str]:
    """`Reuters` of `By Ann Berg, Reuters`; `Al Jazeera Staff` of `By Al Jazeera Staff`."""
    match = _BY.match(line) if rule == "byline" else None
    if match is None and rule not in ("byline-name", "byline-rank"):
        return
    rest = line[match.end() :] if match else line
    parts = re.split(r",| for | \| |/| at ", rest)
    parts = parts[1:] if len(parts) > 1 else [_CAPITALS.sub("", rest)]
    yield from (part.strip(_EDGES) for part in parts)


def _at_title(head: list[tuple[str, str]]) -> Iterator[str]:
    yield from (line.strip(_EDGES) for rule, line in head if rule == "outlet")


def _beside_day(head: list[tuple[str, str]], lexicon: Lexicon) -> Iterator[str]:
    for rule, line in head:
        day = read_day(line) if rule == "published" else None
        if isinstance(day, Day):
            parts = _BARS.split(line)
            yield from (p for p in parts if not any(map(str.isdigit, p)) and not is_person(p, lexicon))


def _told(head: list[tuple[str, str]], tail: list[tuple[str, str]], form: re.Pattern[str]) -> Iterator[str]:
    """`Source: The Fjord Times`, `originally published in the Fjord Times`."""
    for _, line in (*head, *tail):
        if match := form.search(line):
            yield _OTHERS.sub("", match["name"]).strip(_EDGES)


def _with_agencies(head: list[tuple[str, str]], tail: list[tuple[str, str]]) -> Iterator[str]:
    """`Source: Fjordnett and agencies`: beside agencies stands who published it."""
    for _, line in (*head, *tail):
        match = _SOURCE.search(line)
        if match and (name := _OTHERS.sub("", match["name"])) != match["name"]:
            yield name.strip(_EDGES)


def _holders(head: list[tuple[str, str]], tail: list[tuple[str, str]]) -> Iterator[str]:
    """Who holds the rights, as the line at the end says."""
    for rule, line in (*tail, *head):
        if rule == "copyright":
            bare = _RIGHTS.sub(". ", line)
            match = _HOLDER.search(bare) or _AFTER_RIGHTS.match(bare)
            if match:
                name = whole[1] if (whole := _FIRM_ENDS.match(match["name"])) else match["name"]
                yield _FIRM.sub("", _YEAR_END.sub("", name.strip(_EDGES)).strip(_EDGES))


def _confirmed(head: list[tuple[str, str]], tail: list[tuple[str, str]], lexicon: Lexicon) -> str:
    """A line above the title that another line names too, or that begins with `The`; else the host alone."""
    others = [_folded(line) for rule, line in (*head, *tail) if rule != "above-title"]
    lasts = _known(lexicon)[1]
    for rule, line in head:
        words = _as_outlet(line, lexicon) if rule == "above-title" else ""
        sure = words.startswith("The ") and words.split()[-1] in lasts
        if words and (sure or any(_folded(words).removeprefix("the") in other for other in others)):
            return words
    hosts = (
        _HOST.fullmatch(line.strip(_EDGES)) for rule, line in tail if rule == "address" and "@" not in line
    )
    return next((match["host"].lower() for match in hosts if match), "")


def _address(head: list[tuple[str, str]]) -> str:
    """The page's own address, where it was pasted above the text; a host alone is none."""
    pages = (_PAGE.fullmatch(line.strip()) for rule, line in head)
    return next((m["url"] for m in pages if m and m["url"].count("/") > 3), "") if head else ""


def _is_name(words: str) -> bool:
    return 2 < len(words) <= _MOST and bool(_NAME.fullmatch(words)) and any(map(str.isalpha, words))


def _as_outlet(words: str, lexicon: Lexicon) -> str:
    """A name that is known, or an outlet's by its last word or `The`; an empty string for any other words.

    Agencies are none: what they sign is published elsewhere.
    """
    words = words.strip(_EDGES)
    if not _is_name(words):
        return ""
    names, lasts, sections = _known(lexicon)
    if words.casefold() in names:
        return words
    parts = words.split()
    if known_agency(words, lexicon):
        return ""
    return words if len(parts) > 1 and parts[-1] in lasts and parts[0] not in sections else ""


def _folded(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())


@cache
def _known(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """(Names of outlets in lower case, words that such names end with, sections of an outlet.)"""
    words = lexicon["agencies"]
    names = frozenset(name.strip().casefold() for name in words["outlets"].split(","))
    return names, frozenset(words["outlet_lasts"].split()), frozenset(words["section_firsts"].split())
