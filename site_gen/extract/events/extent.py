"""Where the words of an event begin and end: its subject, its object, the phrase of its noun."""

from site_gen.extract.agreements.mention import Clause
from site_gen.extract.events.announced import said_begins
from site_gen.extract.events.scene import REACH, aside
from site_gen.extract.events.trigger import Trigger
from site_gen.extract.events.words import EventWords
from site_gen.text.lists import joined, without

_ARTICLES = frozenset({"a", "an", "the"})
_SUBJECT, _LISTED = 12, 24
"""Words that a subject may have, and one that lists several."""
_OPENING = 20
"""Words of a subject that opens a sentence."""
_RULING = 16
"""Words of what a court has ruled."""


def the_day(clause: Clause, trigger: Trigger) -> int:
    """The `day` of `the day Lee stepped down`, right before the subject of a deed; -1 for none."""
    for at in range(trigger.first - 1, max(0, trigger.first - 7), -1):
        if clause.keys[at - 1 : at + 1] == ["the", "day"]:
            return at
    return -1


def verb_follows(clause: Clause, at: int, high: int, events: EventWords) -> bool:
    """`and named`, `and on Monday named`, `and will meet`, `and now runs it`, `and a verdict is expected`."""
    now = clause.keys[at : at + 1] == ["now"]
    at += now or clause.keys[at : at + 1] in (["then"], ["later"], ["also"])
    keys = clause.keys[at : min(high + 1, at + 5)]
    if now and keys:
        return keys[0].endswith("s") and not clause.tokens[at].cap
    finite = [k in events.lists["finite"] or k in events.lists["past_forms"] for k in keys]
    if not keys or clause.tokens[at].cap:
        return False
    if finite[0] or (keys[0].endswith("ed") and keys[0] not in events.lists["no_deed"]):
        return True
    if keys[0] in ("on", "in", "later"):
        return any(f or k.endswith("ed") for f, k in zip(finite[2:4], keys[2:4], strict=True))
    return keys[0] in ("a", "an", "the", "his", "her", "their", "its") and any(
        k in events.lists["finite"] for k in keys[2:]
    )


def noun_end(clause: Clause, at: int, events: EventWords) -> int:
    """Last token of the phrase that goes on behind a noun: names, dates, `in`, `with his counterpart`."""
    tokens, high = clause.tokens, min(len(clause.tokens) - 1, at + 12)
    if at + 1 < high and clause.keys[at + 1] in ("that", "which"):
        held = [n for n in range(at + 2, min(at + 9, high)) if clause.keys[n] in events.lists["light"]]
        at = held[0] if held else at
    while at < high and clause.gaps[at].strip("'’ ") == "":
        behind = tokens[at + 1]
        if not (behind.cap or behind.word[0].isdigit() or behind.key in events.lists["phrase"]):
            break
        at += 1
    while (
        at
        and clause.keys[at] in events.lists["phrase"]
        and not tokens[at].cap
        and clause.keys[at] not in events.lists["phrase_ends"]
    ):
        at -= 1
    return with_noun(clause, at, events)


