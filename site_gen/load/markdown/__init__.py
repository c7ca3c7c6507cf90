"""Markdown with front matter to an article whose offsets count the file as the editor typed it."""

from site_gen.load.markdown.article import load_markdown

__all__ = ["load_markdown"]
