"""The lines of a letterhead above a headline: who publishes, and what kind of paper it is."""

import re
from collections.abc import Sequence
from functools import cache

from site_gen.lexicon import Lexicon
from site_gen.load.papers import is_paper

_SMALL = frozenset("of the and for in on de la le du des di da y et und &".split())
_SITE = re.compile(
    r"(?:www\.)?[A-Za-z][\w-]{1,40}\.(?:com|org|net|info|news|eu|co|[a-z]{2})(?:\.[a-z]{2})?(?= [-–—|·:] |$)"
)
"""`Quaywatch.eu - the portal of ports`, alone or with what the site says of itself."""
_PERIODICAL = re.compile(
    r"(?:The )?(?:Daily|Weekly|Monthly|Quarterly|Fortnightly|Journal|Magazine) (?:of|for|from) "
)
"""`Weekly of the northern quays`."""
_FEW = 4
"""Words of an outlet's name at most."""
_HEADLINE = 3


def below_letterhead(lines: Sequence[tuple[int, str]], lexicon: Lexicon) -> list[int]:
    """Numbers of those of `lines` that may be the headline: without the letterhead that they begin with.

    All of them where nothing of some words is left.
    """
    known = [_is_letterhead(line, lexicon) for _, line in lines]
    if known[1:2] == [True] and len(lines[0][1].split()) <= _FEW:
        known[0] = True  # a name, and below it what it is
    begin = known.index(False) if False in known else len(lines)
    rest = lines[begin:]
    kept = rest if any(len(line.split()) >= _HEADLINE for _, line in rest) else lines
    return [number for number, _ in kept]


def signed_below_day(lines: Sequence[tuple[int, str]], day: int, signed: Sequence[int]) -> int | None:
    """The line between the day and the writer, where what stands above the day begins with a name: an outlet's.

    `Straits Bunker`, `24 June 2026`, `Europe's list lands on the waterfront`, `By Ann Lee`.
    """
    first = lines[0][1].split() if lines and lines[0][0] < day else []
    named = 0 < len(first) <= _FEW and all(word[0].isupper() or word in _SMALL for word in first)
    below = [n for n, line in lines if n > day and n + 1 in signed and len(line.split()) > _FEW]
    return below[0] if named and below else None


def _is_letterhead(line: str, lexicon: Lexicon) -> bool:
    """`Ministry of Finance`, `St Augustine Fiscal Monitor`, `PRESS RELEASE`, `Briefing note 31/2025`."""
    if is_paper(line, lexicon) or _SITE.match(line) or _PERIODICAL.match(line):
        return True
    words = re.findall(r"[^\W_][\w'’.-]*|&", line.partition(",")[0])
    if not words or not all(word[0].isupper() or word in _SMALL or word.lower() in _SMALL for word in words):
        return False
    low = [word.lower() for word in words]
    if names_outlet(line, lexicon):
        return True
    bodies, _ = _names(lexicon)
    return any(
        word in bodies and low[at + 1 : at + 2] in (["of"], ["for"]) for at, word in enumerate(low[:2])
    )


def names_outlet(line: str, lexicon: Lexicon) -> bool:
    """`Fjord Times`, `Quayside Agency`: a few words in capitals, the last of which ends names of outlets."""
    words = line.partition(",")[0].split()
    capital = all(word[0].isupper() or word in _SMALL for word in words)
    return capital and 1 < len(words) <= _FEW and words[-1].lower() in _names(lexicon)[1]


@cache
def _names(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    bodies = lexicon["organisations"]["words"].split(",") if "organisations" in lexicon else ()
    more = lexicon["agencies"]["publishers"].split()
    outlets = f"{lexicon['agencies']['outlet_lasts']} {lexicon['agencies']['letterhead_lasts']}".split()
    return (
        frozenset(word.strip().lower() for word in (*bodies, *more)),
        frozenset(word.lower() for word in outlets),
    )
