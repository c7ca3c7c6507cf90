"""What stands between two blanks: however it is read, the same tokens are found, and little is remembered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.extract import terms
from site_gen.extract.agreements import tokens
from site_gen.extract.dates.words import words_of
from site_gen.extract.quotes import frame
from site_gen.lexicon import load_lexicon
from site_gen.text import document, numbers, pieces

READERS = {
    "words of a sentence": document._WORDS,
    "numbers": numbers._PIECES,
    "agreements": tokens._WORDS,
    "quotes": frame._TOKENS,
    "terms": terms._TOKENS,
    "dates": words_of(load_lexicon()).tokens,
}
LETTERS = st.text("abdsmAIORSTUacegiknoprst", min_size=1, max_size=8)


@pytest.mark.parametrize("name", READERS)
@given(word=LETTERS, marks=st.text(pieces._MARKS, max_size=3))
def test_a_plain_word_is_read_as_the_pattern_reads_it(name: str, word: str, marks: str) -> None:
    reader = READERS[name]
    word = word.lower() if name in ("dates", "words of a sentence") else word
    assert reader._plain is not None
    plain = reader._plain(word, marks)
    assert plain is None or plain == reader._read(word + marks)


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "_MOST", 3)
    known: pieces.Pieces[int] = pieces.Pieces(len)
    assert [known[word] for word in ("a", "bb", "ccc", "dddd", "x" * 99)] == [1, 2, 3, 4, 99]
    assert len(known) <= 3
