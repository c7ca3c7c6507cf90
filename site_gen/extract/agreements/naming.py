"""The run of words that makes the name of an agreement, to both sides of its head noun."""

from site_gen.extract.agreements.mention import Clause, is_number
from site_gen.extract.agreements.words import Words
from site_gen.text.lists import without

_ON = frozenset({"on", "of", "for", "against", "concerning", "regarding", "relating"})
_ARTICLES = frozenset({"the", "a", "an", "all", "its", "their"})


def left_edge(clause: Clause, head: int, words: Words) -> int:
    """First token of the capitalised run that ends in the head."""
    at = head
    while at > 0 and (step := _step_left(clause, at, head, words)):
        at -= step
    while at < head and clause.keys[at] in without(words.lists["openers"], words.lists["inner"]):
        at += 1
    return at


def _step_left(clause: Clause, at: int, head: int, words: Words) -> int:
    """How many tokens to the left of `at` still belong to the name: 0, 1, or 2 with a connective."""
    tokens = clause.tokens
    if not clause.joined(at - 1):
        return 0
    left = tokens[at - 1]
    if left.cap or left.word[0].isdigit():
        return int(_belongs(clause, at - 1, head, words))
    if left.key in ("and", "&") and at >= 2 and clause.joined(at - 2):
        other = tokens[at - 2]
        fits = other.cap and other.key not in words.kinds and not clause.place_of(at - 2)
        return 2 if fits and _belongs(clause, at - 2, head, words) else 0
    return _law_of_the_sea(clause, at, words)


def _belongs(clause: Clause, at: int, head: int, words: Words) -> bool:
    token = clause.tokens[at]
    if (token.owns and token.key not in words.lists["own_s"]) or clause.is_person(at):
        return False
    if _is_sum(clause, at):
        return False
    if token.key in words.lists["openers"]:
        return token.key in words.lists["inner"] and at + 1 < head and at > 0
    if clause.heading and (token.key in words.verbs or token.key in words.own):
        return False
    return token.cap or token.word[0].isdigit()


def _is_sum(clause: Clause, at: int) -> bool:
    """`7-billion` of `the $7-billion Extended Fund Facility`: how much it is worth, and no part of its name."""
    word, start = clause.tokens[at].word, clause.starts[at]
    if not word[0].isdigit():
        return False
    return clause.text[start - 1 : start] in ("$", "€", "£", "¥", "₹") or word.lower().endswith(_SCALES)


_SCALES = ("-billion", "-million", "-trillion", "-crore", "bn", "-lakh")


def _law_of_the_sea(clause: Clause, at: int, words: Words) -> int:
    """`Law of the Sea Convention`: 2 or 3 tokens with `of (the)`; nothing before offices and heads."""
    tokens = clause.tokens
    back = 2 if clause.keys[at - 1] == "of" else 3 if clause.keys[at - 1] == "the" else 0
    if not back or at < back or clause.keys[at - back + 1] != "of" or not clause.joined(at - 2):
        return 0
    other = tokens[at - back]
    fine = other.cap and other.key in words.lists["of_openers"]
    return back if fine and clause.joined(at - back) and other.key not in words.lists["openers"] else 0


def right_edge(clause: Clause, head: int, words: Words) -> int:
    """Last token of the name: a number behind the head, or `on`, `for`, ... with a capitalised run."""
    tokens, last = clause.tokens, head
    if (
        _next_joined(clause, last)
        and is_number(tokens[last + 1].word)
        and not _is_date(clause, last + 1, words)
    ):
        last += 1
    if not _next_joined(clause, last) or tokens[last].owns:
        return last
    link = clause.keys[last + 1]
    if link == "for" and _signed_for(clause, head, last + 2, words):
        return last
    if link in _ON or (
        link == "to"
        and not clause.heading
        and last + 2 < len(tokens)
        and clause.keys[last + 2] in words.lists["purposes"]
    ):
        return _complement(clause, last, words)
    return last


