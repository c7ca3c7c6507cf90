"""One article's findings -> the rows that the joins of people and agreements start from."""

from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from site_gen.records import AgreementFinding, Article, Findings, Party
from site_gen.resolve.agreements.forms import form_of, set_apart, spread_agreement
from site_gen.resolve.agreements.made import made_of, signers
from site_gen.resolve.agreements.tellings import mark_of, telling_of
from site_gen.resolve.intervals import precision
from site_gen.resolve.people.forms import spread_people
from site_gen.resolve.tables import FACTS, Facts
from site_gen.resolve.words import country_names
from site_gen.tables import ARTICLES, Reader, Row

_PAIR_MINIMUM = 2
_OF_MANY = frozenset({"resolution", "convention", "charter"})


def spread(key: str, rows: tuple[Findings, ...], reader: Reader) -> Iterator[Row]:
    """Facts of the article, forms of its people and agreements."""
    article = reader.one(ARTICLES, key)
    for findings in rows:
        facts = facts_of(article, findings)
        yield Row(FACTS, key, facts)
        yield from spread_people(findings.people)
        for found, apart in zip(findings.agreements, set_apart(findings.agreements), strict=True):
            form = form_of(found, parties_of(found, facts), facts)
            told = telling_of(found, form.occasion, facts, article)
            form = replace(
                form, made=made_of(found, facts.published), people=signers(found, findings), told=told
            )
            yield spread_agreement(form, apart)


def facts_of(article: Article | None, findings: Findings) -> Facts:
    """The small row that stands for the article in later steps."""
    pair = country_pair(findings)
    if article is None:
        return Facts(
            findings.article,
            "",
            "",
            "unknown",
            "report",
            "",
            False,
            home_country(findings),
            _only_month(findings),
            pair,
        )
    published = article.published
    agency = (article.source.agency if article.source else "") or (
        article.dateline.agency if article.dateline else ""
    )
    return Facts(
        findings.article, article.title, published.edtf or "", published.basis, article.kind, agency,
        article.dateline is not None, home_country(findings),
        published.edtf or _only_month(findings), pair, published, mark_of(article),
    )  # fmt: skip


def home_country(findings: Findings) -> str:
    """English short name of the country named most (of several, first), cities included; empty where none is."""
    counted = Counter(p.country for p in findings.places if p.country)
    best = min(counted, key=lambda code: -counted[code], default="")
    return country_names().get(best, "")


def country_pair(findings: Findings) -> tuple[Party, ...]:
    """The two countries named at least twice, the second at least twice as often as any third; else nothing."""
    counted = Counter(p.country for p in findings.places if p.kind == "country" and p.country)
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    if len(ranked) < 2 or ranked[1][1] < _PAIR_MINIMUM:
        return ()
    if len(ranked) > 2 and ranked[1][1] < 2 * ranked[2][1]:
        return ()
    names = country_names()
    return tuple(Party(names.get(code, code), code) for code in sorted(code for code, _ in ranked[:2]))


def _only_month(findings: Findings) -> str:
    """The one month that all exact dates of the text fall into; empty where there are several."""
    months = {
        d.edtf[:7]
        for d in findings.dates
        if d.edtf and d.role == "event" and precision(d.edtf) in ("day", "month")
    }
    return next(iter(months)) if len(months) == 1 else ""


def _is_of_many(found: AgreementFinding) -> bool:
    """Whether it is what many states adopt; a charter that is signed may be one of two (`Partnership Charter`)."""
    signed = found.kind == "charter" and any(step.stage == "signed" for step in found.stages)
    return found.kind in _OF_MANY and not signed


def parties_of(found: AgreementFinding, facts: Facts) -> tuple[Party, ...]:
    """The parties that the text names, or the article's pair where it names fewer than two.

    Not of what many states adopt, nor of what is told of one country: `the Agreement on the Conflict in Norland`;
    nor where nothing is told of it: `eight months after the Lund Accord`.
    """
    if len(found.parties) > 1 or not facts.pair or found.generic or _is_of_many(found):
        return found.parties
    if not (found.stages or found.parties):
        return ()
    if any(f" in {p.name}" in found.name for p in found.parties):
        return found.parties
    named = {p.name for p in found.parties}
    return facts.pair if named <= {p.name for p in facts.pair} else found.parties
