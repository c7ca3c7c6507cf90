"""Whether a clause tells what was, or what will be."""

from site_gen.extract.dates.cues import REACH, Cues, first_cue
from site_gen.extract.dates.planned import is_planned
from site_gen.extract.dates.scan import Line

_FAR = 40
_CLOSE = 12
"""Words in which the tense round `by Friday` is sought: most such days are to come."""
_BUT = frozenset({"but", "yet", "though", "although", "however"})


def direction(cues: Cues, line: Line, first: int, last: int) -> int:
    """-1 where the words around `first` to `last` tell the past, 1 the future, 0 where they tell nothing.

    The nearest cue to the left decides, then the nearest to the right: news puts the time after its verb.
    Neither looks beyond a semicolon or a quotation mark.
    """
    if past := _lasted(cues, line, first) or _gone(cues, line, first, last):
        return past
    if _thwarted(cues, line, first, last):
        return 0
    if _is_deadline(line.tokens, first, last):
        return 1
    if _conditional(line.tokens, first) or is_planned(line, first, last, cues.planning):
        return 1
    if first > 1 and (line.tokens[first - 1] in cues.ahead or _waits_for(cues, line, first, last)):
        return 1
    if (
        first > 2
        and line.tokens[first - 1] == "to"
        and not cues.put_off.isdisjoint(line.tokens[max(0, first - 10) : first])
    ):
        return 1
    if cues.made.intersection(line.tokens[last : last + 1]) and _held_in(cues, line, first):
        return -1
    if bidden := _bidden(cues, line, first):
        return bidden
    if _open(cues, line, first):
        return 0
    left, right = (
        range(first - 1, max(-1, first - 1 - _FAR), -1),
        range(last, min(len(line.tokens), last + _FAR)),
    )
    before = line.tokens[first - 1] if first else ""
    aimed = int(before == "by" or (before == "from" and first == 1) or _lies(line.tokens, first))
    reach = _CLOSE if aimed else REACH
    far = left if before == "from" else range(0)
    found = first_cue(cues, line, left, reach) or first_cue(cues, line, right, reach) or aimed
    return found or first_cue(cues, line, far, _FAR)


def _conditional(tokens: list[str], first: int) -> bool:
    """`If approved on Friday`, `unless a deal is struck by Friday`: what may come."""
    ahead = tokens[max(0, first - _IF) : first]
    if ahead[-4:] == ["until", "a", "date", "in"]:
        return True
    if "if" not in ahead and "unless" not in ahead:
        return False
    begun = next((n for n in range(len(ahead) - 1, -1, -1) if ahead[n] in ("if", "unless", ",")), -1)
    return begun >= 0 and ahead[begun] != "," and _OVER.isdisjoint(ahead[begun:])


_IF = 8
_OVER = frozenset({"was", "were", "had", "did", "has", "have", "said", "last"})


def _is_deadline(tokens: list[str], first: int, last: int) -> bool:
    """`and a deadline: noon on Monday`, `Sunday at 6pm is the latest hour`: until when there is time."""
    ahead, behind = tokens[max(0, first - _SET) : first], tokens[last : last + _SET]
    if "deadline" in ahead and (_OVER | _MET).isdisjoint(ahead) and _OVER.isdisjoint(behind[:1]):
        return ahead[-1] in (":", "of", "-", "–", "—")
    return behind[:2] == ["is", "the"] and behind[2:3] in (["latest"], ["last"], ["deadline"])


_SET = 4
_MET = frozenset({"missed", "met", "passed", "kept", "beat", "before"})


def _lies(tokens: list[str], first: int) -> bool:
    """`the deadline is Friday`, `the hearing is on Thursday`: the day is to come."""
    at = first - 1 - (first > 1 and tokens[first - 1] in ("on", "in"))
    return at >= 0 and tokens[at] == "is"


