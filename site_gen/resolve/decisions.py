"""What the editor decided about one record."""

from collections.abc import Iterable

from site_gen.tables import DECISIONS, Decision, Reader


def decided(kind: str, key: str, reader: Reader) -> tuple[Decision, ...]:
    """The editor's decisions about `kind/key`."""
    return reader.rows(DECISIONS, f"{kind}/{key}")


def has_action(decisions: Iterable[Decision], action: str) -> bool:
    """Whether one of them is of this action."""
    return any(d.action == action for d in decisions)


def corrected(decisions: Iterable[Decision], field: str, value: str) -> str:
    """`value`, or what the editor set for this field."""
    for d in decisions:
        if (d.action == "correct" and d.field == field) or (d.action == "title" and field == "title"):
            return d.value
    return value


def noted(decisions: Iterable[Decision]) -> str:
    """The editor's notes, one after another."""
    return " ".join(d.value for d in decisions if d.action == "note")


def merged_into(decisions: Iterable[Decision], kind: str) -> str | None:
    """Id of the record that the editor says this one is; None where nothing was decided."""
    return next(
        (d.other.removeprefix(f"{kind}/") for d in decisions if d.action in ("merge", "same") and d.other),
        None,
    )
