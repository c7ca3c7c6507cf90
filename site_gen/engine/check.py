"""`site-gen check`: all problems of a desk in one run. Nothing is rendered, published or kept."""

import os
import posixpath
from collections.abc import Iterator

from site_gen import analyse, resolve
from site_gen.engine.build import Progress, no_progress
from site_gen.engine.codec import number
from site_gen.engine.content import ContentScan
from site_gen.engine.flow import Flow
from site_gen.engine.pipeline import settings_rows, unused_decisions
from site_gen.engine.problems import problems
from site_gen.engine.reading import read_content
from site_gen.engine.settings import BuildRequest
from site_gen.engine.shelves import table_values
from site_gen.engine.store import Store, open_store
from site_gen.errors import Problem, problem_at
from site_gen.load.links import LocalLink, local_links
from site_gen.plugins import load_toolbox
from site_gen.records import Article
from site_gen.tables import ARTICLES, PROBLEMS, Row


def check(request: BuildRequest, progress: Progress = no_progress) -> tuple[Problem, ...]:
    """Every problem of the content, the decisions and the desk's words, in order of place.

    `UsageError` where there is no content folder.
    """
    store = open_store(None, b"check")
    try:
        tools = load_toolbox(request.used_plugins)
        content = ContentScan(request, store, tools.suffixes)
        content.look()
        flow = Flow(store)
        read_content(content, flow, progress, tools)
        flow.replace(number("settings"), settings_rows(request))
        flow.replace(number("plug-ins"), [Row(PROBLEMS, p.path, p) for p in tools.problems])
        flow.run((*resolve.STAGES, *analyse.STAGES))
        flow.replace(number("unused decisions"), unused_decisions(store))
        flow.flush()
        return tuple(sorted({*problems(store), *_broken_links(request, store)}))
    finally:
        store.close()


def _broken_links(request: BuildRequest, store: Store) -> Iterator[Problem]:
    """Links and pictures of Markdown files that lead to no file."""
    for _, article in table_values(store, ARTICLES):
        if article.format == "md":
            yield from _broken_in(article, os.fspath(request.content), os.fspath(request.output))


def _broken_in(article: Article, content: str, output: str) -> Iterator[Problem]:
    for link in local_links(article.text):
        if not _leads_somewhere(link, article.path, content, output):
            what, code = ("picture", "image-broken") if link.picture else ("link", "link-broken")
            message = f"this {what} leads to no file: {link.written}"
            hint = "names are relative to this file, or to the content folder where they begin with /"
            yield problem_at(article.path, article.text, link.at, code, message, hint, "warning")


def _leads_somewhere(link: LocalLink, path: str, content: str, output: str) -> bool:
    """Whether a file of the desk, or a page published by the last build, stands there."""
    if "\0" in link.path:
        return False
    inside = posixpath.normpath(posixpath.join("/", posixpath.dirname(path), link.path)).lstrip("/")
    page = posixpath.normpath(posixpath.join("/articles", link.path)).lstrip("/")
    places = (f"{content}/{inside}", f"{output}/{inside}", f"{output}/{page}")
    try:
        return any(os.path.exists(place) for place in places)
    except OSError:
        return False
