"""Forms of one block of surnames -> drafts: full names first, then surnames alone where only one can be meant."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from msgspec.structs import replace

from site_gen.resolve.folding import digest, fold, slug
from site_gen.resolve.people.compare import Verdict, compare, countries, surname_fits
from site_gen.resolve.people.forms import form_key, name_key, office_key, title_family
from site_gen.resolve.tables import OFFICE_HOLDERS, PERSON_DRAFTS, PERSON_NAMES, PersonDraft, PersonForm
from site_gen.tables import DECISIONS, Reader, Row

Cluster = list[PersonForm]
NAMED = "given "
"""Opens what stands for the post's place among those of one title and given name."""


def resolve_block(_key: str, forms: tuple[PersonForm, ...], reader: Reader) -> Iterator[Row]:
    """Drafts of the people of one block, and which form means whom."""
    ordered = sorted(forms, key=lambda f: (-f.count, form_key(f)))
    clusters, doubts = _full_names([f for f in ordered if f.given], reader)
    _surnames_alone([f for f in ordered if not f.given], clusters, doubts)
    drafts = _named(clusters)
    ids = {id(cluster): draft.id for cluster, draft in zip(clusters, drafts, strict=True)}
    for cluster, draft in zip(clusters, drafts, strict=True):
        open_questions = _questions(cluster, doubts, ids)
        yield Row(PERSON_DRAFTS, draft.id, replace(draft, possibly_same=open_questions))
        for form in cluster:
            yield Row(PERSON_NAMES, form_key(form), draft.id)
        for post in sorted({office_key(o) for o in draft.offices if o.jurisdiction or o.organization}):
            yield Row(OFFICE_HOLDERS, post, draft)
        for title in sorted({title_family(o.title) for o in draft.offices if draft.given}):
            yield Row(OFFICE_HOLDERS, f"{title}|{NAMED}{draft.given}", draft)


Doubt = tuple[Cluster, Cluster, str]


def _full_names(forms: list[PersonForm], reader: Reader) -> tuple[list[Cluster], list[Doubt]]:
    clusters: list[Cluster] = []
    doubts: list[Doubt] = []
    for form in forms:
        sure, possible = [], []
        for cluster in clusters:
            verdict = _against(form, cluster)
            if _apart(form, cluster, reader):
                continue
            if verdict.sure:
                sure.append(cluster)
            elif verdict.possible:
                possible.append((cluster, verdict.reason))
        if len(sure) > 1 and _one_person(sure):
            doubts = _united(sure, clusters, doubts)
            sure = sure[:1]
        home = _choose(form, sure)
        if home is None:
            home = []
            clusters.append(home)
            possible += [(c, f"may be the same as {c[0].name}") for c in sure]
        home.append(form)
        doubts += [(home, other, reason) for other, reason in possible]
    return clusters, doubts


def _one_person(clusters: list[Cluster]) -> bool:
    """Whether clusters that one form surely means may all be one: `Judge Lee`, `Ann B. Lee`, `Ann Lee`."""
    return all(
        _against(form, first).possible and not _against(form, first).reason.startswith("the same name")
        for first, second in combinations(clusters, 2)
        for form in second
    )


def _united(sure: list[Cluster], clusters: list[Cluster], doubts: list[Doubt]) -> list[Doubt]:
    """The first of `sure` with the forms of the others, which are taken out; the doubts that are left."""
    home, rest = sure[0], {id(other) for other in sure[1:]}
    for other in sure[1:]:
        home.extend(other)
    clusters[:] = [c for c in clusters if id(c) not in rest]
    moved = [(home if id(a) in rest else a, home if id(b) in rest else b, why) for a, b, why in doubts]
    return [doubt for doubt in moved if doubt[0] is not doubt[1]]


def _against(form: PersonForm, cluster: Cluster) -> Verdict:
    """The weakest verdict decides where one contradicts; otherwise the strongest."""
    verdicts = [compare(form, other) for other in cluster]
    if any(not v.sure and v.possible and v.reason.startswith("the same name") for v in verdicts):
        return next(v for v in verdicts if not v.sure and v.possible)
    return max(verdicts, key=lambda v: (v.sure, v.possible))


