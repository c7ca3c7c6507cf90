"""Which mentions mean one agreement: full names, acronyms, and short forms bound to their antecedent."""

import re
from collections.abc import Iterable, Mapping

from site_gen.extract.agreements.bound import Bound
from site_gen.extract.agreements.introduced import introduced
from site_gen.extract.agreements.mention import Clause, Mention
from site_gen.extract.agreements.partners import of_other_partners
from site_gen.extract.agreements.words import Words


def bind(
    mentions: list[Mention],
    acted: frozenset[int],
    acronyms: dict[str, str],
    apart: frozenset[tuple[int, int]],
    clauses: Mapping[int, Clause],
    words: Words,
) -> tuple[list[Bound], list[Mention]]:
    """The agreements of an article, and the mentions that could not be bound.

    `acted` holds the places in `mentions` of those that something is done to: only they make an agreement of
    a common noun. `acronyms` maps a full name to its acronym. `apart` holds the starts of two mentions that the
    text sets against each other (`A builds on B`): never one agreement. Headlines are bound last: they say in short
    what the text names in full.
    """
    bound: list[Bound] = []
    late: list[tuple[int, Mention]] = []
    for number, mention in enumerate(mentions):
        free = [b for b in bound if not any((m.start, mention.start) in apart for m in b.mentions)]
        free = [b for b in free if not of_other_partners(mention, b.mentions, clauses)]
        home = None if mention.heading else _home(mention, free, clauses, words)
        if home:
            home.add(mention)
        elif not mention.heading and (mention.form == "named" or number in acted):
            bound.append(Bound(mention))
        else:
            late.append((number, mention))
    left = _bind_late(late, bound, acted, clauses, words)
    for agreement in bound:
        agreement.mentions.sort(key=lambda m: m.start)
        agreement.acronym = next((a for m in agreement.mentions if (a := acronyms.get(m.name))), "")
    return bound, left


def _bind_late(
    late: list[tuple[int, Mention]],
    bound: list[Bound],
    acted: frozenset[int],
    clauses: Mapping[int, Clause],
    words: Words,
) -> list[Mention]:
    """Headlines and first short forms go to what is named later; what is left over is returned."""
    left: list[Mention] = []
    for number, mention in late:
        listed = mention.form == "generic" and any(_listed_with(mention, b) for b in bound)
        free = [b for b in bound if not of_other_partners(mention, b.mentions, clauses)]
        home = None if listed else _later_home(mention, free, words)
        if home:
            home.add_headline(mention)
        elif number not in acted and (told := _told_next(mention, bound, words)):
            told.lead(mention)
        elif number in acted or (mention.form == "named" and not mention.heading):
            bound.append(Bound(mention))
        else:
            left.append(mention)
    return left


_PAPER_WITHIN = 3
"""Sentences in which `the document` still is the agreement that was spoken of."""


def _told_next(mention: Mention, bound: list[Bound], words: Words) -> Bound | None:
    """`the agreement` of the same or the next sentence, behind `talks on a trade pact`."""
    if mention.heading or mention.form != "generic":
        return None
    kinds = words.means.get(mention.kind, (mention.kind,))
    bare = [
        b
        for b in bound
        if b.generic and b.words <= {*words.kinds, "document"} and b.mentions[0].start > mention.start
    ]
    near = [
        b
        for b in bare
        if (b.kind in kinds or (b.kind == "document" and mention.kind in words.means[b.kind]))
        and b.mentions[0].sentence - mention.sentence <= (_PAPER_WITHIN if b.kind == "document" else 1)
    ]
    return near[0] if len(near) == 1 and near[0].mentions[0].form == "short" else None


