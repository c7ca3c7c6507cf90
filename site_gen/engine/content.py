"""The content folder as it is, against what the store knows of it: which files have to be read."""

from msgspec.structs import asdict

from site_gen.engine.codec import digest
from site_gen.engine.day import files_of_another_day, remember_day
from site_gen.engine.scan import SeenFile, read_file, scan
from site_gen.engine.settings import BuildRequest
from site_gen.engine.store import Store
from site_gen.errors import Problem, UsageError
from site_gen.sources import tree_digest


class ContentScan:
    """One look at the content folder."""

    def __init__(self, request: BuildRequest, store: Store, more: tuple[str, ...] = ()) -> None:
        """`more`: suffixes that plug-ins read."""
        self._more = more
        self.request = request
        self.store = store
        self.problems: list[Problem] = []
        """What in the folder is no article and should not be there."""
        self.due: dict[str, SeenFile] = {}
        """Files to be read, by path."""
        self.there: dict[str, SeenFile] = {}
        """All files, by path."""
        self.gone: list[str] = []
        """Files that are no more."""
        self.names: dict[str, str] = {}
        """Path -> id of the article."""
        self._reread = False

    @property
    def changed(self) -> bool:
        """Whether anything has to be read, or forgotten."""
        return bool(
            self.due or self.gone or self._reread or self._problems() != self.store.fact("scan problems")
        )

    def look(self) -> None:
        """Compare the folder with what the store knows. Only files that look changed are opened."""
        request = self.request
        if not request.content.is_dir():
            hint = "Put articles into it, or name another with --content"
            raise UsageError(f"{request.content}: there is no such folder. {hint}")
        known = {path: rest for path, *rest in self.store.select("SELECT * FROM files")}
        there = list(scan(request.content, self.problems, self._more))
        self.there = {seen.path: seen for seen in there}
        self.names = _names(there, {path: rest[2] for path, rest in known.items()})
        self._reread = self._settings() != self.store.fact("reading")
        waiting = files_of_another_day(self.store, request.config.day)
        for seen in there:
            mark, known_digest, name = known.pop(seen.path, ("", b"", ""))
            other = self._reread or name != self.names[seen.path] or seen.path in waiting
            if other or ((mark != seen.mark or request.verify) and not self._same(seen, known_digest)):
                self.due[seen.path] = seen
        self.gone = sorted(known)

    def remember(self, seen: SeenFile, content: bytes) -> None:
        """Note a file as read; `content` is the digest of its bytes."""
        mark = seen.mark if seen.settled else ""
        row = (seen.path, mark, content, self.names[seen.path])
        self.store.db.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", row)

    def remember_all(self) -> None:
        """Note that everything due was read."""
        self.store.db.executemany("DELETE FROM files WHERE path = ?", [(path,) for path in self.gone])
        self.store.set_fact("reading", self._settings())
        remember_day(self.store, self.request.config.day)
        self.store.set_fact("scan problems", self._problems())

    def words(self) -> bytes:
        """Stands for the desk's own lexicon."""
        return tree_digest(self.request.content / "_lexicon", (".yaml", ".yml"))

    def _same(self, seen: SeenFile, known_digest: bytes) -> bool:
        """Whether a file that looks changed holds the bytes that were read; then its mark is renewed."""
        if not known_digest:
            return False
        limit = self.request.config.limits.file_bytes
        try:
            same = digest(read_file(self.request.content, seen, limit)) == known_digest
        except (OSError, ValueError):
            return False
        if same:
            self.remember(seen, known_digest)
        return same

    def _settings(self) -> bytes:
        """Stands for all that reading an article depends on besides the article and our code."""
        config = self.request.config
        return digest(repr((config.date_order, config.language, config.limits)).encode() + self.words())

    def _problems(self) -> bytes:
        return digest(repr([asdict(problem) for problem in sorted(self.problems)]).encode())


def _names(there: list[SeenFile], known: dict[str, str]) -> dict[str, str]:
    """Path -> the id that its article wants if it states none. Worked out when a file came or went."""
    paths = [seen.path for seen in there]
    if known.keys() == set(paths):
        return known
    from site_gen.load.identify import article_id

    return {path: article_id(path) for path in paths}
