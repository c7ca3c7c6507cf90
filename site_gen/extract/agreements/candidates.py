"""The places of a sentence that may name an agreement: capitalised names, and lower-case nouns."""

from collections.abc import Iterator

from msgspec.structs import replace

from site_gen.extract.agreements.described import is_signed, says_on_what
from site_gen.extract.agreements.half_named import half_named
from site_gen.extract.agreements.mention import SMALL, Clause, Mention, is_number, mention_of
from site_gen.extract.agreements.naming import left_edge, right_edge
from site_gen.extract.agreements.words import Words

_ELSEWHERE = frozenset({"Loi", "Lois"})  # `rue de la Loi` is no `LoI`
_DEFINITE = frozenset(
    {"the", "this", "that", "its", "their", "both", "these", "those", "said", "our", "his", "her"}
)


def find_candidates(clause: Clause, sentence: int, words: Words) -> Iterator[Mention]:
    """All mentions of a sentence, from left to right, none inside another."""
    done = -1
    for at, token in enumerate(clause.tokens):
        known = token.word not in _ELSEWHERE and (token.key in words.heads or token.word in words.typed)
        if at <= done or not known:
            continue
        found = _at_head(clause, sentence, at, done, words)
        if found:
            done = found.last
            yield found


def _at_head(clause: Clause, sentence: int, at: int, done: int, words: Words) -> Mention | None:
    token = clause.tokens[at]
    if token.cap and (clause.is_person(at) or token.key in words.lists["lower_only"]):
        return None
    if token.word in words.known:
        return _known(clause, sentence, at, words.known[token.word], words)
    if token.word in words.lists["series"]:
        return _series(clause, sentence, at, words)
    head = _head(clause, at, words)
    if head is None:
        return None
    kind, first, last = head
    if first <= done or _leads_on(clause, last, words):
        return None
    make = _named if clause.tokens[at].cap else _lower
    return make(clause, sentence, first, last, kind, words)


def _head(clause: Clause, at: int, words: Words) -> tuple[str, int, int] | None:
    """Kind, first and last token of the head noun at `at`, of one word or several."""
    key = clause.keys[at]
    if key in words.closing and at > 0:
        kind, before, required = words.closing[key]
        if clause.keys[at - 1] in before and clause.joined(at - 1):
            return kind, at - 1 if kind == "action plan" or kind in ("swap line", "roadmap") else at, at
        if required:
            return None
    if key in words.opening:
        opening = words.opening[key]
        if (reach := _rest(clause, at, opening.rest, opening.number)) or not opening.required:
            return (opening.kind if reach else words.kinds.get(key, opening.kind)), at, at + reach
        return None
    kind = words.kinds.get(key, "document" if key == "document" else "")
    return (kind, at, at) if kind else None


def _rest(clause: Clause, at: int, rests: tuple[str, ...], number: bool) -> int:
    """How many of the tokens behind `at` complete the head."""
    if number:
        follows = at + 1 < len(clause.tokens) and clause.tokens[at + 1].word[0].isdigit()
        return int(follows and clause.tokens[at].cap)
    for rest in rests:
        parts = rest.split()
        if clause.keys[at + 1 : at + 1 + len(parts)] == parts:
            return len(parts)
    return 0


def _leads_on(clause: Clause, last: int, words: Words) -> bool:
    """Whether a further head follows directly and takes this one into its name (`Vision Statement`)."""
    tokens = clause.tokens
    if last + 1 >= len(tokens) or not clause.joined(last) or tokens[last].owns:
        return False
    behind = tokens[last + 1]
    if behind.key in words.opening and words.opening[behind.key].required:
        return False
    known = behind.key in words.kinds or _closes(clause, last + 1, words) or _closes(clause, last, words)
    return known and behind.cap == tokens[last].cap


def _closes(clause: Clause, at: int, words: Words) -> bool:
    """`Action Plan` behind `Cooperation`."""
    after = clause.keys[at + 1] if at + 1 < len(clause.tokens) else ""
    return after in words.closing and clause.keys[at] in words.closing[after][1]


def _known(clause: Clause, sentence: int, at: int, kind: str, words: Words) -> Mention | None:
    """A treaty known by its acronym, with a year or a head behind it left out of the name."""
    if at + 1 < len(clause.tokens) and clause.joined(at):
        behind = clause.tokens[at + 1]
        if behind.cap and behind.key in words.kinds:
            return None
    return mention_of(clause, sentence, at, at, kind, "named", words)


def _series(clause: Clause, sentence: int, at: int, words: Words) -> Mention | None:
    tokens, name = clause.tokens, clause.tokens[at].word
    kind = words.series_kind.get(name)
    numbered = (
        at + 1 < len(tokens)
        and clause.joined(at)
        and is_number(tokens[at + 1].word)
        and tokens[at + 1].word.isupper()
    )
    if kind and numbered and not tokens[at + 1].word.isdigit():
        return mention_of(clause, sentence, at, at + 1, kind, "named", words)
    if name == "START" and at > 0 and tokens[at - 1].word == "New":
        return mention_of(clause, sentence, at - 1, at, "treaty", "named", words)
    return None


