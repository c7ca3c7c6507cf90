"""What an office is for: `for Trade and Industry`, `of emergency management`."""

import re

from msgspec import Struct

from site_gen.extract.people.body_names import SHORT_FORM
from site_gen.extract.people.vocabulary import Vocabulary

FUNCTION = frozenset(
    "of that which whose where with and in on by for as at from to who whom when while but or not also was is"
    " are were has had have be been will would could if so than into about after before against over".split()
)
_WORD = re.compile(r"[^\s,;:()“”\"—–]+")
_LIMIT = 16


class Part(Struct, frozen=True):
    """A word of a phrase."""

    start: int
    end: int
    text: str

    @property
    def bare(self) -> str:
        """The word without the full stop of a short form."""
        return self.text.rstrip(".") if self.text.count(".") == 1 else self.text


def parts_of(start: int, limit: int, text: str) -> list[Part]:
    """The words of a phrase, up to a mark."""
    found: list[Part] = []
    for match in _WORD.finditer(text, start, limit):
        if found and text[found[-1].end : match.start()].strip():
            break
        word = match.group()
        if word.endswith(".") and word[:-1].islower() and len(word) > SHORT_FORM + 1:
            word = word[:-1]  # the end of a sentence
        found.append(Part(match.start(), match.start() + len(word), word))
        if len(found) == _LIMIT:
            break
    return found


def portfolio(parts: list[Part], at: int, words: Vocabulary) -> int:
    """How many words at `at` are a title's last: `State`, `the Joint Chiefs of Staff`."""
    for length in range(7, 0, -1):
        phrase = " ".join(part.text for part in parts[at : at + length])
        if at + length <= len(parts) and phrase.lower() in words.portfolios:
            described = phrase.islower() and any(
                part.text[0].isupper() for part in parts[at + length : at + length + 1]
            )
            if described or _goes_on(parts, at + length, words) or _committee(parts, at + length):
                return (
                    0  # `leader of the opposition Labour Party`, `of the Senate Foreign Relations Committee`
                )
            return length + (_departments(parts, at + length, words) if phrase.islower() else 0)
    return _departments(parts, at, words)


def remit(title: list[str], parts: list[Part], at: int, text: str, words: Vocabulary) -> int:
    """How many words at `at` tell what a title is of or for."""
    if title[-1].lower() in words.sets["of_firms_alone"] and _names_body(parts, at):
        return 0
    return portfolio(parts, at, words) or _plain_remit(title, parts, at, text, words)


def served(title: list[str], parts: list[Part], at: int, words: Vocabulary) -> int:
    """`to the president` behind `adviser`, `to the governor on works`: how many words at `at` tell whom it serves."""
    if parts[at].text != "to" or title[-1].lower() not in words.sets["serving"]:
        return 0
    head = at + 1 + (parts[at + 1].text.lower() in ("the", "his", "her", "its", "their"))
    while head + 1 < len(parts) and _describes(parts[head].bare.lower(), words):
        head += 1
    if head >= len(parts) or not _is_served(parts[head].bare.lower(), words):
        return 0
    named = head + 1 < len(parts) and head == at + 1 and parts[head + 1].text[0].isupper()
    return 0 if named else head + 1 - at + _on(parts, head + 1)


def _describes(low: str, words: Vocabulary) -> bool:
    return low in words.modifiers and low not in words.heads


def _is_served(low: str, words: Vocabulary) -> bool:
    return low in words.heads or low in words.sets["served"]


def _on(parts: list[Part], at: int) -> int:
    """`on works`, to the phrase's end: how many words."""
    rest = parts[at:]
    plain = all(part.text.replace("-", "").isalpha() for part in rest)
    return len(rest) if len(rest) in (2, 3, 4) and rest[0].text == "on" and plain else 0


def _names_body(parts: list[Part], at: int) -> bool:
    """`chief executive of Sport Singapore`: two words in capitals beside each other are a body's name."""
    return at + 1 < len(parts) and parts[at].text.istitle() and parts[at + 1].text.istitle()


def _plain_remit(title: list[str], parts: list[Part], at: int, text: str, words: Vocabulary) -> int:
    """`research` of `head of research at Norma`, `consumer safety`: how many words behind `of`; a body is none."""
    if parts[at - 1].text != "of" or title[-1].lower() not in words.sets["remitted"]:
        return 0
    if words.plain_body.match(f"the {text[parts[at].start : parts[-1].end]}"):
        return 0
    length = next((n for n, part in enumerate(parts[at : at + _REMIT]) if not _in_remit(part.text)), _REMIT)
    length = min(length, len(parts) - at)
    behind = parts[at + length].text if at + length < len(parts) else "at"
    return length if length > 0 and behind in _BEHIND_REMIT else 0


