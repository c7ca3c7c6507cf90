"""Two figures with one noun that are of two things: of two polls, two plans, a whole and what is left of it."""

import re
from functools import cache

from site_gen.analyse.in_sentence import text_before, text_behind
from site_gen.analyse.points import measure_words
from site_gen.analyse.tables import STORY_NAMES, FigurePoint
from site_gen.records import Article
from site_gen.resolve.article_names import name_number
from site_gen.resolve.folding import fold
from site_gen.resolve.words import any_of, country_words, subject, word_set
from site_gen.tables import ARTICLES, Reader
from site_gen.text.phrases import any_phrase

_CAP = r"[A-Z][\w.&/’'-]*"
_OF_SOMETHING = re.compile(r" of (?!about|some|around)[a-z]")
_OF_WHOLE = re.compile(r" of (?:all|the|its|their)\b")
_WHOLE = re.compile(r" of (?:all |the |its |their |his |her )+([a-z]+(?: [a-z]+)?)")
_FAR = 2.0
"""How many times the other one share is that is hardly of the same whole."""
_NAME = re.compile(rf"(?<![\w’'])({_CAP}[a-z])")
_FROM = re.compile(rf"(?: \w+)? (?:came |come |were |was |are |is )?from (?:the )?({_CAP})")
"""What tells a count's noun apart by where it is from."""
_BUYS = re.compile(
    r"\b(?:buy|buys|bought|buying|order|orders|ordered|lease|leases|leased|purchased?|gets?|receives?) [^,;.]{0,20}$"
)
"""Before a count of things that are bought from somebody."""
_MANY, _NAMED = 20, 3
"""A count from here on is hardly of another whole by chance; how many may be told of beside the rest."""


