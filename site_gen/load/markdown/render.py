"""Markdown to HTML, raw HTML off."""

from functools import cache
from typing import Any

from site_gen.load.markdown.guard import guarded, restored


def rendered(source: str) -> str:
    """The HTML of `source`. Tags written in it come out as text. Raises `RecursionError` on absurd nesting."""
    text = guarded(source)
    converter = _converter(fenced="```" in text or "~~~" in text)
    converter.reset()
    return restored(str(converter.convert(text)))


@cache
def _converter(fenced: bool) -> Any:
    """`fenced`: with what reads fenced code. Few articles have any, and it imports what would colour it."""
    import markdown
    from markdown.extensions.sane_lists import SaneListExtension
    from markdown.extensions.tables import TableExtension

    # Named by class: by name, every installed package would be searched for extensions.
    extensions = [TableExtension(), SaneListExtension()]
    if fenced:
        from markdown.extensions.fenced_code import FencedCodeExtension

        extensions.append(FencedCodeExtension())
    converter = markdown.Markdown(extensions=extensions, output_format="html")
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    return converter
