"""Who says a figure, from the words of its sentence."""

from itertools import pairwise

from site_gen.extract.figures.quantities import Quantity
from site_gen.extract.figures.tellers import behind_verb, document, with_aside
from site_gen.extract.figures.vocabulary import Vocabulary
from site_gen.text.numbers import Tokens

Claims = list[tuple[int, str]]
"""The places of words that tell who says something, and who it is."""


def claims(tokens: Tokens, words: Vocabulary, voices: dict[int, str]) -> Claims:
    """Who says what in a sentence: the names before `said`, and after `according to`; whom `he` means in `he added`."""
    told = ((at, _teller(tokens, at, words, voices)) for at in range(tokens.size))
    return [(at, name) for at, name in told if name and not name[0].isdigit()]


def _teller(tokens: Tokens, at: int, words: Vocabulary, voices: dict[int, str]) -> str:
    """Who tells something by the word at a token; empty where it is no such word."""
    word = tokens.low[at]
    if word == "according" and tokens.near[at + 1] == "to":
        return _name_after(tokens, at + 2, words)
    if tokens.near[at - 1] in _PRONOUNS and (meant := voices.get(tokens.starts[at - 1], "")):
        return meant if word in words.says or _goes_on(tokens, at, words) else ""
    if word == "put" and _puts_at(tokens, at, words):
        return _name_before(tokens, at, words)
    if word in words.says and at and _tells(tokens, at, words):
        return _sayer(tokens, at, words)
    if word == "say" and at:
        return _who_say(tokens, at, words)
    if word in words.sets["telling_that"] and at and tokens.near[at + 1] == "that":
        return _name_before(tokens, at, words)
    if word in words.sets["expecting"] and at:
        name = _name_before(tokens, at, words)
        return "" if words.sets["forecasters"].isdisjoint(name.lower().split()) else name
    return document(tokens, at, words, _name_before) if word in words.sets["shown"] else ""


def _who_say(tokens: Tokens, at: int, words: Vocabulary) -> str:
    """`rebels` of `the rebels say`; nobody for `to say`, `Kambar-Say`, `eight of 10 voters say`."""
    led = tokens.near[at - 1]
    if led in words.sets["before_say"] or not led.isalpha() or not tokens.words[at].islower():
        return ""
    name = _sayer(tokens, at, words)
    return "" if _holds_number(name) else name


def _sayer(tokens: Tokens, at: int, words: Vocabulary) -> str:
    """Whose words a verb of saying tells."""
    if name := _behind_quote(tokens, at, words) or _by_comma(tokens, at, words):
        return name
    name = _name_before(tokens, _before_day(tokens, at, words), words)
    if tokens.low[at] in words.sets["reckoned"] and (tokens.near[at + 1] == "to" or _holds_number(name)):
        return ""  # a deal estimated to total; 13 billion estimated in May
    asked = sum(part in words.numbers.starts for part in name.lower().split()) > 1
    return "" if asked else name  # `one in five voters said`: who was asked


_PRONOUNS = frozenset({"he", "she"})


