"""Saved pages with known bodies and days: how well `site-gen import` reads them, beside trafilatura and htmldate alone.

The pages are no part of this repository. A folder may hold, at any depth, any of what public benchmarks publish:
`ground-truth.json` beside `html/*.html.gz` (article-extraction-benchmark); `source.html` beside `expected.html`
(Readability); `html/NAME.html` with `txt/NAME.txt` and `metadata/NAME.json` (newspaper4k); and `eval_*.json` or
`dates.json` that name files and their days (htmldate), the pages beside them in `eval/`, `cache/` or the same folder.
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import mean
from typing import Any, NamedTuple

from site_gen.lexicon import load_lexicon
from site_gen.load import LoadOptions, load_file
from site_gen.records import Article

_WORDS = 4
"""Words of a shingle, as in the public benchmark."""
_WORST = 12


class Page(NamedTuple):
    """A page and what is known of it."""

    name: str
    html: bytes
    body: str | None = None
    day: str | None = None


class Answer(NamedTuple):
    """What a reader says of a page."""

    body: str
    day: str


def measure_pages(folder: Path, show: bool = False) -> None:
    """Print body F1 and the days that are right; `show` names the pages that were read worst."""
    pages = [*_ground_truth(folder), *_readability(folder), *_newspaper(folder), *_days(folder)]
    if not pages:
        print(f"pages: no known layout in {folder}; see `benchmarks/pages.py`")
        return
    readers: dict[str, Callable[[bytes], Answer]] = {"here": _here(), "trafilatura, htmldate": _alone}
    for name, reader in readers.items():
        answers = [reader(page.html) for page in pages]
        print(f"pages: {name}: {_bodies(pages, answers)}; {_dates(pages, answers)}")
        if show:
            print(*_worst(pages, answers), sep="\n")


def _here() -> Callable[[bytes], Answer]:
    options = LoadOptions(load_lexicon())

    def read(html: bytes) -> Answer:
        loaded = load_file(html, "page.html", options)
        articles = loaded.articles
        return Answer(_written(articles[0]), articles[0].published.edtf) if articles else Answer("", "")

    return read


def _written(article: Article) -> str:
    kept = [b for b in article.blocks if b.kind != "furniture" and b.rule != "title"]
    return "\n".join(article.text[b.start : b.end] for b in kept)


def _alone(html: bytes) -> Answer:
    from htmldate import find_date
    from trafilatura import extract

    try:
        day = find_date(html.decode("utf-8", "replace"), original_date=True, extensive_search=True) or ""
    except Exception:
        day = ""
    return Answer(extract(html, include_comments=False) or "", day)


def _bodies(pages: list[Page], answers: list[Answer]) -> str:
    rates = [
        found
        for page, answer in zip(pages, answers, strict=True)
        if page.body is not None and (found := _rates(page.body, answer.body))
    ]
    if not rates:
        return "no bodies known"
    precision, recall = mean(p for p, _ in rates), mean(r for _, r in rates)
    f1 = 2 * precision * recall / (precision + recall or 1)
    return f"{len(rates)} bodies, F1 {f1:.3f} (precision {precision:.3f}, recall {recall:.3f})"


def _rates(known: str, said: str) -> tuple[float, float]:
    """Precision and recall of shingles, repeated ones counted as often as they stand."""
    want, have = _shingles(known), _shingles(said)
    both = sum((want & have).values())
    return both / (have.total() or 1) if have else 0.0, both / (want.total() or 1)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    runs = (tuple(words[n : n + _WORDS]) for n in range(max(1, len(words) - _WORDS + 1)))
    return Counter(run for run in runs if run)


def _dates(pages: list[Page], answers: list[Answer]) -> str:
    dated = [(p.day, a.day) for p, a in zip(pages, answers, strict=True) if p.day]
    if not dated:
        return "no days known"
    right = sum(want == have for want, have in dated)
    wrong = sum(bool(have) and want != have for want, have in dated)
    f1 = 2 * right / (2 * right + wrong + (len(dated) - right - wrong))
    share, none = right / len(dated), len(dated) - right - wrong
    return f"{len(dated)} days, right {share:.3f}, wrong {wrong}, none {none}, F1 {f1:.3f}"


def _worst(pages: list[Page], answers: list[Answer]) -> Iterator[str]:
    scored = []
    for page, answer in zip(pages, answers, strict=True):
        if page.day and page.day != answer.day:
            yield f"  {page.name}: {answer.day or 'no day'}, not {page.day}"
        if page.body is not None:
            precision, recall = _rates(page.body, answer.body)
            scored.append((2 * precision * recall / (precision + recall or 1), precision, recall, page.name))
    for f1, precision, recall, name in sorted(scored)[:_WORST]:
        yield f"  {name}: body F1 {f1:.3f} (precision {precision:.3f}, recall {recall:.3f})"


def _ground_truth(folder: Path) -> Iterator[Page]:
    for file in sorted(folder.rglob("ground-truth.json")):
        for name, known in json.loads(file.read_bytes()).items():
            packed = file.parent / "html" / f"{name}.html.gz"
            if packed.exists():
                yield Page(name, gzip.decompress(packed.read_bytes()), known.get("articleBody", ""))


def _readability(folder: Path) -> Iterator[Page]:
    from lxml import html

    for file in sorted(folder.rglob("source.html")):
        expected = file.with_name("expected.html")
        if expected.exists():
            tree = html.document_fromstring(expected.read_text("utf-8", "replace") or "<p></p>")
            body = "\n".join(" ".join(text.split()) for text in tree.itertext() if text.strip())
            yield Page(
                file.parent.name,
                file.read_bytes(),
                body,
                _day(_json(file.with_name("expected-metadata.json")).get("publishedTime")),
            )


def _newspaper(folder: Path) -> Iterator[Page]:
    for file in sorted(folder.rglob("html/*.html")):
        body = file.parent.parent / "txt" / f"{file.stem}.txt"
        known = _json(file.parent.parent / "metadata" / f"{file.stem}.json")
        if body.exists():
            yield Page(
                file.stem,
                file.read_bytes(),
                body.read_text("utf-8", "replace"),
                _day(known.get("publish_date")),
            )


def _days(folder: Path) -> Iterator[Page]:
    for file in sorted((*folder.rglob("eval_*.json"), *folder.rglob("dates.json"))):
        for key, known in _json(file).items():
            known = known if isinstance(known, dict) else {"file": key, "date": known}
            places = (file.parent / inner / str(known.get("file")) for inner in ("", "eval", "cache"))
            if page := next((place for place in places if place.is_file()), None):
                yield Page(page.name, page.read_bytes(), None, _day(known.get("date")))


def _json(file: Path) -> dict[str, Any]:
    value = json.loads(file.read_bytes()) if file.exists() else {}
    return value if isinstance(value, dict) else {}


def _day(value: Any) -> str | None:
    return value[:10] if isinstance(value, str) and len(value) >= 10 else None
