"""Common nouns that mean a body named elsewhere: `the carrier's president`, `its finance director` of the company."""

import re
from collections.abc import Iterable

from msgspec import Struct, field

from site_gen.extract.names import UPPER
from site_gen.extract.people.body_names import PROPER
from site_gen.extract.people.firms import main_firm
from site_gen.extract.people.reading import Context, Reading
from site_gen.extract.people.roll import Person
from site_gen.extract.people.vocabulary import without_head

_NAMED = re.compile(rf"(?<![\w’'-])({PROPER})")
_COMMON = re.compile(r"\b(?:[Tt]he|[Tt]his) ([a-z]+)(?: ([a-z]+))?\b")
_AHEAD = re.compile(r"\b([A-Za-z][a-z-]+),? $")
_SUBJECT = re.compile(
    rf"\s*(?:(?:On [A-Z]\w+day|In \d{{4}}),? )?({PROPER})(?:, [^.;:”\"]{{3,110}}?,)?"
    r" (?:said|says|has|had|is|was|will|would|plans|expects|hopes|wants"
    r"|(?P<deed>sent|put|cut|sold|bought|won|lost|[a-z]{2,}ed))\b"
)
_OWN = re.compile(r"['’]s? ([a-z]+)\b")
_BEHIND = re.compile(
    rf", (?:the|an?|[{UPPER}][\w’'-]+) (?:[\w’'-]+ ){{0,3}}?([a-z]+)\b"
    r"(?=[,.;]| (?:that|which|in|of|with|based|to which|for which|behind)\b)"
)
_KINDS = frozenset({"company", "firm", "group", "business", "outfit"})
_NO_TRADE = frozenset({"club", "charity", "newspaper", "union", "bank", "lender", "broadcaster"})
"""They are called a company by nobody."""
_OWNED = ("'s", "’s", "s'", "s’")


