"""`the Minsk agreements`, `the Jalu agreement`: a proper name before a head in lower case."""

from site_gen.extract.agreements.mention import SMALL, Clause, Mention, mention_of
from site_gen.extract.agreements.naming import left_edge
from site_gen.extract.agreements.words import Words


def half_named(
    clause: Clause, sentence: int, start: int, first: int, last: int, kind: str, words: Words
) -> Mention | None:
    """`the Minsk agreements`, `the Iran nuclear deal`, `the US-China trade truce`."""
    tokens = clause.tokens
    if start == 0 or not clause.joined(start - 1) or clause.keys[last] not in words.lists["definite"]:
        return None
    begin, at = left_edge(clause, start, words), start - 1
    if begin >= start or not tokens[at].cap or tokens[at].owns or clause.is_person(at):
        return None
    if clause.headline and clause.keys[last].endswith("s") and "-" in tokens[at].word:
        return None  # `five Indo-Saudi pacts signed`
    modified = all(t.key in words.lists["modifiers"] for t in tokens[start:first])
    titled = start == first and clause.keys[last] in words.lists["titled"] and start - begin > 1
    if not modified or not (titled or _proper(clause, begin, start, first, words)):
        return None
    if begin and clause.keys[begin - 1] in SMALL:
        return None
    return mention_of(clause, sentence, begin, last, kind, "named", words)


def _proper(clause: Clause, begin: int, start: int, first: int, words: Words) -> bool:
    """Whether the capitalised run is a place, a pair of places, or an acronym; no company, no people."""
    run = clause.tokens[begin:start]
    if clause.heading or run[0].key in words.lists["openers"]:
        return False
    pair = any("-" in t.word or "–" in t.word for t in run)
    place = clause.place_of(start - 1)
    demonym = (
        not pair
        and bool(place)
        and not any(t.key in place.lower() for t in run)
        and not run[-1].word.isupper()
    )
    if demonym:
        return False
    last = run[-1]
    named = bool(place) and (last.key in place.lower() or last.word.isupper())
    return (
        pair or named or (last.word.isupper() and len(last.word) > 2) or _unknown(clause, begin, start, words)
    )


def _unknown(clause: Clause, begin: int, start: int, words: Words) -> bool:
    """`the Jale agreement`: one word that no list knows, behind `the`; no body's (`the Council agreement`)."""
    if start - begin != 1 or begin == 0 or clause.keys[begin - 1] != "the" or clause.place_of(begin):
        return False
    key = clause.keys[begin]
    plain = key in words.lists["plain"] or key in words.lists["bodies"] or key in words.lists["body_tails"]
    return not plain and clause.keys[start] in words.strong
