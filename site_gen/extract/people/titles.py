"""Titles and forms of address before a name, read from right to left."""

import re
from typing import NamedTuple

from site_gen.extract.people.phrase import Context, Reading, owner, read_phrase, title_case
from site_gen.extract.people.runs import Name
from site_gen.extract.people.vocabulary import Gender, Status, Vocabulary

_REACH = 110
_WORD = re.compile(r"[^\s,;:()\[\]“”\"!?]+")
_LAST = re.compile(r"([^\s,;:()“”\"]+) $")
_STOP = re.compile(r"[;:!?()“”\"—–\[\]]|[.] |, ")
_THEN = re.compile(r"(?:^|[\s(“\"])(then|ex|former|newly|acting)-$", re.IGNORECASE)
_WEAK = frozenset(
    {
        "major",
        "general",
        "captain",
        "deputy",
        "official",
        "chair",
        "head",
        "executive",
        "justice",
        "whip",
        "partner",
        "manager",
        "officer",
        "chief",
        "principal",
        "dean",
        "major-general",
        "parliament",
        "surgeon",
        "judge",
        "representative",
        "owner",
        "commander",
    }
)


class Lead(NamedTuple):
    """What stands before a name and belongs to it."""

    start: int
    """Where the mention begins."""
    readings: tuple[Reading, ...]
    honorific: str
    gender: Gender
    plural: bool = False
    """`Senators A and B`."""


class _Word(NamedTuple):
    start: int
    end: int
    text: str


NOTHING = Lead(-1, (), "", "")


def read_lead(name: Name, context: Context) -> Lead:
    """The titles directly before a name; `NOTHING` where none stands there."""
    text, words = context.text, context.words
    begin = max(name.block, name.start - _REACH)
    last = _LAST.search(text, max(begin, name.start - 30), name.start)
    if last is None or not _may_end_title(last.group(1), words):
        return NOTHING
    before = _before(text, begin, name.start)
    return _read(before, name, context)


def _may_end_title(word: str, words: Vocabulary) -> bool:
    bare = word.rstrip(".")
    low = _unprefixed(bare).lower()
    return (
        low.removesuffix("s") in words.heads
        or low in words.heads
        or low in words.roles
        or bare in words.short
        or bare in words.honorifics
        or low in words.portfolios
        or low in ("counterpart", "elect", "president-elect", "designate")
        or low in words.modifiers
        or bare[:1].isupper()
        or words.status.get(low) in ("former",)
    )


def _before(text: str, begin: int, end: int) -> list[_Word]:
    for match in _STOP.finditer(text, begin, end):
        if match.group() != ". " or not _abbreviation(text, match.start()):
            begin = match.end()
    return [_Word(m.start(), m.end(), m.group()) for m in _WORD.finditer(text, begin, end)]


def _abbreviation(text: str, dot: int) -> bool:
    at = dot
    while at > 0 and (text[at - 1].isalpha() or text[at - 1] == "."):
        at -= 1
    word = text[at:dot]
    return len(word) <= 4 and word[:1].isupper()


def _unprefixed(word: str) -> str:
    head, dash, tail = word.partition("-")
    return tail if dash and head.lower() in ("then", "ex", "former", "now") else word


def _read(before: list[_Word], name: Name, context: Context) -> Lead:
    words = context.words
    at = len(before) - 1
    honorific, start = "", name.start
    gender: Gender = ""
    while at >= 0 and before[at].text.rstrip(".") in words.honorifics:
        honorific = before[at].text.rstrip(".")
        gender = words.address.get(honorific.lower(), "") or gender
        start = before[at].start
        at -= 1
    reading = _office(before, at, name, context) if at >= 0 else None
    if reading is None:
        return Lead(start, (), honorific, gender) if honorific else NOTHING
    gender = gender or words.address.get(reading.title.split(" ")[-1].lower(), "")
    return Lead(min(start, reading.start), (reading,), honorific, gender, _is_plural(before[at].text, words))


def _is_plural(word: str, words: Vocabulary) -> bool:
    low = word.rstrip(".").lower()
    return (low.endswith("s") and low not in words.heads and low[:-1] in words.heads) or low in (
        "sens",
        "reps",
        "secretaries",
    )


def _office(before: list[_Word], at: int, name: Name, context: Context) -> Reading | None:
    found = _head(before, at, context.words)
    if found is None:
        return None
    first, title = found
    weak = title[-1] in _WEAK and title[-1].islower() and len(title) == 1
    status: Status = "current"
    if title[-1].lower() in ("elect", "designate") or title[-1].lower().endswith(("-elect", "-designate")):
        status, title = "elect", _unelected(title)
    first, title = _modifiers(before, first, title, context)
    return _holder(before, first, title, status, weak and len(title) == 1, name, context)