def subject_start(clause: Clause, trigger: Trigger, low: int, events: EventWords) -> int:
    """Where the subject of a verb begins: up to a dozen words back, not over a comma."""
    split = aside(clause, trigger.first, events)
    at = begin = split[0] if split and split[0] >= low else trigger.first
    if not split and (_taken(clause, low, begin, events) or _opens_long(clause, begin, events)):
        return 0
    if low == begin - REACH or (low and "," in clause.gaps[low - 1]):
        low = max(0, begin - _LISTED)
    while at > low:
        listed = clause.headline and clause.tokens[at - 1].cap and clause.tokens[at].cap
        if "," in clause.gaps[at - 1] and not (listed or _listed(clause, at, begin, low, events)):
            break
        at -= 1
    if at < begin - _SUBJECT and "," not in clause.text[clause.starts[at] : clause.starts[begin]]:
        at = begin - _SUBJECT
        at -= clause.keys[at - 1] in _ARTICLES and clause.joined(at - 1)
        least = max(low - 4, 0, at - 4)
        while at > least and clause.tokens[at].cap and clause.tokens[at - 1].cap and clause.joined(at - 1):
            at -= 1  # not within a name
    joined = [
        n + 1
        for n in range(at, begin)
        if clause.keys[n] in ("and", "but") and verb_follows(clause, n + 1, begin, events)
    ]
    if (
        joined
        and not split
        and at < joined[-1] <= trigger.first
        and _bare_verb(clause, joined[-1], trigger, events)
    ):
        return joined[-1]
    for here in range(begin - 2, max(at, begin - 4), -1):
        if clause.keys[here] == "as" and clause.keys[here + 1] in events.lists["collective"]:
            return here + 1  # `was freed as police fired`
    return _past_leftovers(clause, at, begin, events)


_WHO, _AND, _SHOWS = frozenset({"who", "which", "that"}), frozenset({"and"}), frozenset({"shows", "showed"})
_NO_BREAK = frozenset({"of", "the", "a", "an"})


def _opens_long(clause: Clause, begin: int, events: EventWords) -> bool:
    """`A contract for the sale of the deposits and all branches to a bank of Lund was signed`: one long subject."""
    if not _SUBJECT < begin - 1 <= _OPENING or clause.keys[0] not in _ARTICLES:
        return False
    lists = events.lists
    verbs = joined(lists["past_forms"], lists["finite"], lists["clause_ends"], _WHO)
    words = clause.keys[: begin - 1]
    plain = verbs.isdisjoint(words) and not any(word.endswith("ed") for word in words)
    return plain and all(clause.joined(n) for n in range(begin))


def _taken(clause: Clause, low: int, begin: int, events: EventWords) -> bool:
    """`Four miners trapped after a tremor shook the shaft have been found`: the words before have a verb already."""
    if not 0 < low < begin <= _LISTED or clause.keys[low - 1] not in ("after", "when", "before", "while"):
        return False
    passive = clause.keys[begin - 1] in ("been", "was", "were")
    opens = clause.tokens[0].word[0].isupper() and all(clause.joined(n) for n in range(begin - 1))
    verbs = events.lists["past_forms"]
    return passive and opens and any(k in verbs or k.endswith("ed") for k in clause.keys[low + 1 : begin - 2])


def _listed(clause: Clause, at: int, end: int, low: int, events: EventWords) -> bool:
    """Whether a comma before `at` parts a list of names: `Lee, Ann Roe and Premier Kim met`."""
    known = joined(events.lists["in_lists"], events.lists["verbal"])
    behind, first = clause.tokens[at:end], at - 1
    if "and" not in clause.keys[at:end] or not all(
        t.cap or t.key in known or t.key.isdigit() for t in behind
    ):
        return False
    while first > low and "," not in clause.gaps[first - 1]:
        first -= 1
    opening = clause.tokens[first]
    stray = opening.adverb or opening.key in joined(events.lists["openers"], events.lists["days"])
    return not stray and all(t.cap or t.key in known for t in clause.tokens[first + 1 : at])


def _bare_verb(clause: Clause, at: int, trigger: Trigger, events: EventWords) -> bool:
    """Whether no subject stands between `and` and the verb: `and on Monday named`, `and will meet`."""
    return all(
        t.key in events.lists["verbal"]
        or t.key in ("on", "in", "later")
        or t.adverb
        or t.key in events.lists["days"]
        for t in clause.tokens[at : trigger.first]
    )


