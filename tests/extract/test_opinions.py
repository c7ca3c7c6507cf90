"""What says that it is opinion, and what only looks like it."""

import pytest
from msgspec.structs import replace

from site_gen.extract.opinions import find_opinions
from site_gen.lexicon import load_lexicon
from site_gen.load.prose import prose_article
from site_gen.text.document import Document, read_document

LEXICON = load_lexicon()


def document(*blocks: str) -> Document:
    """Blocks of text; `# ` to `### ` make a heading of that level, `| ` a caption."""
    text, made = "", []
    for block in blocks:
        mark, _, rest = block.partition(" ")
        kind = "heading" if mark.strip("#") == "" else "caption" if mark == "|" else "paragraph"
        words = block if kind == "paragraph" else rest
        text += "\n\n" if text else ""
        made.append((kind, len(text), len(text) + len(words), len(mark) if kind == "heading" else 0))
        text += words
    article = prose_article(text)
    paragraph = article.blocks[0]
    parts = [replace(paragraph, kind=k, start=s, end=e, level=level) for k, s, e, level in made]  # type: ignore[arg-type]
    return read_document(replace(article, blocks=tuple(parts)))


def opinions(*blocks: str) -> list[tuple[str, str]]:
    return [(o.basis, o.evidence.exact) for o in find_opinions(document(*blocks), LEXICON)]


def test_a_section_runs_to_the_next_heading_of_its_level() -> None:
    found = opinions(
        "# Rail strike ends",
        "Trains ran again on Monday.",
        "## The Courier Outlook",
        "The unions won.",
        "### Why",
        "The state blinked.",
        "| Photo: a train",
        "## Background",
        "The strike began in May.",
    )
    assert [exact for _, exact in found] == [
        "The Courier Outlook",
        "The unions won.",
        "Why",
        "The state blinked.",
    ]
    assert {basis for basis, _ in found} == {"heading"}


@pytest.mark.parametrize(
    "heading",
    [
        "Our view",
        "OUR VIEW:",
        "Editorial",
        "Opinion | A bridge too far",
        "Analysis: what the vote means",
        "Analysis by Dina Farouk",
        "The Herald’s View",
        "The Delta Post Verdict",
        "Editor’s note",
        "Commentary",
    ],
)
def test_headings_of_opinion(heading: str) -> None:
    assert opinions("Facts first.", f"## {heading}", "It was a mistake.")[-1] == (
        "heading",
        "It was a mistake.",
    )


@pytest.mark.parametrize(
    "heading",
    [
        "Economic Outlook",
        "World Economic Outlook",
        "Public opinion turns",
        "The court's advisory opinion",
        "A room with a view",
        "Outlook for the harvest",
        "What the blood analysis showed",
        "Growth Outlook",
    ],
)
def test_headings_of_reported_matter(heading: str) -> None:
    assert opinions("Facts first.", f"## {heading}", "Prices rose by a tenth.") == []


def test_an_opinion_title_covers_the_article() -> None:
    found = opinions("# Opinion: Close the canal", "It leaks.", "## How", "Slowly.")
    assert len(found) == 4


@pytest.mark.parametrize(
    "label", ["Our view:", "Analysis —", "COMMENT:", "Editor’s note:", "The bottom line:"]
)
def test_a_label_marks_its_paragraph(label: str) -> None:
    paragraph = f"{label} the tariff will fail. It has failed before."
    assert opinions("The tariff begins in June.", paragraph) == [("label", paragraph)]


@pytest.mark.parametrize(
    "paragraph",
    ["Comment was not available.", "Analysis of the wreck continues.", "Opinion polls open at eight."],
)
def test_a_word_that_begins_a_sentence_is_no_label(paragraph: str) -> None:
    assert opinions(paragraph) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "From our viewpoint, the pact is hollow.",
        "In our view the bank waited too long.",
        "We consider the verdict to be right.",
        "We believe the ferry should run.",
        "This newspaper believes the levy is unjust.",
    ],
)
def test_the_outlet_in_the_first_person_marks_its_sentence(sentence: str) -> None:
    assert opinions(f"The vote is on Friday. {sentence} Polls close at nine.") == [("first person", sentence)]


@pytest.mark.parametrize(
    "paragraph",
    [
        '"We believe the ferry should run," the mayor said.',
        "‘In our view, it’s over,’ said the envoy.",
        "Mayor Ruth Adeyemi: We believe the ferry should run.",
        "How we voted was nobody's affair.",
    ],
)
def test_what_others_say_in_the_first_person_is_not_the_outlets(paragraph: str) -> None:
    assert opinions(paragraph) == []


def test_a_label_may_end_in_a_full_stop() -> None:
    assert opinions("**Our view.** The unions won.") == [("label", "**Our view.** The unions won.")]
    assert not opinions("Analysis of the votes took a week.")


def test_what_should_be_is_opinion_where_the_writer_speaks() -> None:
    found = opinions(
        "The port opened on Monday. The mayor should resign, the union said.",
        "In our view the crane is too small. The town should buy a second one. It would be wise to ask first.",
        "The law says that ships should pay.",
        "Lee: We believe in cranes. The town should pay.",
    )
    assert [exact for _, exact in found] == [
        "In our view the crane is too small.",
        "The town should buy a second one.",
        "It would be wise to ask first.",
    ]


def test_a_guest_judges_without_saying_i() -> None:
    text = "The crane is the tallest. The town ought to buy a second one. It is a pity that nobody has told the mayor."
    assert opinions(text) == []
    found = opinions(text, "The writer was harbour master. The views are her own.")
    assert [exact for _, exact in found] == [
        "The town ought to buy a second one.",
        "It is a pity that nobody has told the mayor.",
    ]


def test_a_row_of_links_is_no_label() -> None:
    assert opinions("Comment | Share | Place an ad") == []
    assert opinions("Opinion | The town should buy the crane.") != []


def test_a_page_of_opinion_is_opinion_throughout() -> None:
    text = (
        "THE LUND VOICE\n24 May 2031\n\nOPINION\n\nA deal\n\nWe were told it was hard.\n\nFares rise in June."
    )
    found = find_opinions(read_document(prose_article(text)), LEXICON)
    assert [o.evidence.exact for o in found][-2:] == ["We were told it was hard.", "Fares rise in June."]
