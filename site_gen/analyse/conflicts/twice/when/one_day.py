"""Whether two days are of one deed: the verb or the word before them is one, or it is done once."""

import re
from functools import cache

from site_gen.analyse.conflicts.papers import of_two_papers
from site_gen.analyse.conflicts.places import in_two_towns
from site_gen.analyse.conflicts.twice.aligned.align import Pair, weak_stems
from site_gen.analyse.conflicts.twice.aligned.lone import of_two_deeds
from site_gen.analyse.conflicts.twice.aligned.match import Match
from site_gen.analyse.conflicts.twice.sentences.deeds import deed_stems, repeated_stems, with_alike
from site_gen.analyse.conflicts.two_people import done_to_namesakes
from site_gen.analyse.stems import clause_ends, synonym
from site_gen.analyse.tellings import Slot, Telling
from site_gen.resolve.folding import fold
from site_gen.resolve.intervals import days, gap
from site_gen.resolve.words import subject, word_set

_CLOSE_DAYS, _ONCE = 3, 0.6
_BEGUN = frozenset({"open", "=begin"})
"""Stems of all that begins."""
_FAR_DAYS, _SAME_OFTEN = 2.0, 3.5
_DAY, _MORE, _SURE = 0.9, 0.25, 2.4
_NEAR, _NEAR_SAME, _YEARS, _PLANS = 21, 120, 1500, 21
_MONTH, _WEEK, _MONTHS, _HALF = 31, 7, 28, 0.5
_FAR_PLANS = 1100
"""Days between two plans for what is to come once."""
_SUPERLATIVE = re.compile(
    r"\b(?:(?:was|were|been) last"
    r"|(?:the|an?|its|his|her|their|[\w]+['’]s) (?:very )?(?:last|latest|most recent|first|next))"
    r" (?:(?:policy|rate|board|plenary|regular|scheduled) )?([a-z]{3,})"
)
_GOES_ON = re.compile(r"[,;]? ?(?:that|which|who|was|were|is|are|has|had|have|will|would)\b")
"""How a clause begins of which the subject stands in one before."""
_CLEAR = 1.8
"""What stands close to two days of one thing to come, however far they are apart."""


@cache
def _stems_of(group: str) -> frozenset[str]:
    """Stems of deeds that are done once in a story, or often (`once`, `often`)."""
    deeds, often = subject("analysis")["deeds"], word_set("analysis", "often")
    chosen = often if group == "often" else word_set("analysis", "once") - often
    return frozenset(
        synonym(word) for deed in deeds if deed in chosen for word in deeds[deed] if " " not in word
    )


@cache
def _listed(part: str) -> frozenset[str]:
    """Stems of what is done or planned once (`planned_once`, `planned_deeds`, `done_once`)."""
    return frozenset(synonym(word) for word in word_set("opposites", part))


def _bodies(slot: Slot, telling: Telling) -> frozenset[str]:
    """The bodies that its sentence names ahead of it: the board, the council."""
    told = telling.sentences[slot.sentence].evidence
    words = fold(told.exact[: slot.start - told.start]).split()
    return word_set("analysis", "bodies").intersection(words)


