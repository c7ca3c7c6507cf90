"""Titles and forms of address before a name, read from right to left."""

import re
from typing import NamedTuple

from site_gen.extract.people.casing import unprefixed
from site_gen.extract.people.ending_at import STOP, WORD
from site_gen.extract.people.holders import Word, read_holder
from site_gen.extract.people.of_body import office_of_land, paired_before, read_of_body
from site_gen.extract.people.reading import Context, Reading
from site_gen.extract.people.remits import several_remits
from site_gen.extract.people.roles import paired
from site_gen.extract.people.runs import Name
from site_gen.extract.people.title_joints import begun_body, joined, serving
from site_gen.extract.people.vocabulary import Gender, Status, Vocabulary, is_abbreviation

_REACH = 110
_LAST = re.compile(r"([^\s,;:()“”\"]+) $")
_ACRONYM = re.compile(r" \([A-Z][A-Za-z.&-]{1,9}\) $")
"""`World Health Organization (WHO) Director-General`: the name goes on behind its short form."""
_BRACKET = 16
_ELECT = ("elect", "designate")


class Lead(NamedTuple):
    """What stands before a name and belongs to it."""

    start: int
    """Where the mention begins."""
    readings: tuple[Reading, ...]
    honorific: str
    gender: Gender
    plural: bool = False
    """`Senators A and B`."""


NOTHING = Lead(-1, (), "", "")


def read_lead(name: Name, context: Context) -> Lead:
    """The titles directly before a name; `NOTHING` where none stands there."""
    text, words = context.text, context.words
    begin = max(name.block, name.start - _REACH)
    closed = text.endswith(") ", begin, name.start)
    end = name.start
    if closed and (short := _ACRONYM.search(text, max(begin, end - _BRACKET), end)):
        end = short.start() + 1
    last = _LAST.search(text, max(begin, end - 30), end)
    word = last.group(1) if last else ""
    if last is None or not _may_end_title(word, words) or _ends_name(last.start(), word, context):
        return NOTHING
    lead = _read(_before(text, begin, name.start, words), name, context)
    if lead.readings or lead.honorific or word.lower() not in words.modifiers:
        return lead
    whole = several_remits(begin, name.start - 1, text) if ", " in text[begin : name.start] else None
    return Lead(whole.start, (whole._replace(end=name.start),), "", "") if whole else lead


def lead_to(stop: int, name: Name, context: Context) -> tuple[Reading, ...]:
    """The offices whose words end at `stop`, before a name that something parts from them."""
    begin = max(name.block, stop - _REACH)
    before = _before(context.text, begin, stop, context.words)
    if not before or not _may_end_title(before[-1].text, context.words):
        return ()
    return _read(before, name._replace(start=stop), context).readings


def _ends_name(start: int, word: str, context: Context) -> bool:
    """`Hun Sen. Then X`: what looks like `Senator` is a name's last word and ends a sentence."""
    if not word.endswith(".") or context.text[start - 1 : start] != " ":
        return False
    left = context.text[max(0, start - 16) : start - 1].rsplit(" ", 1)[-1]
    return left in context.words.surnames_first


def _may_end_title(word: str, words: Vocabulary) -> bool:
    bare = word.rstrip(".")
    low = unprefixed(bare).lower()
    return (
        bare[:1].isupper()
        or low in words.heads
        or low.removesuffix("s") in words.heads
        or low in words.roles
        or low in words.portfolios
        or low in words.modifiers
        or low.endswith(_ELECT)
        or low in words.plurals
    )


def _before(text: str, begin: int, end: int, words: Vocabulary) -> list[Word]:
    floor = begin
    for match in STOP.finditer(text, begin, end):
        if match.group() != ". " or not is_abbreviation(text, match.start(), words):
            begin = match.end()
    found = [Word(m.start(), m.end(), m.group()) for m in WORD.finditer(text, begin, end)]
    acronym = _ACRONYM.search(text, max(floor, begin - _BRACKET), begin + 1)
    if acronym is None or acronym.end() < begin:
        return found
    return [*_before(text, floor, acronym.start(), words), *found]


