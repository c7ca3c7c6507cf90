"""`changes.atom`: one entry for each day on which changes were recorded."""

from collections import Counter
from collections.abc import Iterator

from site_gen.export.feeds.entries import Entry
from site_gen.export.feeds.formats import Feed, atom
from site_gen.pages import urls
from site_gen.pages.page import Page, RawFile
from site_gen.pages.parts import plural
from site_gen.tables import CHANGES, ChangeEntry, Reader, SiteInfo

_DAYS = 30
_LINES = 40


def change_feed(_key: str, rows: tuple[SiteInfo, ...], story: Reader) -> Iterator[Page]:
    """The feed of changes; none where the site's address is not known."""
    site = rows[0]
    if not site.base_url:
        return
    days = [_day(day, story.rows(CHANGES, day)) for day in story.keys(CHANGES)[::-1][:_DAYS]]
    about = "What was added, changed and removed in the records of the story."
    feed = Feed(site, f"What changed · {site.title}", about, urls.CHANGES_FEED, urls.CHANGES, days)
    yield Page(urls.CHANGES_FEED, "", RawFile(atom(feed)))


def _day(day: str, changes: tuple[ChangeEntry, ...]) -> Entry:
    counts = Counter(change.change for change in changes)
    told = ", ".join(f"{counts[kind]} {kind}" for kind in ("added", "changed", "removed") if counts[kind])
    lines = [_line(change) for change in changes[:_LINES]]
    more = [f"and {len(changes) - _LINES} more"] if len(changes) > _LINES else []
    title = f"{plural(len(changes), 'change')}: {told}"
    return Entry("change", f"{urls.CHANGES}#d{day}", title, "; ".join((*lines, *more)) + ".", day, True)


def _line(change: ChangeEntry) -> str:
    fields = ", ".join(f"{f.field} {f.old or 'nothing'} → {f.new or 'nothing'}" for f in change.fields[:4])
    told = f"{change.change}: {change.title or change.record}"
    return f"{told} ({fields})" if change.change == "changed" and fields else told
