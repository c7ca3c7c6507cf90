"""What a figure measures, in the text's own words: a counted noun, a phrase beside it, a subject."""

import re
from functools import partial

from site_gen.extract.figures.antecedent import (
    another_holds,
    moved_in_clause,
)
from site_gen.extract.figures.apposed import described_at, losing, toll_that_moved
from site_gen.extract.figures.behind import along, meant_for, over_figures, phrase_behind, share_for
from site_gen.extract.figures.clause_tells import told_by_clause
from site_gen.extract.figures.counted_things import counted_thing, of_them
from site_gen.extract.figures.deeds import SHORT, at_its_peak, by_pronoun, deed_at, done
from site_gen.extract.figures.elliptic import IN_ALL, LOST, OF_THEM, first_named
from site_gen.extract.figures.fates import (
    counted_anew,
    deed_of,
    done_to,
    fined,
    sentence_of,
    skipped,
    told_by_rule,
)
from site_gen.extract.figures.given import (
    at_a_price,
    brought_to,
    earned_by,
    far_from,
    given_to,
    lead_in,
    over_plan,
    part_of_that,
    put_into,
)
from site_gen.extract.figures.governor import governor, led_to, left_out
from site_gen.extract.figures.left_out import RULES, told_left_out
from site_gen.extract.figures.lengths import lasting
from site_gen.extract.figures.listed import (
    going_to,
    named_before_bracket,
    of_those_told,
    with_head,
    with_its_own,
    worth_it,
)
from site_gen.extract.figures.phrases import (
    ARTICLES,
    extended,
    is_time,
    nounish,
    phrase_left,
    phrase_right,
    text_of,
)
from site_gen.extract.figures.polls import polled
from site_gen.extract.figures.predicates import predicate, told_of_itself
from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.shares import also_by, restates_share
from site_gen.extract.figures.subjects import (
    MODALS,
    first_phrase,
    has_subject,
    mover_at,
    subject_of,
)
from site_gen.extract.figures.verbs import is_verb
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.extract.figures.wholes import share_of
from site_gen.text.numbers import Tokens

_WORDS = 10


def measure(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray, previous: str) -> str:
    """At most about ten words; empty where nothing says it.

    `mask` marks the tokens of figures and dates, `previous` is the measure of the figure before it.
    """
    if found.noun >= 0 and found.unit not in words.sets["generic"]:
        again = restates_share(tokens, found, words, mask) and previous
        told = counted_thing(tokens, found, words, mask)
        return again or _short(with_head(tokens, found, told, previous, words, mask))
    if told := _without_noun(tokens, found, words, mask, previous) or _of_those_before(
        tokens, found, words, mask, previous
    ):
        return _short(told)
    if found.kind == "duration" and (told := sentence_of(tokens, found, words)):
        return told
    if previous and also_by(tokens, found):
        return previous
    if told := _by_its_clause(tokens, found, words, mask, previous):
        return _short(told)
    if found.kind in ("percent", "physical") and tokens.near[found.last] == "of":
        whole = phrase_behind(tokens, found, words, mask)
        said = partial(_before, tokens, found, words, mask, previous)
        return _short(share_of(tokens, found, words, mask, previous, whole, said))
    if tokens.near[found.last] in words.change_nouns and found.kind in ("percent", "money", "physical"):
        return _short(_changed(tokens, found, words, mask, previous))
    if found.unit == "year of age" and (told := phrase_behind(tokens, found, words, mask)):
        return _short(told)
    if told := _over_of(tokens, found, words, mask, previous):
        return _short(_of_sum(tokens, found, _inmost(told), words, mask))
    foretold = tokens.near[found.last] in words.sets["forecasters"]  # `the $3bn experts say is needed`
    told = "" if foretold else phrase_behind(tokens, found, words, mask)
    told = told or _before(tokens, found, words, mask, previous) or deed_of(tokens, found, words, mask)
    told = along(tokens, found, told, words)
    return _short(told if told and told != previous else meant_for(tokens, found, words, mask) or told)


def _of_those_before(
    tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray, previous: str
) -> str:
    """`debt of $2 billion, or 2.7 times earnings`: the same as before; and what people asked say."""
    same = found.unit == "time" and tokens.near[found.lead - 1] == "or"
    told = (same and previous) or of_those_told(tokens, found, previous)
    return told or polled(tokens, found, words, mask) or brought_to(tokens, found, words, mask)


