"""Links -> lineages: who came first, who took from whom."""

from collections.abc import Iterator

from site_gen.analyse.tables import LINEAGE_OF, LINKS, SKETCHES, Link, Sketch
from site_gen.records import Lineage
from site_gen.records.evidence import ArticleId
from site_gen.resolve.intervals import earliest
from site_gen.tables import LINEAGES, Reader, Row

_MOST = 300


def gather_lineage(key: str, _rows: tuple[Sketch, ...], reader: Reader) -> Iterator[Row]:
    """The lineage of one article; the record is emitted by its first article."""
    links = _reach(key, reader)
    sketches = [s for a in links if (s := reader.one(SKETCHES, a))]
    ordered = [s.article for s in sorted(sketches, key=_precedence)]
    yield Row(LINEAGE_OF, key, ordered[0])
    if ordered[0] == key:
        yield Row(LINEAGES, key, _lineage(ordered, links))


def _reach(key: str, reader: Reader) -> dict[str, tuple[Link, ...]]:
    """All articles that links lead to from `key`, with their links."""
    found = {key: reader.rows(LINKS, key)}
    queue = [key]
    while queue and len(found) < _MOST:
        for link in found[queue.pop()]:
            if link.other not in found:
                found[link.other] = reader.rows(LINKS, link.other)
                queue.append(link.other)
    return found


def _precedence(sketch: Sketch) -> tuple[int, bool, bool, bool, int, str, str]:
    """Earlier first; then agencies, datelines, quotations, the longer, and last the words themselves."""
    day = earliest(sketch.published)
    return (
        day,
        not sketch.agency,
        not sketch.dateline,
        not sketch.quoted,
        -sketch.size,
        sketch.text,
        sketch.article,
    )


def _lineage(ordered: list[str], links: dict[str, tuple[Link, ...]]) -> Lineage:
    parents = []
    chosen = []
    for place, article in enumerate(ordered[1:], 1):
        earlier = ordered[:place]
        known = [link for link in links[article] if link.other in earlier]
        if known:
            best = max(known, key=lambda link: (link.score, -ordered.index(link.other)))
            parents.append((ArticleId(article), ArticleId(best.other), best.relation))
            chosen.append(best)
    relation = (
        "alone" if len(ordered) == 1 else "copy" if all(c.relation == "copy" for c in chosen) else "rewrite"
    )
    return Lineage(
        id=ordered[0],
        articles=tuple(ArticleId(a) for a in ordered),
        relation=relation,  # type: ignore[arg-type]
        score=min((c.score for c in chosen), default=1.0),
        reasons=tuple(sorted({c.reason for c in chosen})),
        parents=tuple(parents),
    )
