"""What a contradiction is called, as a reader asks it: `Date: the vote` is `When was it?`, about the vote."""

from site_gen.text.date_words import dated

_ASKED = {
    "Value": "What is the figure?",
    "Stage": "Is it so?",
    "Date": "When was it?",
    "Identity": "Who or what was it?",
    "Holder": "Who holds the post?",
    "Force": "How binding is it?",
    "Place": "Where was it?",
    "Order": "Which came first?",
    "Speaker": "Who said it?",
    "Attribution": "Fact, or somebody's word?",
    "One or two": "One thing, or two?",
    "Name": "What is the name?",
    "First name": "What is the first name?",
    "Spelling": "How is the name spelled?",
}
"""What a contradiction is called, and the question on which reports disagree: what matters most to a reader first."""
_OTHER = "Something else"


def asked(label: str) -> str:
    """The question behind what a contradiction is called: `Date` is `When was it?`."""
    return _ASKED.get(label, f"{label}:")


def question(about: str) -> str:
    """The question alone: `Date: the vote` is `When was it?`; what has no name is open in another way."""
    return _ASKED.get(about.partition(": ")[0], _OTHER)


def place(question: str) -> int:
    """Where a question stands among all, from 0."""
    return _PLACES.get(question, len(_PLACES))


_PLACES = {question: number for number, question in enumerate(_ASKED.values())}


def matter(about: str) -> str:
    """What a contradiction is about, without what it is called: `Date: the vote` is `The vote`."""
    label, _, rest = dated(about).partition(": ")
    named = rest if rest and label in _ASKED else dated(about)
    return named[:1].upper() + named[1:]


def in_full(about: str) -> str:
    """The question and what it is about: `When was it? The vote`."""
    label, colon, _ = about.partition(": ")
    return f"{asked(label)} {matter(about)}" if colon and label in _ASKED else matter(about)


def sides(says: str) -> str:
    """What the sides say, from the line of its card: `2025-06-09 / 2025-06-24` is `9 June 2025 or 24 June 2025`."""
    return dated(says.replace(" / ", " or "))
