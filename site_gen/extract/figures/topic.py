"""What `It` means at the head of a sentence: the subject of the sentence before, where that names a thing."""

import re

from msgspec.structs import replace

from site_gen.extract.figures.counted import is_plural
from site_gen.extract.figures.phrases import ARTICLES, phrase_right, text_of
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.records import FigureFinding
from site_gen.text.document import Document
from site_gen.text.numbers import tokenise

_LONGEST = 6


def with_topic(
    found: list[FigureFinding],
    doc: Document,
    index: int,
    words: Vocabulary,
    earlier: FigureFinding | None = None,
) -> list[FigureFinding]:
    """The figures of a sentence; `It cost $5 million` is about what the sentence before was.

    `earlier`: the last figure before them; `Analysts expected $12 billion` measures what that did.
    """
    sentence = doc.sentences[index]
    if (
        found
        and earlier
        and (
            (
                _foretold_alike(found[0], earlier, index, words)
                and not doc.reading.startswith(("That ", "This "), sentence.start)
            )
            or _another_has(doc.reading[sentence.start : found[0].evidence.start], found[0], earlier, index)
        )
    ):
        return [_about(found[0], _unowned(earlier.measure)), *found[1:]]
    if (
        not index
        or not doc.reading.startswith(("It ", "They "), sentence.start)
        or not found
        or not _untold(found[0], words)
    ):
        return found
    if earlier and doc.reading.startswith("They ", sentence.start) and _plural(earlier, index, words):
        them = earlier.measure.split(" of ")[0]
        open_ones = [not n or not f.measure for n, f in enumerate(found)]
        return [
            _about(f, them) if told and f.unit_kind != "duration" else f
            for f, told in zip(found, open_ones, strict=True)
        ]
    before = doc.sentences[index - 1]
    if "\n" in doc.reading[before.end : sentence.start]:
        return found
    about = _subject(doc.reading, before.start, before.end, words)
    return [_about(found[0], about), *found[1:]] if about else found


def _foretold_alike(figure: FigureFinding, earlier: FigureFinding, index: int, words: Vocabulary) -> bool:
    """Whether a figure that was expected, of nobody knows what, follows one of its unit in the sentence before."""
    bare = not figure.measure or words.status.get(figure.measure.lower()) == "estimate"
    alike = (figure.unit, figure.per) == (earlier.unit, earlier.per) and figure.unit_kind != "count"
    return bare and alike and figure.status == "estimate" and earlier.evidence.sentence == index - 1


_GENITIVE = re.compile(
    r"(?:[A-Z][\w-]*|[Tt]he [a-z]+)(?: [A-Z][\w-]*)*(?:['’]s|s['’])"
    r" (?:is|was|has|had|will|would|stands|stood|came|rose|fell)\b"
)
_OWNED = re.compile(r"[A-Z][\w-]*(?: [A-Z][\w-]*)*(?:['’]s|s['’]) (?=\w)")


def _another_has(ahead: str, figure: FigureFinding, earlier: FigureFinding, index: int) -> bool:
    """`Norland's share is 31%. Lund's has been put at 14%`: the second of the same, whose name is left out."""
    alike = (figure.unit, figure.per) == (
        earlier.unit,
        earlier.per,
    ) and earlier.evidence.sentence == index - 1
    return alike and bool(earlier.measure) and _GENITIVE.match(ahead) is not None


def _unowned(measure: str) -> str:
    owner = _OWNED.match(measure)
    return measure[owner.end() :] if owner else measure


def _untold(figure: FigureFinding, words: Vocabulary) -> bool:
    moved = figure.measure in words.up or figure.measure in words.down
    return figure.unit_kind != "count" and (
        not figure.measure or moved or figure.measure in words.sets["costing"]
    )


def _plural(earlier: FigureFinding, index: int, words: Vocabulary) -> bool:
    """`emissions` of `emissions fell by 5%. They were 41% lower`: whether `they` are what the sentence before told."""
    head = earlier.measure.split(" of ")[0].split()
    return bool(head) and is_plural(head[-1], words) and earlier.evidence.sentence == index - 1


def _about(figure: FigureFinding, about: str) -> FigureFinding:

    return replace(figure, measure=about)


def _subject(reading: str, start: int, end: int, words: Vocabulary) -> str:
    """`tunnel` of `The tunnel was finished`: behind an article at the head, before a verb, and no one in capitals."""
    tokens = tokenise(reading, start, end)
    if tokens.low[0] not in ARTICLES:
        return ""
    mask = bytearray(tokens.size)
    last = phrase_right(tokens, 0, words, mask)
    if (
        not 1 < last <= _LONGEST
        or tokens.near[last] not in words.breaks
        or not tokens.words[last - 1].islower()
    ):
        return ""
    return text_of(tokens, 0, last, mask)
