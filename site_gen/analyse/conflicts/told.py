"""Pairs of claims that rule each other out -> one conflict for each matter."""

from collections.abc import Iterator

from site_gen.analyse.conflicts.claims import claim, conflict_rows
from site_gen.analyse.conflicts.namesakes import told_as_namesakes
from site_gen.analyse.tables import Rivals
from site_gen.records import Evidence
from site_gen.resolve.intervals import precision
from site_gen.resolve.words import subject
from site_gen.tables import Reader, Row


def tell_rivals(_dates: str, rivals: tuple[Rivals, ...], reader: Reader) -> Iterator[Row]:
    """One conflict for all pairs of these two values that share an article."""
    groups: list[list[Rivals]] = []
    apart = (pair for pair in rivals if not _in_the_same_words(pair))
    for pair in sorted(apart, key=lambda r: (not r.one.subject, -r.weight, r.about, r.one.articles)):
        home = next((g for g in groups if any(_linked(pair, other) for other in g)), None)
        if home is None:
            groups.append(home := [])
        home.append(pair)
    for group in groups:
        yield from _conflict(group, reader)


def _in_the_same_words(pair: Rivals) -> bool:
    """Whether a sentence was only printed once more on another day: its `yesterday` is the first one's."""
    ours, theirs = (" ".join(claim.places[0].exact.split()) for claim in (pair.one, pair.other))
    return ours == theirs


def _linked(a: Rivals, b: Rivals) -> bool:
    ours, theirs = ({*r.one.articles, *r.other.articles} for r in (a, b))
    return bool(ours & theirs)


def _conflict(group: list[Rivals], reader: Reader) -> Iterator[Row]:
    claims, kind = [], group[0].kind
    if kind == "name" and told_as_namesakes(group[0].one.value, group[0].other.value, reader):
        return
    for side in ("one", "other"):
        told = [getattr(r, side) for r in group]
        places: list[Evidence] = sorted({e for c in told for e in c.places})
        claims.append(
            claim(
                told[0].says or told[0].value,
                places,
                reader,
                _supports(told[0].value) if kind == "date" else "",
            )
        )
    subjects = sorted({c.subject for r in group for c in (r.one, r.other) if c.subject})
    articles = {f"article/{e.article}" for c in claims for e in c.evidence}
    yield from conflict_rows(
        kind,
        f"{kind.capitalize()}: {group[0].about}",
        tuple(claims),
        subject("opposites")["readings"][kind],
        tuple(subjects or sorted(articles)),
        reader,
    )


def _supports(date: str) -> str:
    exact = precision(date)
    return f"dated to the {exact}" if exact in ("day", "month", "year") else ""
