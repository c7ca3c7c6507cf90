"""The lexicon's words on agreements and their stages, in the form that the rules ask for."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from msgspec import Struct

from site_gen.lexicon import Lexicon


class Verb(Struct, frozen=True):
    """One form of a verb: the stage it means, its form, and the words between it and its object."""

    stage: str
    form: str
    """`base`, `s`, `past`, `part`, `ing`."""
    through: tuple[str, ...] = ()


class Opening(Struct, frozen=True):
    """A head of several words, known by its first."""

    kind: str
    rest: tuple[str, ...]
    required: bool
    number: bool


class Words(Struct, frozen=True, eq=False):
    """What `agreements.yaml` and `stages.yaml` say, by lower-case word."""

    kinds: dict[str, str]
    strong: frozenset[str]
    opening: dict[str, Opening]
    closing: dict[str, tuple[str, frozenset[str], bool]]
    lists: dict[str, frozenset[str]]
    qualified: dict[str, frozenset[str]]
    means: dict[str, tuple[str, ...]]
    known: dict[str, str]
    series_kind: dict[str, str]
    heads: frozenset[str]
    """Words that a mention can hang on, in lower case."""
    typed: frozenset[str]
    """The same, as typed: treaties known by an acronym, series."""
    topic: re.Pattern[str]
    """What an agreement is about, right behind its name."""
    saying: re.Pattern[str]
    """A verb of saying before its date."""
    said_next: re.Pattern[str]
    """A verb of saying behind its date, before a clause with an auxiliary of its own."""
    gate: frozenset[str]
    verbs: dict[str, tuple[Verb, ...]]
    own: dict[str, tuple[Verb, ...]]
    nouns: dict[str, tuple[str, tuple[str, ...]]]
    states: dict[str, str]
    relations: list[dict[str, Any]]


@cache
def read_words(lexicon: Lexicon) -> Words:
    """The words of a lexicon; remembered for as long as the lexicon lives."""
    data, stages = lexicon["agreements"], lexicon["stages"]
    kinds = {w: kind for group in ("weak", "strong") for kind, ws in data[group].items() for w in ws}
    strong = frozenset(w for ws in data["strong"].values() for w in ws)
    opening = {
        w: Opening(o["kind"], tuple(o["rest"]), o.get("required", False), o.get("number", False))
        for w, o in data["opening"].items()
    }
    closing = {
        w: (c["kind"], frozenset(c["before"]), c.get("required", False)) for w, c in data["closing"].items()
    }
    lists = {name: frozenset(ws) for part in (data, stages) for name, ws in part.items() if is_words(ws)}
    known = dict(data["known"])
    return Words(
        kinds=kinds,
        strong=strong,
        opening=opening,
        closing=closing,
        lists=lists,
        qualified={w: frozenset(ws) for w, ws in data["qualified"].items() if ws},
        means={w: tuple(ws) for w, ws in data["means"].items()},
        known=known,
        series_kind=data["series_kind"],
        heads=frozenset((*kinds, *opening, *closing, "document")),
        typed=frozenset((*known, *data["series"])),
        topic=_topic(data["topic_ends"], data["spans"]),
        saying=re.compile(rf"\b(?:{'|'.join(data['saying'])})(?: \w+)?(?: on| late on| early on)? $"),
        said_next=re.compile(
            rf" (?:{'|'.join(data['saying'])})\b(?: \S+){{1,9}}? (?:had|has|have|should|would|will|must|could|may)\b"
        ),
        gate=_gate((*kinds, *opening, *closing, *known, *data["series"], "document")),
        verbs=_verbs(stages),
        own=_own(stages),
        nouns={w: (n["stage"], tuple(n["through"])) for w, n in stages["nouns"].items()},
        states=stages["states"],
        relations=data["relations"],
    )


def is_words(entry: Any) -> bool:
    """Whether an entry of a lexicon is a plain list of words."""
    return isinstance(entry, list) and all(isinstance(word, str) for word in entry)


_DAYS = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Sept|Nov|Dec)ember"
    r"|October)\b"
)


def _topic(ends: list[str], spans: list[str]) -> re.Pattern[str]:
    end = "|".join(ends)
    for_time = rf"(?! (?:[a-z]+|\d+) (?:[a-z]+ )?(?:{'|'.join(spans)})\b)"  # `for four more years`
    worked_on = rf"(?: for (?:{'|'.join(spans)}))?"
    return re.compile(
        rf"{worked_on}(?P<about> (?:on|to|for{for_time}|over|about) (?:the |its |their )?(?!(?:{end}|of)\b)[a-z]+"
        rf"(?: (?:of )?(?:the )?(?!(?:{end}|of)\b)[a-z]+(?:-[a-z]+)*){{0,4}}"
        rf"(?:(?: of)?(?: the)? (?!{_DAYS})[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){{0,3}}(?: (?!(?:{end}|of)\b)[a-z]+)?)?)"
    )


def _gate(words: Iterable[str]) -> frozenset[str]:
    return frozenset(w.lower().split("-")[0] for w in words)


def verb_forms(base: str, irregular: dict[str, list[str]]) -> dict[str, str]:
    """`sign` -> signs, signed, signing, with the form's name each; `irregular` by base form.

    A past and a participle that look alike are called `part`.
    """
    if base in irregular:
        forms = irregular[base]
    else:
        stem = base[:-1] if base.endswith("e") else base
        doubled = base[:-1] + "i" if base.endswith("y") and base[-2] not in "aeiou" else stem
        third = (
            base + "es"
            if base.endswith(("s", "sh", "ch", "x"))
            else (doubled + "es" if doubled.endswith("i") else base + "s")
        )
        forms = [base, third, doubled + "ed", doubled + "ed", stem + "ing"]
    named = dict(zip(reversed(forms), ("ing", "part", "past", "s", "base"), strict=True))
    return named | {forms[3]: "part", forms[0]: "past" if forms[0] in forms[2:4] else "base"}


def _verbs(stages: dict[str, Any]) -> dict[str, tuple[Verb, ...]]:
    irregular = {row[0]: row for row in stages["forms"]}
    found: dict[str, tuple[Verb, ...]] = {}
    rows = [(b, s, ()) for b, s in stages["verbs"].items()]
    rows += [(b, g["stage"], tuple(g["through"])) for b, g in stages["governed"].items()]
    for base, stage, through in rows:
        for form, name in verb_forms(base.split()[0], irregular).items():
            found[form] = (*found.get(form, ()), Verb(stage, name, through))
    for variant, form in stages["variants"].items():
        found[variant] = found[form]
    return found


def _own(stages: dict[str, Any]) -> dict[str, tuple[Verb, ...]]:
    irregular = {row[0]: row for row in stages["forms"]}
    found: dict[str, tuple[Verb, ...]] = {}
    for base, own in stages["own"].items():
        for form, name in verb_forms(base, irregular).items():
            found[form] = (*found.get(form, ()), Verb(own["stage"], name, tuple(own["words"])))
    return found
