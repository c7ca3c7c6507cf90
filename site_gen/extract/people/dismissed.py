"""Offices that are over because their holder was sent away, or has gone since: `X, the head of Y, was sacked`."""

import re
from functools import cache

from site_gen.extract.people.phrase import read_phrase
from site_gen.extract.people.reading import Context, Reading
from site_gen.extract.people.roll import Mention, Person
from site_gen.text.lists import joined

_OTHERS = frozenset(
    "relieved removed departure dismissal removal ouster exit sacking firing resignation".split()
)
_FAR = 24
_LONG = 70
_BEHIND = 160
_AFTER = 48


@cache
def _patterns(sent_away: frozenset[str], gone: frozenset[str]) -> tuple[re.Pattern[str], ...]:
    away, left = "|".join(sorted(sent_away)), "|".join(sorted(gone))
    post = r"(?:office|power|duty|(?:the|his|her|their) (?:post|job|position|office|duties|command))"
    ends = (
        r"(?= (?:on|over|after|for|amid|following|last|this|yesterday|today|earlier|late|in|when|as part|from office)\b"
        r"|[,.;]| by (?:the )?(?:new )?(?:[Pp]resident|[Pp]rime|[Pp]remier|[Kk]ing|government|cabinet|board|parliament"
        r"|minister|ministry|supervisory|council)\b)"
    )
    aside = r"(?:later |then |also |reportedly |since |already |abruptly |suddenly )?"
    return (
        re.compile(
            rf",? (?:who )?(?:was|were|has (?:also )?been|had been|is being) {aside}"
            rf"(?:(?:{away})|(?:removed|ousted|relieved|dismissed) (?:from|of) {post}){ends}"
        ),
        re.compile(rf",? (?:who |but )?(?:has|had) (?:since|already) (?:{left}){ends}"),
        re.compile(rf"\b(?:{away}) (?:its |the |his |her |their )?$"),
        re.compile(r"['’]s|,? as (?:an? )?(?:liar|fraud)\b| as [a-z]+ (?:nonsense|wrong|false)"),
        re.compile(
            r"\b(?:(?:after|following|since|left by) the"
            r" (?:departure|dismissal|removal|ouster|exit|sacking|firing|resignation)"
            r"|(?:resignations|departures|dismissals) include(?:d|s)? (?:that|those)) of $"
        ),
    )


_OUST = (
    r"\b(to |will |would |should )?(?:(?:oust|sack|fire|dismiss|remove|relieve|suspend|axe|drop|demote)(?:e?d|ing)?"
    r") (?:its |the |his |her |their )?$"
)
_POST = re.compile(
    r" (?:(?:from|of) (?:the|his|her|their|its) (?:posts?|positions?|jobs?|roles?|duties|office) (?:of|as)|as)"
    r" (?:the |its )?(?=[A-Za-z])"
)
_NEVER = re.compile(r"\b(?:not|never|nobody|refus\w+|declin\w+|fail\w+)(?: to)? ?$")
_OUSTED = re.compile(_OUST)


def told_of_ends(people: list[Person], context: Context) -> None:
    """`removed X from the post of chair`, `plans to oust X as chair of Y`: the office that ends, or is to end."""
    for person in people:
        for mention in person.mentions:
            behind = _POST.match(context.text, mention.end, mention.end + 40)
            sent = (
                _OUSTED.search(context.text, max(0, mention.start - _FAR), mention.start) if behind else None
            )
            held = read_phrase(behind.end(), behind.end() + _LONG, context) if behind and sent else None
            if held is None or sent is None or held.role or _is_denied(sent.start(), context.text):
                continue
            over = not sent.group(1)
            person.readings.append(held._replace(status="former", marked=True) if over else held)


def _is_denied(at: int, text: str) -> bool:
    return _NEVER.search(text, max(0, at - _FAR), at) is not None


def settle_dismissed(people: list[Person], context: Context) -> None:
    """End the one office that somebody is told to hold, where the text says that it was taken from him, or given up."""
    sets = context.words.sets
    known = _patterns(sets["sent_away"], sets["gone_since"])
    words = joined(sets["sent_away"], sets["gone_since"], _OTHERS)
    if not any(word in context.text for word in words):
        return
    for person in people:
        if any(_is_over(mention, person, known, context.text) for mention in person.mentions):
            _end(person)


def _end(person: Person) -> None:
    held = {(r.title, r.organization) for r in person.readings if _is_held(r)}
    if len(held) != 1:
        return
    person.readings = [
        reading._replace(status="former", marked=True) if _is_held(reading) else reading
        for reading in person.readings
    ]


def _is_held(reading: Reading) -> bool:
    return not reading.role and reading.status in ("current", "acting")


def _is_over(mention: Mention, person: Person, known: tuple[re.Pattern[str], ...], text: str) -> bool:
    """Whether the clause behind a mention, or behind the office apposed to it, says so; or the verb before."""
    away, gone, before, but, after = known
    ends = [mention.end]
    ends += [r.end for r in person.readings if 0 < r.end - mention.end < _BEHIND and mention.end < r.start]
    if any(away.match(text, end) or gone.match(text, end) for end in ends):
        return True
    if after.search(text, max(0, mention.start - _AFTER), mention.start):
        return True
    sent = before.search(text, max(0, mention.start - _FAR), mention.start)
    return sent is not None and not but.match(text, mention.end)
