"""One event, two dates: told of one deed by independent reports, or of two events that seem one."""

import re
from collections.abc import Iterator
from functools import cache

from site_gen.analyse.conflicts.claims import witnesses
from site_gen.analyse.conflicts.contrasts import days_apart
from site_gen.analyse.conflicts.copies import in_one_lineage
from site_gen.analyse.conflicts.days import deeds_in
from site_gen.analyse.conflicts.excerpt import matter, place_of
from site_gen.analyse.conflicts.measures import share
from site_gen.analyse.conflicts.papers import on_two_topics
from site_gen.analyse.conflicts.places import in_two_towns
from site_gen.analyse.conflicts.roles import other_outcomes
from site_gen.analyse.conflicts.stories import same_story
from site_gen.analyse.conflicts.twice.sentences.deeds import repeated_stems
from site_gen.analyse.conflicts.twice.when.hours import of_two_zones
from site_gen.analyse.conflicts.two_people import done_to_namesakes
from site_gen.analyse.gist import of_one_gist
from site_gen.analyse.in_sentence import text_before
from site_gen.analyse.points import measure_words
from site_gen.analyse.tables import RIVALS, STORY_NAMES, DayPoint, RivalClaim, Rivals
from site_gen.resolve.article_names import name_number
from site_gen.resolve.folding import fold
from site_gen.resolve.intervals import days, gap
from site_gen.resolve.tables import EventDraft
from site_gen.resolve.words import country_words, window, word_set
from site_gen.tables import Reader, Row

_SOFT = frozenset({"state", "other", "aid", "paper", "deal", "decide", "vote"})
_BODIES = frozenset({"board"})
"""Of what a parliament or a board does there is more than one thing."""
_AT_MANY_PLACES = frozenset({"meet", "visit"})
"""What one does on many days, at one place after another."""
_RETURN = "go-home"
_OF_MANY, _TOLL = frozenset({"die"}), frozenset({"dead", "injured"})
_OF_COURTS = frozenset({"rule"})
"""What a court does in a matter on one day, as far as reports of one week go."""
_HALF = 0.5
_BY = re.compile(
    r"\b(?:[Bb]y|[Aa]s of|[Uu]p to) (?:noon|midnight|dawn|nightfall|the \w+ of|early|late)?(?: on)? ?$"
)
_COUNTED = re.compile(r"\b(?:by|as of) (?:(?:noon|midnight|dawn|early|late)(?: on)? )?[A-Z][a-z]+day\b")
"""`had killed 64 people by noon on Friday`: the day of the count."""
_VAGUE = re.compile(r"\b(?:overnight|next|following|later|earlier|same)\b")
_NAMED_DAY = re.compile(r"\d|\w{3}day\b")
_NEXT = 4
_ALONG = 40
_ONCE, _OFTEN = 14, 3
_LOOSE = 31


def find_day_rivals(_block: str, points: tuple[DayPoint, ...], reader: Reader) -> Iterator[Row]:
    """Pairs of points of one deed, close in time, that contradict each other."""
    ordered = sorted({(days(p.date), p.article, p.evidence.start): p for p in points}.items())
    known = [p for _, p in ordered]
    told = {(p.article, p.date) for p in known}
    once = [_tells_of_one(p) for p in known]
    for n, a in enumerate(known):
        if not once[n]:
            continue
        for m, b in enumerate(known[n + 1 : n + 1 + _ALONG], n + 1):
            apart = _apart(a, b)
            if apart > _ONCE:
                break
            if apart and once[m] and a.article != b.article and _one_deed(a, b, told, reader):
                yield from _rows(_point_rivals(a, b))


def _tells_of_one(point: DayPoint) -> bool:
    """Whether it may be the day of a deed of which there is one: not that of a count, nor of one of many votes."""
    return point.deed not in _BODIES and not _counts(point)


def _apart(a: DayPoint, b: DayPoint) -> int:
    first, second = days(a.date), days(b.date)
    return gap(first, second) if first and second else 0


def _one_deed(a: DayPoint, b: DayPoint, told: set[tuple[str, str]], reader: Reader) -> bool:
    once = a.deed in word_set("analysis", "once")
    if (a.article, b.date) in told or (b.article, a.date) in told:
        return False
    if _apart(a, b) > (_ONCE if once else _OFTEN):
        return False
    if not (once or a.deed in _OF_COURTS or _told_alike(a, b)):
        return False
    if a.deed in _OF_MANY and not _of_one_death(a, b):
        return False
    if _other_subject(a, b) or _moved(a, b) or not _same_subject(a, b, reader):
        return False
    if other_outcomes(a.sentence.exact, b.sentence.exact) or not of_one_gist(a.article, b.article, reader):
        return False
    return not in_one_lineage(a.evidence, b.evidence, reader) or (once and _copied_wrongly(a, b))


