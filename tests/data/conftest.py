"""The sample's site, built once, for programs that are not ours to read."""

import shutil
from pathlib import Path

import pytest

from site_gen.engine.build import build
from site_gen.engine.settings import BuildRequest
from site_gen.site_yaml import load_config

ROOT = Path(__file__).resolve().parents[2]
BASE = "https://news.example/story/"


def built(folder: Path, settings: str) -> Path:
    """The sample built into `folder` with these settings; returns the site."""
    shutil.copytree(ROOT / "content", folder / "content")
    (folder / "site.yaml").write_text(settings, "utf-8")
    config = load_config(folder / "site.yaml")
    build(BuildRequest(config.content, config.output, config))
    return config.output


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's site with every form of its data."""
    settings = f"title: The =sample & more\nauthor: The desk\nbase_url: {BASE}\nexports: [all, parquet]\n"
    return built(tmp_path_factory.mktemp("sample"), settings)


@pytest.fixture(scope="session")
def data(sample: Path) -> Path:
    """Its folder of data."""
    return sample / "data"
