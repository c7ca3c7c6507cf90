"""Who was appointed to what, whatever it is: `named X as finance minister`, `Y was chosen to lead the inquiry`."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import product

from site_gen.analyse.conflicts.twice.aligned.align import Pair
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.conflicts.twice.sentences.names_around import bare_name, share_a_name
from site_gen.analyse.stems import synonym
from site_gen.analyse.tellings import Slot, Telling, Told
from site_gen.resolve.article_names import CAPITAL
from site_gen.resolve.folding import fold
from site_gen.resolve.words import any_of, country_words, group_of, word_set
from site_gen.tables import Row
from site_gen.text.letters import letters_in

NAME_WORD = rf"(?:[{CAPITAL}][\w’'-]*[\w’-]|[A-Z]\.)"
NAME_PART = rf"(?:{NAME_WORD}|de|van|von|bin|al|el|da|dos|di|der|la|ten)"
"""A word of a name, and one that stands inside of a name."""
_NAME = rf"(?P<name>{NAME_WORD}(?: {NAME_PART}){{0,4}} [{CAPITAL}][\w’-]+)"
_BESIDE = r"(?:, [^,;.“”\"]{3,80},|, (?:\d\d),)?"
_WHEN = r"(?: (?:on|late on|early on) [A-Z][a-z]+day(?: \w+)?)?"
_POST = (
    r"(?:(?:as|to be|to become) )?(?:(?:the|its|their|his|her|new|next|first) ){0,3}"
    r"(?P<post>(?!an? )[\w’'-]+(?: [\w’'-]+){0,7})"
)
_LEAD = "lead"
_CUE_WORDS = frozenset({"new", "next", "successor", "head", "charge", "its", "under", "lead", "chair"})
_CUE = re.compile(
    r"\b(?:new|next|successor|at the head|at its head|in charge|Its|[a-z]{4,} under"
    r"|(?:will|is to) (?:lead|head|chair)) "
)
_END = re.compile(
    r" (?:on|in|at|after|before|by|last|earlier|this|following|when|while|since|until|and|but|who|which|because|with)\b"
)
_PLAIN = re.compile(r"[a-z][\w-]+")


def appointed_slots(at: int, told: Told, before: Told | None) -> Iterator[Slot]:
    """A slot for each person whom a sentence has appointed to something, with the words of what it is.

    `before`: the sentence ahead, which tells what `it` is that will be chaired.
    """
    text, start = told.evidence.exact, told.evidence.start
    there = letters_in(text)
    if there.isdisjoint(_verbs()) and (there.isdisjoint(_CUE_WORDS) or not _CUE.search(text)):
        return
    if _not_now().search(text):
        return
    seen: set[str] = set()
    yield from _chosen_before(at, told, before)
    for shape in _shapes():
        for found in shape.finditer(text):
            holder = bare_name(found["name"]) or _titled(found["name"])
            post = _meant(found, told, before)
            if holder and post and holder not in seen:
                seen.add(holder)
                first, last = min(found.start("name"), found.start("post")), found.end("name")
                end = max(last, found.start("post") + len(_cut(found["post"])))
                yield Slot(at, "appointed", holder, start + first, start + end, tuple(sorted(post)))


def _chosen_before(at: int, told: Told, before: Told | None) -> Iterator[Slot]:
    """`The bank is to be run by X. The president has chosen him as its next governor.`"""
    found = _chosen().search(told.evidence.exact) if before else None
    names = _FULL_NAME.findall(before.evidence.exact) if found and before else []
    holder, post = bare_name(names[-1]) if names else "", _post(found["post"]) if found else frozenset[str]()
    if not holder or not post or not found or not before:
        return
    body = _BODY.match(before.evidence.exact)
    if found["its"] and body:
        post |= _post(body[1])
    start = told.evidence.start
    yield Slot(at, "appointed", holder, start + found.start(), start + found.end(), tuple(sorted(post)))


@cache
def _chosen() -> re.Pattern[str]:
    verbs = any_of("held_posts", "appoints")
    return re.compile(
        rf"\b(?:{verbs}) (?:him|her) (?:as|to be) (?:(?:the|(?P<its>its|their)) )?(?:(?:new|next|first) )?"
        r"(?P<post>[a-z][\w-]*(?: [\w’'-]+){0,5})"
    )


_FULL_NAME = re.compile(rf"{NAME_WORD}(?: {NAME_PART}){{0,4}} [{CAPITAL}][\w’-]+")
_BODY = re.compile(r"The ([a-z][a-z -]{2,30}?) (?:is|will|has|had|gets|was)\b")


def _titled(name: str) -> str:
    """The surname of who has a title before it: `Lord Penrose`."""
    title, _, surname = fold(name).partition(" ")
    return surname if title in word_set("held_posts", "before_surnames") and " " not in surname else ""


def _meant(found: re.Match[str], told: Told, before: Told | None) -> frozenset[str]:
    """The words of the post, of which the sentence says all, or the one ahead."""
    said = found["post"]
    if said.startswith("to succeed"):
        return frozenset({"successor"})
    if said.endswith(" it"):
        return _led_before(told)
    its = said.startswith(("It ", "Its ")) or found.group().lower().startswith("its ") or "its head" in said
    if its:
        return _led_before(before)
    post = frozenset[str]() if said.startswith("by ") else _post(said)
    return post | {_LEAD} if post and "led" in found.groupdict() else post


def rival_appointments(pair: Pair) -> Iterator[Row]:
    """A row for each post to which the two reports have two people appointed, of whom neither report names both."""
    ours, theirs = ([s for s in t.slots if s.kind == "appointed"] for t in (pair.one, pair.other))
    told: set[tuple[str, str]] = set()
    for a, b in product(ours, theirs):
        if (a.value, b.value) in told or not _one_post(a, b) or not _two_people(a, b, pair):
            continue
        told.add((a.value, b.value))
        yield row_of(a, b, pair, 1.0, "identity")


def _one_post(a: Slot, b: Slot) -> bool:
    """Whether the words for one are those for the other, or less: `chief executive`, `chief executive of Lund Air`."""
    few, many = sorted(({*a.heads}, {*b.heads}), key=len)
    if "successor" in few:
        return "successor" in many or (
            _LEAD in many and not many.isdisjoint(word_set("held_posts", "left_by_one"))
        )
    return few == many or (few <= many and (len(few) > 1 or few <= word_set("held_posts", "one_each")))


def _two_people(a: Slot, b: Slot, pair: Pair) -> bool:
    if share_a_name(a.value, b.value):
        return False
    return not (_names(pair.one, b.value) or _names(pair.other, a.value))


def _names(telling: Telling, holder: str) -> bool:
    words = holder.split()
    return any(_is_named(fold(told.evidence.exact).split(), words, told) for told in telling.sentences)


def _is_named(text: list[str], holder: list[str], told: Told) -> bool:
    """Whether a sentence names somebody: not where another given name stands before the family name."""
    known = {w.stem for w in told.words if w.name}
    for n, word in enumerate(text):
        if word == holder[-1]:
            before = text[n - 1] if n else ""
            other = before not in (*holder, "") and before not in word_set("held_posts", "titles")
            if not (other and synonym(before) in known):
                return True
    return False


def _led_before(before: Told | None) -> frozenset[str]:
    """What `it` stands for that somebody leads: the inquiry or the talks of the sentence ahead."""
    if before is None:
        return frozenset()
    groups = group_of("held_posts", "leading")
    led = {groups[word] for word in fold(before.evidence.exact).split() if word in groups} - {_LEAD}
    return frozenset({_LEAD, *led}) if len(led) == 1 else frozenset()


def _cut(post: str) -> str:
    end = _END.search(post)
    return post[: end.start()] if end else post


def _post(phrase: str) -> frozenset[str]:
    """The words of a post, without small ones and countries; nothing where there are several such posts."""
    groups = group_of("held_posts", "leading")
    words = fold(_cut(phrase)).split()
    sent = words[words.index("to") :] if "to" in words else []  # `ambassador to Peru` is none to Chile
    places = country_words().difference(sent)
    said = {groups.get(word, word) for word in words} - word_set("held_posts", "small") - places
    many = bool(said & word_set("held_posts", "of_many")) or "it" in said
    return frozenset() if many or not any(_PLAIN.fullmatch(word) for word in words) else frozenset(said)


@cache
def _verbs() -> frozenset[str]:
    return frozenset(word_set("held_posts", "appoints") | word_set("held_posts", "presided"))


@cache
def _not_now() -> re.Pattern[str]:
    """What was not done, or long before: `was appointed in 2019`, `had been named`."""
    return re.compile(rf"\b(?:{any_of('held_posts', 'not_now')})\b|n['’]t\b|\b(?:1[89]|20)\d\d\b")


@cache
def _shapes() -> tuple[re.Pattern[str], ...]:
    verbs, led = any_of("held_posts", "appoints"), any_of("held_posts", "presided")
    bodies = any_of("held_posts", "led_bodies")
    shapes = (
        (
            rf"\b[Ii]ts (?:first |new |next )(?P<post>head|chief|director|president|chair|leader|governor)"
            rf" (?:is|will be|is to be) (?:the )?{_NAME}"
        ),
        (
            rf"\b(?:person|man|woman) who (?:will|is to) (?P<post>(?:head|lead|chair) it),? (?:the"
            rf" )?(?:[a-z]+ ){{0,4}}{_NAME}"
        ),
        (
            rf"\b(?:{verbs}) (?:the |its |their )?(?:[a-z]+ ){{0,4}}[a-z]*,? {_NAME},? (?P<post>to"
            rf" succeed (?:him|her|them))"
        ),
        rf"\bnew (?P<post>[a-z][a-z-]+(?: [a-z-]+){{0,3}}): (?:the |an? )?(?:[a-z-]+ ){{0,3}}{_NAME}",
        rf"\b(?:put|puts|placed) [^,;.:]{{2,40}} at the (?P<post>head of (?:the|its|an?) [a-z][a-z ]{{2,30}}): {_NAME}",
        rf"{_NAME}{_BESIDE} (?:has been|have been|was|is|will be|is to be) (?:\w+ly )?(?:{verbs}){_WHEN} {_POST}",
        rf"\b(?:{verbs}) (?:the [A-Z][a-z]+ (?:[a-z]+ )?)?{_NAME}{_BESIDE} (?=as |to |[a-z]){_POST}",
        (
            r"(?:\b[Tt]he|\b[A-Z][a-z]+[’']s) "
            rf"(?:next|new) (?P<post>[a-z][a-z-]+(?: [\w’'-]+){{0,5}}?) (?:is|will be) (?:to be )?"
            rf"(?:an? [^,;.:]{{3,40}}: |an? [^,;.:]{{3,40}}, )?{_NAME}"
        ),
        rf"{_NAME}{_BESIDE},? who (?:has been|was|is to be|will be) (?:\w+ly )?(?:{verbs}){_WHEN} {_POST}",
        rf"{_NAME}{_BESIDE} (?:(?:will|is to) (?:be|become)|becomes) (?:[\w’']+ ){{0,2}}(?:new|next) {_POST}",
        rf"{_NAME}{_BESIDE},? whom [^,;.]{{3,60}}? (?:has|had|have)? ?(?:{verbs}){_WHEN} {_POST}",
        (
            rf"\b[Tt]he (?P<post>[a-z][\w -]{{2,70}}? (?:was|were|will be|is to be) (?:{led})) by"
            rf" (?:the |an? )?(?:[a-z]+ ){{0,3}}{_NAME}"
        ),
        rf"\b(?P<post>It (?:was|will be|is to be|is being) (?:{led})) by (?:the |an? )?(?:[a-z]+ ){{0,3}}{_NAME}",
        (
            rf"\b(?P<post>Its (?:chair|chairmanship|presidency|leadership) (?:goes|went|will go|is to"
            rf" go|has gone)) to {_NAME}"
        ),
        rf"\b(?:put|puts|placed) (?:[a-z]+ ){{0,3}}[a-z]*(?:, )?{_NAME}{_BESIDE},? in (?P<post>charge of the [a-z]+)",
        (
            rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Tt]he) (?:named |chosen )?(?P<post>successor) (?:is|will"
            rf" be|was named as) {_NAME}"
        ),
        (
            rf"{_NAME}{_BESIDE} (?:will be|is to be|was named as?|was appointed as?|is)"
            rf" (?:his|her|their) (?P<post>successor)\b"
        ),
        (
            rf"\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]his) (?P<post>(?:[\w-]+ ){{0,3}}(?i:{bodies}))(?:, [^,;.]{{3,70}},)?"
            rf" (?P<led>(?:(?:was|were|will be|is to be|is|to be) )?(?:{led}) by|under)"
            rf" (?:the |an? )?(?:[\w-]+ ){{0,4}}?{_NAME}"
        ),
        (
            r"\b(?P<post>(?:seat|place|job|post|office|chair) at its head"
            rf" (?:goes|went|will go|falls|fell|has gone)) to {_NAME}"
        ),
        rf"{_NAME}{_BESIDE} (?:will|is to) (?:be|become) (?:the|its|their) {_POST}",
        rf"{_NAME}{_BESIDE} (?:moves|goes|comes|returns|joins|will move|will go|will join) [^,;.]{{0,40}}?as {_POST}",
        rf"{_NAME}{_BESIDE} (?P<post>(?:will|is to) (?:lead|head|chair) the [a-z][\w-]*(?: [a-z][\w-]*)?)",
        rf"{_NAME}{_BESIDE} (?P<post>(?:{led}) the [a-z][\w-]*(?: [a-z][\w-]*)?)",
        rf"\b(?:{verbs}){_WHEN} as (?:the |its |their )?(?P<post>[a-z][\w-]*(?: [\w-]+){{0,3}}) was {_NAME}",
    )
    return tuple(re.compile(shape) for shape in shapes)
