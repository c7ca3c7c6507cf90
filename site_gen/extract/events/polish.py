"""A title made tidy: what is left over once its dates are cut, and phrases that were cut off."""

import re

from site_gen.extract.events.simple import simply
from site_gen.extract.events.words import EventWords

LONG, _WHOLE, _PHRASE = 96, 130, 7
"""Letters of a title that is cut, and of one that ends there by itself; words of a phrase that is cut off."""
_PLANNED = re.compile(
    r"(?<=\w) (?:planned|scheduled|slated|signed|reached|struck|concluded|brokered|adopted|ratified)"
    r"(?= (?:was|were|has|had|have|will) )"
)
"""`A ceremony planned was called off`, `The treaty signed has lapsed`, once the day is cut."""
_CLOCK = re.compile(r" (?:at|around|about|by) \d{1,2}$")
"""`at 3` of `at 3:27`."""
_AGE = re.compile(r"(?<=[A-Za-z]), \d{2}(?=,? (?:was|has|had|will|took|is|[a-z]+ed)\b)")
"""`Bongo, 64, took over`."""
_SLATED = re.compile(r"\b((?:plann|schedul|slat)ed) for(?= (?:in|at|on|by)\b)")
"""`is planned for in Lima`, once the day is cut."""
_SLUG = re.compile(
    r"^(?:UPDATE|WRAPUP|RPT|REFILE|CORRECTED|EXCLUSIVE|FACTBOX|ANALYSIS|INTERVIEW|TIMELINE)\b[\d :–—-]*"
)
"""What an agency puts before a headline: `UPDATE 2-`."""
_DATELINE = re.compile(r"^[A-Z][A-Z .,/-]{2,30} [–—-]+ (?=[A-Z])")
"""`BRUSSELS – The Commission`, where the dash is no hyphen."""
_OPENED = re.compile(
    r"^(?:by the time|at the moment|(?:(?:just|only|barely|some|several|many|a few|an?|two|three|four|five|six|\d+) )"
    r"{0,2}(?:hours?|minutes?|days?|weeks?|months?|years?) (?:later|afterwards|earlier|before)),? (?=\S+ \S)",
    re.I,
)
"""`By the time the offer was put to the vote`: a time that no calendar has."""
_ADVERB = re.compile(r"(?<=\w) (?:also|already)(?= [a-z])")
_POINTING = re.compile(r" (?:here|there|elsewhere)$")
_APPOSED = re.compile(r", (?:an?|the) (?!.*,)(?!.* and ).*$")
"""`by Kattegat Bank, a Danish`: what a thing is, behind its name."""
_RELATIVE = re.compile(r" (?:that|which|who)(?: [A-Z]\S*){0,3}(?: \w+)?$")
"""`an earthquake that killed`, `a stretch of sea that Sierra Leone`."""
_STRAY = re.compile(
    r"(?: by a vote of \d+|, (?:officials|police|prosecutors|authorities|analysts|sources|\d+|one|two|three|four))$"
)
"""`cut its rate, officials`: the beginning of what goes on."""
_WHETHER = re.compile(r" (?:(?:to decide|deciding|on|about) )?whether to \w+$")
_OWNED = re.compile(
    r" (?:(?:of|at|by|from|with|for|in|on|over|to|and) )(?:(?!of |at |by |in |on )\S+ ){0,5}\S+['’]s$"
)
"""`officials at the Commission's`: an owner without what it owns."""
_INITIALS = re.compile(r" (?:and|of|by|with|from|to|in) (?:the )?(?:U\.S|U\.N|U\.K|E\.U)\.?$")
_LOOSE_ENDS = (
    ((", ", " by a vote of "), _STRAY),
    (("whether to ",), _WHETHER),
    ((" that", " which", " who"), _RELATIVE),
    (("'s", "’s"), _OWNED),
    (("U.", "E.U"), _INITIALS),
)
"""Each behind what one of stands in it."""
_FINITE = frozenset({"was", "were", "has", "have", "had", "is", "are"})
_OPEN = frozenset({"it", "he", "she", "they"})
_MODALS = frozenset({"will", "would", "must", "shall"})
_OF_PAPERS = frozenset(
    {"planned", "scheduled", "slated", "signed", "reached", "struck", "concluded", "brokered"}
)
"""`broke the agreement signed`, once the day is cut."""
_FEW = 5
_LOOSE_MARKS = (" ,", " .", " ;", " :", ",,")
_LOOSE = re.compile(r"\s+([,.;:])|(?:,\s*)+(?=,)|\s+(?=\s)")


def _cut(text: str, kept: str, events: EventWords) -> str:
    """A long title up to the last phrase that is whole: not `against a lawyer and two former`."""
    if len(text) <= _WHOLE:
        return text
    words = text[:LONG].rsplit(" ", 1)[0].split(" ")
    verb = next((n for n, word in enumerate(words) if word.lower() == kept), 0)
    for at in range(len(words) - 1, max(verb, len(words) - _PHRASE), -1):
        if words[at].lower() in events.lists["trailing"] or words[at - 1].endswith(","):
            return " ".join(words[:at])
    return " ".join(words)


