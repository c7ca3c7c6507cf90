"""An event's title from the clause that tells it: from its subject on, no pronouns, no dates."""

import re

from site_gen.extract.agreements.mention import Clause
from site_gen.extract.events.announced import said_begins
from site_gen.extract.events.antecedent import antecedent
from site_gen.extract.events.cuts import date_cuts
from site_gen.extract.events.extent import relative_cut, the_day
from site_gen.extract.events.polish import LONG, tidied
from site_gen.extract.events.pronouns import first_subject, host_of, named_aside, only_one, taken_up
from site_gen.extract.events.relative import has_own_verb
from site_gen.extract.events.restated import done_to
from site_gen.extract.events.scene import Scene, aside
from site_gen.extract.events.simple import plural
from site_gen.extract.events.trigger import Trigger
from site_gen.extract.events.words import EventWords
from site_gen.text.lists import joined, without

_PARTICIPLE = ("ed", "en", "un", "wn", "ld", "nt", "de")
_LED = re.compile(
    r"^(?:Under|As part of|In line with|In|With|By|Through|Despite|Following|Thanks to) (?=(?:an?|the|its|their) )"
)
"""`Under a deal with Peru, signed in May`: what comes before the noun."""
_SUM = re.compile(r"%|(?<=\d)[.,]\d+(?:%| [mb]illion(?: [a-z]+)?)?|[$£€][\d.,]*\d(?: [mb]illion)?")
"""What belongs to a title's last word: `US$200`, `14.2 million euros`."""
_ASIDE = 2  # commas around what stands between the subject and its verb
_SUBJECTS = frozenset({"the", "a", "an", "its", "their"})
_TO_COME = frozenset({"is", "are", "to", "due", "set", "expected"})
_AUXILIARIES = frozenset({"will", "has", "have", "had", "was", "were", "be", "been"})


def title_of(
    clause: Clause,
    trigger: Trigger,
    extent: tuple[int, int],
    people: tuple[int, ...],
    scene: Scene,
    events: EventWords,
    subject: str = "",
) -> str:
    """The clause as a title; empty where it cannot stand alone (`it was sent to them`).

    `subject`: of a verb that shares it with the verb before (`flew to Cairo and signed`).
    """
    first, last = extent
    if subject:
        first = _with_auxiliaries(clause, trigger.first, _AUXILIARIES)
    else:
        subject, first = _whose(clause, trigger, first, scene, events)
    first = max(first, the_day(clause, trigger) + 1) if first >= 0 else first
    if first < 0 and (joined := first_subject(clause, trigger, events)):
        subject, first = joined, _with_auxiliaries(clause, trigger.first, _AUXILIARIES | _TO_COME)
    if first < 0:
        return ""
    lead = scene.people[people[0]].name if people else ""
    pieces = _pieces(clause, trigger, (first, last), scene, events, lead, bool(subject))
    if pieces is None:
        return _ousted(trigger, lead, events)
    kept = clause.keys[trigger.last]
    whole = f"{subject} {pieces}" if subject else pieces
    last_word = clause.tokens[trigger.last].word
    if not subject and whole.rstrip().endswith(f" {last_word}") and (thing := done_to(clause, first, events)):
        whole = f"{whole.rstrip()} {thing}"
    title = _foretold(tidied(_was_done(whole, clause, trigger), kept, events), trigger)
    told = title.partition(f" {clause.tokens[trigger.at].word} ")[2]
    if len(whole) > LONG and trigger.rule.startswith("verb") and people and not told:
        return _short(clause, trigger, last, people, scene, events) or title
    return title


def _with_auxiliaries(clause: Clause, verb: int, known: frozenset[str]) -> int:
    while verb and clause.keys[verb - 1] in known:
        verb -= 1
    return verb


def _foretold(title: str, trigger: Trigger) -> str:
    """`The vote would be held`, as somebody said, by itself is `The vote will be held`."""
    ahead, would, behind = title.partition(" would ")
    own = trigger.tense == "firm" and trigger.kind != "announce" and " that " not in f"{ahead} "
    return f"{ahead} will {behind}" if would and own else title


