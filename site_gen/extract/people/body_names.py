"""Where the name of a body ends: before the sentence that follows it, behind the part of it that is meant."""

import re

from site_gen.extract.names import UPPER
from site_gen.extract.people.vocabulary import Vocabulary

_PARTICLES = (
    "de|du|la|del|della|delle|di|do|dos|das|da|der|des|van|von|den|el|al|e|y|et|und|och|og|i|ng|ya|wa|za|cha"
)
PROPER = rf"[{UPPER}][\w.&’'-]*(?: (?:(?:of|for|and|the|on|{_PARTICLES}|&) ){{0,2}}[{UPPER}][\w.&’'-]*)*"
_PART = re.compile(
    r" (?:district|division|office|bureau|branch|unit|arm|department|section|regiment|council)\b"
)
_COUNCIL = re.compile(
    r"(?:['’]s)? (?:works council|parliamentary group|youth (?:wing|league)"
    r"|(?:[a-z-]+ ){0,3}(?:sub)?committee(?: on [a-z]+(?: and [a-z]+)?)?)\b"
)
"""`the Volkswagen works council`, `the Senate budget committee`: a body of its own."""
_SEAT = re.compile(rf" in [{UPPER}]\w+(?=[,.;]| [a-z])")
"""`the High Court in Lund`."""
_REGION = re.compile(r" (?:region|province|prefecture|governorate|county|canton|oblast)\b(?= ?[,.;)])")
"""`the governor of the West region`, where that ends the phrase."""
STATE = re.compile(
    rf" (?:[a-z]+ern |federal )?(?:state|province|region|city|canton|county) of (?:the )?({PROPER})"
)
"""`the German state of Hesse`."""
_MINISTRY = re.compile(
    r"(?:['’]s)? (?:(?:[a-z]+ and )?[a-z]+ (?:ministry|department)\b|(?:army|navy|air force|police force)\b"
    r"|(?:coast ?|border |national )guard\b"
    rf"|(?:[{UPPER}]\w+ ){{0,3}}(?:Ministry|Department)\b(?: (?:of|for) (?:the )?[{UPPER}]\w+(?: and [{UPPER}]\w+)?)?)"
    r"(?!['’]s )"
)
"""`Denmark's finance ministry`, `the Danish finance ministry`: the ministry, and not the country."""
_AGENCY = re.compile(
    r"(?: (?:[a-z-]+ ){0,2}(?:agency|force|mission|office|fund|programme|program|peacekeepers)"
    r"|['’]s (?:[a-z-]+ ){1,2}(?:department|directorate|division|bureau|unit))"
    r"(?=['’]s |[,.;]|$| (?:in|for|to|on|at|and|said|says)\b)"
)
"""`the U.N. refugee agency`: a part of a body."""
DAY = re.compile(r" on (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|[A-Z][a-z]{2,8}\.? \d)")
"""`president of Norland on Monday`, `governor on September 18`: a day is no part of a body's name."""
_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun"
    r"|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?(?! [A-Z])"
)
"""`mayor in May` is of no body called May."""
_TIME_BEHIND = re.compile(
    r"\b(?:on|in|since|until|till|before|after|by|from|last|next|late|early|mid|this) $"
)
"""Between what an office is of and a day or a month."""
_DAY_NAME = re.compile(rf"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|{_MONTH.pattern}")
SHORT_FORM = 4
"""Letters of the longest short form in a body's name: `Corp.`, `Bros.`."""
_SHORTENED = frozenset({"Corp", "Bros", "Co", "Cos", "Inc", "Ltd"})


def whole_name(name: str, words: Vocabulary) -> str:
    """A body's name without the sentence that follows it: `the Civic Alliance. A survey`."""
    at = name.find(". ")
    while at > 0:
        word, behind = name[:at].rsplit(" ", 1)[-1], name[at + 2 :].split(" ", 1)[0]
        long = len(word) > SHORT_FORM or (len(word) == SHORT_FORM and word not in ("Corp", "Bros"))
        long = (long and word not in words.short) or (word in words.bodies and word not in _SHORTENED)
        long = long or _DAY_NAME.fullmatch(word) is not None
        if long or behind in words.not_names or (word.isupper() and len(word) > 1 and "." not in word):
            return name[:at]
        at = name.find(". ", at + 2)
    return name


def house_of_town(text: str, at: int, words: Vocabulary) -> str:
    """` museum` behind `Lund`, ` girls' school`: a house of the town, or of that name; empty for none."""
    house = words.town_body.match(text, at) if text[at : at + 1] == " " else None
    return house.group() if house else ""


def part_behind(name: str, text: str, at: int) -> str:
    """`'s works council` behind `Norma`, ` office` behind `Lima's port`: the part of a body, or one of its own."""
    part = _PART.match(text, at) if "'s " in name or "’s " in name else None
    part = part or _COUNCIL.match(text, at) or _REGION.match(text, at)
    part = part or (_SEAT.match(text, at) if name.endswith(" Court") else None)
    return part.group() if part else ""


def more_fields(name: str, text: str, at: int, words: Vocabulary) -> str:
    """`, Defence and Security` behind `Committee on Foreign Affairs`: what else it is for; empty for nothing."""
    more = _FIELDS.match(text, at) if _FIELDED.search(name) else None
    if more is None:
        return ""
    said = re.findall(r"[A-Z]\w+", more.group())
    return more.group() if all(word.lower() in words.modifiers for word in said) else ""


_FIELDED = re.compile(r"\b(?:Committee|Subcommittee|Commission|Ministry|Department|Panel) (?:on|of|for) ")
_FIELDS = re.compile(r"(?:, [A-Z]\w+(?: [A-Z]\w+)?)*,? (?:and|&) [A-Z]\w+(?: [A-Z]\w+)?\b")


