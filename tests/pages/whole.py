"""Every page of a story, made and rendered as a build does."""

import sys
from pathlib import Path

from site_gen.pages import PAGES, Page
from site_gen.pages.registers import STAGES
from site_gen.render import render
from site_gen.render.environment import DEFAULT
from site_gen.tables import Row
from tests.pages.memory import Memory


def all_pages(desk: Memory) -> dict[str, Page]:
    """The pages of all kinds by path; no two may want one path."""
    fill_registers(desk)
    made: dict[str, Page] = {}
    for kind in PAGES:
        for key in desk.keys(kind.reads):
            for page in kind.pages(key, desk.rows(kind.reads, key), desk):
                assert page.path not in made, page.path
                made[page.path] = page
    return made


def fill_registers(desk: Memory) -> None:
    """What the stages of registers emit, as the engine would keep it."""
    for stage in STAGES:
        found: dict[tuple[str, str], list[Row]] = {}
        for key in desk.keys(stage.reads):
            for row in stage.run(key, desk.rows(stage.reads, key), desk):
                found.setdefault((row.table.name, row.key), []).append(row)
        for rows in found.values():
            for row in sorted(rows, key=lambda row: row.order):
                desk.put(row.table, row.key, row.value)


def write_site(desk: Memory, folder: Path) -> None:
    """The whole site with its assets, to look at."""
    for path, page in all_pages(desk).items():
        _write(folder / path, render(page, desk.site))
    for asset in sorted((DEFAULT / "static").iterdir()):
        _write(folder / "static" / asset.name, asset.read_bytes())
    _write(folder / "data/records.json", b"{}")


def _write(path: Path, raw: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)


if __name__ == "__main__":
    from tests.pages import stories

    write_site(getattr(stories, sys.argv[1])(), Path(sys.argv[2]))
