"""Whether it was so: denials, words with an opposite, turns of phrase of two sides, and how it turned out."""
