"""Who did what one alone does: `designed by X`, `Y opened the line`, `Y was the man who brought both sides together`.

A deed is told by a verb (`opposites.yaml`, `one_doer`: slots `by ...`), by a noun for who did it (`doer_nouns`), or by
a turn of phrase (`doers_behind`; `doers`, slots `doer ...`). The doer is the name that stands before it, or behind `by`
or the noun.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from site_gen.analyse.conflicts.twice.aligned.align import weak_stems
from site_gen.analyse.conflicts.twice.sentences.names_around import (
    end_of,
    is_unreal,
    name_at,
    name_before,
    name_behind,
    name_by,
    without_titles,
)
from site_gen.analyse.stems import synonym
from site_gen.analyse.tellings import Slot, Told, Word
from site_gen.resolve.words import group_of, subject, word_set
from site_gen.text.letters import letters_in, longest_of
from site_gen.text.needed import Needs, Patterns, Phrases, needed_by_each, needing, patterns
from site_gen.text.phrases import any_phrase
from site_gen.worked_out import worked_out

_OF = re.compile(r"\w* of (?:the )?(?:[a-z]+ ){0,2}")
_UNDER = re.compile(r"\b(?:with|under|through) (?:the )?$")
_PASSIVE = re.compile(r"\b(?:was|were|been|be|being|is|are|had|has) (?:\w+ly )?$")
_WHAT = re.compile(r" (?:the|a|an|its|his|her|their) [\w’'-]+")
_AS_NOUN = re.compile(
    r"(?P<who>(?:[A-Z][\w’'-]*\s)*[A-Z][\w’'-]*)(?:, [^.;]{2,60},)?"
    r" (?:was|is|had been|acted as) (?:the |a )?(?:[a-z]+ )?"
    r"(?P<deed>[a-z-]+) (?:of|behind|between)"
)
_MEANT = re.compile(r"(?: to)? (?:it|them|this|that|so)\b|[.,;]|$")
_REACH = 30


def doer_slots(at: int, told: Told, before: Told | None) -> Iterator[Slot]:
    """A slot for each such deed whose doer stands in its sentence; `before`: the sentence ahead, for `ordered it`."""
    yield from _by_verbs(at, told)
    yield from _by_nouns(at, told)
    yield from _by_words_ahead(at, told)
    yield from _by_phrases(at, told, before)


def _by_verbs(at: int, told: Told) -> Iterator[Slot]:
    text, listed = told.evidence.exact, _one_doer()
    for n, word in enumerate(told.words):
        if word.stem not in listed or word.name or not _is_listed(text, word):
            continue
        doer = [] if is_unreal(text, word.at) else _doer_of(told, n)
        if any(w.stem != word.stem for w in doer):
            yield _slot(at, f"by {word.stem}", told, (word.at, end_of(told, word)), doer, {word.stem})


def _doer_of(told: Told, n: int) -> list[Word]:
    """The name behind a verb and `by`, or behind `under the direction of`; else the one right before a verb."""
    text, word = told.evidence.exact, told.words[n]
    ahead = max(0, word.at - _REACH)
    if _UNDER.search(text, ahead, word.at):
        of = _OF.match(text, word.at)
        begins = of is not None and told.words[n + 1 : n + 2] and told.words[n + 1].at == of.end()
        doer = name_at(told, n + 1, 1, True) if begins and told.words[n + 1].name else []
    else:
        doer = name_by(told, end_of(told, word), titled=True)
    if doer or not word.verb or _PASSIVE.search(text, ahead, word.at):
        return doer
    right_before = n > 0 and told.words[n - 1].name and told.words[n - 1].clause == word.clause
    return name_at(told, n - 1, -1, True) if right_before else []


def _by_nouns(at: int, told: Told) -> Iterator[Slot]:
    """`X was the architect of the deal`: the noun says what X did."""
    deeds: dict[str, str] = subject("opposites")["doer_nouns"]
    if letters_in(told.evidence.exact).isdisjoint(_doer_nouns()):
        return
    for found in _AS_NOUN.finditer(told.evidence.exact):
        deed = deeds.get(found["deed"], "")
        names = [w for w in told.words if found.start("who") <= w.at < found.end("who") and w.name]
        if deed and names:
            yield _slot(at, f"by {synonym(deed)}", told, (found.start(), found.end("deed")), names)


def _by_words_ahead(at: int, told: Told) -> Iterator[Slot]:
    """`The first to see it was X`, `the contract for the rebuilding went to X`: the deed is a word of it, or given."""
    for known, phrase in _ahead().that_may(told.evidence.exact):
        found = phrase.search(told.evidence.exact)
        deed = known or (found["deed"] if found else "")
        names = name_behind(told, found.end()) if found and deed in word_set("opposites", "one_doer") else []
        if found and names:
            yield _slot(at, f"by {synonym(deed)}", told, found.span(), names)


def _is_listed(text: str, word: Word) -> bool:
    """Whether the word itself is such a deed, and no other of its stem (`found`), nor tells what somebody says."""
    raw = re.match(r"[\w’'-]+", text[word.at :])
    if text[: word.at].lower().endswith("first "):
        return True  # `first noticed by a nurse`
    if not raw or raw.group().lower() not in word_set("opposites", "one_doer"):
        return False
    return raw.group().lower() != "wrote" or _WHAT.match(text, word.at + raw.end()) is not None


def _by_phrases(at: int, told: Told, before: Told | None) -> Iterator[Slot]:
    text = told.evidence.exact
    low = text.lower()
    if len(low) != len(text):
        return
    for deed in _told_of(text):
        for how, name_of in _HOW.items():
            told_so = _pattern(deed, how)
            for found in told_so.pattern.finditer(low) if told_so.may_stand(text) else ():
                if is_unreal(text, found.start()):
                    continue
                names = without_titles(told, name_of(told, found.start() if how == "active" else found.end()))
                if names:
                    heads = _things(told, names)
                    if before and _MEANT.match(low, found.end()):
                        heads |= {w.stem for w in before.words if not w.name}
                    slot = _slot(at, f"doer {deed}", told, found.span(), names)
                    value = " ".join(w.stem for w in names)
                    yield slot._replace(value=value, heads=tuple(sorted(heads - weak_stems())))


_HOW = {"active": name_before, "passive": name_by, "noun": name_behind}
"""Where the name stands of a turn of phrase."""


def _told_of(text: str) -> list[str]:
    """The deeds of which a sentence has a word."""
    cues = _cues()
    return sorted({deed for word in cues.keys() & letters_in(text) for deed in cues[word]})


def _slot(
    at: int,
    kind: str,
    told: Told,
    span: tuple[int, int],
    names: list[Word],
    without: frozenset[str] | set[str] = frozenset(),
) -> Slot:
    """The deed with its doer, from the first of the two to the last."""
    start = told.evidence.start
    first, last = min(span[0], names[0].at), max(span[1], end_of(told, names[-1]))
    value = " ".join(sorted({w.stem for w in names} - without))
    deed = kind.removeprefix("by ")
    if deed != kind:
        kind = f"by {_alike().get(deed, deed)}"
    return Slot(at, kind, value, start + first, start + last)


def _things(told: Told, names: list[Word]) -> set[str]:
    """Stems of its sentence but for those of the doer, and of what is only added to a name."""
    own = {w.at for w in names}
    return {w.stem for w in told.words if w.at not in own and w.stem[0] != "#"} - _own_stems()


def doers() -> Mapping[str, Any]:
    """The deeds that are told by turns of phrase."""
    deeds: Mapping[str, Any] = subject("opposites")["doers"]
    return deeds


@cache
def _one_doer() -> frozenset[str]:
    return frozenset(synonym(word) for word in word_set("opposites", "one_doer"))


@cache
def _alike() -> dict[str, str]:
    """The stem of a deed -> that by which it is compared: `written`, `wrote`."""
    return {synonym(w): synonym(first) for w, first in group_of("opposites", "one_doer_alike").items()}


@cache
def _doer_nouns() -> frozenset[str]:
    """The longest part of each: `author` of `co-author`."""
    return frozenset(longest_of(noun) for noun in subject("opposites")["doer_nouns"])


@cache
def _ahead() -> Patterns:
    """Each with its deed; empty where a word of it tells that."""
    told = subject("opposites")["doers_behind"].items()
    return patterns("doers", (("" if deed == "any" else deed, phrase) for deed, phrase in told))


@cache
def _cues() -> dict[str, tuple[str, ...]]:
    """The words of which one stands in each turn of phrase -> their deeds."""
    found: dict[str, tuple[str, ...]] = {}
    for deed, told in doers().items():
        for word in told["words"]:
            found[word] = (*found.get(word, ()), deed)
    return found


@cache
def _pattern(deed: str, how: str) -> Phrases:
    return needing(*_sources()[f"{deed} {how}"])


@cache
def _sources() -> dict[str, tuple[str, Needs]]:
    """By deed and turn of phrase: a pattern, and the words of which one stands in whatever it finds."""
    return worked_out("told_doers", "", _with_words)


def _with_words() -> dict[str, tuple[str, Needs]]:
    shapes = {f"{deed} {how}": _shape(told.get(how, ())) for deed, told in doers().items() for how in _HOW}
    needed = needed_by_each("told_doers", [*shapes.values()], word_set("analysis", "stop"))
    return {key: (shape, needs) for (key, shape), needs in zip(shapes.items(), needed, strict=True)}


def _shape(phrases: Iterable[str]) -> str:
    listed = sorted(phrases, key=lambda p: (-len(p), p))
    return any_phrase(listed, r"\b") if listed else r"(?!)"


@cache
def _own_stems() -> frozenset[str]:
    """Stems of the words by which all the phrases are found: they say what was done, not to what."""
    return frozenset(synonym(word) for told in doers().values() for word in told["words"])
