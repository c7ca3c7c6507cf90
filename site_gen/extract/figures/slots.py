"""Period, place, status, deadline and speaker of a figure, from the words of its sentence."""

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import NamedTuple

from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.records import AgreementFinding, DateFinding, PlaceFinding
from site_gen.text.document import Sentence
from site_gen.text.numbers import Tokens

_NEAR = 4


class Around(NamedTuple):
    """What the other extractors found in one sentence."""

    dates: tuple[DateFinding, ...]
    date_starts: list[int]
    places: tuple[PlaceFinding, ...]
    place_starts: list[int]
    names: list[tuple[int, int]]
    """Spans of names of agreements."""


class Found(NamedTuple):
    """What the other extractors found in the article, in order, ready to be looked up by place."""

    dates: tuple[DateFinding, ...]
    date_starts: list[int]
    places: tuple[PlaceFinding, ...]
    place_starts: list[int]
    names: list[tuple[int, int]]


def gather(
    dates: tuple[DateFinding, ...], places: tuple[PlaceFinding, ...], agreements: tuple[AgreementFinding, ...]
) -> Found:
    """Everything sorted by place."""
    dates = tuple(sorted(dates, key=lambda date: date.evidence.start))
    places = tuple(sorted(places, key=lambda place: place.evidence.start))
    names = sorted((m.start, m.end) for agreement in agreements for m in agreement.mentions)
    return Found(dates, [d.evidence.start for d in dates], places, [p.evidence.start for p in places], names)


def around(found: Found, sentence: Sentence) -> Around:
    """What begins inside a sentence."""
    start, end = sentence.start, sentence.end
    dates = slice(bisect_left(found.date_starts, start), bisect_left(found.date_starts, end))
    places = slice(bisect_left(found.place_starts, start), bisect_left(found.place_starts, end))
    names = slice(bisect_left(found.names, (start, 0)), bisect_left(found.names, (end, 0)))
    return Around(
        found.dates[dates],
        found.date_starts[dates],
        found.places[places],
        found.place_starts[places],
        found.names[names],
    )


def status(tokens: Tokens, found: Quantity, words: Vocabulary) -> str:
    """target, commitment, estimate or actual: by the nearest word before that says so, within the clause."""
    for at in range(found.first - 1, max(-1, found.first - 22), -1):
        word = tokens.low[at]
        kind = words.status.get(word)
        if word == "called" and "for" in tokens.low[at + 1 : at + 6]:
            return "target"
        if (
            kind
            and not tokens.words[at - 1][-1].isdigit()
            and not (kind == "estimate" and tokens.words[at] == "May")
        ):
            promised = word in ("will", "would") and tokens.near[at + 1] in words.commitment_verbs
            return "commitment" if promised else kind
        if (
            tokens.near[at - 1] == "to"
            and (word in words.up or word in words.down)
            and _by_year(tokens, found)
        ):
            return "target"
        if word == ";" or (word in ("which", "who") and tokens.near[at - 1] == ","):
            break
    if verb := _headed(tokens, found, words):
        return "commitment" if verb in words.commitment_verbs else "estimate"
    after = tokens.near[found.last]
    if words.status.get(after) == "estimate" and after.endswith(("ed", "cast")):
        return "estimate"
    return (
        "target"
        if after in ("target", "goal")
        else "commitment"
        if after in ("pledge", "commitment")
        else "actual"
    )


def _headed(tokens: Tokens, found: Quantity, words: Vocabulary) -> str:
    """The verb of a headline that tells what is to come: `return` of `Museum to return 38 bronzes`."""
    at = tokens.low[:9].index("to") if "to" in tokens.low[:9] else 0
    if not at or at + 1 >= found.first or tokens.low[-1] in (".", "!", "?") or tokens.words[0].islower():
        return ""
    opens = [
        tokens.low[n]
        for n in range(at)
        if tokens.low[n] in words.breaks and tokens.low[n] not in ("of", "and", "the", "a", "an")
    ]
    verb = tokens.low[at + 1]
    return (
        verb
        if not opens and verb.isalpha() and verb not in words.articles and tokens.words[at + 1].islower()
        else ""
    )


