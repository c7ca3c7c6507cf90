"""The search index: small files by how words begin, of articles and records, loaded as scripts."""

from typing import Any

from site_gen.export.search.entries import STAGES
from site_gen.export.search.files import DIRECTORY, INDEX
from site_gen.export.search.sentences import SENTENCES
from site_gen.pages.page import PageKind

FILES: tuple[PageKind[Any], ...] = (SENTENCES,)

__all__ = ["DIRECTORY", "FILES", "INDEX", "STAGES"]
