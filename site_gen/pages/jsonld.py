"""A page's content as schema.org data (JSON-LD), made from the view that its template reads.

Dates are given only as far as schema.org's ISO 8601 can say them, and `datePublished` only where the article
or an editor states it.
"""

import posixpath
import re
from collections.abc import Callable, Iterable
from typing import Any

import msgspec
from msgspec import Struct

from site_gen.pages.agreements import AgreementView
from site_gen.pages.articles import ArticleView
from site_gen.pages.conflicts import ConflictPageView, ConflictsView, ConflictView
from site_gen.pages.events import EventView
from site_gen.pages.figures import Amount, ArticleFiguresView, FigureView, SeriesView
from site_gen.pages.home import HomeView
from site_gen.pages.leader_views import LeaderView, OfficeView
from site_gen.pages.notes import Link, Proof
from site_gen.pages.quotes import SpeakerView
from site_gen.pages.topics import TopicView
from site_gen.tables import SiteInfo

_MOST = 12
"""Entries of a list that the data repeats: the page has them all."""
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_ESCAPES = {c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}
_ARTICLE_TYPES = {"analysis": "AnalysisNewsArticle", "opinion": "OpinionNewsArticle"}

Node = dict[str, Any]


class _Here(Struct, frozen=True):
    """The page that the data is for."""

    path: str
    site: SiteInfo

    def url(self, href: str) -> str:
        """An address of this page's as one that stands alone, where the site's own is known."""
        if not href or not self.site.base_url or "://" in href:
            return href
        address, hash, anchor = href.partition("#")
        folder = posixpath.dirname(self.path)
        whole = posixpath.normpath(posixpath.join(folder, address)) if address else self.path
        return f"{self.site.base_url}{whole}{hash}{anchor}"


def page_data(view: Any, path: str, site: SiteInfo) -> str:
    """The data of a page as JSON that may stand in a `script` element: nothing in it can close that."""
    here = _Here(path, site)
    make = _MAKERS.get(type(view), _web_page)
    graph = [*_clean(make(view, here)), *_breadcrumb(view, here)]
    text = msgspec.json.encode({"@context": "https://schema.org", "@graph": graph}).decode()
    for char, escape in _ESCAPES.items():
        text = text.replace(char, escape)
    return text


def _web_page(view: Any, here: _Here) -> list[Node]:
    return [_node("WebPage", name=view.head.title, description=view.head.description, url=_own(here))]


def _home(view: HomeView, here: _Here) -> list[Node]:
    site = here.site
    about = [here.url(line.link.href) for line in view.newest]
    return [
        _node("WebSite", name=site.title, description=view.head.description, url=here.url("./"),
              inLanguage=site.language, license=site.licence),
        _node("AnalysisNewsArticle", headline=site.title[:110], description=view.head.description,
              author=_node("Organization", name=site.author), isBasedOn=about, url=_own(here)),
    ]  # fmt: skip


def _article(view: ArticleView, here: _Here) -> list[Node]:
    published, cite = view.published, view.cite
    stated = published.basis in ("stated", "editor")
    origins = [here.url(k.link.href) for k in view.kin if k.relation.endswith(" of")]
    original = cite.url if cite.url.startswith(("https://", "http://")) else ""
    people = [
        found.link for group in view.found if group.kind in ("leader", "person") for found in group.records
    ]
    return [
        _node(
            _ARTICLE_TYPES.get(view.kind, "NewsArticle"),
            headline=view.title[:110],
            description=view.head.description,
            datePublished=_date(published.date) if stated else "",
            author=[_node("Person", name=name) for name in cite.authors.split(", ") if name],
            publisher=_node("Organization", name=cite.source),
            isBasedOn=[*origins, original],
            mentions=[_node("Person", name=p.title, url=here.url(p.href)) for p in _once(people)],
            keywords=", ".join(topic.title for topic in view.topics[:_MOST]),
            url=_own(here),
        )
    ]  # fmt: skip


def _event(view: EventView, here: _Here) -> list[Node]:
    start, _, end = view.date.partition("/")
    return [
        _node(
            "Event",
            name=view.title,
            description=view.head.description,
            startDate=_date(start),
            endDate=_date(end),
            eventStatus="https://schema.org/EventScheduled" if view.status == "planned" else "",
            location=_node("Place", name=view.place),
            attendee=[
                *(_node("Person", name=p.title, url=here.url(p.href)) for p in view.participants[:_MOST]),
                *(_node("Organization", name=name) for name in view.parties[:_MOST]),
            ],
            subjectOf=_works(view.articles, here),
            url=_own(here),
        ),
        *(_claim(claim, conflict, here) for conflict in view.conflicts for claim in conflict.claims),
    ]


def _leader(view: LeaderView, here: _Here) -> list[Node]:
    names = [
        form.name for form in view.names if form.kind in ("full", "misspelling") and form.name != view.name
    ]
    now = [_post(office) for office in view.offices if office.status in ("current", "acting")]
    return [
        _node(
            "Person",
            name=view.name,
            alternateName=names[:_MOST],
            description=view.head.description,
            jobTitle=now[:3],
            hasOccupation=[_role(office) for office in view.offices[:_MOST]],
            subjectOf=_works([mention.article for mention in view.mentions], here),
            url=_own(here),
        )
    ]


def _post(office: OfficeView) -> str:
    return ", ".join(part for part in (office.title, office.of) if part)


