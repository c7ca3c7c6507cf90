"""Speech clauses of a paragraph: every verb (or noun) of saying outside the quotations, with its subject."""

from itertools import pairwise

from msgspec import Struct

from site_gen.extract.quotes.frame import Frame
from site_gen.extract.quotes.subjects import (
    Phrase,
    is_adverb,
    phrase_after,
    phrase_before,
    phrase_of,
    plain,
    possessive,
    sentence_subject,
)
from site_gen.extract.quotes.words import Words
from site_gen.text.lists import joined


class Clause(Struct, frozen=True):
    """A verb or noun of saying at token `at`, and the phrase that says it."""

    at: int
    subject: Phrase
    verb: str
    relative: bool
    """In a clause that begins with `who` or `which`."""
    noun: bool
    """A noun of saying with its possessor."""
    repeats: str = ""
    """The pronoun that stood for the subject here."""


def clauses_of(frame: Frame, words: Words) -> list[Clause]:
    """All clauses whose subject is found, in order of their verbs."""
    found: list[Clause] = []
    for i, low in enumerate(frame.low):
        if low not in words.cues:
            continue
        subject, possessed = None, False
        if low in words.citing and _cites(frame, i):
            continue
        if low in words.verbs and _is_verb(frame, i, words):
            subject = _subject(frame, i, found, words)
        elif low in words.inverting and _opens_before_quote(frame, i):
            subject = phrase_after(frame, i + 1, frame.last_of(i), words)
        elif low in ("according", "put", "puts") and i + 1 < len(frame.low):
            subject = _idiom(frame, i, found, words)
        elif low in words.nouns and i:
            subject, possessed = _possessor(frame, i, words), True
        if subject and subject.last - subject.first > 1 and frame.low[subject.first] in words.inverting:
            subject = phrase_of(frame, subject.first + 1, subject.last)
        if subject and (low not in words.ambiguous or _can_speak(frame, subject, words)):
            outer = _outer(frame, subject, found, i)
            pronoun = plain(frame.low[subject.first]) if outer is not subject else ""
            noun = low in words.nouns and possessed
            found.append(Clause(i, outer, low, _relative(frame, i, words), noun, pronoun))
    return found


def _cites(frame: Frame, i: int) -> bool:
    """`the agency quoted the minister as saying`: the minister says it, by the verb that follows."""
    behind = frame.low[i + 1 : min(frame.last_of(i), i + 14)]
    return any(a == "as" and b.endswith("ing") for a, b in pairwise(behind))


def _opens_before_quote(frame: Frame, i: int) -> bool:
    """`Replied the minister, "..."`: the verb opens a sentence that goes on to a quotation."""
    first, stop = frame.first_of(frame.sentence[i]), frame.last_of(i)
    return i == first and frame.text[i][0].isupper() and any(frame.quote[k] >= 0 for k in range(i + 2, stop))


def _idiom(frame: Frame, i: int, earlier: list[Clause], words: Words) -> Phrase | None:
    """`according to the minister`, `as the minister put it`."""
    if frame.low[i] == "according":
        return phrase_after(frame, i + 2, frame.last_of(i), words) if frame.low[i + 1] == "to" else None
    return _subject(frame, i, earlier, words) if frame.low[i + 1] == "it" else None


def _can_speak(frame: Frame, subject: Phrase, words: Words) -> bool:
    """Whether a phrase ends in a name, a pronoun, a plural or a noun of those who speak."""
    low = frame.low[subject.last - 1]
    named = frame.text[subject.last - 1][0].isupper() or frame.text[subject.last - 1] in ")."
    quoted = subject.first > 0 and frame.quote[subject.first - 1] >= 0
    return (
        named
        or quoted
        or plain(low) in words.pronouns
        or low in words.speakers
        or low in words.bodies
        or low.endswith("s")
    )


def _outer(frame: Frame, subject: Phrase, earlier: list[Clause], i: int) -> Phrase:
    """Whom a pronoun subject repeats: `the minister said she hoped`; else the subject itself."""
    low = plain(frame.low[subject.first])
    if subject.last - subject.first > 1 or low not in ("he", "she", "they", "it"):
        return subject
    for clause in reversed(earlier):
        if frame.sentence[clause.at] != frame.sentence[i]:
            break
        between = frame.text[clause.at + 1 : subject.first]
        if (
            clause.at < subject.first
            and len(between) <= 4
            and not {",", "\x01", ";", "and", "but"} & set(between)
        ):
            return clause.subject
        if clause.repeats == low:
            return clause.subject
    return subject


def _relative(frame: Frame, i: int, words: Words) -> bool:
    """Whether the verb at `i` stands in a relative clause."""
    j = i - 1
    while j >= 0 and is_adverb(frame.text[j], words):
        j -= 1
    return j >= 0 and frame.low[j] in ("who", "which")


