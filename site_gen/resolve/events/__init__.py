"""Events of all articles: mentions of one event clustered within blocks, never all pairs."""
