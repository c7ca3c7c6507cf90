"""What an article says was done to an agreement on which day, and who is named where it says so."""

from site_gen.records import AgreementFinding, Findings
from site_gen.resolve.folding import fold
from site_gen.resolve.intervals import precision
from site_gen.resolve.words import word_set


def made_of(found: AgreementFinding) -> tuple[str, ...]:
    """Each deed with its day; `signed`, `struck` and `agreed` are one deed."""
    done = [
        s for s in found.stages if s.date and precision(s.date) == "day" and not s.stage.startswith("to ")
    ]
    return tuple(sorted({f"{_deed(s.stage)} {s.date}" for s in done}))


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
