"""A page in, bytes out."""

from site_gen.render.environment import Theme, render

__all__ = ["Theme", "render"]
