"""What one report says was not, and the other says was."""

import re
from collections.abc import Iterator
from functools import cache

from site_gen.analyse.conflicts.opposite_words import of_others
from site_gen.analyse.conflicts.twice.aligned.align import Likeness, Pair
from site_gen.analyse.conflicts.twice.aligned.match import best_of, places_of
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.conflicts.twice.sentences.argued import is_argued
from site_gen.analyse.conflicts.twice.sentences.deeds import deed_stems
from site_gen.analyse.conflicts.twice.sentences.names_around import named_subject
from site_gen.analyse.conflicts.twice.whether.subjects import of_two_names
from site_gen.analyse.conflicts.twice.whether.worded import deniable_stems
from site_gen.analyse.stems import synonym
from site_gen.analyse.tellings import Slot, Telling, Word
from site_gen.resolve.intervals import days, gap
from site_gen.resolve.words import any_of, word_set
from site_gen.tables import Row

_NEAR, _SCORE, _SHARE, _SURE = 0.6, 2.0, 0.5, 1.6
_NAMED = 0.3
"""What must stand close to both where one subject is named before them: `Peru did not sign`, `Peru signed`."""
_AHEAD, _NEXT = 45, 12
_RATIFIED = re.compile(r"\bratif", re.I)
_SINCE = re.compile(r"\bsince\b")
_TO = re.compile(r"\bto (?:\w+ly )?$")
_YET = re.compile(r"\b(?:yet|so far|until now)\b", re.I)
_DEFINITE = re.compile(r"\b(?:did|was|were|had|never|nothing)\b|n['’]t\b", re.I)
_WORD = re.compile(r"[\w’'-]+")
_THERE = re.compile(r"\bthere (?:was|were|had been|has been|have been) $")
_NOBODY = re.compile(
    r"(?:nobody|no one|no-one|none|neither)(?: of [^,.;]{3,40}?| side| party)?"
    r" (?:(?:has|have|had|was|were) (?:yet |so far )?(?:been )?|(?=\w+ed\b))"
)
_NOBODY_DID = re.compile(r"(?:nobody|no one|no-one) (?:ever )?\w+ed\b")
_NONE_CAME = re.compile(
    r"no (?:\w+ ){0,2}\w+ (?:ever )?(?:came|arrived|appeared|turned up|was sent|were sent)\b"
)
_WOULD_HAVE = re.compile(r"\b(?:would|could|might|should) have\b")
_LOOSE = re.compile(r"without\b", re.I)
"""How a denial begins that is only beside the point: `can ship it without paying`."""
_FOR_A_TIME = re.compile(
    r"[^,;.]{0,30}? (?:for|during|in) the first (?:\w+ )?(?:days?|weeks?|months?|years?)\b"
)
"""Behind a denial that is of the beginning only: `pays no rent for the first three years`."""
_SHOULD = re.compile(r"[^,;.]{0,30}? should (?:be|have)\b")
"""Behind a denial that only says what somebody thinks best: `not one house should be built here`."""
_BLAMED = re.compile(r"\bfor (?:\w+ly )?$")
"""Before a denial that is only what somebody is blamed for: `was mocked for not releasing it`."""
_THOSE_WHO = re.compile(r"\b(?:those|people|all|anyone|everyone|workers|men|women|some) who (?:\w+ )?$")
"""Before a deed that only says who is meant: `of those who work there`."""
_AHEAD_OF = re.compile(
    r"\b(?:(?:before|ahead of|prior to|until|pending) (?:the |an? |its |his |her |their )?(?:[a-z]+ )?"
    r"|(?:missing|lacking|absent|(?:lack|absence) of(?: an?| any)?) "
    r"|without (?:\w+ ){0,4})$"
)
"""Ahead of a deed that is only what something else comes before, or that is missed."""
_UNTIL = re.compile(r"[^,;.]{0,60}\b(?:until|till) (?:after|the|an?|they|he|she|it|we|his|her|its|their)\b")
_AT_TIMES = re.compile(r"\b(?:occasionally|sometimes|at times|often|usually|rarely) $")
_GENERAL = re.compile(r"[A-Z][a-z]+s (?:are|do|can|may|must|never|always|cannot)\b")
"""How a sentence begins that tells what is so of all of a kind: `Audits are in no way affected`."""
_OF_A_NOUN = re.compile(
    r"[A-Za-z]+(?:ation|ition|ing|ment) (?:and [a-z]+ )?(?:bonus|bonuses|fees?|plans?|deadlines?|hearings?|papers)\b"
)
"""What is called after a deed, and is none: `ratification and productivity bonuses`."""
_ENDED = re.compile(r"[.!…:]['\"”’)\]]*$")
_SINGLE = re.compile(r" (?:a single|one single|a solitary)\b")
_FLAT, _OBJECTS, _FAR = 0.3, 3, 6
"""What the sentences share by which a flat denial is of what the other tells; the words that say of what it is, and
those among which its name stands."""
_SOON, _SEVERAL, _MONTH = 2, 0.3, 31


