"""Quantities of a sentence into records: measure, slots, change and conversion."""

import re
from bisect import bisect_left
from typing import Any

from msgspec import Struct

from site_gen.extract.figures import change as changes
from site_gen.extract.figures import claims, ended, periods, slots
from site_gen.extract.figures.counted import is_plural, singular
from site_gen.extract.figures.measure import measure
from site_gen.extract.figures.quantities import Quantity, rate
from site_gen.extract.figures.rows import told_in_row
from site_gen.extract.figures.spots import place
from site_gen.extract.figures.status import goes_on, holds_now
from site_gen.extract.figures.status import status as status_of
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.records import Change, Evidence, FigureFinding
from site_gen.text.document import Document
from site_gen.text.numbers import Tokens

_LINKED = re.compile(r" (?:of|in|for|on) ")


class _Links(Struct, frozen=True):
    """How a quantity hangs together with others of its sentence; -1 where it does not."""

    base: int
    """What it restates in another unit."""
    start: int
    """What its change started from."""
    origin: bool
    """Whether it is such a start itself."""


def assemble(
    doc: Document,
    tokens: Tokens,
    words: Vocabulary,
    whole: Evidence,
    quantities: list[Quantity],
    here: slots.Around,
    offset: int,
) -> list[FigureFinding]:
    """The records of a sentence's quantities; `offset` is the place of the first one in the article."""
    quantities = _with_rates(tokens, quantities, words)
    mask = _mask(tokens, quantities, here)
    said = claims.claims(tokens, words, here.voices)
    by = slots.deadline(tokens, here, words)
    found: list[FigureFinding] = []
    for index, quantity in enumerate(quantities):
        links = _links(tokens, quantities, index, words)
        own = _own(tokens, words, quantities, index, mask, links, found)
        shift = _shift(tokens, words, quantities, index, links, found)
        alike = found and found[-1].unit_kind == "count" and found[-1].measure == own["measure"]
        if alike and not quantity.unit and quantity.kind == "count":
            quantity = quantity._replace(unit=found[-1].unit)
        quantity = _counting(tokens, quantity, own["measure"], words)
        start = tokens.starts[quantity.first]
        period = _period(tokens, quantities, index, here, words, links, found)
        speaker = claims.speaker(tokens, quantity, said)
        reckoned = claims.reckoned(tokens, quantity, said, words) or claims.studied(quantity, speaker, words)
        if own["status"] == "actual" and reckoned:
            own["status"] = "estimate"
        if holds_now(tokens, quantity, words) and periods.later(period, here.published):
            period = None
        if own["status"] == "actual" and periods.later(period, here.published):
            own["status"] = (
                "target" if tokens.low[quantity.last : quantity.last + 1] == ["by"] else "estimate"
            )
        found.append(
            FigureFinding(
                evidence=doc.evidence(start, tokens.ends[quantity.last - 1]),
                value=quantity.value,
                low=quantity.low,
                high=quantity.high,
                unit=quantity.unit,
                unit_kind=quantity.kind,  # type: ignore[arg-type]
                currency_assumed=quantity.assumed,
                approximate=bool(quantity.direction) or links.base >= 0,
                qualifier=quantity.qualifier,
                period=period,
                place=found[links.base].place
                if links.base >= 0
                else place(tokens, quantities, index, here, words),
                change=Change(shift, _placed(links.start, offset)) if shift else None,  # type: ignore[arg-type]
                equivalent_of=_placed(links.base, offset),
                deadline=by if own["status"] in ("target", "commitment") else None,
                rule=quantity.rule,
                per=quantity.per,
                speaker=speaker,
                sentence=whole,
                **own,
            )
        )
    return found


def _with_rates(tokens: Tokens, quantities: list[Quantity], words: Vocabulary) -> list[Quantity]:
    """`9 million euros ($10 million) a year`: what stands behind the bracket is paid for or measured by both."""
    told = list(quantities)
    for at in range(1, len(told)):
        base, other = told[at - 1], told[at]
        closed = tokens.near[other.last] == ")" and tokens.near[other.lead - 1] == "("
        if not closed or base.per or base.kind != other.kind or base.kind not in ("money", "physical"):
            continue
        if per := rate(tokens, other.last + 1, words)[1]:
            told[at - 1 : at + 1] = [_paid(base, per), _paid(other, per)]
    return told


