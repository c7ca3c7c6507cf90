"""Noun phrases that could name a topic: runs of one to three content words, by their shape, with counts."""

import re
from functools import cache, lru_cache

from msgspec import Struct

from site_gen.lexicon import Lexicon
from site_gen.records import PersonFinding, PlaceFinding, TermFinding
from site_gen.text.document import PROSE, Document
from site_gen.text.pieces import Pieces

_LOW = "a-zß-öø-ÿā-žё"
_WORD = rf"[{_LOW}]*(?:[-‐‑][{_LOW}]+)*"
_TOKEN = re.compile(rf"(?:[{_LOW}]|[^\W\d_](?=[{_LOW}]))(?<![^\W_].){_WORD}(?![^\W_])")
_LONGEST = 3
_MOST = 60
"""Terms given for one article."""


def _tokens(piece: str) -> tuple[tuple[str, int, bool, bool], ...]:
    """The words of a piece, where each begins, whether it ends the piece, and whether it has a capital."""
    return tuple(
        [(m[0], m.start(), m.end() == len(piece), m[0][0].isupper()) for m in _TOKEN.finditer(piece)]
    )


def _plain(word: str, marks: str) -> tuple[tuple[str, int, bool, bool], ...] | None:
    if word.islower() or (word[0].isupper() and word[1:].islower()):
        return ((word, 0, not marks, word[0].isupper()),)
    return () if word.isupper() else None


_TOKENS = Pieces(_tokens, _plain)
_SETS = ("function", "empty", "vague", "verbs", "gerunds", "plurals", "nouns", "subjects")


class _Words(Struct, frozen=True, eq=False):
    function: frozenset[str]
    empty: frozenset[str]
    vague: frozenset[str]
    verbs: frozenset[str]
    gerunds: frozenset[str]
    plurals: frozenset[str]
    nouns: frozenset[str]
    subjects: frozenset[str]
    noun_endings: tuple[str, ...]
    adjective_endings: tuple[str, ...]


@cache
def _words_of(lexicon: Lexicon) -> _Words:
    words = lexicon["stopwords"]
    sets = {name: frozenset(words[name]) for name in _SETS}
    sets["subjects"] |= {word for listed in lexicon["topics"]["subjects"].values() for word in listed}
    return _Words(
        noun_endings=tuple(words["noun_endings"]),
        adjective_endings=tuple(words["adjective_endings"]),
        **sets,
    )


def find_terms(
    doc: Document,
    lexicon: Lexicon,
    places: tuple[PlaceFinding, ...],
    people: tuple[PersonFinding, ...],
) -> tuple[TermFinding, ...]:
    """The document's own terms, most frequent first; names of people and places are none."""
    words = _words_of(lexicon)
    barred = words.function | _named(places, people)
    spans: dict[str, list[tuple[int, int]]] = {}
    for block in doc.article.blocks:
        if block.kind in PROSE and block.kind != "caption":
            _read(doc.reading, block.start, block.end, words, barred, spans)
    ranked = sorted(spans.items(), key=lambda item: (-len(item[1]) * _weight(item[0]), item[1][0], item[0]))
    return tuple(_finding(doc, term, places_) for term, places_ in ranked[:_MOST])


def _weight(term: str) -> int:
    """A phrase says more than a word."""
    return 2 if " " in term else 1


def _finding(doc: Document, term: str, spans: list[tuple[int, int]]) -> TermFinding:
    evidence = doc.evidence(*spans[0])
    return TermFinding(term, " ".join(evidence.exact.split()), len(spans), evidence)


def _named(places: tuple[PlaceFinding, ...], people: tuple[PersonFinding, ...]) -> frozenset[str]:
    """The single words of all names of people and places, in lower case."""
    names = [person.name for person in people] + [place.name for place in places]
    names += [place.evidence.exact for place in places]
    return frozenset(["", *(word.strip(".,'’").lower() for name in names for word in name.split())])


