"""The documentation as a website, made with the tool's own templates: `python docs/build.py FOLDER`.

Every link between its pages is followed while that is done; one that leads nowhere stops it.
"""

import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from markdown import markdown
from markupsafe import Markup

from site_gen import __version__
from site_gen.pages.notes import Link
from site_gen.pages.page import Page
from site_gen.pages.parts import Head
from site_gen.render import Theme, render
from site_gen.render.environment import DEFAULT
from site_gen.tables import SiteInfo

HERE = Path(__file__).resolve().parent
SITE = SiteInfo("site-gen", "News in, an explained story out.", version=__version__)
_LINK = re.compile(r'(href|src)="([^":]*?)"')


@dataclass(frozen=True, slots=True)
class DocView:
    """A page of the documentation."""

    head: Head
    """Title and way here."""
    body: Markup
    """Our own text as HTML."""


def written() -> dict[str, str]:
    """Path and text of every page, the front page first."""
    files = sorted(HERE.rglob("*.md"), key=lambda file: (file != HERE / "index.md", file))
    return {file.relative_to(HERE).as_posix(): file.read_text("utf-8") for file in files}


def build(folder: Path) -> list[str]:
    """Write the site; returns the links that lead nowhere."""
    made = {path.removesuffix(".md") + ".html": _page(path, text) for path, text in written().items()}
    for path, text in made.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    for theme in (DEFAULT, HERE / "theme"):
        shutil.copytree(theme / "static", folder / "static", dirs_exist_ok=True)
    shutil.copytree(
        HERE / "hosting", folder / "hosting", dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.md")
    )
    return [f"{path}: {link}" for path in made for link in _lost(folder, path, made)]


def _page(path: str, text: str) -> str:
    body = markdown(text, extensions=["tables", "fenced_code", "toc"], output_format="html")
    body = _LINK.sub(lambda m: f'{m[1]}="{re.sub(r"[.]md(?=#|$)", ".html", m[2])}"', body)
    body = re.sub(r' style="[^"]*"', "", body)
    title = text.partition("\n")[0].lstrip("# ").replace("`", "")
    up = "../" * path.count("/")
    crumbs = () if path == "index.md" else (Link("page", "", "Documentation", f"{up}index.html"),)
    view = DocView(Head(title, f"{title}: documentation of site-gen.", "docs", crumbs), Markup(body))
    page = Page(path.removesuffix(".md") + ".html", "doc.html", view)
    return render(page, SITE, Theme((HERE / "theme", DEFAULT))).decode()


def _lost(folder: Path, path: str, made: dict[str, str]) -> list[str]:
    """Links of a page to files or anchors that are not there."""
    lost = []
    for _, link in _LINK.findall(made[path]):
        address, _, anchor = link.partition("#")
        file = ((folder / path).parent / address).resolve() if address else folder / path
        there = file.relative_to(folder.resolve()).as_posix() if file.is_relative_to(folder.resolve()) else ""
        if not file.is_file() or (anchor and f'id="{anchor}"' not in made.get(there or path, "")):
            lost.append(link)
    return lost


if __name__ == "__main__":
    nowhere = build(Path(sys.argv[1]))
    print("\n".join(nowhere) or f"{len(written())} pages")
    sys.exit(bool(nowhere))
