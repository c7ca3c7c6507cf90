"""What other packages may add to a build. A plug-in is a value: it is found, checked and passed down.

A package names it in its metadata, `[project.entry-points."site_gen.plugins"]`, as `name = "package.module:PLUGIN"`.
Nothing registers itself, and where no package names one, nothing is imported to find that out.
"""

import sys
from collections.abc import Callable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from site_gen.errors import Problem, UsageError

if TYPE_CHECKING:
    from site_gen.lexicon import Lexicon
    from site_gen.load.options import Loaded, LoadOptions
    from site_gen.pages.page import PageKind
    from site_gen.records import Article, Findings
    from site_gen.tables import StageSpec

GROUP = "site_gen.plugins"
_NOT_CODE = ("__pycache__", ".pyc", ".pyo")


class Loader(Struct, frozen=True):
    """Reads files of further kinds."""

    suffixes: tuple[str, ...]
    """Endings of the files it reads, with their dot and in lower case: `.srt`."""
    load: "Callable[[bytes, str, LoadOptions], Loaded]"
    """(bytes, path below the content folder, options) -> articles and problems. A function of a module."""


class Plugin(Struct, frozen=True):
    """All that a package adds. What crosses into worker processes must be a function of a module, no lambda."""

    loaders: tuple[Loader, ...] = ()
    """Read files of further kinds."""
    extractors: "tuple[Callable[[Article, Findings, Lexicon], Findings], ...]" = ()
    """Return the findings of an article with more, or fewer, in them; each with its evidence."""
    stages: "tuple[StageSpec[Any], ...]" = ()
    """Steps over records that emit into tables of their own, for pages to read."""
    pages: "tuple[PageKind[Any], ...]" = ()
    """Kinds of page; their views are frozen dataclasses, or Structs of msgspec, with a `head`."""
    exports: "tuple[PageKind[Any], ...]" = ()
    """Kinds of file without a template: their views are `RawFile`."""
    filters: tuple[tuple[str, Callable[..., Any]], ...] = ()
    """Name and function of what templates may call as `value|name`."""
    templates: Path | None = None
    """Folder of its templates and of their static/; a site's own win over them, they over the packaged ones."""


class FoundPlugin(Struct, frozen=True):
    """A plug-in that is installed, and not imported yet."""

    name: str
    digest: bytes
    """Stands for its code: a changed plug-in makes everything anew."""
    load: Callable[[], Plugin]


class Toolbox(Struct, frozen=True):
    """What the plug-ins of a build add, each with the name of its plug-in."""

    loaders: tuple[tuple[str, Loader], ...] = ()
    extractors: "tuple[tuple[str, Callable[[Article, Findings, Lexicon], Findings]], ...]" = ()
    stages: "tuple[tuple[str, StageSpec[Any]], ...]" = ()
    pages: "tuple[tuple[str, PageKind[Any]], ...]" = ()
    filters: tuple[tuple[str, Callable[..., Any]], ...] = ()
    templates: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
    """Plug-ins that could not be used."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Endings of files that a plug-in reads."""
        return tuple(sorted({suffix for _, loader in self.loaders for suffix in loader.suffixes}))


def find_plugins(wanted: tuple[str, ...] | None = None) -> tuple[FoundPlugin, ...]:
    """The installed plug-ins, in order of name; of them those `wanted`, where that is said.

    `UsageError` where one that is wanted is not installed.
    """
    found, missing = installed_plugins(wanted)
    if missing:
        known = f"installed: {', '.join(one.name for one in installed_plugins()[0])}"
        raise UsageError(
            f"site.yaml: plugins: there is no plug-in '{missing[0]}' "
            f"({known if known != 'installed: ' else 'none is installed'}); install it, or take it out"
        )
    return found


def installed_plugins(
    wanted: tuple[str, ...] | None = None,
) -> tuple[tuple[FoundPlugin, ...], tuple[str, ...]]:
    """The plug-ins that `find_plugins` finds, and the names of those that are wanted and not installed."""
    there = {found.name: found for found in _installed()} if wanted != () and _any_named() else {}
    names = sorted(there if wanted is None else set(wanted))
    return tuple(there[name] for name in names if name in there), tuple(n for n in names if n not in there)


