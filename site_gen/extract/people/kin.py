"""Offices told by somebody else's: `his predecessor, X`, `Lee's deputy, X`, `She succeeds X`."""

import re

from site_gen.extract.people.reading import Context, Reading
from site_gen.extract.people.roll import Person, Tie
from site_gen.extract.people.surnames import folded
from site_gen.extract.people.vocabulary import Status
from site_gen.text.document import Document

_FOLLOWED = ("Successor", "Replacement")
_KIN = frozenset({"Predecessor", *_FOLLOWED, "Deputy"})
_WHOSE = re.compile(
    r"(?:(?P<him>[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)|(?P<mine>[Mm]y)|(?P<name>[\w-]+)['’]s?) (?:[a-z]+ ){0,2}[a-z]+,? ?$"
    r"|(?:before|preceded|predecessor of) (?:him|her|(?P<after>[A-Z][\w-]+))$"
)
_OFFICE = (
    r"(?: (?:the|that) (?:[a-z]+ ){0,2}(?:post|job|office|ministry|portfolio|reins|department|helm|chair))?"
)
_WHEN = r"(?: (?:in|on|at|last|this|earlier|late|early)(?: [\w-]+){1,3}?)?"
_REPLACES = re.compile(
    r"(?P<who>[\w’'.-]+) (?:also )?(?P<verb>(?:has |had )?(?:succeeds|succeeded|replaces|replaced)"
    rf"|(?:took|takes|has taken|had taken) over{_OFFICE}{_WHEN} from|will succeed|will replace|is to succeed"
    rf"|is to replace|will take over{_OFFICE}{_WHEN} from)"
    r"(?: (?:the )?(?:late|outgoing|ousted|retiring|long-serving|veteran))? $"
)
_IN_PLACE = re.compile(
    r"(?:, (?:succeeding|replacing|in place of)| in place of) (?:(?:the )?(?:late|outgoing|ousted|retiring) )?$"
)
"""`X was elected chair, succeeding Y`."""
_MINISTERS = re.compile(r"(?:[Hh]is|[Hh]er) (?=[a-z])")
_REPLACES_THEM = re.compile(
    r" (?P<ahead>will |is to |would |is due to )?(?:has |had |have )?"
    r"(?:(?:replaces?|replaced|succeeds?|succeeded|(?:takes?|took|taken) over from) (?:him|her)"
    r"|(?:takes?|took|taken) (?:his|her) (?:place|seat|post|job)"
    r"|(?:came|comes?|spoke|speaks|sat|sits|signed|attended|travelled|traveled|went|goes|stood|stands)"
    r"(?: (?:to|in|at|for|on)(?: [\w-]+){1,3}?)? in (?:his|her) (?:place|stead))"
    r"(?P<interim> on an (?:interim|acting) basis| temporarily| for now| in an acting capacity)?\b(?! as )"
)
_SIGNS = ("succe", "replac", " over ", "place")
_SENTENCES = 2
"""Sentences back in which the one is looked for whom `his predecessor` means."""
_PRONOUNS = frozenset({"he", "she", "who"})
_BACK, _VERB_LONG = 60, 80


def settle_kin(people: list[Person], doc: Document, context: Context) -> None:
    """Give people the offices of those whom they came before or behind, or stand in for."""
    told = any(verb in context.text for verb in _SIGNS)
    for person in people:
        for number, reading in enumerate(person.readings):
            settle = _of_theirs if reading.title in _KIN else _of_their_country
            if (held := settle(reading, person, people, doc, context)) is not None:
                person.readings[number] = held
        for find in (_replaced, _in_place_of, _replaces_them, _succeeds) if told else ():
            more = find(person, people, doc, context)
            if more is not None:
                _take(more, person)


def _take(more: Reading, person: Person) -> None:
    """Add an office, or say of which body the same one is that is told already."""
    same = [n for n, r in enumerate(person.readings) if r.title == more.title]
    if not same:
        person.readings.append(more)
    for n in same:
        told = person.readings[n]
        if not (told.jurisdiction or told.organization) and told.status == more.status:
            person.readings[n] = told._replace(jurisdiction=more.jurisdiction, organization=more.organization)


def _of_theirs(
    told: Reading, person: Person, people: list[Person], doc: Document, context: Context
) -> Reading | None:
    whose = _WHOSE.search(context.text, max(0, told.start), told.end)
    if whose is None:
        return None
    owner = _whose(whose, told.title == "Deputy", person, people, doc, context)
    held = _held(owner, told.start, context) if owner is not None else None
    if owner is not None and told.title != "Deputy":
        _tie(person, told.title == "Predecessor", owner, held, (told.start, told.end))
    if held is None:
        return None
    told = told._replace(jurisdiction=held.jurisdiction, organization=held.organization, role=False)
    if told.title == "Deputy":
        return told._replace(title=f"Deputy {held.title}")
    if told.title == "Predecessor":
        return told._replace(title=held.title, status="former", marked=True)
    if context.text.startswith((" will be ", " is to be "), told.end):
        return told._replace(title=held.title, status="elect", marked=True)
    return told._replace(title=held.title, status="current", marked=False)


