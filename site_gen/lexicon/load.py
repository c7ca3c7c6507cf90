"""YAML files of words in, one read-only lexicon out; a desk's own words are added on top."""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from site_gen.kept import kept

_PACKAGED = Path(__file__).parent


class Lexicon:
    """Words by subject (`lexicon["offices"]`: the content of `offices.yaml`).

    Hashable by identity, so that what is compiled from it can be remembered (`functools.cache`);
    `digest` tells two lexicons apart by content.
    """

    __slots__ = ("_subjects", "digest")

    def __init__(self, subjects: Mapping[str, Any], digest: str) -> None:
        self._subjects = subjects
        self.digest = digest

    def __getitem__(self, subject: str) -> Any:
        return self._subjects[subject]

    def __iter__(self) -> Iterator[str]:
        return iter(self._subjects)

    def __contains__(self, subject: str) -> bool:
        return subject in self._subjects


def load_lexicon(extra: Path | None = None, left_out: frozenset[str] = frozenset()) -> Lexicon:
    """The packaged words, with those of the folder `extra` (a desk's `content/_lexicon`) added on top.

    Lists are joined, mappings merged with the desk's entries winning. `left_out`: names of the desk's files that
    are not to be read. Errors in the others surface as `yaml.YAMLError`.
    """
    own = [path for path in sorted(extra.glob("*.yaml")) if path.name not in left_out] if extra else []
    return _loaded(own) if own else packaged_lexicon()


@cache
def packaged_lexicon() -> Lexicon:
    """The packaged words alone: one lexicon a process, as what is compiled from it is remembered with it."""
    return _loaded([])


def _loaded(own: list[Path]) -> Lexicon:
    packaged = {path.name: path.read_bytes() for path in sorted(_PACKAGED.glob("*.yaml"))}
    subjects = _packaged(packaged)
    hasher = hashlib.blake2b(_told(packaged), digest_size=16)
    for path in own:
        raw = path.read_bytes()
        hasher.update(_told({path.name: raw}))
        subjects[path.stem] = _merged(subjects.get(path.stem), _parsed(raw))
    return Lexicon(subjects, hasher.hexdigest())


def _told(files: Mapping[str, bytes]) -> bytes:
    return b"".join(name.encode() + b"\0" + raw + b"\0" for name, raw in files.items())


def _packaged(files: Mapping[str, bytes]) -> dict[str, Any]:
    """The packaged words by subject."""
    words: dict[str, Any] = _kept(
        "words", _told(files), lambda: {Path(name).stem: _parsed(raw) for name, raw in files.items()}
    )
    return words


def packaged_source(name: str) -> bytes:
    """One file of the packaged words as it is written: for what is kept of its words."""
    return (_PACKAGED / f"{name}.yaml").read_bytes()


@cache
def packaged_subject(name: str) -> Mapping[str, Any]:
    """One file of the packaged words alone, as YAML reads it: what those need who compare records of many articles."""
    raw = packaged_source(name)

    def read() -> Any:
        import yaml

        return yaml.load(raw, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))

    content: Mapping[str, Any] = _kept(f"subject_{name}", raw, read)
    return content


def _kept(name: str, source: bytes, read: Callable[[], Any]) -> Any:
    """What YAML made of `source`, from the last time: reading it takes four times as long."""
    import msgspec

    def made() -> bytes:
        return msgspec.msgpack.encode(read())

    try:
        return msgspec.msgpack.decode(kept(name, source, made))
    except msgspec.DecodeError:  # what was kept is damaged
        return msgspec.msgpack.decode(made())


def _parsed(raw: bytes) -> Any:
    import yaml

    return yaml.load(raw, Loader=_loader()) or {}


@cache
def _loader() -> Any:
    """A loader to which `no`, `on` and `yes` are words, and a date is one too."""
    import yaml

    class Words(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
        pass

    left_out = ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")
    kept = yaml.SafeLoader.yaml_implicit_resolvers.items()
    Words.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in rules if tag not in left_out] for first, rules in kept
    }
    Words.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), ["t", "f"])
    return Words


def _merged(below: Any, above: Any) -> Any:
    if isinstance(below, dict) and isinstance(above, dict):
        return {**below, **{key: _merged(below.get(key), value) for key, value in above.items()}}
    if isinstance(below, list) and isinstance(above, list):
        return below + [entry for entry in above if entry not in below]
    return above
