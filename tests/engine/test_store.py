"""The cache: kept between builds, emptied when it is damaged or from another version."""

from pathlib import Path

from site_gen.engine.store import open_store, shared_store


def _fill(path: Path) -> None:
    store = open_store(path, b"1")
    store.set_fact("colour", b"green")
    store.commit()
    store.close()


def test_what_was_committed_is_there_again(tmp_path: Path) -> None:
    _fill(tmp_path / "cache.db")
    store = open_store(tmp_path / "cache.db", b"1")
    assert (store.fresh, store.fact("colour")) == (False, b"green")
    store.close()


def test_what_was_not_committed_is_forgotten(tmp_path: Path) -> None:
    _fill(tmp_path / "cache.db")
    store = open_store(tmp_path / "cache.db", b"1")
    store.set_fact("colour", b"red")
    store.close()
    again = open_store(tmp_path / "cache.db", b"1")
    assert again.fact("colour") == b"green"
    again.close()


def test_another_version_of_the_code_starts_empty(tmp_path: Path) -> None:
    _fill(tmp_path / "cache.db")
    store = open_store(tmp_path / "cache.db", b"2")
    assert (store.fresh, store.fact("colour")) == (True, None)
    store.close()


def test_a_damaged_cache_is_replaced(tmp_path: Path) -> None:
    _fill(tmp_path / "cache.db")
    for junk in (b"", b"no database at all" * 500, (tmp_path / "cache.db").read_bytes()[:2000]):
        (tmp_path / "cache.db").write_bytes(junk)
        for name in ("cache.db-wal", "cache.db-shm"):
            (tmp_path / name).unlink(missing_ok=True)
        store = open_store(tmp_path / "cache.db", b"1")
        assert store.fresh
        store.close()


def test_what_a_fresh_cache_shares_can_be_read_but_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "cache.db"
    store = open_store(path, b"1")
    store.set_fact("colour", b"green")
    assert store.share() == path
    store.set_fact("colour", b"red")
    assert shared_store(path).fact("colour") == b"green"
    store.close()
    again = open_store(path, b"1")
    assert (again.fresh, again.fact("colour")) == (True, None)
    again.close()


def test_a_fresh_cache_is_kept_once_it_is_committed(tmp_path: Path) -> None:
    store = open_store(tmp_path / "cache.db", b"1")
    store.share()
    store.set_fact("colour", b"green")
    store.commit()
    store.close()
    again = open_store(tmp_path / "cache.db", b"1")
    assert (again.fresh, again.fact("colour")) == (False, b"green")
    again.close()


def test_a_cache_that_is_half_renewed_is_not_shared(tmp_path: Path) -> None:
    _fill(tmp_path / "cache.db")
    store = open_store(tmp_path / "cache.db", b"1")
    assert store.share() is not None
    store.set_fact("colour", b"red")
    assert store.share() is None
    store.close()
    assert open_store(None, b"1").share() is None