def _named(clause: Clause, sentence: int, first: int, last: int, kind: str, words: Words) -> Mention | None:
    """A capitalised name around a capitalised head; None for a body's."""
    start = left_edge(clause, first, words)
    if _is_body(clause, start, last, words) or _is_remit(clause, start, words):
        return None
    end = right_edge(clause, last, words)
    start = _without_year(clause, start, end, words)
    size = end - start + 1
    if size == last - first + 1 and (
        kind not in ("memorandum", "letter of intent", "resolution") or last == first
    ):
        return mention_of(clause, sentence, start, end, kind, "short", words)
    if _gathering_or_policy(clause, start, last, end, kind, words):
        return None
    if kind == "cooperation" and not _free_cooperation(clause, start, end, size):
        return None
    plain = all(t.key in words.lists["plain"] or t.key == kind for t in clause.tokens[start : end + 1])
    if plain and _of_year(clause, end):
        return mention_of(clause, sentence, start, end + 2, kind, "named", words)
    if plain and size <= 3 + (last - first) and kind != "resolution":
        return mention_of(
            clause, sentence, start, end, kind, "generic" if _indefinite(clause, start) else "short", words
        )
    if clause.keys[last] not in words.strong and not _weighty(clause, start, end, kind):
        return None
    return mention_of(clause, sentence, start, end, kind, "named", words)


def _gathering_or_policy(clause: Clause, start: int, last: int, end: int, kind: str, words: Words) -> bool:
    """`Republican National Convention`; `Clean Water Plan`, which is one side's own."""
    ahead = set(clause.keys[start:last])
    if kind == "convention" and end == last:
        return not ahead.isdisjoint(words.lists["convene"])
    numbered = any(t.word[0].isdigit() for t in clause.tokens[start : end + 1])
    return kind == "plan" and not numbered and ahead.isdisjoint(words.lists["planned"])


def _weighty(clause: Clause, start: int, end: int, kind: str) -> bool:
    """Whether a weak head (plan, vision, initiative) has enough around it to be a document's name."""
    numbered = any(t.word[0].isdigit() for t in clause.tokens[start : end + 1])
    if kind in (
        "statement",
        "charter",
        "framework",
        "partnership",
        "action plan",
        "resolution",
        "swap line",
        "arrangement",
        "code of conduct",
    ):
        return end > start
    return end - start >= 2 or numbered


def _free_cooperation(clause: Clause, start: int, end: int, size: int) -> bool:
    """`a robust Energy Security and Grid Cooperation`: three words or more, not behind `Ministry of`; no `(APEC)`."""
    if (
        size < 4 + 9 * clause.text.startswith(" (", clause.tokens[end].end)
        or start == 0
        or (end + 1 < len(clause.tokens) and clause.tokens[end + 1].cap and clause.joined(end))
    ):
        return False
    before = clause.tokens[start - 1]
    return not before.cap and before.key not in ("of", "for", "on", "to", "and", "at", "with")


def _indefinite(clause: Clause, start: int) -> bool:
    return (start > 0 and clause.keys[start - 1] in SMALL) or start == 0


def _without_year(clause: Clause, start: int, end: int, words: Words) -> int:
    """The 1951 Refugee Convention is the Refugee Convention; the 2035 Vision Statement keeps its year."""
    first = clause.tokens[start]
    if start < end and first.word.isdigit() and len(first.word) == 4:
        rest = clause.tokens[start + 1 : end + 1]
        if any(t.key not in words.lists["plain"] for t in rest):
            return start + 1
    return start


def _of_year(clause: Clause, end: int) -> bool:
    """`the Peace Treaty of 1947`: the year is what tells it from others."""
    behind = clause.tokens[end + 1 : end + 3]
    year = len(behind) == 2 and behind[0].key == "of" and behind[1].word.isdigit()
    return year and len(behind[1].word) == 4 and clause.joined(end) and clause.joined(end + 1)


def _is_body(clause: Clause, start: int, last: int, words: Words) -> bool:
    """`Convention Centre`, `the Partnership for Public Service, a nonprofit`, `World Food Programme`."""
    tokens = clause.tokens
    if " ".join(clause.keys[start : last + 1]) in words.lists["not_agreements"]:
        return True
    if last + 1 >= len(tokens) or tokens[last].owns:
        return False
    behind = tokens[last + 1]
    if clause.joined(last) and behind.cap and not clause.heading:
        return not is_number(behind.word) and behind.key not in ("article", "annex", "and")
    gathering = behind.key in ("talks", "summit", "conference")
    if clause.joined(last) and behind.key in words.lists["bodies"] and not gathering:
        return True
    end = right_edge(clause, last, words)
    return _called_body(clause, end, words) or _speaks(clause, last, end, words)


