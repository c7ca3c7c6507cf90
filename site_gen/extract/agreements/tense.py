"""When a deed lies: done, to be done, hoped for, or denied; from the verb's form and the words before it."""

from typing import Literal

from site_gen.extract.agreements.mention import Clause
from site_gen.extract.agreements.words import Words
from site_gen.text.lists import joined, without

Tense = Literal["done", "firm", "loose", ""]
"""`firm`: will be; `loose`: hoped for, called for; empty: denied."""

_STOPS = frozenset(".;:()—,")
_REACH = 9
"""Words within which a sentence says that a deed was none."""
_CLEFT = 20
"""Words before a verb within which `what they did was to` begins."""
_BREAKS = frozenset(".;:—!?\n")


def broken(clause: Clause, left: int, also: str = "") -> bool:
    """Whether a stop stands between the token `left` and the next; the point of `Feb. 21` is none."""
    gap = clause.gaps[left]
    if gap == " ":
        return False
    if gap == ". " and clause.tokens[left + 1].word[0].isdigit() and len(clause.tokens[left].word) < 5:
        return False
    return not _BREAKS.isdisjoint(gap) or not set(also).isdisjoint(gap)


def words_before(clause: Clause, at: int) -> list[str]:
    """Up to six words before the token `at`, none from beyond a comma or a stop."""
    keys: list[str] = []
    for left in range(at - 1, max(-1, at - 7), -1):
        gap = clause.gaps[left]
        if gap != " " and not _STOPS.isdisjoint(gap):
            break
        key = _key(clause, left)
        keys.append(key)
        if key in ("that", "which", "who", "and", "but", "said") and len(keys) > 1:
            break
    return keys[::-1]


def _key(clause: Clause, at: int) -> str:
    """The word; the month for `14 May`, which is no modal."""
    return "month" if at and clause.tokens[at].word == "May" else clause.keys[at]


def denied(ahead: list[str], words: Words) -> bool:
    """Whether one of the last words says that it did not happen, or nobody of a group is told to have done it."""
    near = any(k in words.lists["negations"] or k.endswith(("n't", "n’t")) for k in ahead[-4:])
    return near or _of_none(ahead)


def _of_none(ahead: list[str]) -> bool:
    """`None of the three parties has` signed."""
    if "of" not in ahead:
        return False
    runs = zip(["", *ahead], ahead, ahead[1:], ahead[2:], strict=False)
    return any(
        of == "of"
        and whom not in ("whom", "which")
        and (k in ("none", "neither") or (no, k) == ("not", "one"))
        for no, k, of, whom in runs
    )


def fell_short(clause: Clause, at: int, words: Words) -> bool:
    """Whether it only came close: `nearly collapsed`, `all but collapsed`."""
    if not at:
        return False
    keys = clause.keys[max(0, at - 2) : at]
    return keys[-1] in words.lists["short_of"] or keys == ["all", "but"]


def told_untrue(clause: Clause, at: int, words: Words) -> bool:
    """`denied that it had signed`, `reports that it had signed were false`, `Had it signed, ...`."""
    begin = max(0, at - _REACH)
    if clause.keys[0] == "had" and clause.tokens[0].cap and at < _REACH:
        return True
    if "that" not in clause.keys[begin:at]:
        return False
    that = at - 1 - clause.keys[begin:at][::-1].index("that")
    before, behind = clause.keys[max(0, that - 3) : that], clause.keys[at + 1 : at + _REACH]
    untrue, told = words.lists["untrue"], words.lists["hearsay"]
    if not told.isdisjoint(before) and not untrue.isdisjoint(behind):
        return True
    return (denied(before, words) and "doubt" not in before) or not untrue.isdisjoint(before)


def put_off(clause: Clause, at: int, words: Words) -> Tense | None:
    """`the signing of the pact was called off`: denied; `was postponed`: hoped for; None where nothing says so."""
    for here in range(at + 1, min(at + _REACH, len(clause.keys))):
        if broken(clause, here - 1, ","):
            break
        was = clause.keys[here - 1] in ("was", "were", "been")
        if was and clause.keys[here] in words.lists["called_off"]:
            return ""
        if was and clause.keys[here] in words.lists["postponed"]:
            return "loose"
    return None


_TIMES = frozenset({"when", "before"})
_NO_PLAN = frozenset({"to", "set", "expected"})
_UNSURE = frozenset({"if", "unless", "whether"})


def tense_of(clause: Clause, at: int, form: str, words: Words) -> Tense:
    """The tense of the verb at `at`; `form` is `base`, `s`, `past`, `part` or `ing`."""
    ahead, lists = words_before(clause, at), words.lists
    if denied(ahead, words) or fell_short(clause, at, words) or told_untrue(clause, at, words):
        return ""
    if (form == "base" and _is_what_was_done(clause, at)) or (form == "part" and awaited(clause, at)):
        return "done" if form == "base" else "firm"
    if ahead[-1:] and ahead[-1] in lists["phases"] and form == "ing":
        form, ahead = "base", ahead[:-1]  # `agreed to start implementing`
        if "to" not in ahead[-2:] and lists["modals"].isdisjoint(ahead[-4:]):
            return "done"
    if form == "ing" and not _UNSURE.isdisjoint(ahead):
        return "loose"  # `if Peru succeeds in signing it`
    if form == "ing":
        return _gerund(ahead[-1] if ahead else "", words)
    if "to" in ahead[-2:]:
        return "done" if _nth_to(clause, at, words) else _infinitive(ahead, words)
    if not lists["modals"].isdisjoint(ahead[-4:]):
        return "firm" if lists["weak_modals"].isdisjoint(ahead[-4:]) else "loose"
    if form in ("base", "s") and not clause.headline:
        return ""
    reach = ahead if form in ("base", "s") else ahead[:3] if form == "part" else []
    conditions = without(lists["conditions"], _TIMES) if form == "part" else lists["conditions"]
    return "done" if conditions.isdisjoint(reach) else "loose"


