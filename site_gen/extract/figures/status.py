"""Status of a figure: a target, a commitment, an estimate or a fact, from the words of its clause."""

from itertools import pairwise

from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.stated import (
    is_prospect,
    is_sought,
    is_their_plan,
    is_undertaking,
    of_another_figure,
    strives,
)
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
        if said := _status_at(tokens, found, at, words):
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
    return _status_behind(tokens, found, words)


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


def _status_at(tokens: Tokens, found: Quantity, at: int, words: Vocabulary) -> str:
    """What a word before the figure says of its status; empty for nothing."""
    word = tokens.low[at]
    if word not in words.tells_status or of_another_figure(tokens, at, found.lead, words):
        return ""
    hyphened = tokens.near[at - 1] in ("-", "‑") and tokens.glued(at - 1)  # `heat-seeking`
    beaten = word in words.sets["beaten"] and tokens.near[at + 1] not in ("of", "for", "at")
    if beaten and not words.sets["beating"].isdisjoint(tokens.low[max(0, at - 3) : at]):
        return ""  # `surpassed estimates in two of the 13 quarters`
    kind = None if hyphened else words.status.get(word)
    if word in words.sets["seeking"] and _asked_for(tokens, found, at, words):
        return "target"
    if word == "called" and "for" in tokens.low[at + 1 : at + 6]:
        told = words.sets["foretold"] | words.sets["forecasters"]
        return "target" if told.isdisjoint(tokens.low[max(0, at - 10) : at]) else "estimate"
    if (plain := _settled(tokens, found, at, words)) is not None:
        return plain
    if kind and word in ("may", "can") and _allowed(tokens, found, at, words):
        return "actual"
    if (
        word == "plan"
        and tokens.near[at - 2] == "under"
        and tokens.near[at + 1] == "to"
        and at + 2 >= found.lead
    ):
        return ""
    if (word in _HITS and _is_hit(tokens, found, at, words)) or tokens.near[at + 1] in words.sets[
        "asked_for"
    ]:
        return ""
    if (
        kind
        and not tokens.words[at - 1][-1].isdigit()
        and not (kind == "estimate" and tokens.words[at] == "May")
    ):
        promised = word in ("will", "would") and _promises(tokens, at + 1, words)
        return "commitment" if promised else kind
    moved = tokens.near[at - 1] == "to" and (word in words.up or word in words.down)
    return "target" if moved and _by_year(tokens, found) else ""


def _settled(tokens: Tokens, found: Quantity, at: int, words: Vocabulary) -> str | None:
    """What `is to`, `puts at`, `sees` and `projects` say; None for any other word."""
    word = tokens.low[at]
    if word in ("is", "are"):
        told = _to_be(tokens, at + 1, words) if "after" not in tokens.low[at : found.first] else ""
        return "target" if told == "estimate" and tokens.near[found.last] == "by" else told
    if word in _PUT:
        return "estimate" if found.kind == "money" and _reckons(tokens, found, at, words) else ""
    if word == "sees":
        return "estimate" if found.kind == "percent" else ""
    if word == "seen" and tokens.near[at - 1] in ("is", "are", "was", "were"):
        return "estimate"
    if is_their_plan(tokens, at):
        return ""
    if is_sought(tokens, at, words):
        return "target"
    if is_prospect(tokens, at, words):
        return "estimate"
    if word in words.sets["undertakings"]:
        return "" if is_undertaking(tokens, at, words) else None
    return None


_PUT = frozenset({"put", "puts", "putting"})


def _reckons(tokens: Tokens, found: Quantity, at: int, words: Vocabulary) -> bool:
    """`insurers put the damage at $5 million`; what `the contract puts the cost at` is settled."""
    who = tokens.near[at - 1]
    settled = who in words.sets["documents"] or who in words.sets["settled_by"]
    return tokens.near[found.lead - 1] == "at" and not settled


def _to_be(tokens: Tokens, at: int, words: Vocabulary) -> str:
    """`are to rise by 4%`, `is to build 300 homes`: what is settled but to come."""
    verb = tokens.near[at + 1]
    if (
        tokens.near[at] != "to"
        or not verb.isalpha()
        or verb in words.articles
        or not tokens.words[at + 1].islower()
    ):
        return ""
    return "commitment" if _promises(tokens, at + 1, words) else "estimate"


