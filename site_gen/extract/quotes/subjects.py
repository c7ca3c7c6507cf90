"""Who speaks, in words: the noun phrase before or after a speech verb, and the subject of a sentence."""

from msgspec import Struct

from site_gen.extract.quotes.frame import Frame
from site_gen.extract.quotes.words import Words
from site_gen.text.lists import joined

_LONGEST = 16


class Phrase(Struct, frozen=True):
    """A noun phrase: its tokens, half-open, and its span, which leaves out a contraction ("he's")."""

    first: int
    last: int
    start: int
    end: int


def is_adverb(token: str, words: Words) -> bool:
    """Whether a word, as it is written, may stand between subject and verb: `recently`, but not `Reilly`."""
    low = token.lower()
    return low in words.auxiliaries or (
        token.endswith("ly") and token[0].islower() and low not in words.ly_nouns
    )


def plain(low: str) -> str:
    """A pronoun without its contraction: `he` of `he's`."""
    for mark in "'’":
        head, found, tail = low.partition(mark)
        if found and tail in ("s", "d", "ll", "ve", "re", "m"):
            return head
    return low


def possessive(low: str) -> bool:
    """Whether a word is a possessor: `minister's`, `ministers'`."""
    return low.endswith(("'s", "’s", "s'", "s’"))


def phrase_of(frame: Frame, first: int, last: int) -> Phrase:
    """The phrase of the tokens `first` up to `last`, without a possessive ending or a contraction."""
    last = _without_open_bracket(frame, first, last)
    low = frame.low[last - 1]
    end = frame.end[last - 1]
    if possessive(low):
        end -= 1 if low.endswith(("'", "’")) else 2
    elif plain(low) != low:
        end = frame.start[last - 1] + len(plain(low))
    return Phrase(first, last, frame.start[first], end)


def _without_open_bracket(frame: Frame, first: int, last: int) -> int:
    tokens = frame.text[first:last]
    return first + tokens.index("(") if tokens.count("(") > tokens.count(")") and tokens[0] != "(" else last


def phrase_before(frame: Frame, end: int, low_bound: int, words: Words) -> Phrase | None:
    """The noun phrase that ends before token `end`."""
    last = end
    first = end
    if plain(frame.low[end - 1]) in words.pronouns:
        return phrase_of(frame, end - 1, end)
    while first > low_bound and last - first < _LONGEST:
        step = _step_left(frame, first - 1, low_bound, words, first == last)
        if step is None:
            break
        first = step
    first = _trimmed(frame, first, last, words)
    return phrase_of(frame, first, last) if first < last else None


def _step_left(frame: Frame, i: int, low_bound: int, words: Words, at_end: bool) -> int | None:
    """The token up to which a phrase that begins after `i` reaches; None at its border."""
    token, low = frame.text[i], frame.low[i]
    if frame.quote[i] >= 0:
        return None
    if not token[0].isalnum():
        return _over_mark(frame, i, low_bound, words)
    if low == "and":
        return (
            i if not at_end and i > low_bound and _capital(frame, i - 1) and _capital(frame, i + 1) else None
        )
    if low in words.borders or (at_end and low in words.inside) or plain(low) in words.pronouns:
        return None
    if low in ("to", "with", "by") and i and frame.low[i - 1].endswith("ed"):
        return None
    if low in words.verbs and low not in words.ambiguous and token[0].islower():
        return None
    outside = low in words.prepositions and low not in words.inside
    return None if outside and token[0].islower() else i


def _over_mark(frame: Frame, i: int, low_bound: int, words: Words) -> int | None:
    if frame.text[i] == ")":
        for k in range(i - 1, max(low_bound, i - 9) - 1, -1):
            if frame.text[k] == "(":
                return k
    if frame.text[i] == "." and i > low_bound and frame.start[i] == frame.end[i - 1]:
        return i if frame.sentence[i] == frame.sentence[i + 1 if i + 1 < len(frame.text) else i] else None
    if _nickname(frame, i, low_bound):
        return i - 2
    return i if frame.text[i] in "&" else None


def _nickname(frame: Frame, i: int, low_bound: int) -> bool:
    """Whether the mark at `i` closes one: `Maria "Cia" Holt`."""
    whole = (
        i - 3 >= low_bound and i + 1 < len(frame.text) and frame.text[i] in '"”' and frame.text[i - 2] in '"“'
    )
    return whole and all(frame.text[k][0].isupper() for k in (i - 3, i - 1, i + 1))