_AWAITED = frozenset({"when", "once", "provided", "providing", "until", "unless"})
_AS = frozenset({"long", "soon"})
_CONDITION = 14
"""Words between `provided that` and the verb that it makes a condition."""


def awaited(clause: Clause, at: int) -> bool:
    """`passes only when parliament has voted`, `provided that the court has approved it by then`: still to come."""
    keys = clause.keys
    have = next((n for n in range(at - 1, max(-1, at - 4), -1) if keys[n] in ("has", "have")), -1)
    for left in range(have - 1, max(-1, have - _CONDITION), -1):
        if broken(clause, left):
            return False
        if keys[left] in _AWAITED:
            return keys[left + 1] not in ("now", "recently")
        if keys[left] == "as" and keys[left - 1] in _AS and keys[left - 2] == "as":
            return True
    return False


def _is_what_was_done(clause: Clause, at: int) -> bool:
    """`What the ministers did on Friday was to initial it`, `all they did was sign it`."""
    ahead = clause.keys[max(0, at - _CLEFT) : at]
    if ahead[-1:] != ["was"] and ahead[-2:] != ["was", "to"]:
        return False
    begins = [n for n, key in enumerate(ahead) if key in ("what", "all")]
    told = ahead[begins[-1] :] if begins else []
    return "did" in told and not any(broken(clause, at - n) for n in range(2, len(told) + 1))


def _nth_to(clause: Clause, at: int, words: Words) -> bool:
    """`became the 19th country to sign it`, `was the first to ratify`."""
    begin = max(0, at - 9)
    keys = clause.keys[begin:at]
    if keys[-1:] != ["to"]:
        return False
    for place in range(len(keys) - 2, -1, -1):
        if keys[place] in ("became", "become", "was", "were"):
            ranked = any(k in words.lists["ranks_in_order"] or k[:1].isdigit() for k in keys[place + 1 : -1])
            done = keys[place] != "become" or keys[place - 1 : place] in (["has"], ["have"], ["had"])
            return ranked and done
    return False


def _gerund(last: str, words: Words) -> Tense:
    if last in words.lists["open_gerund"]:
        return "loose"
    return "firm" if last == "be" else "done"


def _infinitive(ahead: list[str], words: Words) -> Tense:
    upto = ahead[: len(ahead) - ahead[::-1].index("to") - 1]
    if not words.lists["gathering"].isdisjoint(upto[-7:]):
        return "done"  # `met in Lima to sign it`
    if upto[-1:] == ["able"]:  # `were able to sign`
        return "done" if {"was", "were", "been"} & set(upto[-3:]) else "loose"
    if not words.lists["bidding"].isdisjoint(upto[-6:-1]):
        return "loose"  # `urged all states to sign`
    if "voted" in upto:
        return "done"  # `voted by a large majority to ratify`
    for key in reversed(upto[-3:]):
        if key in words.lists["managed"]:
            return "done"
        if key in words.lists["firm"]:
            return "firm"
        if key in words.lists["planning"]:
            return "loose"
    return "firm"


def noun_tense(clause: Clause, at: int, words: Words) -> Tense:
    """The tense of a noun of action (`signing`, `adoption`) at `at`: done, unless a plan stands before it."""
    ahead = words_before(clause, at)[-5:]
    if not words.lists["undone"].isdisjoint(ahead[-2:]):
        return ""
    if (off := put_off(clause, at, words)) is not None:
        return off
    if ahead[-1:] == ["for"] or ahead[-2:] == ["for", "the"]:
        return "loose"  # `approved a proposal for the signing of a memorandum`
    if _put_to_vote(clause, at, words):
        return "firm"  # what is voted on is there, and still to be ratified
    planned = without(joined(words.lists["planning"], words.lists["modals"]), _NO_PLAN)
    if not planned.isdisjoint(ahead):
        return "loose"
    return "" if denied(ahead, words) and "after" not in ahead else "done"


def _put_to_vote(clause: Clause, at: int, words: Words) -> bool:
    """`will vote on 8 May on the ratification`: the noun at `at` is what the vote is about."""
    begin = max(0, at - _REACH)
    votes = [n for n in range(begin, at) if clause.keys[n] in words.lists["voting"]]
    return bool(votes) and not any(gap.strip() for gap in clause.gaps[votes[-1] : at])


def group_tense(keys: list[str], words: Words) -> Tense:
    """The tense of a verb group from its auxiliaries and adverbs (`is expected to be`)."""
    if not words.lists["weak_modals"].isdisjoint(keys) or "likely" in keys or {"had", "to"} <= set(keys):
        return "loose"  # also `had to be renewed`
    return "done" if words.lists["to_come"].isdisjoint(keys) else "firm"
