"""Rarities that are kept from run to run are made anew when anything changes that they come of."""

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

from site_gen.analyse import rarity

_READ_AS_WORDS = ("site_gen.lexicon", "site_gen.kept")
"""Packages whose content the source holds as words, or that only store."""


def _behind(name: str) -> Iterator[str]:
    """The modules of ours that a module imports, with those behind them."""
    tree = ast.parse(_text(name))
    for node in ast.walk(tree):
        module = node.module if isinstance(node, ast.ImportFrom) else None
        if module and module.startswith("site_gen.") and not module.startswith(_READ_AS_WORDS):
            yield module
            yield from _behind(module)


def _text(name: str) -> str:
    return _file(name).read_text("utf-8")


def _file(name: str) -> Path:
    return Path(str(importlib.import_module(name).__file__)).resolve()


def test_kept_rarities_are_under_the_code_of_all_that_stems_words() -> None:
    sources = {path.resolve() for path in rarity._sources()}
    for name in {"site_gen.analyse.stems", *_behind("site_gen.analyse.stems")}:
        assert _file(name) in sources, name


def test_a_rare_word_counts_more_than_a_common_one() -> None:
    assert rarity.rarity("make") < rarity.rarity("treati") <= rarity.rarity("zzzz")