def _ousted(trigger: Trigger, lead: str, events: EventWords) -> str:
    """`he toppled President Lee`: what became of Lee, where nobody knows who did it."""
    base = trigger.rule.removeprefix("verb ")
    if not lead or base not in events.lists["ousting"]:
        return ""
    forms = (
        form for form, deeds in events.deeds.items() for d in deeds if (d.base, d.form) == (base, "part")
    )
    return f"{lead} is {next(forms, base)}"


def _was_done(title: str, clause: Clause, trigger: Trigger) -> str:
    """`a ruling, handed down in Lima` is `a ruling was handed down in Lima`."""
    told = clause.tokens[trigger.at : trigger.last + 1]
    verb = next((t.word for t in told if t.key == "begun"), told[0].word)
    verb = f"first {verb}" if f", first {verb} " in f"{title} " else verb
    before, found, behind = f"{title} ".partition(f", {verb} ")
    if not found or "," in before or not verb.endswith(_PARTICIPLE) or behind.startswith("by "):
        return title
    before = _LED.sub("", before)
    behind = "" if behind.lstrip().startswith(",") else behind
    many = plural(before) and not verb.startswith("first ")  # who was `first elected` is one
    return f"{before} {'were' if many else 'was'} {verb} {behind}"


def _short(
    clause: Clause, trigger: Trigger, last: int, people: tuple[int, ...], scene: Scene, events: EventWords
) -> str:
    """A title whose subject left no room for the verb, by the names of the people before the verb."""
    before = scene.between(clause.starts[0], clause.starts[trigger.first])
    who = [scene.people[p].name for p in dict.fromkeys(a.person for a in before) if p in people]
    first = _with_auxiliaries(clause, trigger.first, _AUXILIARIES | _TO_COME)
    pieces = _pieces(clause, trigger, (first, last), scene, events, "", True) if who else None
    names = " and ".join(filter(None, (", ".join(who[:-1]), *who[-1:])))
    return tidied(f"{names} {pieces}", clause.keys[trigger.last], events) if pieces else ""


def _whose(clause: Clause, trigger: Trigger, first: int, scene: Scene, events: EventWords) -> tuple[str, int]:
    """A subject that stands apart from its verb, else none, and where the title goes on; -1 for nowhere."""
    if behind := _ahead(clause, trigger, first, scene, events):
        return behind
    if clause.keys[first] in ("they", "it") and (subject := _stood_for(clause, first, scene, events)):
        return subject, first + 1
    if clause.keys[first] in ("who", "which", "that", "where", "when"):
        subject = antecedent(clause, first, scene, events)
        if subject or clause.keys[first] in ("where", "when"):
            return subject, first + 1 if subject else _subject(clause, trigger, first + 1, events)
        return "", -1
    split = aside(clause, trigger.first, events)
    inside = range(split[0] + 1, split[1] + 1) if split else range(0)
    where = [n for n in range(first + 1, trigger.first) if clause.keys[n] in ("where", "when")]
    if where:
        return "", _subject(clause, trigger, where[-1] + 1, events)
    who = [n for n in range(first, trigger.at) if clause.keys[n] in ("who", "which") and n not in inside]
    if who and (subject := antecedent(clause, who[-1], scene, events)):
        return subject, who[-1] + 1
    if who and clause.keys[who[-1]] == "which":
        return "", who[-1] + 1 if clause.keys[who[-1] + 1] in _SUBJECTS else -1
    if _relative_verb(clause, first, trigger) and (subject := antecedent(clause, first - 1, scene, events)):
        return subject, first
    if split and (name := _who_aside(clause, first, split, scene, events)):
        return name, split[1] + 1
    return "", _subject(clause, trigger, first, events)


def _ahead(
    clause: Clause, trigger: Trigger, first: int, scene: Scene, events: EventWords
) -> tuple[str, int] | None:
    if clause.keys[first] == "whose" and first < trigger.at:
        return "The", first + 1  # `a miner whose pond burst`
    if has_own_verb(clause, trigger, first, events):
        return "", _subject(clause, trigger, first, events)
    return _past_relative(clause, trigger, first, events) or host_of(clause, trigger.first, scene)


