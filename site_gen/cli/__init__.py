"""Arguments in, one call, a report, an exit code.

0 all published   1 published, but something was left out   2 refused, nothing changed
3 fault, nothing changed   130, 143 stopped by the user, nothing changed
"""

import signal
import sys
from types import FrameType
from typing import NoReturn

from site_gen.cli.asked import asked_plainly
from site_gen.cli.said import FAULT, INTERRUPTED, LEFT_OUT, OK, REFUSED, STOPPED, TERMINATED, last_word, say

__all__ = ["LEFT_OUT", "OK", "main"]


class Stopped(BaseException):
    """SIGTERM, as an exception, so that everything is put away on the way out."""


def main() -> NoReturn:
    """Run the command line and exit with its code."""
    signal.signal(signal.SIGTERM, _stop)
    sys.exit(_run("--debug" in sys.argv))


def _run(debug: bool) -> int:
    try:
        return _called(sys.argv[1:])
    except KeyboardInterrupt:
        say("", err=True)  # behind what the terminal shows of Ctrl-C
        return last_word(STOPPED, INTERRUPTED)
    except Stopped:
        return last_word(STOPPED, TERMINATED)
    except BrokenPipeError:  # nobody reads what we say
        return LEFT_OUT
    except Exception as error:
        refusal = _is_refusal(error)
        if debug and not refusal:
            raise
        return last_word(str(error), REFUSED) if refusal else last_word(_fault(error), FAULT)


def _called(words: list[str]) -> int:
    asked = asked_plainly(words)
    if asked is None:
        from site_gen.cli.commands import called

        return called()
    from site_gen.cli.building import build_site

    return build_site(asked)


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


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise Stopped
