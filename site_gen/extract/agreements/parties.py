"""The sides of an agreement: by its name, `between A and B`, who signed it, or the article's pair."""

import itertools
import re

from site_gen.extract.agreements.bound import Bound
from site_gen.extract.agreements.described_sides import described_in
from site_gen.extract.agreements.listed import (
    government,
    listed,
    listed_between,
)
from site_gen.extract.agreements.mention import Clause, Mention
from site_gen.extract.agreements.noun_sides import noun_sides, sides_behind
from site_gen.extract.agreements.sides import Sides
from site_gen.extract.agreements.signatories import signed_by, signed_for
from site_gen.extract.agreements.step import Step
from site_gen.extract.agreements.subjects import end_of_subject, step_back
from site_gen.extract.agreements.words import Words
from site_gen.records import Party

_LOANS = frozenset({"deal", "agreement", "accord", "programme", "arrangement"})
"""What a lender to states agrees on with one."""


def parties_of(
    bound: Bound, clauses: dict[int, Clause], steps: dict[int, list[Step]], sides: Sides, words: Words
) -> tuple[Party, ...]:
    """The parties of one agreement; `steps` are the stages by the start of the mention they belong to."""
    gathered: list[Party] = []
    told: list[Party] = []
    for mention in sorted(bound.mentions, key=lambda m: clauses[m.sentence].headline):
        clause = clauses[mention.sentence]
        found = _between(clause, mention, sides, words) or _in_name(clause, mention, sides)
        if len(found) > 1 and not (clause.headline and gathered):
            return tuple(found)
        if clause.headline and len(gathered) > 1:
            continue
        own_steps = steps.get(mention.start, [])
        outside = [step for step in own_steps if step.stage in words.lists["told_by_others"]]
        found += _signers(clause, [step for step in own_steps if step not in outside], sides, words)
        told += _signers(clause, outside, sides, words)
        found += signed_for(clause, _verb_of(own_steps), mention.last + 1, sides, words)
        found += _with(clause, mention, sides, words) or _signed_with(clause, own_steps, sides, words)
        found += [] if len(found) > 1 else _maker(clause, mention, sides, words)
        found += _bound_by_it(clause, mention, sides, words) if len(found) < 2 else []
        found += _bound_under(clause, mention, sides, words) if len(found) < 2 else []
        gathered += [p for p in dict.fromkeys(found) if p not in gathered]
    gathered += [p for p in dict.fromkeys(told) if p not in gathered] if len(gathered) < 2 else []
    own = {bound.acronym, *(m.name for m in bound.mentions)}
    gathered = _once([p for p in _fitting(gathered, sides) if p.name not in own and not _cut(p)])
    if len(gathered) > 1:
        return tuple(gathered[:8])
    if told := _by_nouns(bound, clauses, steps, sides, words) or _agreeing(bound, clauses, sides, gathered):
        return tuple(told[:8])
    if within := [p for p in sides.pair if f" in {p.name}" in bound.name]:
        return tuple(gathered or within)  # `the Agreement on the Conflict in Norland`
    stages = {s.stage for m in bound.mentions for s in steps.get(m.start, ())}
    if (
        _is_multilateral(bound, words)
        or stages & words.lists["of_many"]
        or (gathered and gathered[0] not in sides.pair)
        or _among_insiders(bound, clauses, steps, words)
    ):
        return tuple(gathered)
    lent = sides.lent if bound.generic and bound.kind in _LOANS else ()
    return sides.pair or (lent if set(gathered) <= set(lent) else ()) or tuple(gathered)


def _cut(party: Party) -> bool:
    """`Rumian Prime` Minister Bizi: half of an office is no party."""
    return not party.code and party.name.rpartition(" ")[2] in _HALVES


_HALVES = frozenset(
    {"Prime", "Foreign", "Deputy", "Vice", "Defence", "Defense", "Interior", "Finance", "Trade"}
)


def _by_nouns(
    bound: Bound, clauses: dict[int, Clause], steps: dict[int, list[Step]], sides: Sides, words: Words
) -> list[Party]:
    """The first sides that a sentence tells by nouns."""
    for mention in bound.mentions:
        own, clause = steps.get(mention.start, []), clauses[mention.sentence]
        if own and (found := noun_sides(clause, mention, own, sides, words)):
            return found
        passive = [s for s in own if s.at == s.last and s.stage not in words.lists["told_by_others"]]
        by = [at for step in passive if (at := _by_whom(clause, step.last))]
        if own and (found := sides_behind(clause, mention, by, sides, words)):
            return found
    return []


