"""Two stories made by hand, as unlike as possible: one full, one with a single bare article."""

from site_gen.records import (
    Agreement,
    AgreementRelation,
    ArticleId,
    Claim,
    Conflict,
    Event,
    Evidence,
    Figure,
    Leader,
    Lineage,
    NameForm,
    Office,
    Party,
    PersonMention,
    Published,
    Quote,
    Relation,
    Series,
    SeriesPoint,
    Speaker,
    Stage,
    Topic,
)
from site_gen.tables import REFS, Ref
from tests.pages.memory import Memory

WIRE = "ferry-pact-signed"
COPY = "ferry-pact-copy"
VIEW = "ferry-pact-view"
OLD = "ferry-strike-ends"


def _articles(desk: Memory) -> None:
    one = Lineage(
        "w-ferry",
        (ArticleId(WIRE), ArticleId(COPY)),
        "rewrite",
        0.62,
        ("the same three quotations in the same order", "published one day apart"),
        ((ArticleId(COPY), ArticleId(WIRE), "rewrite"),),
    )
    desk.article(
        WIRE,
        "Tallinn and Helsinki sign pact on ferry emissions",
        [
            (
                "Estonian Prime Minister Kadri Saar and Finnish President Aino Lehtonen signed the Gulf Ferry Compact"
                " in Tallinn on Tuesday, ending fourteen months of talks over who pays for shore power."
            ),
            "“Nobody on this gulf should breathe diesel to get to work,” Saar told reporters at the harbour.",
            (
                "The compact commits both ports to spend 340 million euros on charging berths by 2034. Lehtonen said"
                " the sum was about 12 percent more than the one agreed in principle last autumn."
            ),
            "# What happens next",
            (
                "Both parliaments are to ratify the compact before 1 June 2032. It replaces the Shore Power Memorandum"
                " of 2027, which was never put into force."
            ),
            "- Three berths in Tallinn",
            "- Four berths in Helsinki",
        ],
        Published("2031-10-14", "stated", 1.0),
        "Baltic Wire",
        furniture="Share this article on your favourite network",
        lineage=one,
        place="Tallinn",
    )
    desk.article(
        COPY,
        "Ferry compact signed in Tallinn",
        [
            "The Gulf Ferry Compact was signed in the Estonian capital on Tuesday by Kadri Saar and Aino Lehtonen.",
            "“Nobody on this gulf should breathe diesel to get to work,” Saar said.",
        ],
        Published("2031-10-15", "stated", 1.0),
        "Harbour Daily",
        lineage=one,
    )
    desk.article(
        VIEW,
        "A compact that leaves the bill for others, and a very long headline to see how an unusually wordy desk"
        " with a taste for subordinate clauses looks on a narrow screen",
        [
            "The Gulf Ferry Compact was signed in Turku on 16 October, and Lehtonnen smiled for the cameras.",
            (
                "Traffic on the line rose from 8.1 million passengers in 2028 to 9.4 million in 2030, the port says;"
                " it hopes for 11 million in 2035."
            ),
            "Our view: the compact is brave, and it is not paid for. Someone will send the bill to the commuters.",
        ],
        Published(
            "[2031-10-16..2031-11]", "bound", 0.7, note="the signing is told as past; a later text cites it"
        ),
        opinion="Our view",
    )
    desk.article(
        OLD,
        "Ferry strike ends after nine days",
        [
            (
                "Ferry crews on the Helsinki line went back to work on Monday after nine days, as the seafarers' union"
                " and the operators agreed to talk about engine fumes."
            )
        ],
        Published("2030-08", "dateline", 0.8),
        "Baltic Wire",
    )


def _people(desk: Memory) -> None:
    saar = [
        desk.at(WIRE, "Estonian Prime Minister Kadri Saar"),
        desk.at(WIRE, "Saar", 1),
        desk.at(COPY, "Kadri Saar"),
    ]
    office = Office("Prime Minister", "Estonia", as_of="2031-10-14", evidence=(saar[0],))
    earlier = Office(
        "Mayor", organization="Tallinn", status="former", start="2023", end="2029-03~", evidence=(saar[0],)
    )
    desk.leader(
        Leader(
            "kadri-saar",
            "Kadri Saar",
            "Saar",
            (NameForm("Kadri Saar", "full", 2), NameForm("Saar", "surname", 1)),
            (office, earlier),
            tuple(PersonMention(e, "full", "Kadri Saar") for e in saar),
            True,
        )
    )
    aino = [
        desk.at(WIRE, "Finnish President Aino Lehtonen"),
        desk.at(COPY, "Aino Lehtonen"),
        desk.at(VIEW, "Lehtonnen"),
    ]
    desk.leader(
        Leader(
            "aino-lehtonen",
            "Aino Lehtonen",
            "Lehtonen",
            (NameForm("Aino Lehtonen", "full", 2), NameForm("Lehtonnen", "misspelling", 1)),
            (Office("President", "Finland", evidence=(aino[0],)),),
            tuple(PersonMention(e, "full", "Aino Lehtonen") for e in aino),
            True,
            (("kadri-saar", "both are named with one signing; for the test only"),),
        )
    )


