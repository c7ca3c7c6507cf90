"""Offices of the outlet itself, `our chief economist`, and of the town from which it reports, `the mayor`."""

import re

from site_gen.extract.names import UPPER
from site_gen.extract.people.reading import Context, Reading
from site_gen.extract.people.roll import Person
from site_gen.lexicon import Lexicon
from site_gen.load.papers import is_paper
from site_gen.records import Article
from site_gen.text.document import Document

_OUR = re.compile(r"\b[Oo]ur (?:[a-z-]+ ){0,3}$")
_BYLINE = re.compile(rf"B(?<![^\n].)y [^\n,]{{3,60}}, ([{UPPER}][\w’' -]{{2,30}})$", re.MULTILINE)
_LINES, _WORDS, _NEAR, _HEAD = 3, 7, 40, 600
_SMALL = frozenset("of the and for in on de la le du des di da".split())
_TOWNS = frozenset({"city", "town", "village", "port", "municipality", "settlement", "borough"})
_OF_TOWN = re.compile(r"(?: of|) (?:the|this) (city|town|village|port|municipality|settlement|borough)\b")


def settle_own(people: list[Person], doc: Document, lexicon: Lexicon, context: Context) -> None:
    """Give readings the outlet, where they are told to be its own, and local ones the town."""
    outlet = outlet_of(doc.article, lexicon)
    for person in people:
        for number, reading in enumerate(person.readings):
            settled = _of_outlet(reading, outlet, context) if outlet else reading
            person.readings[number] = _of_town(settled, doc, context)


def outlet_of(article: Article, lexicon: Lexicon) -> str:
    """Who publishes: the source that the file names, or the letterhead above the headline; empty for none."""
    if article.source is not None and article.source.name:
        return article.source.name
    stop = article.title_span.start if article.title_span is not None else 0
    lines = [line.strip() for line in article.text[:stop].split("\n") if line.strip()][:_LINES]
    for line in lines:
        name = line.partition(",")[0].partition(" | ")[0].strip()
        words = name.split()
        named = all(word[0].isupper() or word in _SMALL or word.lower() in _SMALL for word in words)
        if words and len(words) <= _WORDS and named and not is_paper(line, lexicon):
            return _in_small(words) if name.isupper() else name
    return ""


def _in_small(words: list[str]) -> str:
    low = [word.lower() for word in words]
    return " ".join(word if word in _SMALL and at else word.capitalize() for at, word in enumerate(low))


def _of_outlet(reading: Reading, outlet: str, context: Context) -> Reading:
    """`our director`, `the director of this magazine`, `the institute's head` in a paper of that institute."""
    text, sets = context.text, context.words.sets
    if reading.jurisdiction:
        return reading
    if not reading.organization:
        head = text.lower().find(reading.title.split()[0].lower(), reading.start, reading.end + 1)
        begin = head if head >= 0 else reading.start
        own = _OUR.search(text, max(0, begin - _NEAR), begin) is not None
        return reading._replace(organization=outlet, role=False) if own else reading
    noun = reading.organization
    mine = noun in sets["publications"] and f"this {noun}" in text[reading.start : reading.end + _NEAR]
    mine = mine or (
        noun.islower() and noun.capitalize() in outlet.split(" ") and noun in sets["headed_things"]
    )
    return reading._replace(organization=outlet) if mine else reading


def _of_town(reading: Reading, doc: Document, context: Context) -> Reading:
    """`the mayor` in a report from a town, `the vice-mayor of the city` behind the name of one."""
    if reading.jurisdiction or reading.title.lower() not in context.words.sets["of_one_town"]:
        return reading
    if reading.organization and reading.organization not in _TOWNS:
        return reading
    said = _OF_TOWN.match(context.text, reading.end)
    town = _named_before(reading.start, context) if said or reading.organization else ""
    town = town or _at_home(_reported_from(doc, context), doc.article.text, context)
    if town:
        return reading._replace(jurisdiction=town, organization="", inferred=True)
    return reading._replace(organization=said.group(1)) if said else reading


def _named_before(at: int, context: Context) -> str:
    """The last town named before a place."""
    towns = [p for start, p in context.starts.items() if start < at and p.kind == "city"]
    return max(towns, key=lambda place: place.evidence.start).name if towns else ""


def _at_home(town: str, text: str, context: Context) -> str:
    """The town, where the article speaks of no other one as often."""
    low = text.lower()
    others = {p.name.lower() for p in context.starts.values() if p.kind == "city"} - {town.lower()}
    most = max((low.count(name) for name in others), default=0)
    return town if town and low.count(town.lower()) > most else ""


def _reported_from(doc: Document, context: Context) -> str:
    """The town of the byline; else the one of the outlet's name that the text names too.

    An agency's dateline says where its desk is, and not whose mayor it means.
    """
    article = doc.article
    if article.dateline is not None:
        return ""
    if signed := _BYLINE.search(article.text, 0, _HEAD):
        return signed.group(1).strip()
    first = article.text[:_HEAD].lstrip().split("\n", 1)[0]
    cities = (p for p in context.starts.values() if p.kind == "city")
    named = {p.name for p in cities if p.evidence.exact.lower() in first.lower()}
    return named.pop() if len(named) == 1 else ""
