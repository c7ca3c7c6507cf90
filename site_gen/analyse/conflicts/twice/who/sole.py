"""Parts that one person plays in a matter: the captain of the ship, the head of the mission, the administrator.

No body need be named for them, as `posts.py` needs one. Where a report gives a part to two people, it has two of them.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from site_gen.analyse.conflicts.twice.sentences.names_around import bare_name
from site_gen.analyse.stems import synonym
from site_gen.analyse.tellings import Slot, Telling, Told
from site_gen.resolve.article_names import CAPITAL
from site_gen.resolve.words import any_of, subject, word_set
from site_gen.text.letters import letters_in, longest_of
from site_gen.text.needed import Patterns, patterns

_WORD = rf"[{CAPITAL}][\w’'-]*[\w’-]"
_INNER = rf"(?:{_WORD}|[A-Z]\.|de|van|von|bin|al|el|da|dos|di|der|la|ten)"
_NAME = rf"(?P<name>{_WORD}(?: {_INNER}){{0,3}} [{CAPITAL}][\w’'-]+)"
_THE = r"(?:(?:the|its|her|his|their|an?) )?"
_LED, _MADE, _TO_BE = "(?:LED)", "(?:MADE)(?: as)?", "(?:BECOMES)"
_FROM = r"(?: (?!led|headed)[\w’'-]+){0,6}"
_BESIDE = r"(?:, (?:an?|the|who|until now|currently|now) [^,;.]{3,60},)?"
_GONE = re.compile(rf"The (?:post|job|office) (?:has gone|went|goes|falls|fell) to {_NAME}")
_CLOSE = 40


def sole_slots(at: int, told: Told, before: str) -> Iterator[Slot]:
    """A slot for each such part that a sentence gives to somebody; `before`: the sentence ahead, which may name it."""
    text = told.evidence.exact
    yield from _post_of_before(at, told, before)
    seen: set[str] = set()
    for part in sorted({part for word in _cues().keys() & letters_in(text) for part in _cues()[word]}):
        for pattern in _shapes_in(part, text):
            found = pattern.search(text)
            holder = (
                bare_name(found["name"], _own_words()) if found and not _changed(text, found, part) else ""
            )
            if found and holder and part not in seen:
                seen.add(part)
                first, last = told.evidence.start + found.start(), told.evidence.start + found.end()
                yield Slot(at, f"post {part}", holder, first, last, (part,))


def _post_of_before(at: int, told: Told, before: str) -> Iterator[Slot]:
    """`It provides for a civilian prime minister. The post has gone to X.`"""
    found = _GONE.match(told.evidence.exact)
    holder = bare_name(found["name"], _own_words()) if found else ""
    if not found or not holder:
        return
    low = before.lower()
    parts = [
        part
        for part, by in _parts().items()
        if any(n in low for n in (*by.get("nouns", ()), *by.get("made", ())))
    ]
    if len(parts) == 1:
        start = told.evidence.start
        yield Slot(at, f"post {parts[0]}", holder, start + found.start(), start + found.end(), (parts[0],))


def _changed(text: str, found: re.Match[str], part: str) -> bool:
    """Whether the part is told as another's before, or as one that others have too."""
    around = text[max(0, found.start() - _CLOSE) : found.end() + _CLOSE].lower()
    for own in ("until now", *_parts()[part].get("made", ())):
        around = around.replace(own, "")
    return _others().search(around) is not None


def is_sole(slot: Slot, telling: Telling) -> bool:
    """Whether the report gives such a part to one person, and is of what has the part: a ship has one captain.

    True of any other post.
    """
    part = slot.kind.removeprefix("post ")
    if slot.heads != (part,):
        return True
    needed = {synonym(word) for word in _parts()[part].get("needs", ())}
    if needed and not any(w.stem in needed for told in telling.sentences for w in told.words):
        return False
    return len({s.value.split()[-1] for s in telling.slots if s.kind == slot.kind}) == 1


def is_given(slot: Slot) -> bool:
    """Whether it is a part that somebody is told to get: who becomes deputy prime minister."""
    part = slot.kind.removeprefix("post ")
    return slot.heads == (part,) and "made" in _parts()[part]


def _parts() -> Mapping[str, Mapping[str, list[str]]]:
    parts: Mapping[str, Mapping[str, list[str]]] = subject("held_posts")["sole"]
    return parts


@cache
def _own_words() -> frozenset[str]:
    return frozenset(
        word for by in _parts().values() for noun in by.get("nouns", ()) for word in noun.lower().split()
    )