def _agreements(desk: Memory) -> None:
    signed = desk.at(WIRE, "signed the Gulf Ferry Compact")
    ratify = desk.at(WIRE, "to ratify the compact before 1 June 2032")
    desk.agreement(
        Agreement(
            "gulf-ferry-compact",
            "Gulf Ferry Compact",
            "compact",
            "GFC",
            (NameForm("Gulf Ferry Compact", "full", 3), NameForm("the compact", "title", 4)),
            (Party("Estonia", "EE"), Party("Finland", "FI")),
            (Stage("signed", "2031-10-14", signed), Stage("to be ratified", "../2032-06-01", ratify)),
            (AgreementRelation("supersedes", "shore-power-memorandum", (desk.at(WIRE, "It replaces"),)),),
            (
                desk.at(WIRE, "Gulf Ferry Compact"),
                desk.at(COPY, "Gulf Ferry Compact"),
                desk.at(VIEW, "Gulf Ferry Compact"),
            ),
        )
    )
    old = desk.at(WIRE, "Shore Power Memorandum")
    desk.agreement(
        Agreement(
            "shore-power-memorandum", "Shore Power Memorandum", "memorandum", "", (), (), (), (), (old,)
        )
    )


def _event(
    desk: Memory, id: str, title: str, date: str | None, status: str, *evidence: Evidence, **more: object
) -> None:
    articles = tuple(dict.fromkeys(e.article for e in evidence))
    fields = {
        "place": "",
        "participants": (),
        "agreements": (),
        "lineages": tuple(f"w-{a}" for a in articles),
    }
    fields |= more
    desk.event(
        Event(
            id=id,
            title=title,
            kind="sign",
            date=date,
            date_basis="stated" if date else "",
            status=status,  # type: ignore[arg-type]
            parties=(Party("Estonia", "EE"),),
            evidence=evidence,
            articles=articles,
            **fields,  # type: ignore[arg-type]
        )
    )


def _events(desk: Memory) -> None:
    told = (
        desk.at(WIRE, "signed the Gulf Ferry Compact in Tallinn on Tuesday"),
        desk.at(COPY, "was signed in the Estonian capital on Tuesday"),
        desk.at(VIEW, "signed in Turku on 16 October"),
    )
    both = ("kadri-saar", "aino-lehtonen")
    _event(
        desk,
        "ferry-compact-signed",
        "Saar and Lehtonen sign the Gulf Ferry Compact",
        "2031-10-14",
        "happened",
        *told,
        place="Tallinn",
        participants=both,
        agreements=("gulf-ferry-compact",),
        lineages=("w-ferry", f"w-{VIEW}"),
    )
    _event(
        desk,
        "strike-ends",
        "Ferry strike ends after nine days",
        "2030-08",
        "happened",
        desk.at(OLD, "went back to work"),
    )
    _event(
        desk,
        "talks",
        "Crews and operators agree to talk about fumes",
        None,
        "reported",
        desk.at(OLD, "agreed to talk"),
    )
    plan = desk.at(WIRE, "to ratify the compact")
    _event(
        desk, "ratification", "Parliaments to ratify the Gulf Ferry Compact", "../2032-06-01", "planned", plan
    )
    desk.put(REFS, "before/event/ferry-compact-signed", Ref("event", "strike-ends"))
    desk.put(REFS, "after/event/ferry-compact-signed", Ref("event", "ratification"))


def _figure(
    desk: Memory, id: str, series: str, place: Evidence, value: float, unit: str, **more: object
) -> Figure:
    kind = "money" if unit.isupper() else "percent" if unit == "percent" else "count"
    fields: dict[str, object] = {
        "measure": "passengers",
        "period": None,
        "status": "actual",
        "change_direction": "",
        "change_from": "",
        "deadline": None,
        "opinion": False,
    }
    fields |= more
    return Figure(
        id=id,
        article=place.article,
        evidence=place,
        value=value,
        low=None,
        high=None,
        unit=unit,
        unit_kind=kind,
        currency_assumed=False,
        approximate=False,
        qualifier="",
        place="",
        equivalent_of="",
        speaker="",
        speaker_id="",
        sentence=place,
        series=series,
        **fields,  # type: ignore[arg-type]
    )


