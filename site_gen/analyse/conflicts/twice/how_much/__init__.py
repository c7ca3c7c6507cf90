"""Figures that stand in one place of one story: sums, counts, the dead of one accident, the parts of a whole."""
