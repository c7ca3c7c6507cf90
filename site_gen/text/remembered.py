"""How many texts a table remembers what was worked out of, so that no stage does again what one before it did."""

ARTICLES = 64
"""More than are read side by side."""
SENTENCES = 1024
"""About as many as those have."""
