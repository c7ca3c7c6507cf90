"""What of each article and record the index holds: its words, how much each counts, and where it leads."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from site_gen.export.fragment import fragment
from site_gen.export.search.words import short_id, stem, words
from site_gen.pages import urls
from site_gen.pages.questions import in_full, sides
from site_gen.records import Agreement, Article, Leader
from site_gen.tables import (
    AGREEMENTS,
    ARTICLES,
    CARDS,
    CARDS_OF_VALUES,
    LEADERS,
    REFS,
    Card,
    Reader,
    Row,
    StageSpec,
)

PATH = "search/words"
TITLE = 3
"""What a word of a title counts; one of the text counts 0 to 2 by how often it stands there."""
_PLAIN = frozenset({"event", "series", "topic", "place", "conflict"})
"""Kinds that are found by the words of their cards alone."""


def _articles(key: str, rows: tuple[Article, ...], story: Reader) -> Iterator[Row]:
    article = rows[0]
    counts = Counter(words(article.reading))
    weights = {word: min(2, count.bit_length() - 1) for word, count in counts.items()}
    for name in _names(key, story):
        weights.setdefault(name, 0)
    for word in words(article.title):
        weights[word] = TITLE
    entry = short_id(article.id)
    yield from _rows(entry, entry, weights)


def _names(key: str, story: Reader) -> Iterator[str]:
    """Words of the resolved names of an article's people, whatever way the article spells them."""
    for ref in story.rows(REFS, f"article/{key}"):
        if ref.kind == "leader":
            card = story.one(CARDS, f"leader/{ref.id}") or story.one(CARDS, f"person/{ref.id}")
            yield from words(card.title) if card else ()


def _leaders(key: str, rows: tuple[Leader, ...], story: Reader) -> Iterator[Row]:
    leader = rows[0]
    kind = "leader" if leader.leader else "person"
    names = [leader.name, *(form.name for form in leader.variants if form.kind not in ("pronoun", "title"))]
    articles = len({mention.evidence.article for mention in leader.mentions})
    yield from _record(story, kind, leader.id, names, articles)


def _agreements(key: str, rows: tuple[Agreement, ...], story: Reader) -> Iterator[Row]:
    agreement = rows[0]
    names = [agreement.name, agreement.acronym, *(form.name for form in agreement.variants)]
    articles = len({mention.article for mention in agreement.mentions})
    yield from _record(story, "agreement", agreement.id, names, articles)


def _cards(key: str, rows: tuple[Card, ...], story: Reader) -> Iterator[Row]:
    card = rows[0]
    if card.kind in _PLAIN:
        yield from _record(story, card.kind, card.id, [card.title], 1)


def _record(story: Reader, kind: str, id: str, names: list[str], articles: int) -> Iterator[Row]:
    card = story.one(CARDS, f"{kind}/{id}")
    if card is None:
        return
    weights = {word: TITLE for name in names for word in words(name)}
    weight = min(9, articles.bit_length())
    day = card.date if len(card.date) == 10 and card.date[4] == card.date[7] == "-" else ""
    title, subtitle = card.title, card.subtitle
    if kind == "conflict":
        title, subtitle = in_full(title), sides(subtitle)
    entry = [kind, urls.record(kind, id), title, subtitle, day, weight]
    yield from _rows(entry, f"~{9 - weight}{kind} {id}", weights)


def _rows(entry: Any, order: str, weights: Mapping[str, int]) -> Iterator[Row]:
    """One row for each part of the index that has a word of the entry. Articles sort before records."""
    parts: dict[str, dict[str, int]] = defaultdict(dict)
    for word in sorted(weights):
        parts[stem(word)][word] = weights[word]
    encode = msgspec.json.encode
    for part, own in parts.items():
        yield fragment(PATH, part, order, encode([entry, own]).decode())


STAGES: tuple[StageSpec[Any], ...] = (
    StageSpec("search: articles", ARTICLES, _articles),
    StageSpec("search: leaders", LEADERS, _leaders),
    StageSpec("search: agreements", AGREEMENTS, _agreements),
    StageSpec("search: cards", CARDS, _cards, skips=CARDS_OF_VALUES),
)