def _promises(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """`spend` of `will spend`, `set aside` of `would set aside`."""
    return tokens.near[at] in words.commitment_verbs or tokens.low[at : at + 2] == ["set", "aside"]


def _asked_for(tokens: Tokens, found: Quantity, at: int, words: Vocabulary) -> bool:
    """`had asked for 8%`, `had sought $40 an hour`: no fact yet."""
    if tokens.low[at] in words.sets["sought"]:
        return found.kind != "count"
    return tokens.low[at] in words.sets["asking"] and tokens.near[at + 1] == "for" and at + 1 < found.first


_HITS = frozenset({"targeting", "targeted", "targets"})


def _is_hit(tokens: Tokens, found: Quantity, at: int, words: Vocabulary) -> bool:
    """`targeting 100 more tankers`, `targeted the bloc with tariffs of 20 percent`: who is struck, and no aim."""
    if tokens.low[at] == "targeted" and "with" in tokens.low[at + 1 : found.first]:
        return True
    if found.kind == "money" and not words.sets["traded"].isdisjoint(tokens.low[found.last : found.last + 4]):
        return True
    return (
        found.kind == "count"
        and found.unit.rpartition(" ")[2] not in words.change_nouns
        and tokens.near[at - 1] not in ("is", "are", "was", "were")
        and not _by_year(tokens, found)
    )


def _allowed(tokens: Tokens, found: Quantity, at: int, words: Vocabulary) -> bool:
    """`may draw up to $3 billion`: what is allowed, not what is foretold."""
    verb = tokens.near[at + 1]
    if verb == "be":
        verb = tokens.near[at + 2]
    foretold = verb in words.copulas or verb in words.up or verb in words.down
    return found.qualifier in words.sets["ceilings"] and not foretold and verb not in ("take", "have", "see")


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


def _status_behind(tokens: Tokens, found: Quantity, words: Vocabulary) -> str:
    """`$5 million expected`, `3 million tonnes are forecast`, `a $2 billion target`."""
    at = found.last
    if found.kind in ("percent", "ratio") and tokens.near[at] == "of":
        at = _behind_whole(tokens, at, words)
    while tokens.near[at] in ("had", "has", "have", "been"):
        at += 1
    after = tokens.near[at]
    if after in ("is", "are", "was") and (told := _is_so(tokens, at + 1, words)):
        return told
    if after in ("is", "are", "was", "were"):
        after = tokens.near[at + 1]
    if after in ("that", "the", "which") or after in words.sets["forecasters"]:
        after = _expected(tokens, at, words) or after
    if found.kind in ("money", "percent") and _heads(tokens, at, words):
        return "estimate"
    if words.status.get(after) == "estimate" and after.endswith(("ed", "cast")):
        return "estimate"
    if after in ("will", "would") and not _within_phrase(tokens, found):
        return "commitment" if _promises(tokens, at + 1, words) else "estimate"
    if after in ("target", "goal"):
        return "target"
    return "commitment" if after in ("pledge", "commitment", "pledged", "promised") else "actual"


def _is_so(tokens: Tokens, at: int, words: Vocabulary) -> str:
    """`is to be paid`, `is what the bridge will cost`: to come; empty for what is so."""
    if tokens.near[at] == "what":
        return "" if _WOULD.isdisjoint(tokens.low[at : at + _WHAT]) else "estimate"
    return _to_be(tokens, at, words) if tokens.low[at - 1] != "was" else ""


def _behind_whole(tokens: Tokens, at: int, words: Vocabulary) -> int:
    """`will` of `a third of the sum will go to the port`: the verb behind what the figure is part of; `at` for none."""
    for where in range(at + 1, min(at + _WHOLE, tokens.size)):
        word = tokens.low[where]
        if word in _WILL:
            return where
        if not word.isalpha() or (word in words.breaks and word not in words.articles):
            break
    return at


_WHOLE, _WHAT = 6, 11
_WOULD = frozenset({"will", "would", "could", "may", "might"})
_WILL = frozenset({"will", "would", "is", "are", "has", "have", "had"})
_GOVERNS = frozenset({"for", "in", "at", "among", "across", "on", "with", "by", "against"})


def _within_phrase(tokens: Tokens, found: Quantity) -> bool:
    """`pay for about 4,300 workers will rise`: what is to come is told of the pay, and not of who gets it."""
    before = tokens.near[found.lead - 1] if found.lead > 0 else ""
    return found.kind == "count" and before in _GOVERNS and found.lead > 1


def _expected(tokens: Tokens, at: int, words: Vocabulary) -> str:
    """`4.2% that economists had expected`: the verb of those who foretold it."""
    ahead = tokens.low[at : at + 6]
    who = next((n for n, word in enumerate(ahead) if word in words.sets["forecasters"]), -1)
    return (
        next((word for word in ahead[who + 1 :] if words.status.get(word) == "estimate"), "")
        if who >= 0
        else ""
    )


def _heads(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """`the 94 cents a share profit forecast`: what is foretold stands at the end of the phrase behind a figure."""
    for where in range(at, min(at + 4, tokens.size)):
        if tokens.low[where] in words.sets["foretold"]:
            return tokens.low[where] != "target"
        if not tokens.words[where].isalpha() or tokens.low[where] in words.breaks:
            return False
    return False


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


def _by_year(tokens: Tokens, found: Quantity) -> bool:
    """`to triple aid to $360 billion by 2035`."""
    following = tokens.low[found.last : found.last + 7]
    return any(word == "by" and len(year) == 4 and year.isdigit() for word, year in pairwise(following))
