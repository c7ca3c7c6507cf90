"""People in, Popolo out: persons with their other names and their dated memberships of organizations."""

import re
from typing import Any

import msgspec

from site_gen.export.data.places import address, iri, sentence_address
from site_gen.tables import SiteInfo

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_NAMES = {
    "honorific": "with an honorific",
    "misspelling": "as misspelt in an article",
    "surname": "surname alone",
}


class Popolo:
    """The sink: persons as they come, then the organizations that they hold posts in."""

    __slots__ = ("_between", "_bodies", "_site")

    def __init__(self, site: SiteInfo) -> None:
        self._site = site
        self._bodies: dict[str, str] = {}
        self._between = "\n"

    def begin(self) -> str:
        """The list of persons is opened."""
        return '{"persons": ['

    def add(self, kind: str, record: Any) -> str:
        """A person."""
        for office in record.offices:
            body = office.jurisdiction or office.organization
            if body:
                self._bodies[_id(body)] = "country" if office.jurisdiction else "organization"
                self._bodies.setdefault(f"name {_id(body)}", body)
        text = self._between + _json(_person(kind, record, self._site))
        self._between = ",\n"
        return text

    def end(self) -> str:
        """The organizations."""
        ids = sorted(id for id in self._bodies if not id.startswith("name "))
        listed = [
            _json({"id": id, "name": self._bodies[f"name {id}"], "classification": self._bodies[id]})
            for id in ids
        ]
        return '\n],\n"organizations": [' + ",".join(f"\n{text}" for text in listed) + "\n]}\n"


def _person(kind: str, record: Any, site: SiteInfo) -> dict[str, Any]:
    names = [v for v in record.variants if v.kind in ("full", *_NAMES) and v.name != record.name]
    return {
        "id": record.id,
        "name": record.name,
        "other_names": [{"name": v.name, "note": _NAMES.get(v.kind, "full name")} for v in names],
        "links": [{"url": site.base_url + iri(address(kind, record)), "note": "page on this site"}],
        "memberships": [_membership(record.id, office, site) for office in record.offices],
    }


def _membership(person: str, office: Any, site: SiteInfo) -> dict[str, Any]:
    body = office.jurisdiction or office.organization
    dates = {"start_date": _date(office.start), "end_date": _date(office.end)}
    return {
        "person_id": person,
        "role": office.title,
        **({"organization_id": _id(body)} if body else {}),
        **{name: date for name, date in dates.items() if date},
        "label": f"{office.status} {office.title}"
        + (f", {body}" if body else "")
        + (f", as of {office.as_of}" if office.as_of else ""),
        "sources": [
            {"url": site.base_url + iri(sentence_address(e)), "note": " ".join(e.exact.split())}
            for e in office.evidence[:3]
        ],
    }


def _date(edtf: str | None) -> str:
    """The part of an EDTF date that Popolo can say."""
    found = _DATE.match(edtf or "")
    return found.group() if found and "/" not in (edtf or "") else ""


def _id(body: str) -> str:
    return re.sub(r"\W+", "-", body.casefold()).strip("-") or "unnamed"


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
