"""The one word that names what a figure measures, for its like in another report."""

import re
from functools import lru_cache

from site_gen.analyse.in_sentence import text_before, text_behind
from site_gen.records import FigureFinding
from site_gen.resolve.words import group_of, word_set
from site_gen.text.remembered import SENTENCES

_STEM, _REACH = 6, 50
_WORDS = re.compile(r"\w+")
_PAYING = re.compile(
    r"\b(?:will|would|to|must|shall|can|could|should|may|might|not|they|we|you) (?:\w+ly )?pay$"
)
"""Ends with what is done, and is no wage."""
_PAYS = re.compile(_PAYING.pattern.replace("$", r"\b"))
_TAKING = re.compile(r"\b(?:taking|took|taken)(?: with (?:it|her|him|them))?(?: about| some| at least)? $")
_SOLD_FOR = re.compile(
    r"\b(?:sells?|sold|selling|buys?|bought|buying|acquires?|acquired|sale)\b[^.;:]* for"
    r" (?:about |some |nearly |just )?$"
)
_FOR_A_WORK = re.compile(
    r"\b[Ff]or (?:the|its|their|this) (?:\w+ )?(?:repairs?|works?|reconstruction|construction|clean-up|cleanup|salvage"
    r"|restoration|renovation|project|operation|mission|rescue)\b[^.;:]* (?:pays?|paid|paying|spends?|spent)"
    r" (?:about |some |nearly |just )?$"
)
_THE_PRICE = re.compile(
    r"(?:As for )?[Tt]he (?:sale |purchase |selling )?price\b[^;:]* (?:is|was|came to|stands at|of) $"
)
_FINED = re.compile(r"\bfined (?:(?!and\b)[\w’'-]+ ){0,4}$")
OF_SO_MANY = re.compile(
    r"\s+of (?:the|its|their) (?:\d|[a-z]+(?:ty|teen|ty-\w+|two|three|four|five|six|seven|eight|nine|ten)\b)"
)
"""Behind a part of a whole that is counted too."""
_OF_ALL = re.compile(r"\s+of (?:the|its|their) [a-z]+(?= (?:were|was|are|have|had|died|did)\b)")
_BEFELL = re.compile(
    r" (?:(?:were|was|are|is|(?:have|had|has) been) (?:\w+ly )?([a-z]+)|(died) (?:on the spot|instantly|at once))\b"
)
_IN_HOSPITAL = re.compile(
    r" (?:lie|lay|are|were|remain|remained|stayed|ended up) (?:still )?in (?:the )?(?:[a-z]+ )?hospitals?\b"
)
_OF_THE = re.compile(r"\bof (?:the|its|their|these|those) $")
"""Before the whole of which a part is counted."""
_COST_THEM = re.compile(
    r"\b(?:cost|costs|costing) (?:the |its |their )?(?:[\w’'-]+ ){0,3}?"
    r"(?:economy|economies|country|nation|state|industry|government|treasury|taxpayers?|farmers|growers|insurers?|firms?|business(?:es)?|compan(?:y|ies)|exporters|retailers|airlines?)"
    r" (?:about |some |nearly |around |almost |more than |over |at least |up to |an estimated )*$"
)
"""`The storm cost the economy $140 million`: that is what was lost, and no price."""
_OF_ECONOMY = re.compile(
    r" of (?:gdp|gnp|gross domestic product|gross national (?:product|income)|national income)$"
)
"""Behind what is told as a share of it: `deficit of GDP`."""
_ALONG = re.compile(r"(?: \w+){0,2} (?:with (?:it|her|him|them)|to (?:their|his|her) deaths?)\b")


def counted(figure: FigureFinding) -> str:
    """The counted noun; nothing of any other figure."""
    return figure.unit if figure.unit_kind == "count" else ""


