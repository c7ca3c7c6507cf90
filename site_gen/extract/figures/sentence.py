"""The quantities of one sentence: every number read, qualified, or left with a reason."""

from bisect import bisect_right

from site_gen.extract.figures import shares
from site_gen.extract.figures.bare import without_unit
from site_gen.extract.figures.change import starts_from
from site_gen.extract.figures.counted import count_noun, phrase_end
from site_gen.extract.figures.elliptic import befell, elliptic, number_of_dead
from site_gen.extract.figures.left_out import REASONS, told_elsewhere
from site_gen.extract.figures.qualify import qualified
from site_gen.extract.figures.quantities import Quantity, read_quantity
from site_gen.extract.figures.ranges import read_range
from site_gen.extract.figures.reject import no_figure, no_number, passing
from site_gen.extract.figures.shared import noun_behind, part_of_known, with_adjective
from site_gen.extract.figures.slots import Around
from site_gen.extract.figures.tallies import (
    counted_by_another,
    how_many_more,
    joint,
    number_moved,
    recorded_of_them,
    stepped_to,
)
from site_gen.extract.figures.those import (
    also_done,
    another_of_them,
    another_sum,
    of_sum,
    of_that_sum,
    of_those,
    others,
    still_more,
)
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.records import DateFinding, Rejection
from site_gen.text.document import Document
from site_gen.text.numbers import Number, Tokens, is_digits, read_number

_DIGITS = frozenset("0123456789")
_BACK = 12
_JOINTS = frozenset({"and", ",", "while", "another", "but"})


def read_sentence(
    doc: Document,
    tokens: Tokens,
    words: Vocabulary,
    here: Around,
    notes: list[Rejection],
    counted: str = "",
    summed: Quantity | None = None,
) -> list[Quantity]:
    """The figures of a sentence, in order. Whatever was looked at and left is added to `notes`.

    `counted` is what the sentence before counted last: `of those, 20` counts the same. `summed` is its last sum
    of money: `of that sum 7 million` is in the same.
    """
    starts = words.numbers.starts
    spots = [
        i for i, word in enumerate(tokens.low) if word in starts or (word[-1] in _DIGITS and is_digits(word))
    ]
    if not spots:
        return []
    places = {spot.evidence.end for spot in here.places}
    found: list[Quantity] = []
    bare: Quantity | None = None
    done = 0
    for at in spots:
        if at < done:
            continue
        quantity, reason, last = _candidate(tokens, at, words, places, here, done)
        if quantity is not None and not quantity.unit and quantity.kind == "count":
            quantity, reason = _inherited(tokens, quantity, reason, found, places, words)
            quantity = another_sum(tokens, of_that_sum(tokens, quantity, found, summed), found, summed, words)
            bare_number = not quantity.unit and reason in REASONS
            told = told_elsewhere(tokens, quantity, found, bare_number, words)
            if told is not None:
                quantity, reason, bare_number = told, "", False
            if bare_number and counted and of_those(tokens, quantity):
                quantity, reason = quantity._replace(unit=counted, rule="counted before"), ""
        if quantity is not None and not reason:
            found[-1:] = [_like_next(tokens, last, quantity) for last in found[-1:]]
            if bare is not None and (sharing := noun_behind(tokens, bare, quantity, words)):
                found.append(sharing)
                notes.pop()
            found.append(others(tokens, quantity, found, words))
            last, bare = quantity.last, None
        elif reason:
            bare = quantity
            span = doc.evidence(tokens.starts[at], tokens.ends[max(at, last - 1)])
            notes.append(Rejection("figures", span, reason))
        done = max(done, last)
    return found


def _like_next(tokens: Tokens, found: Quantity, after: Quantity) -> Quantity:
    """`1 billion and 2.5 billion cubic metres`: the unit is said once, behind the second number."""
    joined = tokens.low[found.last : after.lead] in (["and"], ["or"])
    if (
        found.unit
        or not joined
        or after.kind not in ("physical", "money", "percent")
        or found.kind != "count"
    ):
        return found
    return found._replace(
        unit=after.unit, kind=after.kind, assumed=after.assumed, per=after.per, rule="unit behind"
    )


