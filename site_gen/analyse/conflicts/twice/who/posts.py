"""Who holds a post of a body: `X, who chairs the panel`, `the panel's chair, X`, `Its owner, X`, `it belongs to X`."""

import re
from collections.abc import Iterator
from functools import cache

from site_gen.analyse.conflicts.twice.sentences.names_around import bare_name
from site_gen.analyse.conflicts.twice.who.appointed import NAME_PART, NAME_WORD
from site_gen.analyse.conflicts.twice.who.bodies import antecedent, body_before, body_behind
from site_gen.analyse.tellings import Slot, Told
from site_gen.resolve.article_names import CAPITAL
from site_gen.resolve.words import subject
from site_gen.text.letters import letters_in, longest_of

_NAME = rf"(?P<name>{NAME_WORD}(?: {NAME_PART}){{0,3}} [{CAPITAL}](?:['’][{CAPITAL}])?[\w’-]+)"
_FROM = r"(?: (?:of|from|at|with) (?:the )?[A-Z][^,.;:]{1,40})?(?:, \d\d)?"
_NOW = r"(?:now |also |currently |still |today )?"
_THE = r"(?:(?:the|its|a|an|mr|ms|mrs) )?(?:[a-z-]+ ){0,3}"
_ENDED = re.compile(r"[^.;]{0,12}\b(?:until|between|in the (?:\w+ties|\d{4}s)|from \d{4} to)\b")

_AND = re.compile(r",? (?:and|or) [A-Z]")
_CLOSE = 30

Found = tuple[str, frozenset[str], int, int]
"""A name, the body, and where the words stand."""


def post_slots(at: int, told: Told, before: str) -> Iterator[Slot]:
    """A slot for each holder that a sentence tells of; `before`: the sentence ahead of it."""
    text = told.evidence.exact
    cued = _cued(text)
    if not cued:
        return
    seen: set[tuple[str, str]] = set()
    start = told.evidence.start
    for post in cued:
        for name, body, first, last in _held(post, text, before):
            holder = bare_name(name, _nouns())
            if holder and body and (post, holder) not in seen and body.isdisjoint(holder.split()):
                seen.add((post, holder))
                yield Slot(at, f"post {post}", holder, start + first, start + last, tuple(sorted(body)))


def _cued(text: str) -> list[str]:
    """The posts of which a sentence has a word."""
    cues = _cues()
    return sorted({post for word in cues.keys() & letters_in(text) for post in cues[word]})


@cache
def _cues() -> dict[str, tuple[str, ...]]:
    """The longest word of each noun, verb and participle -> its posts."""
    found: dict[str, tuple[str, ...]] = {}
    for post, by in subject("held_posts")["posts"].items():
        for phrase in (phrase for phrases in by.values() for phrase in phrases):
            word = longest_of(phrase)
            found[word] = (*found.get(word, ()), post)
    return found


@cache
def _changes() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(subject('held_posts')['changes'])})\b|n['’]t\b")


def _held(post: str, text: str, before: str) -> Iterator[Found]:
    there = letters_in(text)
    for how, words, pattern in _shapes(post):
        for found in () if words.isdisjoint(there) else pattern.finditer(text):
            body = _body(how, found, text, before)
            if body and not _past(text, found) and not _AND.match(text, found.end("name")):
                yield found["name"], body, found.start(), found.end()


def _past(text: str, found: re.Match[str]) -> bool:
    """Whether what stands before it, or up to the next comma, tells of another time or of a change of holder."""
    before = text[max(0, found.start() - _CLOSE) : found.start()]
    behind = re.split(r"[,;.]", text[found.end() :][: 2 * _CLOSE])[0]
    return bool(_changes().search(f"{before} {found.group()} {behind}") or _ENDED.match(text, found.end()))


def _body(how: str, found: re.Match[str], text: str, before: str) -> frozenset[str]:
    if how == "behind":
        return body_behind(text[found.end() :])
    if how == "before":
        return body_before(text[: found.start()])
    return body_behind(found["body"]) if how == "of" else antecedent(text[: found.start()], before)


@cache
def _shapes(post: str) -> tuple[tuple[str, frozenset[str], re.Pattern[str]], ...]:
    """Patterns, each with where the body stands: `behind`, `before`, inside (`of`), or meant by `its`.

    Between the two the words of which one stands in whatever it finds.
    """
    told = subject("held_posts")["posts"][post]
    noun = rf"(?:current |present |long-?time )?(?i:{_any(told['nouns'])})"
    verbs, by = _any(told["verbs"]), _any(told["by"])
    shapes = (
        ("behind", "verbs", rf"{_NAME}{_FROM}(?:, who| who|,)? ?{_NOW}\b(?:{verbs}) "),
        ("behind", "nouns", rf"{_NAME}{_FROM}(?:,| is| remains) (?:the )?{noun} of "),
        ("before", "by", rf",?(?: which| that)?(?: is| are)? {_NOW}(?:{by}) {_THE}{_NAME}"),
        ("before", "nouns", rf"[’']s? {noun},? {_NAME}"),
        ("before", "nouns", rf" {noun} {_NAME}"),
        ("its", "nouns", rf"\b[Ii]ts {noun}(?:,| is)? {_NAME}"),
        ("its", "nouns", rf"{_NAME}{_FROM}, its {noun}\b"),
        ("of", "nouns", rf"\b{noun} of (?P<body>(?:the )?[\w’'& -]{{2,50}}?)(?:,| is|:) {_NAME}"),
    )
    return tuple((how, frozenset(map(longest_of, told[key])), re.compile(s)) for how, key, s in shapes)


def _any(words: list[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w)))) or "(?!)"


@cache
def _nouns() -> frozenset[str]:
    told = subject("held_posts")["posts"].values()
    return frozenset(word for by in told for noun in by["nouns"] for word in noun.split())
