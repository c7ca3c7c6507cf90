"""`python -m fuzz TARGET [--seconds N]`: what breaks a promise is kept in `fuzz/found/TARGET/`.

Mend it, and move the file to `fuzz/cases/TARGET/`, where a test tries it again for ever.
"""

import argparse
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["site_gen"], enable_loader_override=False):
    from fuzz.targets import TARGETS

HERE = Path(__file__).parent


def main() -> None:
    """Fuzz until the time is over; ends with what was found."""
    arguments = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    arguments.add_argument("target", choices=TARGETS)
    arguments.add_argument("--seconds", type=int, default=120)
    given = arguments.parse_args()
    found = HERE / "found" / given.target
    corpus = found / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    seeds = [str(folder) for folder in (HERE / "cases" / given.target,) if folder.is_dir()]
    options = [f"-max_total_time={given.seconds}", "-max_len=4000", "-timeout=20", "-rss_limit_mb=2048"]
    options += [
        f"-dict={HERE / 'words.dict'}",
        f"-artifact_prefix={found}/",
        "-print_final_stats=1",
        "-verbosity=0",
    ]
    atheris.Setup([sys.argv[0], *options, str(corpus), *seeds], TARGETS[given.target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
