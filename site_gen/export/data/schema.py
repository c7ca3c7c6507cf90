"""Shapes in, a JSON Schema of `records.json` out."""

from typing import Any

import msgspec

from site_gen.export.data.explain import class_doc
from site_gen.export.data.fields import fields_of
from site_gen.export.data.kinds import KINDS, Kind
from site_gen.worked_out import worked_out

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def record_schema(base_url: str) -> dict[str, Any]:
    """The schema of the whole file; `base_url` may be empty."""
    shapes = [kind.shape for kind in KINDS]
    _, found = msgspec.json.schema_components(shapes, ref_template="#/$defs/{name}")
    defs = {name: _closed(definition) for name, definition in found.items()}
    for shape in _all_shapes(shapes):
        for field in fields_of(shape):
            defs[shape.__name__]["properties"][field.shown]["description"] = field.doc
        defs[shape.__name__]["description"] = class_doc(shape)
    return {
        "$schema": _DRAFT,
        **({"$id": f"{base_url}data/records.schema.json"} if base_url else {}),
        "title": "Records of a site made by site-gen",
        "type": "object",
        "required": ["schema", *(kind.name for kind in KINDS)],
        "properties": {"schema": {"const": 1}, **{kind.name: _list(kind) for kind in KINDS}},
        "$defs": dict(sorted(defs.items())),
    }


def schema_text(base_url: str) -> str:
    """As it is written. Kept from run to run, as it says the same as long as our code does."""
    return worked_out("schema", base_url, lambda: _text(base_url))


def _text(base_url: str) -> str:
    return msgspec.json.format(msgspec.json.encode(record_schema(base_url)), indent=1).decode() + "\n"


def _list(kind: Kind) -> dict[str, Any]:
    return {
        "type": "array",
        "description": class_doc(kind.shape),
        "items": {"$ref": f"#/$defs/{kind.shape.__name__}"},
    }


def _closed(definition: dict[str, Any]) -> dict[str, Any]:
    """A schema without `title`s and `default`s that repeat what is known."""
    definition.pop("title", None)
    return definition


def _all_shapes(shapes: list[type[Any]]) -> list[type[Any]]:
    found: dict[type[Any], None] = {}
    todo = list(shapes)
    while todo:
        shape = todo.pop()
        if shape in found:
            continue
        found[shape] = None
        todo += [f.type for f in fields_of(shape) if issubclass(f.type, msgspec.Struct)]
    return list(found)
