"""Agreements of a document: candidates, binding, stages, parties, relations, in this order."""

import re
from bisect import bisect_left

from msgspec.structs import replace

from site_gen.extract.agreements.acronyms import acronym_uses, alias_of, find_acronyms
from site_gen.extract.agreements.binding import bind
from site_gen.extract.agreements.bound import Bound
from site_gen.extract.agreements.bundles import has_short_form, is_bundled, told_apart, topic_behind
from site_gen.extract.agreements.candidates import find_candidates
from site_gen.extract.agreements.cast import Cast
from site_gen.extract.agreements.dating import Calendar
from site_gen.extract.agreements.mention import Clause, Mention, content_of
from site_gen.extract.agreements.parties import parties_of
from site_gen.extract.agreements.pronouns import add_pronouns
from site_gen.extract.agreements.relations import apart, find_relations
from site_gen.extract.agreements.sides import Sides
from site_gen.extract.agreements.stages import done_by, find_steps, stage_name, state_of
from site_gen.extract.agreements.step import Step
from site_gen.extract.agreements.words import Words, read_words
from site_gen.records import (
    AgreementFinding,
    AgreementLink,
    DateFinding,
    Evidence,
    Rejection,
    Stage,
)
from site_gen.text.document import Document

_NEAREST = 8
LASTING = frozenset({"provisionally applied", "in force"})


def find_agreements(
    cast: Cast, dates: tuple[DateFinding, ...], notes: list[Rejection]
) -> tuple[AgreementFinding, ...]:
    """All agreements of an article, in order of first mention."""
    doc, words = cast.doc, read_words(cast.lexicon)
    clauses = cast.clauses(doc.holding(words.gate))
    mentions = [m for number, clause in clauses.items() for m in find_candidates(clause, number, words)]
    mentions = [m for m in mentions if m.name.lower() not in words.lists["mere_subjects"]]
    if not mentions:
        return ()
    mentions = told_apart(doc.reading, mentions, words)
    acronyms = find_acronyms(doc.reading, [m for m in mentions if not is_bundled(m, words)])
    mentions = _with_acronyms(cast, mentions, acronyms, clauses, words)
    steps = _steps(clauses, mentions, words)
    mentions = [
        replace(
            m, stages=frozenset(s.stage for s in told), state=state_of(told, clauses[m.sentence], m.first)
        )
        for m in mentions
        for told in (steps.get(m.start, []),)
    ]
    acted = frozenset(
        n
        for n, m in enumerate(mentions)
        if not m.bare
        and not _only_judged(m, steps.get(m.start, []), words)
        and (
            _acted(steps.get(m.start, []), doc.reading[m.start].isupper(), words)
            or (steps.get(m.start) and is_bundled(m, words) and has_short_form(doc.reading, m.end))
        )
    )
    short = {name: a for name, (a, _, _) in acronyms.items()}
    unlike = apart(clauses, _by_sentence(mentions), words)
    bound, left = bind(mentions, acted, short, unlike, clauses, words)
    notes += [Rejection("agreements", doc.evidence(m.start, m.end), "nothing is done to it") for m in left]
    for agreement in bound:
        _rename(doc.reading, agreement)
    add_pronouns(doc, bound, clauses, steps, words, cast.clauses, left)
    bound.sort(key=lambda b: b.mentions[0].start)
    links = _links(doc, clauses, bound, words)
    calendar = Calendar(
        doc.reading,
        dates,
        (words.saying, words.said_next),
        [(m.start, m.end) for m in mentions if m.form == "named"],
        doc.article.published.edtf or "",
    )
    deeds = _deeds(clauses, steps)
    found = [
        _finding(doc, b, clauses, steps, deeds, cast.sides, words, calendar, links.get(n, ()))
        for n, b in enumerate(bound)
    ]
    found = [f for f, b in zip(found, bound, strict=True) if not _of_anyone(f, b, steps, words)]
    return (
        tuple(found)
        if links
        else tuple(f for f in found if not _long_past(f, doc.article.published.edtf or ""))
    )


_PASSING = 3
"""Years after which what was agreed once, told in one clause and without a name, is only the story's past."""


def _long_past(found: AgreementFinding, published: str) -> bool:
    """`Norland brokered a truce in 2010`: an agreement without a name that an article recalls in passing."""
    if not found.generic or " " in found.name or len(found.mentions) > 1 or not published[:4].isdigit():
        return False
    if any(s.stage != "brokered" for s in found.stages):
        return False
    years = [int(s.date[:4]) if s.date and s.date[:4].isdigit() else 9999 for s in found.stages]
    return bool(years) and max(years) + _PASSING < int(published[:4])


