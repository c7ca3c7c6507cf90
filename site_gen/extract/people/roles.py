"""Titles that are what somebody does, and no office."""

from site_gen.extract.people.vocabulary import Vocabulary
from site_gen.text.lists import joined


def is_role(title: list[str], words: Vocabulary, country: str = "") -> bool:
    """Whether a title is what somebody does, and no office."""
    last = title[-1].lower()
    if last not in words.roles:
        return False
    if last == "attorney" and title[-1] != last and country.lower() in words.sets["attorneys_of"]:
        return False
    if len(title) < 2 or last not in _OFFICE_BY:
        return True
    return title[-2].lower() not in words.sets[_OFFICE_BY[last]]


_OFFICE_BY = {
    "executive": "executives",
    "attorney": "attorneys",
    "master": "masters",
    "member": "memberships",
    "partner": "partners",
    "teacher": "heads_of_schools",
    **dict.fromkeys(("scientist", "engineer", "architect", "analyst", "investigator"), "chiefs"),
    **dict.fromkeys(("editor", "coach", "physician", "pilot", "curator"), "heads_of"),
}
"""Roles that are an office with one of these words before them: `chief engineer`, `harbour master`."""


_PARLIAMENT = frozenset({"parliament"})


def holds(title: list[str], organization: str, place: str, words: Vocabulary) -> bool:
    """Whether a role is an office by what is named behind it: `editor of the Courier`, `member of the board`."""
    if (organization or place) and title[-1].lower() in words.sets["with_body"]:
        return True
    said = [word.lower() for word in (*title, *organization.split()[-1:])]
    boards = joined(words.sets["memberships"], _PARLIAMENT)
    return "member" in said[:-1] and not boards.isdisjoint(said[said.index("member") :])


def paired(low: str, follow: str, words: Vocabulary) -> bool:
    """`harbour` of `harbour master`, `state's` of `state's attorney`: of a title only before that word."""
    legal = low in ("state's", "state’s") and follow in ("attorney", "prosecutor")
    return legal or (follow == "master" and low in words.sets["masters"])


def is_envoy(title: list[str], words: Vocabulary) -> bool:
    """Whether an office is held in a place that is not whose it is: `its ambassador in Lima`."""
    envoys = words.sets["envoys"]
    return title[-1].lower() in envoys or " ".join(title[-2:]).lower() in envoys