class Namings(Struct):
    """The bodies of an article by the nouns that it calls them by."""

    context: Context
    people: Iterable[Person]
    _known: dict[str, set[str]] | None = field(default=None)

    def called(self, noun: str) -> str:
        """The one body that a noun can mean; empty where none is sure."""
        known = self._known = self._known or self._read()
        own = known.get(noun, set())
        if noun in _KINDS or (not own and noun in self._trades()):
            own = known[_ANY] or {main_firm(self.context, self.people)}
        return next(iter(own)) if len(own) == 1 else ""

    def subject(self, begin: int, end: int) -> str:
        """`Norma said it would pay. Its chief executive`: the name that opens the sentence before."""
        opens = _SUBJECT.match(self.context.text, begin, end)
        if opens is None or opens.start(1) in self.context.starts:
            return ""
        if opens.group("deed") and " " not in opens.group(1):
            return ""  # `Regulators fined the hospital`
        return self._body(opens.group(1), {w for person in self.people for w in person.words})

    def _read(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {_ANY: set()}
        names = {w for person in self.people for w in person.words}
        longer: dict[str, set[str]] = {}
        for match in _NAMED.finditer(self.context.text):
            name = self._body(match.group(1), names)
            for noun in self._nouns(match, name) if name else ():
                first = longer.get(name, set())
                found.setdefault(noun, set()).add(next(iter(first)) if len(first) == 1 else name)
            if " " in name:
                longer.setdefault(name.split(" ")[0], set()).add(name)
        found[_ANY] |= {n for noun, several in found.items() if noun in self._trades() for n in several}
        found[_ANY] |= _headed(self.people, self.context)
        return {noun: _whole(several) for noun, several in found.items()}

    def _trades(self) -> frozenset[str]:
        return (self.context.words.sets["firms"] | _KINDS) - _NO_TRADE

    def _body(self, name: str, people: set[str]) -> str:
        """A name as a body bears it; empty for a person's, a place's, or an office in capitals."""
        name = without_head(name.removeprefix("The ").rstrip("."), self.context.words)
        words, first = self.context.words, name.split(" ")[0]
        if name.endswith(_OWNED):
            name = name[:-2]
        if first in people or first in words.not_names or words.kind(first) in ("title", "stop"):
            return ""
        if words.is_given(first) and not words.bodies & set(name.split(" ")[1:]):
            return ""
        return name if len(name) > 2 else ""

    def _nouns(self, match: re.Match[str], name: str) -> list[str]:
        text, nouns = (
            self.context.text,
            self.context.words.sets["firms"] | _KINDS | self.context.words.sets["plain_bodies"],
        )
        if match.start() in self.context.starts and match.start(1) + len(name) in self.context.ends:
            return []
        ahead = _AHEAD.search(text, max(0, match.start() - 24), match.start())
        behind = _BEHIND.match(text, match.start(1) + len(name), match.end() + 70)
        found = [m.group(1).lower() for m in (ahead, behind) if m is not None]
        if self._is_firm(name, match.start(1) + len(name)):
            found.append("company")
        return [noun for noun in found if noun in nouns]

    def _is_firm(self, name: str, end: int) -> bool:
        """`Norland Steel`, and `Norma`, whose are shares or sales."""
        own, sets = _OWN.match(self.context.text, end), self.context.words.sets
        if own is not None and own.group(1) in sets["of_a_firm"]:
            return True
        return " " in name and name.split(" ")[-1].lower() in sets["whole_firms"]


_ANY = "any firm"


def _headed(people: Iterable[Person], context: Context) -> set[str]:
    """The firms whose chief executive the article has."""
    heads = context.words.sets["of_firms"]
    held = (r for person in people for r in person.readings if r.title.lower() in heads)
    return {r.organization for r in held if r.organization[:1].isupper()}


def _whole(names: set[str]) -> set[str]:
    """Each body once, in full: `Carpa` beside `Carpa Works` is the same."""
    return {
        name for name in names if not any(other != name and other.startswith(f"{name} ") for other in names)
    }


def thing_meant(noun: str, context: Context) -> str:
    """`the hospital` that somebody heads: by the one name with that word, else so; empty for what has no head."""
    return (_bearing(noun, context) or noun) if noun in context.words.sets["headed_things"] else ""


def common_noun(begin: int, end: int, context: Context) -> str:
    """The last `the company` of a stretch; empty for none."""
    nouns = context.words.sets["firms"] | _KINDS | context.words.sets["plain_bodies"]
    nouns |= context.words.sets["headed_things"]
    found = [word for m in _COMMON.finditer(context.text, begin, end) for word in m.groups() if word in nouns]
    return found[-1] if found else ""


def settle_named(reading: Reading, namings: Namings) -> Reading:
    """`head of the company`, `the commission's chair`: of the one that the article has named."""
    noun, context = reading.organization, namings.context
    if not noun.islower() or " " in noun or not noun.isalpha():
        return reading
    name = namings.called(noun) or _bearing(noun, context) or _in_words(noun, reading.start, context)
    return reading._replace(organization=name) if name else reading


def _bearing(noun: str, context: Context) -> str:
    """`this centre`: the one name with that word, `Centre for Fair Roads`; empty where there are more."""
    word = noun.capitalize()
    told = (part for m in _NAMED.finditer(context.text) for part in _SENTENCES.split(m.group(1)))
    found = {part.removeprefix("The ").rstrip(".") for part in told}
    names = {n.removesuffix("'s").removesuffix("’s") for n in found if " " in n and word in n.split(" ")}
    names = {n for n in names if n.startswith((f"{word} of", f"{word} for")) or n.endswith(f" {word}")}
    return names.pop() if len(names) == 1 else ""


_KIND = re.compile(r"\b(?:[Tt]he|[Tt]heir|[Ii]ts|[Aa]n?) ((?:[a-z]+ )?[a-z]+) $")


def kind_of(noun: str, at: int, context: Context) -> str:
    """`the agency`, told of before as `the health agency`: the one kind that the article tells; empty for more."""
    text = context.text
    if noun not in context.words.sets["plain_bodies"] or noun in context.words.sets["firms"]:
        return ""
    found = {
        f"{m.group(1).split(' ')[-1]} {noun}"
        for n in re.finditer(rf"\b{noun}\b", text[:at])
        if (m := _KIND.search(text, max(0, n.start() - 40), n.start()))
    }
    plain = {kind for kind in found if kind.split(" ")[0] not in _LOOSE}
    return plain.pop() if len(plain) == 1 else ""


_LOOSE = frozenset(
    "new old same other whole first second third big small local national state own former main entire young largest"
    " only said told and for with from that this".split()
)
_SENTENCES = re.compile(r"(?<=[a-z]{2})\. ")
"""`since May. The Lund Museum`: a name of the sentence behind."""


def _in_words(noun: str, at: int, context: Context) -> str:
    """`the programme`, first told of as `a malaria vaccination programme`."""
    if noun not in context.words.sets["headed_things"]:
        return ""
    if owned := re.findall(rf"\b([A-Z]\w+['’]s (?:[a-z-]+ ){{1,3}}{noun})\b", context.text[:at]):
        return str(owned[-1])
    first = re.search(
        rf"\b(?:the|an?|its) ((?:[a-z-]+ )?[a-z]+ing |(?:[a-z]+ )?[a-z]+tion ){noun}\b", context.text[:at]
    )
    return f"{first.group(1)}{noun}" if first else ""
