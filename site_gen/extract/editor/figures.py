"""An editor's word on figures: `text` (its words), `value`, `unit`, `measure`, `period`, `status`, `deadline`."""

import re
from math import isfinite
from typing import Any, cast

from msgspec.structs import replace

from site_gen.extract.editor.entry import EDITOR, Entry, alike, amended, shown
from site_gen.records import FigureFinding, Findings
from site_gen.text.document import Document

_MONEY = re.compile(r"[A-Z]{3}")
_STATUS = ("actual", "target", "commitment", "estimate")
_TEXTS = ("text", "exact", "name", "from")


def edited_figures(findings: Findings, entries: list[Entry], doc: Document) -> Findings:
    """The findings with figures added, set, renamed (their measure) and removed; references follow."""
    found = amended(
        findings.figures,
        entries,
        meant=_meant,
        rename=lambda known, entry: replace(known, measure=entry.get("to"), rule=EDITOR),
        fill=_set,
        new=lambda entry: _new(entry, doc) if _number(entry.get("value")) is not None else None,
    )
    return replace(findings, figures=_without_gaps(found)) if entries else findings


def _meant(entry: Entry, known: list[FigureFinding | None]) -> int:
    """The first figure of these words; none for one to be added, as a text may tell two alike."""
    if entry.action == "add":
        return -1
    return next((n for n, f in enumerate(known) if f and _is(f, entry)), -1)


def _is(figure: FigureFinding, entry: Entry) -> bool:
    """Whether an entry means a figure: by its words or, where it gives none, by its measure."""
    words = entry.get(*_TEXTS)
    return alike(figure.evidence.exact, words) or alike(figure.measure, words or entry.get("measure"))


def _number(value: str) -> float | None:
    try:
        number = float(value.replace(",", "").replace("_", ""))
    except ValueError:
        return None
    return number if isfinite(number) else None


def _new(entry: Entry, doc: Document) -> FigureFinding:
    place = shown(entry.get(*_TEXTS), entry, doc)[0]
    span = doc.sentences[place.sentence] if place.sentence >= 0 else None
    sentence = doc.evidence(span.start, span.end) if span else place
    return FigureFinding(
        place, 0.0, None, None, "", "count", False, False, "", "", None, "", "actual", None, -1, "", None,
        sentence, EDITOR,
    )  # fmt: skip


def _set(figure: FigureFinding, entry: Entry) -> FigureFinding:
    value, unit, status = _number(entry.get("value")), entry.get("unit"), entry.get("status")
    moved = value is not None
    return replace(
        figure,
        value=figure.value if value is None else value,
        low=None if moved else figure.low,
        high=None if moved else figure.high,
        unit=unit or figure.unit,
        unit_kind=cast(Any, _kind(unit)) if unit else figure.unit_kind,
        currency_assumed=figure.currency_assumed and not unit,
        measure=entry.get("measure") or figure.measure,
        period=entry.get("period", "date") or figure.period,
        place=entry.get("place") or figure.place,
        status=cast(Any, status) if status in _STATUS else figure.status,
        deadline=entry.get("deadline") or figure.deadline,
        rule=EDITOR,
    )


def _kind(unit: str) -> str:
    return "money" if _MONEY.fullmatch(unit) else "percent" if unit in ("percent", "%") else "count"


def _without_gaps(figures: list[FigureFinding | None]) -> tuple[FigureFinding, ...]:
    new = {old: n for n, old in enumerate(i for i, f in enumerate(figures) if f)}
    return tuple(_pointing(figure, new) for figure in figures if figure)


def _pointing(figure: FigureFinding, new: dict[int, int]) -> FigureFinding:
    change = figure.change
    if change and change.from_figure >= 0:
        change = replace(change, from_figure=new.get(change.from_figure, -1))
    return replace(figure, change=change, equivalent_of=new.get(figure.equivalent_of, -1))
