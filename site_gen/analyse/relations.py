"""Who followed whom in an office, and who belongs to what body: relations read off offices."""

from collections.abc import Iterator
from itertools import pairwise

from site_gen.records import Agreement, Evidence, Leader, Office, Relation
from site_gen.resolve.folding import slug
from site_gen.resolve.intervals import days
from site_gen.resolve.people.forms import office_key
from site_gen.tables import LEADERS, RELATIONS, Reader, Row, Table

POSTS: Table[str] = Table("posts", str)
"""Key: `title|country`; rows: ids of those who hold or held it."""


def spread_posts(key: str, leaders: tuple[Leader, ...], _reader: Reader) -> Iterator[Row]:
    """Each person under each post, and as a member of its body."""
    for leader in leaders:
        for office in leader.offices:
            if office.jurisdiction or office.organization:
                yield Row(POSTS, office_key(office), key)
            if office.organization and office.evidence:
                target = f"body/{office.organization}"
                relation = Relation(
                    "member of", f"leader/{key}", target, office.as_of, "", office.evidence[:2]
                )
                yield Row(RELATIONS, f"leader/{key}", relation)


def relate_parties(key: str, agreements: tuple[Agreement, ...], _reader: Reader) -> Iterator[Row]:
    """`party to` between each party and the agreement."""
    for agreement in agreements:
        for party in agreement.parties:
            source, target = f"place/{slug(party.name)}", f"agreement/{key}"
            relation = Relation("party to", source, target, None, "", agreement.mentions[:1])
            yield Row(RELATIONS, source, relation)
            yield Row(RELATIONS, target, relation)


def find_successions(post: str, holders: tuple[str, ...], reader: Reader) -> Iterator[Row]:
    """`succeeded` between holders of one post whose times in it are told and follow each other.

    Of a post that one person holds at a time also where the days of the reports say so: then it is called inferred.
    """
    known: list[tuple[int, str, Office]] = []
    for holder in sorted(set(holders)):
        leader = reader.one(LEADERS, holder)
        office = next((o for o in leader.offices if office_key(o) == post), None) if leader else None
        if office:
            known.append((_time(office), holder, office))
    known.sort(key=lambda item: (item[0], item[1]))
    for (_, earlier, was), (_, later, is_) in pairwise(item for item in known if item[0]):
        if earlier != later and is_.evidence:
            yield from _succeeded("succeeded", later, earlier, is_, (*is_.evidence[:2], *was.evidence[:1]))
    offices = {holder: office for _, holder, office in known}
    for _, before, was in known:
        if was.successor in offices and not (_time(was) and _time(offices[was.successor])):
            next_one, evidence = offices[was.successor], was.ended_evidence
            yield from _succeeded("succeeded (inferred)", was.successor, before, next_one, evidence)


def _succeeded(
    how: str, after: str, before: str, office: Office, evidence: tuple[Evidence, ...]
) -> Iterator[Row]:
    relation = Relation(how, f"leader/{after}", f"leader/{before}", office.start, "", evidence)
    yield Row(RELATIONS, f"leader/{after}", relation)
    yield Row(RELATIONS, f"leader/{before}", relation)


def _time(office: Office) -> int:
    """Day from which the texts say that the office is held; 0 where they say nothing."""
    span = days(office.start or (None if office.as_of_report else office.as_of) or office.end)
    return span.first if span else 0
