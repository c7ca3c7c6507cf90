"""Whether anybody is bound to do it: `is obliged to place a quarter of the work`, `under no obligation to buy`.

A sentence takes one side by a turn of phrase (`opposites.yaml`, `bound`): it binds, it says that nothing binds, or it
tells a wish. What it is of are the words of the sentence, of a short one also those of the sentence before. A wish
contradicts only what binds in so many words.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, partial

from site_gen.analyse.conflicts.twice.aligned.align import Pair, weak_stems
from site_gen.analyse.conflicts.twice.aligned.match import by_weight, each_once
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.conflicts.twice.aligned.signs import signs_of_one
from site_gen.analyse.conflicts.twice.how_surely.aims import alike, is_number
from site_gen.analyse.conflicts.twice.sentences.durations import length_of
from site_gen.analyse.stems import synonym
from site_gen.analyse.tellings import Slot, Telling, Told
from site_gen.resolve.words import any_of, subject, word_set
from site_gen.tables import Row
from site_gen.text.needed import Phrases, phrases

_SIDES = ("free", "binding", "wish")
"""`no obligation` is looked for before `obligation`."""
_OPPOSED = ({"binding", "free"}, {"binding", "wish"})
_FEW = 6
"""Words of a sentence that is short: the one before says what it is of."""
_WEIGHT, _SURE = 1.2, 2.2
"""What the words in common weigh; of a wish and a duty."""
_HALF = 0.6
"""The part of that which is enough where each report has one such sentence."""
_LEAST = 2
_ALIKE = 0.6
"""What a day counts that both give for it, a number, a phrase, or the subject."""
_TIMED = frozenset({"day", "length"})
"""What tells beside a number that two sentences are of one thing, whoever is said to wish it."""
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey)\b")
_OBJECT = re.compile(r"\b(?:them|it)\b(?= all\b|,|\.| to\b)")
"""What is meant by it the sentence ahead says."""
_ARTICLE = re.compile(
    r"\b(?:[Aa]rticle|[Cc]lause|[Ss]ection|[Pp]aragraph|[Cc]hapter|[Aa]nnex) (\d+|[IVX]+)\b"
)
_AHEAD = 36


def bound_slots(sentences: Sequence[Told]) -> Iterator[Slot]:
    """A slot for each sentence that takes a side."""
    for number, told in enumerate(sentences):
        side, found = _side(told.evidence.exact)
        if found is None:
            continue
        heads = _stems(told)
        if (len(heads) < _FEW or _OBJECT.search(told.evidence.exact)) and number:
            heads |= _stems(sentences[number - 1])
        start = told.evidence.start
        yield Slot(number, "bound", side, start + found.start(), start + found.end(), tuple(sorted(heads)))


def _side(text: str) -> tuple[str, re.Match[str] | None]:
    low = text.lower()
    for side in [side for side in _SIDES if _phrases(side).may_stand(text)]:
        for found in _phrases(side).pattern.finditer(low):
            if not _undone().search(low, max(0, found.start() - _AHEAD), found.start()):
                return side, found
    return "", None


def _stems(told: Told) -> set[str]:
    plain = {w.stem for w in told.words if not w.quoted}
    return plain - weak_stems() - _own_stems()


def rival_bonds(pair: Pair) -> Iterator[Row]:
    """A row for each duty of one report that the other says is none."""
    ours, theirs = ([s for s in t.slots if s.kind == "bound"] for t in (pair.one, pair.other))
    for a, b in each_once(by_weight(ours, theirs, partial(_of_one, pair))):
        yield row_of(_as_words(a), _as_words(b), pair, 1.0, "force")


def rival_freedoms(pair: Pair) -> Iterator[Row]:
    """A row for each deed that one report has as certain (`will buy`), and of which the other says nothing binds."""
    for turn in (pair, pair.turned()):
        sure = [s for s in turn.one.slots if s.kind == "aim" and s.value == "will"]
        free = [s for s in turn.other.slots if s.kind == "bound" and s.value == "free"]
        for a, b in each_once(by_weight(sure, free, partial(_left_free, turn))):
            yield row_of(a._replace(kind=_FORCE, value="1"), _as_words(b), turn, 1.0, "force")


def _left_free(pair: Pair, sure: Slot, free: Slot) -> float:
    """What the two have in common; nothing if that is too little, or each report says how it is bound."""
    if _of_two_articles(sure, free, pair) or any(s.kind == "bound" for s in pair.one.slots):
        return 0.0
    told = pair.other.sentences[free.sentence].evidence
    duty = _TO_DO.match(told.exact, free.end - told.start - 3)
    if duty and not alike(synonym(duty["verb"]), sure.heads[0]):
        return 0.0
    verb, ours = sure.heads[0].removeprefix("!"), frozenset(sure.heads[1:])
    behind = 2 if len(free.heads) < _FEW else 1  # `She promised nothing. Her government is`
    around = pair.other.sentences[max(0, free.sentence - 1) : free.sentence + behind]
    theirs = frozenset(free.heads).union(*(_stems(told) for told in around))
    shared = (ours | {verb}) & theirs
    plain = shared - pair.names()
    counted = any(map(is_number, plain)) or _of_one_length(sure, free, pair)
    weight = pair.weight(plain) + pair.weight(shared - plain) / 2
    least = _SURE * (_HALF if counted or verb in shared else 1.0)
    return weight if len(plain) >= _LEAST and weight >= least else 0.0


def _of_one_length(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether both sentences have one length of time: `within 14 days`, `within two weeks`."""
    ours, theirs = (
        {length_of(s.value) for s in t.slots if s.kind == "span" and s.sentence == slot.sentence}
        for slot, t in ((a, pair.one), (b, pair.other))
    )
    return not ours.isdisjoint(theirs)


