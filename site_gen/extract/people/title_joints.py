"""What holds the words of one title together: `and`, `of`, and whom an office serves (`adviser to the president`)."""

from site_gen.extract.people.holders import Word
from site_gen.extract.people.vocabulary import Vocabulary

_SERVED = frozenset({"the", "his", "her", "its", "their"})


def serving(
    before: list[Word], first: int, title: list[str], words: Vocabulary
) -> tuple[int, list[str]] | None:
    """`adviser to the president X`: where the office that serves another one begins, and its title; None for none."""
    if first < 3 or before[first - 1].low not in _SERVED or before[first - 2].text != "to":
        return None
    head = before[first - 3]
    return (first - 3, [head.text, "to", "the", *title]) if head.low in words.sets["serving"] else None


def joined(before: list[Word], first: int, portfolio: bool, words: Vocabulary) -> bool:
    """Whether the small word left of `first` joins it to the word before that in one title."""
    if first < 2 or (before[first - 1].text in ("and", "&") and before[first].low in words.sets["ranks"]):
        return False
    left = before[first - 2]
    if first > 2 and words.is_given(before[first - 3].text):
        return False  # `Works Minister Ann Street and Water Minister Bob Roe`
    if not before[first].text[0].isupper():
        known = left.low in words.modifiers and before[first].low in words.modifiers
        return known and before[first - 1].text in ("and", "&")
    if left.low in words.modifiers:
        ruled = before[first - 1].text == "of" and left.low in words.sets["led_by_office"]
        return not ruled and not begun_body(before, first - 2, words)
    if before[first - 1].text in ("of", "for"):
        return False  # `the first visit to Norland of Secretary Lee`
    if not portfolio or not left.text[0].isupper() or left.text in words.not_names:
        return False
    if before[first].low in words.modifiers and (first < 3 or before[first - 3].low not in _OPENS):
        return False  # `with Lee and Foreign Minister Roth`
    return first < 3 or before[first - 3].low in words.modifiers or not before[first - 3].text[0].isupper()


_OPENS = frozenset(
    {"the", "a", "an", "its", "his", "her", "their", "former", "then", "new", "deputy", "acting"}
)


def begun_body(before: list[Word], at: int, words: Vocabulary) -> bool:
    """`Harbour Council for Innovation CEO`: the word left of `for` goes on a body's name."""
    named = at > 0 and before[at - 1].text[0].isupper() and before[at - 1].text not in words.not_names
    known = named and (before[at - 1].low in words.modifiers or before[at - 1].low in words.heads)
    return before[at + 1].text == "for" and before[at].text in words.bodies and named and not known
