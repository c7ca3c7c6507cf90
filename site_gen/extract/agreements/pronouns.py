"""`Lee and Kim signed it on Monday`: the one agreement of an article, where only a paper can be meant."""

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from site_gen.extract.agreements.bound import Bound
from site_gen.extract.agreements.mention import Clause
from site_gen.extract.agreements.step import Step
from site_gen.extract.agreements.tense import tense_of
from site_gen.extract.agreements.words import Words
from site_gen.text.document import Document, Sentence

_NEAR = 3
"""Sentences behind a mention in which `it` may mean it."""


def add_signed(
    doc: Document,
    bound: Bound,
    clauses: dict[int, Clause],
    steps: dict[int, list[Step]],
    words: Words,
    read: Callable[[Iterable[Sentence]], dict[int, Clause]],
) -> None:
    """Add the pronouns that mean the only agreement of an article, with what is done to it; `read` makes clauses."""
    for mention in bound.mentions[:]:
        near = doc.sentences[mention.sentence + 1 : mention.sentence + 1 + _NEAR]
        for sentence in near:
            if not _PRONOUN.isdisjoint(doc.low[sentence.start : sentence.end].split()):
                if sentence.index not in clauses:
                    clauses.update(read([sentence]))
                _add(bound, sentence.index, clauses[sentence.index], steps, words)


_PRONOUN = frozenset({"it", "it.", "it,"})


def _add(bound: Bound, number: int, clause: Clause, steps: dict[int, list[Step]], words: Words) -> None:
    for at in range(1, len(clause.tokens)):
        start = clause.starts[at]
        if clause.keys[at] != "it" or start in steps or not clause.joined(at - 1):
            continue
        for verb in words.verbs.get(clause.keys[at - 1], ()):
            tense = tense_of(clause, at - 1, verb.form, words)
            if verb.stage in words.lists["of_papers"] and not verb.through and tense:
                steps[start] = [Step(verb.stage, tense, at - 1, at, at - 1)]
                like = bound.mentions[0]
                bound.mentions.append(
                    replace(
                        like, sentence=number, first=at, last=at, start=start, end=start + 2, form="short"
                    )
                )
                break