def _is_verb(frame: Frame, i: int, words: Words) -> bool:
    """Whether a form that may be one is a verb here."""
    low, before = frame.low[i], frame.low[i - 1] if i else ""
    if not frame.text[i][0].islower():
        return False
    if before.endswith("ly") and i > 1:
        before = frame.low[i - 2] if frame.low[i - 2] in words.determiners else before
    if before in words.determiners and not (before in words.loose and low not in words.ambiguous):
        return False
    if possessive(before) and plain(before) not in words.pronouns:
        return False
    return low not in words.ambiguous or _used_as_verb(frame, i, before, words)


def _used_as_verb(frame: Frame, i: int, before: str, words: Words) -> bool:
    low = frame.low[i]
    if plain(before) in words.pronouns or before in ("has", "had", "have", "to"):
        return True
    if i + 1 >= len(frame.text) or frame.low[i + 1] == ".":
        known = before in joined(words.speakers, words.readers, words.bodies)
        return words.verbs[low] != low or before.endswith("s") or known  # `a medical blog.` is none
    if low in ("spoke", "speaks", "spoken") and frame.low[i + 1] == "of" and i + 2 < len(frame.text):
        return frame.quote[i + 2] >= 0  # `spoke of "a crime in slow motion"`
    if low in ("answered", "answers") and frame.low[i + 1] == "with" and i + 2 < len(frame.text):
        return frame.quote[i + 2] >= 0  # `answered with "a road, and no monument"`
    return (
        frame.quote[i + 1] >= 0
        or frame.low[i + 1] in ("that", ",", ":")
        or (i > 0 and frame.quote[i - 1] >= 0)
    )


def _subject(frame: Frame, i: int, earlier: list[Clause], words: Words) -> Phrase | None:
    """The subject of the verb at `i`, to its left."""
    first = frame.first_of(frame.sentence[i])
    if i > first and frame.low[i - 1] == "as":
        return _quoted_as(frame, i, first, words)
    j, passive = _over_adverbs(frame, i - 1, first, words)
    if passive and frame.low[i] not in words.participles:
        return _agent(frame, i, words)
    if j < first or frame.quote[j] >= 0:
        return _control(frame, i, first, earlier, words) if frame.low[i] in words.participles else None
    j = _over_age(frame, j, first)
    low = frame.low[j]
    if low in ("who", "which", "that"):
        return _antecedent(frame, j, first, words)
    if low == ",":
        if aside := _whose(frame, j, first) or _inserted(frame, i, first, words):
            return aside
        bare = frame.low[i] in words.participles or (j + 1 < i and frame.low[j + 1] in ("and", "but"))
        return _control(frame, i, first, earlier, words) if bare else _before_comma(frame, i, j, first, words)
    if low in ("and", "or", "but", "then"):
        return _coordinated(frame, i, j, first, earlier, words)
    if low in ("to", "by", "in", "after", "before", "while", "when", "without", "for", "of", "with"):
        return _control(frame, i, first, earlier, words)
    if frame.low[i] in words.participles and not passive and plain(low) == low:
        carried = low in words.readers or low in words.nouns or frame.text[j] == ")"
        return (_control if carried else _noun_before)(frame, i, first, earlier, words)
    return phrase_before(frame, j + 1, first, words)


def _inserted(frame: Frame, i: int, first: int, words: Words) -> Phrase | None:
    """`The law, said Minister Ann Lee, is "a threat"`: who says it stands between the commas, behind the verb."""
    if frame.low[i] not in words.inverting or "," in frame.text[first : i - 1]:
        return None
    named = phrase_after(frame, i + 1, frame.last_of(i), words)
    closed = named is not None and frame.text[named.last : named.last + 1] == [","]
    return named if named and closed and frame.text[named.last - 1][0].isupper() else None


def _over_age(frame: Frame, j: int, first: int) -> int:
    """Leftwards over an age between commas: `Reilly, 32, said`."""
    aged = j - 3 >= first and frame.low[j] == "," and frame.low[j - 2] == "," and frame.text[j - 1].isdigit()
    return j - 3 if aged and len(frame.text[j - 1]) < 4 else j


def _noun_before(frame: Frame, i: int, first: int, earlier: list[Clause], words: Words) -> Phrase | None:
    """`one official calling it`: the noun that a participle follows, unless a verb stands nearer."""
    found = phrase_before(frame, i, first, words)
    if found and found.first > first and frame.low[found.first - 1] in _WHERE:
        return _control(frame, i, first, earlier, words)  # `marched round Lund Square chanting`
    if found and (frame.text[found.last - 1][0].isupper() or frame.low[found.last - 1] in words.speakers):
        return found
    return _control(frame, i, first, earlier, words)


_WHERE = frozenset(
    {"around", "round", "through", "across", "along", "outside", "near", "into", "in", "at", "to", "from"}
)


def _coordinated(
    frame: Frame, i: int, j: int, first: int, earlier: list[Clause], words: Words
) -> Phrase | None:
    """The subject of the second of two verbs: a pronoun after the last comma, or the main one."""
    begin = j
    while begin > first and frame.low[begin - 1] != "," and frame.quote[begin - 1] < 0:
        begin -= 1
    own = begin > first and j > begin and plain(frame.low[begin]) in ("i", "he", "she", "we", "they")
    if own:
        return phrase_of(frame, begin, begin + 1)
    return _control(frame, i, first, earlier, words)


