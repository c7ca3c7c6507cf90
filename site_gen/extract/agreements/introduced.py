"""The name behind the common noun that brought the news: `signed a treaty ...`, further down `the Lima Treaty`."""

from collections.abc import Mapping

from site_gen.extract.agreements.bound import Bound
from site_gen.extract.agreements.mention import Clause, Mention
from site_gen.extract.agreements.words import Words

_WITHIN = 6
"""Sentences between the news and the name."""


def introduced(
    mention: Mention, bound: list[Bound], clauses: Mapping[int, Clause], words: Words
) -> Bound | None:
    """The agreement without a name so far that a full name names."""
    return (
        _of_pair(mention, bound, words)
        or _just_told(mention, bound, words)
        or _named_after(mention, bound, clauses, words)
    )


def _named_after(
    mention: Mention, bound: list[Bound], clauses: Mapping[int, Clause], words: Words
) -> Bound | None:
    """The only one that it can name, where the same is done to both or the news has the name's own words."""
    if any(w[0].isdigit() for w in mention.words) or not _opens_with_the(mention, clauses[mention.sentence]):
        return None
    alike = [
        b for b in bound if mention.kind in _kinds(b.kind, words) or b.kind in _kinds(mention.kind, words)
    ]
    told = [b for b in alike if b.generic and b.mentions[0].adjective not in words.lists["former"]]
    if len(alike) != 1 or not told or mention.sentence - told[0].mentions[0].sentence > _WITHIN:
        return None
    return (
        told[0]
        if _one_subject(mention, told[0], words) and _meant(mention, told[0], clauses, words)
        else None
    )


def _opens_with_the(mention: Mention, clause: Clause) -> bool:
    """`the Lima Treaty`; not `the two also signed the Lima Treaty`."""
    before = clause.keys[max(0, mention.first - 8) : mention.first]
    return before[-1:] == ["the"] and not _FURTHER.intersection(before)


_FURTHER = frozenset({"also", "separately", "besides", "another"})


def _kinds(kind: str, words: Words) -> tuple[str, ...]:
    return words.means.get(kind, (kind,))


def _one_subject(mention: Mention, bound: Bound, words: Words) -> bool:
    """Whether not each of the two says what it is on, and another: `a defence pact`, `the Extradition Treaty`."""
    ours, theirs = (w & words.lists["modifiers"] for w in (mention.words, bound.words))
    return not ours or not theirs or bool(ours & theirs)


def _meant(mention: Mention, bound: Bound, clauses: Mapping[int, Clause], words: Words) -> bool:
    """The same is done to both, the sentence that told it has a word of the name, or `the document` stood for it."""
    if bound.kind == "document":
        return mention.sentence - bound.mentions[-1].sentence <= 2
    done = {stage for m in bound.mentions for stage in m.stages}
    own = mention.words - words.lists["plain"] - words.kinds.keys()
    said = {key for m in bound.mentions for key in clauses[m.sentence].keys}
    return bool(done & mention.stages) or bool(own & said)


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
