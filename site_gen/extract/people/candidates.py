"""Every stretch that may name a person, with the words before and after it that speak for it."""

import re
from typing import NamedTuple

from site_gen.extract.names import UPPER
from site_gen.extract.people.apposition import read_tail
from site_gen.extract.people.before_comma import read_before_comma
from site_gen.extract.people.before_them import before_them
from site_gen.extract.people.lead_places import (
    OF_STATE,
    land_behind,
    of_body,
    of_country,
    of_its_body,
    of_its_state,
)
from site_gen.extract.people.reading import Context, Reading
from site_gen.extract.people.role_firms import is_craft, is_firm_by_role
from site_gen.extract.people.runs import Name, Places, names, particles_before
from site_gen.extract.people.surnames import family_first
from site_gen.extract.people.titles import Lead, read_lead
from site_gen.extract.people.verb_behind import Tail, told_between, took_office
from site_gen.extract.people.vocabulary import Vocabulary
from site_gen.text.document import Document

_NEXT_WORD = re.compile(r"(?:,[”\"’']?)? ([a-z]+)\b")
_SMALL = frozenset(
    "with from over into amid after before about against during than that under upon via".split()
)
_OF_AND = re.compile(r" of (?:the )?([^,;.]{3,30}?)(?: and |, and |, )")
_BODY_LONG = 60
_SHORT_FORM = re.compile(r" \(([A-Z]{2,6})\)")
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.-?)+$")
_LOWER = re.compile(
    r"\b(?!(?:the|and|for|but|nor|off|out|per|via|with|from|over|into|amid|after)\b)[a-z]{3,}"
)
_JOINED_NAME = re.compile(r"-(?<=\w-)(?:e|ul|ur|ud|us|al|il|i)-\w")
"""`Manzoor-e-Elahi`: a given and a family name, with hyphens."""
_SAYS_I = re.compile(r" (?:said|says|added):? [\"“‘]I(?:\b|['’])")  # who says `I` is a person
_LONG_WORD = re.compile(r"\b[^\W\d_]{4,}")


class Candidate(NamedTuple):
    """A name with its context, and why it is a person's (`cue`; empty where nothing tells)."""

    name: Name
    lead: Lead
    tail: Tail
    apposed: tuple[Reading, ...]
    cue: str
    headline: bool

    @property
    def start(self) -> int:
        """Where the mention begins, titles included."""
        if self.apposed:
            return self.apposed[0].start
        return self.lead.start if self.lead.start >= 0 else self.name.start

    @property
    def readings(self) -> tuple[Reading, ...]:
        """All offices and roles that the context gives."""
        return self.lead.readings + self.apposed + self.tail.readings


def find_candidates(doc: Document, places: Places, context: Context) -> list[Candidate]:
    """All names of a document in order."""
    headlines: dict[int, bool] = {}
    found: list[Candidate] = []
    bodies: set[tuple[str, ...]] = set()
    for name in names(doc, places, context.words):
        if (
            name.body
            or _shortened(name, doc.reading)
            or _employs(name, context)
            or is_craft(name, context)
            or is_firm_by_role(name, context)
        ):
            bodies.add(name.words)
        else:
            candidate = _candidate(_without_opener(name, context), context, doc, headlines)
            found.append(_shared_title(candidate, found[-1], context) if found else candidate)
    units = context.words.sets["units"]
    bodies |= _firms(found, context)
    return [
        c for c in (_as_body(c) if c.name.words in bodies else c for c in found) if not _is_unit(c, units)
    ]


def _firms(found: list[Candidate], context: Context) -> set[tuple[str, ...]]:
    """Names whose chief executive the article has: of firms, even behind `owner`."""
    heads = context.words.sets["of_firms"]
    readings = (r for c in found for r in c.readings if r.title.lower() in heads)
    return {tuple(r.organization.split()) for r in readings if r.organization}


def _is_unit(candidate: Candidate, units: frozenset[str]) -> bool:
    """`the Major Crime Unit`: what looks like a rank begins the name of a part of a body."""
    last = candidate.name.words[-1]
    return last in units and len(candidate.name.words) > 1 and candidate.cue == "title before the name"


