"""Which speech clause a quotation belongs to: after it, before it, at the end of its sentence, or none."""

from typing import NamedTuple

from site_gen.extract.quotes.clauses import Clause
from site_gen.extract.quotes.frame import Frame
from site_gen.extract.quotes.subjects import Phrase, is_adverb, phrase_after, sentence_subject
from site_gen.extract.quotes.words import Words

_NOUN_REACH = 5
"""Tokens from a noun of saying to the quotation that it announces."""
_TRAILING = 80
"""Tokens after a quotation within which its speaker may be named."""


class Cue(NamedTuple):
    """The words that name a speaker, the verb and its token (-1 for none), and the rule that tied them."""

    subject: Phrase
    verb: str
    at: int
    rule: str


def cue_of(frame: Frame, token: int, open_ended: bool, clauses: list[Clause], words: Words) -> Cue | None:
    """The speech clause of the quotation at `token` inside its own sentence."""
    stop = frame.last_of(token)
    first = frame.first_of(frame.sentence[token])
    return (
        (_after(frame, token, stop, clauses, words) if open_ended else None)
        or _signature(frame, token, stop, words)
        or _said_before(frame, token, first, words)
        or _before(frame, token, first, clauses, words)
        or _label(frame, token, first, words)
        or _in_words_of(frame, token, first, words)
        or _trailing(frame, token, stop, clauses, words)
        or _for_whom(frame, token, first, words)
    )


def _after(frame: Frame, token: int, stop: int, clauses: list[Clause], words: Words) -> Cue | None:
    """`"...," the minister said`, `"...," said the minister`, `"...," according to the minister`."""
    k = token + 1
    while k < stop and frame.low[k] in (",", "-", "—", "–", "--"):
        k += 1
    if k >= stop or frame.low[k] in ("but", "and", "while", "which", "who", "or", "that", "though"):
        return None
    inverted = _inverted(frame, k, stop, words)
    if inverted:
        return inverted
    for clause in clauses:
        if clause.at >= k and clause.at < stop and clause.subject.first >= k:
            blocked = any(frame.quote[i] >= 0 or frame.text[i] in ";:" for i in range(k, clause.at))
            return None if blocked else Cue(clause.subject, clause.verb, clause.at, "after")
    return None


def _inverted(frame: Frame, k: int, stop: int, words: Words) -> Cue | None:
    """A verb of saying at `k` with its subject behind it."""
    low = frame.low[k]
    if low == "according" and frame.low[k + 1 : k + 2] == ["to"]:
        subject = phrase_after(frame, k + 2, stop, words)
        return Cue(subject, "according to", k, "according to") if subject else None
    if low not in words.inverting or not frame.text[k][0].islower():
        return None
    m = k + 1
    while m < stop and is_adverb(frame.text[m], words):
        m += 1
    subject = phrase_after(frame, m, stop, words)
    return Cue(subject, low, k, "after, inverted") if subject else None


def _signature(frame: Frame, token: int, stop: int, words: Words) -> Cue | None:
    """`"..." — Jane Roe`: a dash and a name end the line."""
    k = token + 1
    if k + 1 >= stop or frame.text[k] not in ("—", "–", "―", "--", "-") or not frame.text[k + 1][0].isupper():
        return None
    subject = phrase_after(frame, k + 1, stop, words)
    ends = subject and (subject.last >= stop or frame.text[subject.last] in (".", ","))
    return (
        Cue(subject, "", -1, "signature") if subject and ends and subject.last - subject.first <= 6 else None
    )


def _before(frame: Frame, token: int, first: int, clauses: list[Clause], words: Words) -> Cue | None:
    """The nearest speech clause before it in the sentence."""
    inside = [c for c in clauses if first <= c.at < token]
    if not inside:
        return None
    if inside[-1].noun and token - inside[-1].at > _NOUN_REACH and len(inside) > 1:
        inside.pop()
    clause = _reporting(frame, inside, words)
    if clause.relative and len(inside) > 1 and inside[-2].at < clause.subject.first:
        apart = "," in frame.text[clause.subject.last : clause.at]
        clause = clause if apart else inside[-2]
    return Cue(clause.subject, clause.verb, clause.at, "before")


def _reporting(frame: Frame, inside: list[Clause], words: Words) -> Clause:
    """The last clause; the one that reports it where the last is a finding or a feeling (`said it felt`)."""
    last = inside[-1]
    if len(inside) == 1 or last.verb not in words.ambiguous:
        return last
    earlier = inside[-2]
    between = frame.low[earlier.at + 1 : last.subject.first]
    reported = earlier.at < last.subject.first and ("that" in between or not between)
    return earlier if reported and not earlier.noun and earlier.verb not in words.ambiguous else last


