"""In which town it was done, and where a thing is to stand."""
