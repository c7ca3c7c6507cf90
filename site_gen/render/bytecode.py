"""Compiled templates, kept for the next build."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import jinja2
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from site_gen.kept import found, keep


class KeptTemplates(BytecodeCache):
    """Jinja's cache of compiled templates, in the user's cache folder."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """One key for a template, wherever it lies: its source tells it from others of its name."""
        return super().get_cache_key(name)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket with what was kept for this source; leave it empty where that is of no use."""
        raw = found(*_key(bucket))
        if raw is not None:
            _tried(lambda: bucket.bytecode_from_string(raw), bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what the bucket holds."""
        keep(*_key(bucket), bucket.bytecode_to_string())


def _key(bucket: Bucket) -> tuple[str, bytes]:
    return f"template-{bucket.key}", bucket.checksum.encode() + _compiler()


def _tried(load: Callable[[], None], bucket: Bucket) -> None:
    try:
        load()
    except (EOFError, ValueError, TypeError):
        bucket.reset()


@cache
def _compiler() -> bytes:
    """Stands for what compiles templates."""
    return jinja2.__version__.encode() + (Path(__file__).parent / "compiled.py").read_bytes()
