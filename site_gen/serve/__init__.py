"""The site while it is being worked on: served from the last good build, rebuilt after every edit."""

from site_gen.serve.desk import serve

__all__ = ["serve"]
