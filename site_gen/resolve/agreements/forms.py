"""An agreement's name and parties in a form that can be compared."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from msgspec.structs import replace

from site_gen.records import AgreementFinding, Party
from site_gen.resolve.agreements.tellings import blocks_of_story, kept
from site_gen.resolve.folding import digest, fold, slug
from site_gen.resolve.intervals import narrowest
from site_gen.resolve.tables import (
    AGREEMENT_DEEDS,
    AGREEMENT_DRAFTS,
    AGREEMENT_FORMS,
    AGREEMENT_NAMES,
    AGREEMENT_STORIES,
    AGREEMENT_WORDS,
    AgreementDraft,
    AgreementForm,
    Facts,
    StoryRef,
)
from site_gen.resolve.words import country_words, subject, word_set
from site_gen.tables import Reader, Row

_LENGTH = re.compile(r"\b\d{1,3}[- ](?:hour|day|week|month)s?[- ]", re.I)
_NUMBER = re.compile(r"\d+")
_PARTIES = 5
"""Parties by whose pairs an agreement without a name is sought."""
_DAYS = 4


@lru_cache(maxsize=16384)
def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name without articles, prepositions and the names of countries."""
    said = fold(_LENGTH.sub("", name) or name).split()
    words = [w for word in said for w in subject("agreements")["short_kinds"].get(word, word).split()]
    kept = tuple(w for w in words if w not in country_words() and w not in _LINKS)
    return kept or tuple(words)


_LINKS = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "on",
        "for",
        "and",
        "in",
        "to",
        "with",
        "between",
        "its",
        "their",
        "this",
        "that",
        "new",
        "under",
    ]
)


@lru_cache(maxsize=16384)
def content_words(name: str) -> frozenset[str]:
    """The words that tell one agreement from others of its kind."""
    return frozenset(w for w in name_words(name) if w not in word_set("analysis", "agreement_kinds"))


def party_names(parties: Iterable[Party]) -> tuple[str, ...]:
    """The folded names of the parties, sorted."""
    return tuple(sorted({fold(party_name(p)) for p in parties}))


def by_name(parties: Iterable[Party]) -> tuple[str, ...]:
    """The folded names of those that are told by a name: `the firm` may be any of them."""
    return party_names(party for party in parties if not party.name.islower())


def party_name(party: Party) -> str:
    """The party's full name: `the Fund` is the International Monetary Fund."""
    short = fold(party.name).removeprefix("the ")
    return str(subject("agreements")["short_bodies"].get(short, party.name))


def form_key(form: AgreementForm) -> str:
    """Name, parties (of a generic name without any, the article's home and story) and occasion."""
    told_by = ";".join(party_names(form.parties)) or form.where
    return f"{' '.join(sorted(set(name_words(form.name))))}#{told_by}#{form.occasion}"


def form_of(found: AgreementFinding, parties: tuple[Party, ...], facts: Facts) -> AgreementForm:
    """The part of a finding that tells which agreement is meant."""
    occasion = ""
    if found.generic:
        dated = [s for s in found.stages if s.date and s.stage not in _TO_COME]
        if any(
            not s.stage.startswith("to ") for s in found.stages
        ):  # what is only planned tells not when it was made
            dated = [s for s in dated if not s.stage.startswith("to ")]
        made = [s for s in dated if s.stage in word_set("stages", "making")]  # not when it was ratified later
        told = sorted(s.date for s in made or dated if s.date)
        occasion = (narrowest(told) or facts.occasion)[:7]
    sides = tuple(sorted(parties, key=lambda p: p.name))
    where = f"{facts.home} {facts.mark}".strip() if found.generic and not sides else ""
    return AgreementForm(found.name, found.kind, found.acronym, sides, found.generic, occasion, where=where)


_TO_COME = frozenset({"to be in force", "to expire", "to be ended"})
"""What is said of its future tells not when it was made."""


def spread_agreement(form: AgreementForm, apart: Iterable[str] = ()) -> Row:
    """The row of one form, by its words; `apart` are the names that the article sets against it.

    A noun without sides stands by itself: only its story tells which one it is (`resolve.agreements.stories`).
    """
    told = replace(form, apart=tuple(sorted(set(apart) - {form.name})))
    alone = f" #{form.where}#{form.occasion}" if form.where else ""
    return Row(AGREEMENT_FORMS, " ".join(sorted(set(name_words(form.name)))) + alone, told)


def set_apart(found: Sequence[AgreementFinding]) -> list[set[str]]:
    """For each agreement of an article, the names of those that it upgrades or supersedes, and the reverse.

    One without a name of its own that the article does not take for another is apart from it as well.
    """
    told = {one.name for one in found}
    names: list[set[str]] = [set(told) if one.generic else set() for one in found]
    for number, one in enumerate(found):
        for link in one.relations:
            if link.type in ("upgrades", "supersedes"):
                names[number].add(found[link.target].name)
                names[link.target].add(one.name)
    return names


class _Sided(NamedTuple):
    """A form with its sides, made ready to be set against others."""

    form: AgreementForm
    all: frozenset[str]
    named: frozenset[str]


def _sided(form: AgreementForm) -> _Sided:
    return _Sided(form, frozenset(party_names(form.parties)), frozenset(by_name(form.parties)))


