"""The published JSON Schema of front matter says what the loader does."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

import site_gen
from site_gen.lexicon import load_lexicon
from site_gen.load import LoadOptions, load_file
from site_gen.load.front_matter.schema import front_matter_schema

OPTIONS = LoadOptions(load_lexicon())
SCHEMA = front_matter_schema(OPTIONS.lexicon)
FILE = Path(site_gen.__file__).with_name("front-matter.schema.json")
ACCEPTED = [
    "title: Bridges of Lima\ndate: '2024-05-04'\nbyline: Ana Ruiz\nkeywords: [bridge, port]\ndraft: false",
    "headline: A\ndatePublished: '2024-05-04'\npublisher: {name: Wire, url: https://wire.example/}",
    "name: A\npubdate: '2024-05'\nauthor: {name: Ana Ruiz}\ncategories: ports\nslug: bridges",
    "title: A\nleaders: [{name: Ana Ruiz, title: Mayor}]\nfigures: {remove: [x], rename: {a: b}}",
    "title: A\ncorrections: [{date: '2024-05-06', text: The name was misspelt.}]\naliases: [old]",
]
REFUSED = [
    "title: [a, b]",
    "date: {year: 2024}",
    "date: [2024]",
    "source: [a]",
    "leaders: {ad: [x]}",
    "leaders: x",
    "draft: [x]",
]


@pytest.mark.parametrize("key", SCHEMA["properties"])
def test_every_key_of_the_schema_is_known_to_the_loader(key: str) -> None:
    loaded = load_file(f"---\n{key}:\n---\n\nThe council met.\n".encode(), "a.md", OPTIONS)
    assert not [problem for problem in loaded.problems if problem.code == "key-unknown"]


@pytest.mark.parametrize("matter", ACCEPTED)
def test_what_the_schema_accepts_the_loader_takes(matter: str) -> None:
    jsonschema.validate(yaml.safe_load(matter), SCHEMA)
    assert load_file(f"---\n{matter}\n---\n\nThe council met.\n".encode(), "a.md", OPTIONS).problems == ()


@pytest.mark.parametrize("matter", REFUSED)
def test_what_the_schema_refuses_the_loader_refuses(matter: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(yaml.safe_load(matter), SCHEMA)
    loaded = load_file(f"---\n{matter}\n---\n\nThe council met.\n".encode(), "a.md", OPTIONS)
    assert [problem.severity for problem in loaded.problems] == ["error"]


def test_the_file_in_the_package_is_the_schema() -> None:
    """Write it anew with `site-gen schema > site_gen/front-matter.schema.json`."""
    assert json.loads(FILE.read_text("utf-8")) == SCHEMA
