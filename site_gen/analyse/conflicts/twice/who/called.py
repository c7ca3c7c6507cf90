"""What the new paper, body or fund of a story is called: one name in each report, and not the same."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from site_gen.analyse.conflicts.twice.aligned.align import Pair
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.stems import synonym
from site_gen.analyse.tellings import Slot, Telling, Told
from site_gen.resolve.article_names import CAPITAL
from site_gen.resolve.folding import fold
from site_gen.resolve.words import any_of, subject, word_set
from site_gen.tables import Row
from site_gen.text.letters import letters_in

_DAY = (
    "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August"
    "|September|October|November|December)"
)
_WORD = rf"(?!{_DAY}\b)[{CAPITAL}][\w’'-]*\w"
_NO_NAME = (
    "(?:The|This|That|These|An?|In|On|At|Under|By|For|Its|Their|His|Her|Our|With|From|As|If|And|But|Both"
    "|Each|Every|No)"
)
_SMALL = "(?:on|of|for|and|of the|for the|on the|and the)"
_FEW = "{0,8}"
"""Words of a name, so that a line in capitals costs no more than its length."""
_CLOSE = 80
"""Characters before a name in which it may be told as new."""
_YEAR = re.compile(r"[^.;:]{0,60}?\b(?:in|of|from|since) (?:[A-Z]\w+ )?(?P<year>(?:19|20)\d\d)\b")
_NEAR, _NEW = 0.9, 0.3
"""What stands around two names in both reports, where one of them is not told as new, and where both are."""


def called_slots(at: int, told: Told, published: str) -> Iterator[Slot]:
    """A slot for each name in a sentence that ends, or begins, with a word of some sort of paper or body.

    `heads` is (`new`,) where the sentence tells it as new, or done now.
    """
    text = told.evidence.exact
    if _kinds().keys().isdisjoint(letters_in(text)):
        return
    for found in _title().finditer(text):
        name = found["name"]
        sort = _sort_of(name)
        if sort and _own(name):
            first, last = found.span("name")
            new = (
                ("new",) if _told_as_new(text, first, last, sort) and not _old(text, last, published) else ()
            )
            start = told.evidence.start
            yield Slot(at, f"called {sort}", fold(name), start + first, start + last, new)


def rival_titles(pair: Pair) -> Iterator[Row]:
    """A row for each sort of thing of which either report has one that is new, by another name than the other's."""
    for kind in sorted({s.kind for s in pair.one.slots if s.kind.startswith("called ")}):
        ours, theirs = ([s for s in t.slots if s.kind == kind] for t in (pair.one, pair.other))
        one, other = _only(ours), _only(theirs)
        if not one or not other or _one_name(one.value, other.value) or not (one.heads or other.heads):
            continue
        if _names(pair.one, other.value) or _names(pair.other, one.value):
            continue
        if pair.nearness(one, other) >= _least(one, other):
            yield row_of(one, other, pair, 1.0, "name")


def _least(one: Slot, other: Slot) -> float:
    """What two names must have around them: nothing where both are new, and are papers or end with one word."""
    if not (one.heads and other.heads):
        return _NEAR
    papers = one.kind.removeprefix("called ") in subject("called")["signed"]
    return 0.0 if papers or one.value.split()[-1] == other.value.split()[-1] else _NEW


def _only(slots: list[Slot]) -> Slot | None:
    """The one name of its sort in a report, where it is told as new if it ever is; None if there are several."""
    new = [s for s in slots if s.heads]
    named = {s.value for s in (new or slots)}
    longest = max(named, key=len, default="")
    if any(not _one_name(name, longest) for name in named):
        return None
    return next(s for s in (new or slots) if s.value == longest) if longest else None


def _one_name(one: str, other: str) -> bool:
    """Whether one has no word that the other has not, but for the sort: a name and its short form."""
    ours, theirs = (frozenset(synonym(w) for w in name.split() if w not in _kinds()) for name in (one, other))
    return ours <= theirs or theirs <= ours


def _names(telling: Telling, name: str) -> bool:
    """Whether a report has the other's name too, or all that tells it from others in one sentence."""
    words = [w for w in name.split() if w not in _kinds() and len(w) > 3]
    said = (fold(told.evidence.exact) for told in telling.sentences)
    return any(name in text or (len(words) > 1 and all(w in text for w in words)) for text in said)


def _sort_of(name: str) -> str:
    """The sort of what is so called: told by the last word, or by the one before `on`, `of` or `for`."""
    words = fold(name).split()
    begun = (_kinds()[word] for word, on in pairwise(words) if on in ("of", "on", "for") and word in _kinds())
    return next(begun, "") or _kinds().get(words[-1], "")


def _own(name: str) -> bool:
    """Whether a name has a word that not every such paper has."""
    plain = word_set("called", "plain") | _kinds().keys()
    return any(word not in plain and len(word) > 2 for word in fold(name).split())


def _told_as_new(text: str, first: int, last: int, sort: str) -> bool:
    ahead = text[max(0, first - _CLOSE) : first]
    parts = ("made", "signed") if sort in subject("called")["signed"] else ("made",)
    return any(_before(part).search(ahead) or _behind(part).match(text, last) for part in parts)


def _old(text: str, last: int, published: str) -> bool:
    """Whether an earlier year stands behind a name: `the Port Agreement, signed with a firm in 2019`."""
    found = _YEAR.match(text, last)
    return found is not None and found["year"] < published[:4]


@cache
def _kinds() -> Mapping[str, str]:
    """Each word for a sort of thing, and the sort."""
    return {fold(word): sort for sort, words in subject("called")["kinds"].items() for word in words}


@cache
def _title() -> re.Pattern[str]:
    kinds = "|".join(sorted(w.capitalize() for words in subject("called")["kinds"].values() for w in words))
    ends = rf"{_WORD}(?: (?:{_SMALL} )?{_WORD}){_FEW}? (?:{kinds})"
    begins = (
        rf"(?:{_WORD} ){_FEW}(?:{kinds})(?: of {_WORD})? (?:on|for|of) (?:the )?"
        rf"{_WORD}(?: (?:{_SMALL} )?{_WORD}){_FEW}"
    )
    return re.compile(rf"(?=[{CAPITAL}])(?<![\w’'-])(?!{_NO_NAME} )(?P<name>{begins}|{ends})\b(?! {_WORD})")


@cache
def _before(part: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of('called', 'before', part)})$", re.I)


@cache
def _behind(part: str) -> re.Pattern[str]:
    return re.compile(any_of("called", "behind", part))
