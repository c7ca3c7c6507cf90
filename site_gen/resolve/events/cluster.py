"""Mentions of one block -> clusters, one an event. Dated ones first, the most exact first; then the undated."""

import re
from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct, field

from site_gen.resolve.events.block import event_name_words, specific_words
from site_gen.resolve.folding import fold
from site_gen.resolve.intervals import FAR, Days, days, gap, overlap
from site_gen.resolve.tables import EventPart
from site_gen.resolve.words import subject, window, word_set

_LONG = 62
_ANY = -1
"""Stands for the month of what may be of any."""
_MAKING = frozenset({"sign", "agree", "adopt", "announce", "publish", "launch", "ceasefire"})
_PLAIN = re.compile(
    r"(?<![\w-])(?!(?:from|after|with|that|percent|first|time|last|year|years|month|their|have|been|will|over|into|more|"
    r"than|said|under|against|until|were|would|this|which|when|about|also|since|late|early|"
    r"approved|pledged|signed|announced|adopted|passed|voted|votes|unanimously|already|another)\b)[a-z]{4,}"
)
_CAPS = re.compile(r"\b[A-Z][\w’'-]+")
_ISSUE = re.compile(r"\b(?:\d+(?:st|nd|rd|th)|(?:19|20)\d\d)\b")


class Cluster(Struct):
    """Parts that tell one event, with what they have in common."""

    parts: list[EventPart] = field(default_factory=list)
    people: set[str] = field(default_factory=set)
    name: frozenset[str] = frozenset()
    place: str = ""
    country: str = ""
    span: Days | None = None
    agreements: set[str] = field(default_factory=set)

    def add(self, part: EventPart) -> None:
        """Take a part in; the narrowest date and the fullest name stand for the cluster."""
        self.parts.append(part)
        self.people.update(part.people)
        self.agreements.update(part.agreements)
        self.place = self.place or part.place
        self.country = self.country or part.place_country
        words = specific_words(part.name)
        if len(words) > len(self.name):
            self.name = words
        span = days(part.date)
        if span and (self.span is None or span.length < self.span.length):
            self.span = span


def cluster_parts(parts: Iterable[EventPart]) -> list[Cluster]:
    """Clusters of one block, whatever the order of its parts."""
    found: list[Cluster] = []
    index: dict[int, list[Cluster]] = defaultdict(list)
    undated = []
    for part in sorted(parts, key=_exactness):
        span = days(part.date)
        if span is None:
            undated.append(part)
            continue
        _place_dated(part, span, found, index)
    _place_undated(undated, found)
    return found


def _exactness(part: EventPart) -> tuple[int, int, int, str, str, int]:
    span = days(part.date)
    length, first = (span.length, span.first) if span else (FAR, FAR)
    return (length, first, -len(part.people), part.evidence.exact, part.article, part.order)