@cache
def _cues() -> dict[str, tuple[str, ...]]:
    """The longest word of each phrase -> the parts that have one."""
    found: dict[str, tuple[str, ...]] = {}
    for part, by in _parts().items():
        for phrase in (phrase for phrases in by.values() for phrase in phrases):
            word = longest_of(phrase)
            found[word] = (*found.get(word, ()), part)
    return found


@cache
def _others() -> re.Pattern[str]:
    words = sorted(word_set("held_posts", "no_sole"), key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.I)


_MADE_SHAPES = (
    rf"{_NAME}{_BESIDE} (?:has been|was|is|had been) {_MADE} {_THE}(?:[a-z-]+ )?(?i:WORDS)\b",
    rf"{_NAME}{_BESIDE} {_TO_BE} {_THE}(?:[a-z-]+ )?(?i:WORDS)\b",
    (
        rf"\b[Ii]t (?:is|was|will be) {_NAME}(?: of [^,.;]{{3,40}}?)?{_BESIDE},?"
        rf" who (?:[a-z]+ ){{1,3}}{_THE}(?:[a-z-]+ )?(?i:WORDS)\b"
    ),
    rf"(?:introduced|presented|chose|{_MADE}) {_NAME}{_BESIDE},? (?:as )?{_THE}(?:[a-z-]+ )?(?i:WORDS)\b",
)
_SHAPES = {
    "made": _MADE_SHAPES,
    "nouns": (
        *_MADE_SHAPES,
        rf"\b(?i:WORDS),? (?:(?:the|an?) (?:[a-z-]+ ){{1,4}})?{_NAME}",
        rf"\b(?:[Hh]er|[Hh]is|[Ii]ts|[Tt]heir|[Tt]he) (?i:WORDS) (?:was|is|remained) {_NAME}",
        rf"{_NAME}, {_THE}(?:[a-z’'-]+ ){{0,2}}(?i:WORDS)\b",
    ),
    "groups": (
        rf"\b(?:WORDS)\b{_FROM},? (?:which (?:was|is) )?{_LED} by (?:the )?(?:[a-z-]+ ){{0,3}}{_NAME}",
        rf"{_NAME}, (?:the )?(?:head|leader|chief) of {_THE}(?:[\w’'-]+ ){{0,3}}(?:WORDS)\b",
        rf"{_NAME}, who (?:led|leads|headed|heads) {_THE}(?:[\w’'-]+ ){{0,3}}(?:WORDS)\b",
    ),
    "who": (rf"{_NAME},? who (?:WORDS)\b", rf"\b(?:WORDS) by (?:(?i:judge|justice) )?{_NAME}"),
    "to_be": (rf"{_NAME}{_BESIDE} {_TO_BE} {_THE}(?i:WORDS)\b",),
    "signed_for": (rf"{_NAME} signed (?:the|it|this)[^,;.]{{0,20}}? (?:for|on behalf of) the (?:WORDS)\b",),
}
"""How a part is told, by the kind of words that `held_posts.yaml` gives for it; they stand where it says WORDS.

LED, MADE and BECOMES stand for words of any part.
"""


def _shapes_in(part: str, text: str) -> Iterator[re.Pattern[str]]:
    """The ways of telling a part of which a sentence has the words."""
    low, may = text.lower(), {how for how, _ in _frames().that_may(text)}
    for how, words, pattern in _shapes(part):
        if how in may and any(word in low for word in words):
            yield pattern


@cache
def _shapes(part: str) -> tuple[tuple[str, list[str], re.Pattern[str]], ...]:
    """Patterns, each with its place in `_SHAPES`, and the words of the part of which one stands in it."""
    told = _parts()[part]
    return tuple(
        (f"{key} {n}", [w.lower() for w in told[key]], re.compile(shape.replace("WORDS", _any(told[key]))))
        for key, shapes in _SHAPES.items()
        if key in told
        for n, shape in enumerate(map(_with_words, shapes))
    )


@cache
def _frames() -> Patterns:
    """What is told alike of any part."""
    marked = ((f"{key} {n}", shape) for key, shapes in _SHAPES.items() for n, shape in enumerate(shapes))
    framed = ((how, _with_words(shape).replace("WORDS", "[^.]+")) for how, shape in marked)
    return patterns("sole", framed, word_set("analysis", "stop"))


def _with_words(shape: str) -> str:
    for part in ("led", "made", "becomes"):
        shape = shape.replace(part.upper(), any_of("held_posts", part))
    return shape


def _any(words: list[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w)))) or "(?!)"