def _shortened(name: Name, text: str) -> bool:
    """`K-Electric (KE)`, `Official Cash Rate (OCR)`: a thing with its short form in brackets, and nobody's name."""
    short = _SHORT_FORM.match(text, name.end, name.end + 10)
    if short is None or len(name.words) == 1:
        return short is not None and short.group(1)[0] == name.words[0][0]
    length = len(short.group(1))
    whole = text[max(0, name.start - 40) : name.end].split()[-length:]
    return length > len(name.words) and "".join(word[0] for word in whole) == short.group(1)


def _employs(name: Name, context: Context) -> bool:
    """`an analyst with Dean Witter Reynolds`, `Ann Lee heads Calder Rail`: for whom somebody works is a firm."""
    if len(name.words) < 2:
        return False
    if _HEADED.search(context.text, max(name.block, name.start - _BODY_LONG), name.start):
        return True
    if not context.text.endswith((" with ", " at "), 0, name.start):
        return False
    before = context.text[max(0, name.start - 40) : name.start].split(" ")
    return len(before) > 3 and before[-3] in context.words.sets["employed"]


_HEADED = re.compile(rf"[{UPPER}][\w’'-]+(?:, who)? (?:heads|chairs|runs|owns|co-owns)(?:(?: the)? rival)? $")


def _without_short_form(name: Name, text: str) -> tuple[Name, str]:
    """`CEO KE Moonis Alvi`: the short form of a body that the article explains stands before the name."""
    first = name.words[0]
    if len(name.words) < 3 or not first.isupper() or "." in first or f"({first})" not in text:
        return name, ""
    return _from_second(name, text), first


def _as_body(candidate: Candidate) -> Candidate:
    """The same words stand before `Corp.` or the like elsewhere in the article."""
    held = any(not reading.role for reading in candidate.lead.readings)
    return candidate if held else candidate._replace(cue="")


def _shared_title(candidate: Candidate, last: Candidate, context: Context) -> Candidate:
    """`Senators A and B`: a title in the plural is the next name's too; `Governor A of X, B of Y`: each of its own."""
    if candidate.readings or not last.lead.readings:
        return candidate
    between = context.text[last.name.end : candidate.name.start]
    readings = last.lead.readings
    if not last.lead.plural and not _each_of_its_own(between, candidate, last, context):
        return candidate
    if not last.lead.plural:
        readings = tuple(r._replace(jurisdiction="", organization="") for r in readings[:1])
    elif _placed_and(last.name.end, between, context):
        readings = tuple(r._replace(jurisdiction="") for r in readings)
    elif between not in (" and ", ", ", ", and "):
        return candidate
    lead = candidate.lead._replace(start=candidate.name.start, readings=readings, plural=True)
    lead = of_its_state(of_country(lead, candidate.name.end, context), candidate.name.end, context)
    return candidate._replace(lead=lead._replace(plural=last.lead.plural), cue="shared title")


def _each_of_its_own(between: str, candidate: Candidate, last: Candidate, context: Context) -> bool:
    """`Governor A of Kogi State, B of Bauchi and C of Kano`: whole names, each with what it is of."""
    named = len(candidate.name.words) > 1 and len(last.name.words) > 1
    if not named or not between.startswith(" of ") or not between.endswith((", ", " and ")):
        return False
    here = OF_STATE.match(context.text, candidate.name.end, candidate.name.end + _BODY_LONG)
    before = OF_STATE.match(context.text, last.name.end, last.name.end + _BODY_LONG)
    return (
        here is not None
        and before is not None
        and between[len(before.group()) :] in (", ", " and ", ", and ")
    )


def _placed_and(end: int, between: str, context: Context) -> bool:
    """`the foreign ministers A of Peru and B of Chile`: a country stands between the two names."""
    joint = _OF_AND.fullmatch(between)
    return joint is not None and end + joint.start(1) in context.starts


def _without_opener(name: Name, context: Context) -> Name:
    """`Hold Anna Lund to account`, `Bureau of Investigation Jim Lund`, `Said Lund: "..."`: what stands before a name
    in capitals because it opens a sentence or ends a body's name.
    """
    if len(name.words) < 2:
        return name
    text = context.text
    opens = name.start == name.block or text[name.start - 1] in '“"' or text[name.start - 2] in ".!?"
    said = opens and name.words[0].lower() in context.words.speech_verbs
    if said and _THEN_QUOTED.match(text, name.end):
        return _from_second(name, text)
    behind = opens or text.endswith((" of ", " for "), 0, name.start)
    return _from_second(name, text) if behind and _whole_behind(name, context.words) else name


