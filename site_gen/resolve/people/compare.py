"""Are two name forms one person? Sure, possible, or no, with the reason."""

from functools import cache

from msgspec import Struct

from site_gen.resolve.folding import fold
from site_gen.resolve.people.forms import office_key, title_family
from site_gen.resolve.tables import PersonDraft, PersonForm
from site_gen.resolve.words import subject, word_set


class Verdict(Struct, frozen=True):
    """`sure` merges; `possible` is listed for the editor; neither keeps apart."""

    sure: bool
    possible: bool
    reason: str


_NO = Verdict(False, False, "")


def compare(a: PersonForm, b: PersonForm) -> Verdict:
    """Whether two forms with given names, of one block, mean one person."""
    alike = loose_slip(a, b) and (" " in a.given or _one_post(a, b))
    names = _names_fit(a, b) or ("spelling" if alike else "")
    if not names:
        return _NO
    if contradict(a, b):
        return Verdict(False, names == "equal", "the same name with different offices or countries")
    shared = share_office(a, b) or (names == "spelling" and _loosely_one_post(a, b))
    if names == "equal" or (shared and names in ("initial", "spelling", "short")):
        return Verdict(True, True, names)
    if names in ("short", "initial"):
        return Verdict(_same_country(a, b), True, f"names that may be one person's: {a.name}, {b.name}")
    close = (_same_country(a, b) or " " in a.given) and (a.given == b.given) and len(a.surname) > 5
    return Verdict(close, True, f"spellings that may be one name: {a.name}, {b.name}")


def _one_post(a: PersonForm, b: PersonForm) -> bool:
    """One office of one country or body, told of both."""
    ours, theirs = ({office_key(o) for o in f.offices if o.jurisdiction or o.organization} for f in (a, b))
    return bool(ours & theirs)


def _loosely_one_post(a: PersonForm, b: PersonForm) -> bool:
    """One body, or a title that says less than the other's: `the minister`, `the firm's boss`."""
    bodies = [{fold(o.organization) for o in f.offices if o.organization} for f in (a, b)]
    if bodies[0] & bodies[1]:
        return True
    ours, theirs = _titles(a), _titles(b)
    return any(_says_less(x, y) or _says_less(y, x) for x in ours for y in theirs)


def _says_less(loose: str, full: str) -> bool:
    words = full.split()
    if words[-1:] == [loose]:
        return True
    return loose in word_set("analysis", "loose_titles") and full in word_set("analysis", "led_by")


def loose_slip(a: PersonForm | PersonDraft, b: PersonForm | PersonDraft) -> bool:
    """The same given names, and surnames two letters apart: one person where the post is one too."""
    return a.given == b.given and len(a.given) > 3 and _near(a.surname, b.surname, _LOOSE)


def _names_fit(a: PersonForm, b: PersonForm) -> str:
    """`equal`, `short` (a middle name or a nickname), `initial`, `spelling`, or nothing."""
    if fold(a.surname) == fold(b.surname):
        if a.given == b.given:
            return "equal"
        given = given_fit(a.given, b.given)
        return "spelling" if not given and _near(a.given, b.given) else given
    if not _near(a.surname, b.surname):
        return ""
    return "spelling" if a.given == b.given or given_fit(a.given, b.given) or _near(a.given, b.given) else ""


def given_fit(a: str, b: str) -> str:
    """How one set of given names can stand for another: `short`, `initial`, or nothing."""
    first, second = a.split(), b.split()
    if not first or not second:
        return ""
    if _is_initials(first, second) or _is_initials(second, first):
        return "initial"
    short, long = sorted((first, second), key=len)
    if set(short) <= set(long) or _nickname(short[0], long[0]):
        return "short"
    return ""


def _is_initials(short: list[str], full: list[str]) -> bool:
    letters = (
        "".join(short) if all(len(w) == 1 for w in short) or (len(short) == 1 and len(short[0]) <= 2) else ""
    )
    return bool(letters) and letters != "".join(full) and letters[0] == full[0][0] and len(full[0]) > 1


@cache
def _nicknames() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(fold(n) for n in group) for group in subject("names_variants")["nicknames"])


@cache
def _nickname(a: str, b: str) -> bool:
    return any(a in group and b in group for group in _nicknames())


_FIRST = tuple(map(set, ("kq", "gq", "gk", "zs", "ck", "ei", "ou", "iy", "vw", "yj")))
"""First letters of two spellings of one name."""
_STRICT, _LOOSE = 7, 5
"""Letters from which two may differ."""


def _near(a: str, b: str, two_from: int = _STRICT) -> bool:
    """Spellings that are a slip or a transliteration apart."""
    from rapidfuzz.distance import OSA

    a, b = fold(a), fold(b)
    if not a or not b or (a[0] != b[0] and {a[0], b[0]} not in _FIRST):
        return False
    length = min(len(a), len(b))
    allowed = 0 if length < 4 else 1 if length < two_from else 2
    return OSA.distance(a, b, score_cutoff=allowed) <= allowed


def near_names(a: str, b: str) -> bool:
    """Whether two spellings are a slip of the pen apart: 1 edit from four letters, 2 from seven."""
    return _near(a, b)


def slip_of_one(a: str, b: str) -> bool:
    """The same where it is known that one person is meant: 2 edits from five letters."""
    return _near(a, b, _LOOSE)


def countries(form: PersonForm | PersonDraft) -> frozenset[str]:
    """Countries that the form is tied to: those of offices that are stated, else the nationality."""
    stated = frozenset(
        fold(o.jurisdiction) for o in form.offices if o.jurisdiction and not o.jurisdiction_inferred
    )
    return stated or (frozenset({fold(form.nationality)}) if form.nationality else frozenset())


def _titles(form: PersonForm | PersonDraft) -> frozenset[str]:
    return frozenset(title_family(o.title) for o in form.offices)


def contradict(a: PersonForm | PersonDraft, b: PersonForm | PersonDraft) -> bool:
    """Other offices in other countries: two people, even of one name."""
    here, there = countries(a), countries(b)
    if not here or not there or here & there:
        return False
    return not _titles(a) & _titles(b) or (a.leader and b.leader)


def share_office(a: PersonForm, b: PersonForm) -> bool:
    """One office, and no two countries for it."""
    return bool(_titles(a) & _titles(b)) and not contradict(a, b)


def _same_country(a: PersonForm, b: PersonForm) -> bool:
    return bool(countries(a) & countries(b))


def surname_fits(alone: PersonForm, full: PersonForm) -> bool:
    """Whether a surname that stands alone can mean this full name, as far as offices say."""
    if fold(alone.surname) != fold(full.surname) and not (
        _near(alone.surname, full.surname) and share_office(alone, full)
    ):
        return False
    if contradict(alone, full):
        return False
    if share_office(alone, full):
        return True
    common = fold(alone.surname) in word_set("names_variants", "common_surnames")
    if common:
        return False
    if not alone.offices or _titles(alone) <= word_set("analysis", "held_beside"):
        return full.leader or not alone.leader
    return not full.offices or _same_country(alone, full)
