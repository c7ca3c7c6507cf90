"""Numbers that count what a word elsewhere says: `its members number 84`, `the 17 who died`, `121 votes to 106`."""

from site_gen.extract.figures.counted import is_plural, singular
from site_gen.extract.figures.elliptic import parallel
from site_gen.extract.figures.fates import done_by
from site_gen.extract.figures.phrases import ARTICLES, nounish, phrase_left, phrase_right, text_of
from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens

DID, SUBJECT, CROWD, HOUSE, THOSE, NUMBERED = (
    "people by a deed",
    "number of its subject",
    "number of a crowd",
    "seats of a house",
    "of those named",
    "number that was",
)
RULES = frozenset({DID, SUBJECT, CROWD, HOUSE, THOSE, NUMBERED})
REASONS = frozenset({"", "nothing counted"})
_NUMBER = frozenset({"number", "numbered"})
_STANDS = frozenset({"stand", "stands", "stood"})
_PUT = frozenset({"put", "puts", "putting", "gave", "gives", "set", "sets", "estimated", "estimates"})
_COUNTS = frozenset({"count", "counts", "counted", "put", "puts"})
_OPEN = frozenset(
    {
        "the",
        "other",
        "others",
        "another",
        "further",
        "remaining",
        "and",
        "but",
        ",",
        ";",
        "though",
        "while",
        "",
    }
)
_DASHES = frozenset({"-", "–", "—"})
_BACK, _NEAR, _CROWD = 14, 6, 10


def told_elsewhere(
    tokens: Tokens, found: Quantity, before: list[Quantity], bare: bool, words: Vocabulary
) -> Quantity | None:
    """A number without a noun of its own that counts what another word of the sentence says."""
    if not bare:
        return _numbers(tokens, found, words)
    return parallel(tokens, found, before) or _left_out(tokens, found, before, words)


def _left_out(tokens: Tokens, found: Quantity, before: list[Quantity], words: Vocabulary) -> Quantity | None:
    """A bare number with the unit that another word of the sentence gives it; None for another."""
    if found.number.scale != 1 and found.number.form == "digits":
        return None
    if _goes_on(tokens, found, before):
        return found._replace(unit=before[-1].unit, rule="counted before")
    if _deed(tokens, found, words):
        return found._replace(unit="people", rule=DID)
    if (at := _subject(tokens, found, words)) >= 0:
        return found._replace(unit=singular([tokens.low[at]], words), rule=SUBJECT)
    if (at := _was(tokens, found, before, words)) >= 0:
        return found._replace(unit=singular([tokens.low[at]], words), rule=NUMBERED)
    if _crowd(tokens, found, words) >= 0:
        return found._replace(unit="people", rule=CROWD)
    if tokens.near[found.lead - 1] == "of" and tokens.near[found.lead - 2] in words.sets["houses"]:
        return found._replace(unit="member", rule=HOUSE)
    if (at := _those(tokens, found, words)) >= 0:
        return found._replace(unit=singular([tokens.low[at]], words), rule=THOSE)
    return None


def _was(tokens: Tokens, found: Quantity, before: list[Quantity], words: Vocabulary) -> int:
    """`Swedes` of `the number of Swedes banned was 14`, and of `a year before it was nine` behind that; -1 for none."""
    if tokens.near[found.lead - 1] not in _WAS or tokens.near[found.last] not in _ENDS:
        return -1
    begin = max(0, found.lead - _BACK)
    if tokens.near[found.lead - 2] == "it":
        begin = max(0, begin - _BACK) if before and before[-1].rule == NUMBERED else found.lead
    ahead = tokens.low[begin : found.lead - 1]
    at = next((n for n in range(len(ahead) - 2) if ahead[n : n + 2] == ["number", "of"]), -1)
    if at < 0:
        return -1
    return next((n for n in range(begin + at + 2, found.lead - 1) if is_plural(tokens.words[n], words)), -1)


