"""The words near a date that tell that it was, or is to come; and the nearest of them that tells it of the date."""

from functools import cache, partial
from itertools import pairwise
from typing import NamedTuple

from site_gen.extract.dates.planned import Planning
from site_gen.extract.dates.scan import Line
from site_gen.lexicon import Lexicon
from site_gen.text.pieces import Pieces

REACH = 14
_NEAR = 5
_STOPS = frozenset(';"“”')


class Cues(NamedTuple):
    """Words that turn a clause to the future or the past."""

    signs: Pieces[tuple[str, bool, bool]]
    """By token: `past`, `future`, `verb` (after `to` it tells the future), `stop`, or empty; whether it is a word."""
    planning: Planning
    ahead: frozenset[str]
    """Right before a date, in mid-sentence, they tell the future."""
    slated: frozenset[str]
    """Between an article and a noun, they only describe it: `a scheduled meeting`."""
    meetings: frozenset[str]
    """Before `on` and a date, they tell the future where they are the next."""
    done: frozenset[str]
    """Before `to` and a verb, they tell the past: `voted to approve`, `failed to agree`."""
    helpers: frozenset[str]
    """Before `be` and a participle, they tell the future."""
    passive: frozenset[str]
    owners: frozenset[str]
    put_off: frozenset[str]
    """Before `to` and a date: it is to come."""
    at_first: frozenset[str]
    """Before `scheduled`: for a day that has passed."""
    till: frozenset[str]
    lasted: frozenset[str]
    """Before `until` and a date: it has come."""
    bidding: frozenset[str]
    bidden: frozenset[str]
    """Before `invited`: somebody was."""
    pledged: frozenset[str]
    over: frozenset[str]
    """With `before` and a gathering, they say that it is over."""
    made: frozenset[str]
    """Behind a month: what was made in it."""
    seers: frozenset[str]
    """Before `see`: what they expect."""
    set_out: frozenset[str]
    """Behind `set`: it has been done."""
    fleeing: frozenset[str]
    told: frozenset[str]
    """Before `to` and one of these: bidden, they did so."""
    outlooks: frozenset[str]
    """Before `for` and a month: it is to come."""
    wishes: frozenset[str]
    """Before `to` and a verb: it is to come."""
    going: frozenset[str]
    """Before one of these, somebody goes somewhere: it is to come."""
    whither: frozenset[str]
    voting: frozenset[str]
    """Behind a plural: what many are to do together."""
    present: frozenset[str]
    """A few words before a date, they tell what is to come then."""
    nouny: frozenset[str]
    """So do these, where they are no nouns: `visits Chad in May`, not `visits to Chad`."""
    joints: frozenset[str]
    """Behind one of `nouny`: it is a noun."""
    named: frozenset[str]
    """Names of months and days."""
    helping: frozenset[str]
    """They tell the tense of what follows, whatever day stands between."""
    upset: frozenset[str]
    """Behind what was to be: it came otherwise."""


@cache
def cues_of(lexicon: Lexicon) -> Cues:
    """The cues of the lexicon."""
    subject = lexicon["dates"]
    tense = subject["tense"]

    def listed(name: str) -> frozenset[str]:
        return frozenset(str(tense[name]).split())

    plain, verbs = (frozenset(str(subject[name]).split()) for name in ("plain", "verbs"))
    others = _IN_PHRASES.union(*map(listed, ("voting", "going", "present", "nouny")))
    signs = partial(_sign, listed("future") | plain, listed("past"), listed("never"), verbs, others)
    return Cues(Pieces(signs), Planning(lexicon), *(listed(name) for name in Cues._fields[2:]))


def _sees(cues: Cues, line: Line, place: int) -> bool:
    """`we see`, `analysts see`: what is expected; `has to`: what must come."""
    around = line.tokens[max(0, place - 1) : place + 2]
    if line.tokens[place] == "see":
        return around[0] in cues.seers
    return around[1:] in (["has", "to"], ["have", "to"])


def first_cue(cues: Cues, line: Line, places: range, reach: int) -> int:
    words, aimed = 0, 0
    for place in places:
        told, is_word, mute = _sign_at(cues, line.tokens, place)
        words += is_word
        if (
            words > reach
            or told == "stop"
            or (places.step > 0 and line.tokens[place - 1 : place + 1] == [",", "said"])
        ):
            return aimed  # `On 17 December it goes up, said Moreau`: the day is none of the saying
        if line.tokens[place] == "set" and not cues.set_out.isdisjoint(line.tokens[place + 1 : place + 2]):
            return -1
        if (
            mute  # as most are
            or _describes(cues, line, place, told, places.step)
            or _has_own_day(cues, line.tokens, place, places)
        ):
            continue
        near = places.step < 0 and places.start - place < _NEAR
        if _foretells(cues, line, place) or (near and _in_present(cues, line.tokens, place)):
            return 1
        if told in ("past", "future"):
            return _in_company(cues, line, place, -1 if told == "past" else 1)
        if told == "verb" and place and line.tokens[place - 1] == "to":
            if place > 1 and line.tokens[place - 2] in cues.done:
                return -1
            if places.step < 0:
                return 1
            aimed = aimed or 1
    return aimed


