"""Records in, RDF out (Turtle): schema.org for what they are, PROV for claim from sentence from article."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from site_gen.export.data.places import address, iri, sentence_address
from site_gen.tables import SiteInfo

_PREFIXES = """@prefix dct: <http://purl.org/dc/terms/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix schema: <https://schema.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

"""
_BUILD = """<#build> a prov:Activity ;
  prov:wasAssociatedWith <https://pypi.org/project/site-gen/> .
<https://pypi.org/project/site-gen/> a prov:SoftwareAgent .

"""
_EDTF = "<http://id.loc.gov/datatypes/edtf>"
_ESCAPED = re.compile('[\\\\"\\x00-\\x1f\\x7f\\ud800-\\udfff]')
_NAMED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")

Pairs = Iterator[tuple[str, str]]
"""Property and object, as they are written."""


class Turtle:
    """The sink. Each sentence is described where it is first needed."""

    __slots__ = ("_said", "_site")

    def __init__(self, site: SiteInfo) -> None:
        self._site = site
        self._said: set[str] = set()

    def begin(self) -> str:
        """Prefixes, and the build itself."""
        base = self._site.base_url
        return (f"@base <{iri(base)}data/records.ttl> .\n" if base else "") + _PREFIXES + _BUILD

    def add(self, kind: str, record: Any) -> str:
        """A record, its sentences, and what hangs on it."""
        if kind == "lineages":
            return "".join(_derived(record))
        evidence = tuple(_evidence(kind, record))
        parts = [self._sentence(e) for e in evidence]
        if kind == "conflicts":
            return "".join(parts) + "".join(_claims(record))
        pairs = [("a", _TYPES[kind]), *_PROPERTIES[kind](record)]
        if kind != "articles":
            pairs += _origin(record, evidence)
        parts.append(_node(_name(kind, record), pairs))
        if kind == "agreements":
            parts += _stages(record)
        return "".join(parts)

    def end(self) -> str:
        """Nothing."""
        return ""

    def _sentence(self, evidence: Any) -> str:
        place = sentence_address(evidence)
        if place in self._said:
            return ""
        self._said.add(place)
        article = _ref(f"articles/{evidence.article}.html")
        pairs = [("a", "prov:Entity"), ("prov:wasDerivedFrom", article), ("schema:isPartOf", article)]
        return _node(place, pairs)


def _name(kind: str, record: Any) -> str:
    """A record's own name: its address, which for a quotation of nobody known would be its sentence's."""
    if kind == "quotes" and not (record.speaker and record.speaker.id):
        return f"articles/{record.article}.html#{record.id}"
    return address(kind, record)


def _evidence(kind: str, record: Any) -> Iterator[Any]:
    """What a record was made from."""
    if kind in ("leaders", "people"):
        yield from record.mentions
        for office in record.offices:
            yield from office.evidence
    elif kind == "agreements":
        yield from record.mentions
        yield from (stage.evidence for stage in record.stages)
    elif kind in ("events", "topics"):
        yield from record.evidence
    elif kind == "conflicts":
        yield from record.claims
    elif kind in ("figures", "quotes"):
        yield record


def _origin(record: Any, evidence: Iterable[Any]) -> Pairs:
    for place in dict.fromkeys(map(sentence_address, evidence)):
        yield "prov:wasDerivedFrom", _ref(place)
    if getattr(record, "basis", "extracted") != "editor":
        yield "prov:wasGeneratedBy", "<#build>"


def _article(record: Any) -> Pairs:
    published = record.published
    yield "schema:headline", _text(record.title)
    yield "schema:inLanguage", _text(record.language)
    if published.edtf:
        yield "dct:date", _edtf(published.edtf)
        if published.basis in ("stated", "editor") and _DAY.fullmatch(published.edtf):
            yield "schema:datePublished", f'"{published.edtf}"^^xsd:date'
    if record.source and record.source.name:
        yield "schema:publisher", f"[ a schema:Organization ; schema:name {_text(record.source.name)} ]"
    if record.url.startswith(("http://", "https://")):
        yield "schema:isBasedOn", f"<{iri_reference(record.url)}>"


def _person(record: Any) -> Pairs:
    yield "schema:name", _text(record.name)
    for name in dict.fromkeys(v.name for v in record.variants if v.kind in ("full", "honorific")):
        if name != record.name:
            yield "schema:alternateName", _text(name)
    for office in record.offices:
        yield "schema:hasOccupation", _role(office)


def _role(office: Any) -> str:
    body = office.jurisdiction or office.organization
    pairs = [
        ("a", "schema:OrganizationRole"),
        ("schema:roleName", _text(office.title)),
        ("schema:description", _text(office.status)),
        *((("schema:memberOf", f"[ a schema:Organization ; schema:name {_text(body)} ]"),) if body else ()),
        *(
            (name, _edtf(date))
            for name, date in (("schema:startDate", office.start), ("schema:endDate", office.end))
            if date
        ),
        *(("prov:wasDerivedFrom", _ref(sentence_address(e))) for e in office.evidence),
    ]
    return "[ " + " ; ".join(f"{name} {value}" for name, value in dict.fromkeys(pairs)) + " ]"


def _agreement(record: Any) -> Pairs:
    yield "schema:name", _text(record.name)
    yield "schema:genre", _text(record.kind)
    if record.acronym:
        yield "schema:alternateName", _text(record.acronym)
    for party in record.parties:
        yield "schema:contributor", f"[ a schema:Organization ; schema:name {_text(party.name)} ]"
    for relation in record.relations:
        if relation.type in _RELATIONS:
            yield _RELATIONS[relation.type], _ref(f"agreements/{relation.target}.html")


def _stages(record: Any) -> Iterator[str]:
    about = _ref(address("agreements", record))
    for n, stage in enumerate(record.stages, 1):
        pairs = [("a", "schema:Event"), ("schema:name", _text(stage.stage)), ("schema:about", about)]
        if stage.date:
            pairs.append(("dct:date", _edtf(stage.date)))
        pairs.append(("prov:wasDerivedFrom", _ref(sentence_address(stage.evidence))))
        yield _node(f"{address('agreements', record)}#step-{n}", pairs)


def _figure(record: Any) -> Pairs:
    yield "schema:value", _number(record.value)
    for name, value in (("schema:minValue", record.low), ("schema:maxValue", record.high)):
        if value is not None:
            yield name, _number(value)
    yield "schema:unitText", _text(record.unit)
    yield "schema:measuredProperty", _text(record.measure)
    yield "schema:measurementQualifier", _text(record.status)
    if record.period:
        yield "dct:temporal", _edtf(record.period)


def _series(record: Any) -> Pairs:
    yield "schema:name", _text(record.title)
    yield "schema:unitText", _text(record.unit)


def _quote(record: Any) -> Pairs:
    yield "schema:text", _text(record.exact)
    yield "prov:wasQuotedFrom", _ref(sentence_address(record))
    if record.speaker:
        known = record.speaker.id
        who = _ref(f"leaders/{known}.html") if known else f"[ schema:name {_text(record.speaker.name)} ]"
        yield "schema:spokenByCharacter", who


def _event(record: Any) -> Pairs:
    yield "schema:name", _text(record.title)
    if record.date:
        yield "dct:date", _edtf(record.date)
        if _DAY.fullmatch(record.date):
            yield "schema:startDate", f'"{record.date}"^^xsd:date'
    if record.place:
        yield "schema:location", _text(record.place)
    for person in record.participants:
        yield "schema:attendee", _ref(f"leaders/{person}.html")
    for agreement in record.agreements:
        yield "schema:about", _ref(f"agreements/{agreement}.html")
    if record.within:
        yield "schema:superEvent", _ref(f"events/{record.within}.html")


def _topic(record: Any) -> Pairs:
    yield "schema:name", _text(record.name)


def _claims(record: Any) -> Iterator[str]:
    """Each side of a conflict, and the conflict that holds them."""
    page = address("conflicts", record)
    sides = [f"{page}.{n}" for n in range(1, len(record.claims) + 1)]
    parts = (("schema:hasPart", _ref(side)) for side in sides)
    yield _node(page, [("a", "schema:CreativeWork"), ("schema:name", _text(record.about)), *parts])
    for side, claim in zip(sides, record.claims, strict=True):
        pairs = [("a", "schema:Claim"), ("schema:text", _text(claim.says)), *_origin(claim, (claim,))]
        yield _node(side, pairs)


def _derived(record: Any) -> Iterator[str]:
    """Copies and rewrites come from the first article of their lineage."""
    for article in record.articles[1:]:
        origin = _ref(f"articles/{record.articles[0]}.html")
        yield _node(f"articles/{article}.html", [("prov:wasDerivedFrom", origin)])


def _node(place: str, pairs: Iterable[tuple[str, str]]) -> str:
    told = " ;\n  ".join(f"{name} {value}" for name, value in dict.fromkeys(pairs))
    return f"{_ref(place)} {told} .\n"


def _ref(place: str) -> str:
    return f"<../{iri(place)}>"


def iri_reference(url: str) -> str:
    """An address of the web as it may stand between angle brackets."""
    return re.sub(r'[\x00-\x20<>"{}|^`\\]', lambda m: f"%{ord(m.group()):02X}", url)


def _text(words: str) -> str:
    return '"' + _ESCAPED.sub(_escape, words) + '"'


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"
    return _NAMED.get(character) or f"\\u{ord(character):04X}"


def _edtf(date: str) -> str:
    return f"{_text(date)}^^{_EDTF}"


def _number(value: float) -> str:
    return f'"{value!r}"^^xsd:double'


_RELATIONS = {
    "part of": "schema:isPartOf",
    "under": "schema:isBasedOn",
    "upgrades": "dct:replaces",
    "supersedes": "dct:replaces",
}
_TYPES = {
    "articles": "schema:NewsArticle, prov:Entity",
    "leaders": "schema:Person",
    "people": "schema:Person",
    "agreements": "schema:CreativeWork",
    "figures": "schema:Observation",
    "series": "schema:StatisticalVariable",
    "quotes": "schema:Quotation",
    "events": "schema:Event",
    "topics": "schema:DefinedTerm",
}
_PROPERTIES: Mapping[str, Callable[[Any], Pairs]] = {
    "articles": _article,
    "leaders": _person,
    "people": _person,
    "agreements": _agreement,
    "figures": _figure,
    "series": _series,
    "quotes": _quote,
    "events": _event,
    "topics": _topic,
}
KINDS = (*_PROPERTIES, "conflicts", "lineages")