_SOFTER = frozenset({"partnership", "initiative", "compact", "programme", "program", "vision", "plan"})


def _speaks(clause: Clause, last: int, end: int, words: Words) -> bool:
    tokens = clause.tokens
    return (
        clause.keys[last] in _SOFTER
        and end + 1 < len(tokens)
        and clause.joined(end)
        and clause.keys[end + 1] in words.lists["speaks"]
    )


def _is_remit(clause: Clause, start: int, words: Words) -> bool:
    """`Commissioner for International Partnerships`: what an office is for."""
    tokens = clause.tokens
    if start < 2 or clause.keys[start - 1] not in ("for", "of", "on") or not clause.joined(start - 1):
        return False
    return tokens[start - 2].cap and clause.keys[start - 2] in words.lists["remits"]


def _called_body(clause: Clause, end: int, words: Words) -> bool:
    """An apposition that calls it a body: `, a nonprofit`."""
    tokens = clause.tokens
    if end + 2 >= len(tokens) or clause.gaps[end].strip() != ",":
        return False
    if clause.keys[end + 1] not in ("a", "an", "the"):
        return False
    return any(t.key in words.lists["body_nouns"] for t in tokens[end + 2 : end + 6])


def _lower(clause: Clause, sentence: int, first: int, last: int, kind: str, words: Words) -> Mention | None:
    """A lower-case head with its modifiers, behind a proper name or a determiner."""
    if (
        last + 1 < len(clause.tokens)
        and clause.joined(last)
        and clause.keys[last + 1] in words.lists["bodies"]
    ):
        return None
    start = _modifiers(clause, first, words)
    if not words.lists["judged"].isdisjoint(clause.keys[start:first]):
        return None
    tokens = clause.tokens
    before = tokens[start - 1] if start and clause.joined(start - 1) else None
    if before and before.cap and before.key in words.kinds and start == first:
        return None
    if named := half_named(clause, sentence, start, first, last, kind, words):
        return named
    if words.lists["generic"].isdisjoint((clause.keys[last], clause.keys[first])) and kind != "document":
        return None
    definite = bool(before and (before.key in _DEFINITE or before.owns))
    if before and before.cap and not before.owns and before.key not in words.lists["openers"]:
        definite = False
    return _common(clause, sentence, start, first, last, kind, definite, words)


def _modifiers(clause: Clause, first: int, words: Words) -> int:
    """First of the lower-case words that describe the head."""
    at = first
    while at > 0 and first - at < 5 and clause.joined(at - 1):
        key = clause.keys[at - 1]
        stop = clause.tokens[at - 1].cap and not (at == 1 and key in words.lists["modifiers"])
        if (
            stop
            or key in SMALL
            or key in _DEFINITE
            or key in words.lists["breaks"]
            or key in words.lists["coordinators"]
        ):
            break
        if key in words.lists["quantities"] or key.replace(".", "").replace(",", "").isdigit():
            break
        if key.endswith(("-page", "-word")):  # how long the paper is tells nothing of it
            break
        if clause.headline and key.endswith("s") and key not in words.lists["modifiers"]:
            break
        if key in words.verbs or key in words.lists["openers"] or clause.tokens[at - 1].owns:
            break
        at -= 1
    return at


def _common(
    clause: Clause, sentence: int, start: int, first: int, last: int, kind: str, definite: bool, words: Words
) -> Mention | None:
    tokens = clause.tokens
    key = clause.keys[first if clause.keys[first] in words.qualified else last]
    needs = words.qualified.get(key)
    plain = not needs and key not in words.lists["signed_only"]
    described = plain or last > first or any(t.key in (needs or ()) for t in tokens[start:last])
    described = described or says_on_what(clause, key, last, words)
    signed = not described and is_signed(clause, key, first, last, words)
    described = described or signed
    if (not definite and not described) or (kind == "document" and not definite):
        return None
    while (
        start < first
        and clause.keys[start] in words.lists["loose"]
        and clause.keys[start] not in ("joint", "final", "bilateral")
    ):
        start += 1
    if clause.keys[last] != key and clause.keys[last] in words.kinds and last == first:
        return None
    plural = clause.keys[last] in words.kinds and clause.keys[last].endswith("s")
    if not definite and plural and key not in ("heads",):
        return None
    end = last if definite or not _follows_on(clause, last) else right_edge(clause, last, words)
    made = mention_of(clause, sentence, start, end, kind, "short" if definite else "generic", words)
    return replace(made, bare=not described, signed=signed)


def _follows_on(clause: Clause, last: int) -> bool:
    return last + 1 < len(clause.tokens) and clause.keys[last + 1] == "on"
