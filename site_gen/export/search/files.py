"""Index files from entries: one for each beginning of words, as short as its size allows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from typing import Any

import msgspec
from msgspec import Struct

from site_gen.export.fragment import Family, Listing
from site_gen.export.search.entries import PATH
from site_gen.export.search.words import file_name, stop_words
from site_gen.tables import SiteInfo

_ENOUGH = 20_000
"""Characters above which a file is split by one more letter."""
_ARTICLES = 2_500
"""Articles listed for one word; the search takes a word that has more as being everywhere."""
_RECORDS = 200
_FOLDER = "search/w-"
_LIST = "search/files.js"


class _Part(Struct, frozen=True):
    entries: list[Any]
    articles: dict[str, list[tuple[int, int]]]
    """Word -> number of the entry, and weight, of its articles."""
    records: dict[str, list[int]]
    """Word -> numbers of the entries of its records."""


def index_files(part: str, fragments: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The files of all words that begin with `part`: addresses and texts."""
    if fragments:
        read = _read(fragments)
        yield from _split(part, read, sorted(read.articles.keys() | read.records.keys()))


def file_list(paths: Sequence[str], _site: SiteInfo) -> Iterator[tuple[str, str]]:
    """`search/files.js`: which files there are, and which words are in none."""
    names = " ".join(path[len(_FOLDER) : -3] for path in paths if path.startswith(_FOLDER))
    left_out = " ".join(sorted(stop_words()))
    yield _LIST, f"siteSearch.files({_json(names)},{_json(left_out)})\n"


def _read(fragments: Sequence[str]) -> _Part:
    entries: list[Any] = []
    articles: dict[str, list[tuple[int, int]]] = defaultdict(list)
    records: dict[str, list[int]] = defaultdict(list)
    for number, (entry, words) in enumerate(msgspec.json.decode(f"[{','.join(fragments)}]")):
        entries.append(entry)
        if isinstance(entry, str):
            for found in words.items():
                articles[found[0]].append((number, found[1]))
        else:
            for word in words:
                records[word].append(number)
    return _Part(entries, articles, records)


def _split(beginning: str, part: _Part, words: Sequence[str]) -> Iterator[tuple[str, str]]:
    if len(words) == 1 or _at_least(part, words) <= _ENOUGH:
        text = _text(beginning, part, words)
        if len(text) <= _ENOUGH or len(words) == 1:
            yield f"{_FOLDER}{file_name(beginning)}.js", text
            return
    for longer, own in _by_beginning(words, len(beginning) + 1).items():
        yield from _split(longer, part, own) if longer != beginning else _whole(longer, part, own)


def _at_least(part: _Part, words: Sequence[str]) -> int:
    """Characters that the text of some words has at least, which takes long to make: two for each number in it."""
    articles = sum([min(len(part.articles.get(word, ())), _ARTICLES) for word in words])
    return 2 * articles + 2 * sum([min(len(part.records.get(word, ())), _RECORDS) for word in words])


def _whole(word: str, part: _Part, words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The file of a word that is itself the beginning of others."""
    yield f"{_FOLDER}{file_name(word)}.js", _text(word, part, words)


def _by_beginning(words: Sequence[str], length: int) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for word in words:
        found[word[:length]].append(word)
    return found


def _text(beginning: str, part: _Part, words: Sequence[str]) -> str:
    """One file: the articles and records that its words stand in, then each word with their numbers."""
    cut = {word: _cut(part.articles.get(word, []), part.records.get(word, [])) for word in words}
    articles = sorted({number for listed, _, _ in cut.values() for number, _ in listed})
    records = sorted({number for _, listed, _ in cut.values() for number in listed})
    here = dict(zip(articles, range(len(articles)), strict=True))
    here.update(zip(records, range(len(records)), strict=True))
    postings = {
        word: [
            _steps([here[number] for number, _ in of_articles], [weight for _, weight in of_articles]),
            _steps([here[number] for number in of_records], repeat(0)),
            *([1] if more else []),
        ]
        for word, (of_articles, of_records, more) in cut.items()
    }
    ids = "".join([part.entries[number] for number in articles])
    listed = [part.entries[number] for number in records]
    return f"siteSearch.add({_json(beginning)},{_json(ids)},{_json(listed)},{_json(postings)})\n"


def _cut(
    articles: list[tuple[int, int]], records: list[int]
) -> tuple[list[tuple[int, int]], list[int], bool]:
    more = len(articles) > _ARTICLES or len(records) > _RECORDS
    if len(articles) > _ARTICLES:
        articles = sorted(sorted(articles, key=lambda found: (-found[1], found[0]))[:_ARTICLES])
    return articles, records[:_RECORDS], more


def _steps(numbers: list[int], weights: Iterable[int]) -> list[int]:
    """Numbers as steps from the one before, times four, with the weight in the last two bits."""
    together = zip([0, *numbers], numbers, weights, strict=False)
    return [(number - last) * 4 + weight for last, number, weight in together]


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()


INDEX = Family(PATH, index_files)
DIRECTORY = Listing("search", file_list)
