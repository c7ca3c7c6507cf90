"""`It was extended in May`, `the Senate ratified it`, `Lee and Kim signed it`: pronouns that mean an agreement."""

import re
from collections.abc import Callable, Iterable

from msgspec import Struct
from msgspec.structs import replace

from site_gen.extract.agreements.bound import Bound
from site_gen.extract.agreements.mention import Clause, Mention
from site_gen.extract.agreements.stages import find_steps
from site_gen.extract.agreements.step import Step
from site_gen.extract.agreements.tense import tense_of
from site_gen.extract.agreements.words import Words
from site_gen.text.document import Document, Sentence

_NEAR = 3
"""Sentences behind a mention in which `signed it` may mean it."""
_REACH = 24
"""Words behind a mention in which `ratified it` may mean it."""
_OPENING = 3
"""Words of a sentence among which what it is about is named."""
_IT = re.compile(r"\bit\b")

Read = Callable[[Iterable[Sentence]], dict[int, Clause]]


class _Found(Struct, frozen=True):
    """What is known of an article's sentences, which is added to, and the words to read them by."""

    clauses: dict[int, Clause]
    steps: dict[int, list[Step]]
    """By the start of the mention they belong to."""
    words: Words
    read: Read
    others: tuple[int, ...]
    """Where papers are named to which nothing is done: they part a pronoun from what was named before them."""

    def parted(self, first: int, last: int) -> bool:
        """Whether one of those stands between two offsets."""
        return any(first < other < last for other in self.others)

    def clause(self, sentence: Sentence) -> Clause:
        """The sentence as the rules see it."""
        if sentence.index not in self.clauses:
            self.clauses.update(self.read([sentence]))
        return self.clauses[sentence.index]


def add_pronouns(
    doc: Document,
    bound: list[Bound],
    clauses: dict[int, Clause],
    steps: dict[int, list[Step]],
    words: Words,
    read: Read,
    others: list[Mention],
) -> None:
    """Add the pronouns that mean an agreement, with what is done to it; `read` makes clauses of sentences.

    `others`: mentions of papers to which nothing is done (`the customs agreement has not been signed`).
    """
    found = _Found(clauses, steps, words, read, tuple(m.end for m in others))
    bound += _told_by_pronoun(doc, others, found)
    for agreement in bound:
        for mention in agreement.mentions[:]:
            _as_object(agreement, mention, found)
            _as_subject(doc, agreement, mention, found)
    _in_force(doc, bound, found)
    for mention in bound[0].mentions[:] if len(bound) == 1 else ():
        for sentence in doc.sentences[mention.sentence + 1 : mention.sentence + 1 + _NEAR]:
            if _IT.search(doc.low, sentence.start, sentence.end):
                near = range(1, len(found.clause(sentence).tokens))
                _done_to_it(bound[0], mention, sentence.index, near, found, "of_papers")


def _in_force(doc: Document, bound: list[Bound], found: _Found) -> None:
    """`It will enter into force in June`, `The text takes effect`, some sentences on: of the paper named last."""
    named = sorted(((m.end, m.sentence, n, m) for n, b in enumerate(bound) for m in b.mentions), key=_place)
    for at, (_, number, owner, mention) in enumerate(named):
        before = named[at + 1][1] if at + 1 < len(named) else len(doc.sentences)
        for sentence in doc.sentences[number + 1 : min(number + 1 + _FAR, before + 1)]:
            if _FORCE.isdisjoint(doc.words[sentence.index]):
                continue
            begins = [0] if sentence.index in range(number + 2, min(number + 1 + _NEAR, before)) else []
            _comes(bound[owner], mention, sentence, begins, found)


def _comes(bound: Bound, mention: Mention, sentence: Sentence, opens: list[int], found: _Found) -> None:
    """Add the `it` that opens a sentence, where it may, or `the text`, if it is said to come into force."""
    clause = found.clause(sentence)
    if opens and clause.keys[:1] != ["it"]:
        opens = []
    texts = [n for n, key in enumerate(clause.keys[1:], 1) if key == "text" and clause.keys[n - 1] == "the"]
    for at in (*opens, *texts):
        start, end = clause.starts[at - (at in texts)], clause.tokens[at].end
        meant = replace(
            mention,
            sentence=sentence.index,
            first=at - (at in texts),
            last=at,
            start=start,
            end=end,
            form="short",
        )
        told = [s for s in find_steps(clause, meant, [], found.words) if s.stage == "in force"]
        if told and start > mention.end and start not in found.steps and not found.parted(mention.end, start):
            found.steps[start] = told
            bound.mentions.append(meant)


_FORCE = frozenset({"force", "effect"})
_FAR = 8
"""Sentences behind a mention in which `the text` may mean it."""


