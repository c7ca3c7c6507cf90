"""Statements of two reports that rule each other out: another bound, an opposite word, a denial."""

import re
from collections.abc import Iterator

from site_gen.analyse.conflicts.contrasts import in_a_row, is_demanded, stretch_of, told_apart, until_and_from
from site_gen.analyse.conflicts.copies import one_witness
from site_gen.analyse.conflicts.day_words import each_its_own
from site_gen.analyse.conflicts.excerpt import BREAK, clause, matter, place_of
from site_gen.analyse.conflicts.objects import done_to_others
from site_gen.analyse.conflicts.opposite_words import by_person, opposite_pairs
from site_gen.analyse.conflicts.roles import of_two_groups, other_outcomes, turned_round
from site_gen.analyse.conflicts.stories import same_story
from site_gen.analyse.in_sentence import text_before, text_behind
from site_gen.analyse.stems import synonym
from site_gen.analyse.tables import (
    RIVALS,
    STATEMENTS,
    STORY_NAMES,
    RivalClaim,
    Rivals,
    Statement,
    StatementPair,
)
from site_gen.resolve.article_names import CAPITAL, name_number
from site_gen.resolve.intervals import days, gap
from site_gen.resolve.words import country_words, subject
from site_gen.tables import DATED, Reader, Row

_NAME = re.compile(rf"(?!(?:He|She|They|It|The|His|Her)\b)[{CAPITAL}][\w’'-]+")
_TO_COME = re.compile(r"\b(?:will|would|shall|should|may|might|could) (?:\w+ly )?$")
_SOME = re.compile(
    r"\b(?:some|several|most|half|part|(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)) of the [^,;:.]{3,40}$",
    re.I,
)
_MARK = re.compile(r"[,;:.]")
_REACH = 80
_YEAR = 366


def find_opposed(articles: str, rows: tuple[StatementPair, ...], reader: Reader) -> Iterator[Row]:
    """Those of the pairs of two articles that are of one matter."""
    first, second = articles.split("|")
    if not same_story(first, second, reader):
        return
    ours, theirs = ({s.number: s for s in reader.rows(STATEMENTS, a)} for a in (first, second))
    for pair in sorted(set(rows)):
        a, b = ours.get(pair.one), theirs.get(pair.other)
        if a and b and _of_one_matter(a, b, reader):
            yield _row(a, b, pair.weight)


def _of_one_matter(a: Statement, b: Statement, reader: Reader) -> bool:
    texts = a.sentence.exact, b.sentence.exact
    if turned_round(*texts) or of_two_groups(*texts) or until_and_from(*texts) or not _one_person(a, b):
        return False
    if a.kind.startswith("words") and done_to_others(
        a.evidence.exact, text_behind(a), b.evidence.exact, text_behind(b)
    ):
        return False
    if a.kind.startswith("deed") and (_done_to_two(a, b) or _is_to_be(a) != _is_to_be(b) or _in_part(a, b)):
        return False
    if _of_other_lengths(a, b) or (a.kind.startswith("when") and _of_other_days(a, b, reader)):
        return False
    ours, theirs = (set(s.names) - country_words() for s in (a, b))
    if ours and theirs and not ours & theirs and not (_known(ours, b, reader) or _known(theirs, a, reader)):
        return False
    if one_witness(a.sentence, b.sentence, reader) and not a.kind.startswith("term"):
        return False
    if not a.kind.startswith("where"):
        return True
    return not (_known(set(a.value.split()), b, reader) or _known(set(b.value.split()), a, reader))


def _of_other_lengths(a: Statement, b: Statement) -> bool:
    """Whether two lengths of time are of two things, or one of them is only asked for."""
    if not a.kind.startswith(("span", "term")):
        return False
    return told_apart(stretch_of(a), stretch_of(b)) or _is_demanded(a) != _is_demanded(b)


def _of_other_days(a: Statement, b: Statement, reader: Reader) -> bool:
    """Whether two days are hardly of one thing: another of a row, another outcome, or `this morning` of two reports."""
    texts = a.sentence.exact, b.sentence.exact
    if in_a_row(*texts) or other_outcomes(*texts) or _of_two_ages(a, b):
        return True
    return each_its_own(a.evidence.exact, b.evidence.exact, _days_apart(a, b, reader))


def _days_apart(a: Statement, b: Statement, reader: Reader) -> int:
    """Days between the two reports."""
    dated = (reader.one(DATED, s.evidence.article) for s in (a, b))
    first, second = (days(d.published.edtf) if d and d.published.edtf else None for d in dated)
    return gap(first, second) if first and second else 0


def _is_demanded(statement: Statement) -> bool:
    return is_demanded(statement.sentence.exact, statement.evidence.start - statement.sentence.start)


