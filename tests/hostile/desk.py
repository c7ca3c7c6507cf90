"""Desks with three good articles and hostile ones beside them, and what is wrong with the site that came of it."""

import json
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from site_gen.config import SiteConfig
from site_gen.engine.build import BuildReport, build
from site_gen.engine.settings import BuildRequest
from tests.build.conftest import ARTICLES
from tests.hostile.cases import Case
from tests.hostile.judge import dangers

SECRET = "hostile-secret-of-the-environment"
GOOD = frozenset({"articles/loan.html", "articles/visit.html", "articles/treaty.html"})


class HostileDesk:
    """One desk, built with the good articles first; cases are put in and taken out again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = folder / "content"
        self.output = folder / "site"
        self.content.mkdir(parents=True)
        for name, text in ARTICLES.items():
            (self.content / name).write_text(text)
        self.build()
        self.good = self.files()

    def build(self) -> BuildReport:
        """Bring the site up to date."""
        config = SiteConfig(content=self.content, output=self.output)
        return build(BuildRequest(self.content, self.output, config, processes=1))

    def files(self) -> dict[str, bytes]:
        """The published site."""
        found = (path for path in self.output.rglob("*") if path.is_file())
        return {path.relative_to(self.output).as_posix(): path.read_bytes() for path in found}

    def faults(self, case: Case) -> list[str]:
        """Put a case in, build, say what is wrong, take it out."""
        for put in case.puts:
            put.make(self.content)
        try:
            report = self.build()
            return list(self._faults(case, report))
        except Exception as error:
            return [f"the build failed: {type(error).__name__}: {error}"]
        finally:
            self.empty()

    def empty(self) -> None:
        """Leave nothing but the good articles in the content folder."""
        for name in os.listdir(os.fsencode(self.content)):
            if os.fsdecode(name) not in ARTICLES:
                path = os.path.join(os.fsencode(self.content), name)
                if os.path.isdir(path) and not os.path.islink(path):
                    shutil.rmtree(path)
                else:
                    os.unlink(path)

    def _faults(self, case: Case, report: BuildReport) -> Iterator[str]:
        files = self.files()
        yield from _unnamed(case, report)
        yield from self.spoilt(files)
        for path, raw in files.items():
            if raw != self.good.get(path):
                yield from (f"{path}: {danger}" for danger in dangers(path, raw))
                yield from _leaks(path, raw)
        if case.literal and not _literal(case.literal, files):
            yield f"not literal: {case.literal}"
        yield from outside(self.folder, {"content", "site", ".site-gen"})

    def spoilt(self, files: dict[str, bytes]) -> Iterator[str]:
        """Good articles that are not published as without the hostile ones."""
        records = json.loads(files["data/records.json"])
        alone = len(records["articles"]) == len(ARTICLES)
        for path in GOOD:
            now, before = files.get(path, b""), self.good[path]
            if now != before and (alone or article_text(now) != article_text(before)):
                yield f"{path} differs"


def article_text(page: bytes) -> bytes:
    """The part of an article's page that no other article has a share in."""
    return page.partition(b'<section id="text"')[2].partition(b"</section>")[0]


def outside(folder: Path, known: Iterable[str]) -> Iterator[str]:
    """What was written where nothing should be."""
    yield from (f"written outside: {name}" for name in sorted(set(os.listdir(folder)) - set(known)))
    for name in ("/tmp/hostile-hacked", "/tmp/hacked"):
        if os.path.exists(name):
            yield f"written outside: {name}"


def _unnamed(case: Case, report: BuildReport) -> Iterator[str]:
    if not case.says:
        return
    said = [problem for problem in report.problems if problem.code == case.says]
    if not said:
        others = sorted({f"{p.code}:{p.line}" for p in report.problems})
        yield f"not named: {case.says} (said: {others})"
    elif case.line and case.line not in {problem.line for problem in said}:
        yield f"line not named: {case.line} (said: {sorted(problem.line for problem in said)})"


def _leaks(path: str, raw: bytes) -> Iterator[str]:
    if b"root:x:0:0" in raw or b"root:*:0:0" in raw:
        yield f"{path}: holds /etc/passwd"
    if SECRET.encode() in raw:
        yield f"{path}: holds the environment"


def _literal(words: str, files: dict[str, bytes]) -> bool:
    texts = json.loads(files["data/records.json"])["articles"]
    if len(texts) == len(ARTICLES):
        return True
    plain = " ".join(words.split())
    held = (" ".join(raw.decode("utf-8", "replace").split()) for path, raw in files.items() if ".txt" in path)
    titled = (article["title"] for article in texts)
    page = b"".join(raw for path, raw in files.items() if path.endswith(".html"))
    from markupsafe import escape

    return any(plain in one for one in (*held, *titled)) or str(escape(plain)).encode() in page
