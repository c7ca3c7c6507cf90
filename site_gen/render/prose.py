"""Small words that templates need: counts, sentences, how a date is known."""

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


def published_basis(basis: str) -> str:
    """How a publication date is known, in words."""
    return _BASIS.get(basis, basis)


def kind_name(kind: str) -> str:
    """A kind of record as a reader calls it."""
    return _KINDS.get(kind, kind)