def _of_one_death(a: DayPoint, b: DayPoint) -> bool:
    """Whether two sentences about the dead have a word in common besides names: people die on many days of a story."""
    names = {stem for n in (*a.names, *b.names) for stem in measure_words(n)}
    return bool(set(a.around) & set(b.around) - names - repeated_stems() - _TOLL)


def _counts(point: DayPoint) -> bool:
    """Whether it is when a count was taken (`by noon on Friday`), or no day that is named (`overnight`)."""
    ahead = text_before(point)
    return _BY.search(ahead) is not None or _VAGUE.search(point.evidence.exact) is not None


def _told_alike(a: DayPoint, b: DayPoint) -> bool:
    """Whether the sentences have a name in common, or half of their words: of what is done often, less says nothing."""
    return bool((set(a.names) & set(b.names)) - country_words()) or share(a.around, b.around) >= _HALF


def _copied_wrongly(a: DayPoint, b: DayPoint) -> bool:
    """Whether copy and original name two days: the same words (`on Tuesday`) are one, whenever they were copied."""
    ours, theirs = (p.evidence.exact.casefold() for p in (a, b))
    return ours != theirs and all(_NAMED_DAY.search(p) for p in (ours, theirs))


def _moved(a: DayPoint, b: DayPoint) -> bool:
    """Planned and held, or one of several, or put off."""
    if a.ahead != b.ahead:
        return True
    written = [days(p.published) for p in (a, b)]
    if a.ahead and all(written) and gap(written[0], written[1]) > _OFTEN:  # type: ignore[arg-type]
        return True
    cues = word_set("analysis", "other_day_cues")
    return any(f" {cue} " in f" {fold(p.sentence.exact)} " for p in (a, b) for cue in cues)


def _other_subject(a: DayPoint, b: DayPoint) -> bool:
    """Whether people, places or the two countries of the articles tell two events apart."""
    if a.pair and b.pair and a.pair != b.pair:
        return True
    if a.deals and b.deals and not any(_within(ours, theirs) for ours in a.deals for theirs in b.deals):
        return True
    if _another_paper(a, b) or _another_paper(b, a):
        return True
    if on_two_topics(a.sentence.exact, b.sentence.exact) or _died_later(a.sentence.exact) != _died_later(
        b.sentence.exact
    ):
        return True
    if a.deed in _AT_MANY_PLACES and in_two_towns((a.sentence.exact,), (b.sentence.exact,)):
        return True
    if done_to_namesakes(a.sentence.exact, b.sentence.exact) or days_apart(
        a.sentence.exact, b.sentence.exact
    ):
        return True
    return _others(a.people, b.people) or bool(a.places and b.places and set(a.places).isdisjoint(b.places))


