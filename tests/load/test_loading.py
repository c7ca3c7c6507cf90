"""Files as they come, each with the expected outcome beside it in YAML.

To add a case put the file into `cases/` and run `python -m tests.load.test_loading NAME`: it writes what comes out
into `NAME.yaml`. Read that before you commit it. The examples were written for these tests; all are development
examples, none is held out.
"""

import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from site_gen.lexicon import load_lexicon
from site_gen.load import Loaded, LoadOptions, load_file
from site_gen.records import Article

FOLDER = Path(__file__).parent / "cases"
CASES = sorted(path.name for path in FOLDER.iterdir() if path.suffix != ".yaml")
OPTIONS = LoadOptions(load_lexicon())


@pytest.mark.parametrize("name", CASES)
def test_case(name: str) -> None:
    expected = yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))
    assert outcome(load_file((FOLDER / name).read_bytes(), name, OPTIONS)) == expected


@pytest.mark.parametrize("name", CASES)
def test_reading_is_as_long_as_text_and_blocks_are_in_order(name: str) -> None:
    for article in load_file((FOLDER / name).read_bytes(), name, OPTIONS).articles:
        assert len(article.reading) == len(article.text)
        ends = [0, *(block.end for block in article.blocks)]
        assert all(end <= block.start < block.end for end, block in zip(ends, article.blocks, strict=False))


def outcome(loaded: Loaded) -> dict[str, Any]:
    """What a case states: the articles in short, and every problem with its place."""
    return {
        "articles": [_article(article) for article in loaded.articles],
        "problems": [
            f"{p.line}:{p.column} {p.severity}[{p.code}] {p.message} | {p.hint}" for p in loaded.problems
        ],
    }


def _article(article: Article) -> dict[str, Any]:
    source = article.source
    facts = {
        "id": article.id,
        "path": article.path,
        "title": f"{article.title} ({article.title_basis})",
        "published": f"{article.published.edtf} ({article.published.basis} {article.published.note})".replace(
            " )", ")"
        ),
        "source": f"{source.name} | {source.agency} | {', '.join(source.authors)} | {source.url}"
        if source
        else "",
        "tags": list(article.tags),
        "overrides": [f"{o.kind} {o.action} {dict(o.fields)} line {o.line}" for o in article.overrides],
        "blocks": [_block(article, n) for n in range(len(article.blocks))],
    }
    return {key: value for key, value in facts.items() if value}


def _block(article: Article, n: int) -> str:
    block = article.blocks[n]
    words = " ".join(article.text[block.start : block.end].split())
    short = words if len(words) < 60 else f"{words[:40]} ... {words[-15:]}"
    kind = " ".join(filter(None, (block.kind, str(block.level or ""), block.rule)))
    inlines = "".join(f" <{i.tag} {article.text[i.start : i.end]}>" for i in block.inlines)
    return f"{kind}: {short}{inlines}"


if __name__ == "__main__":
    for case in sys.argv[1:] or CASES:
        found = outcome(load_file((FOLDER / case).read_bytes(), case, OPTIONS))
        (FOLDER / f"{case}.yaml").write_text(
            yaml.safe_dump(found, allow_unicode=True, sort_keys=False, width=110), "utf-8"
        )
