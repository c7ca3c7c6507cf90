"""Verbs with a day of their own: whatever somebody did on 9 May is worth a line, though no word list knows the deed."""

from collections.abc import Iterable, Iterator

from site_gen.extract.agreements.dating import lies_after
from site_gen.extract.agreements.mention import Clause
from site_gen.extract.agreements.tense import (
    broken,
    denied,
    fell_short,
    group_tense,
    told_untrue,
    words_before,
)
from site_gen.extract.agreements.words import Words
from site_gen.extract.events.scene import Scene, aside
from site_gen.extract.events.to_come import slated_for, timetabled, to_come
from site_gen.extract.events.trigger import Trigger, is_hollow
from site_gen.extract.events.words import EventWords
from site_gen.records import DateFinding
from site_gen.text.lists import joined

_BE = frozenset({"was", "were", "been", "be", "is", "are"})
BY_DAY, OPENS = " by its day", " in the opening"
_FAR, _LED, _OPENING = 17, 5, 12
"""Words between a date and its verb: before it, behind it, behind one that opens the sentence."""
_BOUNDS = (["by"], ["until"], ["till"], ["since"], ["before"], ["after"])
_LEADS = ("on", "in", "late", "early", "from", "at", "for")


def find_dated(
    clause: Clause, dates: Iterable[DateFinding], scene: Scene, words: Words, events: EventWords
) -> Iterator[Trigger]:
    """One trigger for each of the dates that a verb leans on."""
    for date in dates:
        later = is_later(date, scene)
        at = _verb(clause, date, later, events)
        if (
            at >= 0
            and not _in_aside(clause, at, date, events)
            and (found := _told(clause, at, words, events))
            and not (later and found.tense == "done" and clause.keys[at - 1] in ("has", "have"))
            and (is_exact(date.edtf or "") or _in_a_year(clause, found, date, later, events))
        ):
            yield found


def _in_a_year(clause: Clause, found: Trigger, date: DateFinding, later: bool, events: EventWords) -> bool:
    """`is expected to begin in 2036`, `is to be switched on in 2037`: a milestone, though no day is told."""
    milestone = later and is_year(date.edtf or "") and clause.keys[found.at] in events.lists["milestones"]
    return found.tense == "firm" and (found.kind != "other" or milestone)


def find_opening(clause: Clause, words: Words, events: EventWords) -> Iterator[Trigger]:
    """`The rower has tested positive, the board said on Monday`: what a report opens with, though its day is not told.

    Verbs that the list of deeds knows with any object are left to it.
    """
    if clause.heading or clause.headline:
        return
    perfect = (n for n, key in enumerate(clause.keys[1:], 1) if key in ("has", "have"))
    have = next(perfect, 0)
    split = aside(clause, have, events) if have else None
    ahead = clause.keys[: split[0] + 1 if split else have]
    if not have or not _RELATIVES.isdisjoint(ahead) or not events.lists["saying"].isdisjoint(ahead):
        return
    at = next(
        (n for n in range(have + 1, min(len(clause.tokens), have + 4)) if not _between(clause, n)), have
    )
    refused = any(deed.needs == "any" for deed in events.deeds.get(clause.keys[at], ()))
    verbal = at > have and not refused and _verbal(clause, at, False, events)
    found = _told(clause, at, words, events) if verbal else None
    if found and found.tense == "done":
        yield found._replace(rule=f"verb {clause.keys[at]}{OPENS}")


_RELATIVES = frozenset(
    {"who", "which", "that", "whose", "where", "when", "if", "while", "after", "as", "since"}
)


def _between(clause: Clause, at: int) -> bool:
    """Between `has` and its verb: `been`, `now`, `provisionally`."""
    return clause.keys[at] in ("been", "also", "now", "again", "yet", "so") or clause.tokens[at].adverb


def is_later(date: DateFinding, scene: Scene) -> bool:
    """Whether a date lies wholly after the day of publication."""
    return lies_after(date.edtf, scene.doc.article.published.edtf)


def _in_aside(clause: Clause, at: int, date: DateFinding, events: EventWords) -> bool:
    """`Lee, who said on Thursday that he was ill, will attend`: the day of what stands between the commas."""
    split = aside(clause, at, events)
    if not split or clause.keys[split[0] + 1] not in ("who", "which"):
        return False
    return clause.starts[split[0] + 1] <= date.evidence.start < clause.tokens[split[1]].end


