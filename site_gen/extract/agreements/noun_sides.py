"""Sides without a name: `the nurses and the hospital reached a deal`, `the mill's director and the union's`, `They`."""

import re
from functools import lru_cache

from msgspec import Struct

from site_gen.extract.agreements.described_sides import names_for, only_name
from site_gen.extract.agreements.mention import Clause, Mention
from site_gen.extract.agreements.sides import Sides
from site_gen.extract.agreements.step import Step
from site_gen.extract.agreements.words import Words
from site_gen.records import Party
from site_gen.text.lists import without

_NAME = r"[A-Z][\w&’'-]*[\w](?:(?: of| for| and| de| del)? [A-Z][\w&-]*[\w]|[’'] [A-Z]\w+)*"
_AHEAD = r"(?:(?:the|its|their|a|an|some|about|nearly|more than|over|all|local|striking|two|three|four|\d[\d,]*) )*"
_CLOSED = r"(?!(?:the|a|an|its|their|and|or|of|in|on|at|by|with|for|to|from|after|as|that|when|while|between|said)\b)"
_LATER = r"(?:,? (?:have|has|had|then|finally|also|on \w+day|formally|at last|both))*"
_THEY = re.compile(
    r"(?:They|Both|Both sides|Both parties|The two|The two sides|The two parties)(?: (?:have|had|then|finally))?"
)
_WITH = re.compile(r"[^.;:,]{0,40}? with ")
_MET = (
    r"(?= (?:have|had|has|were|are|met|argued|fought|quarrelled|quarreled|negotiated|agreed|began|resumed)\b)"
)
_AND = re.compile(r",? and (?:the |its |their )|,? and (?=[a-z\d])|, ")
_BACK = 400


class _Shapes(Struct, frozen=True):
    noun: str
    side: re.Pattern[str]
    """One side."""
    held: re.Pattern[str]
    """`the mill's director`, `the head of the mill`: whose office it is."""
    subject: re.Pattern[str]
    """One side or several, up to the verb."""
    several: str
    seat: re.Pattern[str]
    """`port of Durban`, `ministry of health`."""


@lru_cache(maxsize=8)
def _shapes(nouns: frozenset[str], heads: frozenset[str]) -> _Shapes:
    any_noun = "|".join(sorted(nouns, key=lambda noun: (-len(noun), noun)))
    head = "|".join(sorted(heads))
    plain = rf"(?:{_CLOSED}[a-z][a-z-]+(?:s[’'])? ){{0,2}}(?:{any_noun})\b"
    noun = rf"{plain}(?![’'-])"
    owned = rf"(?:{plain}|{_NAME}?)[’']s?(?: (?:[a-z]+ ){{0,2}}(?:{head})\b)?"
    of = rf"(?:[a-z]+ ){{0,2}}(?:{head})s? of (?:the |its )?(?:{noun}|{_NAME})"
    seat = rf"(?:{any_noun}) of (?:{_NAME}|{_CLOSED}[a-z]+\b)"
    one = rf"{_AHEAD}(?:{owned}|{of}|{seat}|{noun}|(?:[A-Z][a-z]+ )?(?:{_CLOSED}[a-z]+(?:s[’'])? ){{0,3}}{_NAME})"
    several = rf"{one}(?:, {one}){{0,2}},? and {one}"
    office = rf"(?:[a-z]+ ){{0,2}}(?:{head})s?"
    held = rf"(?:(?P<whose>.+?)[’']s?(?: {office})?|{office} of (?:the |its )?(?P<of>.+))"
    return _Shapes(
        noun,
        re.compile(rf"{_AHEAD}(?P<bare>{noun}|{_NAME})"),
        re.compile(held),
        re.compile(rf"\b(?P<told>{several}|{one}){_LATER} $"),
        several,
        re.compile(rf"(?:{any_noun}) of (?:{_NAME}|[a-z]+)"),
    )


def noun_sides(
    clause: Clause, mention: Mention, steps: list[Step], sides: Sides, words: Words
) -> list[Party]:
    """Two sides or more that the clause tells, at least one of them by a common noun; none where it tells fewer."""
    shapes = _shapes(words.lists["side_nouns"], words.lists["side_heads"])
    for step in steps:
        if step.stage in words.lists["told_by_others"] or step.at > mention.first:
            continue
        told = _subject(clause, step, shapes)
        if not told:
            continue
        parts = _parts(told, words)
        if len(parts) == 1:
            parts += _other(clause, mention, shapes)
        lands = "plea" not in mention.words
        found = [_party(part, lands, clause, sides, words, shapes) for part in parts]
        unnamed = any(party is not None and party.name.islower() for party in found)
        unnamed = unnamed or any(_bare(part).islower() for part in parts)
        if len(found) > 1 and all(found) and unnamed:
            return list(dict.fromkeys(party for party in found if party))
    return []


def sides_behind(
    clause: Clause, mention: Mention, passives: list[int], sides: Sides, words: Words
) -> list[Party]:
    """Two sides or more, at least one by a noun, behind `between` or the `by` of a participle.

    `passives`: the tokens behind each `by`.
    """
    shapes = _shapes(words.lists["side_nouns"], words.lists["side_heads"])
    between = _BETWEEN.match(clause.text, mention.end)
    begins = [clause.starts[at] for at in passives] + ([between.end()] if between else [])
    for begin in begins:
        told = re.compile(shapes.several).match(clause.text, begin)
        if told is None or not _tells_nouns(clause, told, words):
            continue
        named = [_party(part, True, clause, sides, words, shapes) for part in _parts(told.group(), words)]
        found = [party for party in named if party]
        several = any(p.name.islower() and names_for(p.name, clause, sides, words) for p in found)
        if len(found) > 1 and len(found) == len(named) and not several:
            return list(dict.fromkeys(found))
    return []


