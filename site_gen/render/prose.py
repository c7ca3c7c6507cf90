"""Small words that templates need: counts, sentences, how a date is known."""

_ASKED = {
    "Date": "When was it?",
    "Value": "How much is it?",
    "Name": "What is the name?",
    "Spelling": "How is the name spelled?",
    "Holder": "Who holds the post?",
    "Stage": "Is it so?",
    "Force": "How binding is it?",
    "Identity": "Who or what was it?",
    "One or two": "One thing, or two?",
    "Order": "Which came first?",
    "Attribution": "Fact, or somebody's word?",
    "Speaker": "Who said it?",
    "Place": "Where was it?",
}
"""What a contradiction is called, and the question on which reports disagree."""
_BASIS = {
    "stated": "stated by the article or its metadata",
    "dateline": "from the dateline",
    "bound": "bounded by what the text tells",
    "other articles": "bounded by the other articles",
    "editor": "set by the editor",
    "unknown": "no article gives a date for this",
}
_KINDS = {
    "leader": "leader",
    "person": "person",
    "agreement": "agreement",
    "event": "event",
    "figure": "figure",
    "series": "figure",
    "quote": "quotation",
    "topic": "topic",
    "conflict": "disagreement",
    "article": "article",
    "place": "place",
    "date": "date",
}


def plural(count: int, one: str, many: str = "") -> str:
    """`1 article`, `3 articles`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def sentence(text: str) -> str:
    """The text with a capital letter first."""
    return text[:1].upper() + text[1:]


def lowered(text: str) -> str:
    """The text as it goes on inside a sentence: its first letter small where the first word is a plain one."""
    return text[:1].lower() + text[1:] if text[1:2].islower() and ": " in text[:24] else text


def asked(label: str) -> str:
    """The question behind what a contradiction is called: `Date` is `When was it?`."""
    return _ASKED.get(label, f"{label}:")


def published_basis(basis: str) -> str:
    """How a publication date is known, in words."""
    return _BASIS.get(basis, basis)


def kind_name(kind: str) -> str:
    """A kind of record as a reader calls it."""
    return _KINDS.get(kind, kind)