def _goes_on(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """`added` of `he added.`, `she noted that`: it tells what was said, not what was done."""
    return tokens.low[at] in words.sets["telling_on"] and tokens.near[at + 1] in (
        ".",
        ",",
        "",
        "that",
        ":",
        '"',
        "”",
    )


def _tells(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """Whether a word such as `reported` is a verb of its clause: no noun, and no `furniture reported by`."""
    named = tokens.low[at - 1] in words.articles
    return not named and not (tokens.near[at + 1] == "by" and tokens.low[at].endswith("ed"))


def _behind_quote(tokens: Tokens, at: int, words: Vocabulary) -> str:
    """`Ana Lund` of `"We pay 8%," said Ana Lund, who runs it`: the name behind a verb that follows the words."""
    named = tokens.low[at - 1] in _CLOSING and tokens.near[at + 1] not in words.sets["told_that"]
    return _name_after(tokens, at + 1, words) if named else ""


def _by_comma(tokens: Tokens, at: int, words: Vocabulary) -> str:
    """Who says it where a comma stands right before the verb."""
    if tokens.low[at - 1] != ",":
        return ""
    return behind_verb(tokens, at, words, _name_after) or with_aside(tokens, at, words, _name_before)


_CLOSING = frozenset({'"', "”", "''"})


def _puts_at(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """`insurers put claims at $300 million`: who reckons it."""
    said = "at" in tokens.low[at + 2 : at + 7]
    return said and at > 0 and tokens.near[at - 1].isalpha() and tokens.near[at - 1] not in words.breaks


def _holds_number(name: str) -> bool:
    """`half of the 3,812 infections` of `infections reported the week before`: what was reported, not who did."""
    return any(word[:1].isdigit() for word in name.split())


def speaker(tokens: Tokens, found: Quantity, said: Claims) -> str:
    """Who says a figure: the nearest before it, or the first behind it; empty for the article itself.

    What somebody else says behind `, but` is not of the figures before, unless all of it is quoted.
    """
    before = [(at, name) for at, name in said if at < found.first]
    if before:
        return "" if _of_audience(tokens, found, *before[-1]) else before[-1][1]
    at, name = next(iter(said), (0, ""))
    if not at:
        return ""
    if _relative(tokens, at, name) and any(word[:1].isdigit() for word in tokens.low[found.last : at]):
        return ""
    if _quoted(tokens, found.first):
        return name
    if _apart(tokens, found, at, name):
        return ""
    turned = any(
        one == "," and two in ("but", "while", "though") for one, two in pairwise(tokens.low[found.last : at])
    )
    return "" if turned and tokens.near[at] != "according" else name


def _quoted(tokens: Tokens, at: int) -> bool:
    """Whether a token stands inside quotation marks that the sentence opens."""
    ahead = tokens.low[:at]
    opened = ahead.count("“") > ahead.count("”")
    return opened or ahead.count('"') % 2 == 1


def _of_audience(tokens: Tokens, found: Quantity, at: int, name: str) -> bool:
    """`"...," Ruiz told a meeting of 300 fans`, `said Ruiz, who lost 5 kilos`: told of the speaker, not by them."""
    between = tokens.low[at : found.first]
    if tokens.low[at] == "told" and len(between) <= _HEARERS and "of" in between and "that" not in between:
        return True  # `told a meeting of 60 staff`
    if tokens.low[at - 1] in _CLOSING:
        return _GOING_ON.isdisjoint(between)
    begin = at - (1 if tokens.near[at - 1] in _PRONOUNS else len(name.split()))
    if tokens.low[at] == "according":
        return any(one == "," and two in ("but", "while") for one, two in pairwise(between))
    closed = not _CLOSING.isdisjoint(tokens.low[max(0, begin - 2) : begin])
    return closed and "," not in between and _GOING_ON.isdisjoint(between)


_HEARERS = 5
_GOING_ON = frozenset({"that", "“", '"', ";", "adding", "and"})


def _apart(tokens: Tokens, found: Quantity, at: int, name: str) -> bool:
    """`fell 8% after the firm said`, `asked for 8%; his lawyers argued`: what another clause says is of that alone."""
    begin = max(found.last, at - len(name.split()) - _LED)
    led = tokens.near[at] != "according" and not _CLAUSES.isdisjoint(tokens.low[begin:at])
    return led or ";" in tokens.low[begin:at]


_CLAUSES = frozenset({"after", "because", "since", "when", "once", "before", "until", "although", "though"})


def _relative(tokens: Tokens, at: int, name: str) -> bool:
    """`half of the $487 million that the agency says it needs`: said of the figure before it alone."""
    before = tokens.low[max(0, at - len(name.split()) - _LED) : at]
    return not _RELATIVES.isdisjoint(before) and tokens.low[at] != "according"


_LED = 2
_RELATIVES = frozenset({"that", "which", "what"})


def studied(found: Quantity, speaker: str, words: Vocabulary) -> bool:
    """Whether a study tells a sum of money: it reckoned that."""
    return found.kind == "money" and not words.sets["reckoning"].isdisjoint(speaker.lower().split())


def reckoned(tokens: Tokens, found: Quantity, said: Claims, words: Vocabulary) -> bool:
    """Whether the one who says a figure, behind it, reckons or foretells it: `..., the agency estimated`."""
    if any(at < found.first for at, _ in said):
        return False
    at = next((at for at, _ in said), -1)
    noun = tokens.near[at].endswith("s") and not tokens.words[at - 1][0].isupper()
    return at > 0 and words.status.get(tokens.low[at]) == "estimate" and not noun


def _before_day(tokens: Tokens, at: int, words: Vocabulary) -> int:
    """Where a name ends that a day parts from its verb: `the leaders on Monday announced`."""
    first = at
    while first > 1 and tokens.low[first - 1] in words.sets["weekdays"]:
        first -= 1
    return first - (first < at and tokens.low[first - 1] == "on")


def _name_after(tokens: Tokens, at: int, words: Vocabulary) -> str:
    at = _behind_document(tokens, at, words)
    first = at + (tokens.near[at] in words.articles)
    last = first
    while (
        last < tokens.size
        and last - first < 8
        and (tokens.words[last][0].isalnum() or tokens.words[last] in _IN_NAMES)
    ):
        joined = tokens.low[last] in ("and", "for") and first < last and _both_named(tokens, last)
        timed = tokens.low[last - 1] in ("'s", "’s")  # `according to the board's weekly report`
        if tokens.low[last] in words.stops and tokens.low[last] != "of" and not (joined or timed):
            break
        if last > first and tokens.low[last] in words.sets["done_to_documents"]:
            break
        last += 1
    last -= last > first and tokens.low[last - 1] == "of"
    return _joined(tokens, first, last)


def _both_named(tokens: Tokens, at: int) -> bool:
    """`Trade and Industry Minister`: capitals on both sides of a token."""
    return all(word[0].isupper() for word in (tokens.words[at - 1], *tokens.words[at + 1 : at + 2]))


_IN_NAMES = frozenset({"-", "'", "’", ".", "'s", "’s"})


def _behind_document(tokens: Tokens, at: int, words: Vocabulary) -> int:
    """`Tradeline` of `data compiled by Tradeline`, `office` of `figures from the statistics office`: whose it is."""
    for where in range(at, min(at + _DOCUMENT, tokens.size)):
        word = tokens.low[where]
        if word in ("by", "from") and not words.sets["documents"].isdisjoint(tokens.low[at:where]):
            return where + 1
        if not word.isalpha() or word in ("of", "in", "on", "for"):
            break
    return at


_DOCUMENT = 6


def _name_before(tokens: Tokens, at: int, words: Vocabulary) -> str:
    first = at
    while first > 0 and at - first < 8:
        word = tokens.low[first - 1]
        linked = word in words.sets["speaker_links"] and at > first and tokens.words[first - 2][:1].isalpha()
        owner = word in ("'", "’") and tokens.low[first - 2].endswith("s")  # `the doctors' association`
        between = word in ("and", "on") and at > first and first > 1 and _both_named(tokens, first - 1)
        linked = linked or between  # `the Office on Drugs and Crime said`
        joined = owner or word[0].isalnum() or word in ("-", "'s", "’s")
        if not joined or (_stops(tokens, first - 1, words) and not linked):
            break
        first -= 1
    first = _over_day(tokens, first, at, words)
    first += tokens.near[first] in words.articles and first < at
    return _joined(tokens, first, at)


def _over_day(tokens: Tokens, first: int, at: int, words: Vocabulary) -> int:
    """`university` of `a study published this week by the university found`: behind the time and `by`."""
    timed = tokens.low[first] in words.sets["times"] and "by" in tokens.low[first:at]
    return tokens.low.index("by", first) + 1 if timed else first


def _stops(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """Whether a word ends a name; `US` is none of the pronoun."""
    word = tokens.low[at]
    known = word in words.stops and word != "of" and word not in words.articles
    return known and not (word == "us" and tokens.words[at] == "US")


def _joined(tokens: Tokens, first: int, last: int) -> str:
    return "".join(tokens.words[at] + ("" if tokens.glued(at) else " ") for at in range(first, last)).strip(
        " .,"
    )
