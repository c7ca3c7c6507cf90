"""What a figure behind a participle or a body of people measures: `inflation, running at 7%`, `a crew of 61`."""

from site_gen.extract.figures.phrases import ARTICLES, nounish, phrase_left, text_of
from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens

_FAR = 16


def described_at(tokens: Tokens, at: int, words: Vocabulary, mask: bytearray) -> str:
    """`the cost of the bridge, estimated at $40 million`: what stands before the comma; `at` is the word before."""
    known = at > 3 and tokens.low[at] in ("at", "to") and tokens.low[at - 1] in words.sets["put_at"]
    noun = at - 3
    if not known or tokens.low[at - 2] != "," or mask[noun] or not nounish(tokens, noun, words):
        return ""
    begin = phrase_left(tokens, noun, words, mask)
    while begin > 2 and (joint := begin - 1 - (tokens.low[begin - 1] in ARTICLES)) > 1:
        if tokens.low[joint] != "of" or mask[joint - 1] or not nounish(tokens, joint - 1, words):
            break
        begin = phrase_left(tokens, joint - 1, words, mask)
    return text_of(tokens, begin, at - 2, mask)


def toll_that_moved(tokens: Tokens, found: Quantity, at: int, words: Vocabulary) -> str:
    """`the death toll from the fire aboard the ferry has climbed to 17`: the toll, however much stands behind it."""
    moved = at > 1 and tokens.low[at] in ("to", "at") and not found.noun >= 0
    verb = tokens.low[at - 1] if moved else ""
    if verb not in words.up and verb not in words.down and verb not in ("stands", "stood"):
        return ""
    for where in range(at - 2, max(-1, at - _FAR), -1):
        if tokens.low[where] in (",", ";", ".", ":"):
            return ""
        if tokens.low[where] == "toll":
            return text_of(tokens, where - (tokens.near[where - 1] == "death"), where + 1)
    return ""


def counts_people(tokens: Tokens, found: Quantity, words: Vocabulary) -> bool:
    """`a crew of 61`, `19 of the injured`, `14 of them` where the sentence says that they are people."""
    sets = words.sets
    if tokens.near[found.lead - 1] == "of" and tokens.near[found.lead - 2] in sets["bodies_of_people"]:
        return tokens.near[found.last] in _BEHIND or tokens.near[found.last] in sets["helping"]
    if tokens.near[found.last] != "of":
        return False
    whom = tokens.near[found.last + 1]
    if whom == "the":
        noun, behind = tokens.near[found.last + 2], tokens.near[found.last + 3]
        described = behind.isalpha() and (behind.endswith("s") or behind in words.plurals)
        return noun in sets["people_so"] and not described
    if whom not in ("them", "these", "those"):
        return False
    return bool(sets["people_so"].intersection(tokens.low) or _their_lives(tokens, found))


_BEHIND = frozenset({"", ".", ",", "and", ")", ";", "but", "who", "on"})


def _their_lives(tokens: Tokens, found: Quantity) -> bool:
    """`6,100 of them will lose their homes`."""
    behind = tokens.low[found.last + 2 : found.last + 8]
    return "their" in behind and any(word in _LOST for word in behind)


def losing(tokens: Tokens, found: Quantity) -> str:
    """`lose homes` of `6,100 of them will lose their homes`: what is told of people who have no noun here."""
    if found.unit != "people" or found.noun >= 0 or tokens.low[found.last : found.last + 2] not in _OF_THEM:
        return ""
    if not _their_lives(tokens, found):
        return ""
    at = tokens.low.index("their", found.last)
    lost = next((word for word in tokens.low[at : at + 4] if word in _LOST), "")
    return f"{tokens.words[at - 1]} {lost}".strip()


_OF_THEM = (["of", "them"], ["of", "these"], ["of", "those"])
_LOST = frozenset(
    {"homes", "jobs", "lives", "land", "limbs", "children", "families", "parents", "livelihoods"}
)
