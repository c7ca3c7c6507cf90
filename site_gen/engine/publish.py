"""The published folder: written beside the old one, exchanged in one step, only what is ours ever removed."""

import errno
import os
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from site_gen.engine.listing import MANIFEST, FileStat, published_files
from site_gen.errors import PublishError, UsageError

_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)
_AT_FDCWD = -100
_NO_EXCHANGE = {
    errno.EBUSY,
    errno.EINVAL,
    errno.EXDEV,
    errno.ENOSYS,
    errno.EPERM,
    errno.ENOTSUP,
    errno.EACCES,
}


_PIECE = 1 << 18
_DIGEST, _NAME = 32, 34
"""Where in a line of the manifest its digest ends, and the path begins."""


def state_folder(output: Path) -> Path:
    """Where the cache, the lock and the site in the making live: beside the output, on its file system."""
    return output.parent / ".site-gen" / output.name


def check_output(output: Path, content: Path, adopt: bool) -> None:
    """Refuse (`UsageError`) an output that would endanger something, or that holds foreign files alone."""
    target, source = output.resolve(), content.resolve()
    precious = {Path.home().resolve(), Path.cwd().resolve(), Path("/").resolve()}
    if target in precious or any(target in place.parents for place in precious):
        raise UsageError(
            f"{output}: refused as output: it is, or holds, the project, your home folder or the root"
        )
    if target == source or target in source.parents or source in target.parents:
        raise UsageError(f"{output}: refused as output: it is, holds or lies in the content folder {content}")
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise UsageError(f"{output}: refused as output: it is not a plain folder")
    if adopt or not output.is_dir() or (output / MANIFEST).exists():
        return
    foreign = sorted(name for name in os.listdir(output) if not name.startswith("."))
    if foreign:
        raise UsageError(
            f"{output}: refused as output: it holds files that site-gen did not write ({foreign[0]}, ...). "
            "Choose another folder, or pass --adopt to publish beside them"
        )


def write_file(staging: Path, path: str, raw: bytes) -> FileStat:
    """Put one file into the site in the making."""
    target = f"{staging}/{path}"
    try:
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    try:
        rest = memoryview(raw)
        while rest:
            rest = rest[os.write(handle, rest) :]
        info = os.fstat(handle)  # the modification time is settled once the last byte is written
    finally:
        os.close(handle)
    return info.st_size, info.st_mtime_ns


class WrittenFile(Struct, frozen=True):
    """A file that stands in the site in the making."""

    path: str
    digest: bytes
    info: FileStat


class FileWriter:
    """A file in the making: written in large pieces, its digest taken on the way, unless it is known otherwise."""

    __slots__ = ("_file", "_hash", "_hashed", "_held", "_size", "_target", "path")

    def __init__(self, staging: Path, path: str, hashed: bool = True) -> None:
        self.path = path
        self._hashed = hashed
        self._target = staging / path
        self._target.parent.mkdir(parents=True, exist_ok=True)
        self._file = self._target.open("xb", buffering=0)
        self._hash = blake2b(digest_size=16)
        self._held: list[bytes] = []
        self._size = 0

    def write(self, raw: bytes) -> None:
        """Add to the file."""
        self._held.append(raw)
        self._size += len(raw)
        if self._size >= _PIECE:
            self._flush()

    def copy(self, source: BinaryIO, start: int, end: int) -> None:
        """Add what stands in `source` from `start` to `end`."""
        source.seek(start)
        while start < end:
            raw = source.read(min(_PIECE, end - start))
            if not raw:
                raise OSError(f"{source.name} is shorter than it was")
            self.write(raw)
            start += len(raw)

    def close(self, digest: bytes = b"") -> WrittenFile:
        """The whole file; `digest`: what stands for it, where it is not `hashed`."""
        self._flush()
        self._file.close()
        return WrittenFile(self.path, digest or self._hash.digest(), file_stat(self._target))

    def abandon(self) -> None:
        """Let go of it."""
        self._file.close()

    def _flush(self) -> None:
        raw = memoryview(b"".join(self._held))
        if self._hashed:
            self._hash.update(raw)
        while raw:
            raw = raw[self._file.write(raw) :]
        self._held, self._size = [], 0


def file_stat(target: Path) -> FileStat:
    """What tells that a file is still as it is now."""
    info = os.stat(target)
    return info.st_size, info.st_mtime_ns


def link_files(output: Path, staging: Path, paths: Iterable[str]) -> None:
    """Give the site in the making the files that did not change, without copying a byte."""
    made: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        if folder not in made:
            os.makedirs(f"{staging}/{folder}", exist_ok=True)
            made.add(folder)
        link_file(f"{output}/{path}", f"{staging}/{path}")


