"""`timeline.csv`: an event in, one row for a reader out."""

from typing import Any

from site_gen.export.data.cells import lines
from site_gen.export.data.places import address, iri, sentence_address
from site_gen.tables import SiteInfo

TIMELINE_HEADER = "date,date_basis,status,title,kind,place,articles,witnesses,words,sentence,page\n"


def timeline_line(event: Any, site: SiteInfo) -> str:
    """Date, what happened, how many tell it, and the first words that do, with their address."""
    first = event.evidence[0] if event.evidence else None
    row = (
        event.date,
        event.date_basis,
        event.status,
        event.title,
        event.kind,
        event.place,
        len(event.articles),
        len(event.lineages),
        " ".join(first.exact.split()) if first else "",
        site.base_url + iri(sentence_address(first)) if first else "",
        site.base_url + iri(address("events", event)),
    )
    return "".join(lines((row,)))
