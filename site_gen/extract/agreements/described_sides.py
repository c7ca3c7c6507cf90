"""Sides told by a common noun: `the dockers' federation` is the Arica Dockers' Federation that the article names."""

import re
from collections.abc import Iterable
from functools import lru_cache

from site_gen.extract.agreements.mention import Clause
from site_gen.extract.agreements.sides import Sides
from site_gen.extract.agreements.words import Words
from site_gen.records import Party

_NEAR = 5000
"""Characters to both sides in which a body is named in full."""
_LONG = 3
_WORD = r"[A-Z][\w-]*(?:[’'](?!s\b)\w+|s[’'](?= ))?"
_RUN = rf"{_WORD}(?: (?:(?:of|of the|for|del|de|do|da|van|y|&) )?{_WORD}){{0,5}}"
_DETERMINERS = frozenset({"the", "its", "their"})


def described_in(clause: Clause, first: int, last: int, sides: Sides, words: Words) -> list[Party]:
    """The bodies that the nouns between two tokens mean, each where the article leaves but one."""
    found: list[Party] = []
    for at in range(max(1, first), last + 1):
        phrase = _phrase(clause, at, last, words)
        if phrase and (name := only_name(phrase, clause, sides, words)):
            found.append(Party(name))
    return list(dict.fromkeys(found))


def _phrase(clause: Clause, at: int, last: int, words: Words) -> str:
    """`dockers' federation` behind `the`, from token `at` to a noun for a body; empty for none."""
    if clause.keys[at - 1] not in _DETERMINERS:
        return ""
    found = ""
    for end in range(at, min(at + _LONG, last + 1)):
        if clause.tokens[end].cap or (end > at and not clause.joined(end - 1)):
            break
        if _is_body(clause.keys[end], words):
            found = clause.text[clause.starts[at] : clause.tokens[end].end]
    return found


def _is_body(key: str, words: Words) -> bool:
    lists = words.lists
    single = key.removesuffix("s")
    return key in lists["fighters"] or any(
        k in lists[name] for k in (key, single) for name in ("body_tails", "firm_nouns", "houses")
    )


def only_name(phrase: str, clause: Clause, sides: Sides, words: Words) -> str:
    """The one name near by that the phrase can stand for."""
    names = names_for(phrase, clause, sides, words)
    return names.pop() if len(names) == 1 else ""


def names_for(phrase: str, clause: Clause, sides: Sides, words: Words) -> set[str]:
    """The names near by that the phrase can stand for."""
    at = clause.starts[0]
    text = clause.text[max(0, at - _NEAR) : at + _NEAR]
    lists = words.lists
    if phrase in lists["fighters"]:
        return _whole(_fighters(lists["fighting_tails"]).findall(text), sides)
    noun = phrase.removesuffix("s") if phrase.split()[-1] not in lists["body_tails"] else phrase
    shapes = _shapes(noun) + (_firms(lists["firm_nouns"]) if noun in lists["any_firm"] else ())
    return _whole((name for shape in shapes for name in shape.findall(text)), sides)


def _whole(names: Iterable[str], sides: Sides) -> set[str]:
    """Some names, each once; a longer form of one is the same."""
    told = {name.removeprefix("The ") for name in names}
    told = {name for name in told if not sides.is_person(name)}
    return {name for name in told if not any(o != name and o.startswith(f"{name} ") for o in told)}


@lru_cache(maxsize=64)
def _fighters(tails: frozenset[str]) -> re.Pattern[str]:
    ends = "|".join(sorted(tail.title() for tail in tails))
    armies = rf"(?:{_WORD} )?(?:Liberation Army|People['’]s Army|Army (?:for|of)(?: the)? {_WORD})"
    return re.compile(rf"\b((?:{_WORD} (?:(?:for|of) )?){{1,5}}(?:{ends})|{armies})\b")


@lru_cache(maxsize=16)
def _firms(nouns: frozenset[str]) -> tuple[re.Pattern[str], ...]:
    """`Norma, a software firm`."""
    return (re.compile(rf"\b({_RUN}), an? (?:[a-z-]+ ){{0,3}}(?:{'|'.join(sorted(nouns))})\b"),)


@lru_cache(maxsize=256)
def _shapes(noun: str) -> tuple[re.Pattern[str], ...]:
    """A name that ends in the noun; behind `the noun,`; before `, the noun`; right behind the noun."""
    capital = re.escape(" ".join(word[0].upper() + word[1:] for word in noun.split()))
    plain, whose = re.escape(noun), r"(?:[Tt]he|[Ii]ts|[Tt]heir)(?: [a-z]+)?"
    return (
        re.compile(rf"\b((?:{_WORD} (?:(?:for|of) )?){{1,5}}{capital})\b"),
        re.compile(rf"\b{whose} {plain}, ({_RUN})(?=[,.])"),
        re.compile(rf"\b({_RUN}), {whose.replace('[Tt]', 't').replace('[Ii]', 'i')} {plain}\b"),
        re.compile(rf"\b{plain} ({_RUN})"),
    )
