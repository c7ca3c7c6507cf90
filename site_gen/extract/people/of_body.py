"""`representative of the African Union X`: an office whose body stands between it and the name."""

from itertools import pairwise

from site_gen.extract.people.casing import title_case, unprefixed
from site_gen.extract.people.holders import Word
from site_gen.extract.people.phrase import body_at
from site_gen.extract.people.reading import Context, Reading
from site_gen.extract.people.runs import Name
from site_gen.records import PlaceFinding

_JOINTS = frozenset({"of", "at", "for"})
_SMALL = frozenset("of the for and de la du al self-proclaimed self-declared separatist breakaway".split())


def read_of_body(before: list[Word], at: int, name: Name, context: Context) -> Reading | None:
    """The office phrase that ends at the word `at`, before a whole name: one with a given name, or behind a country."""
    if len(name.words) < 2 or context.headline:
        return None
    land = context.ends.get(before[at].end)
    if not context.words.is_given(name.words[0]) and (land is None or land.kind != "country"):
        return None
    head = _head(before, at, context)
    if head < 0:
        return None
    found = _owner(before, head, at, context)
    if found is None:
        return None
    first = head
    while first > 0 and before[first - 1].low in context.words.modifiers:
        first -= 1
    title = [*(word.text for word in before[first:head]), _singular(before[head].text, context)]
    return _reading(before, first, title, found, context)


def _reading(
    before: list[Word], first: int, title: list[str], found: tuple[str, str, int], context: Context
) -> Reading:
    status = context.words.status.get(before[first - 1].low, "current") if first else "current"
    first -= status != "current"
    country, body, end = found
    if _is_remit(before, title, body, context):
        title, body = [*title, "of", body], ""
    return Reading(
        title_case(title), country, body, status, before[first].start, end, status != "current", definite=True
    )


def _is_remit(before: list[Word], title: list[str], body: str, context: Context) -> bool:
    """`Minister of Labour Relations X`: what a minister is for is no body."""
    if body == "State" or body.startswith("State for "):
        return True
    known = body in context.words.body_names or body in context.words.body_full.values()
    joined = any(word.text == "of" and follow.text[0].isupper() for word, follow in pairwise(before[-6:]))
    return bool(body) and joined and not known and title[-1].lower() in context.words.sets["of_a_land"]


def _owner(before: list[Word], head: int, at: int, context: Context) -> tuple[str, str, int] | None:
    """Country and body behind the joint, where the phrase reaches the name."""
    start = head + 2
    while start < at and before[start].text in _SMALL and before[start].text != "the":
        start += 1
    if before[start].text == "the" and start < at and before[start + 1].text in _SMALL:
        start += 1
        while start < at and before[start].text in _SMALL:
            start += 1
    found = body_at(before[start].start, before[at].end, context, before[head].low)
    if found is None or found[2] != before[at].end:
        return None
    realm, _, land = found[1].rpartition(" of ")
    land = land if realm.endswith(("Republic", "Kingdom", "Federation")) else found[1]
    return (land, "", found[2]) if land in context.lands else found


def _head(before: list[Word], at: int, context: Context) -> int:
    """The word that names the office: the nearest one before `of` and a body in capitals; -1 for none."""
    for place in range(at - 2, -1, -1):
        if before[place + 1].text in _JOINTS and _is_head(before[place], context):
            between = before[place + 2 : at + 1]
            capitals = any(word.text[0].isupper() for word in between)
            whole = all(word.text[0].isupper() or word.text in _SMALL for word in between)
            return place if capitals and whole else -1
    return -1


def _is_head(word: Word, context: Context) -> bool:
    heads, bare = context.words.heads, unprefixed(word.low)
    titled = word.text[0].isupper() and word.low in context.words.sets["titled"]
    return titled or bare in heads or bare.removesuffix("s") in heads


def _singular(word: str, context: Context) -> str:
    bare = unprefixed(word)
    low = bare.lower()
    return bare if low in context.words.heads or not low.endswith("s") else bare[:-1]


def paired_before(before: list[Word], reading: Reading, context: Context) -> int:
    """`Finance Minister and Deputy Premier of Norland X`: the last word of the office joined before; -1 for none."""
    first = next((n for n, word in enumerate(before) if word.start >= reading.start), 0)
    if first < 2 or not reading.jurisdiction or before[first - 1].text not in ("and", "&"):
        return -1
    return first - 2 if _is_head(before[first - 2], context) else -1


def is_land(place: PlaceFinding, title: str, context: Context) -> bool:
    """Whether an office may be of a place: a country, or a state where it has such (no `Montana Supreme Court`)."""
    behind = context.text[place.evidence.end : place.evidence.end + 2].strip()
    state = place.kind == "region" and title.lower() in context.words.sets["in_regions"]
    return place.kind == "country" or (state and not behind.isupper())


def ends_in_name(start: int, end: int, context: Context) -> bool:
    """`A, Serbian envoy to Kyiv Ana Petrova,`: behind its body the office's phrase has a person of its own."""
    phrase = context.text[start:end].split(" ")
    if len(phrase) < 4 or not all(word[:1].isupper() for word in phrase[-3:]):
        return False
    if context.words.is_given(phrase[-2]) and phrase[-3] in context.words.bodies:
        return True
    return context.words.is_given(phrase[-2]) and context.words.kind(phrase[-1]) == "name"


def office_of_land(before: list[Word], start: int, name: Name, context: Context) -> Reading | None:
    """`Chief Justice of Pakistan Justice X`: the country ends another office."""
    first = next((n for n, word in enumerate(before) if word.start >= start), 0)
    place = context.starts.get(before[first].start)
    if first < 2 or place is None or before[first - 1].text != "of":
        return None
    last = next((n for n in range(first, len(before)) if before[n].end == place.evidence.end), -1)
    return read_of_body(before, last, name, context) if last > 0 else None
