"""Random bytes for everything that reads: `python -m fuzz TARGET [--seconds N]`; needs `pip install -e '.[fuzz]'`."""
