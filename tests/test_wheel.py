"""The wheel, not the checkout: it holds the default theme, and builds a site in an empty folder."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return next(folder.glob("*.whl"))


def test_wheel_holds_theme_and_words(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for file in (ROOT / "templates").rglob("*"):
        if file.is_file():
            assert f"site_gen/templates/{file.relative_to(ROOT / 'templates').as_posix()}" in names
    assert {"site_gen/lexicon/countries.yaml", "site_gen/serve/reload.js"} <= names
    assert not any(name.startswith(("tests/", "content/", "output/")) for name in names)


def test_wheel_builds_a_site_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    install = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "-q",
        "--no-deps",
        "--target",
        str(installed),
        str(wheel),
    ]
    subprocess.run(install, check=True)
    desk = tmp_path / "desk"
    (desk / "content").mkdir(parents=True)
    (desk / "content/note.txt").write_text("Mayor Ana Ruiz of Lima opened the new bridge on 4 May 2024.\n")
    code = (
        f"import sys; sys.path.insert(0, {str(installed)!r}); import site_gen.cli as c; "
        f"assert c.__file__.startswith({str(installed)!r}); sys.argv = ['site-gen', 'build']; c.main()"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], cwd=desk, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    page = (desk / "output/articles/note.html").read_text("utf-8")
    assert "new bridge" in page
    assert (desk / "output/static").is_dir()