def load_toolbox(found: tuple[FoundPlugin, ...]) -> Toolbox:
    """Import every plug-in. One that fails is left out, and told in `problems`."""
    loaded: list[tuple[str, Plugin]] = []
    problems: list[Problem] = []
    for one in found:
        try:
            plugin = one.load()
            _check(plugin)
            loaded.append((one.name, plugin))
        except Exception as error:
            problems.append(plugin_problem(one.name, "it cannot be used", error))
    return Toolbox(
        loaders=tuple((name, tool) for name, plugin in loaded for tool in plugin.loaders),
        extractors=tuple((name, tool) for name, plugin in loaded for tool in plugin.extractors),
        stages=tuple((name, tool) for name, plugin in loaded for tool in plugin.stages),
        pages=tuple((name, tool) for name, plugin in loaded for tool in (*plugin.pages, *plugin.exports)),
        filters=tuple(named for _, plugin in loaded for named in plugin.filters),
        templates=tuple(plugin.templates for _, plugin in loaded if plugin.templates is not None),
        problems=tuple(problems),
    )


def plugin_problem(name: str, what: str, error: Exception | str, path: str = "", line: int = 0) -> Problem:
    """A plug-in failed: which, where, at what."""
    reason = f"{type(error).__name__}: {error}" if isinstance(error, Exception) else error
    message = f"plug-in '{name}': {what}: {reason}"
    hint = "update or uninstall it, or leave it out of `plugins` in site.yaml; the rest of the site is not touched"
    return Problem(path or f"plug-in {name}", line, 0, "plugin", message, hint)


def _check(plugin: object) -> None:
    import pickle

    if not isinstance(plugin, Plugin):
        raise TypeError(f"its entry point is a {type(plugin).__name__}, not a site_gen.plugins.Plugin")
    try:
        pickle.dumps((plugin.loaders, plugin.extractors, plugin.filters))
    except Exception as error:
        raise TypeError(f"loaders, extractors and filters must be functions of a module: {error}") from None
    wrong = [
        s for loader in plugin.loaders for s in loader.suffixes if not s.startswith(".") or s != s.lower()
    ]
    if wrong:
        raise ValueError(f"'{wrong[0]}' is no ending of a file in lower case with its dot")


def _any_named() -> bool:
    """Whether any installed package names a plug-in: some 2 ms, where `importlib.metadata` takes 80."""
    for folder in sys.path:
        try:
            names = [path for path in Path(folder or ".").iterdir() if path.name.endswith("-info")]
        except OSError:
            continue
        for name in names:
            try:
                if GROUP.encode() in (name / "entry_points.txt").read_bytes():
                    return True
            except OSError:
                continue
    return False


def _installed() -> Iterator[FoundPlugin]:
    from importlib.metadata import entry_points

    for point in entry_points(group=GROUP):
        version = point.dist.version if point.dist else ""
        hasher = blake2b(f"{point.name}\0{point.value}\0{version}\0".encode(), digest_size=16)
        for path, raw in _code(point.module):
            hasher.update(f"{path}\0{len(raw)}\0".encode() + raw)
        yield FoundPlugin(point.name, hasher.digest(), point.load)


def _code(module: str) -> Iterator[tuple[str, bytes]]:
    """Every file of the package that holds `module`, which is not imported for that."""
    from importlib.util import find_spec

    spec = find_spec(module.partition(".")[0])
    if spec is None:
        return
    for place in spec.submodule_search_locations or ():
        for file in sorted(Path(place).rglob("*")):
            if file.is_file() and not any(part.endswith(_NOT_CODE) for part in file.parts):
                yield file.relative_to(place).as_posix(), file.read_bytes()
    if not spec.submodule_search_locations and spec.origin:
        yield Path(spec.origin).name, Path(spec.origin).read_bytes()
