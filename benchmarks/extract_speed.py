"""The extract stage alone, on one core, in processor time; as in a build, articles are read side by side."""

import gc
import time
from collections import Counter
from collections.abc import Callable
from functools import wraps
from typing import Any

from benchmarks.corpus import article
from site_gen import extract as stage
from site_gen.engine.build import SELDOM
from site_gen.engine.workers import in_parts
from site_gen.lexicon import load_lexicon
from site_gen.load import prose_article
from site_gen.records import Article, Published

_ARTICLES = 300
_TOGETHER = 25
"""So many of 3 KB does a build read side by side."""
_EXTRACTORS = (
    "read_document",
    "find_dates",
    "find_places",
    "find_people",
    "find_agreements",
    "find_figures",
    "find_quotes",
    "find_events",
    "find_opinions",
    "find_terms",
)


def measure_extraction() -> None:
    """Print articles a second of processor time, and milliseconds an article by extractor."""
    gc.set_threshold(*SELDOM)
    lexicon = load_lexicon()
    articles = [_loaded(number) for number in range(_ARTICLES)]
    size = sum(len(one.text.encode()) for one in articles) / len(articles) / 1000
    stage.extract(articles[0], lexicon)  # words are compiled once
    best = min(_seconds(articles, lexicon) for _ in range(3))
    print(
        f"extract: {_ARTICLES} articles of {size:.1f} KB: {_ARTICLES / best:,.0f} a second of processor time"
    )
    for name, spent in _by_extractor(articles, lexicon).most_common():
        print(f"  {name:16} {spent / _ARTICLES * 1000:6.3f} ms an article")


def _loaded(number: int) -> Article:
    _, day, body = article(number)
    return prose_article(body, Published(day.isoformat(), "stated", 1.0), f"a{number}")


def _seconds(articles: list[Article], lexicon: Any) -> float:
    started = time.process_time()
    for some in in_parts(articles, _TOGETHER):
        stage.extract_each(some, lexicon, [[] for _ in some])
    return time.process_time() - started


def _by_extractor(articles: list[Article], lexicon: Any) -> Counter[str]:
    spent: Counter[str] = Counter()
    plain = {name: getattr(stage, name) for name in _EXTRACTORS}
    for name, function in plain.items():
        setattr(stage, name, _timed(function, name, spent))
    try:
        _seconds(articles, lexicon)
    finally:
        for name, function in plain.items():
            setattr(stage, name, function)
    return spent


def _timed(function: Callable[..., Any], name: str, spent: Counter[str]) -> Callable[..., Any]:
    @wraps(function)
    def timed(*args: Any) -> Any:
        started = time.process_time()
        try:
            return function(*args)
        finally:
            spent[name] += time.process_time() - started  # type: ignore[assignment]

    return timed