def _past_relative(
    clause: Clause, trigger: Trigger, first: int, events: EventWords
) -> tuple[str, int] | None:
    """`Soldiers who seized power have ordered`: the subject of the main verb stands before `who`."""
    if trigger.first < 2 or clause.keys[trigger.first - 1] not in _AUXILIARIES:
        return None
    who = _relative_ahead(clause, first, events)
    alone = who and sum(not clause.joined(n) for n in range(trigger.first)) in (0, _ASIDE)
    return (clause.text[clause.starts[0] : clause.tokens[who - 1].end], trigger.first - 1) if alone else None


def _relative_ahead(clause: Clause, first: int, events: EventWords) -> int:
    """The last `who` before a token, or the `that` or `which` right before it; 0 for none."""
    who = max((n for n in range(first) if clause.keys[n] == "who"), default=0)
    if who or first < 2 or clause.keys[first - 1] not in ("that", "which"):
        return who
    verb = clause.keys[first] in events.lists["past_forms"] or clause.keys[first].endswith("ed")
    return first - 1 if verb else 0


def _stood_for(clause: Clause, at: int, scene: Scene, events: EventWords) -> str:
    return taken_up(clause, scene, events) if at == 0 else _announcer(clause, at, events)


def _announcer(clause: Clause, at: int, events: EventWords) -> str:
    """`Soldiers announced that they had seized power`, `the ministry claimed that it had`: who opens the sentence."""
    told = next((n for n, key in enumerate(clause.keys[:6]) if key in events.lists["tellers"]), 0)
    between = set(clause.keys[told + 1 : at]) - events.lists["days"]
    if not 0 < told < at or not between <= {"that", "on", "late", "early"} or told + 1 == at:
        return ""
    many = clause.keys[0].endswith("s") or clause.keys[told - 1].endswith("s")
    fits = many if clause.keys[at] == "they" else clause.tokens[told - 1].cap
    alone = all(clause.joined(n) for n in range(told)) and events.pronouns.isdisjoint(clause.keys[:told])
    return clause.text[clause.starts[0] : clause.tokens[told - 1].end] if fits and alone else ""


def _relative_verb(clause: Clause, first: int, trigger: Trigger) -> bool:
    """Whether the words begin right behind `who` or `which`; not `the contract, which the club signed`."""
    return (
        clause.keys[first] not in _SUBJECTS
        and 0 < first <= trigger.first
        and clause.keys[first - 1] in ("who", "which")
    )


def _who_aside(clause: Clause, first: int, split: tuple[int, int], scene: Scene, events: EventWords) -> str:
    """The name between the commas of `its manager, Ann Lee, will` and of `A mediator, retired judge Ann Lee, took`."""
    if _owned_name(clause, first, split, events):
        return clause.text[clause.starts[split[0] + 1] : clause.tokens[split[1]].end]
    return named_aside(clause, first, split, scene)


def _owned_name(clause: Clause, first: int, split: tuple[int, int], events: EventWords) -> bool:
    """`its manager, Ann Lee, will visit`, `whose manager, Ann Lee, visited`: somebody's somebody, with a name."""
    named = split[0] < split[1] and all(clause.tokens[n].cap for n in range(split[0] + 1, split[1] + 1))
    whose = clause.keys[max(0, first - 1) : first] == ["whose"]
    return named and (whose or clause.keys[first] in events.lists["possessive"])


_WHEN, _ALL = frozenset({"on", "in", "later"}), frozenset({"all", "both"})
_LAUNCH = frozenset({"launch", "launched"})


def _subject(clause: Clause, trigger: Trigger, first: int, events: EventWords) -> int:
    """Where the title begins; -1 for a verb whose subject stands elsewhere."""
    if trigger.rule.startswith(("verb", "stage")):
        no_subject = joined(events.lists["verbal"], events.lists["days"], _WHEN)
        told = any(t.key not in no_subject and not t.adverb for t in clause.tokens[first : trigger.at])
        opens = clause.keys[first] not in without(events.lists["verbal"], _ALL) or _first_thing(clause, first)
        return first if told and opens else -1
    while first < trigger.at and clause.keys[first] in joined(events.lists["light"], _LAUNCH):
        first += 1
    return first


