"""Offices and other signs of a person after a name: `X, the foreign minister of Y,`, `X, 45,`."""

import re

from site_gen.extract.people.body_names import PROPER
from site_gen.extract.people.casing import title_case
from site_gen.extract.people.heading import thing_in
from site_gen.extract.people.named_as import REACH, read_appointed, read_elected, read_gapped
from site_gen.extract.people.of_body import ends_in_name
from site_gen.extract.people.parts_of import desk_of
from site_gen.extract.people.past import ended, served
from site_gen.extract.people.phrase import body_at, read_phrase
from site_gen.extract.people.reading import Context, Reading
from site_gen.extract.people.tenure import holds_it
from site_gen.extract.people.verb_behind import NOTHING, Tail, read_verb, with_shared_owner

_AGE = re.compile(r",? \(?(?:aged )?(\d{1,3})(?=[,)]|\.\s|\.$| (?:said|was|is|has|who)\b)")
_SEGMENT_END = re.compile(
    r"[;:()“”\"—–]|(?<![A-Z])[.](?=\s|$)"
    r"|, (?=(?:who|which|said|told|and|but|was|is|has|had|in|on|at|after|as|when|while|where|whose)\b)"
)
_WHO = re.compile(
    r",? (?:who|whose|whom) (?:also |has |now |once |currently |previously |formerly ){0,2}([a-z-]+) "
)
_STILL = re.compile(r",? who (?:also )?has ")  # `who has led the firm since 2020`: and does so still
_UNTIL_NOW = re.compile(
    r"(?:until (?:now|recently|then|(?:last|this) (?:week|month|year))|once(?= (?:the|an?|[a-z]+) )) "
)
_NAMED = re.compile(rf", ({PROPER}(?: (?:do|da|dos|das|del|di|des|van|von|der|le|les) {PROPER})*)(?=[,.;])")
_ONCE = re.compile(
    r",? who (?:(?:was|had been|has been) (?:previously|formerly|once|until (?:\w+ )?recently|earlier)"
    r"|(?:previously|formerly|once) was)"
    r" (?:an? |the )?(?=[A-Za-z])"
)
_DEED = re.compile(r"(?:the |an? )?[a-z]+ for ")
_PARTY = re.compile(r",? \(?([RDI])-([A-Z][A-Za-z.]+)\b")


def read_tail(end: int, context: Context, start: int = -1) -> Tail:
    """The apposition after the name that ends at `end`; `NOTHING` where there is none.

    `start` is where the name begins, for `named X as its chief executive`.
    """
    text = context.text
    follow = text[end : end + 2]
    if not follow or follow[0] not in " ,":
        return NOTHING
    age = _AGE.match(text, end, end + 16)
    person = age is not None
    if age is not None:
        end = age.end() + (1 if text.startswith(")", age.end()) else 0)
    who = _WHO.match(text, end, end + 60)
    if who is not None:
        return _who(who, context)
    if text.startswith(", ", end):
        readings = _apposed(end + 2, context)
        if readings:
            named = read_appointed(start, readings[-1].end, context) or read_appointed(start, end, context)
            readings += (named,) if named else _told_behind(readings[-1].end, context)
            return Tail(readings, True, "apposition after the name")
    if named := read_appointed(start, end, context):
        return Tail((named,), True, "appointed")
    if made := read_elected(start, end, context):
        return Tail((made,), True, "appointed")
    if gapped := read_gapped(start, end, context):
        return Tail((gapped,), True, "as an office, like the one before")
    party = _PARTY.match(text, end, end + 20)
    if party is not None:
        return Tail((), True, "party after the name")
    took = read_verb(end + (person and text.startswith(", ", end)), context)
    return took if took.readings else _held(end, person, context)


def _held(end: int, person: bool, context: Context) -> Tail:
    held = holds_it(end, context)
    return Tail((held,), True, "holds an office") if held else Tail((), person, "age" if person else "")


def _told_behind(end: int, context: Context) -> tuple[Reading, ...]:
    """`X, the former mayor, is the new interior minister`: what the sentence tells after the apposition."""
    if not context.text.startswith(", ", end):
        held = served(end, context)
        return (held,) if held else ()
    return read_verb(end + 1, context).readings


