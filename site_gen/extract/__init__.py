"""Article in, findings out: every record one article yields, each with its evidence. Pure and deterministic."""

from site_gen.extract.agreements import Cast, find_agreements
from site_gen.extract.dates import find_dates
from site_gen.extract.editor import edited
from site_gen.extract.events import find_events
from site_gen.extract.figures import find_figures
from site_gen.extract.figures.quoted import said_in_quotes
from site_gen.extract.opinions import find_opinions
from site_gen.extract.people import find_people
from site_gen.extract.places import find_places
from site_gen.extract.quotes import find_quotes
from site_gen.extract.terms import find_terms
from site_gen.lexicon import Lexicon
from site_gen.records import Article, Findings, Rejection
from site_gen.text.document import read_document, sentence_spans


def extract(article: Article, lexicon: Lexicon, notes: list[Rejection] | None = None) -> Findings:
    """All that `article` says. Candidates that were left, and why, are added to `notes`."""
    left: list[Rejection] = [] if notes is None else notes
    doc = read_document(article)
    dates = find_dates(doc, lexicon, left)
    places = find_places(doc, lexicon, left)
    people = find_people(doc, lexicon, dates, places, left)
    cast = Cast(doc, lexicon, places, people)
    agreements = find_agreements(cast, dates, left)
    figures = find_figures(doc, lexicon, dates, places, people, agreements, left)
    quotes = find_quotes(doc, lexicon, people, left)
    figures = said_in_quotes(figures, quotes)
    events = find_events(cast, dates, agreements, quotes)
    findings = Findings(
        article=article.id,
        sentences=sentence_spans(doc),
        dates=dates,
        people=people,
        places=places,
        agreements=agreements,
        figures=figures,
        quotes=quotes,
        events=events,
        opinions=find_opinions(doc, lexicon),
        terms=find_terms(doc, lexicon, places, people),
    )
    return edited(findings, doc, left) if article.overrides else findings
