"""Content files in, rows out: read and extracted by workers, put into the flow."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

from site_gen.desk_words import checked_words, usable_lexicon
from site_gen.engine.codec import decode, digest, encode, number
from site_gen.engine.content import ContentScan
from site_gen.engine.extensions import Extractors, extended, loader_for
from site_gen.engine.flow import Flow
from site_gen.engine.months import month_rows, months_now, months_then, yearless_files
from site_gen.engine.names import (
    WANTED,
    Contested,
    claim,
    contested,
    files_between,
    named,
    remembered,
    settled,
)
from site_gen.engine.patience import OutOfTime, patience
from site_gen.engine.release import LIMITED, limited, release_notes, withheld
from site_gen.engine.scan import SeenFile, read_file
from site_gen.engine.shelves import Group, groups
from site_gen.engine.shortage import is_shortage
from site_gen.engine.workers import cores, in_parts, spread
from site_gen.errors import Problem, problem_at
from site_gen.lexicon import Lexicon
from site_gen.limits import Limits
from site_gen.plugins import Loader, Toolbox, plugin_problem
from site_gen.records import Article, Rejection
from site_gen.tables import PROBLEMS, Row

if TYPE_CHECKING:
    from site_gen.load.options import Loaded, LoadOptions

_CHUNK = 25
_SERIAL_BELOW = 60
_TOGETHER = 100_000
"""Bytes of files that are read side by side, at most."""
_LARGE = 1_000_000
"""Bytes above which a file is read by a worker, however few there are: it may have to be stopped."""


class ReadJob(Struct, frozen=True):
    """What a worker needs to read files: the folder, the desk's words, the loaders' options."""

    content: Path
    date_order: Literal["", "dmy", "mdy"]
    language: str
    limits: Limits
    lexicon_digest: str
    bad_words: frozenset[str] = frozenset()
    """Files of the desk's words that cannot be used."""
    loaders: tuple[tuple[str, Loader], ...] = ()
    """Of plug-ins, with their names."""
    extractors: Extractors = ()
    """Of plug-ins, with their names."""
    contested: Contested = field(default_factory=dict)
    day: str = ""
    """The day the build is for; empty where it is for none."""
    months: tuple[str, ...] = ()
    """In which articles say that they were published."""


class ReadFile(Struct, frozen=True):
    """One content file as read."""

    path: str
    digest: bytes
    """Of its bytes; empty where it could not be read."""
    rows: tuple[Group, ...]

    def __reduce__(self) -> tuple[Any, ...]:
        """Rows cross from workers as MessagePack, in less time than pickling them takes."""
        return _crossed, (self.path, self.digest, encode(self.rows))


def read_content(
    content: ContentScan, flow: Flow, progress: Callable[[str, int, int], None], tools: Toolbox
) -> None:
    """Read what is due; put its rows into the flow, and take out those of files that are gone."""
    config = content.request.config
    _, bad_words, problems = checked_words(content.request.content)
    before = remembered(flow.store)
    job = ReadJob(
        content.request.content,
        config.date_order,
        config.language,
        config.limits,
        content.words().hex(),
        bad_words,
        tools.loaders,
        tools.extractors,
        before,
        config.day,
        months_then(flow.store),
    )
    _read(content, content.due, flow, job, progress)
    for path in content.gone:
        flow.replace(number("file", path), ())
    flow.flush()
    now, months = contested(flow.store), months_now(flow.store)
    again = files_between(before, now, flow.store) if now != before else set()
    if months != job.months:
        again |= yearless_files(flow.store)
    if due := {path: content.there[path] for path in sorted(again & content.there.keys())}:
        flow.reopen()
        _read(content, due, flow, replace(job, contested=now, months=months), progress)
    found = sorted((*content.problems, *problems))
    flow.replace(number("scan"), [Row(PROBLEMS, p.path, p) for p in found])
    content.remember_all()


def _read(
    content: ContentScan,
    files: Mapping[str, SeenFile],
    flow: Flow,
    job: ReadJob,
    progress: Callable[[str, int, int], None],
) -> None:
    due = [(seen, content.names[path]) for path, seen in files.items()]
    small = len(due) < _SERIAL_BELOW and all(seen.size < _LARGE for seen, _ in due)
    processes = 1 if small else content.request.processes or cores()
    parts = in_parts(due, _CHUNK if len(due) >= _SERIAL_BELOW else 1)
    for done, result in enumerate(spread(read_files, job, parts, processes, _lost), 1):
        progress("Reading articles", done, len(due))
        flow.replace_packed(number("file", result.path), result.rows)
        content.remember(files[result.path], result.digest)