def with_town(name: str, end: int, text: str, words: Vocabulary) -> tuple[str, int]:
    """A body in lower case and where it ends, with its town where it has one: `the girls' school in Lund`."""
    if (field := _FIELD.match(text, end)) and name.endswith(("committee", "commission", "panel", "council")):
        return name + field.group(), field.end()
    town = _TOWN.match(text, end)
    if town is None or not name.endswith(tuple(words.sets["seated"])):
        return name, end
    return name + town.group(), town.end()


_FIELD = re.compile(
    r" on (?!(?:the|an?|its|his|her|their|this|that)\b)[a-z-]+(?: (?!and )[a-z-]+)?"
    r"(?:,? and [a-z-]+(?: [a-z-]+)?)?(?=[,.;)])"
)
"""`the committee on public works`."""
_TOWN = re.compile(rf" in [{UPPER}][\w’'-]+(?: [{UPPER}][\w’'-]+)?(?=[,.;:)]| [a-z])")


def within(kind: str, text: str, at: int, words: Vocabulary) -> str:
    """What belongs to a country, a body or a town that ends at a place, and is meant: a ministry; empty for none."""
    if kind not in ("country", "body"):
        return house_of_town(text, at, words) if kind == "city" else ""
    found = (_MINISTRY if kind == "country" else _AGENCY).match(text, at)
    return found.group() if found else ""


def of_land(text: str, at: int, words: Vocabulary) -> tuple[str, int] | None:
    """`Norland's Internal Security Service`: the body behind a country that ends at `at`, and where it ends."""
    owned = _OF_LAND.match(text, at)
    return (
        (owned.group(1), owned.end()) if owned and owned.group(1).rsplit(" ", 1)[-1] in words.bodies else None
    )


def plain_of_land(text: str, at: int, words: Vocabulary) -> tuple[str, int] | None:
    """`Norland's marine institute`: the body in lower case behind a country that ends at `at`, and where it ends."""
    owned = text.startswith(("'s ", "’s "), at)
    plain = words.own_body.match(text, at + (len("'s ") if owned else 1))
    if plain is None or not (owned or (text[at : at + 1] == " " and plain.group(1).endswith(_FEDERATIONS))):
        return None
    return (plain.group(1), plain.end()) if plain else None


_FEDERATIONS = (
    " federation",
    " association",
    " league",
    " union",
    " institute",
    " syndicate",
    " foundation",
    " guild",
)
"""Of `the Norlandic football federation`: no one else's body is meant."""
_OF_LAND = re.compile(
    rf"['’]s ([{UPPER}][\w’-]+(?: (?:(?:of|for|and) )?[{UPPER}][\w’-]+)+)(?=[,.;:]|$| [a-z(])"
)


def owned_by(match: re.Match[str], limit: int, text: str, words: Vocabulary) -> tuple[int, str]:
    """Where a body's name begins, and the name: `Lee's far-right Freedom Party` is no body called Lee."""
    if not match.group(2).endswith(("'s", "’s")):
        return match.start(2), match.group(2)
    owned = _OWNED.match(text, match.end(), limit)
    if owned is None or owned.group(1).split(" ")[-1] not in words.bodies:
        return match.start(2), match.group(2)
    return owned.start(1), owned.group(1)


_OWNED = re.compile(rf" (?:[a-z-]+ ){{1,3}}({PROPER})")


def opens_name(text: str, at: int, words: Vocabulary) -> bool:
    """Whether a country that ends at a place begins a body's name: `the Sweden Democrats' spokesman`."""
    owner = _PARTY.match(text, at)
    return owner is not None and owner.group(1) in words.bodies - _OF_THE_STATE


_PARTY = re.compile(rf" (?:[{UPPER}][a-z]+ ){{0,2}}([{UPPER}][a-z]+)(?:['’]s|(?<=s)['’]) ")
_OF_THE_STATE = frozenset(
    {"Ministry", "Department", "Army", "Navy", "Police", "Parliament", "Senate", "Cabinet", "Government"}
)


def without_people(name: str, words: Vocabulary) -> str:
    """`Inspectors of the Harbour Authority`, `Ann Lee of the Civic Alliance`: the body is whose they are."""
    who, of, body = name.partition(" of the ")
    said = who.split(" ")
    people = len(said) == 1 or any(words.is_given(word) or word.lower() in words.heads for word in said[:2])
    return body if of and people and words.bodies.isdisjoint(said) else name


def is_when(told: re.Match[str]) -> bool:
    """Whether small words and a name tell when: `union in March`."""
    return bool(_TIME_BEHIND.search(told.group(1)) and _DAY_NAME.match(told.group(2)))


def ends_body(name: list[str], words: Vocabulary) -> bool:
    """Whether the last word is one of bodies."""
    return name[-1].rstrip(".").removesuffix("'s").removesuffix("’s") in words.bodies


def is_person(name: str, words: Vocabulary) -> bool:
    """`Norma and Ann Lee`: a given name and one other word, which ends no body's name."""
    said = name.split(" ")
    return len(said) == 2 and words.is_given(said[0]) and not ends_body(said, words)


def is_titled(name: list[str], words: Vocabulary) -> bool:
    """`to President X`: an office before a person's name is no body."""
    for number, word in enumerate(name[:3]):
        bare = word.rstrip(".")
        if bare in words.honorifics or bare in words.short or word.lower() in words.heads:
            return (
                number + 1 < len(name)
                and words.kind(name[number + 1]) == "name"
                and not ends_body(name, words)
            )
        if word.lower() not in words.modifiers:
            return False
    return False


def is_time(told: str) -> bool:
    """Whether what follows `of` or `on` is a day or a month, and no body."""
    return bool(DAY.match(f" on {told}") or _MONTH.match(told))
