"""Records in, what the full-text table of the database holds of each out."""

from collections.abc import Callable, Mapping
from typing import Any

Entry = tuple[str, str, str, str]
"""Kind, id, title, words."""


def entry(kind: str, record: Any) -> Entry | None:
    """A record's entry; None for kinds that have no words of their own."""
    read = _READ.get(kind)
    if read is None:
        return None
    title, words = read(record)
    return kind, record.id, title, words


def _names(record: Any) -> tuple[str, str]:
    titles = (f"{office.title} {office.jurisdiction or office.organization}" for office in record.offices)
    return record.name, "; ".join(dict.fromkeys((*(v.name for v in record.variants), *titles)))


def _event(record: Any) -> tuple[str, str]:
    return record.title, " … ".join(dict.fromkeys(e.exact for e in record.evidence[:5]))


def _agreement(record: Any) -> tuple[str, str]:
    steps = (stage.evidence.exact for stage in record.stages)
    parties = (party.name for party in record.parties)
    return record.name, "; ".join(dict.fromkeys((record.acronym, *parties, *steps)))


_READ: Mapping[str, Callable[[Any], tuple[str, str]]] = {
    "articles": lambda r: (r.title, r.source.name if r.source else ""),
    "leaders": _names,
    "people": _names,
    "agreements": _agreement,
    "figures": lambda r: (r.measure, r.sentence.exact),
    "quotes": lambda r: (r.speaker.name if r.speaker else "", r.exact),
    "events": _event,
    "topics": lambda r: (r.name, ""),
    "conflicts": lambda r: (r.about, r.reading),
}
