"""One article -> its sentences as stems, and the slots that another report of the same may fill otherwise."""

from collections import defaultdict
from collections.abc import Iterator

from site_gen.analyse.conflicts.days import sentence_at
from site_gen.analyse.conflicts.twice.how_much.portions import portion_slots
from site_gen.analyse.conflicts.twice.how_surely.bound import bound_slots
from site_gen.analyse.conflicts.twice.how_surely.claimed import claimed_slots
from site_gen.analyse.conflicts.twice.sentences.words import read_words
from site_gen.analyse.conflicts.twice.when.hours import hour_slots
from site_gen.analyse.conflicts.twice.when.orders import order_slots
from site_gen.analyse.conflicts.twice.when.times import time_slots, with_its_deed
from site_gen.analyse.conflicts.twice.where.seats import seat_slots
from site_gen.analyse.conflicts.twice.where.whereabouts import where_slots
from site_gen.analyse.conflicts.twice.whether.absences import absence_slots
from site_gen.analyse.conflicts.twice.whether.newness import novelty_slots
from site_gen.analyse.conflicts.twice.whether.outcomes import outcome_slots
from site_gen.analyse.conflicts.twice.whether.polar import polar_slots
from site_gen.analyse.conflicts.twice.whether.votes import vote_slots
from site_gen.analyse.conflicts.twice.whether.worded import worded_slots
from site_gen.analyse.conflicts.twice.who.agents import agent_slots
from site_gen.analyse.conflicts.twice.who.deputies import deputy_slots
from site_gen.analyse.conflicts.twice.who.doers import doer_slots
from site_gen.analyse.conflicts.twice.who.posts import post_slots
from site_gen.analyse.conflicts.twice.who.sole import sole_slots
from site_gen.analyse.gist import gist_rows
from site_gen.analyse.tellings import TELLINGS, Slot, Telling, Told
from site_gen.records import Article, DateFinding, FigureFinding, Findings
from site_gen.resolve.article_names import names
from site_gen.tables import ARTICLES, Reader, Row


def tell(key: str, rows: tuple[Findings, ...], reader: Reader) -> Iterator[Row]:
    """The telling of one article."""
    article = reader.one(ARTICLES, key)
    for findings in rows if article else ():
        telling = _telling(article, findings)  # type: ignore[arg-type]
        yield Row(TELLINGS, key, telling)
        yield from gist_rows(telling)


def _telling(article: Article, findings: Findings) -> Telling:
    sentences: list[Told] = []
    slots: list[Slot] = []
    dates: dict[int, list[DateFinding]] = defaultdict(list)
    for date in findings.dates:
        dates[date.evidence.sentence].append(date)
    figures: dict[int, list[FigureFinding]] = defaultdict(list)
    for figure in findings.figures:
        figures[figure.evidence.sentence].append(figure)
    known, starts = frozenset(names(article.reading)), _named_at(findings)
    published = article.published.edtf or ""
    dateline = article.dateline.place if article.dateline else ""
    for number in range(len(findings.sentences)):
        evidence = sentence_at(number, article, findings)
        if evidence is None:
            continue
        reading = read_words(evidence.exact, known, evidence.start in starts)
        told = Told(evidence, reading.words)
        ahead = sentences[-1] if sentences else None
        said_ahead = ahead.evidence.exact if ahead else ""
        slots += time_slots(len(sentences), told, ahead, dates.get(number, ()), findings, published)
        slots += agent_slots(len(sentences), told)
        slots += absence_slots(len(sentences), told, ahead)
        slots += doer_slots(len(sentences), told, ahead)
        slots += deputy_slots(len(sentences), told, findings)
        slots += hour_slots(len(sentences), told)
        slots += seat_slots(len(sentences), told)
        slots += vote_slots(len(sentences), told)
        slots += polar_slots(len(sentences), told, ahead)
        slots += outcome_slots(len(sentences), told, ahead)
        slots += order_slots(len(sentences), told, ahead)
        slots += novelty_slots(len(sentences), told)
        slots += post_slots(len(sentences), told, said_ahead)
        slots += sole_slots(len(sentences), told, said_ahead)
        slots += portion_slots(len(sentences), told, figures.get(number, ()))
        slots += where_slots(len(sentences), told, dateline)
        slots += worded_slots(len(sentences), evidence, reading)
        sentences.append(with_its_deed(told, ahead, dates.get(number, ())))
    slots += claimed_slots(sentences)
    slots += bound_slots(sentences)
    return Telling(article.id, published, tuple(sentences), tuple(slots))


def _named_at(findings: Findings) -> frozenset[int]:
    """Where people and places are named."""
    plain = ("pronoun", "title")
    people = (m.evidence.start for p in findings.people for m in p.mentions if m.form not in plain)
    return frozenset([*people, *(p.evidence.start for p in findings.places)])