def _past_leftovers(clause: Clause, at: int, verb: int, events: EventWords) -> int:
    """Without what belongs to the words before: `by both chambers and is expected`, `on Monday to meet`."""
    tokens = clause.tokens
    qualified = at + 1 < len(tokens) and clause.keys[at + 1] in ("least", "most", "a")
    if clause.keys[at] in events.lists["prepositions"] and tokens[at + qualified].word[0].isdigit():
        return at
    if clause.keys[at] in ("about", "over", "under") and at + 1 < verb and tokens[at + 1].word[0].isdigit():
        return at  # `about 150 people were hurt`
    if qualified and clause.keys[at] in ("at", "as") and clause.keys[at + 1] != "a":
        return at
    if clause.keys[at] in events.lists["prepositions"] and not tokens[at].cap and at < verb:
        joined = [n for n in range(at, verb) if clause.keys[n] in ("and", "but")]
        at = joined[-1] if joined else at + 1
        while at < verb and (tokens[at].cap or tokens[at].word[0].isdigit()):
            at += 1
    while at < verb and clause.keys[at] in events.lists["leading"]:
        at += 1
    return at


def object_end(clause: Clause, at: int, high: int, events: EventWords) -> int:
    """Where the object ends: at a comma, or some words on."""
    least, end = at, _reached(clause, at, high, events)
    relative = "who" in clause.keys[max(0, at - 6) : at]
    while at < end and not clause.gaps[at].strip("'’\"“”‘ $£€¥₹"):
        if relative and clause.keys[at + 1] in ("has", "have", "had", "was", "were", "will"):
            break
        if (
            relative
            and at > least
            and clause.keys[at] in events.lists["calendar"]
            and clause.keys[at + 1] in _ARTICLES
        ):
            break  # `gives the workers who walked out in May a rise`
        at += 1
    if at > least and clause.tokens[at].owns and at < high and clause.joined(at):
        return at + 1
    if (cut := _second_verb(clause, least, at, events)) < at:
        return cut
    while at > least and clause.keys[at] in events.lists["trailing"]:
        at -= 1
    return with_noun(clause, at, events) if at > least else at


def with_noun(clause: Clause, at: int, events: EventWords) -> int:
    """The end of a phrase, its noun included: `bought by the Polish` is no end, a carrier did."""
    if not clause.tokens[at].cap or clause.keys[at - 1] not in _ARTICLES or at + 1 >= len(clause.tokens):
        return at
    behind = clause.tokens[at + 1]
    lists = events.lists
    kinds = ("trailing", "finite", "past_forms", "clause_ends", "verbal")
    known = joined(*(lists[kind] for kind in kinds))
    noun = behind.word.isalpha() and behind.word.islower() and behind.key not in known
    return at + 1 if noun and clause.joined(at) and not behind.key.endswith(("ed", "ing", "ly")) else at


def _reached(clause: Clause, at: int, high: int, events: EventWords) -> int:
    """Nine words on; there to the end of the phrase, or back to where the last one began: `and two former` judges."""
    end = at + 9
    if end >= high or not clause.joined(end):
        return min(high, end)
    opens = without(events.lists["trailing"], _NO_BREAK)
    last = high if high <= end + 6 else end
    ends = (n for n in range(end, min(high, end + 6)) if not clause.joined(n) or clause.keys[n + 1] in opens)
    stop = next(ends, last)
    begins = without(without(opens, _AND), events.lists["possessive"])
    begun = next((n for n in range(stop, end - 2, -1) if clause.keys[n] in begins), 0)
    return begun - 1 if begun > at + 1 else stop


def _second_verb(clause: Clause, at: int, end: int, events: EventWords) -> int:
    """`a survey published in April found that`: where the phrase of a participle ends before the main verb."""
    if at and clause.keys[at - 1] in events.lists["verbal"]:
        return end
    here = at + 1
    while here <= end and (
        clause.tokens[here].cap
        or clause.keys[here] in ("in", "on", "last", "this", "earlier")
        or clause.keys[here].isdigit()
    ):
        here += 1
    verb = here <= end and clause.keys[here] in joined(
        events.lists["finite"], events.lists["past_forms"], _SHOWS
    )
    return here - 1 if verb and here > at + 1 else end