def _first_thing(clause: Clause, at: int) -> bool:
    """`First power is to come in May`: what is the first of its kind."""
    return at == 0 and clause.keys[0] == "first" and clause.joined(0) and clause.tokens[1].word.islower()


def subject_of(clause: Clause, trigger: Trigger, title: str) -> str:
    """The words of a title before its verb."""
    at = trigger.at if trigger.rule.startswith(("verb", "stage")) else trigger.last
    before, verb, _ = title.partition(f" {clause.tokens[at].word} ")
    words = before.split() if verb else []
    while words and words[-1] in ("has", "have", "had", "will", "was", "were", "is", "are", "to", "also"):
        words.pop()
    return " ".join(words)


def _pieces(
    clause: Clause,
    trigger: Trigger,
    extent: tuple[int, int],
    scene: Scene,
    events: EventWords,
    lead: str,
    named: bool,
) -> str | None:
    """The words between two tokens without dates, pronouns named; None for a pronoun that stays open."""
    first, last = extent
    out, at, told = [], clause.starts[first], set[int]()
    says_own = said_begins(clause, trigger.at, events) if trigger.kind == "announce" else -1
    asides = _aside(clause, trigger, first, events)
    cuts = [
        *date_cuts(clause, extent, scene, events),
        *(asides or relative_cut(clause, extent, trigger, events)),
    ]
    actors = scene.between(clause.starts[first], clause.starts[last] + 1)
    persons = {a.start: a.person for a in reversed(actors) if a.person >= 0}
    for number in range(first, last + 1):
        token = clause.tokens[number]
        over = [cut for cut in cuts if cut[0] <= token.start < cut[1]] if cuts else cuts
        if over:
            out.append(clause.text[at : max(at, min(begin for begin, _ in over))])
            at = max(at, *(end for _, end in over))
            continue
        person = persons.get(token.start, -1)
        if token.key not in events.pronouns or token.word == "US":
            told.add(person)
            named = named or token.cap
            continue
        owner = token.key in events.lists["possessive"] and not _object(clause, number, events)
        if person >= 0 and not owner and _named_later(person, token.start, persons, scene):
            return None
        own = owner and (named or _subjects_own(clause, trigger, first, number, events))
        if own or number == says_own or (person >= 0 and person in told):
            continue
        led = number < trigger.at and lead not in clause.text[token.end : clause.tokens[last].end]
        name = scene.people[person].name if person >= 0 else lead if led else ""
        of_ship = token.key == "she" and clause.keys[trigger.at] in events.lists["of_ships"]
        word = None if of_ship else _named(token.key, name, owner) or _one(clause, trigger, number, scene)
        word = word or ("the" if owner and _placed(clause, trigger, first, number, events) else None)
        if word is None and number > trigger.last:
            if number < last and _gives_it(clause, trigger, number, events):
                continue
            rest = clause.text[at : _end_before(clause, trigger, number, events)]
            # `said that he would look` at it: the title would say nothing
            return None if trigger.kind == "announce" else "".join(out) + rest
        if word is None and not (
            number == first and owner and _may_lack_owner(clause, trigger, number, events)
        ):
            return None
        if word is None and not clause.keys[number + 1].endswith("s"):
            word = "the"  # `its board met`: whose, nobody knows
        told.add(person)
        out.append(clause.text[at : token.start] + (word or ""))
        at, named = token.end, True
    end = clause.tokens[last].end
    whole = _SUM.match(clause.text, end)
    return "".join(out) + clause.text[at : max(at, whole.end() if whole else end)]


def _placed(clause: Clause, trigger: Trigger, first: int, at: int, events: EventWords) -> bool:
    """`a by-election in his Lund seat`: a possessive in the subject, before a name that says which one."""
    within = first < at < trigger.first
    return within and clause.keys[at - 1] in events.lists["prepositions"] and clause.tokens[at + 1].cap