def _paid(quantity: Quantity, per: str) -> Quantity:
    if quantity.kind == "physical":
        return quantity._replace(unit=f"{quantity.unit} per {per}")
    return quantity._replace(per=per)


def _period(
    tokens: Tokens,
    quantities: list[Quantity],
    index: int,
    here: slots.Around,
    words: Vocabulary,
    links: _Links,
    found: list[FigureFinding],
) -> str | None:
    """Its own; a conversion has that of its base, an earlier estimate that of the one that replaced it."""
    if links.base >= 0:
        return found[links.base].period
    after = next((q for q in quantities[index + 1 :] if tokens.low[q.first - 1] != "("), None)
    led_on = after is not None and tokens.low[quantities[index].last : after.lead] == ["to"]
    own = periods.period(tokens, quantities[index], here, words, links.origin and not led_on, after)
    if own and found and periods.same_part(tokens, quantities[index]):
        own = periods.in_year(found[-1].period, own)
    if own and found and ended.a_year_before(tokens, quantities[index]):
        own = ended.year_before(found[-1].period) or own
    if own is None and links.origin and found and found[-1].status == "estimate":
        past = periods.later(found[-1].period, here.published) and not _foretold(found[-1].measure, words)
        return None if past else found[-1].period
    return own


def _counting(tokens: Tokens, quantity: Quantity, measure: str, words: Vocabulary) -> Quantity:
    """`Hospital admissions fell to 12,330`, `the number of new cases was 76`: a bare number counts its subject."""
    exact = "." in tokens.words[quantity.number.first] and quantity.number.scale == 1
    if quantity.unit or quantity.kind != "count" or exact:
        return quantity
    head = _LINKED.split(measure.lower().removeprefix("number of "), maxsplit=1)[0].split()
    if not head or not is_plural(head[-1], words) or head[-1] in words.sets["no_counts"]:
        return quantity
    per = rate(tokens, quantity.last, words)[1]
    unit = "people" if head[0] in words.sets["deeds"] else singular(head[-3:], words)
    return quantity._replace(unit=f"{unit} per {per}" if per else unit)


def _placed(index: int, offset: int) -> int:
    return index + offset if index >= 0 else -1


def _own(
    tokens: Tokens,
    words: Vocabulary,
    quantities: list[Quantity],
    index: int,
    mask: bytearray,
    links: _Links,
    found: list[FigureFinding],
) -> dict[str, Any]:
    """Measure and status: those of the figure that it restates or started, else its own."""
    if links.base >= 0:
        return {"measure": found[links.base].measure, "status": found[links.base].status}
    quantity = quantities[index]
    again = links.origin or quantity.rule == "counted before"
    before = _began(quantities, index, found) if again else found[-1].measure if found else ""
    told = before if links.origin else told_in_row(tokens, quantities, index, words, mask)
    told = told or measure(tokens, quantity, words, mask, before)
    status = status_of(tokens, quantity, words)
    if status == "actual" and "estimated" in quantity.qualifier:
        status = "estimate"
    if status == "actual" and found and found[-1].status != "actual" and not links.origin:
        ahead, last = found[-1].status, quantities[index - 1]
        same = (
            goes_on(tokens, last, quantity, words) if ahead == "estimate" else _listed(tokens, last, quantity)
        )
        status = ahead if same else status
    if links.origin and not _aimed(tokens, quantity, status, words):
        status = found[-1].status if found and _foretold(told, words) else "actual"
    return {"measure": told, "status": status}


def _listed(tokens: Tokens, last: Quantity, quantity: Quantity) -> bool:
    """`is to spend $5 million for roads, $3 million for rail and $1 million for ports`: one list."""
    between = tokens.low[last.last : quantity.lead]
    alike = last.kind == quantity.kind == "money" and len(between) <= _ITEM
    return (
        alike
        and between[:1] == ["for"]
        and tokens.near[quantity.last] == "for"
        and between[-1] in (",", "and")
    )


