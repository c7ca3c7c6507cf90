"""Addresses to bytes, politely and within bounds: every host checked before a connection, every redirect again."""

from site_gen.gather.network.client import Client
from site_gen.gather.network.rules import Rules

__all__ = ["Client", "Rules"]
