"""Quotations of a document in order: marks, then clauses, then speakers, carried on from quote to quote."""

from msgspec import Struct, field

from site_gen.extract.quotes.attribution import Cue, clause_before, clause_behind, cue_of
from site_gen.extract.quotes.clauses import Clause, clauses_of
from site_gen.extract.quotes.frame import Frame, frame_of
from site_gen.extract.quotes.kinds import TOO_SHORT, goes_on, is_turn, rejection, stands_free
from site_gen.extract.quotes.marks import Quoted, has_marks, opens_paragraph, quoted_stretches
from site_gen.extract.quotes.names import speaker_at
from site_gen.extract.quotes.register import Register, register_of
from site_gen.extract.quotes.subjects import Phrase, phrase_after, phrase_before, sentence_subject
from site_gen.extract.quotes.words import Words, words_of
from site_gen.lexicon import Lexicon
from site_gen.records import Block, PersonFinding, QuoteFinding, Rejection, Speaker
from site_gen.text.document import Document

_KINDS = frozenset({"paragraph", "item", "quote", "caption"})
_MOST_PARAGRAPHS = 8
"""Longest quotation that is followed over paragraphs."""
_OPEN_ENDS = ",?!…—-–"


class _State(Struct):
    """What a paragraph leaves to the next."""

    register: Register
    words: Words
    notes: list[Rejection]
    found: list[QuoteFinding] = field(default_factory=list)
    doubled: bool = False
    """Whether the document quotes with double marks: single ones are then names, or quotes inside quotes."""
    speaker: Speaker | None = None
    """Who spoke last."""
    paragraph: int = -1
    """Index of the paragraph in which somebody spoke last."""
    runs_on: bool = False
    """The paragraph before ended inside a quotation."""


class _Paragraph(Struct, frozen=True):
    """One paragraph with its quotations, its frame and its clauses."""

    index: int
    block: Block
    quotes: tuple[Quoted, ...]
    frame: Frame
    clauses: list[Clause]


def find_quotes(
    doc: Document, lexicon: Lexicon, people: tuple[PersonFinding, ...], notes: list[Rejection]
) -> tuple[QuoteFinding, ...]:
    """All quotations, in order, one record for each pair of marks, also where one runs over paragraphs.

    `people` names the persons that speakers are resolved to; where it is empty, the nearest capitalised name
    serves. Titles, terms and lone words in quotation marks are added to `notes`.
    """
    text = doc.reading
    blocks = [b for b in doc.article.blocks if b.kind in _KINDS]
    if not any(has_marks(text, b.start, b.end) for b in blocks):
        return ()
    words = words_of(lexicon)
    state = _State(register_of(doc, people, words), words, notes)
    state.doubled = text.count('"') / 2 + text.count("“") + text.count("''") > text.count("‘")
    for index, block in enumerate(blocks):
        if has_marks(text, block.start, block.end):
            _read_paragraph(doc, state, blocks, index)
        else:
            state.runs_on = False
    return tuple(state.found)


def _read_paragraph(doc: Document, state: _State, blocks: list[Block], index: int) -> None:
    block = blocks[index]
    quotes = _spoken(doc, state, block)
    if not quotes:
        state.runs_on = False
        return
    state.register.quoted.extend((q.start, q.end) for q in quotes)
    frame = frame_of(doc.reading, block.start, block.end, quotes, state.words)
    paragraph = _Paragraph(index, block, quotes, frame, clauses_of(frame, state.words))
    continued = state.runs_on
    state.runs_on = False
    before: Speaker | None = state.speaker if continued else None
    for token, number in enumerate(frame.quote):
        if number < 0:
            continue
        runs_on = _runs_on(doc, blocks, index, quotes[number])
        quote = quotes[number] if runs_on else _ended(doc, state, paragraph, quotes[number])
        cue = _cue(doc, state, paragraph, token)
        reason = _unsaid(doc, state, blocks, paragraph, token, cue, before, runs_on or continued)
        if reason:
            state.notes.append(Rejection("quotes", doc.evidence(quote.start, quote.end), reason))
            continue
        speaker, verb, rule = _attributed(doc, state, blocks, paragraph, token, cue, before, continued)
        _add(doc, state, paragraph, token, quote, cue, speaker, verb, rule, runs_on)
        before, state.runs_on = speaker, runs_on