_ITEM = 8


def _began(quantities: list[Quantity], index: int, found: list[FigureFinding]) -> str:
    """The measure of the last figure before in the same unit, or that is no length: what a change is of."""
    before = [n for n in range(index - 1, -1, -1) if quantities[n].kind != "duration"]
    alike = [n for n in before[:_BACK] if quantities[n].unit == quantities[index].unit]
    return next((found[n].measure for n in alike or before), "")


_AIMS = frozenset({"goal", "target", "ceiling", "limit", "cap", "quota"})


def _aimed(tokens: Tokens, quantity: Quantity, status: str, words: Vocabulary) -> bool:
    """`against a target of 790`, `down from 305 million forecast in May`: what it is held against was no fact."""
    ahead = tokens.low[max(0, quantity.lead - 3) : quantity.lead]
    behind = tokens.near[quantity.last]
    if "estimated" in quantity.qualifier:
        return True
    return status != "actual" and (
        any(word in words.sets["foretold"] or word in _AIMS for word in ahead) or behind in words.status
    )


def _foretold(measure: str, words: Vocabulary) -> bool:
    """`raised its growth forecast to 3% from 2%`: what it was before was foretold too."""
    return not words.sets["foretold"].isdisjoint(measure.lower().split())


def _shift(
    tokens: Tokens,
    words: Vocabulary,
    quantities: list[Quantity],
    index: int,
    links: _Links,
    found: list[FigureFinding],
) -> str:
    quantity = quantities[index]
    shift = changes.direction(tokens, quantity, words)
    if not shift and quantity.joined == "to":
        shift = changes.moved(tokens, quantity.first, words)
    if not shift and links.start >= 0 and changes.compared(tokens, quantities[links.start]):
        shift = changes.by_value(quantity.value, quantities[links.start].value)
    if not shift and links.start >= 0:
        shift = changes.moved(tokens, max(quantities[links.start].first, quantity.first), words)
    before = found[-1].change if found else None
    if not shift and before and changes.follows(tokens, quantities, index, words):
        restated = tokens.near[quantity.lead - 1] == "or"
        shift = before.direction if before.direction in ("up", "down") or not restated else ""
    return shift or quantity.direction


_IN_NAMES = frozenset({"hourly", "annual", "quarterly", "nightly"})
"""How often, inside of what is measured: `average hourly earnings`."""


def _mask(tokens: Tokens, quantities: list[Quantity], here: slots.Around) -> bytearray:
    """1 for each token of a figure or a date."""
    mask = bytearray(tokens.size)
    for quantity in quantities:
        counted = quantity.noun > quantity.first and quantity.unit not in ("point", "time")
        for at in range(quantity.lead, quantity.noun if counted else quantity.last):
            mask[at] = 1
    for at in [n for n, word in enumerate(tokens.low) if word == "<"]:
        if ">" in tokens.low[at : at + 6]:
            for inside in range(at, at + tokens.low[at : at + 6].index(">") + 1):
                mask[inside] = 1
    for date in here.dates:
        if date.role == "duration" and "-" in date.evidence.exact:
            continue
        if date.role == "recurring" and date.evidence.exact.lower() in _IN_NAMES:
            continue
        at = bisect_left(tokens.starts, date.evidence.start)
        while at < tokens.size and tokens.ends[at] <= date.evidence.end:
            mask[at] = 1
            at += 1
    return mask


def _links(tokens: Tokens, quantities: list[Quantity], index: int, words: Vocabulary) -> _Links:
    here = quantities[index]
    before = [q for q in quantities[max(0, index - _BACK) : index] if q.kind != "duration"]
    same = bool(before) and (before[-1].unit == here.unit or _over_step(tokens, before, here))
    same = same and not _leads_on(tokens, quantities, index, before, words)
    origin = same and changes.starts_from(tokens, here, words)
    return _Links(
        _base(tokens, quantities, index, words), _start_of(tokens, quantities, index, words), origin
    )


