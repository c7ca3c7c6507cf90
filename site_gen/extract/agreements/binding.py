"""Which mentions mean one agreement: full names, acronyms, and short forms bound to their antecedent."""

import re
from collections.abc import Iterable

from site_gen.extract.agreements.mention import Mention
from site_gen.extract.agreements.words import Words


def _about(name: str) -> bool:
    """Whether a common noun says by a proper name what it is on: `pact on the Syr Darya`."""
    return any(word[0].isupper() for word in name.partition(" on ")[2].split())


class Bound:
    """One agreement while its mentions are gathered."""

    __slots__ = ("acronym", "generic", "kind", "kinds", "mentions", "name", "words")

    def __init__(self, mention: Mention) -> None:
        self.name, self.kind, self.words = mention.name, mention.kind, mention.words
        self.generic = mention.form != "named" and not _about(mention.name)
        self.mentions = [mention]
        self.acronym = ""
        self.kinds = {mention.kind}

    def add(self, mention: Mention) -> None:
        """Take a mention in; a fuller name becomes the name."""
        self.mentions.append(mention)
        if mention.form != "short":
            self.kinds.add(mention.kind)
        fuller = mention.words > self.words or (self.generic and mention.form == "named")
        if fuller and not mention.heading and (self.generic or mention.form == "named"):
            self.name, self.kind, self.words = mention.name, mention.kind, mention.words
            self.generic = mention.form != "named"

    def lead(self, mention: Mention) -> None:
        """Take in what the first definite noun goes back to: its words are the name."""
        self.mentions.insert(0, mention)
        self.name, self.kind, self.words = mention.name, mention.kind, self.words | mention.words

    def add_headline(self, mention: Mention) -> None:
        """Take in a headline or a first short form; a headline names what the text calls by a common noun."""
        self.mentions.append(mention)
        if self.generic and mention.form == "named":
            self.name, self.generic = mention.name, False
            self.words |= mention.words


