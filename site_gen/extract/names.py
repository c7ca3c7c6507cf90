"""Capitalised words of a text: what names are made of."""

import re
from collections.abc import Iterator
from re import Match

UPPER = "A-ZÀ-ÖØ-ÞĀ-ŽƠƯȘȚḀ-Ỹ"
_CAPITALISED = re.compile(rf"[{UPPER}](?<!\w.)\w*")


def capitalised_words(text: str) -> Iterator[Match[str]]:
    """Every word that begins with a capital letter; hyphens, full stops and apostrophes end a word here."""
    return _CAPITALISED.finditer(text)
