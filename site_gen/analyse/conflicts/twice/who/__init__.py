"""Who did it, who acted for whom, who holds which post."""
