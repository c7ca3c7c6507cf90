"""Noun phrases round a token: where they begin and end, told by the words that cannot be in them."""

from site_gen.extract.figures.stated import is_undertaking
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens

ARTICLES = frozenset(
    "a an the its their his her our my your this that these those some all both every each any".split()
)
_LINKS = frozenset(
    [
        "of",
        "on",
        "for",
        "in",
        "and",
        "from",
        "with",
        "at",
        "between",
        "per",
        "into",
        "against",
        "among",
        "under",
        "near",
        "outside",
    ]
)
_INNER = frozenset(["-", "–", "‑", "&", "'", "’", "/", "'s", "’s", "."])
_HELPERS = frozenset("to will would could can may might should must not".split())
_NOUNS_IN_ED = ("eed", "bed", "shed", "med", "fed", "sled")


def text_of(tokens: Tokens, first: int, last: int, mask: bytearray | None = None) -> str:
    """The words between two tokens, without a leading article, figures (`mask`) or marks at the ends."""
    while first < last and tokens.low[first] in ARTICLES and not _compounds(tokens, first):
        first += 1
    pieces = []
    for at in range(first, last):
        if mask is None or not (mask[at] or _bound_to_date(tokens, at, last, mask)):
            pieces.append(tokens.words[at] + ("" if tokens.glued(at) else " "))
    return "".join(pieces).strip(" ,;:-–—'\"“”‘’(")


def _compounds(tokens: Tokens, at: int) -> bool:
    """`all` of `an all-time record`: no article."""
    return tokens.near[at + 1] == "-" and tokens.glued(at) and tokens.glued(at + 1)


def _bound_to_date(tokens: Tokens, at: int, last: int, mask: bytearray) -> bool:
    """`in` of `Trade in 2030 between two states`, `'s` of `this year's harvest`, where the time is left out."""
    if tokens.low[at] in ("'s", "’s"):
        return at > 0 and bool(mask[at - 1])
    if tokens.low[at] not in ("in", "for", "during") or at + 1 >= last or not mask[at + 1]:
        return False
    time = tokens.words[at + 1]
    if not ((len(time) == 4 and time.isdigit()) or time[0].isupper()):
        return False
    return any(not mask[n] for n in range(at + 1, last))


def is_time(word: str, words: Vocabulary) -> bool:
    """Whether a word names a stretch of time (`last quarter`), which is never what a figure measures."""
    return word in words.sets["times"]


