"""`site-gen build`."""

from pathlib import Path
from typing import Any

import click

from site_gen.cli.asked import AskedBuild

DAY = "Day the build is for, YYYY-MM-DD or today: embargoes and expiries go by it.  [default: none]"


@click.command()
@click.option("--content", type=click.Path(path_type=Path), help="Folder of articles.  [default: content]")
@click.option("--output", type=click.Path(path_type=Path), help="Folder of the site.  [default: output]")
@click.option("--config", type=click.Path(path_type=Path), help="Settings.  [default: site.yaml, if there]")
@click.option("--base-url", default=None, help="Address at which the site will be published.")
@click.option("--strict", is_flag=True, help="Publish nothing if any article has an error.")
@click.option("--adopt", is_flag=True, help="Publish into a folder that holds other files; they are kept.")
@click.option("--verify", is_flag=True, help="Read every file again, however unchanged it looks.")
@click.option("--clean", is_flag=True, help="Forget the cache first.")
@click.option(
    "--jobs", type=click.IntRange(min=0), default=0, help="Processes.  [default: one for each core]"
)
@click.option(
    "--record",
    is_flag=True,
    help="Append what changed to changes.jsonl beside the content, with --day or today.",
)
@click.option("--day", default=None, help=DAY)
@click.option("--timings", is_flag=True, help="Say what each stage cost.")
@click.option("--open", "show", is_flag=True, help="Open the site in a browser, where there is a desktop.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but problems.")
def build(**asked: Any) -> int:
    """Read, extract, compare, render and publish.

    An article that cannot be read is named and left out; the others are published. Nothing half done is ever shown.

    Exit codes: 0 all published, 1 published without what is named, 2 refused and nothing changed, 3 a fault and
    nothing changed.
    """
    from site_gen.cli.building import build_site

    return build_site(AskedBuild(**asked))
