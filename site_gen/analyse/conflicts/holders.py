"""One post that one person holds at a time, told with two holders in reports of one matter and one week."""

from collections.abc import Iterator

from site_gen.analyse.conflicts.claims import claim, conflict_rows, witnesses
from site_gen.analyse.conflicts.stories import same_story
from site_gen.records import Leader, SharedPost
from site_gen.resolve.intervals import days, gap
from site_gen.resolve.tables import FACTS, KNOWN
from site_gen.resolve.words import subject
from site_gen.tables import LEADERS, Reader, Row

_WEEK = 7


def find_holder_conflicts(key: str, leaders: tuple[Leader, ...], reader: Reader) -> Iterator[Row]:
    """A conflict for each post that this person and another share, told once a pair.

    Only where neither report knows the other holder: one that does speaks of a change of office.
    """
    for shared in leaders[0].shared_posts:
        other = reader.one(LEADERS, shared.holder) if key < shared.holder else None
        if other and _one_matter(key, shared, reader):
            sides = zip((leaders[0], other), shared.evidence, strict=True)
            yield from conflict_rows(
                "name", f"Holder: {shared.post}",
                tuple(claim(leader.name, (place,), reader) for leader, place in sides),
                subject("opposites")["readings"]["holder"], (f"leader/{key}", f"leader/{other.id}"), reader,
            )  # fmt: skip


def _one_matter(key: str, shared: SharedPost, reader: Reader) -> bool:
    one, other = (place.article for place in shared.evidence)
    if _knows(one, shared.holder, reader) or _knows(other, key, reader):
        return False
    if witnesses(shared.evidence[:1], reader) & witnesses(shared.evidence[1:], reader):
        return False
    facts = [reader.one(FACTS, article) for article in (one, other)]
    first, second = (days(f.published) if f else None for f in facts)
    return bool(first and second) and gap(first, second) <= _WEEK and same_story(one, other, reader)  # type: ignore[arg-type]


def _knows(article: str, person: str, reader: Reader) -> bool:
    known = reader.one(KNOWN, article)
    return bool(known) and person in known.people  # type: ignore[union-attr]
