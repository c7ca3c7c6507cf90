"""What a deed is done to: `took part in the talks` does not rule out `took no part in the parade`."""

import re

from site_gen.analyse.stems import synonym

_WORD = re.compile(r"[\w’'-]+")
_AHEAD = 4


def done_to_others(one: str, behind_one: str, other: str, behind_other: str) -> bool:
    """Whether two phrases of one verb are told of two things: each phrase, and what follows it in its sentence."""
    if _said(one).isdisjoint(_said(other)):
        return False
    ours, theirs = things_behind(behind_one), things_behind(behind_other)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def things_behind(text: str) -> set[str]:
    """The stems of the first few words that say anything."""
    words = _WORD.findall(text)[:_AHEAD]
    return {synonym(word.lower()) for word in words if len(word) > 3} - {""}


def _said(phrase: str) -> set[str]:
    return {word for word in _WORD.findall(phrase.lower()) if len(word) > 3}
