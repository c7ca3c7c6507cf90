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

    converter = markdown.Markdown(extensions=["tables", "fenced_code", "sane_lists"], output_format="html")
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    return converter
