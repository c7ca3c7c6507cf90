"""Period, place, status, deadline and speaker of a figure, from the words of its sentence."""

from typing import NamedTuple

from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.records import DateFinding, PlaceFinding
from site_gen.text.numbers import Tokens


class Slots(NamedTuple):
    """What one sentence offers to its figures."""

    dates: tuple[DateFinding, ...]
    places: tuple[PlaceFinding, ...]


def status(tokens: Tokens, found: Quantity, words: Vocabulary, left: int) -> str:
    """target, commitment, estimate or actual: by the nearest word before that says so, within the clause."""
    for at in range(found.first - 1, max(left - 1, found.first - 22), -1):
        kind = words.status.get(tokens.low[at])
        if kind and not (kind == "estimate" and tokens.words[at] == "May"):
            if kind == "estimate" and tokens.low[at] in ("will", "would") and _promises(tokens, at, words):
                return "commitment"
            return kind
    after = tokens.peek(found.last)
    return "target" if after in ("target", "goal") else "commitment" if after in ("pledge", "commitment") else "actual"


def _promises(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    return tokens.peek(at + 1) in words.commitment_verbs


def period(tokens: Tokens, found: Quantity, slots: Slots, words: Vocabulary, last: bool) -> str | None:
    """The calendar date that stands nearest in the clause, the one behind the figure first; no deadline."""
    start, end = tokens.starts[found.first], tokens.ends[found.last - 1]
    best: tuple[int, str] | None = None
    for date in slots.dates:
        if not date.edtf or date.role in ("duration", "recurring", "vague"):
            continue
        gap = date.evidence.start - end if date.evidence.start >= end else (start - date.evidence.end) * 2 + 20
        if gap >= 0 and (best is None or gap < best[0]):
            best = (gap, date.edtf)
    return best[1] if best and (last or best[0] < 120) else None


def deadline(tokens: Tokens, slots: Slots, words: Vocabulary) -> str | None:
    """The date after `by`, `until`, `before` in the sentence."""
    for date in slots.dates:
        if date.edtf and date.role == "event":
            at = next((i for i, start in enumerate(tokens.starts) if start >= date.evidence.start), 0)
            if date.evidence.exact.split(" ")[0].lower() in words.deadline or tokens.peek(at - 1) in words.deadline:
                return date.edtf
    return None


def place(tokens: Tokens, found: Quantity, slots: Slots) -> str:
    """The place nearest to the figure that a preposition puts it in."""
    start, best = tokens.starts[found.first], None
    for spot in slots.places:
        at = next((i for i, begin in enumerate(tokens.starts) if begin >= spot.evidence.start), 0)
        before = tokens.peek(at - 1) if tokens.peek(at - 1) != "the" else tokens.peek(at - 2)
        if before in ("in", "across", "within", "throughout", "inside"):
            gap = abs(spot.evidence.start - start)
            if best is None or gap < best[0]:
                best = (gap, spot.name)
    return best[1] if best else ""


def speaker(tokens: Tokens, words: Vocabulary) -> str:
    """Who says it: the name before `said`, or after `according to`."""
    for at, word in enumerate(tokens.low):
        if word == "according" and tokens.peek(at + 1) == "to":
            return _name_after(tokens, at + 2)
        if word in ("said", "says", "told", "announced", "warned", "estimates") and at:
            name = _name_before(tokens, at)
            if name:
                return name
    return ""


def _name_after(tokens: Tokens, at: int) -> str:
    first = at + (tokens.peek(at) in ("the", "a", "an"))
    last = first
    while last < len(tokens.low) and last - first < 8 and (tokens.words[last][0].isalnum() or tokens.words[last] in "-'’."):
        if tokens.low[last] in ("on", "that", "which", "who", "and", "in"):
            break
        last += 1
    return _joined(tokens, first, last)


def _name_before(tokens: Tokens, at: int) -> str:
    first = at
    while first > 0 and at - first < 8 and (tokens.words[first - 1][0].isalnum() or tokens.words[first - 1] in ("-", "'s", "’s", "of")):
        if tokens.low[first - 1] in ("and", "that", "it", "he", "she", "they", "has", "have", "had", "was", "who", "which"):
            break
        first -= 1
    first += tokens.peek(first) in ("the", "a", "an") and first < at
    return _joined(tokens, first, at) if first < at else ""


def _joined(tokens: Tokens, first: int, last: int) -> str:
    return "".join(tokens.words[at] + ("" if tokens.glued(at) else " ") for at in range(first, last)).strip(" .,")
