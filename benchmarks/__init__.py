"""How fast, on what, measured with one command: `python -m benchmarks`."""
