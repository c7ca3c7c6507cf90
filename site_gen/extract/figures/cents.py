"""Cents without a country: of the dollar, or of the other money that an article is told in."""

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from site_gen.lexicon import Lexicon
from site_gen.records import FigureFinding


def of_its_money(found: Sequence[FigureFinding], lexicon: Lexicon) -> Sequence[FigureFinding]:
    """`a dividend of 35 cents` of a firm whose sales are told in euros; restatements in another money do not count."""
    cents = [f for f in found if _is_cent(f)]
    if not cents:
        return found
    told = Counter(f.unit for f in found if f.unit_kind == "money" and f.equivalent_of < 0 and f not in cents)
    code, times = told.most_common(1)[0] if told else ("", 0)
    if code not in lexicon["currencies"]["with_cents"] or times * 2 <= told.total():
        return found
    return [replace(f, unit=code) if f in cents else f for f in found]


def _is_cent(figure: FigureFinding) -> bool:
    said = figure.evidence.exact.lower() if figure.unit == "USD" and figure.currency_assumed else ""
    return " cent" in said and "dollar" not in said and "$" not in said
