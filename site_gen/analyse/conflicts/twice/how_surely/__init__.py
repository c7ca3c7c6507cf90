"""How surely it is so: a claim or a fact, a duty or a wish."""
