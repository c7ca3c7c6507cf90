"""Bytes in, articles out: one module per format, chosen by content before extension.

bytes -decode-> text -detect-> format -plain, markdown, html, feed-> Article
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from site_gen.limits import Limits
    from site_gen.load.file import load_file
    from site_gen.load.identify import article_id
    from site_gen.load.options import Loaded, LoadOptions
    from site_gen.load.prose import prose_article

__all__ = ["Limits", "LoadOptions", "Loaded", "article_id", "load_file", "prose_article"]
_PLACES = {
    "Limits": "site_gen.limits",
    "load_file": "site_gen.load.file",
    "article_id": "site_gen.load.identify",
    "Loaded": "site_gen.load.options",
    "LoadOptions": "site_gen.load.options",
    "prose_article": "site_gen.load.prose",
}


def __getattr__(name: str) -> Any:
    """What is asked for, imported then: reading site.yaml needs one small module from here and no parser."""
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_PLACES[name]), name)