def _candidate(
    tokens: Tokens, at: int, words: Vocabulary, places: set[int], here: Around, done: int
) -> tuple[Quantity | None, str, int]:
    """The quantity at a token, why it is no figure, and the token after the number."""
    number = read_number(tokens, at, words.numbers)
    if number is None:
        return None, "", at + 1
    reason = no_number(tokens, number, words) or _of_date(tokens, number, words, here)
    found = None if reason else _read(tokens, at, words, number, done)
    if found is None:
        return None, reason, number.last
    reason = _inside(tokens, found, here)
    if not reason and (reason := passing(tokens, found, words)):
        return found, reason, found.last
    if not reason and (found.rule in _UNSURE or not found.unit or found.noun >= 0):
        reason = no_figure(tokens, found, words, places) or without_unit(tokens, found, words)
    return found, reason, number.last if reason else found.last


_UNSURE = frozenset({"part of a whole"})


def _read(tokens: Tokens, at: int, words: Vocabulary, number: Number, done: int) -> Quantity | None:
    """The quantity with its noun and its qualifier."""
    found = read_quantity(tokens, at, words, number, done)
    if found is None:
        return None
    share = shares.read_share(tokens, found, words)
    if share:
        return qualified(tokens, share, words)
    found = read_range(tokens, _millions(tokens, found, words), words)
    if not found.unit and tokens.near[found.first - 2] != "population":
        found = count_noun(tokens, found, words) or found
    found = qualified(tokens, found, words)
    return found if found.unit or found.kind == "ratio" else _filled(tokens, found, words)


def _inherited(
    tokens: Tokens, found: Quantity, reason: str, before: list[Quantity], places: set[int], words: Vocabulary
) -> tuple[Quantity, str]:
    """`nearly 450,000 who fled`, `of whom 20`, `compared with 11.6 million`: what was counted before."""
    if reason in ("", "nothing counted") and (noun := part_of_known(tokens, found, words)):
        return found._replace(unit=noun, rule="part of what is known"), ""
    if reason in ("", "nothing counted") and (noun := with_adjective(tokens, found, before, words)):
        return found._replace(unit=noun, last=found.last + 1, rule="noun before"), ""
    if _moves_on(tokens, found, before, words):
        last = before[-1]
        return found._replace(
            unit=last.unit, kind=last.kind, assumed=last.assumed, rule="end of a change"
        ), ""
    stages = [other for other in before[-_BACK:] if other.kind != "duration"]
    if len(stages) > 1 and tokens.near[stages[-1].lead - 1] == "(" and stages[-2].kind == stages[-1].kind:
        stages.pop()  # `fell to 11 million crowns ($1 million) from 17 million`
    if like := _alike(tokens, found, stages, words):
        return found._replace(unit=like.unit, kind=like.kind, rule="unit of the figure before"), ""
    if _started(tokens, found, reason, stages, words) or of_sum(tokens, found, stages):
        last = stages[-1]
        return found._replace(
            unit=last.unit, kind=last.kind, assumed=last.assumed, per=last.per, rule="start of a change"
        ), ""
    counted = next((other.unit for other in reversed(before) if other.kind == "count"), "")
    them = tokens.near[found.last] in ("who", "of") or tokens.near[found.lead - 1] in ("whom", "which")
    them = them or tokens.low[max(0, found.lead - 2) : found.lead] == ["among", "them"]
    them = them or how_many_more(tokens, found) or recorded_of_them(tokens, found, words)
    them = them or counted_by_another(tokens, found, before, words)
    them = (
        them
        or _gapped(tokens, found, places, words)
        or still_more(tokens, found)
        or another_of_them(tokens, found)
        or also_done(tokens, found)
    )
    them = them or tokens.low[max(0, found.lead - 3) : found.lead] == ["the", "total", "to"]
    them = them or (tokens.near[found.last] in words.sets["did"] and tokens.near[found.lead - 1] in _JOINTS)
    them = them or (counted in words.sets["cast"] and tokens.near[found.last] in words.sets["casting"])
    if not counted or not (them or starts_from(tokens, found, words)):
        return found, reason
    if reason not in ("", "nothing counted"):
        return found, reason
    return found._replace(unit=counted, rule="counted before"), ""


