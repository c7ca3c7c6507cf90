"""An event's title in, a clause of an English sentence out: headlines are told in the past, plans as plans."""

import re
from functools import cache
from typing import Any

from site_gen.extract.agreements.words import verb_forms
from site_gen.records import Event
from site_gen.resolve.folding import fold
from site_gen.resolve.words import subject


@cache
def _words(part: str) -> frozenset[str]:
    return frozenset(subject("telling")[part])


def clause(event: Event) -> str:
    """What happened, as it stands behind a date: `the Oslo Accord was signed`, `Lee met Kim in Oslo`."""
    planned = event.status == "planned"
    words = event.title.split()
    words = words if planned else _simply(words)
    done = "" if _is_doer(words, event.participants) else _ended(words, planned)
    told = done or _to_be(words) or _headline(words, planned)
    told = told or _gathering(words, planned) or _verb(words, planned)
    return told or _inside(words, tuple(proof.exact for proof in event.evidence))


def weak(title: str, people: tuple[str, ...] = ()) -> bool:
    """Whether a title tells nothing alone: `Agreement: A and B`, cut short, `Ada Lund signed`, `the assembly voted`."""
    if ":" in title or title.endswith(("…", " it", " them")):
        return True
    words = title.split()
    last = words[-1].lower() if words else ""
    if last in _words("unnamed"):
        return _is_doer(words, people)
    return any(title.endswith(f" {end}") for end in _words("untold"))


def _is_doer(words: list[str], people: tuple[str, ...]) -> bool:
    """`President Ada Lund signed`: the verb is hers, and nothing was done to her."""
    name = fold(words[-2]) if len(words) > 1 else ""
    return bool(name) and any(name in person.split("-") for person in people)


def kind_word(kind: str) -> str:
    """A kind of event as a reader calls it: `meet` is a meeting."""
    names: dict[str, Any] = subject("telling")["kinds"]
    return str(names.get(kind, kind.replace("-", " ").capitalize()))


def _ended(words: list[str], planned: bool) -> str:
    """`Oslo Accord signed`."""
    last = words[-1].lower() if words else ""
    clause_of_text = len(words) > 1 and words[0] in ("The", "A", "An") and words[1].islower()
    ended = {last} & (_words("participles") | _words("own"))
    if len(words) < 2 or not ended or clause_of_text or _has_verb(words[:-1]):
        return ""
    name, be = _the(words[:-1]), _be(words[:-1])
    if last in _words("own"):
        return f"{name} {last}"
    return f"{name} {'is' if be == 'was' else 'are'} to be {last}" if planned else f"{name} {be} {last}"


def _to_be(words: list[str]) -> str:
    """`Oslo Accord to be signed`, `Oslo Accord to enter into force`."""
    at = next((n for n, word in enumerate(words) if word == "to"), 0)
    if at < 1 or at + 1 >= len(words) or _has_verb(words[:at]):
        return ""
    behind = words[at + 1]
    if behind != "be" and not any(behind == plain for _, plain in subject("telling")["verbs"].values()):
        return ""
    return f"{_the(words[:at])} {'is' if _be(words[:at]) == 'was' else 'are'} {' '.join(words[at:])}"


def _headline(words: list[str], planned: bool) -> str:
    """`Dockers vote to end strike`, `President Suspends Talks`: the one verb of a headline in its tense."""
    titled = all(w[:1].isupper() or w.lower() in _small() or not w[:1].isalpha() for w in words)
    said = [w for w in words if w.islower() or titled]
    if any(w.lower() in _past_words() or w.lower() in _words("finite") for w in said):
        return ""
    found = [n for n in range(1, len(words)) if (words[n].islower() or titled) and _is_present(words, n)]
    if len(found) != 1:
        return ""
    base, past, _ = _presents()[words[found[0]].lower()]
    who = _sides(words[: found[0]], base in ("enter", "expire"))
    be = "are" if words[found[0]].lower() == base else "is"
    return " ".join([who, f"{be} to {base}" if planned else past, *words[found[0] + 1 :]])


def _sides(words: list[str], paper: bool) -> str:
    """Who does it: `Norway, Chile` of a headline are `Norway and Chile`."""
    who = " ".join(words)
    if re.fullmatch(r"[A-Z][\w’'-]+, [A-Z][\w’'-]+", who):
        return who.replace(", ", " and ")
    first = words[0].lower()
    return _the(words) if paper or first in _words("things") | _words("gatherings") else _inside(words, ())


def _is_present(words: list[str], at: int) -> bool:
    """`suspends`, and `vote` behind those who do: not `vote` of `the vote`, or `strikes` behind an adjective."""
    base, _, form = _presents().get(words[at].lower(), ("", "", ""))
    ahead = words[at - 1]
    if not base or ahead.lower() in (
        "to",
        "will",
        "the",
        "a",
        "an",
        "its",
        "their",
        "of",
        "for",
        "in",
        "with",
    ):
        return False
    if form == "s":
        return base not in _words("nouns_too") or at + 1 < len(words)
    many = ahead.endswith("s") and not ahead.endswith(("'s", "’s", "ss"))
    return many or any(w.endswith(",") or w == "and" for w in words[:at])


