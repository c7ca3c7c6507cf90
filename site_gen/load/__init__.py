"""Bytes in, articles out: one module per format, chosen by content before extension."""

from site_gen.load.prose import prose_article

__all__ = ["prose_article"]
