"""Markdown to HTML, raw HTML off."""

from functools import cache
from typing import Any

from site_gen.load.markdown.guard import guarded, restored


def rendered(source: str) -> str:
    """The HTML of `source`. Tags written in it come out as text. Raises `RecursionError` on absurd nesting."""
    converter = _converter()
    converter.reset()
    return restored(str(converter.convert(guarded(source))))


@cache
def _converter() -> Any:
    import markdown
    from markdown.extensions.fenced_code import FencedCodeExtension
    from markdown.extensions.sane_lists import SaneListExtension
    from markdown.extensions.tables import TableExtension

    # Named by class: by name, every installed package would be searched for extensions.
    extensions = [TableExtension(), FencedCodeExtension(), SaneListExtension()]
    converter = markdown.Markdown(extensions=extensions, output_format="html")
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    return converter
