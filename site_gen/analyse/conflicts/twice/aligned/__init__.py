"""Two reports beside each other: how like two places are, which belong together, and the row that is told of two."""
