"""Lines of an article's head that say when it was published: `Desk, 4 March 2031`, `4 March 2031, 7:14 PM GMT`."""

import re
from collections.abc import Sequence
from itertools import takewhile

from site_gen.lexicon import Lexicon
from site_gen.load.days import Day, read_day
from site_gen.load.papers import names_paper

_TRIGGER = re.compile(r"(?:19|20)\d\d")
_TIME = re.compile(
    r"(?:\bat )?\b\d{1,2}(?:[:.]\d\d){1,2}(?:\s?[ap]\.?m\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?"
    r"|\b(?:GMT|UTC|IST|BST|CET|CEST|E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|WAT|EAT|SAST|JST|KST|SGT|HKT|AEDT|AEST|hrs?)\b"
    r"|[+-]\d{1,2}:?\d\d\b|\b\d{1,2} min(?:ute)?s?(?: read)?\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?")
_LABEL = re.compile(
    r"\b(?:first |last )?(?:published|posted|updated|issued|released|filed|dated?|modified|created)\b(?: on| at)?:?"
    r"|\b(?:issue|edition|number|round-?up|digest|bulletin|briefs?|summary|review|week)"
    r"(?: (?:no\.? ?)?\d[\d/]*)? (?:of|for)(?=\s)"
    r"|\b(?:case|working|policy|research|briefing|discussion|technical|country|staff|market)"
    r" (?:notes?|papers?|memos?|briefs?|reports?)(?: no\.?)? ?\d[\d/]*",
    re.IGNORECASE,
)
_PAGE = re.compile(r"\b(?:pages?|pp?\.|no\.|issue|vol(?:ume|\.)) ?[A-Z]?\d[\d/–-]*", re.IGNORECASE)
_DESK = re.compile(
    r"\b(?:by|from|desk|staff|bureau|newsroom|correspondent|reporter|editor|agency|wire|web team)\b",
    re.IGNORECASE,
)
_LINKS = frozenset(
    "of the and for in on de la le du des del di da do dos das y e et und von van al el am an der den im".split()
)
_WORD = re.compile(r"[^\W\d_][\w'’.]*")
_MOST = 100
_OTHERS, _OTHERS_OF_PAPER = 6, 9
_HEAD = 80
"""Lines of an article's head at most, a page's menu among them."""
_WORDY = 6
_PARAGRAPH = 160
_TITLE = 3
_MONTH, _DAY = len("2031-05"), len("2031-05-03")
"""A periodical or a paper may be of a month; what else names a month alone may be of anything."""


def date_lines(lines: Sequence[tuple[str, str]], titled: bool, lexicon: Lexicon) -> frozenset[int]:
    """Numbers of those of `lines` (text, furniture rule) before the first paragraph that state the publication date.

    `titled` where the headline is known from elsewhere.
    """
    head = list(takewhile(lambda n: not _is_text(*lines[n]), range(min(_HEAD, len(lines)))))
    loose = [n for n in head if not lines[n][1]]
    dated = [n for n in loose if date_line(lines[n][0], True, lexicon)]
    headed = titled or any(len(lines[n][0].split()) >= _TITLE for n in loose if n not in dated)
    found = frozenset(n for n in dated if date_line(lines[n][0], headed, lexicon))
    stated = found or any(rule in ("published", "byline") and read_day(line) for line, rule in lines[:_HEAD])
    return found if stated else _late(lines, len(head))


def _late(lines: Sequence[tuple[str, str]], first: int) -> frozenset[int]:
    """The one line of a day alone, below the words under a headline or a picture: `4 March 2031`."""
    alone = [n for n, (line, rule) in enumerate(lines) if not rule and _is_day(line)]
    near = len(alone) == 1 and first <= alone[0] < min(first + _TITLE, len(lines) - 1)
    return frozenset(alone if near else ())


def _is_day(line: str) -> bool:
    day = read_day(line) if len(line) <= _MOST and _TRIGGER.search(line) else None
    if not isinstance(day, Day) or len(day.edtf) != _DAY:
        return False
    return not _WORD.search(_bare(line[: day.start] + line[day.end :]))


def _is_text(line: str, rule: str) -> bool:
    """Whether the article has begun: a long line, or a sentence of some words."""
    return not rule and (len(line) > _PARAGRAPH or (line.endswith(".") and len(line.split()) > _WORDY))


def date_line(line: str, sure: bool, lexicon: Lexicon) -> bool:
    """Whether a line of the head holds nothing but a date of publication, and who or where from.

    With `sure` a headline stands elsewhere; otherwise a title and a day, as in `Budget speech, 3 May 2031`, is none.
    """
    if len(line) > _MOST or line.endswith(("?", "!")) or not _TRIGGER.search(line):
        return False
    day, paper = read_day(line), names_paper(line, lexicon)
    if not isinstance(day, Day) or len(day.edtf) < (_MONTH if paper else _DAY):
        return False
    before, after = _bare(line[: day.start]), _bare(line[day.end :])
    words = [*_WORD.findall(before), *_WORD.findall(after)]
    if not words:
        return True
    apart = _parted(line[: day.start], line[day.end :], before, after)
    most = _OTHERS_OF_PAPER if paper else _OTHERS
    return apart and len(words) <= most and (_signed(line) or (sure and (_named(words) or paper)))


def _bare(words: str) -> str:
    for pattern in (_TIME, _WEEKDAY, _LABEL, _ARTICLE, _PAGE):
        words = pattern.sub(" ", words)
    return words


_ARTICLE = re.compile(r"\b(?:on )?the\s*$")
"""Before the day: `Friday the 13th of February`."""


def _parted(left: str, right: str, before: str, after: str) -> bool:
    """Whether a mark stands between the day and the other words."""
    ahead = (
        not _WORD.search(before)
        or left.rstrip().endswith(_MARKS)
        or bool(_LABEL.search(left))
        or _day_named(left)
    )
    behind = (
        not _WORD.search(after)
        or right.lstrip().startswith("by ")
        or right.lstrip().startswith(_MARKS)
        or bool(_TIME.match(right.lstrip()))
    )
    return ahead and behind


_MARKS = (",", "|", "-", "–", "—", ":", "·", "•", "/", ";", ")", "(", "]")


def _day_named(left: str) -> bool:
    """`..., Friday 3 May`: the weekday belongs to the day."""
    found = list(_WEEKDAY.finditer(left))
    return bool(found) and not _WORD.search(left[found[-1].end() :])


def _signed(line: str) -> bool:
    return bool(_DESK.search(line) or _LABEL.search(line))


def _named(words: list[str]) -> bool:
    return all(word[0].isupper() or word in _LINKS for word in words)
