"""The fields of records and views."""

from typing import Any

from msgspec import Struct


def field_names(kind: Any) -> tuple[str, ...]:
    """Names of the fields of a Struct, or of a plug-in's dataclass, in order; none of any other type."""
    if isinstance(kind, type) and issubclass(kind, Struct):
        return kind.__struct_fields__
    from dataclasses import fields, is_dataclass  # here, because values of our own are Structs

    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
