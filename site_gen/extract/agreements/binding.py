"""Which mentions mean one agreement: full names, acronyms, and short forms bound to their antecedent."""

import re
from collections.abc import Iterable

from site_gen.extract.agreements.mention import Mention
from site_gen.extract.agreements.words import Words


class Bound:
    """One agreement while its mentions are gathered."""

    __slots__ = ("acronym", "generic", "kind", "mentions", "name", "words")

    def __init__(self, mention: Mention) -> None:
        self.name, self.kind, self.words = mention.name, mention.kind, mention.words
        self.generic = mention.form != "named"
        self.mentions = [mention]
        self.acronym = ""

    def add(self, mention: Mention) -> None:
        """Take a mention in; a fuller name becomes the name."""
        self.mentions.append(mention)
        if mention.form == "named" and mention.words > self.words:
            self.name, self.kind, self.words = mention.name, mention.kind, mention.words


def bind(
    mentions: list[Mention], acted: frozenset[int], acronyms: dict[str, str], words: Words
) -> tuple[list[Bound], list[Mention]]:
    """The agreements of an article, and the mentions that could not be bound.

    `acted` holds the places in `mentions` of those that something is done to: only they make an agreement of a
    common noun. `acronyms` maps a full name to its acronym.
    """
    bound: list[Bound] = []
    left: list[Mention] = []
    late: list[Mention] = []
    named = [m for m in mentions if m.form == "named" and not m.heading]
    for number, mention in enumerate(mentions):
        home = _home(mention, bound, words)
        if home:
            home.add(mention)
        elif mention.heading and mention.form == "named" and not any(_same(mention, n, words) for n in named):
            late.append(mention)
        elif mention.form == "named" or (number in acted and not mention.heading):
            bound.append(Bound(mention))
        else:
            late.append(mention)
    for mention in late:
        home = _only_home(mention, bound, words)
        (home.mentions if home else left).append(mention)
    for agreement in bound:
        agreement.mentions.sort(key=lambda m: m.start)
        agreement.acronym = next((a for m in agreement.mentions if (a := acronyms.get(m.name))), "")
    return bound, left


def _home(mention: Mention, bound: list[Bound], words: Words) -> Bound | None:
    """The agreement that a mention belongs to, among those met so far: the last that fits."""
    if mention.form == "named":
        return next((b for b in reversed(bound) if _same(mention, b, words)), None)
    fits = [b for b in bound if _means(mention, b, words)]
    if mention.form == "generic":
        fits = [b for b in fits if b.generic or _close(mention, b)]
    if len(fits) > 1 and mention.adjective in ("new", "latest", "earlier", "previous", "original", "old"):
        return _by_year(fits, mention.adjective in ("new", "latest"))
    return max(fits, key=lambda b: b.mentions[-1].start, default=None)


def _only_home(mention: Mention, bound: list[Bound], words: Words) -> Bound | None:
    """For a headline or a first short form: the agreement named later, if there is just one."""
    fits = [
        b
        for b in bound
        if (_same(mention, b, words) if mention.form == "named" else _means(mention, b, words))
    ]
    return fits[0] if len(fits) == 1 else None


def _by_year(fits: list[Bound], newest: bool) -> Bound:
    year = re.compile(r"\d{4}")
    return (max if newest else min)(fits, key=lambda b: max(year.findall(b.name), default=""))


def _numbers(words: Iterable[str]) -> set[str]:
    return {w for w in words if w[0].isdigit() or not set(w) - set("ivx")}


def _same(mention: Mention, other: Mention | Bound, words: Words) -> bool:
    """Whether two full names are one: equal words, or one within the other with a telling word in common."""
    mine, theirs = mention.words, other.words
    if mine == theirs:
        return True
    if other.kind not in words.means.get(
        mention.kind, (mention.kind,)
    ) and mention.kind not in words.means.get(other.kind, ()):
        return False
    heads = set(words.kinds)
    a, b = mine - heads, theirs - heads
    if _numbers(a) != _numbers(b):
        return False
    telling = (a & b) - words.lists["plain"]
    return (
        (bool(telling) and (a <= b or b <= a)) or (len(mine & theirs) >= 3 and (mine <= theirs or theirs <= mine))
    )


def _means(mention: Mention, bound: Bound, words: Words) -> bool:
    """Whether a common noun with its modifiers may mean an agreement."""
    if bound.kind not in words.means.get(mention.kind, (mention.kind,)):
        return False
    own = {w for w in mention.words if words.kinds.get(w) != mention.kind and w not in mention.kind.split()}
    known = {w for m in bound.mentions for w in m.words} | set(bound.kind.split())
    return all(w in known or any(w in k.split("-") for k in known) for w in own)


def _close(mention: Mention, bound: Bound) -> bool:
    return len(mention.words & bound.words) >= 2
