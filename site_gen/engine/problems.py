"""The problems of the content, as the store holds them."""

from site_gen.engine.shelves import table_values
from site_gen.engine.store import Store
from site_gen.errors import Problem
from site_gen.tables import PROBLEMS


def problems(store: Store) -> tuple[Problem, ...]:
    """All of them, in order of path and line."""
    return tuple(sorted(problem for _, problem in table_values(store, PROBLEMS)))
