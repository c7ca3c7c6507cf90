"""The names of a list as sides: countries, bodies and companies between two words."""

import re

from site_gen.extract.agreements.bodies import bodies_in
from site_gen.extract.agreements.mention import Clause
from site_gen.extract.agreements.sides import Sides
from site_gen.extract.agreements.words import Words
from site_gen.records import Party

_LANDS = (["country"], ["nation"], ["state"], ["island"])
"""`the South American country`: one that is named elsewhere."""
_SUMMIT = re.compile(r"cop-?\d\d?")
"""A conference whose members agree, and no side."""


def government(clause: Clause, first: int, last: int, sides: Sides, words: Words) -> list[Party]:
    """`the government and rebels`, `Peru's government and the unions`: the country, one side of those within it."""
    for at in range(max(1, first), last):
        if clause.keys[at] in words.lists["governments"] and "and" in clause.keys[first:last]:
            if clause.keys[at + 1] == "of":
                return sides.within(clause.starts[at], clause.tokens[min(at + 3, last)].end)
            if clause.keys[at - 1] == "the":
                return [sides.home] if sides.home else []
            return sides.within(clause.starts[at - 1], clause.starts[at])
    return []


def in_row(clause: Clause, left: int) -> bool:
    """Whether a list of names may go on behind the token `left`: a blank, a comma, or the mark of a possessive."""
    return clause.gaps[left].strip() in ("", ",") or clause.joined(left)


def describes_firm(clause: Clause, at: int, words: Words) -> bool:
    """`operator`, or what kind of one: the `terminal` of `and terminal operator Norma`."""
    firms = words.lists["firm_nouns"]
    if clause.keys[at] in firms:
        return True
    if not 0 < at < len(clause.keys) - 1 or clause.gaps[at].strip() or clause.keys[at + 1] not in firms:
        return False
    return clause.keys[at - 1] in ("and", "the") or clause.tokens[at - 1].cap


def listed(clause: Clause, at: int, sides: Sides, words: Words) -> list[Party]:
    """The names of a list that begins at token `at`."""
    return listed_between(clause, at, len(clause.tokens) - 1, sides, words)


def listed_between(clause: Clause, at: int, last: int, sides: Sides, words: Words) -> list[Party]:
    """The names of a list within some tokens; what is said aside of one of them is none of them."""
    found: list[Party] = []
    begin = at
    for _ in range(_ASIDES):
        end = at
        while end <= last and end - at < 14 and _goes_on(clause, at, end, words):
            end += 1
        end = _without_source(clause, at, end, words)
        aside = next((n for n in range(at + 1, min(end, last) + 1) if begins_aside(clause, n)), 0)
        behind = behind_aside(clause, aside) if aside else 0
        stop = aside if behind else end
        found += members(clause, at, stop - 1, sides, words) if stop > at else []
        if not behind or behind > last:
            break
        at = behind
    if not _MINISTRIES.isdisjoint(clause.keys[max(0, begin - _NEAR) : end]):
        found = [p for p in found if p.code or " " in p.name]  # `the Ministry of Farming, Forests and Food`
    return list(dict.fromkeys(found))


_MINISTRIES, _NEAR = frozenset({"ministry", "ministries", "department"}), 3


def _without_source(clause: Clause, at: int, end: int, words: Words) -> int:
    """Where a list ends before who tells of it: `by Peru and Chile, the Lima Post reports`."""
    if end >= len(clause.keys) or clause.keys[end] not in words.lists["sources_tell"]:
        return end
    comma = next((n for n in range(end - 1, at, -1) if clause.gaps[n - 1].strip() == ","), 0)
    return comma or end


_ASIDES = 3
_ASIDE = 10
"""Words that an aside has at most."""


def begins_aside(clause: Clause, at: int) -> bool:
    """Whether a token begins an aside behind a name: `, which runs the port,`, `, the operator of the line,`."""
    if (
        not 0 < at < len(clause.tokens) - 1
        or clause.gaps[at - 1].strip() != ","
        or not clause.tokens[at - 1].cap
    ):
        return False
    if clause.keys[at] in ("which", "who", "whose"):
        return True
    described = clause.keys[at] in ("a", "an") and not clause.tokens[min(at + 2, len(clause.tokens) - 1)].cap
    return clause.keys[at] in ("the", "a", "an", "its") and (described or not clause.tokens[at + 1].cap)


