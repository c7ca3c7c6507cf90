"""Titles and names as they are shown."""

_SMALL = frozenset({"of", "for", "and", "the", "to", "in", "on", "at", "&"})


def title_case(words: list[str]) -> str:
    """`prime minister` as `Prime Minister`; small joining words stay."""
    return " ".join(word if word in _SMALL or not word.islower() else _capital(word) for word in words)


def _capital(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))


def unowned(text: str) -> str:
    """A word without its possessive ending."""
    for mark in ("'s", "’s"):
        if text.endswith(mark):
            return text[: -len(mark)]
    return text.rstrip("'’")


def unprefixed(word: str) -> str:
    """`then-president` as `president`."""
    head, dash, tail = word.partition("-")
    return tail if dash and head.lower() in ("then", "ex", "former", "now") else word
