"""The editor's list of topics and an article -> the sentences that use their words, wherever they stand."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from site_gen.analyse.tables import TopicEntry
from site_gen.records import Article, Evidence, Findings


def listed_places(
    entries: tuple[TopicEntry, ...], article: Article, findings: Findings
) -> Iterator[tuple[str, Evidence]]:
    """(name of the topic, its words in a sentence): the first place in each sentence that has some."""
    starts = [sentence.start for sentence in findings.sentences]
    for entry in entries:
        seen = -1
        for match in _pattern((entry.name, *entry.terms)).finditer(article.reading):
            at = bisect_right(starts, match.start()) - 1
            if at > seen and match.end() <= findings.sentences[at].end:
                seen = at
                exact = article.text[match.start() : match.end()]
                yield entry.name, Evidence(article.id, match.start(), match.end(), exact, at)


@lru_cache(maxsize=256)
def _pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the terms as whole words, the longest first, in the singular or the plural."""
    known = sorted({term.strip() for term in terms if term.strip()}, key=lambda term: (-len(term), term))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_term, known))})(?!\w)")


def _term(term: str) -> str:
    """A term in capitals is an abbreviation, and is sought as it is written: `AIDS` is no aid."""
    if term.isupper():
        return re.escape(term)
    *words, last = term.split()
    return "(?i:" + r"[\s-]".join([*map(re.escape, words), _numbered(last)]) + ")"


def _numbered(word: str) -> str:
    for ending, stem in (("ies", "(?:y|ies)"), ("y", "(?:y|ies)"), ("s", "s?")):
        if word.endswith(ending) and len(word) > len(ending) + 1 and not word.endswith("ss"):
            return re.escape(word.removesuffix(ending)) + stem
    return re.escape(word) + "(?:e?s)?"
