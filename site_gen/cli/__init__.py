"""Arguments in, one call, a report, an exit code.

0 all published   1 published, but something was left out   2 refused, nothing changed
3 fault, nothing changed   130, 143 stopped by the user, nothing changed
"""

import signal
import sys
from types import FrameType
from typing import NoReturn

import click

from site_gen import __version__
from site_gen.cli.commands import Commands
from site_gen.patterns import install, keep_patterns

OK, LEFT_OUT, REFUSED, FAULT = 0, 1, 2, 3


class Stopped(BaseException):
    """SIGTERM, as an exception, so that everything is put away on the way out."""


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="site-gen")
@click.option("--debug", is_flag=True, help="Show the traceback of a fault.")
@click.pass_context
def site_gen(context: click.Context, debug: bool) -> None:
    """Turn a folder of news articles into a website that explains the story they tell.

    Put articles (.txt, .md, .html, feeds) into content/, run `site-gen build`, open output/index.html.
    """
    context.obj = debug


def main() -> NoReturn:
    """Run the command line and exit with its code."""
    signal.signal(signal.SIGTERM, _stop)
    install()
    code = _run("--debug" in sys.argv)
    keep_patterns()
    sys.exit(code)


def _run(debug: bool) -> int:
    try:
        return site_gen.main(standalone_mode=False) or OK
    except click.ClickException as error:
        error.show()
        if "unexpected extra argument" in error.format_message():
            click.echo("Folders and files are named with options: --content, --output, --config.", err=True)
        return REFUSED
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except (KeyboardInterrupt, click.Abort):
        return _say("stopped; the published site is as it was", 130)
    except Stopped:
        return _say("stopped; the published site is as it was", 143)
    except Exception as error:
        if debug and not _is_refusal(error):
            raise
        return _say(str(error), REFUSED) if _is_refusal(error) else _say(_fault(error), FAULT)


def _is_refusal(error: Exception) -> bool:
    from site_gen.errors import UsageError

    return isinstance(error, UsageError)


def _fault(error: Exception) -> str:
    from site_gen.errors import PublishError

    if isinstance(error, MemoryError):
        return "not enough memory; the published site is as it was"
    if isinstance(error, PublishError | OSError):
        return f"{error}; the published site is as it was"
    kind = type(error).__name__
    return f"internal fault: {kind}: {error}. Nothing was changed. Run again with --debug for details"


def _say(message: str, code: int) -> int:
    click.echo(f"site-gen: {'error' if code < 100 else 'note'}: {message}", err=True)
    return code


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise Stopped
