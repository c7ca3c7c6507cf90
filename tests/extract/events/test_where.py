"""The place of an event is where it was, and not what a room shows."""

import pytest

from site_gen.extract import extract
from site_gen.lexicon import load_lexicon
from site_gen.load.prose import prose_article


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Minister Ann Lee met Bo Kim in the Benin gallery on 3 May 2031.", ""),
        ("Peru's top court upheld the sale of Minera to Canada's Orion on 3 May 2031.", ""),
        ("A court in Lima upheld the sale of Minera to Orion of Canada on 3 May 2031.", "Lima"),
        ("Minister Ann Lee resigned over the Panama Papers on 3 May 2031.", ""),
        ("A pact was signed between Chad and Cuba, an island country in the Caribbean.", ""),
        ("Minister Ann Lee met Bo Kim in Benin on 3 May 2031.", "Benin"),
    ],
)
def test_room_named_for_what_it_shows_is_no_place(text: str, place: str) -> None:
    assert [e.place for e in extract(prose_article(text), load_lexicon()).events] == [place]