def _by_its_clause(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray, previous: str) -> str:
    """What the build of the clause says: a price, a gift, a distance, a part of what was told, a figure that acts."""
    at = skipped(tokens, found.lead - 1, words)
    return (
        part_of_that(tokens, found, at, words, mask, previous)
        or named_before_bracket(tokens, found, words, mask)
        or going_to(tokens, found, words, mask)
        or share_for(tokens, found, at, words, mask)
        or told_by_clause(tokens, found, at, words, mask)
        or far_from(tokens, found, words, mask)
        or told_of_itself(tokens, found, words, mask)
        or earned_by(tokens, found, words, mask)
        or at_a_price(tokens, found, at, words, mask)
        or given_to(tokens, found, at, words, mask)
        or put_into(tokens, found, at, words, mask)
        or over_plan(tokens, found, words)
        or lead_in(tokens, found, words, mask)
    )


def _without_noun(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray, previous: str) -> str:
    """What a number says that has no noun of its own: those counted before, people who lost or did something."""
    if found.rule == "counted before":
        anew = counted_anew(tokens, found, words) or _short(of_them(tokens, found, words, mask)) or previous
        pointed = (
            not previous
            and tokens.near[found.last] == "of"
            and predicate(tokens, found.last + 2, words, mask)
        )
        return _short(pointed or anew or found.unit)
    if found.rule == LOST and tokens.near[found.last] in words.sets["losing"]:
        return text_of(tokens, found.last, found.last + 3)
    if found.rule == LOST and tokens.near[found.last] == "from" and tokens.near[found.lead - 1].isalpha():
        return f"{tokens.words[found.lead - 1]} {' '.join(tokens.words[found.last : found.last + 3])}"
    if lost := losing(tokens, found):
        return lost
    if found.rule == OF_THEM and (told := of_them(tokens, found, words, mask)):
        return _short(told)
    if found.rule == IN_ALL:
        return tokens.words[first_named(tokens, found.lead, words)]
    if found.rule in RULES:
        return _short(told_left_out(tokens, found, words, mask))
    return told_by_rule(tokens, found, words, mask)


_INMOST = re.compile(r".+\b(?:and|with|at|for|under|from|to|in|on) an? ([a-z][\w -]*)$")


def _inmost(told: str) -> str:
    """`bill` of `insurers with a bill`, `depth` of `Kiribati at a depth`: what stands right before `of`."""
    inner = _INMOST.match(told)
    return inner[1] if inner else told


def _of_sum(tokens: Tokens, found: Quantity, told: str, words: Vocabulary, mask: bytearray) -> str:
    """`minimum wage` of `the figure of 1,300 euros for the minimum wage`."""
    first, _, behind = told.lower().partition(" ")
    bare = first in words.sets["bare_sums"] and behind.partition(" ")[0] in ("", "for")
    bare = bare and tokens.near[found.last] == "for"
    return (bare and meant_for(tokens, found, words, mask)) or told


def _percent_of(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray) -> str:
    """`tariffs` of `the announcement of 30% tariffs`, `threats of a 200-percent tariff`."""
    if found.kind != "percent" or tokens.near[skipped(tokens, found.lead - 1, words)] != "of":
        return ""
    at = found.last + (tokens.near[found.last] in ("-", "‑"))
    named = at < tokens.size and tokens.words[at].islower() and nounish(tokens, at, words)
    return phrase_behind(tokens, found, words, mask) if named else ""


def _over_of(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray, previous: str) -> str:
    """What the noun before `of` and a figure tells: a step, a total, or what the figure is an amount of."""
    if told := _percent_of(tokens, found, words, mask):
        return told
    at = skipped(tokens, found.lead - 1, words)
    if tokens.low[max(0, at - 2) : at + 1] == ["the", "total", "to"]:
        return "total"
    if at <= 0 or tokens.low[at] != "of":
        return ""
    if previous and _appended(tokens, at - 1, words):
        return phrase_behind(tokens, found, words, mask) or previous
    if stepped := _step_of(tokens, at - 1, words, mask, previous):
        return stepped
    total = tokens.near[at - 1] in words.sets["sums"] and tokens.near[found.last] == "of"
    if total or tokens.near[found.lead - 1] in ARTICLES:
        return ""
    return _before(tokens, found, words, mask, "")


def _step_of(tokens: Tokens, at: int, words: Vocabulary, mask: bytearray, previous: str) -> str:
    """`the index was a drop of 2 percent`: what is said to be a step is what moved."""
    article = tokens.near[at - 1] in ("a", "an") or tokens.near[at - 2] in ("a", "an")
    verb = at - 2 - (tokens.near[at - 2] in ("a", "an"))
    if tokens.near[at] not in words.change_nouns or not article or verb < 1:
        return ""
    if tokens.low[verb] not in ("is", "was", "represents", "represented", "marks", "marked", "are", "were"):
        return ""
    return previous or subject_of(tokens, verb, words, mask, "")