def _within(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether one has all words of the other."""
    return {*ours} <= {*theirs} or {*theirs} <= {*ours}


def _died_later(text: str) -> bool:
    """Whether it is a death behind the day of the accident: `died in hospital on Thursday`."""
    return any(cue in text.lower() for cue in word_set("analysis", "later_deaths"))


def _another_paper(named: DayPoint, other: DayPoint) -> bool:
    """Whether one names a paper, and the other sentence has one of another sort: `signed a transshipment agreement`."""
    if not named.deals or other.deals:
        return False
    sorts = [fold(found[1]).split() for found in _paper().finditer(other.sentence.exact)]
    words = {word for deal in named.deals for word in deal}
    return bool(sorts) and all(words.isdisjoint(sort) for sort in sorts)


@cache
def _paper() -> re.Pattern[str]:
    kinds = "|".join(sorted(word_set("analysis", "agreement_kinds")))
    return re.compile(rf"\b(?:an?|another) ((?:[a-z-]+ ){{1,3}})(?:{kinds})\b")


def _same_subject(a: DayPoint, b: DayPoint, reader: Reader) -> bool:
    """Names in common; where a sentence has none, the words of both and the names of the articles."""
    bodies = word_set("analysis", "bodies")
    first, second = (bodies.intersection(fold(p.sentence.exact).split()) for p in (a, b))
    if first and second and not first & second:
        return False
    ours, theirs = (set(p.names) - country_words() for p in (a, b))
    shared, likely = ours & theirs, share(a.around, b.around)
    if len(shared) > 1 or (shared and likely >= 0.2):
        return True
    if not (a.alone and b.alone) and likely < 0.3:
        return False
    if ours and theirs and not shared and not (_named_in(ours, b, reader) or _named_in(theirs, a, reader)):
        return False
    return same_story(a.article, b.article, reader)


def _others(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether two sentences name other people: none in common, or one where each names two."""
    common = len(set(ours) & set(theirs))
    return bool(ours and theirs) and common < min(2, len(ours), len(theirs))


def _named_in(names: set[str], point: DayPoint, reader: Reader) -> bool:
    """Whether one of the names stands anywhere in the point's article."""
    there = reader.one(STORY_NAMES, point.article) or ()
    return any(name_number(name) in there for name in names)


def _point_rivals(a: DayPoint, b: DayPoint) -> Rivals:
    claims = [RivalClaim(p.date, (p.article,), (p.sentence, p.evidence), "") for p in (a, b)]
    about = matter("date", [place_of(p.sentence, p.evidence) for p in (a, b)])
    return Rivals(about, share(a.around, b.around), claims[0], claims[1])


def _rows(rivals: Rivals) -> Iterator[Row]:
    """The row of two days; none where each comes with an hour, and one of these is of another time zone."""
    if not any(of_two_zones(x.exact, y.exact) for x in rivals.one.places for y in rivals.other.places):
        yield Row(RIVALS, f"{rivals.kind} {rivals.one.value} {rivals.other.value}", rivals)


def find_event_rivals(events: tuple[EventDraft, ...], reader: Reader) -> Iterator[Row]:
    """Neighbours in time that may be one event told with two dates by independent reports."""
    dated = sorted(
        (e for e in events if e.dated and e.family not in _SOFT and days(e.date)),
        key=lambda e: (days(e.date), e.id),
    )
    for n, a in enumerate(dated):
        rival = next((b for b in dated[n + 1 : n + 1 + _NEXT] if _rivals(a, b, reader)), None)
        if rival:
            yield from _rows(Rivals(a.title, 1.0, _event_claim(a), _event_claim(rival)))


def _event_claim(event: EventDraft) -> RivalClaim:
    places = tuple(place for _, date, place in event.dated if date)
    return RivalClaim(str(event.date), event.articles, places, f"event/{event.id}")


def _rivals(a: EventDraft, b: EventDraft, reader: Reader) -> bool:
    first, second = days(a.date), days(b.date)
    if first is None or second is None or max(first.length, second.length) > 62:
        return False
    apart = gap(first, second)
    reach = min(window(a.family), _ONCE if max(first.length, second.length) == 1 else _LOOSE)
    if not 0 < apart <= reach or not _same_matter(a, b) or (a.status == "planned") != (b.status == "planned"):
        return False
    if set(a.articles) & set(b.articles) or _counts_anew(a) or _counts_anew(b):
        return False
    ours = witnesses((e for _, _, e in a.dated), reader)
    return not ours & witnesses((e for _, _, e in b.dated), reader)


def _counts_anew(event: EventDraft) -> bool:
    """Whether it is a count that has risen, on the day of counting, or what was done in the days behind the event."""
    told = f" {fold(event.title)} "
    if any(_COUNTED.search(place.exact) or _died_later(place.exact) for _, _, place in event.dated):
        return True
    return any(
        f" {cue} " in told for cue in word_set("analysis", "update_cues") | word_set("analysis", "aftermath")
    )


def _same_matter(a: EventDraft, b: EventDraft) -> bool:
    if a.kind != b.kind and a.family in ("deal", "office", "court"):
        return False
    if a.family in ("talks", "visit", "office") and not set(a.participants) & set(b.participants):
        return False
    if a.family == "visit" and len({_RETURN in deeds_in(p.exact) for e in (a, b) for _, _, p in e.dated}) > 1:
        return False  # it began on one day, and ended on the other
    if a.family in ("talks", "visit") and in_two_towns(*([p.exact for _, _, p in e.dated] for e in (a, b))):
        return False
    if any(done_to_namesakes(x.exact, y.exact) for _, _, x in a.dated for _, _, y in b.dated):
        return False
    if a.family == "disaster":
        ours, theirs = (deeds_in(e.title) for e in (a, b))
        if ours and theirs and not ours & theirs:
            return False
    both = len({*a.participants} & {*b.participants})
    return a.family != "talks" or both >= min(2, len(a.participants), len(b.participants))
