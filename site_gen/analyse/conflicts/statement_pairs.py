"""Which statements cannot both be so if they are of one matter: found in a block, without a look at the texts."""

import re
from collections import defaultdict
from collections.abc import Iterator

from site_gen.analyse.conflicts.measures import share
from site_gen.analyse.conflicts.opposite_words import by_person, opposite_pairs
from site_gen.analyse.conflicts.sides import may_differ, neighbours
from site_gen.analyse.conflicts.statements import deeds_of, done_alone, parts_of
from site_gen.analyse.conflicts.twice.sentences.deeds import repeated_stems
from site_gen.analyse.conflicts.twice.sentences.durations import length_of
from site_gen.analyse.stems import stems
from site_gen.analyse.tables import STATEMENT_PAIRS, StatementPair, StatementRef
from site_gen.resolve.intervals import days, gap, overlap
from site_gen.tables import Reader, Row

_DIGITS = re.compile(r"\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ALONG = 40
_STORY, _WEEK, _YEAR_LONG = 130, 10, 400
_STEPS, _NEXT = 3, 4
_MAY = "words may or will"
_ROUND = 0.02
"""The part by which one length of time in two units may differ."""
_TERMS = 0.3
"""Words in common of two sentences that give one thing two terms."""


def pair_statements(_key: str, rows: tuple[StatementRef, ...], _reader: Reader) -> Iterator[Row]:
    """Pairs of statements of one kind, close in time, that cannot both be so."""
    known = {(ref.published, ref.article, ref.number): ref for ref in rows}
    ordered = [known[place] for place in sorted(known)]
    said: dict[str, set[str]] = defaultdict(set)
    for ref in ordered:
        said[ref.article].add(ref.value)
    kind = ordered[0].kind
    most = _YEAR_LONG if kind in by_person() else _STORY
    for a, b in neighbours(ordered, _ALONG, most):
        if a.value != b.value and may_differ(a, b, said, most) and _differ(a, b):
            one, other = (a, b) if a.article < b.article else (b, a)
            pair = StatementPair(one.number, other.number, share(one.around, other.around))
            yield Row(STATEMENT_PAIRS, f"{one.article}|{other.article}", pair)


def _differ(a: StatementRef, b: StatementRef) -> bool:
    """Whether the two say what cannot both be, told of one thing."""
    how = a.kind.partition(" ")[0]
    if how == "when":
        first, second = days(a.value), days(b.value)
        if a.figures and b.figures and set(a.figures).isdisjoint(b.figures):
            return False  # 35 percent by 2035, half by 2045
        return bool(first and second) and not overlap(first, second) and _alike(a, b)  # type: ignore[arg-type]
    if how == "span":
        return a.value[-1:] == b.value[-1:] and not _says_both(a, b) and _alike(a, b)
    if how == "term":
        if abs(length_of(a.value) - length_of(b.value)) <= _ROUND * length_of(a.value):
            return False  # 12 months, a year
        return not (a.cues or b.cues or _says_both(a, b)) and share(a.around, b.around) >= _TERMS
    if how == "where":
        return len(set(a.around) & set(b.around)) > 1 and share(a.around, b.around) >= 0.3
    return _opposite(a, b) if how == "words" else _denied(a, b)


def _says_both(a: StatementRef, b: StatementRef) -> bool:
    """Whether one sentence has the length of the other too: the parts of a whole (`240 months and 60 months`)."""
    ours, theirs = (_DIGITS.findall(ref.value) for ref in (a, b))
    return not (set(ours).isdisjoint(b.figures) and set(theirs).isdisjoint(a.figures))


def _alike(a: StatementRef, b: StatementRef) -> bool:
    """Whether date or span belong to one deed: the word before them is one, or most words near them are."""
    if a.cues or b.cues or _planned(a) != _planned(b):
        return False
    beside = a.before[:1] == b.before[:1] != ()
    if a.kind == "when" and (not beside or _of_other_things(a, b)):
        return False
    around = len(set(a.around) & set(b.around))
    if beside and around > 1:
        return share(a.near, b.near) >= 0.3
    if a.kind == "when":
        return False
    if set(a.before[:2]) & set(b.before[:2]) and around > 2:
        return True
    deeds = deeds_of(a) & deeds_of(b)
    if deeds and around > 2 and a.kind != "span for":
        return True
    return len(set(a.near) & set(b.near)) > 1 and share(a.near, b.near) >= 0.5


def _planned(ref: StatementRef) -> bool:
    """Whether it is a day or year behind the report: what is to be then is no deed of another day."""
    told, written = days(ref.value) if ref.kind.startswith("when") else None, days(ref.published)
    return bool(told and written) and told.first > written.last  # type: ignore[union-attr]


def _of_other_things(a: StatementRef, b: StatementRef) -> bool:
    """Whether the words before what was done are two: shares were suspended, branches were closed.

    Of a plain date one of the two words before it must be known to tell a deed: `told the regulator on Monday` and
    `sent to the regulator on Friday` have a place in common and nothing done.
    """
    if a.kind == "when" and not deeds_of(a) & deeds_of(b):
        return a.before[1:2] != b.before[1:2]
    return len(a.before) > 1 and len(b.before) > 1 and a.before[1] != b.before[1]


def _opposite(a: StatementRef, b: StatementRef) -> bool:
    """Whether what both speak of stands where it must for these words; of one figure the promises are compared."""
    figures = set(a.figures) & set(b.figures)
    if a.kind.endswith("commitment") and any(not _YEAR.fullmatch(figure) for figure in figures):
        return False
    shared = opposite_pairs()[a.kind.partition(" ")[2]]["shared"]
    if shared in ("who", "whom"):
        return bool(set(a.names) & set(b.names))
    around = len((set(a.around) & set(b.around)) - repeated_stems())
    before = share(a.before[:5], b.before[:5]) >= 0.5
    after = share(a.after[:6], b.after[:6]) >= 0.5
    if shared == "around" and a.kind == _MAY and _of_other_deeds(a, b):
        return False
    if shared == "around":
        return around > 3 and share(a.around, b.around) >= 0.4
    if shared == "next":
        return a.after[:1] == b.after[:1] != () and around > 2 and share(a.around, b.around) >= 0.3
    if shared == "person":
        return bool(set(a.names) & set(b.names)) and not _weeks_apart(a, b)
    if shared == "before":
        return (before or not (a.before and b.before)) and bool(
            set(a.names) & set(b.names) or parts_of(a) & parts_of(b)
        )
    if shared == "both":
        return (before or bool(set(a.names) & set(b.names))) and after and around > 2
    if shared == "order" and len((_elsewhere(a) & _elsewhere(b)) - repeated_stems()) < _STEPS:
        return False
    near = len(set(a.after[:6]) & set(b.after[:6])) > 1 and figures
    return after and bool(near or (around > 2 and share(a.around, b.around) >= 0.4))


def _of_other_deeds(a: StatementRef, b: StatementRef) -> bool:
    """Whether nothing that one may do is what another will: `might argue that`, `will order`."""
    ours, theirs = frozenset(a.after[:_NEXT]), frozenset(b.after[:_NEXT])
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _elsewhere(ref: StatementRef) -> frozenset[str]:
    """What its sentence tells beside what stands behind it: the other one of two steps."""
    named = frozenset(stem for name in ref.names for stem in stems(name))
    return frozenset(ref.around) - frozenset(ref.after) - named


def _weeks_apart(a: StatementRef, b: StatementRef) -> bool:
    first, second = days(a.published), days(b.published)
    return bool(first and second) and gap(first, second) > _WEEK  # type: ignore[arg-type]


def _denied(a: StatementRef, b: StatementRef) -> bool:
    """Told as done by one and as not done by another that is no earlier."""
    done, denial = (a, b) if a.value == "yes" else (b, a)
    first, second = days(done.published), days(denial.published)
    later = first and second and second.last < first.first
    if later and not _long_done(done, denial) and not (done_alone(done.kind) and "past" in denial.cues):
        return False
    if done_alone(a.kind) and set(a.before[:2]) & set(b.before[:2]):
        return True
    alike = share(a.around, b.around)
    if "passive" in a.cues and "passive" in b.cues and parts_of(a) & parts_of(b):
        return True
    if len(set(a.around) & set(b.around)) <= 3:
        return False
    if len(set(a.names) & set(b.names)) > 1:
        return alike >= 0.4
    return alike >= 0.6 and max(share(a.after[:5], b.after[:5]), share(a.before[:5], b.before[:5])) >= 0.5


def _long_done(done: StatementRef, denial: StatementRef) -> bool:
    """Whether it is told as done in a year before that of the report by which it never was."""
    years = [figure for figure in done.figures if _YEAR.fullmatch(figure)]
    return "never" in denial.cues and any(year < denial.published[:4] for year in years)