def is_exact(edtf: str) -> bool:
    """Whether a date names a day, some days or a month."""
    day = edtf.partition("/")[0].partition("T")[0].rstrip("~?%")
    return 7 <= len(day) <= 10 and "W" not in edtf and "Q" not in edtf


def is_year(edtf: str) -> bool:
    """Whether a date names a year and no more."""
    return len(edtf) == 4 and edtf.isdigit()


def _verb(clause: Clause, date: DateFinding, later: bool, events: EventWords) -> int:
    """The verb right before a date's phrase, or behind a date that opens the clause; -1 for none.

    `later`: the date lies after the report.
    """
    tokens = clause.tokens
    bound = clause.text[max(0, date.evidence.start - 7) : date.evidence.start].split()[-1:] in _BOUNDS
    if bound and "T" not in date.timex.value:  # not `after 5 a.m. on Tuesday`
        return -1
    here = next((n for n, t in enumerate(tokens) if t.end > date.evidence.start), len(tokens) - 1)
    here -= bound and here > 1
    for at in range(here - 1, max(-1, here - _FAR), -1):
        if broken(clause, at, "(") or clause.keys[at] in events.lists["clause_ends"]:
            break
        if "," in clause.gaps[at] and at < here - 2 and not _apposed(clause, at, here):
            break
        if _verbal(clause, at, later, events):
            return -1 if _of_a_noun(clause, at, here, events) else at
        if _passes_time(clause, at, events) and not _led_by_when(clause, date):
            return -1
    return _verb_behind(clause, date, here, later, events)


def _led_by_when(clause: Clause, date: DateFinding) -> bool:
    """`it started on January 17, when a team was seized`."""
    return clause.text[date.evidence.end : date.evidence.end + 7].strip(", ").startswith("when")


def _passes_time(clause: Clause, at: int, events: EventWords) -> bool:
    """`Horns sounded on Monday as word spread`: the day is that of a verb that tells no deed."""
    past = clause.keys[at] in events.lists["past_forms"] or clause.keys[at].endswith("ed")
    told = joined(events.lists["saying"], events.lists["tellers"])
    plain = at > 0 and clause.keys[at - 1] not in events.lists["no_verb_behind"] and not clause.tokens[at].cap
    return past and plain and clause.keys[at] not in told and _idle(clause, at, events)


def _verb_behind(clause: Clause, date: DateFinding, here: int, later: bool, events: EventWords) -> int:
    """The verb behind a date that opens the clause at token `here`; -1 for none."""
    tokens = clause.tokens
    last = next((n for n, t in enumerate(tokens) if t.start >= date.evidence.end), len(tokens))
    led = here <= 1 or clause.keys[here - 1] in _LEADS
    if not led and last < len(tokens) and clause.joined(last - 1) and clause.keys[last].endswith("ed"):
        led = True  # `the council today decided`
    reach = _OPENING if here <= 1 and "," not in clause.gaps[last - 1] else _LED
    if here <= 1:
        last, reach = _past_aside(clause, last, reach, events)
    for at in range(last, min(len(tokens), last + reach) if led else last):
        if broken(clause, at - 1, "(") or clause.keys[at] in ("that", "who", "which", "saying"):
            break
        if _verbal(clause, at, later, events):
            return at
    return -1


def _past_aside(clause: Clause, last: int, reach: int, events: EventWords) -> tuple[int, int]:
    """`In April, after protests by owners, officials withdrew a ban`: where the main clause begins, and its reach."""
    aside_led = last < len(clause.tokens) and clause.keys[last] in events.lists["leading_asides"]
    if not aside_led or "," not in clause.gaps[last - 1]:
        return last, reach
    for at in range(last + 1, min(len(clause.tokens) - 1, last + _OPENING)):
        if "," in clause.gaps[at]:
            return at + 1, _OPENING
    return last, reach


