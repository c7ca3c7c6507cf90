"""The words of an office's phrase up to its head: `the then Peruvian deputy foreign minister`."""

from msgspec import Struct, field

from site_gen.extract.people.body_names import (
    opens_name,
    within,
)
from site_gen.extract.people.casing import unowned, unprefixed
from site_gen.extract.people.portfolios import (
    FUNCTION,
    Part,
    more_of_title,
    opens_body,
)
from site_gen.extract.people.reading import Context, owner
from site_gen.extract.people.roles import paired
from site_gen.extract.people.vocabulary import Status, Vocabulary, is_compound
from site_gen.records import PlaceFinding

_DETERMINERS = frozenset(
    "the a an its his her their our one as both also now currently himself herself".split()
)
_JOINERS = frozenset({"and", "&"})


class Phrase(Struct):
    parts: list[Part]
    at: int = 0
    title: list[str] = field(default_factory=list)
    jurisdiction: str = ""
    organization: str = ""
    status: Status = "current"
    marked: bool = False
    definite: bool = False
    complete: bool = False
    skipped: int = 0
    owned: bool = False  # by a common noun

    @property
    def in_capitals(self) -> bool:
        """Whether the title as far as it is read has capitals only."""
        return bool(self.title) and all(word[0].isupper() for word in self.title)

    @property
    def next_word(self) -> str:
        """The word behind, in lower case."""
        return self.parts[self.at + 1].bare.lower() if self.at + 1 < len(self.parts) else ""


def take_word(phrase: Phrase, context: Context) -> bool:
    """Take one word; False where it cannot stand in an office's phrase."""
    part, words = phrase.parts[phrase.at], context.words
    low = unprefixed(part.bare).lower()
    if not phrase.title and low != part.bare.lower() and not part.text.lower().startswith("now-"):
        phrase.status, phrase.marked = "former", True
    if not phrase.title and _before_title(phrase, part, low, context):
        return True
    if part.bare in words.short:
        phrase.title, phrase.complete = [*phrase.title, *words.short[part.bare].split()], True
    elif (
        low in words.heads
        or low in words.roles
        or (phrase.next_word == "to" and low in words.sets["serving"])
    ):
        if phrase.in_capitals and part.text[0].islower() and phrase.title[-1] in words.sets["owning"]:
            _own(phrase)  # `the Reserve Bank governor`
        phrase.title.append(unprefixed(part.bare))
        phrase.complete = not more_of_title(phrase.parts, phrase.at, words)
    elif part.bare in words.sets["units"] and phrase.in_capitals:
        _own(phrase, part.bare)
    elif low in words.modifiers or (phrase.title and low in _JOINERS) or paired(low, phrase.next_word, words):
        phrase.title.append(unprefixed(part.bare))
    elif part.text[0].isupper() and not phrase.title and not is_compound(part.text):
        phrase.organization, phrase.definite = f"{phrase.organization} {unowned(part.text)}".strip(), True
    elif phrase.definite and phrase.in_capitals and part.text.istitle() and part.text.isalpha():
        _own(phrase, part.text)  # `the Federal Reserve chairman`
    else:
        return _skipped(phrase, part, words)
    return True


def _own(phrase: Phrase, *last: str) -> None:
    """Take the title's first words for whose it is."""
    phrase.organization = " ".join(filter(None, (phrase.organization, *phrase.title, *last)))
    phrase.title = []


def _skipped(phrase: Phrase, part: Part, words: Vocabulary) -> bool:
    """`the bank's chief economist`, `the hawkish minister`: two words at most that say nothing."""
    phrase.skipped += 1
    if part.text in words.taking or part.text in words.person_verbs or part.text in words.speech_verbs:
        return False  # `the rebels named a general, Lee`
    owned = part.text.endswith(("'s", "’s", "s'", "s’"))
    if owned and part.text[:-2] in words.sets["firms"]:
        phrase.jurisdiction = ""  # `the Japanese firm's president`
    phrase.owned = phrase.owned or owned
    phrase.definite = phrase.definite or (owned and part.text[:-2] == "parliament")
    if owned and phrase.definite and part.text[:-2].lower() in words.heads:
        phrase.title = []  # `the prime minister's chief of staff`
    told = owned or part.text not in FUNCTION
    return not phrase.title and phrase.definite and phrase.skipped <= 2 and told


def _before_title(phrase: Phrase, part: Part, low: str, context: Context) -> bool:
    place = context.starts.get(part.start)
    place = None if place and opens_name(context.text, place.evidence.end, context.words) else place
    addressed = part.bare in context.words.honorifics or part.text in context.words.sets["address_openers"]
    if addressed and place is None:  # no `Saint Lucia`
        return True
    determined = low in _DETERMINERS and not (phrase.jurisdiction or phrase.organization)
    if determined or (place is not None and is_compound(part.text)):
        phrase.definite = True
    elif place is not None:
        owned = context.text.endswith(("'s ", "’s "), 0, part.start)
        if place.kind == "city" and phrase.organization and owned:  # `Interpol's Lima bureau chief`
            phrase.title.append(context.text[part.start : place.evidence.end])
        elif phrase.organization and place.rule == "name" and not owned:  # `NHS England's director`
            phrase.organization += f" {context.text[part.start : place.evidence.end]}"
        else:
            phrase.jurisdiction, phrase.organization = owner(place, context)
        if place.kind == "body" and (inner := inner_body(place, context)):
            phrase.organization = context.text[place.evidence.start : place.evidence.end] + inner
        phrase.definite = True
        if place.rule == "name" and not context.text.startswith(("'s", "’s"), place.evidence.end):
            phrase.skipped = 2
        while phrase.at + 1 < len(phrase.parts) and phrase.parts[phrase.at + 1].start < place.evidence.end:
            phrase.at += 1
    elif low in context.words.status and not opens_body(phrase.parts, phrase.at, context.words):
        phrase.status = context.words.status[low] if context.words.status[low] != "current" else phrase.status
        phrase.marked = phrase.marked or context.words.status[low] != "current"
    else:
        return False
    return True


def inner_body(place: PlaceFinding, context: Context) -> str:
    return within(place.kind, context.text, place.evidence.end, context.words)
