"""The day that a build is for, as the cache remembers it."""

from site_gen.engine.store import Store

LIMITED_NAME = "limited in time"
"""Name of the table whose keys are the files that hold an article with an embargo or an expiry."""
_FACT = "day"


def files_of_another_day(store: Store, day: str) -> frozenset[str]:
    """Files to be read again because the last build was for another day than `day`."""
    if store.fact(_FACT) == day.encode():
        return frozenset()
    query = "SELECT key FROM keys WHERE tbl = ? AND n > 0"
    return frozenset(key for (key,) in store.select(query, LIMITED_NAME))


def remember_day(store: Store, day: str) -> None:
    """Note for which day the content was read."""
    store.set_fact(_FACT, day.encode())
