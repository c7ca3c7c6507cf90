"""An editor's word on agreements: `name`, `kind`, `acronym`, `parties`, `stages` (each a `stage` with its `date`)."""

from msgspec.structs import replace

from site_gen.extract.editor.entry import EDITOR, Entry, alike, amended, shown
from site_gen.records import AgreementFinding, Findings, Party, Stage
from site_gen.text.document import Document


def edited_agreements(findings: Findings, entries: list[Entry], doc: Document) -> Findings:
    """The findings with agreements added, set, renamed and removed; what refers to them follows."""
    found = amended(
        findings.agreements,
        entries,
        meant=lambda entry, known: next((n for n, a in enumerate(known) if a and _is(a, entry.name)), -1),
        rename=lambda known, entry: replace(known, name=entry.get("to"), generic=False, rule=EDITOR),
        fill=_set,
        new=lambda entry: _new(entry, doc) if entry.name else None,
    )
    return _without_gaps(findings, found) if entries else findings


def _new(entry: Entry, doc: Document) -> AgreementFinding:
    return AgreementFinding(entry.name, "agreement", "", (), (), (), shown(entry.name, entry, doc))


def _is(agreement: AgreementFinding, name: str) -> bool:
    return alike(agreement.name, name) or (bool(agreement.acronym) and agreement.acronym == name)


def _set(agreement: AgreementFinding, entry: Entry) -> AgreementFinding:
    parties = tuple(Party(name) for name in entry.all("parties", "party", "parties.name"))
    names = entry.all("stage", "stages.stage", "stages")
    dates: list[str | None] = [*entry.all("date", "stages.date")]
    dates += [None] * (len(names) - len(dates))
    stages = tuple(
        Stage(s, d or None, agreement.mentions[0]) for s, d in zip(names, dates, strict=False) if s
    )
    return replace(
        agreement,
        kind=entry.get("kind") or agreement.kind,
        acronym=entry.get("acronym") or agreement.acronym,
        parties=parties or agreement.parties,
        stages=stages or agreement.stages,
        generic=False,
        rule=EDITOR,
    )


def _without_gaps(findings: Findings, agreements: list[AgreementFinding | None]) -> Findings:
    new = {old: n for n, old in enumerate(i for i, a in enumerate(agreements) if a)}
    kept = tuple(
        replace(a, relations=tuple(replace(r, target=new[r.target]) for r in a.relations if r.target in new))
        for a in agreements
        if a
    )
    events = tuple(
        replace(e, agreements=tuple(new[n] for n in e.agreements if n in new)) for e in findings.events
    )
    return replace(findings, agreements=kept, events=events)