_TO_DO = re.compile(r"(?: to|.{3} to) (?:\w+ly )?(?P<verb>[a-z]+)")
"""Behind `no obligation`, with its last letters, or from its last word on."""
_FORCE = "words aim or commitment"


def _as_words(slot: Slot) -> Slot:
    """The slot as the words for an aim or a commitment, by which another comparison may tell the same."""
    return slot._replace(kind=_FORCE, value="1" if slot.value == "binding" else "0")


def _of_one(pair: Pair, a: Slot, b: Slot) -> float:
    """What two duties have in common; nothing if that is too little, or either report has both sides of it."""
    if {a.value, b.value} not in _OPPOSED or _of_two_articles(a, b, pair) or _of_strangers(a, b, pair):
        return 0.0
    shared = frozenset(a.heads) & frozenset(b.heads)
    names = {w.stem for t in (pair.one, pair.other) for told in t.sentences for w in told.words if w.name}
    weight = pair.weight(shared - names) + pair.weight(shared & names) / 2
    alike = signs_of_one(a, b, pair, _own_stems())
    weight += _ALIKE * len(alike)
    least = _SURE if "wish" in (a.value, b.value) else _WEIGHT
    counted = "number" in alike or any(stem.startswith("#") for stem in shared)
    if (_only(a, pair.one) and _only(b, pair.other)) or counted:
        least *= _HALF
    sure = "number" in alike and not alike.isdisjoint(_TIMED)
    if "wish" in (a.value, b.value) and not sure and (_of_two(a, b, pair) or _of_two_deeds(a, b, pair)):
        return 0.0
    alone = _only(a, pair.one) and _only(b, pair.other) and not _of_two(a, b, pair)
    enough = (
        weight >= least and len(shared) + len(alike) >= _LEAST and bool(shared - names or alike - {"subject"})
    )
    told = "wish" not in (a.value, b.value) or bool(shared - names or alike - {"subject"})
    if not enough and not (alone and told and _subjects(a, pair.one) & _subjects(b, pair.other)):
        return 0.0
    if _has_both(a, b.value, pair.one, shared) or _has_both(b, a.value, pair.other, shared):
        return 0.0
    return weight


