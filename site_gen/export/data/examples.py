"""Some records in, an example of each field out: a value that it really has on this site."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from site_gen.export.data.fields import Field, fields_of
from site_gen.export.data.kinds import KINDS
from site_gen.export.data.shapes import EvidenceShape

EVIDENCE = "evidence"
"""Under this name the fields of evidence are explained once, not with every record that has some."""
_LONGEST = 120


def explained(kind: str, shape: type[Any]) -> Iterator[tuple[str, Field]]:
    """Every field to be explained for a kind, by name: `published.edtf`, `offices[].title`, ..."""
    own = {f.name for f in fields_of(EvidenceShape)} if kind != EVIDENCE and _located(shape) else set()
    yield from ((name, f) for name, f in _fields(shape, "") if f.name not in own or "." in name)


def examples(records: Mapping[str, Sequence[bytes]]) -> Iterator[tuple[str, str, str]]:
    """Kind, field and a value as JSON, for each field that has one in some of the records."""
    first: dict[str, Any] | None = None
    for kind in KINDS:
        listed = [msgspec.json.decode(raw) for raw in records[kind.name]]
        if first is None and _located(kind.shape) and listed:
            first = listed[0]
        for name, _ in explained(kind.name, kind.shape):
            value = next(
                (v for record in listed for v in _values(record, name) if v not in (None, "", [])), None
            )
            if value is not None:
                yield kind.name, name, _short(value)
    for name, _ in explained(EVIDENCE, EvidenceShape):
        if first:
            yield EVIDENCE, name, _short(first[name])


def _located(shape: type[Any]) -> bool:
    return issubclass(shape, EvidenceShape)


def _fields(shape: type[Any], before: str) -> Iterator[tuple[str, Field]]:
    for field in fields_of(shape):
        name = before + field.shown + ("[]" if field.many else "")
        yield name, field
        inner = isinstance(field.type, type) and issubclass(field.type, msgspec.Struct)
        if inner and field.type is not EvidenceShape:
            own = {f.name for f in fields_of(EvidenceShape)} if _located(field.type) else set()
            yield from ((n, f) for n, f in _fields(field.type, f"{name}.") if f.name not in own)


def _values(record: Any, name: str) -> Iterator[Any]:
    """All values that a field has in a record; of a list the items."""
    step, _, rest = name.partition(".")
    value = record.get(step.removesuffix("[]")) if isinstance(record, dict) else None
    for item in (value or ()) if step.endswith("[]") else (value,):
        if rest:
            yield from _values(item, rest)
        else:
            yield item


def _short(value: Any) -> str:
    text = msgspec.json.encode(value).decode()
    return text if len(text) <= _LONGEST else text[:_LONGEST].rstrip() + " …"