def _capital(frame: Frame, i: int) -> bool:
    return frame.text[i][0].isupper() or frame.low[i] == "the"


def _trimmed(frame: Frame, first: int, last: int, words: Words) -> int:
    """Where a phrase begins once leading adverbs, prepositions and times are off it."""
    before = first
    while first < last and _leads(frame, first, words):
        first += 1
    if first < last and frame.low[last - 1] in words.determiners and frame.low[last - 1] not in words.loose:
        return last
    if first > before and frame.low[first - 1] in words.inside and _capital(frame, last - 1):
        first = max(first, _last_name(frame, first, last))
    return first


def _leads(frame: Frame, i: int, words: Words) -> bool:
    low = frame.low[i]
    if not frame.text[i][0].isalnum() or low in words.openers or low in words.temporal or low == "of":
        return True
    if low.endswith("ing") and frame.text[i][0].islower() and low not in words.speakers:
        return True
    return low in words.prepositions and low not in words.determiners


def _last_name(frame: Frame, first: int, last: int) -> int:
    """Where the last run of capitalised words begins."""
    i = last
    while i > first and (frame.text[i - 1][0].isupper() or frame.text[i - 1] == "."):
        i -= 1
    return i


_ROLE = 4
"""Words that tell what a speaker is before the name."""


def phrase_after(frame: Frame, i: int, stop: int, words: Words) -> Phrase | None:
    """The noun phrase that begins at token `i`: `said the minister of trade`."""
    if i >= stop or not (_may_head(frame, i, words) or _names_soon(frame, i, stop, words)):
        return None
    if plain(frame.low[i]) in words.pronouns:
        return phrase_of(frame, i, i + 1)
    last = i
    while last < stop and last - i < _LONGEST and _goes_on(frame, last, i, stop, words):
        last += 1
    while last > i and (frame.low[last - 1] in words.inside or frame.text[last - 1] in "(.&"):
        last -= 1
    return phrase_of(frame, i, last) if last > i else None


def _may_head(frame: Frame, i: int, words: Words) -> bool:
    token, low = frame.text[i], frame.low[i]
    if frame.quote[i] >= 0 or not token[0].isalnum() or low in words.temporal:
        return False
    return token[0].isupper() or low in words.determiners or low in words.pronouns or _speaking(low, words)


def _names_soon(frame: Frame, i: int, stop: int, words: Words) -> bool:
    """`said rescue worker Ada Lund`: what somebody is, and then the name."""
    if frame.quote[i] >= 0 or not frame.text[i][0].isalpha():
        return False
    shut = joined(words.temporal, words.borders, words.prepositions, words.pronouns, words.determiners)
    for k in range(i, min(stop, i + _ROLE + 1)):
        if k > i and frame.text[k][0].isupper():
            return True
        if not frame.text[k][0].islower() or frame.low[k] in shut or is_adverb(frame.text[k], words):
            return False
    return False


def _speaking(low: str, words: Words) -> bool:
    return low in words.speakers or (
        low.endswith("s") and low not in words.borders and low not in words.prepositions
    )


def _goes_on(frame: Frame, k: int, first: int, stop: int, words: Words) -> bool:
    token, low = frame.text[k], frame.low[k]
    if frame.quote[k] >= 0:
        return False
    if not token[0].isalnum():
        near = k + 1 < stop and k > first and frame.sentence[k] == frame.sentence[k + 1]
        return token in "()&" or (token == "." and near and frame.start[k] == frame.end[k - 1])
    if k > first and plain(low) in words.pronouns:
        return False
    if k > first and low == "and":
        return k + 1 < stop and _capital(frame, k - 1) and _capital(frame, k + 1)
    if low in ("of", "for", "from"):
        return k > first
    if low in words.inside and k == first:
        return token[0].isupper() and k + 1 < stop and _capital(frame, k + 1)
    if low in words.inside:
        return low not in ("on", "in") and _before_name(frame, k, stop, words)
    if (
        low in words.temporal
        or low in words.borders
        or (low in words.prepositions and low not in words.determiners)
    ):
        return k == first and token[0].isupper() and low not in words.temporal
    return not is_adverb(token, words)


def _before_name(frame: Frame, k: int, stop: int, words: Words) -> bool:
    """Whether a small word stands between two parts of a name: `Bank of Ghana`, `de la Croix`."""
    after = k + 1
    while after < stop and frame.low[after] in words.inside:
        after += 1
    joined = _capital(frame, k - 1) or frame.low[k - 1] in words.inside
    return after < stop and joined and _capital(frame, after)