def behind_aside(clause: Clause, at: int) -> int:
    """The token behind the comma that ends an aside which begins at a token; 0 where it does not end."""
    for here in range(at, min(at + _ASIDE, len(clause.tokens) - 1)):
        gap = clause.gaps[here].strip()
        if gap == ",":
            return here + 1
        if gap:
            return 0
    return 0


def _goes_on(clause: Clause, at: int, end: int, words: Words) -> bool:
    return (end == at or in_row(clause, end - 1)) and of_list(clause, end, words)


def of_list(clause: Clause, at: int, words: Words) -> bool:
    """Whether a token may stand in a list of names: a capital, a connective, a rank, a small word of a name."""
    token = clause.tokens[at]
    if token.cap or token.key in ("and", "the", "of", "&") or token.key in words.lists["ranks"]:
        return True
    return in_name(clause, at, words) or describes_firm(clause, at, words) or _its_partner(clause, at, words)


def _its_partner(clause: Clause, at: int, words: Words) -> bool:
    """The `its` of `Norma and its Spanish partner Solano`."""
    if clause.keys[at] not in ("its", "their") or at == 0 or clause.keys[at - 1] != "and":
        return False
    behind = range(at + 1, min(at + 4, len(clause.tokens) - 1))
    return any(clause.keys[n] in words.lists["firm_nouns"] and clause.tokens[n + 1].cap for n in behind)


def in_name(clause: Clause, at: int, words: Words) -> bool:
    """Whether a token is a small word between two capitals of a name."""
    particles = words.lists["name_particles"]
    if clause.keys[at] not in particles or not 0 < at < len(clause.tokens) - 1:
        return False
    ahead, behind = at - 1, at + 1
    ahead -= clause.keys[ahead] in particles
    behind += clause.keys[behind] in particles
    if ahead < 0 or behind >= len(clause.tokens):
        return False
    named = clause.tokens[ahead].cap and clause.tokens[behind].cap
    return named and all(clause.joined(n) for n in range(ahead, behind))


def members(clause: Clause, first: int, last: int, sides: Sides, words: Words) -> list[Party]:
    """Parties named in a run of tokens; a capitalised name that is no place is a body or a company."""
    found = government(clause, first, last, sides, words)
    run: list[int] = []
    bodies = bodies_in(clause, first, last, words, lambda start, end: bool(sides.within(start, end)))
    until = -1
    for at in range(first, last + 2):
        if at in bodies:
            found += _side(clause, run, sides, words) if run else []
            run, until = [], bodies[at]
            found.append(
                Party(clause.text[clause.starts[at] : clause.tokens[until].end].removeprefix("The "))
            )
        if at <= until:
            continue
        if at <= last and (_of_run(clause, run, at, last, words) or (run and in_name(clause, at, words))):
            run.append(at)
            continue
        if run:
            found += _side(clause, run, sides, words)
        run = [at] if at <= last and clause.tokens[at].cap and clause.keys[at] != "and" else []
    return list(dict.fromkeys(found))


def _of_run(clause: Clause, run: list[int], at: int, last: int, words: Words) -> bool:
    """Whether a token goes on with the name: a capital, or `of` before one (`Bank of Peru`)."""
    token = clause.tokens[at]
    if (run and not clause.joined(at - 1)) or (run and clause.tokens[run[-1]].owns):
        return False
    if token.key == "and" or _of_firm(clause, at, words):  # in a heading of capitals
        return False
    return token.cap or (bool(run) and token.key == "of" and at < last and clause.tokens[at + 1].cap)


def _side(clause: Clause, run: list[int], sides: Sides, words: Words) -> list[Party]:
    """Who a name is: `Govt` alone is the country that the article is at home in, if that is sure."""
    if len(run) == 1 and clause.keys[run[0]] in words.lists["govt"]:
        return [sides.home] if sides.home else []
    return _named_party(clause, run, sides, words)


