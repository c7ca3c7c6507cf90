"""The paragraph of a sentence, and whether it says from whom it has what it tells."""

import re
from functools import cache

from site_gen.records import Evidence
from site_gen.resolve.words import subject
from site_gen.tables import ARTICLES, Reader


def paragraph_of(sentence: Evidence, reader: Reader) -> str:
    """Its paragraph; the sentence alone where the article is unknown."""
    article = reader.one(ARTICLES, sentence.article)
    if article is None:
        return sentence.exact
    text = article.reading
    first = text.rfind("\n", 0, sentence.start) + 1
    last = text.find("\n", sentence.end)
    return text[first : last if last > 0 else len(text)]


def is_sourced(sentence: Evidence, reader: Reader) -> bool:
    """Whether its paragraph names anybody or anything that it is from."""
    return _said().search(paragraph_of(sentence, reader)) is not None


@cache
def _said() -> re.Pattern[str]:
    words = sorted(subject("opposites")["hedges"]["said"], key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(words)})(?!\w)", re.I)