def _signed_for(clause: Clause, head: int, at: int, words: Words) -> bool:
    """`X signed the Lima Agreement for Peru`: for whom it was signed is no part of its name."""
    if at >= len(clause.tokens) or not clause.place_of(at):
        return False
    near = range(max(1, head - 8), head)
    verb = next((n for n in near if clause.keys[n] in words.lists["signing"]), 0)
    return verb > 0 and any(clause.is_person(n) for n in range(max(0, verb - _SUBJECT), verb))


_SUBJECT = 12
"""Words between who signs and the verb: `Ana Ruiz, a deputy defence minister, signed`."""


def _next_joined(clause: Clause, at: int) -> bool:
    return at + 1 < len(clause.tokens) and clause.joined(at)


def _is_date(clause: Clause, at: int, words: Words) -> bool:
    word = clause.tokens[at].word
    return (
        word.isdigit()
        and len(word) < 3
        and at + 1 < len(clause.tokens)
        and clause.keys[at + 1] in words.lists["dates"]
    )


def _complement(clause: Clause, last: int, words: Words) -> int:
    """The end of `on the Law of the Sea` behind `last`; `last` itself where no name follows."""
    at = last + 2
    if at < len(clause.tokens) and clause.keys[at] == "to" and clause.keys[last + 1] == "relating":
        at += 1
    while at < len(clause.tokens) and clause.keys[at] in _ARTICLES and not clause.tokens[at].cap:
        at += 1
    if at >= len(clause.tokens) or not _starts_complement(clause, at, last, words):
        return last
    return _run_right(clause, at, words)


def _starts_complement(clause: Clause, at: int, last: int, words: Words) -> bool:
    token = clause.tokens[at]
    between = clause.text[clause.tokens[last].end : token.start]
    dated = token.word == "May" or token.key in words.lists["dates"]
    spoiled = dated or clause.is_person(at) or not between.replace(" ", "").isalpha()
    return token.cap and not spoiled


def _run_right(clause: Clause, at: int, words: Words) -> int:
    tokens = clause.tokens
    while at + 1 < len(tokens) and clause.joined(at) and not tokens[at].owns:
        reach = _link(clause, at, words)
        if not reach or clause.keys[at + reach] in words.lists["dates"] or clause.is_person(at + reach):
            break
        if clause.keys[at + reach] in without(words.lists["openers"], words.lists["inner"]):
            break
        at += reach
    return at


def _link(clause: Clause, at: int, words: Words) -> int:
    """Distance to the next capitalised word of the run: 1, or over `and`, `of`, `of the`, `in`."""
    tokens = clause.tokens
    if tokens[at + 1].cap:
        return 1
    for reach in (2, 3):
        if at + reach >= len(tokens) or not clause.joined(at + reach - 1):
            return 0
        if clause.keys[at + 1] not in ("and", "of", "&", "in", "for", "to", "against"):
            return 0
        if tokens[at + reach].cap:
            within = clause.keys[at + 1] == "in" and (
                clause.keys[at] in _STRIFE or (clause.keys[at] in _JOINT and not clause.place_of(at + reach))
            )
            deep = within or _deep(clause.keys[at + 1], clause.keys[at + reach], words)
            return reach if deep else 0
        if clause.keys[at + reach] != "the":
            return 0
    return 0


_STRIFE = frozenset({"conflict", "crisis", "war", "situation"})
"""`on the Resolution of the Conflict in Norland`: where it is belongs to the name."""
_JOINT = frozenset({"cooperation", "co-operation", "collaboration", "partnership", "assistance"})
"""`on Cooperation in Water Supply`: what it is in belongs to the name; not `in Lima`."""


def _deep(link: str, key: str, words: Words) -> bool:
    """Whether a connective goes on with the name: `in Europe`, `to Combat`, but not `in Geneva`."""
    if link == "in":
        return key in words.lists["inside"]
    return link != "to" or key in words.lists["purposes"]
