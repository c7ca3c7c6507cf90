"""People of all articles: one record for one person, misspelled or not, and two for two."""
