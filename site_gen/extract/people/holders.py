"""Left of a title: when it is held (`former`), and by whom it is given: a country, a body, a party."""

import re
from typing import NamedTuple

from msgspec import Struct

from site_gen.extract.people.casing import title_case, unowned, unprefixed
from site_gen.extract.people.reading import Context, Reading, owner
from site_gen.extract.people.roles import is_role
from site_gen.extract.people.vocabulary import Status, Vocabulary, is_compound
from site_gen.records import PlaceFinding

_THEN = re.compile(r"(?:^|[\s(“\"])(then|ex|former|newly|acting)-$", re.IGNORECASE)
_OWNED = ("'s", "’s", "s'", "s’")
_ARTICLES = frozenset({"the", "its", "his", "her", "their", "a", "an", "our"})


class Word(NamedTuple):
    """A word before a name."""

    start: int
    end: int
    text: str

    @property
    def low(self) -> str:
        """In lower case, without a full stop."""
        return self.text.rstrip(".").lower()


class _Holder(Struct):
    start: int
    status: Status = "current"
    marked: bool = False
    jurisdiction: str = ""
    organization: str = ""
    definite: bool = False


def read_holder(
    before: list[Word], first: int, title: list[str], status: Status, end: int, context: Context
) -> Reading | None:
    """The whole reading of a title whose first word is `before[first]`; None where it is too weak."""
    holder = _Holder(before[first].start, status, status != "current")
    if unprefixed(before[first].text) != before[first].text:
        _mark(holder, "current" if before[first].low.startswith("now-") else "former")
    while first > 0:
        taken = _take(before, first, title, holder, context)
        if not taken:
            break
        first -= taken
    if not (holder.jurisdiction or holder.organization):
        holder.organization = _of_title(title, context.words)
    weak = len(title) == 1 and title[0] in context.words.sets["weak"]
    bare = weak and not (holder.jurisdiction or holder.organization or holder.marked)
    if bare and title[0] not in context.words.sets["sure_of_a_person"]:
        return None
    return Reading(
        title_case(title),
        holder.jurisdiction,
        holder.organization,
        holder.status,
        holder.start,
        end,
        holder.marked,
        bare or is_role(title, context.words, holder.jurisdiction),
        holder.definite,
    )


def _of_title(title: list[str], words: Vocabulary) -> str:
    """`Foreign Ministry` of `Foreign Ministry Spokesperson`."""
    inner = words.sets["within"]
    last = max((i for i, word in enumerate(title[:-1]) if word.lower() in inner), default=0)
    return title_case(title[: last + 1]) if last else ""


def _take(before: list[Word], first: int, title: list[str], holder: _Holder, context: Context) -> int:
    """Read the word left of `first` into the holder; how many words were read, 0 at the end of the phrase."""
    word, words = before[first - 1], context.words
    placed = holder.jurisdiction or holder.organization
    if word.low in words.sets["made_by_others"] and first > 1 and _is_name(before[first - 2], context):
        return 0  # `Lee appointed General Roth`
    if word.low in words.status and not _party(word.text, title, words):
        _mark(holder, words.status[word.low])
        holder.start = word.start
        return 1
    place = context.ends.get(word.end)
    inner = place is not None and (
        _within_body(place.evidence.start, context) or _behind_body(place, context)
    )
    if place is not None and place.evidence.start >= before[0].start and not placed and not inner:
        holder.jurisdiction, holder.organization = owner(place, context, title[-1])
        _prefix(holder, place.evidence.start, context.text)
        return sum(1 for one in before[:first] if one.start >= place.evidence.start)
    if word.text.endswith(_OWNED):
        _possessor(before, first - 1, holder, title, context)
        return 0
    if not (placed or context.headline) and (
        is_body_word(word.text, words) or _party(word.text, title, words)
    ):
        begin = _body(before, first - 1, context)
        _own(holder, before[begin].start, word.end, context)
        return first - begin
    if word.text.isdigit() and first > 1 and not (placed or context.headline):
        return _numbered(before, first, holder, context)
    if first > 1 and "most" in (word.text, before[first - 2].text) and word.text.islower():
        return 1 + (word.text != "most")  # `Norland's most powerful general X`
    holder.definite = word.low in _ARTICLES
    return 0


def _is_name(word: Word, context: Context) -> bool:
    return (
        context.words.kind(word.text) == "name"
        and context.ends.get(word.end) is None
        and word.text[0].isupper()
    )


def _numbered(before: list[Word], first: int, holder: _Holder, context: Context) -> int:
    """`Dockers Local 40 president X`: a body's name that ends with a number."""
    kind = before[first - 2]
    unit = kind.text[0].isupper() and kind.low in context.words.modifiers
    if not (unit or is_body_word(kind.text, context.words)):
        return 0
    begin = _body(before, first - 2, context)
    _own(holder, before[begin].start, before[first - 1].end, context)
    return first - begin


