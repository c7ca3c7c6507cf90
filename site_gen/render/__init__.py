"""A page in, bytes out."""

from site_gen.render.environment import render

__all__ = ["render"]