def _tells_nouns(clause: Clause, told: re.Match[str], words: Words) -> bool:
    """Whether a list of sides has a noun in it, no person, and not those of one country among themselves."""
    near = [at for at, start in enumerate(clause.starts) if told.start() <= start < told.end()]
    nouns = [clause.keys[at] for at in near if not clause.tokens[at].cap and clause.keys[at] not in _SMALL]
    person = any(clause.is_person(at) for at in near)
    return bool(nouns) and not person and without(words.lists["within_country"], _AT_WORK).isdisjoint(nouns)


_AT_WORK = frozenset({"union", "unions", "workers"})


_SMALL = frozenset({"and", "the", "of", "its", "their", "a", "an"})
_BETWEEN = re.compile(r"[^.;:]{0,60}? between ")


def _parts(told: str, words: Words) -> list[str]:
    """The sides one by one; an `and` between capitals is of a name where that ends as bodies' names do."""
    found: list[str] = []
    for part in _AND.split(told):
        body = part.split(" ")[-1].lower() in words.lists["body_tails"]
        found += [part] if body else part.split(" and ")
    return [part for part in found if part]


def _subject(clause: Clause, step: Step, shapes: _Shapes) -> str:
    """The words before the verb that name who does it; of the sentence before, where a pronoun does it."""
    begin, verb = clause.starts[0], clause.starts[step.at]
    if _THEY.fullmatch(clause.text, begin, verb - 1):
        before = clause.text[max(0, begin - _BACK) : begin].rstrip()
        last = re.split(r"(?<=[.!?])\s+|\n", before)[-1]
        met = re.search(rf"\b(?P<told>{shapes.several}){_MET}", last)
        return _told(met.group("told")) if met and ", " not in met.group("told") else ""
    found = shapes.subject.search(clause.text, max(begin, verb - 160), verb)
    return _told(found.group("told")) if found else ""


def _told(words: str) -> str:
    """With the first word as inside a sentence."""
    first, blank, rest = words.partition(" ")
    return f"{first.lower() if first in _OPENERS else first}{blank}{rest}"


_OPENERS = frozenset(
    {"The", "Its", "Their", "A", "An", "Some", "Striking", "Local", "Two", "Three", "About", "Nearly"}
)


def _other(clause: Clause, mention: Mention, shapes: _Shapes) -> list[str]:
    """`reached a settlement with 400 patients`: the side behind the agreement."""
    joint = _WITH.match(clause.text, mention.end)
    found = shapes.side.match(clause.text, joint.end()) if joint else None
    return [found.group()] if found else []


def _party(
    told: str, lands: bool, clause: Clause, sides: Sides, words: Words, shapes: _Shapes
) -> Party | None:
    """The side that some words mean: by its name where the article has but one.

    `lands`: a person stands for a country or a body, as nobody does in a plea agreement.
    """
    held = shapes.held.fullmatch(_bare(told))
    if held:
        told = held.group("whose") or held.group("of")
    bare = _bare(told)
    if shapes.seat.fullmatch(bare):
        place = bare.partition(" of ")[2]
        several = place[0].isupper() and bare.partition(" ")[0].endswith("s")
        return sides.party_named(place) if several else Party(bare)  # `the towns of Imst and Ried`
    named = re.fullmatch(_NAME, bare) is not None
    if not named and (
        described := re.fullmatch(rf"(?:[A-Z][a-z]+ )?(?:[a-z]+(?:s[’'])? ){{1,3}}({_NAME})", bare)
    ):
        bare = described[1]  # `the dairy Norlac`, `the Danish rail firm Norlac`
    if bare == "government" and (land := _owner(clause, sides) or sides.home):
        return land
    if not re.fullmatch(rf"{shapes.noun}|{_NAME}", bare):
        bare = bare[:1].lower() + bare[1:]
        if not re.fullmatch(shapes.noun, bare):
            return None
    if bare[0].isupper() and bare.split()[0].lower() in words.lists["side_nouns"]:
        bare = bare[0].lower() + bare[1:]
    if bare[0].isupper():
        return Party(bare) if sides.is_person(bare) and not lands else sides.party_named(bare)
    return Party(only_name(bare, clause, sides, words) or bare)


def _owner(clause: Clause, sides: Sides) -> Party | None:
    """`Norland's government and rebels`: the country."""
    owned = _GOVERNMENT.search(clause.text, clause.starts[0], clause.tokens[-1].end)
    party = sides.party_named(owned.group(1)) if owned else None
    return party if party and party.code else None


_GOVERNMENT = re.compile(r"\b([A-Z]\w+(?: [A-Z]\w+)*)['’]s (?:[a-z-]+ )?government\b")


def _bare(told: str) -> str:
    """Without what stands ahead; `Norway's Fjord Yards` are the yards."""
    bare = re.sub(rf"^{_AHEAD}", "", told)
    return re.sub(r"^[A-Z]\w+['’]s (?=[A-Z])", "", bare)
