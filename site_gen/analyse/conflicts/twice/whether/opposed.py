"""Words of two reports that rule each other out, said of one thing."""

from site_gen.analyse.conflicts.contrasts import until_and_from
from site_gen.analyse.conflicts.opposite_words import opposite_pairs
from site_gen.analyse.conflicts.roles import of_two_groups
from site_gen.analyse.conflicts.twice.aligned.align import Pair, weak_stems
from site_gen.analyse.conflicts.twice.aligned.judge import one_said
from site_gen.analyse.conflicts.twice.aligned.match import Match
from site_gen.analyse.conflicts.twice.whether.subjects import of_one_subject
from site_gen.analyse.tellings import Slot, Telling, Word

_FOLLOWING, _SURE_WORD = 4, 1.0
_WEEK, _ALIKE = 7, 0.5
"""Days within which a state hardly changes; the part that sentences of other weeks share."""


def conflict_of(kind: str) -> str:
    """The kind of contradiction that a pair of words is."""
    return str(opposite_pairs()[kind.partition(" ")[2]]["kind"])


def exclude_words(a: Slot, b: Slot, pair: Pair) -> bool:
    """Whether they are of two sides."""
    return a.value != b.value


def both_sides(slot: Slot, its: list[Slot]) -> bool:
    """Whether its sentence has the opposite word too: `every one of them could walk`."""
    return any(s.sentence == slot.sentence and s.value != slot.value for s in its)


def said_of_one(a: Slot, b: Slot, match: Match, pair: Pair) -> bool:
    """Whether both words are said of one thing, at one time."""
    late = conflict_of(a.kind) == "stage" and pair.days_apart(open_as=_WEEK + 1) > _WEEK
    if late and match.like.share < _ALIKE:
        return False
    texts = [t.sentences[s.sentence].evidence.exact for s, t in ((a, pair.one), (b, pair.other))]
    if of_two_groups(*texts) or until_and_from(*texts):
        return False
    if _of_other_things(*(_behind(s, t) for s, t in ((a, pair.one), (b, pair.other)))):
        return False
    if of_one_subject(a, b, pair.one, pair.other):
        return True
    if _is_modal(a.kind) and not _of_one_deed(a, b, match, pair):
        return False
    return one_said(match) or _of_what_follows(a, b, match, pair)


def _is_modal(kind: str) -> bool:
    """Whether the words say of any deed how surely it is done (`may`, `will`)."""
    told = opposite_pairs()[kind.partition(" ")[2]]
    return (told["kind"], told["shared"]) == ("force", "around")


def _of_one_deed(a: Slot, b: Slot, match: Match, pair: Pair) -> bool:
    """Whether both may or will do one thing: the next words have one, or several stand close that are no numbers."""
    ours, theirs = ({w.stem for w in _behind(s, t)[:_NEXT]} for s, t in ((a, pair.one), (b, pair.other)))
    if (ours & theirs) - weak_stems():
        return True
    return sum(not stem.startswith("#") for stem in match.like.words - weak_stems()) >= _SEVERAL


_NEXT, _SEVERAL = 2, 2


def _of_what_follows(a: Slot, b: Slot, match: Match, pair: Pair) -> bool:
    """Whether right behind both words stands what they are said of: `north of Ijevan`, `ordered them to negotiate`."""
    if opposite_pairs()[a.kind.partition(" ")[2]]["shared"] != "after":
        return False
    ours, theirs = (_behind(s, t) for s, t in ((a, pair.one), (b, pair.other)))
    first = ours[:1] == theirs[:1] != [] and ours[0].name
    plain = {w.stem for w in ours if not w.name} & {w.stem for w in theirs if not w.name} - weak_stems()
    return first or (match.only and pair.weight(plain) >= _SURE_WORD and not match.like.apart)


def _of_other_things(ours: list[Word], theirs: list[Word]) -> bool:
    """`promised to raise their partnership`, `aims to raise investment`: one deed, done to two things."""
    if not ours or not theirs or ours[0].stem != theirs[0].stem or ours[0].name:
        return False
    after = [{w.stem for w in side[1:]} for side in (ours, theirs)]
    return all(after) and after[0].isdisjoint(after[1])


def _behind(slot: Slot, telling: Telling) -> list[Word]:
    told = telling.sentences[slot.sentence]
    end = slot.end - told.evidence.start
    return [w for w in told.words if w.at >= end][:_FOLLOWING]
