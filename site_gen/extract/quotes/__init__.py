"""Direct quotations of a document, with their speakers."""

from site_gen.extract.quotes.find import find_quotes

__all__ = ["find_quotes"]
