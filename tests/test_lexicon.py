"""The words: read without YAML's traps, joined with the desk's own."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from site_gen import lexicon as package
from site_gen.lexicon import load_lexicon

WORDS = sorted(Path(package.__file__).parent.glob("*.yaml"))


def _words(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [word for pair in value.items() for part in pair for word in _words(part)]
    return [word for part in value for word in _words(part)] if isinstance(value, list) else [value]


def test_no_word_is_mistaken_for_yes_or_no(tmp_path: Path) -> None:
    (tmp_path / "probe.yaml").write_text("small: [no, on, yes, off, y, 2024-05-04]\nflag: true\n")
    probe = load_lexicon(tmp_path)["probe"]
    assert probe["small"] == ["no", "on", "yes", "off", "y", "2024-05-04"]
    assert probe["flag"] is True


def test_the_desks_words_are_added_to_ours(tmp_path: Path) -> None:
    packaged = load_lexicon()
    (tmp_path / "countries.yaml").write_text("probe: {Ruritania: [Ruritanian]}\n")
    desk = load_lexicon(tmp_path)
    assert desk["countries"]["probe"] == {"Ruritania": ["Ruritanian"]}
    assert set(packaged["countries"]) < set(desk["countries"])
    assert packaged.digest != desk.digest


def test_packaged_lists_hold_words_alone() -> None:
    lexicon = load_lexicon()
    for subject in ("stopwords", "speech", "analysis"):
        assert not [word for word in _words(lexicon[subject]) if isinstance(word, bool)]


@pytest.mark.parametrize("path", WORDS, ids=lambda path: path.stem)
def test_words_are_read_where_yaml_has_no_compiled_parser_too(path: Path) -> None:
    compiled = getattr(yaml, "CSafeLoader", None)
    if compiled is None:
        pytest.skip("PyYAML has no compiled parser here")
    text = path.read_text("utf-8")
    assert yaml.load(text, Loader=yaml.SafeLoader) == yaml.load(text, Loader=compiled)


@pytest.mark.parametrize("path", WORDS, ids=lambda p: p.stem)
def test_no_key_stands_twice_in_a_mapping(path: Path) -> None:
    """Of two entries with one key YAML keeps the last: the words of the first would be lost, and nobody told."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    assert _keys_told_twice(yaml.compose(path.read_text(), Loader=loader)) == []


def _keys_told_twice(node: yaml.Node | None) -> list[str]:
    if isinstance(node, yaml.SequenceNode):
        return [key for part in node.value for key in _keys_told_twice(part)]
    if not isinstance(node, yaml.MappingNode):
        return []
    keys = [key.value for key, _ in node.value]
    below = [key for _, value in node.value for key in _keys_told_twice(value)]
    return [key for key in {*keys} if keys.count(key) > 1] + below
