"""YAML front matter: what an editor states about an article. Strict YAML, one schema, problems with line and column."""
