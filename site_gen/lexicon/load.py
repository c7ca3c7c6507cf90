"""YAML files of words in, one read-only lexicon out; a desk's own words are added on top."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from site_gen.kept import kept_of_files

_PACKAGED = Path(__file__).parent


class Lexicon:
    """Words by subject (`lexicon["offices"]`: the content of `offices.yaml`).

    Hashable by identity, so that what is compiled from it can be remembered (`functools.cache`);
    `digest` tells two lexicons apart by content.
    """

    __slots__ = ("_packed", "_read", "digest")

    def __init__(self, digest: str, packed: Mapping[str, bytes], read: dict[str, Any]) -> None:
        """`packed`: subjects as MessagePack, each decoded when it is asked for; those in `read` win over them."""
        self.digest = digest
        self._packed = packed
        self._read = read

    def __getitem__(self, subject: str) -> Any:
        if subject not in self._read:
            self._read[subject] = msgspec.msgpack.decode(self._packed[subject])
        return self._read[subject]

    def __iter__(self) -> Iterator[str]:
        return iter({**self._packed, **self._read})

    def __contains__(self, subject: str) -> bool:
        return subject in self._packed or subject in self._read


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
    told, packed = _packaged()
    packaged = Lexicon(told, packed, {})
    if not own:
        return packaged
    hasher = hashlib.blake2b(told.encode(), digest_size=16)
    subjects = {}
    for path in own:
        raw = path.read_bytes()
        hasher.update(path.name.encode() + b"\0" + raw + b"\0")
        below = packaged[path.stem] if path.stem in packed else None
        subjects[path.stem] = _merged(below, _parsed(raw))
    return Lexicon(hasher.hexdigest(), packed, subjects)


def _packaged() -> tuple[str, dict[str, bytes]]:
    """What stands for the packaged words, and those of each subject as MessagePack: YAML takes many times as long."""
    files = sorted(_PACKAGED.glob("*.yaml"))

    def made() -> bytes:
        written = {path.stem: path.read_bytes() for path in files}
        hasher = hashlib.blake2b(digest_size=16)
        for name, raw in written.items():
            hasher.update(name.encode() + b"\0" + raw + b"\0")
        words = {name: msgspec.msgpack.encode(_parsed(raw)) for name, raw in written.items()}
        return msgspec.msgpack.encode((hasher.hexdigest(), words))

    decode = msgspec.msgpack.Decoder(tuple[str, dict[str, bytes]]).decode
    try:
        return decode(kept_of_files("words", files, made))
    except msgspec.DecodeError:  # what was kept is damaged
        return decode(made())


@cache
def packaged_subject(name: str) -> Mapping[str, Any]:
    """One file of the packaged words alone, as YAML reads it: what those need who compare records of many articles."""

    path = _PACKAGED / f"{name}.yaml"

    def made() -> bytes:
        import yaml

        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        return msgspec.msgpack.encode(yaml.load(path.read_bytes(), Loader=loader))

    content: Mapping[str, Any]
    try:
        content = msgspec.msgpack.decode(kept_of_files(f"subject_{name}", [path], made))
    except msgspec.DecodeError:  # what was kept is damaged
        content = msgspec.msgpack.decode(made())
    return content


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