def _agreeing(bound: Bound, clauses: dict[int, Clause], sides: Sides, gathered: list[Party]) -> list[Party]:
    """`Since Chad and Niger agreed to share the lake, the treaty`: two countries that a mention's sentence says agree.

    None where the sides gathered so far are others.
    """
    for mention in bound.mentions:
        clause = clauses[mention.sentence]
        found = sides.agreeing(clause.starts[0], clause.tokens[-1].end)
        if found and set(gathered) <= set(found):
            return found
    return []


def _verb_of(steps: list[Step]) -> int:
    """The verb that stands before the agreement: the `signed` of `signed the accord`; 0 for none."""
    return next((step.at for step in steps if step.at == step.first), 0)


def _among_insiders(
    bound: Bound, clauses: dict[int, Clause], steps: dict[int, list[Step]], words: Words
) -> bool:
    """`agreed by Norland's factions`, `the army and the rebels agreed on it`: those of one country among themselves."""
    for mention in bound.mentions:
        clause = clauses[mention.sentence]
        for step in steps.get(mention.start, []):
            near = clause.keys[max(0, step.at - 4) : step.at]
            by = _by_whom(clause, step.last) if step.at == step.last else 0
            near += clause.keys[by : by + 5] if by else []
            if not words.lists["within_country"].isdisjoint(near):
                return True
    return False


def _once(gathered: list[Party]) -> list[Party]:
    """Without the short form of a body that is named in full too (`GM`, `General Motors`), and the country of one."""
    full = {"".join(w[0] for w in p.name.split() if w[0].isupper()) for p in gathered if " " in p.name}
    names = [p.name for p in gathered]
    return [
        p
        for p in gathered
        if (p.code and not any(n.endswith(f" of {p.name}") for n in names))
        or not (
            p.code or p.name in full or any(n.startswith(f"{p.name} ") for n in names) or _ends(p.name, names)
        )
    ]


def _ends(name: str, names: list[str]) -> bool:
    """`the Front` beside `Norland Liberation Front`."""
    short = name.removeprefix("the ")
    return " " not in short and sum(n.endswith(f" {short}") for n in names) == 1


def _fitting(gathered: list[Party], sides: Sides) -> list[Party]:
    """Beside two countries or known bodies, unknown names of one word are rather people or adverbs than parties."""
    sure = [p for p in gathered if p in sides.known]
    named = [p for p in gathered if p in sure or (" " in p.name and not sides.is_person(p.name))]
    return named if len(sure) > 1 else gathered


def _is_multilateral(bound: Bound, words: Words) -> bool:
    if bound.kind in ("convention", "resolution", "charter") or bound.name in words.known:
        return True
    return any(part in words.lists["multilateral"] for w in bound.words for part in (w, *w.split("-")))


def _in_name(clause: Clause, mention: Mention, sides: Sides) -> list[Party]:
    """`the India-Japan pact`; a bare place in a name is where it was signed, unless two stand there."""
    start = (
        clause.starts[mention.first - 1]
        if mention.first and clause.joined(mention.first - 1)
        else mention.start
    )
    topic = clause.text.find(" on ", mention.start, mention.end)
    found = sides.within(start, topic if topic > 0 else mention.end)
    return found if len(found) > 1 else []


def _between(clause: Clause, mention: Mention, sides: Sides, words: Words) -> list[Party]:
    """`... between A and B` behind the mention, within its clause."""
    tokens = clause.tokens
    for at in range(mention.last + 1, min(mention.last + 12, len(tokens))):
        if any(c in clause.gaps[at - 1] for c in ".;:—") or _likened(clause, at):
            return []
        if clause.keys[at] in ("between", "linking", "among"):
            found = listed(clause, at + 1, sides, words)
            if _of_what_it_is_on(clause, mention, at) and not all(party.code for party in found):
                return []
            more = _described_by(clause, at + 1, sides, words) if len(found) < 2 else []
            return list(dict.fromkeys([*found, *more]))
    return []


def _of_what_it_is_on(clause: Clause, mention: Mention, at: int) -> bool:
    """`an agreement on a line between Lund and the coast`: the line lies there; a border of states is their matter."""
    return clause.keys[at - 2] in ("a", "an", "the") and "on" in clause.keys[mention.last + 1 : at - 2]


