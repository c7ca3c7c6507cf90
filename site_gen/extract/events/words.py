"""The lexicon's words on events, in the form that the rules ask for."""

from collections.abc import Collection
from functools import cache
from typing import Any

from msgspec import Struct
from msgspec.structs import astuple

from site_gen.extract.agreements.words import is_words, verb_forms
from site_gen.lexicon import Lexicon
from site_gen.worked_out import worked_out


class Deed(Struct, frozen=True):
    """One form of a verb that tells an event, and what its object must be."""

    kind: str
    base: str
    form: str
    needs: str
    passive: bool
    behind: str = ""
    """The word that must stand right behind it; empty where that may be another, or none."""


class Thing(Struct, frozen=True):
    """A noun that tells an event, and what must stand beside it."""

    kind: str
    needs: str


class EventWords(Struct, frozen=True):
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
    busy: dict[str, frozenset[str]]
    """Verbs that tell no deed but with one of these objects."""
    idle_with: dict[str, frozenset[str]]
    timetabled_with: dict[str, frozenset[str]]
    """Objects with which a verb tells no deed."""
    beginnings: dict[str, str]
    """Kinds of what begins on a day, by its noun."""
    ceremonies: dict[str, str]
    """Kinds of what takes place, by its noun."""
    simple: dict[str, str]
    """The simple past of a participle that differs from it."""
    gate: dict[str, frozenset[str]]
    """Words that may tell an event -> words one of which must stand in the sentence too; none for any."""


@cache
def read_event_words(lexicon: Lexicon) -> EventWords:
    """The words of a lexicon; remembered for as long as the lexicon lives."""
    tables = worked_out("events", lexicon.digest, lambda: _tables(lexicon))
    deeds = {form: tuple([Deed(*deed) for deed in known]) for form, known in tables["deeds"].items()}
    things = {word: Thing(*thing) for word, thing in tables["things"].items()}
    return EventWords(**{**tables, "deeds": deeds, "things": things})


def may_be(deed: Deed, behind: list[str], events: EventWords) -> bool:
    """Whether the words behind a verb (`NEAR`) leave it what it needs: the cheapest test, and few verbs pass it."""
    if deed.behind:
        return behind[:1] == [deed.behind]
    if deed.form == "part" or deed.needs in _BY_RULE or deed.needs not in events.objects:
        return True
    return not events.objects[deed.needs].isdisjoint(behind)


NEAR = 8
"""Words behind a verb in which its object begins."""
_ANYWHERE = frozenset({"none", "any", "tally", "actor", "place", "person", "with"})
_BY_RULE = frozenset({"going", "bare", "date", "post", "as post", "doing"})
"""What a verb may need that is no list of nouns, each with a rule of its own (`deeds.py`)."""


def _behind(needs: str, objects: Collection[str]) -> str:
    through, _, target = needs.rpartition(" ")
    if needs in objects or needs in _ANYWHERE or needs in _BY_RULE or through == "far":
        return ""
    return through if through and (target in objects or target in _ANYWHERE) else needs.split(" ")[0]


def _tables(lexicon: Lexicon) -> dict[str, Any]:
    """What of it can be kept from one run of the command to the next."""
    data = lexicon["events"]
    irregular = {row[0]: row for row in data["forms"]}
    deeds: dict[str, tuple[Deed, ...]] = {}
    for kind, base, needs, *more in data["verbs"]:
        for form, name in verb_forms(base, irregular).items():
            if name == "ing":
                continue
            deed = Deed(kind, base, name, needs, bool(more), _behind(needs, data["objects"]))
            deeds[form] = (*deeds.get(form, ()), deed)
    for variant, form in data["variants"].items():
        if form in deeds:
            deeds[variant] = deeds[form]
    things = {word: Thing(row["kind"], row["needs"]) for word, row in data["nouns"].items()}
    return {
        "deeds": {form: tuple(map(astuple, known)) for form, known in deeds.items()},
        "things": {word: astuple(thing) for word, thing in things.items()},
        "nouns": frozenset((*things, *data["named"], *data["beginnings"])),
        "objects": {name: frozenset(words) for name, words in data["objects"].items()},
        "lists": {name: frozenset(ws) for name, ws in data.items() if is_words(ws)},
        "pronouns": frozenset((*data["possessive"], *data["personal_pronouns"])),
        "stages": data["stages"],
        "busy": {verb: frozenset(words) for verb, words in data["busy"].items()},
        "idle_with": {verb: frozenset(words) for verb, words in data["idle_with"].items()},
        "timetabled_with": {verb: frozenset(words) for verb, words in data["timetabled_with"].items()},
        "beginnings": data["beginnings"],
        "ceremonies": data["ceremonies"],
        "dated": {form: kind for kind, forms in data["dated"].items() for form in forms},
        "simple": data["simple_past"] | {row[3]: row[2] for row in data["forms"] if row[3] != row[2]},
        "gate": _gate(data, deeds, things),
    }


def _gate(
    data: dict[str, Any], deeds: dict[str, tuple[Deed, ...]], things: dict[str, Thing]
) -> dict[str, frozenset[str]]:
    """Only what the sentence's own words decide: whether a rule looks further."""
    found: dict[str, frozenset[str]] = {_first(word): _ANY for word in data["named"]}
    rules = [(form, _beside(data, deed.needs)) for form, known in deeds.items() for deed in known]
    rules += [(word, _beside_noun(data, thing.needs)) for word, thing in things.items()]
    rules += [(word, _beside_noun(data, "began")) for word in data["beginnings"]]
    for word, beside in rules:
        known = found.get(_first(word), beside)
        found[_first(word)] = known | beside if known and beside else _ANY
    return found


_ANY: frozenset[str] = frozenset()
_PLAIN = frozenset({"any", "none", "tally", "bare", "date", "actor", "place", "person", "doing"})
"""What a deed may need that no word of the sentence decides."""


def _beside(data: dict[str, Any], needs: str) -> frozenset[str]:
    """Words one of which a deed's object holds; none where anything may be it."""
    through, _, target = needs.rpartition(" ")
    if target == "post":
        return frozenset(data["objects"]["officers"])
    if target in data["objects"]:
        return frozenset(_first(phrase) for phrase in data["objects"][target])
    if through or needs not in _PLAIN:
        return frozenset([_first(needs)])
    return _ANY


def _beside_noun(data: dict[str, Any], needs: str) -> frozenset[str]:
    """The same for a noun, which may also be something that is set for a day."""
    listed = {"began": "begun", "struck": "struck", "wrecked": "wrecked"}.get(needs)
    return frozenset(map(_first, (*data[listed], *data["slated"]))) if listed else _ANY


def _first(phrase: str) -> str:
    return phrase.split()[0].split("-")[0]


def may_tell(held: frozenset[str], events: EventWords) -> bool:
    """Whether a sentence of these words may tell an event."""
    return any(
        not (beside := events.gate[word]) or not beside.isdisjoint(held) for word in held & events.gate.keys()
    )
