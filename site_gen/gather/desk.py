"""One import from beginning to end: the folder held, its memory written down whatever happens."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

from msgspec import Struct, field

from site_gen.config import SiteConfig
from site_gen.errors import Problem, UsageError
from site_gen.gather.memory import Memory, recall, remember
from site_gen.gather.network import Client, Rules
from site_gen.gather.piece import Raw
from site_gen.gather.run import SourceReport, import_raw
from site_gen.gather.shelf import Shelf, open_shelf
from site_gen.gather.sources import is_address, raws_of
from site_gen.lexicon import load_lexicon
from site_gen.load.options import LoadOptions


class Desk(Struct):
    """Imports into one folder; a context manager."""

    folder: Path
    config: SiteConfig
    rules: Rules
    today: str
    again: bool = False
    links: bool = False
    memory: Memory = field(default_factory=Memory)
    shelf: Shelf = field(default_factory=lambda: Shelf(Path()))
    options: LoadOptions | None = None
    client: Client | None = None
    _held: ExitStack = field(default_factory=ExitStack)

    def __enter__(self) -> "Desk":
        from site_gen.gather.lock import import_lock

        if self.folder.exists() and not self.folder.is_dir():
            raise UsageError(f"{self.folder}: this is a file, not a folder; name a folder with --into")
        self.folder.mkdir(parents=True, exist_ok=True)
        self._held.enter_context(import_lock(self.folder))
        words = self.config.content / "_lexicon"
        lexicon = load_lexicon(words if words.is_dir() else None)
        self.options = LoadOptions(lexicon, self.config.date_order, self.config.language, self.config.limits)
        self.memory = recall(self.folder)
        self.shelf = open_shelf(self.folder)
        self.client = Client(self.rules, self.memory, self.today, conditional=not self.again)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._held:
            if self.memory.seen or self.memory.validators:
                remember(self.folder, self.memory)

    def gather(self, source: str, outlet: str = "") -> Iterator[SourceReport]:
        """What became of each file or address that a SOURCE stands for."""
        client = self.client
        assert client is not None
        none = True
        for raw in raws_of(source, self.config.limits.file_bytes, lambda url: client.fetch(url, outlet)):
            none = False
            if isinstance(raw, Problem):
                yield SourceReport(raw.path, problems=[raw], note="left out")
                continue
            yield self.take(raw)
        if none:
            note = (
                "not changed since the last time" if is_address(source) else "no files that may hold articles"
            )
            yield SourceReport(source, note=note)

    def take(self, raw: Raw) -> SourceReport:
        """Write the articles of one source."""
        assert self.options is not None
        assert self.client is not None
        report = import_raw(raw, self.shelf, self.memory, self.options, self.again, self.links)
        if not any(problem.severity == "error" for problem in report.problems):
            self.client.keep(raw.name)
        return report