_WAS = frozenset({"was", "is", "were", "are", "reached", "hit", "topped", "exceeded"})
_ENDS = frozenset({"", ".", ",", ";", "and", "in", "by", "at"})


def _numbers(tokens: Tokens, found: Quantity, words: Vocabulary) -> Quantity | None:
    """`Its members number 84`: the word before the number is a verb, behind what it counts."""
    if tokens.near[found.lead - 1] not in _NUMBER or found.noun >= 0:
        return None
    at = _subject(tokens, found, words)
    return found._replace(unit=singular([tokens.low[at]], words), rule=SUBJECT) if at >= 0 else None


def told_left_out(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray) -> str:
    """What such a number measures."""
    if found.rule == SUBJECT:
        at = _subject(tokens, found, words)
        return text_of(tokens, phrase_left(tokens, at, words, mask), _subject_end(tokens, found, at), mask)
    if found.rule == NUMBERED:
        at = tokens.low.index("number")
        return text_of(tokens, at, next(n for n in range(at, found.lead) if tokens.low[n] in _WAS), mask)
    if found.rule == CROWD:
        return tokens.words[_crowd(tokens, found, words)]
    if found.rule == HOUSE:
        return tokens.words[found.lead - 2]
    deed = done_by(tokens, found.last + (tokens.near[found.last] == "who"), words, mask)
    if found.rule == THOSE:
        return f"{tokens.words[_those(tokens, found, words)]} {deed}".strip()
    return deed


def _goes_on(tokens: Tokens, found: Quantity, before: list[Quantity]) -> bool:
    """`121 votes to 106`, `two hundred people - 212 at the last count -`, `89 seats ... the Greens, which have 31`."""
    last = before[-1] if before else None
    if last is None or last.kind != "count" or not last.unit:
        return False
    joint = tokens.low[last.last : found.lead]
    behind = tokens.low[found.last : found.last + 4]
    if joint == ["to"]:
        return last.unit == "vote"
    if len(joint) == 1 and joint[0] in _DASHES:
        return bool(behind) and behind[0] in ("at", "by", "according") and "count" in behind
    seats = last.unit == "seat" and tokens.near[found.lead - 1] in ("has", "have", "had", "holds", "won")
    return seats and tokens.near[found.last] in (",", ".", "", ";", "and", "to")


def _deed(tokens: Tokens, found: Quantity, words: Vocabulary) -> bool:
    """`the other 16 survived`, `seven lost their lives`, `16 alive`, `the 17 who died`, `four are in hospital`."""
    at, who = found.last, tokens.near[found.last] == "who"
    at += who
    if who and tokens.near[found.lead - 1] not in ("the", "other"):
        return False
    if not who and tokens.near[found.lead - 1] not in _OPEN and tokens.low[:2] != ["of", "those"]:
        return False
    if tokens.near[at] in ("lost", "lose") and tokens.near[at + 1] == "their":
        return tokens.near[at + 2] in ("lives", "homes", "jobs", "limbs")
    helped = at
    while tokens.near[at] in (
        "are",
        "were",
        "remain",
        "remained",
        "still",
        "have",
        "had",
        "been",
        "is",
        "was",
        "not",
        "yet",
    ):
        at += 1
    if at > helped and tokens.near[at] in words.sets["befallen"]:
        return _befell(tokens, at) and _those(tokens, found, words) < 0
    if tokens.near[at] in words.sets["personal_deeds"]:
        return True
    if tokens.near[at] in ("escaped", "emerged") and tokens.near[at + 1] in words.sets["personal_deeds"]:
        return True
    kept = tokens.low[at : at + 5]
    return at > helped and kept[:1] == ["in"] and not words.sets["in_care"].isdisjoint(kept)


