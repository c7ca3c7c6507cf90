"""Where a figure was: the place in its own part of the sentence, or the one that the sentence is about."""

from bisect import bisect_left

from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.slots import Around, token_at
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.records import PlaceFinding
from site_gen.text.numbers import Tokens

_NEAR = 4
_OWN = 8


def place(tokens: Tokens, quantities: list[Quantity], index: int, here: Around, words: Vocabulary) -> str:
    """The place that a preposition puts the figure in: behind it and before the next figure, else the nearest.

    `11 died in Lima, seven in Cusco`: each has its own; `5 dead and 20 hurt in Lima`: both are there.
    """
    found = quantities[index]
    before = quantities[index - 1].last if index else 0
    following = quantities[index + 1] if index + 1 < len(quantities) else None
    start = tokens.starts[found.first]
    middle = bisect_left(here.place_starts, start)
    best: tuple[int, int, str] | None = None
    for spot in here.places[max(0, middle - _NEAR) : middle + _NEAR]:
        at = _governed(tokens, spot, words)
        if at < 0 or _names_paper(tokens, spot, words) or _said_there(tokens, found, at, words):
            continue
        if following is not None and _lies(tokens, following, at, words):
            continue
        if at < before and _of_another_deed(tokens, found, before - 1):
            continue
        rank = _rank(tokens, at, token_at(tokens, spot.evidence.end - 1) + 1, before, found, following)
        entry = (rank, abs(spot.evidence.start - start), spot.name)
        best = entry if best is None or entry < best else best
    if best is not None and best[0] > 1 and quantities[index + 1].kind == "ratio":
        return ""
    if best is None or best[0] == 0 or not (unknown := _unknown(tokens, found, following, here, words)):
        return best[2] if best else ""
    return unknown if found.unit == "people" else ""


def _governed(tokens: Tokens, spot: PlaceFinding, words: Vocabulary) -> int:
    """The token of the preposition that puts something in a place; -1 where there is none."""
    at = token_at(tokens, spot.evidence.start) - 1
    has = tokens.near[token_at(tokens, spot.evidence.end - 1) + 1] in words.sets["place_has"]
    if has and spot.kind != "body":
        return at + 1
    if tokens.near[at - 1] in _MAINLY:
        return -1  # `a larger presence, especially in Peru`
    for _ in range(4):
        if tokens.near[at] in words.inside and tokens.near[at - 1] in words.sets["seated"]:
            return -1  # `the firm, based in Austin, expects sales of $5 million`
        if tokens.near[at] == "like" or tokens.low[max(0, at - 1) : at + 1] == ["such", "as"]:
            return -1  # `countries like Uganda`
        joined = tokens.near[at] == "and" and tokens.near[at - 1] in words.sets["compass"]
        at -= tokens.near[at] in words.sets["compass"] or joined
    said = tokens.near[at - 2] in words.copulas  # `was highest in Denmark`
    ranked = any(_superlative(word, words) for word in tokens.low[max(0, at - _RANK) : max(0, at - said)])
    return at if at >= 0 and tokens.near[at] in words.inside and not ranked else -1


def _names_paper(tokens: Tokens, spot: PlaceFinding, words: Vocabulary) -> bool:
    """`the goals in the Lima agreement`, `the agency in Lima said`: a paper or a teller that is told by the place."""
    after = tokens.near[token_at(tokens, spot.evidence.end - 1) + 1]
    return after in words.sets["named_by_place"] or (
        spot.kind == "city" and (after in words.says or after == "put")
    )


def _said_there(tokens: Tokens, found: Quantity, at: int, words: Vocabulary) -> bool:
    """`will spend 2%, the chief announced on Monday in Lima`: where it was said, behind the figure."""
    back = range(at - 1, max(found.last, at - _SAID) - 1, -1)
    said = next(
        (n for n in back if tokens.low[n] in words.speech or tokens.low[n] in words.sets["speaking"]), -1
    )
    if said < 0:
        return _by_name(tokens, found.last, at)
    if said < 0 or tokens.near[said + 1] == "that":
        return False
    return not any(word in words.copulas or word in words.have for word in tokens.low[said + 1 : at])


def _by_name(tokens: Tokens, begin: int, at: int) -> bool:
    """`..., said Ann Lee, who heads the team in Geneva`: where the speaker is."""
    for n in range(begin, at - 1):
        if tokens.low[n] == "said" and tokens.low[n - 1] == "," and tokens.words[n + 1][0].isupper():
            return True
    return False


def _lies(tokens: Tokens, following: Quantity, at: int, words: Vocabulary) -> bool:
    """`five flats and 2 million euros held in Luxembourg`, `$11 billion, against $7 billion for the cup in Qatar`."""
    held = tokens.near[following.lead - 1] in ("against", "than", "versus")
    return at > following.last and (
        held or not words.sets["lying"].isdisjoint(tokens.low[following.last : at])
    )


def _of_another_deed(tokens: Tokens, found: Quantity, at: int) -> bool:
    """`Peru has sent $6 million and Oxfam has sent 40 tents`: who did the one is no place of the other."""
    for n in range(at + 1, found.lead - 2):
        if (
            tokens.low[n] == "and"
            and tokens.words[n + 1][0].isupper()
            and tokens.low[n + 2] in ("has", "had", "will")
        ):
            return True
    return False


_MAINLY = frozenset({"especially", "notably", "particularly", "chiefly"})
_SAID = 7
_RANK = 3


def _superlative(word: str, words: Vocabulary) -> bool:
    """`lowest` of `one of the lowest ratios in Asia`: what it is compared with there."""
    return word in words.sets["ranked"] or (len(word) > _LONG and word.endswith("est"))


_LONG = 5


def _rank(
    tokens: Tokens, at: int, last: int, before: int, found: Quantity, following: Quantity | None
) -> int:
    """0 for a place in the figure's own part of the sentence, 1 for one it may share, 2 for the next one's."""
    if at < before:
        return 1
    if following is not None and following.kind == "ratio" and at > following.first:
        return 2  # `employs 48,000 people, a quarter of them in Toulouse`
    if at < found.first:
        return 1 if before and not _cut(tokens, before, at) and _cut(tokens, last, found.lead) else 0
    if following is None:
        return 0
    if last > following.first:
        return 1
    return 2 if _cut(tokens, found.last, at) and following.lead - last <= 1 else 0


def _unknown(
    tokens: Tokens, found: Quantity, following: Quantity | None, here: Around, words: Vocabulary
) -> str:
    """`Monterey Park` of `11 were killed in Monterey Park, ...`: a name in the figure's own part that no table has."""
    end = min(following.lead if following else tokens.size, found.last + _OWN)
    for at in range(found.last, end - 1):
        if tokens.low[at] in _CUTS:
            break
        if tokens.low[at] == "in" and tokens.words[at + 1][0].isupper():
            last = at + 1
            while last < end and tokens.words[last][0].isupper():
                last += 1
            name = " ".join(tokens.words[at + 1 : last])
            return "" if words.sets["times"].intersection(name.lower().split()) else name
    return ""


def _cut(tokens: Tokens, begin: int, end: int) -> bool:
    """Whether a part of the sentence ends between two tokens."""
    return not _CUTS.isdisjoint(tokens.low[begin:end])


_CUTS = frozenset({",", ";", "and", "while", "but"})
