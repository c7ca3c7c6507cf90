"""The build: what changed, what follows from it, and how it is published whole. The only place that knows caching."""