def head_of(point: FigureFinding) -> str:
    """The one word that names the measure: the nearest that a group of measures knows, else the last noun."""
    if point.unit_kind == "money" and _FINED.search(text_before(point)):
        return "fine"
    groups = group_of("analysis", "measures")
    stop = word_set("analysis", "stop")
    measure = point.measure.casefold()
    measure = _OF_ECONOMY.sub("", measure) or measure
    words = [w for w in _WORDS.findall(f"{measure} {counted(point)}".casefold()) if w not in stop]
    if "pay" in words and _PAYS.search(point.sentence.exact.casefold()):
        words.remove("pay")
    known = _known_of([groups[w] for w in words if w in groups and _may_measure(point, groups[w])])
    noun = counted(point)
    telling = noun != "" and noun not in word_set("analysis", "counted_anywhere")
    known = known if known in word_set("analysis", "of_people") else _fate(point) or known
    if not known and _taken_along(point):
        return groups["killed"]
    if known in ("", groups["cost"]) and point.unit_kind == "money" and _COST_THEM.search(text_before(point)):
        return groups["damage"]
    if not known and point.unit_kind == "money" and _is_price(point):
        return groups["price"]
    if point.unit_kind == "money" and _FOR_A_WORK.search(text_before(point)):
        return groups["cost"]
    return known or ("" if telling else _nearest(point)) or (words[-1][:_STEM] if words else "")


def _known_of(measures: list[str]) -> str:
    """The first of them, but what became of people before who they were (`seven soldiers killed`)."""
    fates = (measure for measure in measures if measure in word_set("analysis", "of_people"))
    return next(fates, measures[0] if measures else "")


def _may_measure(point: FigureFinding, measure: str) -> bool:
    """Whether such a figure can be of it: money is none of those who died (`paid $3 million to the victims`)."""
    return point.unit_kind != "money" or measure not in word_set("analysis", "of_people")


def _fate(point: FigureFinding) -> str:
    """What became of a part of all (`28 of the 41 passengers died`, `34 of its passengers were hurt`); else nothing."""
    behind = text_behind(point)
    groups, fates = group_of("analysis", "measures"), word_set("analysis", "of_people")
    if point.unit_kind == "count" and _IN_HOSPITAL.match(behind):
        return groups["injured"]
    verb = _BEFELL.match(behind) if not _OF_THE.search(text_before(point)) else None
    if verb and point.unit_kind == "count" and groups.get(verb[1] or verb[2], "") in fates:
        return groups[verb[1] or verb[2]]
    of_all = OF_SO_MANY.match(behind) or _OF_ALL.match(behind)
    if of_all is None or point.unit_kind != "count":
        return ""
    told = (groups.get(word, "") for word in _WORDS.findall(behind[of_all.end() :][:_REACH].casefold()))
    return next((fate for fate in told if fate in fates), "")


def _taken_along(point: FigureFinding) -> bool:
    """Whether what went down took them along: `taking 68 people with her`, `cost 68 lives`."""
    at = point.evidence.start - point.sentence.start
    ahead, behind = point.sentence.exact[:at], point.sentence.exact[at + len(point.evidence.exact) :]
    return bool(_TAKING.search(ahead) and _ALONG.match(behind))


def _is_price(point: FigureFinding) -> bool:
    """Whether it is what something was sold for, or the price with which its sentence begins."""
    ahead = text_before(point)
    return _SOLD_FOR.search(ahead) is not None or _THE_PRICE.match(ahead) is not None


def _nearest(point: FigureFinding) -> str:
    """The known word of a measure that stands closest to the figure, within 50 characters of its sentence."""
    near = (known for known in known_near(point, _REACH) if _may_measure(point, known[2]))
    return min(near, default=(0, 0, ""))[2]


def known_near(point: FigureFinding, reach: int) -> list[tuple[int, int, str]]:
    """The known words of measures around a figure: how far from it, where in the sentence, for which measure."""
    start = point.evidence.start - point.sentence.start
    end = point.evidence.end - point.sentence.start
    return [
        (min(abs(last - start), abs(first - end)), first, measure)
        for first, last, measure in _known_in(point.sentence.exact)
        if first >= start - reach and last <= end + reach
    ]


@lru_cache(maxsize=SENTENCES)
def _known_in(sentence: str) -> tuple[tuple[int, int, str], ...]:
    """The known words of measures in a sentence, with their places."""
    groups = group_of("analysis", "measures")
    low = sentence.casefold()
    return tuple(
        [
            (m.start(), m.end(), groups[m.group()])
            for m in _WORDS.finditer(low)
            if m.group() in groups and not (m.group() == "pay" and _PAYING.search(low, 0, m.end()))
        ]
    )
