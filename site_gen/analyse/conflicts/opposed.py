"""Statements of two reports that rule each other out: another bound or tally, an opposite word, a denial."""

import re
from collections import defaultdict
from collections.abc import Iterator
from textwrap import shorten

from site_gen.analyse.conflicts.claims import witnesses
from site_gen.analyse.conflicts.measures import share
from site_gen.analyse.conflicts.roles import turned_round
from site_gen.analyse.conflicts.sides import may_differ, neighbours
from site_gen.analyse.conflicts.statements import deeds_of, opposite_pairs
from site_gen.analyse.conflicts.stories import same_story
from site_gen.analyse.lineage.sketch import name_number
from site_gen.analyse.tables import DAY_RIVALS, STORY_NAMES, DayClaim, DayRivals, Statement
from site_gen.resolve.folding import fold
from site_gen.resolve.intervals import days, gap, overlap
from site_gen.resolve.words import country_words, word_set
from site_gen.tables import Reader, Row

_NUMBER = re.compile(r"\d[\d.,]*\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ALONG = 40
_STORY, _WEEK = 130, 10
_BREAK = re.compile(r',(?!\d)|[;:()“”"]')
_AHEAD, _BEHIND = 6, 8
"""Words shown around one that has an opposite."""


def find_opposed(_key: str, rows: tuple[Statement, ...], reader: Reader) -> Iterator[Row]:
    """Pairs of statements of one kind, close in time, that contradict each other."""
    known = {(s.published, s.article, s.evidence.start): s for s in rows}
    ordered = [known[place] for place in sorted(known)]
    said: dict[str, set[str]] = defaultdict(set)
    for statement in ordered:
        said[statement.article].add(statement.value)
    most = _WEEK if ordered[0].kind == "tally" else _STORY
    for a, b in neighbours(ordered, _ALONG, most):
        if may_differ(a, b, said, most) and _differ(a, b) and _of_one_matter(a, b, reader):
            yield _row(a, b)


def _differ(a: Statement, b: Statement) -> bool:
    """Whether the two say what cannot both be, told of one thing."""
    how = a.kind.partition(" ")[0]
    if how == "when":
        first, second = days(a.value), days(b.value)
        return bool(first and second) and not overlap(first, second) and _alike(a, b)  # type: ignore[arg-type]
    if how == "span":
        return a.value[-1:] == b.value[-1:] and _alike(a, b)
    if how == "tally":
        return _one_vote(a, b)
    if how == "where":
        return len(set(a.around) & set(b.around)) > 1 and share(a.around, b.around) >= 0.3
    return _opposite(a, b) if how == "words" else _denied(a, b)


def _alike(a: Statement, b: Statement) -> bool:
    """Whether date or span belong to one deed: the word before them is one, or most words near them are."""
    if any(
        f" {cue} " in f" {fold(s.sentence.exact)} " for s in (a, b) for cue in word_set("opposites", "moved")
    ):
        return False
    around = len(set(a.around) & set(b.around))
    if a.before and b.before and a.before[0] == b.before[0] and around > 1:
        return share(a.near, b.near) >= 0.3
    if a.kind == "when":
        return False
    if set(a.before[:2]) & set(b.before[:2]) and around > 2:
        return True
    deeds = deeds_of(a) & deeds_of(b)
    if deeds and around > 2 and a.kind != "span for":
        return True
    return len(set(a.near) & set(b.near)) > 1 and share(a.near, b.near) >= 0.5


def _one_vote(a: Statement, b: Statement) -> bool:
    bodies = word_set("analysis", "bodies")
    first, second = (bodies.intersection(fold(s.sentence.exact).split()) for s in (a, b))
    if first and second and not first & second:
        return False
    voting = word_set("opposites", "voting")
    ours, theirs = (tuple(w for w in s.around if w not in voting) for s in (a, b))
    return share(ours, theirs) >= 0.25 or not _dated_apart(a, b)


def _dated_apart(a: Statement, b: Statement) -> bool:
    first, second = days(a.published), days(b.published)
    return not first or not second or gap(first, second) > 2


def _opposite(a: Statement, b: Statement) -> bool:
    """Whether what both speak of stands where it must for these words; of one figure the promises are compared."""
    figures = set(_NUMBER.findall(a.sentence.exact)) & set(_NUMBER.findall(b.sentence.exact))
    if a.kind.endswith("commitment") and any(not _YEAR.fullmatch(figure) for figure in figures):
        return False
    shared = opposite_pairs()[a.kind.partition(" ")[2]]["shared"]
    around = len(set(a.around) & set(b.around))
    before = share(a.before[:5], b.before[:5]) >= 0.5
    after = share(a.after[:6], b.after[:6]) >= 0.5
    if shared == "around":
        return around > 3 and share(a.around, b.around) >= 0.4
    if shared == "next":
        return a.after[:1] == b.after[:1] != () and around > 2 and share(a.around, b.around) >= 0.3
    if shared == "before":
        return before and bool(set(a.names) & set(b.names))
    if shared == "both":
        return (before or bool(set(a.names) & set(b.names))) and after and around > 2
    near = len(set(a.after[:6]) & set(b.after[:6])) > 1 and figures
    return after and bool(near or (around > 2 and share(a.around, b.around) >= 0.4))


def _denied(a: Statement, b: Statement) -> bool:
    """Told as done by one and as not done by another that is no earlier."""
    done, denial = (a, b) if a.value == "yes" else (b, a)
    first, second = days(done.published), days(denial.published)
    if first and second and second.last < first.first and not _long_done(done, denial):
        return False
    alike = share(a.around, b.around)
    if len(set(a.around) & set(b.around)) <= 3:
        return False
    if len(set(a.names) & set(b.names)) > 1:
        return alike >= 0.4
    return alike >= 0.6 and max(share(a.after[:5], b.after[:5]), share(a.before[:5], b.before[:5])) >= 0.5


def _long_done(done: Statement, denial: Statement) -> bool:
    """Whether it is told as done in a year before that of the report by which it never was."""
    years = _YEAR.findall(done.sentence.exact)
    return "never" in denial.evidence.exact and any(year < denial.published[:4] for year in years)


def _of_one_matter(a: Statement, b: Statement, reader: Reader) -> bool:
    if turned_round(a.sentence.exact, b.sentence.exact):
        return False
    ours, theirs = (set(s.names) - country_words() for s in (a, b))
    if ours and theirs and not ours & theirs and not (_known(ours, b, reader) or _known(theirs, a, reader)):
        return False
    if witnesses((a.evidence,), reader) & witnesses((b.evidence,), reader):
        return False
    if a.kind.startswith("where") and (
        _known(set(a.value.split()), b, reader) or _known(set(b.value.split()), a, reader)
    ):
        return False
    return same_story(a.article, b.article, reader)


def _known(names: set[str], statement: Statement, reader: Reader) -> bool:
    """Whether one of the names stands anywhere in the statement's article."""
    there = reader.one(STORY_NAMES, statement.article) or ()
    return any(name_number(name) in there for name in names)


def _row(a: Statement, b: Statement) -> Row:
    kind = _kind(a)
    a, b = sorted((a, b), key=lambda s: (s.value, s.evidence))
    claims = [DayClaim(s.value, (s.article,), (s.sentence, s.evidence), "", _says(s)) for s in (a, b)]
    about = " ".join(min((s.sentence.exact for s in (a, b)), key=lambda t: (len(t), t)).split())
    rivals = DayRivals(
        shorten(about, 90, placeholder=" …"), share(a.around, b.around), claims[0], claims[1], kind
    )
    return Row(DAY_RIVALS, f"{kind} {claims[0].date} {claims[1].date}", rivals)


def _kind(statement: Statement) -> str:
    how, _, of = statement.kind.partition(" ")
    if how == "words":
        return str(opposite_pairs()[of]["kind"])
    return {"when": "date", "span": "value", "tally": "value", "deed": "stage", "where": "place"}[how]


def _says(statement: Statement) -> str:
    """What a reader is shown as the claim: a date, a number or a town; a word with an opposite within its clause."""
    if statement.kind.startswith("when"):
        return statement.value
    if statement.kind.startswith(("words", "deed")):
        return _clause(statement)
    return " ".join(statement.evidence.exact.split())


def _clause(statement: Statement) -> str:
    """The words with those around them, as far as the clause or a few words: `only after the prisoners are freed`."""
    text, start = statement.sentence.exact, statement.evidence.start - statement.sentence.start
    end = start + len(statement.evidence.exact)
    ahead = _BREAK.split(text[:start])[-1].split()
    behind = _BREAK.split(text[end:])[0].split()
    before, after = ahead[-_AHEAD:], behind[:_BEHIND]
    told = " ".join([*before, text[start:end], *after]).rstrip('.”"')
    left, right = "… " * (len(ahead) > _AHEAD), " …" * (len(behind) > _BEHIND)
    return f"{left}{' '.join(told.split())}{right}"
