"""The time at which a text says that an office was held."""

from msgspec.structs import replace

from site_gen.records import DateFinding, Office


def with_times(offices: tuple[Office, ...], dates: tuple[DateFinding, ...]) -> tuple[Office, ...]:
    """Offices with `as_of` from the one date of the sentence that names them, where there is just one."""
    by_sentence: dict[int, set[str]] = {}
    for date in dates:
        if date.edtf and date.role == "event":
            by_sentence.setdefault(date.evidence.sentence, set()).add(date.edtf)
    return tuple(_dated(office, by_sentence) for office in offices)


def _dated(office: Office, by_sentence: dict[int, set[str]]) -> Office:
    """A former office is dated only by `then`: `then-President X said in 2015`."""
    spans = [e for e in office.evidence if office.status != "former" or e.exact.lower().startswith("then")]
    told = [by_sentence.get(evidence.sentence, set()) for evidence in spans]
    sure = {next(iter(dates)) for dates in told if len(dates) == 1}
    return replace(office, as_of=sure.pop()) if len(sure) == 1 else office
