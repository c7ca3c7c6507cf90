"""Numbers in running text: a sentence as tokens, and the number that begins at a token.

Digits with separators (also Indian: 1,20,000), words (`twenty-three thousand`), both (`2.5 million`),
fractions (`two-thirds`, `10 1/2`), round plurals (`tens of thousands`). What is counted is not looked at.
"""

import re
from functools import cache
from typing import Any

from msgspec import Struct

from site_gen.lexicon import Lexicon
from site_gen.text.pieces import Pieces

_TOKEN = re.compile(
    r"(?:[^\W\d_]+(?=[\s,;:)])|U\.S\.\s?\$|[A-Za-z]{1,4}\$|\$(?:US|A|CAN|NZ|U\.S\.)(?![A-Za-z])|[A-Za-z]{1,3}[£¥]|Rs\.|Y="
    r"|\d{1,3}(?:,\d{2,3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
    r"|(?:[A-Z]\.){2,}|(?:CO|SO|NO|CH)[2-4](?![\w.])|(?:[ckdµμn]?m|ft)[23²³](?![^\W_])|[^\W\d_]+|['’](?:s|re|ve|ll)(?![^\W_])|\S)\s*"
)
_DIGIT = re.compile("[0-9½⅓⅔¼¾⅕⅛]")
_DIGITS = frozenset("0123456789")
_LONGEST = 30
"""Characters of a number in digits; a longer one is no amount of anything, and may have no finite value."""
_DASHES = frozenset("-–‑−")
_SLASHES = frozenset("/⁄")
_DENOMINATORS = frozenset({2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 16.0, 32.0, 64.0, 100.0, 128.0})


class Tokens(Struct, frozen=True):
    """A sentence in tokens: as typed, in lower case, and where each begins and ends in the article."""

    words: list[str]
    low: list[str]
    near: list[str]
    """The same with blanks beyond both ends: what stands at a place that may lie outside of the sentence."""
    starts: list[int]
    ends: list[int]
    size: int

    def glued(self, at: int) -> bool:
        """Whether nothing stands between the token and the next one."""
        return at + 1 < self.size and self.ends[at] == self.starts[at + 1]


def tokenise(text: str, start: int, end: int) -> Tokens:
    """The tokens of `text[start:end]`; offsets count from the start of `text`."""
    sentence = text[start:end]
    if _SPACED in sentence:
        sentence = sentence.replace(_SPACED, _HELD)
    words: list[str] = []
    low: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for piece in sentence.split(" "):
        for word, lower, first, last in _PIECES[piece]:
            words.append(word)
            low.append(lower)
            starts.append(start + first)
            ends.append(start + last)
        start += len(piece) + 1
    return Tokens(words, low, low + _BLANKS, starts, ends, len(words))


def _piece(piece: str) -> tuple[tuple[str, str, int, int], ...]:
    """The tokens of what stands between two blanks: as typed, in lower case, from where to where."""
    found = [(match[0].rstrip(), match.start()) for match in _TOKEN.finditer(f"{piece} ")]
    typed = [(word.replace("\t", " "), at, at + len(word)) for word, at in found]
    return tuple([(word, word.lower(), first, last) for word, first, last in typed])


def _plain(word: str, marks: str) -> tuple[tuple[str, str, int, int], ...] | None:
    """A word and marks, each a token; the point of `Rs.` is part of it."""
    if word == "Rs":
        return None
    size = len(word)
    behind = [(mark, mark, at, at + 1) for at, mark in enumerate(marks, size)]
    return ((word, word.lower(), 0, size), *behind)


_PIECES = Pieces(_piece, _plain)
_SPACED, _HELD = "U.S. $", "U.S.\t$"
"""The one token with a blank inside."""
_BLANKS = [""] * 32
"""More than any rule looks ahead or back."""


