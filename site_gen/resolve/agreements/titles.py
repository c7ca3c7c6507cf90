"""The title of an agreement: its name, or the most telling noun phrase of all reports."""

from collections import Counter
from collections.abc import Iterable, Sequence

from site_gen.records import AgreementFinding, Party
from site_gen.resolve.agreements.forms import content_words
from site_gen.resolve.folding import fold
from site_gen.resolve.words import word_set


def title_of(drafted: str, found: Sequence[AgreementFinding], parties: Sequence[Party]) -> str:
    """The drafted name where it is one of its own; else what says most, with the two sides of a bare noun."""
    if any(not one.generic and content_words(one.name) for one in found) and " " in drafted:
        return drafted
    told = Counter(one.name for one in found)
    best = min(told, key=lambda name: (*_plainness(name), -told[name], -len(name), name))
    return _between(best, parties) if " " not in best else best


def _plainness(name: str) -> tuple[bool, bool, bool]:
    """How little a name says: not on what it is, no more than the kind, or not even that (`document`)."""
    says = content_words(name) - word_set("agreements", "lengths") - word_set("agreements", "grades")
    return not says, " " not in name, fold(name) == "document"


def _between(noun: str, parties: Iterable[Party]) -> str:
    sides = [_with_article(party) for party in parties]
    return f"{noun} between {sides[0]} and {sides[1]}" if len(sides) == 2 else noun


def _with_article(party: Party) -> str:
    """`the Netherlands`, `the Nurses' Union`; `Peru`, `Norma Lines`."""
    words = fold(party.name).split()
    tails, lands = word_set("agreements", "body_tails"), word_set("agreements", "the_lands")
    definite = bool(lands.intersection(words)) if party.code else len(words) > 1 and words[-1] in tails
    return f"the {party.name}" if definite and words[0] != "the" else party.name