def _whole_behind(name: Name, words: Vocabulary) -> bool:
    """Whether a whole name follows the first word, which is no part of it."""
    first = name.words[0]
    if len(name.words) < 3 or words.is_given(first) or first.endswith(".") or first in words.surnames_first:
        return False
    return words.is_given(name.words[1])


_THEN_QUOTED = re.compile(r"[^.!?\n]{0,120}[:,] (?:[\"“‘]|``|'')")
"""`Said Lund: "..."`: the verb opens the sentence."""


def _from_second(name: Name, text: str) -> Name:
    start = text.index(name.words[1], name.start + len(name.words[0]))
    return name._replace(start=start, words=name.words[1:])


def _candidate(name: Name, context: Context, doc: Document, headlines: dict[int, bool]) -> Candidate:
    whole = name
    name, short = _without_short_form(name, context.text)
    single = len(name.words) == 1
    headline = not (single and context.text[name.start - 1] != " ") and _headline(name, doc, headlines)
    begin = particles_before(whole.start, context.text, context.words)
    lead = read_lead(name._replace(start=begin), context._replace(headline=True) if headline else context)
    lead = of_body(lead, short) if short else lead
    if single and context.text[name.end : name.end + 1] != "," and not lead.readings:
        took = took_office(name.end, context)
        return Candidate(name, lead, took, (), _cue(name, lead, took, (), context), headline)
    tail = _tail(name, lead, begin, context)
    addressed = lead.start >= 0 and all(reading.role for reading in lead.readings)
    apposed = read_before_comma(name, lead.start, context, addressed)
    if apposed:
        tail = told_between(tail, name.end, context)
        apposed = of_country(Lead(-1, apposed, "", ""), name.end, context).readings
    lead = of_its_body(of_country(lead, name.end, context), name.end, context)
    lead = of_its_state(lead, name.end, context)
    cue = _cue(name, lead, tail, apposed, context)
    return Candidate(name, lead, tail, apposed, cue, headline)


def _tail(name: Name, lead: Lead, begin: int, context: Context) -> Tail:
    """What stands behind a name, or behind its country: `Brigadier X of Norland, who commands the Lund garrison`."""
    if (kin := before_them(name.end, context.text)) is not None:
        return Tail((kin,), True, "before or behind another")
    end = land_behind(name.end, context) if lead.readings else name.end
    return read_tail(end, context, lead.start if lead.start >= 0 else begin)


def _cue(name: Name, lead: Lead, tail: Tail, apposed: tuple[Reading, ...], context: Context) -> str:
    words = context.words
    if lead.readings:
        return "title before the name"
    if " ".join((lead.honorific, *name.words)).strip() in context.lands:
        return ""  # `Sri Lanka`
    if lead.honorific and not (lead.honorific in words.weak_address and len(name.words) < 2):
        return "form of address"
    if not (len(name.words) > 1 or _JOINED_NAME.search(name.words[0])) or len(name.words[-1].rstrip(".")) < 2:
        return ""
    if _in_bodies(name, words) or _is_body_named(name.start, context.text, words):
        return ""
    if apposed:
        return "office before a comma"
    if tail.readings or (tail.person and not _held_body(name, context)):
        return tail.rule
    follows = _FOLLOWS.match(context.text, name.end, name.end + _REACH)
    return "follows another" if follows else _own_cue(name, context)


_FOLLOWS = re.compile(
    rf" (?:has |had )?(?:(?:succeeds|succeeded|(?:takes|took|taken) over from) [{UPPER}][\w’'-]+ [{UPPER}][\w’'-]+\b"
    r"|(?:[a-z]+ (?:to|in|at|for) (?:[\w-]+ ){1,3}?)?(?:in|takes|took|taken) (?:his|her) place\b"
    r"|(?:left|quit|resigned from|joined|entered) the (?:cabinet|government)\b)"
    rf"|['’]s? (?:immediate |late )?(?:predecessor|successor|deputy),? [{UPPER}][\w’'-]+ [{UPPER}]"
)
"""`At the bank X has succeeded Ann Lee`."""
_REACH = 70


def _held_body(name: Name, context: Context) -> bool:
    """`the chief executive of Deccan Turbines, who`: what somebody is head of is no person."""
    ahead = context.text[max(0, name.start - 40) : name.start].split(" ")
    if len(ahead) < 3 or ahead[-2] not in ("of", "at"):
        return False
    return ahead[-3].lower() in context.words.heads or ahead[-3].lower() in ("executive", "founder", "owner")


