"""A person's name and offices in a form that can be compared: from findings to the rows of a block."""

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from site_gen.extract.people.remits import turned
from site_gen.records import Office, PersonFinding
from site_gen.resolve.folding import fold, skeleton
from site_gen.resolve.tables import PERSON_BLOCKS, PERSON_FORMS, SINGLE_NAMES, PersonForm
from site_gen.resolve.words import group_of, word_set
from site_gen.tables import Reader, Row


def name_tokens(name: str) -> tuple[str, ...]:
    """The folded words of a name, honorifics left out."""
    words = fold(name).split()
    kept = tuple(w for w in words if w not in word_set("names_variants", "honorifics"))
    return kept or tuple(words)


def name_key(name: str) -> str:
    """Equal for one name in any order of its words."""
    return " ".join(sorted(name_tokens(name)))


def title_family(title: str) -> str:
    """The office that a title names, whatever its wording (`External Affairs Minister`: foreign minister)."""
    folded = fold(title)
    known = group_of("analysis", "offices")
    return known.get(folded) or known.get(turned(folded)) or turned(folded)


def office_key(office: Office) -> str:
    """Family of the title and the country or body: equal for one post."""
    return f"{title_family(office.title)}|{fold(office.jurisdiction or office.organization)}"


def is_post(office: Office) -> bool:
    """Whether the title names a post, and not only a relation (`counterpart`)."""
    return fold(office.title) not in word_set("analysis", "no_office")


def form_key(form: PersonForm) -> str:
    """Name, offices and nationality: findings with equal keys are one person."""
    posts = ";".join(sorted({office_key(o) for o in form.offices}))
    return "#".join((name_key(form.name), posts, fold(form.nationality), *form.apart))


def form_of(person: PersonFinding) -> PersonForm:
    """The part of a finding that tells who is meant, without places and times."""
    offices = {
        office_key(o): Office(
            o.title, o.jurisdiction, o.organization, jurisdiction_inferred=o.jurisdiction_inferred
        )
        for o in person.offices
        if is_post(o)
    }
    return PersonForm(
        person.name,
        person.surname or (name_tokens(person.name) or ("",))[-1],
        person.given,
        person.leader,
        tuple(offices[key] for key in sorted(offices)),
        person.nationality,
        apart=tuple(sorted(name_key(name) for name in person.apart)),
    )


def spread_people(people: Iterable[PersonFinding]) -> Iterator[Row]:
    """The forms of one article's people, by name."""
    for person in people:
        form = form_of(person)
        tokens = name_tokens(form.name)
        if tokens:
            yield Row(PERSON_FORMS, " ".join(sorted(tokens)), form)


def note_single(key: str, _forms: tuple[PersonForm, ...], _reader: Reader) -> Iterator[Row]:
    """A surname that stands alone somewhere: tells which word of a full name is the surname."""
    if " " not in key:
        yield Row(SINGLE_NAMES, skeleton(key), key)


def gather_forms(_key: str, forms: tuple[PersonForm, ...], reader: Reader) -> Iterator[Row]:
    """One row a form into the block of its surname, with the number of articles that use it."""
    counted: Counter[str] = Counter()
    first: dict[str, PersonForm] = {}
    for form in forms:
        key = form_key(form)
        counted[key] += 1
        if key not in first or form.name < first[key].name:
            first[key] = form
    surname = _surname(forms, reader)
    for key in sorted(first):
        form = first[key]
        given = _given(form.name, surname)
        yield Row(
            PERSON_BLOCKS,
            skeleton(surname),
            replace(form, surname=surname, given=given, count=counted[key]),
        )


def _surname(forms: tuple[PersonForm, ...], reader: Reader) -> str:
    """What most articles take for the surname; a word that stands alone elsewhere wins over one that never does."""
    counted = Counter(fold(form.surname) for form in forms)
    best = min(counted, key=lambda name: (-counted[name], name))
    tokens = name_tokens(forms[0].name)
    if len(tokens) < 2 or _stands_alone(best, reader):
        return best
    alone = [t for t in (tokens[0], tokens[-1]) if _stands_alone(t, reader)]
    alone = alone or [t for t in tokens[1:-1] if len(t) > len("bin") and _stands_alone(t, reader)]
    return alone[0] if len(alone) == 1 else best


def _stands_alone(surname: str, reader: Reader) -> bool:
    return any(fold(name) == surname for name in reader.rows(SINGLE_NAMES, skeleton(surname)))


def _given(name: str, surname: str) -> str:
    dropped = surname.split()
    return " ".join(t for t in name_tokens(name) if t not in dropped)
