"""Bounds on what one content file may hold."""

from msgspec import Struct


class Limits(Struct, frozen=True):
    """Bounds on what one file may hold; each is named in the message when it is passed."""

    file_bytes: int = 10_000_000
    """Largest file, in bytes."""
    front_matter_bytes: int = 65_536
    """Largest front matter, in characters."""
    line_characters: int = 100_000
    """Longest line of a text or Markdown file, in characters."""
    yaml_depth: int = 20
    """Deepest nesting of front matter."""
    entries: int = 2_000
    """Most entries taken from one feed."""
    nesting: int = 250
    """Deepest nesting of tags in a saved page; its parser sees no deeper than 255."""
    unpacking: int = 100
    """How many times larger than itself the entities that a feed declares may make it."""
    seconds: int = 60
    """Most processor time that reading one file may take."""
    title_characters: int = 300
    """Longest title; the rest is cut off."""
