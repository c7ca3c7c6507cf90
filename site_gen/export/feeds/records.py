"""A feed for each leader, agreement and topic: the events and articles that concern it."""

from collections.abc import Iterable, Iterator

from site_gen.export.feeds.entries import entries
from site_gen.export.feeds.formats import Feed, atom
from site_gen.pages import urls
from site_gen.pages.page import Page, RawFile
from site_gen.pages.parts import refs
from site_gen.records import Agreement, Leader, Topic
from site_gen.tables import SITE, Reader, Ref

_MOST = 20


def leader_feeds(_key: str, rows: tuple[Leader, ...], story: Reader) -> Iterator[Page]:
    """The feed of a person who was named with an office."""
    leader = rows[0]
    if leader.leader:
        concerned = refs(story, f"leader/{leader.id}", "event", "article")
        yield from _feed(story, "leader", leader.id, leader.name, concerned)


def agreement_feeds(_key: str, rows: tuple[Agreement, ...], story: Reader) -> Iterator[Page]:
    """The feed of an agreement."""
    agreement = rows[0]
    concerned = refs(story, f"agreement/{agreement.id}", "event", "article")
    yield from _feed(story, "agreement", agreement.id, agreement.name, concerned)


def topic_feeds(_key: str, rows: tuple[Topic, ...], story: Reader) -> Iterator[Page]:
    """The feed of a topic."""
    topic = rows[0]
    concerned = [*(Ref("event", id) for id in topic.events), *(Ref("article", id) for id in topic.articles)]
    yield from _feed(story, "topic", topic.id, topic.name, concerned)


def _feed(story: Reader, kind: str, id: str, name: str, concerned: Iterable[Ref]) -> Iterator[Page]:
    site = story.one(SITE, "site")
    if site is None or not site.base_url:
        return
    page = urls.record(kind, id)
    address = urls.feed(page)
    found = entries(story, list(concerned)[-3 * _MOST :], _MOST)
    about = f"Events and articles that concern {name}."
    feed = Feed(site, f"{name} · {site.title}", about, address, page, found)
    yield Page(address, "", RawFile(atom(feed)))
