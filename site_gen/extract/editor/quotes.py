"""An editor's word on quotations: `text` (words of it), `speaker`, `addressee`."""

from msgspec.structs import replace

from site_gen.extract.editor.entry import EDITOR, Entry, alike, places_of, shown
from site_gen.records import Findings, QuoteFinding, Speaker
from site_gen.text.document import Document

_TEXTS = ("text", "quote", "exact", "name")


def edited_quotes(findings: Findings, entries: list[Entry], doc: Document) -> Findings:
    """The findings with quotations added, set (their speaker), renamed (their speaker) and removed."""
    found = list(findings.quotes)
    for entry in entries:
        words = " ".join(entry.get(*_TEXTS).split()).casefold()
        at = next((n for n, q in enumerate(found) if words and words in _plain(q)), -1)
        if entry.action == "rename":
            found = [_renamed(q, entry, findings, doc) for q in found]
        elif entry.action == "remove":
            found = [q for n, q in enumerate(found) if n != at]
        elif at >= 0:
            found[at] = _set(found[at], entry, findings, doc)
        elif words and (places := places_of(entry.get(*_TEXTS), doc)):
            new = QuoteFinding(places[0], None, "", "", False, True, EDITOR)
            found.append(_set(new, entry, findings, doc))
    found.sort(key=lambda q: (q.evidence.start, q.evidence.end))
    return replace(findings, quotes=tuple(found)) if entries else findings


def _plain(quote: QuoteFinding) -> str:
    return " ".join(quote.evidence.exact.split()).casefold()


def _renamed(quote: QuoteFinding, entry: Entry, findings: Findings, doc: Document) -> QuoteFinding:
    if quote.speaker and alike(quote.speaker.name, entry.get("from")):
        return replace(quote, speaker=_speaker(entry.get("to"), entry, findings, doc), rule=EDITOR)
    return quote


def _set(quote: QuoteFinding, entry: Entry, findings: Findings, doc: Document) -> QuoteFinding:
    name = entry.get("speaker", "speaker.name")
    speaker = _speaker(name, entry, findings, doc) if name else quote.speaker
    return replace(quote, speaker=speaker, addressee=entry.get("addressee") or quote.addressee, rule=EDITOR)


def _speaker(name: str, entry: Entry, findings: Findings, doc: Document) -> Speaker:
    number = next((n for n, p in enumerate(findings.people) if alike(p.name, name)), -1)
    return Speaker(name, number, shown(name, entry, doc)[0])
