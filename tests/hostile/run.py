"""All hostile cases, each alone beside good articles: `python -m tests.hostile.run [WORDS in the case's name]`.

`--step N` takes every Nth payload in a place; without it all of them (some 2,000 builds).
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


def main() -> int:
    """Run, print what is wrong and a summary; 1 where anything is."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("words", nargs="?", default="")
    arguments.add_argument("--step", type=int, default=1)
    given = arguments.parse_args()
    cases = [*fault_cases(), *payload_cases(given.step)]
    return run([case for case in cases if given.words in case.name])


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
            if spent > 8:
                faults.append(f"took {spent:.1f} processor seconds")
            for fault in faults[:4]:
                print(f"{case.name}: {fault[:300]}", flush=True)
    print(dict(counts))
    return 1 if counts["bad"] else 0


if __name__ == "__main__":
    sys.exit(main())