class Number(Struct, frozen=True):
    """A number and the tokens that make it (`first` up to, not including, `last`)."""

    value: float
    base: float
    """What stands before the scale word: 2.5 in `2.5 million`."""
    first: int
    last: int
    form: str
    """digits, words, fraction, vague."""
    high: float | None = None
    """For vague ones, the most that they mean."""

    @property
    def scale(self) -> float:
        """What `base` was multiplied with."""
        return self.value / self.base if self.base else 1.0


class NumberWords(Struct, frozen=True):
    """The words that make numbers, as looked up."""

    small: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    short: dict[str, int]
    doubtful: dict[str, int]
    vague: dict[str, int]
    vague_tens: dict[str, int]
    fractions: dict[str, int]
    vulgar: dict[str, float]
    starts: frozenset[str]
    """Every word that a number can begin with."""


@cache
def number_words(lexicon: Lexicon) -> NumberWords:
    """The subject `numbers` of the lexicon, compiled once."""
    raw: dict[str, dict[str, Any]] = lexicon["numbers"]
    starts = frozenset(
        [*raw["ones"], *raw["tens"], *raw["scales"], *raw["vague"], *raw["vague_tens"], *raw["vulgar"]]
    )
    return NumberWords(
        small=raw["ones"],
        tens=raw["tens"],
        scales=raw["scales"],
        short=raw["short_scales"],
        doubtful=raw["doubtful_scales"],
        vague=raw["vague"],
        vague_tens=raw["vague_tens"],
        fractions=raw["fractions"],
        vulgar=raw["vulgar"],
        starts=starts | {part for part in raw["fractions"] if not part.endswith("s")},
    )


def holds_digit(text: str, start: int, end: int) -> bool:
    """Whether a digit or a fraction's sign stands in `text[start:end]`."""
    return _DIGIT.search(text, start, end) is not None


def is_digits(word: str) -> bool:
    """Whether a token is a number in digits."""
    return word[-1:] in _DIGITS and (word[0] in _DIGITS or word[0] == ".") and len(word) <= _LONGEST


def read_number(tokens: Tokens, at: int, words: NumberWords, doubtful: bool = False) -> Number | None:
    """The number that begins at a token, as long as it goes; None where there is none.

    `doubtful` lets `m`, `b` and `t` mean million, billion and trillion.
    """
    if is_digits(tokens.words[at]):
        return _with_half(tokens, _digits(tokens, at, words, doubtful), words)
    word = tokens.low[at]
    if word in words.vulgar:
        return Number(words.vulgar[word], words.vulgar[word], at, at + 1, "fraction")
    if word in words.vague or word in words.vague_tens:
        return _vague(tokens, at, words)
    if word in words.small or word in words.tens:
        found = _spelled(tokens, at, words)
        return _part(tokens, found, words) or _with_half(tokens, found, words)
    if word in words.fractions:
        return _share(tokens, at, words)
    return _alone(tokens, at, words) if word in words.scales else None


def _digits(tokens: Tokens, at: int, words: NumberWords, doubtful: bool) -> Number:
    value, last = float(tokens.words[at].replace(",", "")), at + 1
    fraction = _slashed(tokens, at)
    if fraction is not None:
        return Number(fraction, fraction, at, at + 3, "fraction")
    more = _slashed(tokens, last) if tokens.near[last][:1] in _DIGITS else None
    if more is not None:
        value, last = value + more, last + 3
    elif tokens.near[last] in words.vulgar:
        value, last = value + words.vulgar[tokens.near[last]], last + 1
    scale, last = _scale(tokens, last, words, doubtful)
    return Number(value * scale, value, at, last, "digits")


def _slashed(tokens: Tokens, at: int) -> float | None:
    if not (tokens.near[at + 1][:1] in _SLASHES and tokens.glued(at) and tokens.near[at + 2][:1] in _DIGITS):
        return None
    above, below = tokens.words[at], tokens.words[at + 2]
    if not (is_digits(above) and above.isdigit() and below.isdigit() and tokens.near[at + 3] not in _SLASHES):
        return None
    return int(above) / int(below) if float(below) in _DENOMINATORS and int(above) < int(below) else None


