"""News articles in, a website that explains the story out: every fact linked to its sentence."""

__version__ = "0.1.0"