def _read(before: list[Word], name: Name, context: Context) -> Lead:
    words = context.words
    at = _over_class(before)
    honorific, start = "", name.start
    gender: Gender = ""
    while at >= 0 and before[at].text.rstrip(".") in words.honorifics:
        honorific = before[at].text.rstrip(".")
        gender = words.address.get(honorific.lower(), "") or gender
        start = before[at].start
        at -= 1
        while at >= 0 and before[at].text in words.sets["address_openers"]:
            start = before[at].start
            at -= 1
    reading, left = _office(before, at, name, context) if at >= 0 else (None, -1)
    if reading is None:
        return Lead(start, (), honorific, gender) if honorific else NOTHING
    gender = gender or words.address.get(reading.title.split(" ")[-1].lower(), "")
    readings = _split(reading, words)
    more = _office(before, left, name, context)[0] if left >= 0 else None
    if more is None and reading.organization and (body := _of_two_bodies(before, reading, name, context)):
        readings = (body, *readings)
    if more is None and (chief := office_of_land(before, reading.start, name, context)):
        readings = (chief, *(r._replace(jurisdiction="", start=chief.end + 1) for r in readings))
    if more is None and (pair := paired_before(before, reading, context)) >= 0:
        first = _office(before, pair, name, context)[0]
        if first is not None and not (first.jurisdiction or first.organization):
            first = first._replace(jurisdiction=reading.jurisdiction, end=reading.start - 1)
            readings = (first, *readings)
    if more is not None:
        readings = (more._replace(end=reading.start - 1), *(_shared(more, r) for r in readings))
    return Lead(
        min(start, readings[0].start, reading.start),
        readings,
        honorific,
        gender,
        _is_plural(before[at].low, words)
        or context.text[readings[0].start : readings[0].start + 20]
        .lower()
        .startswith(tuple(f"{of} " for of in words.sets["leaders_of"])),
    )


def _of_two_bodies(before: list[Word], reading: Reading, name: Name, context: Context) -> Reading | None:
    """`WADA President and IOC Vice President X`: two offices in capitals, each of a body of its own."""
    first = next((n for n, word in enumerate(before) if word.start >= reading.start), 0)
    if first < 3 or before[first - 1].text != "and" or not before[first - 2].text[0].isupper():
        return None
    other, left = _office(before, first - 2, name, context)
    if other is None or left >= 0 or not other.organization or other.role or other.definite:
        return None
    within = before[first].text[0].isupper() and not reading.definite
    return other._replace(end=reading.start - 1) if within else None


def _over_class(before: list[Word]) -> int:
    """Before the class of a rank: `Petty Officer 1st Class`, `Private First Class`."""
    graded = len(before) > 2 and before[-1].text == "Class"
    return (
        len(before) - 1 - 2 * (graded and before[-2].low in ("1st", "2nd", "3rd", "first", "second", "third"))
    )


def _shared(first: Reading, second: Reading) -> Reading:
    """`Norland chairman and CEO X`: the body of the first is the second's too."""
    joint = second.title.startswith(("Chief ", "Managing ")) or first.title.endswith("ounder")
    if second.organization or second.jurisdiction or not joint:
        return second
    return second._replace(organization=first.organization)


def _split(reading: Reading, words: Vocabulary) -> tuple[Reading, ...]:
    """`Deputy Prime Minister and Finance Minister` is two offices."""
    first, joint, second = reading.title.partition(" and ")
    last = first.rpartition(" ")[2]
    first = first.removesuffix(last) + words.short.get(last, last)
    if joint and first.split(" ")[-1].lower() in words.heads and not second.startswith("the "):
        return reading._replace(title=first), reading._replace(title=second)
    return (reading,)


def _is_plural(low: str, words: Vocabulary) -> bool:
    return low in words.plurals or (low.endswith("s") and low not in words.heads and low[:-1] in words.heads)


def _office(before: list[Word], at: int, name: Name, context: Context) -> tuple[Reading | None, int]:
    """The title that ends at `at`, and where another one ends before it (`army chief General X`), or -1."""
    found = _head(before, at, context.words) or _abroad(before, at, context)
    if found is None:
        return read_of_body(before, at, name, context), -1
    first, title = found
    status: Status = "current"
    if title[-1].lower().endswith(_ELECT):
        status, title = "elect", _unelected(title)
    first, title = _modifiers(before, first, title, context)
    if served := serving(before, first, title, context.words):
        first, title = _modifiers(before, *served, context)
    if first and _second_office(before[first - 1], title, context.words):
        return read_holder(before[first:], 0, title, status, name.start, context), first - 1
    if _of_a_firm(before, first, title, context.words):
        return read_holder(before[first:], 0, title, status, name.start, context), first - 2
    return read_holder(before, first, title, status, name.start, context), -1


