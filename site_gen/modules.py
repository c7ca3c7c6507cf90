"""The code of modules, kept together in one file from one run of the command to the next.

Python looks for, checks, opens and reads a file for each of seven hundred modules, which takes a third of the time
that importing them does. The finder here stands before Python's own, for parts of packages alone whose files look as
they did; all else, and all that is not as expected, is left to Python's own.
"""

import marshal
import os
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from importlib.machinery import ModuleSpec, SourceFileLoader
from typing import Any, NamedTuple

from site_gen.kept import GRAIN, can_keep, keep, mapped
from site_gen.kept_parts import KeptParts, joined

_FEW = 20
"""New modules for which keeping them is not worth a write."""
_MANY = 3_000
"""Modules that are held at most."""
_SITES = 3
"""Installations whose modules are held."""
_CHANGED = 2
"""Where among the looks of a file the time of its last change stands."""


class _Module(NamedTuple):
    """Where a module was found, and how its file looked."""

    path: str
    cached: str
    package: bool
    looks: tuple[int, ...]


class _Loader(SourceFileLoader):
    """Python's own, but that it has the code."""

    def __init__(self, name: str, path: str, raw: memoryview) -> None:
        super().__init__(name, path)
        self._raw = raw

    def get_code(self, fullname: str) -> Any:
        """The code of the module."""
        return marshal.loads(self._raw)


class _Modules:
    """Finds modules among those that were kept."""

    def __init__(self, parts: KeptParts) -> None:
        self._parts = parts

    def known(self, name: str) -> _Module | None:
        """What is known of a module that was kept."""
        about = self._parts.about(name)
        return _Module(*about) if about else None

    def find_spec(self, name: str, path: Any = None, _target: Any = None) -> ModuleSpec | None:
        """The module, if it is a part of a package, and found where and as it was."""
        known = self.known(name) if path is not None else None
        if known is None:
            return None
        folder = known.path.rpartition(os.sep)[0]
        beside = folder.rpartition(os.sep)[0] if known.package else folder
        if next(iter(path), None) != beside or _looks(known.path) != known.looks:
            return None
        code = self._parts.part(name)
        if code is None:
            return None
        loader = _Loader(name, known.path, code)
        spec = ModuleSpec(name, loader, origin=known.path, is_package=known.package)
        if known.package:
            spec.submodule_search_locations = [folder]
        spec.cached = known.cached
        spec.has_location = True
        return spec

    def keep(self) -> None:
        """Write what was imported besides, together with what is known still."""
        due = [(name, spec) for name, spec in _imported() if not self._has(name, spec.origin)]
        if len(due) < _FEW or not can_keep():
            return
        new = {name: found for name, spec in due if (found := _read(name, spec))}
        if len(new) < _FEW:
            return
        for name in self._parts:
            known, code = self.known(name), self._parts.part(name)
            if known and code and name not in new and len(new) < _MANY and _looks(known.path) == known.looks:
                new[name] = (known, code)
        keep(
            "modules",
            _source(),
            joined({name: (tuple(about), code) for name, (about, code) in new.items()}),
            _SITES,
        )

    def _has(self, name: str, path: str) -> bool:
        known = self.known(name)
        return known is not None and known.path == path and known.looks == _looks(path)


def _imported() -> Iterator[tuple[str, Any]]:
    """The modules that Python's own loader has read, and that are parts of a package."""
    for name, module in [*sys.modules.items()]:
        spec = getattr(module, "__spec__", None) if "." in name else None
        if spec and spec.name == name and type(spec.loader) is SourceFileLoader:
            yield name, spec


def _read(name: str, spec: Any) -> tuple[_Module, bytes | memoryview] | None:
    """A module with its code, unless it was changed just now."""
    looks = _looks(spec.origin)
    if not looks or looks[_CHANGED] > time.time_ns() - GRAIN:
        return None
    try:
        code = spec.loader.get_code(name)
    except (ImportError, OSError, SyntaxError, ValueError):
        return None
    found = _Module(spec.origin, spec.cached or "", spec.submodule_search_locations is not None, looks)
    return found, marshal.dumps(code)


def _looks(path: str) -> tuple[int, ...]:
    """What changes where a file does."""
    try:
        info = os.stat(path)
    except OSError:
        return ()
    return info.st_size, info.st_mtime_ns, info.st_ctime_ns, info.st_ino


def _source() -> bytes:
    """Stands for what makes code of sources, and for the installation."""
    return repr(("parts", sys.version, sys.flags.optimize, sys.prefix, __file__)).encode()


_installed: _Modules | None = None


def install() -> None:
    """Let modules of this process come from what was kept."""
    global _installed
    if _installed is None:
        _installed = _Modules(KeptParts(mapped("modules", _source())))
        sys.meta_path.insert(0, _installed)


def keep_modules() -> None:
    """Keep the modules that this process had to read, if that is worth it."""
    if _installed is not None:
        with suppress(MemoryError):  # the command has done what it was asked for
            _installed.keep()