def _of_another(
    tokens: Tokens, found: Quantity, date: DateFinding, words: Vocabulary, following: Quantity | None
) -> bool:
    """Whether a date behind the figure tells the time of something else."""
    return (
        _for_purpose(tokens, found, date)
        or _held_against(tokens, found, date, words)
        or _of_limit(tokens, found, date, words)
        or (following is not None and _of_following(tokens, found, date, following))
    )


def _held_against(tokens: Tokens, found: Quantity, date: DateFinding, words: Vocabulary) -> bool:
    """`rose 8.4% from a year earlier`, `12% more than in 2019`: what it is compared with."""
    exact = date.evidence.exact.lower()
    if " to " in exact or "–" in exact or "-" in exact or "until" in exact:
        return False
    at = _token(tokens, date.evidence.start) - 1
    while at >= found.last and tokens.low[at] in words.sets["against_links"]:
        at -= 1
    if at < found.last or tokens.low[at] not in words.sets["against"]:
        return False
    if tokens.low[at] in ("on", "over", "with"):
        return exact.endswith(("earlier", "before", "ago")) or exact.startswith(
            ("last", "previous", "the previous")
        )
    return True


def _earlier(tokens: Tokens, date: DateFinding) -> bool:
    """`from a year earlier, above the target of 2%`: what another figure is compared with."""
    told = date.evidence.exact.lower().endswith(("earlier", "before", "ago"))
    return told and tokens.near[_token(tokens, date.evidence.start) - 1] in ("from", "than", "on", "with")


def _of_limit(tokens: Tokens, found: Quantity, date: DateFinding, words: Vocabulary) -> bool:
    """`4.4 percent, within the government's 2014 target`: a year that only describes another noun."""
    first, last = _token(tokens, date.evidence.start), _token(tokens, date.evidence.end - 1)
    noun = tokens.near[last + 1]
    if (
        not noun.isalpha()
        or noun in words.stops
        or noun in words.breaks
        or not tokens.words[last + 1].islower()
    ):
        return False
    return len(date.evidence.exact) == 4 and not words.sets["limits"].isdisjoint(
        tokens.low[found.last : first]
    )


def _of_following(tokens: Tokens, found: Quantity, date: DateFinding, following: Quantity) -> bool:
    """`to 7.8% and for 2023 to 3%`: a date between two figures, cut off from the first and close to the second."""
    first, last = _token(tokens, date.evidence.start), _token(tokens, date.evidence.end - 1)
    if not found.last <= first <= last < following.first:
        return first >= following.first and tokens.near[following.lead - 1] in ("from", "versus", "against")
    between, behind = tokens.low[found.last : first], tokens.low[last + 1 : following.first]
    return "and" in between and len(behind) <= 8 and "," not in behind


def _of_the_next(tokens: Tokens, found: Quantity, following: Quantity, date: DateFinding) -> bool:
    """Whether a date behind the next figure is that one's alone: another clause, or `to $3 from $2 a year earlier`."""
    if _next_clause(tokens, found, following):
        return True
    compared = date.evidence.exact.lower().endswith(("earlier", "before", "ago"))
    between = tokens.low[found.last : _token(tokens, date.evidence.start)]
    return compared and not _STARTS.isdisjoint(between)


_STARTS = frozenset({"from", "against", "versus", "compared", "than"})


def _restated(tokens: Tokens, found: Quantity, following: Quantity | None) -> bool:
    """`from $3.21 billion, or 43 cents per share, a year earlier`: one figure said twice."""
    return following is not None and "or" in tokens.low[found.last : following.first]