def _one(clause: Clause, trigger: Trigger, at: int, scene: Scene) -> str | None:
    """Whom the pronoun right behind the verb means, where that can be one person alone."""
    return only_one(clause, at, scene) or None if at in (trigger.at + 1, trigger.last + 1) else None


def _named_later(person: int, at: int, persons: dict[int, int], scene: Scene) -> bool:
    """`he toppled President Lee`: that is not Lee."""
    later = [start for start, who in persons.items() if who == person and start > at]
    return any(scene.doc.reading[start : start + 1].isupper() for start in later)


def _may_lack_owner(clause: Clause, trigger: Trigger, at: int, events: EventWords) -> bool:
    """Whether the words say something without whose it was: `its owners voted`, and not `its lines were checked`."""
    if at >= trigger.at or not trigger.rule.endswith("by its day"):
        return at < trigger.at
    return clause.keys[at + 1] in events.lists["collective"]


def _subjects_own(clause: Clause, trigger: Trigger, first: int, at: int, events: EventWords) -> bool:
    """`gave up her post`, `the bank cut its rate`: the subject's, where that is no pronoun."""
    verb = trigger.rule.startswith(("verb", "stage"))
    if trigger.at < at <= trigger.last:
        return verb
    return verb and at > trigger.last and first < trigger.first and clause.keys[first] not in events.pronouns


def _gives_it(clause: Clause, trigger: Trigger, at: int, events: EventWords) -> bool:
    """`gave it their blessing`, `offered it a seat`: the object follows."""
    given = at - 1 == trigger.last and clause.keys[at - 1] in events.lists["transitive"]
    behind = clause.keys[at + 1]
    return given and (behind in events.lists["possessive"] or behind in ("a", "an"))


def _end_before(clause: Clause, trigger: Trigger, at: int, events: EventWords) -> int:
    """Where a title ends before an open pronoun; behind it where the verb needs it: `suspended it`."""
    last = max(trigger.last, _phrase_start(clause, at, events))
    known = joined(events.lists["transitive"], events.lists["paper_verbs"])
    verb = clause.keys[last] in known or clause.keys[at] in ("him", "them")
    needed = last == trigger.last == at - 1 and verb
    if needed and clause.keys[at + 1 : at + 2] in (["down"], ["off"], ["up"], ["back"]):
        at += 1  # `turned it down`
    return clause.tokens[at if needed else last].end


def _phrase_start(clause: Clause, at: int, events: EventWords) -> int:
    """The token before the phrase that holds an open pronoun: `picked Lee` of `picked Lee to succeed him`."""
    for left in range(at - 1, max(0, at - 4), -1):
        if clause.keys[left] in events.lists["trailing"]:
            return left - 1
    return at - 1


def _aside(clause: Clause, trigger: Trigger, first: int, events: EventWords) -> list[tuple[int, int]]:
    """What stands between commas before the verb, where it is no name."""
    split = aside(clause, trigger.first, events)
    if not split or split[0] < first or not trigger.rule.startswith(("verb", "stage")):
        return []
    if all(clause.tokens[n].cap for n in range(split[0] + 1, split[1] + 1)):
        return []
    comma = clause.text[clause.tokens[split[1]].end : clause.tokens[split[1]].end + 1] == ","
    return [(clause.tokens[split[0]].end, clause.tokens[split[1]].end + comma)]


def _object(clause: Clause, at: int, events: EventWords) -> bool:
    """`elected her by 40 votes`: no noun follows; `elected her president`."""
    if (
        at
        and clause.keys[at - 1] in events.lists["installing"]
        and "".join(clause.keys[at + 1 : at + 2]) in events.objects["officers"]
    ):
        return True
    if clause.keys[at] != "her" or at + 1 >= len(clause.tokens) or not clause.joined(at):
        return clause.keys[at] == "her"
    behind = clause.tokens[at + 1]
    return behind.key in events.lists["trailing"] or behind.key == "last"


def _named(key: str, name: str, owner: bool) -> str | None:
    if not name or key not in ("he", "she", "him", "her", "his"):
        return None
    return f"{name}'s" if owner and key != "him" else name