def _said_before(frame: Frame, token: int, first: int, words: Words) -> Cue | None:
    """`Money was no subject, said the minister: "..."`: the verb, its subject and a colon."""
    if token == first or frame.text[token - 1] != ":":
        return None
    for k in range(max(first, token - _LABEL) + 1, token - 1):
        said = _inverted(frame, k, token - 1, words) if frame.text[k - 1] == "," else None
        if said is not None and said.subject.last == token - 1:
            return said._replace(rule="before, inverted")
    return None


def _label(frame: Frame, token: int, first: int, words: Words) -> Cue | None:
    """`Minister: "..."`."""
    if token == first or frame.text[token - 1] != ":":
        return None
    subject = sentence_subject(frame, first, token - 1, words)
    return Cue(subject, "", -1, "label") if subject else None


_LABEL = 12
"""Tokens of `, said the minister of trade:` before a quotation."""


def _in_words_of(frame: Frame, token: int, first: int, words: Words) -> Cue | None:
    """`In the words of the minister, "..."`."""
    for k in range(max(first, token - _WORDS_OF), token - 4):
        if frame.low[k : k + 4] == ["in", "the", "words", "of"]:
            subject = phrase_after(frame, k + 4, token, words)
            return Cue(subject, "in the words of", k, "in the words of") if subject else None
    return None


_WORDS_OF = 16
"""Tokens from `in the words of` to the quotation."""


def _trailing(frame: Frame, token: int, stop: int, clauses: list[Clause], words: Words) -> Cue | None:
    """`The plan "needs work", according to aides`; `Those who "hid" money will pay, she said`."""
    for clause in clauses:
        if token < clause.at < stop and clause.subject.first > token:
            lead = clause.subject.first - 1
            if clause.verb == "according" or frame.low[lead] == ",":
                verb = "according to" if clause.verb == "according" else clause.verb
                return Cue(clause.subject, verb, clause.at, "trailing")
    for k in range(token + 1, min(stop - 1, token + _TRAILING)):
        if frame.text[k] == "," and frame.low[k + 1] in words.inverting:
            found = _inverted(frame, k + 1, stop, words)
            if found:
                return found._replace(rule="trailing")
    return None


def _for_whom(frame: Frame, token: int, first: int, words: Words) -> Cue | None:
    """`For Ann Lee, who leads the party, the bill was "a gift to the banks"`: whose judgement it is."""
    if token - first < _JUDGED or frame.low[first] != "for" or frame.low[token - 1] not in _BEING:
        return None
    subject = phrase_after(frame, first + 1, token - 2, words)
    if subject is None or not frame.text[subject.last - 1][0].isupper() or frame.text[subject.last] != ",":
        return None
    return Cue(subject, "", -1, "for whom")


_JUDGED = 6
"""Words of the shortest `For Lee, the bill was "..."` up to the quotation."""
_BEING = frozenset({"is", "was", "are", "were", "remains", "remained", "means", "meant"})


def clause_behind(frame: Frame, token: int, clauses: list[Clause], words: Words) -> Cue | None:
    """`"The mill is lost." It was noon when Ann Lee said so`: the sentence behind tells whose words they are."""
    number = frame.sentence[token] + 1
    for clause in clauses:
        said = frame.sentence[clause.at] == number and clause.at + 1 < len(frame.low)
        if said and frame.low[clause.at + 1] in ("so", "this"):
            subject = (
                _cleft(frame, clause, words) if frame.low[clause.subject.first] == "it" else clause.subject
            )
            return Cue(subject, "", -1, "sentence behind") if subject else None
    return None


def _cleft(frame: Frame, clause: Clause, words: Words) -> Phrase | None:
    """Who speaks in `It was noon when Ann Lee, the mayor, said so`."""
    for k in range(clause.at - 2, clause.subject.first, -1):
        if frame.low[k] in ("when", "that"):
            return phrase_after(frame, k + 1, clause.at, words)
    return None


def clause_before(frame: Frame, token: int, clauses: list[Clause]) -> Cue | None:
    """The clause of the sentence before: its last one where that ends the sentence, else its first."""
    number = frame.sentence[token] - 1
    inside = [c for c in clauses if frame.sentence[c.at] == number and not c.noun]
    if number < 0 or not inside:
        return None
    ending = inside[-1]
    if len(inside) > 1 and ending.verb == "according":
        ending = inside[-2]  # `Lee said, according to the daily`: it is Lee who goes on
        return Cue(ending.subject, "", -1, "sentence before")
    ends = frame.last_of(ending.at) - max(ending.at, ending.subject.last - 1) <= 3
    clause = ending if ends and not ending.relative else inside[0]
    return Cue(clause.subject, "", -1, "sentence before")
