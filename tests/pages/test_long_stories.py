"""Pages of a story of many articles: they show the latest of each kind and say how much there is in all."""

from site_gen.analyse.tables import TOPIC_MONTHS, TOPIC_NAMES, TopicPart
from site_gen.pages.registers import LONG, OUTLETS, SHARED, SIZES, Size
from site_gen.pages.sources import SourcesView, sources_page
from site_gen.pages.topics import TopicView, topic_pages
from site_gen.records import ArticleId, Lineage, Topic
from site_gen.tables import ARTICLES, CARDS, LINEAGES, TOPICS, Card
from tests.pages.memory import Memory


def _lineage(story: Memory, *articles: str) -> None:
    ids = tuple(map(ArticleId, articles))
    relation = "copy" if len(ids) > 1 else "alone"
    parents = tuple((id, ids[0], "copy") for id in ids[1:])
    story.put(LINEAGES, ids[0], Lineage(ids[0], ids, relation, 1.0, (), parents))  # type: ignore[arg-type]
    if len(ids) > 1:
        story.put(SHARED, "all", ids[0])
    for id in ids:
        story.put(ARTICLES, id, id)
        story.put(CARDS, f"article/{id}", Card("article", id, f"Report {id}", "NordWire", "2025-01-01"))
        story.put(OUTLETS, "NordWire", id)


def _sources(witnesses: int) -> SourcesView:
    story = Memory("Ports")
    _lineage(story, "a", "a-copy")
    for number in range(1, witnesses):
        _lineage(story, f"n{number:03d}")
    view = sources_page("site", (story.site,), story)[0].view
    assert isinstance(view, SourcesView)
    return view


def test_few_witnesses_are_all_shown() -> None:
    view = _sources(100)
    assert (len(view.lineages), view.witnesses, view.articles) == (100, 100, 101)


def test_of_many_witnesses_those_of_several_articles_are_shown_and_all_are_counted() -> None:
    view = _sources(101)
    assert [[m.line.link.id for m in lineage.members] for lineage in view.lineages] == [["a", "a-copy"]]
    assert (view.witnesses, view.articles) == (101, 102)


def test_an_outlet_shows_its_latest_articles_and_counts_all() -> None:
    (outlet,) = _sources(101).outlets
    assert outlet.count == 102
    assert [link.id for link in outlet.articles] == [f"n{number:03d}" for number in range(89, 101)]


def _topic(articles: int) -> TopicView:
    story = Memory("Ports")
    ids = [f"n{number:03d}" for number in range(articles)]
    leaders = tuple(f"person-{id}" for id in ids)
    topic = Topic("ports", "Ports", "extracted", tuple(map(ArticleId, ids)), (), leaders, (), (), ())
    story.put(TOPICS, "ports", topic)
    story.put(TOPIC_NAMES, "ports", "Ports")
    story.put(LONG, "topic/ports", articles > 60)
    for month, part in (("2025-01", ids[:50]), ("2025-02", ids[50:])):
        story.put(SIZES, "topic/ports", Size(month, len(part)))
        for id in part:
            story.put(CARDS, f"article/{id}", Card("article", id, id, "", f"{month}-01"))
            story.put(CARDS, f"leader/person-{id}", Card("leader", f"person-{id}", id))
            story.put(TOPIC_MONTHS, f"ports/{month}", _part(id))
    view = topic_pages("ports", (topic,), story)[0].view
    assert isinstance(view, TopicView)
    return view


def _part(id: str) -> TopicPart:
    return TopicPart("Ports", "extracted", id, "2025-01-01", (), (f"person-{id}",), (), (), ())


def test_a_topic_of_many_articles_shows_the_latest_and_who_has_a_part_in_them() -> None:
    view = _topic(70)
    assert view.article_count == 70
    assert [line.link.id for line in view.articles] == [f"n{number:03d}" for number in range(69, 9, -1)]
    assert {link.id for link in view.leaders} == {f"person-n{number:03d}" for number in range(10, 70)}
    assert [(shelf.name, shelf.count) for shelf in view.shelves] == [("2025-01", 50), ("2025-02", 20)]


def test_a_topic_of_few_articles_shows_all_and_has_no_months() -> None:
    view = _topic(60)
    assert (len(view.articles), len(view.leaders), view.shelves) == (60, 60, ())
