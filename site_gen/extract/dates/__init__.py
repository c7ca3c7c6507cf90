"""Date expressions of a document, as EDTF and TIMEX3."""

from collections.abc import Iterator

from site_gen.extract.dates.anchor import Reach, moved
from site_gen.extract.dates.apposed import with_their_days
from site_gen.extract.dates.calendar import When, edtf, parsed
from site_gen.extract.dates.cues import cues_of
from site_gen.extract.dates.join import joined
from site_gen.extract.dates.meaning import Meaning, Question
from site_gen.extract.dates.reject import Company, company_of, why_not
from site_gen.extract.dates.rules import MEANINGS, understood
from site_gen.extract.dates.scan import Item, items_of, lines_of
from site_gen.extract.dates.south import is_southern
from site_gen.extract.dates.story import is_passing, is_story
from site_gen.extract.dates.tense import direction
from site_gen.extract.dates.words import words_of
from site_gen.lexicon import Lexicon
from site_gen.records import DateFinding, Evidence, Rejection, Timex
from site_gen.text.document import Document


def find_dates(doc: Document, lexicon: Lexicon, notes: list[Rejection]) -> tuple[DateFinding, ...]:
    """All date expressions, in order, resolved against the publication date or where the story has got.

    A relative date that nothing pins down has no EDTF. What looked like a date and was left goes to `notes`.
    """
    stated = _publication(doc)
    items = [item for item in _items(doc, lexicon, notes) if not any(_over(item, found) for found in stated)]
    found = with_their_days(_resolved(doc, lexicon, items), doc.reading)
    return tuple(sorted([*stated, *found], key=lambda date: (date.evidence.start, date.evidence.end)))


def _publication(doc: Document) -> list[DateFinding]:
    """What the loader already knows: the dateline, and the place that states the date of publication."""
    article = doc.article
    found: list[DateFinding] = []
    line, stated = article.dateline, article.published.evidence
    if line and line.date_span:
        found.append(_stated(doc.evidence(*line.date_span), line.edtf or article.published.edtf, "dateline"))
    if stated and not (found and _evidence_over(found[0].evidence, stated)):
        found.append(_stated(stated, article.published.edtf, "publication"))
    return found


def _stated(evidence: Evidence, value: str | None, rule: str) -> DateFinding:
    return DateFinding(evidence, value, Timex("DATE", value or "XXXX-XX-XX"), "publication", "", rule)


def _evidence_over(one: Evidence, other: Evidence) -> bool:
    return one.start < other.end and other.start < one.end


def _over(item: Item, found: DateFinding) -> bool:
    return item.start < found.evidence.end and found.evidence.start < item.end


def _items(doc: Document, lexicon: Lexicon, notes: list[Rejection]) -> Iterator[Item]:
    words, company = words_of(lexicon), company_of(lexicon)
    moves = frozenset(str(lexicon["dates"]["moves"]).split())
    for line in lines_of(doc, words):
        for item in joined(items_of(words, line, doc.reading), moves):
            if reason := why_not(company, item, doc.reading):
                notes.append(Rejection("dates", doc.evidence(item.start, item.end), reason))
            else:
                yield item


def _resolved(doc: Document, lexicon: Lexicon, items: list[Item]) -> Iterator[DateFinding]:
    cues, company = cues_of(lexicon), company_of(lexicon)
    published = parsed(doc.article.published.edtf)
    opens = any(item.form.kind == "fiscal" for item in items) and _opens(doc, lexicon)
    reach = Reach(None, hint=_hint(items)) if is_story(items, published) else Reach(published)
    south = any("season" in item.slots for item in items) and is_southern(doc, lexicon)
    reach = reach._replace(opens=opens, south=south)
    for item in items:
        reach = _in_paragraph(reach, doc, item)
        tense = direction(cues, item.line, item.first, item.last)
        for part, meaning in understood(_question(company, item, reach, tense)):
            yield _finding(doc, part, meaning, tense)
            if meaning.when:
                line = item.line
                aside = not company.asides.isdisjoint(line.tokens[max(0, part.first - 4) : part.first])
                aside = aside or (
                    (published is None or not reach.story) and is_passing(item, tense, company.targets)
                )
                reach = moved(
                    reach, meaning.when, line.number, part.first, len(line.tokens), aside, tense > 0
                )


def _in_paragraph(reach: Reach, doc: Document, item: Item) -> Reach:
    """The reach where an item stands: a year told for comparison (`In 2023 it was more`) ends with its paragraph."""
    if reach.told is None or reach.told.unit != "Y" or reach.line < 0:
        return reach
    same = doc.sentences[reach.line].block == doc.sentences[item.line.number].block
    return reach if same else reach._replace(line=-2)


def _opens(doc: Document, lexicon: Lexicon) -> bool:
    """Whether countries that name a fiscal year after the year in which it opens are named most."""
    there, elsewhere = (str(lexicon["dates"]["fiscal"][key]).split() for key in ("opens", "ends"))
    return _times(doc.reading, there) > _times(doc.reading, elsewhere)


def _times(text: str, words: list[str]) -> int:
    return sum(text.count(word) for word in words)


def _question(company: Company, item: Item, reach: Reach, tense: int) -> Question:
    before = item.line.tokens[item.first - 1] if item.first else ""
    begins = before == "in" and item.first > 1 and item.line.tokens[item.first - 2] in company.begins
    return Question(item, reach, tense, before in company.lengths, begins)


def _hint(items: list[Item]) -> When | None:
    """The first date of the text that says its year and month."""
    for item in items:
        if item.form.kind in ("day", "month") and "year" in item.slots:
            found = MEANINGS[item.form.kind](Question(item, Reach(None), 0))
            return found.when if found else None
    return None


def _finding(doc: Document, item: Item, meaning: Meaning, tense: int) -> DateFinding:
    return DateFinding(
        evidence=doc.evidence(item.start, item.end),
        edtf=meaning.edtf,
        timex=Timex(meaning.type, meaning.value),
        role=meaning.role,
        anchor=edtf(meaning.anchor) if meaning.anchor else "",
        rule=item.form.name,
        tense=tense,
    )
