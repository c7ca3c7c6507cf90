"""People of a document, with the offices that the text gives them and every place that means them."""

from site_gen.extract.people.find import find_people

__all__ = ["find_people"]