class _Own(NamedTuple):
    """An article as its file has it, and under the id that it gets, with what is to be said of that."""

    loaded: Article
    article: Article
    problems: tuple[Problem, ...]


class _Opened(NamedTuple):
    """A file as loaded: what is to be said of it so far, and the articles that are to be read."""

    path: str
    digest: bytes
    rows: list[Row]
    articles: list[_Own]


class _Found(NamedTuple):
    """What an article says: what was left, what plug-ins failed, and its rows."""

    notes: list[Rejection]
    failed: list[Problem]
    rows: list[Row]


def read_files(job: ReadJob, files: Sequence[tuple[SeenFile, str]]) -> list[ReadFile]:
    """Load and extract every file, which comes with the id of its article.

    What cannot be read yields a problem and no article.
    """
    return [read for run in _in_runs(files) for read in _read_run(job, run)]


def _in_runs(files: Sequence[tuple[SeenFile, str]]) -> Iterator[list[tuple[SeenFile, str]]]:
    """Files that are read side by side: small ones in a row, a large one alone."""
    run: list[tuple[SeenFile, str]] = []
    held = 0
    for seen, name in files:
        if run and held + seen.size > _TOGETHER:
            yield run
            run, held = [], 0
        run.append((seen, name))
        held += seen.size
    if run:
        yield run


def _read_run(job: ReadJob, files: Sequence[tuple[SeenFile, str]]) -> Iterator[ReadFile]:
    opened = [_opened(job, seen, name) for seen, name in files]
    found = iter(_found_together(job, [own.article for file in opened for own in file.articles]))
    for file in opened:
        yield _finished(job, file, list(islice(found, len(file.articles))))


def _finished(job: ReadJob, file: _Opened, found: Sequence[_Found | None]) -> ReadFile:
    """A file as read; `found`: what each of its articles says, where that is known already."""
    try:
        with patience(job.limits.seconds):
            told = (
                _article_rows(own, ready, file.path, job)
                for own, ready in zip(file.articles, found, strict=True)
            )
            return _read_file(file.path, file.digest, chain(file.rows, *told))
    except OutOfTime:
        return _read_file(file.path, file.digest, (_too_slow(file.path, job.limits.seconds),))


def _opened(job: ReadJob, seen: SeenFile, name: str) -> _Opened:
    try:
        raw = read_file(job.content, seen, job.limits.file_bytes)
    except (OSError, ValueError) as error:
        if is_shortage(error):
            raise
        return _Opened(seen.path, b"", [_unreadable(seen.path, error)], [])
    try:
        with patience(job.limits.seconds):
            return _Opened(seen.path, digest(raw), *_loaded(job, seen.path, name, raw))
    except OutOfTime:
        return _Opened(seen.path, digest(raw), [_too_slow(seen.path, job.limits.seconds)], [])


def _found_together(job: ReadJob, articles: Sequence[Article]) -> Sequence[_Found | None]:
    """What articles say, read side by side; nothing where that fails: then each is read by itself, and one is named."""
    if len(articles) < 2 or sum(len(article.text) for article in articles) > _TOGETHER:
        return [None] * len(articles)
    try:
        with patience(job.limits.seconds):
            return _found(job, articles)
    except (Exception, OutOfTime):
        return [None] * len(articles)


def _found(job: ReadJob, articles: Sequence[Article]) -> list[_Found]:
    from site_gen.engine.local import rows_of_each
    from site_gen.extract import extract_each

    words, notes = _words(job), [list[Rejection]() for _ in articles]
    read = zip(articles, extract_each(articles, words, notes), strict=True)
    more = [extended(article, findings, words, job.extractors) for article, findings in read]
    rows = rows_of_each([(one, findings) for one, (findings, _) in zip(articles, more, strict=True)])
    return [_Found(*told) for told in zip(notes, (failed for _, failed in more), rows, strict=True)]


def _crossed(path: str, content: bytes, rows: bytes) -> ReadFile:
    """A file as it comes out of `ReadFile.__reduce__`."""
    return ReadFile(path, content, decode(rows, tuple[Group, ...]))


def _read_file(path: str, content: bytes, rows: Iterable[Row]) -> ReadFile:
    return ReadFile(path, content, tuple(groups(rows)))


