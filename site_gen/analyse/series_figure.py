"""A figure of one article as the series of its measure need it."""

from msgspec import Struct


class SeriesFigure(Struct, frozen=True, array_like=True):
    """A figure with what a series needs of it."""

    id: str
    article: str
    value: float
    unit: str
    unit_kind: str
    measure: str
    words: tuple[str, ...]
    """Stems of the measure."""
    period: str | None
    place: str
    status: str
    equivalent: bool
    currency_assumed: bool
    per: str = ""
    """What a price is paid for: sums by the share are none of the whole."""
    step: bool = False
    """Whether it is a percentage by which something rose or fell, and no level."""
