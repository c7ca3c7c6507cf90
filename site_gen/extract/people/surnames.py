"""Which words of a name are the family name, and whether two names can be one person's."""

import re
from functools import lru_cache

from site_gen.extract.people.vocabulary import Vocabulary, unaccented

_NONE: frozenset[int] = frozenset()
_SYLLABLES = re.compile(
    r"(?:[bcdfghjklmnpqrstwxyz]{0,2}[aeiouüôơươăâêàáạảãèéẹẻẽìíòóọỏõùúụủũỳý]{1,3}(?:ng|nh|n|r|k|l|m|p|t|c|ch)?){1,2}$"
)


def family_first(words: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """`Xi Jinping`, `Kim Jong Un`, `Nguyen Phu Trong`, `Abe Shinzo`."""
    if not 2 <= len(words) <= 4 or words[-1] in vocabulary.generations:
        return False
    first, rest = words[0], words[1:]
    if first in vocabulary.japanese and len(words) == 2:
        return rest[0] in vocabulary.given and first not in vocabulary.given
    if first not in vocabulary.surnames_first:
        return False
    if first in vocabulary.given and len(rest) == 1 and "-" not in rest[0]:
        return (
            rest[0] not in vocabulary.given
            and len(first) <= 3
            and len(rest[0]) <= 6
            and bool(_SYLLABLES.match(rest[0].lower()))
        )
    return all(_syllables(word, vocabulary) for word in rest)


def _syllables(word: str, vocabulary: Vocabulary) -> bool:
    if vocabulary.given.get(word) and len(word) > 4:
        return False
    return all(bool(_SYLLABLES.match(part.lower())) for part in word.split("-"))


@lru_cache(maxsize=4096)
def folded(word: str) -> str:
    """Lower case without diacritics, full stops and apostrophes."""
    return unaccented(word).lower().rstrip(".").replace("'", "")


def split_name(words: tuple[str, ...], vocabulary: Vocabulary) -> tuple[str, str]:
    """Family name and given names."""
    core = [word for word in words if word.rstrip(".") not in vocabulary.generations]
    if len(core) < 2:
        return (" ".join(core), "")
    if family_first(tuple(core), vocabulary):
        return core[0], " ".join(core[1:])
    at = len(core) - 1
    while at > 0 and core[at - 1] in vocabulary.particles:
        at -= 1
    if at > 1 and core[at] == "de" and not vocabulary.is_given(core[at - 1]):
        at -= 1
    return " ".join(core[at:]), " ".join(core[:at])


_ARTICLES = frozenset({"al", "el", "as", "ash", "ad", "an"})


def _with_article(words: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """`Khalid Al Saeed` as `Khalid al-Saeed`, where the other name is written so."""
    for at in range(len(words) - 1):
        if folded(words[at]) in _ARTICLES:
            joined = f"{folded(words[at])}-{folded(words[at + 1])}"
            if any(folded(word) == joined for word in other):
                return (*words[:at], joined, *words[at + 2 :])
    return words


def one_person(one: tuple[str, ...], other: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Whether two full names can be one person's: family names agree, given names do not differ."""
    if one == other:
        return True
    one, other = _with_article(one, other), _with_article(other, one)
    short, long = sorted((_core(one, vocabulary), _core(other, vocabulary)), key=len)
    if not set(map(folded, short)) - set(map(folded, long)):
        return True
    if folded(short[-1]) != folded(long[-1]) or len(short) < 2 or _middles_differ(short, long):
        return False
    first, second = folded(short[0]), folded(long[0])
    shared = vocabulary.nicknames.get(first, _NONE) & vocabulary.nicknames.get(second, _NONE)
    return bool(shared) or _given_agree(first, second)


def _middles_differ(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """`Ahmad Wali Masood` and `Ahmad Shah Masood`: whole names between the same two, and none in common."""
    one, other = (frozenset(map(folded, words[1:-1])) for words in (short, long))
    written = all(len(word) > 2 for word in one | other)
    return bool(one and other) and written and one.isdisjoint(other)


def _core(words: tuple[str, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    return tuple(
        w for w in words if w.rstrip(".") not in vocabulary.generations and w not in vocabulary.particles
    )


def _given_agree(one: str, other: str) -> bool:
    if one == other:
        return True
    letters, long = sorted((one.replace(".", ""), other.replace(".", "")), key=len)
    if len(letters) <= 2:
        return long[:1] == letters[:1]
    return long.startswith(letters)


def aliases(words: tuple[str, ...], vocabulary: Vocabulary) -> frozenset[str]:
    """Single words by which a later sentence may mean the person: every part of the name but initials."""
    found = {folded(word) for word in words if word in vocabulary.particles}
    for word in _core(words, vocabulary):
        low = folded(word)
        if len(low) > 1 and not word.endswith("."):
            found.add(low)
            head, dash, tail = low.partition("-")
            if dash and head in ("al", "el", "as", "ash", "bin", "ben"):
                found.add(tail)
            elif dash:
                found.update((head, tail))
    return frozenset(found)
