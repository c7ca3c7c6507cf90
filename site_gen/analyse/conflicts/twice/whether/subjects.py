"""Two words that rule each other out, said of one subject: `The recall was voluntary`, `The recall is mandatory`."""

import re

from site_gen.analyse.conflicts.objects import things_behind
from site_gen.analyse.conflicts.twice.aligned.align import weak_stems
from site_gen.analyse.stems import synonym
from site_gen.analyse.tellings import Slot, Telling

_BEGINS = r"(?:^|[.;:,“”\"—–] ?|\b(?:that|said|says|but|and|while|whereas) )"
_BE = r"(?:is|was|are|were|been|be|being|has|had|have|will|would|remains?|remained|became)"
_SUBJECT = re.compile(
    rf"{_BEGINS}(?:the |its |their |this |his |her |our )?((?:[\w’'-]+ ){{0,2}}?[\w’'-]+) ((?:{_BE} )+)?(?:\w+ly )?$",
    re.I,
)
_REACH = 70


def of_one_subject(a: Slot, b: Slot, one: Telling, other: Telling) -> bool:
    """Whether both stand right behind one subject; behind a verb of doing what they are done to must be one as well."""
    ours, theirs = _said_of(a, one), _said_of(b, other)
    if not ours or not theirs or ours[0] != theirs[0]:
        return False
    states = ours[1] and theirs[1]
    return states or not things_behind(_behind(a, one)).isdisjoint(things_behind(_behind(b, other)))


def _said_of(slot: Slot, telling: Telling) -> tuple[tuple[str, ...], bool] | None:
    """The stems of the subject, and whether the word says what it is; None where the clause begins otherwise."""
    sentence = telling.sentences[slot.sentence].evidence
    ahead = sentence.exact[: slot.start - sentence.start][-_REACH:]
    found = _SUBJECT.search(ahead)
    if found is None:
        return None
    stems = tuple(synonym(word) for word in found[1].lower().split())
    return (stems, found[2] is not None) if stems[-1] and stems[-1] not in weak_stems() else None


def _behind(slot: Slot, telling: Telling) -> str:
    sentence = telling.sentences[slot.sentence].evidence
    return sentence.exact[slot.end - sentence.start :]
