"""What one report passes on as somebody's claim, and another tells as a fact: who said so is lost.

Words that call a thing a claim are enough (`alleges that`); after words that only say who said it (`says that`) a
denial must follow, in its sentence or right behind, or a party charges another with something (`Kyiv says a missile
hit`), or somebody's report says what caused it. The words are in `opposites.yaml`, `claimed`.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from site_gen.analyse.conflicts.twice.aligned.align import Pair, weak_stems
from site_gen.analyse.conflicts.twice.aligned.row import row_of
from site_gen.analyse.conflicts.twice.how_surely.paragraphs import paragraph_of
from site_gen.analyse.tellings import Slot, Telling, Told
from site_gen.resolve.folding import fold
from site_gen.resolve.words import country_words, subject, word_set
from site_gen.tables import Reader, Row
from site_gen.text.needed import Phrases, phrases

_CLAIMED, _FLAT = "claimed", "flat"
_BEHIND = 1
"""Sentences behind a claim in which it may be denied."""
_LEAST, _WEIGHT, _SHARE = 3, 1.4, 0.6
"""Words that claim and fact have in common, what they weigh together, and what part that is of the shorter."""
_WORD_EACH = 0.5
"""What each of two words weighs that are all of a short claim."""
_MORE, _SOME = 2.2, 0.45
"""With so much in common a smaller part is enough: one of the two says more of it."""
_ALL = 0.8
"""What part of a short sentence two words are that are enough."""
_COUNTED = 0.4
"""The part that is enough where one of the words is a number: `2,300 people are ill`."""
_PARTED = re.compile(r"[;:] ")
_END = re.compile(r"[.!?]['\"”’]?$")
_CUT = re.compile(
    r"[;:]|, (?:an?|some|which|but|something|while|as)\b"
    r"| (?:because|so that|in order to|to (?:make|force|get|keep|save|hide|avoid|cover|prevent|spare|stop|clear|win)) "
    r"|$"
)
_WHY = re.compile(r" (?:because|so that|in order) ")
"""Behind it stands why it is so: `schools are closed because nobody can guard them` denies nothing."""
_WORD = re.compile(r"[\w’'-]+")
_SPEECH = re.compile(r"“[^”]{4,}”|(?<!\w)‘[^’]{4,}’(?!\w)|\"[^\"]{4,}\"")
_SOURCE = 60
"""Characters in which a sentence says who said it."""
_SHORT = 12
"""Characters behind the words that say so, at most, if what is claimed stands before them."""


def claimed_slots(sentences: Sequence[Told]) -> Iterator[Slot]:
    """A slot for each claim: the stems of what is claimed, and where."""
    denied = [n for n, told in enumerate(sentences) if _phrases("denials").search(told.evidence.exact)]
    for number, told in enumerate(sentences):
        text = told.evidence.exact
        doubted = any(number <= n <= number + _BEHIND for n in denied)
        for part in ("claims", "says", "behind"):
            found = _phrases(part).search(text)
            known = part == "claims" or (part == "says" and doubted)
            if found and (known or _is_charge(text, found)):
                first, last = _stretch(text, found)
                inside = [w for w in told.words if first <= w.at < last]
                heads = {w.stem for w in inside} - weak_stems()
                said = not all(w.name for w in inside)  # `Not true, says Ann Low: it`
                if said and len(heads) >= _LEAST - 1:
                    start = told.evidence.start
                    yield Slot(number, _CLAIMED, _CLAIMED, start + first, start + last, tuple(sorted(heads)))
                break


def _is_charge(text: str, cue: re.Match[str]) -> bool:
    """Whether a party, or a report, says of something bad who did it or what caused it."""
    told = text[slice(*_stretch(text, cue))]
    if not _phrases("charged").search(told):
        return False
    source = f"{text[: cue.start()]} {cue.group()}"[-_SOURCE:] if cue.start() < _SOURCE else cue.group()
    if _pattern("neutral").search(source):
        return False
    return _pattern("parties").search(source) is not None or not country_words().isdisjoint(
        fold(source).split()
    )


def _stretch(text: str, cue: re.Match[str]) -> tuple[int, int]:
    """What is claimed: what follows the words that say so, or stands before them."""
    end = _CUT.search(text, cue.end())
    last = end.start() if end else len(text)
    before = text.rfind(", ", 0, cue.start())
    if before > 0 and len(text) - cue.end() <= _SHORT:
        return 0, before  # `the pump had failed, the union claims`
    return cue.end(), last


_SOON = 3
"""Days between two reports of which the later one does not yet know what the first only passed on."""


def rival_claims(pair: Pair, reader: Reader) -> Iterator[Row]:
    """A row for each claim of one report that the other, which passes on no such claim, tells as a fact."""
    for turn in (pair, pair.turned()) if pair.days_apart() <= _SOON else ():
        theirs = [s for s in turn.other.slots if s.kind == _CLAIMED]
        for claim in (s for s in turn.one.slots if s.kind == _CLAIMED):
            flat = _told_flatly(claim, turn, theirs, reader)
            if flat:
                one = claim._replace(value=f"{flat.value} {_CLAIMED}")
                yield row_of(one, flat._replace(value=f"{flat.value} {_FLAT}"), turn, 1.0, "attribution")


def _told_flatly(claim: Slot, pair: Pair, theirs: Sequence[Slot], reader: Reader) -> Slot | None:
    """The sentence of the other report that says the same, most of all; nothing where that is a claim there too."""
    heads = frozenset(claim.heads)
    told = pair.one.sentences[claim.sentence].evidence
    negated = bool(_pattern("negations").search(told.exact, claim.start - told.start, claim.end - told.start))
    if any(pair.weight(heads.intersection(s.heads)) >= _WEIGHT for s in theirs):
        return None
    found = [
        (pair.weight(heads & stems), number)
        for number, told in enumerate(pair.other.sentences)
        if _alike(heads, stems := _stems(number, pair.other), pair) and _is_flat(told, heads, negated, reader)
    ]
    if not found:
        return None
    number = max(found, key=lambda f: (f[0], -f[1]))[1]
    return _slot(number, heads, pair.other)


def _stems(number: int, telling: Telling) -> frozenset[str]:
    """Stems of a sentence; with those of the one ahead, where it goes on with a pronoun."""
    told = telling.sentences[number]
    words = [w.stem for w in told.words]
    if number and _GOES_ON.match(told.evidence.exact):
        words += [w.stem for w in telling.sentences[number - 1].words]
    return frozenset(words)


_GOES_ON = re.compile(r"(?:It|They) (?:was|were|had|has|have|is|are)\b")


def _alike(heads: frozenset[str], stems: frozenset[str], pair: Pair) -> bool:
    shared = (heads & stems) - weak_stems()
    weight = pair.weight(shared)
    whole = shared == heads and len(shared) == _LEAST - 1 and weight >= _WORD_EACH * len(shared)
    counted = len(shared) > 1 and any(stem[0] == "#" and stem[1:].isdigit() for stem in shared)
    both = len(shared) == _LEAST - 1 and weight >= _WEIGHT and weight >= _ALL * pair.weight(stems)
    if not whole and not counted and not both and (len(shared) < _LEAST or weight < _WEIGHT):
        return False
    share = weight / (min(pair.weight(heads), pair.weight(stems)) or 1.0)
    return share >= (_COUNTED if counted else _SOME if weight >= _MORE else _SHARE)


def _is_flat(told: Told, heads: frozenset[str], negated: bool, reader: Reader) -> bool:
    """Whether nobody is said to have said it, and nothing up to its last word says that it may not be so.

    `negated`: what is claimed is that it was not: there a denial says the same.
    """
    text = told.evidence.exact
    there = [w.at for w in told.words if w.stem in heads]
    first = max((m.end() for m in _PARTED.finditer(text, 0, min(there))), default=0)
    why = _WHY.search(text, min(there))
    last = min(max(there), why.start()) if why else max(there)
    denied = bool(_pattern("negations").search(text, first, last))
    doubted = _pattern("doubts").search(text, first, last) or denied != negated
    if not _END.search(text) or doubted or _is_quoted(text, there) or _pattern("claims").search(text):
        return False
    return _pattern("sources").search(_UTTERED.sub("", paragraph_of(told.evidence, reader))) is None


_UTTERED = re.compile(
    r"[“\"][^”\"\n]{4,400}[,.!?][”\"] (?:he|she|they|(?:[a-z]+ ){0,3}[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
    r" (?:said|says|adds|added)\b"
)
"""A speech with who held it: that says nothing of the sentences beside it."""


def _is_quoted(text: str, there: Sequence[int]) -> bool:
    """Whether at least half of it stands between marks of speech: so it is somebody's word there too."""
    spoken = [m.span() for m in _SPEECH.finditer(text)]
    return 2 * sum(any(a <= at < b for a, b in spoken) for at in there) >= len(there)


def _slot(number: int, heads: frozenset[str], telling: Telling) -> Slot:
    """The stretch of the sentence in which the words stand."""
    told = telling.sentences[number]
    at = [w.at for w in told.words if w.stem in heads]
    start, last = told.evidence.start, _WORD.match(told.evidence.exact, max(at))
    end = last.end() if last else max(at) + 1
    return Slot(number, _CLAIMED, f"{telling.article} {number}", start + min(at), start + end)


@cache
def _phrases(part: str) -> Phrases:
    listed = sorted(subject("opposites")["claimed"][part], key=lambda w: (-len(w), w))
    return phrases(f"claimed-{part}", listed, r"(?!\w)", any_case=True, common=word_set("analysis", "stop"))


def _pattern(part: str) -> re.Pattern[str]:
    return _phrases(part).pattern