def _home(mention: Mention, bound: list[Bound], clauses: Mapping[int, Clause], words: Words) -> Bound | None:
    """The agreement that a mention belongs to, among those met so far: the last that fits."""
    if mention.form == "named":
        known = next((b for b in reversed(bound) if _same(mention, b, words)), None)
        return known or introduced(mention, bound, clauses, words)
    fits = [b for b in bound if _means(mention, b, words)] or _only_paper(mention, bound, words)
    fits = [b for b in fits if not _still_unsigned(mention, b) and not _of_others(mention, b, clauses, words)]
    if (
        mention.adjective in ("previous", "prior")
        and len(fits) == 1
        and fits[0].mentions[0].adjective not in words.lists["former"]
    ):
        return None  # `signed a new treaty. The previous treaty, agreed in May, lapsed`
    if mention.adjective in words.lists["another"]:
        fits = [b for b in fits if b.mentions[0].adjective in words.lists["another"]]
    if mention.form == "generic":
        if mention.adjective in words.lists["former"]:
            return None
        fits = [b for b in fits if b.generic or len(mention.words & b.words) >= 2]
        fits = [b for b in fits if not _listed_with(mention, b)]
    if len(fits) > 1 and mention.adjective in ("new", "latest", "earlier", "previous", "original", "old"):
        return _by_year(fits, mention.adjective in ("new", "latest"))
    fits = [b for b in fits if b.kind == mention.kind] or fits
    here = [b for b in fits if b.mentions[-1].sentence == mention.sentence]
    if here:
        return max(here, key=lambda b: b.mentions[-1].start)
    recent = [b for b in fits if mention.sentence - b.mentions[-1].sentence <= 2] or fits
    return max(recent, key=lambda b: (min(3, len(b.mentions)), b.mentions[-1].start), default=None)


def _still_unsigned(mention: Mention, bound: Bound) -> bool:
    """`The agreement was only initialled and is to be signed`: none that was signed sentences before."""
    return mention.state == "pending" and any(
        m.state == "signed" and m.sentence < mention.sentence for m in bound.mentions
    )


def _of_others(mention: Mention, bound: Bound, clauses: Mapping[int, Clause], words: Words) -> bool:
    """`The contract with Norma`: another paper than the treaty named before, as it has a side of its own."""
    if mention.kind not in words.lists["of_anyone"] or bound.kind == mention.kind:
        return False
    tokens, behind = clauses[mention.sentence].tokens, mention.last + 1
    return behind + 1 < len(tokens) and tokens[behind].key == "with" and tokens[behind + 1].cap


def _only_paper(mention: Mention, bound: list[Bound], words: Words) -> list[Bound]:
    """`the pay agreement` behind `put their names to the document`: the only one, a bare noun for what is known."""
    if mention.form != "short" or len(bound) != 1 or mention.adjective in words.lists["former"]:
        return []
    only = bound[0]
    bare = only.generic and only.mentions[0].form == "short" and only.words <= {*words.kinds, "document"}
    kinds = words.means.get(mention.kind, (mention.kind,))
    fits = only.kind in kinds or mention.kind in words.means.get(only.kind, ())
    return [only] if bare and fits else []


def _listed_with(mention: Mention, bound: Bound) -> bool:
    """`a memorandum on X as well as an agreement on Y`: two papers of one sentence, each told anew."""
    first = bound.mentions[0]
    return first.sentence == mention.sentence and first.form == "generic" and bound.kind != mention.kind


