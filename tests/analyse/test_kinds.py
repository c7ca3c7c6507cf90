"""The table of what two reports may tell differently leaves out nothing that reads or compares."""

import importlib
import pkgutil

import pytest

from site_gen.analyse.conflicts import twice
from site_gen.analyse.conflicts.twice import kinds

MODULES = [
    found.name for found in pkgutil.walk_packages(twice.__path__, f"{twice.__name__}.") if not found.ispkg
]


@pytest.mark.parametrize("module", MODULES)
def test_all_that_reads_or_compares_is_in_the_table(module: str) -> None:
    read = importlib.import_module(module)
    own = {name for name, value in vars(read).items() if getattr(value, "__module__", "") == module}
    found = {name for name in own if name.endswith("_slots") or name.startswith("rival_")}
    assert {name for name in found if name[0] != "_"} <= vars(kinds).keys()
