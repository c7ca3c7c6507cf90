"""Quantities of a sentence into records: measure, slots, change and conversion."""

from site_gen.extract.figures import change as changes
from site_gen.extract.figures import slots as fill
from site_gen.extract.figures.measure import measure
from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.records import Change, DateFinding, FigureFinding, PlaceFinding
from site_gen.text.document import Document, Sentence
from site_gen.text.numbers import Tokens


def assemble(
    doc: Document,
    tokens: Tokens,
    words: Vocabulary,
    sentence: Sentence,
    quantities: list[Quantity],
    dates: tuple[DateFinding, ...],
    places: tuple[PlaceFinding, ...],
    offset: int,
) -> list[FigureFinding]:
    """The records of a sentence's quantities; `offset` is the place of the first one in the article."""
    here = fill.Slots(
        tuple(d for d in dates if sentence.start <= d.evidence.start < sentence.end),
        tuple(p for p in places if sentence.start <= p.evidence.start < sentence.end),
    )
    whole = doc.evidence(sentence.start, sentence.end)
    who = fill.speaker(tokens, words)
    by = fill.deadline(tokens, here, words)
    mask = _mask(tokens, quantities, here.dates)
    found: list[FigureFinding] = []
    for index, quantity in enumerate(quantities):
        left = 0
        base = _base(tokens, quantities, index)
        start = _start_of(tokens, quantities, index, words)
        moved = changes.direction(tokens, quantity, words, left)
        if quantity.joined == "to":
            moved = moved or changes.moved(tokens, 0, quantity.first, words)
        status = fill.status(tokens, quantity, words, left)
        if start >= 0:
            pass
        first = quantities[index - 1] if index else None
        origin = first is not None and changes.starts_from(tokens, quantity) and first.unit == quantity.unit
        words_measured = measure(tokens, quantity, words, mask, found[-1].measure if found else "")
        if (origin or base >= 0) and found:
            words_measured = found[base].measure if base >= 0 else found[-1].measure
            status = found[base].status if base >= 0 else status
        shift = moved or ("" if start < 0 else changes.moved(tokens, 0, quantities[start].first, words))
        if not shift and found and _follows(tokens, quantities, index) and found[-1].change:
            shift = found[-1].change.direction
        shift = shift or quantity.direction
        figure = FigureFinding(
            evidence=doc.evidence(tokens.starts[quantity.first], tokens.ends[quantity.last - 1]),
            value=quantity.value,
            low=quantity.low,
            high=quantity.high,
            unit=quantity.unit,
            unit_kind=quantity.kind,  # type: ignore[arg-type]
            currency_assumed=quantity.assumed,
            approximate=bool(quantity.direction) or base >= 0,
            qualifier=quantity.qualifier,
            measure=words_measured,
            period=fill.period(tokens, quantity, here, words, index == len(quantities) - 1),
            place=fill.place(tokens, quantity, here),
            status=status,  # type: ignore[arg-type]
            change=Change(shift, start + offset if start >= 0 else -1) if shift else None,  # type: ignore[arg-type]
            equivalent_of=base + offset if base >= 0 else -1,
            speaker=who,
            deadline=by if status in ("target", "commitment") else None,
            sentence=whole,
            rule=quantity.rule,
            per=quantity.per,
        )
        found.append(figure)
    return found


def _follows(tokens: Tokens, quantities: list[Quantity], index: int) -> bool:
    """`12% to $3.4 billion`, `7 miles (11 km)`: the level that a step led to, or the same in another unit."""
    here, before = quantities[index], quantities[index - 1]
    joint = tokens.low[before.last : here.lead]
    return joint in (["to"], ["to", "a"], ["("], ["(", "or"], ["to", "about"], ["to", "just"])


def _mask(tokens: Tokens, quantities: list[Quantity], dates: tuple[DateFinding, ...]) -> bytearray:
    """1 for each token of a figure or a date."""
    mask = bytearray(len(tokens.low))
    for quantity in quantities:
        counted = quantity.noun > quantity.first and quantity.unit not in ("point", "time", "unit")
        last = quantity.noun if counted else quantity.last
        for at in range(quantity.first, last):
            mask[at] = 1
    for at, (start, end) in enumerate(zip(tokens.starts, tokens.ends, strict=True)) if dates else ():
        mask[at] |= any(d.evidence.start <= start and end <= d.evidence.end for d in dates)
    return mask


def _base(tokens: Tokens, quantities: list[Quantity], index: int) -> int:
    """The figure that this one restates: the one right before the bracket it stands in, in another unit of its kind."""
    here = quantities[index]
    at = here.lead - 1
    if index == 0 or tokens.peek(at) not in ("(", "[") and tokens.low[at - 1 : at + 1] != ["(", "or"]:
        return -1
    base = quantities[index - 1]
    gap = at - base.last
    return index - 1 if 0 <= gap <= 3 and base.kind == here.kind and base.unit != here.unit else -1


def _start_of(tokens: Tokens, quantities: list[Quantity], index: int, words: Vocabulary) -> int:
    """The figure that this one's change started from; -1 where none is given."""
    here = quantities[index]
    for other in range(index + 1, min(index + 3, len(quantities))):
        there = quantities[other]
        if there.unit == here.unit and changes.starts_from(tokens, there) and there.first - here.last <= 12:
            return other
    if tokens.peek(here.lead - 1) == "to" and index and quantities[index - 1].unit == here.unit:
        before = quantities[index - 1]
        return index - 1 if changes.starts_from(tokens, before) and before.low is None else -1
    return -1
