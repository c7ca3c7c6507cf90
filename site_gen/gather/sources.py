"""SOURCE arguments to bytes: files, folders of them, addresses, standard input, the clipboard."""

import os
import re
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from site_gen.engine.scan import DOCUMENTS
from site_gen.errors import Problem, UsageError
from site_gen.gather.piece import Raw

SUFFIXES = frozenset(
    ".txt .text .md .markdown .mdown .html .htm .xhtml .mht .mhtml .xml .rss .atom .rdf .json .eml .docx .nitf"
    " .newsml .ninjs".split()
)
_ADDRESS = re.compile(
    r"[a-z]{2,9}:/|www\.|(?:[\w-]{1,63}\.){1,9}(?!html?\b|xml\b|te?xt\b|md\b|json\b)[a-z]{2,12}(?:/|$)"
)
"""What looks like an address without its beginning."""
_MOST_FILES = 100_000
Fetch = Callable[[str], "Raw | Problem | None"]


def check_sources(sources: tuple[str, ...]) -> None:
    """`UsageError` for a source that is neither an address nor there."""
    for source in sources:
        if not source.strip():
            raise UsageError("an empty SOURCE: name a file, a folder or an address (. is this folder)")
        if not is_address(source) and source != "-" and not Path(source).exists():
            hint = " (addresses begin with https:// or http://)" if _ADDRESS.match(source) else ""
            raise UsageError(f"{source}: there is no such file or folder{hint}")


def is_address(source: str) -> bool:
    """Whether a source is to be fetched."""
    return source.lower().startswith(("http://", "https://"))


def raws_of(source: str, limit: int, fetch: Fetch) -> Iterator[Raw | Problem]:
    """What one SOURCE stands for, in order of name; what cannot be read is a problem."""
    if is_address(source):
        if (fetched := fetch(source)) is not None:
            yield fetched
    elif source == "-":
        yield Raw("standard input", sys.stdin.buffer.read(limit + 1), "standard-input")
    elif Path(source).is_dir():
        for path in _below(Path(source)):
            yield _file(path, limit) if path.suffix.lower() in SUFFIXES else _not_read(path)
    else:
        yield _file(Path(source), limit)


def _below(folder: Path) -> Iterator[Path]:
    """The files of a folder that may hold articles, readable or not; no links, nothing hidden, no page parts."""
    found: list[Path] = []
    known = SUFFIXES | DOCUMENTS
    for at, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(f for f in folders if not f.startswith((".", "_")) and not f.endswith("_files"))
        found += [Path(at) / n for n in names if not n.startswith(".") and Path(n).suffix.lower() in known]
        if len(found) > _MOST_FILES:
            raise UsageError(f"{folder}: more than {_MOST_FILES:,} files; import its folders one by one")
    yield from sorted(found)


def _not_read(path: Path) -> Problem:
    message = f"{path.suffix} files are not read"
    hint = "save it as .docx, as a page or as text, and import that"
    return Problem(str(path), 0, 0, "not-read", message, hint, severity="warning")


def _file(path: Path, limit: int) -> Raw | Problem:
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return Problem(str(path), 0, 0, "not-a-file", "this is no regular file")
            return Raw(str(path), file.read(limit + 1), path.name)
    except OSError as error:
        hint = "check its permissions" if isinstance(error, PermissionError) else ""
        return Problem(str(path), 0, 0, "unreadable", f"cannot be read: {error.strerror}", hint)


def clipboard(limit: int) -> Raw:
    """The text of the clipboard, by the program of the desktop that gives it; `UsageError` where there is none."""
    import shutil
    import subprocess

    for command in (
        ("wl-paste", "--no-newline"),
        ("xclip", "-selection", "clipboard", "-o"),
        ("xsel", "--clipboard", "--output"),
        ("pbpaste",),
        ("powershell.exe", "-NoProfile", "-Command", "Get-Clipboard -Raw"),
    ):
        if shutil.which(command[0]):
            done = subprocess.run(command, capture_output=True, timeout=10, check=False)
            if done.returncode == 0:
                return Raw("clipboard", done.stdout[: limit + 1], "clipboard")
    hint = "install wl-clipboard, xclip or xsel, or pipe the text: site-gen import -"
    raise UsageError(f"the clipboard cannot be read here; {hint}")
