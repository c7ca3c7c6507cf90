"""Agencies that an article says it has something from: `Nordic Wire reports`, `as reported by NW`."""

import re

from site_gen.extract.names import UPPER

_RUN = rf"[{UPPER}][\w&.-]*(?: [{UPPER}][\w&.-]*){{0,4}}"
_REPORTS = re.compile(
    rf"\b({_RUN})(?:, which [^,.\n]{{3,60}},)? (?:reports|reported|has reported|had reported|writes)(?=[.,;)\s])"
)
_BY = re.compile(
    r"\b(?:reported by|reports by|according to|writes|wrote|reports|said|quoted by|a report by|a report from) "
    rf"(?:the )?(?:news )?(?:agency )?({_RUN})"
)
_MOST = 12


def credited_in(text: str) -> tuple[str, ...]:
    """The names, folded, that may be agencies: who reads them knows which of them sign reports."""
    found = {m.group(1) for pattern in (_REPORTS, _BY) for m in pattern.finditer(text)}
    names = {name.partition(". ")[0].rstrip(".").removeprefix("The ").casefold() for name in found}
    return tuple(sorted(names))[:_MOST]


def is_credited(agencies: frozenset[str], credited: tuple[str, ...]) -> bool:
    """Whether one of the agencies is among the names, in full or by its initials."""
    short = {"".join(word[0] for word in name.split()) for name in credited if " " in name}
    return any(agency in credited or agency in short for agency in agencies)
