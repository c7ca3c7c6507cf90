"""Agreements without a name of their own: `the wage agreement` of one report is `the pay accord` of another.

And what one report only calls `the accord` is named by another.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import combinations

from site_gen.records import Party
from site_gen.resolve.agreements.forms import begins, content_words, party_name, spans_of
from site_gen.resolve.agreements.link import fullness
from site_gen.resolve.agreements.made import UNSIGNED, initialled_later, made_anew
from site_gen.resolve.folding import fold
from site_gen.resolve.tables import AGREEMENT_PARENTS, AgreementDraft
from site_gen.resolve.words import subject, word_set
from site_gen.tables import Reader, Row

_MOST = 40


def link_deeds(_block: str, drafts: tuple[AgreementDraft, ...], _reader: Reader) -> Iterator[Row]:
    """Within the drafts of one occasion: each to the fuller one, if only one deed is meant."""
    some = drafts[:_MOST]
    for a, b in combinations(some, 2):
        if _one_deed(a, b) and _sole(a, b, some):
            short, full = sorted((a, b), key=fullness)
            yield Row(AGREEMENT_PARENTS, short.id, full)


def _one_deed(a: AgreementDraft, b: AgreementDraft) -> bool:
    """Whether the two can be one: sides that fit, papers of one kind on one thing, and not apart in any article."""
    if a.name in b.apart or b.name in a.apart or not (a.generic or b.generic):
        return False
    if two_in_turn(a, b) or _of_story(a, b) or _of_story(b, a):
        return False
    return _one_kind(a, b) and _one_occasion(a, b) and on_one_thing(a, b)


def _of_story(a: AgreementDraft, b: AgreementDraft) -> bool:
    """Whether one is a bare noun without sides, of which only its story tells what it means."""
    return a.generic and not a.parties and not _says(a) and bool(a.told and b.told)


def two_in_turn(a: AgreementDraft, b: AgreementDraft) -> bool:
    """Whether one was made when the other had been turned down, or is a paper of another kind, initialled later."""
    if a.kind != b.kind and (initialled_later(a.made, b.made) or initialled_later(b.made, a.made)):
        return True
    return made_anew(a.made, b.made) or made_anew(b.made, a.made)


def _one_occasion(a: AgreementDraft, b: AgreementDraft) -> bool:
    """Whether day and sides fit.

    The same was done on one day and no side is another's; or the sides are the same and no day speaks against it; or
    both say on what it is, and share somebody who is named where it is told or, if no days differ, a body as a side.
    """
    fits = within(a, b) or within(b, a)
    alike = bool(_says(a) and _says(b)) and _one_subject(a, b)
    if set(a.made) & set(b.made):
        return fits or (alike and _shares_body(a, b))
    both = a.generic and b.generic
    if len(a.parties) > 1 and within(a, b) and within(b, a):
        return both or _no_other_day(a, b)
    told = _shares_body(a, b) and not (a.made and b.made)
    return both and fits and alike and (told or not set(a.people).isdisjoint(b.people))


def within(a: AgreementDraft, b: AgreementDraft) -> bool:
    """Whether each side of the one is a side of the other."""
    return all(any(_one_side(side, other) for other in b.parties) for side in a.parties)


def _one_side(one: Party, other: Party) -> bool:
    """Whether two names are one side: `Corvane` is Corvane Semiconductor."""
    ours, theirs = fold(party_name(one)).split(), fold(party_name(other)).split()
    return ours == theirs or (not one.code and not other.code and begins(ours, theirs))


def _shares_body(a: AgreementDraft, b: AgreementDraft) -> bool:
    """Whether a side of both is a body or a company, which makes fewer agreements than a country."""
    return any(_one_side(x, y) for x in a.parties if not x.code for y in b.parties)


def on_one_thing(a: AgreementDraft, b: AgreementDraft) -> bool:
    """Whether both can be on one thing, and for one time: the words are alike, or one does not say on what it is."""
    lengths = spans_of(a.name), spans_of(b.name)
    if all(lengths) and set(lengths[0]).isdisjoint(lengths[1]):
        return False
    if not (_says(a) and _says(b)) or _one_subject(a, b):
        return True
    if _in_short(a, b):
        return True
    if a.generic and b.generic:
        return False
    told, name = (a, b) if a.generic else (b, a)
    words = _says(told)
    within = all(any(_alike(w, v) for v in content_words(name.name)) for w in words)
    known = all({w, w.removesuffix("s")} & _subjects() for w in words)
    return within or (known and content_words(name.name).isdisjoint(_subjects()))


def _in_short(a: AgreementDraft, b: AgreementDraft) -> bool:
    """`River pact`, `treaty on the waters of the river Ana`: one says what the other says too.

    Of the same two sides or more, and no day speaks against it.
    """
    if not (len(a.parties) > 1 and within(a, b) and within(b, a)):
        return False
    return _no_other_day(a, b) and says_less(a, b)


def of_one_deed(a: AgreementDraft, b: AgreementDraft) -> bool:
    """Whether the same two sides made both on one day, and a word each says not two things: `nickel`, `supply`."""
    if len(a.parties) < 2 or not (within(a, b) and within(b, a)) or set(a.made).isdisjoint(b.made):
        return False
    said = _says(a), _says(b)
    return max(map(len, said)) < 2 and not all(words & _subjects() for words in said)


def _no_other_day(a: AgreementDraft, b: AgreementDraft) -> bool:
    """Whether something was done to both on one day, be it initialled or signed, or one has no day."""
    ours, theirs = ({told.split()[-1] for told in d.made if not told.startswith(UNSIGNED)} for d in (a, b))
    return not (ours and theirs) or bool(ours & theirs)


def says_less(a: AgreementDraft, b: AgreementDraft) -> bool:
    """Whether each word of the one that says less has its like in the other."""
    less, more = sorted((_says(a), _says(b)), key=lambda words: (len(words), sorted(words)))
    return bool(less) and all(any(_alike(w, v) for v in more) for w in less)


def _says(draft: AgreementDraft) -> frozenset[str]:
    """The words that say on what it is: a noun's without its length (`three-year`)."""
    words = content_words(draft.name)
    if not draft.generic:
        return words
    words = words - word_set("agreements", "lengths") - word_set("agreements", "grades")
    return words - word_set("agreements", "manners") or words