def _spoken(doc: Document, state: _State, block: Block) -> tuple[Quoted, ...]:
    """The stretches of a paragraph that can be speech; the others are noted."""
    kept: list[Quoted] = []
    for quote in quoted_stretches(doc.reading, block.start, block.end):
        reason = rejection(doc.reading, quote, block.start, block.end, state.words)
        if reason == TOO_SHORT and kept and goes_on(doc.reading, kept[-1], quote):
            kept.append(quote)
        elif reason:
            state.notes.append(Rejection("quotes", doc.evidence(quote.start, quote.end), reason))
        else:
            kept.append(quote)
    return tuple(kept)


def _unsaid(
    doc: Document,
    state: _State,
    blocks: list[Block],
    paragraph: _Paragraph,
    token: int,
    cue: Cue | None,
    before: Speaker | None,
    chained: bool,
) -> str:
    """Why words that could be speech are none here: nobody says them, or an empty string."""
    quote = paragraph.quotes[paragraph.frame.quote[token]]
    if cue is None and not stands_free(doc.reading, quote, paragraph.block.start) and not chained:
        return "a fragment that nobody says"
    if not quote.closed and cue is None and not chained:
        return "never closed, and nobody says it"
    curly = doc.reading[quote.start] == "‘" and cue is not None
    if (
        quote.kind == "single"
        and state.doubled
        and not curly
        and (cue is None or not cue.rule.startswith("after"))
    ):
        return "single marks in a text that quotes with double ones"
    return ""


def _runs_on(doc: Document, blocks: list[Block], index: int, quote: Quoted) -> bool:
    """Whether an unclosed quotation goes on: the next paragraphs open with its mark, and one closes."""
    if quote.closed or doc.reading[quote.end : blocks[index].end].strip():
        return False
    sign = doc.reading[quote.start : quote.inner]
    for following in blocks[index + 1 : index + 1 + _MOST_PARAGRAPHS]:
        if not opens_paragraph(doc.reading, following.start, following.end, sign):
            return False
        first = quoted_stretches(doc.reading, following.start, following.end)[:1]
        if not first or is_turn(doc.reading, first[0].inner):
            return False
        if first[0].closed:
            return True
    return False


def _ended(doc: Document, state: _State, paragraph: _Paragraph, quote: Quoted) -> Quoted:
    """A quotation that is never closed, cut before the speech clause that ends its paragraph."""
    if quote.closed:
        return quote
    frame = frame_of(doc.reading, quote.inner, quote.inner_end, (), state.words)
    for clause in reversed(clauses_of(frame, state.words)):
        first = min(clause.subject.first, clause.at)
        if first > 0 and frame.low[first - 1] == "," and frame.sentence[first] == frame.sentence[-1]:
            cut = frame.end[first - 1]
            return quote._replace(end=cut, inner_end=cut)
    return quote


def _cue(doc: Document, state: _State, paragraph: _Paragraph, token: int) -> Cue | None:
    """The speech clause of a quotation; inside its own words where it was never closed."""
    frame, quote = paragraph.frame, paragraph.quotes[paragraph.frame.quote[token]]
    if not quote.closed:
        inner = frame_of(doc.reading, quote.inner, quote.inner_end, (), state.words)
        for clause in reversed(clauses_of(inner, state.words)):
            first = min(clause.subject.first, clause.at)
            if first > 0 and inner.low[first - 1] == "," and inner.sentence[first] == inner.sentence[-1]:
                return Cue(clause.subject, clause.verb, -1, "never closed")
    last = doc.reading[quote.inner : quote.inner_end].rstrip("'’\"”")[-1:] or " "
    outside = doc.reading[quote.end : quote.end + 1]
    open_ended = last in _OPEN_ENDS or outside == "," or (quote.kind == "single" and last in _OPEN_ENDS)
    found = cue_of(frame, token, open_ended, paragraph.clauses, state.words)
    return found or _spoken_by(frame, token, doc.reading[quote.inner : quote.inner_end], state.words)


