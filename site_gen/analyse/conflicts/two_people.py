"""Whether one deed is told of two people of one surname: `arrested Ciro Amodeo`, `arrested his cousin Enzo Amodeo`."""

import re

_NAME = r"[A-Z][\w’'-]*[a-z]"
_DONE_TO = re.compile(rf"\b([a-z]+ed) (?:[a-z][\w’'-]*,? ){{0,4}}({_NAME}(?: [A-Z]\.)?(?: {_NAME})+)")


def done_to_namesakes(one: str, other: str) -> bool:
    """Whether the full names behind one verb in two sentences have the surname in common, and nothing else."""
    ours = dict(_DONE_TO.findall(one))
    theirs = dict(_DONE_TO.findall(other)) if ours else {}
    return any(_are_two(ours[verb].split(), theirs[verb].split()) for verb in ours.keys() & theirs.keys())


def _are_two(one: list[str], other: list[str]) -> bool:
    return one[-1] == other[-1] and one[0] not in other and other[0] not in one and one[0][0] != other[0][0]