def tidied(text: str, kept: str, events: EventWords) -> str:
    """A title without what hangs loose: marks, ages, hours, a phrase that is cut off; empty without a subject."""
    text = _without_loose_times(text)
    if len(text) > LONG:
        text = _cut(text, kept, events)
    text = _closed(text)
    words = _whole_phrases(text, kept).split()
    whole = text.endswith((" sworn in", " take over", " took over", " takes over", " taken over"))
    whole = whole or " ".join(words[-2:]).lower() in events.lists["phrasal"]
    verb = "" if kept in events.lists["prepositions"] and not whole else kept  # `the members had voted` on it
    while words and words[-1] != verb and _hangs(words, kept, events):
        words.pop()
    text = " ".join(words).strip(" ,;:–—-")
    if (
        len(words) < 2
        or _no_clause(words, kept, events)
        or _lacks_object(words, events)
        or words[0].lower() in _FINITE | _MODALS
    ):
        return ""
    if words[-1] in _OPEN and kept in events.lists["tellers"]:
        return ""  # `The union said it`
    if words[0] == "Of" and "," not in text:
        return ""  # `Of the seven years he was given`, five are for bribery
    text = simply(text, events)
    return text[:1].upper() + text[1:]


_ITSELF = re.compile(r"In [A-Z][\w-]+(?: [A-Z][\w-]+)? itself,? (?=\S+ \S)")
"""`In Lund itself the council meets`: where, before the subject."""


def _no_clause(words: list[str], kept: str, events: EventWords) -> bool:
    """`Enters into force`, `Ann Lee and is to go`, whose subject is lost, and `Peru's will vote`, whose is left out."""
    owner = words[0].endswith(("'s", "’s")) and words[1] in _FINITE | _MODALS
    joined = next(
        (n for n in range(1, len(words) - 1) if words[n] == "and" and words[n + 1] in _FINITE | _MODALS), 0
    )
    bare = not any(
        w in events.lists["past_forms"] or w in _FINITE | _MODALS or w[-2:] == "ed" for w in words[1:joined]
    )
    if joined and bare and words[0] != kept:
        return True  # `retired judge Ann Lee and is to begin`
    return owner or (words[0].lower() == kept and words[0].endswith("s") and words[1] in ("into", "in", "to"))


def _without_loose_times(text: str) -> str:
    text = _behind(_ITSELF, text)
    text = _behind(_OPENED, _behind(_DATELINE, _behind(_SLUG, " ".join(text.split()))))
    if " al" in text:
        text = _ADVERB.sub("", text)
    if any(mark in text for mark in _LOOSE_MARKS):
        text = " ".join(_LOOSE.sub(r"\1", text).split())
    if "ed for" in text:
        text = _SLATED.sub(r"\1", text)
    if "ed " in text or "struck " in text:
        text = _PLANNED.sub("", text)
    text = text.strip(" ,;:–—-")
    if ", " in text:
        text = _AGE.sub("", text)
    if text[-1:].isdigit():
        text = _CLOCK.sub("", text)
    return text


_OURS = re.compile(r"(?<![\w’'])(?:I|[Ww]e|[Oo]ur|us|[Mm]y|me|you|your)(?![\w])")
_HOLLOW = re.compile(
    r"(?:^(?:\S+ ){1,2}\S+|\b(?:had|has|have|was|were|to|it|they|that|not|is|are|be|been|will)) *$"
)
"""`The leaders agreed`, `The board said it had`: it says nothing without the words behind the mark."""


def _unmarked(text: str) -> str:
    """Up to a mark of speech that is not closed; where that says nothing, with its words, but for `we` and `our`."""
    at = max(text.rfind('"'), text.rfind("“"), 0)
    ahead, behind = text[:at], text[at + 1 :]
    return ahead + behind if _HOLLOW.search(ahead) and behind and not _OURS.search(behind) else ahead


def _closed(text: str) -> str:
    """Without what stands behind a mark of speech or a bracket that is not closed, or before one not opened."""
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        text = _unmarked(text)
    if text.count("(") > text.count(")"):
        text = text[: text.rfind("(")]
    if text.count(")") > text.count("("):
        text = text[text.find(")") + 1 :].lstrip(" ,")
    return text


def _behind(opening: re.Pattern[str], text: str) -> str:
    found = opening.match(text)
    return text[found.end() :] if found else text


def _begins_anew(words: list[str], kept: str, events: EventWords) -> bool:
    """`cut its rate, lowers`: the verb of what goes on."""
    return words[-2][-1:] == "," and words[-1] in events.deeds and words[-1] != kept


def _hangs(words: list[str], kept: str, events: EventWords) -> bool:
    """A last word that something must follow: `to end the claims brought`; not the `over` of `will take over`."""
    before = words[-2].lower() if len(words) > 1 else ""
    if before == kept and f"{kept} {words[-1]}" in events.lists["phrasal"]:
        return False
    if before in ("and", "then") and words[-1] == "again":
        return True  # `walked out for a day and again`
    if words[-1].lower().strip(",") in events.lists["trailing"] or words[-1].lower() in _FINITE:
        return True
    if words[-1] in _OF_PAPERS and words[-1] != kept and before not in events.lists["verbal"]:
        return len(words) > _FEW
    if len(words) > _FEW and _begins_anew(words, kept, events):
        return True
    told = len(words) > _FEW and kept in [word.lower() for word in words[:-2]]
    return told and words[-2] != "to" and _lacks_object(words, events)


def _whole_phrases(text: str, kept: str) -> str:
    """Without a last phrase of which the end is missing."""
    if text.endswith("ere"):
        text = _POINTING.sub("", text)
    head = _APPOSED.sub("", text) if ", " in text else text
    if head != text and f" {kept} " in f" {head.lower()} ":
        text = head
    if ", subject to " in text:
        text = text.partition(", subject to ")[0]
    for signs, loose in _LOOSE_ENDS:
        if any(sign in text for sign in signs):
            text = loose.sub("", text)
    return text


def _lacks_object(words: list[str], events: EventWords) -> bool:
    """`The central bank put`: a verb that says nothing without what it is done to."""
    return words[-1] in events.lists["transitive"] and words[-2] not in events.lists["verbal"]
