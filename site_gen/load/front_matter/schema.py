"""The front matter's schema as JSON Schema (draft 2020-12), for completion in editors."""

from typing import Any

from site_gen.lexicon import Lexicon

ID = "https://json-schema.org/draft/2020-12/schema"
_WORD: dict[str, Any] = {"type": ["string", "number", "boolean", "null"]}
_LIST: dict[str, Any] = {"anyOf": [_WORD, {"type": "array", "items": {"anyOf": [_WORD, {"type": "object"}]}}]}
_ENTRY: dict[str, Any] = {"anyOf": [_WORD, {"type": "object"}]}
_ENTRIES: dict[str, Any] = {
    "anyOf": [
        {"type": "array", "items": _ENTRY},
        {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "set": {"type": "array", "items": _ENTRY},
                "add": {"type": "array", "items": _ENTRY},
                "remove": {"type": "array", "items": _ENTRY},
                "rename": {"type": "object", "additionalProperties": _WORD},
            },
        },
    ]
}
_FORMS: dict[str, dict[str, Any]] = {
    "text": _WORD,
    "date": {"type": ["string", "null"], "examples": ["2024-05-04", "2024-05"]},
    "flag": {"type": ["boolean", "string", "null"]},
    "list": {"anyOf": [*_LIST["anyOf"], {"type": "object", "required": ["name"]}]},
    "source": {
        "anyOf": [
            _WORD,
            {
                "type": "object",
                "properties": dict.fromkeys(("name", "url", "agency", "retrieved", "author"), _WORD),
            },
        ]
    },
    "corrections": {
        "type": ["array", "object", "string", "null"],
        "items": {
            "anyOf": [_WORD, {"type": "object", "properties": {"date": {"type": "string"}, "text": _WORD}}]
        },
    },
    "entries": _ENTRIES,
    "image": {},
    "any": {},
}


def front_matter_schema(lexicon: Lexicon) -> dict[str, Any]:
    """Every key with all its spellings, what it means, and the form of its value."""
    properties: dict[str, Any] = {}
    for name, entry in lexicon["frontmatter"].items():
        properties[name] = {"description": entry["about"], **_form(entry)}
        for other in entry["accepts"]:
            properties.setdefault(other, {"description": f"The same as `{name}`.", **_form(entry)})
    return {
        "$schema": ID,
        "title": "Front matter of a site-gen article",
        "description": "Letter case, - and _ make no difference in keys.",
        "type": "object",
        "properties": properties,
    }


def _form(entry: dict[str, Any]) -> dict[str, Any]:
    values = entry.get("values")
    if entry["type"] == "text" and values:
        return {**_WORD, "examples": list(values)}
    return _FORMS[entry["type"]]