def _spoken_by(frame: Frame, token: int, said: str, words: Words) -> Cue | None:
    """`It “condemns in the strongest terms” the overthrow`: the quoted words begin with the verb of saying."""
    verb, behind, _ = said.partition(" ")
    first = frame.first_of(frame.sentence[token])
    if not behind or not verb.endswith("s") or verb not in words.verbs or token == first:
        return None
    subject = phrase_before(frame, token, first, words)
    return Cue(subject, verb, -1, "verb inside") if subject and subject.last == token else None


def _attributed(
    doc: Document,
    state: _State,
    blocks: list[Block],
    paragraph: _Paragraph,
    token: int,
    cue: Cue | None,
    before: Speaker | None,
    continued: bool,
) -> tuple[Speaker | None, str, str]:
    """Speaker, verb and rule of a quotation."""
    if cue is not None:
        return speaker_at(state.register, cue.subject.start, cue.subject.end), cue.verb, cue.rule
    earlier = None if continued else clause_before(paragraph.frame, token, paragraph.clauses)
    if earlier is not None:
        return speaker_at(state.register, earlier.subject.start, earlier.subject.end), "", earlier.rule
    behind = clause_behind(paragraph.frame, token, paragraph.clauses, state.words)
    if behind is not None:
        return speaker_at(state.register, behind.subject.start, behind.subject.end), "", behind.rule
    if before is not None:
        return before, "", "several paragraphs" if continued else "continued"
    frame = paragraph.frame
    first = frame.first_of(frame.sentence[token])
    subject = sentence_subject(frame, first, token, state.words) or _subject_before(state, paragraph, first)
    if subject:
        return speaker_at(state.register, subject.start, subject.end), "", "subject"
    return _from_before(doc, state, blocks, paragraph)


def _subject_before(state: _State, paragraph: _Paragraph, first: int) -> Phrase | None:
    """The subject of the sentence before in the same paragraph."""
    if first == 0:
        return None
    begin = paragraph.frame.first_of(paragraph.frame.sentence[first - 1])
    return sentence_subject(paragraph.frame, begin, first, state.words)


def _from_before(
    doc: Document, state: _State, blocks: list[Block], paragraph: _Paragraph
) -> tuple[Speaker | None, str, str]:
    """The speaker of a paragraph that is all quotation: introduced, or speaking, in the one before."""
    if state.speaker is not None and state.paragraph == paragraph.index - 1:
        return state.speaker, "", "continued"
    if paragraph.index == 0:
        return None, "", "nobody named"
    previous = blocks[paragraph.index - 1]
    frame = frame_of(doc.reading, previous.start, previous.end, (), state.words)
    if not frame.text:
        return None, "", "nobody named"
    first = frame.first_of(frame.sentence[-1])
    clauses = [c for c in clauses_of(frame, state.words) if c.at >= first]
    subject = clauses[-1].subject if clauses else sentence_subject(frame, first, len(frame.text), state.words)
    if subject is None:
        return None, "", "nobody named"
    verb = clauses[-1].verb if clauses else ""
    return speaker_at(state.register, subject.start, subject.end), verb, "introduced"


def _add(
    doc: Document,
    state: _State,
    paragraph: _Paragraph,
    token: int,
    quote: Quoted,
    cue: Cue | None,
    speaker: Speaker | None,
    verb: str,
    rule: str,
    runs_on: bool,
) -> None:
    partial = not stands_free(doc.reading, quote, paragraph.block.start)
    addressee = _addressee(paragraph.frame, cue, state.words) if cue else ""
    found = QuoteFinding(
        doc.evidence(quote.start, quote.end), speaker, addressee, verb, partial, quote.closed or runs_on, rule
    )
    state.found.append(found)
    if speaker is not None:
        state.speaker = state.register.last = speaker
        state.paragraph = paragraph.index


def _addressee(frame: Frame, cue: Cue, words: Words) -> str:
    """Who was told: the words after a verb of telling."""
    if cue.at < 0 or words.verbs.get(cue.verb) not in ("tell", "inform", "remind", "assure", "ask"):
        return ""
    phrase = phrase_after(frame, cue.at + 1, frame.last_of(cue.at), words)
    return " ".join(frame.text[phrase.first : phrase.last]) if phrase else ""