def _thwarted(cues: Cues, line: Line, first: int, last: int) -> bool:
    """`was to rule on Monday, but put it off`: what came otherwise lies on either side, the nearer the likelier."""
    tokens = line.tokens
    ahead = tokens[max(0, first - REACH) : first]
    if "to" not in ahead:
        return False
    meant = next((n for n in range(len(ahead) - 1, 0, -1) if ahead[n] == "to" and _was_to(cues, ahead, n)), 0)
    if not meant:
        return False
    turn = next((n for n in range(last, min(len(tokens), last + _CLOSE)) if tokens[n] in cues.upset), -1)
    return turn > 0 and (
        tokens[turn] not in _BUT
        or first_cue(cues, line, range(turn + 1, min(len(tokens), turn + _FAR)), _CLOSE) < 0
    )


def _was_to(cues: Cues, tokens: list[str], to: int) -> bool:
    """`was to rule`, `were due to meet`."""
    verb = to - 1 - (tokens[to - 1] in cues.slated)
    return verb >= 0 and tokens[verb] in ("was", "were") and tokens[to + 1 : to + 2] != ["have"]


def _lasted(cues: Cues, line: Line, first: int) -> int:
    """`the rain continued until Wednesday`, `It took until 6:00 on Tuesday`: that day has come."""
    tokens = line.tokens
    if first < 2 or tokens[first - 1] not in cues.till:
        return 0
    return -1 if not cues.lasted.isdisjoint(tokens[max(0, first - 4) : first]) else 0


def _gone(cues: Cues, line: Line, first: int, last: int) -> int:
    """`were told to leave late on Sunday`: -1, they left then; `our forecast for May`: 1, it is to come."""
    tokens = line.tokens
    if first > 2 and tokens[first - 1] == "for" and tokens[first - 2] in cues.outlooks:
        return int(first_cue(cues, line, range(last, min(len(tokens), last + _FAR)), _CLOSE) >= 0)
    ahead = tokens[max(0, first - _CLOSE) : first]
    if cues.fleeing.isdisjoint(ahead):
        return 0
    fled = next((n for n in range(2, len(ahead)) if ahead[n] in cues.fleeing), -1)
    told = fled > 0 and ahead[fled - 1] == "to" and ahead[fled - 2] in cues.told and "by" not in ahead[fled:]
    return -1 if told else 0


def _held_in(cues: Cues, line: Line, first: int) -> bool:
    """`under a June agreement`, `in a May ruling`: what was made then, right behind the month."""
    ahead = line.tokens[max(0, first - 2) : first]
    return (
        len(ahead) > 1
        and ahead[1] in cues.owners
        and ahead[0] in ("under", "in", "by", "of", "from", "since")
    )


def _waits_for(cues: Cues, line: Line, first: int, last: int) -> bool:
    """`in time for the mid-November summit`, `ahead of the May vote`, `its next meeting on May 3`: it is to come."""
    tokens = line.tokens
    at = first - (tokens[first] not in cues.owners and first > 0 and tokens[first - 1] in cues.owners) - 1
    if first > 3 and tokens[first - 1] in ("on", "in"):
        noun = first - 2
        while noun > 1 and tokens[noun] in ("is", "be", "will"):
            noun -= 1
        if tokens[noun] in cues.meetings:
            return "next" in tokens[max(0, noun - 4) : noun]
    if at < 1 or not "".join(tokens[last : last + 1]).isalpha():
        return False
    return (tokens[at - 1], tokens[at]) in (("time", "for"), ("ahead", "of"))


def _bidden(cues: Cues, line: Line, first: int) -> int:
    """`invited him to the summit in May`: 1, for what somebody is bidden to is to come; 0 where nobody is."""
    ahead = line.tokens[max(0, first - REACH) : first]
    if cues.bidding.isdisjoint(ahead):
        return 0
    bid = next(n for n in range(len(ahead) - 1, -1, -1) if ahead[n] in cues.bidding)
    if not cues.bidden.isdisjoint(ahead[:bid]):
        return 0
    return int(not {"to", "for"}.isdisjoint(ahead[bid:]))


def _open(cues: Cues, line: Line, first: int) -> bool:
    """`before the election in April`, `had been promised a review in March`: nothing says on which side it lies."""
    ahead = line.tokens[max(0, first - 6) : first]
    if len(ahead) < 3 or ahead[-1] not in ("in", "on") or ahead[-2] not in cues.meetings:
        return False
    return not cues.pledged.isdisjoint(ahead[:-2]) or ("before" in ahead[:-2] and cues.over.isdisjoint(ahead))
