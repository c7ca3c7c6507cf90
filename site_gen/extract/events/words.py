"""The lexicon's words on events, in the form that the rules ask for."""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from site_gen.extract.agreements.words import is_words, verb_forms
from site_gen.lexicon import Lexicon


class Deed(NamedTuple):
    """One form of a verb that tells an event, and what its object must be."""

    kind: str
    base: str
    form: str
    needs: str
    passive: bool


class Thing(NamedTuple):
    """A noun that tells an event, and what must stand beside it."""

    kind: str
    needs: str


@dataclass(frozen=True, slots=True)
class EventWords:
    """What `events.yaml` says, by lower-case word."""

    deeds: dict[str, tuple[Deed, ...]]
    things: dict[str, Thing]
    nouns: frozenset[str]
    """Words that can tell an event as a noun: `things`, and the heads of named ones."""
    objects: dict[str, frozenset[str]]
    lists: dict[str, frozenset[str]]
    pronouns: frozenset[str]
    """Personal and possessive ones."""
    stages: dict[str, str]
    dated: dict[str, str]
    """Kinds of deeds that are known by their day, by the verb's form."""
    gate: frozenset[str]


@cache
def read_event_words(lexicon: Lexicon) -> EventWords:
    """The words of a lexicon; remembered for as long as the lexicon lives."""
    data = lexicon["events"]
    irregular = {row[0]: row for row in data["forms"]}
    deeds: dict[str, tuple[Deed, ...]] = {}
    for kind, base, needs, *more in data["verbs"]:
        for form, name in verb_forms(base, irregular).items():
            if name == "ing":
                continue
            deeds[form] = (*deeds.get(form, ()), Deed(kind, base, name, needs, bool(more)))
    for variant, form in data["variants"].items():
        if form in deeds:
            deeds[variant] = deeds[form]
    things = {word: Thing(row["kind"], row["needs"]) for word, row in data["nouns"].items()}
    return EventWords(
        deeds=deeds,
        things=things,
        nouns=frozenset((*things, *data["named"])),
        objects={name: frozenset(words) for name, words in data["objects"].items()},
        lists={name: frozenset(ws) for name, ws in data.items() if is_words(ws)},
        pronouns=frozenset((*data["possessive"], *data["personal_pronouns"])),
        stages=data["stages"],
        dated={form: kind for kind, forms in data["dated"].items() for form in forms},
        gate=frozenset(w.split("-")[0] for w in (*deeds, *things, *data["named"])),
    )