def _over_adverbs(frame: Frame, j: int, first: int, words: Words) -> tuple[int, bool]:
    """Leftwards over adverbs and auxiliaries, also between commas; whether a form of `be` was among them."""
    passive = False
    while j >= first and frame.quote[j] < 0:
        timed = frame.low[j] in words.temporal or (
            frame.low[j] in ("on", "late", "early") and frame.low[j + 1] in words.temporal
        )
        if timed or is_adverb(frame.text[j], words):
            passive = passive or frame.low[j] in words.passive
        elif not (
            frame.low[j] == ","
            and j - 2 >= first
            and is_adverb(frame.text[j - 1], words)
            and frame.low[j - 2] == ","
        ):
            break
        j -= 1
    return j, passive


def _quoted_as(frame: Frame, i: int, first: int, words: Words) -> Phrase | None:
    """`the minister was quoted as saying`, `quoted the minister as saying`."""
    for k in range(i - 2, max(first, i - 14) - 1, -1):
        if frame.low[k] in words.citing:
            if k < i - 2 and frame.low[k + 1] != "by":
                return phrase_after(frame, k + 1, i - 1, words)
            j, _ = _over_adverbs(frame, k - 1, first, words)
            return phrase_before(frame, j + 1, first, words) if j >= first else None
    return None


def _agent(frame: Frame, i: int, words: Words) -> Phrase | None:
    """The doer of a passive: `was described by the minister as`."""
    stop = min(frame.last_of(i), i + 8)
    for k in range(i + 1, stop):
        if frame.low[k] == "by":
            return phrase_after(frame, k + 1, frame.last_of(i), words)
    return None


def _control(frame: Frame, i: int, first: int, earlier: list[Clause], words: Words) -> Phrase | None:
    """The subject of the main clause before in the same sentence, else the sentence's own."""
    for clause in reversed(earlier):
        if clause.at < first:
            break
        if not clause.relative:
            return clause.subject
    told = bool(earlier) and earlier[-1].at >= first
    return (None if told else _pronoun_before(frame, i, first)) or sentence_subject(frame, first, i, words)


def _pronoun_before(frame: Frame, i: int, first: int) -> Phrase | None:
    """`a hearing where he appeared for saying`: the nearest `he` or `she`, no quotation between."""
    for k in range(i - 1, first, -1):
        if frame.quote[k] >= 0:
            return None
        if frame.low[k] in ("he", "she"):
            return phrase_of(frame, k, k + 1)
    return None


def _antecedent(frame: Frame, j: int, first: int, words: Words) -> Phrase | None:
    """The noun phrase that a relative pronoun at `j` refers to."""
    end = j - 1 if j > first and frame.low[j - 1] == "," else j
    return phrase_before(frame, end, first, words) if end > first else None


def _before_comma(frame: Frame, i: int, j: int, first: int, words: Words) -> Phrase | None:
    """The subject of a verb that follows a comma: an apposition stands between."""
    after_quote = j
    while after_quote > first and frame.quote[after_quote - 1] < 0:
        after_quote -= 1
    found = sentence_subject(frame, max(first, after_quote), j, words)
    if found:
        return _named_aside(frame, found, j, words) or found
    return sentence_subject(frame, first, i, words) if after_quote > first else None


def _whose(frame: Frame, j: int, first: int) -> Phrase | None:
    """`the board, whose chair, Ann Lee, told`: the name between the commas."""
    begin = j
    while begin > first and j - begin < 4 and frame.text[begin - 1][0].isupper():
        begin -= 1
    named = begin < j and frame.low[begin - 1] == ","
    office = frame.low[max(first, begin - 6) : begin - 1] if named else []
    owned = "whose" in office and "," not in office[office.index("whose") :]
    return phrase_of(frame, begin, j) if owned else None


def _named_aside(frame: Frame, office: Phrase, j: int, words: Words) -> Phrase | None:
    """`editor-in-chief of the Courier, Ann Lee, wrote`: the name behind an office without article."""
    begin = j
    while begin > office.last and j - begin < 4 and frame.text[begin - 1][0].isupper():
        begin -= 1
    bare = frame.text[office.first][0].islower() and frame.low[office.first] not in words.determiners
    named = 2 <= j - begin <= 3 and begin - 1 == office.last and frame.low[begin - 1] == ","
    return phrase_of(frame, begin, j) if bare and named else None


def _possessor(frame: Frame, i: int, words: Words) -> Phrase | None:
    """Who owns a word of saying: `the minister's claim`, `her promise`."""
    first = frame.first_of(frame.sentence[i])
    for k in range(i - 1, max(first, i - 3) - 1, -1):
        low = frame.low[k]
        if low in ("his", "her", "their", "my", "our"):
            return phrase_of(frame, k, k + 1)
        if possessive(low):
            return phrase_before(frame, k + 1, first, words)
        if not frame.text[k][0].isalpha() or low in words.prepositions:
            return None
    return None