def _of_a_firm(before: list[Word], first: int, title: list[str], words: Vocabulary) -> bool:
    """`Chairman and CEO X`: two offices of one company; no other pair is sure to be one person's."""
    if first < 2 or before[first - 1].text not in ("and", "&"):
        return False
    left = before[first - 2]
    if left.low not in words.sets["firms_heads"]:
        return False
    if left.low.endswith("founder") and left.text.islower() and title[-1].islower():
        return True  # `Norma founder and chairman X`
    return title[0] in ("Chief", "chief", "Managing", "managing") and len(title) > 1


def _second_office(left: Word, title: list[str], words: Vocabulary) -> bool:
    """Whether the word left of a rank ends an office of its own: `army chief General X`."""
    ranks, generals = words.sets["ranks"], words.sets["generals"]
    if left.low == "chief" and title[-1].lower() in ("constable", "superintendent", "inspector"):
        return False
    if left.text == "Staff" and title[-1].lower() in ranks:
        return True  # `Chief of Army Staff General X`
    if title[-1].lower() not in ranks or title[0].lower() in generals:
        return False
    commands = left.text == "commander" and title[-1].lower() != "commander"
    held = left.low in words.heads and not (left.low in ranks or left.low in generals or left.low == "deputy")
    return held or commands


def _unelected(title: list[str]) -> list[str]:
    last = title[-1].lower()
    if last in _ELECT:
        return title[:-1]
    return [*title[:-1], title[-1].rsplit("-", 1)[0]]


def _head(before: list[Word], at: int, words: Vocabulary) -> tuple[int, list[str]] | None:
    """The head of the title that ends at `at`, with its last words: `Secretary of State`."""
    bare = before[at].text.rstrip(".")
    low = unprefixed(bare).lower()
    if bare in words.short:
        return at, words.short[bare].split()
    if low in words.heads or low in words.roles:
        return at, [unprefixed(bare)]
    if low in words.plurals or (low.endswith("s") and low[:-1] in words.heads):
        return at, [words.plurals.get(low, unprefixed(bare)[:-1])]
    if low in _ELECT and at and before[at - 1].low in words.heads:
        return at - 1, [before[at - 1].text, bare]
    if low.endswith(_ELECT) and low.rsplit("-", 1)[0] in words.heads:
        return at, [bare]
    return _long_head(before, at, words)


def _long_head(before: list[Word], at: int, words: Vocabulary) -> tuple[int, list[str]] | None:
    for length in range(1, min(8, at)):
        joint, head = before[at - length].text, before[at - length - 1]
        member = joint == "of" and length == 1 and head.low == "member" and before[at].text == "Parliament"
        if member or (joint in ("of", "for") and head.low in words.heads):
            tail = [word.text for word in before[at - length + 1 : at + 1]]
            if member or _is_portfolio(tail, words, head.low == "minister"):
                return at - length - 1, [head.text, joint, *tail]
    return None


def _abroad(before: list[Word], at: int, context: Context) -> tuple[int, list[str]] | None:
    """`ambassador to China X`, `special envoy for Yemen X`."""
    place = context.ends.get(before[at].end)
    first = next((i for i, word in enumerate(before) if place and word.start >= place.evidence.start), 0)
    if place is None and before[at].text.isupper() and len(before[at].text) > 1:
        first = at
    first -= first > 1 and before[first - 1].low == "the"
    if first < 2 or before[first - 1].text not in ("to", "for"):
        return None
    head = before[first - 2]
    if head.low not in context.words.heads:
        return None
    if place is None and head.low not in context.words.sets["sent"]:
        return None
    return first - 2, [head.text, *(word.text for word in before[first - 1 : at + 1])]


def _is_portfolio(tail: list[str], words: Vocabulary, minister: bool) -> bool:
    phrase = " ".join(tail).lower()
    known = all(word.lower() in words.modifiers or word in ("and", "&", "of", "the", "for") for word in tail)
    whole = not tail[-1].lower().endswith(tuple(words.sets["adjectival"]))
    several = minister and "and" in tail  # `minister of mines and energy X`
    return phrase in words.portfolios or (known and whole and (several or tail[0][0].isupper()))