def _of_anyone(found: AgreementFinding, bound: Bound, steps: dict[int, list[Step]], words: Words) -> bool:
    """`The striker signed a contract with Lund`: a paper that a household has too, and that has not two sides here."""
    bare = [m.signed for m in bound.mentions if m.signed or m.form != "short"]
    if not (found.generic and bare and all(bare)) or len(found.parties) > 1:
        return False
    if any(s.stage in LASTING for s in found.stages):
        return False  # `the contract that Peru signed came into force`
    if bound.mentions[0].name.rpartition(" ")[2].lower() not in words.lists["of_anyone"]:
        return False
    passive = bound.mentions[0].form == "generic" and all(
        s.at == s.last for m in bound.mentions for s in steps.get(m.start, ())
    )
    return not (passive and any(not p.code for p in found.parties))


def _rename(text: str, bound: Bound) -> None:
    """Give a common noun the name that the text gives it."""
    if bound.generic:
        found = next((a for m in bound.mentions if (a := alias_of(text, m))), None)
        if found:
            bound.name, bound.generic = found[0], False


def _with_acronyms(
    cast: Cast,
    mentions: list[Mention],
    acronyms: dict[str, tuple[str, int, int]],
    clauses: dict[int, Clause],
    words: Words,
) -> list[Mention]:
    """The mentions with the later uses of every acronym among them."""
    doc = cast.doc
    short = {acronym for acronym, _, _ in acronyms.values()}
    mentions = [_spelled_out(m, acronyms, words) for m in mentions if m.name not in short]
    taken = sorted((m.start, m.end) for m in mentions)
    more: list[Mention] = []
    for name, (acronym, _, end) in acronyms.items():
        full = next(m for m in mentions if m.name == name)
        for start, stop in acronym_uses(doc, acronym, end):
            number = doc.sentence_at(start)
            if number < 0 or any(s < stop and start < e for s, e in taken):
                continue
            if number not in clauses:
                clauses.update(cast.clauses([doc.sentences[number]]))
            at = next((n for n, t in enumerate(clauses[number].tokens) if t.start <= start < t.end), None)
            if at is not None:
                more.append(Mention(number, at, at, start, stop, name, full.kind, "named", full.words))
    return sorted([*mentions, *more], key=lambda m: (m.start, m.end))


def _spelled_out(mention: Mention, acronyms: dict[str, tuple[str, int, int]], words: Words) -> Mention:
    """`the RCEP deal` as the agreement that the text gives this acronym."""
    first, _, rest = mention.name.partition(" ")
    if not rest or rest.lower() not in words.kinds:
        return mention
    full = next((name for name, (acronym, _, _) in acronyms.items() if acronym == first), "")
    known = content_of(full, words) if full else frozenset()
    return replace(mention, name=full, words=known) if full else mention


def _steps(clauses: dict[int, Clause], mentions: list[Mention], words: Words) -> dict[int, list[Step]]:
    """The stages by the start of their mention; of the mentions before it only the nearest have a say."""
    return {
        m.start: list(find_steps(clauses[number], m, group[max(0, n - _NEAREST) : n], words))
        for number, group in _by_sentence(mentions).items()
        for n, m in enumerate(group)
    }


def _by_sentence(mentions: list[Mention]) -> dict[int, list[Mention]]:
    found: dict[int, list[Mention]] = {}
    for mention in sorted(mentions, key=lambda m: m.start):
        found.setdefault(mention.sentence, []).append(mention)
    return found


def _only_judged(mention: Mention, steps: list[Step], words: Words) -> bool:
    """`shareholders approved the deal`, of which nothing else is told: a merger or a sale, and no agreement."""
    bare = mention.form == "short" and " " not in mention.name
    return bare and all(s.stage in words.lists["judging"] for s in steps)


def _acted(steps: list[Step], named: bool, words: Words) -> bool:
    """Whether something is done to it; what a verb presupposes is an agreement only where it has a name."""
    return any(s.tense in ("done", "firm") and (named or s.stage not in words.lists["weak"]) for s in steps)


def _links(
    doc: Document, clauses: dict[int, Clause], bound: list[Bound], words: Words
) -> dict[int, tuple[AgreementLink, ...]]:
    owner = {m.start: n for n, b in enumerate(bound) for m in b.mentions}
    found: dict[int, tuple[AgreementLink, ...]] = {}
    for number, group in _by_sentence([m for b in bound for m in b.mentions]).items():
        for link in find_relations(clauses[number], group, words) if len(group) > 1 else ():
            source, target = owner[link.source.start], owner[link.target.start]
            if source != target and not any(
                (known.type, known.target) == (link.type, target) for known in found.get(source, ())
            ):
                made = AgreementLink(link.type, target, doc.evidence(link.start, link.end))  # type: ignore[arg-type]
                found[source] = (*found.get(source, ()), made)
    return found


