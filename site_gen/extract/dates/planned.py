"""Words that say a day is yet to come, whatever tense stands before them: `called a strike for Thursday`."""

from site_gen.extract.dates.scan import Line
from site_gen.lexicon import Lexicon

_BEFORE, _BOUND = 8, 24
"""Words in which what plans a day is sought before it."""
_GOES_ON = frozenset(
    "when in at to before after by and but as with if where until unless so or while".split()
)
_ADVERBS = frozenset("only again formally officially not next then".split())
_ON_AND_OFF = frozenset({"stop", "start", "begin", "resume"})
"""`stop running from Saturday`."""
_WITH_IT = {"take": ("over", "office", "effect"), "change": ("hands",), "walk": ("out", "off")}
"""`the keys change hands on 1 July`."""


class Planning:
    """What plans a day, from the lexicon."""

    __slots__ = ("arranged", "at_first", "beginning", "binding")

    def __init__(self, lexicon: Lexicon) -> None:
        planning = lexicon["dates"]["planning"]
        self.arranged = frozenset(str(planning["arranged"]).split())
        self.at_first = frozenset((*str(lexicon["dates"]["tense"]["at_first"]).split(), "had"))
        self.binding = frozenset(str(planning["binding"]).split())
        self.beginning = frozenset(str(planning["beginning"]).split())


def is_planned(line: Line, first: int, last: int, words: Planning) -> bool:
    """Whether the words before a day plan it."""
    return (
        _if_all_goes(line, first)
        or _arranged_for(line, first, last, words)
        or _bound_by(line, first, words)
        or _they_start(line, first, words)
    )


def _if_all_goes(line: Line, first: int) -> bool:
    """`If all goes to plan, the two become one on 1 April`."""
    ahead = line.tokens[max(0, first - _BOUND) : first]
    return "goes" in ahead and any(
        ahead[n : n + 3] in (["if", "all", "goes"], ["if", "everything", "goes"]) for n in range(len(ahead))
    )


def _arranged_for(line: Line, first: int, last: int, words: Planning) -> bool:
    """`called a strike for Thursday`, `buses have been hired for Monday`; not `for Monday's attack`."""
    if first < 3 or line.tokens[first - 1] != "for":
        return False
    behind = line.tokens[last : last + 1]
    free = not behind or behind[0] in _GOES_ON or behind[0] in (".", ",", ";", ":", ")", '"', "”")
    ahead = line.tokens[max(0, first - _BEFORE) : first - 1]
    return free and not words.arranged.isdisjoint(ahead) and words.at_first.isdisjoint(ahead)


def _bound_by(line: Line, first: int, words: Planning) -> bool:
    """`have bound themselves to have the soldiers out by 30 June`."""
    if first < 4 or line.tokens[first - 1] != "by":
        return False
    ahead = line.tokens[max(0, first - _BOUND) : first - 1]
    bound = next((n for n in range(len(ahead) - 1, -1, -1) if ahead[n] in words.binding), -1)
    return bound >= 0 and "to" in ahead[bound:]


def _they_start(line: Line, first: int, words: Planning) -> bool:
    """`the hearings start only in November`: a verb in the present behind a plural."""
    at = first - 2
    if at < 1 or line.tokens[first - 1] not in ("in", "on", "at", "from"):
        return False
    at -= line.tokens[at] in _ADVERBS and at > 1
    at -= at > 1 and line.tokens[at].endswith("ing") and line.tokens[at - 1] in _ON_AND_OFF
    at -= line.tokens[at] in _WITH_IT.get(line.tokens[at - 1], ()) and at > 1
    subject = line.tokens[at - 1]
    plural = subject in ("they", "we") or (
        len(subject) > 3 and subject.endswith("s") and not subject.endswith("ss")
    )
    return plural and line.tokens[at] in words.beginning and subject.isalpha()
