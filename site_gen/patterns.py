"""What patterns compile to, kept from one run of the command to the next.

The standard library takes a third of a second to compile the patterns that reading an article needs, which is more than
reading it. `install` puts what was kept between `re` and its compiler, for other packages' patterns too. It leans on
parts of `re` that are not public: where they are not as expected, nothing is installed and patterns compile as ever.
"""

import importlib
import marshal
import re
import sys
from array import array
from typing import Any

from site_gen.kept import keep, mapped
from site_gen.kept_parts import KeptParts, joined

_Key = tuple[str | bytes, int]
_Made = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags, code, groups, and their names in both directions: what `_sre.compile` wants beside the source."""

_FEW = 20
"""New patterns for which keeping them is not worth a write."""
_MANY = 4_000
"""Patterns that are held at most: there, those that this process has not met are dropped when they are kept."""
_AS_EVER = int(re.LOCALE | re.DEBUG | getattr(re, "TEMPLATE", 0))
"""Flags whose patterns mean something else, or print something, each time."""


class _Patterns:
    """Stands in for the `compile` of `re._compiler`."""

    def __init__(self, compiler: Any, engine: Any) -> None:
        self._compiler, self._engine = compiler, engine
        self._as_ever = compiler.compile
        self._asked: Any = getattr(re, "_compile")  # noqa: B009  # not public
        self._ready: dict[_Key, Any] = {}
        self._known: KeptParts | None = None
        self._met: set[_Key] = set()
        self._new: dict[_Key, _Made] = {}

    def compile(self, source: Any, flags: int = 0) -> Any:
        """The pattern, from what was kept or as the library makes it."""
        if type(source) not in (str, bytes) or flags & _AS_EVER:
            return self._as_ever(source, flags)
        key = (source, int(flags))
        made = self._kept(key) or self._new.get(key)
        if made is None:
            made = self._make(source, flags)
            if len(self._new) < _MANY:
                self._new[key] = made
        if len(self._met) < _MANY:
            self._met.add(key)
        state, code, groups, names, indexes = made
        return self._engine.compile(source, state, array("I", code).tolist(), groups, names, indexes)

    def ready(self, source: Any, flags: int = 0) -> Any:
        """Stands in for `re._compile`, which asks an enumeration of flags twice for every pattern."""
        key = (source, int(flags))
        if type(source) not in (str, bytes) or key[1] & _AS_EVER:
            return self._asked(source, flags)
        found = self._ready.get(key)
        if found is None:
            found = self.compile(*key)
            if len(self._ready) < _MANY:
                self._ready[key] = found
        return found

    def _kept(self, key: _Key) -> _Made | None:
        if self._known is None:
            self._known = _read(self._file)
        part = self._known.part(key)
        return marshal.loads(part) if part else None

    def _make(self, source: str | bytes, flags: int) -> _Made:
        parsed = self._compiler._parser.parse(source, flags)
        code = array("I", self._compiler._code(parsed, flags)).tobytes()
        names = dict(parsed.state.groupdict)
        indexes: list[str | None] = [None] * parsed.state.groups
        for name, index in names.items():
            indexes[index] = name
        return int(flags | parsed.state.flags), code, parsed.state.groups - 1, names, tuple(indexes)

    @property
    def _file(self) -> bytes:
        """Stands for the library that made the code."""
        return f"parts {sys.version} {self._engine.MAGIC}".encode()

    def keep(self) -> None:
        """Write what is new beside what other processes have written meanwhile."""
        if len(self._new) < _FEW:
            return
        known = _read(self._file)
        parts: dict[_Key, tuple[None, bytes | memoryview]] = {
            key: (None, part) for key in known if (part := known.part(key))
        }
        parts |= {key: (None, marshal.dumps(made)) for key, made in self._new.items()}
        if len(parts) > _MANY:
            parts = {key: told for key, told in parts.items() if key in self._met}
        keep("patterns", self._file, joined(parts))
        self._known, self._new = None, {}

    def as_the_library(self) -> bool:
        """Whether what is made here is what the library makes."""
        source = r"(?P<day>\d+)|([a-zé]+)x*?"
        return bool(self.compile(source, re.IGNORECASE) == self._as_ever(source, re.IGNORECASE))


_installed: _Patterns | None = None


def install() -> None:
    """Let every pattern of this process come from what was kept."""
    global _installed
    if _installed is not None:
        return
    try:
        compiler = importlib.import_module("re._compiler")
        patterns = _Patterns(compiler, importlib.import_module("_sre"))
        if patterns.as_the_library():
            compiler.compile = patterns.compile  # type: ignore[attr-defined]
            re._compile = patterns.ready  # type: ignore[attr-defined]
            _installed = patterns
    except Exception:  # what is not public may be anything; then `re` stays as it is
        _installed = None


def keep_patterns() -> None:
    """Keep what this process had to compile, if that is worth it."""
    if _installed is not None:
        _installed.keep()


def keep_patterns_at_exit() -> None:
    """The same when this worker process ends."""
    from multiprocessing import util  # a third of the time that starting Python takes: for workers alone

    util.Finalize(None, keep_patterns, exitpriority=0)


def _read(file: bytes) -> KeptParts:
    """What was kept; nothing where it is damaged."""
    return KeptParts(mapped("patterns", file))