def _only_one(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether both are of the last or first of its kind: `passed its last inspection in May`."""
    found = [
        {
            stem
            for noun in _SUPERLATIVE.findall(t.sentences[s.sentence].evidence.exact.lower())
            for stem in with_alike((synonym(noun),))
        }
        for s, t in ((a, pair.one), (b, pair.other))
    ]
    shared = found[0] & found[1] - {""}
    sides = ((a, pair.one), (b, pair.other))
    single = all(sum(s.kind == "date" and s.sentence == x.sentence for s in t.slots) == 1 for x, t in sides)
    return bool(shared & {*a.heads} & {*b.heads}) or (bool(shared) and single)


def _only_day(a: Slot, b: Slot, match: Match) -> bool:
    """Whether each is the only day that its report gives for a deed which is done once."""
    heads = {*a.heads} & {*b.heads}
    known = (
        _stems_of("once") | _listed("planned_once") | (_listed("planned_deeds") if a.ahead else frozenset())
    )
    if not match.only or (a.heads[:1] != b.heads[:1] and not a.ahead) or heads.isdisjoint(known):
        return False
    return match.like.score >= _ONCE and match.like.close >= _ONCE


def _only_plan(a: Slot, b: Slot, match: Match, pair: Pair) -> bool:
    """Whether each gives one day for what is planned once by words for one deed: `take over`, `the handover begins`."""
    plans = {*a.heads} & {*b.heads} & _plans()
    alone = all(
        not any(s.kind == "date" and s.value != x.value and not plans.isdisjoint(s.heads) for s in t.slots)
        for x, t in ((a, pair.one), (b, pair.other))
    )
    return bool(plans) and alone and match.like.score >= _ONCE


@cache
def _plans() -> frozenset[str]:
    """Marks of groups of deeds that are planned once."""
    return frozenset(f"={word}" for word in word_set("opposites", "planned_alone"))


def _one_deed_alone(a: Slot, b: Slot, pair: Pair, apart: int) -> bool:
    """Whether reports of about one day give another day for what is done once, and neither gives it two days."""
    deeds = {*a.heads} & {*b.heads} & (_stems_of("once") | _listed("done_once"))
    most = _MONTH if _numbered(a, pair.one) and _numbered(b, pair.other) else 0
    if a.ahead or not deeds or apart > max(most, _CLOSE_DAYS) or pair.days_apart() > _CLOSE_DAYS:
        return False
    sides = ((a, pair.one), (b, pair.other))
    return not any(
        other.kind == "date" and other.value != s.value and not deeds.isdisjoint(other.heads)
        for s, telling in sides
        for other in telling.slots
    )


def _begun_apart(a: Slot, b: Slot) -> bool:
    """Whether all that two days have in common is that something began: `opened an inquiry`, `began to mourn`."""
    if a.ahead or not {*a.heads} & {*b.heads} & _BEGUN:
        return False
    ours, theirs = {*a.heads} - _BEGUN, {*b.heads} - _BEGUN
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _two_beginnings(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether all that two plans have in common is that something is to begin: payments, the months that decide."""
    if not a.ahead or not {*a.heads} & {*b.heads} <= _BEGUN:
        return False
    texts = [t.sentences[s.sentence].evidence.exact for s, t in ((a, pair.one), (b, pair.other))]
    if in_two_towns(texts[:1], texts[1:]):
        return True
    told = [text.lower() for text in texts]
    if all("open" in text for text in told):
        return False  # one house opens in a story
    ours, theirs = (_thing_stems(s, t) - _BEGUN for s, t in ((a, pair.one), (b, pair.other)))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _somebody_begins(slot: Slot, telling: Telling) -> bool:
    """Whether it is a person who begins, in a post: `She starts on 1 October`."""
    told = telling.sentences[slot.sentence].evidence
    return _WHO_BEGINS.search(told.exact, 0, slot.start - told.start) is not None


_WHO_BEGINS = re.compile(
    r"\b(?:[Hh]e|[Ss]he|who) (?:will |would |is to |is due to |is expected to )?(?:starts?|begins?|started|began)\b"
    r"[^,;.]{0,30}$"
)


def _only_of_its_deed(a: Slot, b: Slot, pair: Pair, apart: int) -> bool:
    """Whether each report gives one day for a deed, and says that it was done to one thing.

    Reports of other days mean one deed where both name its day by its number.
    """
    deeds = {stem for stem in {*a.heads} & {*b.heads} if stem[0] == "=" or stem in deed_stems()}
    numbered = _numbered(a, pair.one) and _numbered(b, pair.other)
    most = _MONTH if a.ahead or numbered else _WEEK
    if not all(_names_a_day(s, t) for s, t in ((a, pair.one), (b, pair.other))):
        return False
    if not deeds or apart > most or pair.days_apart() > (_MONTH if numbered else _CLOSE_DAYS):
        return False
    things = _thing_stems(a, pair.one) & _thing_stems(b, pair.other) - deeds
    return bool(things) and all(_is_only(s, t, deeds, things) for s, t in ((a, pair.one), (b, pair.other)))


def _names_a_day(slot: Slot, telling: Telling) -> bool:
    """Whether it has a number or the name of a day or month; `earlier in the day` is of the day told before."""
    return any(c.isdigit() or c.isupper() for c in _said(slot, telling))


def _numbered(slot: Slot, telling: Telling) -> bool:
    return any(c.isdigit() for c in _said(slot, telling))


def _thing_stems(slot: Slot, telling: Telling) -> frozenset[str]:
    """Stems of its clause, and of those before one that goes on with their subject; neither names nor numbers."""
    told = telling.sentences[slot.sentence]
    at = slot.start - told.evidence.start
    clause = max((w.clause for w in told.words if w.at <= at), default=0)
    opening = told.evidence.exact[_clause_start(told.evidence.exact, clause) :]
    first = 0 if _GOES_ON.match(opening) else clause
    inside = (w for w in told.words if first <= w.clause <= clause and not w.name and w.stem[0] != "#")
    return frozenset(w.stem for w in inside) - weak_stems()


def _clause_start(text: str, clause: int) -> int:
    ends = clause_ends(text)
    return ends[clause - 1] if 0 < clause <= len(ends) else 0


def _is_only(slot: Slot, telling: Telling, deeds: set[str], things: frozenset[str]) -> bool:
    """Whether a report gives no other day for such a deed of the same thing."""
    return not any(
        s.kind == "date"
        and s.value != slot.value
        and not deeds.isdisjoint(s.heads)
        and not things.isdisjoint(_thing_stems(s, telling))
        for s in telling.slots
    )


def _said(slot: Slot, telling: Telling) -> str:
    """The words of a slot."""
    sentence = telling.sentences[slot.sentence].evidence
    return sentence.exact[slot.start - sentence.start : slot.end - sentence.start]


def one_day(a: Slot, b: Slot, match: Match, pair: Pair) -> bool:
    """Whether two dates belong to one deed: the verb or the word before them is one."""
    like = match.like
    first, second = days(a.value), days(b.value)
    if not first or not second or a.ahead != b.ahead or (a.ahead and of_two_deeds(a, b, pair)):
        return False
    deeds = {*a.heads} & {*b.heads}
    if (
        not a.ahead
        and deeds
        and (deeds <= _body_stems() or (deeds <= repeated_stems() and _of_two_blows(a, b, pair, deeds)))
    ):
        return False
    if _named_apart(a, b, pair):
        return False
    begun = deeds <= _BEGUN
    if begun and _somebody_begins(a, pair.one) != _somebody_begins(b, pair.other):
        return False
    if (
        _begun_apart(a, b)
        or _two_beginnings(a, b, pair)
        or not _of_one_thing(a, b, pair)
        or _of_two(a, b, pair)
    ):
        return False
    if _one_deed_alone(a, b, pair, gap(first, second)) or _only_of_its_deed(a, b, pair, gap(first, second)):
        return True
    if like.apart and like.score < _SURE:
        return False
    if (
        a.ahead
        and gap(first, second) <= _FAR_PLANS
        and (_only_day(a, b, match) or _only_plan(a, b, match, pair))
    ):
        return True
    return _one_day_of_several(a, b, match, pair)


@cache
def _body_stems() -> frozenset[str]:
    """Stems of bodies: that both days are told with the board is no deed."""
    return frozenset(synonym(word) for word in word_set("analysis", "bodies"))


def _of_two_blows(a: Slot, b: Slot, pair: Pair, deeds: set[str]) -> bool:
    """Whether what is done again and again (`killed`, `air raids`) is told of two things."""
    ours, theirs = (
        _thing_stems(s, t) - repeated_stems() - deeds for s, t in ((a, pair.one), (b, pair.other))
    )
    return ours.isdisjoint(theirs)


def _named_apart(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether the clause of each names somebody or a place of which the other report says nothing."""
    ours, theirs = (_clause_names(s, t) for s, t in ((a, pair.one), (b, pair.other)))
    if not ours or not theirs:
        return False
    there, here = (
        {w.stem[:_LETTERS] for told in t.sentences for w in told.words} for t in (pair.other, pair.one)
    )
    return ours.isdisjoint(there) and theirs.isdisjoint(here)


_LETTERS = 5
"""Letters by which a name is known in another form: `Lanka`, `Lankans`."""


def _clause_names(slot: Slot, telling: Telling) -> frozenset[str]:
    """The names of its clause, but for those of who says it."""
    told = telling.sentences[slot.sentence]
    at = slot.start - told.evidence.start
    clause = max((w.clause for w in told.words if w.at <= at), default=0)
    return frozenset(w.stem[:_LETTERS] for w in told.words if w.clause == clause and w.name and not w.quoted)


def _of_two(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether one is a death of wounds from before, or the two are of meetings in two towns, or of two papers."""
    ours, theirs = (t.sentences[s.sentence].evidence.exact for s, t in ((a, pair.one), (b, pair.other)))
    if done_to_namesakes(ours, theirs):
        return True
    if not a.ahead and {*a.heads} & {*b.heads} <= _met() and in_two_towns((ours,), (theirs,)):
        return True
    later = [
        any(cue in text.lower() for cue in word_set("analysis", "later_deaths")) for text in (ours, theirs)
    ]
    return later[0] != later[1] or of_two_papers(ours, theirs)


@cache
def _met() -> frozenset[str]:
    """Stems of what one does on many days, at one place after another."""
    return frozenset((*with_alike((synonym("met"),)), *with_alike((synonym("visited"),))))


def _one_day_of_several(a: Slot, b: Slot, match: Match, pair: Pair) -> bool:
    """The same of two dates that may be of two steps of one thing."""
    like, first, second = match.like, days(a.value), days(b.value)
    if not first or not second:
        return False
    short = max(first.length, second.length) <= 31
    if _only_one(a, b, pair):
        return like.score >= _ONCE
    near = _NEAR_SAME if a.ahead and like.score >= _SURE and like.close >= _CLEAR else _NEAR
    months = min(first.length, second.length) >= _MONTHS and like.score >= _FAR_DAYS and like.share >= _HALF
    if gap(first, second) > (near if short and (a.ahead or not months) else _YEARS):
        return False
    heads = {*a.heads} & {*b.heads}
    if _only_day(a, b, match) and (short or a.ahead):
        return True
    if like.score < _SURE and heads.isdisjoint((*a.heads[:1], *b.heads[:1])):
        return False  # one thing, of which two deeds are told
    if (
        short
        and near == _NEAR
        and gap(first, second) > _CLOSE_DAYS
        and like.score < (_SAME_OFTEN if heads & _stems_of("often") else _FAR_DAYS)
    ):
        return False
    written = [days(x.published) for x in (pair.one, pair.other)]
    if a.ahead and all(written) and gap(written[0], written[1]) > _PLANS:  # type: ignore[arg-type]
        return False
    if short and gap(first, second) <= _CLOSE_DAYS and heads & _stems_of("once"):
        return like.score >= _ONCE
    return like.score >= _DAY and (like.score - like.close > _MORE or like.close > 1.0 + _MORE)


def _of_one_thing(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether their clauses have more in common than the deed, where that is done to many things (`approved`)."""
    deeds = {*a.heads} & {*b.heads}
    plain = {stem for stem in deeds if stem[0] != "="}
    if not plain or not plain <= _listed("done_to_many"):
        return True
    bodies = [_bodies(s, t) for s, t in ((a, pair.one), (b, pair.other))]
    if all(bodies) and bodies[0].isdisjoint(bodies[1]):
        return False
    ours, theirs = _thing_stems(a, pair.one) - deeds, _thing_stems(b, pair.other) - deeds
    named = [
        {w.stem for w in t.sentences[s.sentence].words if w.name} for s, t in ((a, pair.one), (b, pair.other))
    ]
    return not (ours.isdisjoint(theirs | named[1]) and theirs.isdisjoint(named[0]))
