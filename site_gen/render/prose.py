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
_TIES = {
    "succeeded": ("held the post after", "held the post before"),
    "met": ("met", "met"),
    "member of": ("member of", "has as a member"),
    "party to": ("party to", "has as a party"),
}
"""How two records stand to each other, as read from either. That nobody held a post between two people is not known."""


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


def tie(type: str, outward: bool = True) -> str:
    """How a record stands to another: `signed`, `held the post after`; from the other's side `signed by`."""
    name, mark, rest = type.partition(" (")
    out, back = _TIES.get(name, (name, f"{name} by" if name.endswith("ed") else name))
    return (out if outward else back) + mark + rest
