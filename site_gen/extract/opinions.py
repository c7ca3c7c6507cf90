"""Stretches that say they are opinion: sections, labelled paragraphs, the outlet's first person."""

import re
from functools import cache
from itertools import takewhile

from msgspec import Struct

from site_gen.extract.quotes.marks import has_marks, quoted_stretches
from site_gen.lexicon import Lexicon
from site_gen.records import Block, OpinionFinding
from site_gen.text.document import Document

_PROSE = frozenset({"paragraph", "item", "quote"})
_LOWEST = 6
_LABEL = 40
_EDGES = " \t:–—-.*_#|’'\"“”‘"


class _Words(Struct, frozen=True):
    headings: frozenset[str]
    sections: frozenset[str]
    tails: frozenset[str]
    loose: frozenset[str]
    reported: tuple[str, ...]
    label: re.Pattern[str]
    phrases: tuple[tuple[str, frozenset[str]], ...]
    """In the first person, with the words of each."""
    first_person: re.Pattern[str]
    own_views: re.Pattern[str]
    """The line that says that a piece is its writer's opinion."""
    judges: re.Pattern[str]
    told: re.Pattern[str]
    """Of somebody else's judgement."""


@cache
def _words_of(lexicon: Lexicon) -> _Words:
    words = lexicon["opinions"]
    labels = "|".join(re.escape(label).replace("'", "['’]") for label in words["labels"])
    person = "|".join(re.escape(phrase).replace("'", "['’]") for phrase in words["first_person"])
    return _Words(
        frozenset(words["headings"]),
        frozenset(words["sections"]),
        frozenset(words["tails"]),
        frozenset(words["loose"]),
        tuple(words["reported"]),
        re.compile(
            rf"\W*(?:{labels})(?:\s*:|\s*\|(?![^\n|]*\|)|\s+[—–-](?=\s)|\.[*_]{{0,2}}\s+(?=[A-Z“‘\"']))",
            re.IGNORECASE,
        ),
        tuple((phrase, frozenset(re.findall(r"\w+", phrase))) for phrase in words["first_person"]),
        re.compile(rf"\b(?:{person})\b", re.IGNORECASE),
        *(re.compile(rf"\b(?:{_either(words[name])})\b", re.IGNORECASE) for name in _LISTS),
    )


_LISTS = ("own_views", "judges", "told")


def _either(phrases: list[str]) -> str:
    return "|".join(re.escape(phrase).replace("'", "['’]") for phrase in phrases)


def find_opinions(doc: Document, lexicon: Lexicon) -> tuple[OpinionFinding, ...]:
    """Opinion sections (a heading and its blocks), labelled paragraphs and sentences, in order."""
    words = _words_of(lexicon)
    blocks = doc.article.blocks
    if _is_opinion_page(doc, words):
        whole = [b for b in blocks if b.kind not in ("furniture", "caption", "code")]
        return tuple(OpinionFinding(doc.evidence(b.start, b.end), "heading") for b in whole)
    found: list[OpinionFinding] = []
    held = doc.held()
    voiced = [phrase for phrase, needed in words.phrases if needed <= held]
    section = 0
    """Level of the opinion heading that is in force; 0 for none."""
    for block in blocks:
        if block.kind == "heading":
            named = _is_opinion(doc.reading[block.start : block.end], words, block.level == 1)
            section = (block.level or 2) if named else (section if 0 < section < block.level else 0)
        elif block.kind == "paragraph" and _stands_as_heading(doc.reading[block.start : block.end], words):
            section = section or _LOWEST
        if section and block.kind not in ("furniture", "caption", "code"):
            found.append(OpinionFinding(doc.evidence(block.start, block.end), "heading"))
        elif block.kind in _PROSE:
            found.extend(_in_block(doc, block, words, voiced))
    first = any(finding.basis == "first person" for finding in found)
    if first or _is_signed(doc, words):
        found += _judgements(doc, words, found)
        found.sort(key=lambda finding: finding.evidence.start)
    return tuple(found)


_HEAD = 400
"""Characters at the head of a piece among which its section is named."""


def _is_opinion_page(doc: Document, words: _Words) -> bool:
    """`OPINION` on a line of its own above the title: all that follows is."""
    article = doc.article
    named = (r for r in article.removals if r.rule == "section" and r.span.start <= _HEAD)
    return any(r.text.strip(_EDGES).lower() in words.sections for r in named)


_END = 700
"""Characters at the end of a piece among which its views are said to be the writer's own."""


def _is_signed(doc: Document, words: _Words) -> bool:
    """`The views are her own`: a guest's piece."""
    return words.own_views.search(doc.reading, max(0, len(doc.reading) - _END)) is not None