def _within_body(start: int, context: Context) -> bool:
    """`Democratic Party of Japan`: the country ends a body's name."""
    if not context.text.endswith(" of ", 0, start):
        return False
    word = context.text[max(0, start - 30) : start - 4].rsplit(" ", 1)[-1]
    return word in context.words.bodies


def _behind_body(place: PlaceFinding, context: Context) -> bool:
    """`Sector Miami`, `Bank Indonesia`: the place is the last word of a body's name."""
    word = context.text[max(0, place.evidence.start - 30) : place.evidence.start - 1].rsplit(" ", 1)[-1]
    return place.rule not in ("adjective", "body", "phrase") and word in context.words.bodies


def _mark(holder: _Holder, status: Status) -> None:
    if status != "current":
        holder.status, holder.marked = status, True


def _prefix(holder: _Holder, start: int, text: str) -> None:
    """`then-Japanese`, `newly-Greek`: a prefix of the country's adjective."""
    holder.start = start
    prefix = _THEN.search(text, max(0, start - 10), start)
    if prefix is None:
        return
    holder.start = prefix.start(1)
    word = prefix.group(1).lower()
    _mark(holder, {"newly": "current", "acting": "acting"}.get(word, "former"))  # type: ignore[arg-type]


def _possessor(before: list[Word], at: int, holder: _Holder, title: list[str], context: Context) -> None:
    holder.definite = True
    mark = 2 if before[at].text[-1] == "s" else 1
    place = context.ends.get(before[at].end - mark)
    if place is not None:
        jurisdiction, body = owner(place, context, title[-1])
        if body and not jurisdiction and not holder.organization:
            _scope(before, at, holder, title)
        holder.jurisdiction = jurisdiction or holder.jurisdiction
        holder.organization = holder.organization or body
        holder.start = place.evidence.start
    elif before[at].text[0].isupper() and not holder.organization and not context.headline:
        _scope(before, at, holder, title)
        _own(holder, before[_body(before, at, context)].start, before[at].end, context)


def _scope(before: list[Word], at: int, holder: _Holder, title: list[str]) -> None:
    """`the Red Lantern's Peru director`: the country is what the title is for, and not whose it is."""
    if holder.jurisdiction and at + 1 < len(before) and before[at + 1].start == holder.start:
        stop = next((n for n, word in enumerate(before) if word.text == title[0]), len(before))
        title[:0] = [word.text for word in before[at + 1 : stop]]
        holder.jurisdiction = ""


def _own(holder: _Holder, start: int, end: int, context: Context) -> None:
    name = unowned(context.text[start:end])
    if name.startswith("New ") and name[4:] in context.words.body_full:
        name = name[4:]
    holder.organization = context.words.body_full.get(name, name)
    holder.start = start


def _party(text: str, title: list[str], words: Vocabulary) -> bool:
    """`Labour leader`: a party's adjective says whose leader; `Former leader` is of none."""
    if words.status.get(text.lower(), "current") != "current":
        return False
    return text[0].isupper() and len(title) == 1 and title[0].lower() in words.sets["party_heads"]


def is_body_word(text: str, words: Vocabulary) -> bool:
    """Whether a word can be the last of a body's name."""
    bare = text.rstrip(".")
    if is_compound(text):
        return False
    return text in words.body_names or (
        text[0].isupper() and bare not in words.not_names and bare not in words.honorifics
    )


def _body(before: list[Word], at: int, context: Context) -> int:
    """Where the capitalised run begins that ends at `at`: `Bank of England`, `Apple`."""
    words = context.words
    first = at
    while first > 0:
        left = before[first - 1]
        if _in_body(left, words):
            first -= 1
        elif left.text in ("of", "for", "&", "the", "and") and first > 1 and _joins(before, first, words):
            first -= 2
        else:
            break
    return first


def _in_body(word: Word, words: Vocabulary) -> bool:
    known = word.text in words.body_openers or word.text not in words.not_names
    return word.text[0].isupper() and known and word.low not in words.heads and word.text not in words.short


def _joins(before: list[Word], first: int, words: Vocabulary) -> bool:
    """Whether a small word holds two parts of one name together; `and` only between two single words."""
    if not (_in_body(before[first - 2], words) and before[first].text[0].isupper()):
        return False
    if before[first - 1].text != "and" or first < 3 or not before[first - 3].text[0].isupper():
        return True
    trade = before[first - 2].low in words.modifiers and before[first].low in words.modifiers
    return trade and before[first + 1].text in words.bodies  # `Nordic Oil and Gas Authority`
