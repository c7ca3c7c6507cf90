"""The wheel, not the checkout: it holds the default theme, and builds a site in an empty folder."""

import shutil
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


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel installed in it, and the plug-in of tests/plugin beside it."""
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation", "--no-index"]
    plugin = shutil.copytree(ROOT / "tests/plugin", folder.with_name("plugin"))
    subprocess.run([*pip, "--target", str(folder), str(wheel), str(plugin)], check=True)
    return folder


def _site_gen(installed: Path, desk: Path, *words: str) -> subprocess.CompletedProcess[str]:
    code = (
        f"import sys; sys.path.insert(0, {str(installed)!r}); import site_gen.cli as c; "
        f"assert c.__file__.startswith({str(installed)!r}); sys.argv = ['site-gen', *{words!r}]; c.main()"
    )
    return subprocess.run(
        [sys.executable, "-P", "-c", code], cwd=desk, capture_output=True, text=True, check=False
    )


def test_wheel_builds_a_site_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/note.txt").write_text(
        "Mayor Ana Ruiz of Lima opened the new bridge on 4 May 2024.\n"
    )
    (tmp_path / "site.yaml").write_text("plugins: []\n")
    done = _site_gen(installed, tmp_path, "build")
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "output/articles/note.html").read_text("utf-8")
    assert "new bridge" in page
    assert (tmp_path / "output/static").is_dir()
    assert not (tmp_path / "output/deadlines.html").exists(), "the site wants no plug-in"


def test_a_theme_and_a_plug_in_work_with_the_wheel_in_an_empty_folder(
    installed: Path, tmp_path: Path
) -> None:
    for words in (("new", "site"), ("new", "theme"), ("build", "--strict")):
        done = _site_gen(installed, tmp_path, *words)
        assert done.returncode == 0, done.stderr
    page = (tmp_path / "output/deadlines.html").read_text("utf-8")
    assert "Deadlines" in page
    assert "Looks of our own" in page, "the overridden block is on the plug-in's page too"
    assert "static/theme.css" in page
    assert (tmp_path / "output/data/deadlines.csv").exists()
    assert "(unchanged)" in _site_gen(installed, tmp_path, "build").stdout
    code = installed / "desk_deadlines/__init__.py"
    code.write_text(code.read_text("utf-8").replace('"Deadlines", ', '"What is due", '), "utf-8")
    assert _site_gen(installed, tmp_path, "build").returncode == 0
    assert "What is due" in (tmp_path / "output/deadlines.html").read_text("utf-8"), "changed code rebuilds"