def _with(clause: Clause, mention: Mention, sides: Sides, words: Words) -> list[Party]:
    """`... with A` behind the mention or between verb and mention."""
    tokens = clause.tokens
    for at in range(max(0, mention.first - 6), min(mention.last + 9, len(tokens))):
        if at > mention.last and _likened(clause, at):
            return []
        if mention.first <= at <= mention.last or clause.keys[at] != "with":
            continue
        gap = clause.text[min(clause.starts[at], mention.end) : max(clause.starts[at], mention.start)]
        if not any(c in _NAMED_ASIDE.sub("", gap) for c in ".;:—,"):
            return (
                listed(clause, at + 1, sides, words)
                or _apposed(clause, at + 1, sides, words)
                or _described_by(clause, at + 1, sides, words)[:1]
            )
    return []


def _signed_with(clause: Clause, steps: list[Step], sides: Sides, words: Words) -> list[Party]:
    """`the accord, concluded by Norma with Lund and Ravno`: those behind the `with` of a participle."""
    for step in steps:
        passive = step.at == step.last and clause.keys[step.at] not in words.nouns
        for at in range(step.at + 1, min(step.at + 2 * _NEAR, len(clause.tokens) - 1)) if passive else ():
            if clause.gaps[at - 1].strip():
                break
            if clause.keys[at] == "with":
                return listed(clause, at + 1, sides, words) or _apposed(clause, at + 1, sides, words)
    return []


def _apposed(clause: Clause, at: int, sides: Sides, words: Words) -> list[Party]:
    """`with a buyer from Norway, the Fjord Ice Service`: the name behind what somebody is."""
    if clause.keys[at : at + 1] not in (["a"], ["an"], ["another"]):
        return []
    comma = next(
        (n for n in range(at, min(at + 8, len(clause.tokens) - 1)) if clause.gaps[n].strip() == ","), 0
    )
    if not comma or any(c in clause.gaps[n] for n in range(at, comma) for c in ".;:—()"):
        return []
    begin = comma + 1 + (clause.keys[comma + 1] == "the")
    named = begin < len(clause.tokens) and clause.tokens[begin].cap
    return listed(clause, begin, sides, words)[:1] if named else []


_NAMED_ASIDE = re.compile(r",(?: [A-Z][\w-]+){1,3},")
"""Between an agreement and its other side: `the contract for the vaccine, Denvaxa, with its maker`."""


def _bound_by_it(clause: Clause, mention: Mention, sides: Sides, words: Words) -> list[Party]:
    """`Norma will pay under a deal signed on Monday`, `Under the deal, Norma will pay`: who is bound is a side."""
    ahead = clause.keys[max(0, mention.first - 3) : mention.first]
    if "under" not in ahead:
        return []
    opens = mention.first < _OPENING
    near = range(mention.last + 1, len(clause.tokens)) if opens else range(1, mention.first)
    verb = next((at for at in near if clause.keys[at] in _BINDING or _is_to(clause, at)), 0)
    return _subject(clause, verb, sides, words) if verb else []


def _is_to(clause: Clause, at: int) -> bool:
    """`Norma is to pay`."""
    return clause.keys[at] in ("is", "are") and clause.keys[at + 1 : at + 2] == ["to"]


def _bound_under(clause: Clause, mention: Mention, sides: Sides, words: Words) -> list[Party]:
    """`a concession under which Norma will run the port`: who is bound is a side."""
    behind = range(mention.last + 1, min(mention.last + _NEAR, len(clause.keys) - 2))
    under = next((n for n in behind if clause.keys[n : n + 2] == ["under", "which"]), 0)
    if not under or any(gap.strip() for gap in clause.gaps[mention.last : under - 1]):
        return []
    begin = under + 2
    ends = (n for n in range(begin, min(begin + _REACH, len(clause.keys))) if clause.keys[n] in _BINDING)
    return _subject(clause, next(ends, 0), sides, words)


_NEAR = 8
"""Words that may stand between an agreement and `under which`, or a participle and `with`: a day, a place."""
_OPENING = 4
"""Words that may stand before an agreement with which the sentence begins: `Under the terms of the deal`."""
_BINDING = frozenset({"will", "would", "must", "agreed"})


def _maker(clause: Clause, mention: Mention, sides: Sides, words: Words) -> list[Party]:
    """`a contract to buy four ferries from B`: who sells is a side."""
    behind = clause.keys[mention.last + 1 : mention.last + 12]
    if mention.kind != "contract" or behind[:1] != ["to"] or "from" not in behind or behind[1] not in _BUYING:
        return []
    at = mention.last + 1 + behind.index("from")
    if any(c in gap for gap in clause.gaps[mention.last : at] for c in ".;:—,"):
        return []
    found = listed(clause, at + 1, sides, words)
    return [p for p in found if not p.code] or found  # `Norway's Fjord Yards` is the yard


