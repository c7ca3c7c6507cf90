"""Whom `he` and `she` mean behind a sentence that names two people, as the quotations' speakers."""

import pytest

from site_gen.extract import extract
from site_gen.lexicon import load_lexicon
from site_gen.load import LoadOptions, load_file

CASES = {
    "Karim Voss, who lost the vote, slipped away, but Peru's finance minister, Emil Krantz, did stop. "
    '"Nobody has won a thing tonight," he said.': "Emil Krantz",
    "Karim Voss, who lost the vote, slipped away, as Peru's finance minister, Emil Krantz, had done. "
    '"Nobody has won a thing tonight," he said.': "Karim Voss",
    "Business Minister Karim Voss left. Members looked puzzled. One of them, Signe Torm of the Valley Alliance, "
    'asked for papers. "I want to read them all," she said.': "Signe Torm",
    # Whom `she` cannot mean: the article tells who is a woman.
    'Minister Tuukka Erola met Ms Ynez Prad at noon. "We are ready for this," she said.': "Ynez Prad",
    "Quadwyn Lochte, mayor, wants his party to vote. Brin Sorvo, the treasurer, said she would. Mayor Lochte met "
    'Treasurer Sorvo. "I am tired of all this," she said.': "Brin Sorvo",
    # One of several, told behind the comma; whose judgement it is; whose words the next sentence says they are.
    '"I care who cleans it," said one of them, Ewa Dorn, 58, who has been treated there.': "Ewa Dorn",
    '"I care who cleans it," said a nurse, Ewa Dorn.': "Ewa Dorn",
    'For Ewa Dorn, who leads the Centre Party, the bill was "a gift to the banks of this country".': "Ewa Dorn",
    '"This mill has done nothing wrong." It was noon when Ewa Dorn, the mayor, said so to the workers.': "Ewa Dorn",
    # An office alone, in a paragraph that has named one person.
    'Ewa Dorn stood up and buttoned her jacket. "We were late with it all," the chief executive said.': "Ewa Dorn",
    'Ewa Dorn met Ida Voss at noon. "We were late with it all," the chief executive said.': "chief executive",
    'Minister Karim Voss spoke. In the words of the minister, "no road has been closed for a day".': "Karim Voss",
}


@pytest.mark.parametrize("told", CASES)
def test_a_quotation_is_of_the_one_that_its_words_mean(told: str) -> None:
    lexicon = load_lexicon()
    article = load_file(told.encode(), "report.txt", LoadOptions(lexicon)).articles[0]
    assert [q.speaker.name for q in extract(article, lexicon, []).quotes if q.speaker] == [CASES[told]]