def _scale(tokens: Tokens, at: int, words: NumberWords, doubtful: bool) -> tuple[float, int]:
    scale = 1.0
    if tokens.near[at] in _DASHES and tokens.near[at + 1] in words.scales and tokens.glued(at):
        at += 1
    while True:
        word = tokens.near[at]
        if word in words.scales and word != "score" and (word != "gross" or scale > 1):
            scale *= words.scales[word]
        elif (
            scale == 1
            and word in words.short
            and (word != "mm" or doubtful)
            and (len(word) > 1 or tokens.glued(at - 1))
        ):
            scale *= words.short[word]
        elif scale == 1 and word in words.doubtful and _is_scale(tokens, at, doubtful):
            scale *= words.doubtful[word]
        else:
            return scale, at
        at += 1


def _is_scale(tokens: Tokens, at: int, doubtful: bool) -> bool:
    if tokens.glued(at) and tokens.near[at + 1][:1].isalnum():
        return False
    return doubtful or (tokens.words[at] in ("M", "B") and tokens.glued(at - 1))


def _with_half(tokens: Tokens, number: Number, words: NumberWords) -> Number:
    at = number.last
    if (
        tokens.near[at] != "and"
        or tokens.near[at + 1] != "a"
        or tokens.near[at + 2] not in ("half", "quarter")
    ):
        return number
    value = number.base + (0.5 if tokens.low[at + 2] == "half" else 0.25)
    scale, last = _scale(tokens, at + 3, words, False)
    return Number(value * scale * number.scale, value, number.first, last, number.form)


def _spelled(tokens: Tokens, at: int, words: NumberWords) -> Number:
    """Additive words: units fill the place that the word before left open, scales close a group."""
    first, total, group, base, room = at, 0.0, 0.0, 0.0, 1000.0
    while at < len(tokens.low):
        word = tokens.low[at]
        value = float(words.small.get(word, words.tens.get(word, -1)))
        if 0 <= value < room:
            group, base, room, at = group + value, base or value, (10.0 if value >= 20 else 0.0), at + 1
        elif word == "hundred" and 0 < group < 100:
            group, room, at = group * 100, 100.0, at + 1
        elif word in words.scales and word not in ("hundred", "score", "gross") and group:
            total, group, room, at = total + group * words.scales[word], 0.0, 1000.0, at + 1
        elif word in words.scales and total and word != "score" and word != "gross":
            total, at = total * words.scales[word], at + 1
        elif _joins(tokens, at, words, room):
            at += 1
        else:
            break
    value = total + group
    simple = at == first + 1
    return Number(value, value if simple or not base else base, first, at, "words")


def _joins(tokens: Tokens, at: int, words: NumberWords, room: float) -> bool:
    """A hyphen inside `twenty-three`, the `and` of `hundred and five`."""
    word, after = tokens.low[at], tokens.near[at + 1]
    if word in _DASHES:
        small = words.small.get(after, 0)
        return tokens.glued(at) and tokens.glued(at - 1) and (0 < small < room <= 10 or after in words.scales)
    before = tokens.near[at - 1]
    small = words.small.get(after, words.tens.get(after, 0))
    return (
        word == "and"
        and before in ("hundred", "thousand")
        and 0 < small < 100
        and tokens.near[at + 2] != "hundred"
    )


def _part(tokens: Tokens, number: Number, words: NumberWords) -> Number | None:
    """`two-thirds`, `three quarters of`, `one fifth of`."""
    at = number.last
    dashed = tokens.near[at] in _DASHES and tokens.glued(at)
    part = tokens.near[at + dashed]
    below = words.fractions.get(part)
    if below is None or number.value >= below or part.endswith("s") != (number.value > 1) or part == "halves":
        return None
    last = at + dashed + 1
    stepped = tokens.near[number.first - 1] == "by" and tokens.near[last] in _AFTER_STEPS
    if not (dashed or stepped or tokens.near[last] in ("of", "million", "billion", "trillion", "majority")):
        return None
    return _scaled_part(tokens, number.value / below, number.first, last, words)