def _started(tokens: Tokens, found: Quantity, reason: str, before: list[Quantity], words: Vocabulary) -> bool:
    """`to 663,000 bpd from an average 674,000`: a bare number in the unit of what it became."""
    if (
        not before
        or found.noun >= 0
        or reason not in ("", "nothing counted")
        or found.number.form != "digits"
    ):
        return False
    near = found.first - before[-1].last <= 18 and ";" not in tokens.low[before[-1].last : found.first]
    alike = found.value and 0.1 <= before[-1].value / found.value <= 10
    return bool(
        near
        and alike
        and (before[-1].kind in ("physical", "percent", "money") or not before[-1].unit)
        and starts_from(tokens, found, words)
    )


def _moves_on(tokens: Tokens, found: Quantity, before: list[Quantity], words: Vocabulary) -> bool:
    """`from $180 to 240`, `down from 38.5 per cent — to 38`: a bare number in the unit of where it began."""
    if stepped_to(tokens, found, before):
        return True
    if (
        not before
        or found.noun >= 0
        or found.number.form != "digits"
        or not starts_from(tokens, before[-1], words)
    ):
        return False
    return joint(tokens, before[-1], found) == ["to"] and bool(before[-1].unit)


def _alike(tokens: Tokens, found: Quantity, before: list[Quantity], words: Vocabulary) -> Quantity | None:
    """`rose by 2 percent but imports fell by 1`, `ended at 963 points, others at 1,334.20`: the unit is said once."""
    if not before or found.noun >= 0 or found.number.form != "digits":
        return None
    last, link = before[-1], tokens.near[found.lead - 1]
    if link == "by" and last.kind == "percent" and tokens.near[last.lead - 1] == "by":
        turned = tokens.near[found.lead - 2]
        return last if turned in words.up or turned in words.down else None
    if link not in ("at", "to") or not {".", ","} & set(tokens.words[found.number.first]):
        return None
    led = ("at", "to")
    return next(
        (
            q
            for q in before
            if q.unit == "point"
            and ((to := tokens.near[q.lead - 1]) in led or to in words.up or to in words.down)
        ),
        None,
    )


def _gapped(tokens: Tokens, found: Quantity, places: set[int], words: Vocabulary) -> bool:
    """`Peru would send 200 observers and Ghana 60`, `38 cases in May, 18 in June`."""
    if (
        found.noun < 0
        and tokens.near[found.last] == "in"
        and tokens.near[found.last + 1] in words.sets["months"]
    ):
        return tokens.near[found.lead - 1] in (",", "and")
    at = found.lead - 1
    if tokens.near[found.last] == "from" and _ends_place(tokens, found.last + 1, places):
        return tokens.near[found.lead - 1] in (",", "and") and "from" in tokens.low[: found.lead]
    if tokens.near[found.last] in words.inside and _ends_place(tokens, found.last + 1, places):
        return at > 0 and tokens.low[at] in ("and", ",", "while") and tokens.words[found.first].islower()
    led = at - (at > 0 and tokens.low[at - 1] in words.inside)
    return at > 0 and tokens.ends[at] in places and tokens.near[led - 1] in ("and", ",", "while", ";")


def _ends_place(tokens: Tokens, at: int, places: set[int]) -> bool:
    """Whether a place of at most four words begins at a token."""
    return any(end in places for end in tokens.ends[at : at + 4])


