"""A sentence before anything is known of what it says: its words, their stems and letters, the deeds among them."""
