"""Files that are no pages: assets of the theme, data of all records, feeds, the search index, lists of files."""

import contextlib
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from site_gen.engine.assemble import Assembled, Span, changed_parts, family_files, is_touched
from site_gen.engine.codec import number
from site_gen.engine.data_files import exported, wanted_files, write_data_files
from site_gen.engine.ledger import Ledger
from site_gen.engine.looks import Looks
from site_gen.engine.pageflow import UNLISTED
from site_gen.engine.publish import FileWriter
from site_gen.export import ASSEMBLIES, FAMILIES, LISTINGS
from site_gen.tables import SiteInfo

SHARED = number("shared files")
_DATA = number("data files")
_STATIC = number("static files")


class SharedFiles:
    """Writes them where they differ from the published ones."""

    def __init__(self, ledger: Ledger, looks: Looks, site: SiteInfo, output: Path) -> None:
        self._ledger = ledger
        self._looks = looks
        self._site = site
        self._output = output

    def write(self, touched: set[str], gone: set[str], templates: tuple[Path, ...]) -> set[str]:
        """Write what is due; returns the files of them that are no more.

        `touched`: keys of fragments that have changed; `gone`: pages that are no more; `templates`: of plug-ins.
        """
        lost = self._static(templates)
        self._assemblies(touched)
        lost |= self._data(touched)
        lost |= self._families(touched)
        return lost | self._listings(gone | lost)

    def _static(self, theirs: tuple[Path, ...]) -> set[str]:
        """Assets of the theme; a site's own file takes the place of the theme's of the same name."""
        found: dict[str, Path] = {}
        for folder in reversed(self._looks.folders(theirs)):
            root = folder / "static"
            files = root.rglob("*") if root.is_dir() else ()
            found |= {f"static/{file.relative_to(root).as_posix()}": file for file in files if file.is_file()}
        return self._ledger.several(_STATIC, ((path, found[path].read_bytes()) for path in sorted(found)))

    def _assemblies(self, touched: set[str]) -> None:
        for assembly in ASSEMBLIES:
            as_left = self._ledger.as_left(assembly.path)
            if as_left and not is_touched(assembly, touched):
                continue
            made = Assembled(assembly, self._ledger.store, touched, as_left)
            writer = FileWriter(self._ledger.staging, assembly.path, hashed=False)
            self._stream(writer, assembly.path, made.pieces())
            self._ledger.adopt(writer.close(made.digest), SHARED)
            made.keep()

    def _stream(self, writer: FileWriter, path: str, pieces: Iterable[bytes | Span]) -> None:
        """Write a file that need not fit into memory; spans are copied from the published one."""
        with contextlib.ExitStack() as held:
            published: BinaryIO | None = None
            for piece in pieces:
                if isinstance(piece, bytes):
                    writer.write(piece)
                    continue
                published = published or held.enter_context((self._output / path).open("rb"))
                writer.copy(published, *piece)

    def _data(self, touched: set[str]) -> set[str]:
        """Files made of all records; returns those that are no more."""
        ledger, groups = self._ledger, exported(self._ledger.store)
        known, paths = ledger.of(_DATA), wanted_files(groups)
        same = known == paths and not (paths & ledger.stale) and not self._looks.changed
        if same and not any(key.startswith("data/records.json#") for key in touched):
            return set()
        for file in write_data_files(ledger.store, groups, self._site, ledger.staging):
            ledger.adopt(file, _DATA)
        ledger.drop(known - paths)
        return known - paths

    def _families(self, touched: set[str]) -> set[str]:
        """Files that come in any number; returns those that are no more."""
        store, gone = self._ledger.store, set[str]()
        for family in FAMILIES:
            for part in changed_parts(family, store, touched, bool(self._ledger.stale)):
                run = number("family", family.path, part)
                gone |= self._ledger.several(run, family_files(family, part, store))
        return gone

    def _listings(self, gone: set[str]) -> set[str]:
        """Files that tell which files there are; returns those that are no more."""
        ledger = self._ledger
        new = not all(map(ledger.was_published, ledger.written))
        if not (self._looks.changed or gone or ledger.stale or new):
            return set()
        query = "SELECT pages.path, runs.stage FROM pages LEFT JOIN runs ON runs.id = pages.run ORDER BY path"
        paths = [path for path, stage in ledger.asked(query) if stage not in UNLISTED]
        lost: set[str] = set()
        for listing in LISTINGS:
            files = ((path, text.encode()) for path, text in listing.files(paths, self._site))
            lost |= ledger.several(number("listing", listing.name), files)
        return lost
