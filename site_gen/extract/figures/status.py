"""Status of a figure: a target, a commitment, an estimate or a fact, from the words of its clause."""

from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.stated import strives
from site_gen.extract.figures.status_before import status_at
from site_gen.extract.figures.status_behind import status_behind
from site_gen.extract.figures.turns import (
    CLAUSES,
    PHRASES,
    done_since,
    finite,
    other_phrase,
    told_after,
    told_anew,
)
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens


def status(tokens: Tokens, found: Quantity, words: Vocabulary) -> str:
    """target, commitment, estimate or actual: by the nearest word before that says so, within the clause."""
    if holds_now(tokens, found, words) or _has_come(tokens, found, words) or found.unit == "year of age":
        return "actual"
    aimed = found.kind in ("percent", "money", "physical")
    if aimed and (_is_aim(tokens, found, words) or strives(tokens, found.lead, words)):
        return "target"
    if promised := _done_to(tokens, found.last, words):
        return promised
    at, far = found.first - 1, max(-1, found.first - 22)
    while at > far:
        if said := status_at(tokens, found, at, words):
            return said
        word = tokens.low[at]
        again = word in ("and", "but") and (
            told_anew(tokens, at) or _won(tokens, at, found, words) or done_since(tokens, at, found, words)
        )
        gerund = word in ("for", "after") and tokens.near[at + 1].endswith("ing") and at + 1 < found.first
        if gerund or word == "because":
            break
        if (word in CLAUSES and told_after(tokens, at, found, words)) or (
            word in PHRASES and other_phrase(tokens, at)
        ):
            break
        if (
            (word in (";", ":") and not _list_goes_on(tokens, at, found, words))
            or again
            or (word in _WHO and _clause_opens(tokens, at))
        ):
            break
        at = over_clause(tokens, at, words) if word == "," else at - 1
    if verb := _headed(tokens, found, words):
        return "commitment" if verb in words.commitment_verbs else "estimate"
    return status_behind(tokens, found, words)


def _is_aim(tokens: Tokens, found: Quantity, words: Vocabulary) -> bool:
    """`its 2% medium-term target`: the noun behind a figure."""
    for at in range(found.last, min(found.last + 5, tokens.size)):
        word = tokens.low[at]
        if word in ("target", "goal") and tokens.near[at + 1] != "of":
            return True
        if not (word.isalpha() or word == "-") or word in words.breaks:
            return False
    return False


_WHO = frozenset({"which", "who", "whom", "where"})


def _clause_opens(tokens: Tokens, at: int) -> bool:
    """`, which`, `in which`: what stands before is of another clause."""
    before = tokens.near[at - 1]
    if tokens.low[at] in ("who", "where") and before.isalpha():
        return True
    return tokens.low[at] in ("which", "who", "whom") and before in (",", "in", "at", "on", "during")


def _list_goes_on(tokens: Tokens, at: int, found: Quantity, words: Vocabulary) -> bool:
    """`; Q3 at 4.6 per cent`: without a verb of its own, it is told like what stands before the semicolon."""
    after = tokens.near[found.last]
    opens = after in words.sets["polled"] or (after in words.sets["helping"] and after not in words.status)
    opens = at + 1 == found.lead and opens
    return not opens and not any(finite(word, words) for word in tokens.low[at + 1 : found.first])


def goes_on(tokens: Tokens, before: Quantity, found: Quantity, words: Vocabulary) -> bool:
    """Whether a figure is told by the verb of the figure before: `projected at 5.4%, with the last quarter at 5%`."""
    between = [word for word in tokens.low[before.last : found.first] if word != "compared"]
    apart = words.sets["before_earlier"].intersection(between) or any(finite(word, words) for word in between)
    return before.kind == found.kind and len(between) <= _LISTED and not apart


_LISTED = 16


def _won(tokens: Tokens, at: int, found: Quantity, words: Vocabulary) -> bool:
    """`asked for 8% and accepted 5%`: right before the figure, a verb of its own says what came of it."""
    return at + 2 == found.lead and tokens.low[at + 1] in words.sets["settling"]