def _of_a_noun(clause: Clause, at: int, here: int, events: EventWords) -> bool:
    """`claimed victory in elections held on 2 July`, `In a statement released on Monday,`: no deed of that day."""
    if (
        clause.keys[at] not in events.lists["of_a_noun"]
        or here - at > _BESIDE
        or at < 1
        or not clause.joined(at - 1)
    ):
        return False
    if clause.keys[at - 1] in events.lists["verbal"] or clause.keys[at - 1] == "and":
        return False
    if not {"that", "which"}.isdisjoint(clause.keys[max(0, at - 4) : at]):
        return False  # `the minutes that the bank published`
    begin = next((n + 1 for n in range(at - 2, -1, -1) if "," in clause.gaps[n]), 0)
    ahead = clause.keys[begin : at - 1]
    told = any(
        k in events.lists["past_forms"] or k in _TOLD or (k.endswith("ed") and len(k) > 4) for k in ahead
    )
    return told or ahead[:1] == ["in"]


_TOLD = frozenset({"is", "are", "was", "were", "will", "would", "to"})
_BESIDE = 2
"""Words from a participle to its day at most."""


def _apposed(clause: Clause, at: int, here: int) -> bool:
    """`her predecessor, Ann Lee, on Monday`: a name between the comma behind `at` and the date at `here`."""
    last = here - 1 if clause.keys[here - 1] in _LEADS else here
    return "," in clause.gaps[last - 1] and all(t.cap for t in clause.tokens[at + 1 : last])


def _verbal(clause: Clause, at: int, later: bool, events: EventWords) -> bool:
    """A verb that tells a deed, by its form and the words beside it."""
    token, lists = clause.tokens[at], events.lists
    if slated_for(clause, at):
        return later
    if later and token.key in lists["in_effect"]:
        return not {"effect", "effective"}.isdisjoint(clause.keys[at + 1 : at + _FAR])
    if later and timetabled(clause, at, events):
        return True
    if token.cap or not at or _idle(clause, at, events):
        return False
    if token.key in events.busy and token.key[-1] == "s":
        return _busy(clause, at, events)
    before = clause.tokens[at - 1]
    if token.key in lists["idle_active"] and before.key not in _BE and not _busy(clause, at, events):
        return False
    if "-" in token.key and not token.key.startswith(("re-", "co-")):
        return False  # `higher-than-expected`
    if token.key in lists["past_forms"] or (token.key.endswith("ed") and len(token.key) > 4):
        return not (_joined_by(clause, at, events) or before.owns or before.key in lists["no_verb_behind"])
    return to_come(clause, at, later, events)


def _idle(clause: Clause, at: int, events: EventWords) -> bool:
    """Whether it tells no deed, by itself or with what it is done to: `put the number of dead at 9`."""
    key = clause.keys[at]
    if key in events.lists["idle"]:
        return not (_busy(clause, at, events) or _of_itself(clause, at, events))
    objects = events.idle_with.get(key)
    return objects is not None and not objects.isdisjoint(clause.keys[at + 1 : at + 3])


def _of_itself(clause: Clause, at: int, events: EventWords) -> bool:
    """`the dam failed on Sunday`: nothing is done to anything, and that is the deed."""
    if clause.keys[at] not in events.lists["intransitive"] or clause.keys[at - 1] in _BE:
        return False
    return clause.keys[at + 1 : at + 2] in (["at"], ["on"], ["in"], ["shortly"], ["early"], ["late"], [])


def _joined_by(clause: Clause, at: int, events: EventWords) -> bool:
    """`Sales rose, helped by a fair in May`: a participle behind a comma, and no aside's end."""
    if "," not in clause.gaps[at - 1] or clause.keys[at + 1 : at + 2] != ["by"]:
        return False
    split = aside(clause, at, events)
    return clause.keys[at].endswith("ed") and (split is None or split[0] == at - 1)


def _busy(clause: Clause, at: int, events: EventWords) -> bool:
    """`posted a loss`, `reached a verdict`: with this object a verb tells a deed that tells none by itself."""
    objects = events.busy.get(clause.keys[at])
    behind = clause.keys[at + 1 : at + 7]
    return objects is not None and not objects.isdisjoint(behind) and "that" not in behind