def _sign_at(cues: Cues, tokens: list[str], place: int) -> tuple[str, bool, bool]:
    """What a word tells; `hit` of `is expected to hit` has the form of the past, and is an infinitive."""
    token = tokens[place]
    told, is_word, mute = cues.signs[token]
    behind_to = told == "past" and place > 0 and tokens[place - 1] == "to"
    if behind_to and token != "have" and not token.endswith("ed"):
        told = "verb"
    return told, is_word, mute


def _has_own_day(cues: Cues, tokens: list[str], place: int, places: range) -> bool:
    """`agreed` of `The sale, agreed in March, needs approval by May`: it tells of another day than that of `places`."""
    if places.step > 0 or tokens[place] in cues.helping or cues.signs[tokens[place]][0] != "past":
        return False
    behind = tokens[place + 1 : min(places.start + 1, place + 5)]
    return any(one in ("in", "on") and two in cues.named for one, two in pairwise(behind))


def _foretells(cues: Cues, line: Line, place: int) -> bool:
    """`are to fly`, `plan to stop work`, `flies home`, `voters elect`: the present tells what is to come."""
    tokens = line.tokens
    token, before = tokens[place], tokens[place - 1] if place else ""
    behind = tokens[place + 1] if place + 1 < len(tokens) else ""
    if token == "to":
        wished = before in cues.wishes or (before in ("is", "are") and behind not in cues.owners)
        return wished and behind.isalpha() and behind != "be"
    if token in cues.voting:
        many = before in ("they", "we") or (before.endswith("s") and not before.endswith("ss"))
        return many and before.isalpha() and behind != "to"
    if token in ("see", "has", "have"):
        return place > 0 and _sees(cues, line, place)
    return token in cues.going and behind in cues.whither


def _in_present(cues: Cues, tokens: list[str], place: int) -> bool:
    """`publishes its accounts on Friday`, `visits Chad in May`: what is told of a day in the present is to come."""
    if tokens[place - 1 : place] == ["to"]:
        return False  # `met to sign it on Monday`
    if tokens[place] in cues.present:
        return True
    if tokens[place] not in cues.nouny or not place:
        return False
    noun = tokens[place - 1] in cues.owners or tokens[place - 1][:1].isdigit()
    return not noun and tokens[place + 1] not in cues.joints


def _describes(cues: Cues, line: Line, place: int, told: str, step: int) -> bool:
    """`a scheduled meeting`, `a revised bill`, `by June is described as a goal`: no tense of the clause."""
    token, before = line.tokens[place], line.tokens[place - 1] if place else ""
    if told == "future":
        return token in cues.slated and before in cues.owners
    if told != "past" or not token.endswith("ed"):
        return False
    return before in cues.owners or (step > 0 and before in ("is", "are"))


def _in_company(cues: Cues, line: Line, place: int, found: int) -> int:
    """The cue beside what stands before it: `to be debated`, `will be raised`, `had been due`, `first due`."""
    before = line.tokens[max(0, place - 3) : place]
    if before[-2:] == ["will", "have"]:
        return 1  # `will have closed by May`
    if found < 0 and before[-1:] in (["will"], ["shall"]):
        return 1  # `will put it to the vote in May`
    if found < 0 and "and" in before[-2:] and _shared_will(cues, line.tokens[max(0, place - REACH) : place]):
        return 1
    if found < 0 and not cues.passive.isdisjoint(before[-2:]):
        return 1 if cues.helpers.intersection(before) else found
    past = before[-1:] == ["been"] and "had" in before
    past = past or (before[-1:] == ["first"] and line.tokens[place] in cues.slated)
    return -1 if found > 0 and (past or not cues.at_first.isdisjoint(before[-1:])) else found


def _shared_will(cues: Cues, ahead: list[str]) -> bool:
    """`will be based in Lima and launched in July`: the helper of the first verb is the second's too."""
    return any(one in cues.helpers and two == "be" for one, two in pairwise(ahead)) and "," not in ahead


_IN_PHRASES = frozenset({"set", "to", "see", "has", "have"})
"""What they tell, the words beside them say."""


def _sign(
    future: frozenset[str],
    past: frozenset[str],
    never: frozenset[str],
    verbs: frozenset[str],
    others: frozenset[str],
    token: str,
) -> tuple[str, bool, bool]:
    """What a token tells of the tense of its clause, whether it is a word, and whether it tells nothing anywhere.

    `others`: those that tell something in some company.
    """
    told = "verb" if token in verbs else ""
    if token in _STOPS:
        told = "stop"
    elif token in future:
        told = "future"
    elif token in past or (len(token) > 4 and token.endswith("ed") and token not in never):
        told = "past"
    return told, token[:1].isalpha(), not told and token not in others