def rival_denials(pair: Pair, one_paper: bool) -> Iterator[Row]:
    """Rows of the denials of either report that the other contradicts.

    `one_paper`: both name one agreement. Whether it was ratified is compared elsewhere.
    """
    found: dict[tuple[int, int, int], tuple[bool, Row]] = {}
    for way, turn in enumerate((pair, pair.turned()) if not pair.copied else ()):
        for slot in turn.one.slots:
            if slot.kind != "not" or (one_paper and _RATIFIED.search(_text(turn.one, slot))):
                continue
            if _is_beside_the_point(turn.one, slot) or _is_of_when(turn.one, slot):
                continue
            other, like = _against(slot, turn)
            key = (way, slot.sentence, other.sentence) if other else (0, 0, 0)
            sure = slot.value in deniable_stems()
            if other and like and (key not in found or sure > found[key][0]):
                no, yes = (
                    s._replace(value=f"{slot.value} {how}") for s, how in ((slot, "no"), (other, "yes"))
                )
                found[key] = sure, row_of(no, yes, turn, like.share, "stage")
    for _, row in found.values():
        yield row


def _is_beside_the_point(telling: Telling, slot: Slot) -> bool:
    """Whether it was so at times only, or is what somebody is blamed for, or argues."""
    sentence = telling.sentences[slot.sentence].evidence
    if is_argued(sentence.exact, slot.start - sentence.start):
        return True
    behind = _clause_behind(telling, slot)
    if _FOR_A_TIME.match(behind) or _SHOULD.match(behind):
        return True
    ahead = _ahead(telling, slot)
    return _BLAMED.search(ahead) is not None or _AT_TIMES.search(ahead) is not None


def _is_of_when(telling: Telling, slot: Slot) -> bool:
    """Whether it says when, and not whether: `did not sound until after the blast`; not `will not be sold until`."""
    told = f"{_ahead(telling, slot)}{_text(telling, slot).lower()} "
    return not _is_unreal(told) and _UNTIL.match(_clause_behind(telling, slot)) is not None


def _against(slot: Slot, pair: Pair) -> tuple[Slot | None, Likeness | None]:
    """The place of the other report that contradicts a denial, and what the two have in common."""
    told = list(_asserted(slot.value, pair.other))
    found = best_of(pair, (slot.sentence, slot.start, slot.end), places_of(told))
    if found is None:
        return None, None
    other, like = told[found[0]], found[1]
    flat = like.close >= _NEAR and like.share >= _FLAT and _is_flat(slot, pair.one)
    loose = _LOOSE.match(_text(pair.one, slot)) is not None
    alike = (flat or _told_alike(slot, like, loose)) and not _of_other_things(slot, other, like, pair)
    alike = alike or (like.close >= _NEAR and _is_signed_by_nobody(slot, pair.one))
    fits = slot.value in like.words and alike and _at_one_time(slot, other, pair)
    fits = fits and not (_of_two_people(slot, other, pair) or _of_two_occasions(slot, other, like, pair))
    return (other, like) if fits else (None, None)


def _of_two_people(no: Slot, yes: Slot, pair: Pair) -> bool:
    """Whether it is a verdict on one man, and one on another."""
    if no.value != synonym("guilty"):
        return False
    ours, theirs = (
        named_subject(t.sentences[s.sentence], s.start) for s, t in ((no, pair.one), (yes, pair.other))
    )
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _told_alike(slot: Slot, like: Likeness, loose: bool) -> bool:
    """Whether denial and claim are of one thing: much in common, or most of a short sentence, or who did it."""
    if like.close < (_NAMED if like.subject else _NEAR):
        return False
    if slot.value not in deniable_stems() or loose:
        sure = like.close >= _SURE or like.score >= _SURE + 1
        return sure and like.share >= _SHARE - 0.1
    several = len(like.words) > 1 and like.share >= _SEVERAL
    return like.score >= _SCORE or like.share >= _SHARE or like.subject or several