def _choose(form: PersonForm, sure: list[Cluster]) -> Cluster | None:
    """The one that fits; among several the one of exactly this name and country, else none."""
    if len(sure) <= 1:
        return sure[0] if sure else None
    exact = [
        c for c in sure if any(fold(o.name) == fold(form.name) and countries(o) & countries(form) for o in c)
    ]
    exact = exact or [c for c in sure if any(fold(o.name) == fold(form.name) for o in c)]
    return exact[0] if len(exact) == 1 else None


def _apart(form: PersonForm, cluster: Cluster, reader: Reader) -> bool:
    """Whether the editor keeps this name out of that person."""
    return any(
        d.action == "apart" and fold(d.other.removeprefix("leader/").replace("-", " ")) == fold(form.name)
        for other in cluster
        for d in reader.rows(DECISIONS, f"leader/{slug(other.name)}")
    )


def _surnames_alone(forms: list[PersonForm], clusters: list[Cluster], doubts: list[Doubt]) -> None:
    full = list(clusters)
    alone: list[Cluster] = []
    for form in forms:
        fits = [c for c in full if any(surname_fits(form, o) for o in c) and not _told_apart(form, c)]
        if len(fits) > 1:
            fits = _same_post(form, fits) or fits
        if len(fits) == 1:
            fits[0].append(form)
            continue
        home = next((c for c in alone if _same_alone(form, c[0])), None)
        if home is None:
            home = []
            alone.append(home)
            clusters.append(home)
        home.append(form)
        doubts += [(home, other, "a surname alone, with more than one possible bearer") for other in fits]


def _told_apart(form: PersonForm, cluster: Cluster) -> bool:
    return any(name_key(other.name) in form.apart for other in cluster)


def _same_post(form: PersonForm, fits: list[Cluster]) -> list[Cluster]:
    posts = {office_key(o) for o in form.offices}
    titles = {title_family(o.title) for o in form.offices}
    exact = [c for c in fits if any(office_key(o) in posts for f in c for o in f.offices)]
    return exact or [c for c in fits if any(title_family(o.title) in titles for f in c for o in f.offices)]


def _same_alone(a: PersonForm, b: PersonForm) -> bool:
    return surname_fits(a, b) and surname_fits(b, a)


def _named(clusters: list[Cluster]) -> list[PersonDraft]:
    drafts = [_draft(cluster) for cluster in clusters]
    taken: dict[str, int] = {}
    for draft in drafts:
        taken[draft.id] = taken.get(draft.id, 0) + 1
    return [replace(d, id=_distinct(d)) if taken[d.id] > 1 else d for d in drafts]


def _distinct(draft: PersonDraft) -> str:
    """An id with a suffix made from what tells namesakes apart."""
    posts = sorted({o.jurisdiction or o.organization or o.title for o in draft.offices})
    return f"{draft.id}-{slug(posts[0]) if posts else digest(draft.nationality + draft.given)}"


def _draft(cluster: Cluster) -> PersonDraft:
    best = min(cluster, key=lambda f: (not f.given, -_support(f, cluster), -len(f.name), f.name))
    offices = {office_key(o): o for f in cluster for o in f.offices}
    return PersonDraft(
        id=slug(best.name),
        name=best.name,
        surname=_as_written(best),
        given=best.given,
        leader=any(f.leader for f in cluster),
        offices=tuple(offices[key] for key in sorted(offices)),
        nationality=next((f.nationality for f in cluster if f.nationality), ""),
        count=sum(f.count for f in cluster),
    )


def _support(form: PersonForm, cluster: Iterable[PersonForm]) -> int:
    """Articles that spell the name so; initials count less than names."""
    same = sum(f.count for f in cluster if fold(f.name) == fold(form.name))
    return same * (1 if all(len(w) > 1 for w in form.given.split()) else 0)


def _as_written(form: PersonForm) -> str:
    return next((w for w in form.name.split() if fold(w) == form.surname), form.surname.title())


def _questions(cluster: Cluster, doubts: list[Doubt], ids: dict[int, str]) -> tuple[tuple[str, str], ...]:
    found = {(ids[id(b)], why) for a, b, why in doubts if a is cluster and b is not cluster}
    found |= {(ids[id(a)], why) for a, b, why in doubts if b is cluster and a is not cluster}
    return tuple(sorted(found))
