"""Build, serve, watch, build again: one warm process, and the pages that are open follow."""

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from site_gen.engine.build import BuildReport, build
from site_gen.engine.memory import Memory
from site_gen.engine.settings import BuildRequest, template_folders
from site_gen.errors import SiteGenError, problem_text
from site_gen.pages.parts import plural
from site_gen.serve.news import News
from site_gen.serve.server import start_server

Say = Callable[[str], None]
_QUIET_MS = 10
"""Milliseconds without a further change before a build begins."""
_GLANCE_MS = 200
"""Milliseconds between looks at the single files beside the content."""
_BESIDE = ("site.yaml", "decisions.yaml", "changes.jsonl")


def serve(request: Callable[[], BuildRequest], port: int, host: str, say: Say, stop: threading.Event) -> None:
    """Serve until `stop` is set. `request` is asked before every build, since settings may have changed."""
    first = request()
    news, memory = News(), Memory()
    server = start_server(first.output, host, port, news)
    say(f"Serving {first.output} at http://{host}:{server.server_port}/  (Ctrl-C to stop)")
    try:
        rebuild(request, news, say, memory)
        for _ in changes(watched(first), beside(first), first.output, stop):
            rebuild(request, news, say, memory)
    finally:
        news.close()
        server.shutdown()
        server.server_close()


def rebuild(request: Callable[[], BuildRequest], news: News, say: Say, memory: Memory) -> None:
    """Build once; tell the open pages what came of it. The last good site stays when it fails."""
    try:
        report = build(request(), memory=memory)
    except (SiteGenError, OSError) as error:
        say(f"not built: {error}")
        news.failed([str(error)])
        return
    except Exception as error:  # a fault of ours or of a plug-in must not end the server
        fault = f"{type(error).__name__}: {error} (a fault of site-gen: `site-gen build --debug` shows where)"
        say(f"not built: {fault}")
        news.failed([fault])
        return
    errors = [problem_text(problem) for problem in report.problems if problem.severity == "error"]
    say(_summary(report))
    for text in news.fresh([problem_text(problem) for problem in report.problems]):
        say(text)
    news.built(changed=report.mode != "unchanged", problems=errors)


def watched(request: BuildRequest) -> list[Path]:
    """Folders whose changes call for a build: content, templates, and where site.yaml lies."""
    folders = [request.content, *template_folders(), request.content.resolve().parent / "templates"]
    return [folder for folder in folders if folder.is_dir()]


def beside(request: BuildRequest) -> list[Path]:
    """Single files that shape the site, there or not: settings, decisions, the journal."""
    folders = dict.fromkeys((request.content.resolve().parent, Path.cwd()))
    return [folder / name for folder in folders for name in _BESIDE]


def changes(folders: list[Path], files: list[Path], output: Path, stop: threading.Event) -> Iterator[None]:
    """One item for every burst of changes below `folders`, or to one of `files`; and one at the start, for what
    changed before the watch began.

    Files are looked at again and again: an editor that puts a new file in the place of the old one, and a file that
    was not there, would be missed by a watch.
    """
    from watchfiles import watch

    ours = f"{output.resolve()}{os.sep}"
    known: list[object] = []
    for burst in watch(
        *folders,
        stop_event=stop,
        step=_QUIET_MS,
        debounce=400,
        rust_timeout=_GLANCE_MS,
        yield_on_timeout=True,
    ):
        now = [_mark(file) for file in files]
        if now != known or any(not path.startswith(ours) for _, path in burst):
            known = now
            yield None


def _mark(file: Path) -> object:
    try:
        info = file.stat()
    except OSError:
        return None
    return info.st_mtime_ns, info.st_size, info.st_ino


def _summary(report: BuildReport) -> str:
    if report.mode == "unchanged":
        return f"nothing changed ({report.seconds * 1000:.0f} ms)"
    written, problems = plural(report.written, "file"), plural(len(report.problems), "problem")
    done = f"{written} written, {report.removed} removed in {report.seconds * 1000:.0f} ms"
    return f"{done}, {problems}" if report.problems else done
