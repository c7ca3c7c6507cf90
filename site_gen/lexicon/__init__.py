"""The words: what an office, a currency or a speech verb is called. Data in `*.yaml`, one file a subject."""

from site_gen.lexicon.load import Lexicon, load_lexicon, packaged_subject

__all__ = ["Lexicon", "load_lexicon", "packaged_subject"]
