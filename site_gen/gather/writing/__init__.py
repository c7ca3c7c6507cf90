"""An article as a Markdown file with front matter, which the loader reads back as the same article."""

from site_gen.gather.writing.document import written

__all__ = ["written"]