def _of_two_articles(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether each is of an article of its own: `Article 4 obliges them to`, `under Article 9 they may`."""
    ours, theirs = (
        set(_ARTICLE.findall(t.sentences[s.sentence].evidence.exact))
        for s, t in ((a, pair.one), (b, pair.other))
    )
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _of_strangers(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether nobody before the one is in the other report at all: `landlords must`, `tenants may`."""
    told = [{w.stem for sentence in t.sentences for w in sentence.words} for t in (pair.one, pair.other)]
    ours, theirs = _ahead(a, pair.one), _ahead(b, pair.other)
    return bool(ours and theirs) and ours.isdisjoint(told[1]) and theirs.isdisjoint(told[0])


def _of_two_deeds(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether of what stands behind the turn of phrase the other sentence tells nothing, both ways."""
    told = [{w.stem for w in t.sentences[s.sentence].words} for s, t in ((a, pair.one), (b, pair.other))]
    ours, theirs = _behind(a, pair.one) & told[1], _behind(b, pair.other) & told[0]
    both = _behind(a, pair.one) and _behind(b, pair.other)
    return bool(both) and not (ours and theirs)


def _behind(slot: Slot, telling: Telling) -> set[str]:
    told = telling.sentences[slot.sentence]
    at = slot.end - told.evidence.start
    return {w.stem for w in told.words if w.at >= at and not w.quoted} - weak_stems() - _own_stems()


def _subjects(slot: Slot, telling: Telling) -> frozenset[str]:
    """Who is bound: names before the turn of phrase or in it (`obliges X to`); for `it` those of the sentence ahead."""
    told = telling.sentences[slot.sentence]
    at = slot.start - told.evidence.start
    names = {w.stem for w in told.words if w.name and w.at < slot.end - told.evidence.start}
    if slot.sentence and _PRONOUN.search(told.evidence.exact, 0, at):
        names |= {w.stem for w in telling.sentences[slot.sentence - 1].words if w.name}
    return frozenset(names)


def _of_two(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether others are named before the one than before the other."""
    ours, theirs = _subjects(a, pair.one), _subjects(b, pair.other)
    return (
        bool(ours and theirs) and ours.isdisjoint(theirs) and not _ahead(a, pair.one) & _ahead(b, pair.other)
    )


def _ahead(slot: Slot, telling: Telling) -> set[str]:
    """Stems of the words before the turn of phrase: the word with which a sentence begins may be a name."""
    told = telling.sentences[slot.sentence]
    return {w.stem for w in told.words if w.at < slot.start - told.evidence.start} - weak_stems()


def _only(slot: Slot, telling: Telling) -> bool:
    """Whether no other sentence of the report takes that side."""
    return sum(s.kind == "bound" and s.value == slot.value for s in telling.slots) == 1


def _has_both(slot: Slot, side: str, telling: Telling, shared: frozenset[str]) -> bool:
    return any(
        s.kind == "bound"
        and s.value == side
        and len(shared.intersection(s.heads)) > 1
        and s.start != slot.start
        for s in telling.slots
    )


@cache
def _undone() -> re.Pattern[str]:
    return re.compile(rf"(?:\b(?:{any_of('opposites', 'undone', 'bound')})|n['’]t) (?:\w+ ){{0,2}}$")


@cache
def _own_stems() -> frozenset[str]:
    """Stems of the words that say whether it binds."""
    return frozenset(synonym(word) for word in word_set("opposites", "of_bonds"))


@cache
def _phrases(side: str) -> Phrases:
    listed = sorted(subject("opposites")["bound"][side], key=lambda w: (-len(w), w))
    return phrases(f"bound-{side}", listed, r"\b", common=word_set("analysis", "stop"))