def gather_forms(key: str, forms: tuple[AgreementForm, ...], _reader: Reader) -> Iterator[Row]:
    """Forms of one name -> drafts: one where the parties agree, more where other parties have one of that name."""
    alike: dict[str, list[AgreementForm]] = defaultdict(list)
    for told in sorted(forms, key=lambda f: (f.name.isupper(), f.name), reverse=True):
        alike[form_key(told)].append(told)
    distinct = {k: _sided(same[-1]) for k, same in alike.items()}
    groups = _grouped(
        distinct, sorted(alike, key=lambda k: (-len(distinct[k].form.parties), -len(alike[k]), k))
    )
    for group in groups:
        draft = _draft([replace(distinct[k].form, count=len(alike[k])) for k in group], len(groups) > 1)
        draft = _with_all_told(draft, [form for k in group for form in alike[k]])
        yield Row(AGREEMENT_DRAFTS, draft.id, draft)
        for form in group:
            yield Row(AGREEMENT_NAMES, form, draft.id)
        for word in draft.tokens if not draft.generic else ():
            yield Row(AGREEMENT_WORDS, word, draft)
        for deed in deeds_of(draft, max(distinct[k].form.occasion for k in group)):
            yield Row(AGREEMENT_DEEDS, deed, draft)
        for block in blocks_of_story(draft.told):
            yield Row(AGREEMENT_STORIES, block, StoryRef(draft.id, draft.generic))


def _grouped(distinct: Mapping[str, _Sided], ordered: Iterable[str]) -> list[list[str]]:
    """The keys of forms that are one agreement."""
    groups: list[list[str]] = []
    for key in ordered:
        form = distinct[key]
        fits = [g for g in groups if all(_one_agreement(form, distinct[other]) for other in g)]
        if len(fits) == 1 or (fits and not form.form.generic and not _vague(form.form)):
            fits[0].append(key)
        else:
            groups.append([key])
    return groups


def _with_all_told(draft: AgreementDraft, forms: Sequence[AgreementForm]) -> AgreementDraft:
    """A draft with what all of its forms tell."""
    apart, made, people = (
        tuple(sorted({told for form in forms for told in getattr(form, part)}))
        for part in ("apart", "made", "people")
    )
    told = tuple(kept(telling for form in forms for telling in form.told))
    return replace(draft, apart=apart, made=made, people=people, told=told)


def deeds_of(draft: AgreementDraft, occasion: str) -> list[str]:
    """The blocks in which a deed is sought.

    Two of its parties and the month; one side or signer and the day; for a noun a body or signer and the month.
    """
    sides = party_names(draft.parties)[:_PARTIES]
    months = ({occasion} if draft.generic else {told.split()[-1][:7] for told in draft.made}) - {""}
    pairs = [f"{';'.join(pair)}|{month}" for pair in combinations(sides, 2) for month in sorted(months)]
    ones = [f"{who}|{told}" for told in draft.made[:_DAYS] for who in (*sides, *draft.people[:_PARTIES])]
    nouns = sorted(months) if draft.generic and content_words(draft.name) else ()
    bodies = {fold(p.name).split()[0] for p in draft.parties if not p.code and fold(p.name)}
    known = (*sorted(bodies)[:_PARTIES], *draft.people[:_PARTIES])
    return list(dict.fromkeys([*pairs, *ones, *(f"{who}~{month}" for who in known for month in nouns)]))


def begins(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one of two names, as words, begins with all of the other."""
    shorter = min(len(one), len(other))
    return shorter > 0 and list(one[:shorter]) == list(other[:shorter])


def _vague(form: AgreementForm) -> bool:
    return not content_words(form.name)


def _one_agreement(one: _Sided, other: _Sided) -> bool:
    """Whether two forms of one name can be one agreement: no other parties, and for generic names one occasion."""
    a, b = one.form, other.form
    if not (a.generic or b.generic):
        return one.named <= other.named or other.named <= one.named
    if content_words(a.name):
        one_time = a.occasion == b.occasion or not (a.occasion and b.occasion)
        known = bool(one.all & other.all) or (bool(a.occasion) and bool(one.all) != bool(other.all))
        return one_time and known and (one.all <= other.all or other.all <= one.all)
    return one.all == other.all and a.occasion == b.occasion and bool(one.all)


def _draft(group: list[AgreementForm], several: bool) -> AgreementDraft:
    best = min(group, key=lambda f: (-f.count, -len(f.name), f.name))
    parties = max((f.parties for f in group), key=lambda p: (len(p), _named(p), [x.name for x in p]))
    made = slug(best.name)
    if several or best.generic:
        told_by = "-".join(party_names(parties)) or group[0].where
        told_by += f"-{best.occasion}" if best.generic else ""
        made = slug(f"{made} {told_by}") if told_by.strip("-") else f"{made}-{digest(best.name)}"
    acronym = next((f.acronym for f in group if f.acronym), "")
    tokens = sorted(content_words(best.name) | ({fold(acronym)} if acronym else set()))
    return AgreementDraft(
        made, best.name, best.kind, acronym, parties, best.generic, sum(f.count for f in group), tuple(tokens)
    )


def _named(parties: Iterable[Party]) -> int:
    """How many are told by a name, and not by a noun: `the firm`."""
    return sum(not party.name.islower() for party in parties)


def years_of(name: str) -> tuple[int, ...]:
    """Years that stand in a name."""
    return tuple(sorted({int(n) for n in _NUMBER.findall(name) if len(n) == 4 and 1900 < int(n) < 2200}))


_SPAN = re.compile(
    r"\b(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)[- ]year\b|\b(decade)(?:-long)?\b",
    re.I,
)
_WORDS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
}


def spans_of(name: str) -> tuple[int, ...]:
    """Lengths in years that a name states: `10-year`, `five-year`, `decade`."""
    found = set()
    for number, decade in _SPAN.findall(name):
        found.add(10 if decade else _WORDS.get(number.lower()) or int(number))
    return tuple(sorted(found))
