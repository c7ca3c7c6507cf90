"""Agreements of a document: names, parties, stages, relations."""

from site_gen.extract.agreements.cast import Cast
from site_gen.extract.agreements.find import find_agreements

__all__ = ["Cast", "find_agreements"]
