"""What a build was asked for.

Arguments as they mostly are, switches and folders, are read here: importing and asking `click` takes a thirtieth of an
edit. All others, and what is wrong with any, are left to it.
"""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

_SWITCHES = {
    "--strict": "strict",
    "--adopt": "adopt",
    "--verify": "verify",
    "--clean": "clean",
    "--record": "record",
    "--timings": "timings",
    "--open": "show",
    "--quiet": "quiet",
    "-q": "quiet",
}
_PATHS = {"--content": "content", "--output": "output", "--config": "config"}


class AskedBuild(NamedTuple):
    """The arguments of `site-gen build`."""

    content: Path | None = None
    output: Path | None = None
    config: Path | None = None
    base_url: str | None = None
    day: str | None = None
    jobs: int = 0
    strict: bool = False
    adopt: bool = False
    verify: bool = False
    clean: bool = False
    record: bool = False
    timings: bool = False
    show: bool = False
    quiet: bool = False


def asked_plainly(words: Sequence[str]) -> AskedBuild | None:
    """The build that the words of a command line ask for; None where `click` has to read them."""
    if os.name == "nt" or words[:1] != ["build"]:  # there it finds the files of a pattern
        return None
    rest = iter(words[1:])
    found: dict[str, Any] = {}
    for word in rest:
        if word in _SWITCHES:
            found[_SWITCHES[word]] = True
        elif word in _PATHS and (path := _path(rest)):
            found[_PATHS[word]] = path
        else:
            return None
    return AskedBuild(**found)


def _path(rest: Iterator[str]) -> Path | None:
    """The next word as a path, unless there is something to say about it."""
    word = next(rest, "")
    if not word or word.startswith("-") or (os.access(word, os.F_OK) and not os.access(word, os.R_OK)):
        return None
    return Path(word)