def _unelected(title: list[str]) -> list[str]:
    last = title[-1].lower().replace("-elect", "").replace("-designate", "")
    return title[:-1] if last in ("elect", "designate") else [*title[:-1], title[-1][: len(last)]]


def _head(before: list[_Word], at: int, words: Vocabulary) -> tuple[int, list[str]] | None:
    """The head of the title that ends at `at`, with its last words: `Secretary of State`."""
    text = before[at].text
    bare = text.rstrip(".")
    low = _unprefixed(bare).lower()
    if bare in words.short:
        return at, words.short[bare].split()
    if low in words.heads or low in words.roles or low == "counterpart":
        return at, [_unprefixed(bare)]
    if low.endswith("s") and low[:-1] in words.heads:
        return at, [_unprefixed(bare)[:-1]]
    if low in ("elect", "designate") and at and before[at - 1].text.lower() in words.heads:
        return at - 1, [before[at - 1].text, bare]
    if low.endswith(("-elect", "-designate")) and low.rsplit("-", 1)[0] in words.heads:
        return at, [bare]
    for length in range(1, min(8, at)):
        joined = before[at - length].text
        if joined in ("of", "for") and _head_word(before[at - length - 1].text, words):
            tail = [word.text for word in before[at - length + 1 : at + 1]]
            if _is_portfolio(tail, words):
                return at - length - 1, [before[at - length - 1].text, joined, *tail]
    return None


def _head_word(text: str, words: Vocabulary) -> bool:
    return text.lower() in words.heads


def _is_portfolio(tail: list[str], words: Vocabulary) -> bool:
    phrase = " ".join(tail).lower()
    known = all(word.lower() in words.modifiers or word in ("and", "&", "of", "the", "for") for word in tail)
    return phrase in words.portfolios or (known and tail[0][0].isupper())


def _modifiers(before: list[_Word], first: int, title: list[str], context: Context) -> tuple[int, list[str]]:
    """Go left over the words that belong to the title: `Science and Technology Minister`."""
    words = context.words
    portfolio = not context.headline and before[first].text in ("Minister", "Secretary")
    while first > 0:
        word = before[first - 1]
        low = word.text.rstrip(".").lower()
        if context.ends.get(word.end) is not None and low not in words.modifiers:
            break
        if _body_here(word, context):
            break
        if (low in words.modifiers or low in words.heads) and not _of_body(before, first - 1, words, context):
            first -= 1
            title = [_full(word.text, words), *title]
        elif (
            word.text in ("and", "&", "of", "for")
            and first > 1
            and _joined(before[first - 2].text, words, portfolio)
            and before[first].text[0].isupper()
        ):
            first -= 2
            title = [before[first].text, word.text, *title]
        elif (
            portfolio
            and word.text[0].isupper()
            and low not in words.status
            and word.text.isalpha()
            and word.text not in words.not_names
            and not word.text.isupper()
        ):
            first -= 1
            title = [word.text, *title]
        else:
            break
    return first, title


def _of_body(before: list[_Word], at: int, words: Vocabulary, context: Context) -> bool:
    """`SK Group Chairman`: a body's word after a name of its own belongs to the body."""
    if before[at].text not in words.bodies or not at or context.headline:
        return False
    left = before[at - 1]
    low = left.text.lower()
    own = (
        left.text[0].isupper()
        and low not in words.modifiers
        and low not in words.status
        and low not in words.heads
    )
    return (
        own
        and context.ends.get(left.end) is None
        and not left.text.endswith(("'s", "’s"))
        and left.text not in words.not_names
    )


def _body_here(word: _Word, context: Context) -> bool:
    place = context.ends.get(word.end)
    return place is not None and place.kind in ("body", "country") and place.evidence.start <= word.start


def _full(text: str, words: Vocabulary) -> str:
    return words.short.get(text.rstrip("."), text)


def _joined(text: str, words: Vocabulary, portfolio: bool) -> bool:
    return text.lower() in words.modifiers or (
        portfolio and text[0].isupper() and text not in words.not_names
    )