def _befell(tokens: Tokens, at: int) -> bool:
    """`rescued` of `131 were rescued`, `found` of `nine have not been found`; not of `64 were found to be unsafe`."""
    return tokens.low[at] != "found" or "not" in tokens.low[max(0, at - 3) : at] or tokens.near[at + 1] in _SO


_SO = frozenset({"alive", "dead", "safe", "unhurt"})


def _subject(tokens: Tokens, found: Quantity, words: Vocabulary) -> int:
    """The plural that the number is told of, before `number` or `stand at`, behind `put the number of`; -1 for none."""
    verb = found.lead - 1
    if tokens.near[verb] in ("at", "as"):
        return (
            _put(tokens, verb, words)
            if "number" in tokens.low[max(0, verb - _BACK) : verb]
            else _stand(tokens, verb - 1, words)
        )
    if tokens.near[verb] not in _NUMBER:
        return -1
    verb -= tokens.near[verb - 1] in ("now", "still", "only")
    plural = verb > 0 and is_plural(tokens.words[verb - 1], words) and nounish(tokens, verb - 1, words)
    return verb - 1 if plural else -1


def _put(tokens: Tokens, verb: int, words: Vocabulary) -> int:
    """`houses` of `put the number of wrecked houses in the province at`."""
    begin = max(0, verb - _BACK)
    ahead = tokens.low[begin:verb]
    number = begin + ahead.index("number")
    if _PUT.isdisjoint(tokens.low[max(0, number - 3) : number]) or tokens.near[number + 1] != "of":
        return -1
    end = phrase_right(tokens, number + 2, words, bytearray(tokens.size))
    return end - 1 if end <= verb and is_plural(tokens.words[end - 1], words) else -1


def _stand(tokens: Tokens, verb: int, words: Vocabulary) -> int:
    """`deaths` of `deaths from the coup now stand at`."""
    if tokens.near[verb] not in _STANDS:
        return -1
    for at in range(verb - 1, max(-1, verb - _BACK), -1):
        if tokens.low[at] in (",", ";", "that"):
            return -1
        if tokens.low[at] in words.sets["tallied"]:
            return at
    return -1


def _subject_end(tokens: Tokens, found: Quantity, at: int) -> int:
    """Behind the noun, over what it is from or in, up to the verb."""
    for where in range(at + 1, found.lead):
        if (
            tokens.low[where] in _STANDS
            or tokens.low[where] in _NUMBER
            or tokens.low[where] in ("at", "now", "itself")
        ):
            return where
    return at + 1


def _crowd(tokens: Tokens, found: Quantity, words: Vocabulary) -> int:
    """`attendance` of `gave the attendance as 21,400`; -1 for none."""
    if tokens.near[found.lead - 1] not in ("as", "at", "of", "was"):
        return -1
    for at in range(found.lead - 2, max(-1, found.lead - _CROWD), -1):
        if tokens.low[at] in ("attendance", "crowd", "audience"):
            return at
    counts = tokens.low[max(0, found.lead - 5) : found.lead - 2]
    dead = tokens.near[found.lead - 2] in ("dead", "injured", "wounded", "missing", "homeless")
    return (
        found.lead - 2
        if dead and tokens.near[found.lead - 1] == "at" and not _COUNTS.isdisjoint(counts)
        else -1
    )


def _those(tokens: Tokens, found: Quantity, words: Vocabulary) -> int:
    """`operations` of `Of the operations that were called off, 204 were to be here`; -1 for none."""
    if tokens.low[0] != "of" or tokens.near[1] not in ARTICLES or tokens.near[found.lead - 1] != ",":
        return -1
    behind = tokens.near[found.last]
    if not (
        behind in ("were", "are", "have", "had", "will", "was")
        or behind.endswith("ed")
        or behind in words.sets["deeds"]
    ):
        return -1
    for at in range(2, min(2 + _NEAR, found.lead)):
        if is_plural(tokens.words[at], words) and tokens.words[at].islower():
            return at
        if not tokens.words[at].isalnum():
            return -1
    return -1
