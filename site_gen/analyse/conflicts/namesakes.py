"""One post told with two first names, one first name with two spellings of a surname: a slip, or two people.

They stay two, for the editor to join.
"""

from collections.abc import Iterator
from itertools import combinations

from site_gen.analyse.conflicts.claims import claim, conflict_rows, witnesses
from site_gen.analyse.conflicts.names import transliterated
from site_gen.analyse.conflicts.stories import same_story
from site_gen.analyse.tables import NAMESAKES, STORY_NAMES, Namesake
from site_gen.records import Evidence, Leader
from site_gen.resolve.folding import fold, skeleton
from site_gen.resolve.intervals import days, gap
from site_gen.resolve.people.compare import given_fit, near_names
from site_gen.resolve.people.forms import is_post, name_tokens, title_family
from site_gen.resolve.tables import FACTS
from site_gen.resolve.words import subject, word_set
from site_gen.tables import ARTICLES, LEADERS, Reader, Row

_GIVEN, _SURNAME, _BEGUN, _TWO = 4, 6, 4, 2
"""Letters of a first name, a surname and its beginning from which a slip is told from another name."""
_HEARD = "~"
"""Before the keys of names by their sounds."""
_MOST, _NEAR, _SHOWN, _AROUND = 24, 60, 3, 60


def spread_namesakes(key: str, leaders: tuple[Leader, ...], _reader: Reader) -> Iterator[Row]:
    """A person with a first name, under the surname."""
    leader = leaders[0]
    posts = tuple(
        sorted({title_family(o.title) for o in leader.offices if is_post(o) and o.status == "current"})
    )
    places = {fold(o.jurisdiction or o.organization) for o in leader.offices} - {""}
    articles = tuple(sorted({m.evidence.article for m in leader.mentions}))
    if len(name_tokens(leader.name)) > 1 and leader.surname:
        row = Namesake(key, leader.name, posts, tuple(sorted(places)), articles)
        yield Row(NAMESAKES, skeleton(leader.surname), row)
        *given, last = name_tokens(leader.name)
        if len(" ".join(given)) >= _GIVEN:
            yield Row(NAMESAKES, f"{' '.join(given)} {last[:1]}", row)
            yield Row(NAMESAKES, f"{_HEARD}{skeleton(given[0])} {last[:1]}", row)


def find_namesakes(block: str, rows: tuple[Namesake, ...], reader: Reader) -> Iterator[Row]:
    """Pairs of one surname and one post, or of one name but for a slip, in reports of one matter; none knows both."""
    held = sorted(rows, key=lambda r: (not r.posts, r.id))[:_MOST]
    by_given = " " in block
    for a, b in combinations(sorted(held, key=lambda r: r.id), 2):
        if block.startswith(_HEARD):
            meant = _written_as_heard(a, b)
        elif by_given:
            meant = (_one_slip(a, b) or _one_holder(a, b)) and _other_letters(a, b)
        else:
            meant = _one_post(a, b) or _one_slip(a, b)
        if meant and not set(a.articles) & set(b.articles) and _one_matter(a, b, reader):
            yield from _conflict(a, b, reader)


def _other_letters(a: Namesake, b: Namesake) -> bool:
    """Whether the surnames are in two blocks, so that only their first names bring them together."""
    ours, theirs = (skeleton(name_tokens(n.name)[-1]) for n in (a, b))
    return ours != theirs


def told_as_namesakes(one: str, other: str, reader: Reader) -> bool:
    """Whether two people of one surname and post, in whose folded names the two texts end, are told as namesakes."""
    held = reader.rows(NAMESAKES, skeleton(one.split()[-1]))
    ours, theirs = (
        [n for n in held if text.endswith(" ".join(name_tokens(n.name)))] for text in (one, other)
    )
    return any(_one_post(a, b) and not set(a.articles) & set(b.articles) for a in ours for b in theirs)


def _one_post(a: Namesake, b: Namesake) -> bool:
    if not _alike_posts(a, b):
        return False
    ours, theirs = (" ".join(name_tokens(n.name)[:-1]) for n in (a, b))
    return ours != theirs and not given_fit(ours, theirs)


def _alike_posts(a: Namesake, b: Namesake) -> bool:
    """Whether both hold one post, and in no two places."""
    alike = any(_nested(one, other) for one in a.posts for other in b.posts)
    return alike and not (a.places and b.places and set(a.places).isdisjoint(b.places))


