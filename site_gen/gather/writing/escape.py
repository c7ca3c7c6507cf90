"""Plain words as Markdown that reads as those words."""

import re

_ALWAYS = re.compile(r"[\\`*]")
_EDGE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_LINK = re.compile(r"\](?=\s?[(\[])")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_ENTITY = re.compile(r"&(?=#?\w{1,32};)")
_OPENING = re.compile(r"(?:\[[^\]]{0,200}\\?\]:|#|>|[-+](?=\s|$)|[-=_]{2,}\s*$|\||:|~{3}|\d{1,9}(?=[.)]\s))")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_SPACES = re.compile(r"[ \t\n\r\f\v]+")
_EVERY = re.compile(r"[\\`*_{}\[\]()>#+.!-]")


def plain(words: str) -> str:
    """One line without control characters."""
    return _SPACES.sub(" ", _CONTROLS.sub("", words)).strip()


def escaped(words: str) -> str:
    """`words` inside a line; only what would be read as markup is escaped."""
    words = _ALWAYS.sub(r"\\\g<0>", words)
    words = _LINK.sub(r"\\]", _EDGE.sub(r"\\_", words))
    return _ENTITY.sub("&amp;", _TAG.sub("&lt;", words))


def fully_escaped(words: str) -> str:
    """`words` with every mark of Markdown escaped: harder to read, never misread."""
    return _EVERY.sub(r"\\\g<0>", words.replace("&", "&amp;").replace("<", "&lt;"))


def opening(line: str) -> str:
    """A line whose first characters would make it a heading, a list, a quotation or a rule, as a paragraph."""
    match = _OPENING.match(line)
    if not match:
        return line
    at = match.end() if match.group().isdigit() else 0
    return (
        f"{line[:at]}\\{line[at:]}"
        if line[at : at + 1] not in ("=", ":", "|", "~")
        else f"&#{ord(line[at])};{line[at + 1 :]}"
    )
