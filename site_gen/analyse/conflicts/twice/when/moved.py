"""What keeps two times of one deed from excluding each other: a bid, a time that was moved; or what shows one deed."""

from site_gen.analyse.tellings import Slot
from site_gen.resolve.folding import fold
from site_gen.resolve.words import word_set


def one_head(a: Slot, b: Slot) -> bool:
    """Whether two times have a deed in common."""
    return not set(a.heads).isdisjoint(b.heads)


def is_offered(text: str) -> bool:
    """Whether it tells of a bid, which is no fact."""
    return not word_set("opposites", "bids").isdisjoint(fold(text).split())


def moved(text: str) -> bool:
    """Whether it tells of a time that was put off or brought forward."""
    told = f" {fold(text)} "
    return any(f" {cue} " in told for cue in word_set("opposites", "moved"))
