"""A stage as one place of a sentence gives it."""

from typing import NamedTuple

from site_gen.extract.agreements.tense import Tense


class Step(NamedTuple):
    """A stage as one place of the text gives it: tokens from `first` to `last`, the verb at `at`."""

    stage: str
    tense: Tense
    first: int
    last: int
    at: int
