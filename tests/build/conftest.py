"""A small desk to build: articles in a folder, and builds of it by the same code as the command line's."""

from collections.abc import Callable
from pathlib import Path

import pytest

from site_gen.engine.build import BuildReport, build
from site_gen.engine.settings import BuildRequest
from site_gen.site_yaml import load_config

ARTICLES = {
    "loan.txt": (
        "OSLO, March 3 (NordWire) - The central bank of Norway said on Monday it would lend 250 million "
        "kroner to the port of Bergen.\n\n"
        '"The loan will be repaid by 2031," Governor Ingrid Solvang said.\n'
    ),
    "visit.md": (
        "---\ntitle: Solvang visits Bergen\ndate: 2025-03-05\n---\n\n"
        "Governor Ingrid Solvang visited Bergen on 4 March 2025 and met Mayor Erik Dahl.\n\n"
        "Traffic at the port rose 12% to 4.5 million tonnes in 2024.\n"
    ),
    "treaty.txt": (
        " date 2025-03-09 Kenya and Ghana signed the Accra Fisheries Agreement in Accra on Saturday.\n\n"
        'President Ama Owusu of Ghana said: "We have waited ten years for this agreement."\n'
    ),
}


class Desk:
    """A content folder and its site."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = folder / "content"
        self.output = folder / "site"
        self.content.mkdir(parents=True, exist_ok=True)

    def write(self, name: str, text: str) -> None:
        """Put an article into the content folder."""
        path = self.content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())

    def build(self, **options: bool) -> BuildReport:
        """Bring the site up to date."""
        return build(self.request(**options))

    def request(self, **options: bool) -> BuildRequest:
        """What `build` is asked for."""
        settings = self.folder / "site.yaml"
        config = load_config(
            settings if settings.exists() else None, content=self.content, output=self.output
        )
        return BuildRequest(self.content, self.output, config, **options)  # type: ignore[arg-type]

    def files(self) -> dict[str, bytes]:
        """The published site: every file with its bytes."""
        found = (path for path in self.output.rglob("*") if path.is_file())
        return {path.relative_to(self.output).as_posix(): path.read_bytes() for path in found}


@pytest.fixture(autouse=True)
def _away_from_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that no site.yaml lies in the working folder."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def new_desk(tmp_path: Path) -> Callable[[], Desk]:
    """Makes empty desks."""
    made: list[Desk] = []

    def make() -> Desk:
        made.append(Desk(tmp_path / f"desk{len(made)}"))
        return made[-1]

    return make


@pytest.fixture
def desk(new_desk: Callable[[], Desk]) -> Desk:
    """A desk with three articles."""
    filled = new_desk()
    for name, text in ARTICLES.items():
        filled.write(name, text)
    return filled
