"""YAML front matter: what an editor states about an article. Strict YAML, one schema, problems with line and column."""

from site_gen.load.front_matter.fields import FrontMatter, read_front_matter
from site_gen.load.front_matter.split import Split, split_front_matter

__all__ = ["FrontMatter", "Split", "read_front_matter", "split_front_matter"]
