"""Countries, cities, regions and bodies named in a document."""

from site_gen.extract.places.find import find_places
from site_gen.extract.places.gazetteer import country_names, country_of, country_set, is_capital

__all__ = ["country_names", "country_of", "country_set", "find_places", "is_capital"]