def _told(clause: Clause, at: int, words: Words, events: EventWords) -> Trigger | None:
    ahead = words_before(clause, at)
    if slated_for(clause, at):
        known = is_somebody(clause, at, events) and not denied(ahead, words)
        return Trigger("other", at, at, at, "firm", f"verb {clause.keys[at]}{BY_DAY}") if known else None
    foretold = ahead[-1:] in (["would"], ["must"]) or ahead[-2:] == ["would", "be"]
    if denied(ahead, words) or told_untrue(clause, at, words) or fell_short(clause, at, words):
        return None
    if is_hollow(clause, at, events) and not foretold:
        return None
    passive = not _BE.isdisjoint(ahead[-3:])
    if passive and (ahead[-1] in ("is", "are") or clause.keys[at] == "met"):
        return None  # `the visit was met with whistles`
    group = ahead[-4:] if passive or not ahead or ahead[-1] in ("will", "to") else []
    if (not passive and _reduced(clause, at, ahead, events)) or _cited(clause, at):
        return None
    ahead_of = clause.keys[at][-1] == "s" and (
        clause.keys[at] in events.busy or clause.keys[at] in events.lists["in_effect"]
    )
    ahead_of = ahead_of or timetabled(clause, at, events)
    tense = "firm" if foretold or ahead_of else group_tense(group, words)
    if tense not in ("done", "firm") or not (
        is_somebody(clause, at, events) or (tense == "firm" and _opens(clause, at))
    ):
        return None
    kind = events.dated.get(clause.keys[at], "") or _held(clause, at, events)
    return Trigger(kind, at, at, at, tense, f"verb {clause.keys[at]}{BY_DAY}")


def _cited(clause: Clause, at: int) -> bool:
    """`according to letters the union sent in May`: what a source is, and no news."""
    for left in range(at - 1, max(0, at - _FAR), -1):
        if broken(clause, left, ",("):
            return False
        if clause.keys[left - 1 : left + 1] == ["according", "to"]:
            return True
    return False


def _reduced(clause: Clause, at: int, ahead: list[str], events: EventWords) -> bool:
    """`experts will examine two bodies brought up in May`: a participle behind the noun of another verb."""
    if ahead[-1:] and (
        ahead[-1] in ("has", "have", "had", "will", "to", "would", "must") or ahead[-1].endswith("ly")
    ):
        return False
    for left in range(at - 1, max(-1, at - 14), -1):
        if broken(clause, left, ",(") or clause.keys[left] in events.lists["clause_begins"]:
            return False
        if clause.keys[left] in ("and", "but", "who", "which", "when", "where"):
            return False
        if clause.keys[left] in ("include", "includes", "included"):
            return True
        modal = clause.keys[left] in ("will", "would", "can", "could", "may", "might", "must", "should")
        if modal and not clause.tokens[left].cap:  # and not the month
            return True
    return False


def _held(clause: Clause, at: int, events: EventWords) -> str:
    """`the signing ceremony took place`: the kind of what was held."""
    if clause.keys[at] not in ("took", "take", "held", "begin", "began"):
        return "other"
    kinds = (events.ceremonies[k] for k in clause.keys[max(0, at - 6) : at] if k in events.ceremonies)
    return next(kinds, "other")


def is_somebody(clause: Clause, at: int, events: EventWords) -> bool:
    """Whether a subject stands before the verb: a name, a pronoun, a noun with its article."""
    ahead = []
    split = aside(clause, at, events)
    begin = split[0] + 1 if split else at
    for left in range(begin - 1, max(-1, begin - 13), -1):
        if (left < begin - 1 and broken(clause, left, "(")) or clause.keys[left] in events.lists[
            "clause_begins"
        ]:
            break
        ahead.append(clause.tokens[left])
    return any(
        t.cap
        or t.key in events.lists["pronouns"]
        or t.key in events.lists["collective"]
        or t.key in _DETERMINED
        for t in ahead
    )


def _opens(clause: Clause, at: int) -> bool:
    """`Fuel subsidies will end`, `First power is to come`: a bare noun opens the sentence, up to the verb."""
    return 0 < at <= _SHORT and all(clause.joined(n) for n in range(at)) and clause.keys[0] not in _NO_NOUNS


_SHORT = 6
_NO_NOUNS = frozenset({"there", "that", "what", "this", "these", "those", "who", "which", "as", "if", "when"})
_DETERMINED = frozenset({"the", "a", "an", "his", "her", "their", "its", "two", "both", "three"})
