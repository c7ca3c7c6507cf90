"""What a web page puts around its article, told by where it stands: the headline, names, what follows the end.

No list names every menu, so lines count by form and place: before the first sentence, beside the day, after the last
paragraph. A line that ends like a sentence is never set apart here.
"""

import re
from collections.abc import Sequence

from site_gen.lexicon import Lexicon
from site_gen.load.authors import author_names, is_given, is_person
from site_gen.load.captions import caption_rule, credit_start
from site_gen.load.dateline import find_dateline
from site_gen.load.headings import in_title_case, is_chain, looks_like_heading, without_site
from site_gen.load.letterhead import below_letterhead, names_outlet, signed_below_day
from site_gen.load.lines import folded
from site_gen.load.units import Unit, is_item

_MENU = 80
"""Lines of a menu at most before an article's first sentence."""
_LONG = 200
_WORDS = 4
"""Words of a headline; a line of fewer may name a section or the outlet."""
_STOPS = (".", "!", "?", "…", '"', "”", "’", ")")
_FIGURES = re.compile(r"[\W\d_]{1,40}[kmx]?", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{3,500}|[\w.+-]{1,64}@[\w.-]{3,100}", re.IGNORECASE)
_NAME = re.compile(
    r"[A-Z][\w.'’-]{0,24}(?: (?:[A-Z][\w.'’-]{0,24}|de|da|del|van|von|der|den|al|bin|la|le|el|ibn)){1,4}"
    r"(?: in [A-Z][\w.'’ -]{1,40})?(?:,? and [A-Z][\w.'’-]{0,24}(?: [A-Z][\w.'’-]{0,24}){1,3})?"
)
_ROLE = re.compile(
    r"(?:[A-Z][\w.'’&-]{0,24},? ){0,5}(?:correspondent|reporter|editor|columnist|writer|bureau chief)s?"
    r"(?:(?:,| in| for|,? at) [A-Z][\w.'’ -]{1,40})?",
    re.IGNORECASE,
)
_FROM = re.compile(r"in [A-Z][\w.'’ -]{1,40}(?:, [A-Z][\w.'’ -]{1,40})?")
_TITLED = re.compile(
    rf"(?:{_NAME.pattern}), (?:(?i:{_ROLE.pattern})|(?:[A-Z][\w.'’&-]{{0,24}} ){{1,5}}[Ss]taff)"
)
_LIFE = re.compile(r" (?:is|was|covers|writes|reports|has|teaches|works|edits|leads)\b")
_CITY_ALONE = re.compile(r"(?:[A-Z][\w.'’&/-]{0,20},? ?){1,5}(?:\([\w ./&-]{2,30}\) ?)?[—–-]")
_PULLED = re.compile(r"[“\"‘']?(?:They|He|She|It|We|I|His|Her|Their)\b(?!['’])")
"""A line that begins so and stands in the report again is no headline."""
_LIFE_MOST = 400
_SAYS_WHEN = frozenset({"published", "reading-time", "byline"})


def formed(text: str, units: Sequence[Unit]) -> list[Unit]:
    """`units` with bare figures and addresses as furniture."""
    return [u if u.rule else u._replace(rule=_by_form(text[u.start : u.end])) for u in units]


def ended(text: str, units: Sequence[Unit], lexicon: Lexicon) -> list[Unit]:
    """`units` with what follows the end of the article, after a line of the page, as furniture."""
    found = list(units)
    last = next((n for n in reversed(range(len(found))) if _is_prose(text, found[n], lexicon)), len(found))
    over = False
    for n in range(last + 1, len(found)):
        over = over or bool(found[n].rule)
        if over and not found[n].rule and not _kept_after_end(text, found[n], lexicon):
            found[n] = found[n]._replace(rule="after-end")
    return found


def headline_at(text: str, units: Sequence[Unit], lists: frozenset[str], lexicon: Lexicon) -> int | None:
    """The number of the line that is the headline, among those before the first sentence."""
    first = opening_at(text, units, lexicon)
    if not 0 < first < min(_MENU, len(units)):
        return None
    heads = [n for n in range(first) if _may_head(text, units[n])]
    loose = [n for n in heads if not units[n].rule]
    listed = [n for n in heads if units[n].rule in lists]
    lines = [(n, text[units[n].start : units[n].end]) for n in loose]
    loose = below_letterhead(lines, lexicon)
    chosen = _below_day(units, lines, first)
    if chosen is None:
        chosen = _chosen(text, units, loose, first) if loose else None
    if chosen is None or (len(text[units[chosen].start : units[chosen].end].split()) < _WORDS and listed):
        chosen = _last_long(text, units, listed, first) or chosen
    return chosen if chosen is None else _last_copy(text, units, chosen, heads)


def _below_day(units: Sequence[Unit], lines: Sequence[tuple[int, str]], first: int) -> int | None:
    day = next((n for n in range(first) if units[n].rule == "published"), None)
    signed = [n for n in range(first) if units[n].rule.startswith("byline")]
    return signed_below_day(lines, day, signed) if day is not None else None


def opening_at(text: str, units: Sequence[Unit], lexicon: Lexicon) -> int:
    """The number of the first sentence; how many units there are, where none is one."""
    prose = (n for n, unit in enumerate(units) if _is_prose(text, unit, lexicon))
    wordy = (n for n, u in enumerate(units) if not u.rule and not _may_head(text, u) and _wordy(text, u))
    return next(prose, next(wordy, len(units)))


def signed(text: str, units: Sequence[Unit], title: int | None, lexicon: Lexicon) -> list[Unit]:
    """`units` with the names and ranks of those who wrote, between headline and first sentence, as bylines."""
    found = list(units)
    first = opening_at(text, units, lexicon)
    for n in range(_first_copy(text, units, title), min(first, len(units))):
        if found[n].rule:
            continue
        line = text[units[n].start : units[n].end]
        if _TITLED.fullmatch(line) and _names(line.partition(",")[0], lexicon):
            found[n] = found[n]._replace(rule="byline-name")
        elif _ROLE.fullmatch(line) or (
            n and found[n - 1].rule.startswith("byline") and _FROM.fullmatch(line)
        ):
            found[n] = found[n]._replace(rule="byline-rank")
        elif _names(line, lexicon) and _beside(text, found, n, first) and not _told_of(line, text, lexicon):
            found[n] = found[n]._replace(rule="byline-name")
        elif _named_outlet(text, found, n, title, first, lexicon) or (
            n + 1 == first and _CITY_ALONE.fullmatch(line) and not _is_dateline(text, units[n], lexicon)
        ):
            found[n] = found[n]._replace(rule="outlet")
    return _without_credits(text, _without_lives(text, found, first, lexicon), first, lexicon)


def _named_outlet(
    text: str, units: Sequence[Unit], n: int, title: int | None, first: int, lexicon: Lexicon
) -> bool:
    """An outlet's or an agency's name alone, between the headline and the day."""
    below = title is not None and n > title and _beside(text, units, n, first)
    return below and names_outlet(text[units[n].start : units[n].end], lexicon)


def _without_credits(text: str, units: Sequence[Unit], first: int, lexicon: Lexicon) -> list[Unit]:
    """`units` with lines that are one name, of whom the article says nothing, as furniture: who took a picture."""
    return [
        u._replace(rule="credit") if n > first and not u.rule and _unknown_name(text, u, lexicon) else u
        for n, u in enumerate(units)
    ]


def _unknown_name(text: str, unit: Unit, lexicon: Lexicon) -> bool:
    line = text[unit.start : unit.end]
    words = line.split()
    if not (2 <= len(words) <= 4 and _NAME.fullmatch(line) and is_given(words[0], lexicon)):
        return False
    return is_person(line, lexicon) and text.count(words[-1]) == 1


def _without_lives(text: str, units: Sequence[Unit], first: int, lexicon: Lexicon) -> list[Unit]:
    """`units` with what is said of the writers after the end (`A. Writer is the author of ...`) as furniture."""
    signed_by = (text[u.start : u.end] for u in units[:first] if u.rule in ("byline", "byline-name"))
    names = tuple(name for line in signed_by for name in author_names(line))
    found = list(units)
    for n in reversed(range(first + 1, len(units))):
        line = text[units[n].start : units[n].end]
        told = next((name for name in names if line.startswith(name)), "")
        if units[n].rule:
            continue
        if told and len(line) <= _LIFE_MOST and (line == told or _LIFE.match(line, len(told))):
            found[n] = found[n]._replace(rule="about-author")
        elif _is_prose(text, units[n], lexicon):
            break
    return found


def _names(line: str, lexicon: Lexicon) -> bool:
    names = author_names(line) if _NAME.fullmatch(line) else ()
    return bool(names) and all(is_person(name, lexicon) for name in names)


def _told_of(line: str, text: str, lexicon: Lexicon) -> bool:
    """Whether the article says `the Harbour Bears`: above its day they are no writer, but what it is about."""
    return not is_given(line.split(" ", 1)[0], lexicon) and (f" the {line}" in text or f"The {line}" in text)


def _is_dateline(text: str, unit: Unit, lexicon: Lexicon) -> bool:
    return find_dateline(text, unit.start, unit.end, lexicon) is not None


def _by_form(line: str) -> str:
    if len(line) <= _WORDS * 10 and not is_item(line[:_WORDS]) and _FIGURES.fullmatch(line):
        return "figures-alone"
    return "address" if _ADDRESS.fullmatch(line) else ""


def _is_prose(text: str, unit: Unit, lexicon: Lexicon) -> bool:
    """Whether a unit is a sentence of the article: long, or closed like one; no furniture, no caption."""
    line = text[unit.start : unit.end]
    closed = line.endswith(_STOPS) and len(line.split()) >= _WORDS
    formed = len(line) > _LONG or (closed and not looks_like_heading(line, 30, _LONG))
    return formed and not (unit.rule or caption_rule(line) or credit_start(line, lexicon) < len(line))


def _wordy(text: str, unit: Unit) -> bool:
    return len(text[unit.start : unit.end].split()) > 2 * _WORDS


def _kept_after_end(text: str, unit: Unit, lexicon: Lexicon) -> bool:
    """A caption, an item of a list, or words enough for a sentence without its stop."""
    line = text[unit.start : unit.end]
    return is_item(line[:_WORDS]) or len(line.split()) > 3 * _WORDS or credit_start(line, lexicon) < len(line)


def _may_head(text: str, unit: Unit) -> bool:
    line = text[unit.start : unit.end]
    if _PULLED.match(line) and text.find(line, unit.end) >= 0:
        return False  # a sentence of the report, set large
    shaped = is_chain(line) or looks_like_heading(without_site(line), 30, 200)
    return shaped and not (is_item(line) or caption_rule(line) or _TITLED.fullmatch(line))


def _chosen(text: str, units: Sequence[Unit], loose: Sequence[int], first: int) -> int:
    """The first line of some words; where all are short, the one above the day or the names, else the first."""
    plain = [n for n in loose if not is_chain(text[units[n].start : units[n].end])] or list(loose)
    long = next((n for n in plain if len(text[units[n].start : units[n].end].split()) >= _WORDS), None)
    if long is not None:
        return _below_section(text, units, plain, long)
    said = next((n for n in range(plain[0], first) if units[n].rule in _SAYS_WHEN), None)
    return next((n for n in reversed(plain) if said is not None and n < said), plain[0])


def _below_section(text: str, units: Sequence[Unit], plain: Sequence[int], long: int) -> int:
    """The line under `PRESS RELEASE` and its like, where what stands above that is a name in title case."""
    if not in_title_case(text[units[long].start : units[long].end]):
        return long
    section = next((n for n in range(long + 1, plain[-1]) if units[n].rule == "section"), plain[-1])
    below = (n for n in plain if n > section and len(text[units[n].start : units[n].end].split()) >= _WORDS)
    return next((n for n in below if not in_title_case(text[units[n].start : units[n].end])), long)


def _last_long(text: str, units: Sequence[Unit], listed: Sequence[int], first: int) -> int | None:
    """The last long line of a list of links before the day, the names or the first sentence."""
    said = next((n for n in range(first) if units[n].rule in _SAYS_WHEN), first)
    long = [n for n in listed if n < said and len(text[units[n].start : units[n].end].split()) >= _WORDS]
    return long[-1] if long else None


def _last_copy(text: str, units: Sequence[Unit], chosen: int, heads: Sequence[int]) -> int:
    """The headline itself, where a trail of links above it names it, too."""
    words = folded(text[units[chosen].start : units[chosen].end])
    return max(n for n in heads if folded(text[units[n].start : units[n].end]) == words)


def _first_copy(text: str, units: Sequence[Unit], title: int | None) -> int:
    """Where the headline, or a trail of links that names it, stands first; 0 where there is none."""
    if title is None:
        return 0
    words = folded(text[units[title].start : units[title].end])
    return next(n for n in range(title + 1) if folded(text[units[n].start : units[n].end]) == words)


def _beside(text: str, units: Sequence[Unit], n: int, first: int) -> bool:
    """Whether the day, the time to read, a rank, or `By` stands next to a line of the head."""
    near = [m for m in (n - 1, n + 1) if 0 <= m < first]
    return any(
        units[m].rule in ("published", "reading-time", "byline-rank", "byline-label")
        or (not units[m].rule and _ROLE.fullmatch(text[units[m].start : units[m].end]))
        for m in near
    )