def link_file(source: str, target: str) -> None:
    """Let `target` be the same file; a copy where the file system has no links."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError as error:
        if error.errno not in (errno.EXDEV, errno.EPERM, errno.EMLINK, errno.ENOTSUP):
            raise
        import shutil

        shutil.copy2(source, target, follow_symlinks=False)


def exchange(staging: Path, output: Path) -> str:
    """Make `staging` the published folder. Returns the mode: `new`, `exchange` or `file by file`."""
    if not output.exists():
        staging.rename(output)
        return "new"
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    call = getattr(libc, "renameat2", None)
    if call is not None:
        done = call(_AT_FDCWD, os.fsencode(staging), _AT_FDCWD, os.fsencode(output), _EXCHANGE)
        if done == 0:
            return "exchange"
        code = ctypes.get_errno()
        if code not in _NO_EXCHANGE:
            raise PublishError(f"{output}: cannot publish: {os.strerror(code)}")
    _file_by_file(staging, output)
    return "file by file"


def remove_tree(folder: Path) -> None:
    """Remove a folder of ours that is published no more."""
    import shutil  # here, as below: a build that finds nothing changed has no need of it

    shutil.rmtree(folder, ignore_errors=True)


def manifest_text(digests: Mapping[str, bytes]) -> bytes:
    """The list of our files with their digests: what may be removed later, and nothing else."""
    lines = [f"{digests[path].hex()}  {path}\n" for path in sorted(digests)]
    return "".join(["site-gen manifest 1\n", *lines]).encode()


def changed_manifest(raw: bytes, changed: Mapping[str, bytes], gone: Iterable[str]) -> bytes:
    """What `manifest_text` would say, from what it said before; `changed`: digests of files that are new or other."""
    text = bytearray(raw)
    other = set(gone)
    for path, found in changed.items():
        at = _line_of(text, path.encode())
        if text.startswith(b"%s\n" % path.encode(), at + _NAME):
            text[at : at + _DIGEST] = found.hex().encode()
        else:
            other.add(path)
    return _relisted(bytes(text), changed, other) if other else bytes(text)


def _relisted(raw: bytes, changed: Mapping[str, bytes], paths: Iterable[str]) -> bytes:
    """A manifest with these paths put in, or taken out where they are not in `changed`."""
    text, parts, done = memoryview(raw), [], 0
    for path in sorted(paths):
        at = _line_of(raw, path.encode())
        there = raw.startswith(b"%s\n" % path.encode(), at + _NAME)
        parts.append(text[done:at])
        if path in changed:
            parts.append(memoryview(f"{changed[path].hex()}  {path}\n".encode()))
        done = raw.index(b"\n", at) + 1 if there else at
    return b"".join([*parts, text[done:]])


def _line_of(text: bytes | bytearray, path: bytes) -> int:
    """Where the line of a path begins, or would begin: lines stand in the order of their paths."""
    first, last = text.find(b"\n") + 1, len(text)
    while first < last:
        at = text.rfind(b"\n", 0, (first + last) // 2) + 1
        end = text.find(b"\n", at)
        if text[at + _NAME : end] < path:
            first = end + 1
        else:
            last = at
    return first


def read_manifest(output: Path) -> dict[str, bytes]:
    """What `manifest_text` listed; empty where there is none or it is damaged."""
    try:
        lines = (output / MANIFEST).read_text("utf-8").splitlines()
        return {line[34:]: bytes.fromhex(line[:32]) for line in lines[1:]}
    except (OSError, ValueError):
        return {}


def _file_by_file(staging: Path, output: Path) -> None:
    """Where folders cannot be exchanged: new pages first, then pages that replace others, then removals."""
    new, old = published_files(staging), published_files(output)
    ours = set(read_manifest(output))
    ordered = sorted(new, key=lambda path: (path == MANIFEST, path in old, path.endswith("index.html"), path))
    for path in ordered:
        (output / path).parent.mkdir(parents=True, exist_ok=True)
        _put(staging / path, output / path)
    for path in sorted((set(old) & ours) - set(new)):
        (output / path).unlink(missing_ok=True)


def _put(source: Path, target: Path) -> None:
    """Put a file in its place in one step, also where the output is a mount of its own."""
    try:
        os.replace(source, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        beside = target.with_name(f".{target.name[:200]}.new")
        import shutil

        shutil.copy2(source, beside)
        os.replace(beside, target)