def _finding(
    doc: Document,
    bound: Bound,
    clauses: dict[int, Clause],
    steps: dict[int, list[Step]],
    deeds: dict[int, list[int]],
    sides: Sides,
    words: Words,
    calendar: Calendar,
    links: tuple[AgreementLink, ...],
) -> AgreementFinding:
    name = bound.name[0].upper() + bound.name[1:]
    if bound.generic and (" " not in name or is_bundled(bound.mentions[0], words)):
        name = _described(doc.reading, bound, name, words.topic, words)
    return AgreementFinding(
        name=name,
        kind=bound.kind,
        acronym=bound.acronym,
        parties=parties_of(bound, clauses, steps, sides, words),
        stages=_stages(doc, bound, clauses, steps, deeds, calendar, words),
        relations=links,
        mentions=tuple(doc.evidence(m.start, m.end) for m in bound.mentions),
        generic=bound.generic,
        rule="common noun that something is done to"
        if bound.generic
        else "capitalised run around a head noun",
    )


def _described(text: str, bound: Bound, name: str, topic: re.Pattern[str], words: Words) -> str:
    """`Deal` with what it is about, from where it is first told, or else as a fuller mention names it."""
    for mention in bound.mentions:
        about = topic_behind(text, mention.end, topic)
        if (
            about
            and mention.name.lower() == name.lower()
            and about.rpartition(" ")[2] not in words.lists["for_whom"]
            and not (about.startswith(" to ") and (len(about.split()) < 3 or mention.form == "short"))
        ):
            return name + about
    fuller = (m.name for m in bound.mentions if " " in m.name and m.name.islower())
    return next((called[0].upper() + called[1:] for called in fuller), name)


def _stages(
    doc: Document,
    bound: Bound,
    clauses: dict[int, Clause],
    steps: dict[int, list[Step]],
    deeds: dict[int, list[int]],
    calendar: Calendar,
    words: Words,
) -> tuple[Stage, ...]:
    """The stages, each once for every date, of a sentence rather than of a heading that says the same.

    An undated one only where no dated one says the same.
    """
    found: list[Stage] = []
    for mention in sorted(bound.mentions, key=lambda m: m.heading):
        clause = clauses[mention.sentence]
        sentence = doc.sentences[mention.sentence]
        for step in steps.get(mention.start, ()):
            evidence = _evidence(doc, clause, step)
            span = (clause.starts[step.at], evidence.end)
            around = _around(deeds[mention.sentence], span[0])
            lasting = step.stage in LASTING
            date = calendar.near(
                doc.reading,
                span,
                (sentence.start, sentence.end),
                around,
                lasting,
                step.tense == "done",
                step.tense == "firm",
            )
            found.append(
                Stage(stage_name(step), date.edtf if date else None, evidence, done_by(clause, step, words))
            )
    found = _without_headings(found, bound, words)
    dated = {s.stage for s in found if s.date}
    kept: dict[tuple[str, str | None], Stage] = {}
    for stage in found:
        if stage.date or stage.stage not in dated:
            kept.setdefault((stage.stage, stage.date), stage)
    return tuple(sorted(kept.values(), key=lambda stage: stage.evidence.start))


def _without_headings(found: list[Stage], bound: Bound, words: Words) -> list[Stage]:
    """Without what only a headline says, where the text has another word for having made it: `clinched`, `signed`."""
    headed = {m.sentence for m in bound.mentions if m.heading}
    made = words.lists["making"]
    told = any(s.stage in made and s.evidence.sentence not in headed for s in found)
    return [s for s in found if not (told and s.stage in made and s.evidence.sentence in headed)]


def _deeds(clauses: dict[int, Clause], steps: dict[int, list[Step]]) -> dict[int, list[int]]:
    """Offsets of the stage verbs of each sentence, in order."""
    starts = sorted(steps)
    found: dict[int, list[int]] = {}
    for number, clause in clauses.items():
        first, last = (bisect_left(starts, at) for at in (clause.starts[0], clause.tokens[-1].end))
        places = {step.at for start in starts[first:last] for step in steps[start]}
        found[number] = sorted(clause.starts[at] for at in places)
    return found


def _around(deeds: list[int], own: int) -> list[int]:
    """The nearest of the sentence's other stage verbs."""
    at = bisect_left(deeds, own)
    return [d for d in deeds[max(0, at - _NEAREST) : at + _NEAREST + 1] if d != own]


def _evidence(doc: Document, clause: Clause, step: Step) -> Evidence:
    first, last = min(step.first, step.last), max(step.first, step.last)
    return doc.evidence(clause.starts[first], clause.tokens[last].end)
