"""A build that finds nothing changed starts lean: neither templates nor parsers, nor the nouns of the story."""

import subprocess
import sys
from pathlib import Path

from tests.build.conftest import ARTICLES, Desk

_HEAVY = (
    "jinja2",
    "dataclasses",  # with what it imports and makes, dearer than msgspec and all Structs of a start
    "markdown",
    "shutil",
    "unicodedata",
    "bs4",
    "site_gen.extract",
    "site_gen.load.file",
    "site_gen.pages",
    "site_gen.records",
    "site_gen.render",
    "site_gen.tables",
)
_BUILD = """
import sys
from site_gen.cli import main
try:
    main()
finally:
    print([name for name in sys.modules if name in {heavy}])
"""


def test_an_unchanged_build_imports_nothing_heavy(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    for name, text in ARTICLES.items():
        desk.write(name, text)
    (tmp_path / "site.yaml").write_text("title: A story\n")
    arguments = ["build", "-q", "--content", str(desk.content), "--output", str(desk.output)]
    command = [sys.executable, "-c", _BUILD.format(heavy=_HEAVY), *arguments]
    first, again = (
        subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=True) for _ in range(2)
    )
    assert "jinja2" in first.stdout
    assert again.stdout.strip() == "[]", again.stdout + again.stderr
