"""Exit codes, and what a command says."""

import sys

OK, LEFT_OUT, REFUSED, FAULT, INTERRUPTED, TERMINATED = 0, 1, 2, 3, 130, 143
STOPPED = "stopped; the published site is as it was"


def say(text: str, err: bool = False) -> None:
    """Write a line as `click.echo` does, which is imported only where there is more to it than writing."""
    stream = sys.stderr if err else sys.stdout
    plain = stream is not None and (stream.encoding or "").lower() == "utf-8" and "\x1b" not in text
    if not plain:
        import click

        click.echo(text, err=err)
        return
    stream.write(f"{text}\n")
    stream.flush()


def last_word(message: str, code: int) -> int:
    """Say how a command ended that did not do what it was asked for; returns the code."""
    say(f"site-gen: {'error' if code < INTERRUPTED else 'note'}: {message}", err=True)
    return code