def _scaled_part(tokens: Tokens, value: float, first: int, last: int, words: NumberWords) -> Number:
    at = last
    while tokens.near[at] in ("of", "a", "an"):
        at += 1
    if tokens.near[at] in words.scales and tokens.near[at] not in ("score", "gross") and at - last <= 2:
        scale, last = _scale(tokens, at, words, False)
        return Number(value * scale, value, first, last, "words")
    return Number(value, value, first, last, "fraction")


def _share(tokens: Tokens, at: int, words: NumberWords) -> Number | None:
    """`half a million`, `a quarter of`, `half of the`: with `a` before, or `of` after."""
    word, before = tokens.low[at], tokens.near[at - 1]
    if word.endswith("s"):
        return None
    first = at - 1 if before in ("a", "an") else at
    found = _scaled_part(tokens, 1 / words.fractions[word], first, at + 1, words)
    if found.form == "words":
        return found
    after = tokens.near[at + 1]
    if _of_point(tokens, at + 1):
        return found
    if word == "half" and after in ("a", "an"):
        return Number(0.5, 0.5, first, at + 1, "fraction")
    if word == "half":
        return found if _half_of(tokens, at) else None
    stepped = tokens.near[at - 2] == "by" and after in _AFTER_STEPS
    return found if first < at and (stepped or (after == "of" and tokens.near[at - 2] != "for")) else None


def _half_of(tokens: Tokens, at: int) -> bool:
    """`half of the loans`, `half its staff`, `of which half is for ships`."""
    before, after = tokens.near[at - 1], tokens.near[at + 1]
    if before in ("first", "second", "other", "latter", "the", "a", "and"):
        return after == "of" and before in ("a", "and")
    owned = after in ("its", "their", "his", "her", "our")
    return after == "of" or owned or (before in ("which", "whom") and after in ("is", "are", "was", "were"))


_AFTER_STEPS = frozenset(
    ["", ".", ",", ";", "to", "from", "in", "since", "over", "after", "this", "last", "compared", "on", "by"]
)
"""Behind `by a fifth`, where that is how much something changed."""


def _of_point(tokens: Tokens, at: int) -> bool:
    """`a quarter point`, `a half-percentage-point cut`: the part of a unit that is named without `of`."""
    at += tokens.near[at] in _DASHES and tokens.glued(at - 1)
    return tokens.near[at] in (
        "point",
        "percentage",
        "percent",
        "percentage-point",
        "mile",
        "ton",
        "tonne",
        "acre",
    )


def _alone(tokens: Tokens, at: int, words: NumberWords) -> Number | None:
    """`a million`, `a dozen`, `hundred thousand`: a scale word without a number before it."""
    if tokens.low[at] in ("score", "gross") or (tokens.words[at].isupper() and len(tokens.low[at]) < 4):
        return None  # `the LAC countries`
    first = at - 1 if tokens.near[at - 1] in ("a", "an") else at
    if first == at and tokens.near[at - 1] in (
        "of",
        "several",
        "few",
        "many",
        "couple",
        "per",
        "multi",
        "some",
        "-",
    ):
        return None
    scale, last = _scale(tokens, at, words, False)
    return Number(scale, 1.0, first, last, "words")


def _vague(tokens: Tokens, at: int, words: NumberWords) -> Number | None:
    word = tokens.low[at]
    inner = tokens.near[at + 2] if tokens.near[at + 1] == "of" else ""
    if word in words.vague_tens and inner in words.vague and inner != "dozens":
        low = float(words.vague_tens[word] * words.vague[inner])
        return Number(low, low, at, at + 3, "vague", low * 10)
    if word not in words.vague or tokens.near[at + 1] != "of":
        return None
    low = float(words.vague[word])
    return Number(low, low, at, at + 1, "vague", low * 10)
