"""One person, two spellings; and one office with two holders at one time."""

from collections import defaultdict
from collections.abc import Iterator

from site_gen.analyse.conflicts.claims import claim, conflict_rows
from site_gen.records import Evidence, Leader
from site_gen.resolve.folding import fold, skeleton
from site_gen.resolve.people.forms import name_tokens
from site_gen.resolve.people.record import is_slip
from site_gen.tables import Reader, Row

_ENDINGS = (("skyy", "ski"), ("skiy", "ski"), ("skyi", "ski"), ("sky", "ski"), ("skii", "ski"),
            ("ij", "i"), ("ei", "i"), ("ey", "i"), ("ii", "i"), ("yy", "i"), ("y", "i"))  # fmt: skip
_LETTERS = (("kh", "k"), ("gh", "g"), ("q", "k"), ("g", "k"), ("ou", "u"),
            ("dh", "d"), ("w", "v"), ("iy", "i"), ("yu", "u"),
            ("ss", "s"), ("dd", "d"), ("mm", "m"))  # fmt: skip


def transliterated(name: str) -> str:
    """A name with the letters that romanisations disagree about made one: equal spellings are no conflict."""
    word = fold(name).replace(" ", "")
    for spelled, one in _ENDINGS:
        if word.endswith(spelled):
            word = word[: -len(spelled)] + one
            break
    for spelled, one in _LETTERS:
        word = word.replace(spelled, one)
    return word


def find_name_conflicts(key: str, leaders: tuple[Leader, ...], reader: Reader) -> Iterator[Row]:
    """Spellings of one person that are neither short forms nor romanisations of each other."""
    leader = leaders[0]
    right = name_tokens(leader.name)
    spelled: dict[str, list[Evidence]] = defaultdict(list)
    written: set[str] = set()
    for mention in leader.mentions:
        if mention.form in ("full", "surname", "misspelling", "honorific") and mention.name:
            for wrong in _slips(mention.name, set(right)):
                spelled[wrong].append(mention.evidence)
                written.add(mention.name)
            if {*name_tokens(leader.surname)} <= {*name_tokens(mention.name)} <= {*right}:
                spelled[""].append(mention.evidence)
    wrong_ones = sorted(word for word in spelled if word)
    if not wrong_ones or not spelled[""]:
        return
    places = sorted((e for w in wrong_ones for e in spelled[w]), key=lambda e: (-len(e.exact), e))
    rightly = sorted(spelled[""], key=lambda e: (-len(e.exact), e))
    shown = min(written, key=lambda name: (-len(name.split()), name))
    claims = (claim(leader.name, rightly, reader), claim(shown, places, reader))
    yield from conflict_rows(
        "name", f"Spelling: {leader.name}", claims,
        "One person in one office, spelled in two ways: one is a slip.", (f"leader/{key}",), reader,
    )  # fmt: skip


def _slips(name: str, right: set[str]) -> list[str]:
    """The words of a name that are spelled in another way; a romanisation is one only beside a second of them."""
    words = name_tokens(name)
    spelled = [(w, r) for w in words if w not in right for r in sorted(right - {*words}) if _one_word(w, r)]
    if len({w for w, _ in spelled}) > 1:
        return sorted({w for w, _ in spelled})
    return [w for w, r in spelled if transliterated(w) != transliterated(r)]


def _one_word(word: str, right: str) -> bool:
    """Whether two words of a person's name are one: a slip of the pen, or a spelling by ear."""
    by_ear = min(len(word), len(right)) > 2 and word[0] == right[0] and skeleton(word) == skeleton(right)
    return by_ear or is_slip(word, {right})