def _in_remit(word: str) -> bool:
    return word.islower() and word not in _NO_REMIT and word.replace("-", "").isalpha()


_REMIT = 3
_BEHIND_REMIT = frozenset({"at", "for", "of", "in", "and"})
_NO_REMIT = frozenset(
    "the a an its his her their our at for of in and that which who is was has had to from this those both several"
    " one two three some many all".split()
)
_CHAMBERS = frozenset({"Senate", "House", "Parliament", "Commons", "Lords"})


def _goes_on(parts: list[Part], at: int, words: Vocabulary) -> bool:
    """Whether capitals follow up to the last word of a body's name."""
    if parts[at - 1].text not in _CHAMBERS:
        return False
    for part in parts[at : at + 5]:
        if not (part.text[0].isupper() or part.text in ("and", "&")):
            return False
        if part.bare in words.bodies:
            return True
    return False


def _committee(parts: list[Part], at: int) -> bool:
    """`the Senate budget committee`, `the House committee on energy`: what is meant is a part of the chamber."""
    if parts[at - 1].text not in _CHAMBERS:
        return False
    said = [part.text for part in parts[at : at + 4]]
    return any(word in _PARTS and all(w.islower() for w in said[:n]) for n, word in enumerate(said))


_PARTS = frozenset({"committee", "subcommittee", "panel", "commission"})


def second_remit(parts: list[Part], at: int, words: Vocabulary) -> int:
    """`and Industry` of `Minister for Trade and Industry`: how many words; 0 where another office follows."""
    if at + 1 >= len(parts) or parts[at].text not in ("and", "&"):
        return 0
    if not parts[at + 1].text[0].isupper():
        return 2 * (at + 2 == len(parts) and parts[at + 1].text in words.portfolios)
    known = parts[at + 1].text.lower() in words.modifiers or parts[at + 1].text.lower() in words.portfolios
    behind = parts[at + 2].text.lower() if at + 2 < len(parts) else ""
    if at + 2 < len(parts) and known and parts[at + 2].text[0].isupper() and behind not in words.heads:
        whole = _describes(behind, words) or not _goes_past(parts, at + 3)
        return 3 if whole else 2  # `and Regional Integration`
    return 2 * ((known or not behind) and behind not in words.heads)


def _goes_past(parts: list[Part], at: int) -> bool:
    """Whether a further word in capitals follows."""
    return at < len(parts) and parts[at].text[0].isupper()


def _departments(parts: list[Part], at: int, words: Vocabulary) -> int:
    """`emergency management`, the `relations` of `labour relations`: how many words."""
    said = [part.text for part in parts[at : at + 3]]
    known = [word in words.sets["departments"] or word in words.sets["describing"] for word in said]
    length = (*known, False).index(False)
    while length and said[length - 1] in words.sets["describing"]:
        length -= 1  # `leader of rural voters`
    return length


def more_of_title(parts: list[Part], at: int, words: Vocabulary) -> bool:
    """Whether the title's next word is of it too: `press secretary`, `chief executive officer`."""
    following = [part.bare.lower() for part in parts[at + 1 : at + 3]]
    if not following or parts[at + 1].text[0].isupper() != parts[at].text[0].isupper():
        return False
    if following[0] in words.heads or following[0] in words.roles:
        return True
    return len(following) == 2 and following[0] in words.modifiers and following[1] in words.heads


def unnamed(parts: list[Part]) -> list[str]:
    """`of the resort`, `for print`, to the phrase's end: what it is of, and what it is for, without a name."""
    said = [part.text for part in parts]
    plain = [word.isalpha() and word.islower() and word not in FUNCTION for word in said]
    if (
        said[0] == "of"
        and said[1:2] in (["the"], ["its"], ["a"], ["an"])
        and 2 < len(said) < 5
        and all(plain[2:])
    ):
        return [""]
    return said if said[0] == "for" and 1 < len(said) < 4 and all(plain[1:]) and said[1] != "the" else []


def unranked(title: list[str], words: Vocabulary) -> list[str]:
    """A title without its place in time: `the mission's first chief`, but `the first minister`, `the first deputy`."""
    counted = len(title) > 1 and title[0] in _ORDINALS and title[1] not in words.sets["ranked"]
    return title[1:] if counted else title


_ORDINALS = frozenset({"first", "second", "third"})


def opens_body(parts: list[Part], at: int, words: Vocabulary) -> bool:
    """`the Democratic Forum's spokeswoman`: an adjective in capitals before a body's last word is of its name."""
    if not parts[at].text[0].isupper() or at + 1 >= len(parts):
        return False
    return parts[at + 1].bare.removesuffix("'s").removesuffix("’s") in words.bodies
