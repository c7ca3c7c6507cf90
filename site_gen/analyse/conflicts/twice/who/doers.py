"""Who did what one alone does, in whatever words: `brokered by X`, `Y was the man who brought the two sides together`.

The turns of phrase stand in `opposites.yaml`, `doers`, by deed. The doer is the name that stands before a phrase (with
or without what is added to it), or behind the participle with `by`.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from site_gen.analyse.conflicts.twice.aligned.align import Pair, weak_stems
from site_gen.analyse.conflicts.twice.aligned.match import by_weight
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.conflicts.twice.sentences.letters import letters_in
from site_gen.analyse.stems import synonym
from site_gen.analyse.tellings import Slot, Telling, Told, Word
from site_gen.resolve.words import subject, word_set
from site_gen.tables import Row

_ENOUGH, _REACH, _RUN = 0.5, 120, 5
"""What the words weigh that both have of the thing; characters and words of a doer."""
_BESIDE = r"(?:, (?:who |which )?[^,;:“”\"]{2,90}(?:, [^,;:“”\"]{2,60})?,)?"
_HAVE = r"(?: (?:has|have|had|will|is to|is going to|was to|himself|herself|itself|personally))*"
_CLEFT = r"(?: (?:is|was|had been) the (?:man|woman|one|person|official|politician|diplomat|judge|doctor|officer))?"
_BETWEEN = re.compile(rf"[\w’'.-]*{_BESIDE}{_CLEFT},?(?: who| which| that)?{_HAVE} (?:\w+ly )?")
"""From the last word of a name to the phrase."""
_TITLE = r"(?:[A-Z][\w.-]* ){0,3}"
_BY = re.compile(
    rf"(?: (?:only|jointly|personally))? by (?:the |an? )?(?:[a-z][\w-]* ){{0,4}}(?:[a-z][^,;]{{2,60}}, )?{_TITLE}"
)
_BEHIND = re.compile(r",? (?:the |an? )?(?:[a-z][\w-]* ){0,3}")
_UNREAL = re.compile(
    r"(?:\b(?:not|never|nobody|if|unless|whether|would|could|might|may|should|hopes?|wants?|offered|offers|asked|urged)"
    r"|n['’]t) (?:\w+ ){0,2}$"
)
_WORD = re.compile(r"[\w’'-]+")
_MEANT = re.compile(r"(?: to)? (?:it|them|this|that|so)\b|[.,;]|$")


def doer_slots(at: int, told: Told, before: Told | None) -> Iterator[Slot]:
    """A slot for each such deed whose doer stands in its sentence; `before`: the sentence ahead, for `ordered it`."""
    text = told.evidence.exact
    low = text.lower()
    if len(low) != len(text):
        return
    for deed in _told_of(text):
        for how in ("active", "passive", "noun"):
            for found in _pattern(deed, how).finditer(low):
                if _UNREAL.search(low, max(0, found.start() - _REACH), found.start()):
                    continue
                names = _before(told, found.start()) if how == "active" else _behind(told, found.end(), how)
                if names:
                    yield _slot(at, deed, told, before, found, names)


def _told_of(text: str) -> list[str]:
    """The deeds of which a sentence has a word."""
    cues = _cues()
    return sorted({deed for word in cues.keys() & letters_in(text) for deed in cues[word]})


@cache
def _cues() -> dict[str, tuple[str, ...]]:
    """The words of which one stands in each turn of phrase -> their deeds."""
    found: dict[str, tuple[str, ...]] = {}
    for deed, told in _deeds().items():
        for word in told["words"]:
            found[word] = (*found.get(word, ()), deed)
    return found


def _slot(
    at: int, deed: str, told: Told, before: Told | None, found: re.Match[str], names: list[Word]
) -> Slot:
    start = told.evidence.start
    end = _WORD.match(told.evidence.exact, names[-1].at)
    first = min(names[0].at, found.start())
    last = max(end.end() if end else names[-1].at, found.end())
    heads = _things(told, names)
    if before and _MEANT.match(told.evidence.exact.lower(), found.end()):
        heads |= {w.stem for w in before.words if not w.name}
    value = " ".join(w.stem for w in names)
    return Slot(at, f"doer {deed}", value, start + first, start + last, tuple(sorted(heads - weak_stems())))


def _things(told: Told, names: list[Word]) -> set[str]:
    """Stems of its sentence but for those of the doer, and of what is only added to a name."""
    own = {w.at for w in names}
    return {w.stem for w in told.words if w.at not in own and w.stem[0] != "#"} - _own_stems()


def _before(told: Told, at: int) -> list[Word]:
    """The name that is the subject of the phrase that begins there."""
    text = told.evidence.exact
    ahead = [n for n, w in enumerate(told.words) if w.name and w.at < at]
    for n in reversed(ahead):
        if _BETWEEN.fullmatch(text, told.words[n].at, at):
            return _run(told, n, -1)
    return []


def _behind(told: Told, at: int, how: str) -> list[Word]:
    """The name behind a participle and `by`, or behind a noun."""
    between = (_BY if how == "passive" else _BEHIND).match(told.evidence.exact, at)
    if not between:
        return []
    n = next((n for n, w in enumerate(told.words) if w.name and w.at >= at), None)
    return _run(told, n, 1) if n is not None and told.words[n].at <= between.end() else []


def _run(told: Told, n: int, step: int) -> list[Word]:
    """The words of a name from one of its ends on, without titles."""
    text, found = told.evidence.exact, [n]
    while 0 <= found[-1] + step < len(told.words) and len(found) < _RUN:
        one, other = sorted((found[-1], found[-1] + step))
        if not told.words[found[-1] + step].name or _parted(text[told.words[one].at : told.words[other].at]):
            break
        found.append(found[-1] + step)
    words = [told.words[m] for m in sorted(found)]
    while len(words) > 1 and _raw(text, words[0]) in word_set("held_posts", "titles"):
        words.pop(0)
    return [] if len(words) == 1 and _raw(text, words[0]) in word_set("held_posts", "titles") else words


def _parted(between: str) -> bool:
    """Whether more than a small word stands between two words of a name."""
    return re.fullmatch(r"[\w’'.-]+ (?:(?:of|the|for|de|van|von|al|bin|da|del) )*", between) is None


def _raw(text: str, word: Word) -> str:
    return re.split(r"[^\w-]", text[word.at :], maxsplit=1)[0].lower()


def rival_doers(pair: Pair) -> Iterator[Row]:
    """A row for each deed for which either report has one doer, and not the same."""
    for deed, told in _deeds().items():
        kind = f"doer {deed}"
        ours, theirs = ([s for s in t.slots if s.kind == kind] for t in (pair.one, pair.other))
        if not (ours and theirs and _one_doer(ours) and _one_doer(theirs)):
            continue
        weight, a, b = by_weight(ours, theirs, pair.weight_of_heads)[0]
        if (told.get("alone") or weight >= _ENOUGH) and _others(a, b, pair):
            yield row_of(a, b, pair, 1.0, "identity")


def _one_doer(slots: list[Slot]) -> bool:
    """Whether all have the last word of the name in common."""
    return len({slot.value.split()[-1] for slot in slots}) == 1


def _others(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether the two have no word in common, and neither stands in the other's sentence."""
    ours, theirs = {*a.value.split()}, {*b.value.split()}
    here, there = _named(a, pair.one), _named(b, pair.other)
    return ours.isdisjoint(theirs) and ours.isdisjoint(there) and theirs.isdisjoint(here)


def _named(slot: Slot, telling: Telling) -> set[str]:
    return {w.stem for w in telling.sentences[slot.sentence].words}


def _deeds() -> Mapping[str, Any]:
    deeds: Mapping[str, Any] = subject("opposites")["doers"]
    return deeds


@cache
def _pattern(deed: str, how: str) -> re.Pattern[str]:
    phrases = sorted(_deeds()[deed].get(how, ()), key=lambda p: (-len(p), p))
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b" if phrases else r"(?!)")


@cache
def _own_stems() -> frozenset[str]:
    """Stems of the words by which all the phrases are found: they say what was done, not to what."""
    return frozenset(synonym(word) for told in _deeds().values() for word in told["words"])