def _filled(tokens: Tokens, found: Quantity, words: Vocabulary) -> Quantity:
    """A bare number whose unit stands near: `240 of the 543 seats`, `injuring 253`, `magnitude 6.8`."""
    if told := elliptic(tokens, found, words):
        return told
    before, after = tokens.near[found.lead - 1], tokens.near[found.last]
    sized = before == "magnitude" or tokens.low[max(0, found.lead - 2) : found.lead] == ["magnitude", "of"]
    if sized and found.number.form == "digits":
        return found._replace(unit="magnitude", kind="physical", rule="magnitude")
    people = before in words.casualties or before in words.employers
    left = before in ("left", "leaving", "made") and after in words.sets["states"]
    happened = left or after in words.casualties or befell(tokens, found.last, words)
    if happened or (people and (not after.isalpha() or after in words.stops)):
        return found._replace(unit="people", rule="casualties")
    ahead = tokens.low[max(0, found.lead - 22) : found.lead]
    if before in words.sets["toll"] and ("toll" in ahead or number_of_dead(ahead, words)):
        return found._replace(unit="people", rule="toll" if "toll" in ahead else "number of the dead")
    voted = (
        before == "of"
        and tokens.near[found.lead - 2] in ("vote", "votes")
        and after in ("in", "for", "against")
    )
    if voted or (before == "voted" and after in ("in", "for", "against", "to", "-", "–")):
        return found._replace(unit="vote", rule="votes cast")
    if before == "of" and tokens.near[found.lead - 2] == "population":
        return found._replace(unit="people", rule="population")
    if before in ("to", "from") and (noun := number_moved(tokens, found, words)):
        return found._replace(unit=noun, rule="number of things")
    whole = _whole(tokens, found, words) if after == "of" else None
    if whole is None:
        return found
    return found._replace(unit=whole.unit, kind=whole.kind, assumed=whole.assumed, rule="part of a whole")


def _whole(tokens: Tokens, found: Quantity, words: Vocabulary) -> Quantity | None:
    """The quantity behind `of`, within a few words."""
    for at in range(found.last + 1, min(found.last + 6, tokens.size)):
        word = tokens.low[at]
        if word in words.sets["helping"]:
            break  # `three of the dams would flood 11 villages`
        if is_digits(word) or word in words.numbers.starts:
            whole = read_quantity(tokens, at, words)
            if whole and not whole.unit:
                whole = count_noun(tokens, whole, words)
            return whole if whole and whole.unit and whole.value >= found.value else None
    return None


def _millions(tokens: Tokens, found: Quantity, words: Vocabulary) -> Quantity:
    """`10m people`: a letter that is a metre elsewhere is a million before a plural noun."""
    if found.unit not in ("metre", "bit", "tonne") or tokens.low[found.last - 1] not in ("m", "b", "t"):
        return found
    named = tokens.words[found.last : found.last + 1]
    if phrase_end(tokens, found.last, words) <= found.last and not (named and named[0].istitle()):
        return found
    number = read_number(tokens, found.number.first, words.numbers, doubtful=True)
    return Quantity(found.first, number.last, number, number.value, lead=found.lead) if number else found


def _inside(tokens: Tokens, found: Quantity, here: Around) -> str:
    """Whether other extractors hold the number for part of a date or of a name."""
    return _held(tokens, found.number, here, found.kind.upper() if found.unit and found.noun < 0 else "")


def _held(tokens: Tokens, number: Number, here: Around, kind: str) -> str:
    """The same of a number; of a `kind` of quantity that is told, only dates of that kind hold it."""
    start, end = tokens.starts[number.first], tokens.ends[number.last - 1]
    for date in _near(here, start):
        first, last = date.evidence.start, date.evidence.end
        held = not kind or date.timex.type == kind
        if held and first <= start and end <= last and date.role != "duration" and last - first > end - start:
            return "date"
    if not here.names:
        return ""
    named = bisect_right(here.names, (start, 1 << 60))
    return (
        "part of an agreement's name"
        if any(end <= last for _, last in here.names[max(0, named - 2) : named])
        else ""
    )


def _of_date(tokens: Tokens, number: Number, words: Vocabulary, here: Around) -> str:
    """`in 2019.`, `on 3 May`, `May 2019,`: what the words beside a number tell before its unit is looked for."""
    before, after = tokens.near[number.first - 1], tokens.near[number.last]
    months = words.sets["months"]
    if (
        number.form != "digits"
        or number.scale != 1
        or not (before in words.sets["dating"] or before in months)
    ):
        return ""
    year = len(tokens.words[number.first]) == 4 and 1900 <= number.value <= 2100
    dated = after in months and tokens.words[number.last][0].isupper()
    if after not in _ENDS and not dated and not (year and before in months):
        return ""
    inside = _held(tokens, number, here, "")
    return inside or ("date" if before in months or after in months else "year" if year else "")


_ENDS = frozenset({".", ",", ";", ")", ""})


def _near(here: Around, start: int) -> tuple[DateFinding, ...]:
    last = bisect_right(here.date_starts, start)
    return here.dates[max(0, last - 2) : last]
