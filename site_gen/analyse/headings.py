"""Whether what a figure measures reads as a name, so that it can stand over the figure."""

import re

from site_gen.resolve.words import word_set

_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def words_in(text: str) -> list[str]:
    """The words of a text, without numbers."""
    return _WORD.findall(text)


def reads_as_name(measure: str, sentence: str, figure: str) -> bool:
    """Whether a measure is words of its sentence as they stand there, and no verb by itself.

    `sentence` and `figure` (the figure as written) have single spaces.
    """
    at = sentence.casefold().find(measure.casefold())
    behind = at + len(measure)
    if at < 0 or not words_in(measure) or sentence[behind : behind + 1] == "-":
        return False
    before = words_in(sentence[:at])
    if before and before[-1].casefold() in word_set("telling", "before_verbs"):
        return False
    words = [word.casefold() for word in words_in(measure)]
    lone_verb = len(words) == 1 and (sentence[behind:].lstrip().startswith(figure) or words[0].endswith("ed"))
    return word_set("telling", "finite").isdisjoint(words) and not lone_verb
