"""Links and numbered evidence of one page, as they are collected while its view is made."""

from msgspec import Struct

from site_gen.pages import urls
from site_gen.pages.registers import DISPUTED, is_long
from site_gen.records import Article, Evidence, Span
from site_gen.tables import CARDS, DATED, QUOTES, SENTENCES, Reader

_SMALL = frozenset({"of", "the", "and"})
_LONGEST = 260
"""Characters of a sentence shown as evidence before it is cut."""


class Link(Struct, frozen=True):
    """A link to a record of this site."""

    kind: str
    """article, leader, person, agreement, event, figure, series, quote, topic, conflict, place."""
    id: str
    """Id of the record."""
    title: str
    """The words of the link."""
    href: str
    """Relative address; empty where the record has no page."""
    note: str = ""
    """A line that says more: an office, a kind, an outlet."""
    date: str = ""
    """EDTF."""


class Proof(Struct, frozen=True):
    """A numbered piece of evidence: the sentence, with the words that count marked in it."""

    number: int
    """Number on this page, from 1."""
    href: str
    """Relative address of the highlighted sentence."""
    before: str
    """The sentence up to the words that count."""
    exact: str
    """The words that count, as typed."""
    after: str
    """The rest of the sentence."""
    article: str
    """Title of the article."""
    source: str
    """Outlet or agency; empty where unknown."""
    date: str
    """EDTF of publication; empty where unknown."""
    original: str = ""
    """The sentence in the article as the outlet published it: its address, ending in a text fragment."""


def place_name(id: str) -> str:
    """A place's name from its id, where no card tells it: `south-africa` is South Africa."""
    return " ".join(word if word in _SMALL else word.capitalize() for word in id.split("-"))


class Notes:
    """Collects what one page refers to. The same words cited twice keep one number."""

    def __init__(self, story: Reader, path: str) -> None:
        self.story = story
        self.path = path
        self.root = urls.root(path)
        self._proofs: dict[Evidence, Proof] = {}
        self._links: dict[tuple[str, str], Link] = {}

    def to(self, address: str) -> str:
        """A site address as seen from this page."""
        return self.root + address

    def link(self, kind: str, id: str) -> Link:
        """A link to a record, titled by its card; titled by its id where it has none."""
        known = self._links.get((kind, id))
        if known is None:
            known = self._links[kind, id] = self._link(kind, id)
        return known

    def _link(self, kind: str, id: str) -> Link:
        card = self.story.one(CARDS, f"{kind}/{id}")
        if card is None and kind == "leader":
            card = self.story.one(CARDS, f"person/{id}")
        address = self.address(kind, id)
        if card is None:
            id_words = place_name(id) if kind == "place" else id
            return Link(kind, id, id_words, self.root + address if address else "")
        return Link(card.kind, id, card.title, self.root + address, card.subtitle, card.date)

    def links(self, kind: str, ids: tuple[str, ...]) -> tuple[Link, ...]:
        """Links to several records, in the order given."""
        return tuple(self.link(kind, id) for id in ids)

    def address(self, kind: str, id: str) -> str:
        """Where a record is shown: figures on their series, quotations on their speaker's page."""
        if kind == "conflict" and is_long(self.story, DISPUTED):
            return urls.conflict(id)
        if kind not in ("figure", "quote"):
            return urls.record(kind, id)
        card = self.story.one(CARDS, f"{kind}/{id}")
        if card is None:
            return ""
        if kind == "figure":
            return urls.figure(id, card.on, id.rpartition("-")[0])
        if card.on:
            return urls.quote(card.on, id)
        quote = self.story.one(QUOTES, id)
        return urls.sentence(quote.article, quote.evidence.sentence) if quote else ""

    def proof(self, evidence: Evidence) -> Proof:
        """The numbered evidence for a record, with its sentence."""
        known = self._proofs.get(evidence)
        if known is None:
            known = self._proofs[evidence] = self._proof(evidence, len(self._proofs) + 1)
        return known

    def proofs(self, evidence: tuple[Evidence, ...], most: int = 6) -> tuple[Proof, ...]:
        """Numbered evidence for several spans: the first `most` sentences, each once, with its longest span."""
        fullest: dict[tuple[str, str], Evidence] = {}
        for span in evidence:
            place = (span.article, self._sentence(span))
            known = fullest.get(place)
            if known is None or len(span.exact) > len(known.exact):
                fullest[place] = span
            if len(fullest) > most:
                break
        return tuple(self.proof(e) for e in list(fullest.values())[:most])

    def _sentence(self, span: Evidence) -> str:
        """The sentence's words: a caption printed twice is one."""
        sentence = self.story.one(SENTENCES, f"{span.article}#{span.sentence}")
        return sentence.text if sentence else f"{span.start}"

    def _proof(self, evidence: Evidence, number: int) -> Proof:
        before, exact, after = in_sentence(self.story, evidence)
        card = self.story.one(CARDS, f"article/{evidence.article}")
        title = card.title if card else evidence.article
        source = card.subtitle if card else ""
        dated = self.story.one(DATED, evidence.article)
        date = (dated.published.edtf if dated else None) or (card.date if card else "")
        href = self.root + urls.sentence(evidence.article, evidence.sentence)
        original = self._original(card.url if card else "", evidence)
        return Proof(number, href, before, exact, after, title, source, date, original)

    def _original(self, url: str, evidence: Evidence) -> str:
        if not url.startswith(("https://", "http://")):
            return ""
        sentence = self.story.one(SENTENCES, f"{evidence.article}#{evidence.sentence}")
        return urls.text_fragment(url, sentence.text if sentence else evidence.exact)


def in_sentence(story: Reader, evidence: Evidence) -> tuple[str, str, str]:
    """The evidence inside its sentence: what goes before, the words, what follows. Long ends are cut."""
    words = " ".join(evidence.exact.split())
    sentence = story.one(SENTENCES, f"{evidence.article}#{evidence.sentence}")
    start = evidence.start - sentence.start if sentence else -1
    if sentence is None or start < 0:
        return "", words, ""
    end = start + len(evidence.exact)
    text, reading = sentence.text, sentence.reading or sentence.text
    exact = shown_words(text[start:end], reading[start:end]) if end <= len(text) else words
    spare = max(80, _LONGEST - len(exact)) // 2
    before = _cut_start(shown_words(text[:start], reading[:start]), spare)
    return before, exact, _cut_end(shown_words(text[end:], reading[end:]), spare)


def shown(article: Article, span: Span) -> str:
    """A span of an article as a reader sees it: markup left out, any run of spaces as one."""
    return shown_words(article.text[span.start : span.end], article.reading[span.start : span.end])


def shown_words(text: str, reading: str) -> str:
    """Words as a reader sees them: `reading` tells what of `text` is markup; any run of spaces as one."""
    if text != reading:
        text = "".join(t for t, r in zip(text, reading, strict=True) if r != " " or t.isspace())
    words = " ".join(text.split())
    if len(words) == len(text):
        return words
    lead = " " if text[:1].isspace() else ""
    tail = " " if text[-1:].isspace() else ""
    return f"{lead}{words}{tail}" if words else lead


def _cut_start(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    return "… " + text[-most:].split(" ", 1)[-1]


def _cut_end(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0] + " …"
