"""What an article says was done to an agreement on which day, and who is named where it says so."""

from collections.abc import Iterable

from site_gen.records import AgreementFinding, Findings
from site_gen.resolve.folding import fold
from site_gen.resolve.intervals import earliest, precision
from site_gen.resolve.words import word_set

UNSIGNED = "initialled-by"
"""Before the day of a report that tells no more of a paper: no day of the deed."""


def made_of(found: AgreementFinding, published: str = "") -> tuple[str, ...]:
    """Each deed with its day; `signed`, `struck` and `agreed` are one deed.

    What undid it has been done by the day of the report at the latest; what is initialled then is not signed yet.
    """
    undoing, done = word_set("stages", "undoing"), []
    if published and [(stage.stage, stage.date) for stage in found.stages] == [("initialled", None)]:
        done.append(f"{UNSIGNED} {published}")
    for stage in found.stages:
        day = stage.date or (published if stage.stage in undoing else "")
        if day and precision(day) == "day" and not stage.stage.startswith("to "):
            done.append(f"{_deed(stage.stage)} {day}")
    return tuple(sorted(set(done)))


def made_anew(made: Iterable[str], other: Iterable[str]) -> bool:
    """Whether one was made after the other had been turned down or had ended: a second agreement."""
    undoing = word_set("stages", "undoing")
    ended = [told.split()[-1] for told in other if told.split()[0] in undoing]
    struck = [told.split()[-1] for told in made if told.startswith("made ")]
    return any(earliest(day) > earliest(end) for day in struck for end in ended)


def initialled_later(made: Iterable[str], other: Iterable[str]) -> bool:
    """Whether one was initialled when the other had been signed: initials come before a signature, so it is another."""
    initialled = [told.split()[-1] for told in made if told.split()[0] in ("initialled", UNSIGNED)]
    signed = [told.split()[-1] for told in other if told.startswith("made ")]
    return any(earliest(first) > earliest(day) for first in initialled for day in signed)


def _deed(stage: str) -> str:
    return "made" if stage in word_set("stages", "making") else fold(stage).replace(" ", "-")


def signers(found: AgreementFinding, findings: Findings) -> tuple[str, ...]:
    """The folded surnames of those named in the sentences that tell its stages."""
    told = {stage.evidence.sentence for stage in found.stages}
    named = {
        fold(person.surname)
        for person in findings.people
        if person.surname and any(m.evidence.sentence in told for m in person.mentions)
    }
    return tuple(sorted(named))