def _next_clause(tokens: Tokens, found: Quantity, following: Quantity) -> bool:
    """`killed 15,000, and another killed 1,400 in 1974`, `at 24, up from an estimate of 19 in 2024`: what stands behind
    the next figure is told of that one."""
    between = list(pairwise(tokens.low[found.last : following.lead]))
    joined = any(one == "," and two in ("and", "while", "but") for one, two in between)
    joined = joined or any(one == "compared" and two in ("to", "with") for one, two in between)
    return joined or any(one in ("up", "down") and two == "from" for one, two in between)


def _for_purpose(tokens: Tokens, found: Quantity, date: DateFinding) -> bool:
    """`200 countries adopted a deal to triple aid by 2035`: the year of what is aimed at."""
    at = _token(tokens, date.evidence.start)
    between = tokens.low[found.last : at]
    return (
        len(date.edtf or "") == 4
        and between[-1:] == ["by"]
        and any(word == "to" and verb.isalpha() for word, verb in pairwise(between))
        and "to" not in tokens.low[max(0, found.lead - 3) : found.lead]
    )


def _by_year(tokens: Tokens, found: Quantity) -> bool:
    """`to triple aid to $360 billion by 2035`."""
    following = tokens.low[found.last : found.last + 7]
    return any(word == "by" and len(year) == 4 and year.isdigit() for word, year in pairwise(following))


def period(
    tokens: Tokens, found: Quantity, here: Around, words: Vocabulary, origin: bool, following: Quantity | None
) -> str | None:
    """The calendar date nearest in the clause, the one behind the figure first; None where there is none.

    The day on which somebody said it does not count; for the start of a change (`origin`) only a date
    behind it does. A date that belongs to the `following` figure, or to what this one is held against, is not
    its own.
    """
    start, end = tokens.starts[found.first], tokens.ends[found.last - 1]
    middle = bisect_left(here.date_starts, start)
    best: tuple[int, str] | None = None
    for date in here.dates[max(0, middle - _NEAR) : middle + _NEAR]:
        if date.edtf is None or date.role in ("duration", "recurring", "vague", "publication"):
            continue
        after = date.evidence.start >= end
        if after and _of_another(tokens, found, date, words, following):
            continue
        beyond = following is not None and date.evidence.start >= tokens.ends[following.last - 1]
        if not after and _earlier(tokens, date):
            continue
        if beyond and following is not None and _of_the_next(tokens, found, following, date):
            continue
        if (
            (origin and (not after or (beyond and not _restated(tokens, found, following))))
            or _said_then(tokens, date, words)
            or _founded_then(tokens, date, words)
        ):
            continue
        gap = date.evidence.start - end if after else (start - date.evidence.end) * 2 + 20
        if gap >= 0 and (best is None or gap < best[0]):
            best = (gap, date.edtf)
    return best[1] if best and best[0] < 160 else None


def _said_then(tokens: Tokens, date: DateFinding, words: Vocabulary) -> bool:
    at = _token(tokens, date.evidence.start) - 1
    if tokens.near[at] in words.not_period or date.evidence.exact.split(" ")[0].lower() in words.not_period:
        return True
    at -= tokens.near[at] in ("on", "in", "late", "early")
    return tokens.near[at] in words.speech or tokens.near[at] == "reporters"


def _founded_then(tokens: Tokens, date: DateFinding, words: Vocabulary) -> bool:
    """`The group, founded in 1964, has 5,800 fighters`: the day of an aside about the thing, not of the figure."""
    at = _token(tokens, date.evidence.start) - 1
    at -= tokens.near[at] in ("on", "in", "late", "early")
    last = tokens.near[at]
    founded = last in words.sets["founding"] or f"{tokens.near[at - 1]} {last}" in words.sets["founding"]
    return founded and tokens.near[_token(tokens, date.evidence.end - 1) + 1] not in ("with", "at", "to")


def deadline(tokens: Tokens, here: Around, words: Vocabulary) -> str | None:
    """The date after `by`, `until`, `before` in the sentence."""
    for date in here.dates:
        if date.edtf and date.role == "event":
            first = date.evidence.exact.split(" ")[0].lower()
            if (
                first in words.deadline
                or tokens.near[_token(tokens, date.evidence.start) - 1] in words.deadline
            ):
                return date.edtf
    return None