def _of_two_ages(a: Statement, b: Statement) -> bool:
    """Whether one is a year, and the other a day of another: `building since 2028`, `on strike since 8 May`."""
    first, second = days(a.value), days(b.value)
    if first is None or second is None or gap(first, second) < _YEAR:
        return False
    return (first.length == 1) != (second.length == 1)


def _done_to_two(a: Statement, b: Statement) -> bool:
    """Whether each clause names another behind the deed: `repaid the loan for X`, `has not repaid that for Y`."""
    ours, theirs = (frozenset(_NAME.findall(_MARK.split(text_behind(s))[0])) for s in (a, b))
    there = (frozenset(_NAME.findall(s.sentence.exact)) for s in (b, a))
    return bool(ours and theirs) and all(x.isdisjoint(y) for x, y in zip((ours, theirs), there, strict=True))


def _in_part(a: Statement, b: Statement) -> bool:
    """Whether it was done to some: `two of the nine were evacuated` and `seven were not`."""
    done = a if a.value == "yes" else b
    return _SOME.search(text_before(done)) is not None


def _is_to_be(statement: Statement) -> bool:
    """Whether the deed is to come, or not to come: `will not meet`."""
    return _TO_COME.search(text_before(statement)) is not None


def _one_person(a: Statement, b: Statement) -> bool:
    """Where a person must be meant: whether the last name before `resigned` stands behind `sacked`."""
    if a.kind not in by_person():
        return not _of_two_people(a, b)
    if opposite_pairs()[a.kind.partition(" ")[2]]["shared"] == "person":
        return not _beside(a).isdisjoint(_beside(b))
    left, removed = (a, b) if a.value == "0" else (b, a)
    before = _NAME.findall(text_before(left))
    if opposite_pairs()[a.kind.partition(" ")[2]]["shared"] == "whom":
        also = _NAME.findall(text_before(removed))
        return not before or not also or before[-1] == also[-1]
    behind = _NAME.findall(text_behind(removed)[:_REACH])
    return bool(before) and before[-1] in behind


def _of_two_people(a: Statement, b: Statement) -> bool:
    """Whether words that follow on who is meant (`died`, `survived`) stand behind the names of two."""
    told = a.kind.partition(" ")[2]
    if told not in opposite_pairs() or opposite_pairs()[told]["shared"] != "before":
        return False
    ours, theirs = _beside(a), _beside(b)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _beside(statement: Statement) -> frozenset[str]:
    """The last two names before it, or the post; behind `in the presence of` those that follow."""
    text, start = statement.sentence.exact, statement.evidence.start - statement.sentence.start
    if statement.evidence.exact.endswith((" of", " by")):
        told = BREAK.split(text[start + len(statement.evidence.exact) :])[0]
        names = _NAME.findall(told)
    else:
        told = text[max(0, start - _REACH) : start].rpartition(";")[2]
        names = _NAME.findall(told)[-2:]
    posts = (post for post in subject("analysis")["one_holder"]["countries"] if post in told.lower())
    return frozenset((*names, *posts))


def _known(names: set[str], statement: Statement, reader: Reader) -> bool:
    """Whether one of the names stands anywhere in the statement's article."""
    there = reader.one(STORY_NAMES, statement.evidence.article) or ()
    return any(name_number(name) in there for name in names)


def _row(a: Statement, b: Statement, weight: float) -> Row:
    kind = _kind(a)
    a, b = sorted((a, b), key=lambda s: (s.value, s.evidence))
    claims = [
        RivalClaim(_value(s), (s.evidence.article,), (s.sentence, s.evidence), "", _says(s)) for s in (a, b)
    ]
    about = matter(kind, [place_of(s.sentence, s.evidence) for s in (a, b)])
    rivals = Rivals(about, weight, claims[0], claims[1], kind)
    return Row(RIVALS, f"{kind} {claims[0].value} {claims[1].value}", rivals)


def _value(statement: Statement) -> str:
    """Its value, with what it is of where other matters have the same two."""
    how, _, of = statement.kind.partition(" ")
    return (
        f"{synonym(of)} {statement.value}"
        if how == "deed"
        else f"{of} {statement.value}"
        if how == "words"
        else statement.value
    )


def _kind(statement: Statement) -> str:
    how, _, of = statement.kind.partition(" ")
    if how == "words":
        return str(opposite_pairs()[of]["kind"])
    return {
        "when": "date",
        "span": "value",
        "term": "value",
        "deed": "stage",
        "where": "place",
    }[how]


def _says(statement: Statement) -> str:
    """What a reader is shown as the claim: a date, a number or a town; a word with an opposite within its clause."""
    if statement.kind.startswith("when"):
        return statement.value
    if statement.kind.startswith(("words", "deed")):
        start = statement.evidence.start - statement.sentence.start
        return clause(statement.sentence.exact, start, start + len(statement.evidence.exact))
    return " ".join(statement.evidence.exact.split())