def _asserted(stem: str, telling: Telling) -> Iterator[Slot]:
    denied = {(s.sentence, s.value) for s in telling.slots if s.kind == "not"}
    for number, told in enumerate(telling.sentences):
        if (number, stem) in denied or not _is_told(number, told.evidence.exact):
            continue
        for word in told.words:
            text, at = told.evidence.exact, word.at
            if word.stem == stem and not (
                _absent().match(text, at)
                or of_others(text, at)
                or _is_habit(text, word)
                or _demanded().search(text[:at].lower())
                or _able().search(text[:at].lower())
                or _OF_A_NOUN.match(text, at)
                or _THOSE_WHO.search(text, 0, at)
                or _AHEAD_OF.search(text, 0, at)
            ):
                start = told.evidence.start + word.at
                found = _WORD.match(told.evidence.exact, word.at)
                yield Slot(number, "not", "", start, start + len(found.group() if found else stem))


def _is_told(number: int, text: str) -> bool:
    """Whether a sentence, or the title, tells something: no line without an end, question, or word of all of a kind."""
    if text.endswith("?") or _GENERAL.match(text):
        return False
    return not number or _ENDED.search(text) is not None


def _is_habit(text: str, word: Word) -> bool:
    """Whether it tells what somebody does, and not what was done: `A lorry pays 90 dollars in tolls`; no headline."""
    raw = _WORD.match(text, word.at)
    return raw is not None and raw.group() in word_set("opposites", "habits") and text.endswith(".")


def _is_flat(slot: Slot, telling: Telling) -> bool:
    """Whether nothing at all is left of it: `there was no fire`, `had not sold a single euro`."""
    sentence = telling.sentences[slot.sentence].evidence.exact.lower()
    first, last = slot.start - telling.sentences[slot.sentence].evidence.start, slot.end
    behind = sentence[last - telling.sentences[slot.sentence].evidence.start :]
    if _NONE_CAME.match(sentence, first) or _NOBODY_DID.match(sentence, first):
        return True
    known = slot.value in deniable_stems() or slot.value in deed_stems()
    flat = _THERE.search(sentence[:first]) or _SINGLE.match(behind) or _NOBODY.match(sentence, first)
    return known and flat is not None


def _is_signed_by_nobody(slot: Slot, telling: Telling) -> bool:
    """Whether nobody at all has signed: of one matter there is one text."""
    sentence = telling.sentences[slot.sentence].evidence
    return (
        slot.value == synonym("sign")
        and _NOBODY.match(sentence.exact.lower(), slot.start - sentence.start) is not None
    )


def _of_other_things(no: Slot, yes: Slot, like: Likeness, pair: Pair) -> bool:
    """Whether each says of what, and no word of it is the same: `signed a contract`, `signed no figure`."""
    if _done_to_two(no, yes, pair) or _has_other_things(no, yes, pair):
        return True
    if like.share >= _SHARE or len(like.words) > 1:
        return False
    ours, theirs = (_objects(s, t, _OBJECTS) for s, t in ((no, pair.one), (yes, pair.other)))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _has_other_things(no: Slot, yes: Slot, pair: Pair) -> bool:
    """Whether each has a thing of its own in it: `includes a wage freeze`, `does not include a pay rise`."""
    if no.value not in _having():
        return False
    ours, theirs = (_objects(s, t, _SOON) for s, t in ((no, pair.one), (yes, pair.other)))
    return bool(ours - theirs) and bool(theirs - ours)


@cache
def _having() -> frozenset[str]:
    return frozenset(synonym(word) for word in word_set("opposites", "having"))


def _of_two_occasions(no: Slot, yes: Slot, like: Likeness, pair: Pair) -> bool:
    """Whether reports of other days tell what happens to people again and again, or the word is no deed there.

    `Nobody was hurt` is of one day; so is what is neither known to be a deed nor told as one by both.
    """
    if no.value in _harms():
        return pair.days_apart() > _FEW_DAYS
    late = pair.days_apart() > _WEEK
    if late and _names_else(no, pair):
        return True
    if no.value in deniable_stems():
        return False
    other = late and like.share < _MOSTLY and not like.subject
    return other or (_is_verb(no, pair.one) and not _is_verb(yes, pair.other))


def _names_else(no: Slot, pair: Pair) -> bool:
    """Whether a denial names somebody or a place of which the other report says nothing: `None returned to Lund`."""
    told = pair.one.sentences[no.sentence]
    behind = [w for w in told.words if w.at >= no.end - told.evidence.start]
    names = {w.stem for w in behind if w.name and w.clause == behind[0].clause}
    known = {w.stem for told in pair.other.sentences for w in told.words}
    return bool(names) and names.isdisjoint(known)