def place(tokens: Tokens, found: Quantity, here: Around, words: Vocabulary) -> str:
    """The place nearest to the figure that a preposition puts it in; empty where there is none."""
    start = tokens.starts[found.first]
    middle = bisect_left(here.place_starts, start)
    best: tuple[int, str] | None = None
    for spot in here.places[max(0, middle - _NEAR) : middle + _NEAR]:
        at = _token(tokens, spot.evidence.start) - 1
        at -= tokens.near[at] in words.sets["compass"]
        if tokens.near[at] in words.inside:
            gap = abs(spot.evidence.start - start)
            if best is None or gap < best[0]:
                best = (gap, spot.name)
    return best[1] if best else ""


def _token(tokens: Tokens, offset: int) -> int:
    return bisect_right(tokens.starts, offset) - 1


Claims = list[tuple[int, str]]
"""The places of words that tell who says something, and who it is."""


def claims(tokens: Tokens, words: Vocabulary) -> Claims:
    """Who says what in a sentence: the names before `said`, and after `according to`."""
    found: Claims = []
    for at, word in enumerate(tokens.low):
        if word == "according" and tokens.near[at + 1] == "to":
            found.append((at, _name_after(tokens, at + 2, words)))
        elif word in words.says and at and tokens.low[at - 1] not in words.articles:
            name = _name_before(tokens, _before_day(tokens, at, words), words)
            if word in words.sets["reckoned"] and (tokens.near[at + 1] == "to" or name[:1].isdigit()):
                continue  # a deal estimated to total; 13 billion estimated in May
            found.append((at, name))
    return [(at, name) for at, name in found if name]


def speaker(tokens: Tokens, found: Quantity, said: Claims) -> str:
    """Who says a figure: the nearest before it, or the first behind it; empty for the article itself.

    What somebody else says behind `, but` is not of the figures before.
    """
    before = [name for at, name in said if at < found.first]
    if before:
        return before[-1]
    at, name = next(iter(said), (0, ""))
    turned = any(
        one == "," and two in ("but", "while", "though") for one, two in pairwise(tokens.low[found.last : at])
    )
    return "" if turned else name


def _before_day(tokens: Tokens, at: int, words: Vocabulary) -> int:
    """Where a name ends that a day parts from its verb: `the leaders on Monday announced`."""
    first = at
    while first > 1 and tokens.low[first - 1] in words.sets["weekdays"]:
        first -= 1
    return first - (first < at and tokens.low[first - 1] == "on")


def _name_after(tokens: Tokens, at: int, words: Vocabulary) -> str:
    first = at + (tokens.near[at] in words.articles)
    last = first
    while (
        last < tokens.size
        and last - first < 8
        and (tokens.words[last][0].isalnum() or tokens.words[last] in "-'’.")
    ):
        if tokens.low[last] in words.stops and tokens.low[last] != "of":
            break
        last += 1
    return _joined(tokens, first, last)


def _name_before(tokens: Tokens, at: int, words: Vocabulary) -> str:
    first = at
    while first > 0 and at - first < 8:
        word = tokens.low[first - 1]
        linked = word in words.sets["speaker_links"] and at > first and tokens.words[first - 2][:1].isalpha()
        joined = word[0].isalnum() or word in ("-", "'s", "’s")
        if not joined or (_stops(tokens, first - 1, words) and not linked):
            break
        first -= 1
    first += tokens.near[first] in words.articles and first < at
    return _joined(tokens, first, at)


def _stops(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """Whether a word ends a name; `US` is none of the pronoun."""
    word = tokens.low[at]
    known = word in words.stops and word != "of" and word not in words.articles
    return known and not (word == "us" and tokens.words[at] == "US")


def _joined(tokens: Tokens, first: int, last: int) -> str:
    return "".join(tokens.words[at] + ("" if tokens.glued(at) else " ") for at in range(first, last)).strip(
        " .,"
    )
