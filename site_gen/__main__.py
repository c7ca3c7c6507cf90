"""`site-gen` as a shell calls it; `python -m site_gen` is the same."""

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn

from site_gen.modules import install, keep_modules
from site_gen.patterns import install as install_patterns
from site_gen.patterns import keep_patterns

_YOUNG = 100_000
"""Values made before cyclic garbage is looked for: imports make many that stay."""


def run() -> NoReturn:
    """Run the command; where it went well, end at once: what the process holds need not be freed piece by piece."""
    gc.set_threshold(_YOUNG)
    install()
    install_patterns()
    from site_gen.cli import LEFT_OUT, OK, main  # here, because the imports come after the threshold

    try:
        main()
    except SystemExit as done:
        keep_patterns()
        keep_modules()
        if done.code in (OK, LEFT_OUT):
            with suppress(OSError, AttributeError):  # nobody reads what we say, or there is no stream
                sys.stdout.flush()
                sys.stderr.flush()
            os._exit(int(done.code or 0))
        raise


if __name__ == "__main__":
    run()
