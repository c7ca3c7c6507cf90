"""The problems of the content, as the store holds them."""

from site_gen.engine.codec import decode, unpack
from site_gen.engine.store import Store
from site_gen.errors import Problem


def problems(store: Store) -> tuple[Problem, ...]:
    """All of them, in order of path and line."""
    query = "SELECT value FROM rows JOIN cells ON cells.id = rows.cell WHERE cells.tbl = 'problems'"
    return tuple(sorted(decode(unpack(value), Problem) for (value,) in store.select(query)))
