"""What stands before and behind a value in its sentence."""

from typing import Protocol

from site_gen.records import Evidence


class InSentence(Protocol):
    """What has its own words and those of its sentence: a figure, a statement."""

    @property
    def evidence(self) -> Evidence:
        """Its own words."""

    @property
    def sentence(self) -> Evidence:
        """The whole sentence."""


def text_before(value: InSentence) -> str:
    """The sentence up to the value."""
    return value.sentence.exact[: value.evidence.start - value.sentence.start]


def text_behind(value: InSentence) -> str:
    """The sentence from the value on."""
    return value.sentence.exact[value.evidence.end - value.sentence.start :]
