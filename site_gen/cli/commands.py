"""The commands, each loaded when it is called: `--help` and `--version` import none of them."""

from importlib import import_module

import click

from site_gen import __version__
from site_gen.cli.said import INTERRUPTED, OK, REFUSED, STOPPED, last_word

COMMANDS = {
    "new": ("new", "Make a site, a theme or an article to start from. Nothing is overwritten."),
    "build": ("build", "Read, extract, compare, render and publish."),
    "check": ("check", "Name everything that is wrong in content and settings, without building."),
    "serve": ("serve", "Build, serve at http://127.0.0.1:8000/, and rebuild after every edit."),
    "import": (
        "gather",
        "Write the articles of pages, feeds, mails, folders or addresses as Markdown files.",
    ),
    "fetch": ("gather", "Import the new articles of all feeds that site.yaml names."),
    "review": ("review", "Go through open questions, most important first; answers are kept."),
    "extract": ("extract", "Print the records of FILES without building a site."),
    "schema": ("schema", "Print the JSON Schema of front matter, for completion in an editor."),
    "explain": ("extract", "Show a text with every record found in it, by which rule, and what was left."),
}
"""Name of a command: its module in this package, and its summary."""
_MEANT = {"init": "new site", "create": "new site", "preview": "serve", "server": "serve", "watch": "serve"}
"""What other generators call a command."""


class Commands(click.Group):
    """A group of commands that knows their summaries without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order in which a newcomer needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"site_gen.cli.{COMMANDS[cmd_name][0]}")
        command = getattr(
            module, "import_articles" if cmd_name == "import" else cmd_name
        )  # a word of Python's
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As usual; for a name that there is not, the nearest ones are offered."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = [_MEANT[args[0]]] if args[0] in _MEANT else get_close_matches(args[0], COMMANDS, 1)
            ctx.fail(f"no command '{args[0]}'" + (f"; did you mean '{near[0]}'?" if near else ""))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write each name with its summary."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in COMMANDS.items()])


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="site-gen")
@click.option("--debug", is_flag=True, help="Show the traceback of a fault.")
@click.pass_context
def site_gen(context: click.Context, debug: bool) -> None:
    """Turn a folder of news articles into a website that explains the story they tell.

    Put articles (.txt, .md, .html, feeds) into content/, run `site-gen build`, open output/index.html.
    """
    context.obj = debug


def called() -> int:
    """Run the command that the arguments name; returns its exit code."""
    try:
        return site_gen.main(standalone_mode=False) or OK
    except click.ClickException as error:
        error.show()
        if "unexpected extra argument" in error.format_message():
            click.echo("Folders and files are named with options: --content, --output, --config.", err=True)
        return REFUSED
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.Abort:
        return last_word(STOPPED, INTERRUPTED)