def _who_is(match: re.Match[str], context: Context) -> Reading | None:
    """`X, who is mayor of Lund`, `who is also the chairman of Norma`: an office that tells of what it is."""
    being = _WHO_IS.match(context.text, match.start(), match.start() + _WHO_LONG)
    held = read_phrase(being.end(), being.end() + 90, context) if being else None
    if held is None or held.role or not (held.organization or held.jurisdiction):
        return None
    return held


_WHO_LONG = 110
_WHO_IS = re.compile(
    r",? who (?:[^,.;:]{3,60} and )?"
    r"(?:is|remains) (?:also |now |currently |still |himself |herself )?(?:the )?(?=[A-Za-z])"
)


def _who(match: re.Match[str], context: Context) -> Tail:
    begin = match.start()
    if held := _who_is(match, context) or served(begin, context) or holds_it(begin, context):
        return Tail((held,), True, "relative clause")
    if once := _ONCE.match(context.text, begin, begin + 50):
        held = read_phrase(once.end(), once.end() + 90, context)
        if held is not None and not held.role and (held.organization or held.jurisdiction):
            return Tail((held._replace(status="former", marked=True),), True, "relative clause")
    title, begin = _heads(match, context)
    found = body_at(begin, begin + 80, context) if title else None
    deed = bool(_DEED.match(context.text, match.end()))
    if not title or found is None or deed or found[1] == "board":  # `who led the mediation for Norland`
        took = read_verb(match.start() + (match.group()[0] == ","), context)
        return (
            took
            if took.readings or not _sure_of_a_person(match, context)
            else Tail((), True, "relative clause")
        )
    juris, body, end = found
    if not body[:1].islower() and (thing := thing_in(begin, context)):
        juris, body, end = "", thing, begin + len(thing)
    if desk := desk_of(body, end, context.text):
        title, body, end = f"{title} of the {title_case(desk.name.split())}", desk.body, desk.end
    past = match.group(1).endswith("ed") or match.group(1) in ("led", "ran")
    status = "former" if past and not _STILL.match(context.text, match.start(), match.end()) else "current"
    reading = Reading(
        title,
        juris,
        body,
        "current" if status == "current" else "former",
        match.start(1),
        end,
        status == "former",
    )
    return Tail((reading,), True, "who heads")


def _heads(match: re.Match[str], context: Context) -> tuple[str, int]:
    """The title that the verb of `who heads`, `who speaks for` gives, and where its body begins; empty for none."""
    if match.group(1) in ("speaks", "spoke") and context.text.startswith("for ", match.end()):
        return "Spokesperson", match.end() + len("for ")
    return context.words.heading.get(match.group(1), ""), match.end()


def _sure_of_a_person(match: re.Match[str], context: Context) -> bool:
    """A body has things too (`Norma, whose shares fell`): only what a person has tells."""
    return "whose" not in match.group() or match.group(1) in context.words.sets["of_a_person"]


def _apposed(start: int, context: Context) -> tuple[Reading, ...]:
    text = context.text
    if until := _UNTIL_NOW.match(text, start, start + 24):
        held = _apposed(until.end(), context)
        return tuple(reading._replace(status="former", marked=True) for reading in held)
    stop = _SEGMENT_END.search(text, start, start + REACH)
    limit = stop.start() if stop else min(len(text), start + REACH)
    first = read_phrase(start, limit, context)
    if first is None:
        return ()
    if ends_in_name(start, first.end, context):
        return ()
    short = text[start : first.end] in context.words.short and text.startswith(".", first.end)
    if short or not _closes(first.end, text):
        return ()
    readings = [first]
    if text.startswith(" and ", first.end):
        second = read_phrase(first.end + 5, limit, context)
        if second is not None:
            readings.append(second)
            readings = with_shared_owner(readings)
    return (*readings[:-1], ended(_of_named_body(readings[-1], context), context))


def _of_named_body(reading: Reading, context: Context) -> Reading:
    """`director of the regional water company, Aguas do Norte,`: the body is named behind what it is."""
    named = _NAMED.match(context.text, reading.end) if reading.organization.islower() else None
    if named is None or context.words.is_given(named.group(1).split(" ")[0]):
        return reading
    return reading._replace(organization=named.group(1), end=named.end())


def _closes(end: int, text: str) -> bool:
    """An apposition ends at a mark, or goes on with a small word; with a capital it would be a list."""
    follow = text[end : end + 2]
    return (
        not follow
        or follow[0] in ",.;:)—–”\"’'"
        or (follow[0] == " " and len(follow) == 2 and not follow[1].isupper())
    )