def nounish(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """Whether a noun phrase can end with the token."""
    word = tokens.low[at]
    if (
        word.isalpha()
        and word not in words.sets["times"]
        and tokens.near[at - 1] == "-"
        and tokens.glued(at - 1)
        and tokens.glued(at - 2)
    ):
        return True
    if word[-1] == "s" and word[:-1] in words.change_nouns and tokens.near[at + 1] in words.have:
        return True
    if word.isdecimal():
        return at > 0 and tokens.words[at - 1][0].isupper() and tokens.low[at - 1] not in words.stops
    if (
        not word[0].isalpha()
        or len(word) < 2
        or word in words.breaks
        or word in words.sets["times"]
        or word in words.numbers.starts
    ):
        return False
    if (word in words.status and word.endswith("ed")) or (
        _verbal(word, words) and tokens.near[at - 1] in _HELPERS
    ):
        return False
    if tokens.words[at][0].isupper() and at:
        return True
    if word.endswith("ly"):
        return word in words.sets["nouns_in_ly"]
    if word.endswith("ed"):
        return word.endswith(_NOUNS_IN_ED)
    return not word.endswith("ing") or _in_phrase(tokens, at, words)


def _verbal(word: str, words: Vocabulary) -> bool:
    return (
        word in words.up
        or word in words.down
        or word in words.copulas
        or word in words.have
        or word in words.status
    )


def _in_phrase(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    before = tokens.near[at - 1]
    return (
        not before
        or (before.isalpha() and before not in words.breaks)
        or before in ARTICLES
        or before in ("of", "on", "'s", "’s", "for", "in")
    )


def phrase_right(tokens: Tokens, at: int, words: Vocabulary, mask: bytearray) -> int:
    """Where a noun phrase that begins at a token ends; `at` for none."""
    where = at
    while where < len(tokens.low) and where - at < 9:
        word = tokens.low[where]
        fits = (
            mask[where]
            or word[0].isalpha()
            or word in _INNER
            or (where > at and mask[where - 1] and _between_figures(tokens, where, mask))
        )
        if word in ARTICLES and all(one in ARTICLES for one in tokens.low[at:where]):
            where += 1
            continue
        if (where > at and _finite(tokens, where, words)) or _begins(tokens, where, words):
            break
        if (
            word == "and"
            and where > at
            and _named(tokens, where - 1)
            and tokens.words[where + 1 : where + 2]
            and _named(tokens, where + 1)
        ):
            where += 2
            continue
        if word == "and" and tokens.low[at] == "both" and tokens.near[where + 1] not in words.breaks:
            where += 2  # `both the private and public workforces`
            continue
        hyphened = tokens.near[where + 1] in ("-", "–") and tokens.glued(where)
        hyphened = hyphened or (where > at + 1 and _compounded(tokens, where))
        hyphened = hyphened or (
            word in ("lower", "higher", "rising", "falling")
            and tokens.near[where - 1] in (*ARTICLES, "in", "of", "for")
        )
        if (
            not fits
            or (word in words.breaks and not mask[where] and not hyphened)
            or (word == "." and not (tokens.glued(where) or _initial(tokens, where - 1)))
            or _apart(tokens, where)
        ):
            break
        where += 1
    while where > at and (
        not tokens.low[where - 1][0].isalnum() or mask[where - 1] or tokens.low[where - 1] in ARTICLES
    ):
        where -= 1
    return where


def _compounded(tokens: Tokens, at: int) -> bool:
    """`fired` of `a gas-fired plant`."""
    return at > 1 and tokens.low[at - 1] in ("-", "–") and tokens.glued(at - 1) and tokens.glued(at - 2)


def _initial(tokens: Tokens, at: int) -> bool:
    """`T` of `T. Rowe Price`."""
    return len(tokens.words[at]) == 1 and tokens.words[at].isupper() and tokens.near[at + 2][:1].isalpha()


def _between_figures(tokens: Tokens, at: int, mask: bytearray) -> bool:
    """A bracket, or a comma with a figure on both sides."""
    word = tokens.low[at]
    return word in "()" or (word == "," and at + 1 < tokens.size and bool(mask[at + 1]))


def _begins(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """`starting in June`: since when, no part of what is measured."""
    return tokens.low[at] in words.sets["since_when"] and tokens.near[at + 1] in (
        "in",
        "on",
        "from",
        "at",
        "with",
        "this",
        "next",
    )


def _finite(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """`imposed` of `the bloc imposed tariffs`: a past form behind a noun."""
    word = tokens.low[at]
    past = word.endswith("ed") and not word.endswith(_NOUNS_IN_ED) and nounish(tokens, at - 1, words)
    return past and not _describes(tokens, at, words)


def _describes(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """`added` of `value added tax`, `adjusted` of `forecast adjusted earnings`."""
    known, word = words.sets["described"], tokens.low[at]
    return f"{tokens.near[at - 1]} {word}" in known or f"{word} {tokens.near[at + 1]}" in known


def extended(tokens: Tokens, end: int, words: Vocabulary, mask: bytearray) -> int:
    """One step over `of`, `on`, `for`, `in`, `from`, `to` to the noun phrase behind, unless it is a time."""
    if tokens.near[end] not in ("of", "on", "for", "in", "from", "to", "into", "with", "against"):
        return end
    more = phrase_right(tokens, end + 1, words, mask)
    manner = tokens.low[end] == "in" and tokens.near[more - 1] in words.sets["manners"]
    return (
        more
        if more > end + 1
        and not manner
        and not (any(mask[end + 1 : more]) or is_time(tokens.low[more - 1], words) or mask[end + 1])
        and not tokens.words[more - 1].isdigit()
        else end
    )


def phrase_left(tokens: Tokens, at: int, words: Vocabulary, mask: bytearray, left: int = 0) -> int:
    """Back from the last word of a noun phrase to its first, over `of` and other links inside it."""
    if tokens.low[at] == "tax" and tokens.near[at - 1] in ("after", "before") and at > left + 1:
        return phrase_left(tokens, at - 2, words, mask, left)
    begin = at
    while begin > left and at - begin < 12 and not mask[begin - 1]:
        word, before = tokens.low[begin - 1], tokens.near[begin - 2]
        if word in _LINKS or (word == "to" and (_place(tokens, begin) or before in words.sets["directed"])):
            if begin < 2 or mask[begin - 2] or not _links(tokens, begin - 2, words):
                break
        elif word in ARTICLES and not tokens.glued(begin - 1):
            if before not in _LINKS and before != "to":
                break
        elif _ends_left(tokens, begin - 1, words):
            break
        begin -= 1
    begin += begin < at and _verb_first(tokens, begin, words)
    while begin < at and (
        tokens.low[begin] in _LINKS
        or (tokens.low[begin] in ARTICLES and not _compounds(tokens, begin))
        or not tokens.low[begin][0].isalnum()
    ):
        begin += 1
    begin += begin < at and _ends_time(tokens, begin, words)
    return begin


def _ends_left(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """Whether the token cannot stand inside a noun phrase that goes on behind it."""
    word = tokens.low[at]
    if tokens.near[at + 1] in ("-", "–") and tokens.glued(at):
        return False
    if not (word[0].isalnum() or word in _INNER) or _apart(tokens, at) or _foretells(tokens, at, words):
        return True
    if _describes(tokens, at, words) or (_compounded(tokens, at) and word not in _NO_PART):
        return False
    return (word in words.breaks and not _named(tokens, at)) or (at > 0 and _finite(tokens, at, words))


_NO_PART = frozenset({"earlier", "ago", "based"})
"""Behind a hyphen: `year-earlier profit`, `the Oslo-based firm`."""


def _foretells(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """`forecast` of `the bank forecast growth of 2%`: a verb, right before what it foretells."""
    word = tokens.low[at]
    if word not in _FORETELLING or not at or tokens.near[at - 1] in ARTICLES:
        return False
    if word in words.sets["undertakings"] and is_undertaking(tokens, at, words):
        return False
    after = tokens.near[at + 1]
    plain = tokens.words[at + 1].islower() or tokens.words[at + 1].isupper() if after else False
    return after.isalpha() and after not in words.breaks and plain


_FORETELLING = frozenset({"forecast", "forecasts", "project", "projects"})


def _apart(tokens: Tokens, at: int) -> bool:
    """A dash with blanks round it."""
    return tokens.low[at] in ("-", "–") and not tokens.glued(at) and not (at and tokens.glued(at - 1))


def _place(tokens: Tokens, at: int) -> bool:
    return tokens.low[at] == "the" or tokens.words[at][0].isupper()


def _ends_time(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """`year` of `in the first half of the year exports rose`: the end of a time, before the noun phrase."""
    led = tokens.near[at - 1] in ARTICLES and tokens.near[at - 2] in ("of", "in")
    return led and is_time(tokens.low[at], words) and tokens.near[at + 1] not in _INNER


def _verb_first(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """`cut` of `to cut emissions`, `taking` of `, taking production to`: a verb before the noun phrase."""
    word, before = tokens.low[at], tokens.near[at - 1]
    if before == "to" and tokens.near[at - 2] in words.sets["wishing"] and tokens.words[at].islower():
        return True
    if word in words.up or word in words.down or word in words.have or word in words.copulas:
        return before in ("to", "will", "would", "could", "can", "must", "and", "should", "may", "might")
    noun = word in words.sets["describing"] or tokens.near[at + 1] in ("on", "of", "by", "across")
    return word.endswith("ing") and before in (",", "") and not noun


def _links(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    word = tokens.low[at]
    acts = word in words.also_nouns and tokens.near[at - 1] in _HELPERS  # `to pay for a new stadium`
    return word[0].isalpha() and word not in words.breaks and not is_time(word, words) and not acts


def _named(tokens: Tokens, at: int) -> bool:
    return at > 0 and tokens.words[at][0].isupper()