def _named_party(clause: Clause, run: list[int], sides: Sides, words: Words) -> list[Party]:
    while len(run) > 1 and _is_no_part(clause, run, words):
        teams = len(run) > 2 and clause.keys[run[0]] in words.lists["teams"] and clause.keys[run[1]] == "of"
        run = run[1 + teams :]  # `Leaders of Forza Civica`
    if _is_none(clause, run, words):
        return []
    if len(run) > 1 and clause.keys[run[-1]] in words.lists["firm_forms"]:
        run = run[:-1]
    start, end = clause.starts[run[0]], clause.tokens[run[-1]].end
    known = sides.within(start, end)
    if (known or run == [0]) and _is_home_of_firm(clause, run[-1] + 1, words):
        return []
    inside = known and len(run) > 1
    if inside and (_begins_with_city(clause, run, words) or _ends_with_region(clause, run, known)):
        known = []
    body = "of" in [clause.keys[at] for at in run] and not _is_no_part(clause, run, words)
    if known and (not body or _is_of_state(clause, run, known, words)):
        return known[-1:] if body else known
    if not known and clause.keys[run[-1] + 1 : run[-1] + 2] in _LANDS:
        return []
    name = clause.text[start:end]
    if name.isupper() and (code := sides.codes.get(name.title())):
        return [Party(name.title(), code)]
    name = name[:-2] if name.endswith(("'s", "’s")) else name
    if (
        name in words.known
        or any(clause.is_person(at) or clause.keys[at] in words.kinds for at in run)
        or _is_no_part(clause, run, words)
        or _adverb(clause, run, name)
        or _is_chamber(clause, run, words)
        or (run == [0] and clause.keys[1:2] and clause.keys[1] in words.lists["teams"])
    ):
        return []
    return [Party(sides.in_full(name))]


def _is_chamber(clause: Clause, run: list[int], words: Words) -> bool:
    """Whether a name is a parliament's, which approves and is no side: `the Senate`, `the House of Representatives`."""
    keys, lists = [clause.keys[at] for at in run], words.lists
    if "of" in keys:
        return keys[keys.index("of") - 1] in lists["chambers_of"] and keys[-1] in lists["chamber_members"]
    return keys[-1] in lists["parliaments"]


def _is_of_state(clause: Clause, run: list[int], known: list[Party], words: Words) -> bool:
    """`the Ministry of Health of Zambia` signs for Zambia; `the Republic of Zambia` is it."""
    keys = [clause.keys[at] for at in run]
    realm = all(key in words.lists["realms"] for key in keys[: keys.index("of")])
    return bool(known[-1].code) and (realm or keys[0] in words.lists["state_offices"])


def _is_no_part(clause: Clause, run: list[int], words: Words) -> bool:
    """Whether the first word is none of the name's: `Earlier Norma`; `World Athletics` has its own."""
    if clause.keys[run[0]] == "world" and len(run) > 1:
        return clause.keys[run[1]] in words.lists["teams"]
    return clause.keys[run[0]] in words.lists["no_party"]


def _is_none(clause: Clause, run: list[int], words: Words) -> bool:
    """Whether a name is no party's: a summit's, one that many share, or one that only says where."""
    key = clause.keys[run[0]]
    gathering = _SUMMIT.fullmatch(key) is not None or key == "of"
    no_side = _of_many(clause, run[-1], words) or _owns_firm(clause, run, words)
    return gathering or no_side or _says_where(clause, run, words)


def _owns_firm(clause: Clause, run: list[int], words: Words) -> bool:
    """Whether a place is only where a firm is at home: `Norway's Fjord Yards`, and not `Norway's Foreign Ministry`."""
    last = run[-1]
    if not clause.tokens[last].owns or not clause.place_of(last):
        return False
    end = last
    while end + 1 < len(clause.tokens) and clause.tokens[end + 1].cap and clause.joined(end):
        end += 1
    named = range(last + 1, end + 1)
    return (
        bool(named)
        and clause.keys[end] not in words.lists["state_tails"]
        and not any(map(clause.is_person, named))
    )


