"""What a line says of the kind of paper it stands on: `PRESS RELEASE`, `Briefing note 31/2025`."""

import re
from functools import cache

from site_gen.lexicon import Lexicon


def names_paper(line: str, lexicon: Lexicon) -> bool:
    """Whether a kind of paper is named somewhere in the line."""
    return _patterns(lexicon)[0].search(line) is not None


def is_paper(line: str, lexicon: Lexicon) -> bool:
    """Whether the line is a kind of paper, perhaps with its number, and nothing else."""
    return _patterns(lexicon)[1].fullmatch(line) is not None


@cache
def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    kinds = "|".join(re.escape(kind.strip()) for kind in lexicon["agencies"]["papers"].split(","))
    return (
        re.compile(rf"\b(?:{kinds})\b", re.IGNORECASE),
        re.compile(rf"(?:{kinds})(?: (?:no\.? ?)?\d[\d/.-]{{0,8}})?", re.IGNORECASE),
    )
