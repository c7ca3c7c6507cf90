"""A place of the text that names or means an agreement, and what the finder reads from."""

from typing import Literal

from msgspec import Struct

from site_gen.extract.agreements.tokens import Token, read_line
from site_gen.extract.agreements.words import Words


class Clause(Struct, frozen=True):
    """A sentence as the rules see it."""

    text: str
    """The whole reading; offsets of tokens are offsets in it."""
    tokens: tuple[Token, ...]
    keys: list[str]
    """The key of each token."""
    starts: list[int]
    gaps: list[str]
    """The characters between each token and the next."""
    heading: bool
    """Set in title case: capitals say nothing."""
    headline: bool
    """A headline or a heading: the present tense tells what has been done."""
    persons: tuple[tuple[int, int], ...]
    """Spans of people's names."""
    places: tuple[tuple[int, int, str, bool], ...]
    """Spans of places with the name of each, and whether it is a city or a region."""

    def is_person(self, at: int) -> bool:
        """Whether the token `at` is part of a person's name."""
        token = self.tokens[at]
        return any(start < token.end and token.start < end for start, end in self.persons)

    def place_of(self, at: int) -> str:
        """The place that the token `at` names, or part of it; empty for none."""
        token = self.tokens[at]
        return next(
            (name for start, end, name, _ in self.places if start < token.end and token.start < end), ""
        )

    def is_city(self, at: int) -> bool:
        """Whether the token `at` names a city or a region and nothing longer."""
        token = self.tokens[at]
        return any(start == token.start and end == token.end and city for start, end, _, city in self.places)

    def joined(self, left: int) -> bool:
        """Whether only a blank stands between token `left` and the next."""
        gap = self.gaps[left]
        return gap == " " or gap.isspace() or (gap in ("' ", "’ ") and self.tokens[left].owns)


SMALL = frozenset({"a", "an", "one", "another"})
"""What brings in an agreement that was not spoken of."""


class Mention(Struct, frozen=True):
    """One naming of an agreement."""

    sentence: int
    first: int
    last: int
    """Tokens of the sentence, both inclusive."""
    start: int
    end: int
    name: str
    kind: str
    form: Literal["named", "short", "generic"]
    """`short`: definite, bound to an earlier one; `generic`: a common noun that something is done to."""
    words: frozenset[str]
    """Lower-case content words, the head included."""
    heading: bool = False
    adjective: str = ""
    """`new`, `earlier`, ...: which of two is meant."""
    stages: frozenset[str] = frozenset()
    """What the sentence says is done to it."""
    bare: bool = False
    """A word too plain to be an agreement by itself (`the plan`): it can only mean an earlier one."""
    signed: bool = False
    """A paper that is an agreement only because it is signed: `a contract`."""
    state: str = ""
    """`signed` where the sentence says so, `pending` where it only says that it is still to be."""
    also: str = ""
    """The kind that a common noun right behind the name gives it: `the Pacific Partnership agreement`."""


def called_behind(clause: Clause, last: int, words: Words) -> str:
    """The kind of a head in lower case that follows directly on a name; empty where none does."""
    if last + 1 >= len(clause.tokens) or not clause.joined(last) or not clause.tokens[last].cap:
        return ""
    behind = clause.tokens[last + 1]
    return "" if behind.cap or clause.tokens[last].owns else words.kinds.get(behind.key, "")


def mention_of(
    clause: Clause, sentence: int, first: int, last: int, kind: str, form: str, words: Words
) -> Mention:
    """The mention that some tokens of a sentence make."""
    tokens = clause.tokens
    end = tokens[last].end - (2 if tokens[last].owns and tokens[last].word[-2] in "'’" else 0)
    start = clause.starts[first]
    name = " ".join(clause.text[start:end].split())
    ahead = [t.key for t in tokens[max(0, first - 1) : last] if t.key in words.lists["loose"]]
    return Mention(
        sentence, first, last, start, end, name, kind, form,  # type: ignore[arg-type]
        content(tokens[first : last + 1], words), clause.headline, ahead[0] if ahead else "",
        also=called_behind(clause, last, words),
    )  # fmt: skip


def is_number(word: str) -> bool:
    """Digits, a year span, a Roman number."""
    return word[0].isdigit() or (word.isupper() and not set(word) - set("IVX"))


def content(tokens: tuple[Token, ...], words: Words) -> frozenset[str]:
    """The words that tell agreements apart: no connectives or adjectives of time, heads in the singular."""
    skip = _CONNECTIVES | words.lists["loose"]
    kept = frozenset(_singular(t.key, words) for t in tokens if t.key not in skip)
    return kept or frozenset(_singular(t.key, words) for t in tokens)


def content_of(name: str, words: Words) -> frozenset[str]:
    """The same of a name by itself."""
    return content(read_line(name, 0, len(name)).tokens, words)


_CONNECTIVES = frozenset(["of", "on", "for", "and", "the", "a", "to", "in", "against", "between", "with"])


def _singular(key: str, words: Words) -> str:
    return key[:-1] if key.endswith("s") and key[:-1] in words.kinds else key
