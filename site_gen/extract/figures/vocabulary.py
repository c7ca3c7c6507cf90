"""The words of currencies, units and figures, as looked up while reading: built once for each lexicon."""

from functools import cache
from typing import Any, NamedTuple

from msgspec import Struct

from site_gen.lexicon import Lexicon
from site_gen.text.numbers import NumberWords, number_words, tokenise
from site_gen.worked_out import worked_out


class Unit(NamedTuple):
    """A unit with its kind: percent, duration, physical."""

    name: str
    kind: str


Phrases = dict[str, tuple[tuple[tuple[str, ...], Any], ...]]
"""First token to (all tokens, what they mean), the longest first."""


class Vocabulary(Struct, frozen=True):
    """All that the extractor of figures knows about words."""

    numbers: NumberWords
    symbols: dict[str, str]
    prefixes: dict[str, str]
    codes: frozenset[str]
    million_codes: dict[str, str]
    money: Phrases
    """Words after a number: to (code, assumed, doubtful, factor)."""
    dollars: dict[str, str]
    """What may follow `$5 million` to name the country."""
    assumed: frozenset[str]
    units: Phrases
    short: dict[str, str]
    per: Phrases
    often: dict[str, str]
    """How often a sum is paid, in one word: `annually`."""
    dimensions: frozenset[str]
    qualifiers: Phrases
    """By their last token, tokens reversed."""
    after: Phrases
    emphasis: frozenset[str]
    over_verbs: frozenset[str]
    up: frozenset[str]
    down: frozenset[str]
    same: frozenset[str]
    change_nouns: frozenset[str]
    rises: frozenset[str]
    """Those of them that mean more."""
    transitive: frozenset[str]
    status: dict[str, str]
    tells_status: frozenset[str]
    """Words before a figure that may say whether it is a target, a commitment or an estimate."""
    copulas: frozenset[str]
    have: frozenset[str]
    stops: frozenset[str]
    breaks: frozenset[str]
    """`stops` with all verbs: what ends a noun phrase."""
    count_breaks: frozenset[str]
    """What ends a noun phrase behind a number: there a verb in s cannot stand."""
    compound_plurals: frozenset[str]
    plurals: dict[str, str]
    not_plural: frozenset[str]
    designators: frozenset[str]
    soft_designators: frozenset[str]
    hyphen_counts: frozenset[str]
    hyphen_never: frozenset[str]
    anaphors: frozenset[str]
    speech: frozenset[str]
    deadline: frozenset[str]
    commitment_verbs: frozenset[str]
    casualties: frozenset[str]
    sets: dict[str, frozenset[str]]
    """The small ones, by name."""
    employers: frozenset[str]
    not_period: frozenset[str]
    also_nouns: frozenset[str]
    not_glued: frozenset[str]
    particles: frozenset[str]
    between_change: frozenset[str]
    says: frozenset[str]
    articles: frozenset[str]
    inside: frozenset[str]


@cache
def vocabulary(lexicon: Lexicon) -> Vocabulary:
    """What the subjects `numbers`, `currencies`, `units` and `figures` say."""
    tables = worked_out("figures", lexicon.digest, lambda: _tables(lexicon))
    units = {
        first: tuple([(form, Unit(*unit)) for form, unit in listed])
        for first, listed in tables["units"].items()
    }
    return Vocabulary(**{**tables, "units": units}, numbers=number_words(lexicon))