def relative_cut(
    clause: Clause, extent: tuple[int, int], trigger: Trigger, events: EventWords
) -> list[tuple[int, int]]:
    """The `, who` of `Lee, who left`, the `that` of `a strike that began`: the title is a clause of its own.

    Of `the ferry, which was carrying pupils, sank` all that stands between the commas.
    """
    first, last = extent
    for n in range(first + 1, last + 1):
        start = clause.tokens[n - 1].end
        if clause.keys[n] in ("who", "which") and clause.gaps[n - 1].strip() == ",":
            thing = trigger.first < n < trigger.last and not trigger.rule.startswith(("verb", "stage"))
            closed = [m for m in range(n, trigger.last) if "," in clause.gaps[m]] if thing else []
            return [(start, clause.tokens[closed[-1]].end + 1 if closed else clause.tokens[n].end)]
        within = trigger.kind == "disaster" and trigger.at < n < trigger.last
        begins = n < last and clause.keys[n + 1] in events.lists["begun"]
        if clause.keys[n] in ("that", "which") and (begins or within):
            return [(start, clause.tokens[n].end)]
    return []


def ruling_end(clause: Clause, trigger: Trigger, events: EventWords) -> int:
    """The end of what a court has ruled, or somebody admitted: `ruled on Friday that the dam may be built`."""
    last = len(clause.tokens) - 1
    if trigger.kind == "announce" and trigger.rule.endswith("by its day"):
        begin = said_begins(clause, trigger.at, events)
        return _clause_end(clause, begin, min(last, begin + _RULING)) if begin else 0
    if trigger.rule != "verb rule" and clause.keys[trigger.at] not in events.lists["with_that"]:
        return 0
    that = next(
        (n for n in range(trigger.at + 1, min(trigger.at + 5, last)) if clause.keys[n] == "that"), last
    )
    return _clause_end(clause, that, min(last, that + _RULING)) if that < last else 0


def _clause_end(clause: Clause, begin: int, most: int) -> int:
    end = begin
    while end < most and clause.joined(end):
        end += 1
    return end


def is_source(clause: Clause, at: int, to: int) -> bool:
    """`according to Ann Lee, from the Peru Embassy in Lima, ...`: who tells it."""
    ahead = clause.keys[max(0, at - 10) : at]
    if "according" not in ahead or clause.gaps[to].strip() != ",":
        return False
    return all(clause.gaps[n].strip() in ("", ",") for n in range(max(0, at - 10), to))


def opens_place(clause: Clause, at: int, to: int, first: int, events: EventWords) -> bool:
    """`In a ruling in Lima, Justice Lee`: where it was, before the comma that opens the clause."""
    behind = at > 0 and clause.keys[at - 1] in events.lists["prepositions"]
    return behind and any(clause.gaps[n].strip() == "," for n in range(to, first))


def tells_it(clause: Clause, at: int, to: int, events: EventWords) -> bool:
    """`plans to buy ten jets, Minister Lee stated`: who says it is behind the comma."""
    said = not events.lists["saying"].isdisjoint(clause.keys[to + 1 : to + 3])
    return said and at > 0 and "," in clause.gaps[at - 1]


def second_of_one(clause: Clause, trigger: Trigger, others: list[Trigger], events: EventWords) -> bool:
    """`overturned the conviction of Ann Lee and ordered a new trial`: it has the subject of the deed before it."""
    at, verb = trigger.first, clause.keys[trigger.first]
    past = verb.endswith("ed") or verb in events.lists["past_forms"]
    if not (at > 1 and past and clause.keys[at - 1] == "and" and trigger.rule.startswith(("verb", "stage"))):
        return False
    before = [o for o in others if o.rule.startswith(("verb", "stage")) and o.last < at - 1]
    return bool(before) and _WAS.isdisjoint(clause.keys[max(0, before[-1].first - 3) : before[-1].first])


_WAS = frozenset({"was", "were", "be", "been", "being", "who", "which"})