def _place(named: tuple[int, int, int, Mention]) -> tuple[int, int, int]:
    return named[:3]


def _told_by_pronoun(doc: Document, others: list[Mention], found: _Found) -> list[Bound]:
    """`Then there is the settlement. Both signed it in May`: papers of which the next sentence first tells the deed."""
    made: list[Bound] = []
    for mention in others:
        clause, number = found.clauses[mention.sentence], mention.sentence + 1
        ends = mention.last == len(clause.tokens) - 1
        subject = mention.first <= _OPENING and not mention.bare
        if mention.heading or number >= len(doc.sentences) or not (ends or subject):
            continue
        behind = doc.sentences[number]
        if behind.block != doc.sentences[mention.sentence].block or not _IT.search(
            doc.low, behind.start, behind.end
        ):
            continue
        one = Bound(mention)
        _done_to_it(one, mention, number, range(1, len(found.clause(behind).tokens)), found, "of_papers")
        made += [one] if len(one.mentions) > 1 else []
    return made


def _as_subject(doc: Document, bound: Bound, mention: Mention, found: _Found) -> None:
    """`It was extended in May` behind a sentence that the agreement opens: a mention, if it tells a stage."""
    number = mention.sentence + 1
    if number >= len(doc.sentences) or not doc.reading.startswith("It ", doc.sentences[number].start):
        return
    clause = found.clause(doc.sentences[number])
    pronoun = _pronoun(mention, number, 0, clause)
    told = list(find_steps(clause, pronoun, [], found.words))
    if mention.first >= _OPENING:
        told = [s for s in told if s.stage in found.words.lists["telling"]]
    if told and pronoun.start not in found.steps and not found.parted(mention.end, pronoun.start):
        found.steps[pronoun.start] = told
        bound.mentions.append(pronoun)


def _as_object(bound: Bound, mention: Mention, found: _Found) -> None:
    """`The charter applies since May, after the Senate ratified it`: a mention, if no other thing is near."""
    if mention.first <= _OPENING:
        last = min(mention.last + _REACH, len(found.clauses[mention.sentence].tokens))
        _done_to_it(bound, mention, mention.sentence, range(mention.last + 2, last), found, "telling")
        _it_was_done(bound, mention, range(mention.last + 2, last), found)


def _it_was_done(bound: Bound, mention: Mention, near: range, found: _Found) -> None:
    """`The charter was laid before them, but it has only been initialled`: the sentence's subject once more."""
    clause = found.clauses[mention.sentence]
    at = next((n for n in near if clause.keys[n] == "it" and clause.keys[n - 1] in _BUT), 0)
    if not at or clause.starts[at] in found.steps:
        return
    pronoun = _pronoun(mention, mention.sentence, at, clause)
    told = [
        s for s in find_steps(clause, pronoun, [], found.words) if s.stage in found.words.lists["telling"]
    ]
    if told and not found.parted(mention.end, pronoun.start):
        found.steps[pronoun.start] = told
        bound.mentions.append(pronoun)


_BUT = frozenset({"but", "and", "though", "although", "yet"})


def _done_to_it(bound: Bound, mention: Mention, number: int, near: range, found: _Found, stages: str) -> None:
    """Add the first `it` among some tokens of a sentence to which one of the listed stages is done."""
    clause, words = found.clauses[number], found.words
    for at in near:
        start = clause.starts[at]
        if clause.keys[at] != "it" or start in found.steps or not clause.joined(at - 1):
            continue
        if found.parted(mention.end, start):
            return
        for verb in words.verbs.get(clause.keys[at - 1], ()):
            tense = tense_of(clause, at - 1, verb.form, words)
            meant = tense == "done" or (tense and stages == "of_papers")
            listed = verb.stage in words.lists[stages] or _passes(mention, number, at, clause, tense, words)
            if meant and listed and verb.stage in _PASSED | words.lists[stages] and not verb.through:
                found.steps[start] = [Step(verb.stage, tense, at - 1, at, at - 1)]
                bound.mentions.append(_pronoun(mention, number, at, clause))
                return


_PASSED = frozenset({"approved", "endorsed"})


def _passes(mention: Mention, number: int, at: int, clause: Clause, tense: str, words: Words) -> bool:
    """`The Fund's board still has to approve it`, in the next sentence: a body that papers are laid before."""
    who = set(clause.keys[: at - 1])
    return (
        number == mention.sentence + 1
        and tense not in ("", "done")
        and not words.lists["approvers"].isdisjoint(who)
    )


def _pronoun(mention: Mention, number: int, at: int, clause: Clause) -> Mention:
    start = clause.starts[at]
    return replace(mention, sentence=number, first=at, last=at, start=start, end=start + 2, form="short")