def of_two_sorts(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether what stands beside the two, in their sentences alone, says that they are of two things."""
    if any(of(a) != of(b) for of in (_is_limit, _before_the_rest, _of_some, _is_base, _are_members)):
        return True
    if a.unit == b.unit == "time" and _of_other_bases(a, b):
        return True
    if _paid_for_another(a, b) or _paid_for_another(b, a):
        return True
    if _beside_one(a, b) or _beside_one(b, a) or _is_vague(a) or _is_vague(b):
        return True
    if _part_of(*sorted((a, b), key=lambda p: p.value)):
        return True
    return (
        _of_other_shares(a, b) or _turned(a, b) or _of_two_plans(a, b) or _proposed(a, b) or _proposed(b, a)
    )


def _are_members(point: FigurePoint) -> bool:
    """Whether those are counted who belong to a union or a club, and not all who are there."""
    return point.unit in word_set("analysis", "who_belong")


def of_two_sources(a: FigurePoint, b: FigurePoint, reader: Reader) -> bool:
    """Whether the articles tell two polls apart, or two firms that each had it."""
    return _of_two_polls(a, b, reader) or _of_two_bearers(a, b, reader)


def is_rest(point: FigurePoint) -> bool:
    """Whether it is what is left of a whole: `two other paintings`."""
    return not word_set("synonyms", "of_the_rest").isdisjoint(point.evidence.exact.lower().split())


def _is_limit(point: FigurePoint) -> bool:
    """Whether it is from where on something is needed: `payments of more than $50 million need a vote`."""
    ahead = _pattern("beyond").search(text_before(point)) is not None or point.qualifier in _BEYOND
    return ahead and _pattern("needs").match(text_behind(point)) is not None


def _is_base(point: FigurePoint) -> bool:
    """Whether it is from where something is to go: `would rise from 75,608 now to 111,155`."""
    up = _FROM_HERE.search(text_before(point)) is not None and _TO_THERE.match(text_behind(point)) is not None
    return up or _TO_FROM.search(text_before(point)) is not None


_FROM_HERE = re.compile(
    r"\bfrom (?:about |some |around |nearly |currently )?$|\b(?:is|are) (?:currently|now) $"
)
_TO_FROM = re.compile(r"\bto \W?\d[\d.,]*\d?[^,;.]{0,20} from (?:about |some |around |nearly )?$")
"""`raised it to 7.50 dollars from six`."""
_TO_THERE = re.compile(r"[^,;.]{0,40}? to (?:about |some |around |nearly )?\W?\d")
_BEYOND = frozenset({"more than", "over", "above", "less than", "under", "below", "up to"})


def _of_other_bases(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether two multiples are of two things: `three times the limit`, `seven times what it cost`."""
    ours, theirs = ({*fold(text_behind(p)[:_BASE]).split()} - _SMALL for p in (a, b))
    return ours.isdisjoint(theirs)


_BASE = 40
_SMALL = frozenset("the a an of as its their his her that it for to in and more than".split())


def _paid_for_another(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether one is a payment that has a name, and the other one for something: `a fine of`, `pay 4m towards`."""
    named = _pattern("named").search(text_before(a).lower()) if a.unit_kind == "money" else None
    if named is None or _pattern("purpose").match(text_behind(b)) is None:
        return False
    return named[1][:_PAYMENT] not in b.sentence.exact.lower()


_PAYMENT = 4
"""Letters by which the verb of a payment is known: `fine`, `fined`."""


def _before_the_rest(point: FigurePoint) -> bool:
    """Whether it is the part that is done: `have inspected 96, and expect the rest to be seen by August`."""
    return point.unit_kind != "percent" and _pattern("rest").search(text_behind(point)) is not None


def _beside_one(rest: FigurePoint, whole: FigurePoint) -> bool:
    """Whether one is of those beside somebody who is told of, and may well be part of the other: `10 others`, `11`."""
    if rest.unit_kind != "count" or not is_rest(rest) or is_rest(whole):
        return False
    return rest.value < _MANY or 0 < whole.value - rest.value <= _NAMED


def _of_some(point: FigurePoint) -> bool:
    """Whether a count is of the last or next ones only: `the final two debates`."""
    if point.unit_kind != "count":
        return False
    if _WHO_DID.match(text_behind(point)):
        return True
    return bool(
        _pattern("some").search(text_before(point)) or _pattern("some_in").match(point.evidence.exact)
    )


_WHO_DID = re.compile(r" who (?:survived|escaped|stayed|remained|returned|refused|agreed|appealed)\b")
"""Behind a count of some: `two guides who survived`."""


def _part_of(small: FigurePoint, large: FigurePoint) -> bool:
    """Whether the fewer are told apart by a word or a place: `two smaller parties`, `12 came from Oslo`."""
    if small.unit_kind != "count" or not small.unit:
        return False
    if small.unit.endswith(f" {large.unit}"):
        told = {*large.words, *large.near, large.head}
        return told.isdisjoint(measure_words(small.unit.removesuffix(large.unit)))
    found = _FROM.match(text_behind(small)) if not _BUYS.search(text_before(small)) else None
    return bool(found) and found[1] not in large.sentence.exact  # type: ignore[index]


def _is_vague(point: FigurePoint) -> bool:
    """Whether it is no number at all: `dozens of people`, `millions of dollars`."""
    return not word_set("analysis", "vague_numbers").isdisjoint(point.evidence.exact.lower().split())


def _of_other_shares(a: FigurePoint, b: FigurePoint) -> bool:
    """A group is no share (`the top 1 percent`); a share of a whole is no rate (`a 33 percent rate`)."""
    if a.unit_kind != "percent":
        return False
    if _held(a) != _held(b) or _of_two_wholes(a, b):
        return True
    groups = [
        bool(_pattern("top").search(text_before(p)) and not _pattern("rate").match(text_behind(p)))
        for p in (a, b)
    ]
    rates = [bool(_pattern("rate").match(text_behind(p))) for p in (a, b)]
    wholes = [bool(_OF_WHOLE.match(text_behind(p))) for p in (a, b)]
    if groups[0] != groups[1] or (rates[0] and wholes[1]) or (rates[1] and wholes[0]):
        return True
    grown, levels = (
        [_grown(p) for p in (a, b)],
        [rate or _level(p) for rate, p in zip(rates, (a, b), strict=True)],
    )
    parts = [_OF_SOMETHING.match(text_behind(p)) is not None for p in (a, b)]
    return (grown[0] and (levels[1] or parts[1])) or (grown[1] and (levels[0] or parts[0]))


def _held(point: FigurePoint) -> bool:
    """Whether it is the part that somebody has: `members hold 58 percent of the bonds`."""
    return _pattern("holds").search(text_before(point)) is not None


def _of_two_wholes(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether two shares, far apart, are of other wholes: `27 percent of the face value`, `94 percent of the bonds`."""
    if max(a.value, b.value) <= _FAR * min(a.value, b.value):
        return False
    found = [_WHOLE.match(text_behind(p)) for p in (a, b)]
    ours, theirs = ({*fold(m[1]).split()} if m else set() for m in found)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _grown(point: FigurePoint) -> bool:
    """Whether it is by how much something grew or fell: `credit grew 11 per cent`."""
    return _pattern("grown").search(text_before(point)) is not None


def _level(point: FigurePoint) -> bool:
    """Whether it is where a rate stands: `cut its rate to 6 per cent`."""
    return _pattern("level").search(text_before(point)) is not None


def _turned(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether one is of a cut and the other of an increase: that is no other value of one measure."""
    found = [_pattern("turn").search(text_before(p)) for p in (a, b)]
    return bool(found[0] and found[1]) and found[0].lastgroup != found[1].lastgroup  # type: ignore[union-attr]


def _of_two_plans(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether each is of somebody's plan, and not of one and the same person's."""
    ours, theirs = _owners(a.sentence.exact), _owners(b.sentence.exact)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _owners(text: str) -> frozenset[str]:
    owned = frozenset(fold(name) for name in _pattern("owned").findall(text))
    if owned or not _pattern("own").search(text):
        return owned
    return frozenset(fold(name) for name in _NAME.findall(text)[1:] or _NAME.findall(text))


def _proposed(a: FigurePoint, b: FigurePoint) -> bool:
    """Whether one is what somebody calls for, and the other what is so now."""
    wished = _cues("proposed").search(text_before(a)) and not _cues("as_of_now").search(a.sentence.exact)
    return bool(wished) and _cues("as_of_now").search(b.sentence.exact) is not None


def _of_two_polls(a: FigurePoint, b: FigurePoint, reader: Reader) -> bool:
    """Whether both are of answers of people who were asked, and the articles name other pollsters."""
    if a.unit_kind != "percent" or not (_asked(a) and _asked(b)):
        return False
    if not any(_cues("asked").search(p.sentence.exact) for p in (a, b)):
        return False
    ours, theirs = (_pollsters(reader.one(ARTICLES, p.article)) for p in (a, b))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _asked(point: FigurePoint) -> bool:
    text = point.sentence.exact
    return _cues("asked").search(text) is not None or " voters" in text.lower()


def _pollsters(article: Article | None) -> frozenset[str]:
    """The words of the names by which an article calls its polls."""
    found = _pattern("pollster").finditer(article.reading) if article else ()
    words = {w for m in found for w in re.split(r"[\W_]+", (m[1] or m[2]).lower())}
    return frozenset(words) - word_set("analysis", "no_holders") - word_set("analysis", "no_pollsters") - {""}


def _of_two_bearers(a: FigurePoint, b: FigurePoint, reader: Reader) -> bool:
    """Whether each is told of a firm of which the other's article does not speak."""
    if a.unit_kind != "money":
        return False
    ours, theirs = (_bearer(p) for p in (a, b))
    return bool(ours and theirs and ours.isdisjoint(theirs)) and not (
        _known(ours, b, reader) or _known(theirs, a, reader)
    )


def _bearer(point: FigurePoint) -> frozenset[str]:
    found = _pattern("bearer").findall(text_before(point))
    words = fold(found[-1]).split() if found else []
    return frozenset(words) - word_set("analysis", "no_holders") - country_words()


def _known(names: frozenset[str], point: FigurePoint, reader: Reader) -> bool:
    """Whether the whole name stands in the point's article."""
    there = reader.one(STORY_NAMES, point.article) or ()
    return all(name_number(name) in there for name in names)


@cache
def _cues(part: str) -> re.Pattern[str]:
    words = sorted(word_set("analysis", part), key=lambda w: (-len(w), w))
    return re.compile(any_phrase(words, r"(?!\w)", any_case=True))


@cache
def _pattern(part: str) -> re.Pattern[str]:
    """What tells two figures apart, by the words of `opposites.yaml`, `told_apart`."""
    said = {
        name: f"(?:{any_of('opposites', 'told_apart', name)})" for name in subject("opposites")["told_apart"]
    }
    plans = rf"(?:\w+ ){{0,2}}{said['plans']}\b"
    shapes = {
        "pollster": rf"((?:{_CAP} )+)(?:{said['of_polls']} )*(?:of )?{said['polls']}\b"
        rf"|\b{said['polls']} (?:\w+ ){{0,2}}(?:by|for|from) (?:the )?({_CAP}(?: {_CAP})*)",
        "top": rf"\b{said['top']} $",
        "rate": rf" (?:\w+ )?{said['rates']}\b",
        "turn": rf"\b(?:(?P<down>{said['down']})|(?P<up>{said['up']})) of "
        r"(?:about |some |nearly |around |almost |more than )?$",
        "owned": rf"\b({_CAP})['’]s {plans}",
        "own": rf"\b(?:his|her) {plans}",
        "bearer": rf"\b((?:{_CAP} )*{_CAP}) {said['had']}\b(?! (?:said|told))",
        "holds": rf"\b{said['holds']} (?:about |some |nearly |around |almost |more than |over |at least )?$",
        "grown": rf"\b{said['grew']} (?:(?:[\w’'-]+ ){{0,4}}?by )?"
        r"(?:about |some |nearly |around |almost |more than |over )?$",
        "level": rf"\b{said['rates']}\b[^,;.]{{0,40}} (?:to|at|of) (?:about |some |nearly |around )?$",
        "rest": rf"\b(?:the|their|its) {said['rest']}\b|^, (?:the|a) first {said['parts']}\b",
        "beyond": r"\b(?:of|than|above|over|under|below|up to) (?:more than |over |up to |less than )?$",
        "needs": r"[^,;.]{0,40}? (?:needs?|requires?|must|will need|have to|has to)\b",
        "named": rf"\b({said['payments']}) (?:(?:totalling |worth )?(?:of )?|(?<=fined )(?:[\w’'-]+ ){{0,3}})$",
        "purpose": rf" {said['purposes']}\b",
        "some": rf"\b{said['some']} $",
        "some_in": rf"(?:the )?{said['some']} ",
    }
    return re.compile(shapes[part])
