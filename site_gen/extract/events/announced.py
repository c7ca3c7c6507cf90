"""What somebody said on a day that he would do: `The mill's owner said on Thursday that it would close it`."""

from collections.abc import Iterable, Iterator

from site_gen.extract.agreements.mention import Clause
from site_gen.extract.agreements.tense import broken, denied, words_before
from site_gen.extract.agreements.words import Words
from site_gen.extract.events.dated import BY_DAY, is_exact, is_somebody
from site_gen.extract.events.trigger import Trigger
from site_gen.extract.events.words import EventWords
from site_gen.records import DateFinding

_SAID, _AHEAD, _SUBJECT = 14, 6, 5
"""Words from the verb to what is said, from a day before the verb to it, and of what is said to the helping verb."""
_OWN = frozenset({"it", "they", "he", "she"})
_WILL = frozenset({"would", "will"})
_DONE = frozenset({"had", "has"})
_TOLD = _WILL | _DONE
"""Of what somebody will do, or says on that day to have done: `said on Monday it had accepted the offer`."""


def find_announced(
    clause: Clause, dates: Iterable[DateFinding], words: Words, events: EventWords
) -> Iterator[Trigger]:
    """One trigger for each verb of saying that has one of the days, and tells what who says it will do."""
    days, announcing = [d for d in dates if is_exact(d.edtf or "")], events.lists["announcing"]
    for at in [n for n, key in enumerate(clause.keys) if key in announcing and n] if days else ():
        begin = said_begins(clause, at, events)
        near = (clause.starts[max(0, at - _AHEAD)], clause.starts[begin]) if begin else (0, 0)
        if (
            any(near[0] <= d.evidence.start < near[1] for d in days)
            and is_somebody(clause, at, events)
            and clause.keys[at - 1] not in events.pronouns
            and not denied(words_before(clause, at), words)
        ):
            yield Trigger("announce", at, at, at, "done", f"verb {clause.keys[at]}{BY_DAY}")


def said_begins(clause: Clause, at: int, events: EventWords) -> int:
    """Where what is said begins, the word behind `that` or the pronoun; 0 where it tells of nobody's own deed."""
    declares = clause.keys[at] in events.lists["declaring"]
    for n in range(at + 1, min(len(clause.tokens) - 2, at + _SAID)):
        if broken(clause, n - 1, "(") or clause.keys[n] in ("who", "which", "and", "but"):
            return 0
        if clause.keys[n] == "that":
            n += 1
            will = _TOLD if clause.keys[n] in _OWN else _WILL - {"will"} if declares else frozenset()
            most = min(n + _SUBJECT, len(clause.keys) - 1)
            most = next((m + 1 for m in range(n, most) if not clause.joined(m)), most)
            told = any(clause.keys[m] in will and clause.joined(m) for m in range(n, most))
            return n if told else 0  # not `said that he would "not be hurried"`
        if clause.keys[n] in _OWN and clause.keys[n + 1] in _TOLD:
            return n
    return 0


def has_said(clause: Clause, trigger: Trigger, others: Iterable[Trigger], events: EventWords) -> bool:
    """`said on Monday it had arrested seven`: the deed is an event by itself."""
    begin = said_begins(clause, trigger.at, events)
    done = begin and clause.keys[begin + 1] in _DONE
    return bool(done) and any(begin < other.at < begin + _SAID for other in others)
