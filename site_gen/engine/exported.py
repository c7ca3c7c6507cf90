"""How many records of each kind there are, in which forms they are published, and an example of each field."""

from collections.abc import Iterator, Set

from site_gen.engine.codec import decode, encode
from site_gen.engine.flow import run_of
from site_gen.engine.settings import BuildRequest
from site_gen.engine.shelves import emitted
from site_gen.engine.store import Store
from site_gen.export.data.examples import examples
from site_gen.export.data.kinds import KINDS
from site_gen.export.fragment import FRAGMENTS
from site_gen.export.records import PATH as RECORDS_PATH
from site_gen.export.records import STAGES as RECORD_STAGES
from site_gen.exports import GROUPS, chosen
from site_gen.tables import EXPORTED, FORMS, Exported, Row

_LOOKED_AT = 40
"""Records of each kind among which an example of each field is looked for."""


def exported_rows(store: Store, request: BuildRequest, done: Set[int]) -> Iterator[Row]:
    """How many records there are, and in which forms they are published. `done`: the runs of this build."""
    counts = tuple((kind.name, _records_of(kind.name, store)) for kind in KINDS)
    groups = chosen(request.config.exports, sum(n for _, n in counts))
    left_out = tuple(name for name in GROUPS if name not in groups)
    shown = _shown(store, done)
    yield from (Row(FORMS, "all", name) for name in groups)
    yield Row(EXPORTED, "data", Exported(counts, groups, shown, left_out))


def _records_of(kind: str, store: Store) -> int:
    """How many records of a kind there are."""
    query = "SELECT coalesce(sum(n), 0) FROM keys WHERE tbl = ? AND key >= ? AND key < ?"
    start = f"{RECORDS_PATH}#{kind}"
    found: int = store.select(query, FRAGMENTS.name, f"{start}#", f"{start}$")[0][0]
    return found


def _shown(store: Store, done: Set[int]) -> tuple[tuple[str, str, str], ...]:
    """An example of each field, from the last time where no run that gives one was done since."""
    runs = _first_runs(store)
    known = store.fact("examples")
    if known is not None:
        before, shown = decode(known, tuple[list[int], tuple[tuple[str, str, str], ...]])
        if before == runs and done.isdisjoint(runs):
            return shown
    shown = tuple(examples(_records(store, runs)))
    store.set_fact("examples", encode((runs, shown)))
    return shown


def _first_runs(store: Store) -> list[int]:
    """The runs that make some records of each kind: those of the first keys, which no other article moves."""
    keys = "SELECT key FROM keys WHERE tbl = ? AND n > 0 ORDER BY key LIMIT ?"
    return [
        run_of(stage.name, key)
        for stage in RECORD_STAGES
        for (key,) in store.select(keys, stage.reads.name, _LOOKED_AT)
    ]


def _records(store: Store, runs: list[int]) -> dict[str, list[bytes]]:
    """Records by kind, as JSON, at most so many of each as are looked at."""
    found: dict[str, list[bytes]] = {kind.name: [] for kind in KINDS}
    for run in runs:
        for place, (_, raw) in emitted(store, run, FRAGMENTS):
            file, kind = place.split("#", 2)[:2]
            if file == RECORDS_PATH and kind in found and len(found[kind]) < _LOOKED_AT:
                found[kind].append(decode(raw, str).encode())
    return found