def _loaded(job: ReadJob, path: str, name: str, raw: bytes) -> tuple[list[Row], list[_Own]]:
    """What is to be said of a file, and its articles that may be published."""
    from site_gen.load import article_id
    from site_gen.load.options import LoadOptions

    options = LoadOptions(_words(job), job.date_order, job.language, job.limits, job.months)
    try:
        loaded = loaded_file(raw, path, options, job.loaders)
    except Exception as error:  # a bug of ours in one file must not cost the others
        if is_shortage(error):
            raise
        return [_faulty(path, path, error)], []
    rows = [Row(PROBLEMS, problem.path, problem) for problem in loaded.problems]
    articles = []
    for article in loaded.articles:
        own = named(article, name) if article.id == article_id(path) else article
        if limited(own):
            rows += _limits(own, path, job.day)
        if not withheld(own, job.day):
            articles.append(_Own(own, *settled(own, path, job.contested)))
    return rows, articles


def _words(job: ReadJob) -> Lexicon:
    """The words of this build."""
    words: Lexicon = _lexicon(job.content, job.lexicon_digest, job.bad_words)
    return words


def _limits(article: Article, path: str, day: str) -> Iterator[Row]:
    yield Row(LIMITED, path, article.id)
    yield from (Row(PROBLEMS, path, note) for note in release_notes(article, path, day))


def loaded_file(
    raw: bytes, path: str, options: "LoadOptions", loaders: tuple[tuple[str, Loader], ...]
) -> "Loaded":
    """The articles of a file, read by the plug-in that is for files of its kind, or by us."""
    from site_gen.load import load_file
    from site_gen.load.options import Loaded

    theirs = loader_for(path, loaders)
    if theirs is None:
        return load_file(raw, path, options)
    try:
        loaded = theirs[1].load(raw, path, options)
        encode(loaded.articles)
        return loaded
    except Exception as error:
        if is_shortage(error):
            raise
        return Loaded((), (plugin_problem(theirs[0], "its loader failed", error, path),))


def _article_rows(own: _Own, ready: _Found | None, path: str, job: ReadJob) -> list[Row]:
    """The rows of an article; `ready`: what it says, where that is known already."""
    loaded, article, problems = own
    try:
        notes, failed, rows = ready or _found(job, (article,))[0]
    except Exception as error:  # a bug of ours in one article must not cost the others
        if is_shortage(error):
            raise
        return [_faulty(path, article.title, error)]
    return [
        Row(WANTED, loaded.id, claim(loaded, path)),
        *month_rows(loaded, path),
        *rows,
        *(Row(PROBLEMS, path, p) for p in (*problems, *failed, *_unmatched(article, path, notes))),
    ]


def _unmatched(article: Article, path: str, notes: list[Rejection]) -> Iterator[Problem]:
    """Entries of the editor's in front matter that match nothing in the article."""
    for note in notes:
        if note.extractor == "editor":
            hint = "spell it as the article does; `site-gen extract` on the file shows what is found"
            start = note.evidence.start
            yield problem_at(
                path, article.text, start, "override-unused", note.reason, hint, severity="warning"
            )


def _faulty(path: str, title: str, error: Exception) -> Row:
    message = f"internal fault while reading '{title}': {type(error).__name__}: {error}"
    hint = "the article was left out; `site-gen --debug extract` on the file shows where the fault is"
    return Row(PROBLEMS, path, Problem(path, 0, 0, "internal", message, hint))


def _too_slow(path: str, seconds: int) -> Row:
    message = f"reading it took more than {seconds} seconds of processor time (seconds)"
    hint = "split it, or raise limits.seconds in site.yaml"
    return Row(PROBLEMS, path, Problem(path, 0, 0, "too-slow", message, hint))


def _unreadable(path: str, error: Exception) -> Row:
    reason = getattr(error, "strerror", None) or str(error)
    big = isinstance(error, ValueError)
    code = "file-size" if big else "unreadable"
    hint = "split it, or raise limits.file_bytes in site.yaml" if big else "check its permissions"
    message = reason if big else f"cannot be read: {reason}"
    return Row(PROBLEMS, path, Problem(path, 0, 0, code, message, hint))


@cache
def _lexicon(content: Path, digest: str, left_out: frozenset[str]) -> Any:
    """The lexicon of this process; `digest` makes a changed one a new one."""
    assert digest
    return usable_lexicon(content, left_out)


def _lost(item: tuple[SeenFile, str]) -> ReadFile:
    """Stands in for a file that no worker survived."""
    path = item[0].path
    message = "reading it ended the process that did it"
    problem = Problem(path, 0, 0, "worker-died", message, "split it, or take it out")
    return _read_file(path, b"", (Row(PROBLEMS, path, problem),))
