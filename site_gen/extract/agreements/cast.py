"""Who and what an article names, and its sentences as the rules see them: read once, for agreements and events."""

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property

from site_gen.extract.agreements.mention import Clause
from site_gen.extract.agreements.sides import Sides
from site_gen.extract.agreements.tokens import Token, read_line
from site_gen.extract.agreements.words import Words, read_words
from site_gen.lexicon import Lexicon
from site_gen.records import PersonFinding, PlaceFinding
from site_gen.text.document import Document, Sentence


class Cast:
    """The people and places of one article; what is worked out of them is kept."""

    def __init__(
        self,
        doc: Document,
        lexicon: Lexicon,
        places: tuple[PlaceFinding, ...],
        people: tuple[PersonFinding, ...],
    ) -> None:
        self.doc, self.lexicon, self.places, self.people = doc, lexicon, places, people
        self._clauses: dict[int, Clause] = {}

    @cached_property
    def sides(self) -> Sides:
        """Who is named where."""
        return Sides(self.places, self.people, self.lexicon, self.doc.reading)

    def clauses(self, sentences: Iterable[Sentence]) -> dict[int, Clause]:
        """Some sentences, by index, with the people and places named in each."""
        known, found = self._clauses, {}
        for sentence in sentences:
            number = sentence.index
            if number not in known:
                known[number] = self._read(sentence)
            found[number] = known[number]
        return found

    def _read(self, sentence: Sentence) -> Clause:
        doc, start, end = self.doc, sentence.start, sentence.end
        line = read_line(doc.reading, start, end)
        title = _title_case(line.tokens, doc.reading[end - 1] in _STOPS)
        persons, spots = _between(self._named, start, end), _between(self._where, start, end)
        return Clause(doc.reading, *line, title, title or _headline(doc, sentence), persons, spots)

    @cached_property
    def _named(self) -> list[tuple[int, int]]:
        """Spans of people's names, in order."""
        words = read_words(self.lexicon)
        return sorted(
            (m.evidence.start, m.evidence.end)
            for p in self.people
            for m in p.mentions
            if m.name and (p.offices or not _thing(m.name, words))
        )

    @cached_property
    def _where(self) -> list[tuple[int, int, str, bool]]:
        """Spans of places, in order, with the name of each, and whether it is a city or a region."""
        return sorted(
            (p.evidence.start, p.evidence.end, p.name, p.kind in ("city", "region")) for p in self.places
        )


_STOPS = ".!?\"”’'"


def _between(spans: list, start: int, end: int) -> tuple:  # type: ignore[type-arg]
    return tuple(spans[bisect_left(spans, (start,)) : bisect_left(spans, (end,))])


def _thing(name: str, words: Words) -> bool:
    """Whether what passes for a person's name ends in a head noun (`Sustainability Facility`)."""
    last = name.rpartition(" ")[2].lower()
    return last in words.kinds or last in words.closing


def _headline(doc: Document, sentence: Sentence) -> bool:
    """A heading, the title, or a first line without a stop."""
    if doc.article.blocks[sentence.block].kind == "heading":
        return True
    title = doc.article.title_span
    if title and title.start <= sentence.start < title.end:
        return True
    return sentence.index == 0 and doc.reading[sentence.end - 1] not in _STOPS


def _title_case(tokens: tuple[Token, ...], stopped: bool) -> bool:
    long = lower = 0
    for token in tokens:
        if len(token.word) > 3:
            long += 1
            if not token.cap and token.word[0].isalpha():
                if stopped:
                    return False
                lower += 1
    return long > 3 and lower * 6 <= long
