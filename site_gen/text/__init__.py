"""Text without domain: sentences, documents, numbers."""