def _judgements(doc: Document, words: _Words, found: list[OpinionFinding]) -> list[OpinionFinding]:
    """Sentences that say what should be, where the writer speaks as such, and that nobody else is told to have said."""
    taken = [(finding.evidence.start, finding.evidence.end) for finding in found]
    more: list[OpinionFinding] = []
    for sentence in doc.sentences:
        block = doc.article.blocks[sentence.block]
        judged = words.judges.search(doc.reading, sentence.start, sentence.end)
        if block.kind not in _PROSE or judged is None or _is_turn(doc.reading, block):
            continue
        inside = any(start < sentence.end and sentence.start < end for start, end in taken)
        quoted = any(start <= judged.start() < end for start, end in _spoken(doc.reading, block))
        reported = words.told.search(doc.reading, sentence.start, judged.start()) or _SAID.search(
            doc.reading, judged.end(), sentence.end
        )
        if not (inside or quoted or reported):
            more.append(OpinionFinding(doc.evidence(sentence.start, sentence.end), "first person"))
    return more


_SAID = re.compile(
    r", (?:[\w.’' -]{2,40} )?(?:said|says|added|adds|argued|argues|warned|warns)\b|\baccording to\b"
)
"""At the end of a sentence that somebody else has said."""
_TURN = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}: ")


def _is_turn(text: str, block: Block) -> bool:
    """`Lee: We believe ...`: an answer in an interview."""
    return _TURN.match(text, block.start, block.end) is not None


def _stands_as_heading(line: str, words: _Words) -> bool:
    """`EDITORIAL` on a line of its own."""
    plain = line.strip(_EDGES)
    short = len(plain) <= _LABEL and not line.rstrip().endswith((".", "!", "?", "…"))
    return short and plain.lower().replace("’", "'") in words.headings


def _is_opinion(heading: str, words: _Words, title: bool) -> bool:
    """Whether a heading announces the outlet's own opinion."""
    plain = re.sub(r"\s+", " ", heading.lower().replace("’", "'")).strip(_EDGES)
    if plain in words.headings:
        return True
    if len(plain.split()) > 12 or any(plain.endswith(phrase) for phrase in words.reported):
        return False
    lead = re.split(r"\s*[:|–—]\s*|\s+by\s+", plain, maxsplit=1)[0]
    return lead in words.headings or (not title and _names_outlet(heading, words))


def _names_outlet(heading: str, words: _Words) -> bool:
    """`The Gazette Outlook`, `Gazette View`: an outlet's name before a word of opinion."""
    parts = heading.strip(_EDGES).replace("’", "'").split()
    if not 2 <= len(parts) <= 6 or parts[-1].lower() not in words.tails:
        return False
    article, name = parts[0].lower() == "the", parts[1:-1] if parts[0].lower() == "the" else parts[:-1]
    capitals = bool(name) and all(part[0].isupper() for part in takewhile(lambda p: p != "of", name))
    return capitals and (article or parts[-1].lower() not in words.loose)


def _in_block(doc: Document, block: Block, words: _Words, voiced: list[str]) -> list[OpinionFinding]:
    """A labelled paragraph as a whole, else its sentences in the outlet's first person.

    `voiced`: phrases in the first person whose words the document holds.
    """
    text = doc.reading
    if words.label.match(text, block.start, min(block.end, block.start + 60)):
        return [OpinionFinding(doc.evidence(block.start, block.end), "label")]
    low = doc.low[block.start : block.end] if voiced else ""
    if not any(phrase in low for phrase in voiced) or _is_turn(text, block):
        return []
    spoken = _spoken(text, block)
    sentences: dict[int, None] = {}
    for match in words.first_person.finditer(text, block.start, block.end):
        if not any(start <= match.start() < end for start, end in spoken) and not _reported(
            text, match, block
        ):
            sentences[doc.sentence_at(match.start())] = None
    spans = [doc.sentences[index] for index in sentences if index >= 0]
    return [OpinionFinding(doc.evidence(s.start, s.end), "first person") for s in spans]


def _spoken(text: str, block: Block) -> tuple[tuple[int, int], ...]:
    """What stands in quotation marks in a paragraph."""
    if not has_marks(text, block.start, block.end):
        return ()
    return tuple((q.start, q.end) for q in quoted_stretches(text, block.start, block.end))


def _reported(text: str, match: re.Match[str], block: Block) -> bool:
    """A transcript's turn (`Smith: We believe ...`) is no opinion of the outlet."""
    before = text[max(block.start, match.start() - 60) : match.start()]
    return bool(re.search(r"[A-Z][\w.’' ]{1,40}:\s*(?:[\w,]+ ){0,3}$", before))