def _tables(lexicon: Lexicon) -> dict[str, Any]:
    """What of it can be kept from one run of the command to the next."""
    money, units, words = lexicon["currencies"], lexicon["units"], lexicon["figures"]
    up, down, nouns = frozenset(words["up"]), frozenset(words["down"]), frozenset(words["nouns"])
    copulas, have, stops = frozenset(words["copulas"]), frozenset(words["have"]), frozenset(words["stops"])
    also = frozenset(words["also_nouns"])
    breaks = (stops | (up | down) | copulas | have | frozenset(words["speech"])) - nouns - also
    status = {word: kind for kind, all_words in words["status"].items() for word in all_words}
    return {
        "symbols": {key.upper(): code for key, code in money["symbols"].items()},
        "prefixes": money["prefixes"],
        "codes": frozenset(money["names"]),
        "million_codes": money["million_codes"],
        "money": _phrases(_money_forms(money)),
        "dollars": money["adjectives"]["dollar"]
        | {code.lower(): code for code in money["names"] if code.endswith("D")},
        "assumed": frozenset(money["assumed"]),
        "units": _phrases(_unit_forms(units)),
        "short": units["short"],
        "per": _phrases([(str(key), name) for key, name in units["per"].items()] + _plurals(units["per"])),
        "often": units["often"],
        "dimensions": frozenset(units["dimensions"]),
        "qualifiers": _phrases(words["qualifiers"].items(), backwards=True),
        "after": _phrases([(form, words["after_direction"].get(form, "")) for form in words["after"]]),
        "emphasis": frozenset(words["emphasis"]),
        "over_verbs": frozenset(words["over_verbs"]),
        "up": up,
        "down": down,
        "same": frozenset(words["same"]),
        "change_nouns": nouns,
        "rises": frozenset(words["rises"]),
        "transitive": frozenset(words["transitive"]),
        "status": status,
        "tells_status": frozenset(
            [
                *status,
                *words["sets"]["seeking"],
                *words["sets"]["needing"],
                *words["sets"]["prospects"],
                *_TELLING,
                *up,
                *down,
            ]
        ),
        "copulas": copulas,
        "have": have,
        "stops": stops,
        "breaks": breaks,
        "count_breaks": breaks
        - frozenset(f"{noun}s" for noun in nouns)
        - frozenset(word for word in up | down if word.endswith("s")),
        "compound_plurals": frozenset(words["compound_plurals"]),
        "plurals": {**_demonyms(lexicon), **words["plurals"]},
        "not_plural": frozenset(words["not_plural"]),
        "designators": frozenset(words["designators"]),
        "soft_designators": frozenset(words["soft_designators"]),
        "hyphen_counts": frozenset(words["hyphen_counts"]),
        "hyphen_never": frozenset(words["hyphen_never"]),
        "anaphors": frozenset(words["anaphors"]),
        "speech": frozenset(words["speech"]),
        "deadline": frozenset(words["deadline"]),
        "commitment_verbs": frozenset(words["commitment_verbs"]),
        "casualties": frozenset(words["casualties"]),
        "sets": {name: frozenset(listed) for name, listed in words["sets"].items()},
        "employers": frozenset(words["employers"]),
        "not_period": frozenset(words["not_period"]),
        "also_nouns": also,
        "not_glued": frozenset(money["not_glued"]),
        "particles": frozenset(words["particles"]),
        "between_change": frozenset(words["between_change"]),
        "says": frozenset(words["says"]),
        "articles": frozenset(words["articles"]),
        "inside": frozenset(words["inside"]),
    }


_TELLING = ("called", "seen", "sees", "is", "are", "put", "puts", "putting")


def at_phrase(phrases: Phrases, low: list[str], at: int) -> tuple[int, Any] | None:
    """The longest phrase that begins at a token: how many tokens, and what it means."""
    for form, meaning in phrases.get(low[at], ()) if at < len(low) else ():
        if tuple(low[at : at + len(form)]) == form:
            return len(form), meaning
    return None


def _phrases(forms: Any, backwards: bool = False) -> Phrases:
    found: dict[str, list[tuple[tuple[str, ...], Any]]] = {}
    for form, meaning in forms:
        tokens = tuple(tokenise(form, 0, len(form)).low)
        tokens = tokens[::-1] if backwards else tokens
        found.setdefault(tokens[0], []).append((tokens, meaning))
    return {first: tuple(sorted(rest, key=lambda entry: -len(entry[0]))) for first, rest in found.items()}


def _demonyms(lexicon: Lexicon) -> dict[str, str]:
    """People by where they are from whose plural looks like a singular: `Iraqis`."""
    found = {
        word.strip().casefold()
        for line in lexicon["countries"]["countries"].values()
        for word in line.split(";")[2].split(",")
    }
    return {word: word[:-1] for word in sorted(found) if word.endswith("is") and word[:-1] in found}


def _plurals(words: dict[Any, str]) -> list[tuple[str, str]]:
    return [(f"{word}s", name) for word, name in words.items() if len(str(word)) > 3]


def _unit_forms(units: dict[str, Any]) -> list[tuple[str, tuple[str, str]]]:
    found = []
    for kind in ("percent", "duration", "physical"):
        for name, forms in units[kind].items():
            for form in dict.fromkeys([*forms, *(f"{form}s" for form in forms if _takes_s(form))]):
                found.append((form.lower(), (name, kind)))
    return found


def _takes_s(form: str) -> bool:
    return len(form) > 2 and form.isalpha() and not form.endswith(("s", "feet", "hz", "cent"))


def _money_forms(money: dict[str, Any]) -> list[tuple[str, tuple[str, bool, bool, float]]]:
    assumed, doubtful, tenths = set(money["assumed"]), set(money["doubtful"]), set(money["tenths"])
    found = []
    for word, code in money["words"].items():
        for form in (word, f"{word}s"):
            found.append((form, (code, word in assumed, word in doubtful, 1.0)))
            for adjective, own in money["adjectives"].get(word, {}).items():
                typed = adjective.upper() if "." in adjective else adjective
                found.append((f"{typed} {form}", (own, False, False, 1.0)))
                if word == "dollar":
                    found.append((f"{typed} {form.replace(word, 'cent')}", (own, False, False, 0.01)))
    for word, code in money["minor"].items():
        found.append(
            (word, (code, " " not in word, word in doubtful or word == "p", 0.1 if word in tenths else 0.01))
        )
    return found