@cache
def _presents() -> dict[str, tuple[str, str, str]]:
    """The forms of the present of verbs that tell events: the verb, its past, and which form it is."""
    words = subject("events")
    irregular = {row[0]: row for row in words["forms"]}
    found: dict[str, tuple[str, str, str]] = {}
    for _, base, *_ in words["verbs"]:
        forms = verb_forms(base, irregular)
        past = next((f for f, name in forms.items() if name == "past"), "")
        past = past or next((f for f, name in forms.items() if name == "part"), "")
        third = next((f for f, name in forms.items() if name == "s"), "")
        if past and past != base:
            found |= {base: (base, past, "base"), third: (base, past, "s")}
    return found


@cache
def _past_words() -> frozenset[str]:
    """Forms of verbs that tell what was done."""
    return frozenset(past for _, past, _ in _presents().values()) | _same() | frozenset(_pasts().values())


@cache
def _small() -> frozenset[str]:
    return _words("within") | {"to", "by", "from", "as", "or", "but", "after", "over", "into", "its", "per"}


def _gathering(words: list[str], planned: bool) -> str:
    """`15th Annual Trade Summit`, `Talks between Oslo and Bonn`."""
    heads = [n for n, word in enumerate(words) if word.lower() in _words("gatherings")]
    small = [w for n, w in enumerate(words) if w.islower() and n not in heads and not w[0].isdigit()]
    if not heads or not (all(w in _words("within") for w in small) or _is_phrase(words, heads[0])):
        return ""
    many = words[heads[0]].lower().endswith("s")
    held = ("are" if many else "is") + " to be held" if planned else ("were" if many else "was") + " held"
    return f"{_the(words)} {held}"


def _is_phrase(words: list[str], head: int) -> bool:
    """`Peace talks between the Lund government and the rebels`: no word of it is a verb."""
    small = [w for w in words if w.islower()]
    verbs = _past_words() | _words("finite") | _words("participles") | _words("own")
    told = any(w in verbs or w.endswith(("ed", "ing")) for w in small if w not in _words("gatherings"))
    before = [w for w in words[:head] if w.islower() and w.endswith("s")]
    led = words[head + 1 : head + 2]
    return not (told or before) and bool(led) and led[0] in _words("within") | {"over", "about", "among"}


def _verb(words: list[str], planned: bool) -> str:
    """`Lee visits Oslo`: the first word in small letters is the verb."""
    at = next((n for n, word in enumerate(words) if word.islower() and word != "and"), 0)
    forms = subject("telling")["verbs"].get(words[at]) if at else None
    if forms is None:
        return ""
    verb = f"is to {forms[1]}" if planned else forms[0]
    name = " ".join(words[:at]) if forms[1] not in ("enter", "expire") else _the(words[:at])
    return " ".join([name, verb, *words[at + 1 :]])


def _simply(words: list[str]) -> list[str]:
    """`have agreed` as `agreed`, `has been found` as `was found`: behind a day, what was done is told in the past."""
    at = next((n for n, word in enumerate(words) if word in ("has", "have")), 0)
    if not 0 < at < len(words) - 1 or not _CLAUSES.isdisjoint(words[:at]):
        return words
    many, verb = words[at] == "have", words[at + 1]
    past = ("were" if many else "was") if verb == "been" else _pasts().get(verb, "")
    past = past or (verb if verb.endswith("ed") or verb in _same() else "")
    return [*words[:at], past, *words[at + 2 :]] if past else words


_CLAUSES = frozenset(
    {"that", "who", "which", "whom", "whose", "where", "when", "what", "how", "why", "if", "because"}
)


@cache
def _pasts() -> dict[str, str]:
    """The simple past of participles that differ from it."""
    words = subject("events")
    return dict(words["simple_past"]) | {row[3]: row[2] for row in words["forms"] if row[3] != row[2]}


@cache
def _same() -> frozenset[str]:
    """Participles that are their own past."""
    return frozenset(subject("events")["past_forms"])


def _has_verb(words: list[str]) -> bool:
    """A word in small letters that ends as verbs do, or an auxiliary: the clause has its verb already."""
    known = _words("participles") | {"is", "are", "was", "were", "has", "have", "had", "will", "be", "been"}
    return any(word in known for word in words)


def _be(words: list[str]) -> str:
    """`was` or `were`, by the noun that heads the name."""
    head = words[-1]
    for n, word in enumerate(words):
        if word in ("of", "on", "for", "between", "with", "in", "against", "to") and n:
            head = words[n - 1]
            break
    return "were" if head.endswith("s") and not head.endswith(("ss", "is", "us", "’s", "'s")) else "was"


def _the(words: list[str]) -> str:
    first = words[0]
    if first.lower() in _words("bare"):
        return " ".join([first.lower(), *words[1:]])
    if first.endswith(("'s", "’s", "s'", "s’")):
        return " ".join(words)
    common = len(words) > 1 and all(w.islower() for w in words[1:] if not w[:1].isdigit())
    common = common or first.lower() in _words("gatherings")
    common = common or (first.lower() in _words("things") and words[1:2] == ["between"])
    common = common or (len(words) > 1 and words[1] in _words("gatherings"))
    named = first.lower() if common and first[1:].islower() else first
    return " ".join(["the", named, *words[1:]])


def _inside(words: list[str], told: tuple[str, ...]) -> str:
    """The title as it is, its first word small where that is no name, or an article writes it so."""
    if not words:
        return ""
    first = words[0].lower()
    small = re.compile(rf"(?<!\w){re.escape(' '.join([first, *words[1:2]]))}(?!\w)")
    if first in _words("starters") or any(small.search(text) for text in told):
        words = [first, *words[1:]]
    return " ".join(words)