def _whose(
    whose: re.Match[str],
    deputy: bool,
    person: Person,
    people: list[Person],
    doc: Document,
    context: Context,
) -> Person | None:
    """Of whom somebody is told to be the predecessor, the successor or the deputy."""
    named, at = whose.group("name") or whose.group("after"), whose.start()
    if whose.group("mine"):
        number = doc.sentence_at(at)
        block = doc.article.blocks[doc.sentences[number].block] if number >= 0 else None
        said = _LABEL.match(context.text, block.start) if block is not None else None
        return _called(said.group(1), person, people, at, context) if said else None
    if named:
        return _called(named, person, people, at, context)
    owner = _only_before(at, person, people, doc, context, deputy)
    return _anybody_before(at, person, people, doc) if owner is None and not deputy else owner


_LABEL = re.compile(r"(?:[A-Z][\w’'-]+ ){0,2}([A-Z][\w’'-]+): ")
"""Who answers in an interview: `Lee: My predecessor, X, began it`."""


def _tie(person: Person, before: bool, owner: Person, held: Reading | None, span: tuple[int, int]) -> None:
    title = held.title if held is not None else ""
    person.ties.append(Tie(before, owner, title, *span))
    owner.ties.append(Tie(not before, person, title, *span))


def _anybody_before(at: int, person: Person, people: list[Person], doc: Document) -> Person | None:
    """Whom `her` means where no office is told: the one other person of the sentence so far, or of the one before."""
    number = doc.sentence_at(at)
    for sentence in doc.sentences[max(0, number - 1) : number + 1][::-1] if number >= 0 else ():
        named = [
            p for p in people if p is not person and p.named_between(sentence.start, min(at, sentence.end))
        ]
        if named:
            return named[0] if len(named) == 1 else None
    return None


def _of_their_country(
    told: Reading, person: Person, people: list[Person], doc: Document, context: Context
) -> Reading | None:
    """`President Lee left. His foreign minister, X, stayed`: of the president's country."""
    if told.role or told.jurisdiction or told.organization or not told.title.endswith(" Minister"):
        return None
    if _MINISTERS.match(context.text, told.start) is None:
        return None
    owner = _only_before(told.start, person, people, doc, context, first=True)
    held = _held(owner, told.start, context) if owner is not None else None
    if held is None or held.title.lower() not in context.words.sets["lead_a_country"]:
        return None
    return told._replace(jurisdiction=held.jurisdiction)


def _replaced(person: Person, people: list[Person], doc: Document, context: Context) -> Reading | None:
    """`X was named chair. She succeeds Y`, `X replaced Y in May`: what the first is said to hold was the other's."""
    for mention in (m for m in person.mentions if m.form in ("full", "surname")):
        begin = max(0, mention.start - _VERB_LONG)
        told = _REPLACES.search(context.text, begin, mention.start)
        if told is None:
            continue
        who = told.group("who")
        at = told.start("who")
        if who.lower() in _PRONOUNS:
            owner = _only_before(at, person, people, doc, context)
        else:
            owner = _called(who, person, people, at + 1, context)
        held = _held(owner, mention.start, context) if owner is not None else None
        if owner is not None:
            _tie(person, True, owner, held, (told.start("verb"), mention.end))
        if held is not None:
            ahead = told.group("verb").startswith(("will", "is to"))
            told_here = held._replace(start=told.start("verb"), end=mention.end)
            return told_here._replace(status="current" if ahead else "former", marked=not ahead)
    return None


def _in_place_of(person: Person, people: list[Person], doc: Document, context: Context) -> Reading | None:
    """`X was elected chair. She will be sworn in on Monday, succeeding Y`."""
    for mention in (m for m in person.mentions if m.form == "full"):
        ahead = _IN_PLACE.search(context.text, max(0, mention.start - _VERB_LONG), mention.start)
        owner = _only_before(ahead.start(), person, people, doc, context) if ahead else None
        held = _held(owner, mention.start, context) if owner is not None else None
        if ahead is not None and held is not None and held.status != "former":
            was = held._replace(status="former", marked=True)
            return was._replace(start=ahead.start() + len(", "), end=mention.end)
    return None