def _one_slip(a: Namesake, b: Namesake) -> bool:
    """`Vakhtang Kiknadze`, `Vakhtang Kiknaidze`: a slip of the pen apart, and no two ways to write one name."""
    (*given, ours), (*other, theirs) = name_tokens(a.name), name_tokens(b.name)
    if given != other or len(" ".join(given)) < _GIVEN or min(len(ours), len(theirs)) < _SURNAME:
        return False
    near = near_names(ours, theirs) or (_is_long(a) and skeleton(ours) == skeleton(theirs))
    return near and transliterated(ours) != transliterated(theirs)


def _one_holder(a: Namesake, b: Namesake) -> bool:
    """`Nurlan Asanbekov`, `Nurlan Asanbayev`, both the agency's director: one surname, ended in two ways."""
    (*given, ours), (*other, theirs) = name_tokens(a.name), name_tokens(b.name)
    begun = ours[:_BEGUN] == theirs[:_BEGUN] and min(len(ours), len(theirs)) >= _SURNAME
    return given == other and begun and _alike_posts(a, b)


def _written_as_heard(a: Namesake, b: Namesake) -> bool:
    """`Rajeev Saraf`, `Rajiv Sharaf`: first names and surnames, each spelled in two ways of one sound."""
    ours, theirs = name_tokens(a.name), name_tokens(b.name)
    if len(ours) != len(theirs) or ours[0] == theirs[0] or ours[-1] == theirs[-1]:
        return False
    if min(len(word) for word in (ours[0], theirs[0], ours[-1], theirs[-1])) < _GIVEN:
        return False
    sounds = all(
        one[0] == other[0] and (skeleton(one) == skeleton(other) or near_names(one, other))
        for one, other in zip(ours, theirs, strict=True)
    )
    return sounds and transliterated(ours[-1]) != transliterated(theirs[-1])


def _is_long(name: Namesake) -> bool:
    """Whether it has two names before the surname: two people hardly share them."""
    return len(name_tokens(name.name)) > _TWO


def _nested(one: str, other: str) -> bool:
    """`director` may be `agency director`."""
    short, long = sorted((set(one.split()), set(other.split())), key=len)
    return short <= long


def _one_matter(a: Namesake, b: Namesake, reader: Reader) -> bool:
    long = _is_long(a) and _is_long(b)
    return any(
        _near(one, other, reader)
        and (same_story(one, other, reader) or (long and _share(one, other, reader)))
        for one in a.articles[:_SHOWN]
        for other in b.articles[:_SHOWN]
    )


def _share(one: str, other: str, reader: Reader) -> bool:
    """Whether two articles have several names in common."""
    ours: tuple[int, ...] | None = reader.one(STORY_NAMES, one)
    theirs: tuple[int, ...] | None = reader.one(STORY_NAMES, other)
    return len({*(ours or ())} & {*(theirs or ())}) > _TWO


def _near(one: str, other: str, reader: Reader) -> bool:
    facts = [reader.one(FACTS, article) for article in (one, other)]
    first, second = (days(f.published) if f else None for f in facts)
    return not first or not second or gap(first, second) <= _NEAR


def _conflict(a: Namesake, b: Namesake, reader: Reader) -> Iterator[Row]:
    leaders = [leader for n in (a, b) if (leader := reader.one(LEADERS, n.id))]
    if len(leaders) < 2:
        return
    sides = [
        sorted((m.evidence for m in leader.mentions), key=lambda e: (-len(e.exact), e)) for leader in leaders
    ]
    if witnesses(sides[0], reader) & witnesses(sides[1], reader):
        return
    if any(told_apart(e, reader) for side in sides for e in side):
        return
    claims = tuple(claim(leader.name, side, reader) for leader, side in zip(leaders, sides, strict=True))
    spelled = _one_slip(a, b) or _written_as_heard(a, b) or _one_holder(a, b)
    about = "Spelling" if spelled else "First name"
    yield from conflict_rows(
        "name", f"{about}: {leaders[0].name}; {leaders[1].name}", claims,
        subject("opposites")["readings"]["name"], (f"leader/{a.id}", f"leader/{b.id}"), reader,
    )  # fmt: skip


def told_apart(mention: Evidence, reader: Reader) -> bool:
    """Whether the words around a mention say that there are two of that name: `his uncle`, `no relation`."""
    article = reader.one(ARTICLES, mention.article)
    if article is None:
        return False
    before = article.reading[max(0, mention.start - _AROUND) : mention.start].rpartition("\n")[2]
    behind = article.reading[mention.end : mention.end + _AROUND].partition("\n")[0]
    told = f" {fold(before)} {fold(mention.exact)} {fold(behind)} "
    return any(f" {cue} " in told for cue in word_set("held_posts", "kin"))
