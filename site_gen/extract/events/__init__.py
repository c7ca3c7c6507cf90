"""What happened or is to happen, as a document tells it."""

from site_gen.extract.events.find import find_events

__all__ = ["find_events"]
