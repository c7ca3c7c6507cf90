"""The names that stand in an article, as numbers: what two reports of one matter have in common."""

import re
from functools import cache, lru_cache
from zlib import crc32

from site_gen.resolve.words import country_words, subject, word_set
from site_gen.text.remembered import ARTICLES

CAPITAL = "A-Z" + "".join(letter for letter in map(chr, range(0xC0, 0x250)) if letter.isupper())
"""Inside a class of letters: all that names in Latin letters begin with."""
NAME = rf"[{CAPITAL}][\w’'-]*\w(?: [{CAPITAL}][\w’'-]*\w)?"
"""A name of one word or two, in a pattern."""
_NAME = re.compile(rf"([{CAPITAL}](?<=[\w,;:] .)(?:[\w'’-]*[^\W\d_{CAPITAL}'’-]\w*|(?<=[A-Z])[A-Z]{{2,}}))")
_OPENER = re.compile(
    rf"(?:\A|\n|[.!?–—-] ) *([{CAPITAL}][^\W\d_{CAPITAL}]{{3,}}(?<!s)(?<!ly)(?<!ing)(?<!ed))(?=['’ ])"
)
"""A word with which a sentence begins, and which is no plural or adverb."""
_OWN = re.compile(r"['’]s?$")


@lru_cache(maxsize=ARTICLES)
def names(text: str) -> tuple[int, ...]:
    """Numbers for the names inside sentences, days, months and titles left out.

    A word with which a sentence begins is one if it stands in no list of common words.
    """
    plain, common = _no_names(), _common()
    found = {name for name in set(_NAME.findall(text)) if name.lower() not in plain}
    found |= {
        word
        for word in set(_OPENER.findall(text)) - found
        if word.lower() not in plain and word.lower() not in common
    }
    return tuple(sorted({name_number(name) for name in found}))


@cache
def _no_names() -> frozenset[str]:
    return word_set("analysis", "no_names") | word_set("analysis", "market_names") | country_words()


@cache
def _common() -> frozenset[str]:
    """Words that are no names at the beginning of a sentence."""
    listed = subject("common_words")["classes"].values()
    numbers = {*subject("numbers")["ones"], *subject("numbers")["tens"]}
    return (
        frozenset(word for words in listed for word in words.split()) | word_set("analysis", "stop") | numbers
    )


def name_number(name: str) -> int:
    """The number of one name, whatever its capitals, and whether or not something is said to be its own."""
    return crc32(_OWN.sub("", name.lower()).encode())
