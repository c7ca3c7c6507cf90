"""The body whose post is told: `the bondholder committee`, `Golden Heron Shipping`, what `its` means."""

import re
from functools import cache

from site_gen.resolve.article_names import CAPITAL
from site_gen.resolve.folding import fold
from site_gen.resolve.words import country_words, subject, word_set

_CAP = rf"[{CAPITAL}][\w&’-]*\w"
_RUN = rf"{_CAP}(?: (?:(?:of|for) (?:the )?)?{_CAP})*"
_NOUN = re.compile(r" ([a-z]{3,})\b")
_SMALL = frozenset("the a an of for and its their this that".split())


def body_behind(text: str) -> frozenset[str]:
    """The words of the body with which a stretch of text begins."""
    found = _ahead().match(text)
    if found is None:
        return frozenset()
    words = _words(found["body"])
    noun = _NOUN.match(text, found.end()) if words and words <= country_words() else None
    return words | _words(noun[1]) if noun else words  # `the Portuguese navy`


def body_before(text: str) -> frozenset[str]:
    """The words of the body with which a stretch of text ends; `X, a company` is X."""
    found = next((f for pattern in _behind() if (f := pattern.search(text))), None)
    return _words(found["body"]) if found else frozenset()


def antecedent(prefix: str, before: str) -> frozenset[str]:
    """What `its` means: the first body of the sentence so far, else of the one before; nothing if that is open."""
    return _first(prefix) or _first(before)


def _first(text: str) -> frozenset[str]:
    explained = _explained().search(text)
    if explained:
        return _words(explained["body"])
    common = _common().search(text)
    if common:
        return _words(common["body"])
    names = {frozenset(w) for run in re.findall(_RUN, text) if len(w := _words(run)) > 1}
    return names.pop() if len(names) == 1 else frozenset()


@cache
def _nouns() -> str:
    return "|".join(sorted(subject("held_posts")["bodies"], key=lambda w: (-len(w), w)))


@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[Tt]he |an? |its )?(?P<body>{_RUN}(?: (?:{_nouns()})\b)?|(?:[\w’'-]+ ){{0,3}}?(?i:{_nouns()})\b)"
    )


@cache
def _behind() -> tuple[re.Pattern[str], ...]:
    kind = rf"(?:,? an? (?:[\w-]+ ){{0,3}}(?:{_nouns()})(?: \w+ed \w+ [A-Z]\w+)?)?"
    common = rf"\b(?:[Tt]he|[Ii]ts|[Tt]his) (?P<body>(?:[a-z][\w’'-]* ){{0,3}}(?:{_nouns()}))$"
    return re.compile(rf"\b(?P<body>{_RUN}){kind}$"), re.compile(common)


@cache
def _explained() -> re.Pattern[str]:
    return re.compile(rf"(?P<body>{_RUN}), an? (?:[\w-]+ ){{0,3}}(?:{_nouns()})\b")


@cache
def _common() -> re.Pattern[str]:
    return re.compile(rf"\b(?:[Tt]he|[Tt]his) (?P<body>(?:[a-z][\w’'-]* ){{0,2}}?(?:{_nouns()}))\b")


def _words(text: str) -> frozenset[str]:
    mute = word_set("opposites", "time") | word_set("analysis", "stop")
    return frozenset(fold(text).split()) - _SMALL - mute