def _own_cue(name: Name, context: Context) -> str:
    words, text = context.words, context.text
    if text.endswith(("the ", "The ", " a ", "A ", " an ", "An "), max(0, name.start - 4), name.start):
        return ""
    if _ONE_OF_THEM.search(text, max(0, name.start - 16), name.start):
        return "one of them"
    first = name.words[0]
    follow = _NEXT_WORD.match(text, name.end, name.end + 24)
    if name.after_body or (first in words.capital_particles and len(name.words) == 2):
        return ""
    if follow and follow.group(1) in words.sets["bear_names"] and follow.group()[0] == " ":
        return ""  # `Charles de Gaulle airport`
    if words.is_given(first):
        return "given name"
    if family_first(name.words, words):
        return "family name first"
    if _INITIALS.match(first) or _bare_initials(name.words):
        return "" if _is_craft(first, context) else "initials"
    if words.led_by.search(text, max(0, name.start - 12), name.start):
        return "led by"
    if follow and follow.group(1) in words.person_verbs:
        return "a person's verb"
    return _speaking(name, context)


def _bare_initials(words: tuple[str, ...]) -> bool:
    """`T K Narayanan`: initials without stops, two at least, and a name."""
    *first, last = words
    return 1 < len(first) < 5 and len(last) > _BARE and all(len(w) == 1 and w.isupper() for w in first)


_BARE = 3
"""Letters that the name behind initials without stops has more of: `U S Army` is no person."""


def _speaking(name: Name, context: Context) -> str:
    if _says_for_body(name, context):
        return "of a body, and says"
    return "says I" if _SAYS_I.match(context.text, name.end) else ""


def _says_for_body(name: Name, context: Context) -> bool:
    """`Shafiq Alam of Delta Textiles said`: who is of a body, and speaks."""
    of = _OF_BODY.match(context.text, name.end, name.end + _BODY_LONG)
    if of is None or of.start(1) in context.starts or of.group(2) not in context.words.speech_verbs:
        return False
    return all(context.words.kind(word) == "name" for word in name.words)


_OF_BODY = re.compile(
    rf" of (?:the )?([{UPPER}][\w’'-]+(?: (?:of |for )?[{UPPER}][\w’'-]+){{1,4}}),? ([a-z]+)\b"
)
_ONE_OF_THEM = re.compile(r"\b[Oo]ne of (?:them|those), $")
"""`One of them, Ann Lee of the Centre Party, wept`."""


def _is_body_named(start: int, text: str, words: Vocabulary) -> bool:
    """`the far-right party La Libertad Avanza`: what a common noun says to be a body."""
    before = text[max(0, start - 16) : start].split(" ")
    known = len(before) > 2 and before[-2] in words.sets["plain_bodies"] and before[-1] == ""
    return known and not _AT_THE.search(text, max(0, start - 50), start)


_AT_THE = re.compile(r"(?:^|[.\n”\"] ?)(?:At|In|From|For) the (?:[a-z-]+ ){1,3}$")
"""`At the central bank Ann Lee took over`: where, and not what, the name is."""


def _is_craft(first: str, context: Context) -> bool:
    """`M.V. Estrella`, where the article speaks of a ship."""
    sets = context.words.sets
    return first in sets["craft_names"] and any(f" {word}" in context.text for word in sets["craft"])


def _in_bodies(name: Name, words: Vocabulary) -> bool:
    return " ".join(name.words) in words.body_names or name.words[0] in words.body_names


def _headline(name: Name, doc: Document, known: dict[int, bool]) -> bool:
    """Whether the sentence is in title case: there, capitals tell nothing."""
    number = doc.sentence_at(name.start)
    if number not in known:
        known[number] = number >= 0 and _title_case(
            doc.reading[doc.sentences[number].start : doc.sentences[number].end]
        )
    return known[number]


def _title_case(sentence: str) -> bool:
    if len(sentence) > 220 or sentence.endswith(("!", "”", '"', ",")):
        return False
    if sentence.endswith(".") and _LOWER.search(sentence):
        return False
    long_words = [word for word in _LONG_WORD.findall(sentence) if word not in _SMALL]
    capitals = sum(1 for word in long_words if word[0].isupper())
    if sentence.endswith("."):
        return len(long_words) >= 5 and capitals == len(long_words)
    return len(long_words) >= 4 and capitals >= 0.75 * len(long_words)