_BUYING = frozenset({"buy", "purchase", "acquire", "lease", "import", "order"})


def _likened(clause: Clause, at: int) -> bool:
    """`the pact is like an agreement reached with B`: what follows is said of another."""
    return clause.keys[at] in ("a", "an") and not {"is", "are", "was", "were"}.isdisjoint(
        clause.keys[max(0, at - 4) : at]
    )


def _signers(clause: Clause, steps: list[Step], sides: Sides, words: Words) -> list[Party]:
    """The subject of `signed`: names joined by `and` or commas that end at the verb; or `by A and B`."""
    found: list[Party] = []
    for step in steps:
        if step.stage in ("violated", "ratified", "withdrawn from", "brokered", "denounced", "suspended"):
            continue
        if step.at == step.first and clause.keys[step.at] not in words.nouns:
            found += _subject(clause, step.at, sides, words)
        passive = (
            step.at == step.last or clause.keys[step.at] in words.nouns
        )  # `the signing of the pact by A and B`
        if passive and (at := _by_whom(clause, step.last)):
            found += listed(clause, at, sides, words) + signed_by(clause, at, sides, words)
            found = found if len(found) > 1 else found + _described_by(clause, at, sides, words)
    return list(dict.fromkeys(found))


def _described_by(clause: Clause, at: int, sides: Sides, words: Words) -> list[Party]:
    """`between the dockers' federation and the operators`: nouns from token `at` to the end of the clause."""
    stops = (n for n in range(at, len(clause.tokens)) if any(c in clause.gaps[n] for c in ".;:—"))
    return described_in(clause, at, min(at + _REACH, next(stops, len(clause.tokens) - 1)), sides, words)


_REACH = 12
"""Words in which the sides are told by nouns."""


def _by_whom(clause: Clause, last: int) -> int:
    """The token behind `by` after a participle: `signed (in 2020) by Oman`; 0 where there is none."""
    for at in range(last + 1, min(last + 9, len(clause.tokens) - 1)):
        gap = clause.gaps[at - 1].strip()
        if gap and not (gap == "," and clause.keys[at] == "by"):
            return 0
        if clause.keys[at] == "by":
            return at + 1
    return 0


def _subject(clause: Clause, verb: int, sides: Sides, words: Words) -> list[Party]:
    near = [" ".join(pair) for pair in itertools.pairwise(clause.keys[max(0, verb - 5) : verb])]
    if not words.lists["pair_words"].isdisjoint(near):
        political = not _POLITICAL.isdisjoint(near)
        return list(sides.pair) or sides.two_named(
            clause.starts[0], words.lists["public_tails"] if political else frozenset()
        )
    if not words.lists["firm_pairs"].isdisjoint(near):
        return sides.two_firms(clause.starts[0]) or sides.two_named(clause.starts[0])
    verb = end_of_subject(clause, verb)
    at = verb - 1
    while at >= 0 and not clause.tokens[at].cap and verb - at < 5:
        if "," in clause.gaps[at]:
            return []
        at -= 1
    if at > 0 and clause.gaps[at - 1].strip() == "(":
        at -= 1  # the short form behind the name
    between = clause.keys[at + 1 : verb]
    if not words.lists["said_between"].isdisjoint(between):
        return []
    if not words.lists["insiders"].isdisjoint(between):
        begin = max(0, verb - 9)
        return government(clause, begin, verb, sides, words) + described_in(
            clause, begin, verb - 1, sides, words
        )
    end, start = at, at
    while start > 0 and (step := step_back(clause, start, words)):
        start -= step
    start = _behind_opening(clause, start, end)
    found = listed_between(clause, start, end, sides, words) if 0 <= start <= end else []
    return found if len(found) > 1 else found + described_in(clause, max(0, verb - 9), verb - 1, sides, words)


def _behind_opening(clause: Clause, start: int, end: int) -> int:
    """`After the pact with Chile, Peru signed`: the subject begins behind the comma."""
    if not 0 < start < end or clause.keys[start - 1] not in _OPENS:
        return start
    return next((n for n in range(end, start, -1) if clause.gaps[n - 1].strip() == ","), start)


_OPENS = frozenset({"with", "in", "from", "to", "at"})
_POLITICAL = frozenset({"two parties", "both parties"})
