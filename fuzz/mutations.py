"""`python -m fuzz.mutations [TARGET ...] [--seconds N]`: sound files of every format, bent byte by byte.

Needs no instrumentation, so it runs where atheris does not, and reaches deep into a format, as each input is nearly
sound. The same seed gives the same inputs. What breaks a promise is kept in `fuzz/found/TARGET/`.
"""

import argparse
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from fuzz.targets import TARGETS

HERE = Path(__file__).parent
_ODD = (
    b"\x00 \xff \xc3 \xe2\x80\xae \xef\xbb\xbf \x0b \x1b \xc2\xa0 \xe2\x80\xa8 \xed\xa0\x80 \xf4\x90\x80\x80"
    b" e\xcc\x81 ' \" \\ < > & &#0; &#xD800; &amp; ]]> <!-- --> {{ %} # [ ] { } | 0 -1 1e999 NaN null"
    b" 999999999999999999999 0000-00-00 2025-02-31 25:61 ../ // javascript: data:text/html, http://[::1"
    b" = @ * _ ` ![ ]( <p> </p> <table>"
).split(b" ")
_ODD += [b" ", b"\r", b"\r\n", b"\n\n", b"\t", b": ", b"- ", b"---\n"]
_LONG = 3_000


def seeds(target: str) -> list[bytes]:
    """The sound files of a target, and what was found in it once."""
    files = [*sorted((HERE / "seeds" / target).glob("*")), *sorted((HERE / "cases" / target).glob("*"))]
    return [file.read_bytes() for file in files if file.is_file()]


def mutations(sound: list[bytes], seed: int) -> Iterator[bytes]:
    """Bent files without end; the same for the same seed."""
    chance = random.Random(seed)
    while True:
        data = chance.choice(sound)
        for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
            data = chance.choice(_BENDS)(data, sound, chance)
        yield data


def _bend_bits(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


def _put(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(_ODD) * chance.choice((1, 1, 1, 2, 50)) + data[at:]


def _take(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + data[at + chance.choice((1, 2, 10, 100, 10_000)) :]


def _again(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    piece = data[start : start + chance.choice((1, 10, 100, 1000))]
    times = max(1, min(chance.choice((1, 2, 100)), _LONG // (len(piece) or 1)))
    return data[:start] + piece * times + data[start:]


def _lines(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    chance.shuffle(lines) if chance.random() < 0.2 else lines.insert(
        chance.randrange(len(lines)), chance.choice(lines)
    )
    return b"\n".join(lines)


def _splice(data: bytes, sound: list[bytes], chance: random.Random) -> bytes:
    other = chance.choice(sound)
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other) + 1) :]


def _coded(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    words = data.decode("utf-8", "replace")
    return words.encode(chance.choice(("utf-16", "utf-16-le", "cp1252", "utf-8-sig", "utf-32")), "replace")


_BENDS: tuple[Callable[[bytes, list[bytes], random.Random], bytes], ...] = (
    _bend_bits, _put, _put, _take, _again, _lines, _splice, _coded,
)  # fmt: skip


def main() -> int:
    """Bend until the time is over; 1 where anything broke a promise."""
    arguments = argparse.ArgumentParser(prog="python -m fuzz.mutations", description=__doc__)
    arguments.add_argument("targets", nargs="*", choices=[*TARGETS, []], metavar="TARGET")
    arguments.add_argument("--seconds", type=float, default=60, help="processor time for each target")
    arguments.add_argument("--seed", type=int, default=0)
    arguments.add_argument(
        "--slow", type=int, default=20, help="seconds of processor time that one input may take"
    )
    given = arguments.parse_args()
    broken = 0
    for target in given.targets or [name for name in TARGETS if seeds(name)]:
        broken += _run(target, given)
    return 1 if broken else 0


def _run(target: str, given: Any) -> int:
    signal.signal(signal.SIGPROF, _too_slow)
    seen: set[str] = set()
    tried, end, slowest = 0, time.process_time() + given.seconds, 0.0
    for data in mutations(seeds(target), given.seed):
        started = time.process_time()
        if started > end:
            break
        signal.setitimer(signal.ITIMER_PROF, given.slow)
        try:
            TARGETS[target](data)
        except Exception as error:  # whatever breaks is what is looked for
            where = traceback.extract_tb(error.__traceback__)[-1]
            about = f"{type(error).__name__} {where.filename}:{where.lineno}"
            if about not in seen:
                seen.add(about)
                print(f"{target}: {about}: {str(error)[:200]!r} kept as {_keep(target, data)}", flush=True)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        slowest = max(slowest, time.process_time() - started)
        tried += 1
    print(f"{target}: {tried} inputs, {len(seen)} broke a promise, slowest {slowest:.2f} s", flush=True)
    return len(seen)


def _too_slow(*_: object) -> None:
    raise TimeoutError("too slow")


def _keep(target: str, data: bytes) -> Path:
    folder = HERE / "found" / target
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / sha256(data).hexdigest()[:12]
    file.write_bytes(data)
    return file


if __name__ == "__main__":
    sys.exit(main())
