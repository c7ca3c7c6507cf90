"""Names of the forms in which a site publishes its records, and which of them it has."""

from collections.abc import Sequence

GROUPS = (
    "jsonl",
    "csv",
    "sqlite",
    "citations",
    "annotations",
    "calendar",
    "popolo",
    "rdf",
    "twins",
    "parquet",
)
NAMES = ("auto", "all", "none", *GROUPS)
"""What `exports` in site.yaml may list."""
_ASKED = ("parquet",)
"""Only where they are named, because they need another package."""
LIGHT = frozenset({"annotations", "twins"})
"""Forms in files of single pages and articles: an edit touches few of them, however large the story."""
MOST = 20_000
"""Records up to which `auto` publishes every form: all but the light ones are written whole after an edit."""


def chosen(asked: Sequence[str], records: int) -> tuple[str, ...]:
    """The forms of a site with so many records, in order."""
    wanted = set(asked)
    if "all" in wanted or ("auto" in wanted and records <= MOST):
        wanted |= set(GROUPS) - set(_ASKED)
    elif "auto" in wanted:
        wanted |= LIGHT
    return tuple(name for name in GROUPS if name in wanted)


def beside(asked: Sequence[str]) -> tuple[str, ...]:
    """The forms of a site that do not depend on how many records there are."""
    return tuple(name for name in chosen(asked, 0) if name in LIGHT)