def sentence_subject(frame: Frame, first: int, stop: int, words: Words) -> Phrase | None:
    """The subject of the sentence that begins at `first`, looked for before token `stop`."""
    i = first
    while i < stop:
        end = _chunk_end(frame, i, stop)
        found = _chunk_subject(frame, i, end, words, end >= stop)
        if found and not (i > first and end < stop and _goes_on_before(frame, i, found, words)):
            return found
        i = end + 1
    return None


def _goes_on_before(frame: Frame, i: int, found: Phrase, words: Words) -> bool:
    """`After a hurried, late-night meeting, the council ...`: a part that goes on with a bare noun is no subject."""
    shut = joined(words.determiners, words.pronouns, words.inverting)
    bare = frame.text[i][0].islower() and frame.low[i] not in shut
    last = frame.low[found.last - 1]
    return bare and not last.endswith("s") and last not in words.speakers


def _chunk_end(frame: Frame, i: int, stop: int) -> int:
    while i < stop and frame.quote[i] < 0 and frame.text[i] not in (",", ";", ":", "—", "–", "--", "-"):
        i += 1
    return i


def _chunk_subject(frame: Frame, i: int, end: int, words: Words, final: bool) -> Phrase | None:
    while i < end and (frame.low[i] in words.openers or not frame.text[i][0].isalnum()):
        i += 1
    if i >= end:
        return None
    low = frame.low[i]
    if not final and end - i > 1 and all(word.isupper() for word in frame.text[i:end] if word[0].isalpha()):
        return None
    adverbial = low in words.prepositions and low not in words.determiners
    if (
        adverbial
        or low.endswith(("ing", "ed"))
        or low in words.temporal
        or is_adverb(_opening(frame, i, end, final), words)
    ):
        return _late_subject(frame, i + 1, end, words) if final or adverbial else None
    return _early_subject(frame, i, end, words)


def _opening(frame: Frame, i: int, end: int, final: bool) -> str:
    """The first word of a part as it would stand inside a sentence; a part of one word may be a name: `Reilly said`."""
    return frame.text[i] if (final and end - i == 1) or (i and not _opens(frame, i)) else frame.low[i]


def _opens(frame: Frame, i: int) -> bool:
    return frame.sentence[i] != frame.sentence[i - 1]


def _late_subject(frame: Frame, i: int, end: int, words: Words) -> Phrase | None:
    """The subject after an opening phrase without a comma: a pronoun, or a name after a common noun."""
    for k in range(i, end):
        if frame.low[k] in ("he", "she", "they", "we", "i"):
            return phrase_of(frame, k, k + 1)
        fresh = frame.text[k - 1][0].islower() and frame.low[k - 1] not in joined(
            words.inside, words.determiners
        )
        timed = frame.low[k - 1] in words.temporal or frame.text[k - 1].isdigit()
        if frame.text[k][0].isupper() and (fresh or timed) and frame.low[k] not in words.temporal:
            if frame.low[k - 1] in words.prepositions or possessive(frame.low[k - 1]):
                continue
            return phrase_after(frame, k, end, words)
    return None


def _early_subject(frame: Frame, i: int, end: int, words: Words) -> Phrase | None:
    if plain(frame.low[i]) in words.pronouns:
        return phrase_of(frame, i, i + 1)
    last = i
    while last < end and last - i < _LONGEST and _in_subject(frame, last, i, end, words):
        last += 1
    while last > i and (frame.low[last - 1] in words.inside or not frame.text[last - 1][0].isalnum()):
        last -= 1
    return phrase_of(frame, i, last) if last > i else None


def _in_subject(frame: Frame, k: int, first: int, end: int, words: Words) -> bool:
    """Whether a word still belongs to the subject: names, and common nouns up to the first likely verb."""
    if k == first:
        return True
    low, token = frame.low[k], frame.text[k]
    named = token[0].isupper() or token in ".()&"
    if named or (low in words.inside and k + 1 < end and _capital(frame, k + 1)):
        return True
    verb = low in words.verbs or low in words.deeds
    if not token[0].isalpha() or is_adverb(token, words) or low in words.borders or verb:
        return False
    common = (
        frame.low[first] in words.determiners or possessive(frame.low[k - 1]) or not _capital(frame, first)
    )
    tail = (
        frame.text[k - 1][0].isupper()
        and frame.low[first] not in words.determiners
        and not possessive(frame.low[k - 1])
    )
    return common and not tail and not low.endswith("ed") and low not in words.prepositions
