"""All hostile cases, each alone beside good articles: `python -m tests.hostile.run [WORDS in the case's name]`.

`--step N` takes every Nth payload in a place; without it all of them (some 2,000 builds). `--together` puts all
into one desk instead, and keeps it where `--keep FOLDER` says.
"""

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.hostile.cases import Case, fault_cases, payload_cases
from tests.hostile.desk import SECRET, HostileDesk
from tests.hostile.together import faults_together


def main() -> int:
    """Run, print what is wrong and a summary; 1 where anything is."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("words", nargs="?", default="")
    arguments.add_argument("--step", type=int, default=1)
    arguments.add_argument("--together", action="store_true")
    arguments.add_argument("--keep", type=Path)
    given = arguments.parse_args()
    cases = [case for case in (*fault_cases(), *payload_cases(given.step)) if given.words in case.name]
    return together(cases, given.keep) if given.together else run(cases)


def together(cases: list[Case], keep: Path | None) -> int:
    """Build all cases at once."""
    with tempfile.TemporaryDirectory() as folder:
        faults = faults_together(keep or Path(folder), cases)
    for fault in faults[:200]:
        print(fault[:400])
    print({"cases": len(cases), "faults": len(faults)})
    return 1 if faults else 0


def run(cases: list[Case]) -> int:
    """Build every case alone."""
    os.environ["HOSTILE_SECRET"] = SECRET
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        desk = HostileDesk(Path(folder) / "desk")
        for case in cases:
            started = time.process_time()
            faults = desk.faults(case)
            spent = time.process_time() - started
            counts["cases"] += 1
            counts["bad"] += bool(faults)
            if spent > 15:
                faults.append(f"took {spent:.1f} processor seconds")
            for fault in faults[:4]:
                print(f"{case.name}: {fault[:300]}", flush=True)
    print(dict(counts))
    return 1 if counts["bad"] else 0


if __name__ == "__main__":
    sys.exit(main())
