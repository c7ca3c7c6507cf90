"""What is remembered between imports beside the files themselves; all of it may be lost.

`.site-gen-imports.json` in the folder: which articles came once (so that one an editor deleted stays away), and what
the servers said of each address (so that an unchanged feed is not sent again).
"""

import json
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from site_gen.gather.shelf import write_again

FILE = ".site-gen-imports.json"
_MOST = 200_000


class Memory(Struct):
    """What earlier imports noted."""

    seen: dict[str, str] = field(default_factory=dict)
    """Identity -> name of the file it was written to."""
    validators: dict[str, dict[str, str]] = field(default_factory=dict)
    """Address -> `etag`, `modified`."""


def recall(folder: Path) -> Memory:
    """What was noted; nothing, where the file is missing or damaged."""
    try:
        noted = json.loads((folder / FILE).read_bytes())
    except (OSError, ValueError, RecursionError):
        return Memory()
    if not isinstance(noted, dict):
        return Memory()
    validators = {k: _texts(v) for k, v in _mapping(noted.get("validators")).items()}
    return Memory(_texts(noted.get("seen")), validators)


def remember(folder: Path, memory: Memory) -> None:
    """Write it down, the oldest left out beyond a bound."""
    seen = dict(list(memory.seen.items())[-_MOST:])
    noted = {
        "about": "Written by site-gen import; may be deleted.",
        "seen": seen,
        "validators": memory.validators,
    }
    write_again(folder / FILE, json.dumps(noted, ensure_ascii=False, indent=1, sort_keys=False) + "\n")


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _texts(value: Any) -> dict[str, str]:
    return {str(k): v for k, v in _mapping(value).items() if isinstance(v, str)}
