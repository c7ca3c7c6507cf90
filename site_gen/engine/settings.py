"""What a build was asked to do, and digests of all that shapes its output besides the content."""

from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from site_gen.plugins import FoundPlugin, find_plugins
from site_gen.sources import PACKAGE, own_digest

if TYPE_CHECKING:
    from site_gen.config import SiteConfig


class BuildRequest(Struct, frozen=True):
    """A build as asked for on the command line."""

    content: Path
    output: Path
    config: "SiteConfig"
    strict: bool = False
    """Publish nothing when there is any error in the content."""
    adopt: bool = False
    """Publish into a folder that holds foreign files; they are kept."""
    verify: bool = False
    """Read every file again, however unchanged it looks."""
    clean: bool = False
    """Forget the cache first."""
    processes: int = 0
    """0: as many as there are cores."""
    plugins: tuple[FoundPlugin, ...] | None = None
    """What other packages add; None: those that are installed, as far as the settings want them."""

    @property
    def used_plugins(self) -> tuple[FoundPlugin, ...]:
        """The plug-ins of this build."""
        return find_plugins(self.config.plugins) if self.plugins is None else self.plugins


def template_folders() -> tuple[Path, ...]:
    """The default theme: in the wheel, or beside the package in a checkout."""
    packaged = PACKAGE / "templates"
    return (packaged,) if packaged.is_dir() else (PACKAGE.parent / "templates",)


def decision_files(content: Path) -> tuple[Path, ...]:
    """Where decisions may stand: beside the content folder, or in it."""
    name = "decisions.yaml"
    return tuple(path for path in (content.resolve().parent / name, content / name) if path.is_file())


def journal_path(content: Path) -> Path:
    """The journal of the story's records: beside the content, or in it where there already is one."""
    name = "changes.jsonl"
    inside = content / name
    return inside if inside.is_file() else content.resolve().parent / name


def journal_files(content: Path) -> tuple[Path, ...]:
    """The journal, if there is one."""
    path = journal_path(content)
    return (path,) if path.is_file() else ()


def settings_digest(request: BuildRequest) -> bytes:
    """Stands for what the editor set and decided."""
    config = replace(request.config, day="")
    hasher = blake2b(repr(config).encode(), digest_size=16)
    for path in (*decision_files(request.content), *journal_files(request.content)):
        hasher.update(b"\0" + path.read_bytes())
    return hasher.digest()


def code_digest(plugins: tuple[FoundPlugin, ...] = ()) -> bytes:
    """Stands for our own sources and words and for plug-ins: other code starts with an empty cache."""
    ours = own_digest()
    theirs = b"".join(plugin.name.encode() + plugin.digest for plugin in plugins)
    return blake2b(ours + theirs, digest_size=16).digest() if theirs else ours
