"""The build: what changed, what follows, how it is published whole. The only place that knows caching."""
