"""The content folder as it is now, against the one last seen."""

import os
import stat
import time
from collections.abc import Collection, Iterator
from pathlib import Path

from msgspec import Struct

from site_gen.engine.shortage import is_shortage
from site_gen.errors import Problem
from site_gen.kept import GRAIN

IGNORED_SUFFIXES = (".swp", ".swx", ".tmp", ".bak", ".orig", ".part", ".crdownload", "~")
NOT_ARTICLES = frozenset({"decisions.yaml", "changes.jsonl", "site.yaml"})
ARTICLE_SUFFIXES = frozenset(
    {
        "",
        ".txt",
        ".text",
        ".md",
        ".markdown",
        ".mdown",
        ".html",
        ".htm",
        ".xhtml",
        ".xml",
        ".rss",
        ".atom",
        ".rdf",
        ".json",
    }
)

IMPORTED = frozenset({".docx", ".eml", ".mht", ".mhtml", ".nitf", ".newsml", ".ninjs"})
"""What a build does not read, and `site-gen import` does."""
DOCUMENTS = frozenset({".pdf", ".doc", ".odt", ".rtf", ".pages", ".epub", ".msg", ".webarchive", ".zip"})
"""What may well hold an article, and is never read."""


class SeenFile(Struct, frozen=True):
    """A content file: `mark` is equal as long as nothing suggests that its bytes changed."""

    path: str
    mark: str
    size: int
    settled: bool
    """False where it changed so recently that an equal mark proves nothing."""


def scan(folder: Path, problems: list[Problem], more: Collection[str] = ()) -> Iterator[SeenFile]:
    """All regular files below `folder` that may hold articles, in order of path.

    `more`: suffixes that plug-ins read.

    Names that start with a dot or an underscore, editors' leftovers and files of other kinds are passed over,
    documents with a word; what leads out of the folder, pipes and devices are reported, and names that some systems
    take for one.
    """
    suffixes = ARTICLE_SUFFIXES.union(more)
    found = sorted(
        _walk(os.fspath(folder), "", time.time_ns(), problems, suffixes), key=lambda seen: seen.path
    )
    problems += _collisions(found)
    yield from found


def _composed(name: str) -> str:
    import unicodedata  # here, because few names have need of it, and it is large

    return unicodedata.normalize("NFC", name)


def _collisions(found: list[SeenFile]) -> Iterator[Problem]:
    """Files that are one where letter case, or the way accents are coded, makes no difference."""
    first: dict[str, str] = {}
    for seen in found:
        name = seen.path
        key = (name if name.isascii() else _composed(name)).casefold()
        other = first.setdefault(key, name)
        if other != name:
            message = f"on some systems this is the same file as '{other}': the names differ in case or accents alone"
            hint = "rename one of them; both are published"
            yield Problem(name, 0, 0, "name-collision", message, hint, severity="warning")


def read_file(folder: Path, seen: SeenFile, limit: int) -> bytes:
    """The bytes of a scanned file. OSError where it cannot be read, ValueError where it is over `limit`."""
    if seen.size > limit:
        raise ValueError(f"the file has {seen.size:,} bytes; the limit is {limit:,} (file_bytes)")
    handle = os.open(
        folder / seen.path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    )
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError("no regular file")
        return file.read(limit + 1)


def _walk(
    folder: str, prefix: str, now: int, problems: list[Problem], suffixes: Collection[str]
) -> Iterator[SeenFile]:
    try:
        entries = list(os.scandir(folder))
    except OSError as error:
        if is_shortage(error):
            raise
        reason = f"cannot read the folder: {error.strerror}"
        problems.append(Problem(prefix or ".", 0, 0, "unreadable", reason, "check its permissions"))
        return
    for entry in entries:
        name = entry.name
        if name.startswith((".", "_")) or name.endswith(IGNORED_SUFFIXES):
            continue
        path = prefix + name
        if not _is_text(name):
            shown = os.fsencode(path).decode("utf-8", "backslashreplace")
            reason = "the name is no UTF-8 text, so the file is left out"
            problems.append(Problem(shown, 0, 0, "file-name", reason, "rename the file"))
        elif entry.is_symlink():
            reason = "a symbolic link is not followed"
            problems.append(
                Problem(path, 0, 0, "symlink", reason, "put the file itself into the content folder")
            )
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, path + "/", now, problems, suffixes)
        elif not entry.is_file(follow_symlinks=False):
            problems.append(Problem(path, 0, 0, "not-a-file", "neither a file nor a folder", "remove it"))
        elif path not in NOT_ARTICLES and os.path.splitext(name)[1].lower() in suffixes:
            yield _seen(path, entry.stat(follow_symlinks=False), now)
        else:
            problems += _not_read(path)


def _not_read(path: str) -> Iterator[Problem]:
    """A word about a document that someone put there as an article."""
    suffix = os.path.splitext(path)[1].lower()
    if suffix in IMPORTED or suffix in DOCUMENTS:
        hint = "save it as text, Markdown or a page"
        if suffix in IMPORTED:
            hint = "run `site-gen import` on it, and move it out of the content folder"
        reason = f"{suffix} files are not read by a build"
        yield Problem(path, 0, 0, "not-read", reason, hint, severity="warning")


def _is_text(name: str) -> bool:
    """Whether a name is characters: bytes that are not UTF-8 come as lone surrogates."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _seen(path: str, info: os.stat_result, now: int) -> SeenFile:
    latest = max(info.st_mtime_ns, info.st_ctime_ns)
    mark = f"{info.st_size} {info.st_mtime_ns} {info.st_ctime_ns} {info.st_ino}"
    return SeenFile(path, mark, info.st_size, latest < now - GRAIN)
