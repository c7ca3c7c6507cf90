"""People by sentence, and what holds for any text."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.extract import extract
from site_gen.lexicon import load_lexicon
from site_gen.load import prose_article
from site_gen.records import Published
from tests.extract.people.test_cases import people_in
from tests.growth import assert_time_grows_no_faster

SENTENCES = yaml.safe_load((Path(__file__).parent / "sentences.yaml").read_text(encoding="utf-8"))
NAMESAKES = yaml.safe_load((Path(__file__).parent / "namesakes.yaml").read_text(encoding="utf-8"))
PIECES = [
    *(
        "President ",
        "Prime Minister ",
        "Anna Bergqvist",
        " Lund",
        "Mr ",
        "the minister",
        ", ",
        ". ",
        " said ",
        "he ",
    ),
    *("\n\n", "’s ", '"', "of Norway", ", the head of ", "Gen. ", "van ", "-", " and ", "(", "Dr. J. ", "ji"),
]


@pytest.mark.parametrize("case", SENTENCES, ids=lambda case: case["text"][:50])
def test_sentence_yields_people_with_offices(case: dict[str, Any]) -> None:
    found = {
        person.name: sorted(
            " | ".join(
                filter(None, (o.title, o.jurisdiction or o.organization, o.status.replace("current", "")))
            )
            for o in person.offices
        )
        for person in people_in(case["text"])
    }
    assert found == {name: sorted(offices) for name, offices in case["people"].items()}


def test_federation_behind_a_nationality_is_whose_president_somebody_is() -> None:
    (person,) = people_in("Hamid Alaoui, president of the Moroccan handball federation, was there.")
    assert [(o.organization, o.jurisdiction) for o in person.offices] == [("handball federation", "Morocco")]


@pytest.mark.parametrize("case", NAMESAKES, ids=lambda case: case["text"][:50])
def test_family_name_before_a_namesake_is_its_own_person(case: dict[str, Any]) -> None:
    found = people_in(case["text"])
    counts = {p.name: sum(m.form not in ("pronoun", "title") for m in p.mentions) for p in found}
    assert counts == case["people"]
    assert [name for p in found for name in p.apart] == case.get("apart", [])


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_evidence_is_exact_whatever_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    for person in people_in(text):
        spans = [mention.evidence for mention in person.mentions] + [
            e for o in person.offices for e in o.evidence
        ]
        assert person.mentions
        assert all(span.exact == text[span.start : span.end] and span.exact for span in spans)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    people_in(text)


@pytest.mark.parametrize(
    "piece",
    [
        "Prime Minister Anna Lund, the head of ",
        "he ",
        '"he said',
        "Bank of ",
        "Anna Lund, the head of the Front, spoke. ",
        "A. ",
        "Van de la ",
        "Anna said. He said. ",
    ],
)
def test_time_grows_linearly_with_the_text(piece: str) -> None:
    def prepared(size: int) -> Callable[[], object]:
        text = piece * (size // len(piece))
        return lambda: people_in(text)

    assert_time_grows_no_faster(prepared, 15_000, times=4, at_most=8, slack=0.1)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Premier Aino Saarela said the debt will be repaid by 2031.", [None]),
        ("Premier Aino Saarela said boats will come two decades from now.", [None]),
        ("Premier Aino Saarela visited Lima on 4 May 2019.", ["2019-05-04"]),
        ("The owner died in 2022, according to Tom Ba, the head of the Port Authority.", [None]),
        ("Police spokesman Tom Ba blamed General Ray Ode, who broke with the army in 2023.", [None, None]),
    ],
)
def test_what_is_still_to_come_does_not_date_an_office(text: str, times: list[str | None]) -> None:
    article = prose_article(text, Published("2025-03-14", "stated", 1.0))
    found = extract(article, load_lexicon()).people
    assert [office.as_of for person in found for office in person.offices] == times


def test_taking_office_says_when_it_began() -> None:
    text = "Ann Lee took office as governor of the bank on 18 May 2031. Bob Ray, the mayor, spoke in 2030."
    starts = {
        p.name: [o.start for o in p.offices] for p in extract(prose_article(text), load_lexicon()).people
    }
    assert starts == {"Ann Lee": ["2031-05-18"], "Bob Ray": [None]}
