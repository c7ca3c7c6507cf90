"""Noun phrases that could name a topic."""

from hypothesis import given
from hypothesis import strategies as st

from site_gen.extract.terms import find_terms, singular
from site_gen.lexicon import load_lexicon
from site_gen.load.prose import prose_article
from site_gen.records import PlaceFinding, TermFinding
from site_gen.text.document import read_document

LEXICON = load_lexicon()


def terms(text: str) -> dict[str, int]:
    return {t.term: t.count for t in find_terms(read_document(prose_article(text)), LEXICON, (), ())}


def test_phrases_are_cut_at_function_words_verbs_and_names() -> None:
    found = terms(
        "The bank will boost rural lending while Marta Ruiz of Lima opposed grain exports to Chile."
    )
    assert set(found) == {"rural lending", "grain export"}


def test_plural_and_singular_are_one_term() -> None:
    assert (
        terms("A grain export was stopped. Grain exports fell. The grain exports grew.")["grain export"] == 3
    )


def test_a_phrase_at_the_start_of_a_sentence_counts() -> None:
    assert "water treaty" in terms("Water treaties seldom fail.")


def test_single_words_need_a_noun_of_substance() -> None:
    found = terms("The inflation worried everyone. The thing happened. A lot of people came in the morning.")
    assert set(found) == {"inflation"}


def test_more_frequent_terms_come_first() -> None:
    text = "A rate cut came. The rate cut helped. Bond yields fell. The rate cut was small."
    found = find_terms(read_document(prose_article(text)), LEXICON, (), ())
    assert found[0].term == "rate cut"
    assert found[0].evidence.exact == found[0].surface == "rate cut"


def test_words_of_places_are_left_out() -> None:
    doc = read_document(prose_article("The amazon rainforest burned."))
    place = PlaceFinding(doc.evidence(4, 10), "amazon", "region", "", "")
    assert [t.term for t in find_terms(doc, LEXICON, (place,), ())] == []


def test_singular() -> None:
    plurals = ("exports", "policies", "taxes", "losses", "crisis", "news", "politics", "bus", "dishes")
    assert [singular(word) for word in plurals] == [
        "export",
        "policy",
        "tax",
        "loss",
        "crisis",
        "news",
        "politics",
        "bus",
        "dish",
    ]


@given(st.text(alphabet=st.sampled_from("abcd éŁ-.,\n’S1 "), max_size=200))
def test_spans_are_exact_for_any_text(text: str) -> None:
    found: tuple[TermFinding, ...] = find_terms(read_document(prose_article(text)), LEXICON, (), ())
    for term in found:
        assert term.evidence.exact == text[term.evidence.start : term.evidence.end] != ""
