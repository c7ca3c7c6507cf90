"""Whose visit it is, and when: the one named before `his`, on the day of the deed beside it."""

from site_gen.extract import extract
from site_gen.lexicon import load_lexicon
from site_gen.load.prose import prose_article

REPORT = (
    "Foreign Minister Kemal Aydin and his Iraqi counterpart Ali Hassan signed the Tigris Water Treaty in Basra on"
    " 2 May 2031.\n\nThe treaty builds on the Framework Agreement on Water signed by President Orhan Demir during"
    " his visit to Basra in April 2030."
)


def test_his_visit_is_of_the_one_named_before_it_and_dates_what_was_signed_there() -> None:
    found = extract(prose_article(REPORT), load_lexicon())
    names = [person.name for person in found.people]
    told = {(e.kind, e.date, tuple(names[n] for n in e.people)) for e in found.events}
    assert ("visit", "2030-04", ("Orhan Demir",)) in told
    assert ("sign", "2030-04", ("Orhan Demir",)) in told
    assert ("sign", "2031-05-02", ("Kemal Aydin", "Ali Hassan")) in told
