"""Where a deed was done: `signed in Nairobi on Wednesday`, for two reports that name two towns."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from site_gen.analyse.conflicts.days import dated_deeds, deeds_with_ends
from site_gen.records import DateFinding, Evidence, Findings
from site_gen.resolve.article_names import CAPITAL
from site_gen.resolve.folding import fold
from site_gen.resolve.intervals import days
from site_gen.resolve.words import country_words, group_of, word_set

_IN = re.compile(rf"[^,;:.()]{{0,40}}? in ([{CAPITAL}][\w’'-]+(?: [{CAPITAL}][\w’'-]+)?)")
_AT = re.compile(rf"\b(?:[Ii]n|near|outside) ([{CAPITAL}][\w’'-]+(?: [{CAPITAL}][\w’'-]+)?)")
_FRONT = re.compile(rf"(?:[Ii]t was )?[Ii]n ([{CAPITAL}][\w’'-]+(?: [{CAPITAL}][\w’'-]+)?)(?:,| that)")
"""`It was in Lund that they met`: the town stands before the deed."""
_ON = re.compile(r",? (?:(?:late |early )?on )?(?:the )?")


def towns(
    dates: Iterable[DateFinding], sentence: Evidence, findings: Findings
) -> Iterator[tuple[str, str, int, int]]:
    """Deed and day as one key, the town, and where its name stands in the sentence; `dates`: those of the sentence."""
    for date in dates:
        span = days(date.edtf) if date.role == "event" else None
        if span is None or span.length > 1:
            continue
        deeds, day = dated_deeds(date, sentence, findings), date.evidence.start - sentence.start
        for deed, end in deeds_with_ends(sentence.exact):
            found = _IN.match(sentence.exact, end) or _FRONT.match(sentence.exact)
            if not found or not is_town(found[1]):
                continue
            if deed in deeds or _ON.fullmatch(sentence.exact, found.end(), max(found.end(), day)):
                of = f"{_one_deed().get(deed, deed)} {date.edtf}"
                yield of, fold(found[1]), found.start(1), found.end(1)


def towns_in(text: str) -> frozenset[str]:
    """The towns in which a sentence has things happen."""
    return frozenset(fold(name) for name in _AT.findall(text) if is_town(name))


def in_two_towns(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether each side has it in a town, and none in common: `met bishops in Lund`, `met students in Malmo`."""
    here, there = (frozenset().union(*map(towns_in, texts)) for texts in (ours, theirs))
    return bool(here and there) and here.isdisjoint(there)


def is_town(name: str) -> bool:
    """No country, month or language, and no building or body that lies in a town."""
    words = set(fold(name).removesuffix(" city").split())
    return _no_towns().isdisjoint(words)


@cache
def _no_towns() -> frozenset[str]:
    return country_words() | word_set("analysis", "no_names") | word_set("analysis", "no_towns")


@cache
def _one_deed() -> dict[str, str]:
    """Deeds that one report calls one thing, and another report another, for want of certainty."""
    return dict(group_of("analysis", "deeds_alike"))
