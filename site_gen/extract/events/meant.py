"""`The federation meets in May`: the name of the body that a bare noun at the start of a title stands for."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from site_gen.extract.agreements.mention import Clause
from site_gen.extract.events.scene import Scene
from site_gen.extract.events.words import EventWords
from site_gen.text.document import Sentence

_BARE = re.compile(r"(?:The|Its|Their) (?P<noun>[a-z-]{4,20})(?= [a-z])")
_RUN = re.compile(r"(?<![\w’'-])[A-Z][\w’'&-]{0,30}(?: (?:(?:of|for|and|the) ){0,2}[A-Z][\w’'&-]{0,30}){1,7}")
_OWNER = re.compile(r"[\w-]+['’]s? (?=\S+ \S)")
_LAST_OF = re.compile(r"^.* of (?:the )?|^The ")
_SUBJECT = re.compile(r"(?:Shares in )?(?P<name>[A-Z][\w’&-]{2,30}(?: [A-Z][\w’&-]{1,30}){0,3})(?=,? [a-z])")


_WORD = re.compile(r"(?<![\w’'-])[a-z-]{2,}")


def with_name(title: str, clause: Clause, scene: Scene, events: EventWords) -> str:
    """The title with the name of the body that opens it as a noun; as it is, where that may be two."""
    found = _BARE.match(title)
    if found is None or clause.heading:
        return title
    noun = found["noun"]
    if noun in events.lists["bodies_by_noun"]:
        name = _named(noun, scene.doc.reading)
    else:
        name = _before(clause, scene) if noun in events.lists["firm_by_noun"] else ""
    return f"{name}{title[found.end() :]}" if name else title


@lru_cache(maxsize=64)
def _named(noun: str, text: str) -> str:
    """The one name of an article that a noun ends or heads (`federation`, `ministry`); empty for another's too."""
    names = _by_noun(text).get(noun, frozenset())
    return "" if not names or _other(noun, text) else _one(names)


@lru_cache(maxsize=2)
def _by_noun(text: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for run in _RUN.finditer(text):
        for noun, name in _forms(run.group()):
            found[noun].add(name)
    return {noun: frozenset(names) for noun, names in found.items()}


def _forms(run: str) -> Iterator[tuple[str, str]]:
    head, of, _ = run.partition(" of ")
    if of and " " not in head.removeprefix("The "):
        name = run.removeprefix("The ")
        yield name.partition(" ")[0].lower(), f"The {name}"
    name = _LAST_OF.sub("", run)
    name = _OWNER.sub("", name) if name.count(" ") > 1 else name
    if " and the " not in name and " " in name:
        yield name.rpartition(" ")[2].lower(), f"The {name}"


def _one(names: frozenset[str]) -> str:
    """The longest of some names that end alike; empty for two."""
    longest = max(names, key=lambda name: (len(name), name))
    return longest if all(longest.endswith(name.removeprefix("The")) for name in names) else ""


def _other(noun: str, text: str) -> bool:
    """Whether the noun is said of another too, in small letters: `the city council`, `a council`."""
    said = re.compile(rf"(?<![\w’'-])(?P<word>[a-z-]{{1,20}}) {noun}(?![\w’'-])")
    return any(found["word"] not in _SAME for found in said.finditer(text))


_SAME = frozenset("the this that its their his her our of by with to for from said says".split())


def _before(clause: Clause, scene: Scene) -> str:
    """The name that opens the sentence before, or the paragraph before if the title of the report has it too."""
    doc, number = scene.doc, scene.doc.sentence_at(clause.starts[0])
    if number < 1 or clause.keys[0] != "the":
        return ""
    here, before = doc.sentences[number], doc.sentences[number - 1]
    if before.block == here.block:
        return _opening(before, scene)
    first = next((s for s in doc.sentences[max(0, number - 6) : number] if s.block == before.block), before)
    name = _opening(first, scene)
    title = doc.article.title_span
    return name if name and title and name in doc.reading[title.start : title.end] else ""


def _opening(sentence: Sentence, scene: Scene) -> str:
    """The name with which a sentence opens, of nobody and no place."""
    found = _SUBJECT.match(scene.doc.reading, sentence.start, sentence.end)
    if found is None or scene.between(sentence.start, found.end()):
        return ""
    name = found["name"]
    small = name.partition(" ")[0].lower()
    common = " " not in name and (small in _OPENERS or small in _small(scene.doc.reading))
    return "" if common else name


@lru_cache(maxsize=2)
def _small(text: str) -> frozenset[str]:
    """The words of an article that it has in small letters."""
    return frozenset(_WORD.findall(text))


_OPENERS = frozenset(
    "the this that these those some many most several both its his her their they she there here what when where"
    " after before while since although though because but and yet for from with under over until only also not"
    " nobody neither either each every all one two three workers police officials members".split()
)
