"""Whether two sentences tell of the same two parties the other way round: `X invests in Y`, `Y invests in X`."""

import re

_PARTIES = re.compile(
    r"(?:The )?([A-Z][\w’'-]+)(?! and\b|,)(?= ).*?\b(?:in|to|from|into|against|over|of|on) (?:the )?([A-Z][\w’'-]+)"
)


def turned_round(one: str, other: str) -> bool:
    """Whether the first name of each sentence is the second of the other, behind a preposition that says which way."""
    ours, theirs = _PARTIES.match(one), _PARTIES.match(other)
    return bool(ours and theirs) and ours.groups() == theirs.groups()[::-1]  # type: ignore[union-attr]