@cache
def _subjects() -> frozenset[str]:
    """Words that say what agreements are on, whoever makes them."""
    return word_set("agreements", "modifiers") | word_set("agreements", "plain")


def _sole(a: AgreementDraft, b: AgreementDraft, drafts: tuple[AgreementDraft, ...]) -> bool:
    """Whether a noun (`the agreement`) has but one deed that it can mean, and a name but one that means it."""
    if a.generic and b.generic:
        return _alone(a, b, drafts)
    told, name = (a, b) if a.generic else (b, a)
    names = [d for d in drafts if not d.generic and _one_deed(told, d)]
    nouns = [d for d in drafts if d.generic and _says(d) and _one_deed(d, name)]
    return all(_one_name(d, name) for d in names) and all(says_less(x, y) for x, y in combinations(nouns, 2))


def _one_name(a: AgreementDraft, b: AgreementDraft) -> bool:
    return content_words(a.name) == content_words(b.name)


def _alone(a: AgreementDraft, b: AgreementDraft, drafts: tuple[AgreementDraft, ...]) -> bool:
    """Whether all deeds that the less told of two nouns can mean are one."""
    less, more = sorted((a, b), key=lambda d: (bool(_says(d)), len(d.parties), d.id))
    meant = [d for d in drafts if d.id != less.id and (_says(d) or _says(less)) and _one_deed(less, d)]
    if not _says(less):
        named = [
            d for d in meant if d.kind == less.kind
        ]  # `the protocol` is no agreement, where there is a protocol
        meant = named if more in named else meant
        return all(_one_subject(d, more) for d in meant)
    return all(within(d, more) or within(more, d) for d in meant)


def _one_subject(a: AgreementDraft, b: AgreementDraft) -> bool:
    """Whether each says of what it is in words of which the other has the like: `wage`, `pay`."""
    ours, theirs = _says(a), _says(b)
    return all(any(_alike(w, v) for v in theirs) for w in ours) and all(
        any(_alike(w, v) for v in ours) for w in theirs
    )


def _alike(one: str, other: str) -> bool:
    return one == other or not _groups().get(one, frozenset()).isdisjoint(_groups().get(other, ()))


@cache
def _groups() -> Mapping[str, frozenset[int]]:
    """Each word to the groups of synonyms that have it."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(subject("synonyms")["groups"]):
        for word in group:
            found[word].add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def two_papers(a: AgreementDraft, b: AgreementDraft) -> bool:
    """Whether just one is a kind of paper that is signed by the dozen, and they share neither words nor two sides."""
    bundled = word_set("agreements", "bundled")
    if (a.kind in bundled) == (b.kind in bundled):
        return False
    alike = len(a.parties) > 1 and len(b.parties) > 1 and within(a, b) and within(b, a)
    return not alike and _says(a).isdisjoint(_says(b))


def _one_kind(a: AgreementDraft, b: AgreementDraft) -> bool:
    """Whether one of the two nouns may stand for the other: a `deal` for a treaty, never a `declaration` for a pact."""
    meant = subject("agreements")["means"]
    if a.kind != b.kind and two_papers(a, b):
        return False
    return a.kind == b.kind or a.kind in meant.get(b.kind, ()) or b.kind in meant.get(a.kind, ())