def _place_dated(part: EventPart, span: Days, found: list[Cluster], index: dict[int, list[Cluster]]) -> None:
    near = [c for c in _near(span, found, index) if c.span and _meets(part, span, c) and fits(part, c)]
    if span.length > _LONG and len(near) > 1:
        near = [c for c in near if set(part.people) == c.people] or near
    if len(near) == 1 or (near and span.length <= _LONG):
        _best(part, near).add(part)
        return
    made = Cluster()
    made.add(part)
    found.append(made)
    for month in range(span.first // 31, min(span.last, span.first + 800) // 31 + 1):
        index[month].append(made)


def _meets(part: EventPart, span: Days, cluster: Cluster) -> bool:
    """Whether the days overlap; a visit lasts some, and of one signing reports may give two days."""
    if cluster.span is None or overlap(cluster.span, span):
        return cluster.span is not None
    nameless = part.family == "visit" and not (part.people and cluster.people)
    again = part.family == "deal" and part.stage and _step(part) in {_step(p) for p in cluster.parts}
    return (nameless or bool(again)) and gap(cluster.span, span) <= 3


def _step(part: EventPart) -> str:
    """The stage; one word for all that say that it was agreed."""
    return "agreed" if part.stage in word_set("events", "agreeing") else part.stage


def _near(span: Days, found: list[Cluster], index: dict[int, list[Cluster]]) -> list[Cluster]:
    if span.length > 800:
        return found
    months = range(span.first // 31, span.last // 31 + 1)
    return list({id(c): c for month in months for c in index[month]}.values())


def _best(part: EventPart, near: list[Cluster]) -> Cluster:
    def score(cluster: Cluster) -> tuple[int, int, bool]:
        return (
            len(cluster.people & set(part.people)),
            len(cluster.agreements & set(part.agreements)),
            cluster.place == part.place,
        )

    return max(near, key=score)


def _place_undated(parts: list[EventPart], found: list[Cluster]) -> None:
    dated = _Dated(found)
    shelf = _Undated()
    for part in parts:
        near = [c for c in dated.near(part) if fits(part, c) and not _to_come(part, c)]
        near = [c for c in near if part.stage and part.stage in {p.stage for p in c.parts}] or near
        choice = _in_article(part, near) or _in_time(part, near) or _by_name(part, near)
        if choice is None:
            choice = next((c for c in shelf.near(part) if fits(part, c) and _alike(part, c)), None)
        if choice is None:
            choice = Cluster()
            shelf.put(part, choice)
            found.append(choice)
        choice.add(part)


def _to_come(part: EventPart, cluster: Cluster) -> bool:
    """Whether the report tells as done what by its day was still to come: another deed.

    Of one agreement two reports may say that it is signed, and that it will be.
    """
    told = part.published and part.status == "happened" and part.family != "deal"
    written = days(part.published) if told else None
    return bool(written and cluster.span) and cluster.span.first > written.last  # type: ignore[union-attr]


class _Dated:
    """Dated clusters by month and by article: those in which an undated part may belong."""

    def __init__(self, clusters: list[Cluster]) -> None:
        self._all = list(clusters)
        self._months: dict[int, list[Cluster]] = defaultdict(list)
        self._articles: dict[str, list[Cluster]] = defaultdict(list)
        self._long: list[Cluster] = []
        for cluster in clusters:
            if cluster.span is None or cluster.span.length > _LONG:
                self._long.append(cluster)
            else:
                for month in _months(cluster.span, 0):
                    self._months[month].append(cluster)
            for article in {part.article for part in cluster.parts}:
                self._articles[article].append(cluster)

    def near(self, part: EventPart) -> list[Cluster]:
        """Clusters of about the day of its article, and those of which the article tells; all where it has no day."""
        written = days(part.published) if part.published else None
        if written is None:
            return self._all
        close = [c for month in _months(written, window(part.family)) for c in self._months[month]]
        found = (*close, *self._long, *self._articles[part.article])
        return list({id(c): c for c in found}.values())


class _Undated:
    """Undated clusters by the month of their first part, in the order in which they were made."""

    def __init__(self) -> None:
        self._months: dict[int, list[tuple[int, Cluster]]] = defaultdict(list)
        self._all: list[tuple[int, Cluster]] = []

    def put(self, part: EventPart, cluster: Cluster) -> None:
        """A cluster that begins with this part."""
        numbered = (len(self._all), cluster)
        self._all.append(numbered)
        written = days(part.published) if part.published else None
        for month in _months(written, 0) if written and written.length <= _LONG else (_ANY,):
            self._months[month].append(numbered)

    def near(self, part: EventPart) -> list[Cluster]:
        """Clusters that may be of about the day of its article."""
        written = days(part.published) if part.published else None
        if written is None or written.length > _LONG:
            return [cluster for _, cluster in self._all]
        months = (_ANY, *_months(written, window(part.family)))
        found = dict(numbered for month in months for numbered in self._months[month])
        return [found[number] for number in sorted(found)]


def _months(span: Days, reach: int) -> range:
    """Stretches of 31 days that a span touches, widened by so many days."""
    return range((span.first - reach) // 31, (span.last + reach) // 31 + 1)


def _in_article(part: EventPart, near: list[Cluster]) -> Cluster | None:
    """The one cluster that this article also tells with a date."""
    same = [c for c in near if any(p.article == part.article and p.date for p in c.parts)]
    return same[0] if len(same) == 1 else None


def _by_name(part: EventPart, near: list[Cluster]) -> Cluster | None:
    """The only one of the same name but for its number, in an article of unknown date."""
    if not part.name or part.published:
        return None
    ours = event_name_words(part.name, countries=True)
    same = [c for c in near if any(_nested(ours, event_name_words(p.name, countries=True)) for p in c.parts)]
    return same[0] if len(same) == 1 else None


def _nested(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(ours and theirs) and len(ours & theirs) > 1 and (ours <= theirs or theirs <= ours)


def _in_time(part: EventPart, near: list[Cluster]) -> Cluster | None:
    """The only one that fits; in a dated article the one close to its day; else none."""
    written = days(part.published) if part.published else None
    if written:
        reach = window(part.family)
        close = [c for c in near if c.span and gap(c.span, written) <= reach]
        return close[0] if len(close) == 1 else None
    return near[0] if len(near) == 1 else None


def _alike(part: EventPart, cluster: Cluster) -> bool:
    """Undated mentions are one where something besides the block is shared and no article dates keep them apart."""
    if part.family in ("state", "decide", "other", "court"):
        same = any(
            p.kind == part.kind and (p.article == part.article or _same_words(part, p)) for p in cluster.parts
        )
        return same and _same_day(part, cluster)
    return _same_day(part, cluster)


def _same_words(part: EventPart, other: EventPart) -> bool:
    """One person's statement to one outlet: the same people, and a name of two words in common beside theirs."""
    if not part.people or set(part.people) != set(other.people):
        return False
    names = {w for p in (part, other) for n in p.names for w in n.split()}
    caps = [set(_CAPS.findall(p.evidence.exact)) - names for p in (part, other)]
    small, large = sorted(caps, key=len)
    return len(small) > 2 and len(small & large) * 4 >= len(small) * 3


def _same_day(part: EventPart, cluster: Cluster) -> bool:
    written = days(part.published) if part.published else None
    if written is None:
        return True
    others = [days(p.published) for p in cluster.parts if p.published]
    return all(o is None or gap(o, written) <= window(part.family) for o in others)


def fits(part: EventPart, cluster: Cluster) -> bool:
    """Whether nothing but the date speaks against one event: people, names, places, planned or not."""
    ours = set(part.people)
    if ours and cluster.people and not _people_fit(part.family, ours, cluster.people):
        return False
    words = specific_words(part.name)
    if (words or cluster.name) and not _names_fit(part, words, cluster):
        return False
    if part.family in ("attack", "disaster", "vote", "visit", "death", "decide") and not _places_fit(
        part, cluster
    ):
        return False
    if part.family == "deal":
        return any(_one_step(p, part) for p in cluster.parts)
    if part.family == "talks":
        return _hosts_fit(part, cluster) and _issue_fits(part, cluster) and _told_alike(part, ours, cluster)
    if part.family == "vote":
        return any(_one_vote(p, part) for p in cluster.parts)
    if part.family in ("decide", "aid"):
        return any(_one_matter(p, part) for p in cluster.parts)
    if part.family in ("office", "court", "state", "other"):
        return any(p.kind == part.kind and (p.kind != "other" or _one_matter(p, part)) for p in cluster.parts)
    return True


def _one_vote(one: EventPart, other: EventPart) -> bool:
    """Whether two votes may be one: an election is no bill, and two bills share a telling word."""
    bills = frozenset(subject("events")["objects"]["bills"]) | {"resolution", "resolutions"}
    made = [not bills.isdisjoint(p.evidence.exact.lower().split()) for p in (one, other)]
    if {_held_by(one), _held_by(other)} == {"house", "people"}:
        return False
    return made[0] == made[1] and (not made[0] or _one_matter(one, other))


def _held_by(part: EventPart) -> str:
    """`voters went to the polls` is no vote of confidence."""
    said = set(fold(part.evidence.exact).split())
    house, people = (
        not word_set("analysis", name).isdisjoint(said) for name in ("house_votes", "public_votes")
    )
    return "" if house == people else "house" if house else "people"


def _one_matter(one: EventPart, other: EventPart) -> bool:
    """Whether two decisions share a telling word: a rate is no law."""
    return bool(set(_PLAIN.findall(one.evidence.exact)) & set(_PLAIN.findall(other.evidence.exact)))


def _hosts_fit(part: EventPart, cluster: Cluster) -> bool:
    """Whether the host of both may be one: no two cities, no two countries."""
    if part.place_country and cluster.country and part.place_country != cluster.country:
        return False
    return (
        not (part.place and cluster.place)
        or part.place == cluster.place
        or bool({part.place, cluster.place} & {part.place_country, cluster.country})
    )


def _told_alike(part: EventPart, ours: set[str], cluster: Cluster) -> bool:
    """What is to come without a date is what was held only with somebody in common."""
    if part.date or part.status != "planned" or not cluster.span:
        return True
    return bool(ours & cluster.people) or any(p.status == "planned" for p in cluster.parts)


def _issue_fits(part: EventPart, cluster: Cluster) -> bool:
    """The 14th summit is not the 15th."""
    ours = set(_ISSUE.findall(part.name))
    theirs = {n for p in cluster.parts for n in _ISSUE.findall(p.name)}
    return not ours or not theirs or bool(ours & theirs)


def _names_fit(part: EventPart, words: frozenset[str], cluster: Cluster) -> bool:
    """One name is part of the other; a named gathering is a nameless one only with the same two people."""
    if words and cluster.name:
        return words <= cluster.name or cluster.name <= words
    return len(cluster.people & set(part.people)) > 1


def _one_step(one: EventPart, other: EventPart) -> bool:
    """Whether two steps of an agreement may be one: to initial is not to sign, to ratify not to apply."""
    if "initialled" in (one.stage, other.stage) and one.stage and other.stage:
        return one.stage == other.stage
    return one.kind == other.kind or {one.kind, other.kind} <= _MAKING


def _people_fit(family: str, ours: set[str], theirs: set[str]) -> bool:
    common = ours & theirs
    if not common:
        return family == "deal"
    if family != "talks":
        return True
    return min(len(ours), len(theirs)) < 2 or len(common) > 1


def _places_fit(part: EventPart, cluster: Cluster) -> bool:
    if part.place_country and cluster.country and part.place_country != cluster.country:
        return False
    cities = {p for p in (part.place, cluster.place) if p and p not in (part.place_country, cluster.country)}
    return part.family == "visit" or len(cities) < 2