def _appended(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """`, an increase` of `$2 million, an increase of 35%`: the step of what was told just before."""
    if tokens.near[at] not in words.change_nouns or tokens.near[at] == "loss":
        return False
    far = max(0, at - 7)
    at -= 1
    while at > far and tokens.near[at].isalpha() and tokens.near[at] not in ARTICLES:
        at -= 1
    return tokens.near[at] in ("a", "an") and tokens.near[at - 1] in (",", "—", "–", "(", "-")


def _changed(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray, previous: str) -> str:
    """What rose or fell in `a 7% increase in rents`, `a 5% drop`."""
    if tokens.near[found.last] in ("gain", "loss") and tokens.near[found.last + 1] in ("on", "from"):
        return text_of(tokens, found.last, extended(tokens, found.last + 1, words, mask), mask)
    if tokens.near[found.last + 1] in ("in", "of", "on", "for", "to"):
        end = phrase_right(tokens, found.last + 2, words, mask)
        if end > found.last + 2 and not is_time(tokens.low[end - 1], words):
            return text_of(tokens, found.last + 2, extended(tokens, end, words, mask), mask)
    at = skipped(tokens, found.lead - 1, words)
    foretold = tokens.near[at] == "of" and tokens.near[at - 1] in words.sets["foretold"]
    if foretold or tokens.near[at] in words.sets["announcing"]:
        return tokens.words[found.last]
    return previous or _before(tokens, found, words, mask, "") or first_phrase(tokens, words, mask)


def _short(phrase: str) -> str:
    """At most ten words, without `for the first` of a half that was told as a time."""
    told = phrase.split()[:_WORDS]
    cut = len(told) > 3 and told[-1] in _RANKED and told[-3:-1] == ["for", "the"]
    return " ".join(told[:-3] if cut else told)


_RANKED = frozenset({"first", "second", "third", "fourth"})


def _before(tokens: Tokens, found: Quantity, words: Vocabulary, mask: bytearray, previous: str) -> str:
    at = skipped(tokens, found.lead - 1, words)
    if found.kind == "duration" and tokens.near[at] in words.sets["spans"]:
        if tokens.low[at] == "for":
            return lasting(tokens, at - 1, words, mask)
        return previous if tokens.low[at] == "over" else ""  # `a loan of $1.7 billion over three years`
    if (
        found.kind == "physical"
        and tokens.near[off := over_figures(tokens, found.last, mask)] in words.sets["far_off"]
    ):
        return tokens.words[off]
    if own := fined(tokens, found, at, words) or _own(tokens, found, at, words, mask, previous):
        return own
    if at >= 0 and not mask[at] and tokens.low[at] in words.copulas and has_subject(tokens, at, words):
        return _said(tokens, found, at, words, mask, previous)
    if tokens.near[at] == ":" and at > 0:
        return first_phrase(tokens, words, mask, at) or previous
    at = governor(tokens, at, words, mask)
    if at < 0:
        return previous
    if not nounish(tokens, at, words) or is_verb(tokens, at, words):
        return _said(tokens, found, at, words, mask, previous)
    return _by_noun(tokens, found, at, words, mask, previous)


def _own(tokens: Tokens, found: Quantity, at: int, words: Vocabulary, mask: bytearray, previous: str) -> str:
    """What the words right before a figure (from `at` back) settle: an apposition, a clause, what was told before."""
    if at > 0 and tokens.low[at] == "," and _in_apposition(tokens, found, at, words, mask):
        return text_of(tokens, phrase_left(tokens, at - 1, words, mask), at, mask)
    if told := (
        described_at(tokens, at, words, mask)
        or toll_that_moved(tokens, found, at, words)
        or at_its_peak(tokens, at, words, mask)
    ):
        return told
    if previous and found.kind == "percent" and another_holds(tokens, at, mask):
        return previous
    if previous and (with_its_own(tokens, found, at) or tokens.low[max(0, at - 1) : at + 1] == ["and", "to"]):
        return previous
    own = (not previous and done_to(tokens, found, at, words)) or moved_in_clause(tokens, at, words, mask)
    if own or not previous:
        return own or ""
    listed = at >= 0 and tokens.low[at] in ("(", ",", "or", ";", "and", "sees")
    return previous if listed or left_out(tokens, at, mask) or led_to(tokens, at, words, mask) else ""


def _by_noun(
    tokens: Tokens, found: Quantity, at: int, words: Vocabulary, mask: bytearray, previous: str
) -> str:
    """The noun phrase that ends at a token; of `cost the city $5 million` what costs it."""
    begin = phrase_left(tokens, at, words, mask)
    if found.kind != "count" and tokens.near[at + 1] in ("to", "by", "from"):
        cuts = (n for n in range(at - 1, begin, -1) if tokens.low[n] in _MOVING)
        begin = next(cuts, begin - 1) + 1  # `drought cut yields to 3 tonnes`
    paid = begin - 1 - (tokens.near[begin - 1] in ARTICLES)
    if paid > 0 and tokens.low[paid] in words.sets["costing"]:
        return subject_of(tokens, paid, words, mask, previous)
    head = text_of(tokens, begin, at + 1, mask)
    if found.kind == "money" and tokens.near[paid] in words.sets["fining"]:
        return f"{head} {tokens.words[paid]}"
    if tokens.near[at + 1] != "of" or len(head.split()) > 5:
        return head
    end = extended(tokens, found.last, words, mask)
    next_has = tokens.near[end] == "of" and any(
        mask[end + 1 : end + _ITS_FIGURE]
    )  # `62 cents on revenue of $5m`
    tail = "" if next_has else text_of(tokens, found.last, end, mask)
    return f"{head} {tail}" if tail else head


_ITS_FIGURE = 3
_MOVING = frozenset(
    {"cut", "cuts", "raised", "lifted", "pushed", "drove", "reduced", "lowered", "sent", "brought"}
)


def _in_apposition(tokens: Tokens, found: Quantity, at: int, words: Vocabulary, mask: bytearray) -> bool:
    """`the cost, an estimated $30 million, was too high`: a figure between commas tells of the noun before."""
    verb = tokens.near[found.last + 1]
    closed = tokens.near[found.last] == "," and (
        verb in words.copulas or verb in words.have or verb in MODALS
    )
    return closed and nounish(tokens, at - 1, words) and not mask[at - 1] and tokens.words[at - 1].islower()


def _said(tokens: Tokens, found: Quantity, at: int, words: Vocabulary, mask: bytearray, previous: str) -> str:
    """Subject of the verb at a token; with the verb and its purpose where it tells of doing."""
    if mask[at] and previous:
        return previous
    deed, verb = deed_at(tokens, found, at, words)
    if deed:
        return done(tokens, verb, deed, words, mask, previous)
    at -= at > 0 and tokens.low[at] == "aside"
    aside = tokens.low[at] in ("up", "down", "higher", "lower") or tokens.low[at].endswith("ing")
    before = tokens.near[at - 1]
    aside = (before in (",", "(") and aside) or (
        before in ("before", "after") and tokens.low[at].endswith("ing")
    )
    if aside and (moved := mover_at(tokens, at - 2, words, mask)):
        return moved
    subject = (
        previous or first_phrase(tokens, words, mask)
        if aside
        else subject_of(tokens, at, words, mask, previous)
    )
    word = tokens.low[at]
    subject = worth_it(tokens, at, words, mask) or _inmost(subject) if word == "worth" else subject
    if found.kind == "money" and word in words.sets["getting"] and subject == previous:
        subject = ""  # `feed 800,000 people unless it got $95 million`
    foretold = at == found.lead - 1 and word in ("forecast", "predicted", "projected", "estimated")
    if foretold or not words.sets["forecasters"].isdisjoint(subject.lower().split()):
        return previous
    known = (
        word in words.copulas
        or word in words.up
        or word in words.down
        or word in words.stops
        or not word.isalpha()
    )
    if found.kind == "physical" and word in words.sets["handling"] and len(subject.split()) <= 4:
        return f"{subject} {word}".strip()
    if known or found.kind in ("duration", "physical") or not is_verb(tokens, at, words):
        telling = words.sets["costing" if found.kind == "money" else "sizing"]
        return subject or (word if found.kind != "duration" and word in telling else "")
    behind = over_figures(tokens, found.last, mask) if tokens.near[found.last] == "(" else found.last
    timed = tokens.near[behind + 2] == "course"  # `5 million ($6 million) in the course of a year`
    purpose = "" if timed else text_of(tokens, behind, extended(tokens, behind, words, mask), mask)
    passive = tokens.near[at - 1] in ("was", "were", "been", "is", "are", "being", "be")
    if passive and not word.endswith("ing"):
        return f"{subject} {word}".strip() if word in words.sets["fining"] else subject or word
    if not purpose and previous and subject == previous:
        return previous
    unnamed = by_pronoun(tokens, at) and (subject == previous or tokens.near[at - 1] in ("we", "i", "you"))
    head = "" if unnamed or len(subject.split()) > SHORT else subject
    return " ".join(part for part in (head, tokens.words[at], purpose) if part)