def bind(
    mentions: list[Mention],
    acted: frozenset[int],
    acronyms: dict[str, str],
    apart: frozenset[tuple[int, int]],
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
        home = None if mention.heading else _home(mention, free, words)
        if home:
            home.add(mention)
        elif not mention.heading and (mention.form == "named" or number in acted):
            bound.append(Bound(mention))
        else:
            late.append((number, mention))
    left = _bind_late(late, bound, acted, words)
    for agreement in bound:
        agreement.mentions.sort(key=lambda m: m.start)
        agreement.acronym = next((a for m in agreement.mentions if (a := acronyms.get(m.name))), "")
    return bound, left


def _bind_late(
    late: list[tuple[int, Mention]], bound: list[Bound], acted: frozenset[int], words: Words
) -> list[Mention]:
    """Headlines and first short forms go to what is named later; what is left over is returned."""
    left: list[Mention] = []
    for number, mention in late:
        home = _later_home(mention, bound, words)
        if home:
            home.add_headline(mention)
        elif number not in acted and (told := _told_next(mention, bound, words)):
            told.lead(mention)
        elif number in acted or (mention.form == "named" and not mention.heading):
            bound.append(Bound(mention))
        else:
            left.append(mention)
    return left


def _told_next(mention: Mention, bound: list[Bound], words: Words) -> Bound | None:
    """`the agreement` of the same or the next sentence, behind `talks on a trade pact`."""
    if mention.heading or mention.form != "generic":
        return None
    kinds = words.means.get(mention.kind, (mention.kind,))
    bare = [
        b
        for b in bound
        if b.generic and b.words <= words.kinds.keys() and b.mentions[0].start > mention.start
    ]
    near = [b for b in bare if b.kind in kinds and b.mentions[0].sentence - mention.sentence <= 1]
    return near[0] if len(near) == 1 and near[0].mentions[0].form == "short" else None


def _home(mention: Mention, bound: list[Bound], words: Words) -> Bound | None:
    """The agreement that a mention belongs to, among those met so far: the last that fits."""
    if mention.form == "named":
        known = next((b for b in reversed(bound) if _same(mention, b, words)), None)
        return known or _of_pair(mention, bound, words) or _just_told(mention, bound, words)
    fits = [b for b in bound if _means(mention, b, words)]
    if (
        mention.adjective in ("previous", "prior")
        and len(fits) == 1
        and fits[0].mentions[0].adjective not in words.lists["former"]
    ):
        return None  # `signed a new treaty. The previous treaty, agreed in May, lapsed`
    if mention.form == "generic":
        if mention.adjective in words.lists["former"]:
            return None
        fits = [b for b in fits if b.generic or len(mention.words & b.words) >= 2]
    if len(fits) > 1 and mention.adjective in ("new", "latest", "earlier", "previous", "original", "old"):
        return _by_year(fits, mention.adjective in ("new", "latest"))
    fits = [b for b in fits if b.kind == mention.kind] or fits
    here = [b for b in fits if b.mentions[-1].sentence == mention.sentence]
    if here:
        return max(here, key=lambda b: b.mentions[-1].start)
    recent = [b for b in fits if mention.sentence - b.mentions[-1].sentence <= 2] or fits
    return max(recent, key=lambda b: (min(3, len(b.mentions)), b.mentions[-1].start), default=None)


def _just_told(mention: Mention, bound: list[Bound], words: Words) -> Bound | None:
    """`The Charter on Grain Trade` that opens a sentence behind `agreed a grain pact`: its name.

    The common noun shares a telling word with the name, or says no more than the kind.
    """
    if mention.first > 2:
        return None
    told = [b for b in bound if 0 < mention.sentence - b.mentions[0].sentence <= 1]
    if len(told) != 1 or not told[0].generic:
        return None
    shared = (told[0].words & mention.words) - words.kinds.keys()
    return told[0] if shared or _says_kind_only(mention, told[0], words) else None


def _says_kind_only(mention: Mention, bound: Bound, words: Words) -> bool:
    kinds = words.means.get(mention.kind, (mention.kind,))
    known = {part for word in mention.words for part in word.split("-")} & words.lists["multilateral"]
    bare = {w for w in bound.words - words.kinds.keys() - words.lists["plain"] if "-" not in w}
    return bound.kind in kinds and not known and not bare


def _of_pair(mention: Mention, bound: list[Bound], words: Words) -> Bound | None:
    """`the Peru-Chile agreement` behind `a trade agreement`, if that is the only one of its kind so far."""
    lower, pair = mention.name.split()[-1][0].islower(), "-" in mention.name.replace("–", "-")
    kinds = words.means.get(mention.kind, (mention.kind,))
    plain = [b for b in bound if b.generic and b.kind in kinds]
    plain = [b for b in plain if b.mentions[0].adjective not in words.lists["former"]]
    return plain[0] if lower and pair and len(plain) == 1 else None


def _later_home(mention: Mention, bound: list[Bound], words: Words) -> Bound | None:
    """The one agreement that fits; for a headline the first whose kind fits, where words do not tell."""
    kinds = words.means.get(mention.kind, (mention.kind,))
    if mention.form == "named":
        loose = [b for b in bound if mention.heading and b.generic and _near(b, mention, kinds)]
        return next((b for b in (*[b for b in bound if _same(mention, b, words)], *loose)), None)
    if mention.adjective in ("previous", "prior"):
        return None
    open_to = [b for b in bound if b.mentions[0].adjective not in words.lists["former"]]
    if not mention.heading:
        open_to = [b for b in open_to if not _introduced_later(mention, b, words)]
    fits = [b for b in open_to if _means(mention, b, words)]
    if not mention.heading:
        before = [b for b in fits if b.mentions[0].start < mention.start]
        return before[-1] if before else fits[0] if len(fits) == 1 else None
    loose = [b for b in open_to if not b.kinds.isdisjoint(kinds)]
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


def _means(mention: Mention, bound: Bound, words: Words) -> bool:
    """Whether a common noun with its modifiers may mean an agreement."""
    if bound.kinds.isdisjoint(words.means.get(mention.kind, (mention.kind,))):
        return False
    if bound.generic and mention.form == "short" and bound.words <= words.kinds.keys():
        return True
    own = {w for w in mention.words if words.kinds.get(w) != mention.kind and w not in mention.kind.split()}
    own = {w for w in own if not w[0].isdigit() and w not in words.lists["loose"]}
    known = {w for m in bound.mentions for w in m.words} | set(bound.kind.split())
    return all(w in known or any(w in k.split("-") for k in known) for w in own)
