"""Events and articles as entries of a feed.

A feed wants a moment for every entry, and articles often state no day. Then the last day that is known stands
in its place and the entry says so; what has no known day at all is in no feed. The seconds of `updated` only
keep entries of one day apart: no clock is read.
"""

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from site_gen.pages import urls
from site_gen.pages.notes import in_sentence, shown_words
from site_gen.tables import CARDS, DATED, EVENTS, SENTENCES, Reader, Ref
from site_gen.text.date_words import in_words, point_in_words

_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?![\dX])")
_LONGEST = 400


class Entry(Struct, frozen=True):
    """One entry."""

    kind: str
    """article, event or change."""
    address: str
    """Relative to the site."""
    title: str
    text: str
    """Plain text; ends with how the day is known, where it is not stated."""
    day: str
    """ISO date by which the entry is dated."""
    stated: bool
    """The articles state the day."""
    second: int = 0
    """Keeps entries of one day apart."""

    @property
    def updated(self) -> str:
        """RFC 3339."""
        minutes, seconds = divmod(self.second, 60)
        return f"{self.day}T{minutes // 60 % 24:02d}:{minutes % 60:02d}:{seconds:02d}Z"


def last_day(edtf: str) -> str:
    """The last day that an EDTF date names, as an ISO date; empty where it names none."""
    found = _DAY.findall(edtf)
    if not found:
        return ""
    year, month, day = (*(int(part) for part in max(found).split("-")), 0, 0)[:3]
    if not 1 <= year <= 9999 or month > 12:
        return ""
    month = month or 12
    last = monthrange(year, month)[1]
    return f"{year:04d}-{month:02d}-{min(day, last) or last:02d}"


def entries(story: Reader, refs: Iterable[Ref], most: int) -> tuple[Entry, ...]:
    """The latest entries of events and articles, the latest first."""
    made = (_entry(story, ref) for ref in dict.fromkeys(refs))
    found = sorted((e for e in made if e), key=lambda e: (e.day, e.kind, e.address), reverse=True)[:most]
    return apart(found)


def apart(found: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries of one day with different seconds, in order from the latest."""
    listed = list(found)
    left = Counter(entry.day for entry in listed)
    numbered: list[Entry] = []
    for entry in listed:
        left[entry.day] -= 1
        numbered.append(replace(entry, second=left[entry.day]))
    return tuple(numbered)


def _entry(story: Reader, ref: Ref) -> Entry | None:
    if ref.kind == "article":
        return _article(story, ref.id)
    return _event(story, ref.id) if ref.kind == "event" else None


def _article(story: Reader, id: str) -> Entry | None:
    card = story.one(CARDS, f"article/{id}")
    edtf, stated = _published(story, id)
    day = last_day(edtf)
    if card is None or not day:
        return None
    first = story.one(SENTENCES, f"{id}#0")
    says = shown_words(first.text, first.reading or first.text).strip() if first else ""
    text = " ".join(
        part for part in (f"{card.subtitle}:" if card.subtitle else "", says or card.title) if part
    )
    return Entry("article", urls.record("article", id), card.title, _told(text, edtf, stated), day, stated)


def _event(story: Reader, id: str) -> Entry | None:
    event = story.one(EVENTS, id)
    if event is None:
        return None
    dates = [_published(story, article) for article in event.articles]
    known = max(((last_day(edtf), edtf, stated) for edtf, stated in dates), default=("", "", False))
    day, edtf, stated = known if known[0] else (last_day(event.date or ""), event.date or "", False)
    if not day:
        return None
    said = "".join(in_sentence(story, event.evidence[0])).strip() if event.evidence else ""
    when = f" ({in_words(event.date)})" if event.date else ""
    text = f"{event.title}{when}. {said}".strip()
    return Entry("event", urls.record("event", id), event.title, _told(text, edtf, stated), day, stated)


def _published(story: Reader, article: str) -> tuple[str, bool]:
    dated = story.one(DATED, article)
    edtf = (dated.published.edtf if dated else "") or ""
    stated = dated is not None and dated.published.basis in ("stated", "editor")
    return edtf, stated and len(edtf) == 10 and last_day(edtf) == edtf


def _told(text: str, edtf: str, stated: bool) -> str:
    if len(text) > _LONGEST:
        text = text[:_LONGEST].rsplit(" ", 1)[0] + " …"
    note = (
        f" [No article states the day of publication; dated by what is known of it: {point_in_words(edtf)}.]"
    )
    return text if stated else text + note