def _says_where(clause: Clause, run: list[int], words: Words) -> bool:
    """Whether a name only says where something lies: `the Chilean port of Arica`, `the dockers in Arica`."""
    grounds = words.lists["grounds"]
    ahead, behind = clause.keys[max(0, run[0] - 2) : run[0]], clause.keys[run[-1] + 1 : run[-1] + 3]
    named = ahead[-1:] in (["in"], ["at"], ["near"]) or (ahead[-1:] == ["of"] and ahead[0] in grounds)
    named = named or _is_seat(clause, run[0], words)
    behind = [] if behind[:1] == ["of"] else behind
    return named or (not grounds.isdisjoint(behind) and not clause.tokens[run[-1]].owns)


def _is_seat(clause: Clause, at: int, words: Words) -> bool:
    """Whether a place is only where a firm is at home: `Norma Gas of Trinidad and Tobago`, `Norma Gas, of Lima`."""
    place = next((s for s, e, _, _ in clause.places if s <= clause.starts[at] < e), -1)
    first = next((n for n in range(at, max(-1, at - 4), -1) if clause.starts[n] == place), 0)
    return first > 1 and _of_firm(clause, first - 1, words)


def _of_firm(clause: Clause, of: int, words: Words) -> bool:
    """Whether the `of` at a token stands behind a firm's name and before a place: not `the Bank of Peru`."""
    if of < 2 or clause.keys[of] != "of" or not (clause.tokens[of - 1].cap and clause.tokens[of - 2].cap):
        return False
    if not clause.place_of(of + 1 + (clause.keys[of + 1] == "the")) or not clause.joined(of - 2):
        return False
    key = clause.keys[of - 1]
    body = (
        key in words.lists["body_tails"] or key in words.lists["bodies"] or key in words.lists["state_tails"]
    )
    return not (body or key in words.lists["heads_of_names"])


def _is_home_of_firm(clause: Clause, at: int, words: Words) -> bool:
    """Whether a country is followed by what kind of firm and its name: `German truck maker Norma`."""
    begin = at
    while at < len(clause.tokens) and at - begin < 3 and not clause.tokens[at].cap and clause.joined(at - 1):
        if clause.keys[at] in ("and", "the"):
            return False  # `Ghana and the miner Norma`
        at += 1
    named = at < len(clause.tokens) and clause.tokens[at].cap and in_row(clause, at - 1)
    return named and at > begin and clause.keys[at - 1] in words.lists["firm_nouns"]


def _begins_with_city(clause: Clause, run: list[int], words: Words) -> bool:
    """`Los Angeles School District`, but not `Tokyo government`: a body's name that begins with a city's."""
    start, last = clause.starts[run[0]], clause.tokens[run[-1]].end
    ends = [end for begin, end, _, city in clause.places if city and begin == start and end < last]
    behind = next((at for at in run if ends and clause.starts[at] >= ends[0]), -1)
    return behind >= 0 and clause.keys[behind] not in words.lists["ranks"]


def _ends_with_region(clause: Clause, run: list[int], known: list[Party]) -> bool:
    """`Calder Andes`: a region that no country is, behind a word of the same name."""
    if len(known) > 1 or known[0].code or clause.place_of(run[0]):
        return False
    return clause.is_city(run[-1]) and clause.keys[run[0]] not in _QUARTERS


_QUARTERS = frozenset(
    "north south east west northern southern eastern western central greater upper lower new".split()
)


def _of_many(clause: Clause, last: int, words: Words) -> bool:
    """`15 Pacific countries`: a word that describes unnamed parties is none."""
    behind = clause.keys[last + 1] if last + 1 < len(clause.tokens) else ""
    return behind in words.lists["many"] and clause.joined(last)


def _adverb(clause: Clause, run: list[int], name: str) -> bool:
    """A word capitalised for its place alone: a number follows, or the text has it in lower case too."""
    if len(run) > 1 or name.isupper():
        return False
    if name.endswith("ly") or (name.endswith(("s", "ed")) and run[0] == 0):
        return (
            re.search(rf"[a-z,] {re.escape(name)}\b", clause.text) is None
        )  # not `Airbus`, which stands elsewhere too
    behind = clause.text[clause.tokens[run[0]].end :][:2].strip()
    return behind.isdigit() or f" {name.lower()} " in clause.text
