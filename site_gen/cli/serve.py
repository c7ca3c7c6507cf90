"""`site-gen serve`."""

from pathlib import Path

import click

from site_gen.cli.build import DAY


@click.command()
@click.option("--content", type=click.Path(path_type=Path), help="Folder of articles.  [default: content]")
@click.option("--output", type=click.Path(path_type=Path), help="Folder of the site.  [default: output]")
@click.option("--config", type=click.Path(path_type=Path), help="Settings.  [default: site.yaml, if there]")
@click.option("--day", default=None, help=DAY)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Port; 0 takes any free one.",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--open", "show", is_flag=True, help="Open the site in a browser.")
def serve(
    content: Path | None,
    output: Path | None,
    config: Path | None,
    day: str | None,
    port: int,
    host: str,
    show: bool,
) -> None:
    """Build, serve at http://127.0.0.1:8000/, and rebuild after every edit."""
    import threading

    from site_gen.engine.settings import BuildRequest
    from site_gen.serve import serve as run
    from site_gen.site_yaml import load_config

    def request() -> BuildRequest:
        settings = load_config(config, content=content, output=output, day=day)
        return BuildRequest(settings.content, settings.output, settings)

    def say(line: str) -> None:
        click.echo(line)
        if show and line.startswith("Serving"):
            click.launch(line.split(" at ")[1].split()[0])

    run(request, port, host, say, threading.Event())
