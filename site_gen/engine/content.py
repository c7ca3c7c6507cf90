"""The content folder and what the editor decided, brought into the store as rows."""

from collections.abc import Callable
from dataclasses import asdict

from site_gen.engine.codec import digest, encode, number
from site_gen.engine.flow import Flow
from site_gen.engine.inputs import ReadFile, ReadJob, file_digest, packed_row, read_files
from site_gen.engine.scan import SeenFile, read_file, scan
from site_gen.engine.settings import BuildRequest, tree_digest
from site_gen.engine.store import Store
from site_gen.engine.workers import cores, in_parts, spread
from site_gen.errors import Problem, UsageError
from site_gen.tables import PROBLEMS, Row

_CHUNK = 25
_SERIAL_BELOW = 60


class ContentReader:
    """Finds the files that changed since the cache was written, and reads them."""

    def __init__(self, request: BuildRequest, store: Store) -> None:
        self._request = request
        self._store = store
        self._scan_problems: list[Problem] = []
        self._due: dict[str, SeenFile] = {}
        self._gone: list[str] = []
        self._names: dict[str, str] = {}
        self._reread = False

    @property
    def changed(self) -> bool:
        """Whether anything has to be read, or forgotten."""
        return bool(self._due or self._gone or self._reread or self._problems_changed())

    def look(self) -> None:
        """Compare the folder with what the store knows. Only files that look changed are opened."""
        request = self._request
        if not request.content.is_dir():
            hint = "Put articles into it, or name another with --content"
            raise UsageError(f"{request.content}: there is no such folder. {hint}")
        known = {path: rest for path, *rest in self._store.select("SELECT * FROM files")}
        there = list(scan(request.content, self._scan_problems))
        self._names = _names(there, {path: rest[2] for path, rest in known.items()})
        self._reread = self._settings() != self._store.fact("reading")
        for seen in there:
            mark, sum_, name = known.pop(seen.path, ("", b"", ""))
            other = self._reread or name != self._names[seen.path]
            if other or ((mark != seen.mark or request.verify) and not self._same(seen, sum_)):
                self._due[seen.path] = seen
        self._gone = sorted(known)

    def read(self, flow: Flow, progress: Callable[[str, int, int], None]) -> None:
        """Read what is due; put its rows into the flow, and take out those of files that are gone."""
        due = [(seen, self._names[path]) for path, seen in self._due.items()]
        job = self._job()
        processes = 1 if len(due) < _SERIAL_BELOW else self._request.processes or cores()
        results = spread(read_files, job, in_parts(due, _CHUNK), processes, _lost)
        for done, result in enumerate(results, 1):
            progress("Reading articles", done, len(due))
            flow.replace_packed(_owner(result.path), result.rows)
            self._remember(self._due[result.path], result.digest)
        for path in self._gone:
            flow.replace(_owner(path), ())
            self._store.db.execute("DELETE FROM files WHERE path = ?", (path,))
        flow.replace(number("scan"), [Row(PROBLEMS, p.path, p) for p in sorted(self._scan_problems)])
        self._store.set_fact("reading", self._settings())
        self._store.set_fact("scan problems", self._problems_digest())

    def _same(self, seen: SeenFile, known_digest: bytes) -> bool:
        """Whether a file that looks changed holds the bytes that were read; then its mark is renewed."""
        if not known_digest:
            return False
        try:
            same = file_digest(read_file(self._request.content, seen, self._limit())) == known_digest
        except (OSError, ValueError):
            return False
        if same:
            self._remember(seen, known_digest)
        return same

    def _remember(self, seen: SeenFile, sum_: bytes) -> None:
        mark = seen.mark if seen.settled else ""
        row = (seen.path, mark, sum_, self._names[seen.path])
        self._store.db.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", row)

    def _limit(self) -> int:
        return self._request.config.limits.file_bytes

    def _job(self) -> ReadJob:
        config = self._request.config
        return ReadJob(
            content=self._request.content,
            date_order=config.date_order,
            language=config.language,
            limits=config.limits,
            lexicon_digest=self._words().hex(),
        )

    def _words(self) -> bytes:
        return tree_digest(self._request.content / "_lexicon", (".yaml", ".yml"))

    def _settings(self) -> bytes:
        """Stands for all that reading an article depends on besides the article and our code."""
        config = self._request.config
        shape = (config.date_order, config.language, asdict(config.limits))
        return digest(encode(shape) + self._words())

    def _problems_digest(self) -> bytes:
        return digest(encode([asdict(problem) for problem in sorted(self._scan_problems)]))

    def _problems_changed(self) -> bool:
        return self._problems_digest() != self._store.fact("scan problems")


def _owner(path: str) -> int:
    return number("file", path)


def _names(there: list[SeenFile], known: dict[str, str]) -> dict[str, str]:
    """Path -> id of its article. Worked out when a file came or went: two may meet in one name."""
    paths = [seen.path for seen in there]
    if known.keys() == set(paths):
        return known
    from site_gen.load.identify import article_id, distinct_ids

    return dict(distinct_ids({path: article_id(path) for path in paths}))


def _lost(item: tuple[SeenFile, str]) -> ReadFile:
    """Stands in for a file that no worker survived."""
    seen = item[0]
    problem = Problem(
        seen.path, 0, 0, "worker-died", "reading it ended the process that did it", "split it, or take it out"
    )
    return ReadFile(seen.path, b"", (packed_row(PROBLEMS, seen.path, problem),))
