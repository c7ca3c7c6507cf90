"""Build, serve, watch, build again: one warm process, and the pages that are open follow."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from site_gen.engine.build import BuildReport, build
from site_gen.engine.settings import BuildRequest, template_folders
from site_gen.errors import SiteGenError, problem_text
from site_gen.serve.news import News
from site_gen.serve.server import start_server

Say = Callable[[str], None]
_QUIET_MS = 10
"""Milliseconds without a further change before a build begins."""


def serve(request: Callable[[], BuildRequest], port: int, host: str, say: Say, stop: threading.Event) -> None:
    """Serve until `stop` is set. `request` is asked before every build, since settings may have changed."""
    first = request()
    news = News()
    server = start_server(first.output, host, port, news)
    say(f"Serving {first.output} at http://{host}:{server.server_port}/  (Ctrl-C to stop)")
    try:
        rebuild(request, news, say)
        for _ in changes(watched(first), first.output, stop):
            rebuild(request, news, say)
    finally:
        news.close()
        server.shutdown()
        server.server_close()


def rebuild(request: Callable[[], BuildRequest], news: News, say: Say) -> None:
    """Build once; tell the open pages what came of it. The last good site stays when it fails."""
    try:
        report = build(request())
    except (SiteGenError, OSError) as error:
        say(f"not built: {error}")
        news.failed([str(error)])
        return
    errors = [problem_text(problem) for problem in report.problems if problem.severity == "error"]
    say(_summary(report))
    news.built(changed=report.mode != "unchanged", problems=errors)


def watched(request: BuildRequest) -> list[Path]:
    """Folders whose changes call for a build: content, templates, and where site.yaml lies."""
    folders = [request.content, *template_folders(), request.content.resolve().parent / "templates"]
    return [folder for folder in folders if folder.is_dir()]


def changes(folders: list[Path], output: Path, stop: threading.Event) -> Iterator[None]:
    """One item for every burst of changes below `folders`, or to a site.yaml beside them."""
    from watchfiles import watch

    parents = {folder.resolve().parent for folder in folders}
    settings = [parent / "site.yaml" for parent in sorted(parents) if (parent / "site.yaml").exists()]
    ours = str(output.resolve())
    watching = watch(*folders, *settings, stop_event=stop, step=_QUIET_MS, debounce=400, rust_timeout=500)
    for burst in watching:
        if any(not path.startswith(ours) for _, path in burst):
            yield None


def _summary(report: BuildReport) -> str:
    if report.mode == "unchanged":
        return f"nothing changed ({report.seconds * 1000:.0f} ms)"
    done = f"{report.written} files written, {report.removed} removed in {report.seconds * 1000:.0f} ms"
    return f"{done}, {len(report.problems)} problems" if report.problems else done
