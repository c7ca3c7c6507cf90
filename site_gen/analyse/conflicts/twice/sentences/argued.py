"""Whether something is only somebody's case: `argued that the president had no power to sign`."""

import re
from functools import cache

from site_gen.resolve.words import longest_first
from site_gen.text.phrases import any_phrase


def is_argued(text: str, at: int) -> bool:
    """Whether words before a place say that what stands there is argued, claimed or alleged."""
    return _arguing().search(text, 0, at) is not None


@cache
def _arguing() -> re.Pattern[str]:
    return re.compile(any_phrase(longest_first("opposites", "arguing"), r"\b", any_case=True))