def _read(
    text: str,
    start: int,
    end: int,
    words: _Words,
    barred: frozenset[str],
    spans: dict[str, list[tuple[int, int]]],
) -> None:
    """Add the terms of one block to `spans`: runs of words in lower case, cut at function words and names."""
    run: list[tuple[str, int, int]] = []
    begin, goes_on = start, False
    for piece in text[start:end].split(" "):
        tokens = _TOKENS[piece]
        for word, first, ends, capital in tokens:
            if run and (capital or first or not goes_on):
                _add_run(run, words, spans)
                run = []
            if capital:
                word = "" if _is_name(text, start, begin + first) else word.lower()
            closes = word in barred
            if not closes:
                run.append((word, begin + first, begin + first + len(word)))
                closes = word[-1] == "s" and _shape(word, words).closes
            if closes and run:
                _add_run(run, words, spans)
                run = []
            goes_on = ends
        goes_on = goes_on and tokens != ()
        begin += len(piece) + 1
    if run:
        _add_run(run, words, spans)


def _is_name(text: str, start: int, at: int) -> bool:
    """Whether a capitalised word at `at` stands inside a sentence: a name, or part of one."""
    before = text[max(start, at - 3) : at].rstrip(" “‘\"'(")
    return before != "" and before[-1] not in ".!?:"


def _add_run(run: list[tuple[str, int, int]], words: _Words, spans: dict[str, list[tuple[int, int]]]) -> None:
    """The term at the end of a run of content words: its last noun with up to two words before it."""
    last = len(run) - 1
    while last >= 0 and not _shape(run[last][0], words).ends:
        last -= 1
    if last < 0:
        return
    first = last
    while first > 0 and last - first < _LONGEST - 1 and _shape(run[first - 1][0], words).modifies:
        first -= 1
    while first < last and run[first][0] in words.empty:
        first += 1
    noun = _shape(run[last][0], words)
    if first == last and not noun.alone:
        return
    term = " ".join([*[word for word, _, _ in run[first:last]], noun.singular])
    spans.setdefault(term, []).append((run[first][1], run[last][2]))


class _Shape(Struct, frozen=True):
    """What a word can be in a term, by its form."""

    singular: str
    ends: bool
    """Can end a term: no adjective, adverb, participle or bare verb."""
    modifies: bool
    """Can stand before the noun of a term: an adjective or a noun, no verb form or plural."""
    alone: bool
    """Is a term by itself: names a subject, or is a noun by its ending."""
    closes: bool
    """A plural noun: nothing after it belongs to its term."""


@lru_cache(maxsize=50_000)
def _shape(word: str, words: _Words) -> _Shape:
    one = singular(word)
    return _Shape(
        one,
        _ends(word, one, words),
        _modifies(word, one, words),
        _alone(one, words),
        _closes(word, one, words),
    )


def _closes(word: str, noun: str, words: _Words) -> bool:
    return word.endswith("s") and word not in words.plurals and noun != word and noun not in words.verbs


def _ends(word: str, noun: str, words: _Words) -> bool:
    if word in words.nouns or word in words.subjects:
        return True
    bare = word in words.verbs or (word.endswith("s") and noun in words.verbs)
    if bare or word in words.empty or word.endswith(("ly", "ed", *words.adjective_endings)):
        return False
    return len(word) > 2 and (not word.endswith("ing") or word in words.gerunds)


def _modifies(word: str, noun: str, words: _Words) -> bool:
    if word in words.plurals or word in words.gerunds:
        return True
    if word in words.verbs or word.endswith(("ly", "ed", "ing")):
        return False
    return len(word) > 2 and noun == word


def _alone(noun: str, words: _Words) -> bool:
    if noun in words.subjects or noun in words.gerunds:
        return True
    return (
        len(noun) > 6
        and noun not in words.vague
        and noun not in words.empty
        and noun.endswith(words.noun_endings)
    )


@cache
def singular(word: str) -> str:
    """The singular of an English noun by its ending: `exports` to `export`, `policies` to `policy`."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "ics", "news")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "shes", "ches", "xes", "zzes")) else word[:-1]
