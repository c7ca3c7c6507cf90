"""Subjects of the news: phrases of articles under the names that a desk would give."""

import pytest

from site_gen.analyse.subjects import article_subjects, subject_of
from site_gen.extract import extract
from site_gen.lexicon.load import load_lexicon
from site_gen.load.prose import prose_article
from site_gen.records import Published


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("trade deficit", "Trade and tariffs"),
        ("defence industry", "Defence and security"),
        ("supply chain", "Minerals and supply chains"),
        ("cholera outbreak", "Health"),
        ("constitutional court", "Courts and justice"),
        ("cycling union", "Sport"),
        ("anti-doping agency", "Sport"),
        ("dockworker walkout", "Jobs and wages"),
        ("union president", ""),
        ("chief executive", ""),
        ("harbour bar", ""),
    ],
)
def test_phrase_belongs_to_a_subject(phrase: str, name: str) -> None:
    assert subject_of(phrase) == name


def test_subject_is_told_of_more_than_once_and_sums_and_posts_are_none() -> None:
    text = (
        "The vaccine arrived on Monday, and a second vaccine was bought for two million people. The chief executive"
        " thanked the tanker, and the chief executive paid a million euros. The tanker left."
    )
    article = prose_article(text, Published("2026-05-20", "stated", 1.0))
    names = [own.name for own in article_subjects(extract(article, load_lexicon()))]
    assert set(names) == {"Health", "Shipping and ports"}
