"""Papers that are signed by the dozen: a memorandum is known by what it is on, and `MoU` is no name of its own."""

import re

from msgspec.structs import replace

from site_gen.extract.agreements.mention import Mention, content_of
from site_gen.extract.agreements.words import Words

_SHORT = re.compile(r"\s?\([A-Z][A-Za-z]{1,5}s?\)(?: (?:with|between) [A-Z][\w-]+(?: [A-Z][\w-]+)?)?")
"""`(MoU)` behind the words that it stands for."""
_OF_FIELD = r"the (?:fields?|areas?|spheres?|sectors?) of"
_FIELD = re.compile(
    r" (?:(?:on|for) (?:co-?operation|collaboration)(?: between [^,.;]{3,40}?)?"
    rf" (?:in|on)(?: {_OF_FIELD})?|(?:in|covering) {_OF_FIELD})"
    r" (?:the )?(?P<about>(?!the\b)[A-Za-z][a-z-]+"
    r"(?: (?!(?:on|in|at|by|with|and|for|to|was|is|were|that|which)\b)[a-z-]+)?)"
)


def told_apart(text: str, mentions: list[Mention], words: Words) -> list[Mention]:
    """The mentions with the subjects of memoranda among their words, without plurals and bracketed short forms."""
    kept = [m for m in mentions if not _is_no_paper(text, m, words)]
    bare = {m.name.lower() for m in kept} & words.kinds.keys()
    twice = bare and bare & {m.group(1) for m in _TWICE.finditer(text)}
    return [
        _with_first_subject(text, m, words) if m.name.lower() in twice else _with_subject(text, m, words)
        for m in kept
    ]


_TWICE = re.compile(
    r"\ban? (?:[a-z-]+ )?([a-z]+) on [^.;:]{3,90}? and (?:also )?(?:on )?an? (?:[a-z-]+ )?\1 on\b"
)
"""`signed a treaty on the border and a treaty on trade`: nouns by which an article calls two papers."""


def _with_first_subject(text: str, mention: Mention, words: Words) -> Mention:
    """The mention with the first word of what it is on, which tells it from the other of its kind."""
    about = content_of(topic_behind(text, mention.end, words.topic), words) - words.lists["plain"]
    said = [w for w in topic_behind(text, mention.end, words.topic).lower().split() if w in about]
    return replace(mention, words=mention.words | set(said[:1]))


def has_short_form(text: str, end: int) -> bool:
    """Whether the text gives a paper a short form, to speak of it further."""
    return _SHORT.match(text, end) is not None


def topic_behind(text: str, end: int, topic: re.Pattern[str]) -> str:
    """`on critical minerals` behind a noun and the short form in brackets; empty where nothing is said."""
    short = _SHORT.match(text, end)
    end = short.end() if short else end
    end += text.startswith(", on ", end)  # `a further accord, on trade in grain`
    if field := _FIELD.match(text, end):
        return f" on {field.group('about')}"
    about = topic.match(text, end)
    return about.group("about") if about else ""


def is_bundled(mention: Mention, words: Words) -> bool:
    """Whether a mention is of a kind of paper of which many are signed at once, and has no name of its own."""
    if mention.kind not in words.lists["bundled"]:
        return False
    return all(
        word in words.lists["plain"] or word in words.kinds for word in content_of(mention.name, words)
    )


def _is_no_paper(text: str, mention: Mention, words: Words) -> bool:
    if not is_bundled(mention, words):
        return False
    bracketed = text.endswith("(", 0, mention.start) and text.startswith(")", mention.end)
    return bracketed or mention.name.split()[0].lower() in words.lists["several"]


def _with_subject(text: str, mention: Mention, words: Words) -> Mention:
    if not is_bundled(mention, words):
        return mention
    subject = content_of(topic_behind(text, mention.end, words.topic), words) - words.lists["plain"]
    return replace(mention, words=mention.words | subject)
