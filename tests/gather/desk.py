"""A desk to import into, for tests."""

from pathlib import Path

from site_gen.config import SiteConfig
from site_gen.gather.desk import Desk
from site_gen.gather.network.rules import Rules
from site_gen.gather.piece import Raw
from site_gen.gather.run import SourceReport
from site_gen.lexicon import load_lexicon
from site_gen.load import load_file
from site_gen.load.options import Loaded, LoadOptions

LEXICON = load_lexicon()


def bring(folder: Path, data: bytes | str, file: str, again: bool = False, url: str = "") -> SourceReport:
    """What became of one source."""
    raw = Raw(file, data.encode() if isinstance(data, str) else data, file, url, "2026-01-02" if url else "")
    with Desk(folder, SiteConfig(content=folder), Rules(delay=0), "2026-01-02", again) as desk:
        return desk.take(raw)


def written_files(folder: Path) -> dict[str, str]:
    """Name -> text of the articles in a folder."""
    return {p.name: p.read_text("utf-8") for p in sorted(folder.iterdir()) if not p.name.startswith(".")}


def read_back(folder: Path, name: str) -> Loaded:
    """A file as a build reads it."""
    return load_file((folder / name).read_bytes(), name, LoadOptions(LEXICON))
