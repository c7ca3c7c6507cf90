"""The folder that articles are written into: what is there, what an editor changed, and writing safely."""

import contextlib
import os
import re
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct, field

from site_gen.load.identify import digest as short_digest
from site_gen.load.identify import slug

_HEAD = 66_000
_IMPORT = re.compile(r"^import:\n(?P<lines>(?:[ ]{2}[^\n]*\n){1,20})", re.MULTILINE)
NOTED_ID = re.compile(r"^  id: (?P<id>[^\n]+)$", re.MULTILINE)
"""The line of a front matter that notes the identity of what was imported."""
_DIGEST = re.compile(r"^  digest: [0-9a-f]{20}\n", re.MULTILINE)
_URL = re.compile(r"^source:\n(?:  [^\n]*\n){0,5}?  url: (?P<url>[^\n]+)$", re.MULTILINE)
_RETRIEVED = re.compile(r"^  retrieved: [^\n]*$", re.MULTILINE)
_NAME = 70


class Held(Struct, frozen=True):
    """A file that an earlier import wrote."""

    path: Path
    url: str
    summary: bool
    """Only a summary had come."""


class Shelf(Struct):
    """A folder of articles."""

    folder: Path
    by_id: dict[str, Held] = field(default_factory=dict)
    by_url: dict[str, str] = field(default_factory=dict)
    """Address -> identity; empty where several articles have the address."""
    stems: set[str] = field(default_factory=set)
    """Names that are taken, without suffix, in lower case."""

    def hold(self, identity: str, held: Held) -> None:
        """Know of a file."""
        self.by_id.setdefault(identity, held)
        if held.url:
            self.by_url[held.url] = "" if self.by_url.get(held.url, identity) != identity else identity

    def known_as(self, identity: str, url: str) -> str:
        """The identity under which an article is here: its own, or that of the one article at its address."""
        other = self.by_url.get(url, "")
        return other if identity not in self.by_id and other and url in (identity, other) else identity

    def name_for(self, title: str, identity: str) -> str:
        """A file name that nothing here has: letters, digits and hyphens, whatever the title."""
        stem = slug(title, _NAME)
        if stem in self.stems:
            stem = f"{stem[: _NAME - 9].rstrip('-')}-{short_digest(identity)}"
        number = 2
        plain = stem
        while stem in self.stems:
            stem, number = f"{plain}-{number}", number + 1
        return f"{stem}.md"


def open_shelf(folder: Path) -> Shelf:
    """What earlier imports left in `folder` and below it, wherever an editor moved it."""
    from site_gen.gather.identity import address_key

    shelf = Shelf(folder)
    for path in _files(folder):
        if path.parent == folder:
            shelf.stems.add(path.stem.lower())
        if path.suffix.lower() != ".md":
            continue
        head = _head(path)
        noted = _IMPORT.search(head) if head.startswith("---\n") else None
        known = NOTED_ID.search(noted["lines"]) if noted else None
        if known:
            url = _URL.search(head)
            key = address_key(unquoted(url["url"])) if url else ""
            shelf.hold(unquoted(known["id"]), Held(path, key, "\ncompleteness: summary\n" in head))
    return shelf


def unquoted(value: str) -> str:
    """A scalar as `yaml_text` wrote it, without its quotes."""
    import json

    value = value.strip()
    if value.startswith('"'):
        with contextlib.suppress(ValueError):
            return str(json.loads(value))
    return value.strip("'")


def signed(text: str) -> str:
    """`text` with a digest of itself behind its import id."""
    at = NOTED_ID.search(text)
    if not at:
        return text
    return f"{text[: at.end() + 1]}  digest: {_digest(text)}\n{text[at.end() + 1 :]}"


def untouched(text: str) -> bool:
    """Whether a file is as an import wrote it."""
    found = _DIGEST.search(text)
    return bool(found) and found.group().split()[1] == _digest(_DIGEST.sub("", text, count=1))  # type: ignore[union-attr]


def retrieved_in(text: str) -> str:
    """The day on which the article in a file was taken from its address; empty where the file does not say it."""
    found = _RETRIEVED.search(text[:_HEAD])
    return found.group().split(":", 1)[1].strip() if found else ""


def write_new(folder: Path, name: str, text: str) -> Path:
    """Write a file that is not there yet, wholly or not at all; returns its path."""
    target = folder / name
    with _beside(folder, text) as draft:
        try:
            os.link(draft, target)
        except FileExistsError:
            raise
        except OSError:  # a file system without links
            draft.replace(target)
    return target


def write_again(path: Path, text: str) -> None:
    """Replace a file in one step."""
    with _beside(path.parent, text) as draft:
        draft.replace(path)


@contextlib.contextmanager
def _beside(folder: Path, text: str) -> Iterator[Path]:
    draft = folder / f".site-gen-{os.getpid()}.tmp"
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)
    try:
        with os.fdopen(os.open(draft, flags, 0o644), "wb") as file:
            file.write(text.encode("utf-8", "replace"))
            file.flush()
            os.fsync(file.fileno())
        yield draft
    finally:
        draft.unlink(missing_ok=True)


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "replace"), digest_size=10).hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    for at, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        yield from (Path(at) / name for name in sorted(names) if not name.startswith("."))


def _head(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_HEAD).decode("utf-8", "replace")
    except OSError:
        return ""
