"""The words around a place in a sentence, as a claim of a contradiction shows them."""

import re

BREAK = re.compile(r',(?!\d)|[;:()“”"]')
"""Where a clause ends."""
_AHEAD, _BEHIND = 6, 8


def clause(text: str, start: int, end: int) -> str:
    """A stretch with those around it, as far as the clause or a few words: `only after the prisoners are freed`."""
    ahead = BREAK.split(text[:start])[-1].split()
    behind = BREAK.split(text[end:])[0].split()
    before, after = ahead[-_AHEAD:], behind[:_BEHIND]
    told = " ".join([*before, text[start:end], *after]).rstrip('.”"')
    left, right = "… " * (len(ahead) > _AHEAD), " …" * (len(behind) > _BEHIND)
    return f"{left}{' '.join(told.split())}{right}"