def _is_verb(slot: Slot, telling: Telling) -> bool:
    """Whether its last word looks like a verb."""
    told = telling.sentences[slot.sentence]
    first, last = slot.start - told.evidence.start, slot.end - told.evidence.start
    return any(w.verb for w in [w for w in told.words if first <= w.at < last][-1:])


@cache
def _harms() -> frozenset[str]:
    return frozenset(synonym(word) for word in ("killed", "injured"))


_FEW_DAYS, _WEEK, _MOSTLY = 3, 7, 0.6


def _done_to_two(no: Slot, yes: Slot, pair: Pair) -> bool:
    """Whether each has a name right behind it that the other sentence has nowhere."""
    ours, theirs = (
        {w.stem for w in t.sentences[s.sentence].words} for s, t in ((no, pair.one), (yes, pair.other))
    )
    return of_two_names(_objects(no, pair.one, _FAR), theirs, pair) and of_two_names(
        _objects(yes, pair.other, _FAR), ours, pair
    )


def _objects(slot: Slot, telling: Telling, most: int) -> frozenset[str]:
    """Stems of the next words behind it in its clause."""
    told = telling.sentences[slot.sentence]
    at = [n for n, w in enumerate(told.words) if w.at < slot.end - told.evidence.start]
    clause = told.words[at[-1]].clause if at else -1
    behind = told.words[at[-1] + 1 :][:most] if at else ()
    return frozenset(w.stem for w in behind if w.clause == clause and not (w.name and w.quoted))


@cache
def _absent() -> re.Pattern[str]:
    return re.compile(any_of("opposites", "absent"), re.I)


def _at_one_time(denial: Slot, told: Slot, pair: Pair) -> bool:
    """Whether nothing may have changed between the two; what is only planned or possible contradicts nothing."""
    no, yes = _ahead(pair.one, denial), _ahead(pair.other, told)
    unreal = _is_unreal(no) or _WOULD_HAVE.search(_text(pair.one, denial)) is not None
    if unreal != _is_unreal(yes):
        return False
    first, second = days(pair.one.published), days(pair.other.published)
    denied = f"{no} {_text(pair.one, denial)} {_behind(pair.one, denial)}"
    if _SINCE.search(denied):
        return False
    if _YET.search(denied):
        return _done_before(told, pair) or bool(first and second and second.last <= first.last)
    if not first or not second:
        return not unreal
    if gap(first, second) <= _SOON:
        return True
    return not unreal and (
        second.first < first.first or _DEFINITE.search(denied) is not None or _done_before(told, pair)
    )


def _done_before(told: Slot, pair: Pair) -> bool:
    """Whether the deed is dated before the report by which it was not done."""
    written = days(pair.one.published)
    dated = (days(s.value) for s in pair.other.slots if s.kind == "date" and s.sentence == told.sentence)
    return written is not None and any(
        day.length <= _MONTH and day.last < written.first for day in dated if day
    )


def _ahead(telling: Telling, slot: Slot) -> str:
    sentence = telling.sentences[slot.sentence].evidence
    return sentence.exact[max(0, slot.start - sentence.start - _AHEAD) : slot.start - sentence.start].lower()


def _text(telling: Telling, slot: Slot) -> str:
    sentence = telling.sentences[slot.sentence].evidence
    return sentence.exact[slot.start - sentence.start : slot.end - sentence.start]


def _clause_behind(telling: Telling, slot: Slot) -> str:
    sentence = telling.sentences[slot.sentence].evidence
    return sentence.exact[slot.end - sentence.start :]


def _behind(telling: Telling, slot: Slot) -> str:
    return _clause_behind(telling, slot)[:_NEXT]


def _is_unreal(ahead: str) -> bool:
    return _unreal().search(ahead) is not None or _TO.search(ahead) is not None


@cache
def _demanded() -> re.Pattern[str]:
    """Words behind which something is asked for, and is not there: `wants more pay and a guarantee`."""
    return re.compile(rf"\b(?:{any_of('opposites', 'undone', 'asked_for')})\b[^.;:]*$")


@cache
def _able() -> re.Pattern[str]:
    """Right before what somebody is only able to do."""
    return re.compile(rf"\b(?:{any_of('opposites', 'able_to')}) $")


@cache
def _unreal() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{any_of('opposites', 'undone', 'denied')})(?![\w-])")