def _role(office: OfficeView) -> Node:
    title = office.title if office.status == "current" else f"{office.title} ({office.status})"
    return _node("Occupation", name=title, occupationLocation=_node("AdministrativeArea", name=office.of))


def _agreement(view: AgreementView, here: _Here) -> list[Node]:
    return [
        _node(
            "CreativeWork",
            name=view.name,
            alternateName=[form.name for form in view.names if form.name != view.name][:_MOST],
            description=view.head.description,
            genre=view.kind,
            about=[_node("Thing", name=party.title) for party in view.parties],
            creativeWorkStatus=view.reached.stage if view.reached else "",
            subjectOf=_works([mention.article for mention in view.mentions], here),
            url=_own(here),
        )
    ]


def _series(view: SeriesView, here: _Here) -> list[Node]:
    return [_observation(figure, here) for figure in view.figures[:_MOST]]


def _article_figures(view: ArticleFiguresView, here: _Here) -> list[Node]:
    return [_observation(figure, here) for figure in view.figures[:_MOST]]


def _observation(figure: FigureView, here: _Here) -> Node:
    amount = figure.amount
    money = amount.kind == "money"
    fields = {
        "name": figure.measure or figure.written,
        "description": figure.written,
        "subjectOf": _work(figure.proof, here),
        "url": here.url("#" + figure.id),
        **_value(amount),
    }
    if money:
        return _node("MonetaryAmount", currency=amount.unit, **fields)
    return _node("Observation", unitText=amount.unit, observationDate=_date(figure.period), **fields)


def _value(amount: Amount) -> Node:
    return {"value": amount.value, "minValue": amount.low, "maxValue": amount.high}


def _speaker(view: SpeakerView, here: _Here) -> list[Node]:
    who = _node("Person", name=view.speaker.title, url=here.url(view.speaker.href))
    return [
        _node(
            "Quotation",
            text=quote.text,
            spokenByCharacter=who,
            isPartOf=_work(quote.proof, here),
            url=here.url("#" + quote.id),
        )
        for quote in view.quotes[:_MOST]
    ]


def _topic(view: TopicView, here: _Here) -> list[Node]:
    return [
        _node(
            "AnalysisNewsArticle",
            headline=view.name[:110],
            description=view.head.description,
            author=_node("Organization", name=here.site.author),
            isBasedOn=[here.url(line.link.href) for line in view.articles[:_MOST]],
            about=_node("Thing", name=view.name),
            url=_own(here),
        )
    ]


def _conflicts(view: ConflictsView, here: _Here) -> list[Node]:
    claims = [_claim(claim, c, here) for c in view.conflicts[:_MOST] for claim in c.claims]
    return claims or _web_page(view, here)


def _conflict(view: ConflictPageView, here: _Here) -> list[Node]:
    return [_claim(claim, view.conflict, here) for claim in view.conflict.claims] or _web_page(view, here)


def _claim(claim: Any, conflict: ConflictView, here: _Here) -> Node:
    return _node(
        "Claim",
        name=claim.says,
        about=_node("Thing", name=conflict.about),
        appearance=[_work(proof, here) for proof in claim.proofs],
        url=here.url(conflict.href),
    )


def _breadcrumb(view: Any, here: _Here) -> list[Node]:
    trail = [(crumb.title, here.url(crumb.href)) for crumb in view.head.crumbs]
    if not trail:
        return []
    steps = [*trail, (view.head.title, _own(here))]
    items = [
        _node("ListItem", position=number + 1, name=name, item={"@id": url})
        for number, (name, url) in enumerate(steps)
    ]
    return [_node("BreadcrumbList", itemListElement=items)]


def _own(here: _Here) -> str:
    return here.url(posixpath.basename(here.path))


def _work(proof: Proof, here: _Here) -> Node:
    return _node("CreativeWork", name=proof.article, url=here.url(proof.href))


def _works(links: Iterable[Link], here: _Here) -> list[Node]:
    return [_node("CreativeWork", name=a.title, url=here.url(a.href)) for a in list(links)[:_MOST]]


def _once(links: Iterable[Link]) -> list[Link]:
    return list({link.href: link for link in links if link.href}.values())[:_MOST]


def _date(edtf: str) -> str:
    """A year, a month or a day; empty for what schema.org cannot say."""
    return edtf if _DATE.fullmatch(edtf) else ""


def _node(type: str, **fields: Any) -> Node:
    """A node without its empty fields; one that says nothing is empty itself."""
    kept = {name: cleaned for name, value in fields.items() if (cleaned := _kept(value)) is not None}
    return {"@type": type, **kept} if kept else {}


def _kept(value: Any) -> Any:
    if isinstance(value, list):
        value = [entry for entry in value if entry]
        return (value[0] if len(value) == 1 else value) or None
    return None if value in ("", None, {}) else value


def _clean(nodes: list[Node]) -> list[Node]:
    return [node for node in nodes if node]


_MAKERS: dict[type, Callable[[Any, _Here], list[Node]]] = {
    HomeView: _home,
    ArticleView: _article,
    EventView: _event,
    LeaderView: _leader,
    AgreementView: _agreement,
    SeriesView: _series,
    ArticleFiguresView: _article_figures,
    SpeakerView: _speaker,
    TopicView: _topic,
    ConflictsView: _conflicts,
    ConflictPageView: _conflict,
}
