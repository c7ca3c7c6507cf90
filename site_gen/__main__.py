"""`site-gen` as a shell calls it; `python -m site_gen` is the same."""

import os
import sys
from contextlib import suppress
from typing import NoReturn

from site_gen.cli import LEFT_OUT, OK, main


def run() -> NoReturn:
    """Run the command; where it went well, end at once: what the process holds need not be freed piece by piece."""
    try:
        main()
    except SystemExit as done:
        if done.code in (OK, LEFT_OUT):
            with suppress(OSError):  # nobody reads what we say
                sys.stdout.flush()
                sys.stderr.flush()
            os._exit(int(done.code or 0))
        raise


if __name__ == "__main__":
    run()