def _modifiers(before: list[Word], first: int, title: list[str], context: Context) -> tuple[int, list[str]]:
    """Go left over the words that belong to the title: `Science and Technology Minister`."""
    words = context.words
    portfolio = not context.headline and before[first].text in ("Minister", "Secretary", "Commissioner")
    while first > 0:
        word = before[first - 1]
        if (
            _placed(word, context)
            or _second_office(word, title, words)
            or _of_a_board(before, first, title, context)
            or _of_an_agency(before, first, title, words)
        ):
            break
        if _opens(word.low, title, words):
            first -= 1
            title = [word.text, *title]
        elif (unprefixed(word.low) in words.modifiers or word.low in words.heads) and not _of_body(
            before, first - 1, context
        ):
            first -= 1
            title = [words.short.get(word.text.rstrip("."), unprefixed(word.text)), *title]
        elif word.text in ("and", "&", "of", "for") and joined(before, first, portfolio, words):
            first -= 2
            title = [before[first].text, word.text, *title]
        elif portfolio and _portfolio_word(word, words) and not _of_body(before, first - 1, context):
            first -= 1
            title = [word.text, *title]
        else:
            break
    return first, title


def _of_a_board(before: list[Word], first: int, title: list[str], context: Context) -> bool:
    """`Peru Trade Board chief executive`: a body's last word behind a place, before a title in lower case."""
    word, words = before[first - 1], context.words
    if word.text not in words.bodies or word.low in words.sets["within"] or not title[0].islower():
        return False
    left = first - 2
    while left >= 0 and before[left].text[0].isupper() and context.ends.get(before[left].end) is None:
        left -= 1
    return 0 <= left < first - 2 and before[left].text[0].isupper()


def _of_an_agency(before: list[Word], first: int, title: list[str], words: Vocabulary) -> bool:
    """`National Disaster Agency head`: the body's name, of several words, ends before a title in lower case."""
    if first < 2 or len(title) != 1 or not title[0].islower() or title[0] not in words.sets["of_bodies"]:
        return False
    named = all(word.text[0].isupper() for word in before[first - 2 : first])
    return named and before[first - 1].low in words.sets["agencies"]


def _opens(low: str, title: list[str], words: Vocabulary) -> bool:
    """`Under Secretary`, and the `County Executive` of a county named before it."""
    if low == "under":
        return title[0].lower() == "secretary"
    if low in words.status and low in words.portfolios:
        return title[0].lower() in ("minister", "secretary", "court")  # `Labour Minister`, whatever his party
    return paired(low, title[0].lower(), words) or (
        low in words.sets["executives"] and title[-1].lower() == "executive" and len(title) == 1
    )


def _placed(word: Word, context: Context) -> bool:
    """Whether the word ends a place's or a body's name; `European` and the like may be of a title."""
    place = context.ends.get(word.end)
    if place is None:
        return False
    return word.low not in context.words.modifiers or place.kind in ("body", "country")


def _of_body(before: list[Word], at: int, context: Context) -> bool:
    """`SK Group Chairman`, `Labour Party leader`: a body's word after a name of its own belongs to the body."""
    words = context.words
    if at > 1 and before[at - 1].text == "for" and begun_body(before, at - 2, words):
        return True
    if before[at].text not in words.bodies or not at or context.headline:
        return False
    left = before[at - 1]
    if before[at].text in words.sets["adopting"] and left.text in words.body_openers:
        return True
    known = left.low in words.modifiers or left.low in words.status or left.low in words.heads
    known = known or left.text.rstrip(".") in words.honorifics  # `the Honourable Prime Minister X`
    named = left.text[0].isupper() and not known and left.text not in words.not_names
    return named and context.ends.get(left.end) is None and not left.text.endswith(("'s", "’s"))


def _portfolio_word(word: Word, words: Vocabulary) -> bool:
    text = word.text
    plain = text[0].isupper() and text.isalpha() and not text.isupper()
    addressed = text in words.honorifics
    return plain and not addressed and word.low not in words.status and text not in words.not_names