def _replaces_them(person: Person, people: list[Person], doc: Document, context: Context) -> Reading | None:
    """`The chief executive, Y, stepped aside; X will replace her on an interim basis`."""
    for mention in (m for m in person.mentions if m.form in ("full", "surname")):
        told = _REPLACES_THEM.match(context.text, mention.end, mention.end + _BACK)
        owner = _replaced_one(mention.start, person, people, doc, context) if told else None
        held = _held(owner, mention.start, context) if owner is not None else None
        if told is not None and owner is not None:
            _tie(person, False, owner, held, (mention.start, told.end()))
        if told is not None and held is not None:
            here = held._replace(start=mention.start, end=told.end(), marked=True)
            if told.group("interim"):
                return here._replace(status="acting")
            return here._replace(status="elect") if told.group("ahead") else here._replace(status="current")
    return None


def _replaced_one(
    at: int, person: Person, people: list[Person], doc: Document, context: Context
) -> Person | None:
    """Whom `him` means in `Y left, and X replaced him`: whoever the sentence has named; else the holder before."""
    number = doc.sentence_at(at)
    begin = doc.sentences[number].start if number >= 0 else at
    named = [p for p in people if p is not person and p.named_between(begin, at)]
    if len(named) > 1:
        named = [p for p in named if _held(p, at, context) is not None]
    if named:
        return named[0] if len(named) == 1 else None
    return _only_before(at, person, people, doc, context)


_SUCCEEDS = re.compile(
    r" (?P<ahead>will |is to |would |is due to )?(?:has |had |have )?"
    rf"(?:succeeds?|succeeded|replaces?|replaced|(?:takes?|took|taken) over{_OFFICE}{_WHEN} from)"
    r" (?:the )?(?:late |outgoing |ousted |retiring )?"
)


def _succeeds(person: Person, people: list[Person], doc: Document, context: Context) -> Reading | None:
    """`At the bank X has succeeded Y`: the office that is told of Y is now that of X."""
    if any(not r.role and r.title not in _KIN for r in person.readings):
        return None
    for mention in (m for m in person.mentions if m.form == "full"):
        told = _SUCCEEDS.match(context.text, mention.end, mention.end + _VERB_LONG)
        owner = _named_at(told.end(), person, people) if told else None
        held = _held(owner, context.text.find("\n", mention.end) + 1, context) if owner is not None else None
        if told is not None and owner is not None:
            _tie(person, False, owner, held, (mention.start, told.end()))
        if told is not None and held is not None and not held.role:
            status: Status = "elect" if told.group("ahead") else "current"
            return held._replace(start=mention.start, end=told.end(), status=status, marked=True)
    return None


def _named_at(at: int, person: Person, people: list[Person]) -> Person | None:
    return next((p for p in people if p is not person and any(m.start == at for m in p.mentions)), None)


def _called(word: str, person: Person, people: list[Person], at: int, context: Context) -> Person | None:
    """The one other person whom a word of a name means."""
    low = folded(word)
    fits = [p for p in people if p is not person and low in p.aliases and p.last_before(at) >= 0]
    return fits[0] if len(fits) == 1 else None


def _only_before(
    at: int, person: Person, people: list[Person], doc: Document, context: Context, first: bool = False
) -> Person | None:
    """Whom `his` means: the one other holder of an office in the sentence so far, else in the one before.

    With `first`, of several the one who opens the sentence.
    """
    number = doc.sentence_at(at)
    back = 1 if first else _SENTENCES
    for sentence in doc.sentences[max(0, number - back) : number + 1][::-1] if number >= 0 else ():
        fits = [
            p
            for p in people
            if p is not person
            and p.named_between(sentence.start, min(at, sentence.end))
            and _held(p, at, context) is not None
        ]
        if len(fits) > 1 and first:
            fits = [p for p in fits if p.named_between(sentence.start, sentence.start + 1)]
        if fits:
            return fits[0] if len(fits) == 1 else None
        if at > sentence.end and _PERSON.search(context.text, sentence.start, sentence.end):
            return None  # of somebody else, perhaps
    return None


_PERSON = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im)\b")


def _held(person: Person, at: int, context: Context) -> Reading | None:
    """The office that somebody holds, or the last one told before a place; a rank is none."""
    ranks = context.words.sets["ranks"]
    offices = [
        r
        for r in person.readings
        if not (r.role or r.title in _KIN or r.title.split(" ")[-1].lower() in ranks)
        and not r.title.endswith("Counterpart")
    ]
    told = [r for r in offices if r.start <= at] or offices
    present = [r for r in told if r.status != "former"] or told
    titles = {r.title for r in present}
    best = max(present, key=lambda r: (bool(r.organization or r.jurisdiction), r.start), default=None)
    return (
        best
        if len(titles) == 1 or (best is not None and best.start == max(r.start for r in present))
        else None
    )