def _holder(
    before: list[_Word],
    first: int,
    title: list[str],
    status: Status,
    weak: bool,
    name: Name,
    context: Context,
) -> Reading | None:
    """Status, country and body left of the title."""
    words = context.words
    marked = status != "current"
    jurisdiction = organization = ""
    definite = False
    start = before[first].start
    held = _unprefixed(before[first].text) != before[first].text
    if held:
        status, marked = "former", True
    while first > 0:
        word = before[first - 1]
        low = word.text.rstrip(".").lower()
        place = context.ends.get(word.end)
        if low in words.status and not _party(word.text, title):
            if words.status[low] != "current":
                status, marked = words.status[low], True
            first, start = first - 1, word.start
        elif (
            place is not None
            and place.evidence.start >= before[0].start
            and not organization
            and not jurisdiction
        ):
            jurisdiction, organization = owner(place, context, title[-1])
            start = place.evidence.start
            while first > 0 and before[first - 1].end > start:
                first -= 1
            prefix = _THEN.search(context.text, max(0, start - 10), start)
            if prefix:
                status, marked, start = (
                    ("acting" if prefix.group(1).lower() == "acting" else "former"),
                    True,
                    prefix.start(1),
                )
                if prefix.group(1).lower() == "newly":
                    status, marked = "current", False
        elif word.text.endswith(("'s", "’s", "s'", "s’")):
            jurisdiction, organization, start = _possessor(
                before, first - 1, jurisdiction, organization, start, context
            )
            definite = True
            break
        elif not (organization or jurisdiction or context.headline) and (
            _is_body_word(word.text, words) or _party(word.text, title)
        ):
            organization, start = _body(before, first - 1, context)
            break
        else:
            definite = low in ("the", "its", "his", "her", "their", "a", "an", "our")
            break
    if weak and not (jurisdiction or organization or marked):
        return None
    role = title[-1].lower() in words.roles
    return Reading(
        title_case(title), jurisdiction, organization, status, start, name.start, marked, role, definite
    )


def _party(text: str, title: list[str]) -> bool:
    """`Labour leader`: a party's adjective says whose leader."""
    return (
        text[0].isupper()
        and title[-1].lower()
        in ("leader", "spokesman", "spokeswoman", "spokesperson", "chairman", "whip", "co-leader")
        and len(title) == 1
    )


def _is_body_word(text: str, words: Vocabulary) -> bool:
    return text in words.body_names or (
        text[0].isupper()
        and text.rstrip(".") not in words.not_names
        and text.rstrip(".") not in words.honorifics
    )


def _possessor(
    before: list[_Word], at: int, jurisdiction: str, organization: str, start: int, context: Context
) -> tuple[str, str, int]:
    mark = 2 if before[at].text[-1] == "s" else 1
    place = context.ends.get(before[at].end - mark)
    if place is not None:
        juris, body = owner(place, context)
        return juris or jurisdiction, organization or body, place.evidence.start
    if before[at].text[0].isupper() and not organization:
        body, begin = _body(before, at, context)
        return jurisdiction, body, begin
    return jurisdiction, organization, start


def _body(before: list[_Word], at: int, context: Context) -> tuple[str, int]:
    """The capitalised run that ends at `at`: `Bank of England`, `Apple`."""
    words = context.words
    end = before[at].end
    first = at
    while first > 0:
        text = before[first - 1].text
        if text[0].isupper() and (
            text not in words.not_names
            or text
            in (
                "National",
                "International",
                "Federal",
                "Public",
                "Central",
                "Western",
                "Eastern",
                "Northern",
                "Southern",
                "New",
                "World",
                "Joint",
                "Democratic",
                "Republican",
                "Islamic",
                "Communist",
                "Labour",
                "Conservative",
                "African",
                "Royal",
                "West",
                "South",
                "North",
                "East",
                "Google",
                "Supreme",
                "High",
            )
        ):
            first -= 1
        elif (
            text in ("of", "for", "and", "&", "the")
            and first > 1
            and before[first - 2].text[0].isupper()
            and before[first - 2].text not in words.not_names
            and before[first].text[0].isupper()
        ):
            first -= 2
        else:
            break
    name = context.text[before[first].start : end]
    for mark in ("'s", "’s"):
        name = name.removesuffix(mark)
    return words.body_full.get(name, name), before[first].start


def read_before_comma(name: Name, start: int, context: Context) -> Reading | None:
    """`the country's new president, X`: an office phrase that begins with a determiner and ends at a comma.

    `start` is where a form of address before the name begins, -1 for none.
    """
    text = context.text
    start = name.start if start < 0 else start
    if text.endswith(", the late ", 0, start):
        start -= len("the late ")
    if not text.startswith(", ", start - 2):
        return None
    stop = start - 2
    begin = max(name.block, stop - _REACH)
    for match in _STOP.finditer(text, begin, stop):
        begin = match.end()
    chunk = [_Word(m.start(), m.end(), m.group()) for m in _WORD.finditer(text, begin, stop)]
    for word in chunk:
        if (
            word.text.lower() in ("the", "its", "his", "her", "their")
            or word.text.endswith(("'s", "’s"))
            or word.start in context.starts
        ):
            reading = read_phrase(word.start, stop, context)
            if reading is not None and reading.end == stop and reading.definite:
                return reading
    return None