def _later_home(mention: Mention, bound: list[Bound], words: Words) -> Bound | None:
    """The one agreement that fits; for a headline the first whose kind fits, where words do not tell."""
    kinds = words.means.get(mention.kind, (mention.kind,))
    if mention.form == "named":
        loose = [b for b in bound if mention.heading and b.generic and _near(b, mention, kinds)]
        return next((b for b in (*[b for b in bound if _same(mention, b, words)], *loose)), None)
    if mention.adjective in ("previous", "prior"):
        return None
    if mention.adjective in words.lists["another"]:
        return None
    open_to = [b for b in bound if b.mentions[0].adjective not in words.lists["former"]]
    if (
        mention.kind in words.lists["of_anyone"]
    ):  # `her contract had run out` means no wage agreement told later
        open_to = [b for b in open_to if b.kind == mention.kind or b.mentions[0].start < mention.start]
    if not mention.heading:
        open_to = [b for b in open_to if not _introduced_later(mention, b, words)]
    fits = [b for b in open_to if _means(mention, b, words)]
    if not mention.heading:
        before = [b for b in fits if b.mentions[0].start < mention.start]
        return before[-1] if before else fits[0] if len(fits) == 1 else None
    loose = [b for b in open_to if not b.kinds.isdisjoint(kinds) or mention.words <= b.words]
    telling = mention.words - words.kinds.keys() - words.lists["plain"]
    return min(loose, key=lambda b: _rank(b, telling, b in fits), default=None)


def _introduced_later(mention: Mention, bound: Bound, words: Words) -> bool:
    """`a deal for ten jets`, `the deal was good`: no memorandum that a later sentence introduces with an `a`."""
    first = bound.mentions[0]
    if bound.kind == mention.kind or bound.kind not in words.lists["bundled"]:
        return False
    return mention.form == "generic" or (first.form == "generic" and first.sentence > mention.sentence)


def _near(bound: Bound, mention: Mention, kinds: tuple[str, ...]) -> bool:
    return bound.kind == mention.kind or (bound.kind in kinds and bound.mentions[0].sentence <= 3)


def _rank(bound: Bound, telling: frozenset[str], fits: bool) -> tuple[bool, bool, bool, int]:
    """Which agreement a headline means: one that shares a telling word, is told early, fits its words."""
    first = bound.mentions[0]
    return not telling & bound.words, first.sentence > 2, not fits, first.start


def _by_year(fits: list[Bound], newest: bool) -> Bound:
    year = re.compile(r"\d{4}")
    return (max if newest else min)(fits, key=lambda b: max(year.findall(b.name), default=""))


def _numbers(words: Iterable[str]) -> set[str]:
    return {w for w in words if w[0].isdigit() or not set(w) - set("ivx")}


def _same(mention: Mention, other: Bound, words: Words) -> bool:
    """Whether two full names are one: equal words, or one within the other with a telling word in common."""
    mine, theirs = mention.words, other.words
    if mine == theirs:
        return True
    kinds = words.means.get(mention.kind, (mention.kind,))
    if other.kind not in kinds and mention.kind not in words.means.get(other.kind, ()):
        return False
    a, b = mine - words.kinds.keys(), theirs - words.kinds.keys()
    if _numbers(a) != _numbers(b):
        return False
    telling = (a & b) - words.lists["plain"]
    if telling and (a <= b or b <= a):
        return True
    return len(mine & theirs) >= 3 and (mine <= theirs or theirs <= mine)


def _of_another_kind(mention: Mention, bound: Bound, words: Words) -> bool:
    """`the supply agreement` behind `the contract`, `its wage agreement` behind `a memorandum`: two papers."""
    telling = words.lists["bundled"] | words.lists["of_anyone"]
    return bound.kind in telling and mention.kind != bound.kind


def _means(mention: Mention, bound: Bound, words: Words) -> bool:
    """Whether a common noun with its modifiers may mean an agreement."""
    if bound.kinds.isdisjoint(words.means.get(mention.kind, (mention.kind,))):
        return False
    if bound.generic and mention.form == "short" and bound.words <= words.kinds.keys():
        return mention.words <= words.kinds.keys() or not _of_another_kind(mention, bound, words)
    own = {w for w in mention.words if words.kinds.get(w) != mention.kind and w not in mention.kind.split()}
    own = {w for w in own if not w[0].isdigit() and w not in words.lists["loose"]}
    known = {w for m in bound.mentions for w in m.words} | set(bound.kind.split())
    return all(w in known or any(w in k.split("-") for k in known) for w in own)