def _figures(desk: Memory) -> None:
    f1 = _figure(
        desk,
        "f-2028",
        "ferry-passengers",
        desk.at(VIEW, "8.1 million passengers"),
        8.1e6,
        "passengers",
        period="2028",
    )
    f2 = _figure(
        desk,
        "f-2030",
        "ferry-passengers",
        desk.at(VIEW, "9.4 million"),
        9.4e6,
        "passengers",
        period="2030",
        change_direction="up",
        change_from="f-2028",
    )
    f3 = _figure(
        desk,
        "f-2035",
        "ferry-passengers",
        desk.at(VIEW, "11 million"),
        11e6,
        "passengers",
        period="2035",
        status="target",
        deadline="2035",
    )
    points = tuple(SeriesPoint(f.period, f.value, f.status, f.id) for f in (f1, f2, f3))
    grown = SeriesPoint(
        "2028/2030", 16.05, "derived", "", "9.4 million over 8.1 million, less one, in percent"
    )
    desk.series(
        Series(
            "ferry-passengers",
            "passengers on the line",
            "passengers",
            "passengers",
            "count",
            ("f-2028", "f-2030", "f-2035"),
            points,
            (grown,),
            ("a target stands beside actual values",),
        ),
        f1,
        f2,
        f3,
    )
    spend = _figure(
        desk,
        "f-spend",
        "berth-spending",
        desk.at(WIRE, "340 million euros"),
        3.4e8,
        "EUR",
        measure="spend on charging berths",
        status="commitment",
        deadline="../2034",
    )
    desk.series(
        Series(
            "berth-spending",
            "spending on charging berths",
            "spend",
            "EUR",
            "money",
            ("f-spend",),
            (SeriesPoint(None, 3.4e8, "commitment", "f-spend"),),
            (),
        ),
        spend,
    )


def _rest(desk: Memory) -> None:
    said = desk.at(WIRE, "“Nobody on this gulf should breathe diesel to get to work,”")
    speaker = Speaker("Kadri Saar", 0, desk.at(WIRE, "Saar", 1))
    text = said.exact.strip("“”,")
    desk.quote(
        Quote("q-1", said.article, said, text, speaker, "kadri-saar", "reporters", "told", False, True, False)
    )
    loose = desk.at(VIEW, "the compact is brave")
    desk.quote(Quote("q-2", loose.article, loose, loose.exact, None, "", "", "", True, False, True))
    desk.topic(
        Topic(
            "shore-power",
            "shore power",
            "extracted",
            (ArticleId(WIRE),),
            (desk.at(WIRE, "shore power"),),
            ("kadri-saar",),
            ("gulf-ferry-compact",),
            ("f-spend",),
            ("ferry-compact-signed",),
        )
    )
    desk.conflict(
        Conflict(
            "c-place",
            "attribution",
            "where and when the Gulf Ferry Compact was signed",
            (
                Claim(
                    "Tallinn, on Tuesday 14 October",
                    (desk.at(WIRE, "in Tallinn on Tuesday"),),
                    ("w-ferry",),
                    "a dateline",
                ),
                Claim("Turku, on 16 October", (desk.at(VIEW, "in Turku on 16 October"),), (f"w-{VIEW}",)),
            ),
            "the later text may mean the ceremony for the crews",
            ("event/ferry-compact-signed", "agreement/gulf-ferry-compact"),
        )
    )
    met = desk.at(WIRE, "Kadri Saar and Finnish President Aino Lehtonen")
    desk.relation(
        Relation(
            "met", "leader/kadri-saar", "leader/aino-lehtonen", "2031-10-14", "ferry-compact-signed", (met,)
        )
    )
    desk.mark("date", "", "14 October 2031", desk.at(WIRE, "on Tuesday"))
    for kind, id in (("article", WIRE), ("article", COPY)):
        desk.put(REFS, "year/2031", Ref(kind, id))


def ferry_story() -> Memory:
    """Four articles, one a rewrite, one an opinion; everything that pages can show, at least once."""
    desk = Memory("The gulf ferries", "Who pays for clean crossings between Tallinn and Helsinki.")
    _articles(desk)
    _people(desk)
    _agreements(desk)
    _events(desk)
    _figures(desk)
    _rest(desk)
    return desk


def bare_story() -> Memory:
    """One undated article without title, outlet or anything to read from it."""
    desk = Memory("Notes")
    desk.article("scrap", "", ["Rain fell on the town."], Published(None, "unknown", 0.0))
    return desk


def empty_story() -> Memory:
    """No article at all."""
    return Memory("Nothing yet")