def _has_come(tokens: Tokens, found: Quantity, words: Vocabulary) -> bool:
    """`Of the funds it must provide, $30 million had arrived`: the figure's own verb says that it is so."""
    done = tokens.near[found.last + 1]
    only = tokens.near[found.last + 2] if done == "been" else done
    told = tokens.near[found.last] in ("had", "has", "have") and only not in words.status
    return told and tokens.near[found.lead - 1] in (",", "") and done.endswith(("ed", "been", "gone", "come"))


def holds_now(tokens: Tokens, found: Quantity, words: Vocabulary) -> bool:
    """`of which 1,800 are under construction`, `a port that has cost 5 million`: there already, whatever is planned."""
    verb, helper = tokens.near[found.lead - 1], tokens.near[found.lead - 2]
    if verb in words.sets["at_present"] and found.kind != "duration":
        return not _foreseen(tokens, found.last, words)
    if helper in ("has", "have") and tokens.near[found.lead - 3] in ("which", "that", ","):
        return (
            verb not in words.status
            and verb not in words.up
            and (verb in words.copulas or verb in words.have)
        )
    if verb in words.sets["describing_sums"] and helper.endswith("s"):
        return True  # `families earning less than $30,000`
    if verb in ("'s", "’s") and found.kind == "count":  # `how many of the group's 300,000 staff could go`
        return tokens.near[found.last - 1] not in words.change_nouns
    promised = _done_to(tokens, found.last, words)
    return verb in ("which", "whom") and tokens.near[found.last] in _NOW and not promised


def _done_to(tokens: Tokens, at: int, words: Vocabulary) -> str:
    """`of which $9 million had been pledged`: what the verb behind the figure says."""
    been = tokens.near[at] in ("had", "has", "have") and tokens.near[at + 1] == "been"
    return words.status.get(tokens.near[at + 2], "") if been else ""


def _foreseen(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """`its current $3 billion forecast`, `his £5m plan`: what the figure describes is foretold or aimed at."""
    for where in range(at, min(at + 4, tokens.size)):
        word = tokens.low[where]
        if word in words.status or word in words.sets["foretold"] or tokens.near[where] in ("of", "in"):
            return word in words.status or word in words.sets["foretold"]
        if not word.isalpha():
            return False
    return False


_NOW = frozenset(["is", "are", "was", "were", "has", "have", "had"])


def over_clause(tokens: Tokens, at: int, words: Vocabulary) -> int:
    """The token before `, which will employ 300 people,`, whose closing comma is at a token; else one back."""
    for where in range(at - 1, max(0, at - 18), -1):
        if tokens.low[where] == ",":
            relative = tokens.low[where + 1] in words.sets["relatives"]
            return where - 1 if relative or _is_remark(tokens, where, at) else at - 1
    return at - 1


def _is_remark(tokens: Tokens, opened: int, closed: int) -> bool:
    """`raise investment, public and private, to 10 trillion`: a pair between commas, before `to` and the figure."""
    inside = tokens.low[opened + 1 : closed]
    return len(inside) == _PAIR and inside[1] in ("and", "or") and tokens.near[closed + 1] == "to"


_PAIR = 3


def _headed(tokens: Tokens, found: Quantity, words: Vocabulary) -> str:
    """The verb of a headline that tells what is to come: `return` of `Museum to return 38 bronzes`."""
    at = tokens.low[:9].index("to") if "to" in tokens.low[:9] else 0
    if not at or at + 1 >= found.first or tokens.low[-1] in (".", "!", "?") or tokens.words[0].islower():
        return ""
    opens = [
        tokens.low[n]
        for n in range(at)
        if tokens.low[n] in words.breaks and tokens.low[n] not in ("of", "and", "the", "a", "an")
    ]
    verb = tokens.low[at + 1]
    return (
        verb
        if not opens and verb.isalpha() and verb not in words.articles and tokens.words[at + 1].islower()
        else ""
    )
