"""`Talks broke down in May. They resumed in June`: whom a pronoun that opens a sentence takes up."""

from site_gen.extract.agreements.mention import Clause
from site_gen.extract.events.scene import Scene
from site_gen.extract.events.trigger import Trigger
from site_gen.extract.events.words import EventWords

_LONG = 6
"""Words of a subject and its verb at most."""
_SUBJECT = 8
"""Words of a subject that opens a sentence at most."""
_APART = frozenset(
    {"that", "who", "which", "whose", "where", "when", "after", "before", "because", "while", "as", "if"}
)
_BE = frozenset({"is", "was", "are", "were", "be", "been"})
_NOT = frozenset(
    {"and", "of", "or", "but", "that", "who", "which", "in", "on", "at", "to", "for", "with", "from", "by"}
)


def taken_up(clause: Clause, scene: Scene, events: EventWords) -> str:
    """The short subject of the sentence before that `they` or `it` at the start stands for; empty for none.

    Not for `it was`, which may stand for nothing.
    """
    number = scene.doc.sentence_at(clause.starts[0])
    if number < 1 or (clause.keys[0] == "it" and not _BE.isdisjoint(clause.keys[1:3])):
        return ""
    before, here = scene.doc.sentences[number - 1], scene.doc.sentences[number]
    words = clause.text[before.start : before.end].split()[:_LONG] if before.block == here.block else []
    verb = next((n for n, word in enumerate(words) if _is_verb(word, events)), 0)
    subject = words[:verb]
    if not subject or not all(_plain(word, events) for word in subject):
        return ""
    many = subject[-1].endswith("s") and not subject[-1].endswith("ss")
    said = " ".join(subject)
    fits = many == (clause.keys[0] == "they") and not _named(before.start, before.start + len(said), scene)
    return said if fits else ""


def first_subject(clause: Clause, trigger: Trigger, events: EventWords) -> str:
    """`The bank failed a test in May and was told to`: who opens the sentence, of a verb behind `and` or `but`."""
    at = trigger.first
    while at and (clause.keys[at - 1] in _HELPING or clause.tokens[at - 1].adverb):
        at -= 1
    if not trigger.rule.startswith(("verb", "stage")) or at < 2 or clause.keys[at - 1] not in ("and", "but"):
        return ""
    verb = next((n for n in range(1, at) if _is_verb(clause.keys[n], events)), 0)
    if not 0 < verb <= _SUBJECT or any(clause.gaps[n].strip(" $£€¥") for n in range(at - 1)):
        return ""
    if not _APART.isdisjoint(clause.keys[:at]) or clause.keys[0] in events.lists["openers"]:
        return ""
    if not events.pronouns.isdisjoint(clause.keys[:verb]):
        return ""
    done = at == trigger.first and clause.keys[verb] in _BE  # `was arrested and charged`
    last = verb if done else verb - 1
    while last and not done and clause.keys[last] in events.lists["days"] | {"on"}:
        last -= 1
    return clause.text[clause.starts[0] : clause.tokens[last].end]


def host_of(clause: Clause, verb: int, scene: Scene) -> tuple[str, int] | None:
    """`Lee met Roth, with whom he agreed`: of the two people named before, whom `he` means, and the verb."""
    if verb < 2 or clause.keys[verb - 2] != "whom" or clause.keys[verb - 1] not in ("he", "she"):
        return None
    before = scene.between(clause.starts[0], clause.starts[verb - 2])
    told = dict.fromkeys(a.person for a in before if a.person >= 0)
    return (scene.people[next(iter(told))].name, verb) if len(told) == 2 else None


def named_aside(clause: Clause, first: int, split: tuple[int, int], scene: Scene) -> str:
    """`A mediator, retired judge Ann Lee, took over`: the aside that ends with the name of who it is."""
    begin, end = clause.starts[split[0] + 1], clause.tokens[split[1]].end
    named = [a for a in scene.between(begin, end) if a.person >= 0]
    known = clause.keys[first] in ("a", "an") and len(named) == 1 and named[0].end == end
    whole = known and all(clause.joined(n) for n in range(split[0] + 1, split[1]))
    return f"{clause.text[begin].upper()}{clause.text[begin + 1 : end]}" if whole else ""


def only_one(clause: Clause, at: int, scene: Scene) -> str:
    """`The team suspended him`: the one person named last, in the sentence itself or in one shortly before."""
    number = scene.doc.sentence_at(clause.starts[0])
    if clause.keys[at] not in _NEVER or number < 0:
        return ""
    ends = [
        clause.starts[at],
        *(scene.doc.sentences[n].end for n in range(number - 1, number - _BACK, -1) if n >= 0),
    ]
    begins = (scene.doc.sentences[n].start for n in range(number, number - _BACK, -1) if n >= 0)
    near = (
        {a.person for a in scene.between(b, e) if a.person >= 0} for b, e in zip(begins, ends, strict=True)
    )
    named = next(filter(None, near), set())
    person = scene.people[named.pop()] if len(named) == 1 else None
    if person is None or any(m.evidence.exact.lower() in _NEVER[clause.keys[at]] for m in person.mentions):
        return ""
    return person.name


_BACK = 4
"""Sentences in which whom a pronoun means is looked for: its own and three before."""
_NEVER = {"him": ("she", "her", "hers"), "her": ("he", "him", "his")}
"""What nobody is called who is meant by the pronoun."""


def _plain(word: str, events: EventWords) -> bool:
    """A word of a short subject: no pronoun, no preposition, no mark behind it."""
    return (
        word.replace("-", "").isalpha() and word.lower() not in _NOT and word.lower() not in events.pronouns
    )


def _named(start: int, end: int, scene: Scene) -> bool:
    return any(True for _ in scene.between(start, end))


def _is_verb(word: str, events: EventWords) -> bool:
    return (
        word in events.lists["past_forms"] or word in _AUXILIARIES or (word.endswith("ed") and len(word) > 4)
    )


_HELPING = frozenset(
    {"had", "has", "have", "was", "were", "is", "are", "will", "to", "due", "set", "expected"}
)
_AUXILIARIES = frozenset({"had", "has", "have", "was", "were", "is", "are", "will"})
