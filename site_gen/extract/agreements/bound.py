"""One agreement of an article while its mentions are gathered."""

import re

from site_gen.extract.agreements.mention import Mention


def _about(name: str) -> bool:
    """Whether a common noun says by a proper name what it is on: `pact on the Syr Darya`."""
    return any(word[0].isupper() for word in name.partition(" on ")[2].split())


def _by_sides(name: str) -> bool:
    """Whether a name only says whose it is, and may mean any agreement of theirs: `Dutch-Tunisian agreement`."""
    return _SIDES.fullmatch(name) is not None


_SIDES = re.compile(r"(?:[A-Z][a-z]+[-–])+[A-Z][a-z]+(?: [a-z]+){1,3}")


class Bound:
    """One agreement while its mentions are gathered."""

    __slots__ = ("acronym", "generic", "kind", "kinds", "mentions", "name", "words")

    def __init__(self, mention: Mention) -> None:
        self.name, self.kind, self.words = mention.name, mention.kind, mention.words
        self.generic = (mention.form != "named" and not _about(mention.name)) or _by_sides(mention.name)
        self.mentions = [mention]
        self.acronym = ""
        self.kinds = {mention.kind, mention.also} - {""}

    def add(self, mention: Mention) -> None:
        """Take a mention in; a fuller name becomes the name."""
        self.mentions.append(mention)
        if mention.form != "short":
            self.kinds |= {mention.kind, mention.also} - {""}
        fuller = mention.words > self.words or (self.generic and mention.form == "named")
        if fuller and not mention.heading and (self.generic or mention.form == "named"):
            self.name, self.kind, self.words = mention.name, mention.kind, mention.words
            self.generic = mention.form != "named" or _by_sides(mention.name)
        if self.kind == "document" and self.generic:
            self.kind = mention.kind

    def lead(self, mention: Mention) -> None:
        """Take in what the first definite noun goes back to: its words are the name."""
        self.mentions.insert(0, mention)
        self.name, self.kind, self.words = mention.name, mention.kind, self.words | mention.words

    def add_headline(self, mention: Mention) -> None:
        """Take in a headline or a first short form; a headline names what the text calls by a common noun."""
        self.mentions.append(mention)
        if self.generic and mention.form == "named" and not _by_sides(mention.name):
            self.name, self.generic = mention.name, False
            self.words |= mention.words
