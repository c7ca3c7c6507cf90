"""Where the name of a body ends: before the sentence that follows it."""

from site_gen.extract.people.vocabulary import Vocabulary

SHORT_FORM = 4
"""Letters of the longest short form in a body's name: `Corp.`, `Bros.`."""
_SHORTENED = frozenset({"Corp", "Bros", "Co", "Cos", "Inc", "Ltd"})


def whole_name(name: str, words: Vocabulary) -> str:
    """A body's name without the sentence that follows it: `the Civic Alliance. A survey`."""
    at = name.find(". ")
    while at > 0:
        word, behind = name[:at].rsplit(" ", 1)[-1], name[at + 2 :].split(" ", 1)[0]
        long = len(word) > SHORT_FORM or (len(word) == SHORT_FORM and word not in ("Corp", "Bros"))
        long = (long and word not in words.short) or (word in words.bodies and word not in _SHORTENED)
        if long or behind in words.not_names or (word.isupper() and len(word) > 1 and "." not in word):
            return name[:at]
        at = name.find(". ", at + 2)
    return name
