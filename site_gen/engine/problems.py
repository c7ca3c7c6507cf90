"""The problems of the content, as the store holds them."""

from site_gen.engine.store import Store
from site_gen.errors import Problem


def problems(store: Store) -> tuple[Problem, ...]:
    """All of them, in order of path and line."""
    if not store.select("SELECT 1 FROM keys WHERE tbl = 'problems' AND n > 0 LIMIT 1"):
        return ()
    from site_gen.engine.shelves import table_values
    from site_gen.tables import PROBLEMS

    return tuple(sorted(problem for _, problem in table_values(store, PROBLEMS)))