def _leads_on(
    tokens: Tokens, quantities: list[Quantity], index: int, before: list[Quantity], words: Vocabulary
) -> bool:
    """`aimed for 3.5%, but growth has slowed from 3.4% to 2.8%`: a change with a subject of its own."""
    here, after = quantities[index], quantities[index + 1 : index + 2]
    if not after or tokens.low[here.last : after[0].lead] != ["to"] or tokens.near[here.lead - 1] != "from":
        return False
    between = tokens.low[before[-1].last : here.lead]
    moves = any(word in words.up or word in words.down for word in between)
    joined = "and" in between and any(
        word in words.up or word in words.down for word in between[between.index("and") :]
    )
    return moves and (joined or not {";", "but", "while", "as"}.isdisjoint(between))


def _over_step(tokens: Tokens, before: list[Quantity], here: Quantity) -> bool:
    """`$3.66 billion, a 63 percent increase from $2.25 billion`: the step stands between both levels."""
    stepped = before[-1].kind == "percent" and len(before) > 1 and before[-2].unit == here.unit
    return (
        stepped
        and here.first - before[-1].last <= _STEP
        and "," not in tokens.low[before[-1].last : here.first]
    )


_STEP = 5
_BACK = 6


def _base(tokens: Tokens, quantities: list[Quantity], index: int, words: Vocabulary) -> int:
    """The figure that this one restates: right before its bracket, in another unit of that kind."""
    here = quantities[index]
    at = here.lead - 1
    bracket = tokens.near[at] in ("(", "[") or (tokens.near[at] == "or" and tokens.near[at - 1] == "(")
    if index and tokens.low[quantities[index - 1].last : here.lead] in (
        [";"],
        [","],
        ["/"],
        ["or"],
        [",", "or"],
        ["and"],
    ):
        earlier = (
            _base(tokens, quantities, index - 1, words)
            if quantities[index - 1].kind == here.kind == "money"
            else -1
        )
        if earlier >= 0 and quantities[index - 1].unit != here.unit:
            return earlier
    if index and _restated(tokens, quantities[index - 1], here, words):
        return index - 1
    if index == 0 or not bracket:
        return -1
    base = quantities[index - 1]
    return index - 1 if 0 <= at - base.last <= 3 and base.kind == here.kind and base.unit != here.unit else -1


def _restated(tokens: Tokens, base: Quantity, here: Quantity, words: Vocabulary) -> bool:
    """`10 miles, or about 16 km`, `$2 billion, that is, some 1,200 billion francs`: behind a comma, in another unit."""
    if base.kind != here.kind or base.kind not in ("money", "physical") or base.unit == here.unit:
        return False
    if tokens.low[base.last : base.last + 1] != [","]:
        return False
    between = [word for word in tokens.low[base.last : here.first] if word not in (",", ".")]
    cues = sorted(words.sets["restating"], key=lambda cue: (-len(cue), cue))
    said = f"{' '.join(between)} "
    for cue in cues * 2:  # `or about`
        said = said.removeprefix(f"{cue} ")
    return said.strip() == "" and bool(between)


def _start_of(tokens: Tokens, quantities: list[Quantity], index: int, words: Vocabulary) -> int:
    """The figure that this one's change started from: behind it (`up from`), or before (`from A to B`)."""
    here = quantities[index]
    before = quantities[index - 1] if index and tokens.near[here.lead - 1] == "to" else None
    if (
        before
        and before.unit == here.unit
        and before.low is None
        and changes.starts_from(tokens, before, words)
        and "and" not in tokens.low[before.last : here.lead]
    ):
        return index - 1
    if changes.starts_from(tokens, here, words) and tokens.near[here.last] != "to":
        return -1
    for other in range(index + 1, min(index + 3, len(quantities))):
        there = quantities[other]
        if (
            there.unit == here.unit
            and there.per in ("", here.per)
            and changes.starts_from(tokens, there, words)
            and there.first - here.last <= 20
            and not _leads_on(tokens, quantities, other, quantities[:other], words)
        ):
            return other
    return -1
