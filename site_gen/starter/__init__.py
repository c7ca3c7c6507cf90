"""What a new site, theme or article starts from: texts with comments that teach, and where each belongs."""

from collections.abc import Iterator
from pathlib import Path
from string import Template

_HERE = Path(__file__).parent
_DOTTED = {"gitignore": ".gitignore"}


def site_files() -> Iterator[tuple[str, str]]:
    """Path and text of every file of a new site."""
    yield from _files(_HERE / "site")


def theme_files() -> Iterator[tuple[str, str]]:
    """Path and text of every file of a new theme, relative to the site."""
    for path, text in _files(_HERE / "theme"):
        yield f"templates/{path}", text


def article_text(title: str, date: str = "") -> str:
    """A new article: its front matter, with the keys that may be added as comments."""
    quoted = title.replace("\\", "\\\\").replace('"', '\\"')
    dated = f"date: {date}" if date else "# date: 2025-03-14"
    text = (_HERE / "article.md").read_text("utf-8")
    return Template(text).substitute(title=f'"{quoted}"', date=dated)


def _files(folder: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            path = file.relative_to(folder)
            yield path.with_name(_DOTTED.get(path.name, path.name)).as_posix(), file.read_text("utf-8")
