"""Agreements of all articles: one record by name, short form or acronym; twins of another name only listed."""
